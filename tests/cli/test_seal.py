"""``cqtt seal``: what was signed is built again byte for byte, or not at all."""

import json
import shutil
import signal
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt import __version__
from tests.cli.conftest import Ended
from tests.cli.niem_phong import (
    HUONG_MAI,
    PLACE,
    REFUSED,
    TODAY,
    UNSEAL,
    as_on_windows,
    by_an_older_program,
    resealed,
    with_second_quarter,
)
from tests.cli.tien_trinh import names, run, unix
from tests.conftest import shortened

Cqtt = Callable[..., Ended]
Edit = Callable[[str, str, str], None]
REPORT = Path("out/2024Q1/bao_cao.docx")
SIGNED = f"  2024Q1 đã niêm phong ngày {TODAY}: đúng bản đã ký\n"


@pytest.fixture
def workspace(workspace: Path) -> Path:
    """With a short report."""
    return shortened(workspace)


@pytest.fixture
def sealed(cqtt: Cqtt, workspace: Path) -> bytes:
    """The bytes of a report that was built, and sealed."""
    assert cqtt("build", "2024Q1").code == 0
    assert cqtt("seal", "2024Q1").code == 0
    return REPORT.read_bytes()


def test_all_that_was_signed_is_kept_and_said_so(cqtt: Cqtt, workspace: Path) -> None:
    cqtt("build", "2024Q1")
    assert cqtt("seal", "2024Q1", str(REPORT), "--number", "152", "--date", "5/4/2024") == (
        0,
        f"đã niêm phong 2024Q1: {PLACE}\n"
        "  tệp đã ký: bao_cao.docx, đúng với báo cáo\n"
        "  giữ lại 20 tệp và báo cáo; sao lưu cả thư mục data/2024Q1\n"
        f"  cần sửa số liệu đã ký thì trước hết: {UNSEAL}\n",
        "",
    )
    kept = workspace / PLACE / "ban_giu"
    files = [path.relative_to(kept) for path in sorted(kept.rglob("*")) if path.is_file()]
    assert len(files) == 20
    assert all((kept / path).read_bytes() == (workspace / path).read_bytes() for path in files)
    assert (workspace / PLACE / "bao_cao.docx").read_bytes() == REPORT.read_bytes()
    record = (workspace / PLACE / "niem_phong.yaml").read_text(encoding="utf-8")
    assert f'ngay_niem_phong: "{TODAY}"\nso: 152\nngay: "05/4/2024"\nbieu_do: false\n' in record
    assert all(f"\n  {path.as_posix()}: " in record for path in files)


def test_it_is_built_again_byte_for_byte_and_nothing_is_said_of_it(cqtt: Cqtt, sealed: bytes) -> None:
    assert cqtt("build", "2024Q1") == (0, f"không đổi: {REPORT}\n{SIGNED}", "")
    REPORT.unlink()
    assert cqtt("build", "--all") == (0, f"đã ghi {REPORT}\n{SIGNED}", "")
    assert REPORT.read_bytes() == sealed
    assert cqtt("build", "2024Q1", "--check") == (0, f"{REPORT} đúng bản đã niêm phong\n", "")
    assert "NP0" not in cqtt("check", "2024Q1").out


def test_line_ends_and_byte_order_marks_of_windows_change_nothing(cqtt: Cqtt, workspace: Path, sealed: bytes) -> None:
    as_on_windows(workspace)
    REPORT.unlink()
    assert cqtt("build", "2024Q1") == (0, f"đã ghi {REPORT}\n{SIGNED}", "")
    assert REPORT.read_bytes() == sealed
    assert "NP0" not in cqtt("check", "2024Q1").out


