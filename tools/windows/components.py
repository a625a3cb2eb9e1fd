"""What the folder is made of, as a CycloneDX list of components (ECMA-424) that scanners of vulnerabilities read."""

import hashlib
import json
import re
import uuid
import zipfile
from collections.abc import Iterable, Sequence
from email.message import Message
from pathlib import Path
from typing import Any

from tools.windows.target import metadata

Component = dict[str, Any]

CPYTHON = "3.13.2"
"""The release in the folder; the tests ask its interpreter."""
_INSIDE = (
    ("openssl", "3.0.15", "Apache-2.0", "OpenSSL Software Foundation"),
    ("sqlite", "3.45.3", "blessing", "SQLite"),
    ("zlib", "1.3.1", "Zlib", "zlib"),
    ("expat", "2.6.4", "MIT", "libexpat"),
    ("bzip2", "1.0.8", "bzip2-1.0.6", "bzip2"),
)
"""The libraries that this release was built with, by what its files say: name, version, licence, publisher."""
_UNSTATED = (("libffi", "MIT"), ("xz", "0BSD"), ("mpdecimal", "BSD-2-Clause"))
"""Those whose version no file of it says."""
_OLD_LICENCES = {"MIT License": "MIT", "BSD License": "BSD-3-Clause"}
"""Classifiers of packages that do not state an SPDX expression."""


def bill(program: Path, wheels: Sequence[Path], distlib: Path, sdist: Path) -> bytes:
    """The list as JSON: *program*, the other *wheels*, the launcher from *distlib* and the Python from *sdist*.

    The same files give the same bytes: the serial number is made from their hashes, and there is no date.
    """
    parts = [_python(sdist), *map(_package, wheels), _launcher(distlib)]
    own = _package(program)
    told = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, _digests((program, *wheels, distlib, sdist)))}",
        "version": 1,
        "metadata": {"component": own | {"type": "application"}},
        "components": parts,
        "dependencies": [{"ref": own["bom-ref"], "dependsOn": [part["bom-ref"] for part in parts]}],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _digests(files: Iterable[Path]) -> str:
    return " ".join(_sha256(path) for path in files)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _package(wheel: Path) -> Component:
    """The package in *wheel*; what it says of its own parts (PEP 770) stands inside it."""
    said = metadata(wheel)
    name, version = re.sub(r"[-_.]+", "-", str(said["Name"])).lower(), str(said["Version"])
    address = f"pkg:pypi/{name}@{version}"
    told: Component = {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "purl": address,
        "hashes": [{"alg": "SHA-256", "content": _sha256(wheel)}],
        "licenses": [_licence(said)],
    }
    inside = [{**part, "bom-ref": f"{address}#{part['bom-ref']}"} for part in _own_parts(wheel)]
    return told | ({"components": inside} if inside else {})


def _own_parts(wheel: Path) -> list[Component]:
    """The components that the lists inside *wheel* name; what only its build needed is left out."""
    with zipfile.ZipFile(wheel) as archive:
        lists = [name for name in archive.namelist() if re.search(r"\.dist-info/sboms/.*\.json$", name)]
        parts = [part for name in lists for part in json.loads(archive.read(name)).get("components", [])]
    return [part for part in parts if part.get("scope") != "excluded"]


def licence(said: Message) -> str:
    """The SPDX expression of a package's licence, from its metadata *said*; raises ``ValueError`` where it has none."""
    for stated in (said["License-Expression"], said["License"]):
        if stated and len(stated) < 50:  # some old packages have the whole text there
            return str(stated)
    for line in said.get_all("Classifier", []):
        old = _OLD_LICENCES.get(line.rpartition(" :: ")[2])
        if line.startswith("License ::") and old:
            return old
    raise ValueError(f"{said['Name']} states no licence that is known here")


def _licence(said: Message) -> Component:
    return {"expression": licence(said)}


def _python(sdist: Path) -> Component:
    """The embeddable package of CPython, with the libraries that it was built with."""
    inside: list[Component] = [
        {"type": "library", "bom-ref": f"cpython#{n}", "name": n, "version": v, "licenses": [{"expression": spdx}]}
        | {"publisher": publisher}
        for n, v, spdx, publisher in _INSIDE
    ]
    inside += [
        {"type": "library", "bom-ref": f"cpython#{name}", "name": name, "licenses": [{"expression": spdx}]}
        for name, spdx in _UNSTATED
    ]
    runtime = "Microsoft Visual C++ Runtime"
    inside.append({"type": "library", "bom-ref": "cpython#vcruntime", "name": runtime, "version": "14.42.34226.3"})
    return {
        "type": "platform",
        "bom-ref": "cpython",
        "name": "cpython",
        "version": CPYTHON,
        "publisher": "Python Software Foundation",
        "cpe": f"cpe:2.3:a:python:python:{CPYTHON}:*:*:*:*:*:*:*",
        "licenses": [{"expression": "PSF-2.0"}],
        "hashes": [{"alg": "SHA-256", "content": _sha256(sdist)}],
        "description": f"embeddable package for 64-bit Windows, from data.zip of {sdist.name}",
        "components": inside,
    }


def _launcher(distlib: Path) -> Component:
    """The program in ``cqtt.exe``."""
    told = _package(distlib)
    return told | {"description": "its t64.exe is the program in cqtt.exe; nothing else of it is here"}


def rows(listed: bytes) -> list[tuple[str, str, str]]:
    """Name, version and licence of each component of the list *listed*, for people."""
    told = json.loads(listed)
    every = [told["metadata"]["component"], *told["components"]]
    return [(part["name"], part["version"], part["licenses"][0]["expression"]) for part in every]
