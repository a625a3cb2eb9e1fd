"""A figure is led back to the lines it was written on."""

import sys
from collections import Counter
from decimal import Decimal
from types import FrameType

import pytest
from msgspec.structs import replace

from cqtt.aggregate import aggregate
from cqtt.aggregate.rollup import roll_up
from cqtt.explanation import Explainer, Explanation, Operand
from cqtt.models.co_bao_cao import Reporting
from cqtt.models.du_lieu import CoNguon, DuLieu
from cqtt.models.so_lieu import Loai, SoLieu
from cqtt.reports.than_thien.phuong_xa import Thu
from cqtt.source.source_file import SourceFile
from tests.nam import YEAR, year


@pytest.fixture(scope="module")
def explainer(request: pytest.FixtureRequest) -> Explainer:
    data: DuLieu = request.getfixturevalue("quy_i")
    return Explainer(aggregate(data), data.bao_cao.nguon)


def explained(explainer: Explainer, path: str) -> Explanation:
    figure = explainer.figure(path)
    assert figure is not None
    return explainer.explain(figure)


def test_a_rate_is_led_back_to_every_communes_lines(explainer: Explainer) -> None:
    explanation = explained(explainer, "ho_so.ty_le_dung_han")
    assert [operand.figure.duong_dan for operand in explanation.operands] == [
        "ho_so.da_giai_quyet.truoc_han",
        "ho_so.da_giai_quyet.dung_han",
        "ho_so.da_giai_quyet.tong",
    ]
    for operand in explanation.operands:
        assert sum(share.value or 0 for share in operand.shares) == operand.figure.gia_tri
        values = [share.value or 0 for share in operand.shares]
        assert values == sorted(values, reverse=True)
        assert len(values) == 17


def test_a_list_is_led_back_to_the_units_that_name_its_items(explainer: Explainer) -> None:
    (operand,) = explained(explainer, "sang_kien.so_luong").operands
    assert sum(share.value or 0 for share in operand.shares) == operand.figure.gia_tri == 5
    assert len(operand.shares) == 17
    for share in operand.shares:
        assert share.position.text.startswith("sang_kien:")
        assert share.unit is not None
        assert share.figure.duong_dan == f"xa_phuong.{share.unit.ma}.sang_kien.so_luong"


def test_a_count_that_ranks_is_led_back_to_what_is_ranked(explainer: Explainer) -> None:
    explanation = explained(explainer, "xep_hang.ho_so.ty_le_dung_han.duoi_muc_chung")
    (operand,) = explanation.operands
    assert operand.figure.duong_dan == "ho_so.ty_le_dung_han"
    level = operand.figure
    lower = [share for share in operand.shares if (share.value or 0) < (level.gia_tri or 0)]
    below = [share.unit for share in lower if share.figure.in_ra != level.in_ra]
    assert set(below) == set(explanation.figure.don_vi or ())
    (first,) = explained(explainer, "xep_hang.ho_so.ty_le_dung_han.muc_dau").operands
    assert first.figure.duong_dan == "xa_phuong.tang-tien.ho_so.ty_le_dung_han"


def test_each_share_stands_on_the_line_it_names(explainer: Explainer) -> None:
    (operand,) = explained(explainer, "ho_so.tiep_nhan.truc_tuyen").operands
    for share in operand.shares:
        assert share.position.text == f"    truc_tuyen: {share.value}"


def test_a_communes_rate_is_made_of_its_own_counts(explainer: Explainer) -> None:
    explanation = explained(explainer, "xa_phuong.nenh.ho_so.ty_le_dung_han")
    shares = [share for operand in explanation.operands for share in operand.shares]
    assert [(share.value, share.position.line) for share in shares] == [(298, 38), (104, 39), (440, 37)]


