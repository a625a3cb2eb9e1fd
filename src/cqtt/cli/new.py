"""``cqtt new 2024Q2``: the next period's files, out of those of the last one."""

from collections.abc import Sequence

import click

from cqtt.cli import console, options
from cqtt.cli.ledger import Ledger, shown
from cqtt.cli.output import Output
from cqtt.cli.vietnamese import Command
from cqtt.disk import exists
from cqtt.faults import UsageFault
from cqtt.models import places
from cqtt.models.ky import Ky
from cqtt.names import nearest
from cqtt.pipeline.read import Reader
from cqtt.pipeline.scaffold import Scaffold, anew, scaffold


@click.command("new", cls=Command)
@options.period
@click.argument("ma", metavar="[MÃ]...", nargs=-1)
@click.option("--from", "tu", metavar="KỲ", help="Chép từ kỳ này; mặc định là kỳ liền trước, hoặc kỳ gần nhất.")
@options.color
@options.workspace
@click.pass_obj
def command(ledger: Ledger, /, ky: str, ma: tuple[str, ...], tu: str | None, workspace: str | None, color: str) -> int:
    """Tạo thư mục data/KỲ từ kỳ trước: trang thiết bị, công nhận giữ nguyên; số trong kỳ chờ điền.

    Có MÃ thì chỉ tạo lại tệp còn thiếu của đơn vị đó trong kỳ đã có (nenh, hoặc bao_cao cho tệp của kỳ).

    Kỳ dài (2024H1, 2024M09, 2024) chỉ cần bao_cao.yaml, vì số liệu được cộng từ các quý. Không bao giờ ghi đè.
    """
    reader = options.found_reader(workspace)
    root = reader.root
    period = options.named_period(ky)
    options.tell(reader.strays, color)
    if ma:
        return _anew(ledger, reader, period, ma, tu)
    if exists(root / places.folder(period)):
        raise _taken(period)
    earlier = options.found_period(reader, tu) if tu else _latest(reader, period)
    made = scaffold(reader, period, earlier)
    options.tell(made.problems, color)
    if not made.files:
        console.say(f"không tạo {period.ma}: kỳ {earlier.ma} còn lỗi; sửa trước, hoặc chọn kỳ khác bằng --from")
        return 1
    if not ledger.put_folder(root / places.folder(period), made.files):
        raise _taken(period)
    console.out(_told(made, reader.report.noun, period, earlier, period.phu(reader.periods)[1]))
    return 0


def _anew(ledger: Ledger, reader: Reader, period: Ky, names: Sequence[str], tu: str | None) -> int:
    """Make the files called *names*, which are not there yet; out of an earlier period where there is one."""
    earlier = options.found_period(reader, tu) if tu else _earlier(reader, period)
    files = anew(reader, period, earlier, names)
    known = [*reader.expected(period), places.DOCUMENT.removesuffix(".yaml")]
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = f"có phải ý bạn là “{near}”?" if near else "dùng mã trong don_vi.yaml"
            raise UsageFault(f"không có đơn vị mang mã “{name}” trong kỳ {period.ma}", hint)
    paths = {reader.root / places.folder(period) / path: text for path, text in files.items()}
    for path in paths:
        if exists(path):
            raise UsageFault(f"đã có {shown(path)}: không ghi đè", "sửa tệp đó, hoặc đổi tên nó trước")
    ledger.put({path: Output(text.encode(), _source(earlier)) for path, text in paths.items()})
    return 0


def _source(earlier: Ky | None) -> str:
    return f" từ {earlier.ma}; điền các chỗ ghi “chưa điền”" if earlier else "; điền các chỗ ghi “chưa điền”"


def _taken(period: Ky) -> UsageFault:
    hint = f"sửa tệp trong đó, hoặc đổi tên thư mục cũ trước; thiếu tệp của một đơn vị thì: cqtt new {period.ma} MÃ"
    return UsageFault(f"đã có data/{period.ma}: không ghi đè", hint)


def _latest(reader: Reader, period: Ky) -> Ky:
    """The period out of which a new one is made; there must be one."""
    earlier = _earlier(reader, period)
    if earlier is None:
        known = f"các kỳ đang có: {', '.join(ky.ma for ky in reader.periods)}; " if reader.periods else ""
        raise UsageFault(f"không có kỳ nào trước {period.ma} để chép", f"{known}chọn bằng --from")
    return earlier


def _earlier(reader: Reader, period: Ky) -> Ky | None:
    """The period just before, or for a longer one its last part, or else the latest of those before; None for none."""
    there = reader.periods
    parts = period.phu(there)[0]
    if parts:
        return parts[-1]
    before = [ky for ky in there if (ky.nam, ky.thang_cuoi) < (period.nam, period.thang_dau)]
    if period.ky_truoc in there:
        return period.ky_truoc
    return max(before, key=lambda ky: (ky.so_thang == period.so_thang, ky.nam, ky.thang_cuoi), default=None)


def _told(made: Scaffold, noun: str, period: Ky, earlier: Ky, missing: Sequence[Ky]) -> str:
    communes = len(made.files) - 1
    with_communes = f" và {communes} tệp của {noun}" if communes else " (số liệu được cộng từ các kỳ ngắn)"
    lines = [f"đã tạo data/{period.ma} từ {earlier.ma}: bao_cao.yaml{with_communes}"]
    if missing and not communes:
        lines.append(f"  chưa có số liệu để cộng: {', '.join(part.ma for part in missing)}")
    if made.new:
        lines.append(f"  đơn vị mới, điền từ đầu: {', '.join(unit.ten_day_du for unit in made.new)}")
    if made.gone:
        lines.append(f"  không còn vào cuối {period.ten}: {', '.join(unit.ten_day_du for unit in made.gone)}")
    if made.waiting:
        lines.append(f"  còn {made.waiting} chỗ ghi “chưa điền”; xem: cqtt status {period.ma}")
    if communes:
        kept = "số hiện có (tồn), câu trả lời có hay không, danh sách đã có mục"
        lines.append(f"  giữ nguyên từ {earlier.ma}, xem lại: {kept}")
    lines.append(f"  văn xuôi trong bao_cao.yaml chép từ {earlier.ma}: sửa lại cho kỳ này")
    return "\n".join(lines) + "\n"
