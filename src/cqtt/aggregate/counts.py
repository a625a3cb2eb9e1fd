"""Which communes have what: each count of communes, in one table, with the condition it counts by."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cqtt.models.du_lieu import BaoCaoXa, DuLieu
from cqtt.models.phuong_xa import MotCua, PhuongXa
from cqtt.models.so_lieu import DonViCapXa, Loai, SoLieu


@dataclass(frozen=True, slots=True)
class Dem:
    """One count. *dieu_kien* is asked of each commune and the period's year.

    *thu_tu* names the list in ``thu_tu_neu_ten`` that says in which order sentences name those counted.
    """

    duong_dan: str
    ten: str
    cong_thuc: str
    dieu_kien: Callable[[PhuongXa, int], bool]
    thu_tu: str = ""


def counts(data: DuLieu) -> Iterator[SoLieu]:
    """Every count of communes, as a figure that knows whom it counts."""
    orders = data.bao_cao.gia_tri.thu_tu_neu_ten
    for dem in CAC_PHEP_DEM:
        found = [xa.don_vi for xa in data.xa_phuong if dem.dieu_kien(xa.so_lieu, data.ky.nam)]
        units = in_order(found, getattr(orders, dem.thu_tu) if dem.thu_tu else [])
        yield SoLieu(dem.duong_dan, dem.ten, Loai.TON, len(units), cong_thuc=dem.cong_thuc, don_vi=units)


def in_order(units: Iterable[DonViCapXa], thu_tu: list[str]) -> tuple[DonViCapXa, ...]:
    """*units*: first those named in *thu_tu* (identifiers), in its order, then the others in the authority's."""
    rank = {ma: i for i, ma in enumerate(thu_tu)}
    return tuple(sorted(units, key=lambda unit: rank.get(unit.ma, len(rank))))


def so_don_vi(xa_phuong: tuple[BaoCaoXa, ...]) -> SoLieu:
    """How many communes the figures are made of."""
    units = tuple(xa.don_vi for xa in xa_phuong)
    return SoLieu(
        "so_don_vi", "Số đơn vị cấp xã", Loai.TON, len(units), cong_thuc="số đơn vị cấp xã có báo cáo", don_vi=units
    )


def _yes(name: str) -> Dem:
    title = MotCua.model_fields[name].title or name
    return Dem(
        f"mot_cua.{name}",
        f"Số đơn vị: {title[:1].lower()}{title[1:]}",
        f"số đơn vị có mot_cua.{name} là true",
        lambda x, _: bool(getattr(x.mot_cua, name)),
    )


def _dau_tu(name: str, word: str) -> Iterator[Dem]:
    formula = f"số đơn vị có mot_cua.dau_tu là “{word}”"
    title = f"Số đơn vị {word} Bộ phận Một cửa"
    yield Dem(f"mot_cua.{name}", title, formula, lambda x, _: x.mot_cua.dau_tu == word, name)
    yield Dem(
        f"mot_cua.{name}_lien_ke",
        f"{title} và bố trí phòng lãnh đạo liền kề",
        f"{formula} và mot_cua.phong_lanh_dao_lien_ke là true",
        lambda x, _: x.mot_cua.dau_tu == word and x.mot_cua.phong_lanh_dao_lien_ke,
        name,
    )


def _cong_nhan(
    name: str, title: str, formula: str, dieu_kien: Callable[[PhuongXa, int], bool], thu_tu: str = ""
) -> Dem:
    return Dem(f"cong_nhan.{name}", f"Số đơn vị {title}", f"số đơn vị có cong_nhan.{formula}", dieu_kien, thu_tu)


CAC_PHEP_DEM: tuple[Dem, ...] = (
    *(_yes(name) for name, info in MotCua.model_fields.items() if info.annotation is bool),
    *_dau_tu("xay_moi", "xây mới"),
    *_dau_tu("cai_tao", "cải tạo"),
    _cong_nhan("so_don_vi", "được công nhận", "nam khác null", lambda x, _: x.cong_nhan.nam is not None, "cong_nhan"),
    _cong_nhan(
        "nam_truoc",
        "được công nhận năm trước",
        "nam là năm trước năm báo cáo",
        lambda x, nam: x.cong_nhan.nam == nam - 1,
        "cong_nhan",
    ),
    _cong_nhan("da_gan_sao", "đã gắn sao", "da_gan_sao là true", lambda x, _: x.cong_nhan.da_gan_sao, "cong_nhan"),
    _cong_nhan(
        "chua_gan_sao",
        "được công nhận mà chưa gắn sao",
        "nam khác null và da_gan_sao là false",
        lambda x, _: x.cong_nhan.nam is not None and not x.cong_nhan.da_gan_sao,
        "chua_gan_sao",
    ),
    _cong_nhan("con_lai", "chưa được công nhận", "nam là null", lambda x, _: x.cong_nhan.nam is None),
    _cong_nhan(
        "nang_muc_sao",
        "đăng ký nâng mức sao",
        "dang_ky là “nâng mức sao”",
        lambda x, _: x.cong_nhan.dang_ky == "nâng mức sao",
    ),
    _cong_nhan(
        "lan_dau",
        "đăng ký công nhận lần đầu",
        "dang_ky là “công nhận lần đầu”",
        lambda x, _: x.cong_nhan.dang_ky == "công nhận lần đầu",
    ),
    Dem(
        "sang_kien.so_don_vi",
        "Số đơn vị có sáng kiến",
        "số đơn vị có sang_kien không trống",
        lambda x, _: bool(x.sang_kien),
        "sang_kien",
    ),
)
