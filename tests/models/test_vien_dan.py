"""How a document is named: in full, short, with the zero of state numbers."""

import re

import pytest
from pydantic import ValidationError

from cqtt.models.vien_dan import CUA_DANG, NHA_NUOC, VanBanVienDan


def document(so: int, ky_hieu: str, trich_yeu: str | None = None, ma: str = "a") -> VanBanVienDan:
    return VanBanVienDan(
        ma=ma, loai="Công văn", so=so, ky_hieu=ky_hieu, ngay="6/3/2024", co_quan="Thị ủy", trich_yeu=trich_yeu
    )


@pytest.mark.parametrize(
    ("so", "ky_hieu", "printed"),
    [
        (898, "UBND-NV", "898/UBND-NV"),
        (5, "KH-UBND", "05/KH-UBND"),
        (30, "2020/NĐ-CP", "30/2020/NĐ-CP"),
        (2858, "CV/TU", "2858-CV/TU"),
        (5, "KH/BCĐQCDC", "5-KH/BCĐQCDC"),
        (22, "2023/QH15", "22/2023/QH15"),
    ],
)
def test_number_and_symbol_are_joined_as_state_or_party_join_them(so: int, ky_hieu: str, printed: str) -> None:
    assert document(so, ky_hieu).so_ky_hieu == printed


def test_the_full_name_has_date_issuer_and_subject() -> None:
    full = document(7, "CV/BCĐ", "về quán triệt")
    assert full.day_du() == "Công văn số 7-CV/BCĐ ngày 06/3/2024 của Thị ủy về quán triệt"
    assert full.day_du(co_quan=False) == "Công văn số 7-CV/BCĐ ngày 06/3/2024 về quán triệt"
    assert document(7, "CV/BCĐ").day_du() == "Công văn số 7-CV/BCĐ ngày 06/3/2024 của Thị ủy"
    assert full.ngan == "Công văn số 7-CV/BCĐ"


@pytest.mark.parametrize("ky_hieu", ["", "KH", "kh-UBND", "KH UBND", "-KH", "KH/", "127/KH-UBND", "KH-UBND/"])
def test_what_is_no_symbol_is_refused(ky_hieu: str) -> None:
    with pytest.raises(ValidationError):
        document(1, ky_hieu)


@pytest.mark.parametrize("ma", ["", "ke-hoach", "Ke_hoach", "5_kh", "kh__5", "kế_hoạch"])
def test_what_a_template_cannot_name_is_refused(ma: str) -> None:
    with pytest.raises(ValidationError):
        document(1, "KH-UBND", ma=ma)


@pytest.mark.parametrize("symbol", ["KH-UBND", "CV/TU", "2020/NĐ-CP", "KH/BCSĐ-BDVTU", "2023/QH15", "QĐ-TTg"])
def test_no_symbol_is_the_states_and_the_partys(symbol: str) -> None:
    assert bool(re.fullmatch(NHA_NUOC, symbol)) != bool(re.fullmatch(CUA_DANG, symbol))
