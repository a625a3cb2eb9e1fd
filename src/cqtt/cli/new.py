"""``cqtt new 2024Q2``: the next period's files, out of those of the last one."""

from collections.abc import Sequence

import click

from cqtt.cli import console, options
from cqtt.cli.ledger import Ledger
from cqtt.cli.vietnamese import Command
from cqtt.disk import exists
from cqtt.faults import UsageFault
from cqtt.models import places
from cqtt.models.ky import Ky
from cqtt.pipeline.read import Reader
from cqtt.pipeline.scaffold import Scaffold, scaffold


@click.command("new", cls=Command)
@options.period
@click.option("--from", "tu", metavar="KỲ", help="Chép từ kỳ này; mặc định là kỳ liền trước, hoặc kỳ gần nhất.")
@options.color
@options.workspace
@click.pass_obj
def command(ledger: Ledger, /, ky: str, tu: str | None, workspace: str | None, color: str) -> int:
    """Tạo thư mục data/KỲ từ kỳ trước: trang thiết bị, công nhận giữ nguyên; số trong kỳ chờ điền.

    Kỳ dài (2024H1, 2024M09, 2024) chỉ cần bao_cao.yaml, vì số liệu được cộng từ các quý. Không bao giờ ghi đè.
    """
    reader = options.found_reader(workspace)
    root = reader.root
    period = options.named_period(ky)
    if exists(root / places.folder(period)):
        raise _taken(period)
    earlier = options.found_period(reader, tu) if tu else _latest(reader, period)
    made = scaffold(reader, period, earlier)
    if not made.files:
        options.tell(made.problems, color)
        console.say(f"không tạo {period.ma}: kỳ {earlier.ma} còn lỗi; sửa trước, hoặc chọn kỳ khác bằng --from")
        return 1
    if not ledger.put_folder(root / places.folder(period), made.files):
        raise _taken(period)
    console.out(_told(made, reader.report.noun, period, earlier, period.phu(reader.periods)[1]))
    return 0


def _taken(period: Ky) -> UsageFault:
    return UsageFault(f"đã có data/{period.ma}: không ghi đè", "sửa tệp trong đó, hoặc đổi tên thư mục cũ trước")


def _latest(reader: Reader, period: Ky) -> Ky:
    """The period just before, or for a longer one its last part, or else the latest of those before."""
    there = reader.periods
    parts = period.phu(there)[0]
    if parts:
        return parts[-1]
    before = [ky for ky in there if (ky.nam, ky.thang_cuoi) < (period.nam, period.thang_dau)]
    if period.ky_truoc in there:
        return period.ky_truoc
    if before:
        return max(before, key=lambda ky: (ky.so_thang == period.so_thang, ky.nam, ky.thang_cuoi))
    known = f"các kỳ đang có: {', '.join(ky.ma for ky in there)}; " if there else ""
    raise UsageFault(f"không có kỳ nào trước {period.ma} để chép", f"{known}chọn bằng --from")


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
    lines.append(f"  văn xuôi trong bao_cao.yaml chép từ {earlier.ma}: sửa lại cho kỳ này")
    return "\n".join(lines) + "\n"
