"""One commune's answers among themselves: procedures posted, recognition and stars."""

from collections.abc import Iterator

from cqtt.models.danh_muc import gia_tri
from cqtt.models.du_lieu import BaoCaoXa
from cqtt.models.ky import Ky
from cqtt.models.phuong_xa import TrangThietBi
from cqtt.names import title_key
from cqtt.numerals import count
from cqtt.problems import Problem, Severity


def posted_within_due(xa_phuong: tuple[BaoCaoXa, ...], _: Ky) -> Iterator[Problem]:
    """MC01: no more procedures are posted than must be."""
    for xa in xa_phuong:
        posted, due = xa.so_lieu.mot_cua.tthc_da_niem_yet, xa.so_lieu.mot_cua.tthc_phai_niem_yet
        if posted > due:
            here = xa.nguon.position(("mot_cua", "tthc_da_niem_yet"))
            message = f"{xa.don_vi.ten_day_du}: đã niêm yết {count(posted)}, nhiều hơn số phải niêm yết {count(due)}"
            yield Problem(here, "MC01", message, "kiểm tra cả hai số", "mot_cua.tthc_da_niem_yet")


def stars_need_recognition(xa_phuong: tuple[BaoCaoXa, ...], _: Ky) -> Iterator[Problem]:
    """CN01: stars, and their level, only where the commune is recognised."""
    for xa in xa_phuong:
        cong_nhan = xa.so_lieu.cong_nhan
        if cong_nhan.nam is not None:
            continue
        for name, value in (("da_gan_sao", cong_nhan.da_gan_sao), ("muc_sao", cong_nhan.muc_sao)):
            if value:
                here = xa.nguon.position(("cong_nhan", name))
                message = f"{xa.don_vi.ten_day_du}: có {name} nhưng chưa có năm được công nhận (nam: null)"
                mend = f"ghi nam, hoặc sửa {name} thành {'false' if value is True else 'null'}"
                yield Problem(here, "CN01", message, mend, f"cong_nhan.{name}")


def recognition_is_not_in_the_future(xa_phuong: tuple[BaoCaoXa, ...], ky: Ky) -> Iterator[Problem]:
    """CN02: recognised in the period's year at the latest."""
    for xa in xa_phuong:
        nam = xa.so_lieu.cong_nhan.nam
        if nam is not None and nam > ky.nam:
            here = xa.nguon.position(("cong_nhan", "nam"))
            message = f"{xa.don_vi.ten_day_du}: năm được công nhận {nam} sau kỳ báo cáo {ky.ma}"
            yield Problem(here, "CN02", message, "kiểm tra lại năm", "cong_nhan.nam")


def recognised_have_stars(xa_phuong: tuple[BaoCaoXa, ...], ky: Ky) -> Iterator[Problem]:
    """CN03, for information: recognised, but the stars are not yet up."""
    for xa in xa_phuong:
        nam = xa.so_lieu.cong_nhan.nam
        if nam is not None and nam <= ky.nam and not xa.so_lieu.cong_nhan.da_gan_sao:
            here = xa.nguon.position(("cong_nhan", "da_gan_sao"))
            message = f"{xa.don_vi.ten_day_du}: được công nhận năm {nam} mà chưa gắn sao"
            hint = "đúng như vậy thì không cần sửa; báo cáo sẽ nêu tên"
            yield Problem(here, "CN03", message, hint, "cong_nhan.da_gan_sao", Severity.NOTICE)


def no_initiative_twice(xa_phuong: tuple[BaoCaoXa, ...], _: Ky) -> Iterator[Problem]:
    """XA02: a commune names each initiative once; over several periods one of the same name is the same."""
    for xa in xa_phuong:
        seen: dict[str, int] = {}
        for i, initiative in enumerate(xa.so_lieu.sang_kien):
            first = seen.setdefault(title_key(initiative.ten), i)
            if first != i:
                where = f"dòng {xa.nguon.position(('sang_kien', first, 'ten')).line}"
                here = xa.nguon.position(("sang_kien", i, "ten"))
                message = f"{xa.don_vi.ten_day_du}: sáng kiến này đã ghi ở {where}"
                yield Problem(
                    here, "XA02", message, f"giữ một trong hai: {where} hoặc dòng này", f"sang_kien[{i + 1}].ten"
                )


def initiatives_have_names(xa_phuong: tuple[BaoCaoXa, ...], _: Ky) -> Iterator[Problem]:
    """XA03: the name of an initiative has a letter or a digit; ``---`` would be counted and printed as one."""
    for xa in xa_phuong:
        for i, initiative in enumerate(xa.so_lieu.sang_kien):
            if not any(map(str.isalnum, initiative.ten)):
                here = xa.nguon.position(("sang_kien", i, "ten"))
                message = f"{xa.don_vi.ten_day_du}: “{initiative.ten}” không phải tên sáng kiến"
                hint = "ghi tên sáng kiến, hoặc bỏ mục này; không có sáng kiến nào thì ghi sang_kien: []"
                yield Problem(here, "XA03", message, hint, f"sang_kien[{i + 1}].ten")


FAR = 10
"""A count so many times the median is a slip of the finger, not a well-equipped commune."""

ENOUGH = 5
"""Fewer communes than this have no median worth comparing with."""


def equipment_is_like_the_others(xa_phuong: tuple[BaoCaoXa, ...], _: Ky) -> Iterator[Problem]:
    """TB01 (warning): no count of equipment is ten times what the middle commune has."""
    if len(xa_phuong) < ENOUGH:
        return
    for name in TrangThietBi.model_fields:
        counts = sorted(getattr(xa.so_lieu.trang_thiet_bi, name) for xa in xa_phuong)
        middle = counts[len(counts) // 2]
        for xa in xa_phuong:
            value = getattr(xa.so_lieu.trang_thiet_bi, name)
            if middle and value >= FAR * middle:
                here = xa.nguon.position(("trang_thiet_bi", name))
                message = f"{xa.don_vi.ten_day_du}: {count(value)}, trong khi đơn vị ở giữa chỉ có {count(middle)}"
                hint = "kiểm tra xem có gõ thừa chữ số không"
                yield Problem(here, "TB01", message, hint, f"trang_thiet_bi.{name}", Severity.WARNING)


def no_two_communes_report_the_same(xa_phuong: tuple[BaoCaoXa, ...], _: Ky) -> Iterator[Problem]:
    """XA01 (warning): two communes whose counts are all the same; one file is probably a copy of the other."""
    seen: dict[tuple[int | None, ...], BaoCaoXa] = {}
    for xa in xa_phuong:
        first = seen.setdefault(tuple(gia_tri(xa.so_lieu).values()), xa)
        if first is not xa:
            here = xa.nguon.position(("phuong_xa",))
            message = f"mọi số liệu của {xa.don_vi.ten_day_du} giống hệt {first.don_vi.ten_day_du}"
            yield Problem(here, "XA01", message, f"so với {first.nguon.path}", "phuong_xa", Severity.WARNING)
