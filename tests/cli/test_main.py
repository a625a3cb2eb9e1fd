"""The edge: Vietnamese help, exit codes, and consoles that cannot write every letter."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from cqtt import __version__
from cqtt.cli import main
from tests.cli.conftest import Ended
from tests.cli.tien_trinh import IN_MAIN, run, unix
from tests.conftest import lay_out, shortened

Cqtt = Callable[..., Ended]
ENGLISH = ("Usage", "Options", "Commands", "Show this", "Error", "Try ", "Missing", "Invalid", "No such")


def spawn(workspace: Path, *words: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    environment.pop("GITHUB_ACTIONS", None)
    return subprocess.run([sys.executable, "-m", "cqtt", *words], cwd=workspace, env=environment, capture_output=True)


@pytest.mark.parametrize(
    "words",
    [("--help",), ("-h",), ("build", "--help"), ("check", "--help"), ("figures", "-h"), ("lint", "-h"), ("diff", "-h")],
)
def test_help_is_vietnamese_throughout(cqtt: Cqtt, words: Sequence[str]) -> None:
    ended = cqtt(*words)
    assert ended.code == 0
    assert "Cách dùng: cqtt" in ended.out
    assert "Tùy chọn:" in ended.out
    assert not [word for word in ENGLISH if word in ended.out]


def test_help_lists_commands_and_exit_codes(cqtt: Cqtt) -> None:
    told = cqtt("--help").out
    for words in ("  build       Kiểm tra rồi lập báo cáo", "Mã thoát:", "  70  lỗi của phần mềm"):
        assert words in told


def test_without_a_command_help_is_shown(cqtt: Cqtt) -> None:
    ended = cqtt()
    assert ended.code == 2
    assert ended.err.startswith("Cách dùng: cqtt")


def test_the_version_is_that_of_the_package(cqtt: Cqtt) -> None:
    assert cqtt("--version").out == f"cqtt {__version__}\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("buidl", "2024Q1"), "lỗi: không có lệnh “buidl”\n  có phải ý bạn là “build”?\n"),
        (
            ("xyz",),
            "lỗi: không có lệnh “xyz”\n"
            "  các lệnh có: init, new, form, import, status, build, check, figures, explain, diff, seal, unseal, "
            "lint, verify, redline, schema, doctor, menu, completion\n",
        ),
        (("build", "2024Q1", "--outptu", "x"), "lỗi: không có tùy chọn --outptu\n  có phải ý bạn là --output?\n"),
        (("build",), "lỗi: thiếu KỲ\n  ví dụ cqtt build 2024Q1; mọi kỳ: cqtt build --all\n"),
        (
            ("build", "--all", "2024Q1"),
            "lỗi: --all không đi cùng KỲ hay --output\n  ví dụ cqtt build --all, cqtt build 2024Q1\n",
        ),
        (("build", "2024Q1", "thừa"), "lỗi: gọi lệnh sai: thừa hoặc thiếu tham số\n  xem: cqtt build --help\n"),
        (
            ("check", "2024Q1", "--format", "xml"),
            "lỗi: giá trị của --format không có trong danh sách\n  chọn một trong: text, json, github\n",
        ),
        (("build", "2024Q1", "--output"), "lỗi: tùy chọn --output dùng sai\n  xem: cqtt --help\n"),
    ],
)
def test_a_wrong_call_is_told_in_vietnamese_with_exit_code_2(cqtt: Cqtt, words: Sequence[str], message: str) -> None:
    assert cqtt(*words) == (2, "", message)


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "cp1258", "ascii"])
def test_letters_lose_their_marks_rather_than_crash(workspace: Path, encoding: str) -> None:
    file = workspace / "data/2024Q1/xa_phuong/nenh.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("camera: true", "camera: có"), encoding="utf-8")
    ended = spawn(workspace, "check", "2024Q1", encoding=encoding)
    assert ended.returncode == 1
    assert ended.stderr == b""
    told = ended.stdout.decode(encoding)
    assert "16/17" in told
    assert any(f"{word} KIEU04" in told for word in ("loi", "lôi"))
    draft = spawn(workspace, "build", "2024Q1", "--draft", encoding=encoding)
    assert draft.returncode == 1
    help_ = spawn(workspace, "--help", encoding=encoding)
    assert help_.returncode == 0
    assert help_.stderr == b""


def test_json_is_utf8_on_any_console(workspace: Path) -> None:
    ended = spawn(workspace, "figures", "2024Q1", "--format", "json", encoding="cp1252")
    assert "Tổng số hồ sơ tiếp nhận" in ended.stdout.decode("utf-8")


def test_a_reader_that_stops_early_is_no_error(workspace: Path) -> None:
    call = [sys.executable, "-m", "cqtt", "figures", "2024Q1"]
    with subprocess.Popen(call, cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


WITHOUT_READER = f"""
import os, sys
to_read, to_write = os.pipe()
os.close(to_read)
for stream in sys.argv.pop().split(","):
    os.dup2(to_write, int(stream))
{IN_MAIN}
"""


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[int, str, str]]:
    """How a call ends that somebody reads; each runs once, for none of them writes."""
    root = shortened(lay_out(tmp_path_factory.mktemp("heard")))
    return cache(lambda words: run(root, *words.split()))


@unix
@pytest.mark.slow
@pytest.mark.parametrize("streams", ["1", "2", "1,2"])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("--help", 0),
        ("--version", 0),
        ("build --help", 0),
        ("build --all", 0),
        ("build 2024Q1 --draft", 0),
        ("figures 2024Q1 --format json", 0),
        ("explain 2024Q1 so_don_vi", 0),
        ("completion bash", 0),
        ("check 2024Q1", 0),
        ("build 2024Q1 --check", 1),
        ("check 2031Q1", 2),
        ("nothing", 2),
        ("lint folder.docx/a.docx", 2),
    ],
)
def test_a_call_that_nobody_reads_ends_as_any_other(
    workspace: Path, heard: Callable[[str], tuple[int, str, str]], words: str, code: int, streams: str
) -> None:
    """Be it at the first word, or when Python writes out the last ones at the end."""
    shortened(workspace)
    ended, out, err = run(workspace, *words.split(), streams, code=WITHOUT_READER)
    assert ended == code
    if "1" in streams:
        assert err == ("" if "2" in streams or code != 2 else heard(words)[2])
    else:
        assert words == "build --all" or out == heard(words)[1]
    assert (workspace / "out/2024Q1/bao_cao.docx").is_file() == (words == "build --all")


def test_a_bug_of_ours_is_an_apology_and_a_saved_traceback(cqtt: Cqtt, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise ZeroDivisionError("our bug")

    monkeypatch.setattr(main.cqtt, "main", broken)
    ended = cqtt("build", "2024Q1")
    assert ended.code == 70
    first, second = ended.err.splitlines()
    assert first == "xin lỗi: phần mềm gặp lỗi của chính nó; không ghi gì"
    saved = Path(second.partition(": ")[2])
    assert "ZeroDivisionError: our bug" in saved.read_text(encoding="utf-8")
    saved.unlink()


def test_a_bug_of_ours_is_an_apology_where_nothing_can_be_saved(cqtt: Cqtt, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise ZeroDivisionError("our bug")

    monkeypatch.setattr(main.cqtt, "main", broken)
    monkeypatch.setattr(tempfile, "tempdir", str(Path("không", "có")))
    ended = cqtt("build", "2024Q1")
    assert (ended.code, ended.err.splitlines()) == (
        70,
        [
            "xin lỗi: phần mềm gặp lỗi của chính nó; không ghi gì",
            "  không ghi được tệp mô tả lỗi: không có tệp hoặc thư mục này; dọn bớt đĩa rồi chạy lại",
        ],
    )


@pytest.mark.parametrize(
    "error", [FileNotFoundError(2, "No such file or directory", "/khong/co"), PermissionError(13, "Permission denied")]
)
def test_an_error_of_the_system_that_nobody_expected_is_a_bug_of_ours(
    cqtt: Cqtt, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise error

    monkeypatch.setattr(main.cqtt, "main", broken)
    ended = cqtt("build", "2024Q1")
    assert ended.code == 70
    first, second = ended.err.splitlines()
    assert first == "xin lỗi: phần mềm gặp lỗi của chính nó; không ghi gì"
    saved = Path(second.partition(": ")[2])
    assert str(error) in saved.read_text(encoding="utf-8")
    saved.unlink()


def test_an_interrupted_call_says_so(cqtt: Cqtt, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main.cqtt, "main", interrupted)
    assert cqtt("build", "2024Q1") == (130, "", "đã dừng; không ghi gì\n")


def test_a_name_that_the_disk_refuses_is_told(cqtt: Cqtt) -> None:
    name = "a" * 300
    hint = "  đóng tệp nếu đang mở; kiểm tra tên, quyền đọc và ổ đĩa rồi chạy lại\n"
    told = f"lỗi: không đọc được {name}/data/don_vi.yaml: tên quá dài\n{hint}"
    assert cqtt("check", "2024Q1", "-C", name) == (3, "", told)


def test_help_loads_none_of_the_media() -> None:
    """Start-up is part of the design: a command imports what it needs."""
    heavy = ["yaml", "jinja2", "markdown_it", "docx", "lxml", "pydantic", "rich"]
    code = (
        f"import sys; from cqtt.cli.main import run; run(['--help']); print([m for m in {heavy} if m in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert ended.stdout.splitlines()[-1] == "[]"


def test_figures_load_neither_jinja_nor_word() -> None:
    heavy = ["jinja2", "markdown_it", "docx", "lxml", "rich"]
    code = f"import sys; import cqtt.cli.figures; print([m for m in {heavy} if m in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert ended.stdout == "[]\n"


WHILE_LOADING = """
import os, signal, sys

