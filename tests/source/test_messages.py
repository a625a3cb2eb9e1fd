"""Pydantic's findings are told in our words, at their place in the file."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from cqtt.models.don_vi import DonVi
from cqtt.problems import Problem
from cqtt.reports.than_thien.bao_cao import BaoCao
from cqtt.reports.than_thien.phuong_xa import PhuongXa
from cqtt.source.messages import problems_of
from cqtt.source.source_file import SourceFile
from cqtt.source.yaml_reader import Value, read
from tests.source.spoiling import DATA, HUONG_MAI, STEADY

MODELS: list[tuple[type[BaseModel], str]] = [
    (PhuongXa, HUONG_MAI.read_text(encoding="utf-8")),
    (DonVi, (DATA / "don_vi.yaml").read_text(encoding="utf-8")),
    (BaoCao, (DATA / "2024Q1/bao_cao.yaml").read_text(encoding="utf-8")),
]
ODD: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 10**18), st.text("aạ1 \n", max_size=70), st.just([]), st.just({"a": None})
)


def problems(text: str, model: type[BaseModel]) -> list[Problem]:
    source = SourceFile("x.yaml", text)
    with pytest.raises(ValidationError) as caught:
        model.model_validate(read(text, "x.yaml", source.lines).value)
    return list(problems_of(caught.value, model, source))


def told(text: str, old: str, new: str) -> tuple[str, str, str]:
    """Code, message and mend of the one finding after *old* became *new*."""
    assert text.count(old) == 1
    model = next(model for model, good in MODELS if good == text)
    [problem] = problems(text.replace(old, new), model)
    return problem.code, problem.message, problem.hint


def test_the_value_is_shown_whole_even_where_it_goes_on_below(huong_mai: str) -> None:
    """Never its first line alone: ``280`` would look like a count."""
    shown = told(huong_mai, "truc_tuyen: 280\n", "truc_tuyen: 280\n      hồ sơ\n")
    assert shown == ("SO10", 'phải là số nguyên, đang là "280 hồ sơ"', "chỉ ghi số, bỏ phần sau: 280")
    code, message, _ = told(huong_mai, "truc_tuyen: 280\n", "truc_tuyen: |\n      280\n      hồ sơ\n")
    assert (code, message) == ("SO10", 'phải là số nguyên, đang là "280 hồ sơ"')


def test_a_long_value_is_shown_shortened(huong_mai: str) -> None:
    _, message, _ = told(huong_mai, "wifi: true", f"wifi: {'có ' * 40}")
    assert message == f'phải là true hoặc false, đang là "{("có " * 40)[:57]}..."'


def test_a_count_that_may_be_left_open_is_left_open_with_null(huong_mai: str) -> None:
    assert told(huong_mai, "nam: null", "nam: chưa có")[2] == "không có thì ghi null"
    assert told(huong_mai, "nam: null", "nam: 0")[2] == "kiểm tra lại; chưa có thì ghi null"
    assert told(huong_mai, "tu_sat: 3", "tu_sat: chưa có")[2] == "không có thì ghi 0"


def test_a_choice_that_may_be_left_open_names_null(huong_mai: str) -> None:
    _, message, hint = told(huong_mai, "dang_ky: công nhận lần đầu", "dang_ky: không")
    assert message == 'phải là một trong: nâng mức sao, công nhận lần đầu, null; đang là "không"'
    assert hint == "không có thì ghi null (để trống)"
    assert (
        told(huong_mai, "dang_ky: công nhận lần đầu", "dang_ky: abc")[2] == "ghi: nâng mức sao, công nhận lần đầu, null"
    )


def test_a_key_of_an_outer_block_is_sent_home(huong_mai: str) -> None:
    text = huong_mai.replace("  tra_lai: 0", "    tra_lai: 0").replace("  ket_qua: 277", "  ket_qua: 277\n  thu: 1")
    hints = {p.key: p.hint for p in problems(text, PhuongXa) if p.code == "KHOA01"}
    assert hints == {
        "ho_so.dang_giai_quyet.tra_lai": "khóa này thuộc khối ho_so: thụt vào ít hơn",
        "so_hoa.thu": "khóa này thuộc ngoài cùng: thụt vào ít hơn",
    }


def test_a_missing_key_is_told_at_its_block_with_its_title(huong_mai: str) -> None:
    [problem] = problems(huong_mai.replace("  may_in: 4\n", ""), PhuongXa)
    assert (problem.key, problem.position.text.split(":")[0]) == ("trang_thiet_bi.may_in", "trang_thiet_bi")
    assert problem.message == 'thiếu khóa "may_in" (Máy in)'
    assert problem.hint == "thêm dòng “may_in: …” vào khối này"


def test_a_total_that_cannot_be_added_is_not_a_finding_of_its_own(huong_mai: str) -> None:
    assert [p.key for p in problems(huong_mai.replace("truc_tuyen: 280", "truc_tuyen: x"), PhuongXa)] == [
        "ho_so.tiep_nhan.truc_tuyen"
    ]


def test_a_finding_that_no_one_foresaw_is_told_all_the_same() -> None:
    """KIEU06; and not in Pydantic's English."""

    class Decimal(BaseModel):
        ty_le: float

    [problem] = problems("ty_le: x", Decimal)
    assert (problem.code, problem.message) == ("KIEU06", 'giá trị không hợp lệ: "x"')


def paths(value: Value, key: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The keys of all values inside *value*, blocks and lists too."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [key, *(found for name, part in inner for found in paths(part, (*key, name)))]


@STEADY
@given(st.sampled_from(MODELS), st.data())
def test_whatever_stands_anywhere_no_finding_is_unforeseen(
    of: tuple[type[BaseModel], str], data: st.DataObject
) -> None:
    """Every kind of finding that our models can make has words of its own, on one line."""
    model, good = of
    value: Any = yaml.safe_load(good)
    key = data.draw(st.sampled_from(paths(value)[1:]))
    block = value
    for part in key[:-1]:
        block = block[part]
    block[key[-1]] = data.draw(ODD)
    try:
        model.model_validate(value)
    except ValidationError as error:
        for problem in problems_of(error, model, SourceFile("x.yaml", good)):
            assert problem.code != "KIEU06"
            assert problem.hint
            assert "\n" not in problem.message + problem.hint
