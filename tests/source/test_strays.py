"""Folders and files with almost the right name are named with the mend, and nothing else is."""

from pathlib import Path

from cqtt.models.ky import Ky
from cqtt.problems import Severity
from cqtt.source.strays import misnamed_parts, misnamed_periods

QUY_I = Ky(2024, 1, 3)


def test_a_folder_that_is_named_like_a_period_is_told(tmp_path: Path) -> None:
    for name in ("2024Q1", "2025q1", "Q2-2025", "quý III 2025", "2024q1", "bieu_mau", "2024Q1 - Copy", "cu"):
        (tmp_path / "data" / name).mkdir(parents=True)
    (tmp_path / "data" / "2026q1").write_text("no folder")
    assert [(p.position.path, p.key, p.hint) for p in misnamed_periods(tmp_path)] == [
        ("data/2024q1", "2024Q1", "đã có 2024Q1: gộp hai thư mục, rồi bỏ thư mục này"),
        ("data/2025q1", "2025Q1", "đổi tên thư mục thành 2025Q1"),
        ("data/Q2-2025", "2025Q2", "đổi tên thư mục thành 2025Q2"),
        ("data/quý III 2025", "2025Q3", "đổi tên thư mục thành 2025Q3"),
    ]


def test_a_part_under_another_name_is_an_error_where_the_right_one_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "data/2024Q1"
    (folder / "Xa_phuong").mkdir(parents=True)
    for name in ("bao_cao.yml", "Bao-cao.yaml.txt", "README.md", "bao_cao.docx", "bao_cao_cu.yaml"):
        (folder / name).touch()
    found = [
        (p.position.path.rpartition("/")[2], p.severity, p.hint) for p in misnamed_parts(tmp_path, QUY_I, "xa_phuong")
    ]
    assert found == [
        ("Bao-cao.yaml.txt", Severity.ERROR, "đổi tên thành bao_cao.yaml"),
        ("Xa_phuong", Severity.ERROR, "đổi tên thành xa_phuong"),
        ("bao_cao.yml", Severity.ERROR, "đổi tên thành bao_cao.yaml"),
    ]
    (folder / "bao_cao.yaml").touch()
    (folder / "xa_phuong").mkdir()
    again = list(misnamed_parts(tmp_path, QUY_I, "xa_phuong"))
    assert {p.severity for p in again} == {Severity.WARNING}
    assert again[0].hint == "đã có bao_cao.yaml: bỏ tệp này"


def test_a_period_without_a_folder_has_no_parts(tmp_path: Path) -> None:
    assert list(misnamed_parts(tmp_path, QUY_I, "xa_phuong")) == []
