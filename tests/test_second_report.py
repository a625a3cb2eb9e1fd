"""A second report goes all the way without a line of the engine: another subject, other units, other fields.

It is the package ``khac/cai_cach`` beside this file; the engine finds it by the name in ``don_vi.yaml``.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook  # type: ignore[import-untyped]

import cqtt.reports
from cqtt.cli.main import run
from cqtt.models.registry import all_codes, report_names, report_type

Call = Callable[..., tuple[int, str]]
HERE = Path(__file__).parent / "khac"
OFFICES = (("noi-vu", "Nội vụ", "phòng"), ("tu-phap", "Tư pháp", "phòng"), ("tiep-dan", "Tiếp công dân", "ban"))
AUTHORITY = """\
ten: Việt Yên
loai: thị xã
cap: huyện
co_quan_ban_hanh:
  - ỦY BAN NHÂN DÂN
  - THỊ XÃ VIỆT YÊN
ten_co_quan: Ủy ban nhân dân thị xã Việt Yên
viet_tat: UBND thị xã
cap_uy: Thị ủy
dia_danh: Việt Yên
ky_hieu: BC-UBND
chot_so_lieu: theo lịch
nguoi_ky:
  hinh_thuc: TM.
  quyen_han: ỦY BAN NHÂN DÂN
  chuc_vu: CHỦ TỊCH
  ho_ten: Nguyễn Văn An
noi_nhan:
  - Thường trực Thị ủy
luu: VT
loai_bao_cao: cai_cach
phong_ban:
""" + "".join(f"  - ma: {ma}\n    ten: {ten}\n    loai: {loai}\n" for ma, ten, loai in OFFICES)
DOCUMENT = """\
so: 12
ngay: 5
thang: 4
nam: 2025
tieu_de:
  - Công tác cải cách hành chính {{ ky.ten }}
kinh_phi: 150000000
van_xuoi:
  danh_gia: Công tác cải cách hành chính được duy trì nền nếp.
"""
OFFICE = """\
phong_ban: {ten}
nhiem_vu:
  ky_truoc: {before}
  duoc_giao: {given}
  hoan_thanh: {done}
  dang_lam: {left}
may_tinh: {computers}
phan_mem: toàn trình
"""


@pytest.fixture(autouse=True)
def known() -> Iterator[None]:
    """The packages in ``khac`` are reports as well."""
    cqtt.reports.__path__.append(str(HERE))
    yield
    cqtt.reports.__path__.remove(str(HERE))
    report_type.cache_clear()


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A workspace of the second report, with its first quarter."""
    files = {"data/don_vi.yaml": AUTHORITY, "data/2025Q1/bao_cao.yaml": DOCUMENT}
    for i, (ma, ten, _) in enumerate(OFFICES, start=1):
        text = OFFICE.format(ten=ten, before=i, given=10, done=7 + i, left=3, computers=4 * i)
        files[f"data/2025Q1/phong_ban/{ma}.yaml"] = text
    files["templates/bao_cao.docx.j2"] = report_type("cai_cach").template.read_text(encoding="utf-8")
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def call(town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Runs ``cqtt`` in the town's workspace: the exit code, and all that is said."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def called(*words: str) -> tuple[int, str]:
        code = run([*words, "-C", str(town)])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return called


def fill_in(town: Path, period: str) -> None:
    """Write into the new *period* what its offices did: nine tasks given, as many done."""
    for file in (town / "data" / period).rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"(duoc_giao|hoan_thanh|gop_y): chưa điền", r"\1: 9", text)
        text = re.sub(r"(ky_truoc: )(\d+)(.*\n(?:.*\n)*?.*dang_lam: )chưa điền", r"\1\2\g<3>\2", text)
        text = text.replace("được duy trì nền nếp.", "đi vào nền nếp.")
        file.write_text(text.replace("kinh_phi: chưa điền", "kinh_phi: 50000000"), encoding="utf-8")


def test_the_report_is_short_and_the_engine_knows_it_by_its_name_alone() -> None:
    lines = sum(
        len(file.read_text(encoding="utf-8").splitlines()) for file in (HERE / "cai_cach").iterdir() if file.is_file()
    )
    assert lines <= 120
    assert {"cai_cach", "than_thien"} <= set(report_names())
    assert all_codes()["NV01"].title == "Nhiệm vụ không khớp"
    for file in Path(cqtt.__file__).parent.rglob("*.py"):
        assert "cai_cach" not in file.read_text(encoding="utf-8")


