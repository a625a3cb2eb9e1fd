"""`make mutants` plants each fault where it says, and asks the tests that stand beside the code."""

import ast
import sys
from importlib.util import module_from_spec
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("make mutants needs os.fork", allow_module_level=True)

from poodle.util import mutate_lines

from tools import mutants
from tools.equivalent import EQUIVALENT


def planted(text: str) -> list[str]:
    """Every mutant of the source *text*, as a whole source."""
    lines = text.splitlines()
    made = mutants.mutations(
        config=mutants.configuration([Path("src/cqtt/numerals.py")]), parsed_ast=ast.parse(text), file_lines=lines
    )
    return ["".join(mutate_lines(mutation, [f"{line}\n" for line in lines])) for mutation in made]


def test_a_fault_after_vietnamese_words_stands_where_it_belongs() -> None:
    assert planted('x = "được" + str(1 < n)\n') == [
        "x = 'được' - str(1 < n)\n",
        "x = 'được' * str(1 < n)\n",
        'x = "được" + str(1 >= n)\n',
        'x = "được" + str(1 <= n)\n',
        'x = "được" + str(2 < n)\n',
        'x = "được" + str(0 < n)\n',
        "x = 'XXđượcXX' + str(1 < n)\n",
        'x = "được" + None\n',
    ]


def test_what_no_run_reaches_is_left_alone() -> None:
    assert planted('def f(x: "Ten") -> "Ten":\n    """Says what."""\n    raise AssertionError(x)\n') == []


def test_the_tests_beside_the_code_are_asked_first() -> None:
    assert list(mutants.stages(Path("src/cqtt/numerals.py"))) == [["tests/test_numerals.py"]]
    assert list(mutants.stages(Path("src/cqtt/aggregate/rollup.py"))) == [
        ["tests/aggregate/test_rollup.py"],
        ["tests/aggregate", "tests/test_aggregate.py", "--deselect=tests/aggregate/test_rollup.py"],
    ]


def test_the_mutated_module_comes_in_place_of_ours(tmp_path: Path) -> None:
    theirs = tmp_path / "names.py"
    theirs.write_text("word = 1\n", encoding="utf-8")
    loader = mutants.Loader(Path("src/cqtt/names.py"), theirs)
    spec = loader.find_spec("cqtt.names")
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    assert module.word == 1
    assert module.__file__ == str(Path("src/cqtt/names.py").absolute())
    assert loader.find_spec("cqtt.numerals") is None


def test_the_core_and_what_is_equivalent_are_there() -> None:
    assert all((mutants.ROOT / name).exists() for name in mutants.CORE)
    for file, line, reason in EQUIVALENT:
        assert list(mutants.ROOT.glob(file)), file
        assert line
        assert reason
