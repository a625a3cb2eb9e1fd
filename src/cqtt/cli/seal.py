"""``cqtt seal 2024Q1 BC.docx``: the report is signed; what it was made from is kept, and nothing else is built."""

from datetime import date
from pathlib import Path

import click

from cqtt.cli import console, options
from cqtt.cli.ledger import Ledger, quoted, shown
from cqtt.cli.vietnamese import Command
from cqtt.disk import is_folder, read_bytes
from cqtt.faults import UsageFault
from cqtt.models import places
from cqtt.models.ky import Ky
from cqtt.models.ngay import ngay_thang
from cqtt.models.niem_phong import NiemPhong
from cqtt.numerals import day
from cqtt.pipeline.built import state
from cqtt.pipeline.read import Reader
from cqtt.pipeline.standing import Standing
from cqtt.sealing.seal import last_seal, unseal_call

ENDINGS = (".docx", ".pdf")


@click.command("seal", cls=Command)
@options.period
@click.argument("tep", metavar="TỆP", required=False)
@click.option("--as-signed", is_flag=True, help="Tệp đã ký khác báo cáo lập ra: vẫn niêm phong, ghi lại chỗ khác.")
@click.option("--number", metavar="SỐ", type=click.IntRange(1, 99_999), help="Số văn bản mà văn thư đã ghi.")
@click.option("--date", "ngay", metavar="NGÀY", help="Ngày ban hành: 05/4/2024.")
@click.option("--charts/--no-charts", default=None, help="Báo cáo đã ký có hay không có phụ lục biểu đồ.")
@options.color
@options.workspace
@click.pass_obj
def command(
    ledger: Ledger,
    /,
    ky: str,
    tep: str | None,
    number: int | None,
    ngay: str | None,
    workspace: str | None,
    color: str,
    *,
    as_signed: bool,
    charts: bool | None,
) -> int:
    """Niêm phong KỲ đã ký: giữ lại số liệu, don_vi.yaml, khuôn mẫu và báo cáo trong data/KỲ/niem_phong.

    Từ đó cqtt build KỲ lập ra đúng từng byte báo cáo ấy, hoặc từ chối và nói tệp nào đã đổi ở dòng nào. TỆP là bản đã
    ký (.docx, .pdf): khác báo cáo thì không niêm phong, trừ khi có --as-signed.
    """
    reader = options.found_reader(workspace)
    period = options.found_period(reader, ky)
    _must_be_open(reader, period)
    signed_on = _day(ngay)
    if as_signed and tep is None:
        raise UsageFault("--as-signed cần TỆP đã ký", f"ví dụ cqtt seal {period.ma} BC.docx --as-signed")
    name, data = ("", b"") if tep is None else (Path(tep).name, _read(Path(tep)))
    from cqtt.pipeline.sealing import Signed, seal  # python-docx and lxml are loaded only for a call that is right

    today = date.today()  # noqa: DTZ011  # the clerk's own day
    sealing = seal(reader, period, Signed(name, data, number, signed_on, as_signed), today, charts=charts)
    options.tell(sealing.problems, color, sealing.gathered)
    if not sealing.files or sealing.record is None:
        _tell_differences(sealing.found.differences, sealing.found.why_not, name)
        console.say(f"không niêm phong {period.ma}")
        return 1
    place = places.seal(period, last_seal(reader.root, period) + 1)
    if not ledger.put_folder(reader.root / place, sealing.files):
        raise UsageFault(f"{period.ma} vừa được niêm phong bởi một lệnh khác", f"xem: cqtt status {period.ma}")
    console.out("".join(f"{line}\n" for line in _told(reader, period, place, sealing.record)))
    _tell_edited(reader, period, tep)
    return 0


def _must_be_open(reader: Reader, period: Ky) -> None:
    """A sealed period is not sealed a second time."""
    seal = reader.seal(period)
    if seal is not None:
        raise UsageFault(
            f"{period.ma} đã niêm phong ngày {seal.record.ngay_niem_phong}",
            f"cần đổi thì trước hết: {unseal_call(period)}",
        )


def _day(given: str | None) -> str | None:
    found = ngay_thang(given) if given is not None else None
    if given is not None and found is None:
        raise UsageFault(f"“{given}” không phải ngày tháng", "viết như 05/4/2024")
    return day(found) if found else None


def _read(path: Path) -> bytes:
    """The signed file that the call names."""
    if path.suffix.lower() not in ENDINGS:
        raise UsageFault(f"tệp đã ký phải là .docx hoặc .pdf: {path}", "chỉ đúng tệp văn thư đã phát hành")
    data = None if is_folder(path) else read_bytes(path)
    if data is None:
        raise UsageFault(f"không có tệp {path}", "kiểm tra tên tệp và thư mục")
    return data


def _tell_differences(differences: tuple[str, ...], why_not: str, name: str) -> None:
    if why_not:
        console.say(f"{name}: không so được với báo cáo: {why_not}")
    for difference in differences:
        console.say(f"{name}: {difference}")
    if differences:
        console.say(f"{name} khác báo cáo lập ra ở {len(differences)} chỗ")
    if differences or why_not:
        console.say("  sửa số liệu, lời văn cho khớp; đúng đó là bản đã ký thì thêm --as-signed")


def _tell_edited(reader: Reader, period: Ky, given: str | None) -> None:
    """Warn where the call named no signed file, and the report in its usual place is one with somebody's words."""
    path = reader.root / places.report(period)
    if given is None and state(Reader(reader.root), period) not in (None, Standing.SAME, Standing.SAVED, Standing.DATA):
        console.say(f"cảnh báo: {shown(path)} đã được sửa tay; niêm phong là của báo cáo lập từ số liệu")
        name = quoted(shown(path))
        console.say(f"  đó mới là bản đã ký thì: {unseal_call(period)}, rồi cqtt seal {period.ma} {name}")


def _told(reader: Reader, period: Ky, place: str, record: NiemPhong) -> list[str]:
    lines = [f"đã niêm phong {period.ma}: {shown(reader.root / place)}"]
    signed = record.tep_da_ky
    if signed is not None:
        unlike = f"khác báo cáo ở {len(signed.khac)} chỗ, đã ghi lại" if signed.khac else "đúng với báo cáo"
        lines.append(f"  tệp đã ký: {signed.ten}, {unlike}")
    lines.append(f"  giữ lại {len(record.tep)} tệp và báo cáo; sao lưu cả thư mục data/{period.ma}")
    lines.append(f"  cần sửa số liệu đã ký thì trước hết: {unseal_call(period)}")
    return lines
