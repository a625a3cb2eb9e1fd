"""Tables of data: one line a column, for every kind of authority; every cell knows its figure."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cqtt.manuscript import Insert, Printed, TableInsert
from cqtt.markup.nodes import Align, Document, Strong, Table
from cqtt.markup.occurrences import occurrences
from cqtt.markup.walk import figures_in, plain
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import SoLieu
from cqtt.models.tong_hop import TongHop
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.publish import made as published
from cqtt.pipeline.read import Reader
from cqtt.problems import Locator, has_errors
from tests.dia_phuong import made
from tests.template.mau import QUY_I, ROOT, TEMPLATE, composed, filled, framed, printed
from tests.than_thien import record

OLD = (Path(__file__).parent / "bao_cao_0_1.docx.j2").read_text(encoding="utf-8")
"""The template of version 0.1, whose tables are rows of Markdown in loops."""
SUMS = [
    *(f"ho_so.tiep_nhan.{name}" for name in ("tong", "truc_tuyen", "truc_tiep", "ky_truoc")),
    *("ho_so.tra_lai", "trang_thiet_bi.may_in", "mot_cua.bang_bieu", "so_hoa.ho_so"),
]
"""Counts of a commune whose sum is the authority's."""
PATHS = st.lists(st.sampled_from([*SUMS, "ho_so.ty_le_dung_han", "cong_nhan.nam", "cong_nhan.muc_sao"]), unique=True)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commune that reports for itself."""
    return made(tmp_path_factory.mktemp("xa") / "xa", "xã", "Nga Phú")


@pytest.fixture(scope="module")
def own(alone: Path) -> tuple[TongHop, Locator]:
    """Its figures."""
    gathered = gather(Reader(alone), Ky(2025, 7, 9))
    assert gathered.tong_hop is not None
    assert gathered.nguon is not None
    return gathered.tong_hop, gathered.nguon


def directive(*columns: str, head: str = "xa_phuong") -> str:
    return "\n".join([f"{{% bang {head} %}}", *columns, "{% endbang %}"])


def table(tong_hop: TongHop, nguon: Locator, body: str) -> Table:
    """The one table of *body*."""
    document, problems = composed(tong_hop, nguon, framed(body))
    assert problems == []
    assert document is not None
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    return found


def rows(found: TableInsert) -> list[tuple[Insert | str, ...]]:
    """The cells of *found*, row by row."""
    columns = (map(Insert, c.texts, c.paths) if isinstance(c, Printed) else c for c in found.columns)
    return [*zip(*columns, strict=True)]


def insert(tong_hop: TongHop, nguon: Locator, body: str) -> TableInsert:
    (found,) = (i for i in filled(tong_hop, nguon, body).inserts if isinstance(i, TableInsert))
    return found


def known(tong_hop: TongHop, cell: Insert | str) -> SoLieu:
    """The figure whose path *cell* has."""
    assert isinstance(cell, Insert)
    figure = tong_hop.tim(cell.path)
    assert figure is not None
    return figure


@settings(deadline=None, max_examples=40)
@given(PATHS.filter(len))
def test_every_cell_is_its_figure_and_the_total_is_the_sum(tong_hop: TongHop, nguon: Locator, paths: list[str]) -> None:
    body = directive("Đơn vị | ten", *(f"Cột | {path}" for path in paths), head='xa_phuong tong="Cả thị xã"')
    made = insert(tong_hop, nguon, body)
    assert [row[0] for row in rows(made)] == [
        Insert(xa.don_vi.ten, f"xa_phuong.{xa.don_vi.ma}.ten") for xa in tong_hop.units
    ]
    (total,) = made.totals
    assert total[0] == "Cả thị xã"
    for column, path in enumerate(paths, start=1):
        figures = [known(tong_hop, row[column]) for row in rows(made)]
        assert [figure.duong_dan for figure in figures] == [f"xa_phuong.{xa.don_vi.ma}.{path}" for xa in tong_hop.units]
        assert [row[column] for row in rows(made)] == [Insert(f.in_ra, f.duong_dan) for f in figures]
        if path in tong_hop.so_lieu:
            assert total[column] == Insert(tong_hop.so_lieu[path].in_ra, path)
        else:
            assert total[column] == Insert("")
        if path in SUMS:
            assert known(tong_hop, total[column]).gia_tri == sum(int(f.gia_tri or 0) for f in figures)


@settings(deadline=None, max_examples=40)
@given(PATHS.filter(len), st.booleans())
def test_one_unit_alone_has_a_row_for_each_column(
    own: tuple[TongHop, Locator], paths: list[str], numbered: bool
) -> None:
    tong_hop, nguon = own
    head = 'xa_phuong tong="Tổng cộng" binh_quan="Bình quân"' + " danh_so" * numbered
    columns = ("TT | stt", "Đơn vị | ten_day_du | hoa_dau", *(f"Cột {path} | {path}" for path in paths))
    found = table(tong_hop, nguon, directive(*columns, head=head))
    assert tuple(map(plain, found.head)) == ("Chỉ tiêu", "Số liệu")
    assert found.align == (Align.LEFT, Align.RIGHT)
    numbers = [f" ({i})" * numbered for i, _ in enumerate(paths, start=1)]
    assert [plain(row[0]) for row in found.body] == [f"Cột {p}{n}" for p, n in zip(paths, numbers, strict=True)]
    for path, (_, cell) in zip(paths, found.body, strict=True):
        (printed_,) = figures_in(cell)
        figure = tong_hop.so_lieu.get(path) or tong_hop.units[0].so_lieu[path]
        assert (printed_.path, printed_.text) == (figure.duong_dan, figure.in_ra)


def test_alignment_and_filter_are_the_usual_ones_unless_said(tong_hop: TongHop, nguon: Locator) -> None:
    columns = (
        "TT | stt", "Đơn vị | ten_day_du", "Số | ho_so.tra_lai", "Tỷ lệ | ho_so.ty_le_dung_han",
        "Năm | cong_nhan.nam", "Sao | cong_nhan.muc_sao", "Gắn | cong_nhan.da_gan_sao",
        "Đầu tư | mot_cua.dau_tu | hoa_dau | phai", "Có 0 | ho_so.tra_lai | so2 | trai",
        "Trên | ho_so.ty_le_dung_han | giua | tren",
    )  # fmt: skip
    found = table(tong_hop, nguon, directive(*columns))
    assert "".join(how.value[0] for how in found.align) == "clrrcccrlc"
    assert [plain(cell) for cell in found.body[1]] == [
        *("2", "phường Hồng Thái", "0", "98,2%", "2023", "4", "x", "Không", "0", "trên 98%"),
    ]


def test_summaries_are_bold_and_blank_where_the_authority_has_no_figure(tong_hop: TongHop, nguon: Locator) -> None:
    columns = (
        "TT | stt", "Đơn vị | ten", "Máy in | trang_thiet_bi.may_in | so2", "Sao | cong_nhan.muc_sao",
        "Gắn | cong_nhan.da_gan_sao", "Năm | cong_nhan.nam | tong=cong_nhan.so_don_vi",
    )  # fmt: skip
    found = table(tong_hop, nguon, directive(*columns, head='xa_phuong tong="Cộng" binh_quan="Bình quân"'))
    total, average = found.body[-2:]
    assert [plain(cell) for cell in total] == ["", "Cộng", "68", "", "7", "9"]
    assert [plain(cell) for cell in average] == ["", "Bình quân", "4", "", "", ""]
    assert all(not cell or isinstance(cell[0], Strong) for cell in (*total, *average))
    assert [f.path for cell in total for f in figures_in(cell)] == [
        *("trang_thiet_bi.may_in", "cong_nhan.da_gan_sao", "cong_nhan.so_don_vi"),
    ]


def test_words_that_a_commune_left_out_are_no_value(tong_hop: TongHop, nguon: Locator) -> None:
    first, *others = tong_hop.units
    made = record(first.bao_cao)
    recognition = made.cong_nhan.model_copy(update={"dang_ky": None})
    silent = replace(first.bao_cao, so_lieu=made.model_copy(update={"cong_nhan": recognition}))
    some = replace(tong_hop, units=(replace(first, bao_cao=silent), *others))
    found = insert(some, nguon, directive("Đơn vị | ten", "Đăng ký | cong_nhan.dang_ky | hoa_dau"))
    assert rows(found)[0][1] == Insert("–", f"xa_phuong.{first.don_vi.ma}.cong_nhan.dang_ky")
    said = {cell.text for _, cell in rows(found)[1:] if isinstance(cell, Insert)}
    assert said == {"Nâng mức sao", "Công nhận lần đầu"}


def test_rows_may_be_periods_or_any_list_of_names(tong_hop: TongHop, nguon: Locator) -> None:
    periods = insert(tong_hop, nguon, directive("Kỳ | ten_hoa", "Hồ sơ | ho_so.tiep_nhan.tong", head="cac_ky"))
    assert rows(periods)[-1] == (Insert("Quý I năm 2024", "ky.ten_hoa"), Insert("5.007", "ho_so.tiep_nhan.tong"))
    listed = insert(
        tong_hop, nguon, directive("Đơn vị | don_vi.ten_day_du", "Sáng kiến | ten", head="sang_kien.danh_sach")
    )
    assert len(rows(listed)) == len(tong_hop.danh_sach["sang_kien"])
    assert [row[1] for row in rows(listed)] == [
        Insert(s.ten, f"xa_phuong.{s.don_vi.ma}.sang_kien") for s in tong_hop.danh_sach["sang_kien"]
    ]


def test_a_table_without_rows_has_its_head_and_its_total(tong_hop: TongHop, nguon: Locator) -> None:
    empty = replace(tong_hop, units=())
    found = insert(
        empty, nguon, directive("TT | stt", "Đơn vị | ten", "Số | ho_so.tra_lai", head='xa_phuong tong="Cộng"')
    )
    assert rows(found) == []
    assert found.totals == ((Insert(""), "Cộng", Insert("2", "ho_so.tra_lai")),)


def test_a_column_may_stand_in_an_if_and_a_head_may_print_words(tong_hop: TongHop, nguon: Locator) -> None:
    body = directive(
        "Đơn vị | ten", '{% if don_vi.cap == "xã" %}', "Bỏ | ho_so.tra_lai", "{% else %}",
        "Hồ sơ {{ ky.ten }} | ho_so.tra_lai", "{% endif %}",
    )  # fmt: skip
    assert [plain(cell) for cell in table(tong_hop, nguon, body).head] == ["Đơn vị", "Hồ sơ quý I năm 2024"]


def test_a_head_is_markup_and_a_cell_never_is(tong_hop: TongHop, nguon: Locator) -> None:
    body = directive(r"*Đơn vị*[^a] \| tên | ten", "Số | ho_so.tra_lai") + "\n\n[^a]: Chú thích"
    found = table(tong_hop, nguon, body)
    assert plain(found.head[0]) == "Đơn vị | tên"
    xa = replace(tong_hop.units[0].bao_cao, don_vi=replace(tong_hop.units[0].don_vi, ten="**a** | [x](y) <"))
    odd = replace(tong_hop, units=(replace(tong_hop.units[0], bao_cao=xa),))
    assert plain(table(odd, nguon, body).body[0][0]) == "**a** | [x](y) <"


def test_a_draft_shows_the_table_as_text(tong_hop: TongHop, nguon: Locator) -> None:
    body = directive("TT | stt", "Đơn vị | ten_day_du", "Trả lại | ho_so.tra_lai", head='xa_phuong danh_so tong="Cộng"')
    lines = printed(tong_hop, nguon, body).split("\n")
    assert lines[:3] == ["| TT (1) | Đơn vị (2) | Trả lại (3) |", "| :-: | :-- | --: |", "| 1 | phường Bích Động | 0 |"]
    assert lines[-1] == "|  | **Cộng** | **2** |"
    assert len(lines) == 2 + len(tong_hop.units) + 1


def test_a_column_is_called_by_its_number_in_the_last_table_that_has_it(tong_hop: TongHop, nguon: Locator) -> None:
    first = directive("TT | stt", "Số | ho_so.tra_lai", "Năm | cong_nhan.nam", head="xa_phuong danh_so")
    second = directive("Số | ho_so.tra_lai", head="xa_phuong danh_so")
    unnumbered = directive("Năm | cong_nhan.nam")
    said = '{{ ho_so.tra_lai | cot }} {{ "cong_nhan.nam" | cot }}'
    text = printed(tong_hop, nguon, f"{first}\n\n{said}\n\n{second}\n\n{unnumbered}\n\n{said}")
    assert re.findall(r"^\(.*", text, re.MULTILINE) == ["(2) (3)", "(1) (3)"]


def documents(root: Path, ky: Ky, template: str, *, charts: bool) -> tuple[Document, bytes]:
    """The report of the workspace *root* by *template*, as a tree and as a file."""
    (root / TEMPLATE).write_text(template, encoding="utf-8")
    found = compose(gather(Reader(root), ky), root, charts=charts)
    assert not has_errors(found.problems)
    assert found.report is not None
    return found.report.document, published(found.report)


@pytest.mark.slow
@pytest.mark.parametrize("charts", [False, True])
def test_the_report_is_that_of_the_template_of_0_1(workspace: Path, charts: bool) -> None:
    """Rows of Markdown with figures in them stay valid, and the lines of columns say the same as they."""
    now = (ROOT / TEMPLATE).read_text(encoding="utf-8")
    old, old_file = documents(workspace, QUY_I, OLD, charts=charts)
    new, new_file = documents(workspace, QUY_I, now, charts=charts)
    assert list(occurrences(new)) == list(occurrences(old))
    assert new_file == old_file


@pytest.mark.slow
def test_the_report_of_one_commune_is_that_of_the_template_of_0_1(alone: Path) -> None:
    now = (alone / TEMPLATE).read_text(encoding="utf-8")
    ky = Ky(2025, 7, 9)
    old, old_file = documents(alone, ky, OLD, charts=True)
    new, new_file = documents(alone, ky, now, charts=True)
    assert [appendix.landscape for appendix in new.appendices] == [False, False, False]
    assert list(occurrences(new)) == list(occurrences(old))
    assert new_file == old_file
