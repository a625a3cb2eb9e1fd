"""Ranking the units by one of their figures: who comes first and last, who lies above and below the common level.

What is printed decides: two units whose figures print alike share their place, so that the reader of a table sees
nobody ahead of somebody with the same number. Units without a value have no place.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from cqtt.models.duong_dan import XEP_HANG
from cqtt.models.so_lieu import Loai, SoLieu, Unit


class Ranked(Struct, frozen=True):
    """A figure by which units are ranked, the highest first; with *low_is_best* the lowest."""

    path: str
    low_is_best: bool = False


def thu_hang(figures: Sequence[SoLieu], *, tang_dan: bool = False) -> list[tuple[int, int | None]]:
    """The indexes of *figures* from the highest value down (*tang_dan*: from the lowest up), each with its place.

    Equal texts share a place, and the next one counts them all: 1, 2, 2, 4. Equal values stand in the given order;
    those without a value come last, their place is None.
    """
    known = [i for i, figure in enumerate(figures) if figure.gia_tri is not None]
    order = sorted(known, key=lambda i: figures[i].gia_tri or 0, reverse=not tang_dan)
    placed: list[tuple[int, int | None]] = []
    for _, alike in groupby(order, key=lambda i: figures[i].in_ra):
        place = len(placed) + 1
        placed.extend((i, place) for i in sorted(alike))
    return placed + [(i, None) for i, figure in enumerate(figures) if figure.gia_tri is None]


class XepHang(Struct, frozen=True):
    """What comes of ranking the units in *rows*, which have the figure *ranked* each; there is at least one.

    *chung* is the common level: the rate of all, the average of a count; *noun* is what the units are, *moi* the prefix
    of an operand that every unit has.
    """

    ranked: Ranked
    rows: Sequence[tuple[Unit, SoLieu]]
    chung: SoLieu
    noun: str
    moi: str

    @property
    def goc(self) -> str:
        """The path of the figures: ``xep_hang.<path>.``."""
        return f"{XEP_HANG}.{self.ranked.path}."

    def cac_so(self) -> Iterator[SoLieu]:
        """The figures. Where all print alike nobody is last; without a common level nobody is above or below it."""
        path, ten = self.ranked.path, self.rows[0][1].ten
        about = ten[:1].lower() + ten[1:]
        order = thu_hang([figure for _, figure in self.rows], tang_dan=self.ranked.low_is_best)
        placed = [(i, place) for i, place in order if place is not None]
        first = [i for i, place in placed if place == 1]
        last = [i for i, place in placed if place == placed[-1][1] != 1]
        ends = ("thấp nhất", "cao nhất") if self.ranked.low_is_best else ("cao nhất", "thấp nhất")
        for name, where, end, found in (("dau", "đầu", ends[0], first), ("cuoi", "cuối", ends[1], last)):
            yield self._dem(f"dung_{name}", f"đứng {where} về {about}", f"có {path} {end}", found)
            yield self._muc(f"muc_{name}", f"đơn vị đứng {where}", end, found)
        yield replace(self.chung, duong_dan=f"{self.goc}muc_chung", ten=f"{ten}, mức chung")
        for name, words, sign in (("tren", "cao hơn", 1), ("bang", "bằng", 0), ("duoi", "thấp hơn", -1)):
            found = [i for i, _ in placed if _side(self.rows[i][1], self.chung) == sign]
            formula = f"có {path} {words} {self.goc}muc_chung"
            figure = self._dem(f"{name}_muc_chung", f"có {about} {words} mức chung", formula, found)
            yield figure if self.chung.gia_tri is not None else replace(figure, gia_tri=None)
        nobody = [i for i, place in order if place is None]
        yield self._dem("khong_xep", f"không có {about}", f"không có {path}", nobody)

    def _dem(self, name: str, title: str, formula: str, found: Sequence[int]) -> SoLieu:
        """How many units are *found*, by their place in the rows, and who."""
        units = tuple(self.rows[i][0] for i in sorted(found))
        return SoLieu(
            self.goc + name,
            f"Số {self.noun} {title}",
            Loai.TON,
            len(units),
            cong_thuc=f"số {self.noun} {formula}",
            toan_hang=(self.ranked.path,),
            don_vi=units,
        )

    def _muc(self, name: str, title: str, end: str, found: Sequence[int]) -> SoLieu:
        """What the units *found* print alike; its value is that of the first of them, None where there is none."""
        of = self.rows[found[0]][1] if found else replace(self.rows[0][1], gia_tri=None)
        return replace(
            of,
            duong_dan=self.goc + name,
            ten=f"{of.ten}, {title}",
            loai=Loai.TY_LE,
            cong_thuc=f"{end} trong {self.moi}{self.ranked.path}",
            toan_hang=(of.duong_dan,) if found else (),
        )


def _side(figure: SoLieu, chung: SoLieu) -> int | None:
    """1 where *figure* is above the common level, 0 where it prints as that, -1 below; None without a level."""
    value, level = figure.gia_tri, chung.gia_tri
    if value is None or level is None:
        return None
    return 0 if figure.in_ra == chung.in_ra else 1 if value > level else -1
