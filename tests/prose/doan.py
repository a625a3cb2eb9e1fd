"""Texts as the gate for prose reads them: parsed, but made without a template, each line at its own place."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from cqtt.manuscript import Insert, Manuscript, Origin
from cqtt.markup.parse import parse
from cqtt.markup.walk import Passage, passages
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu
from cqtt.models.vien_dan import VanBanVienDan
from cqtt.problems import Problem
from cqtt.prose import check_prose
from tests.than_thien import REPORT


def rate(path: str, value: str) -> SoLieu:
    return SoLieu(path, "Tỷ lệ", Loai.TY_LE, Decimal(value), DonViTinh.PHAN_TRAM)


RATES = {
    figure.duong_dan: figure
    for figure in (
        rate("ty_le", "0.966263"),
        rate("ho_so.ty_le_dung_han", "0.966263"),
        rate("ho_so.ty_le_qua_han", "0.033737"),
        rate("so_hoa.ty_le_ho_so", "0.99"),
    )
}


TITLE, END = "\n\n::: tieu_de\nBÁO CÁO\n\nKết quả\n:::", "\n\nHết [](#a)./."
"""What makes a document of a text, behind it, so that its lines keep their numbers; *a* is its appendix, if any."""
APPENDIX = "\n\n::: phu_luc a\n# A\n\nHết.\n:::"


def manuscript(text: str, *inserts: Insert) -> Manuscript:
    text += "" if "::: tieu_de" in text else TITLE
    text += END + ("" if "::: phu_luc a" in text else APPENDIX)
    lines = text.split("\n")
    origins = [Origin("k.j2", i) for i in range(1, len(lines) + 1)]
    return Manuscript(lines, origins, inserts, {"k.j2": lines})


def read(text: Manuscript) -> list[Passage]:
    """The passages of *text*."""
    document, problems = parse(text)
    assert document is not None, problems
    return list(passages(document))


def found(
    text: str,
    *inserts: Insert,
    documents: Sequence[VanBanVienDan] = (),
    figures: Mapping[str, SoLieu] = RATES,
) -> list[Problem]:
    """What the gate finds in *text*."""
    whole = manuscript(text, *inserts)
    return check_prose(read(whole), whole, figures, REPORT, documents)


def codes(text: str, *inserts: Insert, documents: Sequence[VanBanVienDan] = ()) -> list[str]:
    return [problem.code for problem in found(text, *inserts, documents=documents)]
