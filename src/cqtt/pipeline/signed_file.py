"""Whether the signed file that a person gives says what the report says that was built: ``verify``, in a few words."""

from collections.abc import Iterator

from msgspec import Struct

from cqtt.faults import EnvironmentFault
from cqtt.models.ky import Ky
from cqtt.pipeline.read import Reader
from cqtt.pipeline.verify import verify, verify_pdf
from cqtt.verify.verdict import Verdict


class Compared(Struct, frozen=True):
    """Where a signed file is not the built report, in plain words; or *why_not* it cannot be compared."""

    differences: tuple[str, ...] = ()
    why_not: str = ""

    @property
    def agrees(self) -> bool:
        """Whether it was compared, and says the same."""
        return not (self.differences or self.why_not)


def compared(reader: Reader, ky: Ky, name: str, signed: bytes) -> Compared:
    """The *signed* file *name* beside the report of *ky*. Raises ``UsageFault`` for a file of another period."""
    look = verify_pdf if name.lower().endswith(".pdf") else verify
    try:
        found = look(Reader(reader.root), signed, ky, name)
    except EnvironmentFault as fault:
        return Compared(why_not=fault.message)
    if found.verdict is None:
        return Compared(why_not="báo cáo của kỳ có lỗi nên chưa so được")
    return Compared(tuple(_said(found.verdict)))


def _said(verdict: Verdict) -> Iterator[str]:
    for change in verdict.changes:
        yield f"báo cáo: “{change.old}”; tệp đã ký: “{change.new}”"
    for figure in verdict.figures:
        yield f"{figure.path}: báo cáo in {figure.data}, tệp đã ký in {figure.printed}"
