"""What people may type otherwise is read as the same record. A file in ``dung`` is a patch of huong-mai.yaml."""

from pathlib import Path
from typing import Any

import pytest

from cqtt.checks import check
from cqtt.models.du_lieu import DuLieu
from cqtt.models.ky import Ky
from cqtt.reports.than_thien.phuong_xa import PhuongXa
from cqtt.source.loader import load, load_authority
from tests.conftest import faults
from tests.patches import Case, cases, follow
from tests.than_thien import record

CASES = cases(Path(__file__).parent / "dung")
HUONG_MAI = "data/2024Q1/xa_phuong/huong-mai.yaml"
MEANT: dict[str, dict[str, Any]] = {
    "bo-thu": {"thu": None},
    "ten-khong-dau": {"phuong_xa": "Huong Mai"},
    "ten-thieu-dau": {"phuong_xa": "Hường  mai"},
    "ten-kem-loai": {"phuong_xa": "xã Hương Mai"},
}
"""Where the file says something else, and means to."""


def huong_mai_in(data: DuLieu) -> PhuongXa:
    return next(record(xa) for xa in data.units if xa.don_vi.ma == "huong-mai")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file.stem)
def test_another_way_of_typing_gives_the_same_record(case: Case, workspace: Path, quy_i: DuLieu, ky: Ky) -> None:
    plain = (workspace / HUONG_MAI).read_bytes()
    follow(workspace, case.steps)
    assert (workspace / HUONG_MAI).read_bytes() != plain
    loaded = load(workspace, ky, load_authority(workspace))
    assert loaded.problems == []
    assert loaded.data is not None
    assert faults(check(loaded.data)) == []
    assert huong_mai_in(loaded.data) == huong_mai_in(quy_i).model_copy(update=MEANT.get(case.file.stem, {}))
