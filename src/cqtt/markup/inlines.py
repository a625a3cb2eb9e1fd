"""From the inline tokens of one paragraph to inline nodes: slots become figures and words, references become notes."""

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token
from msgspec import Struct, field

from cqtt.manuscript import SLOT, Insert, Manuscript, TableInsert
from cqtt.markup.addresses import linked, without_addresses
from cqtt.markup.data_rows import cell_of
from cqtt.markup.nodes import Emphasis, Inline, Inlines, LineBreak, Link, Note, Reference, Strong, Text
from cqtt.markup.walk import plain
from cqtt.problems import Position, Problem, Severity

_DANGLING = re.compile(r"\[\^([^\[\]]*)\]")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^\s()]*\)")
SLOT_IN_URL = "%EE%80%80"
"""A slot in an address, as markdown-it writes it there."""
_BROKEN_LINK = re.compile(r"\]\([^\s)]*")
MAX_PLACED = 1_000
"""Findings whose column is looked for; of more the line is enough, and looking takes time with each."""
_SAFE = ("http://", "https://", "mailto:")


class InlineReader(Struct):
    """Reads inline tokens. *notes* are the document's footnotes by number, *appendices* its appendices by label."""

    manuscript: Manuscript
    notes: Mapping[int, Note] = field(default_factory=dict)
    appendices: Mapping[str, str] = field(default_factory=dict)
    mentioned: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    line: int = 0
    """The line of the manuscript that is being read."""

    def read(self, token: Token) -> Inlines:
        """The nodes of the inline *token*."""
        self.line = token.map[0] if token.map else 0
        if not token.children:
            return ()
        for found in _IMAGE.finditer(token.content):
            hint = "bỏ dấu ! để thành liên kết; hình thì chèn trong Word sau khi lập"
            self._add("VB08", "báo cáo không chèn được hình bằng ![…](…)", hint, found[0])
        nodes, rest = self._until(token.children, 0, "")
        assert rest == len(token.children)
        return linked(_trimmed(nodes))

    def _until(self, tokens: Sequence[Token], at: int, close: str) -> tuple[list[Inline], int]:
        """The nodes from *at* up to the token of type *close*, and the index behind it."""
        out: list[Inline] = []
        while at < len(tokens):
            token = tokens[at]
            at += 1
            if token.type == close:
                break
            if token.type in ("strong_open", "em_open", "link_open"):
                children, at = self._until(tokens, at, token.type.replace("open", "close"))
                out.extend(self._span(token, _joined(children)))
            else:
                out.extend(self._leaf(token))
        return out, at

    def _span(self, token: Token, children: Inlines) -> Iterator[Inline]:
        if token.type == "strong_open":
            yield Strong(children)
        elif token.type == "em_open":
            yield Emphasis(children)
        else:
            if title := token.attrs.get("title"):
                self._add("VB08", f"chữ “{title}” trong ngoặc của liên kết không in ra", "bỏ chữ này", str(title))
            yield from self._link(str(token.attrs.get("href", "")), children)

    def _link(self, target: str, children: Inlines) -> Iterator[Inline]:
        label = target.removeprefix("#")
        if label != target and label in self.appendices:
            self.mentioned.add(label)
            if words := plain(children):
                hint = f"chỗ dẫn in ra “{self.appendices[label]}”: viết {words} ([]({target}))"
                self._add("VB08", f"chữ “{words}” của chỗ dẫn phụ lục không in ra", hint, f"]({target}")
            yield Reference(self.appendices[label], label)
            return
        if message := self._unusable(target):
            self._add("VB08", *message, "](" if SLOT_IN_URL in target else target)
        elif not plain(children).strip():
            hint = f"viết [chữ]({target}), hoặc <{target}> để in chính địa chỉ"
            self._add("VB08", "liên kết không có chữ nên không in ra gì", hint, f"]({target}")
        else:
            yield Link(children, target)
            return
        yield from children

    def _unusable(self, target: str) -> tuple[str, str] | None:
        """What is wrong with the address *target* and the fix; None where a reader can be sent there."""
        if SLOT_IN_URL in target:
            return "địa chỉ liên kết không lấy được từ số liệu", "viết thẳng địa chỉ"
        if target.casefold().startswith(_SAFE):
            return None
        if target.startswith("#"):
            known = ", ".join(self.appendices) or "chưa có phụ lục nào"
            return f"không có phụ lục “{target[1:]}”", f"các phụ lục: {known}"
        return f"liên kết “{target}” không dùng được", "chỉ dùng http, https hoặc mailto"

    def _leaf(self, token: Token) -> Iterator[Inline]:
        match token.type:
            case "softbreak":
                self.line += 1
                yield Text(" ", self.line)
            case "hardbreak":
                self.line += 1
                yield LineBreak()
            case "footnote_ref":
                yield from self._note(token)
            case _:
                yield from self._text(token.content)

    def _text(self, content: str) -> Iterator[Inline]:
        for found in _DANGLING.finditer(content):
            label = SLOT.sub("…", found[1])
            if re.fullmatch(r"[^\s…]+", label):
                hint = f"thêm dòng “[^{label}]: nội dung” bên dưới đoạn này"
                self._add("VB01", f"chú thích [^{label}] không có nội dung", hint, found[0])
            else:
                hint = "tên chú thích viết liền, không lấy từ số liệu: [^ten_chu_thich]"
                self._add("VB01", f"[^{label}] không phải tên chú thích", hint, "[^")
        for piece in self.manuscript.pieces(content):
            if isinstance(piece, TableInsert):
                hint = "đặt {% bang … %} và {% endbang %} trên dòng riêng, ngoài đoạn văn"
                self._add("VB11", "bảng nằm giữa đoạn văn", hint, "")
                continue
            if isinstance(piece, Insert):
                yield from cell_of(piece.text, piece.path, self.line)
                continue
            for found in _BROKEN_LINK.finditer(piece):
                hint = "viết [chữ](http://…) liền nhau, không có dấu cách, chú thích trong ngoặc"
                self._add("VB08", "liên kết viết sai, dấu ]( sẽ in ra giấy", hint, found[0])
            if "**" in piece and "**" in without_addresses(piece):
                hint = "viết **chữ đậm** sát dấu sao, hoặc viết \\*\\* để in dấu sao"
                self._add("VB07", "dấu ** sẽ in ra giấy", hint, "**", Severity.WARNING)
            yield Text(piece, self.line)

    def _note(self, token: Token) -> Iterator[Inline]:
        label = str(token.meta.get("label") or "")
        if token.meta["subId"]:
            message = f"chú thích [^{label}] được gọi hai lần"
            self._add("VB04", message, "mỗi chú thích chỉ gọi một lần; chép thành chú thích mới", f"[^{label}]")
        elif token.meta["id"] in self.notes:
            yield self.notes[token.meta["id"]]
        else:
            message = f"chú thích [^{label}] nằm trong chú thích khác"
            self._add("VB04", message, "đưa ra ngoài đoạn văn", f"[^{label}]")

    def _add(self, code: str, message: str, hint: str, needle: str, severity: Severity = Severity.ERROR) -> None:
        needle = needle if len(self.problems) < MAX_PLACED else ""
        self.problems.append(Problem(self._place(needle), code, message, hint, severity=severity))

    def _place(self, needle: str) -> Position:
        """The line at or below the one being read that bears *needle*: a link may span several."""
        lines = self.manuscript.lines
        for row in range(self.line, len(lines)):
            if needle in lines[row]:
                return self.manuscript.position(row, needle)
            if not lines[row].strip():
                break
        return self.manuscript.position(self.line, needle)


def _joined(nodes: list[Inline]) -> Inlines:
    """*nodes* with neighbouring texts of one line joined: an address may be made of several."""
    out: list[Inline] = []
    for node in nodes:
        before = out[-1] if out else None
        if isinstance(node, Text) and isinstance(before, Text) and before.line == node.line:
            out[-1] = Text(before.text + node.text, node.line)
        else:
            out.append(node)
    return tuple(out)


def _trimmed(nodes: list[Inline]) -> Inlines:
    """*nodes* with neighbouring texts of one line joined and no blanks at either end."""
    out = list(_joined(nodes))
    while out and isinstance(out[0], Text) and not out[0].text.strip():
        del out[0]
    while out and isinstance(out[-1], Text) and not out[-1].text.strip():
        del out[-1]
    if out and isinstance(out[0], Text):
        out[0] = Text(out[0].text.lstrip(), out[0].line)
    if out and isinstance(out[-1], Text):
        out[-1] = Text(out[-1].text.rstrip(), out[-1].line)
    return tuple(out)