def test_changed_data_are_refused_with_file_and_line(cqtt: Cqtt, edit: Edit, sealed: bytes) -> None:
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: 281")
    edit(HUONG_MAI, "qua_han: 9", "qua_han: 10")
    kept = f"lấy lại từ {PLACE}/ban_giu/{HUONG_MAI}; đúng là phải sửa thì: {UNSEAL}\n"
    since = "từ khi niêm phong 2024Q1: đã sửa, lúc đó là"
    told = (
        REFUSED
        + f"{HUONG_MAI}:35:19: cảnh báo NP01: {since} “truc_tuyen: 280”\n"
        + f"      truc_tuyen: 281\n                    ^  {kept}"
        + f"{HUONG_MAI}:40:14: cảnh báo NP01: {since} “qua_han: 9”\n"
        + f"      qua_han: 10\n               ^^  {kept}"
    )
    summed = "1 lỗi, 2 cảnh báo trong 2 tệp; 17/17 xã, phường đạt\n"
    assert cqtt("build", "2024Q1") == (1, "", told + summed)
    assert cqtt("build", "--all") == (1, "", f"{told}{summed}2024Q1: không ghi, báo cáo cũ giữ nguyên\n")
    assert cqtt("build", "2024Q1", "--check").code == 1
    assert REPORT.read_bytes() == sealed
    checked = cqtt("check", "2024Q1")
    assert (checked.code, checked.out.startswith(told)) == (1, True)
    lines = cqtt("status", "2024Q1").out.splitlines()
    assert lines[-4:] == [
        f"Đã niêm phong ngày {TODAY}",
        f"- {HUONG_MAI}:35: {since} “truc_tuyen: 280”",
        f"- {HUONG_MAI}:40: {since} “qua_han: 9”",
        f"{REPORT} đúng bản đã niêm phong",
    ]


def test_status_says_it_to_programs_too(cqtt: Cqtt, edit: Edit, sealed: bytes) -> None:
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: 281")
    read = json.loads(cqtt("status", "2024Q1", "--format", "json").out)
    assert (read["sealed"], read["report"]) == (TODAY, "same")
    message = "từ khi niêm phong 2024Q1: đã sửa, lúc đó là “truc_tuyen: 280”"
    assert read["changed_since_sealed"] == [{"file": HUONG_MAI, "line": 35, "message": message}]


def test_files_that_are_gone_or_new_are_refused(cqtt: Cqtt, workspace: Path, sealed: bytes) -> None:
    shutil.move(workspace / HUONG_MAI, workspace / "data/2024Q1/xa_phuong/huong-mai-cu.yaml")
    told = cqtt("build", "2024Q1").err
    assert REFUSED in told
    assert f"{HUONG_MAI}: cảnh báo NP01: từ khi niêm phong 2024Q1: tệp không còn\n" in told
    assert "/huong-mai-cu.yaml: cảnh báo NP01: từ khi niêm phong 2024Q1: tệp được thêm vào\n" in told


def test_a_period_whose_every_file_is_gone_is_not_passed_over(cqtt: Cqtt, workspace: Path, sealed: bytes) -> None:
    shutil.rmtree(workspace / "data/2024Q1/xa_phuong")
    (workspace / "data/2024Q1/bao_cao.yaml").unlink()
    ended = cqtt("build", "--all")
    assert (ended.code, ended.err.count("tệp không còn")) == (1, 18)


def test_the_template_and_the_authority_may_change(cqtt: Cqtt, edit: Edit, sealed: bytes) -> None:
    """The next period needs other words, and has another signer and other units."""
    edit("templates/bao_cao.docx.j2", "# ĐÁNH GIÁ", "# ĐÁNH GIÁ CHUNG")
    edit("data/don_vi.yaml", "ho_ten: Thân Văn Thuận", "ho_ten: Nguyễn Văn An")
    edit("data/don_vi.yaml", "ten: Nếnh", "ten: Nếnh Mới")
    changed = "  đã đổi từ đó, báo cáo này không đổi theo: data/don_vi.yaml:23, templates/bao_cao.docx.j2:18\n"
    assert cqtt("build", "2024Q1") == (0, f"không đổi: {REPORT}\n{SIGNED}{changed}", "")
    checked = cqtt("check", "2024Q1", "--strict")
    since, kept = "lưu ý NP01: từ khi niêm phong 2024Q1:", "2024Q1 vẫn được lập từ bản giữ lại\n"
    assert checked.code == 0
    assert f"data/don_vi.yaml:23:11: {since} đã đổi ở 2 chỗ, dòng 23, 55; {kept}" in checked.out
    assert f"templates/bao_cao.docx.j2:18:11: {since} đã sửa, lúc đó là “# ĐÁNH GIÁ”; {kept}" in checked.out


