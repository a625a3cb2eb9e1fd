"""Plants faults in the core, one at a time, and counts how many the tests of that room notice: ``make mutants``.

poodle makes the mutants and shares them out. It has no say in three things:

- where a mutant stands: ``ast`` counts columns in bytes of UTF-8, poodle cuts text, and our lines are Vietnamese;
- which tests are asked: first the file that mirrors the mutated one, then the other tests of its room;
- how they run: in a fork of a process that has the libraries loaded and nothing of ours, with the mutated text in place
  of one module. So what is computed when a module is imported (tables, patterns, decorated functions) is mutated too.

A mutant that no test can notice stands in ``EQUIVALENT`` with the reason; it is not counted.
"""

import ast
import importlib
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from poodle import PoodleNoMutantsFoundError, PoodleTestingFailedError, PoodleTrialRunError
from poodle.config import default_file_copy_flags, default_file_flags
from poodle.core import main_process
from poodle.data_types import FileMutation, Mutant, MutantTrial, MutantTrialResult, PoodleConfig, TestingResults
from poodle.mutate import builtin_mutators
from poodle.util import mutate_lines

from tools.equivalent import EQUIVALENT

if sys.platform == "win32":
    raise SystemExit("make mutants cần os.fork: Linux, macOS hay WSL.")
else:
    import resource

ROOT = Path(__file__).parents[1]
SRC = Path("src")
GOAL = 95.0
"""Of a hundred mutants that can be noticed, how many must be."""

CORE = tuple(
    f"src/cqtt/{name}"
    for name in (
        "numerals.py",
        "models",
        "aggregate",
        "checks",
        "reports/than_thien",
        "explanation.py",
        "prose",
        "comparison",
        *(f"template/{name}.py" for name in ("filters", "arguments", "tables", "columns", "naming")),
        *(f"word/{name}.py" for name in ("tables", "inlines", "numbering")),
    )
)
LIBRARIES = (
    *("_pytest.assertion.rewrite", "hypothesis.strategies", "xdist", "pytest_cov", "pydantic.mypy"),
    *(
        "pydantic.main",
        "pydantic.fields",
        "pydantic.types",
        "pydantic.functional_validators",
        "yaml",
        "jinja2",
        "docx",
        "lxml.etree",
        "markdown_it",
        "mdit_py_plugins.footnote",
    ),
    *("click", "rich.table", "xlsxwriter", "jsonschema", "openxml_audit"),
)
"""What the tests import of others: loaded once, before the forks."""

UNSAID = ("raise AssertionError", "assert_never", "if TYPE_CHECKING:")
"""Lines that no run reaches, as in the configuration of coverage."""
PATIENCE, MEMORY = 120, 4 << 30
"""Seconds of processor time and bytes that the tests of one mutant may take: one that never ends is noticed."""


PYTEST = (
    *("-x", "-q", "--no-header", "-p", "no:cacheprovider", "--hypothesis-profile=mutants"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # of what is loaded before the forks
)


def mutations(*, config: PoodleConfig, parsed_ast: ast.Module, file_lines: list[str]) -> list[FileMutation]:
    """poodle's mutants of one file, each in its place, without those that do not compile or repeat another."""
    lines = [f"{line}\n" for line in file_lines]
    seen, types, out = {ast.dump(ast.parse("".join(lines)))}, set(quoted_types(parsed_ast)), []
    for mutator in builtin_mutators.values():
        tree = ast.parse("".join(lines))
        for mutation in mutator(config=config, echo=print).create_mutations(parsed_ast=tree, file_lines=file_lines):
            if (mutation.lineno, mutation.col_offset) in types:
                continue
            mutation.col_offset = in_characters(lines[mutation.lineno - 1], mutation.col_offset)
            mutation.end_col_offset = in_characters(lines[mutation.end_lineno - 1], mutation.end_col_offset)
            if any(words in lines[mutation.lineno - 1] for words in UNSAID):
                continue
            try:
                mutated = ast.dump(ast.parse("".join(mutate_lines(mutation, lines))))
            except SyntaxError:
                continue
            if mutated not in seen:
                seen.add(mutated)
                out.append(mutation)
    return out


def quoted_types(tree: ast.Module) -> Iterator[tuple[int, int]]:
    """Where a type is written as text, which only mypy reads: a whole annotation, or anywhere in a function's."""
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign):
            found: list[ast.AST] = [node.annotation]
        elif isinstance(node, ast.FunctionDef):
            arguments = (
                *node.args.posonlyargs,
                *node.args.args,
                *node.args.kwonlyargs,
                node.args.vararg,
                node.args.kwarg,
            )
            types = (node.returns, *(argument.annotation for argument in arguments if argument))
            found = [inner for type_ in types if type_ for inner in ast.walk(type_)]
        else:
            continue
        yield from (
            (type_.lineno, type_.col_offset)
            for type_ in found
            if isinstance(type_, ast.Constant) and isinstance(type_.value, str)
        )


