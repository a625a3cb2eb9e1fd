"""Colours tell what to do: yellow and blue cells are open, no other is."""

import io

import xlsxwriter  # type: ignore[import-untyped]

from cqtt.collect.styles import Styles


def test_only_cells_for_answers_are_open() -> None:
    styles = Styles(xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True}))
    open_ones = {name for name, style in vars(styles).items() if getattr(style, "locked", 1) == 0}
    assert open_ones == {"answer", "filled", "text", "filled_text"}
    assert styles.heading(5) is styles.heading(2)
