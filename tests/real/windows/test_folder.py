"""What the zip for Windows is, and that it does what the sources do, byte for byte."""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from cqtt import __version__
from tests.conftest import ROOT
from tests.real.windows.conftest import Call
from tests.real.wine import Wine
from tools.windows.__main__ import LARGEST, NAME
from tools.windows.components import CPYTHON

ASKED = (
    "--version",
    "--help",
    "check 2024Q1",
    "check --explain HS01",
    "status 2024Q1 --date 02/4/2024",
    "figures 2024Q1",
    "figures 2024Q1 --format json",
    "explain 2024Q1 96,6%",
    "diff 2024Q1 2024Q2",
    "diff 2024Q1 2024Q2 --output out/so_sanh.docx",
    "diff 2024Q1 2024Q2 --output out/so_sanh.xlsx",
    "build 2024Q1 --draft",
    "build 2024Q1 --review",
    "build 2024H1",
    "build 2024H1 --check",
    "lint out/2024Q1/bao_cao.docx",
    "schema",
    "new 2024Q3",
    "init moi --loai xã --ten Côn --ky 2025Q3",
    "completion bash",
    "menu",
    "buidl",
    "check 2024Q9",
)
"""Calls whose words and files are the same on every system."""


def test_the_zip_is_small_and_its_sum_stands_beside_it(zipped: Path) -> None:
    assert zipped.stat().st_size <= LARGEST
    digest = hashlib.sha256(zipped.read_bytes()).hexdigest()
    assert zipped.with_name(f"{zipped.name}.sha256").read_text(encoding="ascii") == f"{digest}  {zipped.name}\n"


def test_the_zip_has_one_folder_without_names_that_windows_refuses(zipped: Path) -> None:
    from cqtt.filenames import refused

    with zipfile.ZipFile(zipped) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0] for name in names} == {NAME}
    assert not [name for name in names if refused(name)]
    assert len({name.casefold() for name in names}) == len(names)
    assert max(map(len, names)) < 160  # so that a folder of a hundred letters can hold it


def files(root: Path) -> dict[str, bytes]:
    """Every file below *root*; what editors and Python leave is none."""
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items()}


def test_every_command_says_and_writes_what_it_does_elsewhere(cqtt: Call, here: Call, place: Path) -> None:
    for period in ("2024Q2", "2024H1"):
        shutil.copytree(ROOT / "data" / period, place / "data" / period)
    copied = place.parent / "linux" / place.name
    for words in ASKED:
        theirs, ours = here(*words.split()), cqtt(*words.split())
        assert ours.err == theirs.err, words
        assert ours.code == theirs.code, words
        out = ours.out.replace(f"Z:{str(place).replace('/', chr(92))}", str(copied))
        assert out == theirs.out, words
    assert files(place) == files(copied)
    assert {"out/2024Q1/bao_cao.docx", "out/2024H1/bao_cao.docx", "moi/data/2025Q3/xa_phuong/xa-con.yaml"} <= set(
        files(place)
    )


def test_the_machine_is_found_ready(cqtt: Call) -> None:
    code, out, err = cqtt("doctor")
    assert (code, err) == (0, "")
    assert out.startswith(f"ok     Python: {CPYTHON}, cqtt {__version__}, Windows\nok     gói: click ")
    assert "ok     màn hình: bảng mã utf-8 đủ chữ Việt\n" in out


def test_the_libraries_inside_are_of_the_versions_that_the_list_names(
    wine: Wine, python: Path, unpacked: Path, place: Path
) -> None:
    code = (
        "import bz2, ctypes, json, pyexpat, platform, sqlite3, ssl, zlib\n"
        "print(json.dumps({'openssl': ssl.OPENSSL_VERSION.split()[1], 'sqlite': sqlite3.sqlite_version, "
        "'zlib': zlib.ZLIB_RUNTIME_VERSION, 'expat': pyexpat.EXPAT_VERSION.removeprefix('expat_'), "
        "'cpython': platform.python_version()}))"
    )
    said = json.loads(wine.run(python, "-c", code, cwd=place).out)
    listed = json.loads((unpacked / "thanh_phan.cdx.json").read_text(encoding="utf-8"))
    (cpython,) = (part for part in listed["components"] if part["name"] == "cpython")
    named = {part["name"]: part.get("version") for part in (cpython, *cpython["components"])}
    assert {name: named[name] for name in said} == said


@pytest.mark.parametrize("given", ["{root}", "{root}\\", "data\\2024Q1\\xa_phuong\\nenh.yaml", "."])
def test_what_is_dropped_on_the_program_opens_the_choices(cqtt: Call, place: Path, given: str) -> None:
    root = f"Z:{str(place).replace('/', chr(92))}"
    code, out, err = cqtt(given.format(root=root), typed="1\r\n0\r\n")
    assert (code, err) == (0, "")
    assert out.startswith(f"\nThư mục số liệu: {root}\nKỳ: 2024Q1\n")
    assert "phường Bích Động" in out


@pytest.mark.parametrize("page", ["437", "850", "1252", "1258", "65001"])
def test_a_batch_file_on_any_code_page_gets_utf_8(wine: Wine, exe: Path, place: Path, page: str) -> None:
    """Through ``cmd.exe``, whose quotes the call has to survive."""
    batch = f'@chcp {page} >nul\r\n@"%PROGRAM%" explain 2024Q1 "96,6%%" -C "."\r\n'
    (place / "chay.bat").write_bytes(batch.encode("ascii"))
    code, out, err = wine.run("cmd.exe", "/c", "chay.bat", cwd=place, PROGRAM=f"Z:{exe}")
    assert (code, err) == (0, "")
    assert out.startswith("ho_so.ty_le_dung_han: Tỷ lệ hồ sơ giải quyết trước và đúng hạn")


def test_data_with_the_line_ends_of_windows_give_the_same_report(cqtt: Call, here: Call, place: Path) -> None:
    assert here("build", "2024Q1").code == 0
    for path in (*place.rglob("*.yaml"), *place.rglob("*.j2")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert cqtt("build", "2024Q1").code == 0
    report = "out/2024Q1/bao_cao.docx"
    assert (place / report).read_bytes() == (place.parent / "linux" / place.name / report).read_bytes()
