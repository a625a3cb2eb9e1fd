"""The mutants of ``make mutants`` that no test can notice, and why."""

EQUIVALENT: tuple[tuple[str, str, str], ...] = (
    (
        "*",
        "@dataclass(*=False*)",
        "how a value is kept, not what it says: mypy refuses to assign to it, slots save memory",
    ),
    ("*", "*strict=False*", "zip(strict=True) guards tables of one length; nothing here has two lengths"),
    ("*", "? = TypeVar('XX?XX'*", "the name of a type variable is read by nobody"),
    ("*", "[RT] = None", "a type variable stands in annotations, which are not evaluated here"),
    ("*", "@dataclass(*eq=True)", "nobody compares them; eq=False spares making the method"),
    ("src/cqtt/explanation.py", "if other or inner:", "a figure that is asked for in another period is there"),
    (
        "src/cqtt/explanation.py",
        "return ten, other, other.figure(inner) if other else ' '",
        "without the other period it is not looked at",
    ),
    (
        "src/cqtt/explanation.py",
        "totals[[]share.unit] = totals.get(share.unit, 1) + share.value",
        "all move up by one; the order stays",
    ),
    ("src/cqtt/explanation.py", "order = *totals.get(unit, -2))))*", "any number below nothing"),
    ("src/cqtt/explanation.py", "first = self._tong_hop.units[[]:2]", "all units have the same figures; one is enough"),
    ("src/cqtt/models/ban_ghi.py", "*defer_build=False)", "when Pydantic builds a validator is a matter of speed"),
    ("src/cqtt/models/ban_ghi.py", "def cac_phan(cls)*", "@cache is a matter of speed"),
    ("src/cqtt/models/danh_muc.py", '*f"tổng {operands[[]-1]}"*', "there is one operand"),
    ("src/cqtt/aggregate/rollup.py", "*type(parts[[]-0]).so_lieu_rieng():", "all parts are of one report"),
    ("src/cqtt/aggregate/rollup.py", "*report_of(parts[[]-0].don_vi.gia_tri)*", "all parts are of one report"),
    ("src/cqtt/models/co_bao_cao.py", "_CO_TEP = 'XXXX'", "a mark between two functions of this file"),
    ("src/cqtt/models/co_bao_cao.py", "KHONG = -1", "of the degrees only the order counts"),
    ("src/cqtt/models/co_bao_cao.py", "DU = 3", "of the degrees only the order counts"),
    ("src/cqtt/models/ke_tiep.py", "continue", "once the commune is found, the other turns change nothing"),
    ("src/cqtt/models/so_sanh.py", "*if value >= 0 else 'giảm'}*", "no change has been told before"),
    (
        "src/cqtt/models/so_sanh.py",
        "chenh_lech: ChenhLech = None",
        "both are always given: mypy refuses a call without",
    ),
    ("src/cqtt/models/so_sanh.py", "moc: str = None", "both are always given: mypy refuses a call without"),
    ("src/cqtt/numerals.py", """_TENTH, _ONE = Decimal("0.1"), Decimal(?)""", "of _ONE only the exponent counts"),
    ("src/cqtt/numerals.py", """*.rstrip('XX0XX')""", "there is no X among the digits"),
    ("src/cqtt/models/ty_le.py", """cach_goi: str = 'XX(?!)XX'""", "this pattern matches nothing either"),
)
"""File, first line that the mutant puts in place, reason; ``*`` stands for anything."""
