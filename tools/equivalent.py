"""The mutants of ``make mutants`` that no test can notice, and why."""

EQUIVALENT: tuple[tuple[str, str, str], ...] = (
    (
        "*",
        "@dataclass(*=False*)",
        "how a value is kept, not what it says: mypy refuses to assign to it, slots save memory",
    ),
    ("*", "*strict=False*", "zip(strict=True) guards tables of one length; nothing here has two lengths"),
    ("src/cqtt/numerals.py", """_TENTH, _ONE = Decimal("0.1"), Decimal(?)""", "of _ONE only the exponent counts"),
    ("src/cqtt/numerals.py", """*.rstrip('XX0XX')""", "there is no X among the digits"),
    ("src/cqtt/models/ty_le.py", """cach_goi: str = 'XX(?!)XX'""", "this pattern matches nothing either"),
)
"""File, first line that the mutant puts in place, reason; ``*`` stands for anything."""
