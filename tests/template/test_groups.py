"""The groups a template walks through: each knows its names, and tells the nearest of one that it does not have."""

import pytest
from msgspec.structs import replace

from cqtt.models.so_lieu import SoLieu, Unit
from cqtt.models.tong_hop import TongHop, UnitFigures
from cqtt.template.groups import Both, Figures, Group, Names, UnitList, UnitNames, UnitWords, group_names, unknown
from cqtt.template.values import Number, TemplateFault, Words
from tests.template.mau import figure
from tests.than_thien import REPORT, record


@pytest.fixture
def communes(tong_hop: TongHop) -> UnitList:
    groups = REPORT.danh_muc.khoi
    return UnitList({xa.don_vi.ma: UnitNames(xa, groups) for xa in tong_hop.units}, "xa_phuong")


def test_the_groups_are_all_that_paths_pass_through() -> None:
    assert group_names({"a.b.c": 0, "a.d": 0, "e": 0}) == {"a", "a.b"}


def test_figures_are_found_step_by_step() -> None:
    made: dict[str, SoLieu] = {path: figure(1, path=path) for path in ("a.b.c", "a.d")}
    group = Figures(made, group_names(made), "a.")
    assert group.get("d") == Number(made["a.d"])
    inner = group.get("b")
    assert isinstance(inner, Figures)
    assert inner.get("c").figure is made["a.b.c"]


def test_a_commune_as_words() -> None:
    unit = UnitWords(Unit("huong-mai", "Hương Mai", "xã"), "xa_phuong")
    assert [unit.get(name) for name in ("ma", "ten", "loai", "ten_day_du")] == [
        "huong-mai",
        "Hương Mai",
        "xã",
        "xã Hương Mai",
    ]
    assert unit.get("ten").path == "xa_phuong.huong-mai.ten"


def test_a_commune_gives_its_words_figures_groups_and_answers(communes: UnitList) -> None:
    commune = communes.get("huong-mai")
    assert commune.get("ten_day_du") == Words("xã Hương Mai")
    assert commune.get("ho_so").get("tiep_nhan").get("truc_tuyen").figure.duong_dan == (
        "xa_phuong.huong-mai.ho_so.tiep_nhan.truc_tuyen"
    )
    assert commune.get("mot_cua").get("wifi") is True
    assert commune.get("mot_cua").get("dau_tu") == Words("xây mới")
    assert commune.get("cong_nhan").get("nam").value is None


def test_an_answer_that_was_left_out_is_empty_and_no_mistake(tong_hop: TongHop) -> None:
    xa = tong_hop.units[0]
    made = record(xa.bao_cao)
    made = made.model_copy(update={"cong_nhan": made.cong_nhan.model_copy(update={"dang_ky": None})})
    commune = UnitNames(UnitFigures.of(replace(xa.bao_cao, so_lieu=made)), frozenset(["cong_nhan"]))
    answer = commune.get("cong_nhan").get("dang_ky")
    assert answer == Words("")
    assert answer.path == f"xa_phuong.{xa.don_vi.ma}.cong_nhan.dang_ky"


def test_the_words_of_a_commune_are_no_names_inside_its_groups(communes: UnitList) -> None:
    with pytest.raises(TemplateFault):
        communes.get("huong-mai").get("ho_so").get("ten")


def test_communes_come_in_the_authoritys_order(communes: UnitList, tong_hop: TongHop) -> None:
    assert [xa.so_lieu.don_vi for xa in communes if isinstance(xa, UnitNames)] == [
        xa.don_vi for xa in tong_hop.don_vi.units if xa.den_ngay is None
    ]


def test_two_groups_under_one_name() -> None:
    made = {"a.d": figure(1, path="a.d")}
    both = Both(Names("a", {"b": Words("x")}), Figures(made, frozenset(["a"]), "a."))
    assert both.get("b") == Words("x")
    assert both.get("d").figure is made["a.d"]
    with pytest.raises(TemplateFault) as caught:
        both.get("c")
    assert caught.value.message == "không có “a.c”"


@pytest.mark.parametrize(
    ("group", "name", "message", "hint"),
    [
        (Figures({"a.tong": figure(1)}, frozenset(["a"]), "a."), "tongg", "a.tongg", "có phải ý bạn là “a.tong”?"),
        (Figures({"a.b.c": figure(1)}, frozenset(["a.b"]), "a."), "bb", "a.bb", "có phải ý bạn là “a.b”?"),
        (Figures({"ho_so.a": figure(1)}, frozenset(), ""), "ho_so.b", "ho_so.b", "có phải ý bạn là “ho_so.a”?"),
        (Figures({}, frozenset(), "a."), "x", "a.x", "xem tên các số liệu bằng lệnh: cqtt figures"),
        (Names("ky", {"ten": Words("")}), "tên", "ky.tên", "có phải ý bạn là “ky.ten”?"),
        (UnitWords(Unit("a", "A", "xã"), "xa_phuong"), "tenn", "tenn", "có phải ý bạn là “ten”?"),
        (UnitList({}, "xa_phuong"), "huong-mai", "xa_phuong.huong-mai", "xem tên các số liệu bằng lệnh: cqtt figures"),
    ],
)
def test_a_name_that_a_group_does_not_have(group: Group, name: str, message: str, hint: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        group.get(name)
    fault = caught.value
    assert (fault.code, fault.message, fault.hint, fault.needle) == ("KHUON02", f"không có “{message}”", hint, message)


@pytest.mark.parametrize(
    "name", ["__class__", "__doc__", "__dict__", "_answer", "model_extra", "so_lieu", "figures", "get", "names"]
)
def test_nothing_of_python_is_a_name(name: str, communes: UnitList) -> None:
    groups: list[Group] = [
        Figures({}, frozenset()),
        Names("a", {}),
        Both(Names("a", {}), Figures({}, frozenset())),
        UnitWords(Unit("a", "A", "xã"), "xa_phuong"),
        communes,
        communes.get("huong-mai"),
    ]
    for group in groups:
        with pytest.raises(TemplateFault):
            group.get(name)


def test_the_nearest_name_is_told_without_regard_to_marks() -> None:
    assert unknown("hồ sơ", ["ho_so", "kinh_phi"]).hint == "có phải ý bạn là “ho_so”?"
    assert unknown("x", ["ho_so"]).hint == "xem tên các số liệu bằng lệnh: cqtt figures"
