"""Forms as LibreOffice itself opens, fills in, computes and saves them."""

import io
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from cqtt.collect.write_xlsx import write
from cqtt.pipeline.intake import Intake
from cqtt.pipeline.received import Received
from tests.phieu import QUY_II, VALUE, answer, authority, blank, form, rows
from tests.real.programs import program
from tests.than_thien import REPORT

pytestmark = pytest.mark.real

MACRO = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Dien" script:language="StarBasic">
Sub Dien(source As String, target As String, typed As String)
  Dim no(0) As New com.sun.star.beans.PropertyValue
  no(0).Name = "Hidden" : no(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, no())
  sheet = book.Sheets.getByIndex(0)
  For Each one In Split(typed, "|")
    parts = Split(one, "=")
    sheet.getCellRangeByName(parts(0)).setFormula(parts(1))
  Next
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName" : saved(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(target), saved())
  book.close(True)
End Sub
</script:module>
"""


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's own folder, with a macro that types into cells as a person does."""
    home = tmp_path_factory.mktemp("lo")
    first = [program("soffice"), "--headless", f"-env:UserInstallation={home.as_uri()}", "--terminate_after_init"]
    subprocess.run(first, check=True, capture_output=True, timeout=180)  # makes the folder
    basic = home / "user/basic/Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Dien.xba").write_text(MACRO, encoding="utf-8")
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    (basic / "script.xlb").write_text(
        f'{head}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n'
        '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
        'library:readonly="false" library:passwordprotected="false"><library:element library:name="Dien"/>'
        "</library:library>",
        encoding="utf-8",
    )
    (basic.parent / "script.xlc").write_text(
        f'{head}<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">\n'
        '<library:libraries xmlns:library="http://openoffice.org/2000/library" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
        'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>'
        "</library:libraries>",
        encoding="utf-8",
    )
    return home


def typed(profile: Path, source: bytes, cells: dict[str, object], target: Path) -> bytes:
    """What LibreOffice saves after *cells* were typed into the form *source*."""
    sent = target.with_name("gui.xlsx")
    sent.write_bytes(source)
    words = "|".join(f"{cell}={value}" for cell, value in cells.items())
    call = f'macro:///Standard.Dien.Dien("{sent}","{target}","{words}")'
    command = [program("soffice"), "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", call]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return target.read_bytes()


def read(path: Path) -> Received:
    (found,) = Intake(REPORT, authority(), QUY_II).received([path], lambda file: file.name)
    return found


def cells_of_a_whole_answer() -> dict[str, object]:
    """Every answer of the usual one, by its cell; text as a person types it."""
    sheet = load_workbook(io.BytesIO(answer()))["Phiếu"]
    at = rows(sheet)
    open_rows = [row for row in at.values() if not sheet.cell(row, VALUE).protection.locked]
    return {f"C{row}": value for row in open_rows if (value := sheet.cell(row, VALUE).value) is not None}


def test_a_form_filled_in_by_libreoffice_is_a_whole_answer(profile: Path, tmp_path: Path) -> None:
    saved = typed(profile, blank(), cells_of_a_whole_answer(), tmp_path / "nenh.xlsx")
    found = read(tmp_path / "nenh.xlsx")
    assert found.told == []
    assert found.answer is not None
    assert found.answer.values["ho_so", "tiep_nhan", "truc_tuyen"] == 300
    sheet = load_workbook(io.BytesIO(saved), data_only=True)["Phiếu"]
    at = rows(sheet)
    assert sheet.cell(at["ho_so.tiep_nhan.tong"], VALUE).value == 320
    checks = [
        sheet.cell(row, VALUE).value
        for row in range(1, sheet.max_row + 1)
        if str(sheet.cell(row, 2).value).startswith("Kiểm tra: ")
    ]
    assert checks == ["Khớp"] * 4


def test_what_libreoffice_makes_of_slips_is_named_at_their_cells(profile: Path, tmp_path: Path) -> None:
    slips = {"C40": "5.007", "C41": "5007 hồ sơ", "C44": "1/0", "C45": "'12", "C49": "12.5"}
    cells = cells_of_a_whole_answer() | {cell: value for cell, value in slips.items() if cell != "C44"}
    typed(profile, blank(), cells, tmp_path / "nenh.xlsx")
    codes = {problem.position.cell: problem.code for problem in read(tmp_path / "nenh.xlsx").told}
    assert codes == {"C40": "SO01", "C41": "SO10", "C45": "SO07", "C49": "SO04"}


def test_a_form_prints_its_whole_width_on_a_page(profile: Path, tmp_path: Path) -> None:
    (tmp_path / "nenh.xlsx").write_bytes(write(form()))
    command = [program("soffice"), "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "nenh.xlsx")], check=True, capture_output=True)
    text = subprocess.run(
        [program("pdftotext"), "-layout", str(tmp_path / "nenh.pdf"), "-"], check=True, capture_output=True
    )
    told = text.stdout.decode()
    for block in form().questions.blocks:
        for question in block.questions():
            assert question.title.split()[0] in told
    assert "trang 1/3" in told
