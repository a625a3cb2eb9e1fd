"""Hidden bookmarks by which a paragraph is known again after Word, with a hash of what it said when it was built.

    <w:p><w:pPr>…</w:pPr><w:bookmarkStart w:id="7" w:name="_cqtt_p7_3fk2a6qd"/><w:bookmarkEnd w:id="7"/><w:r>…

Word hides bookmarks whose names begin with ``_`` and keeps them, as LibreOffice does, which drops ``w14:paraId``. A
row of a table has one, in its first cell; that of a footnote stands before its mark in the text, for LibreOffice 7.4
mixes up those inside footnotes (ECMA-376-1, 17.13.6; a name has at most 40 letters). Later the hash tells what was
changed by hand from what the data have changed since.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct, field

from cqtt.markup.nodes import Note
from cqtt.markup.walk import plain
from cqtt.word.xml import Element, element, w
from cqtt.wording import seen

Kind: TypeAlias = Literal["p", "n", "r"]
"""A paragraph, a footnote, a row of a table; each kind is counted from 1."""
BETWEEN = "|"
"""What stands between the cells of a row, for its hash."""
_NAME = re.compile(r"_cqtt_(?P<kind>[pnr])(?P<number>[1-9][0-9]{0,8})_(?P<mark>[a-z2-7]{8})")
_PERIOD = re.compile(r"_cqtt_ky_(?P<ma>\w+?)(?P<charts>_bd)?")


class Anchor(NamedTuple):
    """What a bookmark of ours says: which paragraph it was put into, counted by *kind*, and the hash of its words."""

    kind: str
    number: int
    mark: str


def mark_of(words: str) -> str:
    """The hash of *words* as ``seen``: forty bits in eight letters."""
    return base64.b32encode(hashlib.sha256(seen(words).encode()).digest()[:5]).decode().lower()


def anchor(name: str) -> Anchor | None:
    """What the bookmark *name* says; None for one that is not ours."""
    found = _NAME.fullmatch(name)
    return Anchor(found["kind"], int(found["number"]), found["mark"]) if found else None


def period(name: str) -> tuple[str, bool] | None:
    """The period that the bookmark *name* gives, and whether the document had charts; None for any other bookmark."""
    found = _PERIOD.fullmatch(name)
    return (found["ma"].replace("_", "-"), found["charts"] is not None) if found else None


def period_name(ma: str, *, charts: bool) -> str:
    """The bookmark that says of which period the document is."""
    return f"_cqtt_ky_{ma.replace('-', '_')}{'_bd' if charts else ''}"


class Anchors(Struct):
    """Hands out the bookmarks of one document, each with an id of its own (ECMA-376-1, 17.13.6.2)."""

    ids: int = 0
    counts: dict[Kind, int] = field(default_factory=lambda: {"p": 0, "n": 0, "r": 0})

    def new_id(self) -> int:
        """A free id."""
        self.ids += 1
        return self.ids - 1

    def row(self, cells: Sequence[str]) -> str:
        """The bookmark of a row as XML; empty for a row without words. *cells* are its words as ``seen``."""
        words = BETWEEN.join(cells)
        return self._written("r", words) if words.strip(BETWEEN) else ""

    def note(self, note: Note) -> str:
        """The bookmark of *note* as XML, to be put before its mark; empty for a note without words."""
        words = seen(" ".join(map(plain, note.paragraphs)))
        return self._written("n", words) if words else ""

    def set(self, body: Element) -> None:
        """Put a bookmark into every paragraph of *body* that has words."""
        for p in body.iter(w("p")):
            if words := seen(_words(p)):
                self.put(p, self._name("p", words))

    def put(self, p: Element, name: str) -> None:
        """Put the bookmark *name* at the start of *p*, which has properties."""
        number = self.new_id()
        p[0].addnext(element("bookmarkEnd", id=number))
        p[0].addnext(element("bookmarkStart", id=number, name=name))

    def _written(self, kind: Kind, words: str) -> str:
        number, name = self.new_id(), self._name(kind, words)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'

    def _name(self, kind: Kind, words: str) -> str:
        self.counts[kind] += 1
        return f"_cqtt_{kind}{self.counts[kind]}_{mark_of(words)}"


def _words(p: Element) -> str:
    """What *p* says, a forced new line as a blank."""
    return "".join([" " if node.tag == w("br") else node.text or "" for node in p.iter(w("t"), w("br"))])


def row_words(cells: Sequence[str]) -> str:
    """The words of a row of *cells* as ``seen``, and as its anchor hashes them."""
    return BETWEEN.join(map(seen, cells))
