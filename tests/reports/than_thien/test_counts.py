"""Counts of communes know whom they count, and name them in the order asked for."""

import pytest
from msgspec.structs import replace

from cqtt.aggregate.derived import counts, in_order
from cqtt.models.du_lieu import DuLieu
from cqtt.models.so_lieu import Unit
from cqtt.reports.than_thien.counts import COUNTS
from tests.than_thien import units_with

A, B, C = (Unit(ma, ma.upper(), "xã") for ma in "abc")


def in_order_of(data: DuLieu, units: list[Unit], listed: list[str]) -> tuple[Unit, ...]:
    bao_cao = data.bao_cao.gia_tri
    orders = bao_cao.thu_tu_neu_ten.model_copy(update={"cong_nhan": listed})
    document = replace(data.bao_cao, gia_tri=bao_cao.model_copy(update={"thu_tu_neu_ten": orders}))
    return in_order(units, replace(data, bao_cao=document), "cong_nhan")


def test_those_named_come_first_then_the_authoritys_order(quy_i: DuLieu) -> None:
    assert in_order_of(quy_i, [A, B, C], ["c"]) == (C, A, B)
    assert in_order_of(quy_i, [A, B, C], []) == (A, B, C)
    assert in_order_of(quy_i, [A], ["b", "a"]) == (A,)
    assert in_order([A, B, C], quy_i, "") == (A, B, C)


ONE_BY_ONE = [
    ("mot_cua.phong_lanh_dao_lien_ke", "bố trí phòng lãnh đạo liền kề", 11),
    ("mot_cua.wifi", "có bộ phát Wifi miễn phí", 17),
    ("mot_cua.camera", "có camera giám sát", 17),
    ("mot_cua.thanh_toan_khong_tien_mat", "có thanh toán không dùng tiền mặt", 17),
    ("mot_cua.chinh_trang", "đã chỉnh trang khuôn viên", 17),
]
DESK = "mot_cua.phong_lanh_dao_lien_ke là true"
BUILT, MENDED = "mot_cua.dau_tu là “xây mới”", "mot_cua.dau_tu là “cải tạo”"
ALL = [
    *((path, f": {title}", f"{path} là true", count) for path, title, count in ONE_BY_ONE),
    ("mot_cua.xay_moi", " xây mới Bộ phận Một cửa", BUILT, 3),
    (
        "mot_cua.xay_moi_lien_ke",
        " xây mới Bộ phận Một cửa và bố trí phòng lãnh đạo liền kề",
        f"{BUILT} và {DESK}",
        3,
    ),
    ("mot_cua.cai_tao", " cải tạo Bộ phận Một cửa", MENDED, 5),
    (
        "mot_cua.cai_tao_lien_ke",
        " cải tạo Bộ phận Một cửa và bố trí phòng lãnh đạo liền kề",
        f"{MENDED} và {DESK}",
        5,
    ),
    ("cong_nhan.so_don_vi", " được công nhận", "cong_nhan.nam khác null", 9),
    ("cong_nhan.nam_truoc", " được công nhận năm trước", "cong_nhan.nam là năm trước năm báo cáo", 9),
    ("cong_nhan.da_gan_sao", " đã gắn sao", "cong_nhan.da_gan_sao là true", 7),
    (
        "cong_nhan.chua_gan_sao",
        " được công nhận mà chưa gắn sao",
        "cong_nhan.nam khác null và da_gan_sao là false",
        2,
    ),
    ("cong_nhan.con_lai", " chưa được công nhận", "cong_nhan.nam là null", 8),
    ("cong_nhan.nang_muc_sao", " đăng ký nâng mức sao", "cong_nhan.dang_ky là “nâng mức sao”", 9),
    ("cong_nhan.lan_dau", " đăng ký công nhận lần đầu", "cong_nhan.dang_ky là “công nhận lần đầu”", 8),
    ("sang_kien.so_don_vi", " có sáng kiến", "sang_kien không trống", 5),
]


