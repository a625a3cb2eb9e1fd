"""The program finds its own template."""

from pathlib import Path

import pytest

from cqtt.problems import EnvironmentFault
from cqtt.source import originals

ROOT = Path(__file__).parents[2]


def test_the_template_of_the_checkout_is_found() -> None:
    shipped = (ROOT / "templates" / "bao_cao.docx.j2").read_text(encoding="utf-8")
    assert originals.original_template() == shipped


def test_an_installation_without_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(originals, "PLACES", (tmp_path / "bao_cao.docx.j2",))
    with pytest.raises(EnvironmentFault, match="bản cài đặt thiếu khuôn mẫu đi kèm") as caught:
        originals.original_template()
    assert caught.value.hint == "cài lại phần mềm"
