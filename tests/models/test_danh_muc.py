"""The list of a record's figures."""

from cqtt.models.danh_muc import FiguresOfRecord, GiaTri
from cqtt.reports.than_thien.phuong_xa import PhuongXa, Thu
from tests.than_thien import DANH_MUC, gia_tri, so_lieu


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
