"""Folders and files that are not read because their name is only like the right one (TEP09), each with the mend."""

from collections.abc import Iterator
from pathlib import Path

from cqtt.disk import entries, exists, is_folder
from cqtt.models import places
from cqtt.models.ky import Ky, doc_ky, hieu_ky
from cqtt.names import identifier, printable
from cqtt.problems import Position, Problem, Severity

_STEM = places.DOCUMENT.removesuffix(".yaml")
_ENDINGS = ("yaml", "yml", "txt")


def misnamed_periods(root: Path) -> Iterator[Problem]:
    """A warning for each folder that is named like a period (``2025q1``); its key is the period's identifier."""
    folder = root / places.DATA
    for entry in entries(folder):
        ky = None if doc_ky(entry.name) else hieu_ky(entry.name)
        if ky is not None and is_folder(entry):
            hint = f"đổi tên thư mục thành {ky.ma}"
            if any(other.name == ky.ma for other in entries(folder)):
                hint = f"đã có {ky.ma}: gộp hai thư mục, rồi bỏ thư mục này"
            here = Position(f"{places.DATA}/{printable(entry.name)}")
            message = f"thư mục không được đọc: tên của {ky.ten} là {ky.ma}"
            yield Problem(here, "TEP09", message, hint, ky.ma, Severity.WARNING)


def misnamed_parts(root: Path, ky: Ky, group: str) -> Iterator[Problem]:
    """What in the folder of *ky* is named like its document or its folder of units: an error where that one is missing,
    or else a warning. The key is the right name."""
    folder = root / places.folder(ky)
    there = [entry.name for entry in entries(folder)] if is_folder(folder) else []
    for name in there:
        is_dir = is_folder(folder / name)
        right = group if is_dir else places.DOCUMENT
        if name == right or not _is_like(name, right, is_dir=is_dir):
            continue
        what = "thư mục" if is_dir else "tệp"
        known = right in there and exists(folder / right)
        hint = f"đã có {right}: bỏ {what} này" if known else f"đổi tên thành {right}"
        here = Position(f"{places.folder(ky)}/{printable(name)}")
        severity = Severity.WARNING if known else Severity.ERROR
        yield Problem(here, "TEP09", f"{what} không được đọc: tên phải là {right}", hint, right, severity)


def _is_like(name: str, right: str, *, is_dir: bool) -> bool:
    if is_dir:
        return identifier(name) == identifier(right)
    stem, _, ending = name.partition(".")
    return identifier(stem) == identifier(_STEM) and all(part.lower() in _ENDINGS for part in ending.split("."))
