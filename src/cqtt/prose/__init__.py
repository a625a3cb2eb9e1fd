"""The gate for prose: every number on paper is a figure, a known kind of citation, date or name, or declared by hand.

The rules read the passages of the document, in which a figure is a node: whatever other digits stand there were typed
by somebody, on a line of the template or of ``bao_cao.yaml``. What is typed beside a figure must not contradict it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cqtt.manuscript import Manuscript
from cqtt.markup.walk import Passage
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import SoLieu
from cqtt.models.vien_dan import VanBanVienDan
from cqtt.problems import Problem
from cqtt.prose.absolutes import absolute_claims
from cqtt.prose.citations import citations, dates
from cqtt.prose.claims import claims
from cqtt.prose.finding import Finding
from cqtt.prose.lists import stated_counts
from cqtt.prose.numbers import typed_numbers

MAX_PLACED = 200
"""Findings of a passage whose column is looked for; of more the line is enough, and looking takes time with each."""
_DIGITS = re.compile(r"\d|[Qq]uý ")


def check_prose(
    passages: Iterable[Passage],
    manuscript: Manuscript,
    figures: Mapping[str, SoLieu],
    report: ReportType,
    documents: Sequence[VanBanVienDan] = (),
) -> list[Problem]:
    """Numbers typed by hand (LV01), false claims (LV02), counts that are not those of the list behind them (LV03),
    citations and dates typed by hand that break the rules (LV04, LV05). Only LV02 and LV03 are errors.

    *passages* are those of the document that *manuscript* was read as.
    """
    problems: dict[Problem, None] = {}
    for passage in passages:
        for number, finding in enumerate(_findings(passage, figures, report, documents)):
            placed = finding if number < MAX_PLACED else finding._replace(needles=())
            problems[placed.problem(passage, manuscript)] = None
    return list(problems)


def _findings(
    passage: Passage, figures: Mapping[str, SoLieu], report: ReportType, documents: Sequence[VanBanVienDan]
) -> Iterator[Finding]:
    typed = passage.typed()
    for absolute in report.absolutes:
        yield from absolute_claims(passage, typed, figures, absolute)
    if _DIGITS.search(typed):  # in hardly any row of a table
        yield from typed_numbers(typed, in_appendix=passage.place.in_appendix)
        yield from claims(passage, typed, figures, report.called)
        yield from citations(typed, documents)
        yield from dates(typed)
    yield from stated_counts(passage, typed, figures)
