"""The review copy is the same document with a Word comment on each figure."""

import io
import zipfile
from datetime import date

import pytest
from lxml import etree
from msgspec.structs import replace

from cqtt.markup.nodes import (
    Align,
    Document,
    Figure,
    Frame,
    Heading,
    Note,
    Paragraph,
    Report,
    Strong,
    Table,
    Text,
    Title,
)
from cqtt.word.integrity import verify
from cqtt.word.write import write
from cqtt.word.xml import w
from tests.word import mau

NOTE = Note(((Text("đã có "), Figure("7", "a"), Text("/"), Figure("9", "b")),))
BLOCKS = (
    Heading(1, (Text("MỤC "), Figure("I", "a")), 0),
    Paragraph((Text("Nhận "), Strong((Figure("5.007", "a"),)), Text(" hồ sơ"), NOTE, Text(", "), Figure("2", "c")), 0),
    Table((Align.RIGHT,), ((Figure("9", "b"),),), (((Figure("1", "a"),),),), 0),
    Paragraph((Text("Hết./."),), 0),
)
FRAME = Frame("", ("CƠ QUAN",), "Số: 1", "Nơi", (), ("CHỦ TỊCH",), "Tên", ("Nơi nhận",), "VT", "Cơ quan", "(Kèm theo)")
REPORT = Report(FRAME, Document(Title((Text("BÁO CÁO"),), ((Text("x"),),)), BLOCKS, ()), "Báo cáo", date(2024, 4, 1))
REMARKS = {"a": "Lời bình a\ndòng hai", "b": "Lời bình b"}


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def words(data: bytes) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(w("t"))) for p in part(data, "word/document.xml").iter(w("p"))]


@pytest.fixture(scope="module")
def copy() -> bytes:
    return write(REPORT, REMARKS)


def test_each_figure_with_a_remark_has_a_comment_of_its_own(copy: bytes) -> None:
    comments = [
        "|".join("".join(t.text or "" for t in p.iter(w("t"))) for p in c) for c in part(copy, "word/comments.xml")
    ]
    assert comments == [
        "Lời bình a|dòng hai",  # heading
        "Lời bình a|dòng hai",  # bold
        "Lời bình a|dòng hai",  # the note's figures, at its mark
        "Lời bình b",
        "Lời bình b",  # table head
        "Lời bình a|dòng hai",  # table body
    ]


def test_a_comment_covers_its_figure_only(copy: bytes) -> None:
    document = part(copy, "word/document.xml")
    covered = []
    for start in document.iter(w("commentRangeStart")):
        run = start.getnext()
        assert run is not None
        covered.append("".join(t.text or "" for t in run.iter(w("t"))))
    assert covered[:2] == ["I", "5.007"]
    assert covered[-2:] == ["9", "1"]


def test_the_words_are_those_of_the_ordinary_copy(copy: bytes) -> None:
    assert words(copy) == words(write(REPORT))


def test_the_ordinary_copy_has_no_comments_part() -> None:
    with zipfile.ZipFile(io.BytesIO(write(REPORT))) as archive:
        assert "word/comments.xml" not in archive.namelist()


def test_each_mark_stands_behind_what_it_is_about() -> None:
    """Also between the first two footnotes, where LibreOffice 7.4 then mixes up the notes' texts."""
    figure = Paragraph((Figure("1", "a"),), 0)
    noted = Paragraph((Text("x"), NOTE, Text("y"), Figure("2", "a")), 0)
    blocks = (figure, noted, figure, noted, figure, noted, Paragraph((Text("Hết./."),), 0))
    report = replace(REPORT, document=replace(REPORT.document, blocks=blocks))
    copy = write(report, {"a": "Lời bình"})
    body = part(copy, "word/document.xml")
    marks = "".join("n" if e.tag == w("footnoteReference") else "c" for e in body.iter(*map(w, MARKS)))
    assert marks == "cncccncccncc"  # a note, the figure in it, the figure behind it, the figure of the next paragraph
    beside = [(node.tag, node.get(w("id"))) for node in body.iter(w("commentRangeEnd"), w("commentReference"))]
    numbers = [str(number) for number in range(len(beside) // 2)]
    assert beside == [(w(tag), n) for n in numbers for tag in ("commentRangeEnd", "commentReference")]
    assert verify(mau.opened(copy), report) == []


MARKS = ("footnoteReference", "commentReference")


def test_the_copy_is_sound_and_the_same_every_time(copy: bytes) -> None:
    assert verify(mau.opened(copy), REPORT) == []
    assert copy == write(REPORT, REMARKS)
    stamped = {c.get(w("date")) for c in part(copy, "word/comments.xml")}
    assert stamped == {"2024-04-01T00:00:00Z"}


def test_a_comment_without_its_place_is_found(copy: bytes) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(copy)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:commentRangeEnd", b"<w:bookmarkEnd", 1)
            new.writestr(name, data)
    assert "comments and their places do not match one to one" in verify(mau.opened(buffer.getvalue()), REPORT)


def test_without_any_remark_nothing_is_commented() -> None:
    assert write(REPORT, {}) == write(REPORT)
    assert write(replace(REPORT, name=REPORT.name), {"khác": "x"})
