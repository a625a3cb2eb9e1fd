"""Tables of data: rows made from records, column by column, straight into cells that know their figures.

The same lines of a template (see ``columns``) give the table of all units, with the authority's own figures below
them, and where the authority is a unit for itself the table of its figures, one a row.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

from msgspec import Struct, field

from cqtt import numerals
from cqtt.manuscript import SLOT, Insert, Printed, TableInsert, slot
from cqtt.models.so_lieu import DonViTinh, SoLieu
from cqtt.template.cells import BLANK, CellPrinter, usual_filter
from cqtt.template.columns import (
    ALIGN,
    EXAMPLE,
    NUMBERS,
    RANK,
    ROW_NUMBER,
    TABLE_IN_TABLE,
    Column,
    read_column,
    said,
)
from cqtt.template.filters import UNKNOWN_COLUMN, Printer
from cqtt.template.groups import UnitList, UnitNames, printed, unknown
from cqtt.template.lines import Place
from cqtt.template.marks import line_mark
from cqtt.template.order import Order, ranks
from cqtt.template.values import Day, Number, TemplateFault, Words

Cell: TypeAlias = Insert | str

_NAMING = (*NUMBERS, "ma", "ten", "loai", "ten_day_du")
"""The columns that tell one unit from another; the table of one unit alone has none of them."""
_CENTRED = (DonViTinh.NAM, DonViTinh.SAO)


class Filled(Struct, frozen=True):
    """A column with its *cells*; *first* is what the first of them prints, None where there is no row."""

    column: Column
    cells: Printed
    first: object = None


class Tables(Struct):
    """Makes the tables of one report. *look* gives what stands under a path in a row; *faults* are collected."""

    printer: Printer
    look: Callable[[Any, str], Any]
    cells: CellPrinter = field(default_factory=CellPrinter)
    faults: list[tuple[TemplateFault, Place]] = field(default_factory=list)

    def put(
        self, text: str, rows: UnitList | Iterable[Any], mark: str, *, danh_so: object = False, **options: object
    ) -> str:
        """The line with the slot of the table whose columns *text* says; what is wrong with a column is noted."""
        order = Order.said(options.pop("sap_xep", None), options.pop("tang_dan", False))
        labels = _labels(rows, options)
        columns = self._columns(text)
        for column in columns:
            with self._noting(column.place):
                self._check_total(column, labels)
        alone = isinstance(rows, UnitList) and self._alone
        if alone:
            columns = [column for column in columns if column.path not in _NAMING]
        heads = self._heads(columns, numbered=bool(danh_so))
        made = self._upright(columns, heads, rows) if alone else self._level(columns, heads, [*rows], labels, order)
        self.printer.inserts.append(made)
        places = "".join(line_mark(*column.place) for column in columns)
        return f"{mark}{slot(len(self.printer.inserts) - 1)}{places}\n"

    def _columns(self, text: str) -> list[Column]:
        """The columns that the lines of *text* say."""
        columns: list[Column] = []
        lines = said(text)
        if not lines:
            raise TemplateFault("VB11", "bảng không có cột nào", EXAMPLE, "bang")
        for line, place in lines:
            with self._noting(place):
                if any(isinstance(self.printer.inserts[int(at)], TableInsert) for at in SLOT.findall(line)):
                    raise TemplateFault("VB11", *TABLE_IN_TABLE, needle="bang")
                columns.append(read_column(line, place))
        return columns

    @property
    def _alone(self) -> bool:
        """Whether the authority is a unit that reports for itself."""
        return self.printer.tong_hop is not None and self.printer.tong_hop.don_vi.cap == "xã"

    @property
    def _own(self) -> Mapping[str, SoLieu]:
        """The authority's own figures."""
        return self.printer.tong_hop.so_lieu if self.printer.tong_hop else {}

    def _heads(self, columns: Sequence[Column], *, numbered: bool) -> tuple[str, ...]:
        if not numbered:
            return tuple(column.head for column in columns)
        self.printer.columns |= {column.path: number for number, column in enumerate(columns, start=1)}
        return tuple(f"{c.head} {self.printer.put(f'({number})')}" for number, c in enumerate(columns, start=1))

    def _level(
        self,
        columns: Sequence[Column],
        heads: tuple[str, ...],
        rows: Sequence[Any],
        labels: Mapping[str, str],
        order: Order | None,
    ) -> TableInsert:
        """A row for each of *rows*, in the *order* that the table asks for, then the summaries named by *labels*."""
        placed = order.of(rows, self.look) if order else []
        rows = [rows[i] for i, _ in placed] if order else rows
        places = [place for _, place in placed] if order else None
        filled = [self._filled(column, rows, places) for column in columns]
        figures = {"tong": self._total, "binh_quan": self._average}
        totals = tuple(self._summary(label, filled, figures[name]) for name, label in labels.items())
        align = tuple(ALIGN.get(part.column.align) or _usual_align(part) for part in filled)
        return TableInsert(align, heads, tuple(part.cells for part in filled), totals)

    def _upright(self, columns: Sequence[Column], heads: tuple[str, ...], units: Iterable[object]) -> TableInsert:
        """A row for each column, with what the only one of *units* has there."""
        row = next(iter(units), None)
        cells = [BLANK] * len(columns)
        for i, column in enumerate(columns):
            with self._noting(column.place):
                cells[i] = self._cell(column, self._of_one(column.path, row))
        return TableInsert(("left", "right"), ("Chỉ tiêu", "Số liệu"), (heads, Printed.of(cells)), upright=True)

    def _of_one(self, path: str, row: object) -> object:
        """What the authority itself has at *path*; what its only unit has, where that is no figure of both."""
        value = Words("", path) if row is None else self.look(row, path)
        figure = self._own.get(path)
        return Number(figure) if figure and (row is None or isinstance(value, Number)) else value

    def _filled(self, column: Column, rows: Sequence[Any], places: Sequence[int | None] | None) -> Filled:
        if column.path == ROW_NUMBER:
            return Filled(column, Printed([str(number) for number in range(1, len(rows) + 1)], [""] * len(rows)))
        with self._noting(column.place):
            if column.path == RANK:
                return Filled(column, Printed.of(ranks(places)))
            first = self._value(rows[0], column.path) if rows else None
            cells = None if column.filter else printed(rows, column.path)
            if cells is None:
                cells = Printed.of([self._cell(column, self._value(row, column.path)) for row in rows])
            return Filled(column, cells, first)
        return Filled(column, Printed.of([BLANK] * len(rows)))

    def _value(self, row: object, path: str) -> object:
        """What stands under *path* in a row; a unit has no figure that is the authority's alone (KHUON04)."""
        try:
            return self.look(row, path)
        except TemplateFault as fault:
            if fault.code != "KHUON02" or path not in self._own or not isinstance(row, UnitNames):
                raise
            message = f"{path} là số của cả địa phương, từng đơn vị không có"
            hint = f"cột ghi số của từng đơn vị; số này để ở hàng tổng cộng: … | tong={path}"
            raise TemplateFault("KHUON04", message, hint, path) from None

    def _cell(self, column: Column, value: object, *, usual: bool = False) -> Insert:
        """What *column* prints for *value*, by its own filter or by the *usual* one of what is printed."""
        if isinstance(value, Number) and (usual or not column.filter):
            return Insert(value.figure.in_ra, value.figure.duong_dan)
        if isinstance(value, Words) and not value:
            return Insert(numerals.ABSENT, value.path)
        name = "" if usual else column.filter
        getattr(self.cells, name or usual_filter(value, column.path))(value)
        return self.cells.last

    def _summary(self, label: str, filled: Sequence[Filled], figure: Callable[[Filled], Insert]) -> tuple[Cell, ...]:
        """A row of the authority's own figures, with *label* below the first column of words."""
        cells: list[Cell] = [BLANK] * len(filled)
        for i, part in enumerate(filled):
            with self._noting(part.column.place):
                cells[i] = figure(part)
        for i, part in enumerate(filled):
            if (
                cells[i] is BLANK
                and part.column.path not in (ROW_NUMBER, RANK)
                and isinstance(part.first, Words | None)
            ):
                cells[i] = label
                return tuple(cells)
        raise TemplateFault(
            "VB11", f"bảng không có cột chữ để ghi “{label}”", "thêm cột tên: Đơn vị | ten_day_du", label
        )

    def _check_total(self, column: Column, labels: Mapping[str, str]) -> None:
        if column.total and "tong" not in labels:
            hint = 'thêm tong="Tổng cộng" sau tên danh sách, hoặc bỏ chỗ này'
            raise TemplateFault("KHUON04", "bảng không có hàng tổng cộng cho tong= này", hint, "tong")
        if column.total and column.total not in self._own:
            raise unknown(column.total, self._own)

    def _total(self, part: Filled) -> Insert:
        column = part.column
        figure = self._own.get(column.total or column.path)
        usual = bool(column.total) or not isinstance(part.first, Number)
        return self._cell(column, Number(figure), usual=usual) if figure else BLANK

    def _average(self, part: Filled) -> Insert:
        block, _, name = part.column.path.rpartition(".")
        figure = self._own.get(f"{block}.binh_quan.{name}")
        return self._cell(part.column, Number(figure), usual=True) if figure else BLANK

    @contextmanager
    def _noting(self, place: Place) -> Iterator[None]:
        """Keep the fault of one column, so that those of the others are found as well."""
        try:
            yield
        except TemplateFault as fault:
            self.faults.append((fault, place))
            self.printer.columns[UNKNOWN_COLUMN] = len(self.faults)


def _labels(rows: object, summaries: Mapping[str, object]) -> dict[str, str]:
    """The names of the rows below the others; raises ``TemplateFault`` (KHUON04) where such a row would say nothing."""
    labels = {name: label for name, label in summaries.items() if isinstance(label, str)}
    for name in summaries:
        if name not in labels:
            raise TemplateFault("KHUON04", f"{name} cần tên của hàng, trong nháy", f'ví dụ {name}="Tên hàng"', name)
        if not isinstance(rows, UnitList):
            hint = "chỉ bảng của các đơn vị có hàng tổng cộng, hàng bình quân"
            raise TemplateFault("KHUON04", "các hàng của bảng này không cộng với nhau được", hint, name)
    return labels


def _usual_align(part: Filled) -> str:
    """Figures to the right and words to the left; short signs that do not add up in the middle."""
    value = part.first
    if isinstance(value, Number):
        return "center" if value.figure.don_vi_tinh in _CENTRED else "right"
    return "center" if part.column.path in NUMBERS or isinstance(value, bool | Day) else "left"
