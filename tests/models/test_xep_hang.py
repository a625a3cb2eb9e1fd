"""Ranking: what prints alike shares its place, who has no value has none, the common level is what is printed."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu, Unit
from cqtt.models.xep_hang import Ranked, XepHang, thu_hang

VALUES = st.lists(st.none() | st.integers(0, 40), max_size=12)


def count(value: int | None, path: str = "a.b") -> SoLieu:
    return SoLieu(path, "Hồ sơ quá hạn", Loai.TON, value)


def rate(value: str | None, path: str = "a.b") -> SoLieu:
    exact = None if value is None else Decimal(value)
    return SoLieu(path, "Tỷ lệ đúng hạn", Loai.TY_LE, exact, DonViTinh.PHAN_TRAM)


def ranking(figures: list[SoLieu], chung: SoLieu, *, low_is_best: bool = False) -> dict[str, SoLieu]:
    rows = [(Unit(str(i), f"Đơn vị {i}", "xã"), figure) for i, figure in enumerate(figures)]
    made = XepHang(Ranked("a.b", low_is_best=low_is_best), rows, chung, "đơn vị", "xa.*.").cac_so()
    return {figure.duong_dan.removeprefix("xep_hang.a.b."): figure for figure in made}


def who(figure: SoLieu) -> list[int]:
    assert figure.don_vi is not None
    assert figure.gia_tri in (None, len(figure.don_vi))
    return [int(unit.ma) for unit in figure.don_vi]


def test_equal_texts_share_a_place_and_nothing_has_none() -> None:
    figures = [rate(value) for value in ("0.9662", None, "0.9", "0.96604", "1", "0.99996", None)]
    assert thu_hang(figures) == [(4, 1), (5, 2), (0, 3), (3, 3), (2, 5), (1, None), (6, None)]
    figures = [rate(value) for value in ("0.9662", "0.96642", "0.9664", "0.5")]
    assert thu_hang(figures) == [(0, 1), (1, 1), (2, 1), (3, 4)]


@given(VALUES, st.booleans())
def test_places_count_who_is_ahead(values: list[int | None], tang_dan: bool) -> None:
    found = thu_hang([count(value) for value in values], tang_dan=tang_dan)
    assert sorted(i for i, _ in found) == list(range(len(values)))
    known = [value for value in values if value is not None]
    for i, place in found:
        mine = values[i]
        ahead = [v for v in known if mine is not None and (v < mine if tang_dan else v > mine)]
        assert place == (None if mine is None else 1 + len(ahead))
    places = [place for _, place in found]
    assert places == sorted(places, key=lambda place: (place is None, place))
    assert all(a < b for (a, p), (b, q) in pairwise(found) if p == q)  # ties in the given order


@given(st.lists(st.none() | st.integers(0, 40), min_size=1, max_size=12), st.integers(0, 40), st.booleans())
def test_first_last_above_and_below_are_those_of_the_numbers(
    values: list[int | None], level: int, low_is_best: bool
) -> None:
    made = ranking([count(value) for value in values], count(level), low_is_best=low_is_best)
    known = [value for value in values if value is not None]
    best = (min if low_is_best else max)(known, default=None)
    worst = (max if low_is_best else min)(known, default=None)
    worst = None if worst == best else worst
    assert who(made["dung_dau"]) == [i for i, v in enumerate(values) if v is not None and v == best]
    assert who(made["dung_cuoi"]) == [i for i, v in enumerate(values) if v is not None and v == worst]
    assert (made["muc_dau"].gia_tri, made["muc_cuoi"].gia_tri) == (best, worst)
    assert who(made["tren_muc_chung"]) == [i for i, v in enumerate(values) if v is not None and v > level]
    assert who(made["duoi_muc_chung"]) == [i for i, v in enumerate(values) if v is not None and v < level]
    assert who(made["bang_muc_chung"]) == [i for i, v in enumerate(values) if v == level]
    assert who(made["khong_xep"]) == [i for i, v in enumerate(values) if v is None]


def test_who_prints_like_the_common_level_is_neither_above_nor_below() -> None:
    made = ranking([rate("0.9664"), rate("0.9660"), rate("0.9666"), rate("0.9")], rate("0.9662"))
    assert [who(made[f"{side}_muc_chung"]) for side in ("tren", "bang", "duoi")] == [[2], [0, 1], [3]]


def test_without_a_common_level_nobody_is_above_or_below() -> None:
    made = ranking([rate("0.9"), rate("0.8")], rate(None))
    assert [made[f"{side}_muc_chung"].gia_tri for side in ("tren", "bang", "duoi")] == [None] * 3
    assert made["tren_muc_chung"].in_ra == "–"
    assert who(made["dung_dau"]) == [0]


@pytest.mark.parametrize(
    ("name", "ten", "formula"),
    [
        ("dung_dau", "Số đơn vị đứng đầu về tỷ lệ đúng hạn", "số đơn vị có a.b cao nhất"),
        ("muc_cuoi", "Tỷ lệ đúng hạn, đơn vị đứng cuối", "thấp nhất trong xa.*.a.b"),
        (
            "duoi_muc_chung",
            "Số đơn vị có tỷ lệ đúng hạn thấp hơn mức chung",
            "số đơn vị có a.b thấp hơn xep_hang.a.b.muc_chung",
        ),
        ("khong_xep", "Số đơn vị không có tỷ lệ đúng hạn", "số đơn vị không có a.b"),
    ],
)
def test_figures_say_what_they_are(name: str, ten: str, formula: str) -> None:
    figure = ranking([rate("0.9"), rate("0.8")], rate("0.85"))[name]
    assert (figure.ten, figure.cong_thuc) == (ten, formula)
