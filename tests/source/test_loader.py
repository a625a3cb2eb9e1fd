"""A whole period is read at once: every finding of every file, and never a traceback."""

import gc
import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given

from cqtt import reporter
from cqtt.faults import EnvironmentFault
from cqtt.models.ky import Ky
from cqtt.source.loader import Loaded, load, load_authority
from tests.source.spoiling import DATA, HUONG_MAI, STEADY, spoilt, spoilt_bytes

COMMUNES = "data/2024Q1/xa_phuong"
RAW = HUONG_MAI.read_bytes()


def told(loaded: Loaded) -> list[tuple[str, str]]:
    """Path and code of each finding, as they are printed."""
    return [(p.position.path, p.code) for p in reporter.ordered(loaded.problems)]


def test_a_good_period_has_no_findings_and_every_commune(workspace: Path, ky: Ky) -> None:
    loaded = load(workspace, ky, load_authority(workspace))
    assert loaded.problems == []
    assert loaded.data is not None
    assert loaded.expected == len(loaded.data.units) == 17
    assert loaded.data.units == loaded.units
    assert [xa.don_vi.ma for xa in loaded.units][:2] == ["bich-dong", "hong-thai"]
    assert loaded.units[0].nguon.path == f"{COMMUNES}/bich-dong.yaml"


def test_findings_of_all_files_come_in_one_run_in_order(workspace: Path, ky: Ky) -> None:
    folder = workspace / COMMUNES
    (folder / "van-ha.yaml").write_bytes(b"\xff\xfe")
    (folder / "huong-mai.yaml").write_bytes(RAW.replace(b": 280", b": 5.007").replace(b"wifi: true", b"wifi: yes"))
    (folder / "nenh.yaml").unlink()
    (folder / "tan-my.yaml").write_bytes(b"")
    (workspace / "data/2024Q1/bao_cao.yaml").write_bytes(b"a:1\nb: 2\n")
    loaded = load(workspace, ky, load_authority(workspace))
    assert told(loaded) == [
        ("data/2024Q1/bao_cao.yaml", "YAML03"),
        (f"{COMMUNES}/huong-mai.yaml", "KIEU04"),
        (f"{COMMUNES}/huong-mai.yaml", "SO01"),
        (f"{COMMUNES}/nenh.yaml", "TEP04"),
        (f"{COMMUNES}/tan-my.yaml", "TEP05"),
        (f"{COMMUNES}/van-ha.yaml", "TEP01"),
    ]
    assert loaded.data is None
    assert len(loaded.units) == 14


def test_a_warning_does_not_keep_a_commune_out(workspace: Path, ky: Ky) -> None:
    (workspace / COMMUNES / "ghi chú.txt").write_bytes(b"")
    loaded = load(workspace, ky, load_authority(workspace))
    assert told(loaded) == [(f"{COMMUNES}/ghi chú.txt", "TEP09")]
    assert len(loaded.units) == 17


def test_without_the_authority_its_communes_are_unknown(tmp_path: Path, ky: Ky) -> None:
    loaded = load(tmp_path, ky, load_authority(tmp_path))
    assert told(loaded) == [("data/2024Q1/bao_cao.yaml", "TEP04"), ("data/don_vi.yaml", "TEP04")]
    assert loaded.problems[0].message == "chưa có tệp này"
    assert (loaded.data, loaded.expected, loaded.units) == (None, 0, ())


@pytest.mark.parametrize(
    ("named", "hint"), [("than_thienn", "có phải ý bạn là “than_thien”?"), ("khac", "chỉ có: than_thien")]
)
def test_a_report_that_the_program_does_not_have_is_told(workspace: Path, ky: Ky, named: str, hint: str) -> None:
    file = workspace / "data/don_vi.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\nxa_phuong:", f"\nloai_bao_cao: {named}\nxa_phuong:"), encoding="utf-8")
    loaded = load(workspace, ky, load_authority(workspace))
    [problem] = loaded.problems
    assert (problem.code, problem.hint, problem.key) == ("DV04", hint, "loai_bao_cao")
    assert problem.message == f"phần mềm không có báo cáo “{named}”"
    assert problem.position.text == f"loai_bao_cao: {named}"


def test_without_the_period_s_document_the_communes_are_read_all_the_same(workspace: Path, ky: Ky) -> None:
    (workspace / "data/2024Q1/bao_cao.yaml").unlink()
    loaded = load(workspace, ky, load_authority(workspace))
    assert told(loaded) == [("data/2024Q1/bao_cao.yaml", "TEP04")]
    assert loaded.data is None
    assert len(loaded.units) == 17


