"""Calls in a process of their own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

unix = pytest.mark.skipif(os.name == "nt", reason="signals, limits and users of Unix")
IN_MAIN = "from cqtt.__main__ import main; main()"

COUNTING = """
import collections, json, sys
seen = collections.Counter()
def note(event, args):
    if event == "open" and str(args[0]).endswith(".yaml"):
        seen["data/" + str(args[0]).replace("\\\\", "/").rpartition("data/")[2]] += 1
sys.addaudithook(note)
try:
    from cqtt.__main__ import main; main()
finally:
    sys.stderr.write(json.dumps(seen))
"""


def opened(root: Path, *words: str) -> dict[str, int]:
    """How often a call opens each YAML file, by the file's path in the workspace."""
    code, _, err = run(root, *words, code=COUNTING)
    assert code == 0, err
    counts: dict[str, int] = json.loads(err[err.rindex("{") :])
    return counts


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
