"""``make fuzz``: spoil files for a given time. A YAML file may take 2 s and 300 MB; a template must end on Ctrl-C.

Either ends in findings or in a sound report, and never in a traceback.
"""

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.fuzz.calls import CALLS, FILES, INTERRUPTED, MEGABYTES, ROOT, SECONDS, TEMPLATE, Desk, Ended
from tests.fuzz.slips import spoilt

ONE_OF = 20
"""Of so many calls one is made in a process of its own."""
BATCH = settings(
    max_examples=100, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


class TooSlow(BaseException):
    """Not to be caught by the command."""


class Fuzzer:
    """Counts what was tried, keeps what was slowest and largest, and saves every file that failed."""

    def __init__(self, desk: Desk, kept: Path, factor: int) -> None:
        self.desk, self.kept, self.factor = desk, kept, factor
        self.ends: Counter[tuple[str, int]] = Counter()
        self.slowest: dict[str, tuple[float, int, str]] = {}
        self.largest = (0, "")
        self.failures: Counter[str] = Counter()

    def batch(self, number: int, until: float) -> None:
        """A hundred spoilt files out of the seed *number*, or as many as there is time for."""

        @seed(number)
        @BATCH
        @given(st.data())
        def run(data: st.DataObject) -> None:
            path, words = data.draw(st.sampled_from(FILES)), data.draw(st.sampled_from(CALLS))
            raw = data.draw(spoilt((ROOT / path).read_bytes()))
            if time.monotonic() < until:
                self.one(path, words, raw)

        run()

    def one(self, path: str, words: tuple[str, ...], raw: bytes) -> None:
        """One call with *raw* in place of *path*."""
        self.desk.spoil(path, raw)
        bounded = path != TEMPLATE
        apart = bounded and sum(self.ends.values()) % ONE_OF == 0
        ended = self.desk.spawn(words) if apart else self.here(words, TooSlow if bounded else KeyboardInterrupt)
        self.ends[path, ended.code] += 1
        faults = self.desk.faults(words, ended) if bounded or ended.code != INTERRUPTED else []
        faults += self.took(ended, apart=apart) if bounded else []
        name = f"{' '.join(words)} with {len(raw)} bytes of {Path(path).name}"
        kind = "in its own process" if apart else "in this process" if bounded else "of a template"
        if ended.seconds > self.slowest.get(kind, (0.0, 0, ""))[0]:
            self.slowest[kind] = (ended.seconds, len(raw), name)
        self.largest = max(self.largest, (ended.megabytes, name))
        for fault in faults:
            self.fail(fault, name, path, raw)

    def here(self, words: tuple[str, ...], stop: type[BaseException]) -> Ended:
        """One call in this process; after twice the limit *stop* is raised in it, and what does not end shows where."""

        def stopped(*_: object) -> None:
            raise stop

        signal.signal(signal.SIGALRM, stopped)
        signal.alarm(2 * SECONDS * self.factor)
        try:
            return self.desk.call(words)
        except TooSlow:
            return Ended(-1, b"", traceback.format_exc(), 2.0 * SECONDS * self.factor)
        finally:
            signal.alarm(0)

    def took(self, ended: Ended, *, apart: bool) -> list[str]:
        """What *ended* took beyond its limits."""
        faults = []
        if ended.seconds > SECONDS * self.factor:
            faults.append(f"slow: {ended.seconds:.1f} s")
        if apart and ended.megabytes > MEGABYTES:
            faults.append(f"large: {ended.megabytes} MB")
        return faults

    def fail(self, fault: str, name: str, path: str, raw: bytes) -> None:
        """Save the file that failed, and say so; a failure like one before is counted only."""
        kind = fault.strip().splitlines()[-1] if not fault.startswith("slow") else f"slow {name.partition(' with')[0]}"
        self.failures[kind] += 1
        if self.failures[kind] <= 3:
            number = sum(self.failures.values())
            self.kept.mkdir(parents=True, exist_ok=True)
            (self.kept / f"{number:03}-{Path(path).name}").write_bytes(raw)
            sys.stdout.write(f"{number:03} {name}: {fault}\n")
            sys.stdout.flush()

    def told(self) -> str:
        """What was tried and found."""
        ends = Counter[int]()
        for (_, code), times in self.ends.items():
            ends[code] += times
        codes = ", ".join(f"{times} x {code}" for code, times in sorted(ends.items()))
        slow = "".join(f"slowest {kind}: {took[0]:.2f} s, {took[2]}\n" for kind, took in self.slowest.items())
        failed = "".join(f"FAILED {times} x {kind}\n" for kind, times in self.failures.most_common())
        megabytes, largest = self.largest
        return f"{sum(ends.values())} calls, exit codes {codes}\n{slow}largest: {megabytes} MB, {largest}\n{failed}"


def main() -> int:
    """Fuzz for some time; 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    parser.add_argument("--factor", type=int, default=1, help="how many times slower this machine may be")
    asked = parser.parse_args()
    sys.stdout.write(f"seed {asked.seed}\n")
    until = time.monotonic() + asked.seconds
    with tempfile.TemporaryDirectory() as folder:
        fuzzer = Fuzzer(Desk.at(Path(folder) / "desk"), ROOT / "out" / f"fuzz-{asked.seed}", asked.factor)
        number = asked.seed
        while time.monotonic() < until:
            fuzzer.batch(number, until)
            number += 1
    sys.stdout.write(fuzzer.told())
    return 1 if fuzzer.failures else 0


if __name__ == "__main__":
    sys.exit(main())
