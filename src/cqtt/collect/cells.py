"""What a value cell of a form takes and shows: its validation, its explanation, the formulas of totals and checks."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from cqtt.collect.form import Asked, Form
from cqtt.models.question import NO, NONE, YES, Kind, Question
from cqtt.models.report_type import Balance

ANSWER = "C"
_REFUSED = "Số liệu chưa đúng dạng"
FITS, GAP, WAITS = "Khớp", "LỆCH", "Chưa đủ số"


def allowed(question: Question) -> tuple[str, ...]:
    """The words of a drop-down list."""
    words = (YES, NO) if question.kind is Kind.YES_NO else question.words
    return (*words, NONE) if question.nullable else words


def how_to_write(question: Question) -> str:
    """What stands beside the cell: the record's own explanation, and what the kind of the value asks for."""
    none = f"; không có thì ghi “{NONE}”" if question.nullable else ""
    match question.kind:
        case Kind.TOTAL:
            said = "Tự tính, không điền"
        case Kind.YES_NO | Kind.CHOICE:
            said = f"Chọn: {', '.join(allowed(question))}"
        case Kind.YEAR:
            said = f"Năm, bốn chữ số{none}"
        case Kind.COUNT:
            said = f"Số nguyên từ {question.low} đến {question.high}{none}" if question.nullable else ""
        case _:
            said = ""
    if question.kind in (Kind.YEAR, Kind.CHOICE) or question.nullable:
        return said
    optional = "" if question.required or question.kind is Kind.TOTAL else "Không bắt buộc."
    note = "" if question.note.startswith(optional) and optional else optional
    return " ".join(part for part in (note, question.note, said) if part)


def validation(question: Question, row: int, column: int) -> dict[str, Any]:
    """What Excel lets be typed into the cell, with what it says otherwise."""
    told = {"error_title": _REFUSED, "error_message": _error(question)}
    if question.kind in (Kind.YES_NO, Kind.CHOICE):
        return told | {"validate": "list", "source": list(allowed(question))}
    if question.kind is Kind.TEXT:
        return told | {"validate": "length", "criteria": "<=", "value": question.longest or 2000}
    if not question.nullable:
        return told | {"validate": "integer", "criteria": "between", "minimum": question.low, "maximum": question.high}
    cell = f"{chr(ord('A') + column)}{row + 1}"
    whole = f"ISNUMBER({cell}),{cell}=INT({cell}),{cell}>={question.low},{cell}<={question.high}"
    return told | {"validate": "custom", "value": f'=IF(ISNUMBER({cell}),AND({whole}),{cell}="{NONE}")'}


def _error(question: Question) -> str:
    if question.kind in (Kind.YES_NO, Kind.CHOICE):
        return f"Chỉ chọn: {', '.join(allowed(question))}."
    if question.kind is Kind.TEXT:
        return "Chữ quá dài: rút gọn."
    none = f", hoặc ghi “{NONE}”" if question.nullable else ""
    return f"Chỉ ghi số nguyên từ {question.low} đến {question.high}, viết liền: 5007{none}."


class Sums(Struct, frozen=True):
    """The formulas of one form; *lines* are the rows (from 0) of its questions by path."""

    form: Form
    lines: Mapping[str, int]

    def formula(self, total: Question) -> str:
        """The sum of a total's parts."""
        return f"=SUM({','.join(map(self._cell, total.parts))})"

    def value(self, path: str) -> int:
        """What the formula gives for what stands in the form so far; a program that does not compute shows it."""
        filled = {row.question.path: row for row in self.form.rows if isinstance(row, Asked)}
        asked = filled[path]
        if asked.question.kind is Kind.TOTAL:
            return sum(self.value(part) for part in asked.question.parts)
        return asked.filled if isinstance(asked.filled, int) else 0

    def check(self, balance: Balance) -> tuple[str, str]:
        """The formula of a check, and what it gives so far."""
        leaves = [leaf for path in (balance.whole, *balance.parts) for leaf in self._leaves(path)]
        counted = f"COUNT({','.join(map(self._cell, leaves))})<{len(leaves)}"
        whole, parts = self._cell(balance.whole), "+".join(map(self._cell, balance.parts))
        gap = f"{parts}-{whole}" if balance.within else f"ABS({whole}-({parts}))"
        holds = f"{parts}<={whole}" if balance.within else f"{whole}={parts}"
        formula = f'=IF({counted},"{WAITS}",IF({holds},"{FITS}","{GAP} "&({gap})))'
        return formula, self._shown(balance, leaves)

    def _shown(self, balance: Balance, leaves: list[str]) -> str:
        filled = {row.question.path for row in self.form.rows if isinstance(row, Asked) and row.filled is not None}
        if not filled.issuperset(leaves):
            return WAITS
        whole, parts = self.value(balance.whole), sum(map(self.value, balance.parts))
        holds = parts <= whole if balance.within else parts == whole
        return FITS if holds else f"{GAP} {abs(whole - parts)}"

    def _leaves(self, path: str) -> list[str]:
        question = next(q for q in self.form.questions.all() if q.path == path)
        return [leaf for part in question.parts for leaf in self._leaves(part)] if question.parts else [path]

    def _cell(self, path: str) -> str:
        return f"{ANSWER}{self.lines[path] + 1}"