class Impatient:
    def find_spec(self, name, *_):
        if name == "click":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Impatient())
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
from cqtt.__main__ import main; main()
"""


@unix
def test_ctrl_c_while_the_program_is_being_loaded_is_no_traceback(workspace: Path) -> None:
    assert run(workspace, "build", "2024Q1", code=WHILE_LOADING) == (130, "", "đã dừng; chưa ghi gì\n")
    assert not (workspace / "out").exists()


def test_ctrl_c_while_a_class_is_made_is_no_bug_of_ours(workspace: Path) -> None:
    """Python 3.11 tells of it as of a RuntimeError, a later one as of the KeyboardInterrupt that it is."""
    code = "import dataclasses; from cqtt.cli.main import main; field = dataclasses.Field\n"
    code += "field.__set_name__ = lambda *_: (_ for _ in ()).throw(KeyboardInterrupt); main()"
    ended = run(workspace, "build", "2024Q1", code=code)
    assert ended == (130, "", "đã dừng; không ghi gì\n")


@unix
def test_on_a_terminal_the_word_of_the_stop_has_a_line_of_its_own(workspace: Path) -> None:
    """The terminal has put ^C there."""
    code = "import dataclasses; from cqtt.cli.main import main; field = dataclasses.Field\n"
    code += "field.__set_name__ = lambda *_: (_ for _ in ()).throw(KeyboardInterrupt); main()"
    ours, theirs = os.openpty()
    try:
        subprocess.run([sys.executable, "-c", code, "build", "2024Q1"], cwd=workspace, stderr=theirs, check=False)
        assert os.read(ours, 500).decode() == "\r\nđã dừng; không ghi gì\r\n"
    finally:
        os.close(ours)
        os.close(theirs)


WHILE_FILLING = """
import os, signal, sys, threading, time

