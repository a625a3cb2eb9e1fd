"""The filters of the template: the only way from a figure to the page.

Each returns a slot and keeps the printed words with the figure's path, so the number on paper can be explained.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from cqtt import numerals
from cqtt.manuscript import SLOT, Insert, TableInsert, slot
from cqtt.models.don_vi import DonVi
from cqtt.models.duong_dan import CUNG_KY, KY_TRUOC, DuongDan
from cqtt.models.ky import NAM_CUOI, NAM_DAU
from cqtt.models.so_lieu import DonViTinh
from cqtt.models.so_sanh import cau_so_sanh
from cqtt.models.tong_hop import TongHop
from cqtt.names import ends_itself
from cqtt.template.arguments import USUAL, need, need_words, units, within, wrong
from cqtt.template.citations import Citations, Cited
from cqtt.template.naming import APPENDIX, Naming
from cqtt.template.values import Day, TemplateFault, Words

UNKNOWN_COLUMN = ""
"""Stands among the numbered columns for one that is wrong, so that what refers to it is not reported as well."""


class Printer:
    """Collects what is printed; its public methods are the filters, by their names in the template."""

    def __init__(self, tong_hop: TongHop | None = None) -> None:
        self.tong_hop = tong_hop
        self.inserts: list[Insert | TableInsert] = []
        self.declared: dict[str, str] = {}
        """Why each number typed by hand stands there, by its path ``ghi_tay.1``."""
        self.citations = Citations()
        self.naming = Naming(tong_hop)
        self._kinds = tong_hop.don_vi.thu_tu_loai if tong_hop else DonVi.thu_tu_loai
        self.columns: dict[str, int] = {}
        """The number over each column of the tables so far that number theirs, by what the column prints."""

    def put(self, text: str, path: str = "") -> str:
        """The slot for *text*."""
        self.inserts.append(Insert(text, path))
        return slot(len(self.inserts) - 1)

    def words(self, value: Words) -> str:
        """Words, as typed."""
        return self._words(value, value.text)

    def so(self, value: object) -> str:
        """A count with thousands set off (``5.007``), an average with one decimal."""
        return self._figure(value, "so", numerals.decimal)

    def so2(self, value: object) -> str:
        """A count below ten with a zero in front: ``03``."""
        return self._figure(value, "so2", numerals.padded)

    def phan_tram(self, value: object) -> str:
        """A rate in percent with one decimal: ``96,6%``."""
        return self._rate(value, "phan_tram")

    def tren(self, value: object) -> str:
        """A rate as a claim: ``trên 96%``."""
        return self._rate(value, "tren", numerals.above)

    def tien(self, value: object) -> str:
        """An amount of money: ``17 tỷ đồng``."""
        figure = need(value, "tien")
        if figure.don_vi_tinh is not DonViTinh.DONG:
            raise wrong(figure, "tien", "chỉ dùng cho số tiền")
        return self._figure(value, "tien")

    def la_ma(self, value: object) -> str:
        """A count as a Roman numeral."""
        within(value, "la_ma", 1, 3999)
        return self._figure(value, "la_ma", numerals.roman)

    def nam(self, value: object) -> str:
        """A year: ``2023``, never ``2.023``."""
        within(value, "nam", NAM_DAU, NAM_CUOI)
        return self._figure(value, "nam", str)

    def ngay(self, value: object) -> str:
        """A date: ``06/3/2024``."""
        if not isinstance(value, Day):
            raise TemplateFault(
                "KHUON04", "bộ lọc ngay chỉ dùng cho ngày tháng", "ví dụ {{ ky.tu_ngay | ngay }}", "| ngay"
            )
        return self.put(numerals.day(value.value), value.path)

    def liet_ke(self, value: object, noi: object = "", neu_so: object = True) -> str:  # noqa: FBT002  # named in the template
        """The names of the units that a figure counts; ``liet_ke("và")`` joins the last one so.

        More names than ``neu_ten_toi_da`` become ``14 xã, phường nêu tại Phụ lục III``, and with ``neu_so=false``
        ``các đơn vị nêu tại Phụ lục III``; the appendix ``danh_sach`` names them.
        """
        if not isinstance(noi, str) or SLOT.search(noi):
            raise TemplateFault("KHUON04", "chữ nối của liet_ke đặt trong nháy", 'ví dụ liet_ke("và")', "liet_ke")
        if not isinstance(neu_so, bool):
            raise TemplateFault(
                "KHUON04", "neu_so của liet_ke là true hoặc false", "ví dụ liet_ke(neu_so=false)", "liet_ke"
            )
        counted, figure = units(value, "liet_ke"), need(value, "liet_ke")
        if not self.naming.is_too_long(counted):
            return self.put(self.naming.names(counted, noi) or numerals.ABSENT, figure.duong_dan)
        self.naming.move(figure)
        who = f"{self.so(value)} {self.loai(value)}" if neu_so else "các đơn vị"
        return f"{who} nêu tại [](#{APPENDIX})"

    def loai(self, value: object) -> str:
        """The kinds of the units that a figure counts: ``phường``, or ``xã, phường`` where both are there."""
        found = {unit.loai for unit in units(value, "loai")}
        return self.put(", ".join(kind for kind in self._kinds if kind in found))

    def hoa(self, value: object) -> str:
        """Words in capitals."""
        words = need_words(value, "hoa")
        return self._words(words, words.text.upper())

    def hoa_dau(self, value: object) -> str:
        """Words with a capital in front, for the head of a sentence."""
        words = need_words(value, "hoa_dau")
        return self._words(words, words.text[:1].upper() + words.text[1:])

    def het_cau(self, value: object) -> str:
        """Words as the end of a sentence or of an item: with a full stop, unless they bring their own: ``“x.”``."""
        words = need_words(value, "het_cau")
        return self._words(words, words.text) + "." * (not ends_itself(words.text))

    def dau_x(self, value: object) -> str:
        """An answer in a table: ``x`` for yes, nothing for no."""
        if not isinstance(value, bool):
            raise TemplateFault(
                "KHUON04", "bộ lọc dau_x chỉ dùng cho giá trị true/false", "dùng so, phan_tram cho số liệu", "| dau_x"
            )
        return self.put("x" if value else "")

    def stt(self, value: object) -> str:
        """The number of a table's row: ``{{ loop.index | stt }}``."""
        if not isinstance(value, int) or isinstance(value, bool):
            raise TemplateFault("KHUON04", "bộ lọc stt chỉ dùng cho số thứ tự", "ví dụ {{ loop.index | stt }}", "| stt")
        return self.put(str(value))

    def cot(self, value: object) -> str:
        """The number over a table's column, ``(3)``, of the last table above that numbers one with this figure.

        A figure that the authority itself has not is named in quotes: ``{{ "nhom.nam" | cot }}``.
        """
        path = value if isinstance(value, str) and not SLOT.search(value) else need(value, "cot").duong_dan
        number = self.columns.get(path) or self.columns.get(UNKNOWN_COLUMN)
        if number is None:
            hint = "cột được đánh số khi bảng ghi danh_so: {% bang … danh_so %}"
            raise TemplateFault("KHUON02", f"không bảng nào ở trên đánh số cột {path}", hint, path)
        return self.put(f"({number})")

    def ghi_tay(self, value: object, vi_sao: object = "") -> str:
        """A number typed by hand, with the reason: ``{{ "17" | ghi_tay("theo Quyết định …") }}``."""
        if not isinstance(value, str) or not isinstance(vi_sao, str) or not (value.strip() and vi_sao.strip()):
            hint = 'ví dụ {{ "17" | ghi_tay("số thành viên theo quyết định") }}'
            raise TemplateFault("KHUON04", "bộ lọc ghi_tay cần chữ trong nháy và lý do", hint, "| ghi_tay")
        if SLOT.search(value):
            raise TemplateFault(
                "KHUON04", "bộ lọc ghi_tay chỉ dùng cho chữ gõ tay", "số liệu in bằng so, phan_tram", "| ghi_tay"
            )
        path = f"ghi_tay.{len(self.declared) + 1}"
        self.declared[path] = vi_sao.strip()
        return self.put(value, path)

    def vien_dan(self, value: object, co_quan: object = True) -> str:  # noqa: FBT002  # named in the template
        """A document: in full the first time, short afterwards; ``vien_dan(co_quan=false)`` leaves the issuer out."""
        if not isinstance(value, Cited) or not isinstance(co_quan, bool):
            hint = "ví dụ {{ van_ban.ke_hoach_152 | vien_dan }}, {{ … | vien_dan(co_quan=false) }}"
            raise TemplateFault("KHUON04", "bộ lọc vien_dan chỉ dùng cho văn bản trong van_ban", hint, "| vien_dan")
        return self.put(self.citations.cite(value.document, co_quan=co_quan), value.path)

    def khang_dinh(self, value: object, loi: object = "") -> str:
        """A claim about a rate, printed only where it is true: ``{{ … | khang_dinh("trên 95%") }}``."""
        figure = need(value, "khang_dinh")
        claim = numerals.CLAIM.fullmatch(loi) if isinstance(loi, str) else None
        if claim is None or figure.don_vi_tinh is not DonViTinh.PHAN_TRAM or figure.gia_tri is None:
            hint = 'ví dụ {{ … | khang_dinh("trên 95%") }}'
            raise TemplateFault(
                "KHUON04", "bộ lọc khang_dinh cần một tỷ lệ và một lời khẳng định", hint, "| khang_dinh"
            )
        rate = Decimal(figure.gia_tri)
        if not numerals.claim_holds(claim["word"], claim["number"], rate, figure.so_in or 0):
            message = f"“{loi}” mâu thuẫn với {figure.duong_dan} là {figure.in_ra}"
            raise TemplateFault("LV02", message, f"đúng ra là “{numerals.above(rate)}”", str(loi))
        return self.put(str(loi), figure.duong_dan)

    def so_voi_ky_truoc(self, value: object, don_vi: object = "", truoc: object = "") -> str:
        """The change from the period before: ``tăng 45 hồ sơ so với quý trước``; nothing where that is not known.

        *don_vi* names what is counted, *truoc* is put in front where there is something to print.
        """
        return self._change(value, KY_TRUOC, don_vi, truoc)

    def so_voi_cung_ky(self, value: object, don_vi: object = "", truoc: object = "") -> str:
        """The change from the same period last year: ``giảm 1,2 điểm phần trăm so với cùng kỳ năm 2023``."""
        return self._change(value, CUNG_KY, don_vi, truoc)

    def _change(self, value: object, ten: str, don_vi: object, truoc: object) -> str:
        path = need(value, f"so_voi_{ten}").duong_dan
        typed = don_vi, truoc
        if any(not isinstance(words, str) or SLOT.search(words) for words in typed) or self.tong_hop is None:
            hint = 'ví dụ {{ … | so_voi_ky_truoc("hồ sơ", truoc=", ") }}'
            raise TemplateFault("KHUON04", f"chữ của so_voi_{ten} đặt trong nháy", hint, f"so_voi_{ten}")
        words = cau_so_sanh(self.tong_hop, path, ten, str(don_vi))
        return f"{truoc}{self.put(words, str(DuongDan(path, ten, so_voi=True)))}" if words else ""

    def filters(self) -> dict[str, Callable[..., str]]:
        """The filters by name."""
        return {name: getattr(self, name) for name in NAMES}

    def _words(self, words: Words, text: str) -> str:
        if not words:
            hint = "đặt trong {% if … %} … {% endif %}"
            raise TemplateFault("KHUON04", f"kỳ này không có {words.path}", hint, words.path)
        return self.put(text, words.path)

    def _rate(self, value: object, name: str, form: Callable[[Any], str] = str) -> str:
        figure = need(value, name)
        if figure.don_vi_tinh is not DonViTinh.PHAN_TRAM:
            raise wrong(figure, name, "chỉ dùng cho tỷ lệ; số đếm dùng so")
        return self._figure(value, name, form)

    def _figure(self, value: object, name: str, form: Callable[[Any], str] = str) -> str:
        """The figure in its usual form where *name* is the filter for it, else in the *form* of that filter."""
        figure = need(value, name)
        if figure.don_vi_tinh is DonViTinh.PHAN_TRAM and name in ("so", "so2", "la_ma"):
            raise wrong(figure, name, "là tỷ lệ; dùng phan_tram hoặc tren")
        if figure.don_vi_tinh is DonViTinh.NAM and name in ("so", "so2"):
            raise wrong(figure, name, "là năm; dùng nam")
        usual = figure.gia_tri is None or USUAL[figure.don_vi_tinh] == name
        return self.put(figure.in_ra if usual else form(figure.gia_tri), figure.duong_dan)


_NAMES = (
    "so so2 phan_tram tren tien la_ma nam ngay liet_ke loai hoa hoa_dau het_cau dau_x stt ghi_tay vien_dan khang_dinh"
    " so_voi_ky_truoc so_voi_cung_ky cot"
)
NAMES = tuple(_NAMES.split())
