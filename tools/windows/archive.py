"""A zip that is the same bytes whenever and wherever it is made from the same files."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

STAMP = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip knows: files have no date of their own."""
_ORDINARY = 0o100644 << 16


def pack(files: Mapping[str, bytes], path: Path) -> None:
    """Write the zip *path* with *files*, by the name that each has in it; in order of names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, STAMP)
            info.create_system, info.external_attr, info.compress_type = 3, _ORDINARY, zipfile.ZIP_DEFLATED
            archive.writestr(info, files[name])


def unpacked(path: Path, below: str = "") -> dict[str, bytes]:
    """The files in the zip *path*, by name; or those below its folder *below*, by their names there."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith(below) and not name.endswith("/")]
        return {name.removeprefix(below): archive.read(name) for name in names}
