"""The document's own data: names, date, signer."""

import re
from calendar import monthrange
from collections.abc import Iterator

from cqtt.clauses import KINH_GUI, LUU, NOI_NHAN
from cqtt.models.don_vi import NguoiKy
from cqtt.models.du_lieu import DuLieu
from cqtt.names import closing_mark, nearest
from cqtt.problems import Key, Locator, Problem, Severity, dotted

GUESSED = 50
"""Wrong identifiers whose nearest right one is looked for; more are no slips of the finger, and looking takes time."""


def named_communes_exist(data: DuLieu) -> Iterator[Problem]:
    """BC01: identifiers in ``thu_tu_neu_ten`` are those of the authority's units."""
    known = dict.fromkeys(xa.ma for xa in data.don_vi.gia_tri.units)
    orders = data.bao_cao.gia_tri.thu_tu_neu_ten
    every = ((name, i, ma) for name in type(orders).model_fields for i, ma in enumerate(getattr(orders, name)))
    wrong = (found for found in every if found[2] not in known)
    for number, (name, i, ma) in enumerate(wrong):
        key = ("thu_tu_neu_ten", name, i)
        near = nearest(ma, known) if number < GUESSED else None
        hint = f"có phải ý bạn là “{near}”?" if near else "dùng mã trong don_vi.yaml"
        yield Problem(data.bao_cao.nguon.position(key), "BC01", f"không có đơn vị mang mã “{ma}”", hint, dotted(key))


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


_PRINTED = re.compile(rf"[-–—+*•●▪]|\d+[.)](?=\s)|(?:{KINH_GUI}|{NOI_NHAN}|{LUU})\s*:", re.IGNORECASE)
"""What the layout prints before a line of its own, or a typist might."""


def lines_leave_their_marks_to_the_layout(data: DuLieu) -> Iterator[Problem]:
    """BC05: addressees and recipients have neither the dash before nor the punctuation after, which the layout prints.

    A semicolon after a recipient is allowed, since that is what is printed there (NĐ 30/2020/NĐ-CP, Phụ lục I, II.9).
    """
    don_vi, bao_cao = data.don_vi, data.bao_cao
    lists = [(don_vi.nguon, "kinh_gui", don_vi.gia_tri.kinh_gui), (don_vi.nguon, "noi_nhan", don_vi.gia_tri.noi_nhan)]
    lists.append((bao_cao.nguon, "noi_nhan", bao_cao.gia_tri.noi_nhan or []))
    lines: list[tuple[Locator, Key, str]] = [(don_vi.nguon, ("luu",), don_vi.gia_tri.luu)]
    lines += [(source, (name, i), line) for source, name, texts in lists for i, line in enumerate(texts)]
    for source, key, line in lines:
        text = line.rstrip("; ") if key[0] == "noi_nhan" else line
        if found := _PRINTED.match(text):
            message, hint = f"“{line}” mở đầu bằng “{found[0]}”", "bỏ phần này: văn bản đã in dấu, chữ ở đầu dòng"
        elif mark := closing_mark(text):
            message, hint = f"“{line}” kết thúc bằng “{mark}”", "bỏ dấu này: văn bản đã in dấu ở cuối dòng"
        elif not text:
            message, hint = f"“{line}” không có chữ", "ghi tên nơi nhận, hoặc bỏ mục này"
        else:
            continue
        yield Problem(source.position(key), "BC05", message, hint, dotted(key))


def _signer(data: DuLieu) -> tuple[Locator, NguoiKy]:
    """Who signs this period, and the file that says so: the period's own, or the authority's."""
    own = data.bao_cao.gia_tri.nguoi_ky
    return (data.bao_cao.nguon, own) if own else (data.don_vi.nguon, data.don_vi.gia_tri.nguoi_ky)
