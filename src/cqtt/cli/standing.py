"""How a report stands beside the data, in words, with the calls that help."""

from collections.abc import Iterator

from cqtt.pipeline.standing import Standing

_SAID = {
    Standing.ABSENT: "chưa có",
    Standing.CURRENT: "đúng với số liệu",
    Standing.EDITED: "sửa tay: đã được sửa, ký hoặc lưu lại từ khi lập",
    Standing.OUTDATED: "số liệu đổi: không ai sửa tệp, nhưng số liệu, khuôn mẫu hoặc phần mềm đã đổi từ khi lập",
    Standing.UNKNOWN: "không ai sửa tệp; số liệu bây giờ có lỗi nên chưa so được",
}


def told(found: Standing, path: str, period: str, again: str, *, sealed: bool = False) -> Iterator[str]:
    """The lines about the report at *path*: how it stands, and what to call.

    *again* is the call that builds it; a *sealed* period is not sealed a second time.
    """
    quoted = f'"{path}"' if " " in path else path
    if found in (Standing.ABSENT, Standing.OUTDATED):
        yield f"{path} {_SAID[found]}; lập lại bằng: {again}"
        return
    yield f"{path} {_SAID[found]}"
    if found is Standing.EDITED:
        yield f"  sửa ở đâu: cqtt verify {quoted} {period}"
        if not sealed:
            yield f"  đó là bản đã ký: cqtt seal {period} {quoted}"
        yield f"  bỏ bản sửa (vẫn được giữ dưới tên khác): {again}"
