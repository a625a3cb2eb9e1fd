"""A comparison as a file: the later period's frame with its number and day blank; two sheets."""

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from lxml import etree

from cqtt.comparison.compare import Comparison
from cqtt.excel.workbook import NumberCell, form, signed
from cqtt.pipeline.difference import as_document, as_workbook, sheets
from tests.comparison.conftest import compared
from tests.comparison.ky import NENH, Edit, changed, merged

__all__ = ["compared"]

Compared = Callable[[], Comparison]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs(file: io.BytesIO) -> list[str]:
    tree = etree.fromstring(zipfile.ZipFile(file).read("word/document.xml"))
    words = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in tree.iter(f"{W}p"))
    return [text.replace("\u00a0", " ") for text in words]


def test_the_document_leaves_number_and_day_to_the_registry_and_takes_the_periods_signer(
    workspace: Path, edit: Edit, compared: Compared
) -> None:
    changed(workspace, edit)
    signer = "\nnguoi_ky:\n  hinh_thuc: null\n  chuc_vu: CHỦ TỊCH\n  ho_ten: Nguyễn Văn A\n"
    edit("data/2024Q2/bao_cao.yaml", "\nso: null", "\nso: 12")
    edit("data/2024Q2/bao_cao.yaml", "\nthu_tu_neu_ten:", f"{signer}\nthu_tu_neu_ten:")
    data = as_document(compared())
    told = paragraphs(io.BytesIO(data))
    assert "Nguyễn Văn A" in told
    assert "So sánh số liệu quý II năm 2024 với quý I năm 2024" in told
    assert any(" ".join(words.split()) == "Việt Yên, ngày tháng năm 2024" for words in told)
    assert [words for words in told if "BC-UBND" in words and "12" in words] == []
    assert as_document(compared()) == data


def test_the_sheets_hold_what_is_printed_as_numbers(workspace: Path, edit: Edit, compared: Compared) -> None:
    changed(workspace, edit)
    comparison = compared()
    figures, communes = sheets(comparison)
    assert figures.heads == (
        *("Nhóm", "Đường dẫn", "Tên", "Đơn vị tính"),
        *("2024Q1", "2024Q2", "Thay đổi", "Thay đổi (%)"),
    )
    rows = {row[1]: row for row in figures.rows}
    assert len(rows) == len(comparison.figures)
    assert rows["ho_so.ty_le_dung_han"] == (
        *("Tỷ lệ", "ho_so.ty_le_dung_han", "Tỷ lệ hồ sơ giải quyết trước và đúng hạn", "%, điểm %"),
        NumberCell(Decimal("0.966"), form(1, percent=True)),
        NumberCell(Decimal("0.964"), form(1, percent=True)),
        NumberCell(Decimal("-0.2"), signed(form(1))),
        None,
    )
    assert rows["kinh_phi"] == (
        *("Kinh phí", "kinh_phi", "Kinh phí đầu tư", "đồng"),
        NumberCell(Decimal(17_000_000_000), form(0)),
        NumberCell(Decimal(15_500_000_000), form(0)),
        NumberCell(Decimal(-1_500_000_000), signed(form(0))),
        NumberCell(Decimal("-0.088"), signed(form(1, percent=True))),
    )
    assert rows["ho_so.truc_tuyen_da_giai_quyet"][3:] == (None,) * 5
    nenh = [row for row in communes.rows if row[:2] == ("phường Nếnh", "ho_so.da_giai_quyet.qua_han")]
    assert [tuple(cell.value for cell in row[4:] if isinstance(cell, NumberCell)) for row in nenh] == [
        (38, 48, 10, Decimal("0.263"))
    ]
    assert {len(row) for sheet in (figures, communes) for row in sheet.rows} == {8}


def test_an_average_with_a_decimal_shows_it(workspace: Path, edit: Edit, compared: Compared) -> None:
    changed(workspace, edit)
    edit(NENH, "may_in: 5", "may_in: 7")
    row = next(row for row in sheets(compared())[0].rows if row[1] == "trang_thiet_bi.binh_quan.may_in")
    assert row[4:7] == (
        NumberCell(Decimal(4), form(0)),
        NumberCell(Decimal("4.1"), form(1)),
        NumberCell(Decimal("0.1"), signed(form(1))),
    )


def test_what_is_whole_on_paper_is_so_in_excel_and_a_year_has_no_change(
    workspace: Path, edit: Edit, compared: Compared
) -> None:
    changed(workspace, edit)
    figures, communes = sheets(compared())
    digitised = next(row for row in figures.rows if row[1] == "so_hoa.ty_le_ket_qua")
    assert digitised[4:6] == (
        NumberCell(Decimal(1), form(0, percent=True)),
        NumberCell(Decimal("0.998"), form(1, percent=True)),
    )  # 100%, 99,8%
    recognised = next(row for row in communes.rows if row[:2] == ("phường Tự Lạn", "cong_nhan.nam"))
    assert recognised[3:7] == (
        "năm",
        NumberCell(2023, form(0, grouped=False)),
        NumberCell(2023, form(0, grouped=False)),
        None,
    )
    assert recognised[7] is None
    level = next(row for row in communes.rows if row[:2] == ("phường Tự Lạn", "cong_nhan.muc_sao"))
    assert (level[3], level[6:]) == ("sao", (NumberCell(0, signed(form(0))), None))


def test_communes_that_came_and_went_end_the_sheet(workspace: Path, edit: Edit, compared: Compared) -> None:
    changed(workspace, edit)
    merged(workspace, edit)
    last = sheets(compared())[1].rows[-6:]
    assert [(row[0], row[2]) for row in last[:1]] == [
        ("phường Hồng Thái", "Chỉ có ở quý I năm 2024: phường Hồng Thái (nhập vào phường Nếnh)")
    ]
    assert [(row[0], row[2]) for row in last[-2:]] == [
        (
            "phường Sơn Châu",
            "Chỉ có ở quý II năm 2024: phường Sơn Châu (nhập từ phường Ninh Sơn, phường Quang Châu)",
        ),
        ("phường Mới", "Chỉ có ở quý II năm 2024: phường Mới"),
    ]


def test_the_workbook_is_the_same_file_each_time(workspace: Path, edit: Edit, compared: Compared) -> None:
    changed(workspace, edit)
    data = as_workbook(compared())
    assert as_workbook(compared()) == data
    core = zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml").decode()
    assert "<dc:title>So sánh số liệu quý II năm 2024 với quý I năm 2024</dc:title>" in core
    assert "<dc:creator>Ủy ban nhân dân thị xã Việt Yên</dc:creator>" in core
