"""The file around the document: the base package, its fonts, language and settings, and the zip."""

import io
import re
import zipfile
from collections import Counter

import pytest

from cqtt.word.package import open_base, set_aside, to_bytes
from cqtt.word.write import write
from cqtt.word.xml import Element, escaped, paragraph, w
from tests.word import mau
from tests.word.hieu_luc import File, R, local

FONT = "Times New Roman"
SLOTS = {"ascii", "hAnsi", "eastAsia", "cs"}
BLACK = {"auto", "000000"}
BASED = ("basedOn", "next", "link")


def attributes(node: Element) -> dict[str, str]:
    return {local(name): value for name, value in node.attrib.items()}


def test_every_entry_of_the_zip_has_the_same_date_system_and_mode(data: dict[str, bytes], name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data[name])) as archive:
        entries = archive.infolist()
    assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(e.create_system, e.external_attr >> 16) for e in entries} == {(3, 0o600)}
    assert {(e.extra, e.comment) for e in entries} == {(b"", b"")}


def test_the_zip_begins_with_content_types_and_goes_on_in_order(file: File) -> None:
    first, second, *rest = file.parts
    assert (first, second) == ("[Content_Types].xml", "_rels/.rels")
    assert rest == sorted(rest)


def test_our_own_comments_do_not_reach_the_file(file: File) -> None:
    for name, part in file.parts.items():
        assert b"<!--" not in part, name


@pytest.mark.parametrize("root", ["document", "hdr", "footnotes", "comments"])
def test_every_part_with_text_declares_the_prefix_of_relationships(root: str) -> None:
    """docx2python stops at one that does not, whether the part has relationships or none."""
    trees = File(write(mau.every_node(), {"x": "Lời bình"})).trees.values()
    found = [tree for tree in trees if local(tree.tag) == root]
    assert found
    assert all(tree.nsmap.get("r") == R.strip("{}") for tree in found)


def test_no_part_names_a_font_of_the_theme(file: File) -> None:
    """A theme attribute would win over the name beside it; themeFontLang in the settings is a language."""
    for name, part in file.parts.items():
        assert not re.search(rb"w:(ascii|hAnsi|eastAsia|cs)[Tt]heme=", part), name


def test_every_mention_of_fonts_is_times_new_roman_in_all_four_slots(file: File) -> None:
    mentions = [node for tree in file.trees.values() for node in tree.iter(w("rFonts"))]
    assert mentions
    for node in mentions:
        assert attributes(node) == dict.fromkeys(SLOTS, FONT)


def test_the_defaults_are_times_new_roman_14_in_vietnamese(file: File) -> None:
    (defaults,) = file.trees["word/styles.xml"].iter(w("rPrDefault"))
    found = {local(node.tag): attributes(node) for node in defaults[0]}
    assert found["rFonts"] == dict.fromkeys(SLOTS, FONT)
    assert found["sz"] == found["szCs"] == {"val": "28"}
    assert found["lang"]["val"] == "vi-VN"


def test_font_table_and_theme_know_no_other_font(file: File) -> None:
    assert [f.get(w("name")) for f in file.trees["word/fontTable.xml"]] == [FONT]
    theme = file.parts["word/theme/theme1.xml"].decode()
    assert set(re.findall(r'typeface="([^"]*)"', theme)) == {FONT, ""}


def test_language_is_vietnamese_everywhere(file: File) -> None:
    said = [node for tree in file.trees.values() for node in tree.iter(w("lang"), w("themeFontLang"))]
    assert {node.get(w("val")) for node in said} == {"vi-VN"}
    assert b"<dc:language>vi-VN</dc:language>" in file.parts["docProps/core.xml"]


def test_word_opens_the_file_in_its_own_mode(file: File) -> None:
    modes = {c.get(w("name")): c.get(w("val")) for c in file.trees["word/settings.xml"].iter(w("compatSetting"))}
    assert modes["compatibilityMode"] == "15"


def test_settings_ask_nothing_at_opening_and_list_the_separators(file: File) -> None:
    settings = file.trees["word/settings.xml"]
    assert settings.find(w("updateFields")) is None
    assert [note.get(w("id")) for note in settings.find(w("footnotePr"))] == ["-1", "0"]
    assert [settings.find(w(name)).get(w("val")) for name in ("decimalSymbol", "listSeparator")] == [",", ";"]


def test_each_kind_of_style_has_one_default(file: File) -> None:
    defaults = Counter(s.get(w("type")) for s in file.styles.values() if s.get(w("default")) == "1")
    assert defaults == {"paragraph": 1, "character": 1, "table": 1, "numbering": 1}


def test_styles_refer_to_styles_that_exist_and_names_are_unique(file: File) -> None:
    for name, style in file.styles.items():
        for node in style.iterchildren(*map(w, BASED)):
            assert node.get(w("val")) in file.styles, name
    names = [s.find(w("name")).get(w("val")).lower() for s in file.styles.values()]
    assert len(set(names)) == len(names) == len(list(file.trees["word/styles.xml"].iter(w("style"))))


@pytest.mark.parametrize(("latin", "complex_script"), [("b", "bCs"), ("i", "iCs"), ("sz", "szCs")])
def test_bold_italic_and_size_hold_for_complex_scripts_too(file: File, latin: str, complex_script: str) -> None:
    for name, tree in file.trees.items():
        for node in tree.iter(w(latin)):
            twin = node.getnext()
            assert twin is not None, name
            assert (twin.tag, twin.get(w("val"))) == (w(complex_script), node.get(w("val"))), name


def test_all_text_is_black_and_nothing_is_underlined(file: File) -> None:
    nodes = [node for tree in file.trees.values() for node in tree.iter()]
    assert {node.get(w("val")) for node in nodes if node.tag == w("u")} <= {"none"}
    assert {node.get(w("val")) for node in nodes if node.tag == w("color")} <= BLACK
    assert {node.get(w("color"), "auto") for node in nodes} <= BLACK


def test_the_base_is_opened_anew_each_time() -> None:
    first = open_base()
    first.element.body.clear()
    assert len(open_base().element.body) == 1


def test_the_same_document_gives_the_same_bytes() -> None:
    document = open_base()
    assert to_bytes(document, []) == to_bytes(document, []) == to_bytes(open_base(), [])


def test_content_types_are_said_for_each_part_but_the_relationships(file: File) -> None:
    overrides = {node.get("PartName") for node in file.trees["[Content_Types].xml"] if node.get("PartName")}
    parts = {f"/{name}" for name in file.parts if name.endswith(".xml") and name != "[Content_Types].xml"}
    assert overrides == parts


def test_what_is_set_aside_comes_back_in_its_own_place() -> None:
    document = open_base()
    aside: list[bytes] = []
    body = document.element.body
    for words in ("ế", "<?aside 0?>"):
        set_aside(paragraph(body, "BodyText"), f"<w:r><w:t>{escaped(words)}</w:t></w:r>".encode(), aside)
    body.append(body[0])  # the section stays last
    main = File(to_bytes(document, aside)).parts["word/document.xml"].decode()
    assert re.findall("<w:t>(.*?)</w:t>", main) == ["ế", "&lt;?aside 0?&gt;"]
