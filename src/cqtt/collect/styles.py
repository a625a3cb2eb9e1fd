"""How the cells of a form look: yellow waits for an answer, blue was filled in for the unit, all else is locked."""

from typing import Any

_FONT = {"font_name": "Times New Roman", "font_scheme": False, "font_size": 12, "valign": "vcenter"}
_BOX = {"border": 1, "border_color": "#A6A6A6"}
_WRAP = {"text_wrap": True}
_WAITING, _FILLED, _GREY = "#FFF8D6", "#DDEBF7", "#F2F2F2"


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        def style(**more: object) -> Any:
            return book.add_format(_FONT | more)

        self.title = style(bold=True, align="center", font_size=14)
        self.centre = style(italic=True, align="center")
        self.sent = style(bold=True, text_wrap=True)
        self.guide = style(font_size=11)
        self.head = style(bold=True, align="center", bg_color="#D9D9D9", **_BOX, **_WRAP)
        self.plain = style(align="center", font_color="#595959", **_BOX)
        self.label = style(**_BOX, **_WRAP)
        self.note = style(indent=1, font_size=10, italic=True, font_color="#404040", **_BOX, **_WRAP)
        self.heading_note = style(indent=1, font_size=10, italic=True, bg_color=_GREY, **_BOX, **_WRAP)
        self.answer = style(align="right", indent=1, locked=False, bg_color=_WAITING, **_BOX)
        self.filled = style(align="right", indent=1, locked=False, bg_color=_FILLED, **_BOX)
        self.text = style(locked=False, bg_color=_WAITING, **_BOX, **_WRAP)
        self.filled_text = style(locked=False, bg_color=_FILLED, **_BOX, **_WRAP)
        self.total_label = style(bold=True, **_BOX, **_WRAP)
        self.total = style(bold=True, align="right", indent=1, **_BOX)
        self.check_label = style(italic=True, **_BOX, **_WRAP)
        self.check = style(italic=True, align="right", indent=1, **_BOX)
        self.red = book.add_format({"bg_color": "#C00000", "font_color": "#FFFFFF", "bold": True})
        self.list_title = style(bold=True, font_size=14)
        self.list_guide = style(italic=True)
        self._headings = [style(bold=True, italic=depth > 1, bg_color=_GREY, **_BOX, **_WRAP) for depth in (1, 2)]

    def heading(self, depth: int) -> Any:
        """The line above a group: of the record's own blocks, or of blocks within them."""
        return self._headings[min(depth, len(self._headings)) - 1]
