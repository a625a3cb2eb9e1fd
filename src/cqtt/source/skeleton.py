"""A file that nobody has written yet: every key of the model, each with what it means, every value to be filled in."""

from collections.abc import Iterator
from types import NoneType
from typing import get_args

from pydantic.fields import FieldInfo

from cqtt.models.ban_ghi import MoHinh
from cqtt.models.bao_cao import BaoCao
from cqtt.models.ky import Ky
from cqtt.models.phuong_xa import PhuongXa
from cqtt.models.so_lieu import Loai
from cqtt.models.truong import mo_hinh_trong
from cqtt.problems import Key
from cqtt.source.authority_file import scalar
from cqtt.source.placeholders import PLACEHOLDER

MODELINE = "# yaml-language-server: $schema=../../../schema/phuong_xa.schema.json"
_REPORT_MODELINE = "# yaml-language-server: $schema=../../schema/bao_cao.schema.json"
_LISTS = {"sang_kien": "[]", "kien_nghi": "[]"}
_ITEMS = ("tieu_de", "uu_diem", "han_che", "nhiem_vu")
_SUBJECT = (
    '"Kết quả xây dựng Chính quyền thân thiện {{ don_vi.cac_don_vi }}"\n"{{ ky.ten_hoa }} {{ don_vi.ten_day_du }}"'
)


def commune_file(ten: str, known: dict[Key, str]) -> str:
    """The file of the commune *ten*: placeholders, but for the values *known*. What need not be written is left out."""
    known = {("phuong_xa",): scalar(ten)} | known
    return "\n".join([MODELINE, *_block(PhuongXa, (), known), ""])


def report_file(ky: Ky, cap: str) -> str:
    """The document of the first period *ky*: figures and prose to be written, number and day for the registry.

    An authority of the level *cap* ``xã`` has no desk above the communes', and inspects none.
    """
    known: dict[Key, str] = {("so",): "null", ("ngay",): "null", ("thang",): str(ky.thang_cuoi % 12 + 1)}
    known |= {("nam",): str(ky.nam + ky.thang_cuoi // 12), ("tieu_de",): _SUBJECT}
    known |= {("van_xuoi", name): "null" for name in ("khao_sat", "chi_dao_cong_vu")}
    above_only = ("ho_so_cap_huyen", "kiem_tra_cong_vu") if cap == "xã" else ()
    known |= {(name,): PLACEHOLDER for name, _ in BaoCao.so_lieu_rieng() if name not in above_only}
    head = f"# Báo cáo {ky.ten}. Không có số liệu nào thì xóa dòng hoặc khối của nó; văn xuôi: xem docs/huong_dan.md."
    return "\n".join([_REPORT_MODELINE, head, "", *_block(BaoCao, (), known), ""])


def _block(model: type[MoHinh], key: Key, known: dict[Key, str]) -> Iterator[str]:
    indent = "  " * len(key)
    for name, info in model.model_fields.items():
        here = (*key, name)
        inner = mo_hinh_trong(info.annotation)
        if not info.is_required() and here not in known:
            continue
        if not key and inner:
            yield ""
        if name in _LISTS:
            yield f"{indent}{name}: {known.get(here, _LISTS[name])}  # {_meaning(info)}"
        elif name in _ITEMS:
            yield f"{indent}{name}:  # {_meaning(info)}"
            yield from (f"{indent}  - {item}" for item in known.get(here, PLACEHOLDER).split("\n"))
        elif inner and issubclass(inner, MoHinh):
            yield f"{indent}{name}:  # {_meaning(info)}"
            yield from _block(inner, here, known)
        else:
            yield f"{indent}{name}: {known.get(here, PLACEHOLDER)}  # {_meaning(info)}"


def _meaning(info: FieldInfo) -> str:
    """The title, and the words that may stand there."""
    words = [word for arg in (info.annotation, *get_args(info.annotation)) for word in get_args(arg)]
    said = [word for word in dict.fromkeys(words) if isinstance(word, str) and not isinstance(word, Loai)]
    title = info.title or ""
    if info.annotation is bool:
        return f"{title[:1].lower()}{title[1:]}: true | false"
    allowed = [*said, *(["null"] if said and NoneType in get_args(info.annotation) else [])]
    return f"{title[:1].lower()}{title[1:]}" + (f": {' | '.join(allowed)}" if allowed else "")