def in_characters(line: str, offset: int) -> int:
    """The place in *line* of its byte *offset* in UTF-8."""
    return len(line.encode()[:offset].decode())


def stages(file: Path) -> Iterator[list[str]]:
    """The tests of the source *file*: those that mirror it, then the other ones of its room."""
    inner = file.relative_to(SRC / "cqtt")
    mirror = Path("tests") / inner.with_name(f"test_{inner.stem}.py")
    room = [Path("tests") / inner.parent, Path("tests") / f"test_{inner.parent.name}.py"] if inner.parent.name else []
    if mirror.exists():
        yield [str(mirror)]
    others = [str(path) for path in room if path.exists()]
    if others:
        yield [*others, f"--deselect={mirror}"]


def trial(*, config: PoodleConfig, run_folder: Path, mutant: Mutant, **_: Any) -> MutantTrialResult:
    """poodle's runner: whether a test notices *mutant*; without a file, whether the tests pass as they are."""
    if mutant.source_file is None:
        asked = {stage[0]: stage for file in config.runner_opts["files"] for stage in stages(file)}
        failed = [name for name, stage in asked.items() if noticed(stage, run_folder)]
        return MutantTrialResult(found=bool(failed), reason_code="clean", reason_desc=" ".join(failed))
    found = any(noticed(stage, run_folder, mutant.source_file) for stage in stages(mutant.source_file))
    return MutantTrialResult(
        found=found, reason_code=MutantTrialResult.RC_FOUND if found else MutantTrialResult.RC_NOT_FOUND
    )


def noticed(tests: list[str], folder: Path, mutated: Path | None = None) -> bool:
    """Whether one of *tests* fails, or none can start, with the text of *mutated* in *folder* in place of ours."""
    for name in LIBRARIES:
        importlib.import_module(name)
    child = os.fork()
    if child == 0:
        try:
            os._exit(run(tests, folder, mutated))
        finally:
            os._exit(pytest.ExitCode.INTERNAL_ERROR)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)


def run(tests: list[str], folder: Path, mutated: Path | None) -> int:
    """Run *tests* in this process; pytest's exit code."""
    from hypothesis import Phase, configuration, settings

    settings.register_profile(
        "mutants",
        max_examples=10,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
    )
    configuration.set_hypothesis_home_dir(str(folder))
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sink = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(sink, stream)
    if mutated:
        sys.meta_path.insert(0, Loader(mutated, folder / mutated))
    return int(pytest.main([*PYTEST, *tests]))


class Loader(SourceFileLoader):
    """Loads the module of the source file *ours* with the text of the file *theirs*."""

    def __init__(self, ours: Path, theirs: Path) -> None:
        parts = ours.relative_to(SRC).with_suffix("").parts
        super().__init__(".".join(part for part in parts if part != "__init__"), str(ours.absolute()))
        self.text = theirs.read_bytes()

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """As a finder on ``sys.meta_path``: this one module, and no other."""
        return spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def path_stats(self, path: str) -> dict[str, int]:
        """Nothing, so that a compiled form of *path* is neither read nor written."""
        raise OSError(path)

    def get_data(self, path: str) -> bytes:
        """The text of *theirs*; there is nothing else to load."""
        assert path == self.path
        return self.text


