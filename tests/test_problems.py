"""Findings are values."""

from cqtt.problems import Position, Problem, Severity, dotted, has_errors


def test_keys_are_written_as_people_write_them() -> None:
    assert dotted(("ho_so", "tiep_nhan", "tong")) == "ho_so.tiep_nhan.tong"
    assert dotted(("sang_kien", 0, "ten")) == "sang_kien[1].ten"
    assert dotted(()) == ""


def test_warnings_alone_forbid_nothing() -> None:
    warning = Problem(Position("a.yaml"), "BC03", "…", severity=Severity.WARNING)
    error = Problem(Position("a.yaml"), "HS01", "…")
    assert not has_errors([warning])
    assert has_errors([warning, error])


def test_findings_are_told_by_file_and_line() -> None:
    late, early, other = (Problem(Position(*at), "X", "…") for at in (("a", 12, 1), ("a", 3, 9), ("b", 1, 1)))
    assert sorted([other, late, early], key=lambda p: p.sort_key) == [early, late, other]
