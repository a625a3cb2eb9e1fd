"""Small templates, filled and read: what the tests of filling share."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cqtt import reporter
from cqtt.manuscript import Insert, Manuscript, slot
from cqtt.markup.data_rows import DataRows
from cqtt.markup.nodes import Document, Figure
from cqtt.markup.parse import parse
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu, Unit
from cqtt.models.tong_hop import TongHop
from cqtt.models.vien_dan import VanBanVienDan
from cqtt.pipeline.compose import Composed, compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from cqtt.problems import Locator, Problem
from cqtt.template.citations import Cited
from cqtt.template.fill import fill
from cqtt.template.filters import Printer
from cqtt.template.values import Number
from tests.markup.cay import tree

ROOT = Path(__file__).parents[2]
QUY_I = Ky(2024, 1, 3)
PROSE = "data/2024Q1/bao_cao.yaml"
TEMPLATE = "templates/bao_cao.docx.j2"
REAL = (ROOT / TEMPLATE).read_text(encoding="utf-8")
ABOVE = "::: tieu_de\nBÁO CÁO\n\nKết quả\n:::\n\n"
BELOW = "\n\nHết./.\n"
FIRST = ABOVE.count("\n") + 1
"""The line of the template on which a body in its frame begins."""
NENH, TU_LAN, HUONG_MAI = (
    Unit("nenh", "Nếnh", "phường"),
    Unit("tu-lan", "Tự Lạn", "phường"),
    Unit("huong-mai", "Hương Mai", "xã"),
)
CITED = Cited(
    VanBanVienDan(
        ma="ke_hoach_127",
        loai="Kế hoạch",
        so=127,
        ky_hieu="KH-UBND",
        ngay="29/3/2024",
        co_quan="UBND thị xã",
        trich_yeu="về nâng cao chất lượng",
    )
)
RATE, MONEY = DonViTinh.PHAN_TRAM, DonViTinh.DONG


def framed(body: str) -> str:
    """*body* as a whole template: with a title above and an end below."""
    return f"{ABOVE}{body}{BELOW}"


def filled(tong_hop: TongHop, nguon: Locator, body: str) -> Manuscript:
    """The manuscript of *body* in its frame; there must be nothing wrong in it."""
    manuscript, problems = fill(tong_hop, nguon, framed(body), TEMPLATE)
    assert reporter.text(problems) == ""
    assert manuscript is not None
    return manuscript


def printed(tong_hop: TongHop, nguon: Locator, body: str) -> str:
    """The words that *body* becomes on paper, markup still in them."""
    return filled(tong_hop, nguon, body).readable().removeprefix(ABOVE).removesuffix(BELOW)


def composed(tong_hop: TongHop, nguon: Locator, template: str) -> tuple[Document | None, list[Problem]]:
    """The document that a whole *template* becomes, and what is wrong."""
    manuscript, problems = fill(tong_hop, nguon, template, TEMPLATE)
    return (None, problems) if manuscript is None else parse(manuscript)


def built(root: Path) -> Composed:
    """What ``cqtt build`` makes of the workspace *root*."""
    return compose(gather(Reader(root), QUY_I), root)


def figures(node: object) -> Iterator[Figure]:
    """Every figure in *node*, in reading order, notes and appendices included."""
    if isinstance(node, Figure):
        yield node
    elif isinstance(node, tuple | DataRows):
        for part in node:
            yield from figures(part)
    elif isinstance(node, Struct):
        for name in node.__struct_fields__:
            yield from figures(getattr(node, name))


def blocks(tong_hop: TongHop, nguon: Locator, body: str) -> str:
    """The tree of *body* without the line numbers and without its frame."""
    document, problems = composed(tong_hop, nguon, framed(body))
    assert reporter.text(problems) == ""
    assert document is not None
    lines = tree(replace(document, blocks=document.blocks[:-1])).splitlines()[1:]
    return "\n".join(_without_number(line) for line in lines)


def _without_number(line: str) -> str:
    bare = line.lstrip(" -")
    number, _, rest = bare.partition(" ")
    return line[: len(line) - len(bare)] + (rest if number.isdigit() else bare)


def told(tong_hop: TongHop, nguon: Locator, body: str) -> str:
    """All findings of *body* in its frame."""
    return reporter.text(composed(tong_hop, nguon, framed(body))[1])


def figure(value: int | Decimal | None, unit: DonViTinh = DonViTinh.SO, path: str = "x.y") -> SoLieu:
    """A figure made for a test."""
    return SoLieu(path, "Tên", Loai.LUONG, value, unit)


def number(value: int | str | None, unit: DonViTinh = DonViTinh.SO) -> Number:
    """The same as a template sees it; a str is an exact decimal."""
    return Number(figure(Decimal(value) if isinstance(value, str) else value, unit))


def units(*names: Unit) -> Number:
    """A figure that counts the communes *names*."""
    return Number(replace(figure(len(names)), don_vi=names))


def put(name: str, value: object, *more: object) -> Insert:
    """What the filter *name* puts in for *value*."""
    printer = Printer()
    printed = printer.filters()[name](value, *more)
    assert printed in (slot(0), f"{slot(0)}.")
    (insert,) = printer.inserts
    assert isinstance(insert, Insert)
    return insert


def lines_of(manuscript: Manuscript) -> Iterator[tuple[str, str, int]]:
    """Each line with the file and the line that it came from."""
    for line, origin in zip(manuscript.lines, manuscript.origins, strict=True):
        yield line, origin.path, origin.line
