"""The template of docxtpl with the marks of docxtemplater and of Carbone, so that all print the same words."""

import copy
import re
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.table import Table
from docx.text.run import Run

_MARK = re.compile(r"\{\{ (?:(?P<kind>so_lieu|don_vi)\[\"(?P<path>[^\"]+)\"\]|x\.(?P<field>[\w.]+)(?: \| so)?) \}\}")


def write(source: Path, docxtemplater: Path, carbone: Path) -> None:
    """Both templates, from that for docxtpl in *source*."""
    for tool, target in {"docxtemplater": docxtemplater, "carbone": carbone}.items():
        document = docx.Document(str(source))
        for run in (run for paragraph in document.paragraphs for run in paragraph.runs):
            run.text = marked(run.text, tool)
        for table in document.tables:
            _table(table, tool)
        document.save(str(target))


def marked(text: str, tool: str, row: str = "") -> str:
    """*text* in the marks of *tool*; a dotted path becomes one name."""

    def mark(found: re.Match[str]) -> str:
        name = found["field"] or f"{found['kind']}.{found['path']}"
        within = "" if tool == "docxtemplater" else f"d.rows[{row}]." if found["field"] else "d."
        return f"{{{within}{name.replace('.', '__')}}}"

    return _MARK.sub(mark, text)


def _runs(table: Table) -> Iterator[tuple[int, Run]]:
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    yield number, run


def _table(table: Table, tool: str) -> None:
    """The row between docxtpl's ``{%tr`` rows repeats by marks in it (docxtemplater) or by a second row (Carbone)."""
    begin, end = (row for row in table.rows if "{%tr" in row.cells[0].text)
    rows = list(table.rows)
    repeated = rows[1 + next(i for i, row in enumerate(rows) if row._tr is begin._tr)]
    if tool == "carbone":
        repeated._tr.addnext(copy.deepcopy(repeated._tr))
    else:
        first, last = (repeated.cells[i].paragraphs[0].runs[0] for i in (0, -1))
        first.text, last.text = "{#rows}" + first.text, last.text + "{/rows}"
    for row in (begin, end):
        table._tbl.remove(row._tr)
    copied = len(list(table.rows)) and 2
    for number, run in _runs(table):
        run.text = marked(run.text, tool, "i+1" if number == copied else "i")
