"""All rules in one table, and what they say of a file.

A finding's line is the number of a paragraph, counted from the top of the file, cells of tables included.
"""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from cqtt.catalogue import CODES
from cqtt.problems import Position, Problem, Severity
from cqtt.word.decree import appendices, ending, letterhead, numbering, page, scope, text
from cqtt.word.decree.elements import Elements, elements
from cqtt.word.decree.finding import Found
from cqtt.word.reading.archive import Package, open_package
from cqtt.word.reading.document import read

Check = Callable[[Elements], Iterator[Found]]


class Rule(Struct, frozen=True):
    """A rule. *typed*: somebody's words or emphasis may break it, and no writer of files could keep it for him."""

    code: str
    check: Check
    typed: bool = False
    severity: Severity = Severity.ERROR


_W = Severity.WARNING
PAGE_RULES = (
    Rule("TT01", page.paper),
    Rule("TT02", page.upright, typed=True),
    Rule("TT03", page.margins),
    Rule("TT04", page.font),
    Rule("TT05", page.unicode),
    Rule("TT06", page.colour),
    Rule("TT07", page.numbered),
    Rule("TT08", page.first_page),
    Rule("TT09", page.number_look),
)
"""Rules that ask for no element, and so hold for a text of which no letter can be read."""
OUTSIDE = Rule("TT10", scope.outside, typed=True, severity=Severity.NOTICE)
RULES = (
    *PAGE_RULES,
    OUTSIDE,
    Rule("TT11", letterhead.nation),
    Rule("TT12", letterhead.nation_look),
    Rule("TT13", letterhead.motto),
    Rule("TT14", letterhead.motto_look),
    Rule("TT15", letterhead.issuer, typed=True),
    Rule("TT16", letterhead.issuer_look),
    Rule("TT17", letterhead.number, typed=True),
    Rule("TT18", letterhead.number_look),
    Rule("TT19", letterhead.dated, typed=True),
    Rule("TT20", letterhead.dated_look),
    Rule("TT21", letterhead.kind, typed=True),
    Rule("TT22", letterhead.kind_look, typed=True),
    Rule("TT23", letterhead.subject, typed=True),
    Rule("TT24", letterhead.subject_look, typed=True),
    Rule("TT25", letterhead.rules, severity=_W),
    Rule("TT26", letterhead.addressed, typed=True),
    Rule("TT27", letterhead.addressed_look, typed=True),
    Rule("TT31", text.section_words, typed=True),
    Rule("TT32", text.section_look, typed=True),
    Rule("TT33", text.clause_look, typed=True, severity=_W),
    Rule("TT34", text.division_look, typed=True),
    Rule("TT35", numbering.order, typed=True),
    Rule("TT36", text.basis, typed=True),
    Rule("TT41", text.size),
    Rule("TT42", text.justified),
    Rule("TT43", text.indents),
    Rule("TT44", text.space),
    Rule("TT45", text.leading),
    Rule("TT46", text.upright, typed=True, severity=_W),
    Rule("TT47", text.ended, typed=True, severity=_W),
    Rule("TT51", ending.recipients),
    Rule("TT52", ending.recipients_look),
    Rule("TT53", ending.listed, typed=True),
    Rule("TT54", ending.listed_look),
    Rule("TT55", ending.capacity, typed=True),
    Rule("TT56", ending.capacity_look),
    Rule("TT57", ending.signer, typed=True),
    Rule("TT58", ending.signer_look),
    Rule("TT61", appendices.head),
    Rule("TT62", appendices.head_look),
    Rule("TT63", appendices.title, typed=True),
    Rule("TT64", appendices.title_look, typed=True),
    Rule("TT65", appendices.enclosed),
    Rule("TT66", appendices.enclosed_look, typed=True),
    Rule("TT67", appendices.pages),
    Rule("TT68", appendices.mentioned, typed=True),
)


def lint(data: bytes, path: str) -> list[Problem]:
    """What in the file *data*, called *path*, is not as the Decree asks; one finding for all places of one kind.

    Raises ``EnvironmentFault`` for what is no Word document, or none that can be read.
    """
    return [_told(rule, some, path) for rule, some in _found(data)]


def faults(package: Package) -> list[str]:
    """What of the findings only the writer of the file can have brought about; for a file of our own.

    A document whose kind has a name of its own cannot be taken apart surely, so there only the pages are looked at.
    """
    found = elements(read(package))
    rules = PAGE_RULES if found.kind is None else RULES
    return [
        f"{rule.code} {some[0].element}: {some[0].what}"
        for rule in rules
        if not rule.typed
        for some in _alike(rule, found)
    ]


def _found(data: bytes) -> Iterator[tuple[Rule, list[Found]]]:
    found = elements(read(open_package(data)))
    if any(page.unicode(found)):
        rules: tuple[Rule, ...] = PAGE_RULES
    else:
        rules = (OUTSIDE,) if any(scope.outside(found)) else RULES
    for rule in rules:
        yield from ((rule, some) for some in _alike(rule, found))


def _alike(rule: Rule, found: Elements) -> Iterable[list[Found]]:
    """The findings of *rule*, those that say the same together."""
    alike: dict[tuple[str, str], list[Found]] = {}
    for one in rule.check(found):
        alike.setdefault((one.element, one.what), []).append(one)
    return alike.values()


def _told(rule: Rule, some: list[Found], path: str) -> Problem:
    first = some[0]
    others = {one.line.number for one in some[1:] if one.line is not None} - {first.line.number if first.line else 0}
    more = f", và {len(others)} đoạn khác" if others else ""
    hint = f"{first.wanted} ({CODES[rule.code].why})"
    return Problem(_position(first, path), rule.code, first.what + more, hint, first.element, rule.severity)


def _position(found: Found, path: str) -> Position:
    line = found.line
    if line is None or not line.number:
        return Position(path)
    words = line.words.strip()
    if found.span is None:
        return Position(path, line.number, 1, words, max(len(words), 1))
    start = words.find(found.span.words.strip())
    return Position(path, line.number, max(start, 0) + 1, words, max(len(found.span.words.strip()), 1))
