"""The head of a document: each rule broken on purpose, and what is right in more than one way."""

import pytest

from tests.word.decree.mau_van_ban import Break, before, change, drop, size, style, told

CASES: list[tuple[str, list[Break], list[str]]] = [
    ("no Quốc hiệu", [drop("CỘNG HÒA XÃ HỘI")], ["TT11 Quốc hiệu: không thấy"]),
    (
        "Quốc hiệu without marks",
        [change("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIET NAM")],
        ["TT11 Quốc hiệu: viết “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIET NAM”"],
    ),
    ("the other place of the tone", [change("CỘNG HÒA XÃ", "CỘNG HOÀ XÃ")], []),
    (
        "capitals by a toggle",
        [
            change("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
            style("QuocHieu", "<w:rPr>", "<w:rPr><w:caps/>"),
        ],
        [],
    ),
    ("Quốc hiệu in 15 points", [size("QuocHieu", "30")], ["TT12 Quốc hiệu: cỡ chữ 15"]),
    ("Quốc hiệu not bold, in italics", [style("QuocHieu", "<w:b/>", "<w:i/>")], ["TT12 Quốc hiệu: không đậm, nghiêng"]),
    (
        "Quốc hiệu in the left column",
        [change("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")],
        ["TT12 Quốc hiệu: không ở bên phải trang"],
    ),
    ("no Tiêu ngữ", [drop("Độc lập")], ["TT13 Tiêu ngữ: không thấy"]),
    (
        "Tiêu ngữ with dashes",
        [change("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")],
        ["TT13 Tiêu ngữ: viết “Độc lập – Tự do – Hạnh phúc”"],
    ),
    (
        "Tiêu ngữ small and to the left",
        [size("TieuNgu", "24"), style("TieuNgu", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>')],
        ["TT14 Tiêu ngữ: cỡ chữ 12, sát lề trái"],
    ),
    (
        "issuer in small letters",
        [change("THỊ XÃ VIỆT YÊN", "Thị xã Việt Yên")],
        ["TT15 Tên cơ quan ban hành: không in hoa"],
    ),
    (
        "no issuer",
        [drop("TỈNH BẮC GIANG"), drop("ỦY BAN NHÂN DÂN"), drop("THỊ XÃ VIỆT YÊN")],
        ["TT15 Tên cơ quan ban hành: không thấy"],
    ),
    (
        "issuer not bold, in 14",
        [style("CoQuan", "<w:b/>", ""), size("CoQuan", "28")],
        ["TT16 Tên cơ quan ban hành: cỡ chữ 14, không đậm", "TT16 Tên cơ quan: cỡ chữ 14"],
    ),
    ("no number", [drop("Số: 05")], ["TT17 Số, ký hiệu: không thấy"]),
    ("number without a zero", [change("Số: 05/", "Số: 5/")], ["TT17 Số, ký hiệu: viết “Số: 5/BC-UBND”"]),
    ("number without a colon", [change("Số: 05/", "Số 05/")], ["TT17 Số, ký hiệu: viết “Số 05/BC-UBND”"]),
    (
        "number with blanks",
        [change("Số: 05/BC-UBND", "Số: 05 / BC - UBND")],
        ["TT17 Số, ký hiệu: viết “Số: 05 / BC - UBND”"],
    ),
    ("number not yet given", [change("Số: 05/", "Số:      /")], []),
    ("number with dots", [change("Số: 05/", "Số: ...../")], []),
    (
        "number of a year",
        [change("Số: 05/BC-UBND", "Số: 05/2024/BC-UBND")],
        ["TT17 Số, ký hiệu: viết “Số: 05/2024/BC-UBND”"],
    ),
    (
        "number in 14 bold",
        [size("SoKyHieu", "28"), style("SoKyHieu", "<w:rPr>", "<w:rPr><w:b/>")],
        ["TT18 Số, ký hiệu: cỡ chữ 14, đậm"],
    ),
    ("no date", [drop("Việt Yên, ngày")], ["TT19 Địa danh, thời gian: không thấy"]),
    (
        "day without a zero",
        [change("ngày 05 tháng", "ngày 5 tháng")],
        ["TT19 Địa danh, thời gian: viết “Việt Yên, ngày 5 tháng 4 năm 2024”"],
    ),
    (
        "month 4 with a zero",
        [change("tháng 4 năm", "tháng 04 năm")],
        ["TT19 Địa danh, thời gian: viết “Việt Yên, ngày 05 tháng 04 năm 2024”"],
    ),
    (
        "month 2 without a zero",
        [change("tháng 4 năm", "tháng 2 năm")],
        ["TT19 Địa danh, thời gian: viết “Việt Yên, ngày 05 tháng 2 năm 2024”"],
    ),
    ("month 2 with its zero", [change("tháng 4 năm", "tháng 02 năm")], []),
    ("day 25", [change("ngày 05 tháng", "ngày 25 tháng")], []),
    (
        "no comma",
        [change("Việt Yên, ngày", "Việt Yên ngày")],
        ["TT19 Địa danh, thời gian: viết “Việt Yên ngày 05 tháng 4 năm 2024”"],
    ),
    ("date in numbers to be filled in", [change("ngày 05 tháng", "ngày …… tháng")], []),
    (
        "words in the date",
        [change("ngày 05 tháng", "ngày năm tháng")],
        ["TT19 Địa danh, thời gian: viết “Việt Yên, ngày năm tháng 4 năm 2024”"],
    ),
    ("date upright", [style("DiaDanhNgay", "<w:i/>", "")], ["TT20 Địa danh, thời gian: không nghiêng"]),
    (
        "date in another row",
        [
            change("<w:r><w:t>Việt Yên, ngày 05 tháng 4 năm 2024", "<w:r><w:t> "),
            before(">Độc lập", "Việt Yên, ngày 05 tháng 4 năm 2024", style="DiaDanhNgay"),
        ],
        ["TT20 Địa danh, thời gian: không cùng dòng với số, ký hiệu"],
    ),
    ("no kind", [drop(">BÁO CÁO<")], ["TT21 Tên loại: không thấy"]),
    ("kind in small letters", [change(">BÁO CÁO<", ">Báo cáo<")], ["TT21 Tên loại: không in hoa"]),
    (
        "kind and subject in one line",
        [change(">BÁO CÁO<", ">BÁO CÁO KẾT QUẢ XÂY DỰNG<")],
        ["TT21 Tên loại: viết liền với trích yếu"],
    ),
    (
        "kind to the left, in 16",
        [size("Title", "32"), style("Title", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>')],
        ["TT22 Tên loại: cỡ chữ 16, sát lề trái"],
    ),
    (
        "a công văn has no kind",
        [
            change(">BÁO CÁO<", "> <"),
            before(">Số: 05", "Số: 06/UBND-NV", style="SoKyHieu"),
            change(">Số: 05/BC-UBND<", ">V/v báo cáo kết quả<"),
            change("<w:t>Kết quả xây dựng<", "<w:t> <"),
            change("<w:t>Chính quyền thân thiện<", "<w:t> <"),
        ],
        [],
    ),
    ("no subject", [drop(">Kết quả xây dựng<"), drop(">Chính quyền thân thiện<")], ["TT23 Trích yếu: không thấy"]),
    ("subject in capitals", [change(">Kết quả xây dựng<", ">KẾT QUẢ XÂY DỰNG<")], ["TT23 Trích yếu: in hoa"]),
    ("subject not bold", [style("Subtitle", "<w:b/>", "")], ["TT24 Trích yếu: không đậm, và 1 đoạn khác"]),
    (
        "no rules",
        [change('<w:pStyle w:val="RuleLine"/>', "", count=-1), change("<w:bottom ", "<w:insideH ", count=-1)],
        ["cảnh báo TT25 Đường kẻ: không thấy đường kẻ nào ở phần đầu văn bản"],
    ),
    ("rules that are borders of cells", [change('<w:pStyle w:val="RuleLine"/>', "", count=-1)], []),
    (
        "a letterhead in a box",
        [
            change('<w:pStyle w:val="RuleLine"/>', "", count=-1),
            change('<w:bottom w:val="single"', '<w:left w:val="single"/><w:bottom w:val="single"', count=-1),
        ],
        ["cảnh báo TT25 Đường kẻ: không thấy đường kẻ nào ở phần đầu văn bản"],
    ),
    (
        "a border that is none",
        [
            change('<w:pStyle w:val="RuleLine"/>', "", count=-1),
            change('<w:bottom w:val="single"', '<w:bottom w:val="nil"', count=-1),
        ],
        ["cảnh báo TT25 Đường kẻ: không thấy đường kẻ nào ở phần đầu văn bản"],
    ),
    (
        "a rule of underscores",
        [
            change('<w:pStyle w:val="RuleLine"/>', "", count=-1),
            change("<w:bottom ", "<w:insideH ", count=-1),
            before(">Số: 05", "_______", style="SoKyHieu"),
        ],
        [],
    ),
    ("Kính gửi without a colon", [change("Kính gửi:", "Kính gửi")], ["TT26 Kính gửi: viết “Kính gửi”"]),
    (
        "Kính gửi in bold",
        [style("KinhGui", "<w:pPr>", "<w:rPr><w:b/></w:rPr><w:pPr>")],
        ["TT27 Kính gửi: đậm, và 2 đoạn khác"],
    ),
]


@pytest.mark.parametrize(("edits", "findings"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_each_breakage_is_told_and_nothing_else(edits: list[Break], findings: list[str]) -> None:
    assert told(*edits) == findings
