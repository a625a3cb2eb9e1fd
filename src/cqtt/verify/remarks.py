"""The comments in a file: who says what, and at which words."""

from collections.abc import Mapping

from cqtt.verify.tokens import seen_blanks
from cqtt.verify.verdict import Comment
from cqtt.word.comments import AUTHOR
from cqtt.word.reading.paper import Paper
from cqtt.word.reading.pieces import UNKNOWN, paragraph
from cqtt.word.xml import w


def comments(paper: Paper, sections: Mapping[int, str]) -> list[Comment]:
    """Those of people, in the order of the text; our own, in a review copy, are left out."""
    part = paper.package.first("comments") if paper.package else None
    found = {} if part is None else {node.get(w("id"), ""): node for node in part.iterchildren(w("comment"))}
    out: list[Comment] = []
    for unit in paper.every:
        for number in unit.remarks:
            node = found.pop(number, None)
            author = "" if node is None else node.get(w("author")) or UNKNOWN
            if node is None or author == AUTHOR:
                continue
            said = (piece.words for p in node.iter(w("p")) for piece in [*paragraph(p).pieces])
            words = seen_blanks(unit.words)
            out.append(Comment(author, seen_blanks(" ".join(said)), sections.get(id(unit), ""), words))
    return out
