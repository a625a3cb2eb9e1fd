"""One commune's answers among themselves: procedures posted, recognition and stars."""

from collections.abc import Iterator

from cqtt.models.du_lieu import BaoCaoXa
from cqtt.models.ky import Ky
from cqtt.numerals import count
from cqtt.problems import Problem


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
