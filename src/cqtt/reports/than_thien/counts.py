"""Which communes have what: each count of communes, in one table, with the condition it counts by."""

from collections.abc import Callable, Iterator

from cqtt.models.report_type import Count
from cqtt.reports.than_thien.phuong_xa import MotCua, PhuongXa

Dem = Count[PhuongXa]


def _yes(name: str) -> Dem:
    title = MotCua.model_fields[name].title or name
    return Count(
        f"mot_cua.{name}",
        f"Số đơn vị: {title[:1].lower()}{title[1:]}",
        f"số đơn vị có mot_cua.{name} là true",
        lambda x, _: bool(getattr(x.mot_cua, name)),
    )


def _dau_tu(name: str, word: str) -> Iterator[Dem]:
    formula = f"số đơn vị có mot_cua.dau_tu là “{word}”"
    title = f"Số đơn vị {word} Bộ phận Một cửa"
    yield Count(f"mot_cua.{name}", title, formula, lambda x, _: x.mot_cua.dau_tu == word, name)
    yield Count(
        f"mot_cua.{name}_lien_ke",
        f"{title} và bố trí phòng lãnh đạo liền kề",
        f"{formula} và mot_cua.phong_lanh_dao_lien_ke là true",
        lambda x, _: x.mot_cua.dau_tu == word and x.mot_cua.phong_lanh_dao_lien_ke,
        name,
    )


def _cong_nhan(
    name: str, title: str, formula: str, dieu_kien: Callable[[PhuongXa, int], bool], thu_tu: str = ""
) -> Dem:
    return Count(f"cong_nhan.{name}", f"Số đơn vị {title}", f"số đơn vị có cong_nhan.{formula}", dieu_kien, thu_tu)


COUNTS: tuple[Dem, ...] = (
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
    Count(
        "sang_kien.so_don_vi",
        "Số đơn vị có sáng kiến",
        "số đơn vị có sang_kien không trống",
        lambda x, _: bool(x.sang_kien),
        "sang_kien",
    ),
)
