"""Which file belongs to which unit of the authority's list."""

from collections.abc import Iterator, Sequence

from cqtt.filenames import is_device
from cqtt.models import places
from cqtt.models.ban_ghi import BanGhi
from cqtt.models.don_vi import DonVi
from cqtt.models.ky import Ky
from cqtt.models.registry import report_of
from cqtt.models.so_lieu import Unit
from cqtt.names import fold, identifier, nearest, nfc
from cqtt.problems import Locator, Position, Problem, Severity
from cqtt.source.copies import copied_from
from cqtt.source.mergers import mergers

_NOT_DATA = (".", "~$", "README", "Thumbs.db", "desktop.ini")


class Register:
    """The units that must report for a period: those that exist on its last day, in the authority's order."""

    def __init__(self, don_vi: DonVi, ky: Ky) -> None:
        self._report = report_of(don_vi)
        last_day = ky.thoi_gian(don_vi.chot(ky))[1]
        self._all = don_vi.units
        self._listed = [(i, xa.don_vi) for i, xa in enumerate(don_vi.units) if xa.ton_tai(last_day)]
        self._by_ma: dict[str, Unit] = {}
        self._by_name: dict[str, Unit] = {}
        self._by_exact_name: dict[str, Unit] = {}
        for _, unit in self._listed:
            self._by_ma.setdefault(unit.ma, unit)
            self._by_name.setdefault(fold(unit.ten), unit)
            self._by_exact_name.setdefault(nfc(unit.ten), unit)
        self.units = list(self._by_ma.values())
        self._gone = {xa.ma: xa.don_vi for xa in don_vi.units if xa.ma not in self._by_ma}

    def check(self, source: Locator) -> Iterator[Problem]:
        """Units listed twice (DV01), an empty list for this period (DV02), files that Windows refuses (DV08)."""
        if not self.units:
            here = source.position((self._report.group,))
            yield Problem(
                here,
                "DV02",
                f"không có {self._report.noun} nào tồn tại vào cuối kỳ báo cáo",
                "kiểm tra tu_ngay, den_ngay",
            )
        yield from mergers(self._all, source, self._report.group)
        seen: dict[str, int] = {}
        for index, unit in self._listed:
            for what, name, value in (("mã", "ma", unit.ma), ("tên", "ten", f"{unit.loai} {nfc(unit.ten).casefold()}")):
                if value in seen:
                    first = source.position((self._report.group, seen[value], name)).line
                    yield Problem(
                        source.position((self._report.group, index, name)),
                        "DV01",
                        f"{what} của {unit.ten_day_du} đã có ở dòng {first}",
                        f"giữ một trong hai: dòng {first} hoặc dòng này",
                    )
                seen.setdefault(value, index)
            if is_device(unit.ma):
                yield self._device(unit, source.position((self._report.group, index, "ma")))

    def _device(self, unit: Unit, here: Position) -> Problem:
        hint = f"đổi mã, ví dụ {identifier(f'{unit.loai} {unit.ma}')}, và tên tệp của đơn vị ở mọi kỳ"
        message = f"Windows giữ riêng tên {unit.ma}, nên ở đó không có tệp {unit.ma}.yaml"
        return Problem(here, "DV08", message, hint, severity=Severity.WARNING)

    def match(self, folder: str, names: Sequence[str]) -> tuple[list[tuple[Unit, str]], list[Problem]]:
        """The unit of each file in *folder*, in the authority's order; and what does not fit (TEP04-06, TEP09)."""
        there = set(names)
        files = {ma: name for ma in self._by_ma if (name := f"{ma}.yaml") in there}
        taken = set(files.values())
        problems: list[Problem] = []
        meant = set(files)
        for name in names:
            if name.startswith(_NOT_DATA) or name in taken or not self.units:
                continue
            problem, unit = self._stranger(f"{folder}/{name.rstrip('/')}", name, files)
            problems.append(problem)
            meant.update([unit.ma] if unit else [])
        missing = [unit for unit in self.units if unit.ma not in meant]
        if len(missing) == len(self.units) > 1:
            problems.append(self._none_at_all(folder))
        else:
            problems.extend(self._missing(folder, unit) for unit in missing)
        return [(unit, files[unit.ma]) for unit in self.units if unit.ma in files], problems

    def check_name(self, record: BanGhi, unit: Unit, source: Locator) -> Iterator[Problem]:
        """The name inside the file must be that of the file's unit (TEP06).

        Marks and case may be missing; but a name that is exactly another unit's (Vân Hà, Văn Hà) is that one's.
        """
        key = self._report.unit_name
        written: str = getattr(record, key)
        other = self._by_exact_name.get(written)
        if other is unit:
            return
        name = fold(written)
        for kind in self._report.kinds:
            name = name.removeprefix(f"{fold(kind)} ")
        if (other is None or nfc(other.ten) == nfc(unit.ten)) and fold(unit.ten) in (name, fold(written)):
            return
        meant = other or self._by_name.get(name)
        if meant:
            message = f"tên tệp là của {unit.ten_day_du}, bên trong lại ghi “{written}”"
            renamed = f"nếu là số liệu của {meant.ten_day_du}: đổi tên tệp thành {meant.ma}.yaml"
            hint = f"{renamed}; nếu không: ghi “{unit.ten}”"
        else:
            message, hint = f"“{written}” không có trong don_vi.yaml", f"ghi đúng tên: {unit.ten}"
        yield Problem(source.position((key,)), "TEP06", message, hint, key)

    def _stranger(self, path: str, name: str, files: dict[str, str]) -> tuple[Problem, Unit | None]:
        """What is wrong with a file that is no unit's, and the unit that it was probably meant for."""
        if name.endswith("/"):
            unit = self._by_ma.get(identifier(name.rstrip("/").removesuffix(".yaml")))
            message, hint = "đây là thư mục, không phải tệp: không được đọc", "chuyển thư mục này đi nơi khác"
            severity = Severity.ERROR if unit else Severity.WARNING
            return Problem(Position(path), "TEP09", message, hint, severity=severity), unit
        stem, _, ending = name.removesuffix(".txt").rpartition(".")
        if ending.lower() not in ("yml", "yaml"):
            message, hint = "tệp không được đọc: không phải .yaml", "chuyển tệp này sang thư mục khác"
            return Problem(Position(path), "TEP09", message, hint, severity=Severity.WARNING), None
        if unit := self._by_ma.get(identifier(stem)):
            code, message = "TEP06", f"tên tệp không khớp với {unit.ten_day_du}"
            if not name.endswith(".yaml"):
                code, message = "TEP09", "tệp không được đọc vì tên không kết thúc bằng .yaml"
            hint = f"bỏ tệp này đi: đã có {unit.ma}.yaml" if unit.ma in files else f"đổi tên thành {unit.ma}.yaml"
            return Problem(Position(path), code, message, hint), unit
        if gone := self._gone.get(stem):
            message = f"{gone.ten_day_du} không tồn tại vào cuối kỳ báo cáo"
            hint = "kiểm tra tu_ngay, den_ngay trong don_vi.yaml, hoặc bỏ tệp này"
            return Problem(Position(path), "TEP05", message, hint), None
        if unit := self._by_ma.get(copied_from(stem, self._by_ma)):
            message = f"có vẻ là bản sao tệp của {unit.ten_day_du}; phần mềm chỉ đọc {unit.ma}.yaml"
            hint = f"bỏ tệp này đi; nếu đây mới là bản đúng thì thay {unit.ma}.yaml bằng nó"
            if unit.ma not in files:
                hint = f"đổi tên thành {unit.ma}.yaml"
            return Problem(Position(path), "TEP05", message, hint), unit
        near = nearest(stem, [ma for ma in self._by_ma if ma not in files])
        hint = f"có phải ý bạn là {near}.yaml?" if near else "bỏ tệp này đi, hoặc thêm đơn vị vào don_vi.yaml"
        message = f"không có đơn vị nào mang mã “{stem}” trong don_vi.yaml"
        return Problem(Position(path), "TEP05", message, hint), self._by_ma.get(near or "")

    def _missing(self, folder: str, unit: Unit) -> Problem:
        path = f"{folder}/{unit.ma}.yaml"
        hint = f"chép tệp đơn vị gửi vào đây, hoặc {places.remake(path)}"
        return Problem(Position(path), "TEP04", f"chưa có tệp của {unit.ten_day_du}", hint)

    def _none_at_all(self, folder: str) -> Problem:
        """That no unit's file is there: one finding, however many units there are."""
        message = f"chưa có tệp nào của {len(self.units)} {self._report.noun}"
        return Problem(Position(folder), "TEP04", message, f"chép các tệp đơn vị gửi vào {folder}/")
