"""``cqtt init``: options, questions, and what it refuses."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ended

Cqtt = Callable[..., Ended]
PROVINCE = ("--loai", "tinh", "--ten", "tỉnh Bắc Ninh", "--ky", "2025Q3", "--danh-sach", "ds.txt")


class Terminal(io.StringIO):
    """Standard input with somebody at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def listed(workspace: Path) -> Path:
    path = workspace / "ds.txt"
    path.write_text("phường Kinh Bắc;09163\nxã Đại Đồng\n", encoding="utf-8")
    return path


def test_from_options(cqtt: Cqtt, listed: Path, workspace: Path) -> None:
    assert cqtt("init", "bac_ninh", *PROVINCE) == (
        0,
        "đã tạo bac_ninh cho tỉnh Bắc Ninh: data/don_vi.yaml, templates/bao_cao.docx.j2, schema/,"
        " data/2025Q3 với 2 tệp của đơn vị cấp xã\n"
        "  xem lại data/don_vi.yaml: người ký, nơi nhận, địa danh\n"
        "  điền các chỗ ghi “chưa điền”, rồi xem: cqtt status 2025Q3 -C bac_ninh\n",
        "",
    )
    ended = cqtt("check", "2025Q3", "-C", "bac_ninh")
    assert ended.code == 1
    assert ended.out.count(" SO09: ") == 3
    assert ended.out.endswith("0/2 xã, phường đạt\n")
    assert (workspace / "bac_ninh/.vscode/extensions.json").exists()


def test_what_is_missing_is_told_at_once(cqtt: Cqtt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    hint = "  ghi đủ tùy chọn, hoặc chạy ở cửa sổ lệnh để được hỏi\n"
    assert cqtt("init", "moi", "--ky", "2025Q3") == (2, "", f"lỗi: thiếu --loai, --ten\n{hint}")
    assert cqtt("init", "moi", *PROVINCE[:6]) == (2, "", f"lỗi: thiếu --danh-sach\n{hint}")
    city = ("--loai", "thành phố", "--ten", "Bắc Giang", "--ky", "2024Q1")
    assert cqtt("init", "moi", *city) == (2, "", f"lỗi: thiếu --cap\n{hint}")
    assert not Path("moi").exists()


def test_on_a_terminal_it_asks_until_it_understands(
    cqtt: Cqtt, listed: Path, monkeypatch: pytest.MonkeyPatch, workspace: Path
) -> None:
    answers = "vùng\nthanh pho\n???\nBắc Giang\nQ1\n2024Q1\nxã\nhuyện\nkhông có\nds.txt\n"
    monkeypatch.setattr("sys.stdin", Terminal(answers))
    ended = cqtt("init", "moi")
    assert ended.code == 0
    assert "  “vùng” không phải loại địa phương; chọn một trong: tỉnh, thành phố, thị xã" in ended.err
    assert "  “???” không phải tên gọi; ghi một tên trên một dòng, tối đa 60 chữ\n" in ended.err
    assert "  “xã” không phải cấp của thành phố; chọn một trong: tỉnh, huyện\n" in ended.err
    assert "  không có tệp không có; kiểm tra đường dẫn\n" in ended.err
    assert "cap: huyện" in (workspace / "moi/data/don_vi.yaml").read_text(encoding="utf-8")


def test_a_commune_needs_no_list_and_takes_none(cqtt: Cqtt, listed: Path) -> None:
    commune = ("--loai", "xã", "--ten", "Nga Phú", "--ky", "2025Q3", "--nguoi-ky", "Lê Văn Nam")
    assert cqtt("init", "nga_phu", *commune).out.startswith("đã tạo nga_phu cho xã Nga Phú: ")
    assert "  ho_ten: Lê Văn Nam\n" in Path("nga_phu/data/don_vi.yaml").read_text(encoding="utf-8")
    assert cqtt("init", "khac", *commune, "--danh-sach", "ds.txt") == (
        2,
        "",
        "lỗi: --danh-sach không dùng cho xã, phường, thị trấn, đặc khu\n  đơn vị cấp xã chỉ báo cáo cho mình\n",
    )


def test_a_wrong_list_makes_nothing(cqtt: Cqtt, listed: Path) -> None:
    listed.write_text("Kinh Bắc\n", encoding="utf-8")
    ended = cqtt("init", "moi", *PROVINCE)
    assert ended.code == 1
    assert ended.err.startswith("ds.txt:1:1: lỗi DV03: không hiểu dòng “Kinh Bắc”")
    assert ended.err.endswith("1 lỗi, 0 cảnh báo trong 1 tệp\nkhông tạo gì: sửa danh sách rồi chạy lại\n")
    assert not Path("moi").exists()


def test_nothing_is_written_over(cqtt: Cqtt, listed: Path, workspace: Path) -> None:
    (workspace / "trong").mkdir()
    assert cqtt("init", "trong", *PROVINCE).code == 0
    before = sorted(workspace.rglob("*"))
    assert cqtt("init", "trong", *PROVINCE) == (
        2,
        "",
        "lỗi: đã có trong và không trống: không ghi đè\n  chọn tên khác\n",
    )
    told = "lỗi: ds.txt là tệp, không phải thư mục: không ghi đè\n  chọn tên khác\n"
    assert cqtt("init", "ds.txt", *PROVINCE) == (2, "", told)
    assert cqtt("init", ".", *PROVINCE) == (
        2,
        "",
        "lỗi: không tạo ngay trong thư mục đang đứng\n  ghi tên thư mục mới: cqtt init bac_ninh\n",
    )
    assert sorted(workspace.rglob("*")) == before


def test_a_district_after_june_2025_is_warned_of(cqtt: Cqtt, listed: Path) -> None:
    town = ("--loai", "thị xã", "--ten", "Việt Yên", "--danh-sach", "ds.txt", "--ky")
    assert cqtt("init", "cu", *town, "2025Q2").err == ""
    assert cqtt("init", "moi", *town, "2025Q3").err == (
        "cảnh báo: từ 01/7/2025 chính quyền địa phương có hai cấp, không còn thị xã; xem lại --loai, --ky\n"
    )
