"""The file around the document: our own base package to start from, and identical bytes at the end.

The base is kept as readable XML below ``base/``; python-docx's default template brings fonts from a theme, English and
compatibility mode. The zip is written anew with fixed dates and order, so that the same report is the same file on any
day, in any time zone.
"""

import io
import re
import zipfile
from collections.abc import Mapping, MutableSequence
from importlib.resources import files
from importlib.resources.abc import Traversable

import docx
from docx.document import Document
from lxml import etree

from cqtt.fingerprint import CORE, Part, sealed_parts
from cqtt.word.xml import Element

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o600 << 16  # mode 0 there makes Word for Mac call the file unreadable
_LEVEL = 6
_ASIDE = "aside"
_MAIN, _COMMENTS = "word/document.xml", "word/comments.xml"
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def open_base() -> Document:
    """A new document on our base package."""
    base = files("cqtt.word") / "base"
    return docx.Document(io.BytesIO(_zip(dict(_members(base, "")), zipfile.ZIP_STORED)))


def set_aside(parent: Element, xml: bytes, aside: list[bytes]) -> None:
    """Keep *xml* in *aside* for the end of *parent*; in the tree stands a mark ``<?aside 0?>`` until ``to_bytes``.

    The rows of a table of many units are a hundred thousand cells: as elements they take most of the memory.
    """
    parent.append(etree.ProcessingInstruction(_ASIDE, str(len(aside))))
    aside.append(xml)


def to_bytes(document: Document, aside: MutableSequence[bytes]) -> bytes:
    """The finished file, with what was set *aside* in its place; the same document gives the same bytes.

    Of *aside* nothing is left: twice so many rows would be most of the memory that a build needs.
    """
    buffer = io.BytesIO()
    document.save(buffer)
    members: dict[str, Part] = {**_parts(buffer)}
    for name in (_MAIN, _COMMENTS):
        if name in members:
            members[name] = _filled(bytes(members[name]), aside)
    return _zip(sealed_parts(members), zipfile.ZIP_DEFLATED)


def _filled(xml: bytes, aside: MutableSequence[bytes]) -> bytearray:
    """*xml* with what was set *aside* in place of the marks; there it is let go as it is copied."""
    out = bytearray()
    for i, piece in enumerate(re.split(rb"<\?aside (\d+)\?>", xml)):
        out += aside[int(piece)] if i % 2 else piece
        if i % 2:
            aside[int(piece)] = b""
    return out


def repacked(package: bytes) -> bytes:
    """*package* with its parts in our order and at a fixed date."""
    return _zip(_parts(io.BytesIO(package)), zipfile.ZIP_DEFLATED)


def _parts(package: io.BytesIO) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as saved:
        return {name: saved.read(name) for name in saved.namelist()}


def _members(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    """The package's parts, without the comments that explain them to us."""
    out: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            out.extend(_members(entry, f"{prefix}{entry.name}/"))
        elif entry.name.endswith((".xml", ".rels")):
            out.append((prefix + entry.name, _without_comments(entry.read_bytes())))
    return out


def _without_comments(xml: bytes) -> bytes:
    parser = etree.XMLParser(remove_comments=True, remove_blank_text=True, resolve_entities=False)
    return etree.tostring(etree.fromstring(xml, parser), xml_declaration=True, encoding="UTF-8", standalone=True)


def _zip(members: Mapping[str, Part], compression: int) -> bytes:
    names = [*_FIRST, *sorted(members.keys() - set(_FIRST))]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression, compresslevel=_LEVEL) as archive:
        for name in names:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system, info.external_attr, info.compress_type = _UNIX, _MODE, compression
            archive.writestr(info, members[name])
    return buffer.getvalue()


def with_parts(package: bytes, trees: Mapping[str, Element]) -> bytes:
    """*package* with the parts *trees* in place of its own; with our mark anew, where it has one."""
    parts = _parts(io.BytesIO(package))
    for name, tree in trees.items():
        parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _zip(sealed_parts(parts) if CORE in parts else parts, zipfile.ZIP_DEFLATED)
