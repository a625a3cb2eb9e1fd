"""What the manual says is what the code says."""

import ast
import json
import re
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml

from cqtt import reporter
from cqtt.models.report_type import all_codes
from cqtt.source.schema import schemas
from tests.than_thien import REPORT
from tools.glossary import DOCS, PAGES

SCHEMAS = schemas(REPORT)

ROOT = Path(__file__).parents[1]
CODE = re.compile(r"(?:TEP|YAML|KHOA|SO|KIEU|CHU|NGAY|DV|HS|MC|TB|XA|CN|BC|VD|KY|XN|KHUON|VB|LV|TT)\d\d")


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_fresh(name: str) -> None:
    """Run `make refresh` where this fails."""
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]()


@pytest.mark.parametrize("name", SCHEMAS)
def test_committed_schemas_are_fresh(name: str) -> None:
    """Run `make refresh` where this fails."""
    assert (ROOT / "schema" / f"{name}.schema.json").read_bytes() == reporter.as_file(SCHEMAS[name])


def test_every_code_in_the_source_is_in_the_catalogue_and_the_other_way_round() -> None:
    used: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        if path.stem in ("catalogue", "clauses", "codes"):
            continue
        strings = (
            n.value for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Constant)
        )
        used.update(s for s in strings if isinstance(s, str) and CODE.fullmatch(s))
    assert used == set(all_codes())


@pytest.mark.parametrize("path", sorted((ROOT / "data").rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_data_file_fits_the_schema_that_its_first_line_names(path: Path) -> None:
    first, _, text = path.read_text(encoding="utf-8").partition("\n")
    assert first.startswith("# yaml-language-server: $schema=")
    target = path.parent / first.partition("=")[2]
    validator(target.resolve()).validate(yaml.load(text, yaml.CSafeLoader))


@cache
def validator(file: Path) -> jsonschema.Draft7Validator:
    made = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(made)
    return jsonschema.Draft7Validator(made)


def test_the_schema_refuses_thousands_and_unknown_keys() -> None:
    """``5.007`` is a number to JSON Schema, but no integer; what it cannot see, such as 7.000, is for `cqtt check`."""
    good = yaml.safe_load((ROOT / "data/2024Q1/xa_phuong/nenh.yaml").read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(SCHEMAS["phuong_xa"])
    assert validator.is_valid(good)
    good["ho_so"]["tra_lai"] = 5.007
    assert not validator.is_valid(good)
    good["ho_so"]["tra_lai"] = 0
    good["ho_so"]["tra_lia"] = 0
    assert not validator.is_valid(good)


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted(DOCS.glob("*.md"))], ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
