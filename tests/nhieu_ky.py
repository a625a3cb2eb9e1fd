"""More periods for the tests: each made from the one before it, so that what is carried over joins."""

import re
import shutil
from pathlib import Path

from cqtt.models.ky import doc_ky
from cqtt.source.source_file import SourceFile

MORE = 40
"""Dossiers more than in the period before: more than any commune carries over, so that no two numbers agree."""
OWN = ("kinh_phi", "tin_bai", "khao_sat.so_phieu", "ho_so_cap_huyen.truc_tuyen")
RIENG = re.compile(r"# Số liệu mà xã, phường không báo cáo\n.*?\n\n", re.DOTALL)


class Numbers:
    """The numbers of a file's text, by path, each set at most once; all else in it stays as it was typed."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.source = SourceFile(file.name, file.read_text(encoding="utf-8"))
        self.lines = list(self.source.lines)
        self.new: dict[str, int] = {}

    def __getitem__(self, path: str) -> int:
        at = self.source.position(tuple(path.split(".")))
        return self.new.get(path, int(at.text[at.column - 1 : at.column - 1 + at.width]))

    def __setitem__(self, path: str, value: int) -> None:
        assert path not in self.new
        self.new[path] = value
        at = self.source.position(tuple(path.split(".")))
        self.lines[at.line - 1] = f"{at.text[: at.column - 1]}{value}{at.text[at.column - 1 + at.width :]}"

    def save(self) -> None:
        self.file.write_text("\n".join(self.lines), encoding="utf-8", newline="\n")


def them_ky(root: Path, ma: str, truoc: str) -> None:
    """Add the period *ma* that follows *truoc*: opening is closing, every flow has moved, nothing is wrong."""
    shutil.copytree(root / "data" / truoc, root / "data" / ma)
    ky, tu = doc_ky(ma), doc_ky(truoc)
    assert ky is not None
    assert tu is not None
    for file in (root / "data" / ma).rglob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace(f"{tu.ten_ngan}/{tu.nam}", f"{ky.ten_ngan}/{ky.nam}")
        head, van_xuoi, prose = text.partition("\nvan_xuoi:")
        file.write_text(
            head + van_xuoi + prose.replace(" của ", " thuộc ").replace("công chức", "cán bộ").replace(";", ","),
            encoding="utf-8",
        )
    for file in (root / "data" / ma / "xa_phuong").iterdir():
        _continue(Numbers(file))
    own = Numbers(root / "data" / ma / "bao_cao.yaml")
    for path in OWN:
        own[path] += 1
    _date(own, ma)


def them_bao_cao(root: Path, ma: str, nguon: str) -> None:
    """Add the document of a longer period: that of *nguon* without the figures that the parts give."""
    folder = root / "data" / ma
    folder.mkdir()
    text = (root / "data" / nguon / "bao_cao.yaml").read_text(encoding="utf-8")
    (folder / "bao_cao.yaml").write_text(RIENG.sub("", text), encoding="utf-8", newline="\n")
    _date(Numbers(folder / "bao_cao.yaml"), ma)


def _date(own: Numbers, ma: str) -> None:
    ky = doc_ky(ma)
    assert ky is not None
    own["thang"] = ky.thang_cuoi % 12 + 1
    own["nam"] = ky.nam + ky.thang_cuoi // 12
    own.save()


def _continue(xa: Numbers) -> None:
    xa["ho_so.tiep_nhan.ky_truoc"] = xa["ho_so.dang_giai_quyet.trong_han"] + xa["ho_so.dang_giai_quyet.qua_han"]
    xa["ho_so.tiep_nhan.truc_tuyen"] += MORE
    xa["ho_so.da_giai_quyet.dung_han"] += 1
    new = xa["ho_so.tiep_nhan.truc_tuyen"] + xa["ho_so.tiep_nhan.truc_tiep"]
    rest = xa["ho_so.da_giai_quyet.dung_han"] + xa["ho_so.da_giai_quyet.qua_han"] + xa["ho_so.tra_lai"]
    xa["ho_so.da_giai_quyet.truoc_han"] = new - rest
    xa["so_hoa.ho_so"] = new
    xa["so_hoa.ket_qua"] = new - xa["ho_so.tra_lai"]
    xa["mot_cua.bang_bieu"] += 1
    for path in ("thu.chuc_mung", "thu.xin_loi"):
        if xa.source.has(tuple(path.split("."))):
            xa[path] += 1
    xa.save()
