"""The files of a new period: stocks stay, flows wait, nothing that a person wrote is lost."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cqtt.models.ky import Ky, doc_ky
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from cqtt.pipeline.scaffold import Scaffold, scaffold
from cqtt.problems import NOT_FILLED_IN, Severity
from cqtt.source.source_file import SourceFile
from tests.than_thien import record

Edit = Callable[[str, str, str], None]
QUY_I, QUY_II = Ky(2024, 1, 3), Ky(2024, 4, 6)
NENH = "data/2024Q1/xa_phuong/nenh.yaml"
ANSWERS = {"dau_tu": "không", "nam": "null", "muc_sao": "null", "dang_ky": "null", "da_gan_sao": "false"}
ANSWERS |= {"sang_kien": "[]"}


def period(text: str) -> Ky:
    ky = doc_ky(text)
    assert ky is not None
    return ky


def put(root: Path, ky: Ky, made: Scaffold) -> None:
    """Write the files that were *made*."""
    assert made.files, [problem.message for problem in made.problems]
    for name, text in made.files.items():
        file = root / "data" / ky.ma / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def fill_in(folder: Path, numbers: Callable[[], int]) -> None:
    """Every placeholder of a period gives way to a number, such that the dossiers are accounted for."""
    for file in sorted(folder.rglob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        done, late, new, direct = (numbers() for _ in range(4))
        opening = int(found[1]) if (found := re.search(r"ky_truoc: (\d+)", text)) else 0
        exact = {"ky_truoc": opening, "truc_tuyen": new, "truc_tiep": direct, "tra_lai": 0}
        rest = opening + new + direct
        for name, share in (("truoc_han", done), ("dung_han", late), ("qua_han", 1), ("trong_han", rest)):
            exact[name] = min(share, rest)
            rest -= exact[name]
        exact |= {"ho_so": opening + new + direct, "ket_qua": exact["truoc_han"]}
        lines = text.split("\n")
        for i, line in enumerate(lines):
            name = line.partition(":")[0].strip()
            if f": {NOT_FILLED_IN}" in line:
                value = ANSWERS.get(name) or str(exact.pop(name, 0 if name == "qua_han" else numbers()))
                lines[i] = line.replace(NOT_FILLED_IN, value)
        file.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def comments(text: str) -> list[str]:
    source = SourceFile("", text)
    return [source.lines[row][column:] for row, column in source.comments()]


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["2024Q2", "2024Q3", "2024-04", "2024H2", "2025Q1", "2025", "2025H1"]), st.data())
def test_a_new_period_waits_and_once_filled_in_is_right(workspace: Path, name: str, data: st.DataObject) -> None:
    ky = period(name)
    shutil.rmtree(workspace / "data" / ky.ma, ignore_errors=True)
    made = scaffold(Reader(workspace), ky, QUY_I)
    put(workspace, ky, made)
    errors = [p for p in Reader(workspace).period(ky).problems if p.severity is Severity.ERROR]
    assert {(p.code, p.message) for p in errors} == {("SO09", NOT_FILLED_IN)}
    assert len(errors) == made.waiting
    for file, text in made.files.items():
        before = comments((workspace / "data/2024Q1" / file).read_text(encoding="utf-8"))
        assert comments(text) == [comment.replace("quý I/2024", _short(ky)) for comment in before]
    fill_in(workspace / "data" / ky.ma, lambda: data.draw(st.integers(0, 3000)))
    filled = Reader(workspace).period(ky)
    assert [p for p in filled.problems if p.severity is Severity.ERROR] == []
    assert (filled.good, filled.expected) == (17, 17)
    shutil.rmtree(workspace / "data" / ky.ma)


def _short(ky: Ky) -> str:
    return f"{ky.ten_ngan}/{ky.nam}" if ky.so_thang in (1, 3) else ky.ten


def test_what_was_pending_is_carried_over(workspace: Path) -> None:
    before = {xa.don_vi.ma: record(xa) for xa in Reader(workspace).period(QUY_I).units}
    put(workspace, QUY_II, scaffold(Reader(workspace), QUY_II, QUY_I))
    fill_in(workspace / "data/2024Q2", lambda: 321)
    gathered = gather(Reader(workspace), QUY_II)
    assert [p.code for p in gathered.problems if p.code == "KY01"] == []
    assert gathered.data is not None
    for xa in gathered.data.units:
        old, new = before[xa.don_vi.ma], record(xa)
        assert new.ho_so.tiep_nhan.ky_truoc == old.ho_so.dang_giai_quyet.tong
        assert (new.trang_thiet_bi, new.cong_nhan) == (old.trang_thiet_bi, old.cong_nhan)
        assert new.sang_kien == old.sang_kien


def test_in_another_year_what_was_registered_waits_anew(workspace: Path) -> None:
    text = scaffold(Reader(workspace), Ky(2025, 1, 3), QUY_I).files["xa_phuong/bich-dong.yaml"]
    assert "  dang_ky: chưa điền  # nâng mức sao | công nhận lần đầu | null\n" in text
    assert text.endswith("\nsang_kien: chưa điền\n")
    assert "    ky_truoc: chưa điền  # hồ sơ kỳ trước chuyển sang\n" in text


def test_a_number_on_a_line_of_its_own_is_not_left_over(workspace: Path) -> None:
    file = workspace / NENH
    text = re.sub(r"truc_tuyen: (\d+)", r"truc_tuyen:\n      \1", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8", newline="\n")
    made = scaffold(Reader(workspace), QUY_II, QUY_I).files["xa_phuong/nenh.yaml"]
    assert "    truc_tuyen:\n      chưa điền\n" in made


def test_a_year_is_not_put_into_dates_of_comments(workspace: Path) -> None:
    """``2024`` is the period's name, and part of many dates."""
    shutil.move(workspace / "data/2024Q1", workspace / "data/2024")
    file = workspace / "data/2024/xa_phuong/nenh.yaml"
    file.write_text("# Năm 2024, xem data/2024/README.md; 16/02/2024\n" + file.read_text(encoding="utf-8"), "utf-8")
    text = scaffold(Reader(workspace), Ky(2025, 1, 12), Ky(2024, 1, 12)).files["xa_phuong/nenh.yaml"]
    assert text.split("\n")[0] == "# Năm 2025, xem data/2025/README.md; 16/02/2024"


