"""From the communes to the authority: sums, averages, rates and the lists of who has what. Pure; nothing is read."""

from collections.abc import Callable, Iterable, Iterator

from cqtt.models.ban_ghi import BanGhi
from cqtt.models.bao_cao import BaoCao, HoSoCapTren
from cqtt.models.danh_muc import so_lieu
from cqtt.models.du_lieu import BaoCaoXa, DuLieu
from cqtt.models.phuong_xa import MotCua, PhuongXa, TrangThietBi
from cqtt.models.so_lieu import DonViCapXa, DonViTinh, Loai, SoLieu
from cqtt.models.tong_hop import SangKienCuaXa, SoLieuXa, TongHop
from cqtt.models.truong import mo_hinh_trong
from cqtt.models.ty_le import TOAN_DIA_BAN, ti_so


def aggregate(data: DuLieu) -> TongHop:
    """The period's figures. Every commune counts once; blocks that a commune left out add nothing."""
    xa_phuong = data.xa_phuong
    bao_cao = data.bao_cao.gia_tri
    total = PhuongXa.cong(xa.so_lieu for xa in xa_phuong)
    figures = [
        _dem("so_don_vi", "Số đơn vị cấp xã", xa_phuong),
        *so_lieu(total, "", "xa_phuong.*."),
        *_binh_quan(total.trang_thiet_bi, len(xa_phuong)),
        *_mot_cua(xa_phuong, bao_cao),
        *_cong_nhan(xa_phuong, bao_cao, data.ky.nam),
        *_sang_kien(xa_phuong),
        *_ca_dia_ban(bao_cao, total),
        *_khac(bao_cao),
    ]
    return TongHop(
        data.ky,
        data.don_vi.gia_tri,
        bao_cao,
        {figure.duong_dan: figure for figure in figures},
        tuple(SoLieuXa(xa) for xa in xa_phuong),
        tuple(_neu_sang_kien(xa_phuong, bao_cao.thu_tu_neu_ten.sang_kien)),
    )


def _dem(
    path: str,
    title: str,
    xa_phuong: Iterable[BaoCaoXa],
    dieu_kien: Callable[[PhuongXa], bool] = lambda _: True,
    *,
    thu_tu: list[str] | None = None,
    cong_thuc: str = "số đơn vị cấp xã có báo cáo",
) -> SoLieu:
    """How many communes satisfy *dieu_kien*, and which: first those named in *thu_tu*, then the authority's order."""
    found = [xa.don_vi for xa in xa_phuong if dieu_kien(xa.so_lieu)]
    units = _xep(found, thu_tu or [])
    return SoLieu(path, title, Loai.TON, len(units), cong_thuc=cong_thuc, don_vi=units)


def _xep(units: list[DonViCapXa], thu_tu: list[str]) -> tuple[DonViCapXa, ...]:
    rank = {ma: i for i, ma in enumerate(thu_tu)}
    return tuple(sorted(units, key=lambda unit: rank.get(unit.ma, len(rank))))


def _binh_quan(total: TrangThietBi, so_don_vi: int) -> Iterator[SoLieu]:
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


def _mot_cua(xa_phuong: tuple[BaoCaoXa, ...], bao_cao: BaoCao) -> Iterator[SoLieu]:
    """Who has what at the one-stop desk, and who built or repaired it."""
    for name, info in MotCua.model_fields.items():
        if info.annotation is bool:
            yield _dem(
                f"mot_cua.{name}",
                f"Số đơn vị: {_thuong(info.title or name)}",
                xa_phuong,
                lambda x, name=name: getattr(x.mot_cua, name),  # type: ignore[misc]
                cong_thuc=f"số đơn vị có mot_cua.{name} là true",
            )
    thu_tu = bao_cao.thu_tu_neu_ten
    for name, word, order in (("xay_moi", "xây mới", thu_tu.xay_moi), ("cai_tao", "cải tạo", thu_tu.cai_tao)):
        formula = f"số đơn vị có mot_cua.dau_tu là “{word}”"
        yield _dem(
            f"mot_cua.{name}",
            f"Số đơn vị {word} Bộ phận Một cửa",
            xa_phuong,
            lambda x, word=word: x.mot_cua.dau_tu == word,  # type: ignore[misc]
            thu_tu=order,
            cong_thuc=formula,
        )
        yield _dem(
            f"mot_cua.{name}_lien_ke",
            f"Số đơn vị {word} Bộ phận Một cửa và bố trí phòng lãnh đạo liền kề",
            xa_phuong,
            lambda x, word=word: x.mot_cua.dau_tu == word and x.mot_cua.phong_lanh_dao_lien_ke,  # type: ignore[misc]
            thu_tu=order,
            cong_thuc=f"{formula} và mot_cua.phong_lanh_dao_lien_ke là true",
        )


