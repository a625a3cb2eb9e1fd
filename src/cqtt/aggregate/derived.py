"""Figures computed from the sums, and those that only the period's own file gives."""

from collections.abc import Iterator

from cqtt.models.ban_ghi import BanGhi
from cqtt.models.bao_cao import BaoCao, HoSoCapTren
from cqtt.models.phuong_xa import PhuongXa, TrangThietBi
from cqtt.models.so_lieu import DonViTinh, Loai, SoLieu
from cqtt.models.ty_le import TOAN_DIA_BAN, cong, ti_so


def averages(total: TrangThietBi, so_don_vi: int) -> Iterator[SoLieu]:
    """Equipment per commune, on average; None where there is no commune."""
    for name, info in TrangThietBi.model_fields.items():
        path = f"trang_thiet_bi.{name}"
        yield SoLieu(
            f"trang_thiet_bi.binh_quan.{name}",
            f"{info.title}, bình quân mỗi đơn vị",
            Loai.TY_LE,
            ti_so(getattr(total, name), so_don_vi),
            cong_thuc=f"{path} / so_don_vi",
            toan_hang=(path, "so_don_vi"),
        )


def both_levels(bao_cao: BaoCao, total: PhuongXa) -> Iterator[SoLieu]:
    """Online dossiers of the communes and of the authority's own desk together; None where one is not reported."""
    own = bao_cao.ho_so_cap_huyen
    values: dict[str, int | None] = {}
    for name in HoSoCapTren.model_fields:
        paths = (f"ho_so_cap_huyen.{name}", f"ho_so.tiep_nhan.{name}")
        path = f"ho_so_toan_dia_ban.{name}"
        both = (getattr(own, name) if own else None, getattr(total.ho_so.tiep_nhan, name))
        values[path] = cong(paths, dict(zip(paths, both, strict=True)))
        title = "trực tuyến" if name == "truc_tuyen" else "trực tiếp"
        yield SoLieu(
            path, f"Hồ sơ {title}, cả hai cấp", Loai.LUONG, values[path], cong_thuc=" + ".join(paths), toan_hang=paths
        )
    yield TOAN_DIA_BAN.so_lieu(values)


def own_figures(bao_cao: BaoCao) -> Iterator[SoLieu]:
    """The figures that no commune reports; None where the period's file leaves them out."""
    for name, part in BaoCao.so_lieu_rieng():
        if not isinstance(part, Loai):
            yield from _trong_khoi(name, part, getattr(bao_cao, name))
    checks = bao_cao.kiem_tra_cong_vu
    parts = ("kiem_tra_cong_vu.cap_xa", "kiem_tra_cong_vu.co_quan_chuyen_mon")
    yield SoLieu(
        "kiem_tra_cong_vu.tong",
        "Tổng số lượt kiểm tra công vụ",
        Loai.LUONG,
        checks.cap_xa + checks.co_quan_chuyen_mon if checks else None,
        cong_thuc=" + ".join(parts),
        toan_hang=parts,
    )
    for name, part in BaoCao.so_lieu_rieng():
        if isinstance(part, Loai):
            unit = DonViTinh.DONG if name == "kinh_phi" else DonViTinh.SO
            yield SoLieu(name, BaoCao.model_fields[name].title or name, part, getattr(bao_cao, name), unit)


def _trong_khoi(block: str, model: type[BanGhi], record: BanGhi | None) -> Iterator[SoLieu]:
    for name, part in model.cac_phan():
        if isinstance(part, Loai):
            title = model.model_fields[name].title or name
            yield SoLieu(f"{block}.{name}", title, part, getattr(record, name) if record else None)
