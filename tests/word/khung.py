"""The parts of the official frame in a written file."""

from collections.abc import Iterator

import pytest

from cqtt.markup.nodes import BLANK
from cqtt.word.sections import PORTRAIT_WIDTH
from cqtt.word.xml import Element, w
from tests.word import mau
from tests.word.hieu_luc import File, twips, words

PARENT, PLACE = "UBND TỈNH BẮC GIANG", "Phan Rang - Tháp Chàm, ngày 15 tháng 12 năm 2024"
SO = f"Số:{BLANK}/BC-UBND"
NGAY = f"Việt Yên, ngày{BLANK}tháng 4 năm 2024"

# Words, sizes allowed, bold, italic, alignment: Phụ lục I, V.
LOOKS = [
    pytest.param("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (12, 13), True, False, "center", id="ô 1 Quốc hiệu"),
    pytest.param("Độc lập - Tự do - Hạnh phúc", (13, 14), True, False, "center", id="ô 1 Tiêu ngữ"),
    pytest.param(PARENT, (12, 13), False, False, "center", id="ô 2 cơ quan chủ quản"),
    pytest.param("ỦY BAN NHÂN DÂN", (12, 13), True, False, "center", id="ô 2 cơ quan ban hành"),
    pytest.param("THỊ XÃ VIỆT YÊN", (12, 13), True, False, "center", id="ô 2 dòng hai"),
    pytest.param(SO, (13, 13), False, False, "center", id="ô 3 số, ký hiệu"),
    pytest.param(NGAY, (13, 14), False, True, "center", id="ô 4 địa danh, ngày"),
    pytest.param("BÁO CÁO", (13, 14), True, False, "center", id="ô 5a tên loại"),
    pytest.param("Kết quả xây dựng", (13, 14), True, False, "center", id="ô 5a trích yếu"),
    pytest.param("Kính gửi: Ủy ban nhân dân tỉnh", (13, 14), False, False, "center", id="ô 9a kính gửi"),
    pytest.param("Nơi nhận:", (12, 12), True, True, "left", id="ô 9b nhãn"),
    pytest.param("- Phòng Nội vụ;", (11, 11), False, False, "left", id="ô 9b danh sách"),
    pytest.param("- Lưu: VT.", (11, 11), False, False, "left", id="ô 9b lưu"),
    pytest.param("KT. CHỦ TỊCH", (13, 14), True, False, "center", id="ô 7a quyền hạn"),
    pytest.param("PHÓ CHỦ TỊCH", (13, 14), True, False, "center", id="ô 7a chức vụ"),
    pytest.param("Thân Văn Thuận", (13, 14), True, False, "center", id="ô 7b họ tên"),
    pytest.param("Phụ lục", (14, 14), True, False, "center", id="III.1 Phụ lục"),
    pytest.param("BẢNG TỔNG HỢP", (13, 14), True, False, "center", id="III.1 tiêu đề"),
    pytest.param(mau.FRAME.enclosed_with, (13, 14), False, True, "center", id="III.1 kèm theo"),
]


def saying(file: File, text: str) -> Element:
    """The one paragraph that says *text*."""
    (found,) = (p for p in file.paragraphs() if words(p) == text)
    return found


def rules(file: File) -> list[tuple[Element, int, int, int]]:
    """Each drawn line with what lies left of it, its length, and what lies right of it, in twips."""
    found = []
    for p in file.paragraphs():
        in_effect = file.paragraph(p)
        cell = next(p.iterancestors(w("tc")), None)
        if cell is not None and cell.find(f"{w('tcPr')}/{w('tcBorders')}/{w('bottom')}") is not None:
            around = [width_of(tc) for tc in (cell.getprevious(), cell, cell.getnext())]
            found.append((p, around[0], around[1], around[2]))
        elif "pBdr.bottom" in in_effect:
            left, right = (twips(in_effect, "ind", side) for side in ("left", "right"))
            found.append((p, left, PORTRAIT_WIDTH - left - right, right))
    return found


def width_of(cell: Element) -> int:
    """The width of a cell, in twips."""
    return int(cell.find(f"{w('tcPr')}/{w('tcW')}").get(w("w")))


def tables(file: File) -> list[Element]:
    """The tables that are no tables of data."""
    return [tbl for tbl in file.body.iterchildren(w("tbl")) if tbl[0].find(w("tblStyle")) is None]


def cells(row: Element) -> Iterator[list[Element]]:
    return (list(tc.iterchildren(w("p"))) for tc in row.iterchildren(w("tc")))
