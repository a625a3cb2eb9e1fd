"""Workspaces of any size, made from data/2024Q1: other names, other numbers, nothing that ``cqtt check`` objects to."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
PERIOD = "2024Q1"
_UNIT = re.compile(
    r'  - ma: (?P<ma>\S+)\n    ten: (?P<ten>.+)\n    loai: (?P<loai>.+)\n    ma_gso: "\d+"\n(?P<rest>.*\n)'
)
_GROWING = ("truc_tuyen", "truoc_han")
"""Received and settled grow together, so that every dossier still has a state."""


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
    """A commune's file under another *name*, with *more* dossiers received online and settled before their day."""
    text = re.sub(r"^phuong_xa: .*$", f"phuong_xa: {name}", text, flags=re.M)
    for key in _GROWING:
        text = re.sub(rf"^(    {key}: )(\d+)", lambda m: f"{m[1]}{int(m[2]) + more}", text, count=1, flags=re.M)
    return text
