"""What no way can do without: ``floors.py parse WORKSPACE`` and ``floors.py write DOCX``."""

import sys
from pathlib import Path


def parse(workspace: Path) -> None:
    """Every commune's file through PyYAML's C loader and the model, nothing kept."""
    import yaml

    from cqtt.reports.than_thien.phuong_xa import PhuongXa

    for path in sorted((workspace / "data" / "2024Q1" / "xa_phuong").iterdir()):
        PhuongXa.model_validate(yaml.load(path.read_bytes(), yaml.CSafeLoader))


def write(finished: Path) -> None:
    """The libraries that a build needs, and the finished document written once more."""
    import click  # noqa: F401
    import docx
    import jinja2  # noqa: F401
    import lxml.etree  # noqa: F401
    import markdown_it  # noqa: F401
    import pydantic  # noqa: F401
    import yaml  # noqa: F401

    docx.Document(str(finished)).save(str(finished.with_suffix(".again.docx")))


if __name__ == "__main__":
    {"parse": parse, "write": write}[sys.argv[1]](Path(sys.argv[2]))
