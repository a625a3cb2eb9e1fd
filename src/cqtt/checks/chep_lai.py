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
"""Lines, or files, that a finding names."""
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
    """KY11 (warning): comments that name *truoc*, and stood so in the same file of that period.

    One finding of the period's file, which may acknowledge it, however many files there are.
    """
    names = _names(truoc.ky)
    before: dict[str, Locator] = {xa.don_vi.ma: xa.nguon for xa in truoc.units}
    files = [(truoc.bao_cao.nguon, sau.bao_cao.nguon)]
    files += [(before[xa.don_vi.ma], xa.nguon) for xa in sau.units if xa.don_vi.ma in before]
    found = [f"{new.path}:{row}" for old, new in files if (row := _stale(old, new, names))]
    if found:
        others = f" và {len(found) - NAMED} tệp khác" if len(found) > NAMED else ""
        message = f"chú thích chép từ {truoc.ky.ma} còn nói về kỳ đó: {', '.join(found[:NAMED])}{others}"
        here = Position(sau.bao_cao.nguon.path)
        yield Problem(here, "KY11", message, "sửa chú thích cho kỳ này, hoặc xóa", severity=Severity.WARNING)


def _stale(old: Locator, new: Locator, names: re.Pattern[str]) -> int:
    """The first line (from 1) of *new* with a comment of *old* that has one of the *names*; 0 where there is none."""
    if not names.search(new.text):
        return 0
    known = {comment for line in old.lines if (comment := _comment(line))}
    for row, line in enumerate(new.lines, start=1):
        if (comment := _comment(line)) and comment in known and names.search(comment):
            return row
    return 0


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
