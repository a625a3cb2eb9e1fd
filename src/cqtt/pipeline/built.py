"""The report that was built, in its usual place: what has become of it since."""

from cqtt.disk import is_folder, read_bytes
from cqtt.models import places
from cqtt.models.ky import Ky
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from cqtt.pipeline.standing import Standing, standing
from cqtt.problems import has_errors


def state(reader: Reader, ky: Ky) -> Standing | None:
    """What the report of *ky* is; None where there is none, or errors keep it from being built anew to compare.

    Of a sealed period it is compared with the report that was sealed. Raises ``EnvironmentFault`` where it cannot be
    read.
    """
    path = reader.root / places.report(ky)
    data = None if is_folder(path) else read_bytes(path)
    if data is None:
        return None
    if (seal := reader.seal(ky)) is not None:
        return standing(seal.report or b"", data)
    from cqtt.pipeline.compose import compose  # the report is made only where there is one to compare it with
    from cqtt.pipeline.publish import made

    gathered = gather(reader, ky)
    found, usually = None, gathered.tong_hop is not None and gathered.tong_hop.bao_cao.bieu_do
    for charts in (usually, not usually):  # the call that built it may have decided about them
        composed = compose(gathered, reader.template_root, charts=charts)
        if composed.report is None or has_errors(composed.problems):
            return None
        now = standing(made(composed.report), data)
        found = now if found is None or now is Standing.SAME else found
        if found is not Standing.DATA:
            break
    return found
