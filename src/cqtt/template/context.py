"""The names a template may use, and their values."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cqtt.models.bao_cao import BaoCao
from cqtt.models.don_vi import DonVi
from cqtt.models.duong_dan import CUNG_KY, KY_TRUOC, THEO_LOAI, XEP_HANG
from cqtt.models.ky import Ky
from cqtt.models.quy_dinh import bieu_mau_cua, thang_cua
from cqtt.models.tong_hop import ListItem, TongHop, cua_loai
from cqtt.problems import Key, Locator
from cqtt.template.citations import Cited
from cqtt.template.earlier import earlier, side_by_side
from cqtt.template.groups import Both, Figures, Later, Names, UnitList, UnitNames, UnitWords, group_names
from cqtt.template.values import Day, Prose, Words


def context(tong_hop: TongHop, nguon: Locator) -> dict[str, Any]:
    """Every name of the template. *nguon* is the period's file, where the prose was written."""
    figures = tong_hop.so_lieu
    groups = group_names(figures)
    top = {path.partition(".")[0] for path in figures}
    names: dict[str, Any] = {name: Figures(figures, groups).get(name) for name in figures if "." not in name}
    names |= {name: Figures(figures, groups, f"{name}.") for name in top - names.keys()}
    for name, items in tong_hop.danh_sach.items():
        names[name] = Both(Names(name, {"danh_sach": _items(tong_hop, name, items)}), names[name])
    names[tong_hop.report.group] = _communes(tong_hop)
    names[THEO_LOAI] = UnitList(Kinds(tong_hop.theo_loai), THEO_LOAI)
    if tong_hop.xep_duoc:
        names[XEP_HANG] = Later(lambda: _ranking(tong_hop))
    names["ky"] = Names("ky", _period(tong_hop.ky, tong_hop.don_vi))
    names["don_vi"] = Names("don_vi", _authority(tong_hop.don_vi, tong_hop.ky) | _rules(tong_hop))
    names["van_xuoi"] = Names("van_xuoi", _prose(tong_hop.bao_cao, nguon))
    names["van_ban"] = Names("van_ban", {document.ma: Cited(document) for document in tong_hop.bao_cao.van_ban})
    names |= {name: earlier(tong_hop, name) for name in (KY_TRUOC, CUNG_KY)}
    names["cac_ky"] = side_by_side(tong_hop)
    names["bieu_do"] = tong_hop.bao_cao.bieu_do
    names["tieu_de"] = _texts(tong_hop.bao_cao.tieu_de, ("tieu_de",), nguon)
    return names


def _ranking(tong_hop: TongHop) -> Figures:
    return Figures(tong_hop.xep_hang, group_names(tong_hop.xep_hang), f"{XEP_HANG}.")


def _communes(tong_hop: TongHop) -> UnitList:
    report = tong_hop.report
    groups = report.danh_muc.khoi | group_names(dict.fromkeys(rate.duong_dan for rate in report.rates))
    return UnitList({xa.don_vi.ma: UnitNames(xa, groups) for xa in tong_hop.units}, report.group)


class Kinds(Mapping[str, Both]):
    """The kinds of units, each with its word ``ten`` and the figures of its units, which are made when asked for."""

    __slots__ = ("theo_loai",)

    def __init__(self, theo_loai: Mapping[str, TongHop]) -> None:
        self.theo_loai = theo_loai

    def __getitem__(self, loai: str) -> Both:
        ten = f"{THEO_LOAI}.{loai}"
        of_kind = self.theo_loai[ten]
        known = (*of_kind.so_lieu.items(), *of_kind.xep_hang.items())
        figures = {f"{ten}.{path}": cua_loai(ten, of_kind.loai, figure) for path, figure in known}
        words = Names(ten, {"ten": Words(of_kind.loai, f"{ten}.ten")})
        return Both(words, Figures(figures, group_names(figures), f"{ten}."))

    def __iter__(self) -> Iterator[str]:
        return (ten.partition(".")[2] for ten in self.theo_loai)

    def __len__(self) -> int:
        return len(self.theo_loai)


