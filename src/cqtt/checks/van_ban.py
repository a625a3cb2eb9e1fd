"""The document's own data: names, date, signer."""

import re
from calendar import monthrange
from collections.abc import Iterator

from cqtt.models.bao_cao import ThuTuNeuTen
from cqtt.models.don_vi import NguoiKy
from cqtt.models.du_lieu import DuLieu
from cqtt.names import nearest
from cqtt.problems import Locator, Problem, Severity, dotted

_DASH, _MARK = re.compile(r"[-–—+•](?=\s)"), re.compile(r"[.,](?=[; ]*$)")


def named_communes_exist(data: DuLieu) -> Iterator[Problem]:
    """BC01: identifiers in ``thu_tu_neu_ten`` are those of the authority's communes."""
    known = [xa.ma for xa in data.don_vi.gia_tri.xa_phuong]
    for name in ThuTuNeuTen.model_fields:
        for i, ma in enumerate(getattr(data.bao_cao.gia_tri.thu_tu_neu_ten, name)):
            if ma in known:
                continue
            key = ("thu_tu_neu_ten", name, i)
            near = nearest(ma, known)
            hint = f"có phải ý bạn là “{near}”?" if near else "dùng mã trong don_vi.yaml"
            yield Problem(
                data.bao_cao.nguon.position(key), "BC01", f"không có đơn vị mang mã “{ma}”", hint, dotted(key)
            )


def date_exists(data: DuLieu) -> Iterator[Problem]:
    """BC02: the document's date is one of the calendar."""
    bao_cao = data.bao_cao.gia_tri
    if bao_cao.ngay is None or bao_cao.thang is None:
        return
    last = monthrange(bao_cao.nam, bao_cao.thang)[1]
    if bao_cao.ngay > last:
        message = f"tháng {bao_cao.thang} năm {bao_cao.nam} chỉ có {last} ngày, đang ghi ngày {bao_cao.ngay}"
        yield Problem(data.bao_cao.nguon.position(("ngay",)), "BC02", message, "sửa ngày hoặc tháng", "ngay")


def capacity_is_whole(data: DuLieu) -> Iterator[Problem]:
    """BC04: ``KT.`` and its like say for whom; alone they would vanish from above the signature."""
    source, signer = _signer(data)
    if signer.hinh_thuc and not signer.quyen_han:
        here = source.position(("nguoi_ky", "hinh_thuc"))
        message = f"có hình thức ký {signer.hinh_thuc} mà không có quyen_han"
        yield Problem(here, "BC04", message, "ghi ký thay ai, ví dụ quyen_han: CHỦ TỊCH", "nguoi_ky.quyen_han")


def signer_is_known(data: DuLieu) -> Iterator[Problem]:
    """BC03: somebody signs; without a name the space is left blank, which may be meant."""
    source, signer = _signer(data)
    if signer.ho_ten is None:
        here = source.position(("nguoi_ky", "ho_ten"))
        yield Problem(
            here,
            "BC03",
            "chưa có họ tên người ký",
            "ghi ho_ten trước khi trình ký",
            "nguoi_ky.ho_ten",
            Severity.WARNING,
        )


def _signer(data: DuLieu) -> tuple[Locator, NguoiKy]:
    """Who signs this period, and the file that says so: the period's own, or the authority's."""
    own = data.bao_cao.gia_tri.nguoi_ky
    return (data.bao_cao.nguon, own) if own else (data.don_vi.nguon, data.don_vi.gia_tri.nguoi_ky)


def lists_leave_the_marks_to_the_layout(data: DuLieu) -> Iterator[Problem]:
    """BC05: recipients and addressees have no dash in front and no mark behind; the layout prints both (II.9).

    A semicolon at the end of a recipient is taken for that of the layout.
    """
    for part in (data.don_vi, data.bao_cao):
        for name in ("kinh_gui", "noi_nhan"):
            for i, words in enumerate(getattr(part.gia_tri, name, None) or ()):
                found = _DASH.match(words) or _MARK.search(words)
                if found and not words.endswith("..."):
                    where = "cuối" if found.start() else "đầu"
                    message = f"“{words}” có dấu {found[0]} ở {where}, sẽ in hai dấu"
                    here = part.nguon.position((name, i))
                    yield Problem(here, "BC05", message, f"bỏ dấu {found[0]}", dotted((name, i)))
