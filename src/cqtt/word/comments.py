"""Remarks on figures, as native Word comments (ECMA-376-1, clause 17.13.4): the review copy.

    <w:commentRangeStart w:id="0"/><w:r><w:t>96,6%</w:t></w:r><w:commentRangeEnd w:id="0"/>
    <w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="0"/></w:r>

A footnote's own text cannot carry a comment, so a figure in a note is remarked on at the note's mark.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from docx.document import Document
from msgspec import Struct, field

from cqtt.word.package import set_aside
from cqtt.word.xml import escaped

AUTHOR, INITIALS = "cqtt", "cq"
_REFERENCE = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
_PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{}</w:p>'
_MARK = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{}"/></w:r>'


class Commenter(Struct):
    """Puts the *remarks*, by figure path, on what is printed; *date* is the document's own."""

    remarks: Mapping[str, str]
    date: datetime
    written: list[str] = field(default_factory=list)
    """The comments so far, as XML: a review of many units has tens of thousands, too many to be elements."""
    _made: dict[str, str] = field(default_factory=dict)
    """What a comment with these words holds."""

    def remarked(self, runs: str, paths: Iterable[str]) -> str:
        """*runs* of one paragraph with a comment for each of *paths*; a figure without a remark has none."""
        before = after = ""
        for words in filter(None, map(self.remarks.get, paths)) if runs else ():
            number = self._comment(words)
            before += f'<w:commentRangeStart w:id="{number}"/>'
            after = f'<w:commentRangeEnd w:id="{number}"/>{_MARK.format(number)}{after}'
        return f"{before}{runs}{after}"

    def put(self, document: Document, aside: list[bytes]) -> None:
        """The comments into *document*, beside its tree (``package``); without any it has no part for them."""
        if self.written:
            set_aside(document.part._comments_part.element, "".join(self.written).encode(), aside)

    def _comment(self, words: str) -> int:
        """A new comment, a paragraph for each line of *words*; its number."""
        number = len(self.written)
        if words not in self._made:  # a figure may be printed many times
            first, *others = words.split("\n")
            lines = [_PARAGRAPH.format(_REFERENCE + _run(first)), *(_PARAGRAPH.format(_run(line)) for line in others)]
            self._made[words] = "".join(lines)
        head = f'w:id="{number}" w:author="{AUTHOR}" w:initials="{INITIALS}" w:date="{self.date:%Y-%m-%dT%H:%M:%SZ}"'
        self.written.append(f"<w:comment {head}>{self._made[words]}</w:comment>")
        return number


def _run(words: str) -> str:
    space = ' xml:space="preserve"' if words != words.strip() else ""
    return f"<w:r><w:t{space}>{escaped(words)}</w:t></w:r>"
