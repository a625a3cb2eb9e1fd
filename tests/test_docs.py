"""What the manual says is what the code says."""

import ast
import builtins
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml

from cqtt import reporter
from cqtt.models.don_vi import DonVi
from cqtt.models.registry import all_codes
from cqtt.models.truong import cac_truong
from cqtt.source.schema import schemas
from tests.than_thien import REPORT
from tools.glossary import DOCS, PAGES

SCHEMAS = schemas(REPORT)

ROOT = Path(__file__).parents[1]
CODE = re.compile(r"(?:TEP|YAML|KHOA|SO|KIEU|CHU|NGAY|DV|HS|MC|TB|XA|CN|BC|VD|KY|NP|XN|PH|KHUON|VB|LV|TT)\d\d")


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


ARCHITECTURE = DOCS / "kien_truc.md"
FORMATS = {".docx", ".xlsx", ".yaml", ".pyc", ".typed"}
"""What stands behind the point of a file's kind, or of a file that lies in more than one place."""


@cache
def defined() -> dict[str, set[str]]:
    """What each module and each class of the source defines: modules by their path and by their last name."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "src" / "cqtt").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(ROOT / "src" / "cqtt").with_suffix("").as_posix().removesuffix("/__init__")
        bodies = [(name, tree.body), (name.rpartition("/")[2], tree.body)]
        bodies += [(node.name, node.body) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        for key, body in bodies:
            found.setdefault(key, set()).update(_names(body))
    return found


def _names(body: list[ast.stmt]) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (inner.id for target in targets for inner in ast.walk(target) if isinstance(inner, ast.Name))


def exists(name: str) -> bool:
    """Whether *name*, a path or a dotted or capitalised name of the page on architecture, is that of something."""
    source = ROOT / "src" / "cqtt"
    if any((base / name).exists() for base in (ROOT, source, source.parent)) or (source / f"{name}.py").exists():
        return True
    owner, _, last = name.rpartition(".")
    if not owner:
        return name in defined() or hasattr(builtins, name)
    figures = {path for path, _ in cac_truong(REPORT.record)} | {f"don_vi.{field}" for field in DonVi.model_fields}
    return last in defined().get(owner, ()) or name in figures or f".{last}" in FORMATS


def test_what_the_page_on_architecture_names_is_there() -> None:
    """Every path, every dotted name and every class, as they stand in backticks; a name alone is that of a class."""
    quoted = re.findall(r"`([^`\n]+)`", ARCHITECTURE.read_text(encoding="utf-8"))
    named = {found[1] for words in quoted if (found := re.fullmatch(r"([\w./-]*[\w/])(?::\d+)?", words))}
    said = {name for name in named if re.search(r"\w[/.]\w|/$|^[A-Z][a-z]+", name)}
    assert len(said) > 100
    assert not [name for name in sorted(said) if not exists(name)]
