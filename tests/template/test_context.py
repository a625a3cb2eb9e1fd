"""The names of a template: every figure, word and text of the period, each under its own path."""

from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace

from cqtt.models.don_vi import DonVi
from cqtt.models.ky import Ky
from cqtt.models.tong_hop import TongHop
from cqtt.problems import Locator
from cqtt.template.context import context
from cqtt.template.groups import Names
from cqtt.template.values import Day, Number, Prose, Words


def at(names: object, path: str) -> object:
    """What stands under the dotted *path*."""
    for name in path.split("."):
        names = names[name] if isinstance(names, dict) else names.get(name)  # type: ignore[attr-defined]
    return names


def test_these_names_and_no_others(tong_hop: TongHop, nguon: Locator) -> None:
    assert sorted(context(tong_hop, nguon)) == [
        "bieu_do",
        "cac_ky",
        "cong_nhan",
        "cung_ky",
        "don_vi",
        "ho_so",
        "ho_so_cap_huyen",
        "ho_so_toan_dia_ban",
        "khao_sat",
        "kiem_tra_cong_vu",
        "kinh_phi",
        "ky",
        "ky_truoc",
        "mot_cua",
        "phat_thanh",
        "sang_kien",
        "so_don_vi",
        "so_hoa",
        "theo_loai",
        "thu",
        "tieu_de",
        "tin_bai",
        "trang_thiet_bi",
        "van_ban",
        "van_xuoi",
        "xa_phuong",
        "xep_hang",
    ]


def test_every_figure_stands_under_its_own_path(tong_hop: TongHop, nguon: Locator) -> None:
    names = context(tong_hop, nguon)
    for path, figure in tong_hop.so_lieu.items():
        found = at(names, path)
        assert isinstance(found, Number)
        assert found.figure == figure


def test_every_figure_of_a_commune_stands_under_its_own_path(tong_hop: TongHop, nguon: Locator) -> None:
    names = context(tong_hop, nguon)
    for xa in tong_hop.units:
        for figure in xa.so_lieu.values():
            found = at(names, figure.duong_dan)
            assert isinstance(found, Number)
            assert found.figure == figure


def words(value: object) -> Iterator[tuple[str, str]]:
    assert isinstance(value, Names)
    for name, word in value.names.items():
        if isinstance(word, Words):
            assert word.path == f"{value.path}.{name}"
            yield name, word.text


def test_the_authority_is_words(tong_hop: TongHop, nguon: Locator) -> None:
    assert dict(words(context(tong_hop, nguon)["don_vi"])) == {
        "ten": "Việt Yên",
        "loai": "thị xã",
        "cap": "huyện",
        "ten_day_du": "thị xã Việt Yên",
        "ten_co_quan": "Ủy ban nhân dân thị xã Việt Yên",
        "viet_tat": "UBND thị xã",
        "cap_uy": "Thị ủy",
        "dia_danh": "Việt Yên",
        "cac_loai": "xã, phường",
        "cac_don_vi": "các xã, phường",
        "bien_tap": "Phòng Văn hóa và Thông tin thị xã phối hợp với Trung tâm Văn hóa - Thông tin, thể thao thị xã",
        "cong_dich_vu": "http://www.dichvucong.bacgiang.gov.vn",
    }


@pytest.mark.parametrize(
    ("ky", "expected"),
    [
        (
            Ky(2024, 1, 3),
            {
                "ma": "2024Q1",
                "ten": "quý I năm 2024",
                "ten_hoa": "Quý I năm 2024",
                "ten_ngan": "quý I",
                "nam": "2024",
                "nam_truoc": "2023",
            },
        ),
        (
            Ky(2024, 1, 12),
            {
                "ma": "2024",
                "ten": "năm 2024",
                "ten_hoa": "Năm 2024",
                "ten_ngan": "năm 2024",
                "nam": "2024",
                "nam_truoc": "2023",
            },
        ),
    ],
)
def test_the_period_is_words(tong_hop: TongHop, nguon: Locator, ky: Ky, expected: dict[str, str]) -> None:
    assert dict(words(context(replace(tong_hop, ky=ky), nguon)["ky"])) == expected


@pytest.mark.parametrize(
    ("chot", "first", "last"),
    [
        ("theo lịch", date(2024, 1, 1), date(2024, 3, 31)),
        ("Nghị định 09/2019", date(2023, 12, 15), date(2024, 3, 14)),
    ],
)
def test_the_periods_days_are_those_of_its_cut(
    tong_hop: TongHop, nguon: Locator, chot: str, first: date, last: date
) -> None:
    don_vi: DonVi = tong_hop.don_vi.model_copy(update={"chot_so_lieu": chot})
    names = context(replace(tong_hop, don_vi=don_vi), nguon)
    assert at(names, "ky.tu_ngay") == Day(first, "ky.tu_ngay")
    assert at(names, "ky.den_ngay") == Day(last, "ky.den_ngay")


def test_the_kinds_of_communes_come_in_the_order_of_official_texts(tong_hop: TongHop, nguon: Locator) -> None:
    towns = [xa.model_copy(update={"loai": "thị trấn"}) for xa in tong_hop.don_vi.units[:1]]
    don_vi = tong_hop.don_vi.model_copy(update={"units": [*towns, *tong_hop.don_vi.units[9:]]})
    assert at(context(replace(tong_hop, don_vi=don_vi), nguon), "don_vi.cac_loai") == "xã, thị trấn"


def test_prose_knows_where_it_was_written(tong_hop: TongHop, nguon: Locator) -> None:
    names = context(tong_hop, nguon)
    chi_dao = at(names, "van_xuoi.chi_dao")
    assert isinstance(chi_dao, Prose)
    assert chi_dao.key == ("van_xuoi", "chi_dao")
    assert chi_dao.source is nguon
    uu_diem = at(names, "van_xuoi.uu_diem")
    assert isinstance(uu_diem, list)
    assert [prose.key for prose in uu_diem] == [("van_xuoi", "uu_diem", i) for i in range(len(uu_diem))]
    assert [prose.key for prose in names["tieu_de"]] == [("tieu_de", i) for i in range(len(names["tieu_de"]))]


def test_prose_that_was_left_out_is_empty_words(tong_hop: TongHop, nguon: Locator) -> None:
    van_xuoi = tong_hop.bao_cao.van_xuoi.model_copy(update={"khao_sat": None, "kien_nghi": []})
    bao_cao = tong_hop.bao_cao.model_copy(update={"van_xuoi": van_xuoi})
    names = context(replace(tong_hop, bao_cao=bao_cao), nguon)
    assert at(names, "van_xuoi.khao_sat") == Words("")
    assert at(names, "van_xuoi.kien_nghi") == []


def test_initiatives_come_in_the_order_in_which_they_are_named(tong_hop: TongHop, nguon: Locator) -> None:
    listed = at(context(tong_hop, nguon), "sang_kien.danh_sach")
    assert isinstance(listed, list)
    assert [(at(s, "don_vi.ma"), at(s, "ten")) for s in listed] == [
        (s.don_vi.ma, s.ten) for s in tong_hop.danh_sach["sang_kien"]
    ]
    first = listed[0].get("ten")
    assert first.path == f"xa_phuong.{tong_hop.danh_sach['sang_kien'][0].don_vi.ma}.sang_kien"


def test_a_period_without_communes_has_none(tong_hop: TongHop, nguon: Locator) -> None:
    empty = replace(tong_hop, units=(), danh_sach={"sang_kien": ()})
    assert list(context(empty, nguon)["xa_phuong"]) == []
