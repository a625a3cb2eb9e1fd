"""``cqtt init bac_ninh``: a new workspace for an authority, by asking or from options."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from cqtt.cli import console, options
from cqtt.cli.ledger import Ledger
from cqtt.cli.vietnamese import Command
from cqtt.disk import entries, exists, here, is_folder, read_bytes
from cqtt.faults import UsageFault
from cqtt.models.don_vi import LOAI_CAP_XA, UnitEntry
from cqtt.models.ky import Ky
from cqtt.names import fold, nfc
from cqtt.pipeline.setup import CAP_UY, Authority, before_two_levels, level, workspace_files
from cqtt.problems import Problem, has_errors
from cqtt.source.unit_lines import is_name
from cqtt.source.unit_list import read_rows, read_units

T = TypeVar("T")

_KINDS = ", ".join(CAP_UY)


@click.command("init", cls=Command)
@click.argument("thu_muc", metavar="THƯ_MỤC")
@click.option("--loai", metavar="LOẠI", help=f"Loại địa phương: {_KINDS}.")
@click.option("--ten", metavar="TÊN", help="Tên địa phương, không kèm loại: Bắc Ninh.")
@click.option("--ky", metavar="KỲ", help="Kỳ báo cáo đầu tiên: 2025Q3.")
@click.option("--cap", metavar="CẤP", help="tỉnh hoặc huyện; chỉ cần cho thành phố, kỳ trước 01/7/2025.")
@click.option(
    "--danh-sach",
    metavar="TỆP",
    help="Các đơn vị cấp xã, mỗi dòng một đơn vị: phường Kinh Bắc;09163. Xã thì không cần.",
)
@click.option("--nguoi-ky", metavar="HỌ_TÊN", help="Họ tên người ký; không ghi thì để trống.")
@options.color
@click.pass_obj
def command(
    ledger: Ledger,
    /,
    thu_muc: str,
    loai: str | None,
    ten: str | None,
    ky: str | None,
    cap: str | None,
    danh_sach: str | None,
    nguoi_ky: str | None,
    color: str,
) -> int:
    """Tạo THƯ_MỤC cho một đơn vị mới: don_vi.yaml, khuôn mẫu, lược đồ, kỳ đầu chờ điền.

    Ở cửa sổ lệnh, thiếu gì thì hỏi. Không bao giờ ghi vào thư mục đã có tệp.
    """
    target = _target(thu_muc)
    _need({"--loai": loai, "--ten": ten, "--ky": ky})
    kind = _ask(loai, f"Loại địa phương ({_KINDS})", _kind)
    name = _ask(ten, "Tên, không kèm loại", lambda words: _name(words, kind))
    period = _ask(ky, "Kỳ báo cáo đầu tiên, ví dụ 2025Q3", options.named_period)
    of_level = level(kind, period) or _city(cap)
    units, problems = _communes(danh_sach, of_level)
    if has_errors(problems):
        options.tell(problems, color)
        console.say("không tạo gì: sửa danh sách rồi chạy lại")
        return 1
    signer = _name(nguoi_ky, "") if nguoi_ky is not None else None
    files = workspace_files(Authority(name, kind, of_level, period, tuple(units), signer))
    if not ledger.put_folder(target, files):
        raise _taken(thu_muc)
    console.out(_told(thu_muc, f"{kind} {name}", period, max(1, len(units))))
    for notice in problems:
        console.say(f"  danh sách: {notice.message}")
    if of_level == "huyện" and not before_two_levels(period):
        console.say(f"cảnh báo: từ 01/7/2025 chính quyền địa phương có hai cấp, không còn {kind}; xem lại --loai, --ky")
    return 0


def _target(given: str) -> Path:
    """The folder to make, which is not there yet or empty; never the one we stand in."""
    start = here()
    path = Path(os.path.realpath(start / given))
    if path == Path(os.path.realpath(start)):
        raise UsageFault("không tạo ngay trong thư mục đang đứng", "ghi tên thư mục mới: cqtt init bac_ninh")
    if exists(path) and not is_folder(path):
        raise UsageFault(f"{given} là tệp, không phải thư mục: không ghi đè", "chọn tên khác")
    if exists(path) and entries(path):
        raise _taken(given)
    return path


def _taken(given: str) -> UsageFault:
    return UsageFault(f"đã có {given} và không trống: không ghi đè", "chọn tên khác")


def _need(given: dict[str, str | None]) -> None:
    """Where nobody can be asked, all that is missing is reported at once."""
    missing = [name for name, value in given.items() if value is None]
    if missing and not sys.stdin.isatty():
        raise UsageFault(f"thiếu {', '.join(missing)}", "ghi đủ tùy chọn, hoặc chạy ở cửa sổ lệnh để được hỏi")


def _ask(given: str | None, question: str, read: Callable[[str], T]) -> T:
    """What *given* says; on a terminal, where nothing is given, the answer to *question*, asked until it is good."""
    if given is not None:
        return read(given)
    while True:
        try:
            with console.printing():
                answer = click.prompt(question, type=str)
                return read(answer)
            raise click.Abort  # whoever should read the questions has gone
        except UsageFault as fault:
            console.say(f"  {fault.message}; {fault.hint}")


def _kind(words: str) -> str:
    for kind in CAP_UY:
        if fold(words) == fold(kind):
            return kind
    raise UsageFault(f"“{words}” không phải loại địa phương", f"chọn một trong: {_KINDS}")


def _name(words: str, kind: str) -> str:
    name = " ".join(nfc(words).split())
    if kind and name.casefold().startswith(f"{kind} "):
        name = name[len(kind) + 1 :]
    if not is_name(name):
        raise UsageFault(f"“{words}” không phải tên gọi", "ghi một tên trên một dòng, tối đa 60 chữ")
    return name


def _city(cap: str | None) -> str:
    _need({"--cap": cap})
    return _ask(cap, "Thành phố thuộc cấp nào (tỉnh, huyện)", _level)


def _level(words: str) -> str:
    if words not in ("tỉnh", "huyện"):
        raise UsageFault(f"“{words}” không phải cấp của thành phố", "chọn một trong: tỉnh, huyện")
    return words


def _communes(danh_sach: str | None, of_level: str) -> tuple[list[UnitEntry], list[Problem]]:
    """The communes that the list names; none for a commune, whose list is itself."""
    if of_level == "xã":
        if danh_sach is not None:
            kinds = ", ".join(LOAI_CAP_XA)
            raise UsageFault(f"--danh-sach không dùng cho {kinds}", "đơn vị cấp xã chỉ báo cáo cho mình")
        return [], []
    _need({"--danh-sach": danh_sach})
    path, raw = _ask(danh_sach, "Tệp danh sách đơn vị cấp xã, mỗi dòng một đơn vị", _list)
    if raw.startswith(b"PK\x03\x04"):
        from cqtt.excel.rows import rows_of

        return read_rows(rows_of(raw, path), path)
    return read_units(raw, path)


def _list(path: str) -> tuple[str, bytes]:
    raw = read_bytes(Path(path))
    if raw is None:
        raise UsageFault(f"không có tệp {path}", "kiểm tra đường dẫn")
    return path, raw


def _told(folder: str, name: str, period: Ky, communes: int) -> str:
    return (
        f"đã tạo {folder} cho {name}: data/don_vi.yaml, templates/bao_cao.docx.j2, schema/,"
        f" data/{period.ma} với {communes} tệp của đơn vị cấp xã\n"
        f"  xem lại data/don_vi.yaml: người ký, nơi nhận, địa danh\n"
        f"  điền các chỗ ghi “chưa điền”, rồi xem: cqtt status {period.ma} -C {folder}\n"
    )
