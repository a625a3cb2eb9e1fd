"""What a typed list is: a list whose marks are printed as they were typed, plain text, or a mistake.

Items are numbered 1. 2. 3. or all 1., and a list may go on where the one before it ended. Any other number before a
paragraph is part of its words: ``2024. Năm bản lề.``, ``31. 3 là hạn gửi.``, ``1) …``.
"""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from cqtt.markup.nodes import Block, Items, Paragraph, Text
from cqtt.markup.slips import line_of


def is_words(numbers: Sequence[str], delimiter: str, reached: int) -> bool:
    """Whether the typed *numbers* of a list are words of their paragraphs.

    *reached* is the number at which the list before it ended, 0 where there is none to go on from.
    """
    return delimiter == ")" or numbers[0] not in {"1", str(reached + 1)}


def as_words(item: Token, blocks: Sequence[Block]) -> Iterator[Block]:
    """The *blocks* of the item that *item* opens, its typed number printed as part of its words."""
    number = Text(f"{item.info}{item.markup}", line_of(item))
    if blocks and isinstance(blocks[0], Paragraph) and blocks[0].children:
        yield Paragraph((Text(f"{number.text} ", number.line), *blocks[0].children), line_of(item))
        yield from blocks[1:]
    else:
        yield Paragraph((number,), line_of(item))
        yield from blocks


def last_number(items: Items) -> int:
    """The number of the last of *items*."""
    return items.start + len(items.items) - 1
