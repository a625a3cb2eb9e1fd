"""A document is cited in full once, in the order of the text."""

from cqtt.models.vien_dan import VanBanVienDan
from cqtt.template.citations import Citations, Cited

FIRST, SECOND = (
    VanBanVienDan(ma=ma, loai="Kế hoạch", so=so, ky_hieu="KH-UBND", ngay="06/3/2024", co_quan="UBND thị xã")
    for ma, so in (("a", 5), ("b", 12))
)


def test_only_the_first_citation_is_in_full() -> None:
    citations = Citations()
    told = [citations.cite(document, co_quan=True) for document in (FIRST, SECOND, FIRST)]
    assert told == [
        "Kế hoạch số 05/KH-UBND ngày 06/3/2024 của UBND thị xã",
        "Kế hoạch số 12/KH-UBND ngày 06/3/2024 của UBND thị xã",
        "Kế hoạch số 05/KH-UBND",
    ]


def test_a_citation_without_its_issuer_is_a_first_one_too() -> None:
    citations = Citations()
    assert citations.cite(FIRST, co_quan=False) == "Kế hoạch số 05/KH-UBND ngày 06/3/2024"
    assert citations.cite(FIRST, co_quan=True) == "Kế hoạch số 05/KH-UBND"


def test_a_document_has_the_path_by_which_templates_name_it() -> None:
    assert Cited(FIRST).path == "van_ban.a"
