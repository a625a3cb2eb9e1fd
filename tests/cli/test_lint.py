"""``cqtt lint``: any Word file, exit codes, three ways of telling."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended
from tests.word.decree.mau_van_ban import change, size, spoilt

Cqtt = Callable[..., Ended]
CLAUSE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, II.1.a"


@pytest.fixture
def good(workspace: Path) -> str:
    (workspace / "tot.docx").write_bytes(spoilt())
    return "tot.docx"


@pytest.fixture
def bad(workspace: Path) -> str:
    (workspace / "sai.docx").write_bytes(spoilt(size("QuocHieu", "30")))
    return "sai.docx"


def test_a_good_file_is_said_to_be_good(cqtt: Cqtt, good: str) -> None:
    assert cqtt("lint", good) == (0, "không có lỗi\n", "")


def test_a_finding_shows_the_words_and_cites_the_clause(cqtt: Cqtt, bad: str) -> None:
    assert cqtt("lint", bad) == (
        1,
        "sai.docx:5:1: lỗi TT12: Quốc hiệu: cỡ chữ 15\n"
        "  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"  {'^' * 34}  cỡ chữ 12 đến 13, đứng, đậm ({CLAUSE})\n"
        "1 lỗi, 0 cảnh báo trong 1 tệp\n",
        "",
    )


def test_json_is_for_programs(cqtt: Cqtt, bad: str) -> None:
    ended = cqtt("lint", bad, "--format", "json")
    assert ended.code == 1
    assert json.loads(ended.out) == {
        "schema_version": 1,
        "problems": [
            {
                "file": "sai.docx",
                "line": 5,
                "column": 1,
                "severity": "error",
                "code": "TT12",
                "key": "Quốc hiệu",
                "message": "cỡ chữ 15",
                "hint": f"cỡ chữ 12 đến 13, đứng, đậm ({CLAUSE})",
            }
        ],
        "summary": {"errors": 1, "warnings": 0, "notices": 0},
    }


def test_github_is_chosen_by_itself(cqtt: Cqtt, bad: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert cqtt("lint", bad).out.startswith("::error file=sai.docx,line=5,col=1,title=TT12::Quốc hiệu: cỡ chữ 15")


def test_strict_makes_warnings_count(cqtt: Cqtt, workspace: Path) -> None:
    (workspace / "a.docx").write_bytes(spoilt(change("báo cáo./.", "báo cáo.")))
    assert cqtt("lint", "a.docx").code == 0
    assert cqtt("lint", "a.docx", "--strict").code == 1


def test_what_was_built_passes(cqtt: Cqtt) -> None:
    assert cqtt("build", "2024Q1").code == 0
    assert cqtt("lint", "out/2024Q1/bao_cao.docx", "--strict").out == "không có lỗi\n"


def test_it_works_where_there_are_no_data(cqtt: Cqtt, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("khac") / "BAO CAO.DOCX"
    file.write_bytes(spoilt())
    assert cqtt("lint", str(file)).code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("lint", "a.doc"),
            "lỗi: chỉ soát được tệp .docx: a.doc\n"
            "  mở bằng Word, chọn Lưu thành (Save As), kiểu Word Document (.docx)\n",
        ),
        (("lint", "khong.docx"), "lỗi: không có tệp khong.docx\n  kiểm tra tên tệp và thư mục\n"),
        (("lint",), "lỗi: thiếu TỆP.docx\n  xem: cqtt lint --help\n"),
    ],
)
def test_a_wrong_call_ends_with_2(cqtt: Cqtt, words: tuple[str, ...], message: str) -> None:
    assert cqtt(*words) == (2, "", message)


def test_a_folder_is_no_file(cqtt: Cqtt, workspace: Path) -> None:
    (workspace / "a.docx").mkdir()
    assert cqtt("lint", "a.docx") == (2, "", "lỗi: không có tệp a.docx\n  kiểm tra tên tệp và thư mục\n")


def test_a_file_that_cannot_be_read_ends_with_3(cqtt: Cqtt, workspace: Path) -> None:
    (workspace / "a.docx").write_bytes(b"PK\x03\x04 cut short")
    ended = cqtt("lint", "a.docx")
    assert ended.code == 3
    assert ended.err.startswith("lỗi: tệp .docx bị cắt cụt hoặc hỏng\n  ")


def test_a_file_that_the_machine_withholds_ends_with_3(cqtt: Cqtt, good: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def withheld(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", withheld)
    assert cqtt("lint", good) == (
        3,
        "",
        "lỗi: không đọc được tot.docx: không có quyền\n"
        "  đóng tệp nếu đang mở; kiểm tra tên, quyền đọc và ổ đĩa rồi chạy lại\n",
    )