def test_a_share_is_told_as_its_own_figure_is_printed(explainer: Explainer) -> None:
    printed = {
        path: [share.figure.in_ra for operand in explained(explainer, path).operands for share in operand.shares]
        for path in ("kinh_phi", "xa_phuong.tu-lan.cong_nhan.nam", "xa_phuong.huong-mai.cong_nhan.nam")
    }
    assert printed == {
        "kinh_phi": ["17 tỷ đồng"],
        "xa_phuong.tu-lan.cong_nhan.nam": ["2023"],
        "xa_phuong.huong-mai.cong_nhan.nam": ["–"],
    }


def test_a_count_names_those_counted_and_those_not(explainer: Explainer) -> None:
    explanation = explained(explainer, "cong_nhan.so_don_vi")
    assert explanation.figure.don_vi is not None
    assert explanation.not_counted is not None
    assert (len(explanation.figure.don_vi), len(explanation.not_counted)) == (9, 8)


def test_figures_of_both_levels_are_led_back_to_both_files(explainer: Explainer) -> None:
    online, _ = explained(explainer, "ho_so_toan_dia_ban.ty_le_truc_tuyen").operands
    assert (online.shares[0].unit, online.shares[0].value) == (None, 3174)
    assert online.shares[0].position.text == "  truc_tuyen: 3174"
    assert sum(share.value or 0 for share in online.shares) == 7910


def test_a_figure_that_is_written_once_is_its_own_operand(explainer: Explainer) -> None:
    (operand,) = explained(explainer, "kinh_phi").operands
    assert [share.position.text for share in operand.shares] == ["kinh_phi: 17000000000  # đồng"]


def compared(quy_i: DuLieu) -> Explainer:
    """2024Q1 beside itself as the period before, in which no commune settled anything too late but Nếnh."""
    before = aggregate(quy_i)
    there = Explainer(before, quy_i.bao_cao.nguon)
    return Explainer(replace(before, ky_truoc=before), quy_i.bao_cao.nguon, khac={"ky_truoc": there})


def test_of_a_change_of_rates_each_commune_tells_its_own_rate(quy_i: DuLieu) -> None:
    """What is left of a hundred too, so that the two rates of a commune add up to 100,0 as on paper."""
    made = compared(quy_i)
    told = []
    for name in ("ty_le_dung_han", "ty_le_qua_han"):
        now, before = explained(made, f"so_voi_ky_truoc.ho_so.{name}").operands
        assert [operand.figure.duong_dan for operand in (now, before)] == [f"ho_so.{name}", f"ky_truoc.ho_so.{name}"]
        assert [s.figure.in_ra for s in now.shares] == [s.figure.in_ra for s in before.shares]
        assert now.reporting is None
        told.append({s.unit.ma: s.figure.in_ra for s in now.shares if s.unit})
    on_time, late = told
    assert len(on_time) == 17
    assert (on_time["nenh"], late["nenh"]) == ("91,4%", "8,6%")
    for ma, text in on_time.items():
        assert sum(Decimal(t.rstrip("%").replace(",", ".")) for t in (text, late[ma])) == 100


def test_the_change_of_one_communes_rate_is_told_by_its_two_rates(quy_i: DuLieu) -> None:
    operands = explained(compared(quy_i), "so_voi_ky_truoc.xa_phuong.nenh.ho_so.ty_le_qua_han").operands
    assert [[share.figure.in_ra for share in operand.shares] for operand in operands] == [["8,6%"], ["8,6%"]]


def test_of_a_change_of_what_no_commune_has_the_operands_are_told(quy_i: DuLieu) -> None:
    """An average and the rate of both levels are no sums: their shares would not be shares of them."""
    made = compared(quy_i)
    average = explained(made, "so_voi_ky_truoc.trang_thiet_bi.binh_quan.may_in").operands
    own = ["trang_thiet_bi.binh_quan.may_in", "trang_thiet_bi.may_in", "so_don_vi"]
    assert [o.figure.duong_dan for o in average] == [*own, *(f"ky_truoc.{path}" for path in own)]
    assert [len(o.shares) for o in average] == [0, 17, 0] * 2
    both = explained(made, "so_voi_ky_truoc.ho_so_toan_dia_ban.ty_le_truc_tuyen").operands
    assert [(o.figure.in_ra, len(o.shares)) for o in both] == [("99,9%", 0), ("7.910", 18), ("8", 18)] * 2


