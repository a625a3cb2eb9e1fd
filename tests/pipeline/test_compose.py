"""Second stretch: a report, or everything that forbids one."""

from collections.abc import Callable
from pathlib import Path

from cqtt.markup.nodes import Chart, Strong, Table
from cqtt.models.ky import Ky
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from tests.conftest import faults
from tests.markup.cay import unplaced

QUY_I = Ky(2024, 1, 3)
Edit = Callable[[str, str, str], None]


def test_good_data_give_a_report(workspace: Path) -> None:
    composed = compose(gather(Reader(workspace), QUY_I), workspace)
    assert faults(composed.problems) == []
    assert composed.report is not None
    assert composed.report.name == (
        "Báo cáo Kết quả xây dựng Chính quyền thân thiện các xã, phường Quý I năm 2024 thị xã Việt Yên"
    )


def test_a_template_that_git_has_not_merged_is_not_filled(workspace: Path, edit: Edit) -> None:
    edit("templates/bao_cao.docx.j2", "## Ưu điểm\n", "<<<<<<< HEAD\n## Ưu điểm\n=======\n## Ưu\n>>>>>>> b\n")
    composed = compose(gather(Reader(workspace), QUY_I), workspace)
    assert [problem.code for problem in faults(composed.problems)] == ["TEP10"]
    assert composed.manuscript is None


def test_wrong_data_give_a_text_but_no_report(workspace: Path, edit: Edit) -> None:
    edit("data/2024Q1/xa_phuong/nenh.yaml", "camera: true", "camera: 1")
    composed = compose(gather(Reader(workspace), QUY_I), workspace)
    assert composed.manuscript is not None
    assert composed.report is None


def test_a_template_in_another_encoding_is_a_finding(workspace: Path) -> None:
    (workspace / "templates/bao_cao.docx.j2").write_bytes("báo cáo".encode("utf-16"))
    composed = compose(gather(Reader(workspace), QUY_I), workspace)
    assert [(p.position.path, p.code) for p in faults(composed.problems)] == [("templates/bao_cao.docx.j2", "TEP01")]


def test_a_commune_more_is_in_every_list_and_table(workspace: Path, edit: Edit) -> None:
    """No sentence knows by itself how many communes there are."""
    edit("data/don_vi.yaml", "  - ma: viet-tien", "  - ma: moi\n    ten: Mới\n    loai: thị trấn\n  - ma: viet-tien")
    own = workspace / "data/2024Q1/xa_phuong"
    text = (own / "van-ha.yaml").read_text(encoding="utf-8").replace("Vân Hà", "Mới").replace("may_in: 2", "may_in: 3")
    (own / "moi.yaml").write_text(text, encoding="utf-8")
    composed = compose(gather(Reader(workspace), QUY_I), workspace)
    assert [problem.code for problem in faults(composed.problems)] == ["XA01"]
    assert composed.manuscript is not None
    told = composed.manuscript.readable()
    assert "18/18 UBND" in told
    assert "xã, phường, thị trấn" in told
    assert told.count("Thị trấn Mới") == 2


def test_charts_are_there_where_the_period_or_the_call_asks_for_them(workspace: Path, edit: Edit) -> None:
    def appendices(*, charts: bool | None) -> list[str]:
        composed = compose(gather(Reader(workspace), QUY_I), workspace, charts=charts)
        assert faults(composed.problems) == []
        assert composed.report is not None
        return [appendix.label for appendix in composed.report.document.appendices]

    without = ["ho_so", "trang_thiet_bi"]
    assert [appendices(charts=asked) for asked in (None, True, False)] == [without, [*without, "bieu_do"], without]
    edit("data/2024Q1/bao_cao.yaml", "nam: 2024\n", "nam: 2024\nbieu_do: true\n")
    assert [appendices(charts=asked) for asked in (None, False)] == [[*without, "bieu_do"], without]


def test_the_chart_draws_what_the_table_prints(workspace: Path) -> None:
    report = compose(gather(Reader(workspace), QUY_I), workspace, charts=True).report
    assert report is not None
    table = report.document.appendices[0].blocks[0]
    periods, rates = report.document.appendices[2].blocks[:2]
    assert isinstance(table, Table)
    assert isinstance(periods, Chart)
    assert isinstance(rates, Chart)
    assert unplaced(tuple(rates.body)) == unplaced(tuple((row[1], row[-1]) for row in table.body[:-1]))
    total = [cell[0].children[0] for cell in table.body[-1] if cell and isinstance(cell[0], Strong)]
    drawn = tuple(cell for (_, *cells) in periods.body for (cell,) in cells)
    assert unplaced(drawn) == unplaced(tuple(total[i] for i in (1, 5, 9)))
