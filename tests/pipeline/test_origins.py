"""A figure is followed to the cell it was imported from, as long as it is still that value."""

from pathlib import Path

from cqtt.collect.log import Entry, Taken, added
from cqtt.explanation import Share
from cqtt.models import places
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import Loai, SoLieu, Unit
from cqtt.pipeline.origins import Origins
from cqtt.problems import Position

KY = Ky(2025, 7, 9)
NENH = Unit("nenh", "Nếnh", "phường")
ENTRY = Entry(1, "2025-10-12 08:15:02", "nenh", "phường Nếnh", "nenh.xlsx", "0" * 64, {"a.b": Taken("7", "Phiếu!C14")})


def share(path: str, value: int, period: str = "2025Q3") -> Share:
    at = Position(f"data/{period}/nhom/nenh.yaml", 9)
    return Share(NENH, SoLieu(path, "Số", Loai.LUONG, value), at)


def test_the_cell_is_named_for_every_way_to_say_the_path(tmp_path: Path) -> None:
    log = tmp_path / places.intake(KY)
    log.parent.mkdir(parents=True)
    log.write_text(added("", [ENTRY]), encoding="utf-8")
    origins = Origins(tmp_path, "nhom")
    for path in ("a.b", "nhom.nenh.a.b", "ky_truoc.a.b", "ky_truoc.nhom.nenh.a.b"):
        assert str(origins.of(share(path, 7))) == "nenh.xlsx!Phiếu!C14, nhập 2025-10-12 08:15", path
    assert origins.of(share("a.b", 8)) is None
    assert origins.of(share("a.c", 7)) is None
    assert origins.of(share("a.b", 7, "2025Q2")) is None
