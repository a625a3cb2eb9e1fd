"""The documents that a report cites: their register in the period's file, and how the Decree has them named."""

import re
from datetime import date
from typing import Annotated

from pydantic import Field

from cqtt.models.ban_ghi import MoHinh
from cqtt.models.ngay import Ngay, ngay_thang
from cqtt.models.van_ban import MotDong, TenGoi
from cqtt.numerals import day

NHA_NUOC = r"(?:(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ]*(?:-[A-ZĐ][A-Za-zĐđ0-9.]*)+|\d{4}/(?:UBTV)?QH\d{1,2})"
"""The symbol after the number of a state document: ``KH-UBND``, ``UBND-NV``, ``2020/NĐ-CP``, ``2023/QH15``
(NĐ 30/2020/NĐ-CP, Phụ lục I, II.3; Luật Ban hành văn bản quy phạm pháp luật)."""

CUA_DANG = r"[A-ZĐ][A-Za-zĐđ]*/[A-ZĐ][A-Za-zĐđ0-9.]*(?:-[A-ZĐ][A-Za-zĐđ0-9.]*)*"
"""The symbol after the number of a Party document: ``CV/TU``, ``KH/BCSĐ-BDVTU`` (HD 36-HD/VPTW)."""

VIET_TAT = {
    "nghị quyết": ("NQ",),
    "quyết định": ("QĐ",),
    "chỉ thị": ("CT",),
    "quy chế": ("QC",),
    "quy định": ("QyĐ", "QĐi", "QĐ"),  # QĐ: Quy định số 37-QĐ/TW
    "thông cáo": ("TC",),
    "thông báo": ("TB",),
    "hướng dẫn": ("HD",),
    "chương trình": ("CTr",),
    "kế hoạch": ("KH",),
    "phương án": ("PA",),
    "đề án": ("ĐA",),
    "dự án": ("DA",),
    "báo cáo": ("BC",),
    "biên bản": ("BB",),
    "tờ trình": ("TTr",),
    "hợp đồng": ("HĐ",),
    "công điện": ("CĐ",),
    "nghị định": ("NĐ",),
    "thông tư": ("TT",),
    "kết luận": ("KL",),
}
"""The abbreviations of the kinds of documents (NĐ 30/2020/NĐ-CP, Phụ lục III; HD 36-HD/VPTW)."""


class VanBanVienDan(MoHinh):
    """One document that the report cites."""

    ma: str = Field(
        title="Mã để viện dẫn",
        description="Không dấu, nối bằng gạch dưới: ke_hoach_152. Viện dẫn: {{ van_ban.ke_hoach_152 | vien_dan }}.",
        pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",
        max_length=60,
    )
    loai: TenGoi = Field(title="Tên loại văn bản", description="Kế hoạch, Quyết định, Công văn …")
    so: Annotated[int, Field(ge=1, le=99_999)] = Field(title="Số")
    ky_hieu: str = Field(
        title="Ký hiệu",
        description="Phần sau số. Của Nhà nước: KH-UBND, UBND-NV, 2020/NĐ-CP; của Đảng: CV/TU, KH/BCSĐ-BDVTU.",
        pattern=f"^(?:{NHA_NUOC}|{CUA_DANG})$",
        max_length=40,
    )
    ngay: Ngay = Field(title="Ngày ban hành", description="Ví dụ 06/3/2024.")
    co_quan: MotDong = Field(title="Cơ quan ban hành", description="Như viết sau chữ “của”: Ban Thường vụ Tỉnh ủy.")
    trich_yeu: MotDong | None = Field(
        default=None, title="Trích yếu", description="Viết cả chữ nối, in ngay sau tên cơ quan: về việc nâng cao …"
    )

    @property
    def ngay_ban_hanh(self) -> date:
        """The date of issue."""
        found = ngay_thang(self.ngay)
        assert found is not None, "validated by Ngay"
        return found

    @property
    def so_ky_hieu(self) -> str:
        """``898/UBND-NV`` for a state document, ``2858-CV/TU`` for one of the Party.

        A state number below ten takes a zero (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.a); a Party one stands as it is.
        """
        state = re.fullmatch(NHA_NUOC, self.ky_hieu)
        return f"{self.so:02}/{self.ky_hieu}" if state else f"{self.so}-{self.ky_hieu}"

    @property
    def ngan(self) -> str:
        """How it is named from the second time on: ``Công văn số 898/UBND-NV`` (NĐ 30/2020, Phụ lục I, II.6.b)."""
        return f"{self.loai} số {self.so_ky_hieu}"

    def day_du(self, *, co_quan: bool = True) -> str:
        """How it is named the first time: kind, number, date, issuer, subject (II.6.b).

        Without *co_quan* where the sentence has already said who issued it.
        """
        parts = [f"{self.ngan} ngày {day(self.ngay_ban_hanh)}"]
        parts += [f"của {self.co_quan}"] if co_quan else []
        parts += [self.trich_yeu] if self.trich_yeu else []
        return " ".join(parts)
