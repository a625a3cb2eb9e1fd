"""A province of 99 communes without districts, a town and a commune for itself: from nothing to a report."""

import math
import re
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from cqtt.models.don_vi import UnitEntry
from cqtt.models.ky import Ky
from cqtt.pipeline import publish
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from cqtt.pipeline.setup import Authority, authority, before_two_levels, level, workspace_files
from cqtt.problems import Problem
from tests.dia_phuong import made, province

QUY_III = Ky(2025, 7, 9)


@pytest.fixture(scope="module")
def tinh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return province(tmp_path_factory.mktemp("tinh"))


def draft(root: Path) -> tuple[list[Problem], str]:
    """The findings, and the text with its slots filled."""
    composed = compose(gather(Reader(root), QUY_III), root)
    assert composed.manuscript is not None
    return composed.problems, composed.manuscript.readable()


def prose(text: str) -> str:
    return " ".join(" ".join(line for line in text.split("\n") if not line.startswith("|")).split())


def test_a_province_of_99_communes_needs_no_district(tinh: Path, tmp_path: Path) -> None:
    gathered = gather(Reader(tinh), QUY_III)
    composed = compose(gathered, tinh)
    assert composed.problems == []
    assert (gathered.good, gathered.expected, gathered.kinds) == (99, 99, "xã, phường, đặc khu")
    assert composed.report is not None
    (tmp_path / "bao_cao.docx").write_bytes(publish.made(composed.report))
    assert composed.report.frame.issuer == ("ỦY BAN NHÂN DÂN", "TỈNH HẢI VÂN")


def test_its_report_speaks_of_a_province(tinh: Path) -> None:
    text = prose(draft(tinh)[1])
    assert not re.search(r"thị xã|thị trấn|huyện|\b17\b|Bắc Giang|bacgiang|Việt Yên", text)
    for words in (
        "Chủ tịch UBND tỉnh báo cáo kết quả triển khai xây dựng xã, phường, đặc khu đạt chuẩn",
        "trang thiết bị cho bộ phận một cửa cấp tỉnh, cấp xã với kinh phí là 25 tỷ đồng",
        "99/99 UBND, công an xã, phường, đặc khu được bố trí",
        "Quý III năm 2025, UBND tỉnh thực hiện biên tập 2 tin bài",
        "(trong đó cấp *tỉnh*: 2 hồ sơ; cấp *xã*: 14.751 hồ sơ)",
        "tại Bộ phận một cửa tỉnh và các xã, phường, đặc khu.",
    ):
        assert words in text


def test_its_sentences_do_not_name_thirty_communes(tinh: Path) -> None:
    text = prose(draft(tinh)[1])
    assert "liền kề, gồm: các đơn vị nêu tại [](#danh_sach); 33 đơn vị cải tạo" in text
    assert "liền kề (các đơn vị nêu tại [](#danh_sach)); 99/99 UBND" in text
    assert text.count("An Lạc, An Mỹ, An Thịnh") == 1
    assert "1. Số đơn vị xây mới Bộ phận Một cửa: 33, gồm: An Lạc, An Mỹ, An Thịnh," in text
    assert re.search(r"1\. Số đơn vị cải tạo Bộ phận Một cửa: 33, gồm: [^.]+, Yên Vân\.", text)
    assert re.search(r"1\. Số đơn vị cấp xã đứng đầu về tỷ lệ [^:]+: 18, gồm: [^.]+, Yên Vân\./\.", text)


def test_its_reader_is_told_who_comes_first_and_last(tinh: Path) -> None:
    """Recomputed from the files, and rounded as on paper."""
    rates = {}
    for file in (tinh / "data/2025Q3/xa_phuong").iterdir():
        settled = yaml.safe_load(file.read_text(encoding="utf-8"))["ho_so"]["da_giai_quyet"]
        rates[file.stem] = Fraction(settled["truoc_han"] + settled["dung_han"], sum(settled.values()))
    shown = {ma: math.floor(rate * 1000 + Fraction(1, 2)) for ma, rate in rates.items()}
    best, worst, level = max(shown.values()), min(shown.values()), 993
    first, last = (sum(rate == end for rate in shown.values()) for end in (best, worst))
    above, below = sum(rate > level for rate in shown.values()), sum(rate < level for rate in shown.values())
    text = prose(draft(tinh)[1])
    assert (
        f"Có {first} đơn vị đạt tỷ lệ hồ sơ giải quyết trước và đúng hạn cao nhất, {best // 10},{best % 10}% "
        f"(các đơn vị nêu tại [](#danh_sach)); {last} đơn vị thấp nhất, {worst // 10},{worst % 10}% (An Hà, "
    ) in text
    assert (
        f"{above}/99 đơn vị cao hơn, {below}/99 đơn vị thấp hơn mức chung của tỉnh; theo loại đơn vị: xã 99,3%," in text
    )
    rows = [line for line in draft(tinh)[1].split("\n") if re.match(r"\| \d+ \| (Xã|Phường|Đặc khu) ", line)]
    order = [re.search(r"\d\d,\d(?=%)", row) for row in rows[2 * 99 :]]
    printed = [int(rate[0].replace(",", "")) for rate in order if rate]
    assert printed == sorted(shown.values(), reverse=True)
    assert [int(row.split("|")[1]) for row in rows[2 * 99 :]] == [1 + sum(p > q for p in printed) for q in printed]


