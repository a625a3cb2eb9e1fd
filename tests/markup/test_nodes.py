"""The tree is closed and frozen."""

import pytest

from cqtt.markup.nodes import Emphasis, Figure, Heading, Paragraph, Strong, Text


def test_a_finished_node_does_not_change() -> None:
    node = Heading(1, (Text("A"),), 0)
    with pytest.raises(AttributeError, match="immutable"):
        node.level = 2  # type: ignore[misc]


def test_nodes_are_equal_by_what_they_hold() -> None:
    assert Paragraph((Text("a"),), 1) == Paragraph((Text("a"),), 1)
    nodes: list[object] = [Text("2"), Figure("2", "a")]
    assert nodes[0] != nodes[1]
    assert len({Strong((Text("a"),)), Strong((Text("a"),)), Emphasis((Text("a"),))}) == 2
