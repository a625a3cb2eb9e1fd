"""The report of a sealed period: the same bytes as were sealed, or none, and what is said of it."""

from msgspec.structs import replace

from cqtt import __version__
from cqtt.markup.nodes import Report
from cqtt.models import places
from cqtt.problems import Position, Problem, Severity
from cqtt.sealing.digest import digest
from cqtt.sealing.seal import Seal, unseal_call


def settled(seal: Seal | None, problems: list[Problem], *, charts: bool | None = None) -> list[Problem]:
    """The findings about a sealed period as ``check`` and ``build`` report them; as they are where *seal* is None.

    Where it holds, its data cannot be mended any more: what a newer program finds wrong is a warning. Else, and where
    *charts* are not as they were, NP02 says that it cannot be built.
    """
    if seal is None:
        return problems
    if seal.holds:
        told = [replace(p, severity=Severity.WARNING) if p.severity is Severity.ERROR else p for p in problems]
    else:
        told = [*problems, _refused(seal, "có tệp đã đổi từ khi niêm phong, nêu ở các dòng NP01, NP04")]
    if charts not in (None, seal.record.bieu_do):
        had = "có" if seal.record.bieu_do else "không có"
        told = [*told, _refused(seal, f"báo cáo đã ký {had} phụ lục biểu đồ")]
    return told


def again(seal: Seal, report: Report | None) -> tuple[bytes | None, list[Problem]]:
    """The bytes of the sealed report: made from *report*, or else the kept ones with a warning (NP03); None, with an
    error (NP02), where these are gone as well."""
    from cqtt.pipeline.publish import made  # python-docx is loaded only when there is something to write

    data = made(report) if report is not None else None
    if data is not None and digest(data) == seal.record.bao_cao:
        return data, []
    if (kept := seal.report) is None:
        return None, [_refused(seal, "bản phần mềm này lập ra tệp khác, và tệp giữ lại đã mất hoặc bị sửa")]
    path = f"{seal.place}/{places.SEALED_REPORT}"
    message = f"cqtt {__version__} không lập lại được đúng từng byte báo cáo mà bản {seal.record.phien_ban} đã lập"
    hint = "dùng chính tệp đã giữ; không phải sửa gì"
    return kept, [Problem(Position(path), "NP03", message, hint, severity=Severity.WARNING)]


def _refused(seal: Seal, why: str) -> Problem:
    message = f"{seal.ky.ma} đã niêm phong, không lập lại được đúng như đã ký: {why}"
    hint = f"lấy lại các tệp như lúc niêm phong; đúng là phải đổi thì: {unseal_call(seal.ky)}"
    return Problem(Position(f"{seal.place}/{places.SEAL}"), "NP02", message, hint)
