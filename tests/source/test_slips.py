"""What stands where a count must stand is named, with the way to write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqtt.catalogue import CODES
from cqtt.source.slips import bool_slip, count_slip
from tests.source.spoiling import STEADY

PRINTED = "(dấu {} ngăn hàng nghìn chỉ dùng khi in)"
DIGITS = "chỉ viết bằng chữ số 0-9, ví dụ 5007"
ANY = "ghi một số nguyên, ví dụ 12; không có thì ghi 0"


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("5.007", "SO01", f"viết liền: 5007 {PRINTED.format('chấm')}"),
        ("5,007", "SO01", f"viết liền: 5007 {PRINTED.format('phẩy')}"),
        ("7.000", "SO01", f"viết liền: 7000 {PRINTED.format('chấm')}"),
        ("17.000.000.000", "SO01", f"viết liền: 17000000000 {PRINTED.format('chấm')}"),
        ("17.000.000.000 đồng", "SO01", "viết liền, không ghi đơn vị: 17000000000"),
        ("5 007", "SO01", "viết liền: 5007 (không có dấu cách)"),
        ("5\u00a0007", "SO01", "viết liền: 5007 (không có dấu cách)"),
        ("012", "SO02", "bỏ số 0 ở đầu: 12"),
        ("000", "SO02", "bỏ số 0 ở đầu: 0"),
        ("1:30", "SO03", "số đếm không có dấu hai chấm"),
        ("1.5", "SO04", "số đếm không có phần lẻ"),
        ("1.005,50", "SO04", "số đếm không có phần lẻ"),
        ("1_234", "SO05", DIGITS),
        ("1e3", "SO05", DIGITS),
        ("0x1F", "SO05", DIGITS),
        ("+5", "SO05", DIGITS),
        (".nan", "SO05", DIGITS),
        ("-.Inf", "SO05", DIGITS),
        ("-5", "SO06", "số đếm không âm; kiểm tra lại số liệu gốc"),
        ("– 5", "SO06", "số đếm không âm; kiểm tra lại số liệu gốc"),
        ("9" * 19, "SO08", "kiểm tra lại số chữ số"),
        ("", "SO09", "không có thì ghi 0"),
        ("Chưa có", "SO09", "không có thì ghi 0"),
        ("280 hồ sơ", "SO10", "chỉ ghi số, bỏ phần sau: 280"),
        ("280đ", "SO10", "chỉ ghi số, bỏ phần sau: 280"),
        ("15# kỳ trước", "SO10", "thêm dấu cách trước dấu #"),
        ("28O", "SO10", "có chữ O, I hoặc l lẫn trong số; gõ lại bằng chữ số"),
        ("17 tỷ", "SO10", "viết đủ mọi chữ số: 17000000000"),
        ("1,5 tỉ đồng", "SO10", "viết đủ mọi chữ số: 1500000000"),
        ("0,5 triệu", "SO10", "viết đủ mọi chữ số: 500000"),
        ("3 ti vi", "SO10", "chỉ ghi số, bỏ phần sau: 3"),
        ("96,6%", "SO10", "ghi số lượng, không ghi tỷ lệ phần trăm"),
        ("２８０", "SO10", "xóa rồi gõ lại bằng chữ số thường: 280"),
        ("280\u00a0", "SO10", "xóa rồi gõ lại bằng chữ số thường: 280"),
        ('280"', "SO10", "bỏ dấu nháy thừa: 280"),
        ("yes", "SO10", ANY),
        ("khoảng 280", "SO10", ANY),
    ],
)
def test_each_slip_has_its_code_and_its_mend(typed: str, code: str, hint: str) -> None:
    assert count_slip(typed, quoted=False) == (code, hint)


@pytest.mark.parametrize(("typed", "bare"), [('"280"', "280"), ("'280'", "280"), ("280", "280"), ('"012"', "12")])
def test_a_count_in_quotes_needs_none(typed: str, bare: str) -> None:
    assert count_slip(typed, quoted=True) == ("SO07", f"bỏ dấu nháy: {bare}")


def test_where_nothing_may_be_written_null_is_the_mend_and_not_zero() -> None:
    assert count_slip("chưa", quoted=False, absent="null") == ("SO09", "không có thì ghi null")


@STEADY
@given(st.text(max_size=30) | st.from_regex(r"[-+\d.,:_ eEx\"'#%]{1,12}", fullmatch=True), st.booleans())
def test_nothing_typed_is_too_odd_to_be_named(typed: str, quoted: bool) -> None:
    code, hint = count_slip(typed, quoted=quoted)
    assert code in CODES
    assert hint


@STEADY
@given(st.integers(0, 10**9))
def test_a_mend_never_changes_the_number(value: int) -> None:
    """Grouped for print, with a unit, or in quotes: what the mend says is what was meant."""
    grouped = f"{value:,}".replace(",", ".")
    assert str(value) in count_slip(f"{value} chiếc", quoted=False)[1]
    assert str(value) in count_slip(f'"{value}"', quoted=True)[1]
    if value >= 1000:
        assert str(value) in count_slip(grouped, quoted=False)[1]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("yes", "ghi true"),
        ("Có", "ghi true"),
        ("True", "ghi true"),
        ("1", "ghi true"),
        ("no", "ghi false"),
        ("chưa có", "ghi false"),
        ("FALSE", "ghi false"),
        ("đang lắp", "ghi true (có) hoặc false (không)"),
        ("", "ghi true (có) hoặc false (không)"),
    ],
)
def test_yes_and_no_in_any_language_become_true_and_false(typed: str, hint: str) -> None:
    assert bool_slip(typed) == hint
