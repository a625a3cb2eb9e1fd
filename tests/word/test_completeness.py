"""Nothing of the report may be lost between the tree and the file: not its frame, not its notes."""

import io
import zipfile

import pytest
from lxml import etree

from cqtt.markup.nodes import ChartKind, Note, Report, Text
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


@pytest.mark.parametrize(("old", "new"), [("Nếnh", "Nênh"), (">486<", "><"), (">486<", ">486<w:br/>")])
def test_a_lost_cell_is_named(old: str, new: str) -> None:
    """Also among many rows that look alike."""
    rows = [(str(i), f"xã {i}", "1") for i in range(9)]
    table = mau.table(("TT", "Đơn vị", "Số"), *rows, ("9", "phường Nếnh", "486"), ("10", "xã Vân", "2"))
    report = mau.report(table, mau.paragraph("Trên đây là báo cáo./."))
    new = new.replace("<w:br/>", "</w:t><w:br/><w:t>7<") if "br" in new else new
    lost = list(unsaid(trees(report, DOCUMENT, old, new), report))
    assert lost == [f"the file does not say, in its place: {'phường Nếnh' if old == 'Nếnh' else '486'}"]


def test_every_line_of_the_frame_is_expected(report: Report) -> None:
    frame = report.frame
    wanted = list(expected(report))
    for words in (*frame.issuer, *frame.capacity, *(f"- {recipient};" for recipient in frame.recipients)):
        assert words in wanted
        assert list(unsaid(trees(report, DOCUMENT, f">{words}<", "><"), report)) == [
            f"the file does not say, in its place: {words}"
        ]


@pytest.fixture(scope="module")
def drawn() -> Report:
    """A report with a small chart, and one that takes several pages."""
    return mau.report(
        mau.chart(ChartKind.COLUMNS, *mau.PERIODS),
        appendices=(mau.appendix(mau.chart(ChartKind.BARS, *mau.rates(60), title="Tỷ lệ")),),
    )


@pytest.mark.parametrize(
    ("part", "old", "new", "title"),
    [
        ("word/charts/chart1.xml", "<c:v>4512<", "<c:v>4513<", "Hồ sơ theo kỳ"),
        ("word/charts/chart1.xml", "<c:v>Quý II/2023<", "<c:v>Quý II<", "Hồ sơ theo kỳ"),
        ("word/charts/chart1.xml", "<c:v>Tiếp nhận<", "<c:v>Nhận<", "Hồ sơ theo kỳ"),
        ("word/charts/chart1.xml", '<c:pt idx="0"><c:v>4300<', '<c:pt idx="1"><c:v>4300<', "Hồ sơ theo kỳ"),
        ("word/charts/chart3.xml", "<c:v>Xã 60<", "<c:v>Xã 61<", "Tỷ lệ"),
        ("word/_rels/document.xml.rels", "charts/chart3.xml", "charts/chart2.xml", "Tỷ lệ"),
    ],
)
def test_a_chart_that_shows_something_else_is_named(drawn: Report, part: str, old: str, new: str, title: str) -> None:
    with zipfile.ZipFile(io.BytesIO(write(drawn))) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    good = {name: etree.fromstring(text.encode()) for name, text in texts.items()}
    assert list(unsaid(good, drawn)) == []
    assert old in texts[part]
    texts[part] = texts[part].replace(old, new, 1)
    bad = {name: etree.fromstring(text.encode()) for name, text in texts.items()}
    assert list(unsaid(bad, drawn)) == [f"the file does not draw, in its place: {title}"]


def test_a_chart_that_is_not_there_is_named(drawn: Report) -> None:
    without = mau.report(appendices=(mau.appendix(),))
    with zipfile.ZipFile(io.BytesIO(write(without))) as archive:
        parts = {name: etree.fromstring(archive.read(name)) for name in (DOCUMENT, FOOTNOTES)}
    assert list(unsaid(parts, drawn)) == [
        "the file does not say, in its place: Hồ sơ theo kỳ",
        "the file does not draw, in its place: Hồ sơ theo kỳ",
        "the file does not draw, in its place: Tỷ lệ",
    ]
