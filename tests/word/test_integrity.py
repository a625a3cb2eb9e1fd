"""The last look at a finished file: clean for good files, and each of its rules told by its own sentence.

Each case breaks one thing in a good file by editing a part inside the zip.
"""

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest
from msgspec.structs import replace

from cqtt.markup.nodes import LineBreak, Link, Note, Report, Text
from cqtt.word.integrity import verify
from cqtt.word.write import write
from tests.word import mau
from tests.word.hieu_luc import DOCUMENT, NOTES

Parts = dict[str, str]
Break = Callable[[Parts], None]

TYPES, RELS, NOTES_RELS = "[Content_Types].xml", "word/_rels/document.xml.rels", "word/_rels/footnotes.xml.rels"
ROW = "a table row does not fill its grid, or a cell does not end in a paragraph"
NOTE = "footnotes and their references do not match one to one"
BOOKMARKS = "bookmarks do not begin and end one to one"
END = "the body does not end in a paragraph and a section"
ZIP = "the zip does not begin with its content types, or has an entry twice"


@pytest.fixture(scope="module")
def good() -> Report:
    """A report with a note, links, lists, a table and an appendix."""
    note = Note(((Text("chú thích"), Link((Text("liên kết"),), "https://a.vn")),))
    return mau.report(
        mau.paragraph("Một ", Link((Text("cổng"),), "https://b.vn"), note),
        mau.items("Mục"),
        mau.table(("Đầu", "Cột"), ("ô", "ô hai")),
        appendices=(mau.appendix(mau.paragraph("Nội dung./.")),),
    )


