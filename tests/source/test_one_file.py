"""One file is a record, or everything that is wrong in it."""

import os
from pathlib import Path

from cqtt.models.ban_ghi import MoHinh
from cqtt.models.don_vi import NguoiKy
from cqtt.problems import Problem
from cqtt.source.one_file import read_file
from cqtt.source.source_file import SourceFile
from cqtt.source.yaml_reader import Value

GOOD = "hinh_thuc: TM.\nho_ten: Nguyễn Văn An\n"


def read(tmp_path: Path, text: str | None) -> tuple[NguoiKy | None, list[tuple[str, str]]]:
    if text is not None:
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    made = read_file(tmp_path, "a.yaml", NguoiKy, problems)
    return made.gia_tri if made else None, [(p.code, p.message) for p in problems]


def test_a_good_file_is_its_record(tmp_path: Path) -> None:
    value, told = read(tmp_path, GOOD)
    assert value is not None
    assert (value.ho_ten, told) == ("Nguyễn Văn An", [])


def test_a_missing_an_empty_and_a_wrong_file_are_told(tmp_path: Path) -> None:
    assert read(tmp_path, None) == (None, [("TEP04", "chưa có tệp này")])
    assert read(tmp_path, "# gì đó\n") == (None, [("TEP08", "tệp trống")])
    assert read(tmp_path, "hinh_thuc: TM.\n") == (None, [("KHOA02", 'thiếu khóa "ho_ten" (Họ tên người ký)')])
    assert read(tmp_path, GOOD.replace("Nguyễn Văn An", "chưa điền"))[0] is None


def test_the_class_may_be_chosen_by_the_content(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")

    def chosen(value: Value, source: SourceFile) -> type[MoHinh] | Problem:
        assert isinstance(value, dict)
        return NguoiKy if value["hinh_thuc"] == "TM." else Problem(source.position(("hinh_thuc",)), "X01", "x", "y")

    problems: list[Problem] = []
    made = read_file(tmp_path, "a.yaml", chosen, problems)
    assert made is not None
    assert isinstance(made.gia_tri, NguoiKy)
    (tmp_path / "a.yaml").write_text(GOOD.replace("TM.", "KT."), encoding="utf-8")
    assert read_file(tmp_path, "a.yaml", chosen, problems) is None
    assert [(p.code, p.position.line) for p in problems] == [("X01", 1)]


def test_what_the_machine_does_not_give_is_told_and_not_waited_for(tmp_path: Path) -> None:
    """A pipe, a link in a circle: one finding, and the other files are read all the same."""
    os.mkfifo(tmp_path / "a.yaml")
    assert read(tmp_path, None) == (None, [("TEP12", "không đọc được tệp: không phải tệp thường")])
    (tmp_path / "a.yaml").unlink()
    (tmp_path / "a.yaml").symlink_to("a.yaml")
    assert read(tmp_path, None) == (None, [("TEP12", "không đọc được tệp: liên kết dẫn vòng tròn")])
