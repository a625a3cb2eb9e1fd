"""The bytes of an answer as the marked sheets in it, or why there are none."""

from cqtt.collect import gate, read_csv
from cqtt.collect.read_form import Marked, marked
from cqtt.problems import Position, Problem


def sheets(path: str, data: bytes) -> list[Marked] | Problem:
    """The sheets that bear a form's mark in the file *path* with the bytes *data*, at least one; PH01 or PH05 else.

    One that is called ``.csv`` is a table of text, any other a workbook.
    """
    if path.lower().endswith(".csv"):
        table = read_csv.grid(path, data)
        found = table if isinstance(table, Problem) else [table]
    elif refused := gate.refused(path, data):
        found = refused
    else:
        from cqtt.collect.read_xlsx import grids  # with openpyxl

        found = grids(path, data)
    if isinstance(found, Problem):
        return found
    hint = "điền vào phiếu gốc (cqtt form) rồi gửi lại chính tệp đó"
    return marked(found) or Problem(Position(path), "PH01", "tệp này không phải phiếu của cqtt", hint)
