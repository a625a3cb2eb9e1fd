"""What the law moves: rules of the authority that hold from a day on. Each period keeps those of its own end."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from cqtt.models.ban_ghi import MoHinh
from cqtt.models.ky import ChotSoLieu, Ky
from cqtt.models.ngay import Ngay, ngay_thang
from cqtt.models.van_ban import MotDong, TenGoi

MUC_TOI_DA = 20
"""The most levels a scale has; a higher one is a slip of the finger on any scale."""

Chot = Literal["theo lịch", "Nghị định 09/2019"]
HanGui = Annotated[int, Field(ge=1, le=60)]


class QuyDinh(MoHinh):
    """A rule with the day from which it holds."""

    tu_ngay: Ngay | None = Field(
        default=None,
        title="Áp dụng từ ngày",
        description="Ví dụ 01/8/2026: áp dụng cho kỳ kết thúc từ ngày này; không ghi là từ trước đến nay.",
    )

    @property
    def tu(self) -> date:
        """The first day on which it holds; the first of all days where none is named."""
        return (ngay_thang(self.tu_ngay) if self.tu_ngay else None) or date.min


Q = TypeVar("Q", bound=QuyDinh)


class ThoiHan(QuyDinh):
    """How periods are cut off and when the report is due; what is None stays as the authority says elsewhere."""

    chot_so_lieu: Chot | None = Field(default=None, title="Cách chốt số liệu", description="Không ghi thì không đổi.")
    han_gui: HanGui | None = Field(
        default=None, title="Hạn gửi báo cáo", description="Số ngày làm việc; không ghi thì không đổi."
    )


class BieuMau(QuyDinh):
    """The form whose columns the units report, and the document that prescribes it."""

    ten: TenGoi = Field(title="Tên biểu mẫu", description="Ví dụ II.06/VPCP/KSTT.")
    van_ban: TenGoi = Field(
        title="Văn bản quy định biểu mẫu", description="Ví dụ Thông tư số 01/2020/TT-VPCP ngày 21/10/2020."
    )


class ThangMuc(QuyDinh):
    """The levels that a unit may be given, and what they are called."""

    ten: TenGoi = Field(title="Một mức gọi là gì", description="Ví dụ mức sao, cấp độ; in ở đầu cột.")
    gan: TenGoi = Field(title="Công bố mức gọi là gì", description="Ví dụ gắn sao, gắn biển; in ở đầu cột.")
    cac_muc: list[MotDong] = Field(
        title="Các mức, từ thấp đến cao",
        description="In đúng như ghi; tệp của đơn vị ghi tên mức hoặc số thứ tự, 1 là thấp nhất. Số đặt trong nháy.",
        min_length=1,
        max_length=MUC_TOI_DA,
    )

    def giong(self, other: "ThangMuc") -> bool:
        """Whether *other* has the same levels and words, from whatever day."""
        return (self.ten, self.gan, self.cac_muc) == (other.ten, other.gan, other.cac_muc)

    @property
    def danh_so(self) -> bool:
        """Whether the levels are called by their numbers."""
        return self.cac_muc == [str(number) for number in range(1, len(self.cac_muc) + 1)]

    @property
    def chu_thich(self) -> str:
        """What each number means: ``1: Đạt, 2: Khá``; empty where the levels are called by their numbers."""
        if self.danh_so:
            return ""
        return ", ".join(f"{number}: {name}" for number, name in enumerate(self.cac_muc, start=1))

    def noi(self, text: str, usual: "ThangMuc", *, typed: bool = False) -> str:
        """*text*, which speaks of levels in the words of the *usual* scale, in the words of this one.

        With *typed*, what stands in quotes was typed by somebody, and stays.
        """
        words = {usual.ten: self.ten, usual.gan: self.gan}
        if all(old == new for old, new in words.items()):
            return text
        known = "|".join(re.escape(word) for word in words)
        quoted = r"“[^”]*”|\"[^\"]*\"|" if typed else ""
        pattern = re.compile(rf"{quoted}\b(?:{known})\b", re.IGNORECASE)
        return pattern.sub(lambda found: _cased(words.get(found[0].lower(), ""), found[0]), text)


def _cased(word: str, old: str) -> str:
    """*word* with a capital where *old*, which it replaces, has one; *old* itself for no word."""
    return (word[:1].upper() + word[1:] if old[:1].isupper() else word) or old


class CoThangMuc(MoHinh):
    """The key of an authority whose report speaks of levels."""

    thang_muc: list[ThangMuc] = Field(
        default_factory=list,
        title="Thang mức công nhận",
        description="Mỗi thang có hiệu lực từ tu_ngay của nó; không ghi thì theo thang quen dùng của báo cáo.",
        max_length=20,
    )


class CoBieuMau(MoHinh):
    """The key of an authority whose report follows a form."""

    bieu_mau: list[BieuMau] = Field(
        default_factory=list,
        title="Biểu mẫu của số liệu",
        description="Ghi thì in dưới bảng; mỗi biểu mẫu có hiệu lực từ tu_ngay của nó.",
        max_length=20,
    )


def ap_dung(rules: Sequence[Q], ky: Ky) -> Q | None:
    """The one of *rules* that holds when the last month of *ky* ends; None where none holds yet.

    The end is that of the calendar, whatever the authority's cut-off, for a rule may change the cut-off.
    """
    end = ky.thoi_gian(ChotSoLieu.LICH)[1]
    return max((rule for rule in rules if rule.tu <= end), key=lambda rule: rule.tu, default=None)


def thang_cua(don_vi: MoHinh, ky: Ky, usual: ThangMuc | None) -> ThangMuc | None:
    """The scale that the authority *don_vi* uses in *ky*: its own, or the *usual* one of the report."""
    return (ap_dung(don_vi.thang_muc, ky) if isinstance(don_vi, CoThangMuc) else None) or usual


def bieu_mau_cua(don_vi: MoHinh, ky: Ky, usual: BieuMau | None) -> tuple[BieuMau | None, bool]:
    """The form that the authority *don_vi* follows in *ky*, and whether its file states it."""
    stated = ap_dung(don_vi.bieu_mau, ky) if isinstance(don_vi, CoBieuMau) else None
    return stated or usual, stated is not None
