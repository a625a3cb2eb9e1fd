"""Copies that programs make beside a file are told from files of other units."""

import pytest

from cqtt.source.copies import copied_from

KNOWN = ("nenh", "tu-lan", "hoa", "lan", "van-ha")


@pytest.mark.parametrize(
    "stem",
    [
        *(
            "nenh (1)",
            "Copy of nenh",
            "nenh - Copy",
            "nenh - Copy (2)",
            "nenh-sao-chep",
            "Bản sao của nenh",
            "nenh moi",
        ),
        *("nenh (MAY-02's conflicted copy 2024-04-02)", "nenh-DESKTOP-8F2K1", "nenh.sync-conflict-20240402-101010-ABC"),
        *("nenh_final_v2", "nenh.yaml", "nenh 02-4-2024"),
    ],
)
def test_a_copy_is_of_the_file_that_it_names(stem: str) -> None:
    assert copied_from(stem, KNOWN) == "nenh"


@pytest.mark.parametrize("stem", ["hoa-binh", "dong-hoa", "nenh-thuong", "abc", "xa", ""])
def test_another_units_name_is_no_copy(stem: str) -> None:
    assert copied_from(stem, KNOWN) == ""


def test_the_longest_name_counts() -> None:
    assert copied_from("tu-lan (1)", KNOWN) == "tu-lan"
