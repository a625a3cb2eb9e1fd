"""How paragraphs look."""

from cqtt.verify.looks import differ, labels
from cqtt.word.reading.archive import open_package
from cqtt.word.reading.paper import Paper, read_paper
from cqtt.word.xml import Element, add, w
from tests.verify.sua import edited, paragraph, quarter, reword

START = "Trong thực thi nhiệm vụ"


def read(data: bytes) -> Paper:
    return read_paper(open_package(data))


def bold(tree: Element) -> None:
    run = next(paragraph(tree, START).iter(w("r")))
    look = run.makeelement(w("rPr"))
    run.insert(0, look)
    add(look, "b")


def left(tree: Element) -> None:
    add(paragraph(tree, START)[0], "jc", val="left")


def differs(*edits: object) -> bool:
    papers = [quarter().base.paper, read(edited(quarter().report, *edits))]  # type: ignore[arg-type]
    one, other = (next(u for u in paper.units if u.key.startswith(START)) for paper in papers)
    return differ(papers[0], one, papers[1], other)


def test_bold_and_alignment_are_looks_and_words_are_none() -> None:
    assert differs(bold)
    assert differs(left)
    assert not differs()
    assert not differs(reword("Trong thực thi nhiệm vụ", "Trong thực thi nhiệm\u00a0vụ"))


def test_the_numbers_of_headings_and_points_are_counted() -> None:
    paper = read(quarter().report)
    found = labels(paper)
    said = {unit.words: found[id(unit)] for unit in paper.units if id(unit) in found}
    assert said["ĐÁNH GIÁ CHUNG"] == "IV."
    assert labels(paper) == found  # they are counted anew each time
    assert said["Ưu điểm"] == "1."
