"""Reading one period: its own files, or those of the shorter periods that it spans, checked and put together."""

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from cqtt.aggregate.rollup import roll_up
from cqtt.checks import check, check_units
from cqtt.checks.ban_ghi import with_summed_totals
from cqtt.checks.day_du import reported_in_every_part
from cqtt.checks.ky import parts_join
from cqtt.disk import entries, exists, is_folder
from cqtt.models import places
from cqtt.models.don_vi import DonVi
from cqtt.models.du_lieu import DuLieu, UnitReport
from cqtt.models.ky import Ky, doc_ky
from cqtt.models.quy_dinh import thang_cua
from cqtt.models.registry import report_of
from cqtt.models.report_type import ReportType
from cqtt.problems import Position, Problem, Severity, has_errors
from cqtt.sealing.seal import Seal, seal_of
from cqtt.source.communes import Register
from cqtt.source.loader import Authority, load, load_authority, load_report, report_at
from cqtt.source.strays import misnamed_parts, misnamed_periods

Progress = Callable[[int, int], None]


class Period(Struct):
    """What a period's files gave. *data* is None where the authority or the period cannot be read, or does not join.

    *expected* units must report; *good* of them did without error.
    """

    problems: list[Problem] = field(default_factory=list)
    expected: int = 0
    good: int = 0
    data: DuLieu | None = None
    units: tuple[UnitReport, ...] = ()
    """The good units, whether or not the rest can be read."""
    don_vi: DonVi | None = None
    since_sealed: tuple[Problem, ...] = ()
    """What was changed since the period, or one that it is put together from, was sealed; *problems* has it as well."""


class Reader(Struct, dict=True):
    """Reads the periods of the workspace *root*, each file once, however often its period is asked for.

    *on_file* is called with how many units' files of a period are read, of how many. *shared* is the workspace whose
    authority's file and template are used, *root* where None; *signed* the seal of the period that is read as signed.
    """

    root: Path
    on_file: Progress | None = None
    shared: Path | None = None
    signed: Seal | None = None
    _known: dict[Ky, Period] = field(default_factory=dict)
    _seals: dict[Ky, tuple[Seal | None, list[Problem]]] = field(default_factory=dict)

    @property
    def template_root(self) -> Path:
        """The workspace whose template is filled."""
        return self.shared or self.root

    @property
    def known(self) -> tuple[Ky, ...]:
        """The periods that were read so far, the parts of longer ones too, the earliest first."""
        return tuple(sorted(self._known))

    def seal(self, ky: Ky) -> Seal | None:
        """The seal of *ky*; None where it is not sealed, or its seal cannot be read (``period`` says why)."""
        return self._seal(ky)[0]

    def as_signed(self, ky: Ky) -> "Reader":
        """Reads *ky* as it was signed, if it is sealed: out of the kept copies, and where its own files were changed
        since, those files beside the kept template and authority's file."""
        seal = self.seal(ky)
        if seal is None:
            return self
        if seal.holds:
            return Reader(seal.kept, self.on_file, signed=seal)
        shared = self.root if seal.damaged else seal.kept
        return Reader(self.root, self.on_file, shared, seal, _seals=self._seals)

    def _seal(self, ky: Ky) -> tuple[Seal | None, list[Problem]]:
        if ky not in self._seals:
            self._seals[ky] = seal_of(self.root, ky, self.report.group)
        return self._seals[ky]

    @cached_property
    def authority(self) -> Authority:
        """The authority's own file, and what is wrong in it."""
        return load_authority(self.template_root)

    @cached_property
    def report(self) -> ReportType:
        """The report of the workspace."""
        don_vi = self.authority[0]
        return report_of(don_vi.gia_tri) if don_vi else report_at(self.template_root)

    @cached_property
    def periods(self) -> tuple[Ky, ...]:
        """The periods that have units' files of their own, the earliest first."""
        return tuple(sorted(ky for ky in self._folders() if self._has_units(ky)))

    @cached_property
    def reportable(self) -> tuple[Ky, ...]:
        """The periods with files of their own, rolled-up ones too, the earliest first."""
        return tuple(sorted(ky for ky in self._folders() if self._has_units(ky) or self._has_document(ky)))

    @cached_property
    def strays(self) -> list[Problem]:
        """The folders that are only named like a period, and so are not read (TEP09)."""
        return list(misnamed_periods(self.root))

    def expected(self, ky: Ky) -> list[str]:
        """The identifiers of the units that must report for *ky*; none where the authority's file cannot be read."""
        don_vi = self.authority[0]
        return [unit.ma for unit in Register(don_vi.gia_tri, ky).units] if don_vi else []

    def _folders(self) -> Iterator[Ky]:
        return (ky for entry in entries(self.root / places.DATA) if (ky := doc_ky(entry.name)))

    def _has_units(self, ky: Ky) -> bool:
        return is_folder(self.root / places.units(ky, self.report.group))

    def has(self, ky: Ky) -> bool:
        """Whether units have files for the whole of *ky*: its own, or those of the shorter periods that it spans."""
        parts, missing = ky.phu(self.periods)
        return ky in self.periods or bool(parts and not missing)

    def _has_document(self, ky: Ky) -> bool:
        """Whether the period has a document, was ever sealed, or has something that was meant for one of its parts."""
        written = exists(self.root / places.document(ky)) or exists(self.root / places.seals(ky))
        return written or any(misnamed_parts(self.root, ky, self.report.group))

    def period(self, ky: Ky) -> Period:
        """Everything that is known of *ky*, with all findings.

        A period without files of its own is put together from the shorter ones that it spans.
        """
        if ky not in self._known:
            self._known[ky] = self._with_seal(ky, self._put_together(ky))
        return replace(self._known[ky], problems=[*self._known[ky].problems])

    def _with_seal(self, ky: Ky, period: Period) -> Period:
        """*period* with what was changed since it was sealed, and what is wrong in its seal."""
        seal, wrong = self._seal(ky)
        asked = self.signed if self.signed and self.signed.ky == ky else None
        new = (*(seal.changed if seal else ()), *((*asked.beside, *asked.damaged) if asked else ()))
        problems, since = [*period.problems, *wrong, *new], (*period.since_sealed, *new)
        return replace(period, problems=problems, since_sealed=since)

    def _put_together(self, ky: Ky) -> Period:
        parts = () if self._has_units(ky) else ky.phu(self.periods)[0]
        return _rolled_up(self, ky, parts, [*map(self.period, parts)]) if parts else self._read(ky)

    def _read(self, ky: Ky) -> Period:
        loaded = load(self.root, ky, self.authority, self.on_file)
        found = check(loaded.data) if loaded.data else check_units(self.report, loaded.units, ky)
        if loaded.data:  # what is made of the figures, and compared with other periods, follows from the parts
            loaded.units = tuple(map(with_summed_totals, loaded.units))
            loaded.data = replace(loaded.data, units=loaded.units)
        wrong = {problem.path for problem in found if problem.severity is not Severity.NOTICE}
        good = sum(xa.nguon.path not in wrong for xa in loaded.units)
        found = [*loaded.problems, *found]
        scale = thang_cua(loaded.don_vi, ky, self.report.thang_muc) if loaded.don_vi else None
        figures = self.report.danh_muc.theo(scale)
        if figures.thang_quen:
            found = [replace(p, message=figures.noi(p.message, typed=True), hint=figures.noi(p.hint)) for p in found]
        return Period(found, loaded.expected, good, loaded.data, loaded.units, loaded.don_vi)


