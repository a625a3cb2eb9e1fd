"""Rules about appendices: their heads, numbers, pages, and their mention in the text (Phụ lục I, Phần I, III.1)."""

import re
from collections.abc import Iterator

from cqtt.clauses import PHU_LUC
from cqtt.numerals import roman
from cqtt.word.decree.elements import Elements
from cqtt.word.decree.finding import Found, Look, misfits

_HEAD = re.compile(rf"{PHU_LUC}(?: (?P<number>[IVXLCDM]+))?")


def head(found: Elements) -> Iterator[Found]:
    """``Phụ lục``, a line of its own, not in capitals; several are numbered in Roman numerals."""
    several = len(found.appendices) > 1
    for i, appendix in enumerate(found.appendices, start=1):
        wanted = f"{PHU_LUC} {roman(i)}" if several else PHU_LUC
        matched = _HEAD.fullmatch(appendix.head.said)
        if matched is None or (several and matched["number"] != roman(i)):
            yield Found(PHU_LUC, appendix.head, f"viết “{appendix.head.said}”", f"“{wanted}” trên một dòng riêng")


def head_look(found: Elements) -> Iterator[Found]:
    """``Phụ lục I`` is bold, upright, 14, centred."""
    look = Look((14, 14), bold=True, align="center")
    return misfits(PHU_LUC, [appendix.head for appendix in found.appendices], look)


def title(found: Elements) -> Iterator[Found]:
    """The title of an appendix is in capitals."""
    for appendix in found.appendices:
        for line in appendix.title:
            if not line.words.isupper():
                yield Found("Tên phụ lục", line, "không in hoa", "chữ in hoa")


def title_look(found: Elements) -> Iterator[Found]:
    """The title of an appendix is bold, upright, 13 to 14, centred."""
    look = Look((13, 14), bold=True, align="center")
    return misfits("Tên phụ lục", [line for appendix in found.appendices for line in appendix.title], look)


def enclosed(found: Elements) -> Iterator[Found]:
    """Below the title is said which document the appendix belongs to."""
    for appendix in found.appendices:
        if appendix.enclosed is None:
            yield Found(PHU_LUC, appendix.head, "không có dòng “(Kèm theo …)”", "“(Kèm theo Báo cáo số … của …)”")


def enclosed_look(found: Elements) -> Iterator[Found]:
    """That line is italic, 13 to 14, centred."""
    look = Look((13, 14), bold=False, italic=True, align="center")
    return misfits("Kèm theo", [appendix.enclosed for appendix in found.appendices], look)


def pages(found: Elements) -> Iterator[Found]:
    """The pages of each appendix are counted anew; one in a file of its own begins with it."""
    for appendix in found.appendices[1 if found.enclosed else 0 :]:
        section = found.written.sections[min(appendix.head.place.section, len(found.written.sections) - 1)]
        if section.start != 1 or appendix.head.place.section == 0:
            wanted = "đánh số trang riêng: ngắt sang phần mới (Next Page), số trang bắt đầu từ 1"
            yield Found(PHU_LUC, appendix.head, "số trang đánh tiếp theo văn bản", wanted)


def mentioned(found: Elements) -> Iterator[Found]:
    """The text refers to its appendices."""
    if found.appendices and found.text and not any("phụ lục" in line.said.lower() for line in found.text):
        yield Found(PHU_LUC, found.appendices[0].head, "không được nhắc đến trong văn bản", "chỉ dẫn về phụ lục")
