"""Values go into a file that a person keeps; every other character stays."""

import difflib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.models.ky import Ky
from cqtt.source.as_typed import typed
from cqtt.source.fill_in import Filling, filled_in, written
from cqtt.source.yaml_reader import Value
from tests.conftest import ROOT
from tests.than_thien import REPORT

KY = Ky(2024, 1, 3)
NENH = (ROOT / "data/2024Q1/xa_phuong/nenh.yaml").read_text(encoding="utf-8")
ONLINE = ("ho_so", "tiep_nhan", "truc_tuyen")


def filled(text: str, values: dict[tuple[str, ...], Value], left_out: tuple[tuple[str, ...], ...] = ()) -> str | None:
    return filled_in("nenh.yaml", text, Filling(REPORT.record, KY, values, left_out))  # type: ignore[arg-type]


def changed(before: str, after: str | None) -> list[str]:
    assert after is not None
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def waiting(text: str, name: str) -> str:
    return re.sub(rf"({name}:) \S+", r"\1 chưa điền", text)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_value_takes_the_place_of_another_and_comments_stay(end: str) -> None:
    text = (
        waiting(NENH, "truc_tuyen")
        .replace("truc_tuyen: chưa điền", "truc_tuyen: chưa điền  # xem sổ")
        .replace("\n", end)
    )
    tail = end.removesuffix("\n")
    assert changed(text, filled(text, {ONLINE: 300})) == [
        f"-    truc_tuyen: chưa điền  # xem sổ{tail}",
        f"+    truc_tuyen: 300  # xem sổ{tail}",
    ]


@given(st.integers(0, 99_999_999), st.integers(0, 99_999_999), st.booleans())
def test_the_file_then_says_just_that(one: int, other: int, yes: bool) -> None:
    values: dict[tuple[str, ...], Value] = {ONLINE: one, ("so_hoa", "ho_so"): other, ("mot_cua", "wifi"): yes}
    made = filled(NENH, values)
    assert made is not None
    now = typed("nenh.yaml", made.encode())
    assert {key: now.at(key) for key in values} == values
    assert filled(made, values) == made


def test_a_byte_order_mark_stays() -> None:
    assert filled("\ufeff" + NENH, {ONLINE: 1}) == "\ufeff" + str(filled(NENH, {ONLINE: 1}))


def test_a_key_with_nothing_behind_it_and_one_that_is_not_there() -> None:
    text = re.sub(r"wifi: \S+", "wifi:", NENH)
    assert "+  wifi: true" in changed(text, filled(text, {("mot_cua", "wifi"): True}))
    text = re.sub(r" *may_in: .*\n", "", NENH)
    assert changed(text, filled(text, {("trang_thiet_bi", "may_in"): 9})) == ["+  may_in: 9  # máy in"]


def test_a_block_that_is_left_out_goes_and_comes_back_whole() -> None:
    without = filled(NENH, {}, (("thu",),))
    assert without is not None
    assert "thu:" not in without
    letters: dict[tuple[str, ...], Value] = {
        ("thu", name): 1 for name in ("chuc_mung", "cam_on", "xin_loi", "chia_buon")
    }
    again = filled(without, letters)
    assert typed("", str(again).encode()).at(("thu",)) == {name: 1 for _, name in letters}


def test_a_single_value_that_is_left_out_becomes_null() -> None:
    text = filled(NENH, {("ho_so", "truc_tuyen_da_giai_quyet"): 4})
    assert text is not None
    assert "+  truc_tuyen_da_giai_quyet: null  # hồ sơ trực tuyến đã giải quyết" in changed(
        text, filled(text, {}, (("ho_so", "truc_tuyen_da_giai_quyet"),))
    )


def test_a_list_grows_at_its_end_and_is_otherwise_written_anew() -> None:
    empty = re.sub(r"sang_kien:(.*\n)+", "sang_kien: []  # trong năm\n", NENH)
    first: list[Value] = [{"ten": "Mô hình: A"}]
    one = filled(empty, {("sang_kien",): first})
    assert changed(empty, one) == ["-sang_kien: []  # trong năm", "+sang_kien:  # trong năm", '+  - ten: "Mô hình: A"']
    two = filled(str(one), {("sang_kien",): [*first, {"ten": "B"}]})
    assert changed(str(one), two) == ["+  - ten: B"]
    assert filled(str(two), {("sang_kien",): []}) == empty


def test_a_total_that_is_written_follows_its_parts() -> None:
    text = NENH.replace("  tiep_nhan:\n", "  tiep_nhan:\n    tong: 1\n")
    made = filled_in("a", text, Filling(REPORT.record, KY, {ONLINE: 1}, (), {("ho_so", "tiep_nhan", "tong"): 7}))
    assert made is not None
    assert "    tong: 7\n" in made


def test_what_cannot_be_written_so_that_it_is_read_is_not_written() -> None:
    braces = re.sub(r"so_hoa:.*\n(  .*\n)+", "so_hoa: {ho_so: 1}\n", NENH)
    assert filled(braces, {("so_hoa", "ket_qua"): 1}) is None
    assert "so_hoa: {ho_so: 2}" in str(filled(braces, {("so_hoa", "ho_so"): 2}))


def test_values_as_the_file_has_them() -> None:
    assert [written(value) for value in (5, True, None, "không", "no: 1")] == ["5", "true", "null", "không", '"no: 1"']