def wait():
    while not sys._current_frames()[threading.main_thread().ident].f_code.co_filename.startswith("0:"):
        time.sleep(0.01)  # until the template runs
    os.kill(os.getpid(), signal.SIGINT)

threading.Thread(target=wait, daemon=True).start()
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
from cqtt.__main__ import main; main()
"""
LOOPS = "{% for a in xa_phuong %}" * 15
DOUBLED = "{% macro f0() %}{% endmacro %}" + "".join(
    f"{{% macro f{i + 1}() %}}{{% if f{i}() or f{i}() %}}{{% endif %}}{{% endmacro %}}" for i in range(60)
)


@unix
@pytest.mark.parametrize(
    "template",
    [
        pytest.param(LOOPS + "{% endfor %}" * 15, id="loops that print nothing"),
        pytest.param(LOOPS + "x" + "{% endfor %}" * 15, id="loops that print"),
        pytest.param(DOUBLED + "{{ f60() }}", id="macros that double"),
    ],
)
def test_a_template_without_end_ends_on_ctrl_c(workspace: Path, template: str) -> None:
    """It is the office's own: nobody counts what it does."""
    (workspace / "templates" / "bao_cao.docx.j2").write_text(template, encoding="utf-8")
    assert run(workspace, "build", "2024Q1", code=WHILE_FILLING) == (130, "", "đã dừng; không ghi gì\n")
    assert not (workspace / "out").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system does not bound the memory of a process")
def test_a_template_that_prints_more_than_the_machine_holds_is_one_finding(workspace: Path) -> None:
    code = "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, resource.RLIM_INFINITY))\n"
    code += "from cqtt.cli.main import main; main()"
    sets = "".join(f"{{% set a{i + 1} %}}{{{{ a{i} }}}}{{{{ a{i} }}}}{{% endset %}}\n" for i in range(60))
    template = f"{{% set a0 %}}ha{{% endset %}}\n{sets}"
    (workspace / "templates" / "bao_cao.docx.j2").write_text(template, encoding="utf-8")
    ended, out, err = run(workspace, "check", "2024Q1", code=code)
    assert (ended, err) == (1, "")
    assert "lỗi KHUON06: khuôn mẫu in ra quá nhiều, máy không đủ bộ nhớ\n" in out
    assert out.count(": lỗi ") == 1
