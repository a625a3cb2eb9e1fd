"""First stage: read every file of a period, check it, sum it up, and set it beside the periods before."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from cqtt.aggregate import aggregate
from cqtt.checks.bat_thuong import no_file_is_mostly_another, unlike_the_others, unlike_the_period_before
from cqtt.checks.chap_nhan import Acknowledgement, acknowledgements, files_of, how_to_acknowledge, settle
from cqtt.checks.chep_lai import comments_speak_of_this_period, prose_is_written_anew
from cqtt.checks.ky import carried_over, nothing_is_copied
from cqtt.explanation import Explainer
from cqtt.models import places
from cqtt.models.du_lieu import DuLieu, Thieu
from cqtt.models.duong_dan import CUNG_KY, KY_TRUOC, cac_ky
from cqtt.models.ky import Ky
from cqtt.models.tong_hop import TongHop
from cqtt.pipeline.draft import as_draft
from cqtt.pipeline.read import Reader
from cqtt.problems import Locator, Position, Problem, Severity, has_errors

OVER_TWO_PERIODS: tuple[Callable[[DuLieu, DuLieu], Iterator[Problem]], ...] = (
    carried_over,
    nothing_is_copied,
    unlike_the_period_before,
    comments_speak_of_this_period,
)


class Gathered(Struct):
    """What the files gave. *tong_hop* is None where the authority, the period or every unit could not be read.

    *expected* units must report; *good* of them did without error.
    """

    problems: list[Problem] = field(default_factory=list)
    """As found; ``told`` has them with the acknowledgements applied."""
    expected: int = 0
    good: int = 0
    kinds: str = ""
    """What the units are called: ``xã, phường``; empty where the authority's file cannot be read."""
    tong_hop: TongHop | None = None
    nguon: Locator | None = None
    """The period's own file."""
    data: DuLieu | None = None
    earlier: dict[str, DuLieu] = field(default_factory=dict)
    """The periods it is compared with, ``ky_truoc`` and ``cung_ky``, where their files are there."""
    acknowledged: tuple[Acknowledgement, ...] = ()

    @property
    def missing(self) -> tuple[Thieu, ...]:
        """The units that are left out of a draft."""
        return self.tong_hop.thieu if self.tong_hop else ()

    @property
    def explainer(self) -> Explainer | None:
        """Explains the period's figures; None where there are none."""
        if self.tong_hop is None or self.data is None:
            return None
        known = {KY_TRUOC: self.tong_hop.ky_truoc, CUNG_KY: self.tong_hop.cung_ky}
        others = {name: _explainer(data, other) for name, data in self.earlier.items() if (other := known[name])}
        for data, part in zip(self.data.cac_ky, self.tong_hop.cac_ky, strict=True):
            others[cac_ky(part.ky.ma)] = _explainer(data, part)
        return _explainer(self.data, self.tong_hop, others)

    def how_to_acknowledge(self, problems: Sequence[Problem]) -> str:
        """How a warning among *problems* is acknowledged; empty where none of them can be."""
        return how_to_acknowledge(problems, files_of(self.data)) if self.data else ""

    @property
    def told(self) -> list[Problem]:
        """The findings, with the acknowledged warnings as notices."""
        return settle(self.problems, self.acknowledged, all_known=False)[0]


def gather(reader: Reader, ky: Ky, *, allow_missing: bool = False, among: Collection[Ky] | None = None) -> Gathered:
    """The figures of *ky* and all findings. It is set beside earlier periods, of which only those *among* are read.

    With *allow_missing*, of those units that have a good file.
    """
    period = reader.period(ky)
    period = as_draft(period, ky) if allow_missing else period
    gathered = Gathered([*reader.strays, *period.problems], period.expected, period.good)
    if period.don_vi is not None:
        gathered.kinds = period.don_vi.cac_loai(ky.thoi_gian(period.don_vi.chot(ky))[1])
    if period.data is None or not period.data.units:
        return gathered
    data = gathered.data = period.data
    for name, ky_khac in ((KY_TRUOC, ky.ky_truoc), (CUNG_KY, ky.cung_ky)):
        if among is not None and ky_khac not in among:
            continue
        known = gathered.earlier.get(KY_TRUOC) if ky_khac == ky.ky_truoc else None
        earlier = known or _earlier(reader, ky_khac, gathered)
        if earlier:
            gathered.earlier[name] = earlier
    before, last_year = gathered.earlier.get(KY_TRUOC), gathered.earlier.get(CUNG_KY)
    gathered.problems.extend(beside(before, data))
    gathered.tong_hop = replace(
        aggregate(data),
        ky_truoc=aggregate(before) if before else None,
        cung_ky=aggregate(last_year) if last_year else None,
        cac_ky=tuple(aggregate(part) for part in data.cac_ky),
    )
    gathered.nguon = data.bao_cao.nguon
    gathered.acknowledged = tuple(acknowledgements(data))
    return gathered


def beside(before: DuLieu | None, data: DuLieu) -> Iterator[Problem]:
    """What the rules find in *data* beside the period *before*, and in its units beside each other.

    The parts of a longer period are looked at one by one; their sums may be alike.
    """
    if before:
        yield from prose_is_written_anew(before, data)
    if data.cac_ky:
        return
    if before:
        for rule in OVER_TWO_PERIODS:
            yield from rule(before, data)
    yield from unlike_the_others(data, before)
    yield from no_file_is_mostly_another(data)


def _explainer(data: DuLieu, tong_hop: TongHop, others: Mapping[str, Explainer] | None = None) -> Explainer:
    return Explainer(tong_hop, data.bao_cao.nguon, data.cac_ky, others)


def _earlier(reader: Reader, ky: Ky | None, gathered: Gathered) -> DuLieu | None:
    """The whole period *ky* to compare with; None where there are no files for it, or they are wrong (KY06)."""
    if ky is None or not reader.has(ky):
        return None
    period = reader.period(ky)
    gathered.problems.extend(period.since_sealed)
    if all(problem.path == places.AUTHORITY for problem in period.problems if problem.severity is Severity.ERROR):
        return period.data  # what is wrong for every period is told of the one that was asked for
    if has_errors(period.problems) or period.data is None:
        message = f"không so sánh với {ky.ten}: kỳ đó có lỗi"
        here = Position(places.folder(ky))
        gathered.problems.append(Problem(here, "KY06", message, f"xem: cqtt check {ky.ma}", severity=Severity.WARNING))
        return None
    return period.data
