"""Redlines: all taken the new text, all refused the old one, to the letter, and as Word's schema wants it."""

import io
import random
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]

from cqtt.fingerprint import is_ours
from cqtt.verify.redline.document import redlined
from cqtt.word.write import write
from cqtt.word.xml import Element, w
from tests.verify.sua import (
    DOCUMENT,
    NOTES,
    Edit,
    edited,
    insert,
    join,
    move,
    quarter,
    refused,
    remove,
    reword,
    say,
    split,
    taken,
    track,
    track_remove,
    words,
)
from tests.word import mau

WORDS = ["một", "hai", "ba", "Bốn", "“năm”", "6,5%"]


def report() -> bytes:
    return write(mau.every_node())


def row_gone(tree: Element) -> None:
    row = list(tree.iter(w("tr")))[-2]
    row.getparent().remove(row)


def row_more(tree: Element) -> None:
    row = list(tree.iter(w("tr")))[-1]
    copy = deepcopy(row)
    for p in copy.iter(w("p")):
        say(p, "Ô mới")
    row.addnext(copy)


def note_gone(tree: Element) -> None:
    run = next(tree.iter(w("footnoteReference"))).getparent()
    run.getparent().remove(run)


CASES: list[tuple[str, Edit]] = [
    ("case", reword("Nhân dân", "nhân dân")),
    ("quotes", reword("“Chính quyền thân thiện” là một", '"Chính quyền thân thiện" là một')),
    ("a figure", reword("5.007", "5.051")),
    ("a paragraph gone", remove("Chỉ đạo, xây dựng hình ảnh")),
    ("a paragraph more", insert("Các ngày lễ lớn", "Một đoạn mới.")),
    ("a paragraph moved", move("Lắp đặt hòm thư góp ý", "Các đơn vị đã triển khai nhiều")),
    ("one divided", split("Bố trí phòng làm việc", "bố trí trang thiết bị")),
    ("two joined", join("Xây dựng lắp đặt mới")),
    ("a heading", reword("CÁCH LÀM HAY", "CÁCH LÀM MỚI")),
    ("a recipient", reword("Phòng Nội vụ", "Phòng Tư pháp")),
    ("a row gone", row_gone),
    ("a row more", row_more),
    ("a note gone", note_gone),
    ("a tracked change", track("Chỉ đạo thực hiện nghiêm việc số hóa", "nghiêm việc", "nghiêm túc việc", "Lê B")),
    ("a tracked deletion", track_remove("Các ngày lễ lớn", "Lê B")),
]


@pytest.mark.parametrize("edit", [pytest.param(edit, id=name) for name, edit in CASES])
def test_a_redline_says_both_texts_and_is_sound(edit: Edit, tmp_path: Path) -> None:
    old = quarter().report
    new = edited(old, edit)
    made = redlined(old, new)
    assert refused(made) == taken(old)
    assert taken(made) == taken(new)
    path = tmp_path / "sua.docx"
    path.write_bytes(made)
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path).errors == []


def test_a_footnote_is_revised_inside() -> None:
    old = quarter().report
    new = edited(old, reword("bên ngoài", "phía ngoài"), part=NOTES)
    made = redlined(old, new)
    assert (refused(made), taken(made)) == (taken(old), taken(new))


def test_of_two_files_alike_a_redline_has_no_changes() -> None:
    made = redlined(quarter().report, quarter().report)
    assert taken(made) == refused(made) == taken(quarter().report)
    assert is_ours(made)


def test_the_author_of_a_tracked_change_is_kept() -> None:
    new = edited(quarter().report, track("Chỉ đạo thực hiện nghiêm việc", "nghiêm", "rất nghiêm", "Lê Thị B"))
    with zipfile.ZipFile(io.BytesIO(redlined(quarter().report, new))) as archive:
        assert 'w:author="Lê Thị B"' in archive.read(DOCUMENT).decode()


OPERATIONS: dict[str, Callable[[random.Random, list[Element]], None]] = {}


def operation(function: Callable[[random.Random, list[Element]], None]) -> None:
    OPERATIONS[function.__name__] = function


@operation
def word(chance: random.Random, paragraphs: list[Element]) -> None:
    p = chance.choice(paragraphs)
    said = words(p).split(" ")
    said[chance.randrange(len(said))] = chance.choice(WORDS)
    say(p, " ".join(said))


@operation
def drop(chance: random.Random, paragraphs: list[Element]) -> None:
    p = chance.choice(paragraphs)
    if p.find(f"{w('pPr')}/{w('sectPr')}") is None and p.getparent().tag == w("body"):
        p.getparent().remove(p)


@operation
def shift(chance: random.Random, paragraphs: list[Element]) -> None:
    one, other = chance.choice(paragraphs), chance.choice(paragraphs)
    if one is not other and one.getparent().tag == other.getparent().tag == w("body"):
        other.addprevious(one)


@operation
def more(chance: random.Random, paragraphs: list[Element]) -> None:
    p = chance.choice(paragraphs)
    copy = p.makeelement(w("p"))
    say(copy, " ".join(chance.choices(WORDS, k=chance.randrange(1, 9))))
    p.addnext(copy)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(sorted(OPERATIONS)), min_size=1, max_size=6), st.integers(0, 10**6))
def test_all_taken_it_is_the_new_text_all_refused_the_old_one(operations: list[str], seed: int) -> None:
    chance = random.Random(seed)

    def edit(tree: Element) -> None:
        for name in operations:
            OPERATIONS[name](chance, [p for p in tree.iter(w("p")) if words(p).strip()])

    old = report()
    new = edited(old, edit)
    made = redlined(old, new)
    assert refused(made) == taken(old)
    assert taken(made) == taken(new)