def test_a_period_that_it_is_compared_with_may_change_but_is_told(
    cqtt: Cqtt, edit: Edit, workspace: Path, sealed: bytes
) -> None:
    with_second_quarter(workspace)
    cqtt("build", "2024Q2")
    cqtt("seal", "2024Q2")
    before = Path("out/2024Q2/bao_cao.docx").read_bytes()
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: 281")
    ended = cqtt("build", "2024Q2")
    assert (ended.code, Path("out/2024Q2/bao_cao.docx").read_bytes()) == (0, before)
    told = "từ khi niêm phong 2024Q2: đã sửa, lúc đó là “truc_tuyen: 280”; 2024Q2 vẫn được lập từ bản giữ lại\n"
    assert f"{HUONG_MAI}:35:19: cảnh báo NP01: {told}" in ended.err
    assert 'phải ký lại thì: cqtt unseal 2024Q2 --reason "vì sao"\n' in ended.err


@pytest.mark.slow
def test_whoever_reads_a_sealed_period_that_was_changed_is_warned(
    cqtt: Cqtt, edit: Edit, workspace: Path, sealed: bytes
) -> None:
    with_second_quarter(workspace)
    edit("data/2024Q1/bao_cao.yaml", "so_phieu: 1596", "so_phieu: 1597")
    told = (
        "data/2024Q1/bao_cao.yaml:13:16: cảnh báo NP01: từ khi niêm phong 2024Q1: đã sửa, lúc đó là “so_phieu: 1596”\n"
    )
    for words in (
        "figures 2024Q1",
        "explain 2024Q1 khao_sat.so_phieu",
        "diff 2024Q1 2024Q2",
        "build 2024Q2",
        "build 2024H1",
        "new 2025Q1 --from 2024Q1",
    ):
        ended = cqtt(*words.split())
        assert (ended.code, ended.err.count(told)) == (0, 1), words
    line = "- data/2024Q1/bao_cao.yaml:13: từ khi niêm phong 2024Q1: đã sửa, lúc đó là “so_phieu: 1596”\n"
    for period in ("2024Q1", "2024Q2", "2024H1"):
        assert cqtt("status", period).out.count(line) == 1


def test_a_sealed_period_is_read_with_its_own_template(cqtt: Cqtt, edit: Edit, sealed: bytes) -> None:
    draft = cqtt("build", "2024Q1", "--draft").out
    edit("templates/bao_cao.docx.j2", "# ĐÁNH GIÁ", "{{ sai }}")
    assert cqtt("build", "2024Q1", "--draft").out == draft
    assert cqtt("explain", "2024Q1", "khao_sat.so_phieu").code == 0


@pytest.mark.slow
def test_a_longer_period_seals_the_files_of_its_parts(cqtt: Cqtt, edit: Edit, workspace: Path) -> None:
    with_second_quarter(workspace)
    assert cqtt("build", "2024H1").code == 0
    assert "  giữ lại 38 tệp và báo cáo" in cqtt("seal", "2024H1").out
    before = Path("out/2024H1/bao_cao.docx").read_bytes()
    as_on_windows(workspace)
    assert cqtt("build", "2024H1").code == 0
    assert Path("out/2024H1/bao_cao.docx").read_bytes() == before
    edit("data/2024Q2/xa_phuong/nenh.yaml", "wifi: true", "wifi: false")
    ended = cqtt("build", "2024H1")
    assert ended.code == 1
    assert "data/2024Q2/xa_phuong/nenh.yaml:11:9: cảnh báo NP01: từ khi niêm phong 2024H1: đã sửa, " in ended.err
    assert "NP0" not in cqtt("build", "2024Q2").err


