"""How a report stands beside the data, in words, with the calls that help."""

from collections.abc import Iterator
from pathlib import Path

from cqtt.cli.ledger import quoted, shown
from cqtt.pipeline.standing import Standing

_SAID = {
    Standing.ABSENT: "chưa có",
    Standing.CURRENT: "đúng với số liệu",
    Standing.EDITED: "sửa tay: đã được sửa, ký hoặc lưu lại từ khi lập",
    Standing.OUTDATED: "số liệu đổi: không ai sửa tệp, nhưng số liệu, khuôn mẫu hoặc phần mềm đã đổi từ khi lập",
    Standing.UNKNOWN: "không ai sửa tay; số liệu bây giờ có lỗi nên chưa so được",
}
_SAID_OF_SEALED = _SAID | {
    Standing.CURRENT: "đúng bản đã niêm phong",
    Standing.OUTDATED: "không ai sửa tay, nhưng khác bản đã niêm phong",
}


def told(found: Standing, path: Path, period: str, again: str, *, sealed: bool = False) -> Iterator[str]:
    """The lines about the report at *path*: how it stands, and what to call.

    *again* is the call that builds it; a *sealed* period is not sealed a second time.
    """
    said = (_SAID_OF_SEALED if sealed else _SAID)[found]
    if found in (Standing.ABSENT, Standing.OUTDATED):
        yield f"{shown(path)} {said}; lập lại bằng: {again}"
        return
    yield f"{shown(path)} {said}"
    if found is Standing.EDITED:
        yield f"  sửa ở đâu: cqtt verify {quoted(path)} {period}"
        if not sealed:
            yield f"  đó là bản đã ký: cqtt seal {period} {quoted(path)}"
        yield f"  bỏ bản sửa (vẫn được giữ dưới tên khác): {again}"