def report(*, testing_results: TestingResults, **_: Any) -> None:
    """poodle's reporter: the share of each room, and the mutants that nobody noticed."""
    trials = testing_results.mutant_trials
    survivors = [trial for trial in trials if not trial.result.found and not is_equivalent(trial.mutant)]
    equivalent = [trial for trial in trials if not trial.result.found and is_equivalent(trial.mutant)]
    testing_results.summary.trials -= len(equivalent)
    for trial in sorted(survivors, key=lambda trial: (str(trial.mutant.source_file), trial.mutant.lineno)):
        tell(f"\n{trial.mutant.source_file}:{trial.mutant.lineno} {trial.mutant.mutator_name}\n{changed(trial.mutant)}")
    tell(f"\n{'room':<36}{'mutants':>8}{'noticed':>8}{'share':>8}{'equivalent':>12}")
    rooms, lost, same = (Counter(room(trial) for trial in some) for some in (trials, survivors, equivalent))
    for name, count in [*sorted(rooms.items()), ("all", len(trials))]:
        few, none = (lost.total(), same.total()) if name == "all" else (lost[name], same[name])
        left = count - none
        tell(f"{name:<36}{left:>8}{left - few:>8}{(left - few) / max(left, 1):>8.1%}{none:>12}")
    tried = {str(trial.mutant.source_file) for trial in trials}
    for file, line, _reason in EQUIVALENT:
        if file in tried and not any(fits(trial.mutant, file, line) for trial in equivalent):
            tell(f"EQUIVALENT names what is noticed or no longer there: {file}: {line}")


def tell(line: str) -> None:
    """Print *line*."""
    sys.stdout.write(f"{line}\n")


def room(trial: MutantTrial) -> str:
    """The room of the core that the mutant of *trial* stands in."""
    inner = (trial.mutant.source_file or SRC).relative_to(SRC / "cqtt")
    return str(inner.parent if inner.parent.name else inner)


def changed(mutant: Mutant) -> str:
    """The lines that *mutant* takes away and puts in their place."""
    return "\n".join(
        line for line in (mutant.unified_diff or "").splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")
    )


def is_equivalent(mutant: Mutant) -> bool:
    """Whether ``EQUIVALENT`` says why no test can notice *mutant*."""
    return any(fits(mutant, file, line) for file, line, _ in EQUIVALENT)


def fits(mutant: Mutant, file: str, line: str) -> bool:
    """Whether *mutant* stands in *file* and its first new line is like *line*; both may have ``*``."""
    new = [text[1:].strip() for text in changed(mutant).splitlines() if text.startswith("+")]
    return fnmatchcase(str(mutant.source_file), file) and bool(new) and fnmatchcase(new[0], line)


def files(names: Iterable[str]) -> list[Path]:
    """The source files that *names* stand for: files, and folders with all that is in them."""
    paths = [Path(name) for name in names]
    return [file for path in paths for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]


def configuration(chosen: list[Path]) -> PoodleConfig:
    """What poodle needs to know to mutate the files *chosen*."""
    inner = [str(file.relative_to(SRC)) for file in chosen]
    values: dict[str, Any] = {
        **dict.fromkeys(PoodleConfig.__dataclass_fields__),
        "source_folders": [SRC],
        "only_files": inner,
        "file_flags": default_file_flags,
        "file_copy_flags": default_file_copy_flags,
        "file_copy_filters": [str(p.relative_to(SRC)) for p in SRC.rglob("*.*") if p not in chosen],
        "work_folder": Path("out/mutants"),
        "max_workers": os.cpu_count(),
        "log_level": "WARNING",
        "echo_enabled": sys.stdout.isatty(),
        "mutator_opts": {},
        "skip_mutators": ["all"],
        "add_mutators": [mutations],
        "min_timeout": PATIENCE,
        "timeout_multiplier": 1,
        "runner": "tools.mutants.trial",
        "runner_opts": {"files": chosen},
        "reporters": ["tools.mutants.report"],
        "fail_under": GOAL,
    }
    return PoodleConfig(**values)


def main(names: Sequence[str]) -> int:
    """Mutate the files and folders *names*, or the core; 1 if fewer are noticed than ``GOAL``."""
    os.chdir(ROOT)
    sys.dont_write_bytecode = False  # each fork compiles what it finds no compiled form of
    try:
        main_process(configuration(files(names or CORE)))
    except (PoodleTestingFailedError, PoodleTrialRunError, PoodleNoMutantsFoundError) as fault:
        tell(" ".join(str(word) for word in fault.args))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
