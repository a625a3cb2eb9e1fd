r"""Bad files are patches of good ones. A text file is a case:

    what is wrong, in one sentence
    .
    data/2024Q1/bao_cao.yaml   the file that is edited
    -tin_bai: 159              what stands there, exactly once
    +tin_bai: 158              what is put in its place
    -phat_thanh: 1             without a + the line is taken away
    +all of it                 without a - it is the whole file
    xóa data/don_vi.yaml       or what else is done; see COMMANDS
    .
    what is told; nothing below the edits where the file is good
    .

A line that begins with ~ is a + line with escapes, for what cannot be typed or seen: ``\t``, ``\r``, ``\n``, ``\\``,
``\u00a0`` a character, ``\xb5`` a byte, ``\{40 Hương Mai }`` forty times, in which ``\#`` counts.
``make refresh`` writes what is told anew; read it as its reader would.
"""

import re
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

Command = Callable[..., None]
BREAK = "\n.\n"
KINDS = {"-": "old", "+": "new", "~": "new"}
LETTERS = {b"t": b"\t", b"r": b"\r", b"n": b"\n", b"\\": b"\\"}
ESCAPE = re.compile(rb"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([trn\\]))")
REPEATED = re.compile(r"\\\{(\d+) (.*?)\}")


@dataclass(frozen=True)
class Edit:
    """What stands in a file, None for all of it, and what is put in its place, both in bytes."""

    old: bytes | None
    new: bytes

    def of(self, before: bytes) -> bytes:
        """*before*, edited. The old text must be there, and once: a patch says where it applies."""
        if self.old is None:
            return self.new
        times = before.count(self.old)
        assert times == 1, f"{self.old.decode()!r} stands there {times} times"
        return before.replace(self.old, self.new)


@dataclass(frozen=True)
class Step:
    """A line without a sign, a path or a command, and the edits below it."""

    line: str
    edits: list[Edit] = field(default_factory=list)

    def of(self, before: bytes) -> bytes:
        """The file whose bytes were *before*, after all edits."""
        for edit in self.edits:
            before = edit.of(before)
        return before


@dataclass(frozen=True)
class Case:
    """What is done to good files, and what is told of them then: nothing where they are still good."""

    file: Path
    title: str
    steps: list[Step]
    expected: str

    def holds(self, now: str, *, refresh: bool) -> None:
        """Check that what is told *now* is what the case expects; with *refresh* make it so first."""
        if refresh:
            title, steps, *_ = sections(self.file)
            self.file.write_text(BREAK.join((title, steps, f"{now}.\n")), encoding="utf-8", newline="\n")
        assert now
        assert refresh or now == self.expected


def sections(file: Path) -> list[str]:
    """What stands between the lines with a point: the title, the steps, what is told."""
    *parts, rest = file.read_text(encoding="utf-8").split(BREAK)
    assert rest == "", f"{file.name} does not end with a point"
    assert len(parts) in (2, 3), f"{file.name} has {len(parts)} parts"
    return parts


def read(file: Path) -> Case:
    """The case that *file* is."""
    title, steps, *expected = sections(file)
    return Case(file, title, parsed(steps.split("\n")), "".join(f"{told}\n" for told in expected))


def cases(folder: Path) -> list[Case]:
    """All of them, by name."""
    return [read(file) for file in sorted(folder.glob("*.txt"))]


def parsed(lines: Iterable[str]) -> list[Step]:
    """The steps that *lines* are."""
    steps: list[Step] = []
    previous = ""
    for kind, group in groupby(lines, key=lambda line: KINDS.get(line[:1], "line")):
        texts = list(group)
        if kind == "line":
            steps += [Step(text) for text in texts]
        elif kind == "old":
            steps[-1].edits.append(Edit(b"\n".join(text[1:].encode() for text in texts) + b"\n", b""))
        else:
            old = steps[-1].edits.pop().old if previous == "old" else None
            steps[-1].edits.append(Edit(old and old[:-1], b"\n".join(map(meant, texts))))
        previous = kind
    return steps


def meant(line: str) -> bytes:
    """The bytes that a + or a ~ *line* puts in the file."""
    sign, text = line[0], line[1:]
    if sign == "+":
        return text.encode()
    return ESCAPE.sub(_escaped, REPEATED.sub(_repeated, text).encode())


def _repeated(found: re.Match[str]) -> str:
    return "".join(found[2].replace(r"\#", str(i + 1)) for i in range(int(found[1])))


def _escaped(found: re.Match[bytes]) -> bytes:
    byte, character, letter = found.groups()
    if byte:
        return bytes.fromhex(byte.decode())
    return chr(int(character, 16)).encode() if character else LETTERS[letter]


def follow(root: Path, steps: Iterable[Step], more: Mapping[str, Command] | None = None) -> None:
    """Do to the workspace *root* what *steps* say; *more* are commands that only the room of the case knows."""
    commands = {**COMMANDS, **(more or {})}
    for step in steps:
        name = next((name for name in commands if step.line.startswith(f"{name} ")), "")
        if name:
            commands[name](root, *step.line.removeprefix(name).split())
        else:
            file = root / step.line
            file.write_bytes(step.of(file.read_bytes()))


def remove(root: Path, path: str) -> None:
    """xóa a: without the file or the folder."""
    if (root / path).is_dir():
        shutil.rmtree(root / path)
    else:
        (root / path).unlink()


def copy(root: Path, source: str, target: str) -> None:
    """chép a b: one more file, or another in the place of b."""
    shutil.copyfile(root / source, root / target)


def rename(root: Path, source: str, target: str) -> None:
    """đổi tên a b."""
    (root / source).rename(root / target)


def make_folder(root: Path, path: str) -> None:
    """tạo thư mục a."""
    (root / path).mkdir()


def recode(root: Path, path: str, way: str) -> None:
    """ghi lại a CRLF: the same text as another program writes it; see WAYS, or any encoding of Python's."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    file.write_bytes(WAYS[way](text) if way in WAYS else text.encode(way))


def windows_1258(text: str) -> bytes:
    """The code page has the letters with a hat, a horn or a breve; most tones are marks of their own."""
    letters = []
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in marks[1:] if mark in TONES), "")
        bare = unicodedata.normalize("NFC", marks.replace(tone, "") if tone else marks)
        letters.append(letter.encode("cp1258", "ignore") or (bare + tone).encode("cp1258"))
    return b"".join(letters)


TONES = "\u0300\u0301\u0303\u0309\u0323"
TCVN3 = str.maketrans(
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    bytes.fromhex(
        "a1a2a3a4a5a6a7 a8a9aaabacadae b5b6b7b8b9 bbbcbdbec6 c7c8c9cacb cccecfd0d1 d2d3d4d5d6 d7d8dcddde dfe1e2e3e4"
        "e5e6e7e8e9 eaebecedee eff1f2f3f4 f5f6f7f8f9 fafbfcfdfe"
    ).decode("latin-1"),
)
"""TCVN 5712:1993, VN3: one byte a letter."""
WAYS: Mapping[str, Callable[[str], bytes]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "NFD": lambda text: unicodedata.normalize("NFD", text).encode(),
    "TCVN3": lambda text: text.translate(TCVN3).encode("latin-1"),
    "Windows-1258": windows_1258,
}
COMMANDS: Mapping[str, Command] = {
    "xóa": remove,
    "chép": copy,
    "đổi tên": rename,
    "tạo thư mục": make_folder,
    "ghi lại": recode,
}
