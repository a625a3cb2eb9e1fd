"""Where CommonMark would change typed text without a word, our markup prints it as typed.

``_`` has no meaning; a single ``*`` inside a word has none (``2*3*4``); a backslash is printed unless it stands before
a sign that has a meaning here; blanks at the end of a line do not break it; the signs in an address of the web are
letters of it; ``<a@x.vn>`` is words, and of ``<https://x.vn>`` the address is printed letter by letter.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import autolink as bracketed
from markdown_it.rules_inline import escape as escaped
from markdown_it.rules_inline.state_inline import Delimiter

SIGNS = "*[]()#-+.:|<^"
"""The signs that mean something, so that a backslash before one of them says that it is meant as it is."""

_SCHEME = re.compile(r"(?<!\w)https?$", re.IGNORECASE)
_REST = re.compile(r"://[^\s<>“”\"\[\]\\|]*[^\s<>“”\"\[\]\\|*.,;:!?)]")
_BEFORE = 6
"""Characters that decide whether a colon is that of an address."""


def typed_plugin(markdown: MarkdownIt) -> None:
    """Let *markdown* read so."""
    markdown.inline.ruler.at("emphasis", _stars)
    markdown.inline.ruler.at("escape", _escape)
    markdown.inline.ruler.at("autolink", _bracketed)
    markdown.inline.ruler.before("emphasis", "address", _address)
    markdown.normalizeLinkText = lambda link: link  # type: ignore[method-assign]  # or it decodes what was typed


def without_blanks_behind(lines: Sequence[str]) -> list[str]:
    """*lines* without the blanks at their ends, two of which CommonMark takes for a line break that nobody sees."""
    return [line.rstrip(" ") for line in lines]


def _escape(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
    """CommonMark's rule, for our signs and for the end of a line."""
    return state.src[state.pos + 1 : state.pos + 2] in (*SIGNS, "\n") and escaped(state, silent)


def _bracketed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
    """CommonMark's rule, for addresses of the web alone: it would print those of mail without their brackets."""
    is_web = state.src[state.pos + 1 :].casefold().startswith(("http://", "https://"))
    return is_web and bracketed(state, silent)


def _address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
    """Take an address, from its colon on, as letters: no sign inside it is markup."""
    pos = state.pos
    if state.src[pos] != ":" or not _SCHEME.search(state.src[max(0, pos - _BEFORE) : pos]):
        return False
    if not (found := _REST.match(state.src, pos)):
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def _stars(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
    """Push each of the stars here, for markdown-it's pairing of delimiters; a lone one inside a word is none."""
    if silent or state.src[state.pos] != "*":
        return False
    alone = "*" not in (state.src[state.pos - 1 : state.pos], state.src[state.pos + 1 : state.pos + 2])
    scanned = state.scanDelims(state.pos, not alone)
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
