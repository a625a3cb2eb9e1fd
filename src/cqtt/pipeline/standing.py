"""What has become of a report since it was built: nobody touched it, a hand did, or what it is made from changed."""

from enum import Enum
from pathlib import Path

from cqtt.disk import is_folder, read_bytes
from cqtt.fingerprint import is_ours
from cqtt.models.ky import Ky
from cqtt.models.places import SEALED_REPORT
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from cqtt.sealing.digest import digest


class Standing(Enum):
    """How a report stands; the value is what programs call it."""

    ABSENT = "absent"
    CURRENT = "current"
    EDITED = "edited"
    """It is no longer as it was written: edited by hand, signed, or never ours. Whether the data changed too is not
    known."""
    OUTDATED = "outdated"
    """It is as it was written, and the data, the template or the program give another one now."""
    UNKNOWN = "unknown"
    """It is as it was written; what the data give now cannot be built, because they have errors."""


def standing(path: Path, *now: bytes) -> Standing:
    """How the report at *path* stands beside *now*, the bytes that the data give; none where they cannot be built.

    Raises ``EnvironmentFault`` where the file cannot be read.
    """
    data = None if is_folder(path) else read_bytes(path)
    if data is None:
        return Standing.ABSENT
    if data in now:
        return Standing.CURRENT
    if not is_ours(data):
        return Standing.EDITED
    return Standing.OUTDATED if now else Standing.UNKNOWN


def usual(root: Path, ky: Ky) -> Path:
    """Where ``cqtt build`` puts the report of *ky* when no other place is named."""
    return root / "out" / ky.ma / SEALED_REPORT


def standing_of(reader: Reader, ky: Ky) -> Standing:
    """How the report of *ky* stands in its usual place; it is built only where that has to be known.

    Of a sealed period it stands beside the one that was sealed.
    """
    path = usual(reader.root, ky)
    found = standing(path)
    if found is not Standing.UNKNOWN:
        return found
    seal = reader.seal(ky)
    if seal is not None:
        data = read_bytes(path) or b""
        return standing(path, data if digest(data) == seal.record.bao_cao else b"")
    from cqtt.pipeline.compose import compose  # all that fills and writes is loaded only where there is need to
    from cqtt.pipeline.publish import made

    gathered = gather(reader, ky)
    usually = gathered.tong_hop is not None and gathered.tong_hop.bao_cao.bieu_do
    for charts in (usually, not usually):  # the call that built it may have decided about them
        report = compose(gathered, reader.template_root, charts=charts).report
        found = standing(path, *([made(report)] if report is not None else []))
        if found is not Standing.OUTDATED:
            break
    return found
