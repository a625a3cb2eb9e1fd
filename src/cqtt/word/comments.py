"""Remarks on figures, as native Word comments (ECMA-376-1, clause 17.13.4): the review copy.

    <w:commentRangeStart w:id="0"/><w:r><w:t>96,6%</w:t></w:r><w:commentRangeEnd w:id="0"/>
    <w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="0"/></w:r>

A footnote's own text cannot carry a comment, so a figure in a note is remarked on at the note's mark. In a paragraph
with footnotes the marks of the comments stand at its end: LibreOffice 7.4 loses the text of a note behind one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from docx.document import Document

from cqtt.word.xml import Element, add, element, w

AUTHOR, INITIALS = "cqtt", "cq"


@dataclass(slots=True)
class Commenter:
    """Puts the *remarks*, by figure path, on what is printed; *date* is the document's own."""

    document: Document
    remarks: Mapping[str, str]
    date: datetime

    def remark(self, runs: list[Element], path: str) -> None:
        """Comment on neighbouring *runs* of one paragraph; a figure without a remark is left alone."""
        words = self.remarks.get(path)
        if not words or not runs:
            return
        comment = self.document.comments.add_comment(words, AUTHOR, INITIALS)
        comment._comment_elm.date = self.date  # python-docx writes the clock's time
        number = comment.comment_id
        runs[0].addprevious(element("commentRangeStart", id=number))
        end = element("commentRangeEnd", id=number)
        runs[-1].addnext(end)
        mark = element("r")
        add(add(mark, "rPr"), "rStyle", val="CommentReference")
        add(mark, "commentReference", id=number)
        end.addnext(mark)

    def settle(self, body: Element) -> None:
        """Move the comments' marks behind the footnotes of their paragraph; what each covers stays as it is."""
        for note in list(body.iter(w("footnoteReference"))):
            p = note.getparent().getparent()
            for mark in list(p.iter(w("commentReference"))):
                p.append(mark.getparent())
