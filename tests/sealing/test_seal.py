"""The seal that holds is the last one that was not opened; files are those that the program reads."""

from pathlib import Path

import pytest

from cqtt.models.ky import Ky
from cqtt.sealing.seal import files_of, last_seal, seal_of, unseal_call

QUY_I = Ky(2024, 1, 3)


@pytest.mark.parametrize(
    ("names", "number"),
    [
        ([], 0),
        (["lan_1"], 1),
        (["lan_1", "lan_2", "lan_10"], 10),
        ([".cqtt-x.tmp.d", "lan_1", "lan_x", "lan_", "lan_²", "khac"], 1),
    ],
)
def test_seals_are_numbered(tmp_path: Path, names: list[str], number: int) -> None:
    for name in names:
        (tmp_path / "data/2024Q1/niem_phong" / name).mkdir(parents=True)
    assert last_seal(tmp_path, QUY_I) == number


def test_a_period_that_was_never_sealed_has_no_seal(tmp_path: Path) -> None:
    assert seal_of(tmp_path, QUY_I, "xa_phuong") == (None, [])


def test_a_seal_without_its_record_is_told(tmp_path: Path) -> None:
    (tmp_path / "data/2024Q1/niem_phong/lan_1").mkdir(parents=True)
    found, problems = seal_of(tmp_path, QUY_I, "xa_phuong")
    assert found is None
    assert [(p.code, p.position.path) for p in problems] == [("TEP04", "data/2024Q1/niem_phong/lan_1/niem_phong.yaml")]


def test_the_files_of_a_period_are_those_that_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "data/2024Q1"
    (folder / "xa_phuong").mkdir(parents=True)
    for name in ("README.md", "bao_cao.yaml", "xa_phuong/nenh.yaml", "xa_phuong/._nenh.yaml", "xa_phuong/a.txt"):
        (folder / name).touch()
    assert files_of(tmp_path, QUY_I, "xa_phuong") == ["data/2024Q1/bao_cao.yaml", "data/2024Q1/xa_phuong/nenh.yaml"]
    assert files_of(tmp_path, QUY_I, "phong_ban") == ["data/2024Q1/bao_cao.yaml"]
    assert files_of(tmp_path, Ky(2024, 4, 6), "xa_phuong") == []


def test_the_call_that_opens_a_period_is_one_that_can_be_typed() -> None:
    assert unseal_call(QUY_I) == 'cqtt unseal 2024Q1 --reason "vì sao"'
