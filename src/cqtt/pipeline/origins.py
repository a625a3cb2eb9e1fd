"""The step behind a line of a unit's file: the cell of the answer that its value was imported from."""

from pathlib import Path

from msgspec import Struct, field

from cqtt.collect.log import NOBODY, Entry, latest, log_text, read_log
from cqtt.explanation import Share
from cqtt.models import places
from cqtt.models.duong_dan import DuongDan
from cqtt.models.ky import doc_ky


class Origin(Struct, frozen=True):
    """Where a value was imported from: *file* and its cell (``Phiếu!C14``), at *time* by the clock."""

    file: str
    cell: str
    time: str

    def __str__(self) -> str:
        return f"{self.file}!{self.cell}, nhập {self.time[:16]}"


class Origins(Struct):
    """Asks the logs of the workspace *root*, in which *group* is the units' folder; each log is read once."""

    root: Path
    group: str
    _known: dict[str, dict[str, Entry]] = field(default_factory=dict)

    def of(self, share: Share) -> Origin | None:
        """The cell that *share* was imported from; None where it was typed, or changed since."""
        ma = share.unit.ma if share.unit else NOBODY
        entry = self._entries(share.position.path).get(ma)
        taken = entry.taken.get(self._path(share)) if entry else None
        if entry is None or taken is None or taken.value != str(share.value):
            return None
        return Origin(entry.file, taken.where, entry.time)

    def _path(self, share: Share) -> str:
        """The figure's path in the record, without what stands before it for another period or for the unit."""
        inner = DuongDan(DuongDan.doc(share.figure.duong_dan).trong)
        of_unit = inner.cua_don_vi(self.group)
        return of_unit[1] if of_unit else str(inner)

    def _entries(self, path: str) -> dict[str, Entry]:
        """What was imported into the period whose file *path* is, by unit."""
        if path not in self._known:
            parts = path.split("/")
            ky = doc_ky(parts[1]) if parts[0] == places.DATA and len(parts) > 2 else None
            folder = places.folder(ky) if ky else ""
            if folder not in self._known:
                self._known[folder] = latest(read_log(log_text(self.root, ky))) if ky else {}
            self._known[path] = self._known[folder]
        return self._known[path]
