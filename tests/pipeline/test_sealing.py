"""A seal holds every file that its report was made from, and no other."""

from datetime import date
from pathlib import Path

import pytest

from cqtt.models import places
from cqtt.models.ky import Ky
from cqtt.pipeline.read import Reader
from cqtt.pipeline.sealing import Signed, seal
from cqtt.sealing.digest import digest, plain
from tests.conftest import ROOT, shortened

QUY_I = Ky(2024, 1, 3)
TODAY = date(2024, 4, 5)


@pytest.fixture
def workspace(workspace: Path) -> Path:
    return shortened(workspace)


def test_the_record_says_what_was_signed(workspace: Path) -> None:
    made = seal(Reader(workspace), QUY_I, Signed(number=152, date="05/4/2024"), TODAY, charts=None)
    record = made.record
    assert record is not None
    assert (record.phien_ban, record.ngay_niem_phong, record.so, record.ngay) == (
        "0.1.0",
        "05/4/2024",
        152,
        "05/4/2024",
    )
    report = made.files[places.SEALED_REPORT]
    assert isinstance(report, bytes)
    assert (record.bao_cao, record.tep_da_ky, record.ghep_tu) == (digest(report), None, [])
    assert {f"{places.KEPT}/{path}" for path in record.tep} | {places.SEAL, places.SEALED_REPORT} == set(made.files)
    assert all(found == digest(plain((workspace / path).read_bytes())) for path, found in record.tep.items())


def test_number_and_date_of_the_document_are_taken_where_the_call_gives_none(workspace: Path) -> None:
    document = workspace / "data/2024Q1/bao_cao.yaml"
    text = document.read_text(encoding="utf-8").replace("so: null\nngay: null", "so: 7\nngay: 9", 1)
    document.write_text(text, encoding="utf-8")
    record = seal(Reader(workspace), QUY_I, Signed(), TODAY, charts=None).record
    assert record is not None
    assert (record.so, record.ngay) == (7, "09/4/2024")


def test_copies_are_kept_as_text_with_plain_line_ends(workspace: Path) -> None:
    nenh = workspace / "data/2024Q1/xa_phuong/nenh.yaml"
    text = nenh.read_bytes()
    nenh.write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    made = seal(Reader(workspace), QUY_I, Signed(), TODAY, charts=None)
    assert made.files[f"{places.KEPT}/data/2024Q1/xa_phuong/nenh.yaml"] == text


@pytest.mark.slow
@pytest.mark.parametrize("ky", Reader(ROOT).reportable, ids=lambda ky: ky.ma)
def test_every_shipped_period_is_built_from_what_is_kept_byte_for_byte(ky: Ky, tmp_path: Path) -> None:
    """With the periods that it is compared with, and those that it is put together from."""
    from cqtt.pipeline.compose import compose
    from cqtt.pipeline.gather import gather
    from cqtt.pipeline.publish import made

    sealing = seal(Reader(ROOT), ky, Signed(), TODAY, charts=True)
    for name, data in sealing.files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    kept = tmp_path / places.KEPT
    report = compose(gather(Reader(kept), ky), kept, charts=True).report
    assert report is not None
    assert made(report) == sealing.files[places.SEALED_REPORT]
