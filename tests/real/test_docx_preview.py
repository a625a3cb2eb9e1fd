"""Our files in a reader that runs in the browser: nothing of the text is lost."""

from pathlib import Path

import pytest

from tests.real.programs import in_browser, letters, written


@pytest.mark.parametrize("name", ["quarter", "review", "year", "comparison"])
def test_every_letter_of_a_document_is_shown(name: str, documents: dict[str, Path], tmp_path: Path) -> None:
    assert letters(written(documents[name])) - letters(in_browser(documents[name], tmp_path)) == {}
