"""A file that YAML cannot read, without the lines that it stumbles over: what the others say can still be checked."""

from msgspec import Struct, field

from cqtt.problems import Problem
from cqtt.source.yaml_reader import Reading, Value, read

MAX_WORK = 200_000
"""Characters that are read again at most: a few times a unit's file, and no time that is felt."""
_FOLLOWS = frozenset(("KHOA02", "KIEU01", "KIEU02"))
"""What a line that is left out may cause by itself: a key, a block or a list that seems to be missing."""
_NEAR = 1


class Recovered(Struct):
    """What could be read of a file: its *value*, None for nothing, and its *lines*, empty where they were left out."""

    lines: list[str]
    problems: list[Problem] = field(default_factory=list[Problem])
    """Further errors of syntax, and what the reader found in what it could read."""
    value: Value = None
    left_out: set[int] = field(default_factory=set[int])

    @property
    def text(self) -> str:
        """What was read, each line in its place."""
        return "\n".join(self.lines)

    def is_certain(self, problem: Problem) -> bool:
        """Whether *problem*, found in this value, is wrong in the file itself and not for what was left out of it."""
        line = problem.position.line
        beside = any(abs(line - row) <= _NEAR for row in self.left_out)
        return problem.code not in _FOLLOWS and line not in self.left_out and not (problem.code == "KHOA01" and beside)


def recovered(reading: Reading, path: str, lines: list[str]) -> Recovered:
    """What the file at *path* with *lines* says beside the error that ended its *reading*."""
    out = Recovered([*lines])
    size = sum(map(len, lines)) + len(lines)
    work, last, words = 0, 0, ""
    while reading.broken and work + size <= MAX_WORK:
        problem = reading.problems[-1]
        if last and not (problem.message == words and problem.position.line <= last + 1):
            out.problems.append(problem)
        last, words = out_of_the_way(out, reading.broken), problem.message
        reading = read(out.text, path, out.lines)
        work += size
    if reading.broken:  # it was not the lines that were left out
        return Recovered(out.lines)
    out.value = reading.value
    out.problems.extend(reading.problems)
    return out


def out_of_the_way(out: Recovered, line: int) -> int:
    """Leave out the *line* (from 1) and what is indented below it; the last line that was left out."""
    row = min(line, len(out.lines)) - 1
    indent = _indent(out.lines[row])
    end = row + 1
    while end < len(out.lines) and (not out.lines[end].strip() or _indent(out.lines[end]) > indent):
        end += 1
    for number in range(row, end):
        out.lines[number] = ""
        out.left_out.add(number + 1)
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
