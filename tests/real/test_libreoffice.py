"""Our files in LibreOffice: nothing of the text is lost, and a file that it saved is known as edited."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from cqtt.fingerprint import is_ours
from tests.cli.tien_trinh import names, run
from tests.real.programs import converted, letters, pages, program, written


@pytest.mark.parametrize("name", ["quarter", "year", "comparison"])
def test_every_letter_of_a_document_stands_in_its_pdf(name: str, documents: dict[str, Path], tmp_path: Path) -> None:
    """Not so of the review copy: LibreOffice 7.4 mixes up the footnotes of a file with comments beside their marks."""
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
    program("soffice")
    code, out, err = run(built, "build", "2024Q1", "--pdf")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "đã ghi out/2024Q1/bao_cao.pdf"
    pdf = built / "out/2024Q1/bao_cao.pdf"
    assert names(pdf.parent) == ["bao_cao.docx", "bao_cao.pdf"]
    assert is_ours(pdf.read_bytes())
    assert letters(written(pdf.with_suffix(".docx"))) - letters("".join(pages(pdf))) == {}


def test_a_report_saved_by_libreoffice_is_kept(built: Path, tmp_path: Path) -> None:
    report = built / "out/2024Q1/bao_cao.docx"
    (tmp_path / "saved").mkdir()
    shutil.copyfile(converted(report, "docx", tmp_path / "saved"), report)
    assert run(built, "build", "2024Q1")[0] == 0
    assert len([name for name in names(report.parent) if "sua-tay" in name]) == 1


def test_a_pdf_that_was_signed_is_kept_and_one_of_ours_replaced(built: Path) -> None:
    program("soffice")
    pdf = built / "out/2024Q1/bao_cao.pdf"
    for _ in range(2):
        assert "giữ ở" not in run(built, "build", "2024Q1", "--pdf")[1]
        assert is_ours(pdf.read_bytes())
    signed = pdf.read_bytes() + b"9 0 obj\n<</Type/Sig>>\nendobj\nstartxref\n9\n%%EOF\n"
    pdf.write_bytes(signed)
    code, out, err = run(built, "build", "2024Q1", "--pdf")
    (kept,) = (name for name in names(pdf.parent) if "sua-tay" in name)
    assert (code, err) == (0, "")
    assert out.endswith(
        f"đã ghi out/2024Q1/bao_cao.pdf\n  tệp cũ không do cqtt ghi, hoặc đã được sửa: giữ ở out/2024Q1/{kept}\n"
        f"  xem đã sửa gì bằng: cqtt verify out/2024Q1/{kept}\n"
    )
    assert (pdf.parent / kept).read_bytes() == signed
