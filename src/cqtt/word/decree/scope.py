"""What the Decree says nothing about: documents whose layout is another's (Điều 1, Điều 7)."""

from collections.abc import Iterator

from cqtt.word.decree.elements import Elements
from cqtt.word.decree.finding import Found

_WANTED = "thể thức của nó theo quy định riêng; lệnh này chỉ soát văn bản hành chính"


def outside(found: Elements) -> Iterator[Found]:
    """A legal normative document, what is issued with one, or a document of the Party: said once, and nothing else."""
    if found.law is not None:
        yield Found("Loại văn bản", found.law, "văn bản quy phạm pháp luật, không soát", _WANTED)
    elif found.party is not None:
        yield Found("Loại văn bản", found.party, "văn bản của Đảng, không soát", _WANTED)
