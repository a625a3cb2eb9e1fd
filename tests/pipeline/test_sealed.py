"""What is said of a sealed period depends on whether it can still be made as it was."""

from pathlib import Path

from cqtt.models.ky import Ky
from cqtt.models.niem_phong import NiemPhong
from cqtt.pipeline.sealed import again, settled
from cqtt.problems import Position, Problem, Severity
from cqtt.sealing.digest import digest
from cqtt.sealing.seal import Seal

QUY_I = Ky(2024, 1, 3)
PLACE = "data/2024Q1/niem_phong/lan_1"
WRONG = Problem(Position("data/2024Q1/bao_cao.yaml", 3), "KHOA02", "thiếu khóa")
CHANGED = Problem(Position("data/2024Q1/bao_cao.yaml", 3), "NP01", "đã sửa", severity=Severity.WARNING)


def seal(root: Path = Path(), *, changed: bool = False) -> Seal:
    record = NiemPhong(
        phien_ban="0.0.9",
        ngay_niem_phong="05/4/2024",
        bieu_do=True,
        bao_cao=digest(b"signed"),
        tep={"data/don_vi.yaml": digest(b"")},
    )
    return Seal(root, QUY_I, PLACE, record, (CHANGED,) if changed else (), (), ())


def test_without_a_seal_nothing_is_changed() -> None:
    problems = [WRONG]
    assert settled(None, problems, charts=True) is problems


def test_where_the_seal_holds_errors_are_warnings() -> None:
    (told,) = settled(seal(), [WRONG])
    assert (told.severity, told.code, told.message) == (Severity.WARNING, "KHOA02", "thiếu khóa")


def test_where_it_does_not_they_stay_and_it_is_refused() -> None:
    told = settled(seal(changed=True), [WRONG, CHANGED])
    assert told[:2] == [WRONG, CHANGED]
    assert [(p.code, p.severity, p.position.path) for p in told[2:]] == [
        ("NP02", Severity.ERROR, f"{PLACE}/niem_phong.yaml")
    ]


def test_other_charts_are_refused() -> None:
    assert settled(seal(), [], charts=True) == []
    (told,) = settled(seal(), [], charts=False)
    assert (told.code, told.message.endswith(": báo cáo đã ký có phụ lục biểu đồ")) == ("NP02", True)


def test_the_kept_report_is_given_where_none_can_be_made(tmp_path: Path) -> None:
    (tmp_path / PLACE).mkdir(parents=True)
    (tmp_path / PLACE / "bao_cao.docx").write_bytes(b"signed")
    data, (told,) = again(seal(tmp_path), None)
    assert (data, told.code, told.severity) == (b"signed", "NP03", Severity.WARNING)
    (tmp_path / PLACE / "bao_cao.docx").write_bytes(b"other")
    data, (told,) = again(seal(tmp_path), None)
    assert (data, told.code, told.severity) == (None, "NP02", Severity.ERROR)
