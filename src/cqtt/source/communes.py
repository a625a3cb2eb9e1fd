"""Which file belongs to which commune of the authority's list."""

from collections.abc import Iterator, Sequence

from cqtt.models.don_vi import LOAI_CAP_XA, DonVi
from cqtt.models.ky import Ky
from cqtt.models.phuong_xa import PhuongXa
from cqtt.models.so_lieu import DonViCapXa
from cqtt.names import fold, identifier, nearest
from cqtt.problems import Locator, Position, Problem, Severity

_NOT_DATA = (".", "~$", "README", "Thumbs.db", "desktop.ini")


class Register:
    """The communes that must report for a period: those that exist on its last day, in the authority's order."""

    def __init__(self, don_vi: DonVi, ky: Ky) -> None:
        last_day = ky.thoi_gian(don_vi.chot)[1]
        self._index = [i for i, xa in enumerate(don_vi.xa_phuong) if xa.ton_tai(last_day)]
        self.units = [don_vi.xa_phuong[i].don_vi for i in self._index]
        self._by_ma = {unit.ma: unit for unit in self.units}
        self._by_name = {fold(unit.ten): unit for unit in self.units}

    def check(self, source: Locator) -> Iterator[Problem]:
        """Communes listed twice (DV01), and an empty list for this period (DV02)."""
        if not self.units:
            here = source.position(("xa_phuong",))
            yield Problem(
                here, "DV02", "không có xã, phường nào tồn tại vào cuối kỳ báo cáo", "kiểm tra tu_ngay, den_ngay"
            )
        seen: dict[str, int] = {}
        for index, unit in zip(self._index, self.units, strict=True):
            for what, value in (("mã", unit.ma), ("tên", f"{unit.loai} {fold(unit.ten)}")):
                if value in seen:
                    first = source.position(("xa_phuong", seen[value], "ma")).line
                    yield Problem(
                        source.position(("xa_phuong", index, "ma")),
                        "DV01",
                        f"{what} của {unit.ten_day_du} đã có ở dòng {first}",
                        f"giữ một trong hai: dòng {first} hoặc dòng này",
                    )
                seen.setdefault(value, index)

    def match(self, folder: str, names: Sequence[str]) -> tuple[list[tuple[DonViCapXa, str]], list[Problem]]:
        """The commune of each file in *folder*, in the authority's order; and what does not fit (TEP04-06, TEP09)."""
        files: dict[str, str] = {}
        problems: list[Problem] = []
        for name in names:
            stem, dot, ending = name.rpartition(".")
            if name.startswith(_NOT_DATA):
                continue
            if ending != "yaml" or not dot:
                problems.append(_not_read(f"{folder}/{name.rstrip('/')}", ending))
            elif stem in self._by_ma:
                files[stem] = name
            else:
                problems.append(self._stranger(f"{folder}/{name}", stem))
        problems.extend(self._missing(folder, unit) for unit in self.units if unit.ma not in files)
        return [(unit, files[unit.ma]) for unit in self.units if unit.ma in files], problems

    def check_name(self, record: PhuongXa, unit: DonViCapXa, source: Locator) -> Iterator[Problem]:
        """The name inside the file must be that of the file's commune (TEP06); marks and case do not matter."""
        name = fold(record.phuong_xa)
        for kind in LOAI_CAP_XA:
            name = name.removeprefix(f"{fold(kind)} ")
        if name == fold(unit.ten) or fold(record.phuong_xa) == fold(unit.ten):
            return
        here = source.position(("phuong_xa",))
        meant = self._by_name.get(name)
        if meant:
            hint = (
                f"nếu là số liệu của {meant.ten_day_du}: đổi tên tệp thành {meant.ma}.yaml; nếu không: ghi “{unit.ten}”"
            )
            yield Problem(
                here,
                "TEP06",
                f"tên tệp là của {unit.ten_day_du}, bên trong lại ghi “{record.phuong_xa}”",
                hint,
                "phuong_xa",
            )
        else:
            message = f"“{record.phuong_xa}” không có trong don_vi.yaml"
            yield Problem(here, "TEP06", message, f"ghi đúng tên: {unit.ten}", "phuong_xa")

    def _stranger(self, path: str, stem: str) -> Problem:
        unit = self._by_ma.get(identifier(stem))
        if unit:
            return Problem(
                Position(path),
                "TEP06",
                f"tên tệp không khớp với {unit.ten_day_du}",
                f"đổi tên tệp thành {unit.ma}.yaml",
            )
        near = nearest(stem, self._by_ma)
        hint = (
            f"có phải ý bạn là {near}.yaml?" if near else "thêm đơn vị vào danh sách trong don_vi.yaml, hoặc bỏ tệp này"
        )
        return Problem(Position(path), "TEP05", f"không có đơn vị nào mang mã “{stem}” trong don_vi.yaml", hint)

    def _missing(self, folder: str, unit: DonViCapXa) -> Problem:
        path = f"{folder}/{unit.ma}.yaml"
        return Problem(Position(path), "TEP04", f"chưa có tệp của {unit.ten_day_du}", "tạo tệp từ mẫu của đơn vị khác")


def _not_read(path: str, ending: str) -> Problem:
    if ending.lower() in ("yml", "yaml"):
        return Problem(
            Position(path), "TEP09", "tệp không được đọc vì tên không kết thúc bằng .yaml", "đổi phần đuôi thành .yaml"
        )
    message, hint = "tệp không được đọc: không phải .yaml", "chuyển tệp này sang thư mục khác"
    return Problem(Position(path), "TEP09", message, hint, severity=Severity.WARNING)
