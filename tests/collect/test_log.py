"""The log says what was imported and from where; what is written is read back."""

from hypothesis import given
from hypothesis import strategies as st

from cqtt.collect.log import Entry, Taken, added, latest, next_run, read_log, undone

NENH = Entry(
    1,
    "2025-10-12 08:15:02",
    "nenh",
    "phường Nếnh",
    "tra loi/nenh (1).xlsx",
    "5" * 64,
    {"khoi.so_luong": Taken("280", "Phiếu!C14"), "ds[1].ten": Taken('"Mô hình: A  <- B"', "Sáng kiến!B5")},
)


def test_a_person_can_read_it() -> None:
    assert added("", [NENH]).splitlines()[1:3] == [
        f"#1 2025-10-12 08:15:02  phường Nếnh (nenh)  tra loi/nenh (1).xlsx  sha256:{'5' * 64}",
        "  khoi.so_luong: 280  <- Phiếu!C14",
    ]


def test_it_is_read_back_as_it_was_written() -> None:
    assert read_log(added("", [NENH])) == [NENH]
    assert read_log("") == []


@given(st.text(st.characters(blacklist_categories=["C", "Z"]), min_size=1, max_size=20))
def test_any_value_comes_back(value: str) -> None:
    entry = Entry(1, NENH.time, "a", "xã A", "a.xlsx", "0" * 64, {"x": Taken(value, "Phiếu!C1")})
    assert read_log(added("", [entry])) == [entry]


def test_the_last_entry_of_a_unit_counts_and_an_undone_import_does_not() -> None:
    later = Entry(2, "2025-10-13 08:00:00", "nenh", "phường Nếnh", "b.xlsx", "6" * 64, {})
    text = added(added("", [NENH]), [later])
    assert latest(read_log(text)) == {"nenh": later}
    assert next_run(text) == 3
    text = undone(text, 2, "2025-10-13 09:00:00")
    assert latest(read_log(text)) == {"nenh": NENH}
    assert next_run(text) == 3
