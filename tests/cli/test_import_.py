"""``cqtt import``: answers into the units' files, or why not; shown, undone, given back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook  # type: ignore[import-untyped]

from tests.cli.conftest import Ended
from tests.conftest import shortened
from tests.phieu import VALUE, Change, answer, put, rows

Cqtt = Callable[..., Ended]
NENH = Path("data/2024Q2/xa_phuong/nenh.yaml")


@pytest.fixture
def sent(cqtt: Cqtt) -> Callable[..., Path]:
    """Makes the second quarter and its forms; writes the answer of phường Nếnh, changed, where it is asked for."""
    cqtt("new", "2024Q2")
    cqtt("form", "2024Q2", "nenh", "van-trung", "--output", "phieu")

    def send(change: Change = lambda *_: None, name: str = "nenh.xlsx", ma: str = "nenh") -> Path:
        path = Path("tra_loi") / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(answer(Path(f"phieu/{ma}.xlsx").read_bytes(), change))
        return path

    return send


def test_a_good_answer_is_written_and_only_its_values_change(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    def letters(book: object, sheet: object, at: dict[str, int]) -> None:
        for name in ("chuc_mung", "cam_on", "xin_loi", "chia_buon"):
            put(2, f"thu.{name}")(book, sheet, at)

    before = NENH.read_text(encoding="utf-8").splitlines()
    ended = cqtt("import", "2024Q2", str(sent(letters)))
    assert ended.out == (
        "tra_loi/nenh.xlsx: đã nhập 42 số của phường Nếnh vào data/2024Q2/xa_phuong/nenh.yaml\n"
        "đã nhập 1/1 phiếu; xem: cqtt status 2024Q2\n"
    )
    assert ended.code == 0
    after = NENH.read_text(encoding="utf-8").splitlines()
    assert "    truc_tuyen: 300" in after
    assert len([line for line in after if "chưa điền" in line]) == 0
    comments = [line.partition("#")[2] for line in before if "#" in line]
    assert comments == [line.partition("#")[2] for line in after if "#" in line]


def test_a_dry_run_writes_nothing(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    before = NENH.read_bytes()
    assert "sẽ nhập 1/1 phiếu" in cqtt("import", "2024Q2", str(sent()), "--dry-run").out
    assert NENH.read_bytes() == before
    assert not Path("data/2024Q2/nhap").exists()


def test_a_faulty_answer_is_not_written_and_the_good_one_beside_it_is(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    sent(put("5.007"))
    sent(name="Copy of van-trung (1).xlsx", ma="van-trung")
    before = NENH.read_bytes()
    ended = cqtt("import", "2024Q2", "tra_loi")
    assert ended.code == 1
    assert (
        'tra_loi/nenh.xlsx!Phiếu!C40: lỗi SO01: ho_so.tiep_nhan.truc_tuyen: phải là số nguyên, đang là "5.007"\n'
        "  Hồ sơ tiếp nhận trực tuyến | 5.007\n"
        "                               ^^^^^  viết liền: 5007 (dấu chấm ngăn hàng nghìn chỉ dùng khi in)\n"
    ) in ended.err
    assert "tra_loi/nenh.xlsx: không nhập, phường Nếnh: sửa các lỗi trên\nđã nhập 1/2 phiếu" in ended.out
    assert NENH.read_bytes() == before
    assert "chưa điền" not in Path("data/2024Q2/xa_phuong/van-trung.yaml").read_text(encoding="utf-8")


def test_the_rules_of_check_are_asked_before_anything_is_written(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    told = cqtt("import", "2024Q2", str(sent(put(9, "ho_so.tra_lai")))).err
    assert "tra_loi/nenh.xlsx!Phiếu!C39: lỗi HS01: ho_so.tiep_nhan.tong: phường Nếnh: tiếp nhận 320" in told
    assert "kiểm tra tiep_nhan dòng 39, da_giai_quyet dòng 44" in told
    told = cqtt("import", "2024Q2", str(sent(put(200, "mot_cua.tthc_da_niem_yet")))).err
    assert "tra_loi/nenh.xlsx!Phiếu!C19: lỗi MC01" in told


def test_an_opening_stock_that_was_changed_is_a_finding_and_does_not_forbid(
    cqtt: Cqtt, sent: Callable[..., Path]
) -> None:
    ended = cqtt("import", "2024Q2", str(sent()))
    assert (
        "tra_loi/nenh.xlsx!Phiếu!C39: cảnh báo KY01: ho_so.tiep_nhan.ky_truoc: phường Nếnh: kỳ trước chuyển sang 18"
        in ended.err
    )
    assert ended.code == 0


def test_what_was_changed_by_hand_stays_but_for_replace(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    path = str(sent())
    cqtt("import", "2024Q2", path)
    assert cqtt("import", "2024Q2", path).code == 0
    NENH.write_text(NENH.read_text(encoding="utf-8").replace("truc_tuyen: 300", "truc_tuyen: 301"), encoding="utf-8")
    ended = cqtt("import", "2024Q2", path)
    assert ended.code == 1
    assert (
        "lỗi PH10: ho_so.tiep_nhan.truc_tuyen: data/2024Q2/xa_phuong/nenh.yaml:35 đang ghi 301, phiếu ghi 300\n"
        in ended.err
    )
    assert cqtt("import", "2024Q2", path, "--replace").code == 0
    assert "truc_tuyen: 300" in NENH.read_text(encoding="utf-8")


def test_a_corrected_answer_replaces_what_the_earlier_one_wrote(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    cqtt("import", "2024Q2", str(sent()))

    def corrected(book: object, sheet: object, at: dict[str, int]) -> None:
        put(301)(book, sheet, at)
        put(291, "ho_so.da_giai_quyet.truoc_han")(book, sheet, at)

    again = sent(corrected)
    assert cqtt("import", "2024Q2", str(again)).code == 0
    assert "truc_tuyen: 301" in NENH.read_text(encoding="utf-8")


def test_the_last_import_can_be_undone_unless_its_files_were_changed(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    before = NENH.read_bytes()
    path = str(sent())
    cqtt("import", "2024Q2", path)
    assert cqtt("import", "--undo", "2024Q2").out == "đã hoàn tác lần nhập #1 của 2024Q2: 1 tệp như trước khi nhập\n"
    assert NENH.read_bytes() == before
    ended = cqtt("import", "--undo", "2024Q2")
    assert (ended.code, ended.err.splitlines()[0]) == (2, "lỗi: kỳ 2024Q2 không có lần nhập nào để hoàn tác")
    NENH.unlink()
    cqtt("import", "2024Q2", path)
    assert "bỏ 1 tệp do lần nhập tạo ra" in cqtt("import", "--undo", "2024Q2").out
    assert not NENH.exists()
    cqtt("import", "2024Q2", path)
    NENH.write_text("# sửa\n" + NENH.read_text(encoding="utf-8"), encoding="utf-8")
    assert "không hoàn tác: tệp đã được sửa sau lần nhập: data/2024Q2/xa_phuong/nenh.yaml" in (
        cqtt("import", "--undo", "2024Q2").err
    )


def test_two_answers_of_one_unit_are_not_chosen_from(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    sent()
    sent(put(301), "nenh (1).xlsx")
    before = NENH.read_bytes()
    told = cqtt("import", "2024Q2", "tra_loi").err
    assert told.count("lỗi PH06: phường Nếnh có 2 phiếu khác nhau") == 2
    assert NENH.read_bytes() == before
    sent(name="nenh (1).xlsx")
    ended = cqtt("import", "2024Q2", "tra_loi")
    assert "cảnh báo PH06: phiếu này giống hệt tra_loi/nenh (1).xlsx: chỉ nhập một" in ended.err
    assert ended.code == 0


def test_a_form_of_another_period_unit_or_make_is_named(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    cqtt("form", "2024Q1", "nenh", "-o", "cu")
    told = cqtt("import", "2024Q2", "cu/nenh.xlsx").err
    assert "cu/nenh.xlsx: lỗi PH02: phiếu của kỳ 2024Q1, đang nhập kỳ 2024Q2" in told

    def title(_: object, sheet: dict[str, object], __: object) -> None:
        sheet["A2"] = "Xã Vân Hà"

    told = cqtt("import", "2024Q2", str(sent(title))).err
    assert "nenh.xlsx!Phiếu!A2: lỗi PH03: phiếu phát cho phường Nếnh, đầu phiếu ghi xã Vân Hà" in told
    told = cqtt("import", "2024Q2", str(sent(name="van-ha.xlsx"))).err
    assert "cảnh báo PH03: tên tệp là của xã Vân Hà, phiếu phát cho phường Nếnh" in told

    def older(_: object, sheet: object, at: dict[str, int]) -> None:
        cell = sheet.cell(at["@dau"] - 1, 5)  # type: ignore[attr-defined]
        cell.value = cell.value.rpartition("|")[0] + "|00000000"

    assert "lỗi PH04: phiếu theo mẫu khác với mẫu của kỳ này" in cqtt("import", "2024Q2", str(sent(older))).err


def test_faulty_answers_go_back_with_marks(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    sent(put("5.007"))
    Path("tra_loi/xa.xls").write_bytes(b"\xd0\xcf\x11\xe0" * 100)
    out = cqtt("import", "2024Q2", "tra_loi", "--return", "lai").out
    assert "trả lại 1 phiếu có đánh dấu ô sai trong lai; 1 tệp không mở được nên không có bản sao\n" in out
    assert [path.name for path in Path("lai").iterdir()] == ["nenh.xlsx"]


def test_as_json(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    ended = cqtt("import", "2024Q2", str(sent(put("5.007"))), "--format", "json")
    told = json.loads(ended.out)
    assert told["files"] == [{"file": "tra_loi/nenh.xlsx", "commune": "nenh", "written": False, "values": 0}]
    (problem,) = told["problems"]
    assert {key: problem[key] for key in ("file", "sheet", "cell", "key", "code")} == {
        "file": "tra_loi/nenh.xlsx",
        "sheet": "Phiếu",
        "cell": "C40",
        "key": "ho_so.tiep_nhan.truc_tuyen",
        "code": "SO01",
    }
    assert ended.code == 1


def test_files_that_are_no_answers_are_each_named(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    folder = sent().parent
    for name, data in {"~$nenh.xlsx": b"x", "a.ods": b"PK", "b.pdf": b"%PDF-1", ".git": b"", "c.csv": b"a;b"}.items():
        (folder / name).write_bytes(data)
    told = cqtt("import", "2024Q2", str(folder)).err
    assert "tra_loi/~$nenh.xlsx: cảnh báo PH07: tệp khóa: phiếu đang mở trong Excel" in told
    assert "tra_loi/b.pdf: lỗi PH05: tệp này là PDF, không phải .xlsx" in told
    assert "tra_loi/c.csv: lỗi PH01: tệp này không phải phiếu của cqtt" in told
    assert ".git" not in told


def test_the_call_itself_may_be_wrong(cqtt: Cqtt) -> None:
    assert cqtt("import", "2024Q1").err == "lỗi: thiếu tệp hoặc thư mục để nhập\n  ví dụ cqtt import 2024Q1 tra_loi\n"
    assert cqtt("import", "2024Q1", "khong").err.startswith("lỗi: không có tệp hoặc thư mục khong\n")
    assert cqtt("import", "2024Q1", "x", "--undo").code == 2


def test_a_file_that_cannot_be_written_leaves_all_as_it_was(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    path = str(sent())
    before = NENH.read_bytes()
    Path("data/2024Q2/xa_phuong/~$nenh.yaml").write_bytes(b"")
    assert cqtt("import", "2024Q2", path).code == 3
    assert NENH.read_bytes() == before
    assert not Path("data/2024Q2/nhap").exists()


def test_status_and_explain_tell_which_answer_a_figure_came_from(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    before = cqtt("status", "2024Q2").out
    assert "Phiếu đã nhập" not in before
    cqtt("import", "2024Q2", str(sent()))
    told = cqtt("status", "2024Q2").out
    assert "\nPhiếu đã nhập:\nphường Nếnh " in told
    assert told.count("tra_loi/nenh.xlsx") == 1
    rows = json.loads(cqtt("status", "2024Q2", "--format", "json").out)["communes"]
    assert [row["answer"]["file"] for row in rows if "answer" in row] == ["tra_loi/nenh.xlsx"]
    assert "số liệu quý II năm 2024 của phường Nếnh" not in cqtt("status", "2024Q2", "--remind").out
    assert cqtt("status", "2024Q2", "-o", "tt.xlsx").out == "đã ghi tt.xlsx\n"
    assert cqtt("status", "2024Q2", "-o", "tt.csv").code == 2
    cqtt("import", "--undo", "2024Q2")
    assert cqtt("status", "2024Q2").out == before


def test_explain_names_the_cell(cqtt: Cqtt, workspace: Path) -> None:
    log = Path("data/2024Q1/nhap/nhat_ky.txt")
    log.parent.mkdir()
    returned = "  ho_so.tra_lai: 3  <- Phiếu!C52\n"
    value = next(
        line
        for line in Path("data/2024Q1/xa_phuong/nenh.yaml").read_text(encoding="utf-8").splitlines()
        if "tra_lai" in line
    )
    returned = returned.replace(": 3", f": {value.split()[1]}")
    log.write_text(
        f"#1 2024-04-01 08:15:02  phường Nếnh (nenh)  nenh.xlsx  sha256:{'0' * 64}\n{returned}", encoding="utf-8"
    )
    told = cqtt("explain", "2024Q1", "ho_so.tra_lai").out
    (line,) = [line for line in told.splitlines() if "phường Nếnh" in line and "nenh.yaml" in line]
    assert line.endswith(" <- nenh.xlsx!Phiếu!C52, nhập 2024-04-01 08:15")
    shares = json.loads(cqtt("explain", "2024Q1", "ho_so.tra_lai", "--format", "json").out)["figures"][0]["operands"][
        0
    ]["shares"]
    assert [share["answer"]["cell"] for share in shares if "answer" in share] == ["Phiếu!C52"]


def test_the_office_s_own_figures_go_into_the_period_s_file(cqtt: Cqtt) -> None:
    cqtt("new", "2024Q2")
    cqtt("form", "2024Q2", "--own", "-o", "rieng")
    book = load_workbook("rieng/so_lieu_rieng.xlsx")
    sheet = book["Phiếu"]
    at = rows(sheet)
    for key, value in {"kinh_phi": 17_000_000_000, "khao_sat.so_phieu": 120, "phat_thanh": 5}.items():
        sheet.cell(at[key], VALUE).value = value
    book.save("rieng/so_lieu_rieng.xlsx")
    ended = cqtt("import", "2024Q2", "rieng")
    assert ended.code == 0
    assert "số của cơ quan vào data/2024Q2/bao_cao.yaml" in ended.out
    text = Path("data/2024Q2/bao_cao.yaml").read_text(encoding="utf-8")
    assert "kinh_phi: 17000000000" in text
    assert "so_phieu: 120" in text
    assert "tin_bai: null" in text
    assert "SO09" not in "".join(line for line in cqtt("check", "2024Q2").out.splitlines() if "bao_cao.yaml" in line)


def test_a_word_file_s_numbers_are_shown_with_their_cells_and_the_rest_waits(cqtt: Cqtt) -> None:
    cqtt("new", "2024Q2")
    document = Document()
    table = document.add_table(rows=2, cols=2)
    for i, words in enumerate((("Hồ sơ trả lại hoặc rút", "3"), ("Máy in", "5"))):
        for j, word in enumerate(words):
            table.cell(i, j).text = word
    document.save("nenh.docx")
    ended = cqtt("import", "2024Q2", "nenh.docx")
    assert ended.code == 0
    assert "  ho_so.tra_lai = 3  <- bảng 1!hàng 1, cột 2\n" in ended.out
    text = NENH.read_text(encoding="utf-8")
    assert "tra_lai: 3" in text
    assert "truc_tuyen: chưa điền" in text


def test_a_longer_period_takes_no_answers(cqtt: Cqtt) -> None:
    cqtt("new", "2024H1")
    assert cqtt("import", "2024H1", "data").err.startswith("lỗi: kỳ 2024H1 không có tệp của từng đơn vị")


def test_levels_are_asked_for_and_taken_on_the_scale_of_the_period(
    cqtt: Cqtt, edit: Callable[[str, str, str], None]
) -> None:
    scale = "thang_muc:\n  - {tu_ngay: 01/6/2024, ten: cấp độ, gan: gắn biển, cac_muc: [Cơ bản, Khá, Tốt]}\n"
    edit("data/don_vi.yaml", "\nxa_phuong:", f"\n{scale}\nxa_phuong:")
    cqtt("new", "2024Q2")
    cqtt("form", "2024Q2", "nenh", "-o", "phieu")
    form = Path("phieu/nenh.xlsx").read_bytes()

    def level(book: object, sheet: object, at: dict[str, int]) -> None:
        put("Tốt", "cong_nhan.muc_sao")(book, sheet, at)
        put("nâng cấp độ", "cong_nhan.dang_ky")(book, sheet, at)

    Path("nenh.xlsx").write_bytes(answer(form, level))
    assert cqtt("import", "2024Q2", "nenh.xlsx").code == 0
    text = NENH.read_text(encoding="utf-8")
    assert "muc_sao: Tốt" in text
    assert "dang_ky: nâng cấp độ" in text
    assert "nenh.yaml" not in "".join(line for line in cqtt("check", "2024Q2").out.splitlines() if "lỗi" in line)
    Path("nenh.xlsx").write_bytes(answer(form, put("Xuất sắc", "cong_nhan.muc_sao")))
    told = cqtt("import", "2024Q2", "nenh.xlsx").err
    assert 'lỗi CHU03: cong_nhan.muc_sao: phải là một trong: Cơ bản, Khá, Tốt, không có; đang là "Xuất sắc"' in told


def test_one_answer_is_checked_alone(cqtt: Cqtt, sent: Callable[..., Path]) -> None:
    told = cqtt("check", str(sent(put("5.007"))))
    assert told.code == 1
    assert told.out.startswith("tra_loi/nenh.xlsx!Phiếu!C40: lỗi SO01: ho_so.tiep_nhan.truc_tuyen: ")
    told = cqtt("check", str(sent()))
    assert told.code == 0
    assert "tra_loi/nenh.xlsx!Phiếu!C39: cảnh báo KY01" in told.out
    assert told.out.endswith("phường Nếnh, quý II năm 2024: 0 lỗi, 1 cảnh báo trong 1 tệp\n")


def test_a_sealed_period_takes_no_answers(cqtt: Cqtt, workspace: Path) -> None:
    shortened(workspace)
    cqtt("build", "2024Q1")
    assert cqtt("seal", "2024Q1").code == 0
    ended = cqtt("import", "2024Q1", "data")
    assert ended.code == 2
    assert ended.err.startswith(
        "lỗi: kỳ 2024Q1 đã niêm phong, không nhập phiếu nữa\n  đúng là phải nhập lại thì mở niêm phong"
    )
