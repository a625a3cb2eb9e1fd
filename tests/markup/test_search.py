"""What stands on paper is found, however people type it; what is near it is not taken for it."""

from decimal import Decimal

import pytest

from cqtt.markup.nodes import Align, Document, Figure, Paragraph, Table, Text, Title
from cqtt.markup.occurrences import occurrences
from cqtt.markup.search import Place, number_in, places, search, words

ROW = ((Text("Nếnh"),), (Figure("5.323", "table"),), (Figure("–", "absent"),))
PAPER = Document(
    Title((), ()),
    (
        Paragraph((Text("Nhận "), Figure("5.323", "received"), Text(" hồ sơ, đạt "), Figure("98,7%", "rate")), 0),
        Paragraph((Text("Có "), Figure("14", "some"), Text("/"), Figure("17", "all"), Text(" xã, phường.")), 0),
        Paragraph((Text("Phát "), Figure("05", "padded"), Text(" lần, in "), Figure("5", "bare"), Text(" bản.")), 0),
        Paragraph((Figure("giảm 2,1 điểm phần trăm so với quý trước", "points"),), 0),
        Paragraph((Text("và "), Figure("tăng 68 hồ sơ so với quý trước", "more"), Text("; "), Figure("68", "same")), 0),
        Paragraph((Figure("17 tỷ đồng", "money"), Text(", "), Figure("250,5 triệu đồng", "less")), 0),
        Paragraph((Figure("trên 96%", "claim"), Text(", "), Figure("100%", "whole"), Text(", 100%")), 0),
        Paragraph((Figure("100,0%", "rounded"), Text(" và "), Figure("Nếnh, Tự Lạn", "names")), 0),
        Table((Align.LEFT, Align.RIGHT, Align.RIGHT), ROW, (), 0),
    ),
    (),
)


@pytest.fixture(scope="module")
def paper() -> list[Place]:
    return list(places(occurrences(PAPER)))


def first(asked: str, paper: list[Place]) -> list[str]:
    return [found.path for found in next(search(asked, paper), [])]


@pytest.mark.parametrize(
    ("asked", "paths"),
    [
        ("5.323", ["received", "table"]),
        ("5323", ["received", "table"]),
        ("5,323", ["received", "table"]),
        ("5.323 hồ sơ", ["received"]),
        ("5323 HỒ SƠ", ["received"]),
        ("nhận 5323", ["received"]),
        ("98,7%", ["rate"]),
        ("98.7%", ["rate"]),
        ("98,7 %", ["rate"]),
        ("98,7 phần trăm", ["rate"]),
        ("“98,7%”", ["rate"]),
        ("14/17 xã, phường", ["some", "all"]),
        ("14/17", ["some", "all"]),
        ("17 xã, phường", ["all"]),
        ("17 xã phường", ["all"]),
        ("17 xa, phuong", ["all"]),
        ("05", ["padded"]),
        ("5", ["padded", "bare"]),
        ("5 bản", ["bare"]),
        ("05 bản", ["bare"]),
        ("2,1 điểm phần trăm", ["points"]),
        ("2.1 điểm %", ["points"]),
        ("-2,1 điểm phần trăm", ["points"]),
        ("giảm 2,1 điểm phần trăm", ["points"]),
        ("Giam 2,1 diem phan tram so voi quy truoc", ["points"]),
        ("68", ["same"]),
        ("68 hồ sơ", ["more"]),
        ("tăng 68", ["more"]),
        ("17 tỷ đồng", ["money"]),
        ("17 tỷ", ["money"]),
        ("17.000.000.000 đồng", ["money"]),
        ("17000000000", ["money"]),
        ("250.500.000 đồng", ["less"]),
        ("17", ["all"]),
        ("trên 96%", ["claim"]),
        ("96%", ["claim"]),
        ("100%", ["whole"]),
        ("100,0%", ["rounded"]),
        ("100", ["whole"]),
        ("–", ["absent"]),
        ("Nếnh, Tự Lạn", ["names"]),
        ("quý trước", []),
        ("68 xã", []),
        ("323", []),
        ("5.32", []),
        ("1.2.3", []),
        ("ho_so", []),
        ("", []),
        (" . ", []),
    ],
)
def test_what_is_typed_finds_what_is_printed(asked: str, paths: list[str], paper: list[Place]) -> None:
    assert first(asked, paper) == paths


def test_what_is_less_likely_comes_behind(paper: list[Place]) -> None:
    kinds = [[found.path for found in kind] for kind in search("100%", paper)]
    assert kinds[0] == ["whole"]
    assert "rounded" in kinds[-1]


def test_a_number_with_its_scale_is_one_word() -> None:
    assert [(word.text, word.value) for word in words("17,25 tỷ đồng và 1.234,5 của 1.2.3")] == [
        ("17,25", 17_250_000_000),
        ("đồng", None),
        ("và", None),
        ("1.234,5", Decimal("1234.5")),
        ("của", None),
        ("1.2.3", None),
    ]


def test_the_number_is_taken_out_of_what_was_asked() -> None:
    assert [number_in(asked) for asked in ("5323 cái", "đạt 98.7 % rồi", "không")] == ["5323", "98.7 %", ""]
