"""What a sum leaves out is told; the sentences are in tests/pipeline/sai."""

from pathlib import Path

from cqtt.models.ky import doc_ky
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from cqtt.problems import Problem
from tests.conftest import faults, without_letters
from tests.nhieu_ky import them_bao_cao, them_ky

COMPARED = "{{ thu.chuc_mung | so_voi_ky_truoc }}"


def found(root: Path, ma: str) -> list[Problem]:
    ky = doc_ky(ma)
    assert ky is not None
    return faults(compose(gather(Reader(root), ky), root).problems)


def test_a_whole_part_without_a_block_is_told_once_and_can_be_acknowledged(workspace: Path) -> None:
    them_ky(workspace, "2024Q2", "2024Q1")
    them_bao_cao(workspace, "2024H1", "2024Q2")
    without_letters(workspace)
    (problem,) = found(workspace, "2024H1")
    assert (problem.code, problem.key) == ("KY08", "thu")
    assert problem.message == "số đơn vị có báo cáo là 2024Q1: 0/17, 2024Q2: 15/17; kỳ dài in “–”"
    assert problem.hint == "ghi thu, kể cả khi bằng 0, vào mọi tệp của data/2024Q1/xa_phuong"
    file = workspace / "data/2024H1/bao_cao.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\nchap_nhan:\n  - {{ma: KY08, tai: thu, ly_do: không in}}\n", encoding="utf-8")
    assert found(workspace, "2024H1") == []


def test_what_nobody_reports_in_any_part_is_no_gap(workspace: Path) -> None:
    without_letters(workspace)
    them_ky(workspace, "2024Q2", "2024Q1")
    them_bao_cao(workspace, "2024H1", "2024Q2")
    assert found(workspace, "2024H1") == []


def test_a_change_that_the_template_prints_is_told_of_the_periods_file(workspace: Path) -> None:
    them_ky(workspace, "2024Q2", "2024Q1")
    without_letters(workspace, but="nenh")
    template = workspace / "templates/bao_cao.docx.j2"
    text = template.read_text(encoding="utf-8")
    at = text.index("\n## ")
    template.write_text(f"{text[:at]}\nThư {COMPARED}, {COMPARED}.\n{text[at:]}", encoding="utf-8")
    (problem,) = found(workspace, "2024Q2")
    assert (problem.code, problem.key) == ("KY09", "so_voi_ky_truoc.thu.chuc_mung")
    assert (problem.position.path, problem.position.line) == ("data/2024Q2/bao_cao.yaml", 0)


def test_a_draft_without_some_files_tells_that_it_compares_other_communes(workspace: Path) -> None:
    them_ky(workspace, "2024Q2", "2024Q1")
    (workspace / "data/2024Q2/xa_phuong/nenh.yaml").unlink()
    own = workspace / "data/2024Q2/bao_cao.yaml"
    text = own.read_text(encoding="utf-8")
    compared = "{{ ho_so.tra_lai | so_voi_ky_truoc }}"
    at = text.index("- >-\n") + len("- >-\n")
    own.write_text(f"{text[:at]}      Trả lại {compared};\n{text[at:]}", encoding="utf-8")
    ky = doc_ky("2024Q2")
    assert ky is not None
    gathered = gather(Reader(workspace), ky, allow_missing=True)
    told = [p for p in compose(gathered, workspace).problems if p.code == "KY09"]
    assert [p.message.partition(": ")[2] for p in told] == ["2024Q1 có mà 2024Q2 thiếu phường Nếnh"]
    assert "so_voi_ky_truoc" in told[0].position.text
