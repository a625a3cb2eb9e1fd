"""A total is computed where it is left out, and kept as written where it is not."""

from cqtt.reports.than_thien.ho_so import TiepNhan


def test_a_total_left_out_is_the_sum_of_the_parts() -> None:
    assert TiepNhan(ky_truoc=1, truc_tuyen=2, truc_tiep=3).tong == 6


def test_a_total_written_is_kept_for_the_check_to_see() -> None:
    assert TiepNhan(ky_truoc=1, truc_tuyen=2, truc_tiep=3, tong=7).tong == 7
