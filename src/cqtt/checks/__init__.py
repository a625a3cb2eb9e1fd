"""Rules over data that are valid one by one but may not fit together. One rule, one function, one code.

Those that name a field of a report are the report's own (``ReportType.rules``).
"""

from collections.abc import Callable, Iterator

from cqtt.checks import ban_ghi, van_ban, vien_dan
from cqtt.models.du_lieu import DuLieu, UnitReport
from cqtt.models.ky import Ky
from cqtt.models.registry import report_of
from cqtt.models.report_type import ReportType
from cqtt.problems import Problem

OF_UNITS: tuple[Callable[[tuple[UnitReport, ...], Ky], Iterator[Problem]], ...] = (
    ban_ghi.no_two_units_report_the_same,
)
OF_THE_DOCUMENT: tuple[Callable[[DuLieu], Iterator[Problem]], ...] = (
    van_ban.named_communes_exist,
    van_ban.date_exists,
    van_ban.capacity_is_whole,
    van_ban.signer_is_known,
    van_ban.lines_leave_their_marks_to_the_layout,
    vien_dan.symbol_fits_kind,
    vien_dan.no_document_twice,
    vien_dan.texts_leave_the_mark_to_the_sentence,
    vien_dan.issued_before_the_report,
)


def check_units(report: ReportType, units: tuple[UnitReport, ...], ky: Ky) -> list[Problem]:
    """Everything that the rules find in the units' figures of *ky*.

    A total that is not the sum of its parts is found once; of both, the other rules see the one with fewer findings.
    """
    wrong = list(ban_ghi.totals_agree_with_parts(units, ky))
    found = _found(report, units, ky)
    if wrong:
        found = min(found, _found(report, tuple(map(ban_ghi.with_summed_totals, units)), ky), key=len)
    return [*wrong, *found]


def _found(report: ReportType, units: tuple[UnitReport, ...], ky: Ky) -> list[Problem]:
    return [problem for rule in (*report.rules.units, *OF_UNITS) for problem in rule(units, ky)]


def check(data: DuLieu) -> list[Problem]:
    """Everything that the rules find in *data*."""
    report = report_of(data.don_vi.gia_tri)
    of_document = [problem for rule in (*OF_THE_DOCUMENT, *report.rules.document) for problem in rule(data)]
    return check_units(report, data.units, data.ky) + of_document
