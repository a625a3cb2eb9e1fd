"""Files that were sent back, as answers: each of the kind that it is, whatever it is called; what is none is said."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cqtt.collect import gate
from cqtt.collect.answer import Answer
from cqtt.collect.form import AUTHORITY, Identity, digest
from cqtt.collect.read_form import Marked, read_form
from cqtt.collect.sheets import sheets
from cqtt.disk import read_bytes, size_of
from cqtt.faults import EnvironmentFault
from cqtt.models.don_vi import DonVi
from cqtt.models.ky import Ky
from cqtt.models.question import Questions, of_authority, of_unit
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import Unit
from cqtt.names import fold, identifier
from cqtt.pipeline.received import Received, files_below, one_a_unit
from cqtt.pipeline.whose import of_text
from cqtt.problems import Position, Problem, Severity
from cqtt.source.communes import Register

_NEW_FORM = "gửi lại phiếu mới (cqtt form), chép số sang rồi nhập"


class Intake(Struct, frozen=True, dict=True):
    """Reads answers for the period *ky* of the authority *don_vi*."""

    report: ReportType
    don_vi: DonVi
    ky: Ky

    @cached_property
    def units(self) -> list[Unit]:
        """The units that must report."""
        return Register(self.don_vi, self.ky).units

    def received(self, paths: Sequence[Path], shown: Callable[[Path], str]) -> list[Received]:
        """Each file of *paths* and of the folders among them; *shown* names a file as findings do.

        Raises ``UsageFault`` for a path that is not there.
        """
        found = [self._read(Received(shown(path), path)) for path in files_below(paths)]
        one_a_unit(found)
        return found

    def _read(self, file: Received) -> Received:
        name = file.path.name
        if name.startswith(("~$", ".~lock")):
            message, hint = (
                "tệp khóa: phiếu đang mở trong Excel",
                "lưu, đóng phiếu rồi nhập lại; đã đóng thì xóa tệp này",
            )
            file.problems.append(Problem(Position(file.file), "PH07", message, hint, severity=Severity.WARNING))
            return file
        if found := gate.too_large(file.file, size_of(file.path)):
            file.problems.append(found)
            return file
        try:
            file.data = read_bytes(file.path) or b""
        except EnvironmentFault as fault:
            file.problems.append(Problem(Position(file.file), "PH05", fault.message, fault.hint))
            return file
        if file.path.suffix.lower() == ".docx":
            self._docx(file)
        else:
            self._sheets(file)
        return file

    def _sheets(self, file: Received) -> None:
        found = sheets(file.file, file.data)
        if isinstance(found, Problem):
            file.problems.append(found)
        else:
            self._form(file, found, lists_too=file.path.suffix.lower() != ".csv")

    def _docx(self, file: Received) -> None:
        from cqtt.collect.place import Places
        from cqtt.word.reading.tables import words

        if refused := gate.refused_text(file.file, file.data):
            file.problems.append(refused)
            return
        try:
            said = words(file.data)
        except EnvironmentFault as fault:
            file.problems.append(
                Problem(Position(file.file), "PH05", fault.message, "gửi phiếu .xlsx, hoặc lưu lại .docx")
            )
            return
        unit, found = of_text(file.path, said.paragraphs, self.units, self.ky)
        file.problems.extend(replace(problem, place=Position(file.file)) for problem in found)
        if unit is None or found:
            return
        file.unit = unit
        file.answer = Answer(file.file, Identity(self.don_vi.loai_bao_cao, self.ky.ma, unit.ma, ""), partial=True)
        Places(file.answer, self._of_unit, self.report.paper_heads).read(said.tables)
        if not file.answer.places:
            message, hint = "không thấy số nào chắc chắn của chỉ tiêu nào trong các bảng", "điền vào phiếu .xlsx"
            file.problems.append(Problem(Position(file.file), "PH09", message, hint))

    def _form(self, file: Received, sheets: list[Marked], *, lists_too: bool) -> None:
        identity = sheets[0].identity
        file.problems.extend(self._wrong(file, sheets))
        questions = self._questions(identity)
        if any(problem.code in ("PH01", "PH02") for problem in file.problems):
            return
        file.answer = read_form(file.file, sheets, questions, lists_too=lists_too)
        file.unit = next((unit for unit in self.units if unit.ma == identity.ma), None)

    def _questions(self, identity: Identity) -> Questions:
        return self._of_authority if identity.ma == AUTHORITY else self._of_unit

    @cached_property
    def _of_authority(self) -> Questions:
        return of_authority(self.report, self.ky, self.don_vi.cap)

    @cached_property
    def _of_unit(self) -> Questions:
        return of_unit(self.report, self.don_vi, self.ky)

    def _wrong(self, file: Received, sheets: list[Marked]) -> Iterator[Problem]:
        """PH01-PH04: a form of another report, period, unit or version."""
        here = Position(file.file)
        identity = sheets[0].identity
        if identity.report != self.don_vi.loai_bao_cao:
            yield Problem(here, "PH01", f"phiếu của báo cáo khác: {identity.report}", "điền vào phiếu của báo cáo này")
            return
        if identity.ky != self.ky.ma:
            message = f"phiếu của kỳ {identity.ky}, đang nhập kỳ {self.ky.ma}"
            yield Problem(here, "PH02", message, f"nhập bằng: cqtt import {identity.ky}, hoặc điền phiếu của kỳ này")
            return
        others = {sheet.identity.ma for sheet in sheets} - {identity.ma}
        if others:
            message = f"trong tệp có phiếu của hai đơn vị: {', '.join(sorted({identity.ma, *others}))}"
            yield Problem(here, "PH03", message, "mỗi đơn vị một tệp: xóa trang chép từ phiếu khác")
        known = {unit.ma: unit for unit in self.units}
        if identity.ma != AUTHORITY and identity.ma not in known:
            message = f"phiếu của đơn vị “{identity.ma}”, không có trong kỳ này"
            yield Problem(here, "PH03", message, "kiểm tra danh sách trong don_vi.yaml")
        elif identity.ma != AUTHORITY:
            yield from self._mixed_up(file, sheets, known)
        if identity.version != "1" or identity.digest != digest(self._questions(identity)):
            message = "phiếu theo mẫu khác với mẫu của kỳ này"
            yield Problem(here, "PH04", message, _NEW_FORM)

    def _mixed_up(self, file: Received, sheets: list[Marked], known: dict[str, Unit]) -> Iterator[Problem]:
        """PH03: another unit's name stands at the head of the form, or (a warning) in the file's name."""
        own = known[sheets[0].identity.ma]
        by_name = {fold(unit.ten_day_du): unit for unit in known.values()}
        for (row, column), cell in sheets[0].grid.cells.items():
            meant = by_name.get(fold(cell.shown)) if row < sheets[0].row and column <= 5 else None
            if meant and meant != own:
                here = replace(Position(file.file, row, column), sheet=sheets[0].grid.name, cell=f"A{row}")
                message = f"phiếu phát cho {own.ten_day_du}, đầu phiếu ghi {meant.ten_day_du}"
                yield Problem(here, "PH03", message, "mỗi đơn vị điền phiếu phát cho mình; gửi lại đúng phiếu")
        meant = known.get(identifier(file.path.stem))
        if meant and meant != own:
            message = f"tên tệp là của {meant.ten_day_du}, phiếu phát cho {own.ten_day_du}"
            hint = "hỏi lại: có điền nhầm phiếu của đơn vị khác không"
            yield Problem(Position(file.file), "PH03", message, hint, severity=Severity.WARNING)
