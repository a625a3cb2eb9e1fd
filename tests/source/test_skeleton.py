"""A file made from nothing has every key that must be written, and nothing in it passes for a figure."""

from cqtt.models.ky import Ky
from cqtt.problems import Key
from cqtt.reports.than_thien.phuong_xa import PhuongXa
from cqtt.source.placeholders import placeholders
from cqtt.source.skeleton import unit_file
from cqtt.source.source_file import SourceFile
from cqtt.source.yaml_reader import read
from tests.than_thien import REPORT

QUY_I = Ky(2024, 1, 3)
MODELINE = "# yaml-language-server: $schema=../../../schema/phuong_xa.schema.json"
OPENING: Key = ("ho_so", "tiep_nhan", "ky_truoc")


def test_the_file_says_what_each_value_means() -> None:
    lines = unit_file(REPORT, QUY_I, "Nếnh", {OPENING: "12"}).split("\n")
    assert lines[:4] == [MODELINE, "phuong_xa: Nếnh  # tên xã, phường", "", "mot_cua:  # bộ phận Một cửa"]
    for line in (
        "  dau_tu: chưa điền  # đầu tư Bộ phận Một cửa: xây mới | cải tạo | không",
        "  wifi: chưa điền  # có bộ phát Wifi miễn phí: true | false",
        "    ky_truoc: 12  # hồ sơ từ kỳ trước chuyển sang",
        "  dang_ky: chưa điền  # đăng ký trong năm: nâng mức sao | công nhận lần đầu | null",
        "sang_kien: []  # sáng kiến đăng ký trong năm",
    ):
        assert line in lines
    assert lines[-1] == ""


def test_optional_blocks_are_left_out_unless_something_is_known_of_them() -> None:
    text = unit_file(REPORT, QUY_I, "Nếnh", {})
    assert "tong:" not in text
    assert "\nthu:" not in text
    assert "chap_nhan" not in text


def test_filled_in_it_is_a_record() -> None:
    """Nothing is wrong with it but that it waits; with an answer of the right kind at each place it is whole."""
    text = unit_file(REPORT, QUY_I, "Nếnh", {OPENING: "12"})
    source = SourceFile("x.yaml", text)
    found = list(placeholders(read(text, "x.yaml", source.lines).value, source))
    assert len(found) == text.count("chưa điền") > 30
    words = {"dau_tu": "không", "nam": "null", "muc_sao": "null", "dang_ky": "null"}
    lines = []
    for line in text.split("\n"):
        name = line.partition(":")[0].strip()
        answer = "true" if line.endswith("true | false") else words.get(name, "0")
        lines.append(line.replace("chưa điền", answer))
    value = read("\n".join(lines), "x.yaml", lines).value
    record = PhuongXa.model_validate(value)
    assert (record.phuong_xa, record.ho_so.tiep_nhan.tong, record.thu) == ("Nếnh", 12, None)
