"""What one paragraph of a Word file says, piece by piece: with tracked changes, notes, comments, and text boxes.

    <w:ins w:author="Lê Thị B"><w:r><w:t>mới</w:t></w:r></w:ins>   a piece that is inserted
    <w:del w:author="Lê Thị B"><w:r><w:delText>cũ</w:delText></w:r></w:del>   one that is deleted (ECMA-376-1, 17.13.5)

What a field shows counts and what it is asked does not (17.16); a number of a page is no words of the text.
"""

import re

from msgspec import Struct, field

from cqtt.word.anchors import anchor
from cqtt.word.xml import Element, w

NOTE = "\ufffc"
"""Stands for the mark of a footnote in a text that keeps the places of notes."""
UNKNOWN = "không rõ"
"""The author of a change that names none."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATE = f"{_MC}AlternateContent"
_INTO = {w(name) for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo")}
_INTO |= {_ALTERNATE}
_ADDED, _TAKEN = {w("ins"), w("moveTo")}, {w("del"), w("moveFrom")}
_TEXT = {w("t"), w("delText")}
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-", w("softHyphen"): "\u00ad"}
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_REMARKS = {w("commentRangeStart"), w("commentReference")}
_BOXES = {w("drawing"), w("pict"), w("object"), _ALTERNATE}
_BOX = w("txbxContent")
_PAGES = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_CODE = re.compile(r"[0-9A-Fa-f]{1,4}")
_MARKS = {w("ins"), w("moveTo"), w("del"), w("moveFrom")}


class Piece(Struct, frozen=True):
    """Words in one run, or the mark of a note. *added* and *taken* are the authors of tracked changes, else empty."""

    words: str
    run: Element = None
    added: str = ""
    taken: str = ""
    note: tuple[str, str] | None = None
    """The kind and the id of the note whose mark it is."""
    name: str = ""
    """The bookmark of ours that stands before the mark of a note."""


class Paragraph(Struct):
    """A paragraph taken apart. *added* and *taken* are the authors who inserted or deleted its end."""

    element: Element
    pieces: list[Piece] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """Its bookmarks."""
    remarks: list[str] = field(default_factory=list)
    """The ids of the comments in it."""
    boxes: list[Element] = field(default_factory=list)
    """Text boxes that are anchored in it: each holds paragraphs."""
    added: str = ""
    taken: str = ""
    before_note: str = ""
    """The last bookmark of ours for a note whose mark is still to come."""
    fields: list["Field"] = field(default_factory=list)
    """Fields that are open where the reading stands."""

    @property
    def hidden(self) -> bool:
        """Whether what follows is asked of a field, or is the number of a page that one shows."""
        return any(not one.shown or _PAGES.match(one.asked) for one in self.fields)


class Field(Struct):
    """A field: what it is asked, and whether its result has begun (``separate``)."""

    asked: str = ""
    shown: bool = False


def paragraph(p: Element) -> Paragraph:
    """The paragraph *p* with all tracked changes."""
    out = Paragraph(p)
    for mark in p.iterfind(f"{w('pPr')}/{w('rPr')}/*"):
        if mark.tag in _MARKS:
            setattr(out, "added" if mark.tag in _ADDED else "taken", _author(mark))
    _walk(p, out, "", "")
    return out


def _author(change: Element) -> str:
    return change.get(w("author")) or UNKNOWN


def _walk(parent: Element, out: Paragraph, added: str, taken: str) -> None:
    for node in parent:
        tag = node.tag
        if tag == w("r"):
            _run(node, out, added, taken)
        elif tag in _ADDED or tag in _TAKEN:
            both = (_author(node), taken) if tag in _ADDED else (added, _author(node))
            _walk(node, out, *both)
        elif tag in _INTO and not _counts_pages(node):
            _walk(_chosen(node), out, added, taken)
        elif tag == w("bookmarkStart"):
            _name(node.get(w("name"), ""), out)
        elif tag in _REMARKS:
            out.remarks.append(node.get(w("id"), ""))


def _name(name: str, out: Paragraph) -> None:
    found = anchor(name)
    if found and found.kind == "n":
        out.before_note = name
    else:
        out.names.append(name)


def _counts_pages(field: Element) -> bool:
    return field.tag == w("fldSimple") and _PAGES.match(field.get(w("instr"), "")) is not None


def _chosen(node: Element) -> Element:
    """*node*, of two ways to say the same what a program of today takes (ECMA-376-3, 7.6)."""
    choice = node.find(f"{_MC}Choice")
    return node if choice is None else choice


def _run(run: Element, out: Paragraph, added: str, taken: str) -> None:
    for node in () if _is_hidden(run) else run:
        tag = node.tag
        if tag == w("fldChar"):
            _field(node, out)
        elif tag == w("instrText") and out.fields:
            out.fields[-1].asked += node.text or ""
        elif tag in _REMARKS:
            out.remarks.append(node.get(w("id"), ""))
        elif tag in _BOXES:
            boxes = _chosen(node).iter(_BOX)
            out.boxes.extend(box for box in boxes if next(box.iterancestors(_BOX), None) is None)
        elif not out.hidden and (words := _said(node)):
            note = (_NOTES[tag], node.get(w("id"), "")) if tag in _NOTES else None
            out.pieces.append(Piece(words, run, added, taken, note, out.before_note if note else ""))
            out.before_note = "" if note else out.before_note


def _is_hidden(run: Element) -> bool:
    hidden = run.find(f"{w('rPr')}/{w('vanish')}")
    return hidden is not None and hidden.get(w("val"), "1") not in ("0", "false", "off")


def _field(node: Element, out: Paragraph) -> None:
    kind = node.get(w("fldCharType"))
    if kind == "begin":
        out.fields.append(Field())
    elif kind == "separate" and out.fields:
        out.fields[-1].shown = True
    elif kind == "end" and out.fields:
        out.fields.pop()


def _said(node: Element) -> str:
    tag = node.tag
    if tag in _TEXT:
        return node.text or ""
    if tag == w("br"):
        return "" if node.get(w("type")) in ("page", "column") else "\n"
    if tag == w("sym"):
        code = node.get(w("char"), "")
        return chr(int(code, 16)) if _CODE.fullmatch(code) else ""
    return NOTE if tag in _NOTES else _SIGNS.get(tag, "")
