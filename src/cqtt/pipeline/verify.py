"""After the build: a file that left the program beside the report as the data give it now."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from cqtt.clauses import PHU_LUC
from cqtt.explanation import Explainer
from cqtt.faults import UsageFault
from cqtt.models.ky import Ky, doc_ky
from cqtt.names import fold
from cqtt.pipeline.compose import Composed, compose
from cqtt.pipeline.gather import Gathered, gather
from cqtt.pipeline.publish import made
from cqtt.pipeline.read import Reader
from cqtt.problems import Locator, Position, Problem, has_errors
from cqtt.verify.judge import Base, judge
from cqtt.verify.looks import labels
from cqtt.verify.origins import APPENDIX, origins
from cqtt.verify.pdf import apart, text_of
from cqtt.verify.stream import Stream
from cqtt.verify.verdict import Kind, Verdict
from cqtt.word.reading.archive import open_package
from cqtt.word.reading.paper import Paper, read_paper
from cqtt.word.reading.units import Unit
from cqtt.wording import seen

HEAD = 30
"""Paragraphs from the top among which the title stands."""
_APPENDIX = re.compile(rf"^{PHU_LUC} [IVX]+\s*$", re.MULTILINE)
YEAR = 12
"""Months of the longest period."""
_DATED = re.compile(r"\bngay\b.*\bthang\b")
FOUND_BY = 3
"""Words by which a place in the data is known."""
MOST_REMOVED = 75
"""If more of the report, in percent, is not in the file, it is another document."""


class Verified(Struct):
    """What came of it: the *verdict*, None where *problems* forbid to build the report; *report* is the built file."""

    ky: Ky
    gathered: Gathered
    problems: list[Problem]
    report: bytes = b""
    verdict: Verdict | None = None


class Current(Struct):
    """The report of a period as it is now."""

    gathered: Gathered
    composed: Composed
    report: bytes
    base: Base


def current(reader: Reader, ky: Ky, *, charts: bool | None) -> Current | tuple[Gathered, list[Problem]]:
    """The report of *ky* as it is built now, or the findings that forbid it."""
    reader = reader.as_signed(ky)
    gathered = gather(reader, ky, allow_missing=True)
    composed = compose(gathered, reader.template_root, charts=charts)
    if has_errors(composed.problems) or composed.report is None or composed.manuscript is None:
        return gathered, composed.problems
    report = made(composed.report)
    paper = read_paper(open_package(report))
    found = origins(paper, composed.report.document, _frame(reader, gathered, composed))
    base = Base(paper, found, composed.manuscript, _Files(reader, gathered))
    return Current(gathered, composed, report, base)


def verify(reader: Reader, data: bytes, ky: Ky | None, name: str) -> Verified:
    """The Word file *data*, called *name*, beside the report of *ky*, or of the period that it says it is of.

    Raises ``UsageFault`` for a file of another period or none of ours, ``EnvironmentFault`` for one that is broken.
    """
    paper = read_paper(open_package(data))
    ky = _agreed(reader, paper, ky, name)
    charts = paper.period[1] if paper.period else (True if paper.charts else None)
    now = current(reader, ky, charts=charts)
    if isinstance(now, tuple):
        return Verified(ky, *now)
    verdict = judge(now.base, paper)
    removed = sum(change.kind is Kind.REMOVED for change in verdict.changes)
    if not paper.period and 100 * removed > MOST_REMOVED * len(now.base.paper.units):
        raise _foreign(name, ky)
    return Verified(ky, now.gathered, now.composed.problems, now.report, verdict)


def verify_pdf(reader: Reader, data: bytes, ky: Ky | None, name: str) -> Verified:
    """The PDF *data* as ``verify`` looks at a Word file, by its words. Raises ``EnvironmentFault`` for one without."""
    pages = text_of(data)
    lines = [Unit("p", line) for page in pages[:1] for line in page.splitlines()]
    ky = _agreed(reader, Paper(units=lines), ky, name)
    now = current(reader, ky, charts=None)
    if not isinstance(now, tuple) and _has_more_appendices(pages, now.base.paper):
        now = current(reader, ky, charts=True)
    if isinstance(now, tuple):
        return Verified(ky, *now)
    base = now.base.paper
    found = apart(pages, [unit.words for unit in base.notes])
    body = Stream(
        [unit for unit in base.units if unit.kind in "pr"], "\n".join(found.body), labels(base), len(base.notes)
    )
    foot = Stream(base.notes, "\n".join(found.foot), {id(unit): str(i) for i, unit in enumerate(base.notes, start=1)})
    paper = Paper(units=body.read(), notes=[replace(unit, kind="n") for unit in foot.read()])
    if 100 * body.matched < (100 - MOST_REMOVED) * body.size:
        raise _foreign(name, ky)
    return Verified(ky, now.gathered, now.composed.problems, now.report, judge(now.base, paper))


def _has_more_appendices(pages: list[str], base: Paper) -> bool:
    """Whether the text of a PDF has an appendix that the report has not: that of the charts."""
    known = {unit.key for unit in base.units if unit.style == APPENDIX}
    return bool({seen(found[0]) for page in pages for found in _APPENDIX.finditer(page)} - known) if known else False


def _foreign(name: str, ky: Ky) -> UsageFault:
    hint = f"báo cáo kỳ đó lập bằng: cqtt build {ky.ma}; hai văn bản bất kỳ thì so bằng: cqtt redline"
    return UsageFault(f"{name} không phải báo cáo kỳ {ky.ma}: hầu như không có câu nào giống", hint)


def _agreed(reader: Reader, paper: Paper, asked: Ky | None, name: str) -> Ky:
    """The period of the file; that which is *asked* for, if it is the file's."""
    own = doc_ky(paper.period[0]) if paper.period else titled(paper.units[:HEAD], reader, asked)
    if asked is None and own is None:
        raise UsageFault(f"{name} không cho biết là báo cáo kỳ nào", f'ghi thêm kỳ, ví dụ: cqtt verify "{name}" 2024Q1')
    if asked is not None and own is not None and own != asked:
        raise UsageFault(f"{name} là báo cáo kỳ {own.ma}, không phải {asked.ma}", "ghi đúng kỳ, hoặc bỏ KỲ")
    found = own or asked
    assert found is not None
    return found


