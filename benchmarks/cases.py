"""Processes that are run in turn, again and again, and what each took."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
WORK = ROOT / "out" / "benchmarks"


@dataclass(slots=True)
class Case:
    """One command and what each of its runs took: seconds by the clock, seconds of processor; peak megabytes."""

    name: str
    command: list[str]
    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    peak: float = 0

    def run(self) -> None:
        """Run it once. The seconds of processor are user and system, its own children's too."""
        paths = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
        environment = os.environ | {"PYTHONPATH": paths, "PYTHONPYCACHEPREFIX": str(WORK / "bytecode")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed packages, the peers' and ours, come compiled
        start = time.perf_counter()
        process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, env=environment, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        self.clock.append(time.perf_counter() - start)
        self.processor.append(usage.ru_utime + usage.ru_stime)
        self.peak = max(self.peak, usage.ru_maxrss / 1024)
        if status:
            raise SystemExit(f"{self.name} failed: {' '.join(self.command)}")

    @property
    def seconds(self) -> float:
        """The median of processor time."""
        return statistics.median(self.processor)

    def ratio(self, unit: "Case") -> float:
        """Processor time as a multiple of *unit*'s: the median of the ratios of each round."""
        return statistics.median(a / b for a, b in zip(self.processor, unit.processor, strict=True))

    def clock_ratio(self, unit: "Case") -> float:
        """The same by the clock."""
        return statistics.median(a / b for a, b in zip(self.clock, unit.clock, strict=True))


def measured(all_cases: list[Case], rounds: int) -> dict[str, Case]:
    """*all_cases* by name, each run *rounds* times, in turn, after one run that does not count (it compiles)."""
    for case in all_cases:
        case.run()
        case.clock.clear()
        case.processor.clear()
    for _ in range(rounds):
        for case in all_cases:
            case.run()
    return {case.name: case for case in all_cases}


def table(title: str, done: dict[str, Case], unit: Case) -> str:
    """*done* as Markdown; the ratios are to *unit*."""
    lines = [f"| {title} | CPU s | s | CPU x {unit.name} | x {unit.name} | MB |", "|---|--:|--:|--:|--:|--:|"]
    for case in done.values():
        took = f"{case.seconds:.3f} | {statistics.median(case.clock):.3f}"
        lines.append(
            f"| {case.name} | {took} | {case.ratio(unit):.2f} | {case.clock_ratio(unit):.2f} | {case.peak:.0f} |"
        )
    return "\n".join(lines) + "\n\n"
