"""The register of cited documents: symbols, dates, documents entered twice or never cited."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from cqtt.markup.walk import Passage
from cqtt.models.bao_cao import BaoCao
from cqtt.models.du_lieu import DuLieu
from cqtt.models.vien_dan import VIET_TAT, VanBanVienDan
from cqtt.names import closing_mark
from cqtt.numerals import day
from cqtt.problems import Locator, Problem, Severity


def symbol_fits_kind(data: DuLieu) -> Iterator[Problem]:
    """VD01: a plan's symbol says KH, a decision's QĐ (NĐ 30/2020/NĐ-CP, Phụ lục III); official letters have none."""
    for i, document in enumerate(data.bao_cao.gia_tri.van_ban):
        wanted = _abbreviations(document)
        written = document.ky_hieu.removeprefix(f"{document.ngay_ban_hanh.year}/").replace("/", "-").partition("-")[0]
        if wanted and written not in wanted:
            here = data.bao_cao.nguon.position(("van_ban", i, "ky_hieu"))
            message = f"{document.loai} mang ký hiệu {document.ky_hieu}"
            yield Problem(here, "VD01", message, f"ký hiệu bắt đầu bằng {' hoặc '.join(wanted)}", f"van_ban[{i + 1}]")


def _abbreviations(document: VanBanVienDan) -> tuple[str, ...]:
    """How the symbol of such a document may begin; empty where anything may stand."""
    kind = document.loai.casefold()
    if "QH" in document.ky_hieu.partition("/")[2]:  # 1211/2016/UBTVQH13, 96/2015/QH13
        return ()
    if kind == "công văn":  # 898/UBND-NV, but 2858-CV/TU
        return ("CV",) if "/" in document.ky_hieu and not document.ky_hieu[:1].isdigit() else ()
    return VIET_TAT.get(kind, ())


def no_document_twice(data: DuLieu) -> Iterator[Problem]:
    """VD02: one entry for each document, and one document for each identifier."""
    seen: dict[str, int] = {}
    for i, document in enumerate(data.bao_cao.gia_tri.van_ban):
        names = (f"mã {document.ma}", f"{document.ngan} năm {document.ngay_ban_hanh.year}")
        first = next((seen[name] for name in names if name in seen), None)
        if first is not None:
            source = data.bao_cao.nguon
            message = f"{document.ngan} đã có ở dòng {source.position(('van_ban', first, 'ma')).line}"
            if document.ma == data.bao_cao.gia_tri.van_ban[first].ma:
                message = f"mã {document.ma} đã dùng ở dòng {source.position(('van_ban', first, 'ma')).line}"
            here = source.position(("van_ban", i, "ma"))
            yield Problem(here, "VD02", message, "giữ một mục; mỗi văn bản một mã", f"van_ban[{i + 1}].ma")
        for name in names:
            seen.setdefault(name, i)


CITED = {"loai": "tên loại", "ky_hieu": "ký hiệu", "co_quan": "cơ quan ban hành", "trich_yeu": "trích yếu"}
"""The texts of a document that are printed inside a sentence, and what they are called."""


def texts_leave_the_mark_to_the_sentence(data: DuLieu) -> Iterator[Problem]:
    """VD05: no text of a document ends in punctuation, or the sentence that cites it would print it twice."""
    for i, document in enumerate(data.bao_cao.gia_tri.van_ban):
        for name, called in CITED.items():
            if mark := closing_mark(getattr(document, name) or ""):
                here = data.bao_cao.nguon.position(("van_ban", i, name))
                message = f"{called} của {document.ngan} kết thúc bằng “{mark}”"
                key = f"van_ban[{i + 1}].{name}"
                yield Problem(here, "VD05", message, "bỏ dấu này: câu viện dẫn có dấu của nó", key)


def issued_before_the_report(data: DuLieu) -> Iterator[Problem]:
    """VD04: a document issued after the report cannot be cited in it."""
    bao_cao = data.bao_cao.gia_tri
    if bao_cao.thang is None:
        return
    last = bao_cao.ngay or monthrange(bao_cao.nam, bao_cao.thang)[1]
    end = date(bao_cao.nam, bao_cao.thang, min(last, monthrange(bao_cao.nam, bao_cao.thang)[1]))
    for i, document in enumerate(bao_cao.van_ban):
        if document.ngay_ban_hanh > end:
            here = data.bao_cao.nguon.position(("van_ban", i, "ngay"))
            message = f"{document.ngan} ban hành ngày {day(document.ngay_ban_hanh)}, sau ngày của báo cáo này"
            key = f"van_ban[{i + 1}].ngay"
            yield Problem(here, "VD04", message, "kiểm tra ngày, năm", key, Severity.WARNING)


def every_document_is_cited(passages: Iterable[Passage], bao_cao: BaoCao, nguon: Locator) -> Iterator[Problem]:
    """VD03: what the register holds, the report cites in one of its *passages*; *nguon* is the period's file."""
    cited = {figure.path for passage in passages for _, figure in passage.figures}
    for i, document in enumerate(bao_cao.van_ban):
        if f"van_ban.{document.ma}" not in cited:
            here = nguon.position(("van_ban", i, "ma"))
            hint = f"viện dẫn bằng {{{{ van_ban.{document.ma} | vien_dan }}}}, hoặc bỏ mục này"
            message = f"{document.ngan} không được viện dẫn trong báo cáo"
            yield Problem(here, "VD03", message, hint, f"van_ban[{i + 1}].ma", Severity.WARNING)
