"""Sealing a signed period: the report is built once more, and all that it was made from is kept beside it."""

from datetime import date

from msgspec import Struct, field

from cqtt import __version__
from cqtt.disk import read_bytes
from cqtt.models import places
from cqtt.models.ky import Ky
from cqtt.models.niem_phong import NiemPhong, TepDaKy
from cqtt.models.tong_hop import TongHop
from cqtt.numerals import day
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import Gathered, gather
from cqtt.pipeline.publish import made
from cqtt.pipeline.read import Reader
from cqtt.pipeline.signed_file import Compared, compared
from cqtt.problems import Problem, has_errors
from cqtt.sealing.digest import digest, plain
from cqtt.sealing.record import one_line, seal_file
from cqtt.sealing.seal import files_of


class Signed(Struct, frozen=True):
    """What the call says of the signing: the file, its name and bytes; number and date, None where not given.

    With *as_signed* the file may say something else than the report.
    """

    name: str = ""
    data: bytes = b""
    number: int | None = None
    date: str | None = None
    as_signed: bool = False


class Sealing(Struct):
    """The files of a new seal by their path below its folder; none where *problems*, or a signed file that is
    not the report, forbid it."""

    gathered: Gathered
    problems: list[Problem]
    files: dict[str, str | bytes] = field(default_factory=dict)
    record: NiemPhong | None = None
    found: Compared = field(default_factory=Compared)


def seal(reader: Reader, ky: Ky, signed: Signed, today: date, *, charts: bool | None) -> Sealing:
    """The seal of *ky*, which must be without errors; *reader* has read nothing yet. *charts* as for ``compose``."""
    gathered = gather(reader, ky)
    composed = compose(gathered, reader.template_root, charts=charts)
    sealing = Sealing(gathered, composed.problems)
    if has_errors(composed.problems) or composed.report is None or gathered.tong_hop is None:
        return sealing
    built = made(composed.report)
    if signed.name:
        sealing.found = compared(reader, ky, signed.name, signed.data)
        if not sealing.found.agrees and not signed.as_signed:
            return sealing
    kept = _kept(reader)
    sealing.record = record = _record(gathered.tong_hop, built, signed, sealing.found, kept, today, charts=charts)
    sealing.files = {places.SEAL: seal_file(record, ky), places.SEALED_REPORT: built}
    sealing.files |= {f"{places.KEPT}/{path}": data for path, data in kept.items()}
    return sealing


def _kept(reader: Reader) -> dict[str, bytes]:
    """Every file that was read, as text; of the periods those that *reader* knows by now."""
    paths = [places.AUTHORITY, places.TEMPLATE]
    for ky in reader.known:
        paths += files_of(reader.root, ky, reader.report.group)
    return {path: plain(data) for path in paths if (data := read_bytes(reader.root / path)) is not None}


def _record(
    tong_hop: TongHop,
    built: bytes,
    signed: Signed,
    found: Compared,
    kept: dict[str, bytes],
    today: date,
    *,
    charts: bool | None,
) -> NiemPhong:
    bao_cao = tong_hop.bao_cao
    dated = date(bao_cao.nam, bao_cao.thang, bao_cao.ngay) if bao_cao.thang and bao_cao.ngay else None
    said = [found.why_not] if found.why_not else found.differences
    file = TepDaKy(ten=one_line(signed.name), bam=digest(signed.data), khac=[*map(one_line, said)])
    return NiemPhong(
        phien_ban=__version__,
        ngay_niem_phong=day(today),
        so=signed.number or bao_cao.so,
        ngay=signed.date or (day(dated) if dated else None),
        bieu_do=bao_cao.bieu_do if charts is None else charts,
        bao_cao=digest(built),
        tep_da_ky=file if signed.name else None,
        ghep_tu=[part.ky.ma for part in tong_hop.cac_ky],
        tep={path: digest(data) for path, data in kept.items()},
    )