def test_a_figure_of_another_period_has_operands_and_shares_of_that_period(quy_i: DuLieu) -> None:
    (operand,) = explained(compared(quy_i), "ky_truoc.ho_so.tra_lai").operands
    assert operand.figure.duong_dan == "ky_truoc.ho_so.tra_lai"
    assert operand.shares[0].figure.duong_dan == "ky_truoc.xa_phuong.quang-chau.ho_so.tra_lai"


def rolled_up(*parts: DuLieu) -> Explainer:
    data = roll_up(YEAR, parts, None)
    return Explainer(aggregate(data), data.bao_cao.nguon, parts)


def lines(explainer: Explainer, path: str) -> list[tuple[str, int | Decimal | None]]:
    """The periods that the shares of the figure at *path* were written in, and their values."""
    (operand,) = explained(explainer, path).operands
    return [(share.position.path.split("/")[1], share.value) for share in operand.shares]


def test_in_a_longer_period_an_opening_stock_is_told_by_its_first_part_and_a_stock_by_its_last() -> None:
    made = year(7, 1)
    (unit,) = made.communes[0]
    raw = [quarter[unit] for quarter in made.communes]
    explainer = rolled_up(*made.data)
    for path in ("{}", f"xa_phuong.{unit}.{{}}"):
        opening, stock, flow = (
            lines(explainer, path.format(f"ho_so.{name}"))
            for name in ("tiep_nhan.ky_truoc", "dang_giai_quyet.qua_han", "tra_lai")
        )
        assert opening == [("2024Q1", raw[0]["ho_so"]["tiep_nhan"]["ky_truoc"])]
        assert stock == [("2024Q4", raw[3]["ho_so"]["dang_giai_quyet"]["qua_han"])]
        assert flow == [(f"2024Q{i}", one["ho_so"]["tra_lai"]) for i, one in enumerate(raw, start=1)]


def test_a_commune_that_came_later_is_told_by_the_first_part_it_reported() -> None:
    first, second, *_ = year(7, 2).data
    explainer = rolled_up(replace(first, units=first.units[:1]), second)
    shares = lines(explainer, "ho_so.tiep_nhan.ky_truoc")
    assert sorted(period for period, _ in shares) == ["2024Q1", "2024Q2"]
    figure = explainer.figure("ho_so.tiep_nhan.ky_truoc")
    assert figure is not None
    assert sum(value or 0 for _, value in shares) == figure.gia_tri


def with_letters(data: DuLieu, reporting: int) -> DuLieu:
    """*data* in which only the first *reporting* communes tell of their letters."""
    letters = [Thu(chuc_mung=i, cam_on=1, xin_loi=0, chia_buon=0) if i < reporting else None for i in range(17)]
    communes = zip(data.units, letters, strict=False)
    told = tuple(replace(xa, so_lieu=xa.so_lieu.model_copy(update={"thu": thu})) for xa, thu in communes)
    return replace(data, units=told)


@pytest.mark.parametrize(
    ("reporting", "text", "told"),
    [
        (0, "–", "0/17 xã, phường có báo cáo"),
        (8, "28", "8/17 xã, phường có báo cáo"),
        (17, "136", "17/17 xã, phường có báo cáo"),
    ],
)
def test_it_is_known_how_many_communes_report_a_figure(quy_i: DuLieu, reporting: int, text: str, told: str) -> None:
    data = with_letters(quy_i, reporting)
    explainer = Explainer(aggregate(data), data.bao_cao.nguon)
    (operand,) = explained(explainer, "thu.chuc_mung").operands
    assert (operand.figure.in_ra, str(operand.reporting)) == (text, told)
    assert operand.reporting is not None
    assert operand.reporting.all_do is (reporting == 17)
    assert [share.value is None for share in operand.shares] == [False] * reporting + [True] * (17 - reporting)
    assert explained(explainer, "xa_phuong.nenh.thu.chuc_mung").operands[0].reporting is None