@pytest.mark.parametrize("as_file", [False, True])
def test_without_the_folder_it_is_told_once_that_every_commune_is_missing(
    workspace: Path, ky: Ky, as_file: bool
) -> None:
    shutil.rmtree(workspace / COMMUNES)
    if as_file:
        (workspace / COMMUNES).write_bytes(b"")
    loaded = load(workspace, ky, load_authority(workspace))
    (problem,) = loaded.problems
    assert (problem.code, problem.position.path) == ("TEP04", COMMUNES)
    assert problem.message == "chưa có tệp nào của 17 đơn vị cấp xã"
    assert loaded.expected == 17


def test_a_folder_in_the_place_of_a_file_ends_the_command(workspace: Path, ky: Ky) -> None:
    (workspace / "data/don_vi.yaml").unlink()
    (workspace / "data/don_vi.yaml").mkdir()
    with pytest.raises(
        EnvironmentFault, match=r"^không đọc được .*[/\\]don_vi\.yaml: đây là thư mục, không phải tệp$"
    ) as caught:
        load(workspace, ky, load_authority(workspace))
    assert caught.value.hint == "đóng tệp nếu đang mở; kiểm tra tên, quyền đọc và ổ đĩa rồi chạy lại"


@pytest.mark.skipif(os.name == "nt", reason="links of Unix")
def test_a_folder_of_communes_that_cannot_be_listed_ends_the_command(workspace: Path, ky: Ky) -> None:
    """A link to itself can be entered by no one, not even by root."""
    shutil.rmtree(workspace / COMMUNES)
    (workspace / COMMUNES).symlink_to("xa_phuong")
    with pytest.raises(EnvironmentFault, match=r"^không đọc được .*/xa_phuong: liên kết dẫn vòng tròn$"):
        load(workspace, ky, load_authority(workspace))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are Unicode there")
def test_a_name_that_is_not_utf8_can_be_printed(workspace: Path, ky: Ky) -> None:
    """So names arrive in old archives."""
    Path(os.fsdecode(os.fsencode(workspace / COMMUNES) + b"/H\xad\xac\xb5ng.yaml")).write_bytes(b"")
    [problem] = load(workspace, ky, load_authority(workspace)).problems
    assert problem.code == "TEP05"
    assert reporter.text([problem]).encode()


def test_progress_is_told_file_by_file(workspace: Path, ky: Ky) -> None:
    heard: list[tuple[int, int]] = []
    load(workspace, ky, load_authority(workspace), lambda done, of: heard.append((done, of)))
    assert heard == [(i, 17) for i in range(1, 18)]


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(workspace: Path, ky: Ky, on: bool) -> None:
    was_on = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        load(workspace, ky, load_authority(workspace))
        assert gc.isenabled() is on
    finally:
        (gc.enable if was_on else gc.disable)()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose only commune file is huong-mai.yaml."""
    root = tmp_path_factory.mktemp("small")
    (root / COMMUNES).mkdir(parents=True)
    shutil.copyfile(DATA / "don_vi.yaml", root / "data/don_vi.yaml")
    shutil.copyfile(DATA / "2024Q1/bao_cao.yaml", root / "data/2024Q1/bao_cao.yaml")
    return root


def readable(loaded: Loaded) -> None:
    """Findings about huong-mai.yaml or one record of it; and the report can be printed."""
    own = [p for p in loaded.problems if p.position.path.endswith("huong-mai.yaml")]
    assert bool(own) != bool(loaded.units)
    assert len(loaded.problems) - len(own) == 16
    assert reporter.text(loaded.problems).encode()
    assert all(p.message and p.hint for p in own)


@STEADY
@given(spoilt_bytes(RAW))
def test_no_bytes_end_in_a_traceback(small: Path, ky: Ky, raw: bytes) -> None:
    (small / COMMUNES / "huong-mai.yaml").write_bytes(raw)
    readable(load(small, ky, load_authority(small)))


@STEADY
@given(spoilt(RAW.decode()))
def test_no_slip_ends_in_a_traceback(small: Path, ky: Ky, text: str) -> None:
    (small / COMMUNES / "huong-mai.yaml").write_bytes(text.encode())
    readable(load(small, ky, load_authority(small)))
