"""Whose text it is, and of which period: a file without a form's mark says so by its name or its first words."""

import re
from collections.abc import Sequence
from pathlib import Path

from cqtt.models.ky import LA_MA, Ky
from cqtt.models.so_lieu import Unit
from cqtt.names import fold, identifier
from cqtt.problems import Position, Problem

_FIRST = 60
"""Paragraphs that are looked at for a name."""
_QUARTER = re.compile(r"\bquy (iv|i{1,3}|[1-4])(?: nam |/| )(\d{4})\b")


def of_text(path: Path, paragraphs: Sequence[str], units: Sequence[Unit], ky: Ky) -> tuple[Unit | None, list[Problem]]:
    """The unit that the text is of, None with PH03 where that is not certain; PH02 where it tells of another period."""
    here, text = Position(path.name), " ".join(map(fold, paragraphs[:_FIRST]))
    unit = _named(f"-{identifier(path.stem)}-", {f"-{unit.ma}-": unit for unit in units})
    unit = unit or _named(f" {text} ", {f" {fold(unit.ten_day_du)} ": unit for unit in units})
    found: list[Problem] = []
    if unit is None:
        message = "không biết tệp Word này là của đơn vị nào"
        found.append(Problem(here, "PH03", message, "đặt tên tệp theo mã đơn vị, ví dụ " + f"{units[0].ma}.docx"))
    quarters = {(_number(name), int(year)) for name, year in _QUARTER.findall(text)}
    if ky.so_thang == 3 and quarters and (ky.thang_cuoi // 3, ky.nam) not in quarters:
        told = ", ".join(f"quý {LA_MA[quarter]}/{year}" for quarter, year in sorted(quarters))
        found.append(Problem(here, "PH02", f"tệp nói về {told}, đang nhập kỳ {ky.ma}", "nhập vào đúng kỳ"))
    return unit, found


def _number(name: str) -> int:
    return int(name) if name.isdigit() else LA_MA.index(name.upper())


def _named(text: str, names: dict[str, Unit]) -> Unit | None:
    """The one unit whose name *text* has; a name within a longer one that is there too does not count."""
    there = [name for name in names if name in text]
    longest = [name for name in there if not any(name != other and name.strip("- ") in other for other in there)]
    return names[longest[0]] if len(longest) == 1 else None
