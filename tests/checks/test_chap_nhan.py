"""Which warnings an entry of chap_nhan speaks of, and which entries speak of none."""

from msgspec.structs import replace

from cqtt.checks.chap_nhan import Accepted, Acknowledgement, acknowledgements, settle
from cqtt.models.chap_nhan import ChapNhan
from cqtt.models.du_lieu import DuLieu
from cqtt.problems import Position, Problem, Severity
from cqtt.source.source_file import SourceFile
from tests.than_thien import units_with

FILE = "data/2024Q1/xa_phuong/nenh.yaml"
WARNING = Problem(Position(FILE, 25), "TB01", "40 máy in", key="trang_thiet_bi.may_in", severity=Severity.WARNING)
ERROR = Problem(Position(FILE, 33), "HS01", "lệch 1")


def entry(ma: str, tai: str | None = None, *, for_part: bool = False) -> Acknowledgement:
    source = SourceFile(FILE, f"chap_nhan:\n  - ma: {ma}\n    ly_do: đã đếm lại\n")
    return Acknowledgement(
        ChapNhan(ma=ma, tai=tai, ly_do="đã đếm lại"), ("chap_nhan", 0, "ma"), source, (FILE,), for_part
    )


def codes(problems: list[Problem]) -> list[tuple[str, Severity]]:
    return [(problem.code, problem.severity) for problem in problems]


def test_an_acknowledged_warning_becomes_a_notice_with_its_reason() -> None:
    told, accepted = settle([WARNING], [entry("TB01", "trang_thiet_bi.may_in")], all_known=True)
    assert codes(told) == [("TB01", Severity.NOTICE)]
    assert told[0].message == "40 máy in (đã chấp nhận: đã đếm lại)"
    assert accepted == [Accepted(WARNING, "đã đếm lại")]


def test_an_entry_holds_for_its_own_file_and_key_only() -> None:
    elsewhere = Problem(Position("data/2024Q1/xa_phuong/van-ha.yaml"), "TB01", "x", severity=Severity.WARNING)
    told, accepted = settle([elsewhere, WARNING], [entry("TB01", "trang_thiet_bi.tu_sat")], all_known=True)
    assert accepted == []
    assert codes(told) == [("TB01", Severity.WARNING), ("TB01", Severity.WARNING), ("XN01", Severity.WARNING)]


def test_an_error_is_never_accepted() -> None:
    told, accepted = settle([ERROR], [entry("HS01")], all_known=False)
    assert accepted == []
    assert codes(told) == [("HS01", Severity.ERROR), ("XN01", Severity.WARNING)]
    assert told[1].message == "HS01 là lỗi, không chấp nhận được"
    assert (told[1].hint, told[1].key) == ("sửa số liệu, rồi bỏ mục này", "chap_nhan")


def test_an_entry_is_idle_only_where_all_warnings_are_known() -> None:
    assert settle([], [entry("TB01")], all_known=False) == ([], [])
    told, _ = settle([], [entry("TB01")], all_known=True)
    assert [(p.code, p.message, p.position.line) for p in told] == [("XN01", "không có cảnh báo TB01 nào", 2)]
    assert (told[0].hint, told[0].key) == ("bỏ mục này, hoặc sửa ma, tai cho đúng", "chap_nhan")


def test_an_entry_of_a_part_is_judged_with_that_part() -> None:
    assert settle([], [entry("TB01", for_part=True)], all_known=True) == ([], [])


def test_an_entry_speaks_of_its_own_code_only() -> None:
    assert settle([WARNING], [entry("TB02")], all_known=False) == ([WARNING], [])


def test_the_periods_file_speaks_for_the_authority_and_a_communes_for_itself(quy_i: DuLieu) -> None:
    seen = ChapNhan(ma="TB01", ly_do="đã đếm lại")
    document = quy_i.bao_cao.gia_tri.model_copy(update={"chap_nhan": [seen]})
    data = replace(
        quy_i,
        bao_cao=replace(quy_i.bao_cao, gia_tri=document),
        units=units_with(quy_i, {"huong-mai": {"chap_nhan": [seen, seen]}}),
    )
    (huong_mai,) = (unit.nguon for unit in data.units if unit.don_vi.ma == "huong-mai")
    own = [
        Acknowledgement(
            seen, ("chap_nhan", 0, "ma"), data.bao_cao.nguon, (data.bao_cao.nguon.path, "data/don_vi.yaml")
        ),
        *(Acknowledgement(seen, ("chap_nhan", i, "ma"), huong_mai, (huong_mai.path,)) for i in (0, 1)),
    ]
    assert list(acknowledgements(data)) == own
    assert not any(entry.for_part for entry in own)
    rolled = replace(data, units=tuple(replace(unit, cac_ky=((unit,),)) for unit in data.units), cac_ky=(data,))
    assert list(acknowledgements(rolled)) == [*(replace(entry, for_part=True) for entry in own), own[0]]
