"""Findings are told so that an editor, a program and GitHub each find the place."""

import json
import unicodedata
from decimal import Decimal

from msgspec.structs import replace

from cqtt import reporter
from cqtt.problems import Position, Problem, Severity

NENH = "data/2024Q1/xa_phuong/nenh.yaml"
THOUSANDS = Problem(
    Position(NENH, 9, 17, "    truc_tuyen: 5.007", 5),
    "SO01",
    'phải là số nguyên, đang là "5.007"',
    "viết liền: 5007 (dấu chấm ngăn hàng nghìn chỉ dùng khi in)",
    "ho_so.tiep_nhan.truc_tuyen",
)
MISSING = Problem(Position("data/2024Q1/xa_phuong/tu-lan.yaml"), "TEP04", "chưa có tệp", "tạo tệp, 100%: xong")
WARNING = Problem(Position("data/don_vi.yaml", 3, 1), "BC03", "chưa có họ tên", severity=Severity.WARNING)


def test_a_finding_shows_its_line_a_caret_and_the_mend() -> None:
    assert reporter.text([THOUSANDS]) == (
        f'{NENH}:9:17: lỗi SO01: ho_so.tiep_nhan.truc_tuyen: phải là số nguyên, đang là "5.007"\n'
        "      truc_tuyen: 5.007\n"
        "                  ^^^^^  viết liền: 5007 (dấu chấm ngăn hàng nghìn chỉ dùng khi in)\n"
    )


def test_a_finding_about_a_whole_file_has_no_line() -> None:
    assert reporter.text([MISSING]) == (
        "data/2024Q1/xa_phuong/tu-lan.yaml: lỗi TEP04: chưa có tệp\n  tạo tệp, 100%: xong\n"
    )


def test_findings_are_sorted_and_told_once() -> None:
    told = reporter.text([MISSING, WARNING, THOUSANDS, THOUSANDS])
    assert [line.split(":")[0] for line in told.splitlines() if line.startswith("data")] == [
        NENH,
        "data/2024Q1/xa_phuong/tu-lan.yaml",
        "data/don_vi.yaml",
    ]


def test_the_caret_stands_below_a_word_typed_with_separate_marks() -> None:
    line = unicodedata.normalize("NFD", "  ten: Nếnh đỏ")
    column = line.index(unicodedata.normalize("NFD", "đỏ")) + 1
    told = reporter.text([Problem(Position("a.yaml", 1, column, line, 2), "X", "…", "sửa")])
    shown, caret = told.splitlines()[1:]
    assert shown == "    ten: Nếnh đỏ"
    assert caret.index("^") == shown.index("đỏ")


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "x" * 300 + "sai" + "y" * 300
    shown, caret = reporter.text([Problem(Position("a.yaml", 1, 301, line, 3), "X", "…", "sửa")]).splitlines()[1:]
    assert len(shown) == reporter.SHOWN + 2
    assert shown[caret.index("^") :].startswith("sai")
    assert caret.count("^") == 3


def test_a_severity_may_be_painted() -> None:
    told = reporter.text([WARNING], lambda severity, words: f"<{severity.name}>{words}</>")
    assert told == "data/don_vi.yaml:3:1: <WARNING>cảnh báo BC03</>: chưa có họ tên\n"


def test_the_sum_counts_findings_files_and_communes() -> None:
    assert (
        reporter.summary([THOUSANDS, MISSING, WARNING], 15, 17) == "2 lỗi, 1 cảnh báo trong 3 tệp; 15/17 xã, phường đạt"
    )
    assert reporter.summary([], 17, 17) == "không có lỗi; 17/17 xã, phường đạt"
    assert reporter.summary([MISSING], 0, 0) == "1 lỗi, 0 cảnh báo trong 1 tệp"
    notice = replace(WARNING, severity=Severity.NOTICE)
    assert reporter.summary([notice], 17, 17) == "không có lỗi, 1 lưu ý; 17/17 xã, phường đạt"
    assert reporter.summary([MISSING, notice], 0, 0) == "1 lỗi, 0 cảnh báo, 1 lưu ý trong 2 tệp"


def test_json_is_unescaped_and_says_what_is_absent() -> None:
    told = reporter.dumped(reporter.as_data([THOUSANDS, MISSING], "2024Q1", 15, 17))
    assert "phải là số nguyên" in told
    read = json.loads(told)
    assert read["schema_version"] == 1
    assert read["period"] == "2024Q1"
    assert read["summary"] == {
        "errors": 2,
        "warnings": 0,
        "notices": 0,
        "communes_good": 15,
        "communes_expected": 17,
    }
    first, second = read["problems"]
    assert (first["file"], first["line"], first["column"], first["severity"]) == (NENH, 9, 17, "error")
    assert (second["line"], second["column"], second["key"]) == (None, None, None)


def test_github_gets_one_escaped_line_per_finding() -> None:
    assert reporter.github([MISSING, WARNING]) == (
        "::error file=data/2024Q1/xa_phuong/tu-lan.yaml,line=1,col=1,title=TEP04::chưa có tệp (tạo tệp, 100%25: xong)\n"
        "::warning file=data/don_vi.yaml,line=3,col=1,title=BC03::chưa có họ tên\n"
    )


def unfilled(line: int, path: str = NENH) -> Problem:
    return Problem(Position(path, line, 3, "  a: chưa điền", 2), "SO09", "chưa điền", "điền", f"a{line}")


def test_many_values_that_wait_are_told_together() -> None:
    first = f"{NENH}:2:3: lỗi SO09: a2: chưa điền\n    a: chưa điền\n    ^^  điền\n"
    told = reporter.text([unfilled(line) for line in (9, 2, 5, 12)])
    assert told == f"{first}{NENH}: và 3 chỗ chưa điền nữa, ở dòng 5, 9, 12\n"


def test_a_few_are_told_one_by_one_and_other_findings_always() -> None:
    assert reporter.text([unfilled(line) for line in (2, 5, 9)]).count("lỗi SO09") == 3
    told = reporter.text([*(unfilled(line) for line in (2, 3, 4, 5)), THOUSANDS, unfilled(1, "khac.yaml")])
    assert (told.count("lỗi SO09"), told.count("lỗi SO01"), told.count("và 3 chỗ")) == (2, 1, 1)


def test_of_many_findings_alike_in_one_file_the_first_are_told() -> None:
    many = [replace(WARNING, place=replace(WARNING.position, line=i)) for i in range(1, reporter.ALIKE + 3)]
    told = reporter.text([*many, MISSING])
    assert told.count("cảnh báo BC03") == reporter.ALIKE
    assert reporter.text(many[:-2]).count("\n") == reporter.ALIKE
    assert told.endswith("data/don_vi.yaml: và 2 chỗ BC03 nữa; sửa các chỗ trên rồi chạy lại\n")
    assert len(reporter.as_data(many, "2024Q1", 0, 0)["problems"]) == reporter.ALIKE + 2


def test_values_are_exact_in_json() -> None:
    assert [reporter.exact(v) for v in (5007, Decimal(2) / 3, Decimal("0.0000005"), None)] == [
        5007,
        "0.666667",
        "0.000001",
        None,
    ]
