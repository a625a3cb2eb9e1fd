"""The reports that the program can make, by the name under which ``don_vi.yaml`` chooses them."""

import pkgutil
from functools import cache
from importlib import import_module

import cqtt.reports
from cqtt.catalogue import CODES, Code
from cqtt.faults import EnvironmentFault
from cqtt.models.declared import slips
from cqtt.models.don_vi import DonVi
from cqtt.models.report_type import ReportType

DEFAULT: str = DonVi.model_fields["loai_bao_cao"].default
"""The report of an authority that names none."""


def report_names() -> list[str]:
    """The names of all reports, as ``don_vi.yaml`` may choose them."""
    return sorted(info.name for info in pkgutil.iter_modules(cqtt.reports.__path__))


@cache
def report_type(name: str) -> ReportType:
    """The report *name*, one of ``report_names``; it is imported when it is first asked for."""
    package = import_module(f"cqtt.reports.{name}")
    for part in pkgutil.iter_modules(package.__path__):  # so that a rule in a file of its own runs
        import_module(f"{package.__name__}.{part.name}")
    found: ReportType = package.REPORT
    if wrong := "; ".join(slips(found)):
        raise EnvironmentFault(f"báo cáo {name} khai báo sai: {wrong}", f"sửa REPORT trong cqtt.reports.{name}")
    return found


def report_of(don_vi: DonVi) -> ReportType:
    """The report that the authority makes."""
    return report_type(don_vi.loai_bao_cao)


def all_codes() -> dict[str, Code]:
    """Every code that a finding can bear, the engine's and those of all reports."""
    return CODES | {code: told for name in report_names() for code, told in report_type(name).codes.items()}
