"""A new workspace: the authority's file, the template, the schemas and a first period that waits to be filled in."""

from datetime import date

from msgspec import Struct

from cqtt import reporter
from cqtt.faults import EnvironmentFault
from cqtt.models import places
from cqtt.models.don_vi import LOAI_CAP_XA, DonVi, UnitEntry
from cqtt.models.ky import ChotSoLieu, Ky
from cqtt.models.registry import DEFAULT, report_of, report_type
from cqtt.models.report_type import ReportType
from cqtt.names import identifier
from cqtt.source.authority_file import authority_file
from cqtt.source.schema import schemas
from cqtt.source.skeleton import report_file, unit_file

TWO_LEVELS = date(2025, 7, 1)
"""From this day there are provinces and communes, and no districts between them."""

CAP_UY = {
    "tỉnh": "Tỉnh ủy",
    "thành phố": "Thành ủy",
    "thị xã": "Thị ủy",
    "huyện": "Huyện ủy",
    "quận": "Quận ủy",
} | dict.fromkeys(LOAI_CAP_XA, "Đảng ủy")
"""The kinds of authorities, each with what its party committee is called."""

_EXTENSIONS = '{ "recommendations": ["redhat.vscode-yaml"] }\n'


class Authority(Struct, frozen=True):
    """What must be known of an authority. *units* are its communes; a commune for itself has none."""

    ten: str
    loai: str
    cap: str
    ky: Ky
    units: tuple[UnitEntry, ...] = ()
    ho_ten: str | None = None


def level(loai: str, ky: Ky) -> str | None:
    """The level of an authority of the kind *loai*; None for a city of before the two levels, which may be either."""
    if loai in LOAI_CAP_XA:
        return "xã"
    if loai == "thành phố":
        return None if before_two_levels(ky) else "tỉnh"
    return "tỉnh" if loai == "tỉnh" else "huyện"


def before_two_levels(ky: Ky) -> bool:
    """Whether *ky* ends before districts were abolished."""
    return ky.thoi_gian(ChotSoLieu.LICH)[1] < TWO_LEVELS


def workspace_files(asked: Authority) -> dict[str, str]:
    """Every file of the new workspace, by its path."""
    don_vi, ky = authority(asked), asked.ky
    report = report_of(don_vi)
    files = {
        places.AUTHORITY: authority_file(don_vi),
        places.TEMPLATE: _template(report),
        ".vscode/extensions.json": _EXTENSIONS,
        places.document(ky): report_file(report, ky, don_vi.cap),
    }
    files |= {name: data.decode() for name, data in schema_files(report).items()}
    units = {places.unit(ky, report.group, xa.ma): unit_file(report, ky, xa.ten, {}) for xa in don_vi.units}
    return files | units


def _template(report: ReportType) -> str:
    """The template that comes with the program. Raises ``EnvironmentFault`` where the installation is not whole."""
    if not report.template.is_file():
        raise EnvironmentFault("bản cài đặt thiếu khuôn mẫu đi kèm", "cài lại phần mềm")
    return report.template.read_text(encoding="utf-8")


def schema_files(report: ReportType) -> dict[str, bytes]:
    """The schemas that editors complete from, by their path in the workspace."""
    return {f"schema/{name}.schema.json": reporter.as_file(made) for name, made in schemas(report).items()}


def authority(asked: Authority) -> DonVi:
    """The authority with the usual names of its kind; whoever signs and receives is to be looked over."""
    usual = report_type(DEFAULT)
    full, short, committee = f"{asked.loai} {asked.ten}", f"UBND {asked.loai}", CAP_UY[asked.loai]
    own = {"ma": identifier(full), "ten": asked.ten, "loai": asked.loai}
    units = [xa.model_dump() for xa in asked.units] or [own]
    kinds = ", ".join(kind for kind in LOAI_CAP_XA if any(unit["loai"] == kind for unit in units))
    recipients = [f"Thường trực {committee} (b/c)", f"Chủ tịch, các PCT {short}"]
    return usual.authority.model_validate(
        {
            "ten": asked.ten,
            "loai": asked.loai,
            "cap": asked.cap,
            "co_quan_ban_hanh": ["ỦY BAN NHÂN DÂN", full.upper()],
            "ten_co_quan": f"Ủy ban nhân dân {full}",
            "viet_tat": short,
            "cap_uy": committee,
            "dia_danh": asked.ten,
            "ky_hieu": "BC-UBND",
            "chot_so_lieu": ChotSoLieu.LICH.value,
            "nguoi_ky": {
                "hinh_thuc": "KT.",
                "quyen_han": "CHỦ TỊCH",
                "chuc_vu": "PHÓ CHỦ TỊCH",
                "ho_ten": asked.ho_ten,
            },
            "noi_nhan": recipients + ([f"UBND các {kinds}"] if asked.units else []),
            "luu": "VT",
            usual.group: units,
        }
    )
