"""The report in its usual place is compared with what the data give, or with what was sealed."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.cli.main import run
from cqtt.models import places
from cqtt.models.ky import Ky
from cqtt.pipeline.built import state
from cqtt.pipeline.read import Reader
from cqtt.pipeline.standing import Standing
from tests.conftest import lay_out, shortened

Edit = Callable[[str, str, str], None]
QUY_I = Ky(2024, 1, 3)
REPORT = places.report(QUY_I)
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


def with_other_words(path: Path) -> None:
    """As Word or LibreOffice saves it after somebody has edited it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert b"1.596" in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"1.596", b"1.600")
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def test_edited_reports_are_told_from_changed_data(built: Path, edit: Edit) -> None:
    assert state(Reader(built), QUY_I) is Standing.SAME
    edit("data/2024Q1/bao_cao.yaml", "tin_bai: 158", "tin_bai: 159")
    assert state(Reader(built), QUY_I) is Standing.SAME
    edit("data/2024Q1/bao_cao.yaml", "so_phieu: 1596", "so_phieu: 1597")
    assert state(Reader(built), QUY_I) is Standing.DATA
    edit("data/2024Q1/bao_cao.yaml", "so_phieu: 1597", "so_phieu: 1596")
    with_other_words(built / REPORT)
    assert state(Reader(built), QUY_I) is Standing.EDITED


def test_of_no_report_and_of_wrong_data_nothing_is_said(built: Path, edit: Edit) -> None:
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: -280")
    assert state(Reader(built), QUY_I) is None
    (built / REPORT).unlink()
    assert state(Reader(built), QUY_I) is None
    (built / REPORT).mkdir()
    assert state(Reader(built), QUY_I) is None


def test_a_report_built_with_charts_is_as_the_data_give_it(built: Path) -> None:
    assert run(["build", "2024Q1", "--charts", "-C", str(built)]) == 0
    assert state(Reader(built), QUY_I) is Standing.SAME


def test_of_a_sealed_period_it_is_the_sealed_report_that_counts(built: Path, edit: Edit) -> None:
    other, where = built / "khac.docx", ["-C", str(built)]
    assert run(["seal", "2024Q1", *where]) == 0
    assert state(Reader(built), QUY_I) is Standing.SAME
    edit("data/2024Q1/bao_cao.yaml", "so_phieu: 1596", "so_phieu: 1597")
    assert state(Reader(built), QUY_I) is Standing.SAME
    assert run(["unseal", "2024Q1", "--reason", "x", *where]) == 0
    assert run(["build", "2024Q1", "-o", str(other), *where]) == 0
    (built / "data/2024Q1/niem_phong/lan_1/mo_niem_phong.yaml").unlink()
    shutil.move(other, built / REPORT)
    assert state(Reader(built), QUY_I) is Standing.DATA
