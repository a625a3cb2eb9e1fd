"""Tracked changes: taking those that are there, and writing new ones (ECMA-376-1, clause 17.13.5).

<w:ins w:id="9" w:author="cqtt"><w:r><w:t>mới</w:t></w:r></w:ins>
<w:del w:id="9" w:author="cqtt"><w:r><w:delText>cũ</w:delText></w:r></w:del>
<w:pPr>…<w:rPr><w:ins …/></w:rPr></w:pPr>      the end of a paragraph that is new
<w:trPr>…<w:ins …/></w:trPr>                     a row that is new
"""

from copy import deepcopy

from msgspec import Struct

from cqtt.word.xml import Element, add, element, text, w

AUTHOR = "author"
"""The attribute of a run, while a file is in memory, that says who put it in."""
_ADDED, _TAKEN = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
_GONE = tuple(
    w(f"{name}")
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblPrExChange"),
        *("tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
    )
)
_AFTER = {"pPr": ("sectPr", "pPrChange"), "trPr": ()}
_BEHIND_STYLE = ("ins", "del", "moveFrom", "moveTo")


def accept(root: Element, *, sign: bool = False) -> None:
    """Take all tracked changes in *root*; with *sign* each run that was put in keeps its author in memory."""
    for tr in [node for node in root.iter(w("tr")) if node.find(f"{w('trPr')}/{w('del')}") is not None]:
        tr.getparent().remove(tr)
    for p in list(root.iter(w("p"))):
        _join(p)
    for node in list(root.iter(*_TAKEN, *_GONE)):
        if node.getparent() is not None:
            node.getparent().remove(node)
    for node in list(root.iter(*_ADDED)):
        for run in node.iter(w("r")) if sign else ():
            run.set(AUTHOR, node.get(w("author"), ""))
        parent = node.getparent()
        at = parent.index(node)
        parent[at : at + 1] = list(node)


def _join(p: Element) -> None:
    """Give the content of *p* to the paragraph behind it, if its end was deleted."""
    if not any(p.find(f"{w('pPr')}/{w('rPr')}/{tag}") is not None for tag in _TAKEN):
        return
    behind = p.getnext()
    if behind is None or behind.tag != w("p"):
        return
    content = [node for node in p if node.tag != w("pPr")]
    at = 1 if behind.find(w("pPr")) is not None else 0
    behind[at:at] = content
    p.getparent().remove(p)


class Reviser(Struct):
    """Writes tracked changes by *author*; each has an id of its own."""

    author: str
    ids: int = 0

    def change(self, name: str, author: str = "") -> Element:
        """An empty ``w:ins`` or ``w:del``."""
        self.ids += 1
        return element(name, id=self.ids, author=author or self.author)

    def end(self, properties: Element, name: str) -> None:
        """Mark the end of the paragraph with *properties* as put in or taken away."""
        marks = properties.find(w("rPr"))
        if marks is None:
            marks = element("rPr")
            at = next((i for i, node in enumerate(properties) if _name(node) in _AFTER["pPr"]), len(properties))
            properties.insert(at, marks)
        marks.insert(0, self.change(name))

    def row(self, tr: Element, name: str) -> None:
        """Mark the row *tr* as put in or taken away."""
        properties = tr.find(w("trPr"))
        if properties is None:
            properties = element("trPr")
            add(properties, "cantSplit")  # the schema wants something beside the mark (17.4.82)
            before = [node for node in tr if node.tag == w("tblPrEx")]
            tr.insert(len(before), properties)
        elif not len(properties):
            add(properties, "cantSplit")
        properties.append(self.change(name))


def written(words: str, look: Element | None, *, deleted: bool) -> Element:
    """A run of *words*, which may have tabs and new lines, that looks like *look*."""
    run = element("r")
    if look is not None:
        run.append(deepcopy(look))
    part = ""
    for letter in words + "\0":
        if letter in "\t\n\0":
            if part:
                text(run, part)
                run[-1].tag = w("delText") if deleted else w("t")
            part = ""
            if letter != "\0":
                add(run, "tab" if letter == "\t" else "br")
        else:
            part += letter
    return run


def _name(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]
