"""Years made at random, in memory: raw records as YAML would give them, and the data read from them."""

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from cqtt.models.du_lieu import BaoCaoCua, CoNguon, DuLieu
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import DonViCapXa
from cqtt.reports.than_thien.bao_cao import BaoCao
from cqtt.reports.than_thien.phuong_xa import PhuongXa, TrangThietBi
from cqtt.source.loader import load, load_authority
from cqtt.source.source_file import SourceFile
from tests.than_thien import DANH_MUC

ROOT = Path(__file__).parents[1]
QUARTERS = tuple(Ky(2024, first, first + 2) for first in (1, 4, 7, 10))
YEAR = Ky(2024, 1, 12)
EQUIPMENT = tuple(TrangThietBi.model_fields)
ANSWERS = ("phong_lanh_dao_lien_ke", "wifi", "camera", "thanh_toan_khong_tien_mat", "chinh_trang")


@dataclass
class Year:
    """What was reported, by quarter: communes by identifier, and the authority's own figures."""

    communes: list[dict[str, dict[str, Any]]]
    own: list[dict[str, Any]]
    data: list[DuLieu]


@cache
def shipped() -> DuLieu:
    """The repository's own quarter, which lends its names and its prose."""
    data = load(ROOT, QUARTERS[0], load_authority(ROOT)).data
    assert data is not None
    return data


@cache
def document() -> BaoCao:
    """The document of the repository's own quarter."""
    found = shipped().bao_cao.gia_tri
    assert isinstance(found, BaoCao)
    return found


def year(seed: int, communes: int) -> Year:
    """A year of four quarters."""
    like = shipped()
    rng = random.Random(seed)
    units = [xa.don_vi for xa in like.xa_phuong[:communes]]
    raw = [{unit.ma: commune(rng, unit) for unit in units} for _ in QUARTERS]
    own = [authority(rng) for _ in QUARTERS]
    data = [
        DuLieu(
            ky,
            like.don_vi,
            report(document(), ky, figures),
            tuple(BaoCaoCua(unit, *record(ky, unit, reported[unit.ma]), DANH_MUC) for unit in units),
        )
        for ky, reported, figures in zip(QUARTERS, raw, own, strict=True)
    ]
    return Year(raw, own, data)


def record(ky: Ky, unit: DonViCapXa, raw: dict[str, Any]) -> tuple[PhuongXa, SourceFile]:
    source = SourceFile(f"data/{ky.ma}/xa_phuong/{unit.ma}.yaml", yaml.safe_dump(raw, allow_unicode=True))
    return PhuongXa.model_validate(raw), source


def report(like: BaoCao, ky: Ky, figures: dict[str, Any]) -> CoNguon[BaoCao]:
    kept = like.model_dump(include={"so", "ngay", "thang", "nam", "tieu_de", "van_xuoi"})
    source = SourceFile(f"data/{ky.ma}/bao_cao.yaml", yaml.safe_dump(figures, allow_unicode=True))
    return CoNguon(BaoCao.model_validate(kept | figures), source)


def authority(rng: random.Random) -> dict[str, Any]:
    """The authority's own figures; each may be left out."""
    every: dict[str, Any] = {
        "ho_so_cap_huyen": {"truc_tuyen": rng.randrange(4000), "truc_tiep": rng.randrange(9)},
        "khao_sat": {"so_phieu": rng.randrange(2000)},
        "kinh_phi": rng.randrange(10**10),
        "tin_bai": rng.randrange(200),
        "phat_thanh": rng.randrange(7),
        "kiem_tra_cong_vu": {"cap_xa": rng.randrange(20), "co_quan_chuyen_mon": rng.randrange(9)},
    }
    return {name: value for name, value in every.items() if rng.random() < 0.7}


def commune(rng: random.Random, unit: DonViCapXa) -> dict[str, Any]:
    def counts(*names: str) -> dict[str, int]:
        return {name: rng.randrange(1, 400) for name in names}

    raw: dict[str, Any] = {
        "phuong_xa": unit.ten,
        "mot_cua": {
            "dau_tu": rng.choice(["xây mới", "cải tạo", "không"]),
            **{name: rng.random() < 0.5 for name in ANSWERS},
            **counts("bang_bieu", "tthc_phai_niem_yet", "tthc_da_niem_yet"),
        },
        "trang_thiet_bi": counts(*EQUIPMENT),
        "ho_so": {
            "tiep_nhan": counts("ky_truoc", "truc_tuyen", "truc_tiep"),
            "da_giai_quyet": counts("truoc_han", "dung_han", "qua_han"),
            "dang_giai_quyet": counts("trong_han", "qua_han"),
            **counts("tra_lai"),
        },
        "so_hoa": counts("ho_so", "ket_qua"),
        "cong_nhan": {"nam": rng.choice([None, 2023]), "muc_sao": None, "da_gan_sao": False, "dang_ky": None},
        "sang_kien": [{"ten": f"Mô hình {rng.choice('ABCD')}"} for _ in range(rng.randrange(4))],
    }
    if rng.random() < 0.5:
        raw["thu"] = counts("chuc_mung", "cam_on", "xin_loi", "chia_buon")
    if rng.random() < 0.5:
        raw["ho_so"] |= counts("truc_tuyen_da_giai_quyet")
    return raw
