"""A file as it was typed: what stands in it, and what still waits."""

from pathlib import Path

from cqtt.source.as_typed import as_typed, is_waiting, leaves, typed

FILE = "a:\n  b: 1\n  c: chưa điền\nds:\n  - ten: x\nd:\n"


def test_values_are_found_by_key() -> None:
    file = typed("a.yaml", FILE.encode())
    assert [file.at(key) for key in (("a", "b"), ("ds", 0, "ten"), ("ds", 5), ("a", "b", "x"), ("e",))] == [
        *(1, "x", None, None, None)
    ]
    assert [file.waits(key) for key in (("a", "b"), ("a", "c"), ("d",), ("a",))] == [False, True, True, False]


def test_a_block_of_placeholders_waits() -> None:
    assert is_waiting({"a": "Chưa điền", "b": None})
    assert not is_waiting({"a": 0})
    assert not is_waiting([])


def test_a_file_that_is_not_there_or_cannot_be_read_has_no_values(tmp_path: Path) -> None:
    assert as_typed(tmp_path, "a.yaml").raw is None
    (tmp_path / "a.yaml").write_bytes(b"a: [1\n")
    (problem,) = as_typed(tmp_path, "a.yaml").problems
    assert problem.code == "YAML03"
    assert [p.code for p in typed("a.yaml", b"a:\t1").problems] == ["YAML01"]


def test_single_values_and_whole_lists_are_the_leaves() -> None:
    assert dict(leaves({"a": {"b": 1}, "c": [1, 2]})) == {("a", "b"): 1, ("c",): [1, 2]}
