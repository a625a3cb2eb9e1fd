"""The files of a new period, out of those of an earlier one: stocks stay, flows wait to be filled in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cqtt.models.ban_ghi import BanGhi
from cqtt.models.bao_cao import BaoCao
from cqtt.models.danh_muc import cac_muc
from cqtt.models.du_lieu import BaoCaoXa, DuLieu
from cqtt.models.ke_tiep import theo_don_vi_sau
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import DonViCapXa, Loai
from cqtt.pipeline.read import periods, read_period
from cqtt.problems import Key, Locator, Problem, Severity
from cqtt.source.communes import Register
from cqtt.source.placeholders import PLACEHOLDER
from cqtt.source.rewrite import rewritten
from cqtt.source.skeleton import commune_file
from cqtt.source.source_file import SourceFile

OPENING: Key = ("ho_so", "tiep_nhan", "ky_truoc")


@dataclass(slots=True)
class Scaffold:
    """A period's files by their path below its folder; none where *problems* of the earlier period forbid them.

    *new* and *gone* are the communes that the earlier period did not have, and that no longer exist.
    """

    problems: list[Problem] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    new: list[DonViCapXa] = field(default_factory=list)
    gone: list[DonViCapXa] = field(default_factory=list)

    @property
    def waiting(self) -> int:
        """How many values are still to be filled in."""
        return sum(text.count(f": {PLACEHOLDER}") for text in self.files.values())


def scaffold(root: Path, ky: Ky, tu: Ky) -> Scaffold:
    """The files of *ky* out of those of *tu*, which must be without errors.

    A longer period whose quarters or months are there needs only its own document: its figures are added up.
    """
    period = read_period(root, tu)
    errors = [problem for problem in period.problems if problem.severity is Severity.ERROR]
    if errors or period.data is None:
        return Scaffold(errors)
    made = Scaffold()
    rolled_up = bool(ky.phu(periods(root))[0])
    made.files["bao_cao.yaml"] = _document(period.data, ky, rolled_up=rolled_up)
    if not rolled_up:
        before = ky.ky_truoc
        closing = period.data if tu == before else _data(root, before)
        for unit, text in _communes(period.data, ky, closing, made):
            made.files[f"xa_phuong/{unit.ma}.yaml"] = text
    return made


def _data(root: Path, ky: Ky | None) -> DuLieu | None:
    """The period that ends where the new one begins; None where it is not there, or wrong."""
    return read_period(root, ky).data if ky is not None and ky in periods(root) else None


def _communes(data: DuLieu, ky: Ky, closing: DuLieu | None, made: Scaffold) -> Iterator[tuple[DonViCapXa, str]]:
    """The file of each commune that exists when *ky* ends."""
    don_vi = data.don_vi.gia_tri
    units = Register(don_vi, ky).units
    known = {unit.ma for unit in units}
    before = {xa.don_vi.ma: xa for xa in data.xa_phuong}
    pending = theo_don_vi_sau(don_vi, closing.xa_phuong, known)[0] if closing else {}
    made.gone = [xa.don_vi for xa in data.xa_phuong if xa.don_vi.ma not in known]
    for unit in units:
        reports = pending.get(unit.ma)
        opening = str(sum(r.so_lieu.ho_so.dang_giai_quyet.tong for r in reports)) if reports else PLACEHOLDER
        if xa := before.get(unit.ma):
            yield unit, _renamed(xa, unit, _commune(xa, data.ky, ky, opening))
        else:
            made.new.append(unit)
            yield unit, commune_file(unit.ten, {OPENING: opening})


def _commune(xa: BaoCaoXa, tu: Ky, ky: Ky, opening: str) -> str:
    """The commune's file for *ky*: pending dossiers are counted anew, and so is what was registered in another year."""
    source = _source(xa.nguon)
    values: dict[Key, str] = {}
    for muc in cac_muc():
        if muc.loai is Loai.LUONG or muc.duong_dan.startswith("ho_so.dang_giai_quyet."):
            values[tuple(muc.duong_dan.split("."))] = PLACEHOLDER
    values[OPENING] = opening
    blocks: dict[str, str | None] = {"chap_nhan": None}
    if ky.nam != tu.nam:
        values["cong_nhan", "dang_ky"] = PLACEHOLDER
        blocks["sang_kien"] = "[]"
    return _retitled(rewritten(source, values, blocks), tu, ky)


def _renamed(xa: BaoCaoXa, unit: DonViCapXa, text: str) -> str:
    return text.replace(f"phuong_xa: {xa.so_lieu.phuong_xa}", f"phuong_xa: {unit.ten}") if xa.don_vi != unit else text


def _document(data: DuLieu, ky: Ky, *, rolled_up: bool) -> str:
    """The period's own file: number and day are the registry's, its month is the one after the period ends."""
    source = _source(data.bao_cao.nguon)
    values: dict[Key, str] = {("so",): "null", ("ngay",): "null", ("thang",): str(ky.thang_cuoi % 12 + 1)}
    values["nam",] = str(ky.nam + ky.thang_cuoi // 12)
    blocks: dict[str, str | None] = {"chap_nhan": "[]"}
    for name, part in BaoCao.so_lieu_rieng():
        if rolled_up:
            blocks[name] = None
        else:
            values |= dict.fromkeys(_flows(name, part), PLACEHOLDER)
    return _retitled(rewritten(source, values, blocks), data.ky, ky, of_document=True)


def _flows(name: str, part: "Loai | type[BanGhi]") -> Iterator[Key]:
    if isinstance(part, Loai):
        if part is Loai.LUONG:
            yield (name,)
    else:
        yield from ((name, inner) for inner, loai in part.cac_phan() if loai is Loai.LUONG)


def _retitled(text: str, tu: Ky, ky: Ky, *, of_document: bool = False) -> str:
    """*text* with the earlier period's name replaced in comments and, *of_document*, in the title's lines."""
    names = {name(tu): name(ky) for name in _NAMES}
    lines, in_title = text.split("\n"), False
    for i, line in enumerate(lines):
        in_title = of_document and (line.startswith("tieu_de:") or (in_title and line[:1] in (" ", "-", "")))
        code, mark, comment = line.partition("#")
        if in_title:
            code = _replaced(code, names)
        lines[i] = code + mark + _replaced(comment, names)
    return "\n".join(lines)


_NAMES = (
    lambda ky: ky.ten_hoa,
    lambda ky: ky.ten,
    lambda ky: f"{ky.ten_ngan or 'năm'}/{ky.nam}".removeprefix("năm/"),
    lambda ky: f"{ky.ten_ngan[:1].upper()}{ky.ten_ngan[1:]}/{ky.nam}".lstrip("/"),
    lambda ky: f"data/{ky.ma}/",
)


def _replaced(text: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        text = text.replace(old, new)
    return text


def _source(nguon: Locator) -> SourceFile:
    assert isinstance(nguon, SourceFile), "read by the loader"
    return nguon
