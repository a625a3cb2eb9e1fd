"""A commune's answers must agree with each other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.checks import check, check_units
from cqtt.models.du_lieu import DuLieu, UnitReport
from cqtt.models.ky import Ky
from cqtt.problems import Problem, Severity
from cqtt.reports.than_thien.phuong_xa import SangKien, TrangThietBi
from cqtt.source.loader import load, load_authority
from tests.conftest import faults, not_shipped
from tests.than_thien import REPORT, units_with

Edit = Callable[[str, str, str], None]
HUONG_MAI = "data/2024Q1/xa_phuong/huong-mai.yaml"


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        (
            "tthc_da_niem_yet: 141",
            "tthc_da_niem_yet: 142",
            "MC01",
            "xã Hương Mai: đã niêm yết 142, nhiều hơn số phải niêm yết 141",
        ),
        (
            "da_gan_sao: false",
            "da_gan_sao: true",
            "CN01",
            "xã Hương Mai: có da_gan_sao nhưng chưa có năm được công nhận (nam: null)",
        ),
        (
            "muc_sao: null",
            "muc_sao: 3",
            "CN01",
            "xã Hương Mai: có muc_sao nhưng chưa có năm được công nhận (nam: null)",
        ),
        ("nam: null", "nam: 2025", "CN02", "xã Hương Mai: năm được công nhận 2025 sau kỳ báo cáo 2024Q1"),
    ],
)
def test_each_rule_finds_its_contradiction(
    workspace: Path, edit: Edit, old: str, new: str, code: str, message: str
) -> None:
    edit(HUONG_MAI, old, new)
    data = load(workspace, Ky(2024, 1, 3), load_authority(workspace)).data
    assert data is not None
    (problem,) = not_shipped(check(data))
    assert (problem.code, problem.message) == (code, message)
    assert new.strip() in problem.position.text


@pytest.mark.parametrize("name", [".", "-", "***", "“…”"])
def test_a_name_of_signs_is_no_initiative(workspace: Path, edit: Edit, name: str) -> None:
    file = (workspace / HUONG_MAI).read_text(encoding="utf-8")
    line = next(line for line in file.split("\n") if line.lstrip().startswith("- ten:"))
    edit(HUONG_MAI, line, f'{line.partition("ten:")[0]}ten: "{name}"')
    data = load(workspace, Ky(2024, 1, 3), load_authority(workspace)).data
    assert data is not None
    (problem,) = not_shipped(check(data))
    assert (problem.code, problem.key) == ("XA03", "sang_kien[1].ten")
    assert problem.message == f"xã Hương Mai: “{name}” không phải tên sáng kiến"
    assert name in problem.position.text


def test_ten_times_the_middle_commune_is_a_slip(workspace: Path, edit: Edit) -> None:
    edit(HUONG_MAI, "may_in: 4", "may_in: 40")
    data = load(workspace, Ky(2024, 1, 3), load_authority(workspace)).data
    assert data is not None
    (problem,) = not_shipped(check(data))
    assert (problem.code, problem.severity, problem.key) == ("TB01", Severity.WARNING, "trang_thiet_bi.may_in")
    assert problem.message == "xã Hương Mai: 40, trong khi đơn vị ở giữa chỉ có 4"
    assert faults(check_units(REPORT, data.units[:4], data.ky)) == []
    assert problem.hint == "kiểm tra xem có gõ thừa chữ số không"


def found_in(data: DuLieu, values: dict[str, object]) -> list[Problem]:
    """What the rules find when Hương Mai reports *values*."""
    units = units_with(data, {"huong-mai": values})
    return not_shipped([problem for rule in REPORT.rules.units for problem in rule(units, data.ky)])


@pytest.mark.parametrize(
    ("values", "code", "key", "message", "hint"),
    [
        (
            {"mot_cua.tthc_da_niem_yet": 1142, "mot_cua.tthc_phai_niem_yet": 1141},
            "MC01",
            ("mot_cua", "tthc_da_niem_yet"),
            "đã niêm yết 1.142, nhiều hơn số phải niêm yết 1.141",
            "kiểm tra cả hai số",
        ),
        (
            {"cong_nhan.da_gan_sao": True},
            "CN01",
            ("cong_nhan", "da_gan_sao"),
            "có da_gan_sao nhưng chưa có năm được công nhận (nam: null)",
            "ghi nam, hoặc sửa da_gan_sao thành false",
        ),
        (
            {"cong_nhan.muc_sao": 1},
            "CN01",
            ("cong_nhan", "muc_sao"),
            "có muc_sao nhưng chưa có năm được công nhận (nam: null)",
            "ghi nam, hoặc sửa muc_sao thành null",
        ),
        (
            {"cong_nhan.nam": 2025},
            "CN02",
            ("cong_nhan", "nam"),
            "năm được công nhận 2025 sau kỳ báo cáo 2024Q1",
            "kiểm tra lại năm",
        ),
        (
            {"sang_kien": [SangKien.model_construct(ten="--")]},
            "XA03",
            ("sang_kien", 0, "ten"),
            "“--” không phải tên sáng kiến",
            "ghi tên sáng kiến, hoặc bỏ mục này; không có sáng kiến nào thì ghi sang_kien: []",
        ),
    ],
)
def test_each_contradiction_is_told_with_its_place_and_what_to_do(
    quy_i: DuLieu, values: dict[str, object], code: str, key: tuple[str | int, ...], message: str, hint: str
) -> None:
    (wrong,) = found_in(quy_i, values)
    assert wrong == huong_mai(quy_i).problem(key, code, message, hint)


def huong_mai(data: DuLieu) -> UnitReport:
    return next(unit for unit in data.units if unit.don_vi.ma == "huong-mai")


@pytest.mark.parametrize(
    "values",
    [
        {"mot_cua.tthc_da_niem_yet": 141},
        {"cong_nhan.nam": 2024, "cong_nhan.da_gan_sao": True, "cong_nhan.muc_sao": 5},
        {"cong_nhan.nam": 2023, "cong_nhan.da_gan_sao": True},
        {"sang_kien": [SangKien.model_construct(ten="Một"), SangKien.model_construct(ten="Hai")]},
    ],
)
def test_what_just_agrees_is_right(quy_i: DuLieu, values: dict[str, object]) -> None:
    assert found_in(quy_i, values) == []


@pytest.mark.parametrize("nam", [2023, 2024])
def test_recognised_without_stars_is_a_notice(quy_i: DuLieu, nam: int) -> None:
    (told,) = found_in(quy_i, {"cong_nhan.nam": nam})
    assert told == huong_mai(quy_i).problem(
        ("cong_nhan", "da_gan_sao"),
        "CN03",
        f"được công nhận năm {nam} mà chưa gắn sao",
        "đúng như vậy thì không cần sửa; báo cáo sẽ nêu tên",
        Severity.NOTICE,
    )


def test_an_initiative_named_twice_leads_to_the_first(quy_i: DuLieu) -> None:
    names = ("Một cửa", "MỘT  cửa", "Khác", "một cửa.")
    told = found_in(quy_i, {"sang_kien": [SangKien.model_construct(ten=ten) for ten in names]})
    line = huong_mai(quy_i).nguon.position(("sang_kien", 0, "ten")).line
    assert line == 63
    hint = f"giữ một trong hai: dòng {line} hoặc dòng này"
    assert told == [
        huong_mai(quy_i).problem(("sang_kien", i, "ten"), "XA02", f"sáng kiến này đã ghi ở dòng {line}", hint)
        for i in (1, 3)
    ]


def machines(data: DuLieu, counts: tuple[int | None, ...]) -> list[str]:
    """Which of the first communes have too many machines, with these *counts* of the first kind; the rest have none."""
    first, *others = TrangThietBi.model_fields
    none = {f"trang_thiet_bi.{name}": None for name in others}
    changes = {
        unit.don_vi.ma: {**none, f"trang_thiet_bi.{first}": count}
        for unit, count in zip(data.units, counts, strict=False)
    }
    units = units_with(data, changes)[: len(counts)]
    told = [problem for rule in REPORT.rules.units for problem in rule(units, data.ky) if problem.code == "TB01"]
    return [f"{problem.key.rpartition('.')[2]}: {problem.message}" for problem in told]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((4, 4, 4, 4, 40), ["may_lay_so: phường Quang Châu: 40, trong khi đơn vị ở giữa chỉ có 4"]),
        ((4, 4, 4, 4, 39), []),
        ((4, 4, 4, 40), []),
        ((4, 4, 4, 4, None, 40), ["may_lay_so: phường Quảng Minh: 40, trong khi đơn vị ở giữa chỉ có 4"]),
        ((4, 4, 4, None, None, 40), []),
        ((0, 0, 0, 0, 40), []),
        ((3, 3, 4, 5, 40), ["may_lay_so: phường Quang Châu: 40, trong khi đơn vị ở giữa chỉ có 4"]),
        ((3, 3, 3, 5, 5, 40), []),
        ((1, 1, 1000, 9999, 10_000), ["may_lay_so: phường Quang Châu: 10.000, trong khi đơn vị ở giữa chỉ có 1.000"]),
    ],
)
def test_ten_times_the_middle_of_at_least_five(quy_i: DuLieu, counts: tuple[int | None, ...], told: list[str]) -> None:
    assert machines(quy_i, counts) == told