def titled(units: list[Unit], reader: Reader, asked: Ky | None) -> Ky | None:
    """The period that the title names: that which is *asked* for, or the one with the longest name.

    A line of the title begins with it, or has it somewhere; a date names none, nor does a year among other words.
    """
    known = {ky: fold(ky.ten) for ky in (*reader.reportable, *([asked] if asked else []))}
    lines = [line for unit in units if not _DATED.search(line := f"{fold(unit.words)} ")]
    found = [ky for ky, name in known.items() if any(line.startswith(f"{name} ") for line in lines)]
    found = found or [
        ky for ky, name in known.items() if ky.so_thang < YEAR and any(f" {name} " in line for line in lines)
    ]
    return asked if asked in found else max(found, key=lambda ky: (len(ky.ten), ky.ma), default=None)


class _Files(Struct, dict=True):
    """The files of the period and the authority."""

    reader: Reader
    gathered: Gathered
    _known: dict[str, Position | None] = field(default_factory=dict)

    @cached_property
    def _explainer(self) -> Explainer | None:
        return self.gathered.explainer

    def is_figure(self, path: str) -> bool:
        """Whether *path* names a figure."""
        return self._explainer is not None and self._explainer.figure(path) is not None

    def written(self, path: str) -> Position | None:
        """Where a figure's value was written, if in one place."""
        if path not in self._known:
            figure = self._explainer.figure(path) if self._explainer else None
            operands = self._explainer.explain(figure).operands if figure and self._explainer else ()
            shares = [share for operand in operands for share in operand.shares]
            one = len(shares) == 1 and shares[0].figure.toan_hang == () and len(operands) == 1
            self._known[path] = shares[0].position if one else None
        return self._known[path]

    def find(self, words: str) -> Position | None:
        """The only line of the files that says *words*, of at least three; None where there is none, or more."""
        if len(words.split()) < FOUND_BY:
            return None
        found: list[Position] = []
        for file in self._files():
            for number, line in enumerate(file.lines, start=1):
                if (at := line.find(words)) >= 0:
                    found.append(Position(file.path, number, at + 1, line, len(words)))
        return found[0] if len(found) == 1 else None

    def _files(self) -> Iterator[Locator]:
        if self.gathered.nguon is not None:
            yield self.gathered.nguon
        if self.reader.authority[0] is not None:
            yield self.reader.authority[0].nguon
        if self.gathered.data is not None:
            yield from (unit.nguon for unit in self.gathered.data.units)


def _frame(reader: Reader, gathered: Gathered, composed: Composed) -> Mapping[str, list[Position]]:
    """The lines from which what stands around the text is taken, by the style in which it is set."""
    authority = reader.authority[0]
    tong_hop, report, manuscript = gathered.tong_hop, composed.report, composed.manuscript
    if authority is None or tong_hop is None or gathered.nguon is None or report is None or manuscript is None:
        return {}
    don_vi, bao_cao, own = tong_hop.don_vi, tong_hop.bao_cao, authority.nguon
    signer = gathered.nguon if bao_cao.nguoi_ky else own
    listed = gathered.nguon if bao_cao.noi_nhan else own
    copies = [own.position(("kinh_gui",))] if don_vi.kinh_gui else []
    recipients = list(_items(listed, "noi_nhan", len(bao_cao.noi_nhan or don_vi.noi_nhan)))
    given = bao_cao.nguoi_ky or don_vi.nguoi_ky
    posts = [*(["hinh_thuc"] if given.hinh_thuc and given.quyen_han else []), *(["chuc_vu"] if given.chuc_vu else [])]
    capacity = (["thay_mat"] if given.thay_mat else []) + posts
    return {
        "CoQuanChuQuan": [own.position(("co_quan_chu_quan",))],
        "CoQuan": list(_items(own, "co_quan_ban_hanh", len(don_vi.co_quan_ban_hanh))),
        "SoKyHieu": [own.position(("ky_hieu",))],
        "DiaDanhNgay": [own.position(("dia_danh",))],
        "KinhGui": list(_items(own, "kinh_gui", len(don_vi.kinh_gui))),
        "NoiNhan": [*copies, *recipients, own.position(("luu",))],
        "NoiNhanTieuDe": [listed.position(("noi_nhan",))],
        "QuyenHan": [signer.position(("nguoi_ky", name)) for name in capacity],
        "HoTen": [signer.position(("nguoi_ky", "ho_ten"))],
        "PhuLucKemTheo": [own.position(("ten_co_quan",))],
        APPENDIX: [manuscript.position(appendix.line) for appendix in report.document.appendices],
    }


def _items(file: Locator, key: str, count: int) -> Iterator[Position]:
    return (file.position((key, i)) for i in range(count))
