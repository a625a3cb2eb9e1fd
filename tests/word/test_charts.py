"""Charts in the file: captions, words for those who cannot see them, the parts and what ties them together."""

import io
import zipfile

import pytest
from docx import Document
from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]

from cqtt.markup.nodes import ChartKind, Figure, Report, Text
from cqtt.markup.walk import plain
from cqtt.word.chart_data import chart_data
from cqtt.word.chart_shapes import C
from cqtt.word.charts import captioned, description
from cqtt.word.integrity import verify
from cqtt.word.sections import LANDSCAPE_HEIGHT, LANDSCAPE_WIDTH, PORTRAIT_HEIGHT, PORTRAIT_WIDTH
from cqtt.word.write import write
from cqtt.word.xml import w
from tests.word import mau
from tests.word.hieu_luc import File, is_on, points, words

PAGE = (PORTRAIT_WIDTH, PORTRAIT_HEIGHT)
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@pytest.fixture
def drawn(files: dict[str, File]) -> File:
    """The file with every kind of chart."""
    return files["bieu_do"]


def parts_of(file: File, folder: str) -> list[str]:
    return sorted(name for name in file.parts if name.startswith(f"word/{folder}/") and "_rels" not in name)


def test_each_chart_has_its_drawing_and_its_workbook(drawn: File) -> None:
    numbers = range(1, 6)
    assert parts_of(drawn, "charts") == [f"word/charts/chart{i}.xml" for i in numbers]
    assert parts_of(drawn, "embeddings") == [f"word/embeddings/so_lieu{i}.xlsx" for i in numbers]
    for i in numbers:
        assert drawn.relations(f"word/charts/chart{i}.xml") == {"rId1": f"../embeddings/so_lieu{i}.xlsx"}
    placed = [drawn.relations()[node.attrib.values()[0]] for node in drawn.body.iter(f"{C}chart")]
    assert placed == [f"charts/chart{i}.xml" for i in numbers]


def test_the_caption_stands_above_and_stays_with_its_chart(drawn: File) -> None:
    captions = drawn.paragraphs("Caption")
    assert [words(p) for p in captions] == ["Hồ sơ theo kỳ"] * 3 + ["Tỷ lệ đúng hạn", "Hồ sơ theo kỳ"]
    for p in captions:
        look = drawn.run(p.find(w("r")))
        assert "keepNext" in drawn.paragraph(p)
        assert (points(look), is_on(look, "b"), look["rFonts"]["ascii"]) == (13, True, "Times New Roman")
        assert p.getnext().find(f"{w('r')}/{w('drawing')}/{WP}inline") is not None


def test_charts_are_as_wide_as_the_text_and_lower_than_the_page(drawn: File) -> None:
    sizes = [(int(e.get("cx")) // 635, int(e.get("cy")) // 635) for e in drawn.body.iter(f"{WP}extent")]
    assert [width for width, _ in sizes] == [PORTRAIT_WIDTH] * 4 + [LANDSCAPE_WIDTH]
    assert all(height < LANDSCAPE_HEIGHT for _, height in sizes)


def test_the_paragraph_below_a_chart_explains_it_in_an_appendix_only(drawn: File) -> None:
    assert [words(p) for p in drawn.paragraphs("TableNote")] == ["Ghi chú./."]
    assert "Đoạn sau biểu đồ." in [words(p) for p in drawn.paragraphs("BodyText")]


def test_every_drawing_says_itself_in_words(drawn: File) -> None:
    drawings = list(drawn.body.iter(f"{WP}docPr"))
    assert [node.get("id") for node in drawings] == ["1", "2", "3", "4", "5"]
    assert drawings[3].get("descr") == (
        "Biểu đồ thanh ngang: Tỷ lệ đúng hạn. Gồm 5 mục, từ Xã 1 đến Xã 5. "
        "Tỷ lệ (%): cao nhất 100% (Xã 2), thấp nhất 91,1% (Xã 1). Không có số liệu: Xã 4. "
        "Từng mục: Xã 1: 91,1%; Xã 2: 100%; Xã 3: 93,3%; Xã 4: –; Xã 5: 95,5%."
    )


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("A", "5")], "Gồm A. Số: 5 (A)."),
        ([("A", "–")], "Gồm A. Số: không có số liệu."),
        ([("A", "5"), ("B", "5")], "Gồm 2 mục, từ A đến B. Số: 5 (A, B). Từng mục: A: 5; B: 5."),
        (
            [(x, "0") for x in "ABCDE"],
            "Gồm 5 mục, từ A đến E. Số: 0 (A, B, C và 2 mục khác). Từng mục: A: 0; B: 0; C: 0; D: 0; E: 0.",
        ),
        (
            [("A", "1.000"), ("A", "2")],
            "Gồm 2 mục, từ A đến A. Số: cao nhất 1.000 (A), thấp nhất 2 (A). Từng mục: A: 1.000; A: 2.",
        ),
    ],
)
def test_the_words_name_the_highest_the_lowest_and_the_absent(rows: list[tuple[str, str]], told: str) -> None:
    chart = mau.chart(ChartKind.COLUMNS, ("Đơn vị", "Số"), *rows)
    assert description(chart_data(chart), "Tên") == f"Biểu đồ cột: Tên. {told}"


