"""Where the authority's list says that units went (``nhap_vao``), and from when to when they exist: DV07."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from cqtt.models.don_vi import UnitEntry
from cqtt.names import nearest
from cqtt.problems import Key, Locator, Problem, dotted


def mergers(units: Sequence[UnitEntry], source: Locator, group: str) -> Iterator[Problem]:
    """DV07: a unit was merged into another one of the list *group*, not in a circle; none ends before it begins.

    One identifier may stand in the list several times: for the kinds, one after the other, that a unit was of.
    """
    known = {xa.ma for xa in units}
    into = {xa.ma: xa.nhap_vao for xa in units if xa.nhap_vao}
    for index, xa in enumerate(units):
        if xa.nhap_vao and (message := _wrong(xa.ma, xa.nhap_vao, into, known)):
            near = nearest(xa.nhap_vao, [ma for ma in known if ma != xa.ma]) if xa.nhap_vao not in known else None
            hint = "ghi mã của đơn vị mới có trong danh sách này, hoặc bỏ nhap_vao"
            yield _problem(
                source, (group, index, "nhap_vao"), xa, message, f"có phải ý bạn là “{near}”?" if near else hint
            )
        tu, den = xa.thoi_gian
        if tu and den and den < tu:
            message = f"tồn tại đến {xa.den_ngay}, trước ngày thành lập {xa.tu_ngay}"
            yield _problem(source, (group, index, "den_ngay"), xa, message, "kiểm tra tu_ngay, den_ngay")


def _wrong(ma: str, to: str, into: Mapping[str, str], known: Collection[str]) -> str:
    """What is wrong with that the unit *ma* went *to* another; empty where nothing is."""
    if to == ma:
        return "nhập vào chính nó"
    if to not in known:
        return f"nhập vào “{to}”, mã không có trong danh sách"
    chain = [ma, to]
    while (last := into.get(chain[-1])) is not None and last not in chain:
        chain.append(last)
    return f"nhập vòng tròn: {' → '.join([*chain, ma])}" if last == ma else ""


def _problem(source: Locator, key: Key, xa: UnitEntry, message: str, hint: str) -> Problem:
    return Problem(source.position(key), "DV07", f"{xa.don_vi.ten_day_du} {message}", hint, dotted(key))
