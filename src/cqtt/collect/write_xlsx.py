"""A form as a workbook: one value cell a row, which takes only what may stand there; all else is locked.

Column C has the answers, E (hidden) the keys; the hidden row above the head says so to whoever reads the answer.
The same form gives the same bytes.
"""

import io
from datetime import datetime, time
from functools import cache
from textwrap import wrap
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from cqtt.collect import cells
from cqtt.collect.form import HEAD, ITEM, REVIEWED, SHEET, VALUE, Asked, Check, Form, Heading, Review, Row, sheet_name
from cqtt.collect.styles import Styles
from cqtt.excel.workbook import sealed_package
from cqtt.models.question import ITEMS, YES, Items, Kind
from cqtt.numerals import day

NUMBER, LABEL, ANSWER, NOTE, KEY = range(5)
_WIDTHS = (6, 46, 17, 46)
_LINE = 16
"""The height of a line, in points."""
_GUIDE = (
    "Chỉ điền ô nền vàng. Số viết liền, không có dấu chấm, dấu phẩy: 5007. Không phát sinh thì ghi 0, không để trống.",
    "Số trên nền xanh được điền sẵn từ kỳ trước: xem lại, sai thì sửa, rồi chọn “có” ở dòng “Đã rà soát” của nhóm.",
    "Gửi lại chính tệp này (.xlsx), không chép sang tệp khác. Tổng và dòng kiểm tra tự tính; dòng đỏ là số chưa khớp.",
)


