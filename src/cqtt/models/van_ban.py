"""The two kinds of text in the data: plain words that are printed as typed, and prose that may use figures."""

from typing import Annotated

from pydantic import StringConstraints


class ChuThuong:
    """Marks a field of free text: what follows a ``#`` on its line was probably meant as text."""


class CoSoLieu:
    """Marks a field of prose: template text of the authority, where ``{{ so_don_vi | so }}`` is a figure."""


_MOT_DONG = r"^[^\n\r]+$"

MotDong = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000, pattern=_MOT_DONG),
    ChuThuong(),
]
"""Plain text on one line, printed exactly as typed."""

TenGoi = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=_MOT_DONG), ChuThuong()
]
"""A name: ``MotDong`` that prose may print a thousand times over, and so no longer than names are."""

VanXuoi = Annotated[str, StringConstraints(min_length=1, max_length=50_000, pattern=r"\S"), CoSoLieu()]
"""Prose: CommonMark with Jinja figures; trusted, since the authority itself writes it."""
