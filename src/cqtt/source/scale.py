"""Levels in a unit's file: on the scale that holds in its period, in that scale's words."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from cqtt.models.danh_muc import DanhMuc
from cqtt.names import fold
from cqtt.problems import Problem, dotted
from cqtt.source.source_file import SourceFile


def beyond_scale(figures: DanhMuc, given: Any, source: SourceFile) -> Iterator[Problem]:
    """The levels in the content *given* that the scale does not have (SO08)."""
    if figures.thang is None:
        return
    most = len(figures.thang.cac_muc)
    for path in figures.muc:
        key = tuple(path.split("."))
        value = _at(given, key)
        if isinstance(value, int) and not isinstance(value, bool) and value > most:
            meaning = figures.thang.chu_thich
            hint = f"các mức của kỳ này: {meaning}" if meaning else "kiểm tra lại"
            message = f'số quá lớn: "{value}", tối đa {most}'
            yield Problem(source.position(key), "SO08", message, f"{hint}; chưa có thì ghi null", dotted(key))


def in_usual_words(figures: DanhMuc, given: Any) -> Any:
    """*given* with the answers that are written in the words of the scale in use in those of the usual one, in which
    the model knows them: a level by its number."""
    if figures.thang is None or figures.thang_quen is None:
        return given
    for path in figures.muc:
        key = tuple(path.split("."))
        said = _at(given, key)
        numbers = {fold(name): number for number, name in enumerate(figures.thang.cac_muc, start=1)}
        if isinstance(said, str) and not figures.thang.danh_so and fold(said) in numbers:
            given = _put(given, key, numbers[fold(said)])
    for path, info in figures.truong:
        key = tuple(path.split("."))
        said = _at(given, key)
        for word in _words(info.annotation):
            if said == figures.noi(word) != word:
                given = _put(given, key, word)
    return given


def _words(annotation: Any) -> Iterator[str]:
    """The words that may stand in a field of the type *annotation*."""
    if get_origin(annotation) is Literal:
        yield from (word for word in get_args(annotation) if isinstance(word, str))
        return
    for arg in get_args(annotation):
        yield from _words(arg)


def _at(given: Any, key: tuple[str, ...]) -> Any:
    for part in key:
        given = given.get(part) if isinstance(given, dict) else None
    return given


def _put(given: Any, key: tuple[str, ...], word: str | int) -> Any:
    name, *rest = key
    return {**given, name: _put(given[name], tuple(rest), word) if rest else word}
