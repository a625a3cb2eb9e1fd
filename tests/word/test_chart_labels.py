"""Each point is labelled as the report prints it, whatever the region of the machine."""

import pytest

from cqtt.markup.nodes import ChartKind
from cqtt.word.chart_shapes import C
from cqtt.word.xml import Element
from tests.word import mau
from tests.word.test_chart_part import space


def own_labels(root: Element) -> dict[str, str]:
    """The points with a label of their own: the fixed text, or the format where there is none."""
    labels = root.iter(f"{C}dLbl")
    return {label.find(f"{C}idx").get("val"): "".join(label.itertext()) or code(label) for label in labels}


def code(label: Element) -> str:
    return str(label.find(f"{C}numFmt").get("formatCode"))


def test_decimals_are_labelled_with_the_text_of_the_report() -> None:
    root = space(ChartKind.BARS, *mau.rates(5))
    assert own_labels(root) == {"0": "91,1%", "2": "93,3%", "4": "95,5%"}
    assert code(root.find(f".//{C}dLbls")).endswith(';0"%"')


def test_whole_numbers_are_labelled_by_a_format_that_no_region_changes() -> None:
    rows = [("a", "5.007"), ("b", "1.234.567"), ("c", "0"), ("d", "17.000.000.000")]
    root = space(ChartKind.COLUMNS, ("x", "y"), *rows)
    assert own_labels(root) == {"3": '[>=1000000000]#"."000"."000"."000;[>=1000000]#"."000"."000;0'}
    assert code(root.find(f".//{C}dLbls")) == '[>=1000000]#"."000"."000;[>=1000]#"."000;0'


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("cell", ["5.007", "96,6%", "3,2", "17.000.000.000", "–"])
def test_no_label_and_no_axis_takes_the_separators_of_the_machine(kind: ChartKind, cell: str) -> None:
    root = space(kind, ("a", "b", "c"), ("d", cell, cell))
    assert {node.get("sourceLinked") for node in root.iter(f"{C}numFmt")} == {"0"}
    machine = [f for f in root.iter(f"{C}numFmt") if "#,##0" in f.get("formatCode")]
    assert all(node.getparent().find(f"{C}tx") is not None for node in machine)
