"""Grids to an answer: by the form's mark and the keys of rows, wherever rows, columns and sheets have been moved to."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cqtt.collect.answer import Answer, cell_position
from cqtt.collect.form import HEAD, ITEM, MARK, REVIEWED, VALUE, Identity
from cqtt.collect.grid import Cell, Grid, Thing
from cqtt.collect.judge import Given, judged
from cqtt.models.question import YES, Block, Items, Kind, Question, Questions
from cqtt.names import nearest, nfc
from cqtt.numerals import count
from cqtt.problems import Key, Position, Problem, Severity
from cqtt.source.yaml_reader import Value

_ORIGINAL = "lấy lại dòng này từ phiếu gốc, hoặc điền vào phiếu gốc rồi gửi lại"


class Marked(Struct, frozen=True):
    """A sheet of a form: its identity, the row and the column where that stands."""

    grid: Grid
    identity: Identity
    row: int
    column: int

    def key_cells(self) -> Iterator[tuple[int, str]]:
        """Each row's number and key."""
        for (row, column), cell in self.grid.cells.items():
            if column == self.column and row != self.row and cell.shown.strip():
                yield row, cell.shown.strip()

    def role(self, name: str) -> int | None:
        """The column that the hidden row calls *name*."""
        return next(
            (c for (r, c), cell in self.grid.cells.items() if r == self.row and cell.shown.strip() == name), None
        )


def marked(grids: Sequence[Grid]) -> list[Marked]:
    """The sheets that bear a form's mark, in their order."""
    return [found for grid in grids if (found := _marked(grid))]


def _marked(grid: Grid) -> Marked | None:
    for (row, column), cell in grid.cells.items():
        if cell.shown.startswith(MARK) and (identity := Identity.read(cell.shown)):
            return Marked(grid, identity, row, column)
    return None


def read_form(path: str, sheets: Sequence[Marked], questions: Questions, *, lists_too: bool = True) -> Answer:
    """The answer on the *sheets* of one form, which asks *questions*; with *lists_too* every list has a sheet."""
    answer = Answer(path)
    values = [sheet for sheet in sheets if not sheet.identity.sheet]
    answer.identity = (values or sheets)[0].identity
    for again in values[1:]:
        here = Position(path, sheet=again.grid.name or "trang khác")
        message = f"có hai trang phiếu: “{values[0].grid.name}” và “{again.grid.name}”"
        answer.problems.append(Problem(here, "PH08", message, "giữ trang đúng, xóa trang kia"))
    if values:
        _Values(answer, values[0], {q.path: q for q in questions.all()}).read(questions)
    else:
        message, hint = "không có trang số liệu của phiếu", "điền vào phiếu gốc rồi gửi lại cả tệp"
        answer.problems.append(Problem(Position(path), "PH01", message, hint))
    for of in questions.lists:
        _list(answer, [s for s in sheets if s.identity.sheet == of.path], of, asked=lists_too)
    return answer


