"""What is no Word document, or none that can be read, is refused with a plain word."""

import io
import zipfile

import pytest

from cqtt.faults import EnvironmentFault
from cqtt.word.reading import archive
from cqtt.word.reading.archive import Package, body_of, open_package
from cqtt.word.xml import w
from tests.word.decree.mau_van_ban import DOCUMENT, good, zipped

RELS = "word/_rels/document.xml.rels"


def refused(data: bytes) -> tuple[str, str]:
    with pytest.raises(EnvironmentFault) as caught:
        body_of(open_package(data))
    return caught.value.message, caught.value.hint


def changed(**parts: str) -> bytes:
    return zipped({**good(), **{name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}})


def test_a_good_file_has_its_body_and_relations() -> None:
    package = open_package(zipped(good()))
    assert package.main == DOCUMENT
    assert body_of(package).tag.endswith("}body")
    assert package.first("styles") is not None
    assert package.first("customXml") is None
    assert package.related("word/khong.xml", "styles") == {}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "tệp trống"),
        (b"  \n", "tệp trống"),
        (b"chu", "tệp không phải .docx"),
        (b"{\\rtf1", "tệp này là RTF đổi tên thành .docx"),
        (b"%PDF-1.7", "tệp này là PDF đổi tên thành .docx"),
        (b"\xef\xbb\xbf<html>", "tệp này là HTML hoặc XML đổi tên thành .docx"),
        (b"\xd0\xcf\x11\xe0 cu", "tệp này là Word cũ (.doc) đổi tên thành .docx"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu"),
        (b"PK\x03\x04", "tệp .docx bị cắt cụt hoặc hỏng"),
        (zipped(good())[:-3000], "tệp .docx bị cắt cụt hoặc hỏng"),
        (zipped({"xl/workbook.xml": "<a/>"}), "tệp không phải văn bản Word"),
        (changed(word__document_xml="<khac/>"), "tệp không phải văn bản Word"),
        (changed(word__document_xml="<w:document>"), "phần word/document.xml của tệp không đúng cú pháp XML"),
        (changed(word__document_xml=""), "phần word/document.xml của tệp không đúng cú pháp XML"),
    ],
)
def test_other_files_are_told_apart(data: bytes, message: str) -> None:
    assert refused(data)[0] == message


def test_the_hint_says_how_to_mend() -> None:
    assert refused(b"\xd0\xcf\x11\xe0")[1].startswith("mở tệp bằng Word, chọn Lưu thành (Save As)")


def test_an_entity_is_never_read() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "x"><!ENTITY y SYSTEM "file:///etc/passwd">]><a>&x;&y;</a>'
    assert refused(changed(word__document_xml=bomb))[0] == "phần word/document.xml của tệp có khai báo DOCTYPE"


def test_a_part_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_PART", 10_000)
    assert refused(changed(word__document_xml="x" * 10_001))[0] == "phần word/document.xml bung ra quá lớn"


def test_a_huge_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_FILE", 1 << 20)
    assert refused(b"PK" + bytes(1 << 20))[0] == "tệp quá lớn: hơn 1 MB"


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ENTRIES", 3)
    assert refused(zipped(good()))[0] == "tệp chứa quá nhiều phần"


def test_a_part_with_a_wrong_sum_is_refused() -> None:
    data = bytearray(zipped(good()))
    data[data.index(b"BC-UBND")] ^= 1
    assert refused(bytes(data))[0] == "không giải nén được phần word/document.xml của tệp"


def test_a_part_under_a_password_is_refused() -> None:
    data = bytearray(zipped(good()))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := data.find(mark, start + 1)) >= 0:
            data[start + at] |= 1
    assert refused(bytes(data))[0].startswith("không giải nén được phần _rels/.rels")


def test_links_outwards_are_no_parts() -> None:
    link = '<Relationship Id="a" Type="x/header" Target="http://a.vn" TargetMode="External"/>'
    buffer = io.BytesIO(zipped({RELS: f'<R xmlns="{archive._RELATIONSHIP[1:].partition("}")[0]}">{link}</R>'}))
    assert Package(zipfile.ZipFile(buffer)).related(DOCUMENT, "header") == {}


COMMENTS = "word/comments.xml"
OF_COMMENTS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>'
    "</Relationships>"
)
REMARKS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0"><w:p><w:r><w:t>a</w:t></w:r></w:p></w:comment><w:comment w:id="1"><w:p/></w:comment>'
    "</w:comments>"
)


def condensed(remarks: str) -> Package:
    package = open_package(zipped({**good(), RELS: OF_COMMENTS, COMMENTS: remarks}))
    package.condense()
    return package


def test_of_remarks_their_numbers_are_kept_and_not_their_words() -> None:
    tree = condensed(REMARKS).tree(COMMENTS)
    assert tree is not None
    assert [(comment.get(w("id")), len(comment)) for comment in tree] == [("0", 0), ("1", 0)]


def test_broken_words_of_a_remark_are_refused_although_they_are_not_kept() -> None:
    with pytest.raises(EnvironmentFault) as caught:
        condensed(REMARKS.replace("</w:t>", ""))
    assert caught.value.message == f"phần {COMMENTS} của tệp không đúng cú pháp XML"


def test_a_doctype_in_the_remarks_is_refused() -> None:
    with pytest.raises(EnvironmentFault) as caught:
        condensed(f"<!DOCTYPE x>{REMARKS}")
    assert caught.value.message == f"phần {COMMENTS} của tệp có khai báo DOCTYPE"
