"""The list of a record's figures."""

from typing import Annotated

from pydantic import Field

from cqtt.models.ban_ghi import BanGhi, HangNam, Luong, Nam, TuKy
from cqtt.models.danh_muc import DanhMuc
from cqtt.models.so_lieu import DonViTinh, Loai
from cqtt.models.theo_ban_ghi import FiguresOfRecord, GiaTri
from cqtt.reports.than_thien.phuong_xa import PhuongXa, Thu
from tests.than_thien import DANH_MUC, gia_tri, put, so_lieu


def test_counts_are_listed_in_the_order_of_the_form() -> None:
    paths = [muc.duong_dan for muc in DANH_MUC.cac_muc]
    assert paths[:2] == ["mot_cua.bang_bieu", "mot_cua.tthc_phai_niem_yet"]
    assert paths[-1] == "thu.chia_buon"
    assert len(paths) == len(set(paths))


def test_values_of_a_block_not_reported_are_none() -> None:
    thu = Thu(chuc_mung=1, cam_on=2, xin_loi=3, chia_buon=4)
    record = PhuongXa.cong([]).model_copy(update={"thu": thu})
    assert gia_tri(record)["thu.cam_on"] == 2
    assert gia_tri(record.model_copy(update={"thu": None}))["thu.cam_on"] is None


def test_figures_of_a_sum_say_that_they_are_sums() -> None:
    figures = {figure.duong_dan: figure for figure in so_lieu(PhuongXa.cong([]), "", "xa_phuong.*.")}
    assert figures["ho_so.tra_lai"].cong_thuc == "tổng xa_phuong.*.ho_so.tra_lai"
    assert figures["ho_so.dang_giai_quyet.tong"].cong_thuc == (
        "ho_so.dang_giai_quyet.trong_han + ho_so.dang_giai_quyet.qua_han"
    )
    assert figures["ho_so.da_giai_quyet.truoc_va_dung_han"].toan_hang == (
        "ho_so.da_giai_quyet.truoc_han",
        "ho_so.da_giai_quyet.dung_han",
    )


def test_figures_of_one_commune_are_read_and_not_computed() -> None:
    figures = {figure.duong_dan: figure for figure in so_lieu(PhuongXa.cong([]), "xa_phuong.nenh.", "")}
    assert figures["xa_phuong.nenh.ho_so.tra_lai"].cong_thuc == ""
    assert figures["xa_phuong.nenh.ho_so.tra_lai"].toan_hang == ()


def test_figures_asked_for_one_by_one_are_those_of_the_list() -> None:
    record = PhuongXa.cong([])
    figures = FiguresOfRecord(DANH_MUC, record, "xa_phuong.nenh.")
    assert [figures[path] for path in figures] == so_lieu(record, "xa_phuong.nenh.", "")
    assert len(figures) == len(list(figures)) > len(DANH_MUC.cac_muc)
    assert figures.get("ho_so") is None
    assert len(GiaTri(DANH_MUC, record)) == len(gia_tri(record)) >= len(DANH_MUC.cac_muc)


def test_what_may_be_left_out_is_known_by_a_count_that_comes_with_it() -> None:
    known = {"ho_so.truc_tuyen_da_giai_quyet": "ho_so.truc_tuyen_da_giai_quyet", "thu": "thu.chuc_mung"}
    assert DANH_MUC.khong_bat_buoc.items() >= known.items()


def test_what_the_records_class_says_of_its_fields() -> None:
    assert DANH_MUC.moi_don_vi == "xa_phuong.*."
    assert [muc.duong_dan for muc in DANH_MUC.cac_tong] == [
        f"ho_so.{block}.tong" for block in ("tiep_nhan", "da_giai_quyet", "dang_giai_quyet")
    ]
    assert DANH_MUC.so_rieng == {
        "cong_nhan.nam": ("Năm được công nhận", DonViTinh.NAM),
        "cong_nhan.muc_sao": ("Mức sao", DonViTinh.SAO),
    }
    assert DANH_MUC.mang(HangNam) == ("cong_nhan.dang_ky",)
    assert DANH_MUC.chuyen_ky == {"ho_so.tiep_nhan.ky_truoc": "ho_so.dang_giai_quyet.tong"}
    assert DANH_MUC.co_the_thieu == dict.fromkeys(
        (
            "ho_so.truc_tuyen_da_giai_quyet",
            "thu.chuc_mung",
            "thu.cam_on",
            "thu.xin_loi",
            "thu.chia_buon",
        ),
        Loai.LUONG,
    )


class Khac(BanGhi):
    """A record with a count that is required from some period on, and a year without a title."""

    so_ban: Annotated[Luong | None, TuKy("2025Q3")] = Field(default=None, title="Số bàn")
    nam: Nam


def test_a_field_that_is_required_later_and_one_without_a_title() -> None:
    other = DanhMuc("khac", Khac)
    assert other.tu_ky == {"so_ban": TuKy("2025Q3")}
    assert other.so_rieng == {"nam": ("nam", DonViTinh.NAM)}
    assert other.moi_don_vi == "khac.*."


def test_a_sum_that_nobody_writes_is_added_from_its_parts() -> None:
    settled = PhuongXa.cong([]).ho_so.da_giai_quyet.model_copy(update={"truoc_han": 3, "dung_han": 4})
    assert (
        gia_tri(put(PhuongXa.cong([]), {"ho_so.da_giai_quyet": settled}))["ho_so.da_giai_quyet.truoc_va_dung_han"] == 7
    )
