"""The gate for prose: every number on paper is a figure, a known kind of citation, date or name, or declared by hand.

Read on the filled text, where figures are slots: whatever digits stand there were typed by somebody, and each still
knows the line of the template or of ``bao_cao.yaml``. What is typed beside a figure must not contradict it.
"""

import re
from collections.abc import Mapping, Sequence

from cqtt.manuscript import SLOT, Manuscript
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import SoLieu
from cqtt.models.vien_dan import VanBanVienDan
from cqtt.problems import Problem
from cqtt.prose.absolutes import absolute_claims
from cqtt.prose.citations import citations, dates
from cqtt.prose.claims import claims
from cqtt.prose.lists import stated_counts
from cqtt.prose.numbers import typed_numbers
from cqtt.prose.passages import passages

_DIGITS = re.compile(r"\d|[Qq]uý ")


def check_prose(
    manuscript: Manuscript,
    figures: Mapping[str, SoLieu],
    report: ReportType,
    documents: Sequence[VanBanVienDan] = (),
) -> list[Problem]:
    """Numbers typed by hand (LV01), false claims (LV02), counts that are not those of the list behind them (LV03),
    citations and dates typed by hand that break the rules (LV04, LV05). Only LV02 and LV03 are errors."""
    problems: list[Problem] = []
    read = list(passages(manuscript))
    for passage in read:
        for absolute in report.absolutes:
            problems.extend(absolute_claims(passage, figures, absolute))
        if not _DIGITS.search(SLOT.sub("", passage.text)):  # nearly every row of a table
            continue
        problems.extend(typed_numbers(passage))
        problems.extend(claims(passage, figures, report.called))
        problems.extend(citations(passage, documents))
        problems.extend(dates(passage))
    problems.extend(stated_counts(read, figures))
    return list(dict.fromkeys(problems))
