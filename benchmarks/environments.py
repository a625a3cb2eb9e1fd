"""Where the peers are installed, apart from the project; what cannot be had is left out with a sentence."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
VENV = HERE / ".venv"
NODE = HERE / "npm"


def python() -> str | None:
    """The Python that has docxtpl and pandoc; None where they cannot be had."""
    found = VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [str(found), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    try:
        if not found.exists():
            subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        subprocess.run([*pip, "-r", str(HERE.parent / "requirements" / "run.lock")], check=True)
        subprocess.run([*pip, "docxtpl", "pypandoc_binary"], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.stdout.write(f"docxtpl và pandoc: bỏ qua, không cài được ({error}).\n\n")
        return None
    return str(found)


def node() -> list[str]:
    """The tools of Node that can be had: docxtemplater and Carbone, or neither."""
    try:
        npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(npm, check=True, cwd=NODE, stdout=subprocess.DEVNULL)
        subprocess.run(["node", "--version"], check=True, stdout=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.stdout.write(f"docxtemplater và Carbone: bỏ qua, không cài được ({error}).\n\n")
        return []
    return ["docxtemplater", "carbone"]