def _rolled_up(reader: Reader, ky: Ky, parts: tuple[Ky, ...], read: list[Period]) -> Period:
    """*ky* out of its *parts* as *read*; put together only where each of them is whole and they join."""
    stale = {p for period in read[:-1] for p in period.problems if p.severity is Severity.NOTICE}
    found = dict.fromkeys(problem for period in read for problem in period.problems)
    problems = [problem for problem in found if problem not in stale]
    problems.extend(_missing(ky, missing, reader.report) for missing in ky.phu(parts)[1])
    own, wrong = load_report(reader.root, ky, reader.report)
    problems.extend(wrong)
    good = min(period.good for period in read)
    since = tuple(problem for period in read for problem in period.since_sealed)
    rolled = Period(problems, read[-1].expected, good, don_vi=read[-1].don_vi, since_sealed=since)
    data = [period.data for period in read if period.data]
    if len(data) < len(parts) or has_errors(problems):
        return rolled
    problems.extend(parts_join(data, own))
    if not has_errors(problems):
        rolled.data = roll_up(ky, data, own)
        rolled.units = rolled.data.units
        problems.extend(reported_in_every_part(rolled.data))
        problems.extend(p for rule in reader.report.rules.longer for p in rule(rolled.data.units, ky))
        problems.extend(_without_own_report(ky, data[-1]) if own is None else ())
    return rolled


def _missing(ky: Ky, missing: Ky, report: ReportType) -> Problem:
    message = f"thiếu {missing.ten} để cộng thành {ky.ten}"
    return Problem(Position(places.units(missing, report.group)), "KY03", message, f"bổ sung số liệu kỳ {missing.ma}")


def _without_own_report(ky: Ky, last: DuLieu) -> list[Problem]:
    message = f"{ky.ten} chưa có bao_cao.yaml riêng; văn xuôi lấy của {last.ky.ma}"
    path, hint = places.document(ky), f"tạo bằng: cqtt new {ky.ma}"
    return [Problem(Position(path), "KY07", message, hint, severity=Severity.WARNING)]