def _cong_nhan(xa_phuong: tuple[BaoCaoXa, ...], bao_cao: BaoCao, nam: int) -> Iterator[SoLieu]:
    """Who is recognised, who has put up the stars, who has registered for what."""
    recognised, unstarred = bao_cao.thu_tu_neu_ten.cong_nhan, bao_cao.thu_tu_neu_ten.chua_gan_sao
    rows: tuple[tuple[str, str, Callable[[PhuongXa], bool], list[str], str], ...] = (
        ("so_don_vi", "được công nhận", lambda x: x.cong_nhan.nam is not None, recognised, "nam khác null"),
        (
            "nam_truoc",
            "được công nhận năm trước",
            lambda x: x.cong_nhan.nam == nam - 1,
            recognised,
            f"nam là {nam - 1}",
        ),
        ("da_gan_sao", "đã gắn sao", lambda x: x.cong_nhan.da_gan_sao, recognised, "da_gan_sao là true"),
        (
            "chua_gan_sao",
            "được công nhận mà chưa gắn sao",
            lambda x: x.cong_nhan.nam is not None and not x.cong_nhan.da_gan_sao,
            unstarred,
            "nam khác null và da_gan_sao là false",
        ),
        ("con_lai", "chưa được công nhận", lambda x: x.cong_nhan.nam is None, [], "nam là null"),
        (
            "nang_muc_sao",
            "đăng ký nâng mức sao",
            lambda x: x.cong_nhan.dang_ky == "nâng mức sao",
            [],
            "dang_ky là “nâng mức sao”",
        ),
        (
            "lan_dau",
            "đăng ký công nhận lần đầu",
            lambda x: x.cong_nhan.dang_ky == "công nhận lần đầu",
            [],
            "dang_ky là “công nhận lần đầu”",
        ),
    )
    for name, title, condition, order, formula in rows:
        yield _dem(
            f"cong_nhan.{name}",
            f"Số đơn vị {title}",
            xa_phuong,
            condition,
            thu_tu=order,
            cong_thuc=f"số đơn vị có cong_nhan.{formula}",
        )


def _sang_kien(xa_phuong: tuple[BaoCaoXa, ...]) -> Iterator[SoLieu]:
    count = sum(len(xa.so_lieu.sang_kien) for xa in xa_phuong)
    yield SoLieu(
        "sang_kien.so_luong",
        "Số sáng kiến đăng ký trong năm",
        Loai.TON,
        count,
        cong_thuc="số mục trong xa_phuong.*.sang_kien",
    )
    yield _dem(
        "sang_kien.so_don_vi",
        "Số đơn vị có sáng kiến",
        xa_phuong,
        lambda x: bool(x.sang_kien),
        cong_thuc="số đơn vị có sang_kien không trống",
    )


def _neu_sang_kien(xa_phuong: tuple[BaoCaoXa, ...], thu_tu: list[str]) -> Iterator[SangKienCuaXa]:
    by_unit = {xa.don_vi: xa.so_lieu.sang_kien for xa in xa_phuong}
    for unit in _xep(list(by_unit), thu_tu):
        for sang_kien in by_unit[unit]:
            yield SangKienCuaXa(unit, sang_kien.ten)


def _ca_dia_ban(bao_cao: BaoCao, total: PhuongXa) -> Iterator[SoLieu]:
    """Online dossiers of the communes and of the authority's own desk together; None where the desk is not reported."""
    own = bao_cao.ho_so_cap_huyen
    values: dict[str, int | None] = {}
    for name in HoSoCapTren.model_fields:
        paths = (f"ho_so_cap_huyen.{name}", f"ho_so.tiep_nhan.{name}")
        path = f"ho_so_toan_dia_ban.{name}"
        values[path] = getattr(own, name) + getattr(total.ho_so.tiep_nhan, name) if own else None
        title = "trực tuyến" if name == "truc_tuyen" else "trực tiếp"
        yield SoLieu(
            path, f"Hồ sơ {title}, cả hai cấp", Loai.LUONG, values[path], cong_thuc=" + ".join(paths), toan_hang=paths
        )
    yield TOAN_DIA_BAN.so_lieu(values)


def _khac(bao_cao: BaoCao) -> Iterator[SoLieu]:
    """The figures that no commune reports; None where the period's file leaves them out."""
    for name, info in BaoCao.model_fields.items():
        block = mo_hinh_trong(info.annotation)
        if block and issubclass(block, BanGhi):
            yield from _trong_khoi(name, block, getattr(bao_cao, name))
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
    for name, unit in (("kinh_phi", DonViTinh.DONG), ("tin_bai", DonViTinh.SO), ("phat_thanh", DonViTinh.SO)):
        yield SoLieu(name, BaoCao.model_fields[name].title or name, Loai.LUONG, getattr(bao_cao, name), unit)


def _trong_khoi(block: str, model: type[BanGhi], record: BanGhi | None) -> Iterator[SoLieu]:
    for name, part in model.cac_phan():
        if isinstance(part, Loai):
            title = model.model_fields[name].title or name
            yield SoLieu(f"{block}.{name}", title, part, getattr(record, name) if record else None)


def _thuong(title: str) -> str:
    """*title* as it stands inside a sentence."""
    return title[:1].lower() + title[1:]
