"""How a report stands beside the data, in words, with the calls that help."""

from collections.abc import Iterator
from pathlib import Path

from cqtt.cli.ledger import quoted, shown
from cqtt.pipeline.standing import Standing

_OF_SEALED = {Standing.SAME: "đúng bản đã niêm phong", Standing.DATA: "khác bản đã niêm phong, không ai sửa tay"}


def told(found: Standing, path: Path, period: str, again: str, *, sealed: bool = False) -> Iterator[str]:
    """The lines about the report at *path*: how it stands, and what to call.

    *again* is the call that builds it; a *sealed* period is not sealed a second time.
    """
    name = quoted(shown(path))
    said = f"{shown(path)} {_OF_SEALED.get(found, found.value) if sealed else found.value}"
    if found in (Standing.SAME, Standing.SAVED):
        yield said
    elif found in (Standing.MISSING, Standing.DATA):
        yield f"{said}; lập lại bằng: {again}"
    else:
        yield f"{said}; xem khác gì bằng: cqtt verify {name} {period}"
        if not sealed:
            yield f"  đó là bản đã ký: cqtt seal {period} {name}"
        yield f"  lập lại, bản này được giữ dưới tên khác: {again}"
