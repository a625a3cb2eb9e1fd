"""From block tokens to block nodes: headings, paragraphs, lists and tables, each with the line it began on."""

from collections.abc import Iterable, Iterator

from markdown_it.token import Token
from msgspec import Struct, field
from msgspec.structs import replace

from cqtt.manuscript import SLOT
from cqtt.markup.charts import OPENING, read_chart
from cqtt.markup.inlines import InlineReader
from cqtt.markup.lists import as_words, is_words, last_number
from cqtt.markup.nodes import Align, Block, Chart, Heading, Inlines, Items, Paragraph, Table
from cqtt.markup.slips import Slip, in_heading, in_marks, joined, line_of
from cqtt.markup.tables import align_of, insert_of, made
from cqtt.markup.walk import is_blank
from cqtt.problems import Problem, Severity

MAX_LEVEL = 3
MAX_DEPTH = 4
"""Lists inside lists; markdown-it would drop without a word what is nested deeper than it likes."""
MAX_NUMBERED = 2
"""Lists of numbers inside each other: khoản 1. and điểm a) (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6)."""
MAX_COLUMNS = 63
"""The most that Word can hold in one table."""


class BlockReader(Struct):
    """Reads block tokens; what is wrong is collected, and reading goes on."""

    inlines: InlineReader
    level: int = 0
    """The level of the last heading."""
    reached: int = 0
    """The number at which the last list here ended, so that the next one may go on from it."""
    inside: int = 0
    """How many lists of numbers are being read, one inside another."""
    faulty: set[int] = field(default_factory=set)
    """The lines of the paragraphs in which something is wrong."""
    _problems: list[Problem] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        """All findings so far, those inside paragraphs included."""
        return [*self._problems, *self.inlines.problems]

    def read(self, tokens: list[Token], *, numbered: bool = True) -> list[Block]:
        """The blocks of *tokens*. Headings that are *numbered* must not skip a level."""
        out: list[Block] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            end = end_of(tokens, at)
            inner = tokens[at + 1 : end]
            match token.type:
                case "heading_open":
                    out.append(self._heading(token, inner[0], numbered=numbered))
                case "paragraph_open":
                    out.append(self._paragraph(inner[0]))
                case "bullet_list_open" | "ordered_list_open":
                    out.extend(self._list(token, inner))
                case "table_open":
                    out.append(self._table(token, inner))
                case "container_bieu_do_open":
                    out.extend(self._chart(token, self.read(inner, numbered=False)))
                case kind if kind.startswith("container_"):
                    hint = "đóng khối hoặc danh sách ở trên trước; mỗi khối đóng bằng một dòng :::"
                    self._add("VB06", f"khối ::: {token.info.strip()} nằm trong khối khác", hint, token)
            at = end + 1
        return out

    def notes(self, tokens: list[Token]) -> Iterator[tuple[int, tuple[Inlines, ...]]]:
        """Each footnote's number and paragraphs. A note is read before the text, so a note inside a note is none."""
        at, rows = 0, self._note_rows() if tokens else {}
        while at < len(tokens):
            end = end_of(tokens, at)
            inner = [t for t in tokens[at + 1 : end] if t.type != "footnote_anchor"]
            blocks = self.read(inner, numbered=False)
            paragraphs = tuple(block.children for block in blocks if isinstance(block, Paragraph))
            if not any(paragraphs) and len(paragraphs) == len(blocks):
                start = f"[^{tokens[at].meta['label']}]:"
                here = self.inlines.manuscript.position(rows.get(start, 0), start)
                message, hint = f"chú thích {start[:-1]} không có nội dung", "viết nội dung ngay sau dấu hai chấm"
                self._problems.append(Problem(here, "VB01", message, hint))
            if len(paragraphs) != len(blocks):
                self._add(
                    "VB05", "chú thích chỉ được có đoạn văn", "bỏ bảng, danh sách, tiêu đề khỏi chú thích", inner[0]
                )
            yield int(tokens[at].meta["id"]), paragraphs
            at = end + 1

    def _note_rows(self) -> dict[str, int]:
        """The line of each footnote's text, by what it begins with: ``[^a]:``."""
        starts = enumerate(line.lstrip().partition("]:") for line in self.inlines.manuscript.lines)
        return {before + mark: row for row, (before, mark, _) in reversed([*starts]) if before.startswith("[^")}

    def _heading(self, token: Token, inline: Token, *, numbered: bool) -> Heading:
        level = int(token.tag[1:])
        if numbered and level > MAX_LEVEL:
            self._add(
                "VB02",
                f"tiêu đề cấp {level}: báo cáo chỉ có ba cấp (#, ##, ###)",
                "dùng đoạn văn hoặc danh sách",
                inline,
            )
        elif numbered and level > self.level + 1:
            message = f"tiêu đề nhảy từ cấp {self.level} xuống cấp {level}"
            self._add("VB02", message, f"dùng {'#' * (self.level + 1)} ở đây, hoặc thêm tiêu đề ở giữa", inline)
        if numbered:
            self.level = level
        self.reached = 0
        children = self.inlines.read(inline)
        line = line_of(inline)
        if is_blank(children):
            self._add("VB16", "tiêu đề không có chữ", "viết tên mục sau dấu #, hoặc bỏ dòng này", inline)
        typed = self.inlines.manuscript.lines[line]
        self.tell("VB15", in_heading(inline.content, typed, line, numbered=numbered))
        return Heading(level, children, line)

    def _paragraph(self, inline: Token) -> Paragraph:
        if OPENING.match(inline.content):
            self._add("VB06", "khối ::: bieu_do không đóng lại", "thêm một dòng ::: ở cuối khối", inline)
        elif inline.content.lstrip().startswith(":::"):
            hint = "chỉ có ::: tieu_de, ::: phu_luc và ::: bieu_do, mỗi khối đóng bằng một dòng :::"
            self._add("VB06", f"không hiểu “{SLOT.sub('…', inline.content.split(chr(10))[0])[:40]}”", hint, inline)
        elif inline.content.startswith("|"):
            hint = "dòng |---| dưới hàng đầu phải đủ số ô như hàng đầu"
            self._add("VB11", "bảng viết sai, dấu | sẽ in ra giấy", hint, inline)
        line, known = line_of(inline), len(self.inlines.problems)
        self.tell("VB17", joined(inline.content, line), Severity.WARNING)
        children = self.inlines.read(inline)
        if len(self.inlines.problems) > known:
            self.faulty.add(line)
        return Paragraph(children, line)

    def _list(self, token: Token, tokens: list[Token]) -> list[Block]:
        """The list that *token* opens, or its items' paragraphs, each with its typed number, where it is none."""
        ordered, inner = token.type == "ordered_list_open", token.level + 1
        opened = [at for at, part in enumerate(tokens) if part.type == "list_item_open" and part.level == inner]
        items = [(tokens[at], tokens[at + 1 : end_of(tokens, at)]) for at in opened]
        first, reached = items[0][0], self.reached
        self.reached = 0
        if ordered and is_words([mark.info for mark, _ in items], first.markup, reached):
            out = [b for mark, part in items for b in as_words(mark, self.read(part, numbered=False))]
            self.reached = reached
            return out
        start = reached + 1 if ordered and first.info != "1" else 1
        self.inside += ordered
        self._check_marks(token, items, start)
        made = Items(ordered, tuple(self._item(*item) for item in items), line_of(token), start)
        self.inside -= ordered
        self.reached = last_number(made) if ordered else reached
        return [replace(made, mark="+") if token.markup == "+" else made]

    def _check_marks(self, token: Token, items: list[tuple[Token, list[Token]]], start: int) -> None:
        """Lists too deep (VB05), and marks that would be printed otherwise than typed, or twice (VB15)."""
        ordered = token.type == "ordered_list_open"
        if token.level >= 2 * MAX_DEPTH:
            self._add("VB05", f"danh sách lồng nhau quá {MAX_DEPTH} cấp", "bớt cấp, hoặc tách đoạn", token)
        if ordered and self.inside > MAX_NUMBERED:
            self._add("VB05", "danh sách số chỉ có hai cấp: 1. rồi a)", "dùng dấu - hoặc +, hoặc tách đoạn", token)
        firsts = [(mark, part[1] if part and part[0].type.endswith("list_open") else None) for mark, part in items]
        self.tell("VB15", in_marks(firsts, start, ordered=ordered))

    def _item(self, mark: Token, tokens: list[Token]) -> tuple[Paragraph | Items, ...]:
        """What one item of a list is made of; reported are what may not stand in it (VB05), and an empty one (VB16)."""
        self.reached = 0
        blocks = self.read(tokens, numbered=False)
        for block in blocks:
            if isinstance(block, Heading | Table | Chart):
                here = self.inlines.manuscript.position(block.line)
                message = "mục của danh sách chỉ được có đoạn văn và danh sách con"
                self._problems.append(Problem(here, "VB05", message, "đưa bảng, biểu đồ, tiêu đề ra ngoài"))
        if not blocks or (isinstance(blocks[0], Paragraph) and is_blank(blocks[0].children)):
            self._add("VB16", "mục không có chữ", "viết nội dung ngay sau dấu hoặc số đầu mục, hoặc bỏ mục này", mark)
        return tuple(block for block in blocks if isinstance(block, Paragraph | Items))

    def _table(self, token: Token, tokens: list[Token]) -> Table:
        if insert := insert_of(token):
            self._check_width(len(insert.head), line_of(token))
            return made(insert, [self.inlines.read(cell) for cell in tokens], line_of(token))
        rows: list[list[Inlines]] = []
        align: list[Align] = []
        for part in tokens:
            if part.type == "tr_open":
                rows.append([])
                self._check_row(line_of(part), len(align))
            elif part.type == "th_open":
                align.append(align_of(part))
            elif part.type == "inline":
                rows[-1].append(self.inlines.read(part))
        head, *body = map(tuple, rows)
        return Table(tuple(align), head, tuple(body), line_of(token))

    def _chart(self, token: Token, blocks: list[Block]) -> Iterator[Chart]:
        """The chart that *token* opens around *blocks*; nothing, but findings (VB13), where it cannot be drawn."""
        _, _, title = token.info.strip().partition(" ")
        kind, _, words = title.strip().partition(" ")
        named = Token("inline", "", 0, map=token.map, children=[Token("text", "", 0, content=words)])
        chart, faults = read_chart(kind, self.inlines.read(named), blocks, line_of(token))
        for fault in faults:
            here = self.inlines.manuscript.position(fault.line, fault.needle)
            self._problems.append(Problem(here, "VB13", fault.message, fault.hint))
        if chart is not None:
            yield chart

    def _check_row(self, line: int, columns: int) -> None:
        """Markdown drops the cells that the head has no column for; here that is an error (VB11)."""
        text = self.inlines.manuscript.lines[line].strip().removeprefix("|").removesuffix("|")
        cells = text.count("|") - text.count("\\|") + 1
        if columns and cells != columns:
            message = f"hàng này có {cells} ô, đầu bảng có {columns} ô"
            hint = "mỗi hàng phải đủ số ô như hàng đầu; ô trống vẫn cần hai dấu |"
            self._problems.append(Problem(self.inlines.manuscript.position(line), "VB11", message, hint))
        elif not columns:
            self._check_width(cells, line)

    def _check_width(self, columns: int, line: int) -> None:
        if columns > MAX_COLUMNS:
            message = f"bảng có {columns} cột, Word chỉ giữ được {MAX_COLUMNS}"
            here = self.inlines.manuscript.position(line)
            self._problems.append(Problem(here, "VB11", message, "chia thành nhiều bảng"))

    def tell(self, code: str, slips: Iterable[Slip], severity: Severity = Severity.ERROR) -> None:
        """Note *slips* as findings of *code*."""
        for slip in slips:
            here = self.inlines.manuscript.position(slip.line, slip.needle)
            self._problems.append(Problem(here, code, slip.message, slip.hint, severity=severity))

    def _add(self, code: str, message: str, hint: str, token: Token) -> None:
        here = self.inlines.manuscript.position(line_of(token))
        self._problems.append(Problem(here, code, message, hint))


def end_of(tokens: list[Token], at: int) -> int:
    """The index of the token that closes the one at *at*; *at* itself where nothing is open."""
    if tokens[at].nesting != 1:
        return at
    depth = 0
    for i in range(at, len(tokens)):
        depth += tokens[i].nesting
        if depth == 0:
            return i
    return len(tokens) - 1