def test_only_comments_and_the_title_are_renamed(workspace: Path, edit: Edit) -> None:
    edit(NENH, "sang_kien:", "sang_kien:\n  # Quý I/2024, xem data/2024Q1/a\n  - ten: 'Mô hình #1 quý I/2024'\n#")
    edit("data/2024Q1/bao_cao.yaml", '"{{ ky.ten_hoa }} {{ don_vi.ten_day_du }}"', '"Quý I năm 2024" # quý I/2024')
    edit("data/2024Q1/bao_cao.yaml", "  khao_sat: |\n", "  khao_sat: |\n    # quý I/2024\n\n")
    files = scaffold(Reader(workspace), QUY_II, QUY_I).files
    told = "sang_kien:\n  # Quý II/2024, xem data/2024Q2/a\n  - ten: 'Mô hình #1 quý I/2024'\n"
    assert told in files["xa_phuong/nenh.yaml"]
    assert '  - "Quý II năm 2024" # quý II/2024\n' in files["bao_cao.yaml"]
    assert "  khao_sat: |\n    # quý I/2024\n" in files["bao_cao.yaml"]


def test_what_was_acknowledged_is_not_acknowledged_again(workspace: Path, edit: Edit) -> None:
    edit(NENH, "sang_kien:", "chap_nhan:\n  - ma: DV04\n    ly_do: đã kiểm tra, số đúng như vậy\n\nsang_kien:")
    assert "chap_nhan" not in scaffold(Reader(workspace), QUY_II, QUY_I).files["xa_phuong/nenh.yaml"]


def test_a_longer_period_needs_its_document_only(workspace: Path) -> None:
    made = scaffold(Reader(workspace), Ky(2024, 1, 6), QUY_I)
    assert list(made.files) == ["bao_cao.yaml"]
    assert made.waiting == 0
    text = made.files["bao_cao.yaml"]
    assert text.split("\n")[1].startswith("# Báo cáo 6 tháng đầu năm 2024: văn bản")
    assert "\nthang: 7\nnam: 2024\n" in text
    assert "ho_so_cap_huyen" not in text
    assert "# Số liệu mà xã, phường không báo cáo\n" in text


@pytest.mark.parametrize(("name", "month"), [("2024Q4", "thang: 1\nnam: 2025"), ("2024-05", "thang: 6\nnam: 2024")])
def test_the_document_is_of_the_month_after(workspace: Path, name: str, month: str) -> None:
    assert f"\n{month}\n" in scaffold(Reader(workspace), period(name), QUY_I).files["bao_cao.yaml"]


def test_a_period_with_errors_gives_nothing(workspace: Path, edit: Edit) -> None:
    edit(NENH, "may_in: 5", "may_in: -5")
    made = scaffold(Reader(workspace), QUY_II, QUY_I)
    assert (made.files, [problem.code for problem in made.problems]) == ({}, ["SO06"])


