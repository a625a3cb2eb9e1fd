"""What options of ``cqtt build`` add: a draft, another place, a review copy, a PDF, charts."""

import json
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cqtt.pipeline import pdf
from tests.cli.conftest import Ended

Cqtt = Callable[..., Ended]
Edit = Callable[[str, str, str], None]
HUONG_MAI = "data/2024Q1/xa_phuong/huong-mai.yaml"
REPORT = Path("out/2024Q1/bao_cao.docx")


def test_a_draft_is_printed_and_nothing_written(cqtt: Cqtt) -> None:
    ended = cqtt("build", "2024Q1", "--draft")
    assert ended.code == 0
    assert ended.out.startswith("::: tieu_de\nBÁO CÁO\n")
    assert not Path("out").exists()


def test_a_draft_is_printed_even_where_an_error_forbids_the_report(cqtt: Cqtt, edit: Edit) -> None:
    edit("templates/bao_cao.docx.j2", "./.", ".")
    ended = cqtt("build", "2024Q1", "--draft")
    assert ended.code == 1
    assert "quý I năm 2024" in ended.out
    assert "VB09" in ended.err


def test_output_may_be_a_file_or_a_folder(cqtt: Cqtt) -> None:
    Path("noi_khac").mkdir()
    assert cqtt("build", "2024Q1", "--output", "noi_khac").out.startswith("đã ghi noi_khac/bao_cao.docx")
    assert cqtt("build", "2024Q1", "-o", "moi/q1.docx").out.startswith("đã ghi moi/q1.docx")
    assert Path("noi_khac/bao_cao.docx").read_bytes() == Path("moi/q1.docx").read_bytes()


def test_output_must_be_a_docx(cqtt: Cqtt) -> None:
    ended = cqtt("build", "2024Q1", "-o", "q1.pdf")
    assert ended == (2, "", "lỗi: --output phải là tệp .docx: q1.pdf\n  ví dụ --output bao_cao.docx\n")


def test_a_folder_where_the_report_should_be_is_the_environments_fault(cqtt: Cqtt) -> None:
    REPORT.mkdir(parents=True)
    ended = cqtt("build", "2024Q1")
    assert ended.code == 3
    assert ended.err.endswith("đã có thư mục mang tên này\n  đổi tên thư mục, hoặc dùng --output\n")


def test_a_review_copy_and_a_table_stand_beside_the_same_report(cqtt: Cqtt) -> None:
    cqtt("build", "2024Q1")
    ordinary = REPORT.read_bytes()
    ended = cqtt("build", "2024Q1", "--review")
    printed = json.loads(REPORT.with_name("bao_cao.figures.json").read_text(encoding="utf-8"))["figures"]
    assert len(printed) >= 540
    assert ended.out == (
        "không đổi: out/2024Q1/bao_cao.docx từ 17/17 xã, phường\n"
        f"đã ghi out/2024Q1/bao_cao.ra-soat.docx: {len(printed)} số liệu có lời bình\n"
        "đã ghi out/2024Q1/bao_cao.figures.json\n"
    )
    assert REPORT.read_bytes() == ordinary
    assert sorted(entry.name for entry in REPORT.parent.iterdir()) == [
        "bao_cao.docx",
        "bao_cao.figures.json",
        "bao_cao.ra-soat.docx",
    ]


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.parametrize(
    ("fonts", "told"),
    [
        ("/BaseFont/BAAAAA+Tinos /BaseFont/CAAAAA+Tinos-Bold ", ""),
        (
            "/BaseFont/BAAAAA+LiberationSerif /BaseFont/CAAAAA+DejaVuSerif ",
            "cảnh báo: bản PDF trộn các phông DejaVuSerif, LiberationSerif\n  xem máy thiếu gì bằng: cqtt doctor\n",
        ),
        (
            "/BaseFont/BAAAAA+DejaVuSerif ",
            "cảnh báo: bản PDF không in bằng Times New Roman mà bằng DejaVuSerif\n"
            "  xem máy thiếu gì bằng: cqtt doctor\n",
        ),
    ],
)
def test_a_pdf_in_other_fonts_is_told(
    cqtt: Cqtt, workspace: Path, monkeypatch: pytest.MonkeyPatch, fonts: str, told: str
) -> None:
    soffice = workspace / "soffice"
    soffice.write_text(f"#!/bin/sh\nprintf '%%PDF-1.7\\n{fonts}\\nstartxref\\n0\\n' > \"$6/bao_cao.pdf\"\n")
    soffice.chmod(0o755)
    monkeypatch.setenv("PATH", str(workspace))
    ended = cqtt("build", "2024Q1", "--pdf")
    assert ended.code == 0
    assert ended.out.endswith("\nđã ghi out/2024Q1/bao_cao.pdf\n")
    assert ended.err.endswith(told)
    assert ("cảnh báo: bản PDF" in ended.err) == bool(told)


def test_without_libreoffice_the_report_is_written_all_the_same(
    cqtt: Cqtt, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(workspace))
    monkeypatch.setattr(pdf, "PLACES", ())
    ended = cqtt("build", "2024Q1", "--pdf")
    assert (ended.code, ended.out) == (3, "đã ghi out/2024Q1/bao_cao.docx từ 17/17 xã, phường\n")
    assert ended.err.startswith("lỗi: không lập được PDF: máy này không có LibreOffice\n")


