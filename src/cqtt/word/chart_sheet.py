"""The workbook behind a chart: what Word opens for “Edit data” (“Sửa dữ liệu”)."""

import io
from datetime import datetime

import xlsxwriter  # type: ignore[import-untyped]

from cqtt.word.chart_data import SHEET, ChartData, number_format
from cqtt.word.package import repacked

_WIDTHS = (28, 14)
"""Of the categories and of a series, in letters."""


def workbook(data: ChartData, created: datetime) -> bytes:
    """A workbook with the rows of *data*, with as many decimals as the report; the same data give the same bytes."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": created})
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, _WIDTHS[0])
    sheet.set_column(1, len(data.series), _WIDTHS[1])
    sheet.write_row(0, 0, [data.heading, *(series.name for series in data.series)])
    sheet.write_column(1, 0, data.categories)
    formats = {code: book.add_format({"num_format": code}) for code in dict.fromkeys(map(number_format, data.points))}
    for column, series in enumerate(data.series, start=1):
        for row, point in enumerate(series.points, start=1):
            if point:
                sheet.write_number(row, column, point.value, formats[number_format(point)])
    book.close()
    return repacked(buffer.getvalue())
