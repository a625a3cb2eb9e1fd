"""Inline nodes to runs: one writer for the body, for table cells and for footnotes."""

from collections.abc import Iterable
from typing import NamedTuple, assert_never

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from msgspec import Struct, field
from msgspec.structs import replace

from cqtt.markup.nodes import BLANK, Emphasis, Figure, Inline, Inlines, LineBreak, Link, Note, Reference, Strong, Text
from cqtt.markup.walk import figures_in
from cqtt.word.anchors import Anchors
from cqtt.word.binding import NO_BREAK_SPACE, bound, bound_inlines
from cqtt.word.comments import Commenter
from cqtt.word.footnotes import FootnotesPart
from cqtt.word.xml import Element, escaped, put

HAND_ROOM = NO_BREAK_SPACE * 10
"""Where the registry writes a number: some 1,2 cm that stay on one line, and leave typed digits as they are."""


class RunStyle(NamedTuple):
    """Bold and italic."""

    bold: bool = False
    italic: bool = False


_LOOKS = {
    RunStyle(): "",
    RunStyle(bold=True): "<w:rPr><w:b/><w:bCs/></w:rPr>",
    RunStyle(italic=True): "<w:rPr><w:i/><w:iCs/></w:rPr>",
    RunStyle(bold=True, italic=True): "<w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>",
}


class InlineWriter(Struct):
    """Writes for paragraphs of *part*; *notes* takes the footnotes, None where there can be none."""

    part: Part
    notes: FootnotesPart | None
    commenter: Commenter | None = None
    """Remarks on figures, in the review copy only."""
    anchors: Anchors = field(default_factory=Anchors)
    _links: dict[tuple[Part, str], str] = field(default_factory=dict)
    """The relationship of each address that a part refers to."""

    def write(self, p: Element, children: Inlines, about: Iterable[str] = ()) -> None:
        """*children* as runs at the end of *p*; in the review copy with the remarks on the figures *about*."""
        put(p, self.remarked(self.xml(children), *about))

    def xml(self, children: Inlines) -> str:
        """*children* as runs; neighbours that look alike share a run."""
        return self._xml(bound_inlines(children), RunStyle())

    def _xml(self, children: Inlines, look: RunStyle) -> str:
        out = pending = ""
        for node in children:
            if isinstance(node, Text) or (isinstance(node, Figure) and self.commenter is None):
                pending += node.text
                continue
            out += run(pending, look)
            pending = ""
            if isinstance(node, Figure):
                out += self.remarked(run(node.text, look), node.path)
            else:
                out += self._other(node, look)
        return out + run(pending, look)

    def _other(self, node: Inline, look: RunStyle) -> str:
        match node:
            case Strong(children):
                return self._xml(children, look._replace(bold=True))
            case Emphasis(children):
                return self._xml(children, look._replace(italic=True))
            case Link(children, target):
                return f'<w:hyperlink r:id="{self._relation(target)}">{self._xml(children, look)}</w:hyperlink>'
            case Reference(words, label):
                return f'<w:hyperlink w:anchor="{bookmark_name(label)}">{run(words, look)}</w:hyperlink>'
            case LineBreak():
                return "<w:r><w:br/></w:r>"
            case Note():
                return self._note(node)
            case Text() | Figure():
                raise AssertionError("written by _xml")
            case _:
                assert_never(node)

    def _note(self, note: Note) -> str:
        if self.notes is None:
            raise AssertionError("the parser lets no note into a note")
        number, element = self.notes.add_note()
        inside = replace(self, part=self.notes, notes=None, commenter=None)
        for children in note.paragraphs or ((),):  # Word refuses a footnote without a paragraph
            body = self.notes.add_paragraph(element)
            if len(element) == 1:
                put(body, run(" "))
            inside.write(body, children)
        style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        mark = f'<w:r>{style}<w:footnoteReference w:id="{number}"/></w:r>'
        mentioned = (figure.path for children in note.paragraphs for figure in figures_in(children))
        return self.anchors.note(note) + self.remarked(mark, *mentioned)

    def remarked(self, runs: str, *paths: str) -> str:
        """*runs*, in the review copy with remarks on them as what prints the figures at *paths*."""
        return self.commenter.remarked(runs, paths) if self.commenter is not None else runs

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


def run(words: str, look: RunStyle = RunStyle()) -> str:  # noqa: B008  # immutable
    """*words* as a run; none for no words. Blanks at the edges are kept."""
    if not words:
        return ""
    space = ' xml:space="preserve"' if words != words.strip() else ""
    return f"<w:r>{_LOOKS[look]}<w:t{space}>{escaped(words)}</w:t></w:r>"


def run_with_room(parent: Element, words: str) -> None:
    """*words* of the frame at the end of *parent*; each ``BLANK`` in them becomes room to write into."""
    put(parent, run(HAND_ROOM.join(map(bound, words.split(BLANK)))))


def bookmark_name(label: str) -> str:
    """The bookmark at the head of the appendix with *label*."""
    return f"phu_luc_{label}".replace("-", "_")