def write(form: Form) -> bytes:
    """The workbook's bytes, with our mark in them (``fingerprint``)."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "default_format_properties": {"font_name": "Times New Roman"}}
    )
    who = form.unit.ten_day_du if form.unit else form.don_vi.ten_day_du
    book.set_properties(
        {
            "title": f"Phiếu số liệu {form.ky.ten}: {who}",
            "author": form.don_vi.ten_co_quan,
            "created": datetime.combine(form.cut_off, time()),
        }
    )
    styles = Styles(book)
    _values(book.add_worksheet(SHEET), form, styles)
    for of in form.questions.lists:
        _list(book.add_worksheet(sheet_name(of.title)), form, of, styles)
    book.close()
    return sealed_package(buffer)


def _values(page: Any, form: Form, styles: Styles) -> None:
    first = _top(page, form, styles)
    page.write_string(first - 2, ANSWER, VALUE)
    page.write_string(first - 2, KEY, str(form.identity))
    for column, words in enumerate(("STT", "Chỉ tiêu", "Số liệu", "Cách ghi")):
        page.write_string(first - 1, column, words, styles.head)
    page.write_string(first - 1, KEY, HEAD)
    lines = {row.question.path: first + i for i, row in enumerate(form.rows) if isinstance(row, Asked)}
    number = 0
    for i, row in enumerate(form.rows):
        at = first + i
        number += isinstance(row, Asked)
        _line(page, at, row, styles, cells.Sums(form, lines))
        if isinstance(row, Asked):
            page.write_number(at, NUMBER, number, styles.plain)
    _whole_page(page, first, first + len(form.rows))
    page.protect("", {"format_columns": True, "format_rows": True})


def _top(page: Any, form: Form, styles: Styles) -> int:
    """The lines above the table; returns the first row (from 0) below its head."""
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    page.set_column(KEY, KEY, 20, None, {"hidden": True})
    who = form.unit.ten_day_du if form.unit else form.don_vi.ten_day_du
    page.merge_range(0, NUMBER, 0, NOTE, f"PHIẾU SỐ LIỆU {form.ky.ten.upper()}", styles.title)
    page.merge_range(1, NUMBER, 1, NOTE, f"{who[:1].upper()}{who[1:]}", styles.title)
    page.merge_range(2, NUMBER, 2, NOTE, form.report.title, styles.centre)
    sent = f"Kính gửi: {form.don_vi.ten_co_quan}. Hạn gửi: {day(form.deadline)} (số liệu chốt {day(form.cut_off)})."
    page.merge_range(3, NUMBER, 3, NOTE, sent, styles.sent)
    for i, line in enumerate(_GUIDE, start=4):
        page.merge_range(i, NUMBER, i, NOTE, f"- {line}", styles.guide)
    hidden = 4 + len(_GUIDE)
    page.set_row(hidden, None, None, {"hidden": True})
    return hidden + 2


def _line(page: Any, at: int, row: Row, styles: Styles, sums: cells.Sums) -> None:
    page.set_row(at, _LINE * max(_lines(words, _WIDTHS[column]) for column, words in _words(row)))
    if isinstance(row, Heading):
        for column in range(KEY):
            page.write_blank(at, column, None, styles.heading(row.depth))
        page.write_string(at, LABEL, row.title, styles.heading(row.depth))
        page.write_string(at, NOTE, row.note, styles.heading_note)
    elif isinstance(row, Review):
        page.write_string(at, LABEL, "Đã rà soát số điền sẵn của nhóm này", styles.label)
        page.write_blank(at, ANSWER, None, styles.answer)
        page.write_string(at, NOTE, f"Chọn “{YES}” sau khi xem lại", styles.note)
        page.write_string(at, KEY, f"{REVIEWED}.{row.group}")
        page.data_validation(at, ANSWER, at, ANSWER, {"validate": "list", "source": [YES]})
        page.write_blank(at, NUMBER, None, styles.plain)
    elif isinstance(row, Check):
        _check(page, at, row, styles, sums)
    else:
        _asked(page, at, row, styles, sums)


def _words(row: Row) -> tuple[tuple[int, str], ...]:
    """The texts of *row* that may need more than one line, each with its column."""
    if isinstance(row, Asked):
        return (LABEL, row.question.title), (NOTE, cells.how_to_write(row.question))
    if isinstance(row, Check):
        return ((LABEL, f"Kiểm tra: {row.balance.title}"),)
    return ((LABEL, ""),)


@cache
def _lines(words: str, width: int) -> int:
    return len(wrap(words, width - 4)) or 1


def _asked(page: Any, at: int, row: Asked, styles: Styles, sums: cells.Sums) -> None:
    question = row.question
    total = question.kind is Kind.TOTAL
    page.write_string(at, LABEL, question.title, styles.total_label if total else styles.label)
    page.write_string(at, NOTE, cells.how_to_write(question), styles.note)
    page.write_string(at, KEY, question.path)
    if total:
        page.write_formula(at, ANSWER, sums.formula(question), styles.total, sums.value(question.path))
        return
    page.data_validation(at, ANSWER, at, ANSWER, cells.validation(question, at, ANSWER))
    style = styles.answer if row.filled is None else styles.filled
    if row.filled is None:
        page.write_blank(at, ANSWER, None, style)
    elif isinstance(row.filled, int):
        page.write_number(at, ANSWER, row.filled, style)
    else:
        page.write_string(at, ANSWER, str(row.filled), style)


def _check(page: Any, at: int, row: Check, styles: Styles, sums: cells.Sums) -> None:
    page.write_string(at, LABEL, f"Kiểm tra: {row.balance.title}", styles.check_label)
    formula, shown = sums.check(row.balance)
    page.write_formula(at, ANSWER, formula, styles.check, shown)
    page.write_string(at, NOTE, "Tự tính; đỏ là chưa khớp, xem lại các số trên", styles.note)
    page.write_blank(at, NUMBER, None, styles.plain)
    red = {"type": "formula", "criteria": f'=LEFT($C${at + 1},4)="LỆCH"', "format": styles.red}
    page.conditional_format(at, NUMBER, at, NOTE, red)


def _whole_page(page: Any, head: int, end: int) -> None:
    page.freeze_panes(head, 0)
    page.set_paper(9)  # A4
    page.set_portrait()
    page.fit_to_pages(1, 0)
    page.repeat_rows(head - 1)
    page.print_area(0, NUMBER, end - 1, NOTE)
    page.hide_gridlines(2)
    page.set_footer('&C&"Times New Roman,Regular"&10&A, trang &P/&N')


def _list(page: Any, form: Form, of: Items, styles: Styles) -> None:
    """A sheet with a row for each item: the hidden row names the columns, the hidden column the rows."""
    key, known = 1 + len(of.columns), form.items(of)
    rows = min(of.most, max(ITEMS, len(known) + 10))
    page.set_column(0, 0, _WIDTHS[0])
    page.set_column(1, key - 1, max(20, 100 // len(of.columns)))
    page.set_column(key, key, 20, None, {"hidden": True})
    page.write_string(0, 1, of.title, styles.list_title)
    page.write_string(1, 1, "Mỗi mục một dòng; không có thì để trống cả trang này.", styles.list_guide)
    page.set_row(2, None, None, {"hidden": True})
    page.write_string(2, key, f"{form.identity}|{of.path}")
    page.write_string(3, 0, "STT", styles.head)
    page.write_string(3, key, HEAD)
    for column, question in enumerate(of.columns, start=1):
        page.write_string(2, column, f"@{question.path}")
        page.write_string(3, column, question.title, styles.head)
        page.data_validation(4, column, 3 + rows, column, cells.validation(question, 4, column))
    for i in range(rows):
        item = known[i] if i < len(known) else {}
        page.write_number(4 + i, 0, i + 1, styles.plain)
        page.write_string(4 + i, key, f"{ITEM}.{i + 1}")
        for column, question in enumerate(of.columns, start=1):
            value = item.get(question.path)
            page.write(4 + i, column, "" if value is None else str(value), styles.filled_text if item else styles.text)
    _whole_page(page, 4, 4 + rows)
    page.print_area(0, 0, 3 + rows, key - 1)
    page.protect("", {"insert_rows": True, "delete_rows": True, "format_columns": True, "format_rows": True})
