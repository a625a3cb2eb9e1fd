"""A paragraph of any Word file, piece by piece."""

import pytest
from lxml import etree

from cqtt.word.reading.pieces import NOTE, UNKNOWN, Paragraph, paragraph

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def read(inner: str) -> Paragraph:
    return paragraph(etree.fromstring(f"<w:p {NS}>{inner}</w:p>"))


def run(words: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{words}</w:{tag}></w:r>"


def field(asked: str, shown: str) -> str:
    begin, separate, end = map(FIELD.format, ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{asked}</w:instrText></w:r>{separate}{run(shown)}{end}"


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (run("Một") + run(" hai"), "Một hai"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ('<w:r><w:br w:type="page"/><w:t>a</w:t></w:r>', "a"),
        ("<w:r><w:t>152</w:t><w:noBreakHyphen/><w:t>KH</w:t></w:r>", "152-KH"),
        ('<w:r><w:sym w:font="Symbol" w:char="2713"/></w:r>', "\u2713"),
        ('<w:r><w:sym w:char="không"/></w:r>', ""),
        (f"<w:hyperlink>{run('liên kết')}</w:hyperlink>", "liên kết"),
        (f"<w:sdt><w:sdtContent>{run('ô nhập')}</w:sdtContent></w:sdt>", "ô nhập"),
        (field(" REF phu_luc ", "Phụ lục I"), "Phụ lục I"),
        (field(" PAGE ", "7"), ""),
        (f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>', ""),
        (f'<w:fldSimple w:instr=" REF a ">{run("Phụ lục I")}</w:fldSimple>', "Phụ lục I"),
        (f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>{run('hiện')}", "hiện"),
        (
            f"<mc:AlternateContent><mc:Choice>{run('mới')}</mc:Choice><mc:Fallback>{run('cũ')}</mc:Fallback>"
            "</mc:AlternateContent>",
            "mới",
        ),
    ],
)
def test_what_is_printed_is_read(inner: str, words: str) -> None:
    assert "".join(piece.words for piece in read(inner).pieces) == words


def test_tracked_changes_keep_their_authors() -> None:
    found = read(
        f'<w:ins w:author="A">{run("mới")}</w:ins><w:del w:author="B">{run("cũ", "delText")}</w:del>'
        f"<w:moveTo>{run('đến')}</w:moveTo><w:moveFrom>{run('đi')}</w:moveFrom>"
    )
    assert [(piece.words, piece.added, piece.taken) for piece in found.pieces] == [
        ("mới", "A", ""),
        ("cũ", "", "B"),
        ("đến", UNKNOWN, ""),
        ("đi", "", UNKNOWN),
    ]


def test_the_end_of_a_paragraph_may_be_put_in_or_taken() -> None:
    assert read('<w:pPr><w:rPr><w:ins w:author="A"/></w:rPr></w:pPr>').added == "A"
    assert read('<w:pPr><w:rPr><w:del w:author="B"/></w:rPr></w:pPr>').taken == "B"


def test_notes_comments_boxes_and_bookmarks_are_found() -> None:
    found = read(
        '<w:bookmarkStart w:name="_cqtt_p1_abcdefgh"/><w:bookmarkStart w:name="_cqtt_n3_abcdefgh"/>'
        '<w:r><w:footnoteReference w:id="5"/></w:r><w:commentRangeStart w:id="2"/>'
        f"<w:r><w:pict><w:txbxContent><w:p>{run('hộp')}</w:p></w:txbxContent></w:pict></w:r>"
    )
    (piece,) = found.pieces
    assert (piece.words, piece.note, piece.name) == (NOTE, ("footnote", "5"), "_cqtt_n3_abcdefgh")
    assert found.names == ["_cqtt_p1_abcdefgh"]
    assert found.remarks == ["2"]
    assert len(found.boxes) == 1
