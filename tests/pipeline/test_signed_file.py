"""A signed file is compared with the report: its words, but not the number and the day that the registry writes."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from cqtt.cli.main import run
from cqtt.pipeline.read import Reader
from cqtt.pipeline.signed_file import Compared, compared
from tests.conftest import QUY_I, lay_out, shortened


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a short report, built."""
    root = shortened(lay_out(tmp_path_factory.mktemp("built")))
    assert run(["build", "2024Q1", "-C", str(root)]) == 0
    return root


@pytest.fixture(scope="module")
def report(root: Path) -> bytes:
    return (root / "out/2024Q1/bao_cao.docx").read_bytes()


def with_words(report: bytes, old: str, new: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(old.encode(), new.encode(), 1)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def test_the_report_itself_agrees(root: Path, report: bytes) -> None:
    assert compared(Reader(root), QUY_I, "a.docx", report) == Compared()
    assert compared(Reader(root), QUY_I, "A.DOCX", report).agrees


def test_other_words_are_a_difference(root: Path, report: bytes) -> None:
    found = compared(Reader(root), QUY_I, "a.docx", with_words(report, "1.596", "1.600"))
    assert not found.agrees
    told = " ".join(found.differences)
    assert "1.596" in told
    assert "1.600" in told


@pytest.mark.parametrize(("name", "data"), [("a.pdf", b"%PDF-1.4"), ("a.docx", b"x"), ("a.docx", b"")])
def test_what_cannot_be_compared_does_not_agree(root: Path, name: str, data: bytes) -> None:
    found = compared(Reader(root), QUY_I, name, data)
    assert (found.differences, bool(found.why_not), found.agrees) == ((), True, False)


def test_a_report_with_errors_cannot_be_compared(tmp_path: Path, root: Path, report: bytes) -> None:
    workspace = Path(shutil.copytree(root, tmp_path / "b"))
    (workspace / "data/2024Q1/bao_cao.yaml").write_text("a: 1\n", encoding="utf-8")
    found = compared(Reader(workspace), QUY_I, "a.docx", report)
    assert found.why_not == "báo cáo của kỳ có lỗi nên chưa so được"
