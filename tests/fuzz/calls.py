"""Calling the command with spoilt files, and what must hold however they are spoilt.

A YAML file, which anybody may send: findings or a sound report, in two seconds and 300 MB. The template, which is the
office's own and may print as much as it likes: findings or a sound report, no traceback, and an end on Ctrl-C.
"""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cqtt.cli.main import run

ROOT = Path(__file__).parents[2]
HUONG_MAI = "data/2024Q1/xa_phuong/huong-mai.yaml"
TEMPLATE = "templates/bao_cao.docx.j2"
FILES = (HUONG_MAI, "data/2024Q1/bao_cao.yaml", "data/don_vi.yaml", TEMPLATE)
CALLS = (
    ("check", "2024Q1"),
    ("check", "2024Q1", "--format", "json"),
    ("check", HUONG_MAI),
    ("build", "2024Q1", "--draft"),
    ("build", "2024Q1", "--allow-missing"),
    ("build", "2024Q1", "--charts", "--review"),
    ("figures", "2024Q1", "--format", "json"),
    ("explain", "2024Q1", "96,6%"),
    ("status", "2024Q1"),
    ("new", "2024Q2"),
)
ALLOWED = {0, 1, 2, 3}
INTERRUPTED = 130
SECONDS, MEGABYTES = 2, 300
"""What one call may take on a spoilt YAML file of up to its size limit: processor time, and memory at its largest."""
_MEASURE = """
import os, sys
_, status, used = os.wait4(os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ), 0)
code = os.waitstatus_to_exitcode(status)
open(sys.argv[1], "w").write(f"{code} {used.ru_utime + used.ru_stime} {used.ru_maxrss}")
"""  # a process between: the memory of one that forks is counted as that of its child
_SAVED = re.compile(r"gửi tệp này cho người phát triển: (.+)")


class Ended(NamedTuple):
    """How a call ended, and what it took."""

    code: int
    out: bytes
    err: str
    seconds: float
    megabytes: int = 0


@dataclass(frozen=True, slots=True)
class Desk:
    """A small workspace, one file of which is spoilt at a time."""

    root: Path

    @classmethod
    def at(cls, root: Path) -> "Desk":
        """A fresh one in the folder *root*."""
        shutil.copytree(ROOT / "data/2024Q1", root / "data/2024Q1")
        shutil.copyfile(ROOT / "data/don_vi.yaml", root / "data/don_vi.yaml")
        shutil.copytree(ROOT / "templates", root / "templates")
        return cls(root)

    def spoil(self, path: str, raw: bytes) -> None:
        """Put *raw* in place of the file *path*, and the good ones in place of all others."""
        for file in FILES:
            (self.root / file).write_bytes(raw if file == path else (ROOT / file).read_bytes())
        for made in ("out", "data/2024Q2"):
            shutil.rmtree(self.root / made, ignore_errors=True)

    def call(self, words: Sequence[str]) -> Ended:
        """One call in this process."""
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True), io.StringIO()
        start = time.process_time()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run([*words, "-C", str(self.root)])
        seconds = time.process_time() - start
        out.seek(0)
        return Ended(code, out.read().encode(), err.getvalue(), seconds)

    def spawn(self, words: Sequence[str]) -> Ended:
        """One call in a process of its own, with what it took; only where the system tells."""
        told = self.root / "took"
        call = [sys.executable, "-ISc", _MEASURE, str(told), sys.executable, "-m", "cqtt", *words, "-C", str(self.root)]
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        environment.pop("GITHUB_ACTIONS", None)
        ended = subprocess.run(call, env=environment, capture_output=True, check=True)
        code, seconds, kilobytes = told.read_text().split()
        return Ended(int(code), ended.stdout, ended.stderr.decode(), float(seconds), int(kilobytes) // 1024)

    def faults(self, words: Sequence[str], ended: Ended) -> list[str]:
        """What *ended* shows that must never be."""
        faults = []
        if ended.code not in ALLOWED:
            faults.append(f"exit code {ended.code}: {_saved(ended.err) or ended.err[-2000:]}")
        if "Traceback" in ended.err or b"Traceback" in ended.out:
            faults.append("a traceback")
        if ended.code and not ended.err and not ended.out:
            faults.append("an exit code without a word")
        if ended.code == 1 and words[0] == "build" and (self.root / "out").exists():
            faults.append("an error, and yet something is written")
        if litter := [p.name for p in self.root.rglob(".cqtt-*")]:
            faults.append(f"litter: {litter}")
        return faults


def _saved(told: str) -> str:
    """The traceback that the command has saved, which goes; empty where there is none."""
    found = _SAVED.search(told)
    if not found:
        return ""
    file = Path(found[1])
    text = file.read_text(encoding="utf-8")
    file.unlink()
    return text
