"""Citing documents: in full the first time, by kind, number and symbol afterwards."""

from msgspec import Struct, field

from cqtt.models.vien_dan import VanBanVienDan


class Cited(Struct, frozen=True):
    """A document of the period's register; printed by the filter ``vien_dan``."""

    document: VanBanVienDan

    @property
    def path(self) -> str:
        """What the document is called in templates: ``van_ban.ke_hoach_152``."""
        return f"van_ban.{self.document.ma}"


class Citations(Struct):
    """Which documents the report has cited so far, in the order of the text."""

    cited: set[str] = field(default_factory=set)

    def cite(self, document: VanBanVienDan, *, co_quan: bool) -> str:
        """How *document* is named here (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b)."""
        if document.ma in self.cited:
            return document.ngan
        self.cited.add(document.ma)
        return document.day_du(co_quan=co_quan)
