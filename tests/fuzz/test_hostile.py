"""Whatever stands in a file, the command says what is wrong or writes a sound report; ``make fuzz`` tries longer."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.calls import CALLS, FILES, ROOT, Desk
from tests.fuzz.slips import spoilt

pytestmark = pytest.mark.slow

SMALL = settings(
    max_examples=15, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk.at(tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: Path(path).stem)
def test_no_file_makes_the_command_fail(path: str, desk: Desk) -> None:
    @SMALL
    @given(st.data())
    def spoil(data: st.DataObject) -> None:
        words = data.draw(st.sampled_from(CALLS))
        desk.spoil(path, data.draw(spoilt((ROOT / path).read_bytes())))
        assert desk.faults(words, desk.call(words)) == []

    spoil()


@pytest.mark.skipif(sys.platform == "win32", reason="os.wait4 is not on Windows")
@pytest.mark.parametrize("path", FILES, ids=lambda path: Path(path).stem)
def test_no_file_makes_the_program_fail(path: str, desk: Desk) -> None:
    """As above, from the outside: nothing but the exit code and the two streams counts."""
    desk.spoil(path, (ROOT / path).read_bytes()[:-40] + b"\n{{ [[[[ \xff")
    ended = desk.spawn(("build", "2024Q1"))
    assert (ended.code, desk.faults(("build",), ended)) == (1, [])
