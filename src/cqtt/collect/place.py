"""Tables of a text, as units write them themselves: only numbers whose question is certain are taken.

Two shapes are known: a row of numbers below heads (``Tiếp nhận | Trực tuyến``), and rows of label and number. Marks,
case and the order of rows and columns make no difference; what is not certain is a finding (PH09), to be filled in.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct, field

from cqtt.collect.answer import Answer
from cqtt.collect.grid import Cell, Thing
from cqtt.collect.judge import Given, judged
from cqtt.models.question import Kind, Question, Questions
from cqtt.names import fold, nfc
from cqtt.problems import Position, Problem, Severity

Table = Sequence[Sequence[str]]

_NUMBERED = re.compile(r"^(?:[-–+•]|\(?[0-9ivx]{1,4}[.)]|[a-zđ][.)])(?:\d+[.)]?)*\s+", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?\d[\d.,\s]*")
_COUNTED = re.compile(r"\(?(\d{1,2})\)?(?:\s*=.*)?")
_TOTAL = ("tong cong", "tong so", "tong", "cong")
_MANY = 4
"""Columns with known heads that make a table one of numbers below heads."""


class Places(Struct):
    """What the tables of one text give, into *answer*; *heads* are the words that a column's heads hold, by path."""

    answer: Answer
    questions: Questions
    heads: Mapping[str, tuple[str, ...]]
    taken: dict[str, str] = field(default_factory=dict)

    def read(self, tables: Sequence[Table]) -> None:
        """Take what is certain of *tables*."""
        for number, table in enumerate(tables, start=1):
            columns = self._columns(table)
            if len(columns) >= _MANY:
                self._below_heads(table, number, columns)
            else:
                self._labelled(table, number)

    def _columns(self, table: Table) -> dict[int, Question]:
        """The question of each column that its heads name; none where two columns claim one question."""
        top = table[: _first_numbers(table)]
        found: dict[str, list[int]] = {}
        for column in range(max(map(len, table), default=0)):
            heads = " | ".join(dict.fromkeys(fold(row[column]) for row in top if column < len(row)))
            fits = [path for path, words in self.heads.items() if _in_order(words, heads)]
            for path in fits if len(fits) == 1 else ():
                found.setdefault(path, []).append(column)
        known = {question.path: question for question in self.questions.all()}
        return {columns[0]: known[path] for path, columns in found.items() if len(columns) == 1 and path in known}

    def _below_heads(self, table: Table, number: int, columns: Mapping[int, Question]) -> None:
        first = _first_numbers(table)
        rows = [i for i in range(first, len(table)) if any(_NUMBER.fullmatch(cell) for cell in table[i])]
        totals = [i for i in rows if _is_total(table[i])]
        chosen = totals if len(totals) == 1 else rows if len(rows) == 1 else []
        if not chosen:
            message = f"bảng {number} có {len(rows)} hàng số, không biết hàng nào là của cả đơn vị"
            self._unsure(number, "", message, "ghi “Tổng cộng” ở một hàng, hoặc điền tay")
            return
        row = chosen[0]
        for column, question in columns.items():
            if column < len(table[row]):
                self._take(question, table[row][column], number, (row + 1, column + 1))

    def _labelled(self, table: Table, number: int) -> None:
        known = _by_label(self.questions)
        for i, row in enumerate(table, start=1):
            labels = [(j, known[key]) for j, cell in enumerate(row) if (key := _label(cell)) in known]
            values = [(j, cell) for j, cell in enumerate(row) if cell and j > max((j for j, _ in labels), default=99)]
            if len({id(asked) for _, asked in labels}) != 1 or not values:
                continue
            asked = labels[0][1]
            if len(asked) > 1:
                names = ", ".join(question.path for question in asked)
                self._unsure(number, f"hàng {i}", f"“{row[labels[0][0]]}” có thể là: {names}", "điền tay")
            elif len(dict(values)) > 1 and len({cell for _, cell in values}) > 1:
                self._unsure(number, f"hàng {i}", f"“{row[labels[0][0]]}” có nhiều số", "điền tay")
            else:
                self._take(asked[0], values[0][1], number, (i, values[0][0] + 1))

    def _take(self, question: Question, text: str, table: int, at: tuple[int, int]) -> None:
        if not text or question.kind is Kind.TOTAL:
            return
        shown = nfc(text)
        head = f"{question.title} | "
        cell = f"hàng {at[0]}, cột {at[1]}"
        here = Position(self.answer.path, at[0], len(head) + 1, head + shown, len(shown), f"bảng {table}", cell)
        if question.key in self.answer.places:
            first = self.answer.places[question.key]
            if self.taken[question.path] != shown:
                message = f"{first.sheet}, {first.cell} ghi {self.taken[question.path]}, ở đây ghi {shown}"
                self.answer.problems.append(Problem(here, "PH08", message, "sửa cho khớp", question.path))
            return
        self.answer.places[question.key], self.taken[question.path] = here, shown
        told = judged(question, _cell(shown))
        if isinstance(told, Given):
            self.answer.values[question.key] = told.value
        else:
            self.answer.add(question.key, told.code, told.message, told.hint)

    def _unsure(self, table: int, cell: str, message: str, hint: str) -> None:
        here = Position(self.answer.path, sheet=f"bảng {table}", cell=cell)
        self.answer.problems.append(Problem(here, "PH09", message, hint, severity=Severity.WARNING))


def _first_numbers(table: Table) -> int:
    """The first row below the heads: one with numbers, but for the row that only counts the columns."""
    for i, row in enumerate(table):
        if sum(bool(_NUMBER.fullmatch(cell)) for cell in row) >= min(2, len(row)) and not _counts_columns(row):
            return i
    return len(table)


def _counts_columns(row: Sequence[str]) -> bool:
    found = [_COUNTED.fullmatch(cell) for cell in row if cell]
    numbers = [int(match[1]) for match in found if match]
    return len(numbers) == len(found) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _is_total(row: Sequence[str]) -> bool:
    return any(_label(cell) in _TOTAL for cell in row)


def _in_order(words: Sequence[str], heads: str) -> bool:
    at = 0
    for word in words:
        at = heads.find(fold(word), at)
        if at < 0:
            return False
        at += len(fold(word))
    return True


def _by_label(questions: Questions) -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for question in _values(questions):
        found.setdefault(_label(question.title), []).append(question)
    return found


def _values(questions: Questions) -> Iterator[Question]:
    return (question for question in questions.all() if question.kind is not Kind.TOTAL)


def _label(text: str) -> str:
    """*text* as labels are compared: without its number, its mark at the end, marks and case."""
    return fold(_NUMBERED.sub("", text.strip())).strip(" .:;*")


def _cell(shown: str) -> Cell:
    plain = shown.isascii() and shown.isdigit() and (shown == "0" or shown[0] != "0")
    return Cell(Thing.NUMBER, shown, Decimal(shown)) if plain else Cell(Thing.TEXT, shown)
