"""Some paragraphs revised to others: the runs of the old ones, with what is taken out and what is put in."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from itertools import groupby

from msgspec import Struct, field

from cqtt.verify.redline.atoms import END, Atom, atoms
from cqtt.verify.redline.runs import joined, mixed
from cqtt.word.revisions import Reviser, written
from cqtt.word.xml import Element, add, element, w


class Region(Struct):
    """Revises paragraphs. *notes* and *new_notes* are the footnotes of both files; *twins* gives the id of the old
    footnote that a new one came from, *names* the footnotes that the old file has.
    """

    reviser: Reviser
    notes: Element | None
    new_notes: Element | None
    twins: Mapping[str, str]
    names: Mapping[str, str]
    _revised: set[str] = field(default_factory=set)

    def revised(self, olds: Sequence[Element], news: Sequence[Element], like: Element | None = None) -> list[Element]:
        """The paragraphs *olds* with tracked changes to *news*; where there are none, new ones look *like* that."""
        before = [atom for p in olds for atom in atoms(p, self.names)]
        after = [atom for p in news for atom in atoms(p, self.twins)]
        out = _Paragraphs(self, olds, like)
        shared = 1 if before and after else 0
        keys, new_keys = ([atom.key for atom in some[: len(some) - shared]] for some in (before, after))
        for equal, i, last, j, new_last in _steps(keys, new_keys):
            if equal:
                for atom, twin in zip(before[i:last], after[j:new_last], strict=True):
                    out.keep(atom, twin)
            else:
                out.take(before[i:last])
                out.give(after[j:new_last])
        if shared:
            out.keep(before[-1], after[-1])
        return out.done

    def revise_note(self, number: str, new: str) -> None:
        """Revise the old footnote *number* to the words of the *new* one."""
        note, twin = _note(self.notes, number), _note(self.new_notes, new)
        if note is not None and twin is not None and number not in self._revised:
            self._revised.add(number)
            self._rewrite(note, self.revised(list(note.iter(w("p"))), list(twin.iter(w("p")))))

    def take_note(self, number: str) -> None:
        """Take away all that the old footnote *number* says."""
        note = _note(self.notes, number)
        if note is not None:
            made = self.revised(list(note.iter(w("p"))), [])
            for mark in made[-1].iterfind(f"{w('pPr')}/{w('rPr')}"):  # a footnote ends in a paragraph
                mark.getparent().remove(mark)
            self._rewrite(note, made)

    def new_note(self, number: str) -> str:
        """A new footnote with the words of the new file's *number*; its id."""
        assert self.notes is not None
        free = str(1 + max((int(note.get(w("id"), "0")) for note in self.notes), default=0))
        made = add(self.notes, "footnote", id=free)
        twin = _note(self.new_notes, number)
        style = next((p.find(w("pPr")) for p in self.notes.iter(w("p")) if _is_note(p)), None)
        paragraphs = [] if twin is None else list(twin.iter(w("p")))
        made.extend(self.revised([], paragraphs, style) or [element("p")])
        for mark in made[-1].iterfind(f"{w('pPr')}/{w('rPr')}"):
            mark.getparent().remove(mark)
        run = element("r")
        add(add(run, "rPr"), "vertAlign", val="superscript")
        add(run, "footnoteRef")
        made[0].insert(1 if made[0].find(w("pPr")) is not None else 0, run)
        return free

    def _rewrite(self, note: Element, made: Iterable[Element]) -> None:
        for node in list(note):
            note.remove(node)
        note.extend(made)


def _is_note(p: Element) -> bool:
    return p.getparent().get(w("type")) is None


def _note(part: Element | None, number: str) -> Element | None:
    if part is None:
        return None
    return next((note for note in part.iterchildren(w("footnote")) if note.get(w("id")) == number), None)


