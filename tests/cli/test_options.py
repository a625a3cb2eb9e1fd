"""Workspace and period: found, or said clearly why not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended

Cqtt = Callable[..., Ended]
FORMS = "viết như 2024Q1, 2024H1, 2024M09, 2024 hoặc 2024-03"


@pytest.mark.parametrize("command", ["build", "check", "figures"])
@pytest.mark.parametrize("period", ["2024Q5", "quy1", "../2024Q1", "2024Q1/"])
def test_what_is_no_period(cqtt: Cqtt, command: str, period: str) -> None:
    assert cqtt(command, period) == (2, "", f"lỗi: “{period}” không phải kỳ báo cáo\n  {FORMS}\n")


def test_a_period_without_a_folder_names_those_that_have_one(cqtt: Cqtt) -> None:
    assert cqtt("build", "2024Q3") == (
        2,
        "",
        "lỗi: chưa có kỳ 2024Q3: không thấy thư mục data/2024Q3\n  các kỳ đang có: 2024Q1\n",
    )


def test_the_workspace_is_found_from_below(cqtt: Cqtt, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace / "data/2024Q1/xa_phuong")
    assert cqtt("check", "2024Q1").code == 0


def test_no_workspace_anywhere(
    cqtt: Cqtt, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("khac"))
    ended = cqtt("check", "2024Q1")
    assert ended.code == 2
    assert ended.err.startswith("lỗi: không thấy data/don_vi.yaml ở thư mục này và các thư mục phía trên\n")


def test_a_workspace_named_wrongly(cqtt: Cqtt) -> None:
    ended = cqtt("check", "2024Q1", "-C", "data")
    assert ended == (2, "", "lỗi: thư mục data không có data/don_vi.yaml\n  chỉ đúng thư mục của bộ số liệu\n")


def test_a_missing_template_is_a_finding(cqtt: Cqtt, workspace: Path) -> None:
    (workspace / "templates/bao_cao.docx.j2").unlink()
    ended = cqtt("check", "2024Q1")
    assert ended.code == 1
    assert "\ntemplates/bao_cao.docx.j2: lỗi TEP04: chưa có tệp khuôn mẫu\n" in ended.out