def test_each_count_says_what_it_counts_and_how(quy_i: DuLieu) -> None:
    found = [(f.duong_dan, f.ten, f.cong_thuc, f.gia_tri) for f in counts(quy_i)]
    assert found == [(path, f"Số đơn vị{title}", f"số đơn vị có {rule}", count) for path, title, rule, count in ALL]


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("mot_cua.xay_moi_lien_ke", {"mot_cua.phong_lanh_dao_lien_ke": False}),
        ("mot_cua.xay_moi_lien_ke", {"mot_cua.dau_tu": "không"}),
        ("mot_cua.wifi", {"mot_cua.wifi": False}),
        ("mot_cua.camera", {"mot_cua.camera": False}),
        ("mot_cua.thanh_toan_khong_tien_mat", {"mot_cua.thanh_toan_khong_tien_mat": False}),
        ("mot_cua.chinh_trang", {"mot_cua.chinh_trang": False}),
        ("sang_kien.so_don_vi", {"sang_kien": []}),
    ],
)
def test_one_commune_less_is_counted(quy_i: DuLieu, path: str, values: dict[str, object]) -> None:
    def count_of(data: DuLieu) -> int:
        return next(len(f.don_vi or ()) for f in counts(data) if f.duong_dan == path)

    assert count_of(replace(quy_i, units=units_with(quy_i, {"huong-mai": values}))) == count_of(quy_i) - 1


def test_recognised_this_year_is_not_recognised_the_year_before(quy_i: DuLieu) -> None:
    data = replace(quy_i, units=units_with(quy_i, {"huong-mai": {"cong_nhan.nam": 2024}}))
    found = {f.duong_dan: f.gia_tri for f in counts(data)}
    assert (found["cong_nhan.so_don_vi"], found["cong_nhan.nam_truoc"], found["cong_nhan.con_lai"]) == (10, 9, 7)


def test_each_list_that_says_the_order_is_that_of_its_count() -> None:
    orders = {count.path: count.order for count in COUNTS if count.order}
    assert orders == {
        "mot_cua.xay_moi": "xay_moi",
        "mot_cua.xay_moi_lien_ke": "xay_moi",
        "mot_cua.cai_tao": "cai_tao",
        "mot_cua.cai_tao_lien_ke": "cai_tao",
        "cong_nhan.so_don_vi": "cong_nhan",
        "cong_nhan.nam_truoc": "cong_nhan",
        "cong_nhan.da_gan_sao": "cong_nhan",
        "cong_nhan.chua_gan_sao": "chua_gan_sao",
        "sang_kien.so_don_vi": "sang_kien",
    }


def test_the_paper_reports_communes_are_counted_and_named(quy_i: DuLieu) -> None:
    found = {figure.duong_dan: figure for figure in counts(quy_i)}

    def named(path: str) -> str:
        return ", ".join(unit.ten for unit in found[path].don_vi or ())

    assert named("mot_cua.xay_moi") == "Hương Mai, Minh Đức, Vân Trung"
    assert named("mot_cua.cai_tao") == "Tự Lạn, Việt Tiến, Quảng Minh, Nghĩa Trung, Nếnh"
    assert named("cong_nhan.nam_truoc") == (
        "Quang Châu, Hồng Thái, Nghĩa Trung, Quảng Minh, Tăng Tiến, Thượng Lan, Tiên Sơn, Trung Sơn, Tự Lạn"
    )
    assert named("cong_nhan.chua_gan_sao") == "Tự Lạn, Tăng Tiến"
    assert found["cong_nhan.da_gan_sao"].gia_tri == 7
    assert found["mot_cua.wifi"].gia_tri == 17


def test_every_count_is_the_number_of_those_it_names(quy_i: DuLieu) -> None:
    for figure in counts(quy_i):
        assert figure.don_vi is not None
        assert figure.gia_tri == len(figure.don_vi)


def test_the_recognised_and_the_others_are_all(quy_i: DuLieu) -> None:
    found = {figure.duong_dan: figure.gia_tri for figure in counts(quy_i)}
    assert found["cong_nhan.so_don_vi"] == 9
    assert found["cong_nhan.con_lai"] == 8
    assert len(COUNTS) == len(found)
