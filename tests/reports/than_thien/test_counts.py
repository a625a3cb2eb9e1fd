"""Counts of communes know whom they count, and name them in the order asked for."""

from dataclasses import replace

from cqtt.aggregate.derived import counts, in_order
from cqtt.models.du_lieu import DuLieu
from cqtt.models.so_lieu import Unit
from cqtt.reports.than_thien.counts import COUNTS

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
