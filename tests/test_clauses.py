"""The Decree's rules in the catalogue: each with its clause."""

import re

from cqtt.catalogue import CODES
from cqtt.clauses import CLAUSES

CLAUSE = re.compile(r"Phụ lục I, (?:I{1,3}|V)[., ].+|Phụ lục III, các mẫu|Điều 7")


def test_each_rule_cites_its_clause() -> None:
    for code, (title, clause, mend) in CLAUSES.items():
        assert CLAUSE.fullmatch(clause), code
        assert (CODES[code].title, CODES[code].mend) == (title, mend)
        assert CODES[code].why == f"Nghị định 30/2020/NĐ-CP, {clause}"
