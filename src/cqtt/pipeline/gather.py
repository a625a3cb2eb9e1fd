"""First stretch: read every file of a period, check it, sum it up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from cqtt.aggregate import aggregate
from cqtt.checks import check, check_communes
from cqtt.models.ky import Ky
from cqtt.models.tong_hop import TongHop
from cqtt.problems import Locator, Problem
from cqtt.source.loader import load


@dataclass(slots=True)
class Gathered:
    """What the files gave. *tong_hop* is None where the authority, the period or every commune could not be read.

    *expected* communes must report; *good* of them did without error.
    """

    problems: list[Problem] = field(default_factory=list)
    expected: int = 0
    good: int = 0
    tong_hop: TongHop | None = None
    nguon: Locator | None = None
    """The period's own file."""


def gather(root: Path, ky: Ky, on_file: Callable[[int, int], None] | None = None) -> Gathered:
    """The figures of *ky* and all findings. *on_file* hears how many commune files are read, of how many."""
    loaded = load(root, ky, on_file)
    gathered = Gathered(loaded.problems, loaded.expected)
    found = check(loaded.data) if loaded.data else check_communes(loaded.xa_phuong, ky)
    gathered.problems.extend(found)
    wrong = {problem.position.path for problem in found}
    gathered.good = sum(xa.nguon.path not in wrong for xa in loaded.xa_phuong)
    if loaded.data and loaded.xa_phuong:
        gathered.tong_hop = aggregate(loaded.data)
        gathered.nguon = loaded.data.bao_cao.nguon
    return gathered
