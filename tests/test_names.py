"""Names are compared as people read them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.names import closing_mark, fold, identifier, nearest, nfc, printable, title_key, without_marks


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Tự Lạn", "Tu Lan"), ("Đông Đô", "Dong Do"), ("Nếnh", "Nenh"), ("đặc khu", "dac khu"), ("abc 12", "abc 12")],
)
def test_letters_lose_their_marks_and_nothing_else(name: str, bare: str) -> None:
    assert without_marks(name) == bare


@pytest.mark.parametrize("title", ["Mô hình A", "MÔ HÌNH A.", "mo  hinh a;", "Mô hình A…"])
def test_a_title_is_the_same_with_and_without_a_mark_at_its_end(title: str) -> None:
    assert title_key(title) == "mo hinh a"


def test_a_name_typed_on_a_mac_is_the_same_name() -> None:
    decomposed = unicodedata.normalize("NFD", "Tự Lạn")
    assert decomposed != "Tự Lạn"
    assert nfc(decomposed) == "Tự Lạn"
    assert fold(decomposed) == fold("TỰ  lạn") == "tu lan"


@pytest.mark.parametrize(("name", "ma"), [("Hương Mai", "huong-mai"), ("Nếnh", "nenh"), ("Ea H'leo", "ea-h-leo")])
def test_an_identifier_is_the_name_in_ascii_with_hyphens(name: str, ma: str) -> None:
    assert identifier(name) == ma


def test_the_nearest_word_is_found_without_its_marks() -> None:
    assert nearest("Tu Lan", ["Thượng Lan", "Tự Lạn"]) == "Tự Lạn"
    assert nearest("ho_so.tiep_nhan.tog", ["ho_so.tra_lai", "ho_so.tiep_nhan.tong"]) == "ho_so.tiep_nhan.tong"
    assert nearest("xyz", ["ho_so", "thu"]) is None
    assert nearest("x", []) is None


@pytest.mark.parametrize(("text", "mark"), [("a.", "."), ("a;", ";"), ("a:", ":"), ("a...", ""), ("a”", ""), ("", "")])
def test_the_mark_at_the_end_of_a_text(text: str, mark: str) -> None:
    assert closing_mark(text) == mark


@given(st.text())
def test_folding_is_settled_after_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_what_a_terminal_would_obey_is_shown_as_a_mark() -> None:
    assert printable("a\x1b[31mb\r\x07\x9b\u202ec") == "a�[31mb����c"
    assert printable("Hương Mai\n\tđược") == "Hương Mai\n\tđược"
