"""The whole gate on the shipped report: planted numbers are found, and what is shipped raises no alarm."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.models.ky import Ky
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from tests.conftest import faults

QUY_I = Ky(2024, 1, 3)
Edit = Callable[[str, str, str], None]
MACRO = "{% macro m() %}12 xã{% endmacro %}{{ m() }}\n\n"


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("templates/bao_cao.docx.j2", "{{ ho_so.tiep_nhan.tong | so }}", "5.007", "LV01"),
        ("templates/bao_cao.docx.j2", "{{ mot_cua.bang_bieu | so }}", "38", "LV01"),
        ("data/2024Q1/bao_cao.yaml", "đạt {{ ho_so.ty_le_dung_han | tren }}", "đạt trên 96%", "LV01"),
        ("templates/bao_cao.docx.j2", "# ĐÁNH GIÁ CHUNG", "# ĐÁNH GIÁ CHUNG 12 XÃ", "LV01"),
        (
            "templates/bao_cao.docx.j2",
            "{% for y in van_xuoi.han_che %}",
            MACRO + "{% for y in van_xuoi.han_che %}",
            "LV01",
        ),
        ("data/2024Q1/bao_cao.yaml", "  - Kết quả xây dựng", "  - 12 Kết quả xây dựng", "LV01"),
        ("data/2024Q1/bao_cao.yaml", "    [^bo_tri]: Yêu cầu", "    [^bo_tri]: 12 xã", "LV01"),
        ("data/2024Q1/bao_cao.yaml", "chuyên nghiệp.\n", "chuyên nghiệp\n      ở 12 xã.\n", "LV01"),
        (
            "data/2024Q1/bao_cao.yaml",
            "ho_so.ty_le_dung_han | tren",
            'ho_so.ty_le_dung_han | khang_dinh("trên 98%")',
            "LV02",
        ),
        ("data/2024Q1/bao_cao.yaml", "{{ cong_nhan.nam_truoc | so }}", "{{ cong_nhan.con_lai | so }}", "LV03"),
    ],
)
def test_planted_numbers_are_found_in_the_shipped_report(
    workspace: Path, edit: Edit, path: str, old: str, new: str, code: str
) -> None:
    edit(path, old, new)
    problems = compose(gather(Reader(workspace), QUY_I), workspace).problems
    assert [(p.code, p.position.path) for p in faults(problems)] == [(code, path)]


def test_the_shipped_report_raises_no_alarm(workspace: Path) -> None:
    assert faults(compose(gather(Reader(workspace), QUY_I), workspace).problems) == []
