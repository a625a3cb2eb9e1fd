"""Each way in which a report may stand has its words, and the calls that help."""

from pathlib import Path

import pytest

from cqtt.cli.standing import told
from cqtt.pipeline.standing import Standing

PATH = Path("out/2024Q1/bao cáo.docx")
AGAIN = "cqtt build 2024Q1"
OUTDATED = "số liệu đổi: không ai sửa tệp, nhưng số liệu, khuôn mẫu hoặc phần mềm đã đổi từ khi lập"


@pytest.mark.parametrize(
    ("found", "sealed", "lines"),
    [
        (Standing.ABSENT, False, [f"chưa có; lập lại bằng: {AGAIN}"]),
        (Standing.CURRENT, False, ["đúng với số liệu"]),
        (Standing.CURRENT, True, ["đúng bản đã niêm phong"]),
        (Standing.OUTDATED, False, [f"{OUTDATED}; lập lại bằng: {AGAIN}"]),
        (Standing.OUTDATED, True, [f"không ai sửa tay, nhưng khác bản đã niêm phong; lập lại bằng: {AGAIN}"]),
        (Standing.UNKNOWN, False, ["không ai sửa tay; số liệu bây giờ có lỗi nên chưa so được"]),
        (
            Standing.EDITED,
            False,
            [
                "sửa tay: đã được sửa, ký hoặc lưu lại từ khi lập",
                f'  sửa ở đâu: cqtt verify "{PATH}" 2024Q1',
                f'  đó là bản đã ký: cqtt seal 2024Q1 "{PATH}"',
                f"  bỏ bản sửa (vẫn được giữ dưới tên khác): {AGAIN}",
            ],
        ),
        (
            Standing.EDITED,
            True,
            [
                "sửa tay: đã được sửa, ký hoặc lưu lại từ khi lập",
                f'  sửa ở đâu: cqtt verify "{PATH}" 2024Q1',
                f"  bỏ bản sửa (vẫn được giữ dưới tên khác): {AGAIN}",
            ],
        ),
    ],
)
def test_how_it_stands_is_said_with_what_to_call(found: Standing, sealed: bool, lines: list[str]) -> None:
    assert list(told(found, PATH, "2024Q1", AGAIN, sealed=sealed)) == [f"{PATH} {lines[0]}", *lines[1:]]
