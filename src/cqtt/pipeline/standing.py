"""What has become of a report since it was built: nobody touched it, a hand did, or what it is made from changed."""

from enum import Enum
from pathlib import Path

from cqtt.disk import is_file, read_bytes
from cqtt.fingerprint import is_ours
from cqtt.models.places import SEALED_REPORT


class Standing(Enum):
    """How a report stands; the value is what programs call it."""

    ABSENT = "absent"
    CURRENT = "current"
    EDITED = "edited"
    """It is no longer as it was written: edited by hand, signed, or never ours. Whether the data changed too is not
    known."""
    OUTDATED = "outdated"
    """It is as it was written, and the data, the template or the program give another one now."""
    UNKNOWN = "unknown"
    """It is as it was written; what the data give now cannot be built, because they have errors."""


def standing(path: Path, *now: bytes) -> Standing:
    """How the report at *path* stands beside *now*, the bytes that the data give; none where they cannot be built."""
    data = read_bytes(path) if is_file(path) else None
    if data is None:
        return Standing.ABSENT
    if data in now:
        return Standing.CURRENT
    if not is_ours(data):
        return Standing.EDITED
    return Standing.OUTDATED if now else Standing.UNKNOWN


def usual_report(root: Path, period: str) -> Path:
    """Where ``cqtt build`` puts the report of *period* when no other place is named."""
    return root / "out" / period / SEALED_REPORT
