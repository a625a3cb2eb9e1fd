"""Reporting findings: to a person, to a program, and as GitHub's annotations."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Any

import msgspec

from cqtt.fingerprint import PLACE, sealed
from cqtt.names import nfc, printable
from cqtt.problems import NOT_FILLED_IN, Problem, Severity

SCHEMA_VERSION = 1
_SIX_DIGITS = Decimal("0.000001")
MANY = 3
"""So many values that are not filled in are reported one by one."""
ALIKE = 50
"""So many findings with one code in one file are reported one by one."""
_JSON_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """*problems* by file and line, each once."""
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.sort_key)


def text(problems: Sequence[Problem], paint: Callable[[Severity, str], str] = lambda _, words: words) -> str:
    """Each finding as a line that editors can click, the source line with a caret, and the fix after it.

    Values of one file that are not filled in are reported together, where there are many; of other findings alike in
    one file only the first are reported (``as_data`` has all). *paint* may colour the words for the severity.
    """
    files = groupby(ordered(problems), key=lambda problem: problem.path)
    return "".join(piece for path, found in files for piece in _of_one_file(path, list(found), paint))


def _of_one_file(path: str, told: Sequence[Problem], paint: Callable[[Severity, str], str]) -> Iterator[str]:
    waiting = [problem for problem in told if problem.message == NOT_FILLED_IN]
    rest = dict.fromkeys(waiting[1:] if len(waiting) > MANY else [])
    alike = Counter[str]()
    for problem in told:
        alike[problem.code] += problem not in rest
        if problem not in rest and alike[problem.code] <= ALIKE:
            yield _told(problem, paint)
    for code, times in alike.items():
        if times > ALIKE:
            yield f"{path}: và {times - ALIKE} chỗ {code} nữa; sửa các chỗ trên rồi chạy lại\n"
    if rest:
        cells = ", ".join(problem.position.cell for problem in rest if problem.position.cell)
        lines = ", ".join(str(problem.position.line) for problem in rest if not problem.position.cell)
        where = f"ô {cells}" if cells else f"dòng {lines}"
        yield f"{path}: và {len(rest)} chỗ {NOT_FILLED_IN} nữa, ở {where}\n"


def _told(problem: Problem, paint: Callable[[Severity, str], str]) -> str:
    at = problem.position
    key = f"{problem.key}: " if problem.key else ""
    severity = paint(problem.severity, f"{problem.severity.value} {problem.code}")
    head = f"{printable(at.where)}: {severity}: {printable(key + problem.message)}\n"
    if not at.text.strip():
        return head + (f"  {printable(problem.hint)}\n" if problem.hint else "")
    line, start, width = _window(at.text, at.column, at.width)
    return f"{head}  {printable(line)}\n  {' ' * start}{'^' * width}  {printable(problem.hint)}\n"


SHOWN = 100
"""Characters of a source line that are shown."""


def _window(source: str, column: int, width: int) -> tuple[str, int, int]:
    """The part of a source line to show, and where the caret stands below it; marks typed apart take no column."""
    whole, before = nfc(source), len(nfc(source[: column - 1]))
    behind = max(before + 1, len(nfc(source[: column - 1 + width])))
    cut = max(0, before - SHOWN // 2) if behind > SHOWN else 0
    shown = whole[cut : cut + SHOWN]
    return shown, before - cut, max(1, min(behind - before, SHOWN - before + cut))


def summary(problems: Sequence[Problem], good: int, expected: int, kinds: str = "xã, phường") -> str:
    """``3 lỗi, 1 cảnh báo trong 2 tệp; 15/17 xã, phường đạt``; *kinds* is what the authority's units are."""
    told = ordered(problems)
    errors = sum(p.severity is Severity.ERROR for p in told)
    warnings = sum(p.severity is Severity.WARNING for p in told)
    files = len({p.path for p in told})
    passed = f"{good}/{expected} {kinds} đạt" if expected else ""
    if not told:
        return f"không có lỗi; {passed}" if passed else "không có lỗi"
    notices = len(told) - errors - warnings
    if notices == len(told):
        return f"không có lỗi, {notices} lưu ý" + (f"; {passed}" if passed else "")
    noticed = f", {notices} lưu ý" if notices else ""
    counted = f"{errors} lỗi, {warnings} cảnh báo{noticed} trong {files} tệp"
    return f"{counted}; {passed}" if passed else counted


def as_data(problems: Sequence[Problem], period: str, good: int, expected: int) -> dict[str, Any]:
    """The findings about a period in plain words for JSON: sorted, nothing that changes from run to run."""
    return _data_of(problems, {"period": period}, {"communes_good": good, "communes_expected": expected})


def file_as_data(problems: Sequence[Problem], head: dict[str, Any]) -> dict[str, Any]:
    """The findings about one file in plain words for JSON, after what *head* says of it."""
    return _data_of(problems, head, {})


def document_json(problems: Sequence[Problem]) -> str:
    """The findings about a Word document as JSON; a ``line`` is the number of a paragraph."""
    return dumped(_data_of(problems, {}, {}))


def problems_data(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """The findings alone, as all our JSON has them."""
    return [_as_dict(problem) for problem in ordered(problems)]


def _data_of(problems: Sequence[Problem], head: dict[str, Any], counted: dict[str, int]) -> dict[str, Any]:
    told = ordered(problems)
    return {
        "schema_version": SCHEMA_VERSION,
        **head,
        "problems": problems_data(told),
        "summary": {
            "errors": sum(p.severity is Severity.ERROR for p in told),
            "warnings": sum(p.severity is Severity.WARNING for p in told),
            "notices": sum(p.severity is Severity.NOTICE for p in told),
            **counted,
        },
    }


def _as_dict(problem: Problem) -> dict[str, Any]:
    at = problem.position
    return {
        "file": at.path,
        **({"sheet": at.sheet or None, "cell": at.cell or None} if at.sheet or at.cell else {}),
        "line": at.line or None,
        "column": at.column or None,
        "severity": _JSON_SEVERITY[problem.severity],
        "code": problem.code,
        "key": problem.key or None,
        "message": problem.message,
        "hint": problem.hint,
    }


def exact(value: int | Decimal | None) -> int | str | None:
    """A figure's value as all our JSON has it: counts as numbers, rates as text with six digits behind the point."""
    return f"{value.quantize(_SIX_DIGITS, ROUND_HALF_UP):f}" if isinstance(value, Decimal) else value


def dumped(value: object) -> str:
    """*value* in the form of all our JSON."""
    return _dumped(value).decode()


def as_file(value: dict[str, Any]) -> bytes:
    """*value* as a JSON file, with our mark in it (``fingerprint``)."""
    return sealed(_dumped(value | {"$comment": PLACE}))


def _dumped(value: object) -> bytes:
    """As ``json.dumps`` with an indent of two, in a tenth of its time: a review of many units has 40 MB."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows beside the lines (``::error file=…,line=…::…``)."""
    return "".join(
        f"::{_JSON_SEVERITY[p.severity]} file={_property(p.path)},line={max(1, p.position.line)},"
        f"col={max(1, p.position.column)},title={p.code}::{_data(_sentence(p))}\n"
        for p in ordered(problems)
    )


def _sentence(problem: Problem) -> str:
    key = f"{problem.key}: " if problem.key else ""
    return f"{key}{problem.message}" + (f" ({problem.hint})" if problem.hint else "")


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
