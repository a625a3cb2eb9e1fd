"""Files of every kind as answers of one unit and one period."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from cqtt.collect.grid import Cell, Grid
from cqtt.collect.read_xlsx import grids
from cqtt.models.ky import Ky
from cqtt.pipeline.intake import Intake
from cqtt.pipeline.received import Received
from cqtt.problems import Problem
from tests.phieu import QUY_II, answer, authority, put
from tests.than_thien import REPORT


def taken(path: Path, ky: Ky = QUY_II) -> Received:
    (found,) = Intake(REPORT, authority(), ky).received([path], lambda file: file.name)
    return found


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    path = tmp_path / "gui ve.xlsx"
    path.write_bytes(answer())
    return path


def test_a_form_is_known_by_itself_and_not_by_its_name(sent: Path) -> None:
    found = taken(sent)
    assert (found.good, found.unit and found.unit.ma, found.told) == (True, "nenh", [])
    assert len(found.sha256) == 64


def test_a_form_of_another_period(sent: Path) -> None:
    (problem,) = taken(sent, Ky(2024, 7, 9)).told
    assert (problem.code, problem.message) == ("PH02", "phiếu của kỳ 2024Q2, đang nhập kỳ 2024Q3")


def test_the_same_form_as_csv_gives_the_same_values(sent: Path, tmp_path: Path) -> None:
    sheets = grids("a", answer(change=put(301)))
    assert not isinstance(sheets, Problem)
    cells = {at: cell for at, cell in sheets[0].cells.items() if not cell.computed}  # a program writes their results
    sheets[0].cells = cells
    last = max(row for row, _ in sheets[0].cells)
    lines = [
        ";".join(sheets[0].text(row, column).replace(";", ",") for column in range(1, 6)) for row in range(1, last + 1)
    ]
    path = tmp_path / "nenh.csv"
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    found = taken(path)
    assert found.told == []
    assert found.answer is not None
    assert found.answer.values["ho_so", "tiep_nhan", "truc_tuyen"] == 301
    assert ("sang_kien",) not in found.answer.values
    assert found.answer.position(("ho_so", "tra_lai")).where == "nenh.csv!C52"


def test_a_workbook_as_another_program_writes_it(tmp_path: Path) -> None:
    """As others are known to: text in the cells, a wrong dimension, numbers with a point, no styles, no cell names."""
    sheets = grids("a", answer())
    assert not isinstance(sheets, Problem)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in OTHER.items():
            archive.writestr(name, text)
        for i, grid in enumerate(sheets, start=1):
            archive.writestr(f"xl/worksheets/sheet{i}.xml", other_sheet(grid))
    (tmp_path / "a.xlsx").write_bytes(out.getvalue())
    found = taken(tmp_path / "a.xlsx")
    assert found.told == []
    assert found.answer is not None
    assert found.answer.values["ho_so", "tiep_nhan", "truc_tuyen"] == 300


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
OTHER = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Trang tính1" sheetId="1" '
    'r:id="r1"/><sheet name="Trang tính2" sheetId="2" r:id="r2"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{OFFICE}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
}


def other_sheet(grid: Grid) -> str:
    rows = []
    for row in range(1, max(row for row, _ in grid.cells) + 1):
        cells = [other_cell(grid.cells.get((row, column))) for column in range(1, 6)]
        rows.append(f"<row>{''.join(cells)}</row>")
    return f'<worksheet xmlns="{MAIN}"><dimension ref="A1"/><sheetData>{"".join(rows)}</sheetData></worksheet>'


def other_cell(cell: Cell | None) -> str:
    if cell is None or cell.computed:
        return "<c/>"
    return (
        f"<c><v>{cell.number}.0</v></c>"
        if cell.number is not None
        else (f'<c t="inlineStr"><is><t>{escape(cell.shown)}</t></is></c>')
    )


def test_a_text_of_nobody_and_an_empty_file(tmp_path: Path) -> None:
    for name, code in (("nenh.docx", "PH05"), ("nenh.csv", "PH01"), ("nenh.xlsx", "PH05")):
        (tmp_path / name).write_bytes(b"")
        assert [problem.code for problem in taken(tmp_path / name).told] == [code]
