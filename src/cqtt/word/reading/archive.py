"""The zip around a Word document that somebody else made: its parts, or a plain word why they cannot be read."""

import io
import posixpath
import zipfile
import zlib
from typing import Any

from lxml import etree
from msgspec import Struct, field

from cqtt.faults import EnvironmentFault
from cqtt.word.reading.alike import condensed
from cqtt.word.xml import Element, w

MAX_FILE = 64 << 20
MAX_PART = 256 << 20
"""Bytes: larger than any report, small enough for any machine. A zip that swells beyond it is no document."""
MAX_ENTRIES = 10_000

_SAFE: Any = {"resolve_entities": False, "no_network": True, "load_dtd": False, "remove_comments": True}
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = "http://purl.oclc.org/ooxml/"
_AGAIN = "mở tệp bằng Word, chọn Lưu thành (Save As), kiểu Word Document (.docx), rồi soát tệp mới"
_BROKEN = "tệp .docx hỏng: mở lại bằng Word xem còn đọc được không, hoặc xin lại tệp"
_OTHERS = (
    (b"{\\rtf", "tệp này là RTF đổi tên thành .docx"),
    (b"%PDF", "tệp này là PDF đổi tên thành .docx"),
    (b"<", "tệp này là HTML hoặc XML đổi tên thành .docx"),
)


class Package(Struct):
    """An opened .docx; *main* is the name of the part with the text."""

    archive: zipfile.ZipFile
    main: str = ""
    said: list[list[str]] = field(default_factory=list)
    """The rows that are left out of the main part, by the numbers of their marks (``alike``)."""
    _trees: dict[str, Element | None] = field(default_factory=dict)

    def tree(self, name: str) -> Element | None:
        """The part *name* as XML; None where the file has none. Raises ``EnvironmentFault`` for one that is broken."""
        if name not in self._trees:
            self._trees[name] = self._read(name)
        return self._trees[name]

    def condense(self) -> None:
        """Read a file of our own without the rows that differ from others in their words alone, nor remarks' words."""
        data = self._data(self.main)
        if data is not None:
            found = condensed(data)
            self._trees[self.main], self.said = _parsed(found.xml, self.main), found.said
        for name in self.related(self.main, "comments").values():
            remarks = self._data(name)
            self._trees[name] = None if remarks is None else _parsed(remarks, name, emptied=w("comment"))

    def _read(self, name: str) -> Element | None:
        data = self._data(name)
        return None if data is None else _parsed(data, name)

    def _data(self, name: str) -> bytes | None:
        try:
            with self.archive.open(name) as part:
                data = part.read(MAX_PART + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise EnvironmentFault(f"không giải nén được phần {name} của tệp", _BROKEN) from error
        if len(data) > MAX_PART:
            raise EnvironmentFault(f"phần {name} bung ra quá lớn", "đây không phải một văn bản bình thường; đừng mở")
        return data

    def related(self, part: str, kind: str) -> dict[str, str]:
        """The parts that *part* refers to by relations of the *kind*: names by id."""
        folder, _, name = part.rpartition("/")
        tree = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        if tree is None:
            return {}
        return {
            relation.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
            for relation in tree.iter(_RELATIONSHIP)
            if relation.get("Type", "").rpartition("/")[2] == kind and relation.get("TargetMode") != "External"
        }

    def first(self, kind: str) -> Element | None:
        """The one part of the *kind* (``styles``, ``theme``) that the text refers to."""
        names = list(self.related(self.main, kind).values())
        return self.tree(names[0]) if names else None


def open_package(data: bytes) -> Package:
    """The package *data*. Raises ``EnvironmentFault`` for what is no Word document, or none that can be read."""
    if len(data) > MAX_FILE:
        raise EnvironmentFault(f"tệp quá lớn: hơn {MAX_FILE >> 20} MB", "bỏ bớt ảnh rồi soát lại")
    if not data.startswith(b"PK"):
        raise _not_a_zip(data)
    try:
        package = Package(zipfile.ZipFile(io.BytesIO(data)))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise EnvironmentFault("tệp .docx bị cắt cụt hoặc hỏng", _BROKEN) from error
    if len(package.archive.infolist()) > MAX_ENTRIES:
        raise EnvironmentFault("tệp chứa quá nhiều phần", "đây không phải một văn bản bình thường; đừng mở")
    package.main = next(iter(package.related("", "officeDocument").values()), "")
    return package


def body_of(package: Package) -> Element:
    """The ``w:body`` of the text. Raises ``EnvironmentFault`` where there is none."""
    tree = package.tree(package.main)
    if tree is None:
        raise EnvironmentFault("tệp không phải văn bản Word", "có thể là tệp Excel, PowerPoint hoặc một tệp nén khác")
    if str(tree.tag).startswith(f"{{{_STRICT}"):
        raise EnvironmentFault("tệp lưu ở dạng “Strict Open XML”", _AGAIN)
    body = tree.find(w("body"))
    if body is None:
        raise EnvironmentFault("tệp không phải văn bản Word", "có thể là tệp Excel, PowerPoint hoặc một tệp nén khác")
    return body


def _parsed(data: bytes, name: str, emptied: str | None = None) -> Element:
    """The whole of *data* is read; elements *emptied*, of which there may be very many, keep their attributes alone."""
    try:
        tree = _emptied(data, emptied) if emptied else etree.fromstring(data, etree.XMLParser(**_SAFE))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise EnvironmentFault(f"phần {name} của tệp không đúng cú pháp XML", _BROKEN) from error
    if tree.getroottree().docinfo.internalDTD is not None:
        raise EnvironmentFault(f"phần {name} của tệp có khai báo DOCTYPE", "Word không viết như vậy; đừng mở tệp này")
    return tree


def _not_a_zip(data: bytes) -> EnvironmentFault:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return EnvironmentFault("tệp có mật khẩu", "mở bằng Word, bỏ mật khẩu, lưu lại rồi soát")
        return EnvironmentFault("tệp này là Word cũ (.doc) đổi tên thành .docx", _AGAIN)
    if not data.strip():
        return EnvironmentFault("tệp trống", "xin lại tệp")
    start = data.lstrip(b"\xef\xbb\xbf \r\n\t")
    for mark, words in _OTHERS:
        if start.startswith(mark):
            return EnvironmentFault(words, _AGAIN)
    return EnvironmentFault("tệp không phải .docx", _BROKEN)


def _emptied(data: bytes, tag: str) -> Element:
    events = etree.iterparse(io.BytesIO(data), tag=tag, **_SAFE)
    for _, element in events:
        del element[:]
    root: Element = events.root
    return root
