"""Whether the signed file that a person gives says what the report says that was built.

A stand-in for ``cqtt verify`` until that is there: it compares paragraphs of a .docx word by word.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from msgspec import Struct

from cqtt.faults import EnvironmentFault
from cqtt.models.ky import Ky
from cqtt.pipeline.read import Reader
from cqtt.word.reading.archive import open_package
from cqtt.word.reading.document import read

_OF_REGISTRY = re.compile(r"^Số: ?\S*(?= ?/)|(?<=ngày )\S*(?= ?tháng \S* ?năm \S+$)")
"""The number and the day that the registry writes: ``Số: 152/BC-UBND``, ``Việt Yên, ngày 05 tháng 4 năm 2024``."""


class Compared(Struct, frozen=True):
    """Where a signed file is not the built report, in plain words; or *why_not* it cannot be compared."""

    differences: tuple[str, ...] = ()
    why_not: str = ""

    @property
    def agrees(self) -> bool:
        """Whether it was compared, and says the same."""
        return not (self.differences or self.why_not)


def compared(_reader: Reader, _ky: Ky, name: str, signed: bytes, built: bytes) -> Compared:
    """The *signed* file *name* beside the *built* report of the period, both finished files."""
    if not name.lower().endswith(".docx"):
        return Compared(why_not="tệp không phải .docx nên chưa so được với báo cáo")
    try:
        now = [*_paragraphs(signed)]
    except EnvironmentFault as fault:
        return Compared(why_not=fault.message)
    return Compared(tuple(_differences([*_paragraphs(built)], now)))


def _paragraphs(data: bytes) -> Iterator[str]:
    for line in read(open_package(data)).lines:
        if line.said:
            yield _OF_REGISTRY.sub("", line.said)


def _differences(old: list[str], new: list[str]) -> Iterator[str]:
    for kind, i, end, j, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            was, now = " ".join(old[i:end]), " ".join(new[j:stop])
            yield f"báo cáo: “{was}”; tệp đã ký: “{now}”"
