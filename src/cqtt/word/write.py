"""The Word writer: a report's tree in, the bytes of a .docx out."""

from collections.abc import Mapping
from datetime import UTC, datetime, time

from docx.document import Document

from cqtt.fingerprint import PLACE
from cqtt.markup.nodes import Chart, Report
from cqtt.word import official
from cqtt.word.anchors import Anchors, period_name
from cqtt.word.blocks import BlockWriter
from cqtt.word.charts import ChartWriter
from cqtt.word.comments import Commenter
from cqtt.word.footnotes import RELATIONSHIP, FootnotesPart
from cqtt.word.inlines import InlineWriter
from cqtt.word.numbering import Numbering
from cqtt.word.package import open_base, to_bytes
from cqtt.word.sections import appendix_section, body_section, text_height, text_width
from cqtt.word.xml import Element, w

MAX_PROPERTY = 255
"""Characters that Office keeps of a property."""


def write(report: Report, remarks: Mapping[str, str] | None = None) -> bytes:
    """The finished .docx. The same report gives the same bytes.

    With *remarks*, by figure path, the review copy: the same document with a Word comment on each figure.
    """
    document = open_base()
    _properties(document, report)
    commenter = Commenter(remarks, _dated(report)) if remarks else None
    aside = _body(document, report, commenter)
    if commenter:
        commenter.put(document, aside)
    return to_bytes(document, aside)


def _properties(document: Document, report: Report) -> None:
    """Title, author and date in the file's properties (ECMA-376-2, clause 11): for archives and screen readers."""
    core = document.core_properties
    core.title = report.name[:MAX_PROPERTY]
    core.author = core.last_modified_by = report.frame.author[:MAX_PROPERTY]
    core.language = "vi-VN"
    core.identifier = PLACE
    core.created = core.modified = _dated(report).replace(tzinfo=None)
    core.revision = 1


def _dated(report: Report) -> datetime:
    return datetime.combine(report.date, time(), UTC)


def _body(document: Document, report: Report, commenter: Commenter | None) -> list[bytes]:
    """Write the body; returns the rows of its tables, for ``to_bytes``."""
    body = document.element.body
    last = body[-1]
    body.remove(last)
    notes = document.part.part_related_by(RELATIONSHIP)
    assert isinstance(notes, FootnotesPart)
    inlines = InlineWriter(document.part, notes, commenter)
    numbering = Numbering(document.part.numbering_part.element)
    charts = ChartWriter(document.part, _dated(report))
    width = text_width(landscape=False)

    official.letterhead(body, report.frame, width)
    official.title(body, report.document.title, report.frame, inlines, width)
    official.draft_note(body, report.frame)
    aside: list[bytes] = []
    blocks = BlockWriter(body, inlines, numbering, charts, aside, width, text_height(landscape=False))
    for block in report.document.blocks:
        blocks.write(block)
    official.keep_with_next(body)
    official.closing(body, report.frame, width)
    section = body_section(last)
    for appendix in report.document.appendices:
        official.section_break(body, section)
        section = appendix_section(last, landscape=appendix.landscape)
        official.appendix_head(body, appendix, report.frame, inlines)
        turned = appendix.landscape
        page = text_width(landscape=turned), text_height(landscape=turned)
        inner = BlockWriter(body, inlines, numbering, charts, aside, *page, appendix=True)
        for block in appendix.blocks:
            inner.write(block)
    official.end(body, section)
    _anchor(inlines.anchors, body, report)
    return aside


def _anchor(anchors: Anchors, body: Element, report: Report) -> None:
    """Give each paragraph its bookmark, and the document's kind the one that says of which period it is."""
    anchors.set(body)
    if report.period:
        charts = any(isinstance(block, Chart) for appendix in report.document.appendices for block in appendix.blocks)
        kind = next(style for style in body.iter(w("pStyle")) if style.get(w("val")) == "Title")
        anchors.put(kind.getparent().getparent(), period_name(report.period, charts=charts))
