"""Comments of people."""

import io

from docx import Document

from cqtt.verify.judge import judge
from cqtt.verify.verdict import Comment
from cqtt.word.reading.archive import open_package
from cqtt.word.reading.paper import read_paper
from tests.verify.sua import quarter


def commented(author: str) -> list[Comment]:
    document = Document(io.BytesIO(quarter().report))
    p = next(p for p in document.paragraphs if p.text.startswith("Các ngày lễ lớn"))
    document.add_comment(runs=p.runs[:1], text="Xem lại\ncâu này", author=author)
    buffer = io.BytesIO()
    document.save(buffer)
    verdict = judge(quarter().base, read_paper(open_package(buffer.getvalue())))
    assert verdict.agrees
    return verdict.comments


def test_a_comment_is_told_with_its_author_and_its_place() -> None:
    (comment,) = commented("Phó Chủ tịch")
    assert (comment.author, comment.text, comment.section) == ("Phó Chủ tịch", "Xem lại câu này", "II.1.2")
    assert comment.words.startswith("Các ngày lễ lớn, Chủ tịch UBND")


def test_our_own_comments_are_left_out() -> None:
    assert commented("cqtt") == []
