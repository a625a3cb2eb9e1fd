"""Where CommonMark would change typed text without a word, our markup prints it as typed.

``_`` has no meaning; a single ``*`` inside a word has none (``2*3*4``), nor has any inside a bare address; a backslash
is printed unless the sign behind it would mean something at this place; blanks at the end of a line do not break it;
only an address of the web between ``<`` and ``>`` is a link, printed letter by letter.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink
from markdown_it.rules_inline import escape as escaped
from markdown_it.rules_inline.state_inline import Delimiter

from cqtt.markup.addresses import stretch

ANYWHERE = "*[]|\n"
"""The signs (and the end of a line) that mean something wherever they stand."""

_FIRST = r"[ \t]*(?:\\?[#:+-])*"
"""What a line may begin with before one more sign of a heading, a list or a block."""
BEHIND = {
    "#": re.compile(_FIRST),
    "+": re.compile(_FIRST),
    "-": re.compile(_FIRST),
    ":": re.compile(rf"{_FIRST}|[ \t]*\\?\[\\?\^[^\]\s]+\\?\]"),
    ".": re.compile(r"[ \t]*(?:\d+(?:\.\d+)*|[IVXL]+|[a-zđ])"),
    ")": re.compile(r"[ \t]*(?:\d+(?:\.\d+)*|[IVXL]+|[a-zđ])|.*\\?\]\\?\([^()]*"),
    "(": re.compile(r".*\\?\]"),
    "^": re.compile(r".*\["),
}
"""Of the other signs: what stands before one on its line, the whole of it, where it means something."""
AHEAD = {
    "#": re.compile(r"(?:\\?#)*[ \t]*(?:\n|\Z)"),
    "<": re.compile(r"<https?://", re.IGNORECASE),
}
"""What begins with a sign where it means something on account of what follows."""
REACH = 200
"""How far is looked back, in signs and in stars, so that no text takes long to read."""
_SIGNS = re.compile(r"(\\{2,})(\**|[^\s*])")
_TAIL = re.compile(r"[*.,;:!?)/]*")
_WEB = re.compile(r"<https?://", re.IGNORECASE)


def typed_plugin(markdown: MarkdownIt) -> None:
    """Let *markdown* read so."""
    markdown.inline.ruler.at("emphasis", _stars)
    markdown.inline.ruler.at("escape", _escape)
    markdown.inline.ruler.at("autolink", _autolink)
    markdown.normalizeLinkText = lambda link: link  # type: ignore[method-assign]  # or it decodes what was typed


def without_blanks_behind(lines: Sequence[str]) -> list[str]:
    """*lines* without the blanks at their ends, two of which CommonMark takes for a line break that nobody sees."""
    return [line.rstrip(" ") for line in lines]


def _escape(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
    r"""CommonMark's rule for one backslash before what it escapes; two or more, and the sign behind them, are words.

    So every path is printed as typed: ``\\máy\chung``, ``D:\(cũ)``, ``\\*a*``.
    """
    if state.src[state.pos] != "\\":
        return False
    if several := _SIGNS.match(state.src, state.pos):
        return _as_words(state, several[0], silent=silent)
    if stretch(state.src, state.pos):
        return _as_words(state, "\\", silent=silent)
    return escapes(state.src, state.pos) and escaped(state, silent)


def escapes(text: str, at: int) -> bool:
    """Whether the sign behind the backslash *at* this place of *text* would mean something without it."""
    sign = text[at + 1 : at + 2]
    if not sign or sign in ANYWHERE:
        return bool(sign)
    before = text[max(0, at - REACH) : at].rpartition("\n")[2]
    behind, ahead = BEHIND.get(sign), AHEAD.get(sign)
    return bool((behind and behind.fullmatch(before)) or (ahead and ahead.match(text, at + 1)))


def _as_words(state: StateInline, words: str, *, silent: bool) -> bool:
    if not silent:
        state.pending += words
    state.pos += len(words)
    return True


def _autolink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
    """CommonMark's rule for addresses of the web; ``<a@b.vn>`` would lose its brackets on paper."""
    return bool(_WEB.match(state.src, state.pos)) and autolink(state, silent)


def _stars(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
    """Push each of the stars here, for markdown-it's pairing of delimiters; a lone one inside a word is none."""
    if silent or state.src[state.pos] != "*":
        return False
    alone = "*" not in (state.src[state.pos - 1 : state.pos], state.src[state.pos + 1 : state.pos + 2])
    scanned = state.scanDelims(state.pos, not alone)
    if _is_of_an_address(state, scanned.length):
        return _as_words(state, "*" * scanned.length, silent=False)
    for _ in range(scanned.length):
        state.push("text", "", 0).content = "*"
        delimiter = Delimiter(
            marker=ord("*"),
            length=scanned.length,
            token=len(state.tokens) - 1,
            end=-1,
            open=scanned.can_open,
            close=scanned.can_close,
        )
        state.delimiters.append(delimiter)
    state.pos += scanned.length
    return True


def _is_of_an_address(state: StateInline, length: int) -> bool:
    """Whether the *length* stars here belong to a bare address, and do not end the emphasis that began before it."""
    if not (found := stretch(state.src, state.pos)):
        return False
    at_the_end = _TAIL.fullmatch(state.src, state.pos, found[1])
    return not (at_the_end and 0 < _open_run(state.delimiters) <= length)


def _open_run(delimiters: Sequence[Delimiter]) -> int:
    """How many stars began the innermost emphasis that *delimiters* open and do not close; 0 where there is none."""
    runs: list[int] = []
    for star in delimiters[-REACH:]:
        if star.close and runs:
            runs.pop()
        elif star.open:
            runs.append(star.length)
    return runs[-1] if runs else 0
