"""``cqtt new``: the next period from the last, or why not and nothing written."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended

Cqtt = Callable[..., Ended]
Edit = Callable[[str, str, str], None]


def test_the_next_quarter_is_made_and_said_so(cqtt: Cqtt) -> None:
    assert cqtt("new", "2024Q2") == (
        0,
        "đã tạo data/2024Q2 từ 2024Q1: bao_cao.yaml và 17 tệp của đơn vị cấp xã\n"
        "  còn 284 chỗ ghi “chưa điền”; xem: cqtt status 2024Q2\n"
        "  giữ nguyên từ 2024Q1, xem lại: số hiện có (tồn), câu trả lời có hay không, danh sách đã có mục\n"
        "  văn xuôi trong bao_cao.yaml chép từ 2024Q1: sửa lại cho kỳ này\n",
        "",
    )
    assert sorted(path.name for path in Path("data").iterdir()) == ["2024Q1", "2024Q2", "don_vi.yaml"]
    ended = cqtt("check", "2024Q2")
    assert ended.code == 1
    assert (ended.out + ended.err).count("lỗi SO09") == 18
    assert "284 lỗi, 0 cảnh báo" in ended.out + ended.err


def test_a_longer_period_of_its_quarters(cqtt: Cqtt) -> None:
    assert cqtt("new", "2024H1").out == (
        "đã tạo data/2024H1 từ 2024Q1: bao_cao.yaml (số liệu được cộng từ các kỳ ngắn)\n"
        "  chưa có số liệu để cộng: 2024Q2\n"
        "  văn xuôi trong bao_cao.yaml chép từ 2024Q1: sửa lại cho kỳ này\n"
    )


@pytest.mark.parametrize("name", ["2025H1", "2025Q1", "2025"])
def test_without_the_period_before_the_latest_is_taken(cqtt: Cqtt, workspace: Path, name: str) -> None:
    told = cqtt("new", name).out
    assert told.startswith(f"đã tạo data/{name} từ 2024Q1: bao_cao.yaml và 17 tệp của đơn vị cấp xã\n")
    files = (workspace / "data" / name).rglob("*.yaml")
    waiting = sum(len(re.findall(r": chưa điền\b", file.read_text(encoding="utf-8"))) for file in files)
    assert f"còn {waiting} chỗ" in told
    assert waiting >= 288


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("2024Q5",), "lỗi: “2024Q5” không phải kỳ báo cáo\n  viết như 2024Q1, 2024H1, 2024M09, 2024 hoặc 2024-03\n"),
        (
            ("2024Q1",),
            "lỗi: đã có data/2024Q1: không ghi đè\n  sửa tệp trong đó, hoặc đổi tên thư mục cũ trước; "
            "thiếu tệp của một đơn vị thì: cqtt new 2024Q1 MÃ\n",
        ),
        (("2024Q1", "nen"), "lỗi: không có đơn vị mang mã “nen” trong kỳ 2024Q1\n  có phải ý bạn là “nenh”?\n"),
        (
            ("2024Q1", "nenh"),
            "lỗi: đã có data/2024Q1/xa_phuong/nenh.yaml: không ghi đè\n  sửa tệp đó, hoặc đổi tên nó trước\n",
        ),
        (("2023Q4",), "lỗi: không có kỳ nào trước 2023Q4 để chép\n  các kỳ đang có: 2024Q1; chọn bằng --from\n"),
        (
            ("2024Q2", "--from", "2023Q1"),
            "lỗi: chưa có kỳ 2023Q1: không thấy thư mục data/2023Q1\n  các kỳ đang có: 2024Q1\n",
        ),
    ],
)
def test_a_wrong_call_makes_nothing(cqtt: Cqtt, words: tuple[str, ...], told: str) -> None:
    assert cqtt("new", *words) == (2, "", told)
    assert sorted(path.name for path in Path("data").iterdir()) == ["2024Q1", "don_vi.yaml"]


def test_without_any_period_there_is_nothing_to_take(cqtt: Cqtt) -> None:
    shutil.rmtree("data/2024Q1")
    assert cqtt("new", "2024Q2").err == "lỗi: không có kỳ nào trước 2024Q2 để chép\n  chọn bằng --from\n"


def test_a_period_with_errors_is_not_carried_over(cqtt: Cqtt, edit: Edit) -> None:
    edit("data/2024Q1/xa_phuong/nenh.yaml", "may_in: 5", "may_in: -5")
    ended = cqtt("new", "2024Q2")
    assert (ended.code, ended.out) == (1, "")
    assert "lỗi SO06" in ended.err
    assert ended.err.endswith("không tạo 2024Q2: kỳ 2024Q1 còn lỗi; sửa trước, hoặc chọn kỳ khác bằng --from\n")
    assert not Path("data/2024Q2").exists()


def test_communes_that_come_and_go_are_named(cqtt: Cqtt, edit: Edit) -> None:
    edit(
        "data/don_vi.yaml",
        '    ma_gso: "07795"\n',
        '    ma_gso: "07795"\n    den_ngay: 31/3/2024\n    nhap_vao: nenh-moi\n'
        "  - ma: nenh-moi\n    ten: Nếnh Mới\n    loai: phường\n",
    )
    edit(
        "data/don_vi.yaml", "    loai: phường\n    tu_ngay: 01/02/2024\n", "    loai: phường\n    tu_ngay: 01/4/2024\n"
    )
    edit("data/don_vi.yaml", "    den_ngay: 31/3/2024\n", "    tu_ngay: 01/02/2024\n    den_ngay: 31/3/2024\n")
    lines = cqtt("new", "2024Q2").out.splitlines()
    assert lines[1:3] == [
        "  đơn vị mới, điền từ đầu: phường Nếnh Mới",
        "  không còn vào cuối quý II năm 2024: phường Nếnh",
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="only an ordinary user is refused")
def test_a_folder_without_permission(cqtt: Cqtt) -> None:
    Path("data").chmod(0o500)
    ended = cqtt("new", "2024Q2")
    assert ended.code == 3
    assert ended.err.endswith("không có quyền ghi vào thư mục\n  xin quyền ghi, hoặc chép bộ số liệu sang nơi khác\n")


def test_one_file_of_a_period_is_made_anew(cqtt: Cqtt) -> None:
    cqtt("new", "2024Q2")
    for path in ("xa_phuong/nenh.yaml", "bao_cao.yaml"):
        file = Path("data/2024Q2") / path
        before = file.read_text(encoding="utf-8")
        file.unlink()
        told = f"đã ghi data/2024Q2/{path} từ 2024Q1; điền các chỗ ghi “chưa điền”\n"
        assert cqtt("new", "2024Q2", file.stem) == (0, told, "")
        assert file.read_text(encoding="utf-8") == before


def test_one_file_of_the_first_period_is_an_empty_form(cqtt: Cqtt) -> None:
    file = Path("data/2024Q1/xa_phuong/nenh.yaml")
    file.unlink()
    assert cqtt("new", "2024q1", "nenh").out == f"đã ghi {file.as_posix()}; điền các chỗ ghi “chưa điền”\n"
    assert "  dau_tu: chưa điền  # đầu tư Bộ phận Một cửa: xây mới | cải tạo | không\n" in file.read_text(
        encoding="utf-8"
    )
