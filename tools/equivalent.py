"""The mutants of ``make mutants`` that no test can notice, and why."""

EQUIVALENT: tuple[tuple[str, str, str], ...] = (
    (
        "*",
        "@dataclass(*=False*)",
        "how a value is kept, not what it says: mypy refuses to assign to it, slots save memory",
    ),
    ("src/cqtt/models/ty_le.py", """cach_goi: str = 'XX(?!)XX'""", "this pattern matches nothing either"),
)
"""File, first line that the mutant puts in place, reason; ``*`` stands for anything."""
