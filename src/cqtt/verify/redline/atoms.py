"""A paragraph in pieces that can be compared and written again: words, signs, marks of notes, and what has no words."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from cqtt.names import nfc
from cqtt.word.revisions import AUTHOR
from cqtt.word.xml import Element, w

END = "\n\n"
"""Stands for the end of a paragraph among what is compared."""
_TOKEN = re.compile("\\s|\\d+(?:[.,]\\d+)*|[\\w\u0300-\u036f]+|.", re.DOTALL)
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_NOTE = w("footnoteReference")
_DRAWN = {w("drawing"), w("pict"), w("object")}
_DRAWN |= {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
_SILENT = {w("t"), w("rPr"), w("softHyphen")}
_INTO = {w(name) for name in ("smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo")}
_AROUND = {w("hyperlink"), w("fldSimple")}
_PROPERTIES = {w("pPr"), w("rPr"), w("sdtPr"), w("sdtEndPr"), w("customXmlPr"), w("smartTagPr")}


class Atom(Struct):
    """A word, blank or sign with the look of its run; the mark of a note; a drawing; or the end of a paragraph.

    *before* are elements without words that stand in front of it, *around* the link or field that holds it.
    """

    key: str
    words: str = ""
    look: Element | None = None
    around: Element | None = None
    run: Element | None = None
    note: str = ""
    author: str = ""
    before: list[Element] = field(default_factory=list)


def atoms(p: Element, notes: Mapping[str, str]) -> list[Atom]:
    """The atoms of the paragraph *p* and its end; *notes* are the names by which its footnotes are compared, by id."""
    out: list[Atom] = []
    waiting: list[Element] = []
    for node, around in _content(p):
        if node.tag != w("r"):
            waiting.append(node)
            continue
        for atom in _of_run(node, notes):
            if not atom.key:
                assert atom.run is not None
                waiting.append(atom.run)
                continue
            atom.around, atom.before = around, waiting
            waiting = []
            out.append(atom)
    out.append(Atom(END, run=p.find(w("pPr")), before=waiting))
    return out


def _content(parent: Element, around: Element | None = None) -> Iterator[tuple[Element, Element | None]]:
    for node in parent:
        if node.tag in _INTO:
            yield from _content(node, around)
        elif node.tag in _AROUND:
            yield from _content(node, node)
        elif node.tag not in _PROPERTIES and isinstance(node.tag, str):
            yield node, around


def _of_run(run: Element, notes: Mapping[str, str]) -> Iterator[Atom]:
    look, author = run.find(w("rPr")), run.get(AUTHOR, "")
    for node in run:
        words = node.text or "" if node.tag == w("t") else _sign(node)
        for found in _TOKEN.finditer(words):
            yield Atom(same(found[0]), found[0], look, author=author)
        if node.tag == _NOTE:
            number = node.get(w("id"), "")
            yield Atom(f"\0note {notes.get(number, number)}", look=look, run=run, note=number, author=author)
        elif node.tag in _DRAWN:
            yield Atom("\0drawn", look=look, run=run)
        elif not words and node.tag not in _SILENT:
            yield Atom("", run=_alone(run, node))


def _sign(node: Element) -> str:
    """The letter that *node* is; empty for what is none, a break of the page too."""
    return "" if node.tag == w("br") and node.get(w("type")) in ("page", "column") else _SIGNS.get(node.tag, "")


def _alone(run: Element, node: Element) -> Element:
    """*node* in a run of its own that looks like *run*."""
    copy = run.makeelement(run.tag)
    look = run.find(w("rPr"))
    copy.extend(_copy(one) for one in (look, node) if one is not None)
    return copy


def _copy(node: Element) -> Element:
    return node.__copy__() if len(node) == 0 else node.__deepcopy__(None)


def same(words: str) -> str:
    """What two words must have in common to be the same in a redline: every letter, in whatever form it is kept."""
    return nfc(words).replace("\u00a0", " ")


def said(paragraphs: Sequence[Element]) -> str:
    """The words of *paragraphs*, by which they are aligned."""
    return " ".join("".join(atom.key for atom in atoms(p, {}) if atom.words) for p in paragraphs)
