"""The report as a template for the peers: the same prose, with their own marks where a figure stands.

What is a figure of a row becomes an expression over the commune's record, so one row serves every commune.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import docx

from benchmarks import node_templates
from cqtt.markup.nodes import (
    Block,
    Figure,
    Heading,
    Inlines,
    Items,
    LineBreak,
    Paragraph,
    Report,
    Row,
    Strong,
    Table,
    Text,
)
from cqtt.markup.walk import figures_in, notes_in, plain
from cqtt.models.ky import Ky
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader

PERIOD = Ky(2024, 1, 3)
_COMMUNE = re.compile(r"xa_phuong\.[^.]+\.(?P<path>.+)")
_FOR, _END = "for x in rows", "endfor"


def write(workspace: Path, docx_file: Path, markdown_file: Path, *node_files: Path) -> None:
    """The templates of *workspace*'s report: for docxtpl, as Markdown for pandoc, for docxtemplater and Carbone."""
    gathered = gather(Reader(workspace), PERIOD)
    report = compose(gathered, workspace).report
    assert report is not None
    assert gathered.tong_hop is not None
    figures = {path: figure.don_vi is not None for path, figure in gathered.tong_hop.so_lieu.items()}
    Template(figures).write(report, docx_file, markdown_file)
    if node_files:
        node_templates.write(docx_file, *node_files)


class Template:
    """Writes both templates; *figures* are the paths that the peers compute, with whether it counts units."""

    def __init__(self, figures: dict[str, bool]) -> None:
        self.figures = figures
        self.markdown: list[str] = []
        self.document = docx.Document()

    def write(self, report: Report, docx_file: Path, markdown_file: Path) -> None:
        """*report* as both templates."""
        frame, document = report.frame, report.document
        words = [*frame.issuer, frame.number, frame.place_and_date, plain(document.title.kind)]
        self.lines([*words, *map(self.words, document.title.subject)])
        self.blocks(document.blocks)
        self.lines([*frame.capacity, frame.signer, *frame.recipients])
        for appendix in document.appendices:
            self.lines([appendix.number, *map(self.words, appendix.title)])
            self.blocks(appendix.blocks)
        self.document.save(str(docx_file))
        markdown_file.write_text("\n".join(self.markdown), encoding="utf-8")

    def lines(self, lines: list[str], style: str = "Normal", mark: str = "") -> None:
        """Each of *lines* as a paragraph."""
        for line in lines:
            self.document.add_paragraph(line, style)
            self.markdown += [mark + line, ""]

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """*blocks*, footnotes behind their paragraph."""
        for block in blocks:
            match block:
                case Table():
                    self.table(block)
                case Items(_, items, _, _):
                    for item in items:
                        texts = [self.words(part.children) for part in item if isinstance(part, Paragraph)]
                        self.lines(texts[:1], "List Number", "1. ")
                        self.lines(texts[1:], mark="   ")
                case Heading(level, children, _):
                    self.lines([self.words(children)], f"Heading {level}", "#" * level + " ")
                case Paragraph(children, _):
                    self.lines([self.words(children)])
                    self.lines([self.words(p) for note in notes_in(children) for p in note.paragraphs])

    def table(self, table: Table) -> None:
        """One row for all communes, then the rows of sums."""
        sums = [row for row in table.body if not any(map(_of_commune, row))]
        head = [plain(cell) for cell in table.head]
        rows = [list(self.row(table.body[0])), *([self.words(cell) for cell in row] for row in sums)]
        grid = self.document.add_table(0, len(head), "Table Grid")
        for words in (head, [f"{{%tr {_FOR} %}}"], rows[0], [f"{{%tr {_END} %}}"], *rows[1:]):
            for cell, text in zip(grid.add_row().cells, words, strict=False):
                cell.text = text
        self.markdown += [_piped(head), _piped(["---"] * len(head)), f"{{% {_FOR} %}}"]
        self.markdown += [_piped(rows[0]), f"{{% {_END} %}}", *map(_piped, rows[1:]), ""]

    def row(self, row: Row) -> Iterator[str]:
        """The expressions of a commune's row."""
        for number, cell in enumerate(row):
            found = next(filter(None, map(_COMMUNE.match, (f.path for f in figures_in(cell)))), None)
            if number < 2:
                yield ("{{ x.tt }}", "{{ x.ten }}")[number]
            elif found is None:
                yield "{{ x.gan_sao }}"
            else:
                yield "{{ x.ty_le }}" if "ty_le" in found["path"] else f"{{{{ x.so_lieu.{found['path']} | so }}}}"

    def words(self, children: Inlines) -> str:
        """*children* with an expression for each figure."""
        out = ""
        for node in children:
            match node:
                case Figure(text, path) if path in self.figures and (self.figures[path] or _in_digits(text)):
                    kind = "so_lieu" if _in_digits(text) else "don_vi"
                    out += f'{{{{ {kind}["{path}"] }}}}'
                case Text(text) | Figure(text, _):
                    out += text
                case Strong(inner):
                    out += self.words(inner)
                case LineBreak():
                    out += " "
                case _:
                    out += plain((node,))
        return out


def _in_digits(text: str) -> bool:
    return text[:1].isdigit() or text[:1] == "–"


def _of_commune(cell: Inlines) -> bool:
    return any(_COMMUNE.match(figure.path) for figure in figures_in(cell))


def _piped(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    write(*map(Path, sys.argv[1:]))
