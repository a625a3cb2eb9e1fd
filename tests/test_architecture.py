"""The house: imports point downwards, a library has one room, files stay small, tests mirror the source."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from cqtt.models.bao_cao import BaoCao
from cqtt.models.don_vi import DonVi
from cqtt.models.registry import report_names, report_type
from cqtt.models.truong import cac_truong

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "cqtt"
FILES = sorted(SRC.rglob("*.py"))

# A module imports a lower rank or its own room; rooms of one rank never import each other.
RANKS = (
    (
        "reports",
        "faults",
        "problems",
        "names",
        "numerals",
        "clauses",
        "fingerprint",
        "keeping",
        "temporary",
        "filenames",
        "__version__",
    ),
    ("catalogue", "disk", "wording"),
    ("models", "manuscript", "markup.nodes"),
    ("a report",),
    (
        "source",
        "checks",
        "aggregate",
        "template",
        "markup",
        "word",
        "frame",
        "reporter",
        "atomic",
        "explanation",
        "prose",
        "comparison",
        "excel",
    ),
    ("sealing", "verify"),
    ("collect",),
    ("pipeline",),
    ("cli",),
    ("__main__",),
)
HOME = {
    "yaml": {"source"},
    "jinja2": {"template"},
    "markdown_it": {"markup"},
    "mdit_py_plugins": {"markup"},
    "docx": {"word"},
    "lxml": {"word"},
    "pydantic": {"models", "source", "reports"},
    "pydantic_core": {"models", "source"},
    "xlsxwriter": {"excel", "word", "collect"},
    "openpyxl": {"collect"},
    "pypdf": {"verify"},
    "click": {"cli"},
    "rich": {"cli"},
}
MAX_FILE, MAX_FUNCTION = 250, 40


def module(path: Path) -> str:
    """``models.ky`` for src/cqtt/models/ky.py; a package's own name for its __init__."""
    parts = path.relative_to(SRC).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "__version__"


def room(name: str) -> str:
    """The room that the module *name* belongs to."""
    if name.startswith("reports."):
        return "a report"
    return "markup.nodes" if name in ("markup.nodes", "markup.data_rows", "markup.walk") else name.partition(".")[0]


def rank(name: str) -> int:
    return next(i for i, rooms in enumerate(RANKS) if room(name) in rooms)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """The full names of the modules that *path* imports, anywhere in it."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            base = node.module or ""
            inner = [f"{base}.{alias.name}" for alias in node.names if is_module(f"{base}.{alias.name}")]
            yield from inner or [base]


def is_module(name: str) -> bool:
    path = SRC.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or path.is_dir()


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (n for n in ast.walk(parsed(path)) if isinstance(n, ast.FunctionDef))


@pytest.mark.parametrize("path", FILES, ids=module)
def test_imports_point_downwards(path: Path) -> None:
    here = module(path)
    for name in imports(path):
        if name.partition(".")[0] != "cqtt":
            continue
        there = name.removeprefix("cqtt").lstrip(".") or "__version__"
        downwards = rank(there) < rank(here) or room(there) == room(here)
        assert downwards, f"{here} (rank {rank(here)}) imports {there} (rank {rank(there)})"


@pytest.mark.parametrize("path", FILES, ids=module)
def test_a_library_is_imported_in_its_own_room_only(path: Path) -> None:
    for name in imports(path):
        library = name.partition(".")[0]
        if library in HOME:
            assert module(path).partition(".")[0] in HOME[library], f"{module(path)} imports {library}"


def test_no_two_modules_import_each_other() -> None:
    """Taken away one by one, modules without unseen imports leave nothing over."""
    ours = {module(p): {n.removeprefix("cqtt.") for n in imports(p) if n.startswith("cqtt.")} for p in FILES}
    while ours:
        free = [name for name, needs in ours.items() if not needs & ours.keys() - {name}]
        assert free, f"a circle among {sorted(ours)}"
        for name in free:
            del ours[name]


@pytest.mark.parametrize("path", FILES, ids=module)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_FILE
    for function in functions(path):
        assert (function.end_lineno or 0) - function.lineno < MAX_FUNCTION, function.name


@pytest.mark.parametrize("path", FILES, ids=module)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(parsed(path))


@pytest.mark.parametrize("path", FILES, ids=module)
def test_rates_are_never_floats(path: Path) -> None:
    if path.stem == "names":  # the likeness of two words is no rate
        return
    tree = parsed(path)
    assert not any(isinstance(n, ast.Constant) and isinstance(n.value, float) for n in ast.walk(tree))
    if "template" not in path.parts:  # there a float is named only to be refused
        assert not any(isinstance(n, ast.Name) and n.id == "float" for n in ast.walk(tree))


def test_only_the_command_line_writes_to_the_streams() -> None:
    for path in FILES:
        if path.parent.name != "cli":
            assert "sys.stdout" not in path.read_text(encoding="utf-8"), path
            assert "print(" not in path.read_text(encoding="utf-8"), path


def test_every_test_file_has_its_source_file() -> None:
    own = {
        "test_architecture",
        "test_hostile",
        "test_faults",
        "test_linear",
        "test_mutants",
        "test_reference",
        "test_sai",
        "test_dung",
        "test_docs",
        "test_data",
        "test_help",
        "test_delivery",
        "test_locks",
        "test_build_options",
        "test_one_text",
        "test_second_report",
        "test_patches",
        "test_peers",
        "test_dist_windows",
    }
    for path in (ROOT / "tests").rglob("test_*.py"):
        if path.stem in own or "real" in path.parts:
            continue
        source = SRC / path.parent.relative_to(ROOT / "tests") / f"{path.stem.removeprefix('test_')}.py"
        package = SRC / path.stem.removeprefix("test_")
        assert source.exists() or package.is_dir(), f"{path.relative_to(ROOT)} mirrors nothing"


def test_every_module_has_its_test_file() -> None:
    for path in FILES:
        if path.name == "__init__.py" or path.stem in (
            "__main__",
            "catalogue",
            "faults",
            "output",
            "don_vi",
            "bao_cao",
            "du_lieu",
            "van_ban",
            "chap_nhan",
            "phuong_xa",
            "codes",
            "rates",
            "rules",
        ):
            continue
        mirrored = ROOT / "tests" / path.parent.relative_to(SRC) / f"test_{path.stem}.py"
        assert mirrored.exists(), f"{mirrored.relative_to(ROOT)} is missing"


@cache
def words_of_reports() -> set[str]:
    """Every field of every shipped report, the parts of its paths, its units' folder and key; but for what the engine's
    own models call so too, and plain words, which are no proof."""
    found: set[str] = set()
    for name in report_names():
        report = report_type(name)
        paths = [path for path, _ in (*cac_truong(report.record), *cac_truong(report.document))]
        paths += [muc.duong_dan for muc in (*report.sums, *report.own_sums)]
        paths += [rate.duong_dan for rate in (*report.rates, *report.own_rates)]
        paths += [count.path for count in report.counts]
        found |= {part for path in paths for part in path.split(".")} | {report.group, report.unit_name}
    engine = {part for model in (BaoCao, DonVi) for path, _ in cac_truong(model) for part in path.split(".")}
    return {word for word in found - engine - SHARED if "_" in word}


SHARED = {"ty_le", "ky_truoc", "nam_truoc", "so_luong", "so_don_vi", "thu_tu_neu_ten"}
"""The earlier period, the length of a list, the number of units: the engine's words, which a form may use as well."""


