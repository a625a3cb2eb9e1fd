"""What a report that lies there is: as the data give it, edited by hand, or built from data that have changed since.

By the file's fingerprint alone: of an edited file it is not known whether the data have changed as well.
"""

from enum import Enum

from cqtt.fingerprint import is_ours


class Standing(Enum):
    """The state of a report that was built; the value is what is said of it."""

    MISSING = "chưa có"
    SAME = "đúng với số liệu"
    DATA = "số liệu đổi sau khi lập"
    EDITED = "đã sửa tay"


def standing(report: bytes, data: bytes | None) -> Standing:
    """What the file *data* is, None where there is none, beside the *report* as it is built now."""
    if data is None:
        return Standing.MISSING
    if data == report:
        return Standing.SAME
    return Standing.DATA if is_ours(data) else Standing.EDITED
