"""Workspaces of any size, made from data/2024Q1: other names, other numbers, nothing that ``cqtt check`` objects to."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
PERIOD = "2024Q1"
_UNIT = re.compile(
    r'  - ma: (?P<ma>\S+)\n    ten: (?P<ten>.+)\n    loai: (?P<loai>.+)\n    ma_gso: "\d+"\n(?P<rest>.*\n)'
)
_GROWING = {
    "    truc_tuyen": 2,
    "    truoc_han": 1,
    "    dung_han": 1,
    "  ho_so": 2,
    "  ket_qua": 2,
    "  chuc_mung": 1,
    "  xin_loi": 1,
}
"""Received, settled and digitised grow together, so that every dossier has a state and no two communes look copied."""


def make(folder: Path, communes: int) -> None:
    """A workspace with so many *communes* in *folder*: the real ones, then copies of them. The same on every run."""
    shutil.rmtree(folder, ignore_errors=True)
    files = folder / "data" / PERIOD / "xa_phuong"
    files.mkdir(parents=True)
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "data" / PERIOD / "bao_cao.yaml", files.parent)
    register = (ROOT / "data" / "don_vi.yaml").read_text(encoding="utf-8")
    units = [unit for unit in _UNIT.finditer(register) if "den_ngay" not in unit["rest"]]
    texts = [(ROOT / files.relative_to(folder) / f"{u['ma']}.yaml").read_text(encoding="utf-8") for u in units]
    entries = []
    for i in range(communes):
        copy, which = divmod(i, len(units))
        unit, suffix = units[which], f"-{copy}" * bool(copy)
        name = f"{unit['ten']}{suffix.replace('-', ' ')}"
        entries.append(
            f'  - ma: {unit["ma"]}{suffix}\n    ten: {name}\n    loai: {unit["loai"]}\n    ma_gso: "{i:05}"\n'
            + unit["rest"]
        )
        (files / f"{unit['ma']}{suffix}.yaml").write_text(_other(texts[which], name, copy), encoding="utf-8")
    head = register[: units[0].start()]
    (folder / "data" / "don_vi.yaml").write_text(head + "".join(entries), encoding="utf-8")


def _other(text: str, name: str, more: int) -> str:
    """A commune's file under another *name*, with *more* of what grows."""
    text = re.sub(r"^phuong_xa: .*$", f"phuong_xa: {name}", text, flags=re.M)
    for key, times in _GROWING.items():
        found = re.search(rf"^{key}: (\d+)", text, flags=re.M)
        if found:
            text = f"{text[: found.start(1)]}{int(found[1]) + times * more}{text[found.end(1) :]}"
    return text
