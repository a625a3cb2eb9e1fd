"""Levels on the scale of their period, through every command that shows them."""

import re
import shutil
from pathlib import Path

import pytest

from cqtt.models import places
from cqtt.models.ky import doc_ky
from cqtt.models.so_sanh import ChenhLech
from cqtt.models.tong_hop import UnitFigures
from cqtt.pipeline.read import Reader
from cqtt.pipeline.scaffold import scaffold

SCALE = """
thang_muc:
  - tu_ngay: 01/4/2024
    ten: cấp độ
    gan: gắn biển
    cac_muc: [Cơ bản, Khá, Tốt]
"""


@pytest.fixture
def moved(workspace: Path) -> Path:
    """A workspace whose scale has three named levels from the second quarter of 2024 on."""
    path = workspace / places.AUTHORITY
    path.write_text(path.read_text(encoding="utf-8") + SCALE, encoding="utf-8")
    return workspace


def test_a_new_period_on_another_scale_asks_for_each_level_anew(moved: Path) -> None:
    (tu, ky) = (doc_ky("2024Q1"), doc_ky("2024Q2"))
    assert tu is not None
    assert ky is not None
    made = scaffold(Reader(moved), ky, tu)
    given = made.files["xa_phuong/quang-chau.yaml"]
    assert "  muc_sao: chưa điền  # 1: Cơ bản, 2: Khá, 3: Tốt\n" in given
    assert "  dang_ky: chưa điền" in given
    assert "mức sao" not in given
    assert re.search(r"^  muc_sao: null", made.files["xa_phuong/huong-mai.yaml"], re.MULTILINE)


def test_a_level_may_be_written_by_its_name_and_an_answer_in_the_words_of_its_scale(moved: Path) -> None:
    shutil.copytree(moved / "data/2024Q1", moved / "data/2024Q2")
    for path in (moved / "data/2024Q2/xa_phuong").iterdir():
        text = re.sub(r"muc_sao: \d", "muc_sao: tốt", path.read_text(encoding="utf-8"))
        path.write_text(text.replace("dang_ky: nâng mức sao", "dang_ky: nâng cấp độ"), encoding="utf-8")
    ky = doc_ky("2024Q2")
    assert ky is not None
    period = Reader(moved).period(ky)
    told = {p.message for p in period.problems if p.key.startswith("cong_nhan")}
    assert told == {f"phường {name}: được công nhận năm 2023 mà chưa gắn biển" for name in ("Tăng Tiến", "Tự Lạn")}
    figures = {xa.don_vi.ma: UnitFigures.of(xa).so_lieu for xa in period.units}
    level = figures["quang-chau"]["cong_nhan.muc_sao"]
    assert (level.gia_tri, level.in_ra, level.ten) == (3, "Tốt", "Cấp độ")
    before = doc_ky("2024Q1")
    assert before is not None
    former = {xa.don_vi.ma: UnitFigures.of(xa).so_lieu for xa in Reader(moved).period(before).units}
    change = ChenhLech(former["quang-chau"]["cong_nhan.muc_sao"], level)
    assert (change.truoc.in_ra, change.co_dau, change.loi()) == ("4", "–", "")


def test_a_period_before_the_change_keeps_its_scale(moved: Path) -> None:
    ky = doc_ky("2024Q1")
    assert ky is not None
    period = Reader(moved).period(ky)
    assert period.data is not None
    figures = {xa.don_vi.ma: xa for xa in period.data.units}["quang-chau"]
    assert figures.danh_muc.thang is not None
    assert figures.danh_muc.thang.ten == "mức sao"
