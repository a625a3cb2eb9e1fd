"""The list of units that ``cqtt init`` is given: as text, as CSV, or as the rows of a sheet.

phường Kinh Bắc
xã Đại Đồng;09163
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from cqtt.filenames import is_device
from cqtt.models.don_vi import UnitEntry
from cqtt.names import identifier, nfc
from cqtt.problems import Position, Problem, Severity
from cqtt.source.text import FORBIDDEN, decode, split_lines
from cqtt.source.unit_lines import Listed, read_row

NAMED = 10
"""Lines that a finding names."""
_COMMENT = re.compile(r"(^|\s)#.*$")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HINT = "viết như “phường Kinh Bắc” hoặc “phường Kinh Bắc;09163”; dòng không phải đơn vị thì đặt # ở đầu"


def read_units(raw: bytes, path: str) -> tuple[list[UnitEntry], list[Problem]]:
    """The units in *raw*, a text or CSV file, each with an identifier of its own; and what is wrong (DV01-DV03).

    A notice names the lines that are none, like headings.
    """
    if raw.startswith(_UTF_16):  # as Excel writes text
        raw = raw.decode("utf-16", "replace").encode()
    with suppress(UnicodeDecodeError):  # which decode tells
        raw = FORBIDDEN.sub("", raw.decode()).encode()
    text, problems = decode(raw, path)
    if problems:
        return [], problems
    lines = split_lines(nfc(text))
    return read_rows(
        [(number, _cells(_COMMENT.sub("", line)), line) for number, line in enumerate(lines, start=1)], path
    )


def read_rows(rows: Iterable[tuple[int, list[str], str]], path: str) -> tuple[list[UnitEntry], list[Problem]]:
    """The units in *rows*, each a number, its cells and what is shown of it; as ``read_units`` has it."""
    units: list[tuple[Listed, Position]] = []
    unclear: list[Position] = []
    odd: list[tuple[str, Position]] = []
    skipped: list[int] = []
    group = ""
    for number, cells, line in rows:
        if not any(cell.strip() for cell in cells):
            continue
        here, row = Position(path, number, 1, line, max(1, len(line))), read_row(cells, group)
        if row.odd:
            odd.append((row.odd, here))
        if row.code and units and units[-1][0].code is None:
            units[-1] = units[-1][0]._replace(code=row.code), units[-1][1]
        elif row.units:
            units.extend((unit, here) for unit in row.units)
        elif row.skipped or row.group or (row.heading and not units):
            group = row.group or group
            skipped.append(number)
        else:
            unclear.append(here)
    problems = [*_again(units), *_odd_codes(odd), *_unclear(unclear), *_skipped(skipped, path)]
    if not units and not unclear:
        problems.append(Problem(Position(path), "DV02", "danh sách không có đơn vị nào", _HINT))
    names = identifiers([(unit.kind, unit.name) for unit, _ in units])
    return [_made(ma, unit) for ma, (unit, _) in zip(names, units, strict=True)], problems


def _cells(line: str) -> list[str]:
    """The cells of *line*: between tabs or semicolons where there are some inside it, or else between commas."""
    inside = line.strip().rstrip("; ")
    mark = next((mark for mark in "\t;" if mark in inside), ",")
    return next(csv.reader([line], delimiter=mark), [])


def _made(ma: str, unit: Listed) -> UnitEntry:
    return UnitEntry.model_validate({"ma": ma, "ten": unit.name, "loai": unit.kind, "ma_gso": unit.code})


def _unclear(lines: Sequence[Position]) -> Iterator[Problem]:
    """DV03, once for all *lines* that could not be read."""
    if not lines:
        return
    shown = " ".join(lines[0].text.split())
    message = f"không hiểu dòng “{shown}”: cần loại (xã, phường, thị trấn, đặc khu) rồi tên"
    if len(lines) > 1:
        message = (
            f"không hiểu {len(lines)} dòng ({_numbers([line.line for line in lines])}), như dòng này: cần loại rồi tên"
        )
    yield Problem(lines[0], "DV03", message, _HINT)


def _odd_codes(found: Sequence[tuple[str, Position]]) -> Iterator[Problem]:
    """DV03, once, for numbers in place of statistical codes: 9163 where a sheet lost the zero of 09163."""
    if found:
        code, here = found[0]
        others = f" (và {len(found) - 1} dòng khác như vậy)" if len(found) > 1 else ""
        hint = "mã Tổng cục Thống kê có năm chữ số, kể cả số 0 ở đầu: 07777; không có mã thì bỏ cột này"
        yield Problem(here, "DV03", f"“{code}” không phải mã đơn vị{others}", hint)


def _skipped(numbers: Sequence[int], path: str) -> Iterator[Problem]:
    if numbers:
        message = f"bỏ qua {len(numbers)} dòng không phải đơn vị: dòng {_numbers(numbers)}"
        yield Problem(Position(path), "DV03", message, severity=Severity.NOTICE)


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:NAMED])) + (" …" if len(numbers) > NAMED else "")


def _again(units: Iterable[tuple[Listed, Position]]) -> Iterator[Problem]:
    """DV01: a unit or a code that stands on an earlier line already."""
    seen: dict[str, int] = {}
    for unit, here in units:
        for words in (f"{unit.kind} {unit.name}", f"mã {unit.code}" if unit.code else ""):
            first = seen.setdefault(words.casefold(), here.line) if words else here.line
            if first != here.line:
                hint = f"giữ một trong hai: dòng {first} hoặc dòng này"
                yield Problem(here, "DV01", f"{words} đã có ở dòng {first}", hint)


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
