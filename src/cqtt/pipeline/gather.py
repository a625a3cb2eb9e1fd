"""First stretch: read every file of a period, check it, sum it up, and set it beside the periods before."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from cqtt.aggregate import aggregate
from cqtt.checks.chap_nhan import Acknowledgement, acknowledgements, settle
from cqtt.checks.ky import carried_over, nothing_is_copied
from cqtt.explanation import Explainer
from cqtt.models.bao_cao import BaoCao
from cqtt.models.du_lieu import CoNguon
from cqtt.models.ky import Ky
from cqtt.models.tong_hop import TongHop
from cqtt.pipeline.read import Period, Progress, periods, read_period
from cqtt.problems import Locator, Position, Problem, Severity, has_errors


@dataclass(slots=True)
class Gathered:
    """What the files gave. *tong_hop* is None where the authority, the period or every commune could not be read.

    *expected* communes must report; *good* of them did without error.
    """

    problems: list[Problem] = field(default_factory=list)
    """As found; see ``told`` for what is left once acknowledgements are heard."""
    expected: int = 0
    good: int = 0
    tong_hop: TongHop | None = None
    nguon: Locator | None = None
    """The period's own file."""
    cac_ky: tuple[CoNguon[BaoCao], ...] = ()
    """The own files of the periods that this one was rolled up from, the earliest first."""
    acknowledged: tuple[Acknowledgement, ...] = ()

    @property
    def explainer(self) -> Explainer | None:
        """Explains the period's figures; None where there are none."""
        if self.tong_hop is None or self.nguon is None:
            return None
        return Explainer(self.tong_hop, self.nguon, self.cac_ky)

    @property
    def told(self) -> list[Problem]:
        """The findings, with the acknowledged warnings as notices."""
        return settle(self.problems, self.acknowledged, all_known=False)[0]


def gather(root: Path, ky: Ky, on_file: Progress | None = None) -> Gathered:
    """The figures of *ky* and all findings. *on_file* hears how many commune files are read, of how many."""
    period = read_period(root, ky, on_file)
    gathered = Gathered(period.problems, period.expected, period.good)
    if period.data is None or not period.data.xa_phuong:
        return gathered
    tong_hop = aggregate(period.data)
    before = _earlier(root, ky.ky_truoc, gathered, on_file)
    if before and before.data:
        gathered.problems.extend(carried_over(before.data, period.data) if not period.data.cac_ky else ())
        gathered.problems.extend(nothing_is_copied(before.data, period.data))
        tong_hop = replace(tong_hop, ky_truoc=aggregate(before.data))
    last_year = before if ky.cung_ky == ky.ky_truoc else _earlier(root, ky.cung_ky, gathered, on_file)
    if last_year and last_year.data:
        tong_hop = replace(tong_hop, cung_ky=aggregate(last_year.data))
    gathered.tong_hop, gathered.nguon = tong_hop, period.data.bao_cao.nguon
    gathered.cac_ky = tuple(part.bao_cao for part in period.data.cac_ky)
    gathered.acknowledged = tuple(acknowledgements(period.data))
    return gathered


def _earlier(root: Path, ky: Ky | None, gathered: Gathered, on_file: Progress | None) -> Period | None:
    """The whole period *ky* to compare with; None where there are no files for it, or they are wrong (KY06)."""
    there = periods(root)
    if ky is None or not (ky in there or (ky.phu(there)[0] and not ky.phu(there)[1])):
        return None
    period = read_period(root, ky, on_file)
    if has_errors(period.problems) or period.data is None:
        message = f"không so sánh với {ky.ten}: kỳ đó có lỗi"
        here = Position(f"data/{ky.ma}")
        gathered.problems.append(Problem(here, "KY06", message, f"xem: cqtt check {ky.ma}", severity=Severity.WARNING))
        return None
    return period
