"""Texts as the gate for prose reads them: made without a template, each line at its own place."""

from collections.abc import Sequence
from decimal import Decimal

from cqtt.manuscript import Insert, Manuscript, Origin
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu
from cqtt.models.vien_dan import VanBanVienDan
from cqtt.problems import Problem
from cqtt.prose import check_prose
from tests.than_thien import REPORT


def rate(path: str, value: str) -> SoLieu:
    return SoLieu(path, "Tỷ lệ", Loai.TY_LE, Decimal(value), DonViTinh.PHAN_TRAM)


RATES = (
    rate("ty_le", "0.966263"),
    rate("ho_so.ty_le_dung_han", "0.966263"),
    rate("ho_so.ty_le_qua_han", "0.033737"),
    rate("so_hoa.ty_le_ho_so", "0.99"),
)


def manuscript(text: str, *inserts: Insert) -> Manuscript:
    lines = text.split("\n")
    origins = [Origin("k.j2", i) for i in range(1, len(lines) + 1)]
    return Manuscript(lines, origins, inserts, {"k.j2": lines})


def found(text: str, *inserts: Insert, documents: Sequence[VanBanVienDan] = ()) -> list[Problem]:
    """What the gate finds in *text*."""
    return check_prose(manuscript(text, *inserts), {figure.duong_dan: figure for figure in RATES}, REPORT, documents)


def codes(text: str, *inserts: Insert, documents: Sequence[VanBanVienDan] = ()) -> list[str]:
    return [problem.code for problem in found(text, *inserts, documents=documents)]
