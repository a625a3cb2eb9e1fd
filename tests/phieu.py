"""Forms of a quarter that is to be filled in, and answers made of them as people and programs make them."""

import io
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from openpyxl import load_workbook  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

from cqtt.collect.form import Form, form_of
from cqtt.collect.write_xlsx import write
from cqtt.models.don_vi import DonVi
from cqtt.models.ky import Ky
from cqtt.models.question import Kind
from cqtt.problems import Key
from cqtt.source.loader import load_authority
from cqtt.source.yaml_reader import Value
from tests.conftest import ROOT
from tests.than_thien import REPORT

QUY_II = Ky(2024, 4, 6)
VALUE, KEY = 3, 5
Change = Callable[[Any, Any, dict[str, int]], None]
"""What somebody does to an answer: its workbook, the sheet with the values, the row of each key."""

STOCKS: dict[Key, Value] = {
    ("mot_cua", "wifi"): True,
    ("trang_thiet_bi", "may_in"): 4,
    ("ho_so", "tiep_nhan", "ky_truoc"): 18,
    ("cong_nhan", "nam"): None,
}
GIVEN: dict[str, object] = {
    "ho_so.tiep_nhan.ky_truoc": 18,
    "ho_so.tiep_nhan.truc_tuyen": 300,
    "ho_so.tiep_nhan.truc_tiep": 2,
    "ho_so.da_giai_quyet.truoc_han": 290,
    "ho_so.da_giai_quyet.dung_han": 10,
    "ho_so.da_giai_quyet.qua_han": 5,
    "ho_so.dang_giai_quyet.trong_han": 12,
    "ho_so.dang_giai_quyet.qua_han": 2,
    "ho_so.tra_lai": 1,
    "so_hoa.ho_so": 250,
    "so_hoa.ket_qua": 240,
    "mot_cua.dau_tu": "không",
    "mot_cua.tthc_phai_niem_yet": 141,
    "mot_cua.tthc_da_niem_yet": 141,
    "cong_nhan.nam": 2023,
    "cong_nhan.muc_sao": 4,
    "cong_nhan.da_gan_sao": "có",
    "cong_nhan.dang_ky": "không có",
}
"""Figures that fit together; every other count is 1, every other yes or no is yes."""


@cache
def authority() -> DonVi:
    """The shipped authority."""
    found = load_authority(ROOT)[0]
    assert found is not None
    return found.gia_tri


def form(ma: str = "nenh", known: Mapping[Key, Value] = STOCKS) -> Form:
    """The form of the unit *ma* for the second quarter, with the values *known* in it."""
    unit = next(unit.don_vi for unit in authority().units if unit.ma == ma)
    return form_of(REPORT, authority(), QUY_II, unit, known)


@cache
def blank() -> bytes:
    """The form of phường Nếnh, as it is sent."""
    return write(form())


def rows(sheet: Worksheet) -> dict[str, int]:
    """The row of each key on *sheet*."""
    found = ((row, sheet.cell(row, KEY).value) for row in range(1, sheet.max_row + 1))
    return {key: row for row, key in found if key}


def answer(data: bytes = b"", change: Change = lambda *_: None) -> bytes:
    """The form *data* filled in, then changed."""
    book = load_workbook(io.BytesIO(data or blank()))
    sheet = book["Phiếu"]
    at = rows(sheet)
    for key, value in answers():
        if key in at:
            sheet.cell(at[key], VALUE).value = value
    for key, row in at.items():
        if key.startswith("@ra_soat"):
            sheet.cell(row, VALUE).value = "có"
    change(book, sheet, at)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def answers() -> Iterator[tuple[str, object]]:
    """A value for each question but the totals and what need not be answered."""
    for block in form().questions.blocks:
        for question in block.questions():
            if question.kind is not Kind.TOTAL and question.required and not block.optional:
                usual: object = "có" if question.kind is Kind.YES_NO else 1
                yield question.path, GIVEN.get(question.path, usual)


def put(value: object, key: str = "ho_so.tiep_nhan.truc_tuyen", form: str = "") -> Change:
    """Writes *value*, in the number format *form*, where the answer to *key* stands."""

    def change(_: Any, sheet: Any, at: dict[str, int]) -> None:
        cell = sheet.cell(at[key], VALUE)
        cell.value = value
        if form:
            cell.number_format = form

    return change
