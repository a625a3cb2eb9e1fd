"""The template that comes with the program, in a checkout or in an installed package."""

from pathlib import Path

from cqtt.problems import EnvironmentFault

_PACKAGE = Path(__file__).parents[1]
PLACES = (_PACKAGE / "mau" / "bao_cao.docx.j2", _PACKAGE.parents[1] / "templates" / "bao_cao.docx.j2")
"""Where the build puts it in a wheel, and where it stands in a checkout."""


def original_template() -> str:
    """The template's text. Raises ``EnvironmentFault`` where the installation is not whole."""
    for path in PLACES:
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise EnvironmentFault("bản cài đặt thiếu khuôn mẫu đi kèm", "cài lại phần mềm")
