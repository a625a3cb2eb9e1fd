"""What is required from some period on is asked of that one and later ones, and not of those before."""

from typing import Annotated

import pytest
from pydantic import Field

from cqtt.models.ban_ghi import BanGhi, Luong, Ton, TuKy
from cqtt.models.ky import Ky, doc_ky
from cqtt.source.required import required_from
from cqtt.source.source_file import SourceFile
from cqtt.source.yaml_reader import read


class Inner(BanGhi):
    """A block with an old count and a new one."""

    old: Ton = Field(title="Cũ")
    new: Annotated[Ton | None, TuKy("2025Q3")] = Field(default=None, title="Mới")


class Later(BanGhi):
    """A block of its own that is asked for later."""

    a: Luong = Field(title="A")
    b: Luong = Field(title="B")


class Whole(BanGhi):
    """A record."""

    inner: Inner = Field(title="Khối")
    later: Annotated[Later | None, TuKy("2025")] = Field(default=None, title="Khối mới")


def found(text: str, ma: str) -> list[tuple[str, int, str, str, str]]:
    source, ky = SourceFile("x.yaml", text), doc_ky(ma)
    assert isinstance(ky, Ky)
    given = read(text, "x.yaml", source.lines).value
    Whole.model_validate(given)
    return [(p.code, p.position.line, p.key, p.message, p.hint) for p in required_from(Whole, given, ky, source)]


BARE = "inner:\n  old: 1\n"
NEW = ("KHOA02", 1, "inner.new", 'thiếu khóa "new" (Mới)', "thêm dòng “new: …” vào khối này")
BLOCK = ("KHOA02", 1, "later", 'thiếu khối "later" (Khối mới)', "thêm vào tệp, sát lề trái: “later:” với a, b")


@pytest.mark.parametrize(
    ("ma", "told"),
    [("2024Q4", []), ("2025Q1", [BLOCK]), ("2025", [BLOCK]), ("2025Q3", [NEW, BLOCK]), ("2026-01", [NEW, BLOCK])],
)
def test_it_is_asked_from_its_period_on(ma: str, told: list[tuple[str, int, str, str, str]]) -> None:
    assert found(BARE, ma) == told


def test_nothing_is_missing_where_it_is_written() -> None:
    assert found("inner:\n  old: 1\n  new: 0\nlater:\n  a: 1\n  b: 2\n", "2025Q3") == []


def test_a_value_that_is_empty_is_not_filled_in() -> None:
    text = "inner:\n  old: 1\n  new:\nlater:\n  a: 1\n  b: 2\n"
    assert found(text, "2025Q3") == [("SO09", 3, "inner.new", "phải là số nguyên, đang là trống", "không có thì ghi 0")]
