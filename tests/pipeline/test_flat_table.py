"""The flat table: every figure once, numbers as numbers, nothing that a spreadsheet would run, the same bytes again."""

import csv
import io
import re
import zipfile
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cqtt.aggregate import aggregate
from cqtt.models.du_lieu import DuLieu
from cqtt.models.tong_hop import TongHop
from cqtt.pipeline.flat_table import HEADS, as_csv, as_workbook, no_formula, rows
from cqtt.reporter import exact


@pytest.fixture(scope="module")
def tong_hop(quy_i: DuLieu) -> TongHop:
    return aggregate(quy_i)


def read(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_every_figure_of_every_unit_is_a_row(tong_hop: TongHop) -> None:
    made = list(rows(tong_hop))
    assert [row.figure for row in made] == list(tong_hop.tat_ca())
    assert len({(row.ma, row.duong_dan) for row in made}) == len(made)
    of_unit = next(row for row in made if row.ma == "nenh" and row.duong_dan == "ho_so.tiep_nhan.truc_tuyen")
    assert of_unit[:5] == ("2024Q1", "nenh", "07795", "phường Nếnh", "phường")
    assert of_unit.figure.duong_dan == "xa_phuong.nenh.ho_so.tiep_nhan.truc_tuyen"


def test_a_csv_holds_the_exact_values_as_vietnamese_excel_writes_them(tong_hop: TongHop) -> None:
    head, *body = read(as_csv(tong_hop))
    assert tuple(head) == HEADS
    values = [row[HEADS.index("Giá trị")] for row in body]
    assert [value.replace(",", ".") for value in values] == [
        "" if figure.gia_tri is None else str(exact(figure.gia_tri)) for figure in tong_hop.tat_ca()
    ]
    rate = next(row for row in body if row[5] == "ho_so.ty_le_dung_han")
    assert rate == [
        *("2024Q1", "", "", "thị xã Việt Yên", "thị xã", "ho_so.ty_le_dung_han"),
        *("Tỷ lệ hồ sơ giải quyết trước và đúng hạn", "0,966264", "%", "ty_le", "96,6%"),
    ]


def test_rows_end_as_windows_ends_them(tong_hop: TongHop) -> None:
    data = as_csv(tong_hop)
    assert data.count(b"\n") == data.count(b"\r\n") == 1 + sum(1 for _ in rows(tong_hop))


@given(st.text(max_size=12), st.sampled_from("=+-@＝＋－＠"), st.sampled_from(["", " ", "\t", "\n\r", "\u00a0"]))
def test_nothing_begins_a_formula(words: str, sign: str, before: str) -> None:
    assert no_formula(f"{before}{sign}{words}") == f"'{before}{sign}{words}"


@pytest.mark.parametrize("words", ["", "Nếnh", "–", "5.007", "'=1", "a=b", "(1+1)"])
def test_other_words_stand_as_they_are(words: str) -> None:
    assert no_formula(words) == words


def test_names_that_would_be_formulas_are_words_in_both_files(tong_hop: TongHop) -> None:
    first = tong_hop.units[0].bao_cao
    evil = replace(first, don_vi=replace(first.don_vi, loai='=HYPERLINK("http://a.vn"', ten='"x;y")'))
    spoilt = replace(tong_hop, units=(type(tong_hop.units[0]).of(evil),))
    row = read(as_csv(spoilt))[-1]
    assert row[3] == '\'=HYPERLINK("http://a.vn" "x;y")'
    assert len(row) == len(HEADS)
    with zipfile.ZipFile(io.BytesIO(as_workbook(spoilt))) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
        assert b"=HYPERLINK" in book.read("xl/sharedStrings.xml")


def test_a_workbook_holds_the_exact_values_as_numbers(tong_hop: TongHop) -> None:
    with zipfile.ZipFile(io.BytesIO(as_workbook(tong_hop))) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    found = {int(row): Decimal(value) for row, value in re.findall(r'<c r="H(\d+)" s="\d+"><v>([^<]*)</v>', page)}
    expected = {i: exact(figure.gia_tri) for i, figure in enumerate(tong_hop.tat_ca(), start=2)}
    assert found == {i: Decimal(str(value)) for i, value in expected.items() if value is not None}


def test_the_same_figures_are_the_same_bytes(quy_i: DuLieu, tong_hop: TongHop) -> None:
    again = aggregate(quy_i)
    assert (as_csv(tong_hop), as_workbook(tong_hop)) == (as_csv(again), as_workbook(again))
