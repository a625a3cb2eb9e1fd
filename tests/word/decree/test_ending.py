"""The end of a document: each rule broken on purpose."""

import pytest

from tests.word.decree.mau_van_ban import Break, before, change, drop, size, style, told

CASES: list[tuple[str, list[Break], list[str]]] = [
    (
        "no recipients",
        [drop("Nơi nhận:"), drop("- Ban Dân vận"), drop("- Phòng Nội vụ"), drop("- Lưu: VT")],
        ["TT51 Nơi nhận: không thấy"],
    ),
    ("recipients without a colon", [change("Nơi nhận:", "Nơi nhận")], ["TT51 Nơi nhận: viết “Nơi nhận”"]),
    (
        "recipients upright in 14",
        [size("NoiNhanTieuDe", "28"), style("NoiNhanTieuDe", "<w:i/>", "")],
        ["TT52 Nơi nhận: cỡ chữ 14, không nghiêng"],
    ),
    (
        "a recipient without a semicolon",
        [change("- Phòng Nội vụ;", "- Phòng Nội vụ")],
        ["TT53 Nơi nhận: không kết thúc bằng dấu chấm phẩy"],
    ),
    ("no dash", [change("- Ban Dân vận Thị ủy;", "Ban Dân vận Thị ủy;")], ["TT53 Nơi nhận: không có gạch đầu dòng"]),
    (
        "a recipient in two lines",
        [before("- Phòng Nội vụ;", "- Phòng Tài chính,", style="NoiNhan"), change("- Phòng Nội vụ;", "phòng Nội vụ;")],
        [],
    ),
    ("nothing kept", [change("- Lưu: VT.", "- Các xã.")], ["TT53 Nơi nhận: dòng cuối không phải dòng lưu"]),
    ("no full stop", [change("- Lưu: VT.", "- Lưu: VT;")], ["TT53 Nơi nhận: dòng cuối không phải dòng lưu"]),
    ("list in 12", [size("NoiNhan", "24")], ["TT54 Nơi nhận: cỡ chữ 12, và 2 đoạn khác"]),
    ("no capacity", [drop("KT. CHỦ TỊCH"), drop("PHÓ CHỦ TỊCH")], ["TT55 Chức vụ người ký: không thấy"]),
    ("capacity in small letters", [change("PHÓ CHỦ TỊCH", "Phó Chủ tịch")], ["TT55 Chức vụ người ký: không in hoa"]),
    (
        "short form without a full stop",
        [change("KT. CHỦ TỊCH", "KT CHỦ TỊCH")],
        ["TT55 Chức vụ người ký: viết “KT CHỦ TỊCH”"],
    ),
    (
        "short form without a blank",
        [change("KT. CHỦ TỊCH", "KT.CHỦ TỊCH")],
        ["TT55 Chức vụ người ký: viết “KT.CHỦ TỊCH”"],
    ),
    ("capacity not bold", [style("QuyenHan", "<w:b/>", "")], ["TT56 Chức vụ người ký: không đậm, và 1 đoạn khác"]),
    ("no signer", [drop("Thân Văn Thuận")], ["TT57 Họ tên người ký: không thấy"]),
    (
        "signer with a degree",
        [change("Thân Văn Thuận", "ThS. Thân Văn Thuận")],
        ["TT57 Họ tên người ký: có “ThS.” trước tên"],
    ),
    ("signer in 12", [size("HoTen", "24")], ["TT58 Họ tên người ký: cỡ chữ 12"]),
]


@pytest.mark.parametrize(("edits", "findings"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_each_breakage_is_told_and_nothing_else(edits: list[Break], findings: list[str]) -> None:
    assert told(*edits) == findings
