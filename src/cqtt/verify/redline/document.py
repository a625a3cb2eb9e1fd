"""Two texts in one: the old document with tracked changes that lead to the words of the new one.

All refused, it says what the old one says; all taken, what the new one says, to the letter. Looks, pictures, headers
are those of the old one.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cqtt.verify.alignment import Match, aligned
from cqtt.verify.redline.atoms import said
from cqtt.verify.redline.revising import Region
from cqtt.verify.redline.tables import Maker, behind, inside, put, put_before
from cqtt.word.package import with_parts
from cqtt.word.reading.archive import Package, body_of, open_package
from cqtt.word.revisions import Reviser, accept
from cqtt.word.xml import Element, w

AUTHOR = "cqtt"
"""Who made a change that nobody tracked."""
_P, _TBL, _TR, _TC = (w(name) for name in ("p", "tbl", "tr", "tc"))


def redlined(old: bytes, new: bytes) -> bytes:
    """The file *old* with tracked changes to the text of *new*; tracked changes in either are taken first.

    Raises ``EnvironmentFault`` for what is no Word document, or none that can be read.
    """
    packages = open_package(old), open_package(new)
    bodies = [body_of(package) for package in packages]
    parts = [_part(package) for package in packages]
    accept(bodies[0])
    accept(bodies[1], sign=True)
    for part, sign in zip(parts, (False, True), strict=True):
        if part is not None:
            accept(part[1], sign=sign)
    names = [_notes(part, body) for part, body in zip(parts, bodies, strict=True)]
    matches = aligned([words for _, words in names[0]], [words for _, words in names[1]])
    twins = {names[1][m.new[0]][0]: names[0][m.old[0]][0] for m in matches if m.old and m.new}
    reviser = Reviser(AUTHOR, _largest_id(bodies[0]))
    region = Region(
        reviser, parts[0] and parts[0][1], parts[1] and parts[1][1], twins, {number: number for number, _ in names[0]}
    )
    _Redliner(region, Maker(region, _styles(packages[0]))).blocks(bodies[0], bodies[1])
    trees = {packages[0].main: bodies[0].getparent()}
    if parts[0] is not None:
        trees[parts[0][0]] = parts[0][1]
    return with_parts(old, trees)


def _part(package: Package) -> tuple[str, Element] | None:
    """The name and the tree of the part with the footnotes."""
    for name in package.related(package.main, "footnotes").values():
        tree = package.tree(name)
        if tree is not None:
            return name, tree
    return None


def _notes(part: tuple[str, Element] | None, body: Element) -> list[tuple[str, str]]:
    """The ids and the words of the footnotes, in the order in which they are called."""
    there = {} if part is None else {note.get(w("id")): note for note in part[1].iterchildren(w("footnote"))}
    called = (mark.get(w("id")) for mark in body.iter(w("footnoteReference")))
    return [(number, said(list(there[number].iter(_P)))) for number in called if number in there]


def _largest_id(body: Element) -> int:
    """The largest id of anything that is marked, so that ours are new."""
    ids = (node.get(w("id"), "0") for node in body.iter(w("bookmarkStart"), w("commentRangeStart")))
    return max((int(number) for number in ids if number.isdigit()), default=0) + 1


def _styles(package: Package) -> set[str]:
    tree = package.first("styles")
    return set() if tree is None else {style.get(w("styleId"), "") for style in tree.iterchildren(w("style"))}


class _Redliner(Struct):
    region: Region
    maker: Maker

    def blocks(self, old: Element, new: Element) -> None:
        """Revise the paragraphs and tables of *old*, a body or a cell, to those of *new*."""
        before, after = inside(old, _P, _TBL), inside(new, _P, _TBL)
        if all(node.tag == _P for node in (*before, *after)) and old.tag == _TC and before and after:
            put(before[0], self.region.revised(before, after), before)
            return
        names = [_name(node) for node in before]
        new_names = [_name(node) for node in after]
        place: Element | None = None
        for match in _in_order(aligned(names, new_names), len(before), len(after)):
            olds, news = [before[i] for i in match.old], [after[j] for j in match.new]
            place = self._revise(old, olds, news, place)

    def _revise(
        self, parent: Element, olds: Sequence[Element], news: Sequence[Element], place: Element | None
    ) -> Element | None:
        """Revise *olds* to *news*; new elements stand behind *place*. Returns the last element."""
        tables = [node for node in (*olds, *news) if node.tag == _TBL]
        if not tables:
            made = self.region.revised(olds, news, self.maker.like(place, news))
            if olds:
                put(olds[0], made, olds)
            else:
                behind(parent, place, made)
            return made[-1] if made else place
        for tbl in olds:
            if news and news[0].tag == _TBL:
                self.rows(tbl, news[0])
            else:
                self.maker.all_rows(tbl, "del")
            place = tbl
        if not olds:
            for tbl in news:
                made = [self.maker.new_table(tbl)]
                behind(parent, place, made)
                place = made[0]
        return place

    def rows(self, old: Element, new: Element) -> None:
        """Revise the rows of the table *old* to those of *new*."""
        before, after = inside(old, _TR), inside(new, _TR)
        place: Element | None = None
        matches = aligned([_name(tr) for tr in before], [_name(tr) for tr in after])
        for match in _in_order(matches, len(before), len(after)):
            olds, news = [before[i] for i in match.old], [after[j] for j in match.new]
            if len(olds) == len(news) == 1 and len(inside(olds[0], _TC)) == len(inside(news[0], _TC)):
                for cell, new_cell in zip(inside(olds[0], _TC), inside(news[0], _TC), strict=True):
                    self.blocks(cell, new_cell)
                place = olds[0]
                continue
            for tr in olds:
                self.maker.row(tr, "del")
                place = tr
            made = [self.maker.new_row(tr) for tr in news]
            if place is None and made:
                put_before(old, inside(old, _TR), made)
            else:
                behind(old, place, made)
            place = made[-1] if made else place


def _name(node: Element) -> str:
    """The words by which a paragraph, a table or a row is aligned; a table is like no paragraph."""
    paragraphs = [node] if node.tag == _P else list(node.iter(_P))
    return f"{'table ' * (node.tag == _TBL)}{said(paragraphs)}"


def _in_order(matches: Sequence[Match], old_count: int, new_count: int) -> Iterator[Match]:
    """*matches* as a redline reads: moved ones are gone here and new there, what is gone stands before what is new."""
    kept = sorted((m for m in matches if m.old and m.new and not m.moved), key=lambda m: m.old)
    at = new_at = 0
    for match in [*kept, Match((old_count,), (new_count,))]:
        yield from (Match((i,), ()) for i in range(at, match.old[0]))
        yield from (Match((), (j,)) for j in range(new_at, match.new[0]))
        if match.old[0] < old_count:
            yield match
        at, new_at = match.old[-1] + 1, match.new[-1] + 1