NEW = "  - ma: viet-tien-moi\n    ten: Việt Tiến Mới\n    loai: phường\n    tu_ngay: 01/4/2024\n"


def test_communes_come_go_and_are_merged(workspace: Path) -> None:
    """Nếnh goes into Bích Động, Việt Tiến and Vân Hà become a new one, Tự Lạn goes nobody knows where."""
    file = workspace / "data/don_vi.yaml"
    text = file.read_text(encoding="utf-8")
    for ma, into in (
        ("nenh", "bich-dong"),
        ("viet-tien", "viet-tien-moi"),
        ("van-ha", "viet-tien-moi"),
        ("tu-lan", ""),
    ):
        found = re.search(rf"  - ma: {ma}\n(    .*\n)+", text)
        assert found is not None
        merged = f"    nhap_vao: {into}\n" if into else ""
        text = text.replace(found[0], f"{found[0]}    den_ngay: 31/3/2024\n{merged}")
    file.write_text(text + NEW, encoding="utf-8", newline="\n")
    made = scaffold(Reader(workspace), QUY_II, QUY_I)
    assert [unit.ma for unit in made.new] == ["viet-tien-moi"]
    assert [unit.ma for unit in made.gone] == ["nenh", "tu-lan", "van-ha", "viet-tien"]
    assert len(made.files) == 1 + 17 - 4 + 1
    pending = {x.don_vi.ma: record(x).ho_so.dang_giai_quyet.tong for x in Reader(workspace).period(QUY_I).units}
    for ma, parts in (("bich-dong", ("bich-dong", "nenh")), ("viet-tien-moi", ("viet-tien", "van-ha"))):
        assert f"    ky_truoc: {sum(pending[part] for part in parts)}  #" in made.files[f"xa_phuong/{ma}.yaml"]
    put(workspace, QUY_II, made)
    assert {p.message for p in Reader(workspace).period(QUY_II).problems} == {NOT_FILLED_IN}


@pytest.mark.parametrize(("ten", "typed"), [("Nếnh Mới", "Nếnh Mới"), ("1", '"1"')])
@pytest.mark.parametrize("written", ["Nếnh", '"Nếnh"', "phường Nenh"])
def test_a_renamed_commune_has_its_new_name(workspace: Path, edit: Edit, written: str, ten: str, typed: str) -> None:
    edit(NENH, "phuong_xa: Nếnh", f"phuong_xa: {written}")
    edit(
        "data/don_vi.yaml",
        "    ten: Nếnh\n    loai: phường\n",
        f'    ten: Nếnh\n    loai: phường\n    den_ngay: 31/3/2024\n  - ma: nenh\n    ten: "{ten}"\n    loai: phường\n',
    )
    edit("data/don_vi.yaml", '    ma_gso: "07795"\n    tu_ngay: 01/02/2024\n', "    tu_ngay: 01/4/2024\n")
    made = scaffold(Reader(workspace), QUY_II, QUY_I)
    assert (made.new, made.gone) == ([], [])
    assert f"\nphuong_xa: {typed}\n" in made.files["xa_phuong/nenh.yaml"]
    assert f"# Số liệu quý II/2024 của phường {ten}, thị xã" in made.files["xa_phuong/nenh.yaml"]
    put(workspace, QUY_II, made)
    assert {p.message for p in Reader(workspace).period(QUY_II).problems} == {NOT_FILLED_IN}


def test_opening_stocks_never_come_from_a_period_with_errors(workspace: Path) -> None:
    """Out of 2024Q1 into 2024Q3: what was pending is that of 2024Q2, where it is whole."""
    put(workspace, QUY_II, scaffold(Reader(workspace), QUY_II, QUY_I))
    fill_in(workspace / "data/2024Q2", lambda: 400)
    closing = record(next(x for x in Reader(workspace).period(QUY_II).units if x.don_vi.ma == "nenh"))
    text = scaffold(Reader(workspace), Ky(2024, 7, 9), QUY_I).files["xa_phuong/nenh.yaml"]
    assert f"ky_truoc: {closing.ho_so.dang_giai_quyet.tong}  #" in text
    file = workspace / "data/2024Q2/xa_phuong/bich-dong.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("may_in: 5", "may_in: -5"),
        encoding="utf-8",
        newline="\n",
    )
    text = scaffold(Reader(workspace), Ky(2024, 7, 9), QUY_I).files["xa_phuong/nenh.yaml"]
    assert "ky_truoc: chưa điền  #" in text
