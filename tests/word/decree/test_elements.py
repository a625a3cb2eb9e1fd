"""Which line is which element, however it was set."""

from cqtt.word.decree.elements import Elements, elements
from cqtt.word.reading.archive import open_package
from cqtt.word.reading.document import read
from cqtt.word.reading.lines import Line
from tests.word.decree.go_tay import typed
from tests.word.decree.mau_van_ban import DOCUMENT, Break, Parts, before, change, drop, spoilt


def found(*edits: Break) -> Elements:
    return elements(read(open_package(spoilt(*edits))))


def said(lines: list[Line]) -> list[str]:
    return [line.said for line in lines]


def word(line: Line | None) -> str:
    assert line is not None
    return line.said


def test_every_element_of_our_report() -> None:
    all_ = found()
    assert word(all_.nation) == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert word(all_.motto) == "Độc lập - Tự do - Hạnh phúc"
    assert said(all_.issuer) == ["TỈNH BẮC GIANG", "ỦY BAN NHÂN DÂN", "THỊ XÃ VIỆT YÊN"]
    assert word(all_.number) == "Số: 05/BC-UBND"
    assert word(all_.dated) == "Việt Yên, ngày 05 tháng 4 năm 2024"
    assert word(all_.kind) == "BÁO CÁO"
    assert said(all_.subject) == ["Kết quả xây dựng", "Chính quyền thân thiện"]
    assert said(all_.addressed) == ["Kính gửi:", "- Ủy ban nhân dân tỉnh;", "- Sở Nội vụ."]
    assert said(all_.text)[1:5] == ["I. KẾT QUẢ", "1. Công tác chỉ đạo", "a) Điểm thứ nhất;", "b) Điểm thứ hai."]
    assert said(all_.text)[-1] == "Trên đây là báo cáo./."
    assert [(a.head.said, len(a.title), a.enclosed is not None) for a in all_.appendices] == [
        ("Phụ lục I", 2, True),
        ("Phụ lục II", 2, True),
    ]


def test_tabs_set_elements_side_by_side() -> None:
    all_ = elements(read(open_package(typed())))
    assert word(all_.nation) == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert said(all_.issuer) == ["ỦY BAN NHÂN DÂN", "XÃ TIÊN SƠN"]
    assert word(all_.number) == "Số: 12/BC-UBND"
    assert word(all_.dated) == "Tiên Sơn, ngày 05 tháng 4 năm 2024"
    assert said(all_.text) == ["I. KẾT QUẢ", "Ủy ban nhân dân xã đã triển khai đầy đủ các nội dung./."]


def test_without_a_kind_the_text_begins_below_the_letterhead() -> None:
    assert said(found(drop(">BÁO CÁO<")).text)[0].startswith("Thực hiện")


def test_without_number_the_issuer_stands_beside_quoc_hieu() -> None:
    assert said(found(drop("Số: 05")).issuer) == ["TỈNH BẮC GIANG", "ỦY BAN NHÂN DÂN", "THỊ XÃ VIỆT YÊN"]


def test_a_subject_that_is_bold_but_not_centred_is_still_one() -> None:
    left = change('<w:pStyle w:val="Subtitle"/>', '<w:pStyle w:val="Subtitle"/><w:jc w:val="left"/>', count=-1)
    assert said(found(left).subject) == ["Kết quả xây dựng"]


def test_an_addressee_in_the_same_line() -> None:
    one = change("Kính gửi:", "Kính gửi: Sở Nội vụ")
    assert said(found(one, drop("- Ủy ban nhân dân tỉnh"), drop("- Sở Nội vụ.")).addressed) == ["Kính gửi: Sở Nội vụ"]


def test_a_mention_in_a_sentence_is_no_appendix() -> None:
    assert len(found(before(">Đã tuyên", "Phụ lục I kèm theo báo cáo này.")).appendices) == 2


def test_an_appendix_with_its_title_in_one_line_is_one() -> None:
    assert word(found(change(">Phụ lục II<", ">Phụ lục II: Bảng<")).appendices[1].head) == "Phụ lục II: Bảng"


def test_a_file_that_is_no_official_document_has_text_only() -> None:
    all_ = found(drop("CỘNG HÒA"), drop("Độc lập"), drop("Số: 05"), drop("Việt Yên, ngày"), drop(">BÁO CÁO<"))
    assert not any((all_.nation, all_.motto, all_.issuer, all_.number, all_.dated, all_.kind))
    assert said(all_.text)[0] == "Kết quả xây dựng"


def test_a_list_of_kinds_in_the_text_names_no_kind() -> None:
    assert found(drop(">BÁO CÁO<"), before(">Đã tuyên", "Kế hoạch")).kind is None


def test_a_list_below_an_addressee_is_text() -> None:
    one = [change("Kính gửi:", "Kính gửi: Sở Nội vụ"), change("- Sở Nội vụ.", "- Một;")]
    assert said(found(*one).addressed) == ["Kính gửi: Sở Nội vụ"]


def test_a_mention_alone_in_a_paragraph_is_no_appendix() -> None:
    assert len(found(before(">Đã tuyên", "Phụ lục I")).appendices) == 2
    assert len(found(before(">Nội dung.", "Phụ lục II")).appendices) == 2


def test_an_appendix_at_the_left_begins_a_section() -> None:
    left = change('<w:pStyle w:val="PhuLucSo"/>', '<w:pStyle w:val="BodyText"/>', count=-1)
    assert [a.head.said for a in found(left).appendices] == ["Phụ lục I", "Phụ lục II"]


def test_words_in_brackets_explain_the_title_of_an_appendix() -> None:
    (first, _) = found(change(">QUÝ I NĂM 2024<", ">(Từ ngày 15/12/2023)<")).appendices
    assert said(list(first.title)) == ["BẢNG TỔNG HỢP"]
    assert first.enclosed is not None


def test_recipients_named_in_the_text_are_not_the_end() -> None:
    all_ = found(before(">Đã tuyên", "Nơi nhận:", "Bộ phận Một cửa."))
    assert said(all_.text)[-1] == "Trên đây là báo cáo./."


def test_addressees_may_be_the_last_thing_in_a_file() -> None:
    def only_the_head(parts: Parts) -> None:
        head, mark, tail = parts[DOCUMENT].partition("- Sở Nội vụ.</w:t></w:r></w:p>")
        parts[DOCUMENT] = head + mark + tail[tail.rindex("<w:sectPr>") :]

    all_ = found(only_the_head)
    assert (len(all_.addressed), all_.text) == (3, [])


def test_the_head_of_an_appendix_ends_at_its_table() -> None:
    blank = before(">BẢNG TỔNG HỢP<", "", style="PhuLucTieuDe")
    (first, second) = found(blank, drop("(Kèm theo"), drop("(Kèm theo")).appendices
    assert (said(list(first.title)), first.enclosed) == (["BẢNG TỔNG HỢP", "QUÝ I NĂM 2024"], None)
    assert second.enclosed is None


def test_an_appendix_may_begin_with_a_short_table() -> None:
    def table_first(parts: Parts) -> None:
        table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        parts[DOCUMENT] = parts[DOCUMENT].replace(
            '<w:p><w:pPr><w:pStyle w:val="PhuLucTieuDe"/>', f"{table}<w:p><w:pPr>", 1
        )

    assert found(table_first).appendices[0].title == ()


def test_a_column_of_a_table_is_not_the_end() -> None:
    all_ = found(change(">Cột<", ">Nơi nhận<"))
    assert word(all_.closing.label) == "Nơi nhận:"
