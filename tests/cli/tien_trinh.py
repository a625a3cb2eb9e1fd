"""Calls in a process of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

unix = pytest.mark.skipif(os.name == "nt", reason="signals, limits and users of Unix")
IN_MAIN = "from cqtt.__main__ import main; main()"


def start(root: Path, *words: str, code: str = IN_MAIN, stdout: int | None = None) -> subprocess.Popen[bytes]:
    """A call that has begun in the workspace *root*."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    environment.pop("GITHUB_ACTIONS", None)
    out = subprocess.PIPE if stdout is None else stdout
    call = [sys.executable, "-c", code, *words]
    return subprocess.Popen(call, cwd=root, env=environment, stdout=out, stderr=subprocess.PIPE)


def run(root: Path, *words: str, code: str = IN_MAIN, stdout: int | None = None) -> tuple[int, str, str]:
    """The exit code and the words of a call."""
    child = start(root, *words, code=code, stdout=stdout)
    out, err = child.communicate(timeout=120)
    return child.returncode, (out or b"").decode(), err.decode()


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def as_anybody(root: Path, *words: str) -> tuple[int, str, str]:
    """A call by a user whom the rights of files bind; root is made one by taking its capabilities away."""
    bare = shutil.which("setpriv")
    if os.geteuid() == 0 and bare is None:
        pytest.skip("root may write everywhere, and there is no setpriv to forbid it")
    less = f"import os; os.execv({bare!r}, ['setpriv', '--bounding-set=-all', '--inh-caps=-all', {sys.executable!r}, "
    code = f"{less}'-c', {IN_MAIN!r}, *{list(words)!r}])"
    return run(root, *words, code=code if os.geteuid() == 0 else IN_MAIN)
