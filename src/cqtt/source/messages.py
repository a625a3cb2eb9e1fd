"""From Pydantic's findings to ours: by their ``type`` code, never by their English sentence.

``loc`` leads to the line of the file, the typed text of the value to the fix.
"""

import json
import re
from collections.abc import Callable, Iterator

from pydantic import BaseModel, ValidationError

from cqtt.models.truong import khoi_trong, mo_hinh_tai, truong_cua, truong_tai
from cqtt.names import nearest
from cqtt.problems import Key, Position, Problem, TypedLocator, dotted
from cqtt.source.slips import bool_slip, count_slip, says_none
from cqtt.source.wording import Rejection, Wording


def problems_of(error: ValidationError, model: type[BaseModel], source: TypedLocator) -> Iterator[Problem]:
    """Every finding of *error*, in Vietnamese, at its place in *source*."""
    for details in error.errors(include_url=False):
        key: Key = tuple(details["loc"])
        typed, quoted = source.source_text(key)
        given = details["input"]
        typed = given if isinstance(given, str) else typed
        finding = Rejection(details["type"], key, given, details.get("ctx", {}), typed, quoted, model)
        told = _TELL.get(finding.code, _other)(finding)
        if told:
            yield Problem(place(finding, source), told.code, told.message, told.hint, dotted(key))


def place(finding: Rejection, source: TypedLocator) -> Position:
    """Where *finding* is reported: for a missing key at its block, for an unknown one at the key, else at the value."""
    if finding.code == "missing":
        return source.position(finding.key[:-1])
    if finding.code == "extra_forbidden":
        return source.key_position(finding.key)
    return source.position(finding.key)


def _missing(f: Rejection) -> Wording | None:
    """None for an item of which ``_unknown`` says already that its text is no key."""
    return None if _is_plain_text(f) else missing(f)


def _is_plain_text(f: Rejection) -> bool:
    """Whether the item of a list is only a text with a colon in it: ``- Mô hình A: làm thay``."""
    in_list = len(f.key) > 1 and isinstance(f.key[-2], int)
    return in_list and isinstance(f.given, dict) and len(f.given) == 1 and " " in next(iter(f.given))


def missing(f: Rejection) -> Wording:
    """The finding about a key, or a block, that is not there (KHOA02)."""
    info = truong_tai(f.model, f.key)
    title = f" ({info.title})" if info and info.title else ""
    where = "vào khối này" if len(f.key) > 1 else "vào tệp, sát lề trái"
    if info and (block := khoi_trong(info)):
        return Wording("KHOA02", f'thiếu khối "{f.name}"{title}', f"thêm {where}: “{f.name}:” với {_keys(block)}")
    return Wording("KHOA02", f'thiếu khóa "{f.name}"{title}', f"thêm dòng “{f.name}: …” {where}")


def _keys(block: type[BaseModel]) -> str:
    """The keys that a new block must have."""
    return ", ".join(name for name, info in block.model_fields.items() if info.is_required())


def _unknown(f: Rejection) -> Wording:
    parent = mo_hinh_tai(f.model, f.key[:-1])
    known = list(truong_cua(parent)) if parent else []
    near = nearest(f.name, known)
    hint = f"có phải ý bạn là “{near}”?" if near else f"chỉ dùng: {', '.join(known)}"
    if known and len(f.key) > 1 and isinstance(f.key[-2], int) and " " in f.name:
        text = json.dumps(f"{f.name}: {f.given}", ensure_ascii=False)
        return Wording("KHOA01", "chữ trước dấu hai chấm không phải khóa", f"viết: - {known[0]}: {text}")
    return Wording("KHOA01", f'không có khóa "{f.name}"', _home(f) or hint)


def _home(f: Rejection) -> str:
    """The fix for a key that belongs to a block further out."""
    for depth in range(len(f.key) - 2, -1, -1):
        outer = mo_hinh_tai(f.model, f.key[:depth])
        if outer and f.name in truong_cua(outer):
            where = f"khối {f.key[depth - 1]}" if depth else "ngoài cùng"
            return f"khóa này thuộc {where}: thụt vào ít hơn"
    return ""


def _not_a_count(f: Rejection) -> Wording:
    if isinstance(f.given, dict | list):
        return Wording("KIEU03", f"phải là số nguyên, đang là {f.shown}", "ghi một số nguyên ngay sau dấu hai chấm")
    code, hint = count_slip(f.typed, quoted=f.quoted, absent=f.absent)
    if code == "SO06":
        return Wording(code, f"phải từ 0 trở lên, đang là {f.shown}", hint)
    if code == "SO08":
        return Wording(code, f"số quá lớn: {f.shown}", hint)
    return Wording(code, f"phải là số nguyên, đang là {f.shown}", hint)


def _too_small(f: Rejection) -> Wording:
    return Wording("SO08", f"phải từ {f.limits['ge']} trở lên, đang là {f.shown}", _check(f))


def _check(f: Rejection) -> str:
    return "kiểm tra lại số liệu gốc" if f.absent == "0" else "kiểm tra lại; chưa có thì ghi null"


def _too_large(f: Rejection) -> Wording:
    return Wording("SO08", f"số quá lớn: {f.shown}, tối đa {f.limits['le']}", _check(f))


def _not_a_bool(f: Rejection) -> Wording:
    return Wording("KIEU04", f"phải là true hoặc false, đang là {f.shown}", bool_slip(f.typed))


def _not_text(f: Rejection) -> Wording:
    if isinstance(f.given, dict | list):
        return Wording(
            "KIEU05", f"phải là một dòng chữ, đang là {f.shown}", 'giá trị có “: ” thì đặt trong dấu nháy "…"'
        )
    if f.given is None:
        return _empty_text(f)
    return Wording("CHU02", f"phải là chữ, đang là {f.shown}", f'đặt trong dấu nháy: "{f.typed}"')


