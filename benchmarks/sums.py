"""The figures that the peers print, computed from plain records as a script would. Imports nothing of cqtt."""

from collections.abc import Callable
from operator import attrgetter

from benchmarks.records import BaoCao, DonVi, PhuongXa, TrangThietBi

DEVICES = [f"trang_thiet_bi.{name}" for name in TrangThietBi.model_fields]
SETTLED = [f"ho_so.da_giai_quyet.{name}" for name in ("tong", "truoc_han", "dung_han", "qua_han")]
RECEIVED = [f"ho_so.tiep_nhan.{name}" for name in ("tong", "truc_tuyen", "truc_tiep", "ky_truoc")]
PENDING = [f"ho_so.dang_giai_quyet.{name}" for name in ("tong", "trong_han", "qua_han")]
DESK = ["mot_cua.bang_bieu", "mot_cua.tthc_phai_niem_yet", "mot_cua.tthc_da_niem_yet"]
SUMS = [*RECEIVED, *SETTLED, *PENDING, "ho_so.tra_lai", *DESK, *DEVICES, "so_hoa.ho_so", "so_hoa.ket_qua"]


def counts(nam: int) -> dict[str, tuple[Callable[[PhuongXa], bool], str]]:
    """Counts of communes: the condition, and the list in ``bao_cao.yaml`` by which they are named."""
    return {
        "so_don_vi": (lambda _: True, ""),
        "mot_cua.wifi": (lambda x: x.mot_cua.wifi, ""),
        "mot_cua.chinh_trang": (lambda x: x.mot_cua.chinh_trang, ""),
        "mot_cua.xay_moi": (lambda x: x.mot_cua.dau_tu == "xây mới", "xay_moi"),
        "mot_cua.cai_tao": (lambda x: x.mot_cua.dau_tu == "cải tạo", "cai_tao"),
        "cong_nhan.so_don_vi": (lambda x: x.cong_nhan.nam is not None, "cong_nhan"),
        "cong_nhan.nam_truoc": (lambda x: x.cong_nhan.nam == nam - 1, "cong_nhan"),
        "cong_nhan.da_gan_sao": (lambda x: x.cong_nhan.da_gan_sao, "cong_nhan"),
        "cong_nhan.chua_gan_sao": (lambda x: bool(x.cong_nhan.nam) and not x.cong_nhan.da_gan_sao, "chua_gan_sao"),
    }


def grouped(number: int) -> str:
    """``4.713``."""
    return f"{number:,}".replace(",", ".")


def percent(part: int, whole: int) -> str:
    """``96,6%``; a dash where there is nothing to divide by."""
    if not whole:
        return "–"
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10},{tenths % 10}%".replace(",0%", "%")


def average(total: int, of: int) -> str:
    """``20,1``; without a decimal where the division comes out even."""
    tenths = (20 * total + of) // (2 * of)
    return f"{tenths // 10},{tenths % 10}" if total % of else grouped(total // of)


def figures(units: list[DonVi], records: list[PhuongXa], own: BaoCao) -> tuple[dict[str, str], dict[str, str]]:
    """Every figure's text, and the names of the communes counted."""
    columns = zip(*map(attrgetter(*SUMS), records), strict=True)
    total = dict(zip(SUMS, map(sum, columns), strict=True))
    total["sang_kien.so_luong"] = sum(len(record.sang_kien) for record in records)
    online, direct = (getattr(own.ho_so_cap_huyen, name) for name in ("truc_tuyen", "truc_tiep"))
    total["ho_so_cap_huyen.truc_tuyen"], total["khao_sat.so_phieu"] = online, own.khao_sat.so_phieu
    total["tin_bai"], total["phat_thanh"] = own.tin_bai, own.phat_thanh
    check = own.kiem_tra_cong_vu
    total["kiem_tra_cong_vu.cap_xa"], total["kiem_tra_cong_vu.co_quan_chuyen_mon"] = (
        check.cap_xa,
        check.co_quan_chuyen_mon,
    )
    total["kiem_tra_cong_vu.tong"] = check.cap_xa + check.co_quan_chuyen_mon
    in_time = total["ho_so.da_giai_quyet.truoc_han"] + total["ho_so.da_giai_quyet.dung_han"]
    total["ho_so.da_giai_quyet.truoc_va_dung_han"] = in_time
    total["ho_so_toan_dia_ban.truc_tuyen"] = all_online = online + total["ho_so.tiep_nhan.truc_tuyen"]
    all_direct = direct + total["ho_so.tiep_nhan.truc_tiep"]
    texts = {path: grouped(number) for path, number in total.items()}
    for path in DEVICES:
        texts[path.replace(".", ".binh_quan.")] = average(total[path], len(records))
    texts["kinh_phi"] = f"{grouped(own.kinh_phi // 10**9)} tỷ đồng"
    settled = total["ho_so.da_giai_quyet.tong"]
    texts["ho_so.ty_le_dung_han"] = percent(in_time, settled)
    texts["ho_so.ty_le_qua_han"] = percent(total["ho_so.da_giai_quyet.qua_han"], settled)
    texts["ho_so_toan_dia_ban.ty_le_truc_tuyen"] = percent(all_online, all_online + all_direct)
    texts["so_hoa.ty_le_ho_so"] = percent(total["so_hoa.ho_so"], total["ho_so.tiep_nhan.tong"])
    texts["so_hoa.ty_le_ket_qua"] = percent(total["so_hoa.ket_qua"], settled)
    texts["mot_cua.ty_le_niem_yet"] = percent(total[DESK[2]], total[DESK[1]])
    return texts, _named(units, records, own, texts)


def _named(units: list[DonVi], records: list[PhuongXa], own: BaoCao, texts: dict[str, str]) -> dict[str, str]:
    """The names of the communes of each count; the counts go into *texts*."""
    names = {}
    for path, (holds, order) in counts(own.nam).items():
        found = [unit for unit, record in zip(units, records, strict=True) if holds(record)]
        place = {ma: number for number, ma in enumerate(own.thu_tu_neu_ten.get(order, ()))}
        found.sort(key=lambda unit, place=place: place.get(unit.ma, len(place)))  # type: ignore[misc]
        texts[path], names[path] = grouped(len(found)), ", ".join(unit.ten for unit in found)
    return names
