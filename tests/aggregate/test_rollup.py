"""A year out of its quarters, computed a second time from the raw records."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cqtt.aggregate import aggregate
from cqtt.aggregate.rollup import own_figures, roll_up
from cqtt.explanation import Explainer
from cqtt.models.chap_nhan import ChapNhan
from cqtt.models.du_lieu import CoNguon, DuLieu
from cqtt.models.so_lieu import Loai
from cqtt.reports.than_thien.phuong_xa import SangKien, Thu
from tests.nam import YEAR, Year, year
from tests.than_thien import gia_tri, put, record

OPENING = {"ho_so.tiep_nhan.ky_truoc"}
CLOSING = {"mot_cua.tthc_phai_niem_yet", "mot_cua.tthc_da_niem_yet", "phat_thanh"}
LIST = "sang_kien.so_luong"
"""A count of entries in a list: there is no number to point at."""
YEARS = {"seed": st.integers(0, 2**32), "communes": st.integers(1, 4)}


def leaves(raw: dict[str, Any], path: str = "") -> Iterator[tuple[str, int]]:
    """Every count of a raw record with its path."""
    for name, value in raw.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{path}{name}.")
        elif isinstance(value, int) and not isinstance(value, bool) and not path.startswith("cong_nhan"):
            yield path + name, value


def joined(reported: list[dict[str, Any]]) -> dict[str, int]:
    """The counts of the whole year: flows added, of stocks the first or the last."""
    out: dict[str, int] = {}
    for raw in reported:
        for path, value in leaves(raw):
            stock = path in CLOSING or path.startswith(("trang_thiet_bi.", "ho_so.dang_giai_quyet."))
            if path in OPENING:
                out.setdefault(path, value)
            else:
                out[path] = value if stock else out.get(path, 0) + value
    for block in ("tiep_nhan", "da_giai_quyet", "dang_giai_quyet"):
        parts = [value for path, value in out.items() if path.startswith(f"ho_so.{block}.")]
        if parts:
            out[f"ho_so.{block}.tong"] = sum(parts)
    return out


def lacking(made: Year) -> set[str]:
    """The flows that nobody reports in one of the quarters: the year has no such count."""
    optional = ("thu.chuc_mung", "thu.cam_on", "thu.xin_loi", "thu.chia_buon", "ho_so.truc_tuyen_da_giai_quyet")
    quarters = [{path for raw in quarter.values() for path, _ in leaves(raw)} for quarter in made.communes]
    return {path for path in optional if any(path not in quarter for quarter in quarters)}


def rolled(made: Year) -> DuLieu:
    return roll_up(YEAR, made.data, None)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(**YEARS)
def test_every_count_of_the_year_is_that_of_its_quarters(seed: int, communes: int) -> None:
    made = year(seed, communes)
    tong_hop = aggregate(rolled(made))
    total: dict[str, int] = {}
    for xa in tong_hop.units:
        wanted = joined([quarter[xa.don_vi.ma] for quarter in made.communes])
        wanted = {path: value for path, value in wanted.items() if path not in lacking(made)}
        got = {path: figure.gia_tri for path, figure in xa.so_lieu.items()}
        assert {path: got[path] for path in wanted} == wanted
        for path, value in wanted.items():
            total[path] = total.get(path, 0) + value
    assert {path: tong_hop.so_lieu[path].gia_tri for path in total} == total
    own = joined(made.own)
    absent = {
        path for path in own if any(path.partition(".")[0] not in raw for raw in made.own) and path != "phat_thanh"
    }
    absent |= {"phat_thanh"} - made.own[-1].keys()
    wanted_own = {path: None if path in absent else value for path, value in own.items()}
    assert {path: tong_hop.so_lieu[path].gia_tri for path in wanted_own} == wanted_own


@settings(max_examples=10, deadline=None)
@given(**YEARS)
def test_rates_are_computed_anew_and_never_averaged(seed: int, communes: int) -> None:
    made = year(seed, communes)
    tong_hop = aggregate(rolled(made))
    settled = [raw["ho_so"]["da_giai_quyet"] for quarter in made.communes for raw in quarter.values()]
    in_time = sum(counts["truoc_han"] + counts["dung_han"] for counts in settled)
    exact = Fraction(in_time, in_time + sum(counts["qua_han"] for counts in settled))
    tenths = (exact * 1000 + Fraction(1, 2)).__floor__()
    assert tong_hop.so_lieu["ho_so.ty_le_dung_han"].in_ra == f"{tenths // 10},{tenths % 10}%"


@settings(max_examples=10, deadline=None)
@given(**YEARS)
def test_initiatives_are_united_and_answers_are_the_last_ones(seed: int, communes: int) -> None:
    made = year(seed, communes)
    for xa in rolled(made).units:
        reported = [quarter[xa.don_vi.ma] for quarter in made.communes]
        named = [entry["ten"] for raw in reported for entry in raw["sang_kien"]]
        assert [entry.ten for entry in record(xa).sang_kien] == list(dict.fromkeys(named))
        last = made.data[-1]
        (own,) = (report for report in last.units if report.don_vi == xa.don_vi)
        assert record(xa).cong_nhan == record(own).cong_nhan
        assert (record(xa).mot_cua.wifi, record(xa).mot_cua.dau_tu) == (
            record(own).mot_cua.wifi,
            record(own).mot_cua.dau_tu,
        )
        assert [len(reports) for reports in xa.cac_ky] == [1, 1, 1, 1]


@settings(max_examples=8, deadline=None)
@given(**YEARS)
def test_the_shares_of_every_figure_add_up_to_it(seed: int, communes: int) -> None:
    made = year(seed, communes)
    data = rolled(made)
    tong_hop = aggregate(data)
    explainer = Explainer(tong_hop, data.bao_cao.nguon, data.cac_ky)
    for figure in tong_hop.tat_ca():
        for operand in explainer.explain(figure).operands:
            if operand.figure.don_vi is None and operand.figure.loai is not Loai.TY_LE:
                shares = [share.value for share in operand.shares]
                total = None if None in shares and operand.figure.gia_tri is None else sum(s or 0 for s in shares)
                assert total == operand.figure.gia_tri, (figure.duong_dan, operand.figure.duong_dan)
                typed = (share for share in operand.shares if share.value and not figure.duong_dan.endswith(LIST))
                assert all(str(share.value) in share.position.text for share in typed)


@pytest.mark.parametrize("name", ["Mô hình A", "MÔ HÌNH A", "Mô  hình A", "Mô hình A."])
def test_an_initiative_typed_otherwise_is_the_same(name: str) -> None:
    made = year(1, 1)
    (xa,) = made.data[0].units
    first = xa.so_lieu.model_copy(update={"sang_kien": [SangKien(ten="Mô hình A")]})
    again = xa.so_lieu.model_copy(update={"sang_kien": [SangKien(ten=name)]})
    parts = [replace(made.data[i], units=(replace(xa, so_lieu=made_),)) for i, made_ in enumerate((first, again))]
    (united,) = roll_up(YEAR, parts, None).units
    assert [entry.ten for entry in record(united).sang_kien] == ["Mô hình A"]


def test_the_longer_periods_own_document_is_its_own() -> None:
    made = year(2, 1)
    last = made.data[-1].bao_cao
    seen = [ChapNhan(ma="TB01", ly_do="đã đếm lại")]
    numbered = CoNguon(last.gia_tri.model_copy(update={"so": 7, "ngay": 8, "chap_nhan": seen}), last.nguon)
    assert roll_up(YEAR, made.data, numbered).bao_cao.gia_tri.so == 7
    parts = [*made.data[:-1], replace(made.data[-1], bao_cao=numbered)]
    borrowed = roll_up(YEAR, parts, None).bao_cao.gia_tri
    assert (borrowed.so, borrowed.ngay, borrowed.chap_nhan) == (None, None, [])


def test_one_part_alone_is_the_longer_period() -> None:
    part = year(3, 2).data[0]
    whole = roll_up(part.ky, [part], None)
    assert [gia_tri(unit.so_lieu) for unit in whole.units] == [gia_tri(unit.so_lieu) for unit in part.units]


def test_what_a_part_lacks_the_longer_period_gives_itself_or_nobody() -> None:
    parts = [part.bao_cao.gia_tri for part in year(4, 1).data[:2]]
    full = [part.model_copy(update={"tin_bai": n, "phat_thanh": n}) for n, part in enumerate(parts, 5)]
    assert (own_figures(full, None)["tin_bai"], own_figures(full, None)["phat_thanh"]) == (11, 6)
    bare = [full[0].model_copy(update={"tin_bai": None, "phat_thanh": None}), full[1]]
    assert (own_figures(bare, None)["tin_bai"], own_figures(bare, None)["phat_thanh"]) == (None, 6)
    assert own_figures(bare, full[0])["tin_bai"] == 5


def test_a_count_that_nobody_reports_in_a_part_is_none_and_not_what_the_others_have() -> None:
    letters = Thu(chuc_mung=1, cam_on=2, xin_loi=3, chia_buon=4)
    first, second = (
        replace(part, units=tuple(replace(xa, so_lieu=put(xa.so_lieu, {"thu": thu})) for xa in part.units))
        for part, thu in zip(year(5, 2).data[:2], (letters, None), strict=True)
    )
    both = roll_up(YEAR, [first, first], None)
    assert [record(xa).thu for xa in both.units] == [Thu(chuc_mung=2, cam_on=4, xin_loi=6, chia_buon=8)] * 2
    for parts in ([first, second], [second, first]):
        lacking = roll_up(YEAR, parts, None)
        assert [(record(xa).thu or letters).chuc_mung for xa in lacking.units if record(xa).thu] == [None] * sum(
            record(xa).thu is not None for xa in lacking.units
        )
        assert aggregate(lacking).so_lieu["thu.cam_on"].gia_tri is None
