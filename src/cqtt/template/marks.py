"""The marks by which a piece of rendered text remembers the line it was written on."""

LINE_OPEN, LINE_CLOSE = "\ue002", "\ue003"


def line_mark(source: int, line: int) -> str:
    """The mark for *line* of file number *source*."""
    return f"{LINE_OPEN}{source}:{line}{LINE_CLOSE}"


def pieces(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """What stands before a rendered *line*'s first mark; then each mark's file number and line, and the text after."""
    head, *marked = line.split(LINE_OPEN)
    out = []
    for piece in marked:
        mark, _, text = piece.partition(LINE_CLOSE)
        source, _, number = mark.partition(":")
        out.append((int(source), int(number), text))
    return head, out
