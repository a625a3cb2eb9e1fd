"""The order that a table asks for: ``{% bang nhom sap_xep="a.b" tang_dan %}``."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from cqtt import numerals
from cqtt.manuscript import Insert
from cqtt.models.xep_hang import thu_hang
from cqtt.template.columns import RANK
from cqtt.template.values import Number, TemplateFault

_EXAMPLE = 'ví dụ {% bang … sap_xep="tên số liệu" %}, từ thấp đến cao thì thêm tang_dan'


class Order(Struct, frozen=True):
    """Rows by the figure at *path*, the highest first, or with *tang_dan* the lowest; those without one come last."""

    path: str
    tang_dan: bool

    @classmethod
    def said(cls, sap_xep: object, tang_dan: object) -> "Order | None":
        """The order that the options say; None where the rows stay. Raises ``TemplateFault`` (KHUON04)."""
        if not isinstance(tang_dan, bool) or (tang_dan and sap_xep is None):
            raise TemplateFault("KHUON04", "tang_dan chỉ đi cùng sap_xep, không có giá trị", _EXAMPLE, "tang_dan")
        if sap_xep is None:
            return None
        if not isinstance(sap_xep, str) or not sap_xep:
            raise TemplateFault("KHUON04", "sap_xep cần tên một số liệu, trong nháy", _EXAMPLE, "sap_xep")
        return cls(sap_xep, tang_dan)

    def of(self, rows: Sequence[Any], look: Callable[[Any, str], Any]) -> list[tuple[int, int | None]]:
        """The indexes of *rows* in order, each with its place, which rows that print alike share; None for no value.

        *look* gives what stands under a path in a row. Raises ``TemplateFault`` where that is no figure.
        """
        values = [look(row, self.path) for row in rows]
        figures = [value.figure for value in values if isinstance(value, Number)]
        if len(figures) < len(values):
            raise TemplateFault(
                "KHUON04", f"không xếp thứ tự theo {self.path}: không phải số liệu", _EXAMPLE, self.path
            )
        return thu_hang(figures, tang_dan=self.tang_dan)


def ranks(places: Sequence[int | None] | None) -> list[Insert]:
    """The cells of the column of places; raises ``TemplateFault`` (KHUON04) where the rows are in no order."""
    if places is None:
        hint = 'thêm sap_xep="tên số liệu" sau tên danh sách'
        raise TemplateFault("KHUON04", f"cột {RANK} cần bảng có sap_xep", hint, RANK)
    return [Insert(numerals.ABSENT if place is None else str(place)) for place in places]
