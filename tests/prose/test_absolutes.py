"""That no dossier was late is a claim like any other."""

import pytest

from cqtt.manuscript import Insert, slot
from cqtt.models.so_lieu import Loai, SoLieu
from cqtt.problems import Problem
from tests.prose import doan

SETTLED, PENDING = "ho_so.da_giai_quyet.qua_han", "ho_so.dang_giai_quyet.qua_han"


def found(text: str, settled: int | None, pending: int | None) -> list[Problem]:
    figures = {
        SETTLED: SoLieu(SETTLED, "quá hạn", Loai.LUONG, settled),
        PENDING: SoLieu(PENDING, "đang quá hạn", Loai.TON, pending),
    }
    return doan.found(text, figures=figures)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Trong kỳ không có hồ sơ quá hạn.", "không có hồ sơ quá hạn"),
        ("- Trong kỳ không có hồ sơ quá hạn;\n- Việc khác", "không có hồ sơ quá hạn"),
        ("Bộ phận Một cửa\nKHÔNG CÒN HỒ SƠ NÀO TRỄ HẠN.", "KHÔNG CÒN HỒ SƠ NÀO TRỄ HẠN"),
        ("Tất cả hồ sơ đều được giải quyết đúng hạn.", "Tất cả hồ sơ đều được giải quyết đúng hạn"),
    ],
)
def test_it_contradicts_figures_that_are_not_zero(text: str, claim: str) -> None:
    (problem,) = found(text, 159, 157)
    assert (problem.code, problem.message) == ("LV02", f"“{claim}” mâu thuẫn với {SETTLED} là 159")
    assert problem.hint == "nêu số hồ sơ quá hạn, hoặc bỏ câu này"
    at = problem.position
    assert at.text[at.column - 1 : at.column - 1 + at.width] == claim
    (pending,) = found(text, 0, 2)
    assert pending.message == f"“{claim}” mâu thuẫn với {PENDING} là 2"


@pytest.mark.parametrize(
    "text",
    [
        "Trong kỳ không có **hồ sơ quá hạn**.",
        "Trong kỳ *không có* hồ sơ[^a] quá hạn.\n\n[^a]: việc khác",
        "Trong kỳ không có\nhồ sơ quá hạn.",
    ],
)
def test_emphasis_notes_and_ends_of_lines_do_not_hide_it(text: str) -> None:
    (problem,) = found(text, 159, 157)
    assert problem.message == f"“không có hồ sơ quá hạn” mâu thuẫn với {SETTLED} là 159"
    at = problem.position
    assert (at.line, at.text[at.column - 1 : at.column - 1 + at.width]) == (1, "không có")


def test_a_figure_inside_it_is_told_as_printed() -> None:
    text = f"Tất cả hồ sơ của {slot(0)} đều được giải quyết đúng hạn."
    figures = {SETTLED: SoLieu(SETTLED, "quá hạn", Loai.LUONG, 159)}
    name = "17 xã, phường, thị trấn trên toàn địa bàn thị xã Việt Yên"
    (problem,) = doan.found(text, Insert(name, "x"), figures=figures)
    assert problem.message == f"“Tất cả hồ sơ của {name} đều được giải quyết đúng hạn” mâu thuẫn với {SETTLED} là 159"


@pytest.mark.parametrize("late", [0, None])
def test_it_may_be_true(late: int | None) -> None:
    assert found("Trong kỳ không có hồ sơ quá hạn.", late, late) == []


@pytest.mark.parametrize(
    "text",
    [
        "Phấn đấu không có hồ sơ quá hạn.",
        "Bảo đảm tất cả hồ sơ được giải quyết đúng hạn.",
        "Một số đơn vị không có hồ sơ quá hạn.",
        "Không để hồ sơ quá hạn kéo dài.",
        "Còn hồ sơ quá hạn ở vài nơi.",
    ],
)
def test_goals_and_other_places_are_no_claims(text: str) -> None:
    assert found(text, 159, 157) == []
