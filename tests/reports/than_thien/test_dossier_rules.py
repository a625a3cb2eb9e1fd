"""Dossiers that do not add up are found, with the commune, the lines and the difference."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cqtt.checks import check
from cqtt.models.du_lieu import DuLieu
from cqtt.models.ky import Ky
from cqtt.problems import Problem, Severity
from cqtt.source.loader import load, load_authority
from tests.conftest import not_shipped
from tests.than_thien import REPORT, record, units_with

Edit = Callable[[str, str, str], None]
HUONG_MAI = "data/2024Q1/xa_phuong/huong-mai.yaml"


def found(workspace: Path) -> list[Problem]:
    data = load(workspace, Ky(2024, 1, 3), load_authority(workspace)).data
    assert data is not None
    return not_shipped(check(data))


def test_the_repositorys_data_fit_together(workspace: Path) -> None:
    assert found(workspace) == []


def test_a_gap_names_the_commune_the_lines_and_the_difference(workspace: Path, edit: Edit) -> None:
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: 290")
    edit(HUONG_MAI, "  ho_so: 295", "  ho_so: 300")
    own, total = found(workspace)
    assert (own.code, own.position.line, own.key) == ("HS01", 33, "ho_so.tiep_nhan.tong")
    assert own.message == (
        "xã Hương Mai: tiếp nhận 305, nhưng đã giải quyết 277 + đang giải quyết 18 + trả lại 0 = 295 (lệch 10)"
    )
    assert own.hint == "kiểm tra tiep_nhan dòng 33, da_giai_quyet dòng 37, dang_giai_quyet dòng 41, tra_lai dòng 44"
    assert (total.code, total.position.path, total.position.line) == ("HS03", "data/2024Q1/xa_phuong", 0)
    assert total.message == (
        "cộng 17 đơn vị: tiếp nhận 5.017, nhưng đã giải quyết 4.713 + đang giải quyết 292 + trả lại 2 = 5.007 (lệch 10)"
    )
    assert total.hint == f"lệch ở: xã Hương Mai (10, {HUONG_MAI}:33)"


def test_without_communes_nothing_can_have_a_gap(workspace: Path) -> None:
    for file in (workspace / "data/2024Q1/xa_phuong").iterdir():
        file.unlink()
    assert found(workspace) == []


def test_gaps_that_cancel_out_are_found_all_the_same(workspace: Path, edit: Edit) -> None:
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: 281")
    edit("data/2024Q1/xa_phuong/nenh.yaml", "truc_tuyen: 447", "truc_tuyen: 446")
    edit("data/2024Q1/xa_phuong/nenh.yaml", "  ho_so: 486", "  ho_so: 485")
    assert [problem.code for problem in found(workspace)] == ["HS01", "HS01"]


def test_no_more_is_digitised_than_there_is(workspace: Path, edit: Edit) -> None:
    edit(HUONG_MAI, "  ket_qua: 277", "  ket_qua: 278")
    (wrong,) = found(workspace)
    assert (wrong.code, wrong.key) == ("HS04", "so_hoa.ket_qua")
    assert wrong.message == "xã Hương Mai: đã số hóa 278, nhiều hơn tổng số đã giải quyết 277"


def found_in(data: DuLieu, ky: Ky, **changes: Mapping[str, object]) -> list[Problem]:
    """What the rules about one period find after *changes*, by the commune's identifier with ``_`` for ``-``."""
    units = units_with(data, {ma.replace("_", "-"): values for ma, values in changes.items()})
    return not_shipped([problem for rule in REPORT.rules.units for problem in rule(units, ky)])


@pytest.mark.parametrize(
    ("field", "of", "whole", "key", "line"),
    [
        ("so_hoa.ho_so", "số hóa", "tổng số tiếp nhận 295", "so_hoa.ho_so", 47),
        ("so_hoa.ket_qua", "số hóa", "tổng số đã giải quyết 277", "so_hoa.ket_qua", 48),
    ],
)
def test_a_part_as_large_as_the_whole_is_right_and_one_more_is_not(
    quy_i: DuLieu, field: str, of: str, whole: str, key: str, line: int
) -> None:
    all_ = int(whole.rpartition(" ")[2])
    assert found_in(quy_i, quy_i.ky, huong_mai={field: all_}) == []
    (wrong,) = found_in(quy_i, quy_i.ky, huong_mai={field: all_ + 1})
    assert (wrong.code, wrong.key, wrong.position.line, wrong.severity) == ("HS04", key, line, Severity.ERROR)
    assert wrong.message == f"xã Hương Mai: đã {of} {all_ + 1}, nhiều hơn {whole}"
    assert wrong.hint == "kiểm tra cả hai số"