def test_a_newer_program_that_makes_other_bytes_gives_the_kept_report(
    cqtt: Cqtt, workspace: Path, sealed: bytes
) -> None:
    old = by_an_older_program(workspace)
    told = (
        f"{PLACE}/bao_cao.docx: cảnh báo NP03: "
        f"cqtt {__version__} không lập lại được đúng từng byte báo cáo mà bản 0.0.9 đã lập\n"
        "  dùng chính tệp đã giữ; không phải sửa gì\n0 lỗi, 1 cảnh báo trong 1 tệp; 17/17 xã, phường đạt\n"
    )
    assert cqtt("build", "2024Q1") == (0, f"đã ghi {REPORT}\n{SIGNED}", told)
    assert REPORT.read_bytes() == (workspace / PLACE / "bao_cao.docx").read_bytes() == old
    assert cqtt("build", "2024Q1", "--check").code == 0
    (workspace / PLACE / "bao_cao.docx").write_bytes(b"")
    ended = cqtt("build", "2024Q1")
    assert (ended.code, REPORT.read_bytes()) == (1, old)
    assert (
        "lỗi NP02: 2024Q1 đã niêm phong, không lập lại được đúng như đã ký: bản phần mềm này lập ra tệp khác, "
        in ended.err
    )


def test_a_lost_kept_report_is_made_again_by_the_same_program(cqtt: Cqtt, workspace: Path, sealed: bytes) -> None:
    (workspace / PLACE / "bao_cao.docx").unlink()
    assert cqtt("build", "2024Q1") == (0, f"không đổi: {REPORT}\n{SIGNED}", "")


def test_what_a_newer_program_finds_wrong_in_signed_data_forbids_nothing(
    cqtt: Cqtt, workspace: Path, sealed: bytes
) -> None:
    """Here a sum that does not add up, which no rule of the older program looked at."""
    resealed(workspace, HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: 999")
    ended = cqtt("build", "2024Q1")
    assert (ended.code, REPORT.read_bytes()) == (0, sealed)
    assert f"{HUONG_MAI}:33:3: cảnh báo HS01: " in ended.err
    assert "cảnh báo NP03: " in ended.err
    assert cqtt("check", "2024Q1").code == 0


@pytest.mark.parametrize("path", [HUONG_MAI, "data/don_vi.yaml", "templates/bao_cao.docx.j2"])
def test_a_kept_copy_that_was_touched_is_not_built_from(cqtt: Cqtt, workspace: Path, sealed: bytes, path: str) -> None:
    copy = workspace / PLACE / "ban_giu" / path
    copy.write_bytes(copy.read_bytes() + b"# x\n")
    ended = cqtt("build", "2024Q1")
    told = f"{PLACE}/ban_giu/{path}: cảnh báo NP04: bản giữ lại của 2024Q1 khác với lúc niêm phong\n"
    assert (ended.code, told in ended.err, REFUSED in ended.err) == (1, True, True)
    copy.unlink()
    assert "cảnh báo NP04: bản giữ lại của 2024Q1 không còn\n" in cqtt("build", "2024Q1").err
    assert cqtt("figures", "2024Q1").code == 0


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("phien_ban", "phien_bang", f"{PLACE}/niem_phong.yaml:4:1: lỗi KHOA01: phien_bang: "),
        (
            "  data/2024Q1/bao_cao.yaml",
            "  ../../etc/passwd",
            "lỗi CHU06: tep.../../etc/passwd.[key]: không phải tệp của bộ số liệu\n",
        ),
        ('bao_cao: "', 'bao_cao: "x', "niem_phong.yaml:9:10: lỗi CHU06: bao_cao: không đúng dạng: "),
        ("phien_ban: ", "<<<<<<< HEAD\nphien_ban: ", "niem_phong.yaml:4:1: lỗi TEP10: "),
    ],
)
def test_a_seal_that_cannot_be_read_is_an_error_wherever_the_period_is_read(
    cqtt: Cqtt, edit: Edit, sealed: bytes, old: str, new: str, told: str
) -> None:
    edit(f"{PLACE}/niem_phong.yaml", old, new)
    for words in (("build", "2024Q1"), ("figures", "2024Q1"), ("new", "2024Q2")):
        ended = cqtt(*words)
        assert (ended.code, told in ended.err) == (1, True), ended.err
    assert cqtt("unseal", "2024Q1", "--reason", "hỏng").code == 0
    assert cqtt("build", "2024Q1").code == 0