def test_the_words_tell_every_figure_of_every_series() -> None:
    chart = mau.chart(ChartKind.COLUMNS, ("Kỳ", "Nhận", "Xong"), ("Quý I", "5.007", "–"), ("Quý II", "96", "95"))
    assert description(chart_data(chart), "Tên").endswith(
        "Từng mục: Quý I: Nhận 5.007, Xong –; Quý II: Nhận 96, Xong 95."
    )


@pytest.mark.parametrize(("count", "made"), [(1, 1), (17, 1), (168, 5), (3321, 93)])
def test_what_does_not_fit_on_a_page_is_several_charts_with_a_number(count: int, made: int) -> None:
    found = list(captioned(mau.chart(ChartKind.BARS, *mau.rates(count), title="Tên"), *PAGE))
    titles = [plain(title) for title, _ in found]
    assert titles == (["Tên"] if made == 1 else [f"Tên (phần {i}/{made})" for i in range(1, made + 1)])


def large() -> Report:
    """168 communes in an appendix."""
    return mau.report(appendices=(mau.appendix(mau.chart(ChartKind.BARS, *mau.rates(168))),))


def test_a_chart_of_several_pages_is_sound() -> None:
    assert verify(mau.opened(write(large())), large()) == []


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 3321])
def test_microsofts_validator_finds_nothing_in_small_and_large_charts(
    count: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("chart") / "a.docx"
    file.write_bytes(write(mau.report(mau.chart(ChartKind.BARS, *mau.rates(count)))))
    found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(file))
    assert [error.description for error in found.errors] == []


def test_remarks_on_what_a_chart_prints_stand_at_its_caption() -> None:
    chart = mau.chart(ChartKind.BARS, *mau.rates(3), title="Tên ", figures=("a.b", "a.c"))
    titled = mau.report(type(chart)(chart.kind, (*chart.title, Figure("quý I", "k.t")), chart.head, chart.body, 1))
    data = write(titled, {"a.b": "một", "a.c": "hai", "k.t": "ba"})
    assert verify(mau.opened(data), titled) == []
    file = File(data)
    (caption,) = file.paragraphs("Caption")
    comments = {c.comment_id: c.text for c in Document(io.BytesIO(data)).comments}
    assert sorted(comments.values()) == ["ba", "hai", "một"]
    assert len(list(caption.iter(w("commentReference")))) == 3


def test_a_report_without_charts_knows_nothing_of_them(small: File) -> None:
    assert not [name for name in small.parts if "chart" in name or "embed" in name]
    assert "Caption" not in small.styles


def test_the_workbooks_are_whole_files(drawn: File) -> None:
    for name in parts_of(drawn, "embeddings"):
        with zipfile.ZipFile(io.BytesIO(drawn.parts[name])) as book:
            assert book.testzip() is None
            assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_title_keeps_its_words() -> None:
    ((title, _),) = captioned(mau.chart(ChartKind.LINES, *mau.PERIODS), *PAGE)
    assert title == (Text("Hồ sơ theo kỳ"),)
