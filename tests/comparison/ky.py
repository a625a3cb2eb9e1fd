"""A second period to compare with: a copy of 2024Q1 in which a test changes what it wants changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

Edit = Callable[[str, str, str], None]

NENH = "data/2024Q2/xa_phuong/nenh.yaml"


def copied(workspace: Path, ma: str = "2024Q2") -> None:
    """Make the period *ma* with the figures of 2024Q1; where it is there already, it is replaced."""
    shutil.rmtree(workspace / "data" / ma, ignore_errors=True)
    shutil.copytree(workspace / "data/2024Q1", workspace / "data" / ma)


def changed(workspace: Path, edit: Edit) -> None:
    """Make 2024Q2: in Nếnh ten dossiers more came in and were settled late; less money was spent."""
    copied(workspace)
    edit(NENH, "truc_tuyen: 447", "truc_tuyen: 457")
    edit(NENH, "    qua_han: 38", "    qua_han: 48")
    edit("data/2024Q2/bao_cao.yaml", "kinh_phi: 17000000000", "kinh_phi: 15500000000")


def merged(workspace: Path, edit: Edit) -> None:
    """From 01/4/2024 Hồng Thái is part of Nếnh, Ninh Sơn and Quang Châu make up Sơn Châu, Tự Lạn is gone, Mới is new.

    The new communes report what Ninh Sơn did.
    """
    listed = workspace / "data/don_vi.yaml"
    words = listed.read_text(encoding="utf-8")
    for ma, into in (("hong-thai", "nenh"), ("ninh-son", "son-chau"), ("quang-chau", "son-chau"), ("tu-lan", "")):
        end = "    den_ngay: 31/3/2024\n" + (f"    nhap_vao: {into}\n" if into else "")
        words = words.replace(f"  - ma: {ma}\n", f"  - ma: {ma}\n{end}", 1)
    words = words.rstrip("\n") + "\n"
    for ma, name in (("son-chau", "Sơn Châu"), ("moi", "Mới")):
        words += f"  - ma: {ma}\n    ten: {name}\n    loai: phường\n    tu_ngay: 01/4/2024\n"
    listed.write_text(words, encoding="utf-8")
    folder = workspace / "data/2024Q2/xa_phuong"
    for ma, name in (("son-chau", "Sơn Châu"), ("moi", "Mới")):
        text = (folder / "ninh-son.yaml").read_text(encoding="utf-8")
        (folder / f"{ma}.yaml").write_text(text.replace("phuong_xa: Ninh Sơn", f"phuong_xa: {name}"), encoding="utf-8")
    for ma in ("hong-thai", "ninh-son", "quang-chau", "tu-lan"):
        (folder / f"{ma}.yaml").unlink()
