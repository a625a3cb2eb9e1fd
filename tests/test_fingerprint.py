"""A file knows whether anybody has touched it since it was written."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cqtt.excel.workbook import NumberCell, Sheet, workbook
from cqtt.fingerprint import PLACE, is_ours, sealed, sealed_pdf
from cqtt.reporter import as_file
from cqtt.word.write import write
from tests.word import mau

PDF = b"%PDF-1.6\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"


@pytest.fixture(scope="module")
def written() -> bytes:
    return write(mau.every_node())


def zipped_anew(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """As a word processor saves: the same parts in a zip of its own, some of them changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in reversed(old.namelist()):
            new.writestr(name, change(name, old.read(name)))
    return buffer.getvalue()


def test_what_we_wrote_is_ours(written: bytes) -> None:
    assert is_ours(written)
    assert b"cqtt:0000" not in written


def test_another_zip_of_the_same_parts_is_ours(written: bytes) -> None:
    assert is_ours(zipped_anew(written, lambda _, part: part))


def test_one_letter_more_is_an_edit(written: bytes) -> None:
    edited = zipped_anew(
        written, lambda name, part: part.replace(b"5.007", b"5.008") if name == "word/document.xml" else part
    )
    assert not is_ours(edited)


def test_a_file_without_the_mark_is_not_ours(written: bytes) -> None:
    assert not is_ours(zipped_anew(written, lambda name, part: b"<a/>" if name == "docProps/core.xml" else part))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip at all", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_document_is_not_ours(data: bytes) -> None:
    assert not is_ours(data)


@pytest.fixture(params=["docx", "xlsx", "pdf", "json"])
def ours(request: pytest.FixtureRequest, written: bytes) -> bytes:
    """A file of each kind, as we write it."""
    match request.param:
        case "docx":
            return written
        case "xlsx":
            return workbook([Sheet("a", ("A",), ((NumberCell(5007, "0"),),))], "x", "y", date(2024, 1, 1))
        case "pdf":
            return sealed_pdf(PDF) or b""
        case _:
            return as_file({"schema_version": 1, "text": f"“{PLACE}”"})


def test_each_kind_of_file_is_known_as_ours(ours: bytes) -> None:
    assert is_ours(ours)


@given(at=st.integers(min_value=0), byte=st.integers(0, 255))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_is_changed_in_a_flat_file_is_an_edit(at: int, byte: int) -> None:
    for flat in (sealed_pdf(PDF) or b"", as_file({"a": "5.007", "b": [1, 2]})):
        where = at % len(flat)
        edited = flat[:where] + bytes([byte]) + flat[where + 1 :]
        assert is_ours(edited) == (edited == flat)


@given(data=st.binary(max_size=200))
def test_whatever_is_appended_or_put_before_is_an_edit(data: bytes) -> None:
    """A signature of a PDF is appended, and leaves all that stood there."""
    for flat in (sealed_pdf(PDF) or b"", as_file({"a": 1})):
        assert is_ours(flat + data) == (data == b"")
        assert is_ours(data + flat) == (data == b"")


def test_a_signature_behind_it_makes_a_pdf_the_signers() -> None:
    ours = sealed_pdf(PDF)
    assert ours is not None
    signed = ours + b"2 0 obj\n<</Type/Sig>>\nendobj\ntrailer\n<</Prev 9>>\nstartxref\n99\n%%EOF\n"
    assert is_ours(ours)
    assert not is_ours(signed)
    assert ours.count(b"startxref") == 1
    assert ours.endswith(b"\nstartxref\n9\n%%EOF\n")


def test_a_property_that_is_changed_is_an_edit(written: bytes) -> None:
    """The file manager of Windows changes title and keywords in place, and nothing else."""
    core = "docProps/core.xml"
    edited = zipped_anew(
        written, lambda name, part: part.replace(b"<dc:title>", b"<dc:title>!") if name == core else part
    )
    assert b"<dc:title>!" in zipfile.ZipFile(io.BytesIO(edited)).read(core)
    assert not is_ours(edited)


def test_a_part_that_is_added_is_an_edit(written: bytes) -> None:
    """So does a digital signature of Word."""
    buffer = io.BytesIO(written)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    assert not is_ours(buffer.getvalue())


def test_line_breaks_of_windows_are_no_edit() -> None:
    """A schema that git has brought to Windows."""
    assert is_ours(as_file({"a": 1, "b": 2}).replace(b"\n", b"\r\n"))


def test_a_mark_that_is_quoted_is_not_ours_and_does_not_hide_ours() -> None:
    quoted = as_file({"a": 1}).decode()
    assert not is_ours(f"“{quoted}”".encode())
    assert is_ours(as_file({"a": quoted}))
    assert is_ours(sealed(f"{quoted} {PLACE}".encode()))


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.6\n%%EOF", b"startxref", b"<html>startxref"])
def test_what_is_no_pdf_cannot_be_marked_as_one(data: bytes) -> None:
    assert sealed_pdf(data) is None


@pytest.mark.slow
@given(at=st.integers(min_value=0), byte=st.integers(0, 255), cut=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
def test_a_zip_that_is_spoilt_anywhere_is_no_bug_of_ours(at: int, byte: int, cut: bool) -> None:
    whole = workbook([Sheet("a", ("A",), ())], "x", "y", date(2024, 1, 1))
    where = at % len(whole)
    spoilt = whole[:where] + (b"" if cut else bytes([byte]) + whole[where + 1 :])
    assert is_ours(spoilt) in (True, False)


def test_a_zip_that_swells_beyond_all_measure_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cqtt.fingerprint.LARGEST", 100)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", bytes(101))
    assert not is_ours(buffer.getvalue())
