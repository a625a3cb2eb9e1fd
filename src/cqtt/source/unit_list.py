"""The list of units that ``cqtt init`` is given: one a line, kind and name, with or without its statistical code.

phường Kinh Bắc
xã Đại Đồng;09163
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cqtt.filenames import is_device
from cqtt.models.don_vi import LOAI_CAP_XA, UnitEntry
from cqtt.names import identifier, nfc
from cqtt.problems import Position, Problem
from cqtt.source.text import decode, split_lines

IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
LONGEST = 60
_COMMENT = re.compile(r"(^|\s)#.*$")
_BETWEEN = re.compile(r"[;,\t]")
_CODE = re.compile(r"[0-9]{5}", re.ASCII)
_HINT = "viết như “phường Kinh Bắc” hoặc “phường Kinh Bắc;09163”; dòng không phải đơn vị thì đặt # ở đầu"


def read_units(raw: bytes, path: str) -> tuple[list[UnitEntry], list[Problem]]:
    """The units in *raw*, a text or CSV file, each with an identifier of its own; and what is wrong (DV01-DV03)."""
    text, problems = decode(raw, path)
    if problems:
        return [], problems
    units: list[tuple[str, str, str | None]] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(split_lines(nfc(text)), start=1):
        words = _COMMENT.sub("", line).strip()
        if not words.strip(";,\t "):
            continue
        here = Position(path, number, 1, line, len(line))
        unit = _unit(words, here)
        if isinstance(unit, Problem):
            problems.append(unit)
            continue
        problems.extend(_again(unit, seen, here))
        units.append(unit)
    if not units and not problems:
        problems.append(Problem(Position(path), "DV02", "danh sách không có đơn vị nào", _HINT))
    names = identifiers([(kind, name) for kind, name, _ in units])
    return [_made(ma, *unit) for ma, unit in zip(names, units, strict=True)], problems


def _made(ma: str, kind: str, name: str, code: str | None) -> UnitEntry:
    return UnitEntry.model_validate({"ma": ma, "ten": name, "loai": kind, "ma_gso": code})


def is_name(words: str) -> bool:
    """Whether *words* can be a place's name: one line that an identifier can be made of."""
    return words.isprintable() and len(words) <= LONGEST and IDENTIFIER.fullmatch(identifier(words)) is not None


def _unit(words: str, here: Position) -> tuple[str, str, str | None] | Problem:
    cells = [cell for part in _BETWEEN.split(words) if (cell := part.strip(' "'))]
    code = cells.pop() if len(cells) > 1 and cells[-1][:1].isdigit() else None
    if code is not None and not _CODE.fullmatch(code):
        hint = "mã Tổng cục Thống kê có năm chữ số, kể cả số 0 ở đầu: 07777"
        return Problem(here, "DV03", f"“{code}” không phải mã đơn vị", hint)
    parts = " ".join(cells).split()
    for kind in LOAI_CAP_XA:
        length = len(kind.split())
        name = " ".join(parts[length:])
        if " ".join(parts[:length]).casefold() == kind and is_name(name):
            return kind, name, code
    return Problem(here, "DV03", f"không hiểu dòng “{words}”: cần loại ({', '.join(LOAI_CAP_XA)}) rồi tên", _HINT)


def _again(unit: tuple[str, str, str | None], seen: dict[str, int], here: Position) -> Iterator[Problem]:
    """DV01: a unit or a code that stands on an earlier line already."""
    kind, name, code = unit
    for words in (f"{kind} {name}", f"mã {code}" if code else ""):
        first = seen.setdefault(words.casefold(), here.line) if words else here.line
        if first != here.line:
            yield Problem(
                here, "DV01", f"{words} đã có ở dòng {first}", f"giữ một trong hai: dòng {first} hoặc dòng này"
            )


def identifiers(units: Sequence[tuple[str, str]]) -> list[str]:
    """An identifier for each kind and name: of the name alone, where no other unit's is the same."""
    plain = [identifier(name) for _, name in units]
    times = Counter(plain)
    taken = {ma for ma in plain if times[ma] == 1 and not ma.isdigit() and not is_device(ma)}
    out = []
    for (kind, name), ma in zip(units, plain, strict=True):
        own = ma if ma in taken else _free(identifier(f"{kind} {name}"), taken)
        taken.add(own)
        out.append(own)
    return out


def _free(base: str, taken: set[str]) -> str:
    number, ma = 1, base
    while ma in taken:
        number += 1
        ma = f"{base}-{number}"
    return ma
