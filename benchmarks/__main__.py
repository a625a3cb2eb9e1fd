"""``make bench``: every command and every peer in turn, again and again; one table of medians and peaks of memory."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from benchmarks import workspaces  # and nothing big: a child's peak of memory is never below its parent's

HERE = Path(__file__).parent
ROOT = HERE.parent
WORK = ROOT / "out" / "benchmarks"
VENV = HERE / ".venv"
SIZES = {17: 15, 100: 9, 1000: 5, 3321: 3}
"""Communes, and how often everything is run with so many."""
MODULES = "click, yaml, jinja2, pydantic, markdown_it, docx, lxml.etree"


@dataclass(slots=True)
class Case:
    """One command and what it took: seconds by the clock, peak megabytes."""

    name: str
    command: list[str]
    clock: list[float] = field(default_factory=list)
    peak: float = 0

    def run(self) -> None:
        """Run it once."""
        environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONPYCACHEPREFIX": str(WORK / "bytecode")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed packages, the peers' and ours, come compiled
        start = time.perf_counter()
        process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        self.clock.append(time.perf_counter() - start)
        self.peak = max(self.peak, usage.ru_maxrss / 1024)
        if status:
            raise SystemExit(f"{self.name} failed: {' '.join(self.command)}")

    @property
    def seconds(self) -> float:
        """The median by the clock."""
        return statistics.median(self.clock)


def start_cases() -> list[Case]:
    """What does not depend on the number of communes."""
    return [
        Case("python -c pass", [sys.executable, "-c", "pass"]),
        Case("import click", [sys.executable, "-c", "import click"]),
        Case("cqtt --help", [sys.executable, "-m", "cqtt", "--help"]),
        Case("imports of build", [sys.executable, "-c", f"import {MODULES}"]),
    ]


def cases(size: int, peers: Path | None) -> Iterator[Case]:
    """The floors, our commands and the peers over a workspace of *size* communes."""
    folder = WORK / str(size)
    workspaces.make(folder, size)
    finished, floors = folder / "cqtt.docx", str(HERE / "floors.py")
    cqtt = [sys.executable, "-m", "cqtt"]
    build = Case("cqtt build", [*cqtt, "build", "2024Q1", "-C", str(folder), "-o", str(finished)])
    build.run()
    build.clock.clear()
    yield Case("imports of build, writing", [sys.executable, floors, "write", str(finished)])
    yield Case("libyaml, pydantic", [sys.executable, floors, "parse", str(folder)])
    yield Case("cqtt check", [*cqtt, "check", "2024Q1", "-C", str(folder)])
    yield build
    if peers is None:
        return
    files = {"docxtpl": folder / "template.docx", "pandoc": folder / "template.md"}
    subprocess.run([sys.executable, "-m", "benchmarks.templates", folder, *files.values()], check=True, cwd=ROOT)
    for tool, template in files.items():
        out = str(folder / f"{tool}.docx")
        yield Case(tool, [str(peers), str(HERE / "peers.py"), tool, str(folder), str(template), out])


def peers_python() -> Path | None:
    """The Python that has the peers, which are installed apart from the project; None where they cannot be had."""
    python = VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        subprocess.run([*pip, "-r", str(ROOT / "requirements" / "run.lock")], check=True)
        subprocess.run([*pip, "docxtpl", "pypandoc_binary"], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.stdout.write(f"docxtpl and pandoc are left out: {error}\n")
        return None
    return python


def measured(all_cases: list[Case], rounds: int) -> list[Case]:
    """*all_cases*, each run *rounds* times, in turn."""
    for _ in range(rounds):
        for case in all_cases:
            case.run()
    return all_cases


def table(title: str, done: list[Case], unit: Case) -> str:
    """*done* as Markdown; the ratio is to *unit*."""
    lines = [f"| {title} | s | x {unit.name} | MB |", "|---|--:|--:|--:|"]
    for case in done:
        ratio = case.seconds / unit.seconds
        lines.append(f"| {case.name} | {case.seconds:.3f} | {ratio:.2f} | {case.peak:.0f} |")
    return "\n".join(lines) + "\n\n"


def main() -> None:
    """Print a table for the start, then one for each size: those named in the call, or all."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    peers = peers_python()
    start = measured(start_cases(), max(SIZES.values()))
    sys.stdout.write(table("start", start, start[1]))
    builds: dict[int, float] = {}
    for size in sizes:
        done = measured(list(cases(size, peers)), SIZES.get(size, 3))
        build = next(case for case in done if case.name == "cqtt build")
        sys.stdout.write(table(f"{size} communes", done, build))
        sys.stdout.flush()
        builds[size] = build.seconds
    for small, large in pairwise(sizes):
        each = (builds[large] - builds[small]) / (large - small) * 1000
        sys.stdout.write(f"build, {small} to {large}: {each:.2f} ms a commune\n")


if __name__ == "__main__":
    main()
