"""A file or a block that was pasted without its indentation is one finding."""

from pathlib import Path

from cqtt.models.ky import Ky
from cqtt.problems import Problem
from cqtt.source.indents import without_indent
from cqtt.source.one_file import read_file
from cqtt.source.source_file import SourceFile
from tests.source.spoiling import HUONG_MAI
from tests.than_thien import REPORT

PATH = "data/2024Q1/xa_phuong/huong-mai.yaml"


def told(root: Path, text: str) -> list[Problem]:
    (root / PATH).parent.mkdir(parents=True, exist_ok=True)
    (root / PATH).write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    assert read_file(root, PATH, REPORT.record, problems, Ky(2024, 1, 3)) is None
    return problems


def test_a_whole_file_without_indent_is_one_finding(tmp_path: Path) -> None:
    text = HUONG_MAI.read_text(encoding="utf-8")
    (problem,) = told(tmp_path, "\n".join(line.lstrip() for line in text.split("\n")))
    assert problem.code == "KIEU01"
    assert problem.message == (
        "tệp mất thụt lề: các dòng của khối mot_cua, trang_thiet_bi, ho_so … không thụt vào dưới tên khối"
    )
    assert problem.hint == (
        "dán lại từ tệp gốc, giữ dấu cách đầu dòng; "
        "hoặc xóa tệp này rồi tạo bằng: cqtt new 2024Q1 huong-mai, điền lại số"
    )


def test_a_block_within_a_block_without_indent_is_one_finding(tmp_path: Path) -> None:
    text = HUONG_MAI.read_text(encoding="utf-8")
    for key in ("ky_truoc", "truc_tuyen", "truc_tiep"):
        text = text.replace(f"    {key}:", f"  {key}:")
    (problem,) = told(tmp_path, text)
    assert problem.message == "các dòng của khối “tiep_nhan” không thụt vào dưới tên khối"


def test_an_empty_block_stays_what_it_is(tmp_path: Path) -> None:
    found = told(tmp_path, HUONG_MAI.read_text(encoding="utf-8").replace("so_hoa:", "so_hoa_x:"))
    assert without_indent(found, REPORT.record, {"thu": None}, SourceFile(PATH, "")) == found
