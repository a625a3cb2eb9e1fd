"""Ways to edit a Word file as people and programs do, and what it says once tracked changes are taken or refused."""

import io
import zipfile
from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import cache
from pathlib import Path

from lxml import etree

from cqtt.manuscript import Manuscript
from cqtt.models.ky import Ky
from cqtt.pipeline.read import Reader
from cqtt.pipeline.verify import Current, current
from cqtt.word.xml import Element, w

ROOT = Path(__file__).parents[2]
DOCUMENT, NOTES, COMMENTS = "word/document.xml", "word/footnotes.xml", "word/comments.xml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Edit = Callable[[Element], None]


@cache
def quarter() -> Current:
    """The repository's report of the first quarter of 2024 as it is built now."""
    found = current(Reader(ROOT), Ky(2024, 1, 3), charts=None)
    assert isinstance(found, Current)
    return found


def manuscript() -> Manuscript:
    return quarter().base.manuscript


def edited(data: bytes, *edits: Edit, part: str = DOCUMENT) -> bytes:
    """The file *data* after *edits* of its *part*."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    tree = etree.fromstring(parts[part])
    for edit in edits:
        edit(tree)
    parts[part] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def words(p: Element) -> str:
    return "".join(node.text or "" for node in p.iter(w("t")))


def paragraph(tree: Element, start: str) -> Element:
    """The first paragraph in which *start* stands."""
    return next(p for p in tree.iter(w("p")) if start in words(p).replace("\u00a0", " "))


def say(p: Element, text: str) -> None:
    """Let *p* say *text* alone, in the look of its first run; bookmarks stay."""
    runs = list(p.iter(w("r")))
    kept = next((run for run in runs if run.find(w("t")) is not None), None)
    for run in runs:
        if run is not kept and run.find(w("footnoteReference")) is None and run.find(w("footnoteRef")) is None:
            run.getparent().remove(run)
    if kept is None:
        kept = etree.SubElement(p, w("r"))
        etree.SubElement(kept, w("t"))
    node: Element = kept.find(w("t"))
    node.text = text
    node.set(SPACE, "preserve")


def reword(old: str, new: str) -> Edit:
    """Replaces *old* where it first stands in one run."""

    def edit(tree: Element) -> None:
        for node in tree.iter(w("t")):
            text = (node.text or "").replace("\u00a0", " ")
            if old in text:
                node.text = text.replace(old, new, 1)
                node.set(SPACE, "preserve")
                return
        raise AssertionError(f"no run says {old}")

    return edit


def remove(start: str) -> Edit:
    def edit(tree: Element) -> None:
        p = paragraph(tree, start)
        p.getparent().remove(p)

    return edit


def insert(above: str, text: str) -> Edit:
    """A new paragraph *text* below that in which *above* stands, as Word makes it with Enter."""

    def edit(tree: Element) -> None:
        above_it = paragraph(tree, above)
        p = _empty(above_it)
        say(p, text)
        above_it.addnext(p)

    return edit


def move(start: str, before: str) -> Edit:
    def edit(tree: Element) -> None:
        paragraph(tree, before).addprevious(paragraph(tree, start))

    return edit


def split(start: str, at: str) -> Edit:
    """Enter before the words *at*."""

    def edit(tree: Element) -> None:
        p = paragraph(tree, start)
        whole = words(p).replace("\u00a0", " ")
        where = whole.index(at)
        behind = _empty(p)
        say(behind, whole[where:])
        say(p, whole[:where])
        p.addnext(behind)

    return edit


def join(start: str) -> Edit:
    """Delete at the end of a paragraph: the next one goes on in it."""

    def edit(tree: Element) -> None:
        p = paragraph(tree, start)
        behind = p.getnext()
        say(p, f"{words(p)} {words(behind)}")
        behind.getparent().remove(behind)

    return edit


def _empty(like: Element) -> Element:
    p = deepcopy(like)
    for node in list(p):
        if node.tag != w("pPr"):
            p.remove(node)
    return p


def track(start: str, old: str, new: str, author: str) -> Edit:
    """Replaces *old* by *new* with track changes on."""

    def edit(tree: Element) -> None:
        p = paragraph(tree, start)
        run = next(run for run in p.iter(w("r")) if old in (run.findtext(w("t")) or "").replace("\u00a0", " "))
        text = run.find(w("t")).text.replace("\u00a0", " ")
        at = text.index(old)
        pieces = [_run(run, text[:at]), _change("del", _run(run, old, "delText"), author)]
        pieces += [_change("ins", _run(run, new), author)] if new else []
        for piece in [*pieces, _run(run, text[at + len(old) :])]:
            run.addprevious(piece)
        run.getparent().remove(run)

    return edit


def track_remove(start: str, author: str) -> Edit:
    """Deletes a whole paragraph with track changes on."""

    def edit(tree: Element) -> None:
        p = paragraph(tree, start)
        for run in list(p.iter(w("r"))):
            for node in run.iter(w("t")):
                node.tag = w("delText")
            change = _change("del", None, author)
            run.addprevious(change)
            change.append(run)
        marks = etree.SubElement(p.find(w("pPr")), w("rPr"))
        marks.append(_change("del", None, author))

    return edit


def _run(like: Element, text: str, tag: str = "t") -> Element:
    run = deepcopy(like)
    for node in run.iter(w("t")):
        node.tag, node.text = w(tag), text
        node.set(SPACE, "preserve")
    return run


def _change(name: str, run: Element | None, author: str) -> Element:
    change = etree.Element(w(name), {w("id"): "900", w("author"): author})
    if run is not None:
        change.append(run)
    return change


def without_anchors(tree: Element) -> None:
    """As programs that drop hidden bookmarks leave a file."""
    for node in list(tree.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        node.getparent().remove(node)


def taken(data: bytes) -> list[str]:
    """What each paragraph of the body and the notes says once all tracked changes are taken."""
    return _all_said(data, "del", "ins")


def refused(data: bytes) -> list[str]:
    """What each says once all are refused."""
    return _all_said(data, "ins", "del")


def _all_said(data: bytes, gone: str, kept: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        trees = [etree.fromstring(archive.read(name)) for name in (DOCUMENT, NOTES) if name in archive.namelist()]
    called = [
        mark.get(w("id"))
        for mark in trees[0].iter(w("footnoteReference"))
        if not any(node.tag == w(gone) for node in mark.iterancestors())
    ]
    body = list(_said(trees[0].iter(w("p")), gone))
    notes = {note.get(w("id")): note for tree in trees[1:] for note in tree.iterchildren(w("footnote"))}
    return [*body, *(text for number in called for text in _said(notes[number].iter(w("p")), gone))]


def _said(paragraphs: Iterable[Element], gone: str) -> list[str]:
    out, text = [], ""
    for p in paragraphs:
        if p.getparent().getparent().find(f"{w('trPr')}/{w(gone)}") is not None:
            continue
        for node in p.iter(w("t"), w("delText"), w("tab"), w("br")):
            if not any(up.tag == w(gone) for up in node.iterancestors()):
                text += node.text or (" " if node.tag in (w("tab"), w("br")) else "")
        if p.find(f"{w('pPr')}/{w('rPr')}/{w(gone)}") is None:
            out.append(text)
            text = ""
    out.append(text)
    return [" ".join(text.split()) for text in out if text.split()]