def test_of_a_longer_period_each_part_tells_how_many_reported_in_it() -> None:
    first, second, *_ = year(7, 3).data
    explainer = rolled_up(with_letters(first, 2), with_letters(second, 0))
    (operand,) = explained(explainer, "thu.chuc_mung").operands
    assert (operand.figure.gia_tri, str(operand.reporting)) == (None, "2024Q1: 2/3, 2024Q2: 0/3 phường có báo cáo")
    assert operand.reporting is not None
    assert (operand.reporting.communes, operand.reporting.all_do) == (0, False)
    assert [(s.position.path.split("/")[1], s.value) for s in operand.shares if s.unit == first.units[1].don_vi] == [
        ("2024Q1", 1),
        ("2024Q2", None),
    ]
    (full,) = explained(explainer, "ho_so.tra_lai").operands
    assert full.reporting is not None
    assert (full.reporting.communes, full.reporting.all_do) == (3, True)
    absent = rolled_up(with_letters(first, 0), with_letters(second, 0)).figure("thu.chuc_mung")
    assert absent is not None
    assert (absent.gia_tri, absent.in_ra) == (None, "–")


def test_a_part_whose_own_figure_is_missing_is_shown_beside_those_that_have_it(quy_i: DuLieu) -> None:
    without = replace(quy_i.bao_cao, gia_tri=quy_i.bao_cao.gia_tri.model_copy(update={"tin_bai": None}))
    assert lines(rolled_up(quy_i, replace(quy_i, bao_cao=without)), "tin_bai") == [("2024Q1", 158), ("2024Q1", None)]


def test_of_a_change_it_is_known_how_many_report_in_each_period(quy_i: DuLieu) -> None:
    """Also of the period in which all do, for it is the difference that counts."""
    every, some = with_letters(quy_i, 17), with_letters(quy_i, 12)
    there = Explainer(aggregate(every), every.bao_cao.nguon)
    now = replace(aggregate(some), ky_truoc=aggregate(every))
    explanation = explained(Explainer(now, some.bao_cao.nguon, khac={"ky_truoc": there}), "so_voi_ky_truoc.thu.cam_on")
    assert [explanation.reporting(operand) for operand in explanation.operands] == [
        "12/17 xã, phường có báo cáo",
        "17/17 xã, phường có báo cáo",
    ]


@pytest.mark.parametrize("path", ["ho_so", "ho_so.khong_co", "xa_phuong.nenh", "xa_phuong.khong.ho_so.tra_lai", ""])
def test_what_is_no_figure_is_none(explainer: Explainer, path: str) -> None:
    assert explainer.figure(path) is None


def test_every_figure_can_be_explained(explainer: Explainer, quy_i: DuLieu) -> None:
    for figure in aggregate(quy_i).tat_ca():
        explanation = explainer.explain(figure)
        assert explanation.operands or explanation.not_counted is not None, figure.duong_dan


def test_who_reports_is_told_only_where_somebody_does_not(explainer: Explainer) -> None:
    full = explained(explainer, "trang_thiet_bi.binh_quan.may_in")
    assert [full.reporting(operand) for operand in full.operands] == ["", ""]
    assert (full.not_counted, full.operands[1].reporting) == (None, None)
    figure = SoLieu("x", "X", Loai.LUONG, 1)
    some = Explanation(figure, (Operand(figure, (), Reporting(1, 2, "xã")), Operand(figure, ())))
    assert [some.reporting(operand) for operand in some.operands] == ["1/2 xã có báo cáo", ""]


def test_who_reports_nothing_stands_behind_who_reports_zero(quy_i: DuLieu) -> None:
    zero = Thu(chuc_mung=0, cam_on=0, xin_loi=0, chia_buon=0)
    units = [replace(xa, so_lieu=xa.so_lieu.model_copy(update={"thu": None})) for xa in quy_i.units]
    units[2] = replace(units[2], so_lieu=units[2].so_lieu.model_copy(update={"thu": zero}))
    data = replace(quy_i, units=tuple(units))
    (operand,) = explained(Explainer(aggregate(data), data.bao_cao.nguon), "thu.cam_on").operands
    assert [(share.unit, share.value) for share in operand.shares[:2]] == [
        (units[2].don_vi, 0),
        (units[0].don_vi, None),
    ]


