"""Bounds: what an authority sets holds, for the rest those of the report do."""

from cqtt.models.nguong import CHUNG, Nguong


def test_what_is_not_set_is_the_reports() -> None:
    both = Nguong(gap_ky_truoc=7).tren(CHUNG)
    assert (both.gap_ky_truoc, both.gap_don_vi_giua) == (7, 10)
    assert all(getattr(both, name) for name in Nguong.model_fields)