def test_it_is_checked_built_and_explained(town: Path, call: Call) -> None:
    assert call("check", "2025Q1")[1] == "không có lỗi; 3/3 phòng, ban đạt\n"
    assert "từ 3/3 phòng, ban" in call("build", "2025Q1", "--review")[1]
    document = Document(str(town / "out/2025Q1/bao_cao.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "được giao 30 nhiệm vụ, hoàn thành 27, đạt 90,0%; 3/3 đơn vị (Nội vụ, Tư pháp, Tiếp công dân)" in text
    rows = [[cell.text for cell in row.cells] for row in document.tables[-1].rows]
    assert ["2", "Phòng Tư pháp", "10", "9", "8", "–", "90,0%"] in rows
    assert ["", "Tổng cộng", "30", "27", "24", "–", "90,0%"] in rows
    told = call("explain", "2025Q1", "nhiem_vu.ty_le")[1]
    assert "nhiem_vu.hoan_thanh = 27 (Nhiệm vụ đã hoàn thành)\n" in told
    assert "    phòng Tư pháp             9  data/2025Q1/phong_ban/tu-phap.yaml:5\n" in told


def test_its_rule_and_its_choice_are_looked_at(town: Path, call: Call) -> None:
    file = town / "data/2025Q1/phong_ban/noi-vu.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("toàn trình", "toan trinh"), encoding="utf-8")
    other = town / "data/2025Q1/phong_ban/tu-phap.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("dang_lam: 3", "dang_lam: 4"), encoding="utf-8")
    told = call("check", "2025Q1")[1]
    assert "noi-vu.yaml:8:11: lỗi CHU03: phan_mem: phải là một trong: toàn trình, một phần, không" in told
    assert "tu-phap.yaml:2:1: lỗi NV01: nhiem_vu: phòng Tư pháp: nhiệm vụ không khớp" in told
    assert "1/3 phòng, ban đạt" in told


def test_the_next_period_is_asked_for_compared_and_rolled_up(town: Path, call: Call) -> None:
    assert "3 tệp của phòng, ban" in call("new", "2025Q2")[1]
    made = (town / "data/2025Q2/phong_ban/noi-vu.yaml").read_text(encoding="utf-8")
    waits = dict.fromkeys(("given", "done", "left"), "chưa điền")
    asked = "gop_y: chưa điền  # góp ý đã trả lời\n"
    assert made == OFFICE.format(ten="Nội vụ", before=3, computers=4, **waits) + asked
    status = call("status", "2025Q2")[1]
    assert "Tình trạng  Lỗi C.báo Được giao      ±" in status
    assert "3 đơn vị chưa điền hết: phòng Nội vụ, phòng Tư pháp, ban Tiếp công dân" in status
    fill_in(town, "2025Q2")
    assert call("check", "2025Q2", "--strict") == (0, "không có lỗi; 3/3 phòng, ban đạt\n")
    compared = json.JSONDecoder().raw_decode(call("diff", "2025Q1", "2025Q2", "--format", "json")[1])[0]
    rate = next(figure for figure in compared["figures"] if figure["path"] == "nhiem_vu.ty_le")
    assert (rate["before"], rate["after"], rate["text"]) == ("0.900000", "1.000000", "tăng 10,0 điểm phần trăm")
    assert "Tỷ lệ hoàn thành" in call("diff", "2025Q1", "2025Q2")[1]
    assert call("new", "2025H1")[0] == 0
    whole = json.JSONDecoder().raw_decode(call("figures", "2025H1", "--format", "json")[1])[0]["figures"]
    values = {figure["path"]: figure["value"] for figure in whole}
    assert (values["nhiem_vu.ky_truoc"], values["nhiem_vu.duoc_giao"], values["nhiem_vu.dang_lam"]) == (6, 57, 9)
    assert values["kinh_phi"] == 200_000_000
    code, said = call("build", "2025H1")
    assert code == 0
    assert "KY08: gop_y: số đơn vị có báo cáo là 2025Q1: 0/3, 2025Q2: 3/3; kỳ dài in “–”" in said
    assert "số này hỏi từ kỳ 2025Q2; để “–” thì ghi KY08 vào chap_nhan" in said
    assert values["gop_y"] is None


def test_a_field_is_required_from_its_period_on_and_not_before(town: Path, call: Call) -> None:
    call("new", "2025Q2")
    fill_in(town, "2025Q2")
    file = town / "data/2025Q2/phong_ban/noi-vu.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("gop_y: 9  # góp ý đã trả lời\n", ""), encoding="utf-8")
    told = call("check", "2025Q2")[1]
    assert 'noi-vu.yaml:1:1: lỗi KHOA02: gop_y: thiếu khóa "gop_y" (Góp ý đã trả lời)' in told
    file.write_text(file.read_text(encoding="utf-8").replace("may_tinh: 4", "may_tinh: chưa điền"), encoding="utf-8")
    told = call("check", "2025Q2")[1]
    assert "KHOA02: gop_y" in told
    assert "SO09: may_tinh: chưa điền" in told
    file.write_text(text.replace("gop_y: 9 ", "gop_y:  "), encoding="utf-8")
    told = call("check", "2025Q2")[1]
    assert "lỗi SO09: gop_y: phải là số nguyên, đang là trống" in told
    assert "không có thì ghi 0" in told
    assert call("check", "2025Q1")[1] == "không có lỗi; 3/3 phòng, ban đạt\n"
    figures = json.JSONDecoder().raw_decode(call("figures", "2025Q1", "--format", "json")[1])[0]["figures"]
    assert [figure["text"] for figure in figures if figure["path"] == "gop_y"] == ["–"]


def test_its_schemas_are_its_own(town: Path, call: Call) -> None:
    assert call("schema")[0] == 0
    units = json.loads((town / "schema/don_vi.schema.json").read_text(encoding="utf-8"))
    assert "phong_ban" in units["required"]
    assert units["definitions"]["UnitEntry"]["properties"]["loai"]["enum"] == ["phòng", "ban"]
    office = json.loads((town / "schema/phong_ban.schema.json").read_text(encoding="utf-8"))
    assert list(office["properties"]) == [
        "phong_ban",
        "nhiem_vu",
        "may_tinh",
        "gop_y",
        "ban_lam_viec",
        "phan_mem",
        "dao_tao",
        "chap_nhan",
    ]


def test_its_offices_are_ranked_grouped_and_looked_at_alone(town: Path, call: Call) -> None:
    told = call("explain", "2025Q1", "xep_hang.nhiem_vu.ty_le.dung_dau")[1]
    assert "  cách tính: số phòng, ban có nhiem_vu.ty_le cao nhất\n  được tính: ban Tiếp công dân\n" in told
    told = call("explain", "2025Q1", "theo_loai.phong.nhiem_vu.hoan_thanh")[1]
    assert "theo_loai.phong.nhiem_vu.hoan_thanh = 17 (Nhiệm vụ đã hoàn thành)\n    phòng Tư pháp" in told
    file = town / "data/2025Q1/phong_ban/tu-phap.yaml"
    assert call("check", str(file)) == (0, "phòng Tư pháp, quý I năm 2025: không có lỗi\n")
    file.write_text(file.read_text(encoding="utf-8").replace("dang_lam: 3", "dang_lam: 4"), encoding="utf-8")
    assert "tu-phap.yaml:2:1: lỗi NV01: nhiem_vu: phòng Tư pháp: nhiệm vụ không khớp" in call("check", str(file))[1]
    said = call("build", "2025Q1", "--allow-missing")[1]
    assert "bản dự thảo, chưa có: có lỗi nên để riêng: phòng Tư pháp (NV01: Nhiệm vụ không khớp)" in said


def test_a_stock_that_one_office_stops_reporting_is_not_that_of_the_part_before(town: Path, call: Call) -> None:
    call("new", "2025Q2")
    fill_in(town, "2025Q2")
    for file in (town / "data").rglob("phong_ban/*.yaml"):
        text = file.read_text(encoding="utf-8")
        if file.parts[-3:-1] == ("2025Q1", "phong_ban") or file.stem != "noi-vu":
            file.write_text(f"{text}ban_lam_viec: 5\n", encoding="utf-8")
    call("new", "2025H1")
    figures = json.JSONDecoder().raw_decode(call("figures", "2025H1", "--format", "json")[1])[0]["figures"]
    values = {figure["path"]: figure["value"] for figure in figures}
    assert (values["ban_lam_viec"], values["phong_ban.noi-vu.ban_lam_viec"]) == (10, None)
    told = call("explain", "2025H1", "ban_lam_viec")[1]
    assert re.search(r"    phòng Nội vụ +–  data/2025Q2/phong_ban/noi-vu.yaml:", told)


def test_a_unit_of_another_kind_is_refused(town: Path, call: Call) -> None:
    file = town / "data/don_vi.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("loai: ban", "loai: phường"), encoding="utf-8")
    told = call("check", "2025Q1")[1]
    assert 'lỗi CHU03: phong_ban[3].loai: phải là một trong: phòng, ban; đang là "phường"' in told


def test_a_mistake_in_the_authority_s_file_brings_no_findings_about_another_report(town: Path, call: Call) -> None:
    file = town / "data/don_vi.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "la: 1\n", encoding="utf-8")
    told = call("check", "2025Q1")[1]
    assert told.startswith('data/don_vi.yaml:32:1: lỗi KHOA01: la: không có khóa "la"')
    assert "1 lỗi, 0 cảnh báo trong 1 tệp" in told


def test_a_stock_that_is_asked_for_later_is_that_of_the_last_part(town: Path, call: Call) -> None:
    """Nothing is missing in a half year whose second quarter has the stock."""
    for quarter, count in (("2025Q1", ""), ("2025Q2", "ban_lam_viec: 5\n")):
        if quarter == "2025Q2":
            call("new", quarter)
            fill_in(town, quarter)
        for file in (town / "data" / quarter / "phong_ban").iterdir():
            file.write_text(file.read_text(encoding="utf-8") + count, encoding="utf-8")
    call("new", "2025H1")
    assert "ban_lam_viec" not in call("check", "2025H1")[1]
    figures = json.JSONDecoder().raw_decode(call("figures", "2025H1", "--format", "json")[1])[0]["figures"]
    assert [figure["value"] for figure in figures if figure["path"] == "ban_lam_viec"] == [15]


def test_its_forms_go_out_and_its_answers_come_in(town: Path, call: Call) -> None:
    call("new", "2025Q2")
    assert "đã ghi 3 phiếu vào" in call("form", "2025Q2")[1]
    form = town / "out/2025Q2/phieu/noi-vu.xlsx"
    book = load_workbook(form)
    sheet = book["Phiếu"]
    rows = {sheet.cell(row, 5).value: row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 5).value}
    assert [key for key in rows if key.startswith("nhiem_vu")] == [
        *("nhiem_vu.ky_truoc", "nhiem_vu.duoc_giao", "nhiem_vu.hoan_thanh", "nhiem_vu.dang_lam")
    ]
    assert sheet.cell(rows["nhiem_vu.ky_truoc"], 3).value == 3
    for key, value in {"duoc_giao": 9, "hoan_thanh": 9, "dang_lam": 4}.items():
        sheet.cell(rows[f"nhiem_vu.{key}"], 3).value = value
    book.save(town / "noi-vu.xlsx")
    code, told = call("import", "2025Q2", str(town / "noi-vu.xlsx"))
    assert code == 1
    assert f"!Phiếu!C{rows['gop_y']}: lỗi SO09: gop_y: chưa điền" in told
    sheet.cell(rows["gop_y"], 3).value = 2
    book.save(town / "noi-vu.xlsx")
    code, told = call("import", "2025Q2", str(town / "noi-vu.xlsx"))
    assert code == 1
    assert f"!Phiếu!C{rows['nhiem_vu.ky_truoc']}: lỗi NV01: nhiem_vu: phòng Nội vụ: nhiệm vụ không khớp" in told
    sheet.cell(rows["nhiem_vu.dang_lam"], 3).value = 3
    book.save(town / "noi-vu.xlsx")
    assert call("import", "2025Q2", str(town / "noi-vu.xlsx"))[0] == 0
    file = (town / "data/2025Q2/phong_ban/noi-vu.yaml").read_text(encoding="utf-8")
    assert "gop_y: 2  # góp ý đã trả lời\n" in file
    assert "chưa điền" not in file
    call("form", "2025Q2", "--own")
    assert "kinh_phi" in str(load_workbook(town / "out/2025Q2/phieu/so_lieu_rieng.xlsx")["Phiếu"]["E11"].value)


def test_a_sealed_period_is_built_again_byte_for_byte_or_not_at_all(town: Path, call: Call) -> None:
    call("build", "2025Q1")
    report = town / "out/2025Q1/bao_cao.docx"
    signed = report.read_bytes()
    assert "giữ lại 6 tệp" in call("seal", "2025Q1", str(report), "--number", "12")[1]
    authority, template = town / "data/don_vi.yaml", town / "templates/bao_cao.docx.j2"
    authority.write_text(authority.read_text(encoding="utf-8").replace("Nguyễn Văn An", "Lê Văn B"), encoding="utf-8")
    words = template.read_text(encoding="utf-8").replace("hoàn thành", "đã hoàn thành")
    template.write_bytes(words.replace("\n", "\r\n").encode("utf-8-sig"))
    report.unlink()
    assert call("build", "2025Q1")[0] == 0
    assert report.read_bytes() == signed
    office = town / "data/2025Q1/phong_ban/tu-phap.yaml"
    office.write_text(office.read_text(encoding="utf-8").replace("may_tinh: 8", "may_tinh: 9"), encoding="utf-8")
    code, said = call("build", "2025Q1")
    assert code == 1
    since = "từ khi niêm phong 2025Q1: đã sửa, lúc đó là “may_tinh: 8”"
    told = f"data/2025Q1/phong_ban/tu-phap.yaml:7:11: cảnh báo NP01: {since}"
    assert told in said
    assert told in call("new", "2025Q2")[1]
    assert call("unseal", "2025Q1", "--reason", "đếm thiếu một máy")[0] == 0
    assert call("build", "2025Q1")[0] == 0
    assert report.read_bytes() != signed
