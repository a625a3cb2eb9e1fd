"""A file beside the data: each edit is named with its kind, its section and its source line, and nothing else is."""

import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqtt.verify.judge import judge
from cqtt.verify.looks import labels
from cqtt.verify.verdict import Kind, Reason, Verdict
from cqtt.word.reading.archive import open_package
from cqtt.word.reading.paper import read_paper
from cqtt.word.xml import Element, w
from cqtt.wording import seen
from tests.verify.sua import (
    NOTES,
    ROOT,
    Edit,
    edited,
    insert,
    join,
    move,
    paragraph,
    quarter,
    remove,
    reword,
    say,
    split,
    track,
    track_remove,
    without_anchors,
    words,
)

TEMPLATE, PERIOD, AUTHORITY = "templates/bao_cao.docx.j2", "data/2024Q1/bao_cao.yaml", "data/don_vi.yaml"


def verdict(*edits: Edit, part: str = "word/document.xml") -> Verdict:
    return of(edited(quarter().report, *edits, part=part))


def of(data: bytes) -> Verdict:
    return judge(quarter().base, read_paper(open_package(data)))


def line_of(path: str, text: str) -> tuple[str, int]:
    """The file and the only line of it that says *text*."""
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    (found,) = [number for number, line in enumerate(lines, start=1) if text in line]
    return path, found


def told(found: Verdict) -> list[tuple[Kind, str, tuple[str, int]]]:
    return [(c.kind, c.section, (c.position.path, c.position.line)) for c in found.changes]


EDITS = [
    pytest.param(
        reword("nhiệm vụ trọng tâm", "việc trọng tâm"),
        [(Kind.CHANGED, "I.1.2", line_of(TEMPLATE, "Xác định xây dựng “Chính quyền thân thiện” là một"))],
        id="a word of the template",
    ),
    pytest.param(
        reword("công chức xã làm thay", "cán bộ xã làm thay"),
        [(Kind.CHANGED, "IV.2", line_of(PERIOD, "nhiều trường hợp công chức xã làm thay"))],
        id="a word of folded prose",
    ),
    pytest.param(
        reword("CÁCH LÀM HAY", "CÁCH LÀM MỚI"),
        [(Kind.CHANGED, "III", line_of(TEMPLATE, "# MỘT SỐ CÁCH LÀM HAY"))],
        id="a heading",
    ),
    pytest.param(
        remove("Chỉ đạo, xây dựng hình ảnh"),
        [(Kind.REMOVED, "II.3.2", line_of(TEMPLATE, "Chỉ đạo, xây dựng hình ảnh"))],
        id="a paragraph gone",
    ),
    pytest.param(
        insert("Các ngày lễ lớn", "Một đoạn hoàn toàn mới."),
        [(Kind.ADDED, "II.1.2", line_of(TEMPLATE, "Qua đây, góp phần củng cố niềm tin"))],
        id="a paragraph more",
    ),
    pytest.param(
        move("Lắp đặt hòm thư góp ý", "UBND các xã, phường đã triển khai thực hiện niêm yết"),
        [(Kind.MOVED, "II.1.1", line_of(TEMPLATE, "Lắp đặt hòm thư góp ý"))],
        id="a paragraph moved",
    ),
    pytest.param(
        split("Bố trí phòng làm việc", "bố trí trang thiết bị máy tính"),
        [(Kind.CHANGED, "II.2.1", line_of(TEMPLATE, "Bố trí phòng làm việc của Bộ phận tiếp nhận"))],
        id="a paragraph divided",
    ),
    pytest.param(
        join("Xây dựng lắp đặt mới"),
        [(Kind.CHANGED, "II.2.1", line_of(TEMPLATE, "Xây dựng lắp đặt mới, thay thế"))],
        id="two paragraphs joined",
    ),
    pytest.param(
        reword("Phòng Nội vụ", "Phòng Nội vụ thị xã"),
        [(Kind.CHANGED, "Nơi nhận", line_of(AUTHORITY, "- Phòng Nội vụ"))],
        id="a recipient",
    ),
    pytest.param(
        reword("Thân Văn Thuận", "Nguyễn Văn An"),
        [(Kind.CHANGED, "Chữ ký", line_of(AUTHORITY, "ho_ten: Thân Văn Thuận"))],
        id="the signer",
    ),
    pytest.param(
        reword("Ban Thường vụ Tỉnh ủy về nâng cao", "Ban Thường vụ Tỉnh ủy về việc nâng cao"),
        [
            (
                Kind.CHANGED,
                "I.1.1",
                line_of(PERIOD, "trich_yeu: về nâng cao chất lượng chính quyền"),
            )
        ],
        id="a document that is cited",
    ),
]


@pytest.mark.parametrize("anchored", [True, False], ids=["anchored", "without anchors"])
@pytest.mark.parametrize(("edit", "found"), EDITS)
def test_each_edit_is_named_with_its_section_and_its_line(
    edit: Edit, found: list[tuple[Kind, str, tuple[str, int]]], anchored: bool
) -> None:
    made = verdict(edit, *([] if anchored else [without_anchors]))
    assert (told(made), made.figures, made.formatting) == (found, [], 0)
    assert [change.reason for change in made.changes] == [Reason.EDITED if anchored else None]
    assert not made.agrees


def test_a_figure_in_a_sentence_is_told_with_what_the_data_say() -> None:
    (figure,) = verdict(reword("nhận 5.007 hồ sơ", "nhận 5.051 hồ sơ")).figures
    assert (figure.path, figure.printed, figure.data) == ("ho_so.tiep_nhan.tong", "5.051", "5.007")
    assert (figure.section, figure.reason, figure.written) == ("II.1.1", Reason.EDITED, None)
    assert (figure.position.path, figure.position.line) == line_of(
        TEMPLATE, "Bộ phận Một cửa cấp xã nhận {{ ho_so.tiep_nhan.tong | so }} hồ sơ"
    )


