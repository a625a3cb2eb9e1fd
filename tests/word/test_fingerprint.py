"""A file knows whether anybody has touched it since it was written."""

import io
import zipfile
from collections.abc import Callable

import pytest

from cqtt.word.fingerprint import is_ours


@pytest.fixture
def written(data: dict[str, bytes]) -> bytes:
    return data["quy_i_2024"]


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
