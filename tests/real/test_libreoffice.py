"""Our files in LibreOffice: nothing of the text is lost, and a file that it saved is known as edited."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.tien_trinh import names, run
from tests.real.programs import converted, letters, pages, written


@pytest.mark.parametrize("name", ["quarter", "review", "year", "comparison"])
def test_every_letter_of_a_document_stands_in_its_pdf(name: str, documents: dict[str, Path], tmp_path: Path) -> None:
    text = "".join(pages(converted(documents[name], "pdf", tmp_path)))
    assert letters(written(documents[name])) - letters(text) == {}


def test_a_comparison_opens_as_a_workbook(documents: dict[str, Path], tmp_path: Path) -> None:
    table = converted(documents["workbook"], "csv:Text - txt - csv (StarCalc):44,34,76", tmp_path)
    rows = list(csv.reader(table.read_text(encoding="utf-8").splitlines()))
    assert any("Tổng số hồ sơ tiếp nhận" in row for row in rows)
    assert not any("#" in cell for row in rows for cell in row)


def test_a_workbook_prints_as_the_report_does_with_a_head_and_a_number_on_each_page(
    documents: dict[str, Path], tmp_path: Path
) -> None:
    drawn = pages(converted(documents["workbook"], "pdf", tmp_path))
    assert any(re.search(r"Tổng số hồ sơ tiếp nhận +5\.007 +5\.570 +\+563 +\+11,2%", page) for page in drawn)
    assert not any(re.search(r"\d,\d{3}|\d\.\d%", page) for page in drawn)
    for number, page in enumerate(drawn, start=1):
        assert f", trang {number}/{len(drawn)}" in page
        assert re.search(r"Đường dẫn +Tên", page)
        assert "Thay đổi" in page
        assert "(%)" in page


def test_a_pdf_stands_beside_the_report(built: Path) -> None:
    code, out, err = run(built, "build", "2024Q1", "--pdf")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "đã ghi out/2024Q1/bao_cao.pdf"
    pdf = built / "out/2024Q1/bao_cao.pdf"
    assert names(pdf.parent) == ["bao_cao.docx", "bao_cao.pdf"]
    assert letters(written(pdf.with_suffix(".docx"))) - letters("".join(pages(pdf))) == {}


def test_a_report_saved_by_libreoffice_is_kept(built: Path, tmp_path: Path) -> None:
    report = built / "out/2024Q1/bao_cao.docx"
    (tmp_path / "saved").mkdir()
    shutil.copyfile(converted(report, "docx", tmp_path / "saved"), report)
    assert run(built, "build", "2024Q1")[0] == 0
    assert len([name for name in names(report.parent) if "sua-tay" in name]) == 1
