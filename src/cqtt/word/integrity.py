"""A last look at a finished file: everything it refers to is there, and everything the report says is in it.

Word repairs or refuses a file whose parts do not fit together, and other programs say nothing; so each build checks
what no schema sees (ECMA-376-2 for the package, ECMA-376-1, clause 17 for the rest). An empty answer means: sound.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from cqtt.markup.nodes import Report
from cqtt.word.completeness import unsaid
from cqtt.word.reading.archive import Package
from cqtt.word.xml import Element, w

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LONGEST_NAME = 40
_CONTROL = re.compile(r"[\x00-\x1f]")
_related: Any = etree.XPath(
    "//@r:*",
    namespaces={"r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
    smart_strings=False,
)
"""Every id by which an element refers to a relationship."""


def verify(package: Package, report: Report) -> list[str]:
    """What is wrong with our file *package*, and what of *report* it does not say; one English sentence each."""
    names = package.archive.namelist()
    parts = ((name, package.tree(name)) for name in names if name.endswith((".xml", ".rels")))
    trees = {name: tree for name, tree in parts if tree is not None}
    return [
        *_package(names, trees),
        *_references(trees),
        *_structure(trees["word/document.xml"]),
        *_rows(trees["word/document.xml"]),
        *unsaid(trees, report, package.said),
    ]


def _package(names: list[str], trees: dict[str, Element]) -> Iterator[str]:
    if names[0] != "[Content_Types].xml" or len(set(names)) != len(names):
        yield "the zip does not begin with its content types, or has an entry twice"
    types = trees["[Content_Types].xml"]
    known = {t.get("PartName", "").lstrip("/") for t in types.iter(f"{_TYPES}Override")}
    endings = {t.get("Extension") for t in types.iter(f"{_TYPES}Default")}
    for name in names:
        if name not in known and name.rpartition(".")[2] not in endings:
            yield f"{name} has no content type"
    for name in sorted(known - set(names)):
        yield f"{name} has a content type but is not there"
    for rels, tree in trees.items():
        if rels.endswith(".rels"):
            yield from _relations(rels, tree, set(names))


def _relations(rels: str, tree: Element, names: set[str]) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(rels))
    ids = [relation.get("Id") for relation in tree.iter(_RELATIONSHIPS)]
    if len(set(ids)) != len(ids):
        yield f"{rels} has an id twice"
    for relation in tree.iter(_RELATIONSHIPS):
        target = posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", ""))).lstrip("/")
        if relation.get("TargetMode") != "External" and target not in names:
            yield f"{rels} points to {target}, which is not there"


def _references(trees: dict[str, Element]) -> Iterator[str]:
    document, notes = trees["word/document.xml"], trees["word/footnotes.xml"]
    styles = set(_values(trees["word/styles.xml"], "style", "styleId"))
    lists = set(_values(trees["word/numbering.xml"], "num", "numId"))
    for tree in (document, notes):
        used = {node.get(w("val")) for node in tree.iter(w("pStyle"), w("rStyle"), w("tblStyle"))}
        yield from (f"style {name} is not defined" for name in sorted(used - styles))
        yield from (f"list {number} is not defined" for number in _values(tree, "numId", "val") if number not in lists)
    yield from _ids("word/_rels/document.xml.rels", document, trees)
    yield from _ids("word/_rels/footnotes.xml.rels", notes, trees)
    yield from _charts(trees)
    called = Counter(_values(document, "footnoteReference", "id"))
    there = Counter(note.get(w("id")) for note in notes if note.get(w("type")) is None)
    if called != there or any(count != 1 for count in called.values()):
        yield "footnotes and their references do not match one to one"
    yield from _comments(document, trees)
    marks = list(_values(document, "bookmarkStart", "name"))
    yield from _bookmarks(document, marks)
    anchors = set(_values(document, "hyperlink", "anchor"))
    yield from (f"bookmark {name} is not there" for name in sorted(anchors - set(marks)))


def _bookmarks(document: Element, names: list[str]) -> Iterator[str]:
    if len(set(names)) != len(names):
        yield "a bookmark name stands twice"
    if any(len(name) > _LONGEST_NAME for name in names):
        yield "a bookmark name is longer than Word takes"
    starts, ends = (Counter(_values(document, tag, "id")) for tag in ("bookmarkStart", "bookmarkEnd"))
    if starts != ends or any(count != 1 for count in starts.values()):
        yield "bookmarks do not begin and end one to one"


def _comments(document: Element, trees: dict[str, Element]) -> Iterator[str]:
    part = trees.get("word/comments.xml")
    there = Counter(_values(part, "comment", "id")) if part is not None else Counter()
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        if Counter(_values(document, tag, "id")) != there:
            yield "comments and their places do not match one to one"


def _charts(trees: dict[str, Element]) -> Iterator[str]:
    for name, tree in trees.items():
        if name.startswith("word/charts/") and name.endswith(".xml"):
            yield from _ids(name.replace("charts/", "charts/_rels/") + ".rels", tree, trees)
    drawings = [node.get("id") for node in trees["word/document.xml"].iter(_DRAWING)]
    if len(set(drawings)) != len(drawings):
        yield "two drawings have the same id"


def _ids(rels: str, tree: Element, trees: dict[str, Element]) -> Iterator[str]:
    known = {relation.get("Id") for relation in trees[rels].iter(_RELATIONSHIPS)} if rels in trees else set()
    used: set[str] = set(_related(tree))
    yield from (f"relationship {name} is used but not in {rels}" for name in sorted(used - known))


def _structure(document: Element) -> Iterator[str]:
    body = document[0]
    if body[-1].tag != w("sectPr") or body[-2].tag != w("p"):
        yield "the body does not end in a paragraph and a section"
    for run in document.iter(w("t")):
        words = run.text or ""
        if _CONTROL.search(words):
            yield "a run holds a control character"
        if words != words.strip() and not run.get("{http://www.w3.org/XML/1998/namespace}space"):
            yield "a run would lose a blank at its edge"


def _rows(document: Element) -> Iterator[str]:
    tr, tc, p = w("tr"), w("tc"), w("p")
    spanned: Counter[Element] = Counter()
    for span in document.iter(w("gridSpan")):
        spanned[next(span.iterancestors(tr))] += int(span.get(w("val"))) - 1
    for table in document.iter(w("tbl")):
        columns = sum(1 for _ in table.iter(w("gridCol")))
        for row in table.iter(tr):
            cells = list(row.iterchildren(tc))
            if len(cells) + spanned[row] != columns or any(cell[-1].tag != p for cell in cells):
                yield "a table row does not fill its grid, or a cell does not end in a paragraph"


def _values(tree: Element, tag: str, attribute: str) -> Iterator[str]:
    name = w(attribute)
    return (value for node in tree.iter(w(tag)) if (value := node.get(name)) is not None)
