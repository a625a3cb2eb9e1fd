"""What tells the series of a chart apart needs no colour."""

import re

from lxml import etree

from cqtt.markup.charts import MAX_SERIES
from cqtt.word.chart_shapes import DASHES, FILLS, MARKERS, NAMESPACES, C, c, fill, line_look, text
from tests.word.hieu_luc import File

A = f"{{{NAMESPACES['a']}}}"


def test_as_many_looks_as_series_each_but_once() -> None:
    for looks in (FILLS, DASHES, MARKERS):
        assert len(set(looks)) == len(looks) == MAX_SERIES


def test_every_colour_is_a_grey(files: dict[str, File]) -> None:
    found = {
        node.get("val", "")
        for name, tree in files["bieu_do"].trees.items()
        if name.startswith("word/charts/chart")
        for node in tree.iter(f"{A}srgbClr")
    }
    assert found == {"000000", "808080", "BFBFBF", "FFFFFF"}
    assert all(re.fullmatch(r"(..)\1\1", color) for color in found)


def test_every_bar_is_outlined() -> None:
    for series in range(MAX_SERIES):
        shape = etree.Element(f"{C}spPr")
        fill(shape, series)
        kind, line = (etree.QName(node).localname for node in shape)
        assert (kind, line) == ("pattFill" if FILLS[series][0].islower() else "solidFill", "ln")


def test_a_line_has_its_dash_and_its_marker() -> None:
    node = etree.Element(f"{C}ser")
    line_look(node, 3)
    assert [found.get("val") for found in node.iter(f"{A}prstDash")] == ["lgDash", "solid"]
    assert [found.get("val") for found in node.iter(f"{C}symbol")] == ["diamond"]


def test_letters_are_times_new_roman() -> None:
    parent = c(etree.Element(f"{C}chartSpace"), "txPr")
    text(parent, 10)
    assert [node.get("typeface") for node in parent.iter() if node.get("typeface")] == ["Times New Roman"] * 3
    assert [node.get("sz") for node in parent.iter(f"{A}defRPr")] == ["1000"]
