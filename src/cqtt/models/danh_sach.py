"""The items of a unit's list (``ListBlock``): one that several parts of a longer period name is the same one."""

from collections.abc import Iterator

from cqtt.models.du_lieu import UnitReport
from cqtt.names import title_key


def muc_moi(xa: UnitReport, name: str) -> Iterator[tuple[UnitReport, int]]:
    """How many items the list *name* of *xa* has; of a longer period how many each report names for the first time.

    The numbers add up to the length of the unit's list.
    """
    if not xa.cac_ky:
        yield xa, len(getattr(xa.so_lieu, name))
        return
    seen: set[str] = set()
    for report in (report for part in xa.cac_ky for report in part):
        keys = {title_key(item.ten) for item in getattr(report.so_lieu, name)}
        yield report, len(keys - seen)
        seen |= keys