def test_a_seal_without_a_digest_of_the_template_does_not_hold(cqtt: Cqtt, workspace: Path, sealed: bytes) -> None:
    record = workspace / PLACE / "niem_phong.yaml"
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    record.write_text("".join(line for line in lines if "templates/" not in line), encoding="utf-8")
    assert REFUSED in cqtt("build", "2024Q1").err


def test_charts_are_as_they_were_signed(cqtt: Cqtt, sealed: bytes) -> None:
    ended = cqtt("build", "2024Q1", "--charts")
    told = "lỗi NP02: 2024Q1 đã niêm phong, không lập lại được đúng như đã ký: báo cáo đã ký không có phụ lục biểu đồ\n"
    assert (ended.code, told in ended.err) == (1, True)
    assert cqtt("build", "2024Q1", "--no-charts").code == 0


def test_a_report_signed_with_charts_is_built_with_them(cqtt: Cqtt, workspace: Path) -> None:
    cqtt("build", "2024Q1", "--charts")
    signed = REPORT.read_bytes()
    assert cqtt("seal", "2024Q1", "--charts").code == 0
    assert cqtt("build", "2024Q1").code == 0
    assert REPORT.read_bytes() == signed
    assert "bieu_do: true\n" in (workspace / PLACE / "niem_phong.yaml").read_text(encoding="utf-8")


