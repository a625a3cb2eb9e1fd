"""Rules of the authority with the day from which each holds: which one holds must be beyond doubt (DV05, DV06)."""

from collections.abc import Iterator

from cqtt.models.don_vi import DonVi
from cqtt.models.du_lieu import CoNguon
from cqtt.models.quy_dinh import QuyDinh, ThangMuc
from cqtt.names import fold
from cqtt.problems import Key, Problem


def dated_rules(don_vi: CoNguon[DonVi]) -> Iterator[Problem]:
    """DV05: two rules of one kind from one day; DV06: two levels of a scale with one name."""
    for name in type(don_vi.gia_tri).model_fields:
        value = getattr(don_vi.gia_tri, name)
        rules = [rule for rule in value if isinstance(rule, QuyDinh)] if isinstance(value, list) else []
        first: dict[object, int] = {}
        for i, rule in enumerate(rules):
            before = first.setdefault(rule.tu, i)
            if before != i:
                yield _same_day(don_vi, (name, i), (name, before), rule)
            if isinstance(rule, ThangMuc):
                yield from _same_name(don_vi, (name, i, "cac_muc"), rule)


def _same_day(don_vi: CoNguon[DonVi], key: Key, before: Key, rule: QuyDinh) -> Problem:
    day = f"từ ngày {rule.tu_ngay}" if rule.tu_ngay else "không ghi tu_ngay"
    line = don_vi.nguon.position(before).line
    hint = f"giữ một trong hai, hoặc ghi tu_ngay khác cho mục này: dòng {line} và dòng này"
    return Problem(don_vi.nguon.position(key), "DV05", f"hai mục cùng {day}", hint, str(key[0]))


def _same_name(don_vi: CoNguon[DonVi], key: Key, rule: ThangMuc) -> Iterator[Problem]:
    seen: set[str] = set()
    for i, name in enumerate(rule.cac_muc):
        if fold(name) in seen:
            here = don_vi.nguon.position((*key, i))
            yield Problem(here, "DV06", f"hai mức cùng tên “{name}”", "mỗi mức một tên khác nhau", str(key[0]))
        seen.add(fold(name))