def test_a_sum_of_the_authoritys_own_figures_is_led_back_to_them(explainer: Explainer) -> None:
    operands = explained(explainer, "kiem_tra_cong_vu.tong").operands
    assert [operand.figure.duong_dan for operand in operands] == [
        "kiem_tra_cong_vu.cap_xa",
        "kiem_tra_cong_vu.co_quan_chuyen_mon",
    ]
    assert [[share.unit for share in operand.shares] for operand in operands] == [[None], [None]]


def test_in_a_longer_period_a_total_is_led_back_to_the_parts_of_it_in_each_part() -> None:
    made = year(7, 1)
    (unit,) = made.communes[0]
    explainer = rolled_up(*made.data)
    names = ("ky_truoc", "truc_tuyen", "truc_tiep")
    for path in ("ho_so.tiep_nhan.tong", f"xa_phuong.{unit}.ho_so.tiep_nhan.tong"):
        operands = explained(explainer, path).operands
        assert [operand.figure.duong_dan.rpartition(".")[2] for operand in operands] == list(names)
        for name, operand in zip(names, operands, strict=True):
            for share in operand.shares:
                assert share.position.text.strip().startswith(f"{name}: {share.value}")
    change = replace(explainer.figure("ho_so.tiep_nhan.tong") or SoLieu("", "", Loai.TON, 0), toan_hang=())
    shares = [share for operand in explainer.explain(change).operands for share in operand.shares]
    assert sum(share.value or 0 for share in shares) == change.gia_tri
    assert len(shares) == 1 + 4 + 4


def test_a_part_that_leaves_out_a_block_gives_none(quy_i: DuLieu) -> None:
    without = replace(quy_i.bao_cao, gia_tri=quy_i.bao_cao.gia_tri.model_copy(update={"khao_sat": None}))
    explainer = rolled_up(quy_i, replace(quy_i, bao_cao=without))
    assert lines(explainer, "khao_sat.so_phieu") == [("2024Q1", 1596), ("2024Q1", None)]
    (operand,) = explained(explainer, "khao_sat.so_phieu").operands
    assert [share.unit for share in operand.shares] == [None, None]


def test_what_the_longer_periods_own_file_gives_is_told_by_it(quy_i: DuLieu) -> None:
    without = replace(quy_i.bao_cao, gia_tri=quy_i.bao_cao.gia_tri.model_copy(update={"tin_bai": None}))
    parts = (quy_i, replace(quy_i, bao_cao=without))
    own = CoNguon(quy_i.bao_cao.gia_tri.model_copy(update={"tin_bai": 400}), quy_i.bao_cao.nguon)
    data = roll_up(YEAR, parts, own)
    explainer = Explainer(aggregate(data), data.bao_cao.nguon, parts)
    assert lines(explainer, "tin_bai") == [("2024Q1", 400)]


def test_the_place_of_a_unit_s_figure_is_looked_up_once_for_all_that_rest_on_it(quy_i: DuLieu) -> None:
    tong_hop = aggregate(quy_i)
    asked: Counter[tuple[str, tuple[str | int, ...]]] = Counter()

    def seen(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is SourceFile.position.__code__:
            asked[frame.f_locals["self"].path, frame.f_locals["key"]] += 1

    told = Explainer(tong_hop, quy_i.bao_cao.nguon)
    sys.setprofile(seen)
    try:
        for figure in tong_hop.so_lieu.values():
            told.explain(figure)
    finally:
        sys.setprofile(None)
    of_units = {place: times for place, times in asked.items() if place[0] != quy_i.bao_cao.nguon.path}
    assert of_units
    assert set(of_units.values()) == {1}
