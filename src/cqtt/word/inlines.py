"""Inline nodes to runs: one writer for the body, for table cells and for footnotes."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple, assert_never

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from cqtt.markup.nodes import BLANK, Emphasis, Figure, Inline, Inlines, LineBreak, Link, Note, Reference, Strong, Text
from cqtt.markup.walk import figures_in
from cqtt.word.binding import NO_BREAK_SPACE, bound, bound_inlines
from cqtt.word.comments import Commenter
from cqtt.word.footnotes import FootnotesPart
from cqtt.word.xml import Element, add, r_id, text

HAND_ROOM = NO_BREAK_SPACE * 10
"""Where the registry writes a number: some 1,2 cm that stay on one line, and leave typed digits as they are."""


class Look(NamedTuple):
    """Bold and italic."""

    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class InlineWriter:
    """Writes into paragraphs of *part*; *notes* takes the footnotes, None where there can be none."""

    part: Part
    notes: FootnotesPart | None
    commenter: Commenter | None = None
    """Remarks on figures, in the review copy only."""
    rows: list[bytes] = field(default_factory=list)
    """Rows of tables that were written as text (see ``stamp``)."""
    _links: dict[tuple[Part, str], str] = field(default_factory=dict)
    """The relationship of each address that a part refers to."""

    def write(self, p: Element, children: Inlines, look: Look = Look()) -> None:  # noqa: B008  # immutable
        """*children* as runs at the end of *p*; neighbours that look alike share a run."""
        self._write(p, bound_inlines(children), look)

    def _write(self, p: Element, children: Inlines, look: Look) -> None:
        pending = ""
        for node in children:
            if isinstance(node, Text) or (isinstance(node, Figure) and self.commenter is None):
                pending += node.text
                continue
            run(p, pending, look)
            pending = ""
            if isinstance(node, Figure):
                self.remark(run(p, node.text, look), node.path)
            else:
                self._other(p, node, look)
        run(p, pending, look)

    def _other(self, p: Element, node: Inline, look: Look) -> None:
        match node:
            case Strong(children):
                self._write(p, children, look._replace(bold=True))
            case Emphasis(children):
                self._write(p, children, look._replace(italic=True))
            case Link(children, target):
                link = add(p, "hyperlink")
                link.set(r_id(), self._relation(target))
                self._write(link, children, look)
            case Reference(words, label):
                run(add(p, "hyperlink", anchor=bookmark_name(label)), words, look)
            case LineBreak():
                add(add(p, "r"), "br")
            case Note():
                self._note(p, node)
            case Text() | Figure():
                raise AssertionError("written by write")
            case _:
                assert_never(node)

    def _note(self, p: Element, note: Note) -> None:
        if self.notes is None:
            raise AssertionError("the parser lets no note into a note")
        number, element = self.notes.add_note()
        inside = replace(self, part=self.notes, notes=None, commenter=None)
        for children in note.paragraphs or ((),):  # Word refuses a footnote without a paragraph
            body = self.notes.add_paragraph(element)
            if len(element) == 1:
                run(body, " ", Look())
            inside.write(body, children)
        mark = add(p, "r")
        add(add(mark, "rPr"), "rStyle", val="FootnoteReference")
        add(mark, "footnoteReference", id=number)
        for figure in (f for children in note.paragraphs for f in figures_in(children)):
            self.remark([mark], figure.path)

    def remark(self, runs: list[Element], path: str) -> None:
        """In the review copy, comment on *runs* as what prints the figure *path*."""
        if self.commenter is not None:
            self.commenter.remark(runs, path)

    def _relation(self, target: str) -> str:
        if (self.part, target) not in self._links:
            self._links[self.part, target] = related(self.part, RELATIONSHIP_TYPE.HYPERLINK, target)
        return self._links[self.part, target]


def related(part: Part, kind: str, target: Part | str) -> str:
    """The id of a new relationship of *part* to *target*, a part or an address.

    Relationships are never taken away, so this id is free; python-docx looks through all of them for each new one.
    """
    number = f"rId{len(part.rels) + 1}"
    part.load_rel(kind, target, number, is_external=isinstance(target, str))
    return number


def run(parent: Element, words: str, look: Look = Look()) -> list[Element]:  # noqa: B008  # immutable
    """*words* as a run at the end of *parent*; none for no words. Returns what was written."""
    if not words:
        return []
    r = add(parent, "r")
    if look != (False, False):
        properties = add(r, "rPr")
        for on, names in ((look.bold, ("b", "bCs")), (look.italic, ("i", "iCs"))):
            for name in names if on else ():
                add(properties, name)
    text(r, words)
    return [r]


def run_with_room(parent: Element, words: str) -> None:
    """*words* of the frame at the end of *parent*; each ``BLANK`` in them becomes room to write into."""
    run(parent, HAND_ROOM.join(map(bound, words.split(BLANK))))


def bookmark_name(label: str) -> str:
    """The bookmark at the head of the appendix with *label*."""
    return f"phu_luc_{label}".replace("-", "_")
