"""Footnotes as Word itself keeps them: a part of their own (ECMA-376-1, clause 17.11).

    <w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>
      <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>
      <w:r><w:t xml:space="preserve"> Chú thích</w:t></w:r></w:p></w:footnote>

python-docx knows the part's name but has no class for it; registered here, the part is opened and saved like any other.
The separators -1 and 0 come with the base package; Word requires them.
"""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import PartFactory, XmlPart

from cqtt.word.xml import Element, add, paragraph


class FootnotesPart(XmlPart):
    """The part ``/word/footnotes.xml``."""

    def add_note(self) -> tuple[int, Element]:
        """A new, empty footnote: its id and its element, into which paragraphs are put by ``add_paragraph``."""
        number = len(self.element) - _SEPARATORS + 1
        return number, add(self.element, "footnote", id=number)

    def add_paragraph(self, note: Element) -> Element:
        """A new paragraph of *note*; the first one begins with the note's own mark."""
        first = len(note) == 0
        p = paragraph(note, "FootnoteText")
        if first:
            run = add(p, "r")
            add(add(run, "rPr"), "rStyle", val="FootnoteReference")
            add(run, "footnoteRef")
        return p


_SEPARATORS = 2

PartFactory.part_type_for[CONTENT_TYPE.WML_FOOTNOTES] = FootnotesPart

RELATIONSHIP = RELATIONSHIP_TYPE.FOOTNOTES
