"""Rules that hold from a day on: which one a period has, and the words of a scale."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cqtt.models.declared import slips
from cqtt.models.don_vi import DonVi
from cqtt.models.ky import ChotSoLieu, Ky
from cqtt.models.quy_dinh import BieuMau, ThangMuc, ThoiHan, ap_dung, bieu_mau_cua, thang_cua
from cqtt.models.registry import report_type
from cqtt.reports.than_thien.phuong_xa import BIEU_HO_SO, MUC_SAO

Q2, Q3 = Ky(2026, 4, 6), Ky(2026, 7, 9)
OLD, NEW = (BieuMau(ten=ten, van_ban="Thông tư", tu_ngay=day) for ten, day in (("cũ", None), ("mới", "30/9/2026")))
LEVELS = ThangMuc(ten="cấp độ", gan="gắn biển", cac_muc=["Đạt", "Khá"], tu_ngay="01/7/2026")


def authority(**keys: object) -> DonVi:
    usual = report_type("than_thien").authority
    minimal = {
        "ten": "A", "loai": "tỉnh", "cap": "tỉnh", "co_quan_ban_hanh": ["A"], "ten_co_quan": "A", "viet_tat": "A",
        "cap_uy": "A", "dia_danh": "A", "ky_hieu": "BC-UBND", "chot_so_lieu": "theo lịch",
        "nguoi_ky": {"hinh_thuc": None, "ho_ten": None}, "noi_nhan": ["A"], "luu": "VT",
        "xa_phuong": [{"ma": "a", "ten": "A", "loai": "xã"}],
    }  # fmt: skip
    return usual.model_validate(minimal | keys)


def test_a_period_has_the_latest_rule_that_holds_on_its_last_day() -> None:
    assert ap_dung([NEW, OLD], Q2) is OLD
    assert ap_dung([OLD, NEW], Q3) is NEW
    assert ap_dung([NEW], Q2) is None


@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 12, 31)), unique=True, max_size=8), st.integers(2020, 2030))
def test_a_later_period_never_has_an_earlier_rule(days: list[date], year: int) -> None:
    rules = [ThoiHan(tu_ngay=f"{day.day:02}/{day.month}/{day.year}", han_gui=1) for day in days]
    kept = [ap_dung(rules, Ky(year, last - 2, last)) for last in (3, 6, 9, 12)]
    found = [rule.tu if rule else date.min for rule in kept]
    assert found == sorted(found)
    assert all(day == date.min or day in days for day in found)


def test_what_an_authority_does_not_state_is_the_reports_usual() -> None:
    nothing, stated = authority(), authority(thang_muc=[LEVELS.model_dump()], bieu_mau=[NEW.model_dump()])
    assert thang_cua(nothing, Q3, MUC_SAO) is MUC_SAO
    assert bieu_mau_cua(nothing, Q3, BIEU_HO_SO) == (BIEU_HO_SO, False)
    assert [thang_cua(stated, ky, MUC_SAO) for ky in (Q2, Q3)] == [MUC_SAO, LEVELS]
    assert [bieu_mau_cua(stated, ky, BIEU_HO_SO) for ky in (Q2, Q3)] == [(BIEU_HO_SO, False), (NEW, True)]


def test_cut_off_and_deadline_change_one_by_one() -> None:
    changes = [{"tu_ngay": "01/5/2026", "han_gui": 3}, {"tu_ngay": "01/7/2026", "chot_so_lieu": "Nghị định 09/2019"}]
    don_vi = authority(thoi_han=changes)
    assert [don_vi.so_ngay_gui(ky) for ky in (Ky(2026, 1, 3), Q2, Q3)] == [1, 3, 3]
    assert [don_vi.chot(ky) for ky in (Ky(2026, 1, 3), Q2, Q3)] == [ChotSoLieu.LICH, ChotSoLieu.LICH, ChotSoLieu.ND_09]


def test_a_report_without_levels_has_no_key_for_their_scale() -> None:
    usual = report_type("than_thien")
    other = replace(usual, thang_muc=None, bieu_mau=None)
    assert {"thang_muc", "bieu_mau", "thoi_han"} <= usual.authority.model_fields.keys()
    assert other.authority.model_fields.keys() & {"thang_muc", "bieu_mau", "thoi_han"} == {"thoi_han"}
    assert "thang_muc: bản ghi có mức mà không có thang" in list(slips(other))


def test_the_words_of_a_scale() -> None:
    assert LEVELS.noi("Mức sao; đăng ký nâng mức sao mà chưa gắn sao", MUC_SAO) == (
        "Cấp độ; đăng ký nâng cấp độ mà chưa gắn biển"
    )
    assert LEVELS.noi("mức sao “nâng mức sao”", MUC_SAO, typed=True) == "cấp độ “nâng mức sao”"
    assert MUC_SAO.noi("mức sao", MUC_SAO) == "mức sao"
    assert (LEVELS.chu_thich, MUC_SAO.chu_thich) == ("1: Đạt, 2: Khá", "")


def test_a_scale_from_another_day_is_the_same_scale() -> None:
    assert LEVELS.giong(LEVELS.model_copy(update={"tu_ngay": None}))
    assert not LEVELS.giong(MUC_SAO)
