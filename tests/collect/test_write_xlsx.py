"""The workbook of a form: what is in its cells, what it takes, and that the same form gives the same bytes."""

import io

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from cqtt.collect.write_xlsx import write
from cqtt.fingerprint import is_ours
from tests.phieu import KEY, VALUE, blank, form, rows


@pytest.fixture(scope="module")
def sheet():  # type: ignore[no-untyped-def]
    return load_workbook(io.BytesIO(blank()))["Phiếu"]


def test_the_same_form_gives_the_same_bytes_and_bears_our_mark() -> None:
    assert write(form()) == blank()
    assert is_ours(blank())
    assert write(form("van-trung")) != blank()


def test_each_question_has_a_row_with_its_key_and_one_open_cell(sheet) -> None:  # type: ignore[no-untyped-def]
    at = rows(sheet)
    for question in form().questions.all():
        cell = sheet.cell(at[question.path], VALUE)
        assert cell.protection.locked is bool(question.parts), question.path
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    locked = [sheet.cell(row, column).protection.locked for row in at.values() for column in (1, 2, 4, 5)]
    assert all(locked)


def test_keys_are_hidden_and_the_head_says_to_whom_and_by_when(sheet) -> None:  # type: ignore[no-untyped-def]
    assert sheet.column_dimensions["E"].hidden
    assert [sheet.cell(row, 1).value for row in (1, 2)] == ["PHIẾU SỐ LIỆU QUÝ II NĂM 2024", "Phường Nếnh"]
    assert sheet.cell(4, 1).value == (
        "Kính gửi: Ủy ban nhân dân thị xã Việt Yên. Hạn gửi: 01/7/2024 (số liệu chốt 30/6/2024)."
    )
    hidden = next(row for row, what in sheet.row_dimensions.items() if what.hidden)
    assert sheet.cell(hidden, KEY).value == str(form().identity)


def test_a_cell_takes_only_what_may_stand_there(sheet) -> None:  # type: ignore[no-untyped-def]
    at = rows(sheet)
    kinds = {
        str(rule.sqref): (rule.type, rule.formula1, rule.formula2) for rule in sheet.data_validations.dataValidation
    }
    found = {key: kinds.get(f"C{row}") for key, row in at.items()}
    assert found["ho_so.tra_lai"] == ("whole", "0", "99999999")
    assert found["mot_cua.wifi"] == ("list", '"có,không"', None)
    assert found["cong_nhan.dang_ky"] == ("list", '"nâng mức sao,công nhận lần đầu,không có"', None)
    assert found["ho_so.tiep_nhan.tong"] is None
    year = found["cong_nhan.nam"]
    assert year is not None
    assert year[0] == "custom"
    assert '="không có"' in year[1]


def test_totals_and_checks_are_formulas_with_their_results(sheet) -> None:  # type: ignore[no-untyped-def]
    given = load_workbook(io.BytesIO(blank()), data_only=True)["Phiếu"]
    at = rows(sheet)
    row, first = at["ho_so.tiep_nhan.tong"], at["ho_so.tiep_nhan.ky_truoc"]
    assert sheet.cell(row, VALUE).value == f"=SUM(C{first},C{first + 1},C{first + 2})"
    assert given.cell(row, VALUE).value == 18
    checks = [r for r in range(1, sheet.max_row + 1) if str(sheet.cell(r, 2).value).startswith("Kiểm tra: ")]
    assert [given.cell(r, VALUE).value for r in checks] == ["Chưa đủ số"] * 4
    red = {str(area.sqref) for area in sheet.conditional_formatting}
    assert red == {f"A{r}:D{r}" for r in checks}


def test_it_is_printed_on_upright_a4_one_page_wide(sheet) -> None:  # type: ignore[no-untyped-def]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        None,
        0,
    )  # one page is what is meant where none is written
