"""One commune's answers: procedures posted, recognition and stars, initiatives, equipment."""

from collections.abc import Iterator

from cqtt.models.ky import Ky
from cqtt.models.report_type import Balance
from cqtt.names import title_key
from cqtt.numerals import count
from cqtt.problems import Problem, Severity
from cqtt.reports.than_thien.phuong_xa import TrangThietBi
from cqtt.reports.than_thien.rules import RULES, Xa

BALANCES = (
    Balance(
        "Đã niêm yết không nhiều hơn phải niêm yết",
        "mot_cua.tthc_phai_niem_yet",
        ("mot_cua.tthc_da_niem_yet",),
        within=True,
    ),
)
"""MC01 as a form shows it."""


@RULES.of_units
def posted_within_due(units: tuple[Xa, ...], _: Ky) -> Iterator[Problem]:
    """MC01: no more procedures are posted than must be."""
    for xa in units:
        posted, due = xa.so_lieu.mot_cua.tthc_da_niem_yet, xa.so_lieu.mot_cua.tthc_phai_niem_yet
        if posted > due:
            message = f"đã niêm yết {count(posted)}, nhiều hơn số phải niêm yết {count(due)}"
            yield xa.problem(("mot_cua", "tthc_da_niem_yet"), "MC01", message, "kiểm tra cả hai số")


@RULES.of_units
def stars_need_recognition(units: tuple[Xa, ...], _: Ky) -> Iterator[Problem]:
    """CN01: stars, and their level, only where the commune is recognised."""
    for xa in units:
        cong_nhan = xa.so_lieu.cong_nhan
        if cong_nhan.nam is not None:
            continue
        for name, value in (("da_gan_sao", cong_nhan.da_gan_sao), ("muc_sao", cong_nhan.muc_sao)):
            if value:
                message = f"có {name} nhưng chưa có năm được công nhận (nam: null)"
                mend = f"ghi nam, hoặc sửa {name} thành {'false' if value is True else 'null'}"
                yield xa.problem(("cong_nhan", name), "CN01", message, mend)


@RULES.of_units
def recognition_is_not_in_the_future(units: tuple[Xa, ...], ky: Ky) -> Iterator[Problem]:
    """CN02: recognised in the period's year at the latest."""
    for xa in units:
        nam = xa.so_lieu.cong_nhan.nam
        if nam is not None and nam > ky.nam:
            message = f"năm được công nhận {nam} sau kỳ báo cáo {ky.ma}"
            yield xa.problem(("cong_nhan", "nam"), "CN02", message, "kiểm tra lại năm")


@RULES.of_units
def recognised_have_stars(units: tuple[Xa, ...], ky: Ky) -> Iterator[Problem]:
    """CN03, for information: recognised, but the stars are not yet up."""
    for xa in units:
        nam = xa.so_lieu.cong_nhan.nam
        if nam is not None and nam <= ky.nam and not xa.so_lieu.cong_nhan.da_gan_sao:
            hint = "đúng như vậy thì không cần sửa; báo cáo sẽ nêu tên"
            message = f"được công nhận năm {nam} mà chưa gắn sao"
            yield xa.problem(("cong_nhan", "da_gan_sao"), "CN03", message, hint, Severity.NOTICE)


@RULES.of_units
def no_initiative_twice(units: tuple[Xa, ...], _: Ky) -> Iterator[Problem]:
    """XA02: a commune names each initiative once; over several periods one of the same name is the same."""
    for xa in units:
        seen: dict[str, int] = {}
        for i, initiative in enumerate(xa.so_lieu.sang_kien):
            first = seen.setdefault(title_key(initiative.ten), i)
            if first != i:
                where = f"dòng {xa.nguon.position(('sang_kien', first, 'ten')).line}"
                hint = f"giữ một trong hai: {where} hoặc dòng này"
                yield xa.problem(("sang_kien", i, "ten"), "XA02", f"sáng kiến này đã ghi ở {where}", hint)


@RULES.of_units
def initiatives_have_names(units: tuple[Xa, ...], _: Ky) -> Iterator[Problem]:
    """XA03: the name of an initiative has a letter or a digit; ``---`` would be counted and printed as one."""
    for xa in units:
        for i, initiative in enumerate(xa.so_lieu.sang_kien):
            if not any(map(str.isalnum, initiative.ten)):
                message = f"“{initiative.ten}” không phải tên sáng kiến"
                hint = "ghi tên sáng kiến, hoặc bỏ mục này; không có sáng kiến nào thì ghi sang_kien: []"
                yield xa.problem(("sang_kien", i, "ten"), "XA03", message, hint)


FAR = 10
"""A count so many times the median is a slip of the finger, not a well-equipped commune."""

ENOUGH = 5
"""Fewer communes than this have no median worth comparing with."""


@RULES.of_units
def equipment_is_like_the_others(units: tuple[Xa, ...], _: Ky) -> Iterator[Problem]:
    """TB01 (warning): no count of equipment is ten times what the middle commune has."""
    if len(units) < ENOUGH:
        return
    for name in TrangThietBi.model_fields:
        known = [(xa, value) for xa in units if (value := getattr(xa.so_lieu.trang_thiet_bi, name)) is not None]
        middle = sorted(value for _, value in known)[len(known) // 2] if len(known) >= ENOUGH else 0
        for xa, value in known:
            if middle and value >= FAR * middle:
                message = f"{count(value)}, trong khi đơn vị ở giữa chỉ có {count(middle)}"
                hint = "kiểm tra xem có gõ thừa chữ số không"
                yield xa.problem(("trang_thiet_bi", name), "TB01", message, hint, Severity.WARNING)
