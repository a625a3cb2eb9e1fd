"""The fonts with the letter widths of Times New Roman: which of them this machine has, and what they lack.

Whether a font has a letter stands in its own ``cmap`` table (OpenType 1.9, cmap, format 4).
"""

import os
import re
import struct
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

LETTERS = "".join(
    letter
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
    if not (letter := unicodedata.normalize("NFC", vowel + tone)).isascii()
) + "đĐ"  # fmt: skip
"""The Vietnamese letters that English does not have."""

_IN_PDF = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_UNICODE, _WINDOWS_BMP, _SEGMENTS = 0, (3, 1), 4
_GLYPHS = 0x10000
"""Glyph numbers begin again after the last."""


class Family(Struct, frozen=True):
    """A font of four styles: its *name*, how a PDF calls it, and the file names of the styles, without spaces.

    The first style is the upright one, without which the font is not there.
    """

    name: str
    in_pdf: str
    styles: tuple[tuple[str, ...], ...]


FAMILIES = (
    Family(
        "Times New Roman",
        "TimesNewRomanPS",
        (
            ("times.ttf", "timesnewroman.ttf", "timesnewromanpsmt.ttf"),
            ("timesbd.ttf", "timesnewromanbold.ttf"),
            ("timesi.ttf", "timesnewromanitalic.ttf"),
            ("timesbi.ttf", "timesnewromanbolditalic.ttf"),
        ),
    ),
    *(
        Family(
            name,
            name.replace(" ", ""),
            tuple(
                (f"{name.replace(' ', '').lower()}-{style}.ttf",)
                for style in ("regular", "bold", "italic", "bolditalic")
            ),
        )
        for name in ("Liberation Serif", "Tinos")
    ),
)
"""In the order in which LibreOffice takes them for Times New Roman, even where a later one has more letters."""


def chosen() -> tuple[Family, str] | None:
    """The font that LibreOffice takes for Times New Roman here, and the Vietnamese letters that its styles lack.

    None where there is none of the right widths.
    """
    there: dict[str, list[Path]] = {}
    for folder in folders():
        for place, _, names in os.walk(folder):
            for name in names:
                there.setdefault(re.sub(r"[ _]", "", name.lower()), []).append(Path(place, name))
    for family in FAMILIES:
        styles = [[file for name in names for file in there.get(name, ())] for names in family.styles]
        if styles[0]:
            missing = {letter for files in styles if files for letter in min(map(lacking, files), key=len)}
            return family, "".join(letter for letter in LETTERS if letter in missing)
    return None


def folders() -> list[Path]:
    """Where this system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home))
        return [Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"), Path(local, "Microsoft", "Windows", "Fonts")]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts", home / ".local/share/fonts"]


def strange(pdf: bytes) -> list[str]:
    """The fonts of *pdf*, as it calls them, unless they are one, with the widths of Times New Roman.

    LibreOffice takes letters that the first font lacks from another one, and says nothing.
    """
    names = (found.decode("latin-1") for found in _IN_PDF.findall(pdf))
    fonts = sorted({name.partition("-")[0].removesuffix("MT") for name in names})
    return fonts if len(fonts) > 1 or (fonts and fonts[0] not in {family.in_pdf for family in FAMILIES}) else []


def lacking(file: Path) -> str:
    """The letters of ``LETTERS`` that the font *file* does not have: all of them where it cannot be read."""
    try:
        there = set(_letters(file.read_bytes()))
    except (OSError, struct.error):
        return LETTERS
    return "".join(letter for letter in LETTERS if letter not in there)


def _letters(font: bytes) -> Iterator[str]:
    """The letters of ``LETTERS`` for which *font* has shapes."""
    (tables,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sLLL", font, 12 + 16 * i) for i in range(tables))
    cmap = next((offset for tag, _, offset, _ in entries if tag == b"cmap"), len(font))
    (subtables,) = struct.unpack_from(">H", font, cmap + 2)
    for platform, encoding, offset in (struct.unpack_from(">HHL", font, cmap + 4 + 8 * i) for i in range(subtables)):
        (form,) = struct.unpack_from(">H", font, cmap + offset)
        if form == _SEGMENTS and (platform == _UNICODE or (platform, encoding) == _WINDOWS_BMP):
            yield from _in_segments(font, cmap + offset)


def _in_segments(font: bytes, start: int) -> Iterator[str]:
    """The same by the subtable at *start*: runs of characters, each with its glyphs by a shift or by a list."""
    (size,) = struct.unpack_from(">H", font, start + 6)
    lasts, firsts, deltas, lists = (start + 14, start + 16 + size, start + 16 + 2 * size, start + 16 + 3 * size)
    for i in range(0, size, 2):
        last, first, delta, shift = (struct.unpack_from(">H", font, x + i)[0] for x in (lasts, firsts, deltas, lists))
        for letter in LETTERS:
            glyph = code = ord(letter)
            if not first <= code <= last:
                continue
            if shift:
                (glyph,) = struct.unpack_from(">H", font, lists + i + shift + 2 * (code - first))
            if glyph and (glyph + delta) % _GLYPHS:  # glyph 0 is the box for what is missing
                yield letter