def test_no_more_is_settled_online_than_was_received_or_settled(quy_i: DuLieu) -> None:
    online, carried, settled = "ho_so.truc_tuyen_da_giai_quyet", "ho_so.tiep_nhan.ky_truoc", "ho_so.da_giai_quyet.tong"
    assert found_in(quy_i, quy_i.ky, huong_mai={online: 277}) == []
    (wrong,) = found_in(quy_i, quy_i.ky, huong_mai={online: 278})
    assert (wrong.code, wrong.key, wrong.position.path, wrong.hint) == ("HS05", online, HUONG_MAI, "kiểm tra cả hai số")
    assert wrong.position == position(quy_i, ("ho_so", "truc_tuyen_da_giai_quyet"))
    assert wrong.message == "xã Hương Mai: đã giải quyết trực tuyến 278, nhiều hơn số đã giải quyết 277"
    many = {online: 1281, carried: 1000, settled: 2000, "ho_so.tiep_nhan.tong": 2018}
    wrong = found_in(quy_i, quy_i.ky, huong_mai=many)[0]
    assert wrong.message == (
        "xã Hương Mai: đã giải quyết trực tuyến 1.281, nhiều hơn số nhận trực tuyến và từ kỳ trước 1.280"
    )
    assert [p.code for p in found_in(quy_i, quy_i.ky, huong_mai={**many, online: 1280})] == []


def position(data: DuLieu, key: tuple[str, ...]) -> object:
    return next(unit for unit in data.units if unit.don_vi.ma == "huong-mai").nguon.position(key)


def test_over_a_longer_period_more_digitised_than_received_is_a_warning(quy_i: DuLieu) -> None:
    def longer(value: int) -> list[Problem]:
        units = units_with(quy_i, {"huong-mai": {"so_hoa.ho_so": value, "ho_so.tiep_nhan.tong": 1295}})
        return [problem for rule in REPORT.rules.longer for problem in rule(units, Ky(2024, 1, 6))]

    assert longer(1295) == []
    (wrong,) = longer(1296)
    assert (wrong.code, wrong.key, wrong.severity) == ("HS06", "so_hoa.ho_so", Severity.WARNING)
    assert wrong.position == position(quy_i, ("so_hoa", "ho_so"))
    assert wrong.message == "xã Hương Mai: 6 tháng đầu năm 2024 số hóa 1.296 hồ sơ, nhiều hơn tiếp nhận 1.295"
    assert wrong.hint == "hồ sơ chuyển kỳ đã được tính ở kỳ trước: mỗi kỳ chỉ ghi hồ sơ số hóa trong kỳ"


def test_the_five_largest_gaps_are_named(quy_i: DuLieu) -> None:
    names = ("bich-dong", "hong-thai", "nenh", "ninh-son", "quang-chau", "quang-minh")
    changes = {ma: {"ho_so.tra_lai": unit_returned(quy_i, ma) + 1 + i} for i, ma in enumerate(names)}
    units = units_with(quy_i, changes)
    (total,) = [p for rule in REPORT.rules.units for p in rule(units, quy_i.ky) if p.code == "HS03"]
    path = "data/2024Q1/xa_phuong"
    assert total.hint == (
        f"lệch ở: phường Quảng Minh (6, {path}/quang-minh.yaml:33), phường Quang Châu (5, {path}/quang-chau.yaml:33), "
        f"phường Ninh Sơn (4, {path}/ninh-son.yaml:33), phường Nếnh (3, {path}/nenh.yaml:33), "
        f"phường Hồng Thái (2, {path}/hong-thai.yaml:33)"
    )


def unit_returned(data: DuLieu, ma: str) -> int:
    return next(record(unit).ho_so.tra_lai for unit in data.units if unit.don_vi.ma == ma)


def test_one_commune_alone_has_its_gap_twice(quy_i: DuLieu) -> None:
    unit = units_with(quy_i, {"bich-dong": {"ho_so.tra_lai": 1}})[:1]
    own, total = (p for rule in REPORT.rules.units for p in rule(unit, quy_i.ky))
    assert (own.code, total.code, total.position.path) == ("HS01", "HS03", "data/2024Q1/xa_phuong")
