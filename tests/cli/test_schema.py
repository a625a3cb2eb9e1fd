"""``cqtt schema`` writes what editors complete from."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ended


def test_a_file_in_the_place_of_the_folder(cqtt: Callable[..., Ended], workspace: Path) -> None:
    """The advice names no option that the command has not."""
    shutil.rmtree(workspace / "schema", ignore_errors=True)
    (workspace / "schema").touch()
    place = workspace / "schema/phuong_xa.schema.json"
    told = f"lỗi: không ghi được {place}: một tệp đứng ở chỗ cần thư mục\n  đổi tên tệp đó\n  không ghi gì\n"
    assert cqtt("schema") == (3, "", told)


def test_three_schemas_are_written(cqtt: Callable[..., Ended]) -> None:
    names = ("phuong_xa", "bao_cao", "don_vi")
    assert cqtt("schema") == (0, "".join(f"đã ghi schema/{name}.schema.json\n" for name in names), "")
    assert cqtt("schema") == (0, "".join(f"không đổi: schema/{name}.schema.json\n" for name in names), "")
    made = json.loads(Path("schema/phuong_xa.schema.json").read_text(encoding="utf-8"))
    assert made["title"] == "Số liệu một xã, phường trong một kỳ"
    assert "hồ sơ" in json.dumps(made, ensure_ascii=False)
