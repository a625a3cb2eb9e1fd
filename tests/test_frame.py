"""The official frame from the authority and the period: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3, II.4, II.7, II.9."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from cqtt.aggregate import aggregate
from cqtt.frame import report
from cqtt.markup.nodes import BLANK, Document, Emphasis, Report, Text, Title
from cqtt.models.du_lieu import DuLieu

TITLE = Title((Text("BÁO CÁO"),), ((Text("Kết quả "), Emphasis((Text("xây dựng"),))), (Text("quý I"),)))


@pytest.fixture
def framed(quy_i: DuLieu) -> "Framed":
    return Framed(quy_i)


class Framed:
    """The repository's authority and period, each changed as asked."""

    def __init__(self, data: DuLieu) -> None:
        self.tong_hop = aggregate(data)
        self.don_vi = data.don_vi.gia_tri
        self.bao_cao = data.bao_cao.gia_tri

    def __call__(self, don_vi: dict[str, Any] | None = None, title: Title = TITLE, **bao_cao: object) -> Report:
        made = replace(
            self.tong_hop,
            don_vi=self.don_vi.model_copy(update=don_vi or {}),
            bao_cao=self.bao_cao.model_copy(update=bao_cao),
        )
        return report(Document(title, (), ()), made)

    def signed(self, **nguoi_ky: object) -> tuple[str, ...]:
        """The lines above the signature."""
        blank = {"thay_mat": None, "hinh_thuc": None, "quyen_han": None, "chuc_vu": None}
        signer = self.don_vi.nguoi_ky.model_copy(update=blank | nguoi_ky)
        return self(nguoi_ky=signer).frame.capacity


@pytest.mark.parametrize(
    ("so", "printed"),
    [(5, "Số: 05/BC-UBND"), (10, "Số: 10/BC-UBND"), (1234, "Số: 1234/BC-UBND"), (None, f"Số:{BLANK}/BC-UBND")],
)
def test_a_number_below_10_takes_a_zero_and_none_leaves_room(framed: Framed, so: int | None, printed: str) -> None:
    assert framed(so=so).frame.number == printed


@pytest.mark.parametrize(
    ("ngay", "thang", "printed"),
    [
        (5, 1, "ngày 05 tháng 01 năm 2024"),
        (29, 2, "ngày 29 tháng 02 năm 2024"),
        (6, 3, "ngày 06 tháng 3 năm 2024"),
        (10, 10, "ngày 10 tháng 10 năm 2024"),
        (None, 4, f"ngày{BLANK}tháng 4 năm 2024"),
        (7, None, f"ngày 07 tháng{BLANK}năm 2024"),
        (None, None, f"ngày{BLANK}tháng{BLANK}năm 2024"),
    ],
)
def test_days_below_10_and_january_and_february_take_a_zero(
    framed: Framed, ngay: int | None, thang: int | None, printed: str
) -> None:
    assert framed(ngay=ngay, thang=thang).frame.place_and_date == f"Việt Yên, {printed}"


@pytest.mark.parametrize(
    ("ngay", "thang", "dated"),
    [
        (5, 4, date(2024, 4, 5)),
        (None, 4, date(2024, 4, 1)),
        (31, None, date(2024, 1, 31)),
        (None, None, date(2024, 1, 1)),
    ],
)
def test_the_files_date_is_the_documents_and_never_todays(
    framed: Framed, ngay: int | None, thang: int | None, dated: date
) -> None:
    assert framed(ngay=ngay, thang=thang).date == dated


def test_number_and_date_left_to_the_registry_are_one_blank_each(framed: Framed) -> None:
    frame = framed().frame
    for text in (frame.number, frame.place_and_date):
        assert text.count(BLANK) == 1
        assert "  " not in text


