"""The files of a new period, out of those of an earlier one: stocks stay, flows wait to be filled in."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from cqtt.models import places
from cqtt.models.ban_ghi import BanGhi, HangNam, MoiKy
from cqtt.models.danh_muc import DanhMuc, tai
from cqtt.models.du_lieu import DuLieu, UnitReport
from cqtt.models.ke_tiep import theo_don_vi_sau
from cqtt.models.ky import LA_MA, Ky
from cqtt.models.quy_dinh import thang_cua
from cqtt.models.registry import report_of
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import Loai, Unit
from cqtt.models.theo_ban_ghi import GiaTri
from cqtt.pipeline.read import Reader
from cqtt.problems import Key, Locator, Problem, Severity, has_errors
from cqtt.source.communes import Register
from cqtt.source.placeholders import PLACEHOLDER, placeholders
from cqtt.source.rewrite import rewritten, scalar
from cqtt.source.skeleton import extended, report_file, unit_file
from cqtt.source.source_file import SourceFile
from cqtt.source.text import LINE_BREAK
from cqtt.source.yaml_reader import read


class Scaffold(Struct):
    """A period's files by their path below its folder; none where *problems* of the earlier period forbid them.
    Else *problems* are what was changed in it since it was sealed.

    *new* and *gone* are the units that the earlier period did not have, and that no longer exist.
    """

    problems: list[Problem] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    new: list[Unit] = field(default_factory=list)
    gone: list[Unit] = field(default_factory=list)

    @property
    def waiting(self) -> int:
        """How many values are still to be filled in."""
        sources = [SourceFile(name, text) for name, text in self.files.items()]
        return sum(len(list(placeholders(read(s.text, s.path, s.lines).value, s))) for s in sources)


def scaffold(reader: Reader, ky: Ky, tu: Ky) -> Scaffold:
    """The files of *ky* out of those of *tu*, which must be without errors.

    A longer period whose quarters or months are there needs only its own document: its figures are added up.
    """
    period = reader.period(tu)
    errors = [problem for problem in period.problems if problem.severity is Severity.ERROR]
    if errors or period.data is None:
        return Scaffold(errors)
    made = Scaffold([*period.since_sealed])
    rolled_up = bool(ky.phu(reader.periods)[0])
    made.files[places.DOCUMENT] = _document(period.data, ky, rolled_up=rolled_up)
    if not rolled_up:
        closing = period.data if _follows(tu, ky) else _closing(reader, ky)
        for unit, text in _communes(period.data, ky, closing, made):
            made.files[f"{reader.report.group}/{unit.ma}.yaml"] = text
    return made


def anew(reader: Reader, ky: Ky, tu: Ky | None, names: Sequence[str]) -> dict[str, str]:
    """The files called *names* (identifiers of units, or the document's name) of *ky*, by their path below its folder.

    They are those that ``scaffold`` would make out of *tu*; empty ones where there is no such period, or the unit's
    file in it is wrong. A name that is no unit's of the period gives no file.
    """
    period = reader.period(tu) if tu else None
    don_vi = reader.authority[0]
    if don_vi is None:
        return {}
    report, data, made = reader.report, period.data if period else None, Scaffold()
    figures = report.danh_muc.theo(thang_cua(don_vi.gia_tri, ky, report.thang_muc))
    units = Register(don_vi.gia_tri, ky).units
    files = {f"{report.group}/{unit.ma}.yaml": unit_file(report, ky, unit.ten, {}, figures) for unit in units}
    files[places.DOCUMENT] = report_file(report, ky, don_vi.gia_tri.cap)
    if data is not None and tu is not None:
        closing = data if _follows(tu, ky) else _closing(reader, ky)
        files |= {f"{report.group}/{u.ma}.yaml": text for u, text in _communes(data, ky, closing, made)}
        files[places.DOCUMENT] = _document(data, ky, rolled_up=bool(ky.phu(reader.periods)[0]))
    wanted = {places.DOCUMENT if f"{name}.yaml" == places.DOCUMENT else f"{report.group}/{name}.yaml" for name in names}
    return {path: text for path, text in files.items() if path in wanted}


def _follows(tu: Ky, ky: Ky) -> bool:
    """Whether *ky* begins where *tu* ends."""
    return (tu.nam * 12 + tu.thang_cuoi + 1) == (ky.nam * 12 + ky.thang_dau)


def _closing(reader: Reader, ky: Ky) -> DuLieu | None:
    """A period that ends where *ky* begins; None where there is none, or it is wrong."""
    for truoc in reader.periods:
        if _follows(truoc, ky):
            period = reader.period(truoc)
            return None if has_errors(period.problems) else period.data
    return None


def _communes(data: DuLieu, ky: Ky, closing: DuLieu | None, made: Scaffold) -> Iterator[tuple[Unit, str]]:
    """The file of each unit that exists when *ky* ends."""
    don_vi = data.don_vi.gia_tri
    units = Register(don_vi, ky).units
    known = {unit.ma for unit in units}
    report = report_of(don_vi)
    figures = report.danh_muc.theo(thang_cua(don_vi, ky, report.thang_muc))
    before = {xa.don_vi.ma: xa for xa in data.units}
    pending = theo_don_vi_sau(don_vi, closing.units, known)[0] if closing else {}
    made.gone = [xa.don_vi for xa in data.units if xa.don_vi.ma not in known]
    for unit in units:
        reports = pending.get(unit.ma)
        opening = _opening(report, reports or ())
        if xa := before.get(unit.ma):
            yield unit, _commune(report, xa, unit, (data.ky, ky, figures), opening)
        else:
            made.new.append(unit)
            yield unit, unit_file(report, ky, unit.ten, opening, figures)


def _opening(report: ReportType, reports: Sequence[UnitReport]) -> dict[Key, str]:
    """The opening stocks: what stood in the *reports* of the period before when it ended."""
    out: dict[Key, str] = {}
    for path, closing in report.danh_muc.chuyen_ky.items():
        ends = [value for r in reports if (value := GiaTri(r.danh_muc, r.so_lieu)[closing]) is not None]
        out[tuple(path.split("."))] = str(sum(ends)) if ends else PLACEHOLDER
    return out


def _commune(
    report: ReportType, xa: UnitReport, unit: Unit, known: tuple[Ky, Ky, DanhMuc], opening: dict[Key, str]
) -> str:
    """The unit's file: flows and closing stocks are counted anew, and so is what is said of one year in another."""
    source, (tu, ky, figures) = _source(xa.nguon), known
    closing = [report.danh_muc.theo_ten[path][0] for path in report.danh_muc.chuyen_ky.values()]
    anew = {path for muc in closing for path in (muc.duong_dan, *muc.cac_phan)}
    values: dict[Key, str] = {}
    for muc in report.danh_muc.cac_muc:
        if muc.loai is Loai.LUONG or muc.duong_dan in anew:
            values[tuple(muc.duong_dan.split("."))] = PLACEHOLDER
    values |= {tuple(path.split(".")): PLACEHOLDER for path in report.danh_muc.mang(MoiKy)}
    values |= opening
    names = _period_names(tu, ky)
    scale, former = figures.thang, xa.danh_muc.thang
    if scale and former and not scale.giong(former):
        given = [path for path in xa.danh_muc.muc if tai(xa.so_lieu, tuple(path.split("."))) is not None]
        meaning = f"  # {scale.chu_thich}" if scale.chu_thich else ""
        values |= {tuple(path.split(".")): PLACEHOLDER for path in report.danh_muc.mang(HangNam)}
        values |= {tuple(path.split(".")): f"{PLACEHOLDER}{meaning}" for path in given}
        names |= {former.ten: scale.ten, former.gan: scale.gan}
    if xa.don_vi != unit:
        values[report.unit_name,] = scalar(unit.ten)
        names[xa.don_vi.ten_day_du] = unit.ten_day_du
    blocks: dict[str, str | None] = {"chap_nhan": None}
    if ky.nam != tu.nam:
        values |= {tuple(path.split(".")): PLACEHOLDER for path in report.danh_muc.mang(HangNam)}
        blocks |= {block.name: PLACEHOLDER for block in report.lists}
    else:  # what a list has it keeps through the year; that it is empty is asked again
        blocks |= {block.name: PLACEHOLDER for block in report.lists if not getattr(xa.so_lieu, block.name)}
    return extended(_retitled(rewritten(source, values, blocks), names), report.record, ky)


def _document(data: DuLieu, ky: Ky, *, rolled_up: bool) -> str:
    """The period's own file: number and day are the registry's, its month is the one after the period ends."""
    source = _source(data.bao_cao.nguon)
    values: dict[Key, str] = {("so",): "null", ("ngay",): "null", ("thang",): str(ky.thang_cuoi % 12 + 1)}
    values["nam",] = str(ky.nam + ky.thang_cuoi // 12)
    blocks: dict[str, str | None] = {"chap_nhan": "[]"}
    for name, part in type(data.bao_cao.gia_tri).so_lieu_rieng():
        if rolled_up:
            blocks[name] = None
        else:
            values |= dict.fromkeys(_counts(name, part), PLACEHOLDER)
    text = _retitled(rewritten(source, values, blocks), _period_names(data.ky, ky))
    return text if rolled_up else extended(text, type(data.bao_cao.gia_tri), ky)


def _counts(name: str, part: "Loai | type[BanGhi]") -> Iterator[Key]:
    if isinstance(part, Loai):
        yield (name,)
    else:
        yield from ((name, inner) for inner, _ in part.cac_phan())


def _retitled(text: str, names: dict[str, str]) -> str:
    """*text* with the earlier names replaced in its comments, and in the lines of the document's title."""
    source = SourceFile("", text)
    titles = {key: span for key, span in source.value_places().items() if key[0] == "tieu_de"}
    places = [(row, column, len(source.lines[row])) for row, column in source.comments()]
    for (row, start), (last, end) in titles.values():
        places += [
            (r, start if r == row else 0, end if r == last else len(source.lines[r])) for r in range(row, last + 1)
        ]
    lines = list(source.lines)
    for row, start, end in sorted(places, reverse=True):
        lines[row] = lines[row][:start] + _replaced(lines[row][start:end], names) + lines[row][end:]
    breaks = [*LINE_BREAK.findall(text), ""]
    return "".join(line + end for line, end in zip(lines, breaks, strict=True))


def _period_names(tu: Ky, ky: Ky) -> dict[str, str]:
    """What comments call the period *tu*, and how they call *ky*."""
    names = dict(zip(_written(tu), _written(ky), strict=True))
    names |= {_capital(old): _capital(new) for old, new in names.items()}
    named = {} if tu.ma.isdigit() else {tu.ma: ky.ma}  # a year stands in dates and symbols too
    return names | named | {places.folder(tu): places.folder(ky)}


def _written(ky: Ky) -> tuple[str, ...]:
    """The ways in which a comment names *ky*, in figures too where it is a quarter: ``quý 1/2024``."""
    ways = (ky.ten, _short(ky))
    digits = [way.replace(f"quý {LA_MA[ky.thang_cuoi // 3]}", f"quý {ky.thang_cuoi // 3}") for way in ways]
    return (*digits, *ways)


def _short(ky: Ky) -> str:
    """``quý I/2024``; a name that ends with its year has no such form."""
    return f"{ky.ten_ngan}/{ky.nam}" if ky.ten_ngan and not ky.ten_ngan.endswith("năm") else ky.ten


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _replaced(text: str, names: dict[str, str]) -> str:
    """*text* with every name replaced, all at once: what has been replaced is not looked at again."""
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{known})(?!\w)", lambda found: names[found[0]], text)


def _source(nguon: Locator) -> SourceFile:
    assert isinstance(nguon, SourceFile), "read by the loader"
    return nguon