@pytest.mark.parametrize("path", [path for path in FILES if "reports" not in path.parts], ids=module)
def test_the_engine_names_no_field_of_a_report(path: Path) -> None:
    """Not in code, nor in a message, a docstring or a comment: whoever adds a field touches its report's folder."""
    named = set(re.findall(r"[a-z][a-z_]*", path.read_text(encoding="utf-8"))) & words_of_reports()
    assert not named, f"{module(path)} names {sorted(named)}"


def test_the_engine_imports_no_report() -> None:
    for path in FILES:
        if "reports" not in path.parts:
            assert not [name for name in imports(path) if name.startswith("cqtt.reports.")], path


@pytest.mark.parametrize("path", FILES, ids=module)
def test_internal_values_are_of_one_kind(path: Path) -> None:
    """``msgspec.Struct``: a dataclass costs thirty times as much to define, five times as much to make."""
    assert "dataclasses" not in imports(path)


def test_help_loads_no_library_but_click() -> None:
    code = "import sys, cqtt.cli.main; print(*{name.partition('.')[0] for name in sys.modules})"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert set(found) & HOME.keys() == {"click"}
    assert not set(found) & {"msgspec", "dataclasses"}


LIBRARIES = {"rich", "xlsxwriter", "jsonschema", "ctypes", "multiprocessing", "asyncio", "unittest", "sqlite3"}
OURS = {"cqtt.excel", "cqtt.comparison", "cqtt.pipeline.review", "cqtt.pipeline.status", "cqtt.source.skeleton"}
COMMON = {"__init__", "main", "build", "console", "ledger", "options", "output", "vietnamese"}


def test_a_build_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    """Neither what prints tables, nor what writes workbooks or comparisons, nor what other commands are."""
    call = ["build", "2024Q1", "-C", str(ROOT), "-o", str(tmp_path / "a.docx")]
    code = f"""if True:
        import sys
        from cqtt.cli.main import run
        assert run({call!r}) == 0
        print(*sys.modules, file=sys.stderr)"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    commands = {f"cqtt.cli.{path.stem}" for path in (SRC / "cli").glob("*.py") if path.stem not in COMMON}
    assert not set(ended.stderr.split()) & (LIBRARIES | OURS | commands)
