"""``cqtt redline``: from one file to another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended
from tests.verify.sua import edited, quarter, refused, reword, taken

Cqtt = Callable[..., Ended]


@pytest.fixture(autouse=True)
def files(workspace: Path) -> None:
    (workspace / "cu.docx").write_bytes(quarter().report)
    (workspace / "moi.docx").write_bytes(edited(quarter().report, reword("Nhân dân", "nhân dân")))


def test_the_file_has_both_texts(cqtt: Cqtt) -> None:
    assert cqtt("redline", "cu.docx", "moi.docx", "--output", "sua.docx") == (0, "đã ghi sua.docx\n", "")
    made, old, new = (Path(name).read_bytes() for name in ("sua.docx", "cu.docx", "moi.docx"))
    assert (refused(made), taken(made)) == (taken(old), taken(new))


def test_it_may_be_written_again(cqtt: Cqtt) -> None:
    for told in ("đã ghi sua.docx\n", "không đổi: sua.docx\n"):
        assert cqtt("redline", "cu.docx", "moi.docx", "-o", "sua.docx").out == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("cu.docx", "khong_co.docx", "-o", "a.docx"), "lỗi: không có tệp khong_co.docx\n"),
        (("cu.docx", "moi.pdf", "-o", "a.docx"), "lỗi: chỉ đọc được tệp .docx: moi.pdf\n"),
        (("cu.docx", "moi.docx", "-o", "a.pdf"), "lỗi: --output phải là tệp .docx: a.pdf\n"),
    ],
)
def test_a_call_that_is_wrong(cqtt: Cqtt, words: tuple[str, ...], told: str) -> None:
    ended = cqtt("redline", *words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(told)
