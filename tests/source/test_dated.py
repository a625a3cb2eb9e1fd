"""Rules of which it is in doubt which one holds; the messages are in ``sai/don-vi-hai-quy-dinh-mot-ngay.txt``."""

from pathlib import Path

from cqtt.models import places
from cqtt.source.loader import load_authority
from tests.conftest import ROOT

FORM = "\nbieu_mau:\n  - {ten: A, van_ban: B}\n  - {ten: C, van_ban: D, tu_ngay: 01/01/2024}\n"


def test_rules_from_different_days_are_in_order(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    text = (ROOT / places.AUTHORITY).read_text(encoding="utf-8")
    (tmp_path / places.AUTHORITY).write_text(text + FORM, encoding="utf-8")
    found, problems = load_authority(tmp_path)
    assert problems == []
    assert found is not None
