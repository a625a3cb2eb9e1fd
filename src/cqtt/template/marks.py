"""The marks by which a piece of rendered text remembers the line it was written on."""

LINE_OPEN, LINE_CLOSE = "\ue002", "\ue003"


def line_mark(source: int, line: int) -> str:
    """The mark for *line* of file number *source*."""
    return f"{LINE_OPEN}{source}:{line}{LINE_CLOSE}"


def pieces(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """What stands before a rendered *line*'s first mark; then each mark's file number and line, and the text behind."""
    head, *marked = line.split(LINE_OPEN)
    out = []
    for piece in marked:
        mark, _, text = piece.partition(LINE_CLOSE)
        source, _, number = mark.partition(":")
        out.append((int(source), int(number), text))
    return head, out


def once(line: str) -> str:
    """A rendered *line* without the marks that say again what its first words say: most rows of a table are one."""
    if not line.startswith(LINE_OPEN):
        return line
    mark = line[: line.index(LINE_CLOSE) + 1]
    words = line.replace(mark, "")
    return line if LINE_OPEN in words else mark + words
