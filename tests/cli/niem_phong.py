"""A sealed period, and what time does to it."""

import shutil
from datetime import date
from pathlib import Path

from cqtt import __version__
from cqtt.models import places
from cqtt.numerals import day
from cqtt.sealing.digest import digest, plain
from tests.conftest import ROOT

TODAY = day(date.today())  # noqa: DTZ011  # as the program says it
PLACE = "data/2024Q1/niem_phong/lan_1"
UNSEAL = 'cqtt unseal 2024Q1 --reason "vì sao"'
HUONG_MAI = "data/2024Q1/xa_phuong/huong-mai.yaml"
REFUSED = (
    f"{PLACE}/niem_phong.yaml: lỗi NP02: 2024Q1 đã niêm phong, không lập lại được đúng như đã ký: có tệp đã đổi từ khi "
    f"niêm phong, nêu ở các dòng NP01, NP04\n  lấy lại các tệp như lúc niêm phong; đúng là phải đổi thì: {UNSEAL}\n"
)


def as_on_windows(root: Path) -> None:
    """Every text file below *root* as git on Windows checks it out, or an editor there saves it."""
    for path in root.rglob("*"):
        if path.suffix in (".yaml", ".j2"):
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


def resealed(root: Path, path: str, old: str, new: str) -> None:
    """As if the file *path* had had other words when it was sealed: in the period, in the kept copy, in the record."""
    file, record = root / path, root / PLACE / places.SEAL
    before = file.read_bytes()
    assert old.encode() in before
    after = before.replace(old.encode(), new.encode(), 1)
    for place in (file, root / PLACE / places.KEPT / path):
        place.write_bytes(after)
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace(digest(plain(before)), digest(plain(after))), encoding="utf-8")


def by_an_older_program(root: Path) -> bytes:
    """As if version 0.0.9 had sealed it, which wrote other bytes; these are returned."""
    report, record = root / PLACE / places.SEALED_REPORT, root / PLACE / places.SEAL
    old = report.read_bytes()
    new = old + b"older"
    report.write_bytes(new)
    text = record.read_text(encoding="utf-8").replace(digest(old), digest(new)).replace(f'"{__version__}"', '"0.0.9"')
    record.write_text(text, encoding="utf-8")
    return new


def with_second_quarter(root: Path) -> None:
    """Sets 2024Q2 beside 2024Q1, with the prose of the short report."""
    shutil.copytree(ROOT / "data/2024Q2", root / "data/2024Q2")
    shutil.copy(root / "data/2024Q1/bao_cao.yaml", root / "data/2024Q2")
