"""PyYAML's two parsers stand in for each other."""

import yaml

from cqtt.source.parsers import PARSERS


def events(parser: object) -> list[str]:
    """What *parser* finds, up to the end."""
    get = parser.get_event  # type: ignore[attr-defined]
    return [repr(event) for event in iter(get, None)]


def test_the_last_parser_is_in_python_so_that_findings_read_the_same_everywhere() -> None:
    assert PARSERS[-1].__module__ == "cqtt.source.parsers"
    assert len(PARSERS) == (2 if yaml.__with_libyaml__ else 1)


def test_both_parsers_find_the_same_in_a_good_file(huong_mai: str) -> None:
    first, *others = (events(parser(huong_mai)) for parser in PARSERS)
    assert len(first) > 100
    assert all(other == first for other in others)