@pytest.fixture(scope="module")
def parts(good: Report) -> Mapping[str, str]:
    """The parts of its file."""
    with zipfile.ZipFile(io.BytesIO(write(good))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def zipped(parts: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def change(part: str, old: str, new: str) -> Break:
    """Replaces the first *old* in *part*; it must be there."""

    def edit(parts: Parts) -> None:
        assert old in parts[part], old
        parts[part] = parts[part].replace(old, new, 1)

    return edit


def new_part(name: str) -> Break:
    def edit(parts: Parts) -> None:
        parts[name] = "x"

    return edit


def content_types_last(parts: Parts) -> None:
    parts[TYPES] = parts.pop(TYPES)


def swap(parts: Parts) -> None:
    """Let the first cells of head and body change places."""
    text = parts[DOCUMENT].replace(">Đầu<", ">\ue000<").replace(">ô<", ">Đầu<")
    parts[DOCUMENT] = text.replace(">\ue000<", ">ô<")


CASES: list[tuple[str, Break, list[str]]] = [
    ("zip order", content_types_last, [ZIP]),
    ("unknown part", new_part("word/hinh.png"), ["word/hinh.png has no content type"]),
    (
        "type without part",
        change(TYPES, "/word/webSettings.xml", "/word/khong.xml"),
        ["word/khong.xml has a content type but is not there"],
    ),
    ("relationship twice", change(RELS, 'Id="rId2"', 'Id="rId1"'), [f"{RELS} has an id twice"]),
    (
        "dangling relationship",
        change(RELS, 'Target="webSettings.xml"', 'Target="khong.xml"'),
        [f"{RELS} points to word/khong.xml, which is not there"],
    ),
    (
        "undefined paragraph style",
        change(DOCUMENT, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="TieuDe"/>'),
        ["style TieuDe is not defined"],
    ),
    (
        "undefined run style",
        change(NOTES, '<w:rStyle w:val="FootnoteReference"/>', '<w:rStyle w:val="So"/>'),
        ["style So is not defined"],
    ),
    (
        "undefined table style",
        change(DOCUMENT, '<w:tblStyle w:val="DataTable"/>', '<w:tblStyle w:val="Bang"/>'),
        ["style Bang is not defined"],
    ),
    (
        "undefined list",
        change(DOCUMENT, '<w:numId w:val="4"/>', '<w:numId w:val="44"/>'),
        ["list 44 is not defined"],
    ),
    (
        "relationship unknown to the text",
        change(DOCUMENT, 'r:id="rId8"', 'r:id="rId88"'),
        [f"relationship rId88 is used but not in {RELS}"],
    ),
    (
        "relationship unknown to the notes",
        change(NOTES_RELS, 'Id="rId1"', 'Id="rId9"'),
        [f"relationship rId1 is used but not in {NOTES_RELS}"],
    ),
    ("note that nobody calls", change(DOCUMENT, '<w:footnoteReference w:id="1"/>', ""), [NOTE]),
    (
        "note called twice",
        change(DOCUMENT, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="1"/>' * 2),
        [NOTE],
    ),
    ("call of no note", change(DOCUMENT, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="7"/>'), [NOTE]),
    (
        "bookmark twice",
        change(
            DOCUMENT,
            'w:name="_cqtt_p1_',
            'w:name="phu_luc_a"/><w:bookmarkEnd w:id="999"/><w:bookmarkStart w:id="999" w:name="_cqtt_p1_',
        ),
        ["a bookmark name stands twice"],
    ),
    ("bookmark without an end", change(DOCUMENT, '<w:bookmarkEnd w:id="7"/>', ""), [BOOKMARKS]),
    ("a bookmark's id twice", change(DOCUMENT, '<w:bookmarkStart w:id="', '<w:bookmarkStart w:id="7'), [BOOKMARKS]),
    (
        "a bookmark's long name",
        change(DOCUMENT, 'w:name="_cqtt_p1_', 'w:name="_cqtt_p1_2345678901234567890123456789012_'),
        ["a bookmark name is longer than Word takes"],
    ),
    (
        "mention of no bookmark",
        change(DOCUMENT, "<w:hyperlink ", '<w:hyperlink w:anchor="phu_luc_b" '),
        ["bookmark phu_luc_b is not there"],
    ),
    ("text behind the last section", change(DOCUMENT, "</w:sectPr></w:body>", "</w:sectPr><w:p/></w:body>"), [END]),
    (
        "table before the last section",
        change(DOCUMENT, "Nội dung./.</w:t></w:r></w:p>", "Nội dung./.</w:t></w:r></w:p><w:tbl/>"),
        [END],
    ),
    ("row too short", change(DOCUMENT, "<w:gridCol ", '<w:gridCol w:w="1"/><w:gridCol '), [ROW, ROW, ROW]),
    ("cell over too few columns", change(DOCUMENT, '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="2"/>'), [ROW]),
    ("cell without paragraph", change(DOCUMENT, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>"), [ROW]),
    ("tab in a run", change(DOCUMENT, "<w:t>Nơi nhận:", "<w:t>Nơi\tnhận:"), ["a run holds a control character"]),
    (
        "blank at an edge",
        change(DOCUMENT, '<w:t xml:space="preserve">Một ', "<w:t>Một "),
        ["a run would lose a blank at its edge"],
    ),
]


@pytest.mark.parametrize(("edit", "sentences"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_each_breakage_is_told_by_its_own_sentence(
    good: Report, parts: Mapping[str, str], edit: Break, sentences: list[str]
) -> None:
    broken = dict(parts)
    edit(broken)
    assert verify(mau.opened(zipped(broken)), good) == sentences


CHART_RELS = "word/charts/_rels/chart1.xml.rels"
WITH_CHARTS: list[tuple[str, Break, list[str]]] = [
    (
        "workbook that is not there",
        change(CHART_RELS, "so_lieu1.xlsx", "khong.xlsx"),
        [f"{CHART_RELS} points to word/embeddings/khong.xlsx, which is not there"],
    ),
    (
        "workbook unknown to its chart",
        change("word/charts/chart1.xml", 'r:id="rId1"', 'r:id="rId7"'),
        [f"relationship rId7 is used but not in {CHART_RELS}"],
    ),
    ("two drawings alike", change(DOCUMENT, '<wp:docPr id="2"', '<wp:docPr id="1"'), ["two drawings have the same id"]),
]


@pytest.mark.parametrize(("edit", "sentences"), [pytest.param(*case[1:], id=case[0]) for case in WITH_CHARTS])
def test_a_chart_is_tied_to_its_workbook_and_its_place(edit: Break, sentences: list[str]) -> None:
    report = mau.charts()
    with zipfile.ZipFile(io.BytesIO(write(report))) as archive:
        broken = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
    edit(broken)
    assert verify(mau.opened(zipped(broken)), report) == sentences


MISSING: list[tuple[str, Break, str]] = [
    ("word", change(DOCUMENT, "Trên đây", "Trên đó"), "Trên đây là báo cáo./."),
    ("figure in a cell", change(DOCUMENT, "ô hai", "ô ba"), "ô hai"),
    ("item", change(DOCUMENT, ">Mục<", ">Muc<"), "Mục"),
    ("order", swap, "Cột"),
    ("signer", change(DOCUMENT, "Thân Văn Thuận", "Thân Văn Thuân"), "Thân Văn Thuận"),
    ("number of the appendix", change(DOCUMENT, ">Phụ lục<", ">Phụ lục I<"), "Phụ lục"),
    ("title of the appendix", change(DOCUMENT, "BẢNG TỔNG HỢP", "BẢNG"), "BẢNG TỔNG HỢP"),
    ("appendix", change(DOCUMENT, "Nội dung./.", "Nội dung"), "Nội dung./."),
]


@pytest.mark.parametrize(("edit", "lost"), [pytest.param(*case[1:], id=case[0]) for case in MISSING])
def test_what_the_file_does_not_say_is_told_where_it_first_is_missing(
    good: Report, parts: Mapping[str, str], edit: Break, lost: str
) -> None:
    broken = dict(parts)
    edit(broken)
    assert verify(mau.opened(zipped(broken)), good) == [f"the file does not say, in its place: {lost}"]


def test_a_long_loss_is_told_by_its_beginning(good: Report, parts: Mapping[str, str]) -> None:
    longer = replace(good, document=replace(good.document, blocks=(mau.paragraph("x" * 99),)))
    assert verify(mau.opened(zipped(parts)), longer) == [f"the file does not say, in its place: {'x' * 60}"]


def test_an_entry_twice_is_told(good: Report, parts: Mapping[str, str]) -> None:
    buffer = io.BytesIO(zipped(parts))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/styles.xml", parts["word/styles.xml"])
    assert verify(mau.opened(buffer.getvalue()), good) == [ZIP]


def test_a_good_file_is_sound(good: Report, parts: Mapping[str, str]) -> None:
    assert verify(mau.opened(zipped(parts)), good) == []


def test_the_real_report_is_sound(reports: dict[str, Report], data: dict[str, bytes]) -> None:
    assert verify(mau.opened(data["quy_i_2024"]), reports["quy_i_2024"]) == []


def test_the_report_of_every_node_is_sound(reports: dict[str, Report], data: dict[str, bytes]) -> None:
    assert verify(mau.opened(data["nho"]), reports["nho"]) == []


def test_a_forced_new_line_is_no_loss() -> None:
    report = mau.report(mau.paragraph("một", LineBreak(), "hai"))
    assert verify(mau.opened(write(report)), report) == []


def test_an_unknown_signer_is_no_loss() -> None:
    report = mau.report(frame=replace(mau.FRAME, signer=""))
    assert verify(mau.opened(write(report)), report) == []
