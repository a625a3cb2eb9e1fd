"""Two texts in one: the old document with tracked changes that lead to the words of the new one.

All refused, it says what the old one says; all taken, what the new one says, to the letter. Looks, pictures, headers are
those of the old one.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from cqtt.verify.alignment import Match, aligned
from cqtt.verify.atoms import said
from cqtt.verify.revising import Region
from cqtt.word.package import with_parts
from cqtt.word.reading.archive import Package, body_of, open_package
from cqtt.word.revisions import Reviser, accept
from cqtt.word.xml import Element, add, element, w

AUTHOR = "cqtt"
"""Who made a change that nobody tracked."""
_P, _TBL, _TR, _TC = (w(name) for name in ("p", "tbl", "tr", "tc"))
_WRAPPERS = {w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag")}


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
    _Redliner(region, _styles(packages[0])).blocks(bodies[0], bodies[1])
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


@dataclass(slots=True)
class _Redliner:
    region: Region
    styles: set[str]
    """The styles that the old document knows."""
    last: Element | None = field(default=None)

    def blocks(self, old: Element, new: Element) -> None:
        """Revise the paragraphs and tables of *old*, a body or a cell, to those of *new*."""
        before, after = _inside(old, _P, _TBL), _inside(new, _P, _TBL)
        if all(node.tag == _P for node in (*before, *after)) and old.tag == _TC and before and after:
            _put(before[0], self.region.revised(before, after), before)
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
            made = self.region.revised(olds, news, self._like(place, news))
            if olds:
                _put(olds[0], made, olds)
            else:
                _behind(parent, place, made)
            return made[-1] if made else place
        for tbl in olds:
            if news and news[0].tag == _TBL:
                self.rows(tbl, news[0])
            else:
                self._all_rows(tbl, "del")
            place = tbl
        if not olds:
            for tbl in news:
                made = [self._new_table(tbl)]
                _behind(parent, place, made)
                place = made[0]
        return place

    def _like(self, place: Element | None, news: Sequence[Element]) -> Element | None:
        """The properties of a paragraph that is put in: those of its own style, if the old document knows it."""
        style = news[0].find(f"{w('pPr')}/{w('pStyle')}") if news else None
        if style is not None and style.get(w("val")) in self.styles:
            made = element("pPr")
            add(made, "pStyle", val=style.get(w("val")))
            return made
        return place.find(w("pPr")) if place is not None and place.tag == _P else None

    def rows(self, old: Element, new: Element) -> None:
        """Revise the rows of the table *old* to those of *new*."""
        before, after = _inside(old, _TR), _inside(new, _TR)
        place: Element | None = None
        matches = aligned([_name(tr) for tr in before], [_name(tr) for tr in after])
        for match in _in_order(matches, len(before), len(after)):
            olds, news = [before[i] for i in match.old], [after[j] for j in match.new]
            if len(olds) == len(news) == 1 and len(_inside(olds[0], _TC)) == len(_inside(news[0], _TC)):
                for cell, new_cell in zip(_inside(olds[0], _TC), _inside(news[0], _TC), strict=True):
                    self.blocks(cell, new_cell)
                place = olds[0]
                continue
            for tr in olds:
                self._row(tr, "del")
                place = tr
            made = [self._new_row(tr) for tr in news]
            if place is None and made:
                _put_before(old, _inside(old, _TR), made)
            else:
                _behind(old, place, made)
            place = made[-1] if made else place

    def _all_rows(self, tbl: Element, name: str) -> None:
        for tr in _inside(tbl, _TR):
            self._row(tr, name)

    def _row(self, tr: Element, name: str) -> None:
        """Mark the row *tr* and all that it says as put in or taken away."""
        self.region.reviser.row(tr, name)
        for cell in _inside(tr, _TC):
            paragraphs = [p for p in cell.iter(_P)]
            for p in paragraphs:
                made = self.region.revised([p], []) if name == "del" else self.region.revised([], [p], p.find(w("pPr")))
                _put(p, made, [p])

    def _new_table(self, tbl: Element) -> Element:
        made = element("tbl")
        properties = deepcopy(tbl.find(w("tblPr")))
        if properties is not None:
            style = properties.find(w("tblStyle"))
            if style is not None and style.get(w("val")) not in self.styles:
                properties.remove(style)
            made.append(_bare(properties))
        grid = tbl.find(w("tblGrid"))
        made.append(element("tblGrid") if grid is None else _bare(deepcopy(grid)))
        made.extend(self._new_row(tr) for tr in _inside(tbl, _TR))
        return made

    def _new_row(self, tr: Element) -> Element:
        made = element("tr")
        for cell in _inside(tr, _TC):
            tc = add(made, "tc")
            width = cell.find(f"{w('tcPr')}/{w('tcW')}")
            properties = add(tc, "tcPr")
            if width is not None:
                add(properties, "tcW", w=width.get(w("w"), "0"), type=width.get(w("type"), "dxa"))
            span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
            if span is not None:
                add(properties, "gridSpan", val=span.get(w("val"), "1"))
            for p in list(cell.iter(_P)):
                tc.extend(self.region.revised([], [p], self._like(None, [p])))
            if len(tc) == 1:
                add(tc, "p")
        self.region.reviser.row(made, "ins")
        return made


def _bare(node: Element) -> Element:
    """*node* without what only newer programs know."""
    for one in [*node.iter()]:
        if not str(one.tag).startswith(w("")):
            one.getparent().remove(one)
        for name in [name for name in one.attrib if not name.startswith(w(""))]:
            del one.attrib[name]
    return node


def _inside(parent: Element, *tags: str) -> list[Element]:
    out: list[Element] = []
    for child in parent:
        if child.tag in _WRAPPERS:
            out += _inside(child, *tags)
        elif child.tag in tags:
            out.append(child)
    return out


def _name(node: Element) -> str:
    """The words by which a paragraph, a table or a row is aligned; a table is like no paragraph."""
    paragraphs = [node] if node.tag == _P else list(node.iter(_P))
    return f"{'table ' * (node.tag == _TBL)}{said(paragraphs)}"


def _in_order(matches: Sequence[Match], old_count: int, new_count: int) -> Iterator[Match]:
    """*matches* as a redline reads: what was moved is gone here and new there; what is gone stands before what is new."""
    kept = sorted((m for m in matches if m.old and m.new and not m.moved), key=lambda m: m.old)
    at = new_at = 0
    for match in [*kept, Match((old_count,), (new_count,))]:
        yield from (Match((i,), ()) for i in range(at, match.old[0]))
        yield from (Match((), (j,)) for j in range(new_at, match.new[0]))
        if match.old[0] < old_count:
            yield match
        at, new_at = match.old[-1] + 1, match.new[-1] + 1


def _put(first: Element, made: Sequence[Element], gone: Sequence[Element]) -> None:
    """Put what was *made* in the place of *gone*, the first of which is *first*."""
    for node in made:
        first.addprevious(node)
    for node in gone:
        node.getparent().remove(node)


def _behind(parent: Element, place: Element | None, made: Sequence[Element]) -> None:
    if place is None:
        parent[0:0] = list(made)
        return
    for node in reversed(made):
        place.addnext(node)


def _put_before(parent: Element, rows: Sequence[Element], made: Sequence[Element]) -> None:
    if rows:
        for node in made:
            rows[0].addprevious(node)
    else:
        parent.extend(made)


Names = Mapping[str, str]
