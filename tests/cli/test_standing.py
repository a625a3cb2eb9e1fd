"""Each way in which a report may stand has its words, and the calls that help."""

from pathlib import Path

import pytest

from cqtt.cli.standing import told
from cqtt.pipeline.standing import Standing

PATH = Path("out/2024Q1/bao cáo.docx")
AGAIN = "cqtt build 2024Q1"
LOOK = f'xem khác gì bằng: cqtt verify "{PATH}" 2024Q1'
KEPT = f"  lập lại, bản này được giữ dưới tên khác: {AGAIN}"


@pytest.mark.parametrize(
    ("found", "sealed", "lines"),
    [
        (Standing.MISSING, False, [f"chưa có; lập lại bằng: {AGAIN}"]),
        (Standing.SAME, False, ["đúng với số liệu"]),
        (Standing.SAME, True, ["đúng bản đã niêm phong"]),
        (Standing.DATA, False, [f"số liệu đổi sau khi lập; lập lại bằng: {AGAIN}"]),
        (Standing.DATA, True, [f"khác bản đã niêm phong, không ai sửa tay; lập lại bằng: {AGAIN}"]),
        (Standing.EDITED, False, [f"đã sửa tay; {LOOK}", f'  đó là bản đã ký: cqtt seal 2024Q1 "{PATH}"', KEPT]),
        (Standing.EDITED, True, [f"đã sửa tay; {LOOK}", KEPT]),
    ],
)
def test_how_it_stands_is_said_with_what_to_call(found: Standing, sealed: bool, lines: list[str]) -> None:
    assert list(told(found, PATH, "2024Q1", AGAIN, sealed=sealed)) == [f"{PATH} {lines[0]}", *lines[1:]]
