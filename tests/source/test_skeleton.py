"""A file made from nothing has every key that must be written, and nothing in it passes for a figure."""

from typing import Annotated

from pydantic import Field

from cqtt.models.ban_ghi import BanGhi, Ton, TuKy
from cqtt.models.ky import Ky
from cqtt.problems import Key
from cqtt.reports.than_thien.phuong_xa import PhuongXa
from cqtt.source.placeholders import placeholders
from cqtt.source.skeleton import extended, unit_file
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
        "sang_kien: chưa điền  # sáng kiến đăng ký trong năm",
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
    words = {"dau_tu": "không", "nam": "null", "muc_sao": "null", "dang_ky": "null", "sang_kien": "[]"}
    lines = []
    for line in text.split("\n"):
        name = line.partition(":")[0].strip()
        answer = "true" if line.endswith("true | false") else words.get(name, "0")
        lines.append(line.replace("chưa điền", answer))
    value = read("\n".join(lines), "x.yaml", lines).value
    record = PhuongXa.model_validate(value)
    assert (record.phuong_xa, record.ho_so.tiep_nhan.tong, record.thu) == ("Nếnh", 12, None)


class Khoi(BanGhi):
    """A block that has grown."""

    a: Ton = Field(title="A")
    b: Annotated[Ton | None, TuKy("2024Q2")] = Field(default=None, title="Cái mới")


class Tep(BanGhi):
    """A file that has grown, by a count in a block and by a block."""

    x: Khoi = Field(title="Khối")
    y: Ton = Field(title="Y")
    z: Annotated[Khoi | None, TuKy("2024Q2")] = Field(default=None, title="Khối mới")


OLD = "# đầu tệp\nx:  # khối\n    a: 1  # một\n\n# về y\ny: 2\n"


def test_a_new_period_s_file_has_what_is_asked_from_then_on() -> None:
    """The new lines stand behind their neighbours, as far in as these; everything else stays as it was typed."""
    assert extended(OLD, Tep, Ky(2024, 4, 6)) == (
        "# đầu tệp\nx:  # khối\n    a: 1  # một\n    b: chưa điền  # cái mới\n\n# về y\ny: 2\n"
        "z:  # khối mới\n  a: chưa điền  # a\n  b: chưa điền  # cái mới\n"
    )
    assert extended(OLD, Tep, QUY_I) == OLD
    there = OLD.replace("    a: 1", "    b: 7\n    a: 1") + "z:\n  a: 3\n  b: 4\n"
    assert extended(there, Tep, Ky(2024, 4, 6)) == there


def test_a_block_in_braces_is_left_to_its_owner() -> None:
    text = "x: {a: 1}\ny: 2\nz: {a: 1, b: 2}\n"
    assert extended(text, Tep, Ky(2024, 4, 6)) == text
