"""What stands in a run of inlines: its words, its figures, its notes."""

from collections.abc import Iterator

from cqtt.markup.nodes import Emphasis, Figure, Inlines, LineBreak, Link, Note, Reference, Strong, Text


def plain(children: Inlines) -> str:
    """The words of *children* without formatting and notes."""
    if len(children) == 1 and isinstance(children[0], Text | Figure):  # nearly every cell of a table
        return children[0].text
    out = ""
    for node in children:
        match node:
            case Text(text) | Figure(text, _) | Reference(text, _):
                out += text
            case Strong(inner) | Emphasis(inner) | Link(inner, _):
                out += plain(inner)
            case LineBreak():
                out += " "
            case Note():
                pass
    return out


def is_blank(children: Inlines) -> bool:
    """Whether nothing of *children* is seen on paper but, at most, the numbers of footnotes."""
    return not plain(children).strip()


def figures_in(children: Inlines) -> Iterator[Figure]:
    """The figures among *children*, those inside emphasis and links too, those in notes not."""
    for node in children:
        if isinstance(node, Figure):
            yield node
        elif isinstance(node, Strong | Emphasis | Link):
            yield from figures_in(node.children)


def placed(children: Inlines, start: int = 0) -> Iterator[tuple[Figure, int]]:
    """The figures among *children*, as ``figures_in`` gives them, each with its place in the ``plain`` words."""
    for node in children:
        if isinstance(node, Figure):
            yield node, start
        elif isinstance(node, Strong | Emphasis | Link):
            yield from placed(node.children, start)
        start += len(plain((node,)))


def notes_in(children: Inlines) -> Iterator[Note]:
    """The footnotes called among *children*."""
    for node in children:
        if isinstance(node, Note):
            yield node
        elif isinstance(node, Strong | Emphasis | Link):
            yield from notes_in(node.children)
