"""Numbers that follow each other, and those that only seem not to: nested, quoted, by letters."""

from collections.abc import Callable

import pytest
from docx.document import Document

from cqtt.word.decree.lint import lint
from tests.word.decree.cac_loai import VanBan, heading, made

Parts = tuple[str | Callable[[Document], None], ...]
END = "Hết./."


def told(*body: str | Callable[[Document], None]) -> list[str]:
    document = VanBan(kind="BÁO CÁO", subject=("Quý I",), body=(*body, END))
    return [
        f"{p.key}: {p.message}; {p.hint.partition(' (')[0]}" for p in lint(made(document), "a.docx") if p.code == "TT35"
    ]


FINE: dict[str, Parts] = {
    "a list within a list": ("1. A;", "2. B:", "1. x;", "2. y;", "3. z;", "3. C."),
    "clauses below points": ("1. A:", "a) một:", "1. x;", "2. y;", "b) hai.", "2. B."),
    "each article anew": ("Điều 1. A", "1. x;", "2. y.", "Điều 2. B", "1. x;", "2. y."),
    "parts in words": (
        heading("Phần thứ nhất"),
        heading("I. A"),
        heading("II. B"),
        heading("Phần thứ hai"),
        heading("I. A"),
    ),
    "sections by letters": tuple(heading(f"{c}. PHẦN") for c in "ABCDEFGHI"),
    "sections by Vietnamese letters": tuple(heading(f"{c}. PHẦN") for c in "ABCDĐEGHI"),
    "sections below letters": (
        heading("A. A"),
        heading("I. A"),
        heading("II. B"),
        heading("B. B"),
        heading("I. A"),
        heading("C. C"),
    ),
    "a quotation": ("1. Sửa khoản 3:", "“3. Ba;", "4. Bốn.", "5. Năm.”", "2. Bãi bỏ khoản 7."),
    "a quotation in straight marks": ("1. Sửa:", '"3. Ba', '4. Bốn"', "2. Bỏ."),
    "a quoted section": ("1. Sửa:", "“V. Năm", "VI. Sáu”", "2. Bỏ."),
    "initials": (heading("I. A"), "V. I. Lênin đã nói.", "C. Mác đã viết.", heading("II. B")),
    "thousands": (heading("I. A"), "12. 500 hồ sơ đã giải quyết."),
}


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in FINE.items()])
def test_numbers_that_are_in_order(body: Parts) -> None:
    assert told(*body) == []


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        (("1. A.", "3. C."), "Khoản: đánh số 3.; số tiếp theo là 2., theo đúng thứ tự"),
        (("1. A.", "2. B.", "2. C."), "Khoản: đánh số 2.; số tiếp theo là 3., theo đúng thứ tự"),
        ((heading("I. A"), heading("III. C")), "Mục: đánh số III.; số tiếp theo là II., theo đúng thứ tự"),
        (("I. A", "1. x", "2. y", "II. B", "3. z"), "Khoản: đánh số 3.; số tiếp theo là 1., theo đúng thứ tự"),
        (("1. A:", "a) x;", "2. B:", "b) y."), "Điểm: đánh số b); số tiếp theo là a), theo đúng thứ tự"),
        (("1. A:", "1. x;", "2. y;", "4. z."), "Khoản: đánh số 4.; số tiếp theo là 3., theo đúng thứ tự"),
        (("1. “Mở mà không đóng.", "3. C."), "Khoản: đánh số 3.; số tiếp theo là 2., theo đúng thứ tự"),
        (("1. A:", "w) x."), "Điểm: đánh số w); số tiếp theo là a), theo đúng thứ tự"),
    ],
)
def test_numbers_that_are_not(body: Parts, finding: str) -> None:
    assert told(*body) == [finding]


def test_after_the_last_letter_there_is_none() -> None:
    points = [f"{letter}) x;" for letter in "abcdđeghiklmnopqrstuvxy"]
    assert told("1. A:", *points, "z) x.") == [
        "Điểm: đánh số z); số tiếp theo là điểm đã hết chữ cái, theo đúng thứ tự"
    ]
