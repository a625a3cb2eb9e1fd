"""``cqtt verify``: what is said of a file, exit codes, JSON."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.fingerprint import is_ours
from tests.cli.conftest import Ended
from tests.verify.sua import ROOT, edited, insert, quarter, refused, reword, taken

Cqtt = Callable[..., Ended]
EDITS = (reword("nhận 5.007 hồ sơ", "nhận 5.051 hồ sơ"), insert("Các ngày lễ lớn", "Đoạn mới."))
TEMPLATE = (ROOT / "templates/bao_cao.docx.j2").read_text(encoding="utf-8").splitlines()
ABOVE, PRINTS = (
    next(number for number, line in enumerate(TEMPLATE, start=1) if words in line)
    for words in ("Qua đây, góp phần củng cố niềm tin", "cấp xã nhận {{ ho_so.tiep_nhan.tong | so }}")
)


@pytest.fixture
def file(workspace: Path) -> Path:
    shutil.copytree(ROOT / "data" / "2023Q4", workspace / "data" / "2023Q4")  # the report compares itself with it
    path = workspace / "da_ky.docx"
    path.write_bytes(edited(quarter().report, *EDITS))
    return path


def test_what_agrees_is_said_to_agree(cqtt: Cqtt, file: Path) -> None:
    file.write_bytes(quarter().report)
    assert cqtt("verify", file.name) == (0, "da_ky.docx đúng với số liệu kỳ 2024Q1\n", "")


def test_each_difference_has_its_line_and_its_reason(cqtt: Cqtt, file: Path) -> None:
    assert cqtt("verify", file.name, "2024Q1") == (
        1,
        f"templates/bao_cao.docx.j2:{ABOVE}: mục II.1.2: thêm (sửa tay)\n"
        "  + Đoạn mới.\n"
        f"templates/bao_cao.docx.j2:{PRINTS}: mục II.1.1: ho_so.tiep_nhan.tong: "
        "tệp in “5.051”, số liệu là “5.007” (sửa tay)\n"
        "  trong câu: chất lượng giải quyết TTHC được nâng lên, trong quý I, Bộ phận Một cửa cấp xã nhận 5.007 hồ sơ;\n"
        "da_ky.docx khác với số liệu kỳ 2024Q1: 1 chỗ lời văn, 1 số liệu\n",
        "",
    )


def test_json_is_for_programs(cqtt: Cqtt, file: Path) -> None:
    ended = cqtt("verify", file.name, "--format", "json")
    read = json.loads(ended.out)
    assert ended.code == 1
    assert {name: read[name] for name in ("schema_version", "file", "period", "agrees", "formatting", "comments")} == {
        "schema_version": 1,
        "file": "da_ky.docx",
        "period": "2024Q1",
        "agrees": False,
        "formatting": 0,
        "comments": [],
    }
    assert read["changes"] == [
        {
            "kind": "added",
            "section": "II.1.2",
            "old": "",
            "new": "Đoạn mới.",
            "source": "templates/bao_cao.docx.j2",
            "line": ABOVE,
            "author": None,
            "reason": "edited",
        }
    ]
    (figure,) = read["figures"]
    assert (figure["path"], figure["printed"], figure["data"], figure["reason"]) == (
        *("ho_so.tiep_nhan.tong", "5.051", "5.007"),
        "edited",
    )
    assert (figure["source"], figure["line"], figure["written"]) == ("templates/bao_cao.docx.j2", PRINTS, None)


def test_data_that_changed_are_told_from_edits(cqtt: Cqtt, file: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("data/2024Q1/bao_cao.yaml", "tin_bai: 158", "tin_bai: 159")
    read = json.loads(cqtt("verify", file.name, "--format", "json").out)
    assert [(figure["path"], figure["reason"]) for figure in read["figures"]] == [
        ("tin_bai", "data"),
        ("ho_so.tiep_nhan.tong", "edited"),
    ]


def test_a_redline_is_written_beside(cqtt: Cqtt, file: Path) -> None:
    ended = cqtt("verify", file.name, "--redline", "sua.docx")
    assert (ended.code, ended.out.splitlines()[0]) == (1, "đã ghi sua.docx")
    made = Path("sua.docx").read_bytes()
    assert taken(made) == taken(file.read_bytes())
    assert refused(made) == taken(quarter().report)
    assert is_ours(made)


def test_wrong_data_are_told_and_nothing_is_compared(
    cqtt: Cqtt, file: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit("data/2024Q1/bao_cao.yaml", "tin_bai: 158", "tin_bai: -1")
    ended = cqtt("verify", file.name)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.endswith("chưa so được: số liệu kỳ 2024Q1 còn lỗi\n")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("khong_co.docx",), 2, "lỗi: không có tệp khong_co.docx\n  kiểm tra tên tệp và thư mục\n"),
        (("a.doc",), 2, "lỗi: chỉ đọc được tệp .docx hoặc .pdf: a.doc\n"),
        (("da_ky.docx", "2024Q2"), 2, "lỗi: chưa có kỳ 2024Q2"),
        (("da_ky.docx", "--redline", "sua.pdf"), 2, "lỗi: --redline chỉ dùng cho tệp .docx và ghi ra tệp .docx\n"),
        (("hong.docx",), 3, "lỗi: tệp không phải .docx\n"),
        (("hong.pdf",), 3, "lỗi: tệp không phải PDF, hoặc quá lớn\n"),
    ],
)
def test_a_call_that_is_wrong_or_a_file_that_cannot_be_read(
    cqtt: Cqtt, file: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    for name in ("hong.docx", "hong.pdf"):
        file.with_name(name).write_bytes(b"hong")
    ended = cqtt("verify", *words)
    assert (ended.code, ended.out) == (code, "")
    assert ended.err.startswith(told)
