"""The numbers and marks that Word prints before paragraphs of lists: ``I.``, ``1.``, ``a)``, ``-``."""

from collections.abc import Callable

from cqtt.numerals import roman
from cqtt.word.reading.styles import Properties, paragraph_properties, value, whole
from cqtt.word.xml import Element, w

LEVELS = 9
_LARGEST_ROMAN = 3999


class Lists:
    """A file's lists, counting as they are asked paragraph by paragraph."""

    def __init__(self, tree: Element | None) -> None:
        self._levels: dict[tuple[str, int], Element] = {}
        self._own: dict[tuple[str, int], Element] = {}
        """Levels that an instance sets anew."""
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if tree is None:
            return
        for abstract in tree.iterchildren(w("abstractNum")):
            for level in abstract.iterchildren(w("lvl")):
                self._levels[abstract.get(w("abstractNumId"), ""), whole(level.get(w("ilvl")))] = level
        for num in tree.iterchildren(w("num")):
            self._add(num)

    def _add(self, num: Element) -> None:
        number, abstract = num.get(w("numId"), ""), num.find(w("abstractNumId"))
        self._abstract[number] = value(abstract) if abstract is not None else ""
        for override in num.iterchildren(w("lvlOverride")):
            level, start = override.find(w("lvl")), override.find(w("startOverride"))
            if level is not None:
                self._own[number, whole(override.get(w("ilvl")))] = level
            if start is not None:
                self._starts[number, whole(override.get(w("ilvl")))] = whole(value(start))

    def indents(self, number: str, depth: str) -> Properties:
        """The paragraph properties of a level; empty where there is no such list."""
        level = self._level(number, whole(depth))
        own = level.find(w("pPr")) if level is not None else None
        return paragraph_properties(own) if own is not None else {}

    def label(self, number: str, depth: str) -> str:
        """What Word prints before the next paragraph of the list; empty for no list."""
        abstract, at = self._abstract.get(number, ""), min(whole(depth), LEVELS - 1)
        if number == "0" or self._level(number, at) is None:
            return ""
        counter = self._counters.setdefault(abstract, [None] * LEVELS)
        own = counter[at]
        if own is None or ((number, at) in self._starts and (number, at) not in self._begun):
            counter[at] = self._starts.get((number, at), self._start(number, at))
        else:
            counter[at] = own + 1
        self._begun.add((number, at))
        counter[at + 1 :] = [None] * (LEVELS - 1 - at)
        return self._printed(number, at, counter)

    def _start(self, number: str, at: int) -> int:
        start = self._child(number, at, "start")
        return whole(start) if start else 1

    def _printed(self, number: str, at: int, counter: list[int | None]) -> str:
        text = self._child(number, at, "lvlText")
        if self._child(number, at, "numFmt") == "bullet":
            return text or "-"
        for i in range(at + 1):
            if f"%{i + 1}" in text:
                reached = counter[i]
                counted = self._start(number, i) if reached is None else reached
                text = text.replace(f"%{i + 1}", _formatted(counted, self._child(number, i, "numFmt")))
        return text

    def _level(self, number: str, at: int) -> Element | None:
        return self._own.get((number, at), self._levels.get((self._abstract.get(number, ""), at)))

    def _child(self, number: str, at: int, name: str) -> str:
        level = self._level(number, at)
        found = level.find(w(name)) if level is not None else None
        return value(found) if found is not None else ""


def _formatted(number: int, form: str) -> str:
    return _FORMS.get(form, str)(number)


def _letter(number: int) -> str:
    """``a`` to ``z``, then ``aa``."""
    index = max(number - 1, 0)
    return chr(ord("a") + index % 26) * (index // 26 + 1)


def _roman(number: int) -> str:
    return roman(number) if 0 < number <= _LARGEST_ROMAN else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda _: "",
}
