"""Every printed figure is found with its section and its sentence."""

from cqtt.markup.nodes import (
    Align,
    Appendix,
    Chart,
    ChartKind,
    Document,
    Emphasis,
    Figure,
    Heading,
    Items,
    Note,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
)
from cqtt.markup.occurrences import occurrences

TITLE = Title((Text("BÁO CÁO"),), ((Text("Quý "), Figure("I", "ky.ten")),))


def found(document: Document) -> list[tuple[str, str, str]]:
    every = list(occurrences(document))
    assert all(o.sentence[o.at :].startswith(o.text) for o in every)
    return [(o.path, o.section, o.sentence) for o in every]


def test_sections_are_numbered_as_word_numbers_them() -> None:
    number = Figure("5", "a")
    blocks = (
        Paragraph((number,), 0),
        Heading(1, (Text("X"),), 0),
        Heading(2, (Text("Y"),), 0),
        Heading(2, (number,), 0),
        Heading(3, (Text("Z"),), 0),
        Paragraph((number,), 0),
        Heading(1, (Text("X"),), 0),
        Paragraph((number,), 0),
    )
    sections = [section for _, section, _ in found(Document(TITLE, blocks, ()))]
    assert sections == ["", "", "I.2", "I.2.1", "II"]


def test_a_sentence_ends_at_a_stop_or_a_semicolon_but_not_inside_a_number() -> None:
    children = (Text("Nhận "), Figure("5.007", "a"), Text(" hồ sơ; còn "), Strong((Figure("2", "b"),)), Text(". Hết."))
    document = Document(Title((), ()), (Paragraph(children, 0),), ())
    assert found(document) == [("a", "", "Nhận 5.007 hồ sơ;"), ("b", "", "còn 2.")]


def test_a_figure_is_found_at_its_own_place_and_not_at_the_same_digits_before_it() -> None:
    row = ((Text("Mức 5"),), (Text("5 của "), Figure("5", "a")), (Figure("5", "b"),))
    blocks = (Paragraph((Text("Điểm 5. Có "), Figure("5", "c")), 0), Table((Align.LEFT,) * 3, row, (row,), 0))
    places = [(o.path, o.sentence, o.at) for o in occurrences(Document(Title((), ()), blocks, ()))]
    assert places[:3] == [("c", "Có 5", 3), ("a", "Mức 5 | 5 của 5 | 5", 14), ("b", "Mức 5 | 5 của 5 | 5", 18)]


def test_of_a_very_long_sentence_only_what_stands_around_the_figure_is_quoted() -> None:
    blocks = (Paragraph((Text("a " * 600), Figure("5", "p"), Text(" b" * 600)), 0),)
    ((_, _, sentence),) = found(Document(Title((), ()), blocks, ()))
    assert sentence == "…" + "a " * 250 + "5" + " b" * 249 + "…"
    blocks = (Paragraph((Figure("5", "p"), Text(" b" * 600)), 0),)
    assert found(Document(Title((), ()), blocks, ())) == [("p", "", "5" + " b" * 249 + "…")]


def test_notes_lists_tables_and_appendices_are_looked_into() -> None:
    note = Note(((Text("đã có "), Figure("7", "n")),))
    item = (Paragraph((Emphasis((Figure("1", "i"), note)),), 0),)
    row = ((Text("Nếnh"),), (Figure("9", "t"),))
    table = Table((Align.LEFT, Align.RIGHT), ((Text("Tên"),), (Text("Số"),)), (row,), 0)
    appendix = Appendix("x", "Phụ lục", ((Figure("I", "k"),),), (table,), landscape=False, line=0)
    document = Document(Title((), ()), (Items(False, (item,), 0),), (appendix,))
    assert found(document) == [
        ("i", "", "1"),
        ("n", "", "đã có 7"),
        ("k", "Phụ lục", "I"),
        ("t", "Phụ lục", "Nếnh | 9"),
    ]


def test_a_note_of_a_cell_and_the_name_of_the_document_are_looked_into() -> None:
    note = Note(((Text("có "), Figure("7", "n"), Text("; hết")),))
    table = Table((Align.LEFT,), ((Text("Tên"), note),), (), 0)
    assert found(Document(Title((Figure("BÁO CÁO", "k"),), ()), (table,), ())) == [
        ("k", "", "BÁO CÁO"),
        ("n", "", "có 7;"),
    ]


def test_a_chart_prints_its_title_and_its_cells() -> None:
    row = ((Text("Nếnh"),), (Figure("96,6%", "t"),))
    chart = Chart(ChartKind.BARS, (Text("Tỷ lệ "), Figure("quý I", "k")), ((Text("Tên"),), (Text("Số"),)), (row,), 0)
    appendix = Appendix("x", "Phụ lục", (), (chart,), landscape=False, line=0)
    assert found(Document(Title((), ()), (), (appendix,))) == [
        ("k", "Phụ lục", "Tỷ lệ quý I"),
        ("t", "Phụ lục", "biểu đồ: Tỷ lệ quý I | Nếnh | 96,6%"),
    ]
