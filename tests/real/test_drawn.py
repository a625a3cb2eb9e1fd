"""What LibreOffice draws of our Word files, on a machine whose region is the English one."""

import random
import re
from pathlib import Path

import pytest

from cqtt.markup.nodes import ChartKind, Report, Table
from cqtt.markup.walk import plain
from cqtt.word.write import write
from tests.real.programs import converted, pages
from tests.word import mau


def drawn(report: Report, folder: Path) -> str:
    """The words of the PDF that LibreOffice makes of *report*."""
    docx = folder / "a.docx"
    docx.write_bytes(write(report))
    return "".join(pages(converted(docx, "pdf", folder)))


@pytest.mark.parametrize("kind", list(ChartKind))
def test_a_chart_prints_its_figures_as_the_report_does(kind: ChartKind, tmp_path: Path) -> None:
    counts = mau.chart(kind, ("Kỳ", "Số"), *zip("ABCD", ("5.007", "1.234.567", "17.000.000.000", "999"), strict=True))
    others = mau.chart(kind, ("Kỳ", "Số"), *zip("ABCD", ("1.234,5", "3,2", "0,4", "–"), strict=True))
    rates = mau.chart(kind, ("Kỳ", "Tỷ lệ"), *zip("ABCD", ("96,6%", "100%", "0%", "0,1%"), strict=True))
    said = drawn(mau.report(counts, others, rates), tmp_path)
    figures = [plain(row[1]) for chart in (counts, others, rates) for row in chart.body]
    assert [text for text in figures if text != "–" and text not in said.split()] == []
    assert not re.search(r"\d,\d{2}|\d\.\d%|\d\.\d\b", said)


def words(count: int) -> str:
    """So many words of five letters, each one only once in all."""
    return " ".join(f"{next(NUMBERS):05}" for _ in range(count))


NUMBERS = iter(range(10_000, 99_999))


@pytest.mark.parametrize("count", [300, 600, 700, 806, 815, 824, 1500])
def test_a_row_as_high_as_a_page_loses_no_word(count: int, tmp_path: Path) -> None:
    tall = words(count)
    said = drawn(mau.report(mau.table(("TT", "Nội dung"), ("1", tall), ("2", "cuối"))), tmp_path)
    assert set(tall.split()) <= set(said.split())


@pytest.mark.parametrize("seed", range(6))
def test_no_table_loses_a_word(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    columns = chance.randint(1, 4)
    sizes = (1, 2, 5, 20, 60, 150, 300, 450, 500, 600, 805)
    rows = [tuple(words(chance.choice(sizes)) for _ in range(columns)) for _ in range(chance.randint(2, 8))]
    table: Table = mau.table(tuple(words(chance.choice((1, 2, 3, 30, 200))) for _ in range(columns)), *rows)
    landscape = chance.random() < 1 / 2
    said = drawn(mau.report(appendices=(mau.appendix(table, landscape=landscape),)), tmp_path)
    wanted = {word for row in (table.head, *table.body) for cell in row for word in plain(cell).split()}
    assert wanted <= set(said.split())
