"""Every figure as one flat table, a row for each unit and figure, for other programs: .xlsx or .csv.

A .csv is UTF-8 with a byte order mark, ``;`` between cells, CRLF between rows and a decimal comma, as Excel with
Vietnamese regional settings writes and opens it by a double click. Nothing in it is taken for a formula.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cqtt.models.so_lieu import DonViTinh, SoLieu
from cqtt.models.tong_hop import TongHop
from cqtt.reporter import exact

HEADS = (
    *("Kỳ", "Mã đơn vị", "Mã TCTK", "Đơn vị", "Loại đơn vị"),
    *("Đường dẫn", "Số liệu", "Giá trị", "Đơn vị tính", "Loại", "In ra"),
)
SEPARATOR = ";"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # full-width signs begin a formula as well


class Row(NamedTuple):
    """A figure of the unit *ma*, which is called *don_vi* and has the code *ma_gso* at the statistics office; of the
    whole authority *ma* and *ma_gso* are empty. *duong_dan* is the path of the figure, the same for every unit."""

    ky: str
    ma: str
    ma_gso: str
    don_vi: str
    loai: str
    duong_dan: str
    figure: SoLieu

    @property
    def about(self) -> tuple[str, ...]:
        """The cells before the number."""
        return (*self[:-1], self.figure.ten)

    @property
    def behind(self) -> tuple[str, ...]:
        """The cells after the number: its unit of measure, its kind over time as in the JSON, and what is printed."""
        return self.figure.don_vi_tinh.value, self.figure.loai.value, self.figure.in_ra


def rows(tong_hop: TongHop) -> Iterator[Row]:
    """The authority's figures, then each unit's, in its order."""
    ky, don_vi = tong_hop.ky.ma, tong_hop.don_vi
    for figure in tong_hop.cua_chung():
        yield Row(ky, "", "", don_vi.ten_day_du, don_vi.loai, figure.duong_dan, figure)
    codes = {entry.don_vi: entry.ma_gso or "" for entry in don_vi.units}
    for xa in tong_hop.units:
        unit = xa.don_vi
        for path, figure in xa.so_lieu.items():
            yield Row(ky, unit.ma, codes.get(unit, ""), unit.ten_day_du, unit.loai, path, figure)


def as_csv(tong_hop: TongHop) -> bytes:
    """The table as the bytes of a .csv file; a rate is a share with six decimals, as in the JSON: ``0,966264``."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(HEADS)
    for row in rows(tong_hop):
        value = exact(row.figure.gia_tri)
        number = "" if value is None else str(value).replace(".", ",")
        writer.writerow([*map(no_formula, row.about), number, *map(no_formula, row.behind)])
    return out.getvalue().encode("utf-8-sig")


def no_formula(words: str) -> str:
    """*words* with an apostrophe in front where a spreadsheet would take them for a formula: ``'=1+1``."""
    return f"'{words}" if words.lstrip().startswith(_FORMULA) else words


def as_workbook(tong_hop: TongHop) -> bytes:
    """The table as the bytes of an .xlsx file: numbers are numbers, all else is text and never a formula."""
    from cqtt.excel.workbook import Cell, NumberCell, Sheet, form, workbook  # loaded only where it is asked for

    def number(figure: SoLieu) -> NumberCell | None:
        value, unit = figure.gia_tri, figure.don_vi_tinh
        if value is None:
            return None
        shown = form(
            int(isinstance(value, Decimal)), percent=unit is DonViTinh.PHAN_TRAM, grouped=unit is not DonViTinh.NAM
        )
        return NumberCell(Decimal(str(exact(value))), shown)

    made: list[tuple[Cell, ...]] = []
    for row in rows(tong_hop):
        made.append((*row.about, number(row.figure), *row.behind))
    title = f"Số liệu {tong_hop.ky.ten}"
    created = date(tong_hop.bao_cao.nam, 1, 1)
    return workbook([Sheet("Số liệu", HEADS, tuple(made))], title, tong_hop.don_vi.ten_co_quan, created)
