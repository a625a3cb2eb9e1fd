"""Writes the two tables of the manual that come from the code: docs/tu_dien.md and docs/ma_loi.md."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cqtt.models.ban_ghi import TuKy, loai_cua
from cqtt.models.registry import DEFAULT, all_codes, report_type
from cqtt.models.so_lieu import Loai
from cqtt.models.truong import cac_dau, mo_hinh_trong, truong_cua

DOCS = Path(__file__).parents[1] / "docs"
REPORT = report_type(DEFAULT)
FILES = (
    (f"data/<kỳ>/{REPORT.group}/<mã>.yaml", REPORT.record),
    ("data/<kỳ>/bao_cao.yaml", REPORT.document),
    ("data/don_vi.yaml", REPORT.authority),
)
LOAI = {
    Loai.LUONG: "`luong`: phát sinh trong kỳ, các kỳ cộng lại",
    Loai.TON: "`ton`: có ở cuối kỳ, lấy kỳ cuối",
    Loai.DAU_KY: "`dau_ky`: có ở đầu kỳ, lấy kỳ đầu",
    Loai.TY_LE: "`ty_le`: tính lại cho từng kỳ, không ghi, không cộng",
}


def glossary() -> str:
    """The keys of every file, from the models."""
    out = ["# Từ điển dữ liệu", "", "Tệp này do `make glossary` viết ra từ mô hình dữ liệu; không sửa bằng tay.", ""]
    out += ["Loại của số liệu theo thời gian:", "", *(f"- {words}" for words in LOAI.values()), ""]
    for path, model in FILES:
        out += [f"## {path}", "", "| Khóa | Tên | Loại | Ghi gì |", "|---|---|---|---|", *rows(model, ""), ""]
    out += ["## Tỷ lệ (phần mềm tính)", "", "| Đường dẫn | Tên | Cách tính |", "|---|---|---|"]
    out += [
        f"| `{rate.duong_dan}` | {rate.ten} | `{rate.cong_thuc('')}` |" for rate in (*REPORT.rates, *REPORT.own_rates)
    ]
    return "\n".join(out) + "\n"


def rows(model: type[BaseModel], prefix: str) -> Iterator[str]:
    """One row per key of *model*, the keys of its blocks behind their own."""
    for name, info in truong_cua(model).items():
        inner = mo_hinh_trong(info.annotation)
        listed = "[]" if "list" in str(info.annotation) and inner else ""
        notes = " ".join(part for part in (info.description or "", optional(info)) if part)
        yield f"| `{prefix}{name}{listed}` | {info.title} | {kind(info)} | {notes} |"
        if inner:
            yield from rows(inner, f"{prefix}{name}{listed}.")


def kind(info: FieldInfo) -> str:
    """What the field is over time; empty for what is no count."""
    found = loai_cua(info)
    return f"`{found.value}`" if found else ""


def optional(info: FieldInfo) -> str:
    """Whether the key may be left out, or be null, and from which period on it may not."""
    if since := next((mark.ky for mark in cac_dau(info) if isinstance(mark, TuKy)), ""):
        return f"Bắt buộc từ kỳ {since}."
    if not info.is_required():
        return "Có thể bỏ."
    return "Có thể là null." if allows_none(info.annotation) else ""


def allows_none(annotation: Any) -> bool:
    """Whether null is a value of the field."""
    return type(None) in get_args(annotation)


def codes() -> str:
    """The table of findings, from the catalogue."""
    out = ["# Mã lỗi", "", "Tệp này do `make glossary` viết ra từ danh mục mã lỗi; không sửa bằng tay.", ""]
    out += ["| Mã | Nghĩa là | Vì sao không để vậy được | Làm gì |", "|---|---|---|---|"]
    out += [f"| {code} | {c.title} | {c.why} | {c.mend} |" for code, c in all_codes().items()]
    return "\n".join(out) + "\n"


PAGES = {"tu_dien.md": glossary, "ma_loi.md": codes}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8", newline="\n")
