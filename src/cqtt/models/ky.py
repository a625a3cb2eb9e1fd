"""The reporting period: its identifier, its printed names and its cut-off dates."""

import re
from collections.abc import Collection
from datetime import date, timedelta
from enum import Enum

from msgspec import Struct

from cqtt.names import fold

NAM_DAU, NAM_CUOI = 2000, 2100
_QUY = 3
LA_MA = ("", "I", "II", "III", "IV")


class ChotSoLieu(Enum):
    """How the authority cuts its periods off."""

    LICH = "theo lịch"  # 01/01 - 31/3
    ND_09 = "Nghị định 09/2019"  # 15/12 - 14/3 (NĐ 09/2019/NĐ-CP, Điều 12)


class Ky(Struct, frozen=True, order=True):
    """A period by its first and last month. ``2024Q1``, ``2024H2``, ``2024M09``, ``2024``, ``2024-03``."""

    nam: int
    thang_dau: int
    thang_cuoi: int

    @property
    def ma(self) -> str:
        """The identifier, which is also the folder's name below ``data/``."""
        match self.thang_dau, self.thang_cuoi:
            case 1, 12:
                return f"{self.nam}"
            case 1, 9:
                return f"{self.nam}M09"
            case dau, cuoi if dau == cuoi:
                return f"{self.nam}-{dau:02}"
            case dau, cuoi if cuoi - dau == 2:
                return f"{self.nam}Q{cuoi // 3}"
            case _:
                return f"{self.nam}H{self.thang_cuoi // 6}"

    @property
    def ten_ngan(self) -> str:
        """The name without its year, inside a sentence: ``quý I``, ``6 tháng đầu năm``; empty for a year."""
        match self.thang_dau, self.thang_cuoi:
            case 1, 12:
                return ""
            case 1, 9:
                return "9 tháng đầu năm"
            case dau, cuoi if dau == cuoi:
                return f"tháng {dau}"
            case dau, cuoi if cuoi - dau == 2:
                return f"quý {LA_MA[cuoi // 3]}"
            case dau, _:
                return "6 tháng đầu năm" if dau == 1 else "6 tháng cuối năm"

    @property
    def ten(self) -> str:
        """The full name inside a sentence: ``quý I năm 2024``, ``6 tháng đầu năm 2024``, ``năm 2024``."""
        ngan = self.ten_ngan
        return f"{ngan} {self.nam}" if ngan.endswith("năm") else f"{ngan} năm {self.nam}".strip()

    @property
    def ten_hoa(self) -> str:
        """The full name at the head of a sentence: ``Quý I năm 2024``."""
        return self.ten[:1].upper() + self.ten[1:]

    @property
    def so_thang(self) -> int:
        """How many months it spans."""
        return self.thang_cuoi - self.thang_dau + 1

    @property
    def ky_truoc(self) -> "Ky | None":
        """The period of the same length just before: of 2024Q1 it is 2023Q4; None for nine months, which have none."""
        if 12 % self.so_thang:
            return None
        nam, thang_cuoi = (self.nam, self.thang_dau - 1) if self.thang_dau > 1 else (self.nam - 1, 12)
        return Ky(nam, thang_cuoi - self.so_thang + 1, thang_cuoi)

    @property
    def cung_ky(self) -> "Ky":
        """The same period of the year before."""
        return Ky(self.nam - 1, self.thang_dau, self.thang_cuoi)

    @property
    def goi_ky_truoc(self) -> str:
        """What sentences call the period before: ``quý trước``, ``năm trước``, ``6 tháng cuối năm 2023``."""
        ten = {1: "tháng trước", 3: "quý trước", 12: "năm trước"}
        return ten.get(self.so_thang) or (self.ky_truoc.ten if self.ky_truoc else "")

    def phu(self, co: Collection["Ky"]) -> tuple[tuple["Ky", ...], tuple["Ky", ...]]:
        """The shorter periods of *co* that make this one up, in their order, and those that are missing for it.

        Quarters come first, months where there is no quarter; a missing quarter is named as such.
        """
        parts: list[Ky] = []
        missing: list[Ky] = []
        thang = self.thang_dau
        while thang <= self.thang_cuoi:
            found = [k for k in co if k.nam == self.nam and k.thang_dau == thang and k.so_thang < self.so_thang]
            found = [k for k in found if k.thang_cuoi <= self.thang_cuoi]
            if found:
                part = min(found, key=lambda k: (k.so_thang != _QUY, -k.so_thang))
                parts.append(part)
            else:
                whole = self.so_thang > _QUY and thang % _QUY == 1
                part = Ky(self.nam, thang, thang + _QUY - 1 if whole else thang)
                missing.append(part)
            thang = part.thang_cuoi + 1
        return tuple(parts), tuple(missing)

    def thoi_gian(self, chot: ChotSoLieu) -> tuple[date, date]:
        """The first and the last day that the period counts (NĐ 09/2019/NĐ-CP, Điều 12, or the calendar)."""
        dau = date(self.nam, self.thang_dau, 1)
        sau = date(self.nam + self.thang_cuoi // 12, self.thang_cuoi % 12 + 1, 1)
        if chot is ChotSoLieu.LICH:
            return dau, sau - timedelta(days=1)
        truoc = dau - timedelta(days=1)
        return truoc.replace(day=15), date(self.nam, self.thang_cuoi, 14)


def sau_ngay_lam_viec(ngay: date, so_ngay: int) -> date:
    """The day *so_ngay* working days after *ngay*; Saturdays and Sundays are none. Public holidays are not known."""
    while so_ngay:
        ngay += timedelta(days=1)
        so_ngay -= ngay.weekday() < _THU_BAY
    return ngay


_THU_BAY = 5
_DANG = re.compile(
    r"(?P<nam>\d{4})(?:Q(?P<quy>[1-4])|H(?P<nua>[12])|(?P<chin>M09)|-(?P<thang>0[1-9]|1[0-2]))?", re.ASCII
)


def doc_ky(text: str) -> Ky | None:
    """The period that *text* names, or None where it names none (``2024Q5``, ``Q1/2024``, a year outside 2000-2100)."""
    found = _DANG.fullmatch(text)
    if not found or not NAM_DAU <= int(found["nam"]) <= NAM_CUOI:
        return None
    nam = int(found["nam"])
    if found["quy"]:
        quy = int(found["quy"])
        return Ky(nam, 3 * quy - 2, 3 * quy)
    if found["nua"]:
        return Ky(nam, 6 * int(found["nua"]) - 5, 6 * int(found["nua"]))
    if found["thang"]:
        return Ky(nam, int(found["thang"]), int(found["thang"]))
    return Ky(nam, 1, 9 if found["chin"] else 12)


_SEP = r"[\s/_.,-]*"
_CACH_GOI = tuple(
    re.compile(form)
    for form in (
        rf"(?:nam{_SEP})?(?P<nam>\d{{4}}){_SEP}(?:quy|q){_SEP}(?P<quy>[1-4]|i{{1,3}}|iv)",
        rf"(?:quy|q){_SEP}(?P<quy>[1-4]|i{{1,3}}|iv){_SEP}(?:nam)?{_SEP}(?P<nam>\d{{4}})",
        rf"(?P<nam>\d{{4}}){_SEP}h{_SEP}(?P<nua>[12])",
        rf"(?P<nam>\d{{4}}){_SEP}m{_SEP}0?9(?P<chin>)",
        rf"(?P<nam>\d{{4}}){_SEP}(?:thang|t){_SEP}(?P<thang>\d{{1,2}})",
        rf"(?:thang|t){_SEP}(?P<thang>\d{{1,2}}){_SEP}(?:nam)?{_SEP}(?P<nam>\d{{4}})",
        r"(?P<nam>\d{4})[/_.-](?P<thang>\d{1,2})",
        r"(?P<thang>\d{1,2})[/_.-](?P<nam>\d{4})",
        rf"nam{_SEP}(?P<nam>\d{{4}})",
    )
)
_MOT_DEN_BON = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def hieu_ky(text: str) -> Ky | None:
    """The period that a person means by *text*, however written: ``2025q3``, ``Q3/2025``, ``quý III-2025``.

    None where it is none, or could be two. Folders need the identifier itself (``doc_ky``).
    """
    words = fold(text).strip()
    if exact := doc_ky(words.upper()):
        return exact
    for form in _CACH_GOI:
        if found := form.fullmatch(words):
            given = {name: value for name, value in found.groupdict().items() if value is not None}
            return doc_ky(_ma(given))
    return None


def _ma(given: dict[str, str]) -> str:
    """The identifier of a period out of the parts of its name."""
    nam = given["nam"]
    if quy := given.get("quy"):
        return f"{nam}Q{_MOT_DEN_BON.get(quy, quy)}"
    if nua := given.get("nua"):
        return f"{nam}H{nua}"
    if thang := given.get("thang"):
        return f"{nam}-{int(thang):02}"
    return f"{nam}M09" if "chin" in given else nam
