"""Nothing of the report may be lost between the tree and the file: not its frame, not its notes."""

import io
import zipfile

import pytest
from lxml import etree

from cqtt.markup.nodes import Note, Report, Text
from cqtt.word.completeness import expected, unsaid
from cqtt.word.write import write
from tests.word import mau

DOCUMENT, FOOTNOTES = "word/document.xml", "word/footnotes.xml"


@pytest.fixture(scope="module")
def report() -> Report:
    first, second = Note(((Text("chú thích một"),),)), Note(((Text("hai"),), (Text("đoạn sau"),)))
    return mau.report(
        mau.paragraph("Câu", first, " rồi", second),
        mau.paragraph("Trên đây là báo cáo./."),
    )


def trees(report: Report, part: str, old: str, new: str) -> dict[str, etree._Element]:
    """The two parts of the report's file, with *old* replaced in one of them."""
    with zipfile.ZipFile(io.BytesIO(write(report))) as archive:
        texts = {name: archive.read(name).decode() for name in (DOCUMENT, FOOTNOTES)}
    assert old in texts[part]
    texts[part] = texts[part].replace(old, new, 1)
    return {name: etree.fromstring(text.encode()) for name, text in texts.items()}


def test_a_whole_file_leaves_nothing_unsaid(report: Report) -> None:
    assert list(unsaid(trees(report, DOCUMENT, "Câu", "Câu"), report)) == []


@pytest.mark.parametrize(
    ("part", "old", "sentence"),
    [
        (FOOTNOTES, "chú thích một", "no footnote says, in its place: chú thích một"),
        (FOOTNOTES, "đoạn sau", "no footnote says, in its place: đoạn sau"),
        (DOCUMENT, "Câu", "the file does not say, in its place: Câu rồi"),
    ],
)
def test_a_lost_paragraph_or_note_is_named(report: Report, part: str, old: str, sentence: str) -> None:
    assert list(unsaid(trees(report, part, old, "x"), report)) == [sentence]


def test_every_line_of_the_frame_is_expected(report: Report) -> None:
    frame = report.frame
    wanted = list(expected(report))
    for words in (*frame.issuer, *frame.capacity, *(f"- {recipient};" for recipient in frame.recipients)):
        assert words in wanted
        assert list(unsaid(trees(report, DOCUMENT, f">{words}<", "><"), report)) == [
            f"the file does not say, in its place: {words}"
        ]