def test_a_figure_in_a_table_is_told_with_its_column_and_the_line_of_its_value() -> None:
    def edit(tree: Element) -> None:
        row = paragraph(tree, "Phường Nếnh").getparent().getparent()
        say(list(row.iter(w("p")))[3], "999")

    made = verdict(edit)
    (figure,) = made.figures
    assert (figure.path, figure.printed, figure.data) == ("xa_phuong.nenh.ho_so.tiep_nhan.truc_tuyen", "999", "447")
    assert figure.section == "Phụ lục I"
    assert figure.position.text.startswith("Trực tuyến ")
    assert figure.written is not None
    assert figure.written.text.strip() == "truc_tuyen: 447"
    assert not made.changes


def test_a_footnote_is_told_at_its_own_line() -> None:
    made = verdict(reword("bên ngoài", "phía ngoài"), part=NOTES)
    assert told(made) == [
        (Kind.CHANGED, "IV.2", line_of(PERIOD, "[^bo_tri]: Yêu cầu bố trí, lắp đặt khẩu hiệu bên trong")),
    ]


def test_number_date_and_what_a_signature_prints_make_no_difference() -> None:
    def edit(tree: Element) -> None:
        say(paragraph(tree, "Số:"), "Số: 15/BC-UBND")
        say(paragraph(tree, "Việt Yên, ngày"), "Việt Yên, ngày 05 tháng 4 năm 2024")
        say(paragraph(tree, "(Kèm theo"), words(paragraph(tree, "(Kèm theo")).replace("số", "số 15", 1))
        insert("PHÓ CHỦ TỊCH", "Ký bởi: Ủy ban nhân dân thị xã Việt Yên")(tree)

    assert verdict(edit).agrees
    assert not verdict(reword("/BC-UBND", "/KH-UBND")).agrees


def test_what_programs_change_by_themselves_makes_no_difference() -> None:
    def edit(tree: Element) -> None:
        for node in tree.iter(w("t")):
            text = (node.text or "").replace("“", '"').replace("”", '"').replace("\u00a0", " ").replace("...", "…")
            node.text = unicodedata.normalize("NFD", text)

    made = verdict(edit)
    assert made.agrees
    assert made.formatting == 0


def test_a_file_whose_lists_became_typed_numbers_and_whose_styles_are_lost_says_the_same() -> None:
    """As some programs on the web leave it: no anchors, no styles, ``I.`` and ``1.1.`` as words."""
    base = quarter().base.paper
    numbers = labels(base)
    typed = {unit.key: numbers[id(unit)] for unit in base.units if id(unit) in numbers}

    def edit(tree: Element) -> None:
        without_anchors(tree)
        for p in tree.iter(w("p")):
            style = p.find(f"{w('pPr')}/{w('pStyle')}")
            if style is not None:
                style.getparent().remove(style)
            if (number := typed.get(seen(words(p)))) is not None:
                first = next(p.iter(w("t")))
                first.text = f"{number} {first.text}"
                for listed in list(p.iter(w("numPr"))):
                    listed.getparent().remove(listed)

    assert verdict(edit).agrees


def test_looks_are_counted_apart() -> None:
    def edit(tree: Element) -> None:
        for start in ("Trong thực thi nhiệm vụ", "Các ngày lễ lớn"):
            run = next(paragraph(tree, start).iter(w("r")))
            look = run.makeelement(w("rPr"))
            look.append(run.makeelement(w("b")))
            run.insert(0, look)

    made = verdict(edit)
    assert made.agrees
    assert made.formatting == 2


def test_tracked_changes_are_read_with_their_authors() -> None:
    made = verdict(
        track("Chỉ đạo thực hiện nghiêm việc số hóa", "nghiêm việc", "nghiêm túc việc", "Lê Thị B"),
        track("Giải quyết TTHC theo cơ chế", "4.713", "4.731", "Trần Văn C"),
        track_remove("Các ngày lễ lớn", "Lê Thị B"),
    )
    assert [(c.kind, c.author) for c in made.changes] == [(Kind.CHANGED, "Lê Thị B"), (Kind.REMOVED, "Lê Thị B")]
    assert [(f.printed, f.author) for f in made.figures] == [("4.731", "Trần Văn C")]
    assert made.formatting == 0


def test_a_file_as_it_was_built_agrees_with_or_without_its_anchors() -> None:
    for edits in ((), (without_anchors,)):
        made = verdict(*edits)
        assert (made.agrees, made.formatting, made.comments) == (True, 0, [])
        assert made.anchored == (not edits)


PLACES = ["Xác định xây dựng", "Trong thực thi", "Các ngày lễ lớn", "Về cơ bản đội ngũ cán bộ lãnh đạo"]
SPARE = ["ngựa vằn", "hươu cao cổ", "đà điểu"]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(PLACES), unique=True, min_size=1), st.integers(0, 10**6), st.booleans())
def test_random_edits_are_named_at_their_paragraphs_and_no_others(places: list[str], seed: int, anchored: bool) -> None:
    chance = random.Random(seed)

    def edit(tree: Element) -> None:
        for place in places:
            p = paragraph(tree, place)
            said = words(p).replace("\u00a0", " ").split(" ")
            said[chance.randrange(5, len(said))] = chance.choice(SPARE)
            say(p, " ".join(said))

    made = verdict(edit, *([] if anchored else [without_anchors]))
    assert len(made.changes) + len(made.figures) == len(places)
    assert all(any(word in change.new for word in SPARE) for change in made.changes)
