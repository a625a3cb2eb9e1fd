"""A paragraph in pieces that can be compared and written again."""

from lxml import etree

from cqtt.verify.redline.atoms import END, Atom, atoms, said, same
from cqtt.word.revisions import AUTHOR
from cqtt.word.xml import Element, w

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def p(inner: str) -> Element:
    return etree.fromstring(f"<w:p {W}>{inner}</w:p>")


def read(inner: str, notes: dict[str, str] | None = None) -> list[Atom]:
    return atoms(p(inner), notes or {})


def test_every_letter_and_blank_is_in_an_atom_and_the_last_is_the_end() -> None:
    found = read("<w:r><w:t>5.007 hồ sơ, “đạt”.</w:t><w:tab/><w:br/></w:r>")
    assert "".join(atom.words for atom in found) == "5.007 hồ sơ, “đạt”.\t\n"
    assert [atom.key for atom in found][:2] == ["5.007", " "]
    assert found[-1].key == END


def test_letters_in_another_form_and_bound_blanks_are_the_same_words() -> None:
    assert same("số\u00a0e\u0302\u0301") == same("số ế")
    assert same("“a”") != same('"a"')
    assert same("Nhân") != same("nhân")


def test_what_has_no_words_stands_before_the_next_word() -> None:
    first, end = read('<w:bookmarkStart w:id="1"/><w:r><w:t>a</w:t></w:r><w:bookmarkEnd w:id="1"/>')
    assert [node.tag for node in first.before] == [w("bookmarkStart")]
    assert [node.tag for node in end.before] == [w("bookmarkEnd")]


def test_links_and_authors_are_kept() -> None:
    found = read(f'<w:hyperlink><w:r {AUTHOR}="Lê B"><w:t>a</w:t></w:r></w:hyperlink>')[0]
    assert found.around is not None
    assert (found.around.tag, found.author) == (w("hyperlink"), "Lê B")


def test_a_footnote_is_compared_by_its_name() -> None:
    mark = '<w:r><w:footnoteReference w:id="4"/></w:r>'
    assert read(mark, {"4": "2"})[0].key == read(mark.replace('"4"', '"2"'))[0].key
    assert read(mark)[0].note == "4"


def test_a_field_is_kept_and_says_what_it_shows() -> None:
    begin, asked = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:instrText>REF a</w:instrText></w:r>"
    assert [len(atom.before) for atom in read(f"{begin}{asked}<w:r><w:t>I</w:t></w:r>")] == [2, 0]


def test_words_by_which_paragraphs_are_aligned() -> None:
    assert said([p("<w:r><w:t>a\u00a0b</w:t></w:r>"), p("<w:r><w:t>c</w:t></w:r>")]) == "a b c"
