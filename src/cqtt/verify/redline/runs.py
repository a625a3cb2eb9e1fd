"""Runs of a redline: what they look like, and neighbours that look alike in one."""

from collections.abc import Sequence
from copy import deepcopy

from cqtt.word.xml import XML_SPACE, Element, element, w

_LOOKS = ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "strike", "color", "sz", "szCs", "u", "vertAlign", "lang")
"""Some of what a run may look like, in the order of the schema (ECMA-376-1, 17.3.2.28)."""
_OWN = frozenset({"b", "bCs", "i", "iCs", "u", "strike"})
"""What words that are put in bring with them; the rest is that of the words beside them."""


def mixed(beside: Element | None, own: Element | None) -> Element | None:
    """The look of words that are put in: that of the words beside them, with their own bold and italics."""
    parts = {_name(node): node for node in (() if beside is None else beside) if _name(node) not in _OWN}
    parts |= {_name(node): node for node in (() if own is None else own) if _name(node) in _OWN}
    parts.pop("vertAlign", None)
    if not parts:
        return None
    made = element("rPr")
    made.extend(deepcopy(parts[name]) for name in _LOOKS if name in parts)
    return made


def joined(pairs: Sequence[tuple[Element, Element | None]]) -> list[tuple[Element, Element | None]]:
    """*pairs* with neighbouring runs of words in one, and neighbouring changes by one author."""
    out: list[tuple[Element, Element | None]] = []
    for node, around in pairs:
        if out and out[-1][1] is around and _grown(out[-1][0], node):
            continue
        out.append((node, around))
    return out


def _grown(before: Element, node: Element) -> bool:
    """Whether *node* could be put into *before*."""
    if node.tag != before.tag:
        return False
    if node.tag in (w("ins"), w("del")) and node.get(w("author")) == before.get(w("author")):
        if not _grown(before[-1], node[0]):
            before.append(node[0])
        return True
    if node.tag == w("r") and len(before) and len(node) and _plain(before) and _plain(node) and _alike(before, node):
        words = before[-1]
        words.text = (words.text or "") + (node[-1].text or "")
        words.set(XML_SPACE, "preserve")
        return True
    return False


def _plain(run: Element) -> bool:
    return run[-1].tag in (w("t"), w("delText")) and all(node.tag == w("rPr") for node in run[:-1])


def _alike(one: Element, other: Element) -> bool:
    """Whether two runs have the same properties and the same kind of words."""
    looks = [run.find(w("rPr")) for run in (one, other)]
    said = [[] if look is None else [(node.tag, *sorted(node.attrib.items())) for node in look] for look in looks]
    return said[0] == said[1] and one[-1].tag == other[-1].tag


def _name(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]
