"""Where a workspace keeps its files: paths relative to its folder, with forward slashes, as findings name them."""

from cqtt.models.ky import Ky

DATA = "data"
AUTHORITY = f"{DATA}/don_vi.yaml"
TEMPLATE = "templates/bao_cao.docx.j2"
OUT = "out"
DOCUMENT = "bao_cao.yaml"
"""The period's own file, in its folder."""


def report(ky: Ky) -> str:
    """The report of the period *ky*, where nothing else is asked for."""
    return f"{OUT}/{ky.ma}/bao_cao.docx"


def folder(ky: Ky) -> str:
    """The folder of the period *ky*."""
    return f"{DATA}/{ky.ma}"


def document(ky: Ky) -> str:
    """The period's own file."""
    return f"{folder(ky)}/{DOCUMENT}"


def units(ky: Ky, group: str) -> str:
    """The folder of the units' files; *group* is its name in the report (``ReportType.group``)."""
    return f"{folder(ky)}/{group}"


def unit(ky: Ky, group: str, ma: str) -> str:
    """The file of the unit with the identifier *ma*."""
    return f"{units(ky, group)}/{ma}.yaml"


def intake(ky: Ky) -> str:
    """The log of the answers imported for the period."""
    return f"{folder(ky)}/nhap/nhat_ky.txt"


def intake_undo(ky: Ky) -> str:
    """What the last import replaced, so that it can be undone."""
    return f"{folder(ky)}/nhap/hoan_tac.json"


def unit_of(path: str, group: str) -> str | None:
    """The identifier of the unit whose file *path* is, of whatever period; None for every other file."""
    parts = path.split("/")
    if len(parts) != len(("data", "period", "group", "file")) or parts[0] != DATA or parts[2] != group:
        return None
    return parts[3].removesuffix(".yaml")


def remake(path: str) -> str:
    """How the missing or empty file at *path* is made anew: a unit's or a period's own by a command, others by hand."""
    parts = path.split("/")
    if parts[0] != DATA or path == AUTHORITY:
        return "lấy lại tệp này từ bản sao lưu"
    return f"tạo bằng: cqtt new {parts[1]} {parts[-1].removesuffix('.yaml')}"


SEAL = "niem_phong.yaml"
"""What a seal says, in its folder; beside it lie the files below."""
SEALED_REPORT = "bao_cao.docx"
"""The report as it was built."""
KEPT = "ban_giu"
"""A workspace with a copy of every file that the report was made from."""
UNSEALED = "mo_niem_phong.yaml"
"""Why the period was opened again; a seal without it holds."""


def seals(ky: Ky) -> str:
    """The folder of the seals of *ky*, one folder each time it was sealed: ``lan_1``, ``lan_2``."""
    return f"{folder(ky)}/niem_phong"


def seal(ky: Ky, number: int) -> str:
    """The folder of the seal *number* (from 1) of *ky*."""
    return f"{seals(ky)}/lan_{number}"


def period_of(path: str) -> str | None:
    """The identifier of the period in whose folder the file *path* lies; None for the authority's and the template."""
    parts = path.split("/")
    return parts[1] if len(parts) > len(("data", "period")) and parts[0] == DATA else None
