"""What has become of a built report is told apart: edited, outdated, as it should be, or not to be known."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.cli.main import run
from cqtt.models.ky import Ky
from cqtt.pipeline.read import Reader
from cqtt.pipeline.standing import Standing, standing, standing_of, usual
from tests.conftest import lay_out, shortened

Edit = Callable[[str, str, str], None]
QUY_I = Ky(2024, 1, 3)
HUONG_MAI = "data/2024Q1/xa_phuong/huong-mai.yaml"


@pytest.fixture(scope="module")
def once_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The short report."""
    root = shortened(lay_out(tmp_path_factory.mktemp("built")))
    assert run(["build", "2024Q1", "-C", str(root)]) == 0
    return root / "out"


@pytest.fixture
def workspace(workspace: Path) -> Path:
    return shortened(workspace)


def saved_again(path: Path) -> None:
    """As Word or LibreOffice saves it: the same parts, packed by another program, with another time in one."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/app.xml"] += b" "
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def test_each_is_told_from_the_others(built: Path, edit: Edit) -> None:
    path = usual(built, QUY_I)
    assert standing_of(Reader(built), QUY_I) is Standing.CURRENT
    edit("data/2024Q1/bao_cao.yaml", "so_phieu: 1596", "so_phieu: 1597")
    assert standing_of(Reader(built), QUY_I) is Standing.OUTDATED
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: -280")
    assert standing_of(Reader(built), QUY_I) is Standing.UNKNOWN
    saved_again(path)
    assert standing_of(Reader(built), QUY_I) is Standing.EDITED
    path.unlink()
    assert standing_of(Reader(built), QUY_I) is Standing.ABSENT


def test_a_report_built_with_charts_is_not_outdated(built: Path) -> None:
    assert run(["build", "2024Q1", "--charts", "-C", str(built)]) == 0
    assert standing_of(Reader(built), QUY_I) is Standing.CURRENT


def test_of_a_sealed_period_it_is_the_sealed_report_that_counts(built: Path, edit: Edit) -> None:
    other = built / "khac.docx"
    assert run(["seal", "2024Q1", "-C", str(built)]) == 0
    assert standing_of(Reader(built), QUY_I) is Standing.CURRENT
    edit("data/2024Q1/bao_cao.yaml", "so_phieu: 1596", "so_phieu: 1597")
    assert standing_of(Reader(built), QUY_I) is Standing.CURRENT
    assert run(["unseal", "2024Q1", "--reason", "x", "-C", str(built)]) == 0
    assert run(["build", "2024Q1", "-o", str(other), "-C", str(built)]) == 0
    (built / "data/2024Q1/niem_phong/lan_1/mo_niem_phong.yaml").unlink()
    shutil.move(other, usual(built, QUY_I))
    assert standing_of(Reader(built), QUY_I) is Standing.OUTDATED


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.4"])
def test_a_file_that_was_never_ours_counts_as_edited(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bao_cao.docx"
    path.write_bytes(data)
    assert standing(path) is Standing.EDITED
    assert standing(path, b"x") is Standing.EDITED


def test_a_folder_in_its_place_is_no_report(tmp_path: Path) -> None:
    assert standing(tmp_path) is Standing.ABSENT


def test_a_report_that_is_ours_and_not_what_the_data_give_is_outdated(once_built: Path) -> None:
    path = once_built / "2024Q1/bao_cao.docx"
    assert standing(path, b"other") is Standing.OUTDATED
    assert standing(path, b"other", path.read_bytes()) is Standing.CURRENT
