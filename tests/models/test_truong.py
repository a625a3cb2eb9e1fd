"""Fields are found by the key under which people write them."""

from cqtt.models.truong import co_dau, mo_hinh_tai, truong_tai
from cqtt.models.van_ban import ChuThuong
from cqtt.reports.than_thien.phuong_xa import PhuongXa, SangKien


def test_a_field_is_found_inside_blocks_and_lists() -> None:
    info = truong_tai(PhuongXa, ("ho_so", "tiep_nhan", "truc_tuyen"))
    assert info is not None
    assert info.title == "Hồ sơ tiếp nhận trực tuyến"
    assert mo_hinh_tai(PhuongXa, ("sang_kien", 0)) is SangKien
    assert co_dau(truong_tai(PhuongXa, ("sang_kien", 3, "ten")), ChuThuong)
    assert co_dau(truong_tai(PhuongXa, ("phuong_xa",)), ChuThuong) is False


def test_a_key_that_no_model_has_gives_none() -> None:
    assert truong_tai(PhuongXa, ("ho_so", "khac", "x")) is None
    assert truong_tai(PhuongXa, ()) is None
    assert mo_hinh_tai(PhuongXa, ("phuong_xa",)) is None
    assert co_dau(None, ChuThuong) is False
