"""What a table's lines say: a head, what the cells print, and what is not as usual, in any order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.template.columns import ALIGN, FILTERS, Column, read_column, said
from cqtt.template.filters import Printer
from cqtt.template.marks import line_mark
from cqtt.template.values import TemplateFault

HERE = (0, 7)
HEAD = st.text("ađ (%)*[^1]", min_size=1, max_size=9).map(str.strip).filter(bool)
BLANKS = st.text(" ", max_size=3)


@given(
    HEAD,
    BLANKS,
    st.permutations(["so", "giua", "tong=a.b"]),
    st.sets(st.sampled_from([0, 1, 2])),
)
def test_what_stands_behind_the_figure_may_stand_in_any_order(
    head: str, blanks: str, words: list[str], chosen: set[int]
) -> None:
    picked = [words[i] for i in sorted(chosen)]
    line = f"{blanks}|{blanks}".join([f"{head} ", " x.y", *picked])
    assert read_column(line, HERE) == Column(
        head,
        "x.y",
        HERE,
        filter="so" * ("so" in picked),
        align="giua" * ("giua" in picked),
        total="a.b" * ("tong=a.b" in picked),
    )


@pytest.mark.parametrize("words", ["tong=a.b", "tong = a.b", "tong=  a.b"])
def test_blanks_around_the_sign_of_a_total_mean_nothing(words: str) -> None:
    assert read_column(f"Năm | x.y | {words}", HERE).total == "a.b"


def test_a_bar_in_a_head_is_typed_behind_a_backslash() -> None:
    column = read_column(r"Tốt \| khá | x.y", HERE)
    assert (column.head, column.path) == (r"Tốt \| khá", "x.y")


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("Số", "VB11", "cột “Số” chưa có tên số liệu"),
        ("Số |", "VB11", "cột “Số” chưa có tên số liệu"),
        ("| x.y", "VB11", "cột của bảng chưa có tên ở đầu dòng"),
        ("Số | x.y | sos", "KHUON05", "cột của bảng không có “sos”"),
        ("Số | x.y | tong=", "KHUON05", "cột của bảng không có “tong=”"),
        ("Số | x.y | so | so", "KHUON04", "cột “Số” thừa “so”"),
        ("Số | x.y | trai | phai", "KHUON04", "cột “Số” thừa “phai”"),
        ("TT | stt | so", "KHUON04", "cột “TT” thừa “so”"),
    ],
)
def test_a_wrong_line_is_told(line: str, code: str, message: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        read_column(line, HERE)
    assert (caught.value.code, caught.value.message) == (code, message)
    assert caught.value.hint


def test_lines_without_words_say_nothing_and_each_other_keeps_its_place() -> None:
    text = f"{line_mark(0, 3)}A | a\n{line_mark(0, 4)}\n{line_mark(2, 9)}B | b\n"
    assert said(text) == [("A | a", (0, 3)), ("B | b", (2, 9))]


def test_every_filter_of_a_column_is_a_filter_of_the_template() -> None:
    assert set(FILTERS) <= Printer().filters().keys()
    assert not set(FILTERS) & ALIGN.keys()
