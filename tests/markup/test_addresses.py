"""Addresses in running text are links, whoever printed them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.markup.addresses import linked
from cqtt.markup.nodes import Emphasis, Figure, Inlines, Link, Strong, Text
from cqtt.markup.parse import parse
from cqtt.markup.walk import plain
from tests.markup.cay import manuscript, unplaced


def link(address: str, target: str = "") -> Link:
    return Link((Text(address),), target or address)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("không có", (Text("không có"),)),
        ("http://dvc.vn", (link("http://dvc.vn"),)),
        ("Tại https://dvc.vn/a?b=1#c, xem", (Text("Tại "), link("https://dvc.vn/a?b=1#c"), Text(", xem"))),
        ("http://a.vn./.", (link("http://a.vn"), Text("./."))),
        ("http://a.vn/b/./.", (link("http://a.vn/b/"), Text("./."))),
        ("(http://a.vn/b)./.", (Text("("), link("http://a.vn/b"), Text(")./."))),
        ("http://a.vn/b_(c)", (link("http://a.vn/b_(c)"),)),
        ("“http://a.vn/b”", (Text("“"), link("http://a.vn/b"), Text("”"))),
        ("http://a.vn:8080/", (link("http://a.vn:8080/"),)),
        ("http://a.vn/thủ", (link("http://a.vn/thủ", "http://a.vn/th%E1%BB%A7"),)),
        ("http://a.vn; http://b.vn.", (link("http://a.vn"), Text("; "), link("http://b.vn"), Text("."))),
        ("http://a và http://.vn", (Text("http://a và http://.vn"),)),
        ("http:// và ftp://a.vn", (Text("http:// và ftp://a.vn"),)),
        ("xhttp://a.vn", (Text("xhttp://a.vn"),)),
    ],
)
def test_an_address_is_a_link_without_what_ends_the_sentence(text: str, expected: Inlines) -> None:
    assert linked((Text(text),)) == expected


def test_an_address_in_bold_or_italics_is_a_link_there_and_one_that_is_a_link_stays() -> None:
    text = Text("http://a.vn")
    children = (Strong((text,)), Emphasis((text,)), Link((text,), "http://b.vn"))
    there = Link((text,), "http://a.vn")
    assert linked(children) == (Strong((there,)), Emphasis((there,)), *children[2:])


def test_a_figure_that_is_an_address_stays_a_figure_inside_the_link_and_is_never_cut() -> None:
    address, name = Figure("http://a.vn", "don_vi.cong_dich_vu"), Figure("Mô hình http://a.vn", "sang_kien.ten")
    assert linked((address, name)) == (Link((address,), "http://a.vn"), name)


@given(
    st.lists(st.sampled_from(["http://", "https://a.vn", "/b", ".", "./.", ")", "(", " ", "ế", "?", ":8"])).map("".join)
)
def test_no_word_is_lost(text: str) -> None:
    assert plain(linked((Text(text),))) == text


@pytest.mark.parametrize("text", ["Tại {=http://a.vn}./.", "Tại http://a.vn./.", "Tại <http://a.vn>./."])
def test_an_address_from_the_data_is_a_link_like_a_typed_one(text: str) -> None:
    document, problems = parse(manuscript(f"::: tieu_de\nA\n\nB\n:::\n\n{text}"))
    assert problems == []
    assert document is not None
    assert unplaced(document.blocks[0].children) == (Text("Tại "), link("http://a.vn"), Text("./."))  # type: ignore[union-attr]
