"""A patch that does not fit its good file fails, and what is typed in a case is what stands in the file."""

from pathlib import Path

import pytest

from tests.patches import WAYS, Case, Edit, cases, follow, meant, parsed, read

BEFORE = "a: 1\nb: 2\nb: 22\n"


def after(tmp_path: Path, *lines: str) -> bytes:
    (tmp_path / "f").write_text(BEFORE, encoding="utf-8")
    follow(tmp_path, parsed(["f", *lines]))
    return (tmp_path / "f").read_bytes()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["-a: 1", "+a: x"], "a: x\nb: 2\nb: 22\n"),
        (["-a: 1", "-b: 2", "+c: 3", "-b: 22", "+b: 3"], "c: 3\nb: 3\n"),
        (["-a: 1"], "b: 2\nb: 22\n"),
        (["-b: 22", "-", "+b: 22"], "a: 1\nb: 2\nb: 22"),
        (["+all", "+"], "all\n"),
        (["+"], ""),
        (["-a: 1", "+a: 1", "~\\tb"], "a: 1\n\tb\nb: 2\nb: 22\n"),
    ],
)
def test_an_edit_puts_the_new_text_in_the_place_of_the_old(tmp_path: Path, lines: list[str], expected: str) -> None:
    assert after(tmp_path, *lines) == expected.encode()


@pytest.mark.parametrize(("old", "times"), [("c: 3", 0), ("b: 2", 2), ("a: 1 ", 0)])
def test_old_text_that_is_not_there_or_there_twice_fails(tmp_path: Path, old: str, times: int) -> None:
    with pytest.raises(AssertionError, match=f"^{old!r} stands there {times} times"):
        after(tmp_path, f"-{old}", "+x")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("+\\t \\{2 a}", b"\\t \\{2 a}"),
        ("~\\t\\r\\n\\\\n\\u00e0\\xb5", b"\t\r\n\\n\xc3\xa0\xb5"),
        ("~\\{3 [}x\\{2  \\#\\n}", b"[[[x 1\n 2\n"),
        ("~Hương\\q", "Hương\\q".encode()),
    ],
)
def test_a_line_means_its_bytes(line: str, expected: bytes) -> None:
    assert meant(line) == expected


def test_edits_follow_one_another() -> None:
    (step,) = parsed(["f", "-a", "+b", "-b", "+c"])
    assert step.edits == [Edit(b"a", b"b"), Edit(b"b", b"c")]
    assert step.of(b"a") == b"c"


def test_commands_move_files_and_take_them_away(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a").write_bytes(b"x\n")
    follow(
        tmp_path,
        parsed(["chép d/a b", "chép b c", "đổi tên c e", "xóa d", "xóa b", "ghi lại e CRLF", "mới e y"]),
        {"mới": put},
    )
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"e": b"x\r\ny"}


def put(root: Path, name: str, text: str) -> None:
    with (root / name).open("ab") as file:
        file.write(text.encode())


def test_other_encodings_are_those_of_the_programs() -> None:
    """The bytes as Unikey writes them."""
    assert WAYS["TCVN3"]("Hương Mai, số liệu") == b"H\xad\xacng Mai, s\xe8 li\xd6u"
    assert WAYS["Windows-1258"]("Hương, số liệu, tại") == b"H\xfd\xf5ng, s\xf4\xec li\xea\xf2u, ta\xf2i"


def written(folder: Path, *parts: str) -> Case:
    file = folder / "x.txt"
    file.write_text("\n.\n".join(parts), encoding="utf-8")
    return read(file)


def test_refreshing_writes_what_is_told_and_nothing_else(tmp_path: Path) -> None:
    case = written(tmp_path, "Sai.", "f\n-a\n+b", "cũ", "")
    with pytest.raises(AssertionError):
        case.holds("mới\n", refresh=False)
    case.holds("mới\n", refresh=True)
    assert case.file.read_text(encoding="utf-8") == "Sai.\n.\nf\n-a\n+b\n.\nmới\n.\n"
    (again,) = cases(tmp_path)
    again.holds("mới\n", refresh=False)
    with pytest.raises(AssertionError):
        again.holds("", refresh=True)


@pytest.mark.parametrize("parts", [("Sai.", "f", "told"), ("Sai.", ""), ("Sai.", "f", "told", "more", "")])
def test_a_case_in_another_form_is_refused(tmp_path: Path, parts: tuple[str, ...]) -> None:
    with pytest.raises(AssertionError, match=r"^x\.txt "):
        written(tmp_path, *parts)
