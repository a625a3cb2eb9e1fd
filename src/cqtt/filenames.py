"""Which names of files Windows refuses, or takes for something else (Microsoft, “Naming Files, Paths”)."""

from pathlib import PureWindowsPath

LONGEST_PATH = 259
"""Letters of a whole path, unless the machine is set up for longer ones (MAX_PATH without the ending null)."""
LONGEST_NAME = 255
"""UTF-16 units of one name in a path."""
_FORBIDDEN = '<>:"|?*'
_DEVICES = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"
}


def is_device(name: str) -> bool:
    """Whether Windows takes *name*, with any ending behind a dot, for a device: ``con``, ``Aux.yaml``, ``com1.a.b``."""
    return name.partition(".")[0].rstrip(" ").casefold() in _DEVICES


def refused(path: str) -> str:
    """Why no file of Windows can have *path*, in Vietnamese; empty where one can.

    Some of these Windows does not refuse but understands otherwise: a blank or a dot at the end of a name is left out,
    ``a:b`` is a hidden part of the file ``a``, ``con.docx`` is the console.
    """
    return next((why for name in _names(path) if (why := _refused(name))), "")


def is_long(path: str) -> bool:
    """Whether Windows may find nothing at the absolute *path* only because it is long."""
    return len(path.encode("utf-16-le")) // 2 > LONGEST_PATH


def _names(path: str) -> list[str]:
    """The names in *path*, without the drive or the share at its beginning, and without ``.`` and ``..``."""
    parts = PureWindowsPath(path)
    return [name for name in parts.parts[bool(parts.anchor) :] if name not in (".", "..")]


def _refused(name: str) -> str:
    if len(name.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_NAME:
        return "tên quá dài"
    wrong = next((letter for letter in name if letter in _FORBIDDEN or letter < " "), "")
    if wrong:
        return f"tên có ký tự {wrong if wrong > ' ' else 'điều khiển'} mà Windows không dùng được"
    if is_device(name):
        return f"Windows giữ riêng tên {name.partition('.')[0].rstrip()}"
    if name.endswith((" ", ".")):
        return "tên kết thúc bằng dấu chấm hoặc dấu cách, Windows sẽ bỏ mất"
    return ""
