"""What was copied from the period before and not written anew: prose, and comments that still speak of that period."""

import re
from collections.abc import Iterator, Sequence

from cqtt.checks.so_sanh import bounds
from cqtt.models.bao_cao import BaoCao
from cqtt.models.du_lieu import DuLieu
from cqtt.models.ky import LA_MA, Ky
from cqtt.problems import Key, Locator, Position, Problem, Severity

A_PARAGRAPH = 500
"""Characters from which on one text that is the same is no set phrase."""
NAMED = 5
"""Lines that a finding names."""
_QUARTER = 3


def prose_is_written_anew(truoc: DuLieu, sau: DuLieu) -> Iterator[Problem]:
    """KY10: texts of the period's prose that stood so in *truoc*: a notice for set phrases, a warning for more.

    More is a whole paragraph, or such a share of all texts as the authority's bounds have it (``phan_giong``).
    """
    old = {_plain(text) for _, text in _texts(truoc.bao_cao.gia_tri)}
    every = list(_texts(sau.bao_cao.gia_tri))
    same = [(key, text) for key, text in every if _plain(text) in old]
    if not same:
        return
    share = len(same) * 100 >= bounds(sau).phan_giong * len(every)
    much = share or any(len(_plain(text)) >= A_PARAGRAPH for _, text in same)
    source = sau.bao_cao.nguon
    lines = [source.text_extent(key).first for key, _ in same]
    message = f"{len(same)}/{len(every)} đoạn văn xuôi giống hệt {truoc.ky.ma}: {_rows(lines)}"
    hint = "xem từng đoạn có còn đúng với kỳ này không; sửa, hoặc ghi lý do ở chap_nhan"
    severity = Severity.WARNING if much else Severity.NOTICE
    yield Problem(source.position(same[0][0]), "KY10", message, hint, "van_xuoi", severity)


def comments_speak_of_this_period(truoc: DuLieu, sau: DuLieu) -> Iterator[Problem]:
    """KY11 (warning): lines with a comment that names *truoc*, and stood so in the same file of that period."""
    names = _names(truoc.ky)
    before: dict[str, Locator] = {xa.don_vi.ma: xa.nguon for xa in truoc.units}
    files = [(before.get(xa.don_vi.ma), xa.nguon) for xa in sau.units]
    for old, new in [*files, (truoc.bao_cao.nguon, sau.bao_cao.nguon)]:
        if old is not None and names.search(new.text):
            yield from _stale(old, new, names, truoc.ky)


def _stale(old: Locator, new: Locator, names: re.Pattern[str], ky: Ky) -> Iterator[Problem]:
    known = {comment for line in old.lines if (comment := _comment(line))}
    found = [
        (number, line)
        for number, line in enumerate(new.lines, start=1)
        if (comment := _comment(line)) and comment in known and names.search(comment)
    ]
    if found:
        number, line = found[0]
        column = line.index("#") + 1
        message = f"chú thích chép từ {ky.ma} còn nói về kỳ đó: {_rows([number for number, _ in found])}"
        here = Position(new.path, number, column, line, len(line) - column + 1)
        yield Problem(here, "KY11", message, "sửa chú thích cho kỳ này, hoặc xóa", severity=Severity.WARNING)


def _comment(line: str) -> str:
    """What stands behind the first ``#`` of a line that begins a comment; empty where there is none."""
    found = re.search(r"(?:^|\s)#(.*)", line) if "#" in line else None
    return found[1].strip() if found else ""


def _names(ky: Ky) -> re.Pattern[str]:
    """How a comment names *ky*, or a month or a day in it."""
    words = {re.escape(ky.ten), re.escape(ky.ma)}
    if ky.so_thang == _QUARTER:
        quarter = ky.thang_cuoi // _QUARTER
        words.add(rf"(?:quý|Q)\s*(?:{LA_MA[quarter]}|{quarter})\s*(?:[/-]|năm)\s*{ky.nam}")
    months = "|".join(f"0?{month}" for month in range(ky.thang_dau, ky.thang_cuoi + 1))
    words.add(rf"(?:tháng\s*|\d{{1,2}}[/.-])?(?<!\d)(?:{months})\s*(?:[/.-]|năm)\s*{ky.nam}")
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words))})(?!\w)", re.IGNORECASE)


def _texts(bao_cao: BaoCao) -> Iterator[tuple[Key, str]]:
    """Every text of the period's prose with its place, the items of a list one by one."""
    for name in type(bao_cao.van_xuoi).model_fields:
        value = getattr(bao_cao.van_xuoi, name)
        if isinstance(value, str):
            yield ("van_xuoi", name), value
        else:
            yield from ((("van_xuoi", name, i), text) for i, text in enumerate(value or ()))


def _plain(text: str) -> str:
    """*text* however it is broken into lines."""
    return " ".join(text.split())


def _rows(lines: Sequence[int]) -> str:
    return "dòng " + ", ".join(map(str, lines[:NAMED])) + (" …" if len(lines) > NAMED else "")
