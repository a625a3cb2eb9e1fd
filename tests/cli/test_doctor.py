"""``cqtt doctor``: one line for each thing, and an exit code that says whether a report can be built."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended

Cqtt = Callable[..., Ended]


def test_a_machine_that_can_build(cqtt: Cqtt, workspace: Path) -> None:
    ended = cqtt("doctor")
    assert (ended.code, ended.err) == (0, "")
    assert not [line for line in ended.out.splitlines() if line.startswith("thiếu")]
    assert f"ok     thư mục: {workspace}\n" in ended.out
    assert ended.out.endswith(f"ok     ghi báo cáo: ghi được vào {workspace / 'out'}\n")


def test_what_forbids_building_is_exit_code_3_with_the_mend_below(cqtt: Cqtt, workspace: Path) -> None:
    (workspace / "templates/bao_cao.docx.j2").unlink()
    ended = cqtt("doctor")
    assert ended.code == 3
    assert (
        "thiếu  khuôn mẫu: không có templates/bao_cao.docx.j2\n       lấy lại tệp này từ bản gốc của phần mềm\n"
    ) in ended.out


def test_outside_of_any_workspace_the_machine_is_told_all_the_same(
    cqtt: Cqtt, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("khac"))
    ended = cqtt("doctor")
    assert ended.code == 3
    assert ended.out.startswith("ok     Python: ")
    assert "thiếu  thư mục: không thấy data/don_vi.yaml ở thư mục này và các thư mục phía trên\n" in ended.out


def test_json_is_for_programs(cqtt: Cqtt, workspace: Path) -> None:
    told = json.loads(cqtt("doctor", "--format", "json").out)
    assert (told["schema_version"], told["ready"]) == (1, True)
    assert told["findings"][-1] == {
        "name": "ghi báo cáo",
        "state": "ok",
        "seen": f"ghi được vào {workspace / 'out'}",
        "hint": "",
    }
