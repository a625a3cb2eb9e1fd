"""What one cell of a table prints, by a filter that it is given or by the usual one of what stands there."""

from cqtt.manuscript import Insert
from cqtt.template.filters import Printer
from cqtt.template.values import Day, TemplateFault, Words

_USUAL = ((bool, "dau_x"), (Words, "words"), (Day, "ngay"))
BLANK = Insert("")


class CellPrinter(Printer):
    """Keeps what a filter prints for a cell, which has no slot in the text."""

    last = BLANK

    def put(self, text: str, path: str = "") -> str:
        """Keep *text* as ``last``."""
        self.last = Insert(text, path)
        return ""


def usual_filter(value: object, path: str) -> str:
    """The filter that prints *value*, no figure, in a cell; raises ``TemplateFault`` (KHUON04) for no single thing."""
    found = next((name for kind, name in _USUAL if isinstance(value, kind)), None)
    if found is None:
        hint = "ghi tiếp tên bên trong, xem lệnh: cqtt figures"
        raise TemplateFault("KHUON04", f"{path} không in được trong một ô", hint, path)
    return found
