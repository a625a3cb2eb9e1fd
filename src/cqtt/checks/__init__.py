"""Rules over data that are valid one by one but may not fit together. One rule, one function, one code."""

from collections.abc import Callable, Iterator

from cqtt.checks import don_vi_cap_xa, ho_so, van_ban, vien_dan
from cqtt.models.du_lieu import BaoCaoXa, DuLieu
from cqtt.models.ky import Ky
from cqtt.problems import Problem

OF_COMMUNES: tuple[Callable[[tuple[BaoCaoXa, ...], Ky], Iterator[Problem]], ...] = (
    ho_so.received_is_accounted_for,
    ho_so.totals_agree_with_parts,
    ho_so.whole_is_accounted_for,
    ho_so.digitised_within_whole,
    ho_so.settled_online_was_received,
    don_vi_cap_xa.posted_within_due,
    don_vi_cap_xa.stars_need_recognition,
    don_vi_cap_xa.recognition_is_not_in_the_future,
    don_vi_cap_xa.recognised_have_stars,
    don_vi_cap_xa.no_initiative_twice,
    don_vi_cap_xa.initiatives_have_names,
    don_vi_cap_xa.equipment_is_like_the_others,
    don_vi_cap_xa.no_two_communes_report_the_same,
)
OF_THE_DOCUMENT: tuple[Callable[[DuLieu], Iterator[Problem]], ...] = (
    van_ban.named_communes_exist,
    van_ban.date_exists,
    van_ban.capacity_is_whole,
    van_ban.signer_is_known,
    van_ban.lines_leave_their_marks_to_the_layout,
    vien_dan.symbol_fits_kind,
    vien_dan.no_document_twice,
    vien_dan.texts_leave_the_mark_to_the_sentence,
    vien_dan.issued_before_the_report,
)


def check_communes(xa_phuong: tuple[BaoCaoXa, ...], ky: Ky) -> list[Problem]:
    """Everything that the rules find in the communes' figures of *ky*."""
    return [problem for rule in OF_COMMUNES for problem in rule(xa_phuong, ky)]


def check(data: DuLieu) -> list[Problem]:
    """Everything that the rules find in *data*."""
    of_document = [problem for rule in OF_THE_DOCUMENT for problem in rule(data)]
    return check_communes(data.xa_phuong, data.ky) + of_document
