"""``cqtt menu``: what can be done here, chosen by a number; for a double click, or a folder dropped on the program."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from cqtt.cli import console, options
from cqtt.cli.vietnamese import Command
from cqtt.disk import entries, exists, here, is_folder
from cqtt.faults import CqttError
from cqtt.models.ky import Ky, doc_ky
from cqtt.pipeline.read import Reader

Choice = tuple[str, Callable[[], object]]
"""What stands behind the number, and what it does."""
_NEAR = 9
"""How many workspaces beside this folder are offered."""


@click.command("menu", cls=Command)
@click.argument("noi", metavar="[THƯ_MỤC]", nargs=-1)
def command(noi: tuple[str, ...]) -> int:
    """Bảng chọn việc theo số: tình hình, kiểm tra, lập báo cáo, kỳ mới …

    THƯ_MỤC là thư mục số liệu, hoặc một tệp trong đó; không ghi thì tìm ở thư mục hiện tại và chung quanh.
    """
    menu = Menu(Path(noi[0]) if noi else None)
    while True:
        choices = menu.choices()
        console.out(_shown(menu.heading(), choices))
        number = _chosen(len(choices))
        if number == 0:
            return 0
        _carry_out(choices[number - 1])


def _chosen(last: int) -> int:
    """The number that is typed, asked for until it is one from 0 to *last*; 0 where nothing more will be typed."""
    while (typed := console.ask("Gõ số rồi bấm Enter: ")) is not None:
        if typed in [str(number) for number in range(last + 1)]:
            return int(typed)
        if typed:
            console.say(f"không có mục “{typed}”; gõ một số từ 0 đến {last}")
    return 0


def _carry_out(choice: Choice) -> None:
    """Do what was chosen; what goes wrong is told, and the choices come again."""
    try:
        choice[1]()
    except CqttError as fault:
        console.say(f"lỗi: {fault.message}\n  {fault.hint}")


def _shown(heading: str, choices: Sequence[Choice]) -> str:
    rows = [f"  {number}  {words}\n" for number, (words, _) in enumerate(choices, 1)]
    return "".join(("\n", heading, "\n", *rows, "  0  Thoát\n"))


class Menu:
    """What the choices speak of: a workspace, a period, a file; each may still be missing."""

    def __init__(self, given: Path | None) -> None:
        self.root: Path | None = None
        self.ky: Ky | None = None
        self.document = given if given and given.suffix.lower() == ".docx" else None
        near = [given] if given else _near(here())
        if len(near) == 1:
            self._use(near[0])

    def heading(self) -> str:
        """Of which workspace and which period the choices are."""
        if self.root is None:
            return "Chưa có thư mục số liệu (thư mục có data và templates)\n"
        return f"Thư mục số liệu: {self.root}\nKỳ: {self.ky.ma if self.ky else 'chưa có'}\n"

    def choices(self) -> list[Choice]:
        """What can be done now, the usual first."""
        file = self.document
        found: list[Choice] = []
        if file:
            found.append((f"Soát thể thức tệp {file.name}", lambda: self._run("lint", str(file))))
        if self.root is None:
            return [*found, *self._without_workspace(), ("Máy này đã đủ chưa", lambda: _call("doctor"))]
        if self.ky:
            found += self._of_period(self.ky.ma)
        return [
            *found,
            ("Tạo kỳ mới", self._new_period),
            ("Chọn kỳ khác", self._other_period),
            ("Chọn thư mục số liệu khác", self._other_workspace),
            ("Máy và thư mục này đã đủ chưa", lambda: self._run("doctor")),
        ]

    def _of_period(self, ky: str) -> list[Choice]:
        return [
            (f"Tình hình {ky}: đơn vị nào đã gửi, thiếu, sai", lambda: self._run("status", ky)),
            (f"Kiểm tra {ky}: số liệu, khuôn mẫu, lời văn", lambda: self._run("check", ky)),
            (f"Lập báo cáo {ky}", lambda: self._run("build", ky)),
            (f"Lập báo cáo {ky} kèm bản rà soát", lambda: self._run("build", ky, "--review")),
        ]

    def _without_workspace(self) -> list[Choice]:
        near: list[Choice] = [(f"Dùng {root}", partial(self._use, root)) for root in _near(here())[:_NEAR]]
        return [*near, ("Chỉ thư mục số liệu", self._other_workspace), ("Tạo thư mục số liệu mới", self._new_workspace)]

    def _run(self, *words: str) -> None:
        """Call the command *words* on the workspace, where there is one and the command asks for one."""
        of_workspace = self.root is not None and words[0] != "lint"
        _call(*words, *(("-C", str(self.root)) if of_workspace else ()))

    def _use(self, place: Path) -> None:
        """Speak of the workspace at *place*, or the one that holds it, and of the period that *place* is in."""
        self.root = options.workspace_above(place.absolute() / options.MARKER.name)
        if self.root is None:
            if self.document is None:
                console.say(f"{place} không phải thư mục số liệu: không có {options.MARKER.as_posix()}")
            return
        named = [ky for part in place.absolute().relative_to(self.root).parts if (ky := doc_ky(part))]
        self.ky = next(iter(named), None) or next(iter(reversed(Reader(self.root).reportable)), None)

    def _other_workspace(self) -> None:
        if typed := _path("Kéo thư mục thả vào cửa sổ này, hoặc gõ đường dẫn, rồi bấm Enter: "):
            self._use(Path(typed))

    def _new_workspace(self) -> None:
        typed = _path("Tên hoặc đường dẫn của thư mục mới: ")
        if typed and _call("init", typed) == 0:
            self._use(Path(typed))

    def _other_period(self) -> None:
        assert self.root is not None
        there = ", ".join(ky.ma for ky in Reader(self.root).reportable)
        if typed := console.ask(f"Kỳ ({there}): "):
            self.ky = options.named_period(typed)

    def _new_period(self) -> None:
        if (typed := console.ask("Kỳ mới, ví dụ 2025Q3: ")) and self._made(options.named_period(typed)):
            self.ky = options.named_period(typed)

    def _made(self, ky: Ky) -> bool:
        return _call("new", ky.ma, "-C", str(self.root)) == 0


def _path(question: str) -> str:
    """The path that is typed, or dropped on the window, which puts it in quotes; empty for none."""
    return (console.ask(question) or "").strip("\"' ")


def _near(place: Path) -> list[Path]:
    """The workspace that *place* is in; else those right below it, or beside it."""
    if found := options.workspace_above(place.absolute() / options.MARKER.name):
        return [found]
    folders = [folder for parent in (place, place.parent) for folder in entries(parent) if is_folder(folder)]
    return [folder for folder in folders if exists(folder / options.MARKER)]


def _call(*words: str) -> int:
    """The exit code of the command *words*, which says itself what it has to say."""
    from cqtt.cli.main import run  # which imports this module by its name

    console.out("\n")
    return run(words)
