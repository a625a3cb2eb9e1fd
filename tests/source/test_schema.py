"""The schemas speak Vietnamese and refuse what the models refuse."""

from typing import Any

import pytest

from cqtt.source.schema import DIALECT, schemas
from tests.than_thien import REPORT

SCHEMAS = schemas(REPORT)


def properties(node: Any) -> list[dict[str, Any]]:
    """Every property that *node* describes, at any depth."""
    if isinstance(node, list):
        return [found for item in node for found in properties(item)]
    if not isinstance(node, dict):
        return []
    own = list(node.get("properties", {}).values())
    return own + [found for value in node.values() for found in properties(value)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_has_a_title_that_an_editor_can_show(name: str) -> None:
    found = properties(SCHEMAS[name])
    assert found
    assert all(described.get("title") for described in found)


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_block_takes_an_unknown_key_or_shows_the_code_s_own_words(name: str) -> None:
    made = SCHEMAS[name]
    assert made["$schema"] == DIALECT
    blocks = [made, *made["definitions"].values()]
    assert all(block["additionalProperties"] is False for block in blocks)
    assert all("title" not in block and "description" not in block for block in blocks[1:])
