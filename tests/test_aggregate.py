"""The authority's figures, recomputed by other means than the program's own."""

import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml
from msgspec.structs import replace

from cqtt.aggregate import aggregate
from cqtt.explanation import Explainer
from cqtt.models.du_lieu import DuLieu
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import Loai
from cqtt.source.loader import load, load_authority

PAPER = {
    "so_don_vi": 17,
    "ho_so.tiep_nhan.tong": 5007,
    "ho_so.tiep_nhan.ky_truoc": 266,
    "ho_so.tiep_nhan.truc_tuyen": 4736,
    "ho_so.tiep_nhan.truc_tiep": 5,
    "ho_so.da_giai_quyet.tong": 4713,
    "ho_so.da_giai_quyet.truoc_va_dung_han": 4554,
    "ho_so.da_giai_quyet.qua_han": 159,
    "ho_so.dang_giai_quyet.tong": 292,
    "ho_so.dang_giai_quyet.qua_han": 157,
    "ho_so.tra_lai": 2,
    "mot_cua.bang_bieu": 38,
    "mot_cua.xay_moi": 3,
    "mot_cua.cai_tao": 5,
    "cong_nhan.nam_truoc": 9,
    "cong_nhan.da_gan_sao": 7,
    "cong_nhan.chua_gan_sao": 2,
    "sang_kien.so_luong": 5,
    "ho_so_cap_huyen.truc_tuyen": 3174,
    "ho_so_toan_dia_ban.truc_tuyen": 7910,
    "khao_sat.so_phieu": 1596,
    "kinh_phi": 17_000_000_000,
    "tin_bai": 158,
    "phat_thanh": 1,
    "kiem_tra_cong_vu.tong": 18,
}


def test_totals_are_those_of_the_paper_report(quy_i: DuLieu) -> None:
    figures = aggregate(quy_i).so_lieu
    assert {path: figures[path].gia_tri for path in PAPER} == PAPER


def test_initiatives_are_named_in_the_papers_order(quy_i: DuLieu) -> None:
    assert [s.don_vi.ten for s in aggregate(quy_i).danh_sach["sang_kien"]] == [
        "Hương Mai",
        "Quang Châu",
        "Nếnh",
        "Bích Động",
        "Tiên Sơn",
    ]


def test_every_figure_says_how_it_was_computed_or_where_it_was_read(quy_i: DuLieu) -> None:
    own = {"ho_so_cap_huyen", "khao_sat", "kiem_tra_cong_vu", "kinh_phi", "tin_bai", "phat_thanh"}
    for figure in aggregate(quy_i).so_lieu.values():
        assert figure.ten
        assert figure.cong_thuc or figure.duong_dan.partition(".")[0] in own, figure.duong_dan
        assert (figure.loai is Loai.TY_LE) == (" / " in figure.cong_thuc), figure.duong_dan


def test_without_communes_there_are_no_sums(quy_i: DuLieu) -> None:
    """Counts of communes are 0, and what the period's own file says is there; all else is absent."""
    data = replace(quy_i, units=())
    tong_hop = aggregate(data)
    there = {path for path, figure in tong_hop.so_lieu.items() if figure.gia_tri is not None}
    own = {path for path, figure in tong_hop.so_lieu.items() if not figure.cong_thuc} | {"kiem_tra_cong_vu.tong"}
    counts = {path for path, figure in tong_hop.so_lieu.items() if figure.don_vi is not None}
    assert there == own | counts | {"sang_kien.so_luong"}
    assert {tong_hop.so_lieu[path].gia_tri for path in counts} == {0}
    assert {figure.in_ra for path, figure in tong_hop.so_lieu.items() if path not in there} == {"–"}
    explainer = Explainer(tong_hop, data.bao_cao.nguon)
    for figure in tong_hop.tat_ca():
        assert explainer.explain(figure).figure == figure


def test_changed_numbers_change_every_figure_that_depends_on_them(workspace: Path) -> None:
    """Twenty random edits; the sums and rates are recomputed from the raw YAML with fractions."""
    rng = random.Random(2024)
    files = sorted((workspace / "data/2024Q1/xa_phuong").glob("*.yaml"))
    for _ in range(20):
        path = rng.choice(files)
        record = yaml.safe_load(path.read_text(encoding="utf-8"))
        more = rng.randrange(1, 90)
        record["ho_so"]["tiep_nhan"]["truc_tuyen"] += more
        record["ho_so"]["da_giai_quyet"][rng.choice(["truoc_han", "dung_han", "qua_han"])] += more
        path.write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")
    loaded = load(workspace, Ky(2024, 1, 3), load_authority(workspace))
    assert loaded.problems == []
    assert loaded.data is not None
    figures = aggregate(loaded.data).so_lieu
    raw = [yaml.safe_load(path.read_text(encoding="utf-8"))["ho_so"] for path in files]
    settled = {key: _total(raw, "da_giai_quyet", key) for key in ("truoc_han", "dung_han", "qua_han")}
    rate = Fraction(settled["truoc_han"] + settled["dung_han"], sum(settled.values()))
    assert figures["ho_so.tiep_nhan.truc_tuyen"].gia_tri == _total(raw, "tiep_nhan", "truc_tuyen")
    assert figures["ho_so.da_giai_quyet.tong"].gia_tri == sum(settled.values())
    tenths = (rate * 1000 + Fraction(1, 2)).__floor__()
    assert figures["ho_so.ty_le_dung_han"].in_ra == f"{tenths // 10},{tenths % 10}%"


def _total(raw: list[dict[str, Any]], block: str, key: str) -> int:
    return sum(int(record[block][key]) for record in raw)
