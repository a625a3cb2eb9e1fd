"""Compiled text is kept for this user alone, found by what it depends on, and never needed."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from jinja2.sandbox import SandboxedEnvironment

from cqtt.template import compiled as kept
from cqtt.template.compiled import compiled, store

NAME = "0:a.j2"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", str(tmp_path))
    store.cache_clear()
    yield tmp_path / "cqtt" / "khuon_mau"
    store.cache_clear()


def said(text: str) -> str:
    """What *text* prints, compiled or kept."""
    environment = SandboxedEnvironment()
    code = compiled(environment, text, NAME)
    return environment.template_class.from_code(environment, code, {}).render(x="ế")


def test_a_text_is_compiled_once_and_another_text_or_name_anew(folder: Path) -> None:
    assert [said("{{ x }}"), said("{{ x }}"), said("{{ x }}!")] == ["ế", "ế", "ế!"]
    assert len(list(folder.iterdir())) == 2
    compiled(SandboxedEnvironment(), "{{ x }}", "1:a.j2")
    assert len(list(folder.iterdir())) == 3
    if sys.platform != "win32":
        assert folder.stat().st_mode & 0o077 == 0


def test_another_version_of_the_program_compiles_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said("{{ x }}")
    monkeypatch.setattr(kept, "_engine", lambda: "another")
    said("{{ x }}")
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("spoilt", [b"", b"j2", b"\0" * 4000])
def test_an_entry_that_cannot_be_read_is_made_again(folder: Path, spoilt: bytes) -> None:
    said("{{ x }}")
    (entry,) = folder.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(spoilt or whole[:-9])
    assert said("{{ x }}") == "ế"
    assert entry.read_bytes() == whole


def test_an_entry_of_another_text_is_not_taken_for_this_one(folder: Path) -> None:
    said("{{ x }}")
    (one,) = folder.iterdir()
    said("khác")
    (other,) = set(folder.iterdir()) - {one}
    one.write_bytes(other.read_bytes())
    assert said("{{ x }}") == "ế"


def test_a_text_that_is_no_template_is_refused_and_not_kept(folder: Path) -> None:
    with pytest.raises(jinja2.TemplateSyntaxError):
        said("{{ x")
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
@pytest.mark.usefixtures("folder")
def test_a_folder_that_others_may_write_to_is_left_alone(folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    assert said("{{ x }}") == "ế"
    assert list(folder.iterdir()) == []


def test_without_a_place_for_it_everything_works_as_before(folder: Path) -> None:
    folder.parent.write_bytes(b"")
    assert said("{{ x }}") == "ế"
    assert store() is None


def test_the_folder_does_not_grow_without_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    for number in range(7):
        said(f"{number}")
    assert len(list(folder.iterdir())) == 1
    assert os.listdir(folder.parent) == [folder.name]  # noqa: PTH208  # the names alone
