"""What is written as ``don_vi.yaml`` is read back as the same authority."""

import json
from pathlib import Path

import jsonschema
import yaml

from cqtt.models.don_vi import UnitEntry
from cqtt.models.ky import Ky
from cqtt.pipeline.setup import Authority, authority
from cqtt.source.authority_file import authority_file

ROOT = Path(__file__).parents[2]


def test_the_file_reads_as_the_authority_and_fits_the_schema() -> None:
    units = (
        UnitEntry(ma="phuong-1", ten="1", loai="phường", ma_gso="00007"),
        UnitEntry(ma="no", ten="No", loai="xã"),
    )
    don_vi = authority(Authority("Đắk Lắk", "tỉnh", "tỉnh", Ky(2025, 7, 9), units, "Y Thanh: Hà"))
    text = authority_file(don_vi)
    read = yaml.safe_load(text)
    assert type(don_vi).model_validate(read) == don_vi
    jsonschema.validate(read, json.loads((ROOT / "schema" / "don_vi.schema.json").read_text(encoding="utf-8")))
