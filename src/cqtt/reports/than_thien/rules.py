"""Where the rules of this report are collected; each rule is a function below ``@RULES.of_units`` or its like."""

from cqtt.models.du_lieu import ReportOf
from cqtt.models.report_type import Rules
from cqtt.reports.than_thien.phuong_xa import PhuongXa

Xa = ReportOf[PhuongXa]
"""One commune's report."""

RULES = Rules[PhuongXa]()
