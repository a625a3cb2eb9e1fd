"""``make bench``: every command and every peer in turn, again and again; a table for each size, then the bounds."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import bounds, environments, workspaces  # nothing big: a child's peak is never below its parent's
from benchmarks.cases import ROOT, WORK, Case, measured, table

HERE = Path(__file__).parent
SIZES = {17: 15, 100: 9, 168: 9, 1000: 5, 3321: 3}
"""Communes, and how often everything is run with so many."""
MODULES = "click, yaml, jinja2, pydantic, markdown_it, docx, lxml.etree"
CQTT = [sys.executable, "-m", "cqtt"]


def start_cases() -> list[Case]:
    """What does not depend on the number of communes."""
    return [
        Case("python -c pass", [sys.executable, "-c", "pass"]),
        Case("import click", [sys.executable, "-c", "import click"]),
        Case("cqtt --help", [*CQTT, "--help"]),
        Case("imports of build", [sys.executable, "-c", f"import {MODULES}"]),
    ]


def our_cases(folder: Path, size: int) -> Iterator[Case]:
    """The floors and our commands over the workspace in *folder*."""
    finished, floors = str(folder / "cqtt.docx"), str(HERE / "floors.py")
    build = Case("cqtt build", [*CQTT, "build", "2024Q1", "-C", str(folder), "-o", finished])
    yield build
    if size == 168:
        one = min((folder / "data" / "2024Q1" / "xa_phuong").iterdir())
        yield Case("cqtt check, one file", [*CQTT, "check", str(one), "-C", str(folder)])
        return
    if size == 1000:
        out = str(folder / "review.docx")
        yield Case("cqtt build --review", [*CQTT, "build", "2024Q1", "-C", str(folder), "-o", out, "--review"])
    yield Case("cqtt check", [*CQTT, "check", "2024Q1", "-C", str(folder)])
    yield Case("imports of build, writing", [sys.executable, floors, "write", finished])
    yield Case("libyaml, pydantic", [sys.executable, floors, "parse", str(folder)])


def peer_cases(folder: Path, python: str | None, node: list[str]) -> Iterator[Case]:
    """The peers over the same files; their templates are made before, from the report itself."""
    files = {tool: str(folder / f"template.{tool}") for tool in ("docxtpl", "pandoc", "docxtemplater", "carbone")}
    files |= {tool: f"{file}.docx" for tool, file in files.items() if tool != "pandoc"}
    subprocess.run([sys.executable, "-m", "benchmarks.templates", folder, *files.values()], check=True, cwd=ROOT)
    commands = {tool: [python, str(HERE / "peers.py")] for tool in ("docxtpl", "pandoc") if python}
    commands |= {tool: ["node", str(HERE / "npm" / "peers.js")] for tool in node}
    for tool, command in commands.items():
        yield Case(tool, [*command, tool, str(folder), files[tool], str(folder / f"{tool}.docx")])


def cases(size: int, python: str | None, node: list[str]) -> Iterator[Case]:
    """All that is run with so many communes."""
    folder = WORK / str(size)
    workspaces.make(folder, size)
    yield from our_cases(folder, size)
    if size != 168:
        yield from peer_cases(folder, python, node)


def main() -> None:
    """Print a table for the start, one for each size (those named in the call, or all), and that of the bounds."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    python, node = environments.python(), environments.node()
    start = measured(start_cases(), max(SIZES.values()))
    sys.stdout.write(table("start", start, start["import click"]))
    by_size: dict[int, bounds.Done] = {}
    for size in sizes:
        done = by_size[size] = measured(list(cases(size, python, node)), SIZES.get(size, 3))
        sys.stdout.write(table(f"{size} communes", done, done.get("docxtpl", done["cqtt build"])))
        sys.stdout.flush()
    sys.stdout.write(bounds.table(start, by_size))


if __name__ == "__main__":
    main()
