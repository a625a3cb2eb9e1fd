"""From filled text to the document tree. CommonMark, less what an official report has no use for, plus:

text[^a]                      a footnote, its text in a paragraph of its own: [^a]: …
::: tieu_de … :::             the document's kind and subject
::: phu_luc a ngang … ::: an appendix; ``ngang`` turns its pages; mentioned in the body as [](#a)
::: bieu_do cot Tiêu đề … ::: a chart: a table that is drawn; the one block that may stand in an appendix
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin
from msgspec import Struct, field
from msgspec.structs import replace

from cqtt.clauses import PHU_LUC
from cqtt.manuscript import SLOT, Manuscript
from cqtt.markup.blocks import BlockReader, end_of
from cqtt.markup.charts import FENCE, set_apart
from cqtt.markup.inlines import InlineReader
from cqtt.markup.nodes import Appendix, Block, Document, Heading, Items, Note, Paragraph, Table, Title
from cqtt.markup.slips import in_title
from cqtt.markup.tables import data_tables_plugin, turned
from cqtt.markup.typed import typed_plugin, without_blanks_behind
from cqtt.markup.walk import is_blank, plain
from cqtt.numerals import roman
from cqtt.problems import Problem, has_errors

_OFF = ("html_block", "html_inline", "code", "fence", "lheading", "reference", "backticks", "image", "hr", "entity")
_DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")
_APPENDIX = re.compile(r"\s*phu_luc\s+(?P<label>[a-z0-9_]{1,30})(?P<landscape>\s+ngang)?\s*")
_OUTER = ("container_phu_luc_open", "container_tieu_de_open")
"""What may not stand inside another block."""
END = "./."


def parse(manuscript: Manuscript) -> tuple[Document | None, list[Problem]]:
    """The document, or None with what is wrong in the text (VB01-VB17). Warnings may come with a document."""
    env: dict[str, Any] = {"inserts": manuscript.inserts}
    tokens = markdown().parse("\n".join(set_apart(without_blanks_behind(manuscript.lines))), env)
    body, notes = _split_notes(tokens)
    reader = _Reader(manuscript, BlockReader(InlineReader(manuscript)))
    document = reader.document(body, notes)
    problems = [*reader.blocks.problems, *reader.problems, *_definitions(manuscript, env)]
    return None if has_errors(problems) else document, problems


def markdown() -> MarkdownIt:
    """The reader of our markup."""
    # Without text_join, what is escaped stays apart, so that \\*\\* is not taken for a ** that was meant.
    reader = MarkdownIt("commonmark").enable("table").disable([*_OFF, "blockquote", "text_join"])
    reader.use(footnote_plugin, inline=False)
    reader.use(data_tables_plugin)
    reader.use(typed_plugin)
    for name in ("phu_luc", "tieu_de"):
        reader.use(container_plugin, name)
    reader.use(container_plugin, "bieu_do", marker=FENCE)
    return reader


def _split_notes(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The tokens of the text, and those of the footnotes that the plugin gathered behind it."""
    start = next((i for i, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
    return tokens[:start], tokens[start + 1 : -1]


def _definitions(manuscript: Manuscript, env: dict[str, Any]) -> Iterator[Problem]:
    """Footnotes that nothing refers to (VB03) and labels with two texts (VB04)."""
    refs = env.get("footnotes", {}).get("refs", {})
    seen: Counter[str] = Counter()
    for row, line in enumerate(manuscript.lines):
        if not (found := _DEFINITION.match(line)):
            continue
        label = SLOT.sub("…", found[1])
        seen[label] += 1
        here = manuscript.position(row, f"[^{label}]")
        if seen[label] > 1:
            yield Problem(here, "VB04", f"chú thích [^{label}] có hai nội dung", "đặt tên khác cho một trong hai")
        elif refs.get(f":{found[1]}", -1) < 0:
            hint = f"đặt [^{label}] vào chỗ cần chú thích, hoặc bỏ dòng này"
            yield Problem(here, "VB03", f"không chỗ nào gọi chú thích [^{label}]", hint)


class _Reader(Struct):
    """Reads the top level: title, body, appendices."""

    manuscript: Manuscript
    blocks: BlockReader
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    """The labels of the appendices read so far."""

    def document(self, tokens: list[Token], notes: list[Token]) -> Document | None:
        """The document, or None where an error forbids it."""
        inlines = self.blocks.inlines
        inlines.appendices = self.appendix_numbers(tokens)
        inlines.notes = {number: Note(paragraphs) for number, paragraphs in self.blocks.notes(notes)}
        title, titled, body, appendices = None, False, [], []
        at = 0
        while at < len(tokens):
            token, end = tokens[at], end_of(tokens, at)
            inner = tokens[at + 1 : end]
            if token.type in _OUTER:
                self.check_end(token, inner)
            if token.type == "container_tieu_de_open":
                if title:
                    self.add("VB10", "có hai khối tieu_de", "giữ một khối", token)
                titled = True
                title = self.title(self.blocks.read(inner, numbered=False), token)
            elif token.type == "container_phu_luc_open":
                appendices.append(self.appendix(inner, token))
            else:
                body.extend(self.seen_on_paper(self.blocks.read(tokens[at : end + 1])))
            at = end + 1
        if not titled and not self.problems:
            hint = "thêm khối ::: tieu_de … ::: ở đầu khuôn mẫu"
            self.problems.append(Problem(self.manuscript.position(0), "VB10", "văn bản chưa có tiêu đề", hint))
        self.check(body, appendices)
        if title is None or has_errors(self.blocks.problems) or self.problems:
            return None
        return Document(title, tuple(body), tuple(a for a in appendices if a))

    def check_end(self, token: Token, inner: list[Token]) -> None:
        """A container without its closing line takes the next one's, or goes on to the end of the text."""
        name = token.info.strip()
        if follower := next((t for t in inner if t.type in _OUTER), None):
            message = f"khối ::: {name} chưa đóng mà đã đến ::: {follower.info.strip()}"
        elif not self.closed(token):
            message = f"khối ::: {name} không đóng lại"
        else:
            return
        self.add("VB06", message, "thêm một dòng ::: ở cuối khối", token)

    def closed(self, token: Token) -> bool:
        """Whether the container that *token* opens has its closing line; Markdown closes it silently at the end."""
        end = token.map[1] if token.map else 0
        return end < len(self.manuscript.lines) and self.manuscript.lines[end].strip().startswith(":::")

    def appendix_numbers(self, tokens: list[Token]) -> dict[str, str]:
        """``Phụ lục I`` … by label; a single appendix bears no number (NĐ 30/2020/NĐ-CP, Phụ lục I, III.1)."""
        found = [_APPENDIX.fullmatch(t.info) for t in tokens if t.type == "container_phu_luc_open"]
        labels = [match["label"] for match in found if match]
        if len(labels) == 1:
            return {labels[0]: PHU_LUC}
        return {label: f"{PHU_LUC} {roman(i)}" for i, label in enumerate(labels, start=1)}

    def title(self, blocks: list[Block], token: Token) -> Title | None:
        """The title out of its container: one paragraph for the kind, one for each line of the subject."""
        slips = list(in_title(blocks, self.manuscript.lines))
        self.blocks.tell("VB15", slips)
        lines = [block.children for block in self.seen_on_paper(blocks) if isinstance(block, Paragraph)]
        if slips:
            return None
        if len(lines) < 2 or len(lines) != len(blocks):
            message = "phần tieu_de cần tên loại văn bản, rồi trích yếu, mỗi dòng cách nhau một dòng trống"
            self.add("VB10", message, "ví dụ: BÁO CÁO, dòng trống, Kết quả …", token)
            return None
        return Title(lines[0], tuple(lines[1:]))

    def seen_on_paper(self, blocks: list[Block]) -> list[Block]:
        """*blocks*; those that are paragraphs without words, which would print an empty line, are reported (VB16)."""
        for block in blocks:
            if isinstance(block, Paragraph) and is_blank(block.children) and block.line not in self.blocks.faulty:
                here, hint = self.manuscript.position(block.line), "viết nội dung, hoặc bỏ đoạn này"
                self.problems.append(Problem(here, "VB16", "đoạn không có chữ", hint))
        return blocks

    def appendix(self, tokens: list[Token], token: Token) -> Appendix | None:
        """The appendix out of its container."""
        found = _APPENDIX.fullmatch(token.info)
        mentioned = set(self.blocks.inlines.mentioned)  # what an appendix says of itself mentions nothing
        blocks = self.seen_on_paper(self.blocks.read(tokens, numbered=False))
        self.blocks.inlines.mentioned = mentioned
        if not found:
            self.add("VB06", "phụ lục viết sai", "ví dụ: ::: phu_luc so_lieu hoặc ::: phu_luc so_lieu ngang", token)
            return None
        heads = [block for block in takewhile(lambda b: isinstance(b, Heading), blocks) if isinstance(block, Heading)]
        title = tuple(head.children for head in heads)
        rest = blocks[len(title) :]
        if not title or any(isinstance(block, Heading) for block in rest):
            self.add(
                "VB06", f"phụ lục {found['label']} cần tiêu đề ở đầu, và chỉ ở đầu", "ví dụ: # BẢNG TỔNG HỢP …", token
            )
            return None
        label = found["label"]
        if label in self.seen:
            self.add("VB06", f"hai phụ lục cùng tên {label}", "đặt tên khác cho một trong hai", token)
        self.seen.add(label)
        number = self.blocks.inlines.appendices[label]
        landscape = bool(found["landscape"]) and turned(tokens)
        caption = f"{number}. {' '.join(plain(line) for line in title)}"
        named = tuple(replace(b, caption=caption) if isinstance(b, Table) else b for b in rest)
        return Appendix(label, number, title, named, landscape, blocks[0].line)

    def check(self, body: list[Block], appendices: list[Appendix | None]) -> None:
        """What a complete document has behind its title: an end, and a mention of each appendix."""
        last = self.manuscript.position(len(self.manuscript.lines) - 1)
        if any(p.code == "VB06" for p in (*self.problems, *self.blocks.problems)):
            return  # a block that is not closed swallows the end and the mentions
        if not body or not _last_words(body[-1]).endswith(END):
            where = self.manuscript.position(body[-1].line) if body else last
            self.problems.append(
                Problem(where, "VB09", f"văn bản không kết thúc bằng “{END}”", f"viết {END} ở cuối câu cuối cùng")
            )
        for appendix in appendices:
            if appendix and appendix.label not in self.blocks.inlines.mentioned:
                message = f"phần nội dung không nhắc đến {appendix.number}"
                hint = (
                    f"viết “(chi tiết tại [](#{appendix.label}))” ở chỗ cần dẫn (NĐ 30/2020/NĐ-CP, Phụ lục I, III.1.a)"
                )
                self.problems.append(Problem(self.manuscript.position(appendix.line), "VB12", message, hint))

    def add(self, code: str, message: str, hint: str, token: Token) -> None:
        """Note a finding at *token*."""
        self.problems.append(Problem(self.manuscript.position(token.map[0] if token.map else 0), code, message, hint))


def _last_words(block: Block) -> str:
    """The words of the last paragraph in *block*; empty for a heading or a table."""
    if isinstance(block, Items):
        return _last_words(block.items[-1][-1]) if block.items[-1] else ""
    return plain(block.children) if isinstance(block, Paragraph) else ""
