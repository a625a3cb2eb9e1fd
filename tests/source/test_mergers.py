"""Where units went; the sentences are in tests/source/sai/don-vi-nhap-vao-sai.txt."""

from cqtt.models.don_vi import UnitEntry
from cqtt.source.mergers import mergers
from cqtt.source.source_file import SourceFile


def unit(ma: str, to: str | None = None, den: str | None = None) -> UnitEntry:
    return UnitEntry.model_validate(
        {"ma": ma, "ten": ma, "loai": "xã", "nhap_vao": to, "tu_ngay": "01/02/2024", "den_ngay": den}
    )


def told(*units: UnitEntry) -> list[str]:
    return [problem.message for problem in mergers(units, SourceFile("x.yaml", "a: 1"), "don_vi")]


def test_a_chain_of_mergers_is_right() -> None:
    assert told(unit("a", "b"), unit("b", "c"), unit("c"), unit("c", None, "01/02/2024")) == []


def test_who_leads_into_a_circle_is_not_in_it() -> None:
    assert told(unit("x", "a"), unit("a", "b"), unit("b", "a")) == [
        "xã a nhập vòng tròn: a → b → a",
        "xã b nhập vòng tròn: b → a → b",
    ]


def test_nobody_is_merged_into_himself_or_ends_before_he_begins() -> None:
    assert told(unit("a", "a", "31/01/2024")) == [
        "xã a nhập vào chính nó",
        "xã a tồn tại đến 31/01/2024, trước ngày thành lập 01/02/2024",
    ]