def _items(tong_hop: TongHop, name: str, items: Sequence[ListItem]) -> list[Names]:
    group = tong_hop.report.group
    return [
        Names(
            f"{name}.danh_sach",
            {"don_vi": UnitWords(item.don_vi, group), "ten": Words(item.ten, f"{group}.{item.don_vi.ma}.{name}")},
        )
        for item in items
    ]


def _period(ky: Ky, don_vi: DonVi) -> dict[str, Any]:
    first, last = ky.thoi_gian(don_vi.chot(ky))
    words = {
        "ma": ky.ma,
        "ten": ky.ten,
        "ten_hoa": ky.ten_hoa,
        "ten_ngan": ky.ten_ngan or ky.ten,
        "nam": str(ky.nam),
        "nam_truoc": str(ky.nam - 1),
    }
    days = {"tu_ngay": Day(first, "ky.tu_ngay"), "den_ngay": Day(last, "ky.den_ngay")}
    return {name: Words(text, f"ky.{name}") for name, text in words.items()} | days


def _authority(don_vi: DonVi, ky: Ky) -> dict[str, Any]:
    """The authority in words; a commune that reports for itself is not “các xã” but “xã”."""
    kinds = don_vi.cac_loai(ky.thoi_gian(don_vi.chot(ky))[1])
    words = {
        "ten": don_vi.ten,
        "loai": don_vi.loai,
        "cap": don_vi.cap,
        "ten_day_du": don_vi.ten_day_du,
        "ten_co_quan": don_vi.ten_co_quan,
        "viet_tat": don_vi.viet_tat,
        "cap_uy": don_vi.cap_uy,
        "dia_danh": don_vi.dia_danh,
        "cac_loai": kinds,
        "cac_don_vi": kinds if don_vi.cap == "xã" else f"các {kinds}",
        "bien_tap": don_vi.bien_tap or don_vi.viet_tat,
        "cong_dich_vu": don_vi.cong_dich_vu or "",
    }
    return {name: Words(text, f"don_vi.{name}") for name, text in words.items()}


def _rules(tong_hop: TongHop) -> dict[str, Any]:
    """What holds when the period ends, of what its report has: the scale of levels, the form."""
    out: dict[str, Any] = {}
    report, don_vi, ky = tong_hop.report, tong_hop.don_vi, tong_hop.ky
    if scale := thang_cua(don_vi, ky, report.thang_muc):
        words = {"ten": scale.ten, "gan": scale.gan, "chu_thich": scale.chu_thich}
        words["ten_hoa"] = scale.ten[:1].upper() + scale.ten[1:]
        out["thang_muc"] = _words("don_vi.thang_muc", words)
    form, stated = bieu_mau_cua(don_vi, ky, report.bieu_mau)
    if form:
        named = _words("don_vi.bieu_mau", {"ten": form.ten, "van_ban": form.van_ban})
        out["bieu_mau"] = Names(named.path, {**named.names, "da_ghi": stated})
    return out


def _words(path: str, words: Mapping[str, str]) -> Names:
    """*words* that no figure stands behind, so that they have no path of their own."""
    return Names(path, {name: Words(text, "") for name, text in words.items()})


def _prose(bao_cao: BaoCao, nguon: Locator) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name in type(bao_cao.van_xuoi).model_fields:
        value: str | Sequence[str] | None = getattr(bao_cao.van_xuoi, name)
        key: Key = ("van_xuoi", name)
        if value is None:
            out[name] = Words("", f"van_xuoi.{name}")
        else:
            out[name] = Prose(value, key, nguon) if isinstance(value, str) else _texts(value, key, nguon)
    return out


def _texts(texts: Sequence[str], key: Key, nguon: Locator) -> list[Prose]:
    return [Prose(text, (*key, i), nguon) for i, text in enumerate(texts)]