class _Paragraphs(Struct):
    """The paragraphs as they come to be: runs until an end, kept, put in or taken away."""

    region: Region
    olds: Sequence[Element]
    like: Element | None
    done: list[Element] = field(default_factory=list)
    _runs: list[tuple[Element, Element | None]] = field(default_factory=list)
    """Elements, each with the link or field around it."""
    _look: Element | None = None

    def keep(self, atom: Atom, twin: Atom) -> None:
        """What both texts say."""
        self._before(atom)
        if atom.key == END:
            self._close(atom.run)
        elif atom.run is not None:
            if atom.note:
                self.region.revise_note(atom.note, twin.note)
            self._runs.append((atom.run, atom.around))
        else:
            self._say(atom.words, atom.look, atom.around)

    def take(self, some: Sequence[Atom]) -> None:
        """What only the old text says."""
        for atom in some:
            self._before(atom)
            if atom.key == END:
                self._close(atom.run, "" if _ends_section(atom.run) else "del")
                continue
            if atom.note:
                self.region.take_note(atom.note)
            run = atom.run if atom.run is not None else written(atom.words, atom.look, deleted=True)
            self._look = atom.look if atom.look is not None else self._look
            self._track("del", run, atom.around, "")

    def give(self, some: Sequence[Atom]) -> None:
        """What only the new text says."""
        for atom in some:
            if atom.key == END:
                self._close(self.like if self.like is not None else _first(self.olds), "ins")
            elif atom.note and self.region.notes is not None:
                run = element("r")
                add(add(run, "rPr"), "vertAlign", val="superscript")
                add(run, "footnoteReference", id=self.region.new_note(atom.note))
                self._track("ins", run, None, atom.author)
            elif atom.words:
                self._track("ins", written(atom.words, mixed(self._look, atom.look), deleted=False), None, atom.author)

    def _before(self, atom: Atom) -> None:
        self._runs.extend((node, None) for node in atom.before)

    def _say(self, words: str, look: Element | None, around: Element | None) -> None:
        """*words* as they were; joined to the run before, if it looks the same."""
        self._look = look
        self._runs.append((written(words, look, deleted=False), around))

    def _track(self, name: str, run: Element, around: Element | None, author: str) -> None:
        change = self.region.reviser.change(name, author)
        change.append(run)
        self._runs.append((change, around))

    def _close(self, properties: Element | None, change: str = "") -> None:
        """End a paragraph with *properties*; its end is put in or taken away if *change* says so."""
        p = element("p")
        own = deepcopy(properties) if properties is not None else None
        if own is not None:
            p.append(own)
        if change == "ins" and own is not None:
            for other in [*own.findall(w("sectPr")), *own.findall(w("rPr"))]:  # of the paragraph it is made like
                own.remove(other)
        if change:
            if own is None:
                own = add(p, "pPr")
            self.region.reviser.end(own, change)
        for around, some in groupby(joined(self._runs), key=lambda pair: pair[1]):
            parent = p
            if around is not None:
                parent = add(p, "r")
                parent.tag = around.tag
                parent.attrib.update(around.attrib)
            parent.extend(node for node, _ in some)
        self._runs = []
        self.done.append(p)


def _steps(old: Sequence[str], new: Sequence[str]) -> list[tuple[bool, int, int, int, int]]:
    """What is equal and what is not, in order; words with only a blank between them are changed in one go."""
    out: list[tuple[bool, int, int, int, int]] = []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (tag, i, last, j, new_last) in enumerate(steps):
        inner = 0 < number < len(steps) - 1
        equal = tag == "equal" and not (inner and not "".join(old[i:last]).strip() and END not in old[i:last])
        if out and not equal and not out[-1][0]:
            out[-1] = (False, out[-1][1], last, out[-1][3], new_last)
        else:
            out.append((equal, i, last, j, new_last))
    return out


def _first(olds: Sequence[Element]) -> Element | None:
    return olds[0].find(w("pPr")) if olds else None


def _ends_section(properties: Element | None) -> bool:
    return properties is not None and properties.find(w("sectPr")) is not None