def test_its_tables_have_a_row_for_each_commune(tinh: Path) -> None:
    rows = [line for line in draft(tinh)[1].split("\n") if re.match(r"\| \d+ \| (Xã|Phường|Đặc khu) ", line)]
    assert len(rows) == 3 * 99
    assert rows[98].startswith("| 99 | Đặc khu Yên Vân | ")


def test_a_commune_for_itself_is_not_many(tmp_path: Path) -> None:
    problems, text = draft(made(tmp_path / "xa", "xã", "Nga Phú"))
    assert problems == []
    assert not re.search(r"các xã|cấp xã,? (và )?cấp xã|1/1|Tổng cộng|Bình quân|bình quân|Các đơn vị", text)
    assert "| Tổng số tiếp nhận (1) | 105 |" in text
    assert "UBND, công an xã được bố trí trang thiết bị hiện đại" in prose(text)
    assert "kết quả xây dựng chính quyền thân thiện trên địa bàn xã Nga Phú quý III năm 2025./." in prose(text)


def test_a_town_of_before_has_its_district_level(tmp_path: Path) -> None:
    listed = tmp_path / "danh_sach.txt"
    listed.write_text("phường Bích Động\nxã Hương Mai\n", encoding="utf-8")
    problems, text = draft(made(tmp_path / "thi_xa", "thị xã", "Việt Yên", "--danh-sach", str(listed)))
    assert problems == []
    assert "bộ phận một cửa cấp huyện, cấp xã với kinh phí" in prose(text)


def test_communes_of_one_name_are_told_apart(tmp_path: Path) -> None:
    listed = tmp_path / "danh_sach.txt"
    listed.write_text("xã Tân Lạc\nphường Tân Lạc\nxã An Hà\nxã An Lạc\nphường An Sơn\n", encoding="utf-8")
    problems, text = draft(made(tmp_path / "tinh", "tỉnh", "Hải Vân", "--danh-sach", str(listed)))
    assert problems == []
    assert "gồm: xã Tân Lạc, xã An Lạc;" in prose(text)


@pytest.mark.parametrize(
    ("loai", "ky", "expected"),
    [
        ("tỉnh", QUY_III, "tỉnh"),
        ("thành phố", QUY_III, "tỉnh"),
        ("thành phố", Ky(2025, 4, 6), None),
        ("quận", Ky(2024, 1, 3), "huyện"),
        ("đặc khu", QUY_III, "xã"),
    ],
)
def test_the_level_follows_the_kind(loai: str, ky: Ky, expected: str | None) -> None:
    assert level(loai, ky) == expected


def test_districts_ended_with_june_2025() -> None:
    assert before_two_levels(Ky(2025, 4, 6))
    assert not before_two_levels(QUY_III)
    assert not before_two_levels(Ky(2025, 1, 12))


def test_the_authority_has_the_names_of_its_kind() -> None:
    units = (UnitEntry(ma="a", ten="A", loai="phường"), UnitEntry(ma="b", ten="B", loai="xã"))
    don_vi = authority(Authority("Huế", "thành phố", "tỉnh", QUY_III, units))
    assert (don_vi.viet_tat, don_vi.cap_uy) == ("UBND thành phố", "Thành ủy")
    assert don_vi.noi_nhan == [
        "Thường trực Thành ủy (b/c)",
        "Chủ tịch, các PCT UBND thành phố",
        "UBND các xã, phường",
    ]
    assert don_vi.nguoi_ky.ho_ten is None


def test_the_files_of_a_commune() -> None:
    files = workspace_files(Authority("Nga Phú", "xã", "xã", QUY_III))
    assert sorted(files) == [
        ".vscode/extensions.json",
        "data/2025Q3/bao_cao.yaml",
        "data/2025Q3/xa_phuong/xa-nga-phu.yaml",
        "data/don_vi.yaml",
        "schema/bao_cao.schema.json",
        "schema/don_vi.schema.json",
        "schema/phuong_xa.schema.json",
        "templates/bao_cao.docx.j2",
    ]
    assert "ho_so_cap_huyen" not in files["data/2025Q3/bao_cao.yaml"]
