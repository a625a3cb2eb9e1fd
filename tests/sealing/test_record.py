"""What a seal says is read as it was written, whatever is quoted in it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from cqtt.models import places
from cqtt.models.ban_ghi import MoHinh
from cqtt.models.ky import Ky
from cqtt.models.niem_phong import MoNiemPhong, NiemPhong, TepDaKy
from cqtt.problems import Problem
from cqtt.sealing.record import LONGEST, one_line, seal_file, unsealed_file
from cqtt.source.one_file import read_file

QUY_I = Ky(2024, 1, 3)
BAM = "0123456789abcdef" * 4
WORDS = st.text().map(one_line)
FILES = st.from_regex(r"data/2024Q1/(bao_cao|xa_phuong/[a-z0-9-]{1,9})\.yaml", fullmatch=True)


def read(name: str, text: str, model: type[MoHinh]) -> MoHinh:
    problems: list[Problem] = []
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_text(text, encoding="utf-8", newline="")
        found = read_file(Path(folder), name, model, problems)
    assert problems == []
    assert found is not None
    return found.gia_tri


@given(
    st.builds(
        NiemPhong,
        phien_ban=st.sampled_from(["0.1.0", "1", "1.10", "2.0.0rc1"]),
        ngay_niem_phong=st.sampled_from(["05/4/2024", "31/12/2024"]),
        so=st.none() | st.integers(1, 99_999),
        ngay=st.none() | st.just("01/02/2024"),
        bieu_do=st.booleans(),
        bao_cao=st.just(BAM),
        tep_da_ky=st.none() | st.builds(TepDaKy, ten=WORDS, bam=st.just(BAM), khac=st.lists(WORDS, max_size=3)),
        ghep_tu=st.sampled_from([[], ["2024Q1", "2024Q2"], ["2024-01"]]),
        tep=st.dictionaries(FILES, st.just("0" * 64), min_size=1, max_size=4),
    )
)
def test_a_seal_reads_as_it_was_written(record: NiemPhong) -> None:
    assert read(places.SEAL, seal_file(record, QUY_I), NiemPhong) == record


@given(WORDS)
@example(one_line("chưa điền"))
def test_the_reason_for_opening_it_is_read_as_it_was_written(reason: str) -> None:
    opened = MoNiemPhong(ngay="05/4/2024", ly_do=reason)
    assert read(places.UNSEALED, unsealed_file(opened, QUY_I), MoNiemPhong) == opened


def test_what_comes_from_elsewhere_is_one_line_of_bounded_length() -> None:
    assert one_line(" a\r\n\tb\x00\u200bc ") == "a b c"
    assert one_line("\x00") == "?"
    assert one_line("Chưa điền") == "“Chưa điền”"
    assert one_line("x" * (LONGEST + 1)) == "x" * (LONGEST - 1) + "…"
    assert one_line("x" * LONGEST) == "x" * LONGEST
