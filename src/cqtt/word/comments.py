"""Remarks on figures, as native Word comments (ECMA-376-1, clause 17.13.4): the review copy.

    <w:commentRangeStart w:id="0"/><w:r><w:t>96,6%</w:t></w:r><w:commentRangeEnd w:id="0"/>
    <w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="0"/></w:r>

A footnote's own text cannot carry a comment, so a figure in a note is remarked on at the note's mark.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import datetime

from docx.document import Document
from msgspec import Struct, field

from cqtt.word.xml import Element, add, paragraph, text, w

AUTHOR, INITIALS = "cqtt", "cq"
_MARK = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{}"/></w:r>'


class Commenter(Struct):
    """Puts the *remarks*, by figure path, on what is printed; *date* is the document's own."""

    document: Document
    remarks: Mapping[str, str]
    date: datetime
    count: int = 0
    """Comments so far."""
    _made: dict[str, Element] = field(default_factory=dict)
    """The first comment with these words."""

    def remarked(self, runs: str, paths: Iterable[str]) -> str:
        """*runs* of one paragraph with a comment for each of *paths*; a figure without a remark has none."""
        before = after = ""
        for words in filter(None, map(self.remarks.get, paths)) if runs else ():
            number = self._comment(words)
            before += f'<w:commentRangeStart w:id="{number}"/>'
            after = f'<w:commentRangeEnd w:id="{number}"/>{_MARK.format(number)}{after}'
        return f"{before}{runs}{after}"

    def _comment(self, words: str) -> int:
        """A new comment, a paragraph for each line of *words*; its number.

        As python-docx makes it, which looks through all the comments that are there for each new one.
        """
        comments = self.document.part._comments_part.element
        number = self.count
        self.count += 1
        if words in self._made:  # a figure may be printed many times
            comment = deepcopy(self._made[words])
            comment.set(w("id"), str(number))
            comments.append(comment)
        else:
            self._made[words] = self._written(comments, number, words)
        return number

    def _written(self, comments: Element, number: int, words: str) -> Element:
        dated = f"{self.date:%Y-%m-%dT%H:%M:%SZ}"
        comment = add(comments, "comment", id=number, author=AUTHOR, initials=INITIALS, date=dated)
        for i, line in enumerate(words.split("\n")):
            p = paragraph(comment, "CommentText")
            if i == 0:
                mark = add(p, "r")
                add(add(mark, "rPr"), "rStyle", val="CommentReference")
                add(mark, "annotationRef")
            text(add(p, "r"), line)
        return comment
