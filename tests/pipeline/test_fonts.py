"""Which font of this machine stands for Times New Roman, what it lacks, and which fonts a PDF has."""

import struct
from pathlib import Path

import pytest

from cqtt.pipeline.fonts import FAMILIES, LETTERS, chosen, lacking, strange

TIMES, LIBERATION, TINOS = FAMILIES
LISTED = 0x1EA0
"""From here on the letters of ``font`` stand in a list of glyphs, below in runs with a shift."""


def font(letters: str, *, platform: tuple[int, int] = (3, 1), form: int = 4, without_shape: str = "") -> bytes:
    """A font file that has *letters*, as far as its cmap table tells; some of them *without_shape* (glyph 0)."""
    codes = sorted({ord(letter) for letter in letters})
    runs = [(code, code, 0 if chr(code) in without_shape else 7) for code in codes] + [(0xFFFF, 0xFFFF, 1)]
    count = len(runs)
    firsts, lasts = ([run[i] for run in runs] for i in (0, 1))
    deltas = [0 if first >= LISTED else (glyph - first) % 0x10000 for first, _, glyph in runs]
    listed = [glyph for first, _, glyph in runs if first >= LISTED]
    shifts, seen = [], 0
    for i, first in enumerate(firsts):
        shifts.append(2 * (count - i + seen) if first >= LISTED else 0)
        seen += first >= LISTED
    words = [form, 0, 0, 2 * count, 0, 0, 0, *lasts, 0, *firsts, *deltas, *shifts, *listed]
    subtable = b"".join(struct.pack(">H", word) for word in words)
    cmap = struct.pack(">HHHHL", 0, 1, *platform, 12) + subtable
    return struct.pack(">LHHHH", 0x10000, 1, 0, 0, 0) + struct.pack(">4sLLL", b"cmap", 0, 28, len(cmap)) + cmap


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one folder of fonts of a machine."""
    for name in ("HOME", "USERPROFILE", "WINDIR", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr("sys.platform", "win32")
    (tmp_path / "Fonts").mkdir()
    return tmp_path / "Fonts"


def test_the_134_letters_that_english_does_not_have() -> None:
    assert len(LETTERS) == len(set(LETTERS)) == 134
    assert set("ếưạơđẶỸ") <= set(LETTERS)


@pytest.mark.parametrize(
    ("data", "lacks"),
    [
        (font(LETTERS), ""),
        (font(LETTERS, platform=(0, 3)), ""),
        (font(LETTERS.replace("ế", "").replace("ư", "")), "ếư"),
        (font(LETTERS, without_shape="đế"), "ếđ"),
        (font(""), LETTERS),
        (font(LETTERS, platform=(1, 0)), LETTERS),
        (font(LETTERS, form=6), LETTERS),
        (font(LETTERS)[:500], LETTERS),
        (font(LETTERS).replace(b"cmap", b"glyf"), LETTERS),
        (b"", LETTERS),
    ],
)
def test_what_a_font_lacks_stands_in_its_own_table(tmp_path: Path, data: bytes, lacks: str) -> None:
    (tmp_path / "a.ttf").write_bytes(data)
    assert lacking(tmp_path / "a.ttf") == lacks


def test_a_font_that_is_not_there_lacks_all(tmp_path: Path) -> None:
    assert lacking(tmp_path / "a.ttf") == LETTERS


def test_the_first_font_of_the_right_widths_is_taken_even_where_another_has_more_letters(place: Path) -> None:
    assert chosen() is None
    (place / "Tinos-Regular.ttf").write_bytes(font(LETTERS))
    assert chosen() == (TINOS, "")
    (place / "LiberationSerif-Regular.ttf").write_bytes(font(LETTERS.replace("ế", "")))
    assert chosen() == (LIBERATION, "ế")
    (place / "Times New Roman.ttf").write_bytes(font(LETTERS))
    assert chosen() == (TIMES, "")


def test_every_style_that_is_there_needs_the_letters(place: Path) -> None:
    (place / "times.ttf").write_bytes(font(LETTERS))
    (place / "timesbi.ttf").write_bytes(font(LETTERS.replace("Ữ", "")))
    assert chosen() == (TIMES, "Ữ")


def test_of_two_versions_the_fuller_one_counts(place: Path) -> None:
    for folder, letters in (("a", ""), ("b", LETTERS)):
        (place / folder).mkdir()
        (place / folder / "LiberationSerif-Regular.ttf").write_bytes(font(letters))
    assert chosen() == (LIBERATION, "")


def named(*fonts: str) -> bytes:
    return b"%PDF-1.6\n" + b"".join(f"<</Type/Font/BaseFont/{name}/FirstChar 0>>\n".encode() for name in fonts)


@pytest.mark.parametrize(
    ("pdf", "told"),
    [
        (named("BAAAAA+LiberationSerif-Bold", "CAAAAA+LiberationSerif", "DAAAAA+LiberationSerif-BoldItalic"), []),
        (named("BAAAAA+TimesNewRomanPSMT", "CAAAAA+TimesNewRomanPS-BoldItalicMT"), []),
        (named("Tinos"), []),
        (named("BAAAAA+LiberationSerif", "CAAAAA+DejaVuSerif-Bold"), ["DejaVuSerif", "LiberationSerif"]),
        (named("BAAAAA+LiberationSerif", "CAAAAA+Tinos"), ["LiberationSerif", "Tinos"]),
        (named("BAAAAA+DejaVuSerif"), ["DejaVuSerif"]),
        (b"%PDF-1.6\n", []),
    ],
)
def test_a_pdf_of_other_or_of_several_fonts_is_strange(pdf: bytes, told: list[str]) -> None:
    assert strange(pdf) == told
