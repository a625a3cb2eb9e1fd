"""Appendices: each rule broken on purpose."""

import pytest

from tests.word.decree.mau_van_ban import Break, change, size, style, told

CASES: list[tuple[str, list[Break], list[str]]] = [
    ("head in capitals", [change(">Phụ lục I<", ">PHỤ LỤC I<", count=-1)], ["TT61 Phụ lục: viết “PHỤ LỤC I”"]),
    ("Arabic numbers", [change(">Phụ lục II<", ">Phụ lục 2<")], ["TT61 Phụ lục: viết “Phụ lục 2”"]),
    ("head in 13", [size("PhuLucSo", "26")], ["TT62 Phụ lục: cỡ chữ 13, và 1 đoạn khác"]),
    ("title in small letters", [change(">BẢNG TỔNG HỢP<", ">Bảng tổng hợp<")], ["TT63 Tên phụ lục: không in hoa"]),
    ("title not bold", [style("PhuLucTieuDe", "<w:b/>", "")], ["TT64 Tên phụ lục: không đậm, và 3 đoạn khác"]),
    (
        "not said what it belongs to",
        [change("(Kèm theo Báo cáo số", "(Của Báo cáo số")],
        ["TT65 Phụ lục: không có dòng “(Kèm theo …)”"],
    ),
    ("that line upright", [style("PhuLucKemTheo", "<w:i/>", "")], ["TT66 Kèm theo: không nghiêng, và 1 đoạn khác"]),
    ("pages go on", [change('<w:pgNumType w:start="1"/>', "")], ["TT67 Phụ lục: số trang đánh tiếp theo văn bản"]),
    (
        "not mentioned",
        [change("<w:t>Phụ lục I<", "<w:t>bảng sau<")],
        ["TT68 Phụ lục: không được nhắc đến trong văn bản"],
    ),
]


@pytest.mark.parametrize(("edits", "findings"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_each_breakage_is_told_and_nothing_else(edits: list[Break], findings: list[str]) -> None:
    assert told(*edits) == findings
