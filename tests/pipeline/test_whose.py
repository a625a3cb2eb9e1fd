"""Whose a text is: by its name, else by its first words; by neither for certain, nobody's."""

from pathlib import Path

import pytest

from cqtt.models.ky import Ky
from cqtt.models.so_lieu import Unit
from cqtt.pipeline.whose import of_text

UNITS = [Unit("nenh", "Nếnh", "phường"), Unit("van-ha", "Vân Hà", "xã"), Unit("ha", "Hà", "xã")]
KY = Ky(2024, 4, 6)


@pytest.mark.parametrize(
    ("name", "paragraphs", "ma"),
    [
        ("nenh.docx", (), "nenh"),
        ("Báo cáo phường Nếnh (1).docx", (), "nenh"),
        ("van-ha.docx", (), "van-ha"),
        ("bao cao.docx", ("ỦY BAN NHÂN DÂN XÃ VÂN HÀ",), "van-ha"),
        ("nenh van-ha.docx", (), None),
        ("bao cao.docx", ("phường Nếnh", "xã Vân Hà"), None),
        ("bao cao.docx", (), None),
    ],
)
def test_a_unit_is_known_by_its_name(name: str, paragraphs: tuple[str, ...], ma: str | None) -> None:
    unit, found = of_text(Path(name), paragraphs, UNITS, KY)
    assert (unit.ma if unit else None) == ma
    assert [problem.code for problem in found] == ([] if ma else ["PH03"])


@pytest.mark.parametrize("said", ["Quý I năm 2024", "quý 1/2024", "QUÝ II NĂM 2023"])
def test_another_quarter_is_a_finding(said: str) -> None:
    (found,) = of_text(Path("nenh.docx"), (said,), UNITS, KY)[1]
    assert found.code == "PH02"
    assert "đang nhập kỳ 2024Q2" in found.message


def test_this_quarter_beside_another_is_not() -> None:
    assert of_text(Path("nenh.docx"), ("quý II năm 2024, so với quý I năm 2024",), UNITS, KY)[1] == []