class _Values(Struct):
    """One pass over the sheet with the values."""

    answer: Answer
    sheet: Marked
    known: dict[str, Question]

    def read(self, questions: Questions) -> None:
        column = self.sheet.role(VALUE)
        if column is None:
            here = Position(self.answer.path, sheet=self.sheet.grid.name)
            message, hint = "không còn cột “Số liệu” của phiếu", "điền vào phiếu gốc rồi gửi lại"
            self.answer.problems.append(Problem(here, "PH01", message, hint))
            return
        cells = self._cells(column)
        for block in questions.blocks:
            self._block(block, cells)

    def _cells(self, column: int) -> dict[str, Cell | None]:
        """The value cell of each question by path; what stands twice, or belongs to no question, is a finding."""
        found: dict[str, Cell | None] = {}
        rows: dict[str, int] = {}
        for row, key in self.sheet.key_cells():
            cell = self.sheet.grid.cells.get((row, column))
            if key.startswith(f"{REVIEWED}."):
                self._reviewed(key, row, column, cell)
            elif key not in self.known:
                self._stranger(key, row)
            elif key in found:
                self._twice(key, (rows[key], row), column, (found[key], cell))
            else:
                found[key], rows[key] = cell, row
                question = self.known[key]
                at = cell_position(self.answer.path, self.sheet.grid.name, (row, column), question.title, cell)
                self.answer.places[question.key] = at
        return found

    def _reviewed(self, key: str, row: int, column: int, cell: Cell | None) -> None:
        if cell and (cell.yes or nfc(cell.shown).casefold() == YES):
            return
        label = "Đã rà soát số điền sẵn"
        here = cell_position(self.answer.path, self.sheet.grid.name, (row, column), label, cell)
        message, hint = "chưa đánh dấu đã rà soát số điền sẵn của nhóm", "hỏi lại đơn vị: số điền sẵn còn đúng không"
        group = key.removeprefix(f"{REVIEWED}.")
        self.answer.problems.append(Problem(here, "PH11", message, hint, group, Severity.WARNING))

    def _stranger(self, key: str, row: int) -> None:
        if key.startswith("@"):
            return
        here = cell_position(self.answer.path, self.sheet.grid.name, (row, self.sheet.column), "khóa của dòng", None)
        near = nearest(key, self.known)
        hint = (
            f"có phải “{near}”? cột ẩn này không được sửa: {_ORIGINAL}"
            if near
            else f"cột ẩn này không được sửa: {_ORIGINAL}"
        )
        self.answer.problems.append(Problem(here, "KHOA01", f'không có chỉ tiêu nào mang khóa "{key}"', hint))

    def _twice(self, key: str, rows: tuple[int, int], column: int, cells: tuple[Cell | None, Cell | None]) -> None:
        question = self.known[key]
        at = cell_position(self.answer.path, self.sheet.grid.name, (rows[1], column), question.title, cells[1])
        first = cells[0].shown if cells[0] else "trống"
        message = f"chỉ tiêu này có hai dòng: dòng {rows[0]} ({first}) và dòng này"
        self.answer.problems.append(Problem(at, "PH08", message, "giữ dòng đúng, xóa dòng kia", key))

    def _block(self, block: Block, cells: dict[str, Cell | None]) -> None:
        asked = [question for question in block.questions() if question.kind is not Kind.TOTAL]
        if block.optional and all(cells.get(question.path) is None for question in asked):
            self.answer.left_out.add(tuple(block.path.split(".")))
            return
        for item in block.items:
            if isinstance(item, Block):
                self._block(item, cells)
            elif item.kind is Kind.TOTAL:
                self._total(item, cells.get(item.path))
            else:
                self._question(item, cells)

    def _total(self, question: Question, cell: Cell | None) -> None:
        """A total that was typed over must be the sum of its parts (HS02), which stand above it."""
        if cell is None or cell.computed or cell.thing is Thing.NOT_COMPUTED:
            return
        told = judged(_as_count(question), cell)
        hint = "ô này tự tính: lấy lại công thức từ phiếu gốc, hoặc xóa trống"
        if not isinstance(told, Given):
            self.answer.add(question.key, told.code, told.message, hint)
            return
        parts = [self.answer.values.get(tuple(path.split("."))) for path in question.parts]
        numbers = [part for part in parts if isinstance(part, int)]
        if len(numbers) == len(parts) and isinstance(told.value, int) and told.value != sum(numbers):
            gap = f"lệch {count(abs(told.value - sum(numbers)))}"
            message = f"tổng gõ tay {count(told.value)}, cộng các phần được {count(sum(numbers))} ({gap})"
            self.answer.add(question.key, "HS02", message, hint)

    def _question(self, question: Question, cells: dict[str, Cell | None]) -> None:
        key: Key = question.key
        if question.path not in cells:
            if question.required:
                here = Position(self.answer.path, sheet=self.sheet.grid.name)
                message = f"thiếu dòng “{question.title}”"
                self.answer.problems.append(Problem(here, "KHOA02", message, _ORIGINAL, question.path))
            return
        cell = cells[question.path]
        if cell is None and not question.required:
            self.answer.left_out.add(key)
            return
        told = judged(question, cell)
        if isinstance(told, Given):
            self.answer.values[key] = told.value
        else:
            self.answer.add(key, told.code, told.message, told.hint)


def _as_count(total: Question) -> Question:
    return Question(total.path, total.title, Kind.COUNT)


def _list(answer: Answer, sheets: Sequence[Marked], of: Items, *, asked: bool) -> None:
    key: Key = (of.path,)
    if not sheets:
        if asked:
            message, hint = f"thiếu trang “{of.title}”", "điền vào phiếu gốc rồi gửi lại cả tệp"
            answer.problems.append(Problem(Position(answer.path), "KHOA02", message, hint, of.path))
        return
    sheet = sheets[0]
    for again in sheets[1:]:
        here = Position(answer.path, sheet=again.grid.name)
        answer.problems.append(Problem(here, "PH08", f"có hai trang “{of.title}”", "giữ trang đúng, xóa trang kia"))
    columns = {question: sheet.role(f"@{question.path}") for question in of.columns}
    heads = {row for row, mark in sheet.key_cells() if mark == HEAD}
    keyed = [row for row, mark in sheet.key_cells() if mark.startswith(f"{ITEM}.")]
    first = min([sheet.row, *keyed])
    rows = sorted({row for row, column in sheet.grid.cells if column in columns.values() and row >= first})
    items: list[Value] = []
    answer.places[key] = Position(answer.path, sheet.row, 1, "", 1, sheet.grid.name)
    for row in rows:
        if row != sheet.row and row not in heads:
            items.append(_item(answer, sheet, columns, row, (of.path, len(items))))
    if len(items) > of.most:
        answer.add(key, "KIEU02", f"danh sách quá dài: tối đa {of.most} mục", "kiểm tra xem có chép thừa không")
    answer.values[key] = items


def _item(answer: Answer, sheet: Marked, columns: dict[Question, int | None], row: int, key: Key) -> dict[str, Value]:
    item: dict[str, Value] = {}
    for question, column in columns.items():
        if column is None:
            continue
        cell, place = sheet.grid.cells.get((row, column)), (*key, question.path)
        answer.places[place] = cell_position(answer.path, sheet.grid.name, (row, column), question.title, cell)
        if cell is None and not question.required:
            continue
        told = judged(question, cell)
        if isinstance(told, Given):
            item[question.path] = told.value
        else:
            answer.add(place, told.code, told.message, told.hint)
    return item
