"""Where each paragraph of the report comes from."""

from cqtt.verify.origins import HEAD, RECIPIENTS, SIGNATURE, origins
from cqtt.word.reading.units import Unit
from cqtt.wording import seen
from tests.verify.sua import ROOT, quarter


def unit(start: str) -> Unit:
    return next(unit for unit in quarter().base.paper.every if seen(unit.words).startswith(start))


def line(start: str, word: str) -> str:
    """The source line of *word* in the paragraph that begins so."""
    found = unit(start)
    position = quarter().base.place(found, found.words.replace("\u00a0", " ").index(word))
    return (ROOT / position.path).read_text(encoding="utf-8").splitlines()[position.line - 1]


def test_every_paragraph_has_its_section() -> None:
    base = quarter().base
    assert base.section(unit("ỦY BAN NHÂN DÂN")) == HEAD
    assert base.section(unit("Các ngày lễ lớn")) == "II.1.2"
    assert base.section(unit("- Phòng Nội vụ")) == RECIPIENTS
    assert base.section(unit("Thân Văn Thuận")) == SIGNATURE
    assert base.section(unit("Phụ lục I")) == base.section(unit("1 | Phường Bích Động")) == "Phụ lục I"
    assert base.section(unit("Yêu cầu bố trí")) == "IV.2"


def test_a_word_has_the_line_on_which_it_was_typed() -> None:
    assert "nghiêm túc Quy chế văn hóa công sở" in line("Trong thực thi", "văn hóa công sở")
    assert "nhiều trường hợp công chức xã làm thay" in line("Kết quả giải quyết dịch vụ công", "làm thay")
    assert "bên trong bộ phận một cửa" in line("Yêu cầu bố trí", "bên trong")
    assert "và cổng vào trụ sở" in line("Yêu cầu bố trí", "trụ sở")


def test_a_figure_has_the_line_that_prints_it() -> None:
    assert "{{ ho_so.tiep_nhan.tong | so }}" in line("Giải quyết TTHC theo cơ chế", "5.007")
    assert line("3 | Phường Nếnh", "447").startswith("Trực tuyến ")


def test_a_document_that_is_cited_has_its_line_in_the_register() -> None:
    assert line("Thực hiện Công văn số 2858", "nâng cao").startswith("    trich_yeu: về nâng cao chất lượng")


def test_words_of_the_data_have_their_line_in_the_data() -> None:
    assert "hỗ trợ nộp hồ sơ trực tuyến tại nhà" in line("UBND xã Hương Mai", "trực tuyến")


def test_figures_know_their_characters() -> None:
    found = unit("Giải quyết TTHC theo cơ chế")
    for printed in quarter().base.origins[id(found)].figures:
        assert found.words[printed.start : printed.end].replace("\u00a0", " ") == printed.text


def test_what_no_file_says_has_no_line() -> None:
    assert quarter().base.place(unit("CỘNG HÒA XÃ HỘI")).path == ""


def test_without_lines_of_the_frame_its_paragraphs_have_none() -> None:
    now = quarter()
    assert now.composed.report is not None
    found = origins(now.base.paper, now.composed.report.document, {})
    assert found[id(unit("Thân Văn Thuận"))].position.path == ""
