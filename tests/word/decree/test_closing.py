"""The end of a document, in a table, with tabs, or one below the other."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from cqtt.word.decree.closing import Closing
from cqtt.word.decree.elements import elements
from cqtt.word.reading.archive import open_package
from cqtt.word.reading.document import read
from tests.word.decree.go_tay import letters, paragraph, typed
from tests.word.decree.mau_van_ban import Break, change, drop, spoilt


def closing(*edits: Break) -> Closing:
    return elements(read(open_package(spoilt(*edits)))).closing


def said(found: Closing) -> tuple[list[str], list[str], str]:
    recipients, capacity = ([line.said for line in lines] for lines in (found.recipients, found.capacity))
    return recipients, capacity, found.signer.said if found.signer else ""


def test_in_a_table() -> None:
    recipients = ["- Ban Dân vận Thị ủy;", "- Phòng Nội vụ;", "- Lưu: VT."]
    assert said(closing()) == (recipients, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Thân Văn Thuận")


def test_with_tabs() -> None:
    found = elements(read(open_package(typed()))).closing
    capacity = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert said(found) == (["- Ủy ban nhân dân thị xã;", "- Lưu: VT."], capacity, "Nguyễn Văn An")


def test_signature_above_the_recipients() -> None:
    def below(document: Document) -> None:
        for p in document.paragraphs[-4:]:
            document.element.body.remove(p._element)
        for words in ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn An"):
            letters(paragraph(document, ALIGN.RIGHT), words, bold=True)
        for words in ("Nơi nhận:", "- Lưu: VT."):
            letters(paragraph(document), words)

    all_ = elements(read(open_package(typed(below))))
    assert said(all_.closing) == (["- Lưu: VT."], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Nguyễn Văn An")
    assert all_.text[-1].said.endswith("./.")


def test_without_recipients_the_signature_is_known_by_whose_power_is_used() -> None:
    without = [drop("Nơi nhận:"), drop("- Ban Dân vận"), drop("- Phòng Nội vụ"), drop("- Lưu: VT")]
    assert said(closing(*without)) == ([], ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Thân Văn Thuận")


def test_a_document_without_an_end() -> None:
    without = [drop("Nơi nhận:"), drop("KT. CHỦ TỊCH")]
    found = closing(*without)
    assert (found.label, found.begins, said(found)) == (None, None, ([], [], ""))


def test_words_in_brackets_are_for_the_typist() -> None:
    found = closing(change("PHÓ CHỦ TỊCH", "(Chữ ký, dấu)"))
    assert said(found)[1:] == (["KT. CHỦ TỊCH"], "Thân Văn Thuận")


def test_what_stands_below_the_recipients_at_the_left_is_no_signature() -> None:
    def more(document: Document) -> None:
        letters(paragraph(document), "Bản này thay bản trước.")

    assert said(elements(read(open_package(typed(more)))).closing)[2] == "Nguyễn Văn An"


def test_recipients_without_any_signature() -> None:
    def unsigned(document: Document) -> None:
        for p in document.paragraphs[-4:]:
            document.element.body.remove(p._element)
        for words in ("Nơi nhận:", "- Lưu: VT."):
            letters(paragraph(document), words)

    assert said(elements(read(open_package(typed(unsigned)))).closing) == (["- Lưu: VT."], [], "")
