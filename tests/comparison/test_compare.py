"""What changed: figures by the size of their change, communes that stayed, came and went."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from cqtt.comparison.compare import AVERAGES, COUNTS, MONEY, RATES, Comparison, largest_first
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu
from cqtt.models.so_sanh import ChenhLech
from tests.comparison.ky import NENH, Edit, changed, copied, merged

Compared = Callable[[], Comparison]


def test_figures_are_grouped_and_the_largest_printed_change_comes_first(
    workspace: Path, edit: Edit, compared: Compared
) -> None:
    changed(workspace, edit)
    comparison = compared()
    rates = [(c.sau.duong_dan, c.co_dau) for c in comparison.changed(RATES)]
    assert rates == [
        ("so_hoa.ty_le_ket_qua", "-0,2"),
        ("ho_so.ty_le_dung_han", "-0,2"),
        ("ho_so.ty_le_qua_han", "+0,2"),
        ("so_hoa.ty_le_ho_so", "-0,2"),
    ]
    counts = [(c.sau.duong_dan, c.chenh) for c in comparison.changed(COUNTS)]
    assert counts == [
        ("ho_so.tiep_nhan.truc_tuyen", 10),
        ("ho_so.tiep_nhan.tong", 10),
        ("ho_so.da_giai_quyet.qua_han", 10),
        ("ho_so.da_giai_quyet.tong", 10),
        ("ho_so_toan_dia_ban.truc_tuyen", 10),
    ]
    assert [c.chenh for c in comparison.changed(MONEY)] == [-1_500_000_000]
    compared_figures = [c for c in comparison.figures if c.chenh is not None]
    assert comparison.unchanged == len(compared_figures) - 10


def test_averages_stand_apart_from_counts(workspace: Path, edit: Edit, compared: Compared) -> None:
    copied(workspace)
    edit(NENH, "may_in: 5", "may_in: 7")
    comparison = compared()
    changes = [[(c.sau.duong_dan, c.co_dau) for c in comparison.changed(name)] for name in (COUNTS, AVERAGES)]
    assert changes == [[("trang_thiet_bi.may_in", "+2")], [("trang_thiet_bi.binh_quan.may_in", "+0,1")]]


def test_a_figure_that_only_one_period_has_is_told_last_and_not_counted_as_unchanged(
    workspace: Path, edit: Edit, compared: Compared
) -> None:
    copied(workspace)
    before = compared().unchanged
    edit("data/2024Q2/bao_cao.yaml", "kinh_phi: 17000000000  # đồng\n", "")
    comparison = compared()
    assert [(c.truoc.in_ra, c.sau.in_ra, c.chenh) for c in comparison.changed(MONEY)] == [("17 tỷ đồng", "–", None)]
    assert comparison.unchanged == before - 1


def test_communes_are_ordered_by_the_change_of_their_on_time_rate(
    workspace: Path, edit: Edit, compared: Compared
) -> None:
    changed(workspace, edit)
    communes = compared().communes
    assert communes[0].unit.ma == "nenh"
    assert communes[0].changes["ho_so.ty_le_dung_han"].co_dau == "-2,1"
    assert [commune.unit.ma for commune in communes[1:4]] == ["bich-dong", "hong-thai", "ninh-son"]
    assert {commune.former for commune in communes} == {()}


def test_earlier_figures_of_merged_communes_are_added_up(workspace: Path, edit: Edit, compared: Compared) -> None:
    changed(workspace, edit)
    before = compared().before
    merged(workspace, edit)
    comparison = compared()
    communes = {commune.unit.ma: commune for commune in comparison.communes}
    received = "ho_so.tiep_nhan.tong"
    assert communes["nenh"].changes[received].truoc.gia_tri == sum(
        int(before.theo_ma[ma].so_lieu[received].gia_tri or 0) for ma in ("nenh", "hong-thai")
    )
    assert communes["nenh"].changes["ho_so.ty_le_dung_han"].truoc.gia_tri == Decimal(672) / Decimal(715)
    assert [unit.ma for unit in communes["son-chau"].former] == ["ninh-son", "quang-chau"]
    assert "cong_nhan.nam" not in communes["son-chau"].changes
    assert "cong_nhan.nam" in communes["van-ha"].changes
    assert [(xa.unit.ma, [kin.ma for kin in xa.kin]) for xa in comparison.only_before] == [
        ("hong-thai", ["nenh"]),
        ("ninh-son", ["son-chau"]),
        ("quang-chau", ["son-chau"]),
        ("tu-lan", []),
    ]
    assert [(xa.unit.ma, [kin.ma for kin in xa.kin]) for xa in comparison.only_after] == [
        ("son-chau", ["ninh-son", "quang-chau"]),
        ("moi", []),
    ]
    assert "moi" not in communes


def test_equal_printed_changes_are_ordered_by_the_exact_ones_and_absent_ones_come_last() -> None:
    def change(before: str | None, after: str) -> ChenhLech:
        values = (None if before is None else Decimal(before), Decimal(after))
        figures = (SoLieu("x", after, Loai.TY_LE, value, DonViTinh.PHAN_TRAM) for value in values)
        return ChenhLech(*figures)

    changes = [change(None, "0.99"), change("0.5", "0.5"), change("0.5", "0.6001"), change("0.5", "0.3999")]
    changes.append(change("0.5", "0.6002"))
    ordered = largest_first(changes, lambda c: c)
    assert [c.sau.ten for c in ordered] == ["0.6002", "0.6001", "0.3999", "0.5", "0.99"]


def test_a_commune_without_the_rate_comes_last(workspace: Path, edit: Edit, compared: Compared) -> None:
    copied(workspace)
    text = (workspace / NENH).read_text(encoding="utf-8")
    start, end = text.index("ho_so:  #"), text.index("thu:  #")
    none = "ho_so:\n  tiep_nhan:\n    ky_truoc: 39\n    truc_tuyen: 0\n    truc_tiep: 0\n"
    none += "  da_giai_quyet:\n    truoc_han: 0\n    dung_han: 0\n    qua_han: 0\n"
    none += (
        "  dang_giai_quyet:\n    trong_han: 39\n    qua_han: 0\n  tra_lai: 0\n\nso_hoa:\n  ho_so: 0\n  ket_qua: 0\n\n"
    )
    (workspace / NENH).write_text(text[:start] + none + text[end:], encoding="utf-8")
    assert compared().communes[-1].unit.ma == "nenh"