def _not_in_list(f: Rejection) -> Wording:
    allowed = [*_words(str(f.limits["expected"])), *(["null"] if f.absent == "null" else [])]
    near = nearest(str(f.given), allowed) if isinstance(f.given, str) else None
    choice = ", ".join(allowed)
    hint = f"có phải ý bạn là “{near}”?" if near else f"ghi: {choice}"
    none = next((word for word in ("null", "không") if word in allowed), "")
    if none and says_none(f.typed):
        hint = f"không có thì ghi {none}" + (" (để trống)" if none == "null" else "")
    return Wording("CHU03", f"phải là một trong: {choice}; đang là {f.shown}", hint)


def _words(expected: str) -> list[str]:
    """The allowed words out of Pydantic's list ``'xây mới', 'cải tạo' or 'không'``."""
    return [word for i, word in enumerate(expected.split("'")) if i % 2]


def _empty_text(f: Rejection) -> Wording:
    item = isinstance(f.key[-1], int)
    return Wording("CHU01", "chưa có chữ nào", "ghi chữ sau dấu “- ”" if item else "ghi chữ sau dấu hai chấm")


def _long_text(f: Rejection) -> Wording:
    return Wording("CHU04", f"quá dài: tối đa {f.limits['max_length']} ký tự", "rút gọn")


def _pattern(f: Rejection) -> Wording:
    info = truong_tai(f.model, f.key)
    hint = info.description if info and info.description else "xem mô tả của khóa này trong tài liệu"
    if not f.typed.strip():
        return _empty_text(f)
    if "\n" in f.typed.strip():
        return Wording("CHU05", "phải viết trên một dòng", "bỏ chỗ xuống dòng")
    return Wording("CHU06", f"không đúng dạng: {f.shown}", hint)


def _not_a_date(f: Rejection) -> Wording:
    return Wording("NGAY01", f"không phải ngày tháng: {f.shown}", "ghi ngày/tháng/năm, ví dụ 01/02/2024")


def _not_a_block(f: Rejection) -> Wording:
    parent = mo_hinh_tai(f.model, f.key)
    keys = list(truong_cua(parent)) if parent else []
    if not f.key:
        hint = f"tệp gồm các dòng “khóa: giá trị” sát lề trái: {', '.join(keys)}"
    elif isinstance(f.key[-1], int):
        hint = f"viết “- {keys[0]}: {_example(f)}”" if keys else ""
    elif isinstance(f.given, list):
        hint = "bỏ dấu “- ” ở đầu các dòng trong khối"
    else:
        hint = f"xuống dòng, thụt vào rồi ghi: {', '.join(keys)}"
    return Wording("KIEU01", f"phải là một khối có các khóa con, đang là {f.shown}", hint)


def _not_a_list(f: Rejection) -> Wording:
    hint = "mỗi mục một dòng, bắt đầu bằng “- ”; không có thì ghi []"
    item = mo_hinh_tai(f.model, f.key)
    if isinstance(f.given, dict) and any(key.startswith("-") for key in f.given):
        hint = "sau dấu “-” ở đầu mỗi mục phải có một dấu cách"
    elif says_none(f.typed) and not isinstance(f.given, dict):
        hint = f"không có thì ghi {f.name}: []"
    elif item and isinstance(f.given, str):
        hint = f"mỗi mục một dòng, bắt đầu bằng “- {next(iter(truong_cua(item)))}: ”; không có thì ghi []"
    elif item and isinstance(f.given, dict):
        hint = f"thêm dấu “- ” trước khóa đầu của mỗi mục: “- {next(iter(f.given), '')}: …”"
    return Wording("KIEU02", f"phải là danh sách, đang là {f.shown}", hint)


_NEEDS_QUOTES = re.compile(r": |:$|\s#|^[^\w“‘(]")
LONGEST = 30
"""Letters of what was typed that an example repeats."""


def _example(f: Rejection) -> str:
    """The beginning of what was typed, as it stands behind a key."""
    words = (str(f.given).splitlines() or [""])[0].strip().removeprefix("-").strip()
    short = words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
    return json.dumps(short, ensure_ascii=False) if _NEEDS_QUOTES.search(short) else short or "…"


def _list_length(f: Rejection) -> Wording:
    if "max_length" in f.limits:
        return Wording(
            "KIEU02", f"danh sách quá dài: tối đa {f.limits['max_length']} mục", "kiểm tra xem có chép thừa không"
        )
    return Wording("KIEU02", "danh sách trống", "ghi ít nhất một mục, bắt đầu bằng “- ”")


def _computed(f: Rejection) -> None:
    """Pydantic could not compute a ``tong`` because one of its parts is wrong; the part is reported already."""


def _other(f: Rejection) -> Wording:
    return Wording("KIEU06", f"giá trị không hợp lệ: {f.shown}", "so với tệp của một đơn vị khác")


_TELL: dict[str, Callable[[Rejection], Wording | None]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "int_type": _not_a_count,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "bool_type": _not_a_bool,
    "string_type": _not_text,
    "literal_error": _not_in_list,
    "string_too_short": _empty_text,
    "string_too_long": _long_text,
    "string_pattern_mismatch": _pattern,
    "ngay_sai": _not_a_date,
    "duong_dan_la": lambda _: Wording("CHU06", "không phải tệp của bộ số liệu", "lấy lại từ bản sao lưu hoặc git"),
    "model_type": _not_a_block,
    "model_attributes_type": _not_a_block,
    "list_type": _not_a_list,
    "too_long": _list_length,
    "too_short": _list_length,
    "default_factory_not_called": _computed,
}
