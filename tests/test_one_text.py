"""One figure has one text: on paper, in the remark, in JSON, in the explanation; of all shipped periods and others."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cqtt import numerals
from cqtt.aggregate import aggregate
from cqtt.aggregate.rollup import roll_up
from cqtt.explanation import Explainer, Explanation
from cqtt.frame import report
from cqtt.markup.occurrences import Occurrence, occurrences
from cqtt.markup.parse import parse
from cqtt.markup.search import places, search, words
from cqtt.models.du_lieu import DuLieu
from cqtt.models.ky import Ky
from cqtt.models.so_lieu import SoLieu
from cqtt.models.tong_hop import TongHop
from cqtt.pipeline.compose import compose
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader
from cqtt.pipeline.review import Review, review
from cqtt.reporter import dumped
from cqtt.template.arguments import USUAL
from tests.nam import YEAR, year
from tests.template.mau import filled

ROOT = Path(__file__).parents[1]
QUICK = ("2024Q2", "2024H1")
PERIODS = [pytest.param(ky, marks=() if ky.ma in QUICK else pytest.mark.slow) for ky in Reader(ROOT).reportable]
"""Every shipped period; of a quarter and of a longer period ``make quick`` looks at one each."""


@pytest.fixture(scope="module", params=PERIODS, ids=lambda ky: ky.ma)
def reviewed(request: pytest.FixtureRequest) -> Review:
    """The review of a shipped period."""
    ky: Ky = request.param
    gathered = gather(Reader(ROOT), ky)
    composed = compose(gathered, ROOT, charts=True)
    assert composed.report is not None
    assert gathered.explainer is not None
    return review(composed.report, gathered.explainer, composed.manuscript, composed.accepted)


def every_place(reviewed: Review) -> Iterator[tuple[Explanation, Occurrence]]:
    return ((explanation, place) for explanation, places in reviewed.figures for place in places)


def test_every_remark_and_every_entry_says_what_the_paper_says(reviewed: Review) -> None:
    remarks = reviewed.remarks()
    by_path = {entry["path"]: entry for entry in json.loads(dumped(reviewed.as_data("x")))["figures"]}
    for explanation, place in every_place(reviewed):
        told, entry = remarks[place.path], by_path[place.path]
        assert place.text in told, place
        assert entry["text"] in told.splitlines()[0]
        assert place.text in [printed["text"] for printed in entry["printed"]]
        if len({printed["text"] for printed in entry["printed"]}) == 1 and not is_list(explanation.figure, place.text):
            assert entry["text"] == place.text


def test_what_is_printed_otherwise_than_usual_is_the_same_number(reviewed: Review) -> None:
    for explanation, place in every_place(reviewed):
        figure = explanation.figure
        if place.text != figure.in_ra and not is_list(figure, place.text):
            claim = numerals.CLAIM.fullmatch(place.text)
            assert (claim and holds(figure, claim)) or numbers(place.text) == numbers(figure.in_ra), place


def is_list(figure: SoLieu, text: str) -> bool:
    """Whether *text* names the communes that *figure* counts."""
    return figure.don_vi is not None and not re.search(r"\d", text)


def holds(figure: SoLieu, claim: re.Match[str]) -> bool:
    assert figure.gia_tri is not None
    assert figure.so_in is not None
    return numerals.claim_holds(claim["word"], claim["number"], Decimal(figure.gia_tri), figure.so_in)


def numbers(text: str) -> list[Decimal]:
    return [word.value for word in words(text) if word.value is not None]


def test_every_figure_stands_where_it_is_said_to_stand(reviewed: Review) -> None:
    for _, place in every_place(reviewed):
        assert place.sentence[place.at :].startswith(place.text), place


def test_whatever_stands_in_a_sentence_is_found_as_people_type_it(reviewed: Review) -> None:
    """As printed; with the words behind it; and typed plainly, 5323 and 98.7 %."""
    every = [place for _, place in every_place(reviewed)]
    paper = list(places(every))
    for place in [place for place in every if not place.section.startswith("Phụ lục")]:
        behind = " ".join(place.sentence[place.at :].split(" ")[: place.text.count(" ") + 3])
        plainly = place.text.replace(".", "").replace(",", ".").replace("%", " %")
        for asked in (place.text, behind, plainly if numbers(place.text) else place.text):
            assert any(place.path in {found.path for found in kind} for kind in search(asked, paper)), asked


def test_every_share_is_told_as_the_communes_own_figure_is_printed(reviewed: Review) -> None:
    """Of a longer period several shares make up what is printed of a count, and none of a rate."""
    on_paper = {place.path: place.text for _, place in every_place(reviewed)}
    for operand in (operand for explanation, _ in reviewed.figures for operand in explanation.operands):
        if operand.reporting and len(operand.shares) == operand.reporting.of:
            for share in operand.shares:
                path = share.figure.duong_dan
                assert share.figure.in_ra == on_paper.get(path, share.figure.in_ra), path


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 2**32), communes=st.integers(1, 4), rolled=st.booleans())
def test_random_figures_are_told_as_they_are_printed(seed: int, communes: int, rolled: bool) -> None:
    made = year(seed, communes)
    first, data = made.data[0], roll_up(YEAR, made.data, None) if rolled else made.data[1]
    tong_hop = replace(aggregate(data), ky_truoc=aggregate(first), cung_ky=aggregate(first))
    explainer = of(data, tong_hop, {"ky_truoc": of(first, aggregate(first)), "cung_ky": of(first, aggregate(first))})
    body = "\n\n".join(printing(figure) for figure in tong_hop.tat_ca())
    manuscript = filled(tong_hop, data.bao_cao.nguon, body)
    document, problems = parse(manuscript)
    assert (document is not None, problems) == (True, [])
    assert document is not None
    told = review(report(document, tong_hop), explainer)
    every = list(occurrences(document))
    assert {place.path for place in every} >= {figure.duong_dan for figure in tong_hop.tat_ca()}
    remarks = told.remarks()
    entries = {entry["path"]: entry for entry in json.loads(dumped(told.as_data("x")))["figures"]}
    for place in every:
        figure = explainer.figure(place.path)
        assert figure is not None
        assert (place.text, place.text) == (figure.in_ra, entries[place.path]["text"])
        assert remarks[place.path].startswith(f"{figure.ten}: {place.text} ({place.path})")


def of(data: DuLieu, tong_hop: TongHop, others: dict[str, Explainer] | None = None) -> Explainer:
    return Explainer(tong_hop, data.bao_cao.nguon, data.cac_ky, others)


def printing(figure: SoLieu) -> str:
    """A paragraph that prints *figure*, and its changes where it is the authority's."""
    head, _, rest = figure.duong_dan.partition(".")
    ma, _, inner = rest.partition(".")
    if head == "xa_phuong":
        return f"{{{{ xa_phuong['{ma}'].{inner} | {USUAL[figure.don_vi_tinh]} }}}} a"
    changes = "".join(f" b {{{{ {figure.duong_dan} | so_voi_{ten} }}}}" for ten in ("ky_truoc", "cung_ky"))
    return f"{{{{ {figure.duong_dan} | {USUAL[figure.don_vi_tinh]} }}}} a{changes}"
