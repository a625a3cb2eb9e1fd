"""A faulty answer as a copy with its faulty cells in colour, each with a comment that says what is wrong."""

import io
import warnings
from collections.abc import Sequence
from typing import Any

from cqtt.names import nfc
from cqtt.problems import Problem, Severity

_RED, _YELLOW = "FFFFC7CE", "FFFFEB9C"
_WIDTH, _HEIGHT = 320, 120
"""Of a comment's box, in pixels."""


def marked_copy(data: bytes, problems: Sequence[Problem]) -> bytes | None:
    """The workbook *data* with *problems* at their cells, those without a cell at the first one of the first sheet.

    None for what is no workbook that can be opened.
    """
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # 90 ms, for whoever asks for copies

    if not data.startswith(b"PK") or any(problem.code in ("PH05", "PH07") for problem in problems):
        return None
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(io.BytesIO(data))
            for (sheet, cell), told in _by_cell(problems).items():
                _mark(_sheet(book, sheet), cell, told)
            book.save(out)
        except Exception:  # noqa: BLE001  # whatever a library says about a file that some program wrote
            return None
    return out.getvalue()


def _by_cell(problems: Sequence[Problem]) -> dict[tuple[str, str], list[Problem]]:
    found: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        at = problem.position
        found.setdefault((at.sheet, at.cell or "A1"), []).append(problem)
    return found


def _sheet(book: Any, name: str) -> Any:
    return next((sheet for sheet in book.worksheets if nfc(sheet.title) == name), book.worksheets[0])


def _mark(sheet: Any, cell: str, told: Sequence[Problem]) -> None:
    from openpyxl.comments import Comment  # type: ignore[import-untyped]
    from openpyxl.styles import PatternFill  # type: ignore[import-untyped]

    lines = [f"{problem.severity.value} {problem.code}: {problem.message}\n→ {problem.hint}" for problem in told]
    comment = Comment("\n".join(lines), "cqtt", width=_WIDTH, height=_HEIGHT)
    errors = any(problem.severity is Severity.ERROR for problem in told)
    sheet[cell].fill = PatternFill("solid", start_color=_RED if errors else _YELLOW)
    sheet[cell].comment = comment
