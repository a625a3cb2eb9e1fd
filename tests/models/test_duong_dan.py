"""A path taken apart and put together again is the same path."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.models.duong_dan import CUNG_KY, KY_TRUOC, DuongDan, cac_ky

NAME = st.from_regex(r"[a-z]{1,4}", fullmatch=True)
INNER = st.lists(NAME, min_size=1, max_size=3).map(".".join)


@given(INNER, st.sampled_from(["", KY_TRUOC, CUNG_KY, cac_ky("2024Q1")]))
def test_what_is_read_is_what_was_written(inner: str, ky: str) -> None:
    made = DuongDan(inner, ky)
    assert DuongDan.doc(str(made)) == made


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("so_don_vi", DuongDan("so_don_vi")),
        ("xa_phuong.nenh.a.b", DuongDan("xa_phuong.nenh.a.b")),
        ("ky_truoc.a.b", DuongDan("a.b", "ky_truoc")),
        ("cac_ky.2024Q1.a", DuongDan("a", "cac_ky.2024Q1")),
        ("so_voi_cung_ky.a.b", DuongDan("a.b", "cung_ky", so_voi=True)),
    ],
)
def test_a_path_has_these_parts(path: str, parts: DuongDan) -> None:
    assert DuongDan.doc(path) == parts
    assert str(parts) == path


@pytest.mark.parametrize(
    ("path", "of"),
    [
        ("xa_phuong.nenh.a.b", ("nenh", "a.b")),
        ("xa_phuong.*.a", ("*", "a")),
        ("ky_truoc.xa_phuong.nenh.a", ("nenh", "a")),
        ("xa_phuong.nenh", None),
        ("xa_phuong_khac.nenh.a", None),
        ("a.b", None),
    ],
)
def test_a_unit_s_path_names_the_unit(path: str, of: tuple[str, str] | None) -> None:
    assert DuongDan.doc(path).cua_don_vi("xa_phuong") == of
