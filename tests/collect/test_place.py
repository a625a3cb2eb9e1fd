"""Tables that units write themselves: numbers whose question is certain are taken, the rest is left and said."""

from cqtt.collect.answer import Answer
from cqtt.collect.place import Places, Table
from tests.phieu import form
from tests.than_thien import REPORT

HEADS = (
    (
        "STT",
        "Lĩnh vực",
        *["Số hồ sơ tiếp nhận"] * 4,
        *["Số hồ sơ đã giải quyết"] * 4,
        *["Số hồ sơ đang giải quyết"] * 3,
    ),
    (
        *("", "", "Tổng số", "Trong kỳ: trực tuyến", "Trong kỳ: trực tiếp, dịch vụ bưu chính", "Từ kỳ trước"),
        *("Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"),
    ),
    tuple(f"({i})" for i in range(1, 14)),
)
TOTAL = ("", "TỔNG CỘNG", "320", "300", "2", "18", "305", "290", "10", "5", "14", "12", "2")


def placed(*tables: Table) -> Answer:
    answer = Answer("nenh.docx", partial=True)
    Places(answer, form().questions, REPORT.paper_heads).read(tables)
    return answer


def test_the_national_form_is_read_by_its_heads() -> None:
    found = placed([*HEADS, ("1", "Tư pháp", *["9"] * 11), TOTAL])
    assert found.problems == []
    assert {".".join(map(str, key)): value for key, value in found.values.items()} == {
        "ho_so.tiep_nhan.truc_tuyen": 300,
        "ho_so.tiep_nhan.truc_tiep": 2,
        "ho_so.tiep_nhan.ky_truoc": 18,
        "ho_so.da_giai_quyet.truoc_han": 290,
        "ho_so.da_giai_quyet.dung_han": 10,
        "ho_so.da_giai_quyet.qua_han": 5,
        "ho_so.dang_giai_quyet.trong_han": 12,
        "ho_so.dang_giai_quyet.qua_han": 2,
    }
    assert found.position(("ho_so", "tiep_nhan", "ky_truoc")).where == "nenh.docx!bảng 1!hàng 5, cột 6"


def test_the_order_of_columns_makes_no_difference() -> None:
    turned = [tuple(reversed(row)) for row in (*HEADS, TOTAL)]
    assert placed(turned).values == placed([*HEADS, TOTAL]).values


def test_of_several_rows_without_a_total_none_is_taken() -> None:
    found = placed([*HEADS, ("1", "Tư pháp", *["9"] * 11), ("2", "Đất đai", *["8"] * 11)])
    assert found.values == {}
    assert [(p.code, p.message) for p in found.problems] == [
        ("PH09", "bảng 1 có 2 hàng số, không biết hàng nào là của cả đơn vị")
    ]


def test_labels_are_known_without_marks_numbers_and_case() -> None:
    found = placed(
        [("TT", "Chỉ tiêu", "Số liệu"), ("1", "MAY IN:", "4"), ("a)", "2. Máy scan", "3"), ("3", "Xe đạp", "9")]
    )
    assert found.values == {("trang_thiet_bi", "may_in"): 4, ("trang_thiet_bi", "may_scan"): 3}
    assert found.problems == []


def test_a_number_with_a_mark_is_a_finding_here_too() -> None:
    found = placed([("Máy in", "1.234")])
    assert [(p.position.where, p.code) for p in found.problems] == [("nenh.docx!bảng 1!hàng 1, cột 2", "SO01")]


def test_two_tables_that_do_not_agree_are_named_and_two_that_do_are_no_matter() -> None:
    assert placed([("Máy in", "4")], [("Máy in", "4")]).problems == []
    (found,) = placed([("Máy in", "4")], [("Máy in", "5")]).problems
    assert (found.code, found.message) == ("PH08", "bảng 1, hàng 1, cột 2 ghi 4, ở đây ghi 5")


def test_a_row_with_two_numbers_is_left() -> None:
    (found,) = placed([("Máy in", "4", "5")]).problems
    assert (found.code, found.message) == ("PH09", "“Máy in” có nhiều số")
