"""A seal names files of its workspace and no others, by digests that are digests."""

import pytest
from pydantic import ValidationError

from cqtt.models.niem_phong import NiemPhong

BAM = "0" * 64
GOOD = {"phien_ban": "0.1.0", "ngay_niem_phong": "05/4/2024", "bieu_do": False, "bao_cao": BAM}


@pytest.mark.parametrize("path", ["data/don_vi.yaml", "data/2024Q1/xa_phuong/nenh.yaml", "templates/bao_cao.docx.j2"])
def test_a_file_of_the_workspace_may_be_named(path: str) -> None:
    assert NiemPhong.model_validate(GOOD | {"tep": {path: BAM}}).tep == {path: BAM}


@pytest.mark.parametrize("path", ["/etc/passwd", "data/../../a", "out/a.docx", "data\\..\\a", "", "C:/a"])
def test_no_other_file_is_read_through_a_seal(path: str) -> None:
    with pytest.raises(ValidationError) as caught:
        NiemPhong.model_validate(GOOD | {"tep": {path: BAM}})
    assert [error["type"] for error in caught.value.errors()] == ["duong_dan_la"]


@pytest.mark.parametrize("digest", ["", "0" * 63, "0" * 65, "G" * 64, "A" * 64])
def test_what_is_no_digest_is_refused(digest: str) -> None:
    with pytest.raises(ValidationError) as caught:
        NiemPhong.model_validate(GOOD | {"tep": {"data/don_vi.yaml": digest}})
    assert [error["type"] for error in caught.value.errors()] == ["string_pattern_mismatch"]
