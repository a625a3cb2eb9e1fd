"""Small workspaces with two periods, whose communes come, go and are merged."""

import shutil
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
SMALL = st.integers(0, 40)
PARTS = ("ky_truoc", "truc_tuyen", "truc_tiep"), ("truoc_han", "dung_han", "qua_han"), ("trong_han", "qua_han")
UNITS = ("a", "b", "c", "d")
Counts = dict[str, int]


@st.composite
def report(draw: st.DrawFn) -> Counts:
    """One commune's dossiers: what is settled, pending and returned adds up to what came in."""
    counts = {f"s{i}": draw(SMALL) for i in range(3)} | {f"p{i}": draw(SMALL) for i in range(2)} | {"r": draw(SMALL)}
    total = sum(counts.values())
    counts["i0"] = draw(st.integers(0, total))
    counts["i1"] = draw(st.integers(0, total - counts["i0"]))
    return counts | {"i2": total - counts["i0"] - counts["i1"]}


@st.composite
def pairs(draw: st.DrawFn) -> tuple[dict[str, Counts], dict[str, Counts], dict[str, str]]:
    """The communes of both periods, and into which some of those that are gone were merged."""
    before, after = (draw(st.dictionaries(st.sampled_from(UNITS), report(), min_size=1, max_size=4)) for _ in range(2))
    gone = sorted(before.keys() - after.keys())
    into = {ma: draw(st.sampled_from([None, *sorted(after)])) for ma in gone}
    return before, after, {ma: target for ma, target in into.items() if target}


def write(root: Path, before: dict[str, Counts], after: dict[str, Counts], into: dict[str, str]) -> None:
    """A workspace with the periods 2023Q1 and 2024Q1."""
    authority = yaml.safe_load((ROOT / "data/don_vi.yaml").read_text(encoding="utf-8"))
    authority["xa_phuong"] = [unit(ma, before, after, into) for ma in UNITS if ma in before or ma in after]
    for ky, communes in (("2023Q1", before), ("2024Q1", after)):
        folder = root / "data" / ky / "xa_phuong"
        folder.mkdir(parents=True)
        shutil.copy(ROOT / "data/2024Q1/bao_cao.yaml", folder.parent)
        text = (folder.parent / "bao_cao.yaml").read_text(encoding="utf-8")
        start, end = text.index("thu_tu_neu_ten:"), text.index("# Số liệu mà xã")
        (folder.parent / "bao_cao.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
        for ma, counts in communes.items():
            save(folder / f"{ma}.yaml", commune(ma, counts))
    save(root / "data/don_vi.yaml", authority)


def unit(ma: str, before: dict[str, Counts], after: dict[str, Counts], into: dict[str, str]) -> dict[str, str]:
    listed = {"ma": ma, "ten": ma.upper(), "loai": "xã"}
    if ma not in before:
        listed["tu_ngay"] = "01/01/2024"
    if ma not in after:
        listed |= {"den_ngay": "31/12/2023"} | ({"nhap_vao": into[ma]} if ma in into else {})
    return listed


def commune(ma: str, counts: Counts) -> dict[str, Any]:
    """What the commune reports: the record of Nếnh with these dossiers."""
    record: dict[str, Any] = yaml.safe_load((ROOT / "data/2024Q1/xa_phuong/nenh.yaml").read_text(encoding="utf-8"))
    groups = (
        {name: counts[f"{letter}{i}"] for i, name in enumerate(names)}
        for letter, names in zip("isp", PARTS, strict=True)
    )
    blocks = dict(zip(("tiep_nhan", "da_giai_quyet", "dang_giai_quyet"), groups, strict=True))
    return record | {
        "phuong_xa": ma.upper(),
        "ho_so": {**blocks, "tra_lai": counts["r"]},
        "so_hoa": {"ho_so": 0, "ket_qua": 0},
    }


def save(path: Path, value: object) -> None:
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