def test_charts_are_asked_for_by_an_option(cqtt: Cqtt) -> None:
    before = cqtt("build", "2024Q1", "--no-charts", "--draft").out
    assert cqtt("build", "2024Q1", "--draft").out == before
    after = cqtt("build", "2024Q1", "--charts", "--draft").out
    assert "::: bieu_do thanh_ngang" in after
    assert "::: bieu_do" not in before
    assert "; so sánh giữa các đơn vị tại [](#bieu_do))" in after


def test_the_review_knows_what_the_chart_prints(cqtt: Cqtt) -> None:
    assert cqtt("build", "2024Q1", "--charts", "--review").code == 0
    figures = json.loads(Path("out/2024Q1/bao_cao.figures.json").read_text(encoding="utf-8"))["figures"]
    (printed,) = (f["printed"] for f in figures if f["path"] == "xa_phuong.nenh.ho_so.ty_le_dung_han")
    assert printed[-1] == {
        "section": "Phụ lục III",
        "text": "91,4%",
        "sentence": "biểu đồ: Tỷ lệ hồ sơ giải quyết trước và đúng hạn của từng đơn vị | Phường Nếnh | 91,4%",
    }


@pytest.mark.slow
def test_charts_add_to_the_report_and_change_nothing_else(cqtt: Cqtt) -> None:
    cqtt("build", "2024Q1", "-o", "a.docx")
    cqtt("build", "2024Q1", "--charts", "-o", "b.docx")
    with zipfile.ZipFile("a.docx") as first, zipfile.ZipFile("b.docx") as second:
        assert set(second.namelist()) - set(first.namelist()) == {
            "word/charts/chart1.xml",
            "word/charts/_rels/chart1.xml.rels",
            "word/embeddings/so_lieu1.xlsx",
            "word/charts/chart2.xml",
            "word/charts/_rels/chart2.xml.rels",
            "word/embeddings/so_lieu2.xlsx",
        }
        changed = {name for name in first.namelist() if first.read(name) != second.read(name)}
    types, rels = "[Content_Types].xml", "word/_rels/document.xml.rels"
    fingerprint = "docProps/core.xml"
    assert changed == {types, rels, fingerprint, "word/document.xml", "word/styles.xml"}


def test_a_draft_without_some_communes_says_so_on_its_first_page(cqtt: Cqtt, edit: Edit) -> None:
    Path(HUONG_MAI).unlink()
    edit("data/2024Q1/xa_phuong/nenh.yaml", "wifi: true", "wifi: chưa điền")
    assert cqtt("build", "2024Q1").code == 1
    ended = cqtt("build", "2024Q1", "--allow-missing")
    assert ended.code == 0
    assert ended.out == (
        "đã ghi out/2024Q1/bao_cao.du-thao.docx từ 15/17 xã, phường\n"
        "  bản dự thảo, chưa có: phường Nếnh, xã Hương Mai\n"
    )
    assert [entry.name for entry in REPORT.parent.iterdir()] == ["bao_cao.du-thao.docx"]
    with zipfile.ZipFile(REPORT.with_name("bao_cao.du-thao.docx")) as file:
        text = re.sub("<[^>]+>", "", file.read("word/document.xml").decode())
    note = "DỰ THẢO: chưa có số liệu của 2/17 đơn vị (phường Nếnh, xã Hương Mai)"
    assert note in text
    assert text.index("BÁO CÁO") < text.index(note) < text.index("Thực hiện")


def test_a_draft_sets_a_faulty_commune_aside_and_says_why_on_its_first_page(cqtt: Cqtt, edit: Edit) -> None:
    Path(HUONG_MAI).unlink()
    edit("data/2024Q1/xa_phuong/nenh.yaml", "may_in: 5", "may_in: -5")
    edit("data/2024Q1/xa_phuong/van-ha.yaml", "tra_lai: 0", "tra_lai: 7")
    ended = cqtt("build", "2024Q1", "--allow-missing")
    who = (
        "xã Hương Mai; có lỗi nên để riêng: phường Nếnh (SO06: Số âm), "
        "xã Vân Hà (HS01: Tiếp nhận khác đã + đang giải quyết + trả lại)"
    )
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith(f"từ 14/17 xã, phường\n  bản dự thảo, chưa có: {who}\n")
    with zipfile.ZipFile(REPORT.with_name("bao_cao.du-thao.docx")) as file:
        text = re.sub("<[^>]+>", "", file.read("word/document.xml").decode())
    assert f"DỰ THẢO: chưa có số liệu của 3/17 đơn vị ({who})" in text


def test_what_is_wrong_in_the_document_blocks_a_draft_as_well(cqtt: Cqtt, edit: Edit) -> None:
    Path(HUONG_MAI).unlink()
    edit("data/2024Q1/xa_phuong/nenh.yaml", "may_in: 5", "may_in: -5")
    edit("data/2024Q1/bao_cao.yaml", "tin_bai: 158", "tin_bai: chưa điền")
    ended = cqtt("build", "2024Q1", "--allow-missing")
    assert (ended.code, ended.out) == (1, "")
    assert "lỗi SO06" in ended.err
    assert "lỗi SO09: tin_bai: chưa điền" in ended.err
    assert not REPORT.parent.exists()


def test_a_whole_period_is_no_draft(cqtt: Cqtt) -> None:
    told = cqtt("build", "2024Q1", "--allow-missing").out
    assert told == "đã ghi out/2024Q1/bao_cao.docx từ 17/17 xã, phường\n"