def edited(old: str, new: str) -> None:
    """The report as somebody saved it in Word with other words."""
    with zipfile.ZipFile(REPORT) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile("BC.docx", "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def test_a_signed_file_that_says_something_else_is_refused(cqtt: Cqtt, workspace: Path) -> None:
    cqtt("build", "2024Q1")
    edited("1.596", "1.600")
    ended = cqtt("seal", "2024Q1", "BC.docx")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.endswith(
        "BC.docx khác báo cáo lập ra ở 1 chỗ\n"
        "  sửa số liệu, lời văn cho khớp; đúng đó là bản đã ký thì thêm --as-signed\n"
        "không niêm phong 2024Q1\n"
    )
    assert "1.600" in ended.err
    assert not (workspace / "data/2024Q1/niem_phong").exists()


def test_its_differences_are_written_down_where_it_is_sealed_as_signed(cqtt: Cqtt, workspace: Path) -> None:
    cqtt("build", "2024Q1")
    edited("1.596", "1.600")
    ended = cqtt("seal", "2024Q1", "BC.docx", "--as-signed")
    assert (ended.code, "  tệp đã ký: BC.docx, khác báo cáo ở 1 chỗ, đã ghi lại\n" in ended.out) == (0, True)
    record = (workspace / PLACE / "niem_phong.yaml").read_text(encoding="utf-8")
    assert '  ten: "BC.docx"' in record or "  ten: BC.docx" in record
    assert "1.600" in record
    assert cqtt("build", "2024Q1").code == 0


def test_a_signed_file_that_cannot_be_read_is_told(cqtt: Cqtt, workspace: Path) -> None:
    (workspace / "BC.pdf").write_bytes(b"%PDF-1.4\n")
    ended = cqtt("seal", "2024Q1", "BC.pdf")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("BC.pdf: không so được với báo cáo: ")
    assert cqtt("seal", "2024Q1", "BC.pdf", "--as-signed").code == 0


def test_an_edited_report_in_its_usual_place_is_told_of(cqtt: Cqtt) -> None:
    cqtt("build", "2024Q1")
    edited("1.596", "1.600")
    shutil.move("BC.docx", REPORT)
    ended = cqtt("seal", "2024Q1")
    assert ended.err == (
        f"cảnh báo: {REPORT} đã được sửa tay; niêm phong là của báo cáo lập từ số liệu\n"
        f"  đó mới là bản đã ký thì: {UNSEAL}, rồi cqtt seal 2024Q1 {REPORT}\n"
    )


def test_a_period_with_errors_is_not_sealed(cqtt: Cqtt, edit: Edit, workspace: Path) -> None:
    edit(HUONG_MAI, "truc_tuyen: 280", "truc_tuyen: -280")
    ended = cqtt("seal", "2024Q1")
    assert (ended.code, "lỗi SO06" in ended.err, (workspace / "data/2024Q1/niem_phong").exists()) == (1, True, False)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("2024Q1",), f"lỗi: 2024Q1 đã niêm phong ngày {TODAY}\n  cần đổi thì trước hết: {UNSEAL}\n"),
        (("2023Q4",), "lỗi: chưa có kỳ 2023Q4: không thấy thư mục data/2023Q4\n  các kỳ đang có: 2024Q1\n"),
    ],
)
def test_a_call_that_cannot_be_meant_is_told(cqtt: Cqtt, sealed: bytes, words: tuple[str, ...], told: str) -> None:
    assert cqtt("seal", *words) == (2, "", told)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--date", "31/02/2024"), "“31/02/2024” không phải ngày tháng\n  viết như 05/4/2024\n"),
        (("BC.odt",), "tệp đã ký phải là .docx hoặc .pdf: BC.odt\n  chỉ đúng tệp văn thư đã phát hành\n"),
        (("BC.docx",), "không có tệp BC.docx\n  kiểm tra tên tệp và thư mục\n"),
        (("--as-signed",), "--as-signed cần TỆP đã ký\n  ví dụ cqtt seal 2024Q1 BC.docx --as-signed\n"),
    ],
)
def test_what_the_call_names_must_be_there(cqtt: Cqtt, words: tuple[str, ...], told: str) -> None:
    assert cqtt("seal", "2024Q1", *words) == (2, "", f"lỗi: {told}")


KILLED = """
import os, pathlib, signal
was, calls = getattr(pathlib.Path, {name!r}), []
def then_killed(*args):
    calls.append(args)
    if len(calls) == {count}:
        os.kill(os.getpid(), signal.SIGKILL)
    return was(*args)
pathlib.Path.{name} = then_killed
from cqtt.__main__ import main; main()
"""
"""Dies with the *count*-th file, or when all lie ready and are moved to their place."""


@unix
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "count"), [("write_bytes", 1), ("write_bytes", 9), ("write_bytes", 22), ("rename", 1)]
)
def test_a_sealing_that_is_killed_leaves_the_period_open(cqtt: Cqtt, workspace: Path, name: str, count: int) -> None:
    assert run(workspace, "seal", "2024Q1", code=KILLED.format(name=name, count=count))[0] == -signal.SIGKILL
    assert cqtt("build", "2024Q1") == (0, f"đã ghi {REPORT} từ 17/17 xã, phường\n", "")
    assert cqtt("seal", "2024Q1").code == 0
    assert names(workspace / "data/2024Q1/niem_phong") == ["lan_1"]


@unix
@pytest.mark.slow
def test_an_opening_that_is_killed_leaves_the_period_sealed(cqtt: Cqtt, workspace: Path, sealed: bytes) -> None:
    words = ("unseal", "2024Q1", "--reason", "sai")
    assert run(workspace, *words, code=KILLED.format(name="replace", count=1))[0] == -signal.SIGKILL
    assert SIGNED in cqtt("build", "2024Q1").out
