"""Years made at random, in memory: raw records as YAML would give them, and the data read from them."""

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import yaml

from cqtt.models.ban_ghi import BanGhi
from cqtt.models.du_lieu import CoNguon, DuLieu, ReportOf
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import Unit
from cqtt.reports.than_thien.bao_cao import BaoCao
from cqtt.reports.than_thien.phuong_xa import PhuongXa
from cqtt.source.loader import load, load_authority
from cqtt.source.source_file import SourceFile
from tests.than_thien import DANH_MUC

ROOT = Path(__file__).parents[1]
QUARTERS = tuple(Ky(2024, first, first + 2) for first in (1, 4, 7, 10))
YEAR = Ky(2024, 1, 12)


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
    units = [xa.don_vi for xa in like.units[:communes]]
    raw = [{unit.ma: commune(rng, unit) for unit in units} for _ in QUARTERS]
    own = [authority(rng) for _ in QUARTERS]
    data = [
        DuLieu(
            ky,
            like.don_vi,
            report(document(), ky, figures),
            tuple(ReportOf(unit, *record(ky, unit, reported[unit.ma]), DANH_MUC) for unit in units),
        )
        for ky, reported, figures in zip(QUARTERS, raw, own, strict=True)
    ]
    return Year(raw, own, data)


def record(ky: Ky, unit: Unit, raw: dict[str, Any]) -> tuple[PhuongXa, SourceFile]:
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


def commune(rng: random.Random, unit: Unit) -> dict[str, Any]:
    """What the commune reports: the form's counts and answers at random; what may be left out is, half of the time."""
    return block(rng, PhuongXa) | {
        "phuong_xa": unit.ten,
        "cong_nhan": {"nam": rng.choice([None, 2023]), "muc_sao": None, "da_gan_sao": False, "dang_ky": None},
        "sang_kien": [{"ten": f"Mô hình {rng.choice('ABCD')}"} for _ in range(rng.randrange(4))],
    }


def block(rng: random.Random, model: type[BanGhi]) -> dict[str, Any]:
    raw = {}
    for name, info in model.model_fields.items():
        computed = info.default_factory is not None
        if info.is_required() or (not computed and rng.random() < 0.5):
            raw[name] = value(rng, info.annotation)
    return {name: found for name, found in raw.items() if found is not None}


def value(rng: random.Random, kind: Any) -> Any:
    """Something of the *kind*, None where it is neither a count nor an answer nor a block of these."""
    if get_origin(kind) is Literal:
        return rng.choice(get_args(kind))
    kinds = [getattr(one, "__origin__", one) for one in (kind, *get_args(kind))]
    if bool in kinds:
        return rng.random() < 0.5
    if int in kinds:
        return rng.randrange(1, 400)
    return next((block(rng, one) for one in kinds if isinstance(one, type) and issubclass(one, BanGhi)), None)
