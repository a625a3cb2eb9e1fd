"""The edge: where commands start, and where every end becomes an exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from cqtt import __version__
from cqtt.cli import console
from cqtt.cli.ledger import Ledger
from cqtt.cli.vietnamese import Group, usage_fault
from cqtt.disk import reason
from cqtt.faults import CqttError, EnvironmentFault, UsageFault

OK, PROBLEMS, USAGE, ENVIRONMENT, BUG, INTERRUPTED = 0, 1, 2, 3, 70, 130

_COMMANDS = {
    "init": ("cqtt.cli.init", "Tạo thư mục số liệu cho một đơn vị mới, với kỳ đầu tiên."),
    "new": ("cqtt.cli.new", "Tạo kỳ mới từ kỳ trước, số trong kỳ chờ điền."),
    "form": ("cqtt.cli.form", "Phiếu .xlsx cho từng đơn vị điền số liệu của một kỳ."),
    "import": ("cqtt.cli.import_", "Nhập phiếu các đơn vị gửi về vào tệp YAML, sau khi kiểm tra."),
    "status": ("cqtt.cli.status", "Đơn vị nào đã gửi, thiếu, sai; việc còn phải làm; còn mấy ngày."),
    "build": ("cqtt.cli.build", "Kiểm tra rồi lập báo cáo .docx của một kỳ."),
    "check": ("cqtt.cli.check", "Kiểm tra số liệu, khuôn mẫu; không ghi gì."),
    "figures": ("cqtt.cli.figures", "Liệt kê mọi số liệu: đường dẫn, tên, giá trị, cách tính."),
    "explain": ("cqtt.cli.explain", "Một số liệu từ đâu ra: cách tính, đơn vị nào góp bao nhiêu, dòng nào."),
    "diff": ("cqtt.cli.diff", "So sánh hai kỳ: số liệu nào thay đổi, bao nhiêu, ở xã, phường nào."),
    "seal": ("cqtt.cli.seal", "Niêm phong một kỳ đã ký: từ đó lập lại chỉ ra đúng báo cáo ấy."),
    "unseal": ("cqtt.cli.unseal", "Mở niêm phong một kỳ, có ghi lý do."),
    "lint": ("cqtt.cli.lint", "Soát thể thức một tệp Word theo Nghị định 30/2020/NĐ-CP."),
    "verify": ("cqtt.cli.verify", "Tệp đã trình ký có còn nói đúng như số liệu không; ai sửa gì, ở dòng nào."),
    "redline": ("cqtt.cli.redline", "Ghi một tệp Word có dấu sửa (track changes) từ bản cũ sang bản mới."),
    "schema": ("cqtt.cli.schema", "Ghi lược đồ JSON để trình soạn thảo gợi ý khóa khi gõ YAML."),
    "doctor": ("cqtt.cli.doctor", "Máy này đã đủ để lập báo cáo chưa; thiếu gì, sửa thế nào."),
    "menu": ("cqtt.cli.menu", "Bảng chọn việc theo số, như khi bấm đúp vào cqtt.exe."),
    "completion": ("cqtt.cli.completion", "Cho bash, zsh, fish gợi ý lệnh và tên kỳ khi bấm phím Tab."),
}
_CODES = """\b
Mã thoát:
  0   xong (có thể có cảnh báo)
  1   số liệu, khuôn mẫu hoặc lời văn sai; báo cáo của kỳ đó không được ghi
  2   gọi lệnh sai, hoặc thư mục không đúng
  3   máy không cho ghi, hoặc tệp Word không đọc được: đang mở, đĩa đầy, không có quyền, hỏng
  70  lỗi của phần mềm
"""


@click.group(
    cls=Group,
    lazy=_COMMANDS,
    epilog=_CODES,
    options_metavar="",
    subcommand_metavar="LỆNH [KỲ] [TÙY CHỌN]",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="cqtt", message="%(prog)s %(version)s", help="In phiên bản rồi thoát.")
def cqtt() -> None:
    """Lập báo cáo “Chính quyền thân thiện” từ tệp YAML của từng xã, phường.

    Ví dụ: cqtt build 2024Q1
    """


def main() -> None:
    """The program."""
    gc.disable()  # one call makes many objects and hardly a cycle; looking for cycles took a tenth of its time
    console.prepare()
    code = run(_meant(sys.argv[1:]))
    if code and console.is_own_window():
        with suppress(EnvironmentFault):
            console.ask("Bấm Enter để đóng cửa sổ. ")
    with suppress(EnvironmentFault):  # where the call failed, it has said so already
        console.flush()
    gc.freeze()  # nor does Python look for them at the end
    sys.exit(code)


def _meant(arguments: list[str]) -> list[str]:
    """*arguments*, or a call of the menu: by a double click, or by folders and files dropped on the program."""
    if arguments and arguments[0] not in _COMMANDS and all(os.path.exists(word) for word in arguments):  # noqa: PTH110
        return ["menu", *arguments]
    return arguments if arguments or not console.is_own_window() else ["menu"]


def run(arguments: Sequence[str]) -> int:
    """Carry out one call and return its exit code; whatever goes wrong is reported on standard error."""
    ledger = Ledger()
    try:
        code = cqtt.main(list(arguments), prog_name="cqtt", standalone_mode=False, obj=ledger)
        console.flush()
        return int(code or OK)
    except click.exceptions.NoArgsIsHelpError as error:
        console.note(error.format_message() + "\n")
        return USAGE
    except click.UsageError as error:
        return _tell(usage_fault(error), USAGE)
    except UsageFault as error:
        return _tell(error, USAGE)
    except EnvironmentFault as error:
        return _refused(error, ledger)
    except (KeyboardInterrupt, click.Abort):
        return _stopped(ledger)
    except BrokenPipeError:  # of what click itself prints, for a shell that completes
        console.drop_output()
        return OK
    except Exception as error:  # noqa: BLE001  # the one place that may: a bug of ours is never shown as a traceback
        return _stopped(ledger) if _is_interrupt(error) else _apologise(ledger)


def _tell(error: CqttError, code: int) -> int:
    console.say(f"lỗi: {error.message}")
    if error.hint:
        console.say(f"  {error.hint}")
    return code


def _refused(error: EnvironmentFault, ledger: Ledger) -> int:
    """The machine refused; where there was more than one file to write, say what became of the others."""
    code = _tell(error, ENVIRONMENT)
    if ledger.several or ledger.done:
        console.say(f"  {ledger.account()}")
    return code


def _stopped(ledger: Ledger) -> int:
    if sys.stderr.isatty():
        console.note("\n")  # behind the ^C that the terminal has put there
    console.say(f"đã dừng; {ledger.account()}")
    return INTERRUPTED


def _is_interrupt(error: BaseException | None) -> bool:
    """Whether *error* began as Ctrl-C: one that comes while a class is made, Python 3.11 raises as a RuntimeError."""
    return error is not None and (isinstance(error, KeyboardInterrupt) or _is_interrupt(error.__context__))


def _apologise(ledger: Ledger) -> int:
    import tempfile
    import traceback

    told = traceback.format_exc()
    console.say(f"xin lỗi: phần mềm gặp lỗi của chính nó; {ledger.account()}")
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="cqtt-loi-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(told)
    except OSError as error:
        console.say(f"  không ghi được tệp mô tả lỗi: {reason(error)}; dọn bớt đĩa rồi chạy lại")
    else:
        console.say(f"  gửi tệp này cho người phát triển: {file.name}")
    return BUG
