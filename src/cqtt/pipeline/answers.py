"""Answers into the files of a period: checked as the whole period is, each written whole or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from cqtt.checks import check_units
from cqtt.checks.chap_nhan import Acknowledgement, settle
from cqtt.collect.answer import Answer
from cqtt.collect.log import NOBODY, Entry, Taken, latest
from cqtt.models import places
from cqtt.models.ban_ghi import BanGhi
from cqtt.models.danh_muc import DanhMuc
from cqtt.models.du_lieu import DuLieu, ReportOf
from cqtt.models.ky import Ky
from cqtt.models.question import figures_of
from cqtt.models.report_type import ReportType
from cqtt.models.so_lieu import Loai, Unit
from cqtt.models.theo_ban_ghi import GiaTri
from cqtt.pipeline.forms import own_flows
from cqtt.pipeline.gather import beside
from cqtt.pipeline.read import Reader
from cqtt.pipeline.received import Received
from cqtt.pipeline.taken import as_said, as_taken, of_entry, taken
from cqtt.problems import Key, Problem, dotted, has_errors
from cqtt.source.as_typed import AsTyped, as_typed, is_waiting, leaves
from cqtt.source.fill_in import Filling, filled_in
from cqtt.source.scale import in_usual_words
from cqtt.source.skeleton import unit_file
from cqtt.source.validated import validated
from cqtt.source.yaml_reader import Value


class Ready(Struct):
    """A file to be written: its new text, and what of the answer went into it."""

    received: Received
    path: str
    before: bytes | None
    text: str
    taken: dict[str, Taken] = field(default_factory=dict)


class Import(Struct, dict=True):
    """One import into *ky*; *log* has what was imported before. With *replace* whatever stands there gives way."""

    reader: Reader
    ky: Ky
    log: Sequence[Entry]
    replace: bool = False

    def ready(self, received: Sequence[Received]) -> list[Ready]:
        """What may be written of *received*; what forbids the rest is added to their findings."""
        files = {id(file): self._file(file) for file in received if file.answer and (file.unit or file.own)}
        self._check([file for file in received if id(file) in files and not file.own])
        return [made for file in received if id(file) in files and (made := self._made(file, files[id(file)]))]

    @cached_property
    def report(self) -> ReportType:
        """The report of the workspace."""
        return self.reader.report

    @cached_property
    def figures(self) -> DanhMuc:
        """The figures of a unit, on the scale of levels of the period."""
        don_vi = self.reader.authority[0]
        return figures_of(self.report, don_vi.gia_tri, self.ky) if don_vi else self.report.danh_muc

    @cached_property
    def before(self) -> DuLieu | None:
        """The period before, where it is there and without errors."""
        ky = self.ky.ky_truoc
        if ky is None or ky not in self.reader.periods:
            return None
        period = self.reader.period(ky)
        return None if has_errors(period.problems) else period.data

    def _path(self, file: Received) -> str:
        if file.unit is None:
            return places.document(self.ky)
        return places.unit(self.ky, self.report.group, file.unit.ma)

    def _file(self, file: Received) -> AsTyped:
        """The file that the answer is for, as it is; a unit's that is not there, as a new one."""
        found = as_typed(self.reader.root, self._path(file))
        file.problems.extend(found.problems)
        return found

    def _made(self, file: Received, there: AsTyped) -> Ready | None:
        answer = file.answer
        if answer is None or not file.good:
            return None
        values = answer.values
        left_out = {key for key in answer.left_out if there.at(key) is not None}
        answer.problems.extend(self._in_the_way(file, there, values, left_out))
        if not file.good:
            return None
        model = self.report.record if file.unit else self.report.document
        totals = {key: total for key, total in self._totals(answer).items() if there.at(key) is not None}
        text = self._text(there, file.unit)
        filling = Filling(model, self.ky, values, left_out, totals)
        made = filled_in(there.path, text, filling) if text is not None else None
        if made is None:
            message = f"không tự ghi được vào {there.path}"
            hint = "sửa tệp đó cho giống mẫu (mỗi khóa một dòng), hoặc xóa đi để tạo lại"
            answer.problems.append(Problem(answer.position(()), "PH12", message, hint))
            return None
        return Ready(file, there.path, there.raw, made, taken(answer))

    def _text(self, there: AsTyped, unit: Unit | None) -> str | None:
        if there.source is not None:
            return there.raw.decode() if there.raw is not None else None
        return unit_file(self.report, self.ky, unit.ten, {}, self.figures) if unit and there.raw is None else None

    def _totals(self, answer: Answer) -> dict[Key, int]:
        """The sums of the answer's values by the key of their total."""
        given = {".".join(map(str, key)): value for key, value in answer.values.items()}
        found: dict[Key, int] = {}
        for muc in self.report.danh_muc.cac_tong:
            parts = [given.get(path) for path in muc.cac_phan]
            if all(isinstance(part, int) for part in parts):
                found[tuple(muc.duong_dan.split("."))] = sum(part for part in parts if isinstance(part, int))
        return found

    def _in_the_way(
        self, file: Received, there: AsTyped, values: Mapping[Key, Value], left_out: set[Key]
    ) -> Iterator[Problem]:
        """PH10 for each value of the file that somebody wrote by hand and that the answer would replace."""
        assert file.answer is not None, "asked before"
        if self.replace or there.source is None:
            return
        ma = file.unit.ma if file.unit else NOBODY
        earlier = latest(self.log).get(ma)
        kept = self._carried(file.unit)
        for key, value in [*values.items(), *((key, None) for key in sorted(left_out, key=str))]:
            old = there.at(key)
            stands = self._meant(key, old)
            if stands in (self._meant(key, value), kept.get(key, ...), []) or is_waiting(old):
                continue
            if earlier and as_taken(old) == of_entry(earlier, key):
                continue
            where, said = there.source.position(key), "để trống" if key in left_out else f"ghi {as_said(value)}"
            message = f"{there.path}:{where.line} đang ghi {as_said(old)}, phiếu {said}"
            hint = "phiếu đúng thì nhập lại với --replace; tệp đúng thì sửa phiếu"
            yield Problem(file.answer.position(key), "PH10", message, hint, dotted(key))

    def _meant(self, key: Key, value: Value) -> Value:
        """*value* as records have it: a level by its number, a word of the scale in use by the usual one."""
        content: Value = value
        for part in reversed(key):
            content = {str(part): content}
        return AsTyped("", value=in_usual_words(self.figures, content)).at(key)

    def _carried(self, unit: Unit | None) -> dict[Key, Value]:
        """What ``cqtt new`` carried over from the period before: all but flows, opening stocks from closing ones."""
        if self.before is None:
            return {}
        if unit is None:
            own = leaves(self.before.bao_cao.gia_tri.model_dump(mode="python"))
            return {key: value for key, value in own if dotted(key) not in own_flows(self.report)}
        report = next((xa for xa in self.before.units if xa.don_vi.ma == unit.ma), None)
        if report is None:
            return {}
        values = dict(leaves(report.so_lieu.model_dump(mode="python")))
        counts = GiaTri(report.danh_muc, report.so_lieu)
        for path, closing in report.danh_muc.chuyen_ky.items():
            values[tuple(path.split("."))] = counts[closing]
        flows = {tuple(m.duong_dan.split(".")) for m in report.danh_muc.cac_muc if m.loai is Loai.LUONG}
        return {key: value for key, value in values.items() if key not in flows}

    def _check(self, files: Sequence[Received]) -> None:
        """The findings of ``check`` about the answers, as if they stood in the period's files."""
        if not any(file.good for file in files):
            return
        period = self.reader.period(self.ky)
        if period.don_vi is None:
            return
        reports: dict[str, ReportOf[Any]] = {xa.don_vi.ma: xa for xa in period.units}
        answers: dict[str, Answer] = {}
        entries: list[Acknowledgement] = []
        for file in files:
            if file.unit and file.answer and file.good and (record := self._record(file, entries)):
                reports[file.unit.ma] = record
                answers[file.answer.path] = file.answer
        order = {xa.ma: i for i, xa in enumerate(period.don_vi.units)}
        units = tuple(sorted(reports.values(), key=lambda xa: order[xa.don_vi.ma]))
        found = [*check_units(self.report, units, self.ky), *self._beside_before(units)]
        for problem in settle(found, entries, all_known=False)[0]:
            if problem.path in answers:
                message = self.figures.noi(problem.message, typed=True)
                told = replace(problem, message=message, hint=self.figures.noi(problem.hint))
                answers[problem.path].problems.append(told)

    def _beside_before(self, units: tuple[ReportOf[Any], ...]) -> Iterator[Problem]:
        authority, period = self.reader.authority[0], self.reader.period(self.ky)
        document = period.data or self.before
        if authority is not None and document is not None:
            yield from beside(self.before, DuLieu(self.ky, authority, document.bao_cao, units))

    def _record(self, file: Received, entries: list[Acknowledgement]) -> ReportOf[Any] | None:
        """The answer as the unit's record; None, with its findings, where it is none, or gives only a part."""
        answer, unit = file.answer, file.unit
        assert answer, "asked before"
        assert unit, "asked before"
        there = as_typed(self.reader.root, self._path(file))
        content = answer.nested() | {self.report.unit_name: unit.ten}
        for name in ("chap_nhan", *(of.name for of in self.report.lists)):
            if (name,) not in answer.values and there.at((name,)) is not None:
                content[name] = there.at((name,))
        record = validated(self.report.record, in_usual_words(self.figures, content), answer)
        if not isinstance(record, BanGhi):
            answer.problems.extend(record if not answer.partial else ())
            return None
        for entry in getattr(record, "chap_nhan", ()):
            entries.append(Acknowledgement(entry, ("chap_nhan",), answer, (answer.path,)))
        return ReportOf(unit, record, answer, self.figures)