@pytest.mark.parametrize(
    ("nguoi_ky", "lines"),
    [
        ({"chuc_vu": "CHỦ TỊCH"}, ("CHỦ TỊCH",)),
        ({"thay_mat": "ỦY BAN NHÂN DÂN", "chuc_vu": "CHỦ TỊCH"}, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            {"hinh_thuc": "KT.", "quyen_han": "CHỦ TỊCH", "chuc_vu": "PHÓ CHỦ TỊCH"},
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (
            {
                "thay_mat": "ỦY BAN NHÂN DÂN",
                "hinh_thuc": "KT.",
                "quyen_han": "CHỦ TỊCH",
                "chuc_vu": "PHÓ CHỦ TỊCH",
            },
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        ({"hinh_thuc": "Q.", "quyen_han": "CHỦ TỊCH"}, ("Q. CHỦ TỊCH",)),
        (
            {"hinh_thuc": "TL.", "quyen_han": "CHỦ TỊCH", "chuc_vu": "CHÁNH VĂN PHÒNG"},
            ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ),
        ({}, ()),
    ],
)
def test_the_right_to_sign_stands_above_the_office(
    framed: Framed, nguoi_ky: dict[str, object], lines: tuple[str, ...]
) -> None:
    assert framed.signed(**nguoi_ky) == lines


def test_who_signs_this_period_goes_before_who_usually_signs(framed: Framed) -> None:
    other = framed.don_vi.nguoi_ky.model_copy(update={"ho_ten": "Nguyễn Văn A"})
    assert framed().frame.signer == "Thân Văn Thuận"
    assert framed(nguoi_ky=other).frame.signer == "Nguyễn Văn A"
    assert framed(nguoi_ky=other.model_copy(update={"ho_ten": None})).frame.signer == ""


def test_without_addressees_the_recipients_are_those_of_the_list(framed: Framed) -> None:
    frame = framed().frame
    assert frame.addressees == ()
    assert frame.recipients == tuple(framed.don_vi.noi_nhan)


def test_addressees_are_the_first_recipients(framed: Framed) -> None:
    frame = framed({"kinh_gui": ["Tỉnh ủy", "UBND tỉnh"]}).frame
    assert frame.addressees == ("Tỉnh ủy", "UBND tỉnh")
    assert frame.recipients == ("Như trên", *framed.don_vi.noi_nhan)


def test_a_recipient_has_one_semicolon_behind_it(framed: Framed) -> None:
    assert framed({}, noi_nhan=["Phòng Tư pháp;", "Như Điều 3 ; "]).frame.recipients == ("Phòng Tư pháp", "Như Điều 3")


def test_recipients_of_this_period_go_before_the_usual_ones(framed: Framed) -> None:
    frame = framed({"kinh_gui": ["Tỉnh ủy"]}, noi_nhan=["Phòng Tư pháp"]).frame
    assert frame.recipients == ("Như trên", "Phòng Tư pháp")


def test_an_appendix_names_the_document_it_belongs_to(framed: Framed) -> None:
    assert framed(so=5, ngay=6, thang=3).frame.enclosed_with == (
        "(Kèm theo Báo cáo số 05/BC-UBND ngày 06 tháng 3 năm 2024 của Ủy ban nhân dân thị xã Việt Yên)"
    )
    assert framed(so=None, ngay=None, thang=4).frame.enclosed_with == (
        f"(Kèm theo Báo cáo số{BLANK}/BC-UBND ngày{BLANK}tháng 4 năm 2024 của Ủy ban nhân dân thị xã Việt Yên)"
    )


def test_the_letterhead_is_that_of_the_authority(framed: Framed) -> None:
    frame = framed({"co_quan_chu_quan": "UBND TỈNH BẮC GIANG"}).frame
    assert frame.parent_body == "UBND TỈNH BẮC GIANG"
    assert framed().frame.parent_body == ""
    assert frame.issuer == ("ỦY BAN NHÂN DÂN", "THỊ XÃ VIỆT YÊN")
    assert (frame.archive, frame.author) == ("VT", "Ủy ban nhân dân thị xã Việt Yên")


def test_the_name_in_the_properties_is_kind_and_subject_on_one_line(framed: Framed) -> None:
    assert framed().name == "Báo cáo Kết quả xây dựng quý I"
