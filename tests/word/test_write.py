"""The whole file: golden parts, identical bytes, properties, and Microsoft's rules.

``make refresh`` writes tests/word/golden anew.
"""

import difflib
import hashlib
import io
import os
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from msgspec.structs import replace
from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]

from cqtt.markup.nodes import Report
from cqtt.word.write import write
from tests.word import mau
from tests.word.hieu_luc import File

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parents[2]
PARTS = {
    "nho": ("document", "footnotes", "numbering", "styles", "settings", "header1", "header2"),
    "bieu_do": ("document", "styles", *(f"charts/chart{i}" for i in range(1, 6))),
    "quy_i_2024": ("document", "footnotes"),
}
MAX_SHOWN = 60
ELSEWHERE = """
import hashlib, time
past = time.gmtime(10**9)
time.localtime = time.gmtime = lambda seconds=None: past
time.time = lambda: 1e9
from cqtt.word.write import write
from tests.word import mau
for report in (mau.every_node(), mau.charts()):
    print(hashlib.sha256(write(report)).hexdigest())
"""
"""Writes the small reports on 09/9/2001 and tells the hashes of their files."""


def pretty(part: bytes) -> str:
    """Canonical XML (C14N), one element a line."""
    canonical = io.BytesIO()
    etree.ElementTree(etree.fromstring(part)).write_c14n(canonical)
    return etree.tostring(etree.fromstring(canonical.getvalue()), pretty_print=True, encoding="unicode")


@pytest.mark.parametrize(("report", "part"), [(report, part) for report, parts in PARTS.items() for part in parts])
def test_each_part_is_the_one_that_was_looked_at(files: dict[str, File], report: str, part: str, refresh: bool) -> None:
    made = pretty(files[report].parts[f"word/{part}.xml"])
    golden = GOLDEN / report / f"{part}.xml"
    if refresh:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(made.encode())
    wanted = golden.read_bytes().decode()
    told = list(difflib.unified_diff(wanted.splitlines(), made.splitlines(), str(golden), "made", lineterm="", n=2))
    assert made == wanted, "\n".join([*told[:MAX_SHOWN], f"({len(told)} lines)"])


@pytest.mark.slow
def test_microsofts_validator_finds_nothing(data: dict[str, bytes], name: str, tmp_path: Path) -> None:
    file = tmp_path / "bao_cao.docx"
    file.write_bytes(data[name])
    found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(file))
    assert [(error.part_uri, error.description) for error in found.errors] == []


def test_the_same_report_gives_the_same_bytes(reports: dict[str, Report], data: dict[str, bytes], name: str) -> None:
    assert write(reports[name]) == data[name]


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "zone"), [("0", "Asia/Ho_Chi_Minh"), ("4711", "America/New_York")])
def test_day_zone_and_hash_seed_change_no_byte(data: dict[str, bytes], seed: str, zone: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    made = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert made.stdout.split() == [hashlib.sha256(data[name]).hexdigest() for name in ("nho", "bieu_do")]


def test_one_report_leaves_nothing_in_the_next(reports: dict[str, Report], data: dict[str, bytes]) -> None:
    write(reports["quy_i_2024"])
    assert write(reports["nho"]) == data["nho"]


def test_properties_say_title_author_language_and_the_documents_own_date() -> None:
    report = replace(mau.report(), name="Báo cáo quý I", date=date(2024, 4, 5))
    core = Document(io.BytesIO(write(report))).core_properties
    assert (core.title, core.language, core.revision) == ("Báo cáo quý I", "vi-VN", 1)
    assert core.author == core.last_modified_by == mau.FRAME.author
    dates = [found.replace(tzinfo=None) for found in (core.created, core.modified) if found]
    assert dates == [datetime(2024, 4, 5)] * 2  # noqa: DTZ001  # a date without hours has no zone


def test_properties_say_each_thing_once(file: File) -> None:
    names = [node.tag for node in file.trees["docProps/core.xml"]]
    assert len(set(names)) == len(names)


def test_long_titles_and_authors_fit_into_the_properties() -> None:
    """Office holds 255 characters there; the page bears the whole title."""
    frame = replace(mau.FRAME, author="Ủy ban " * 60)
    core = Document(io.BytesIO(write(replace(mau.report(frame=frame), name="Kết quả " * 60)))).core_properties
    assert core.title == ("Kết quả " * 60)[:255]
    assert core.author == core.last_modified_by == ("Ủy ban " * 60)[:255]


def test_the_file_is_a_zip_that_opens_whole(data: dict[str, bytes], name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data[name])) as archive:
        assert archive.testzip() is None
