"""From where on a figure is hardly possible: the bounds of the plausibility warnings, which an authority may set."""

from typing import Annotated

from pydantic import Field

from cqtt.models.ban_ghi import MoHinh

Lan = Annotated[int, Field(ge=2, le=1_000)]
Diem = Annotated[int, Field(ge=1, le=100)]


class Nguong(MoHinh):
    """The bounds; what is not given is the report's own (``ReportType.bounds``)."""

    gap_ky_truoc: Lan | None = Field(
        default=None,
        title="Số gấp bấy nhiêu lần kỳ trước, hoặc ngược lại, thì cảnh báo",
        description="Mã KY12.",
    )
    gap_don_vi_giua: Lan | None = Field(
        default=None, title="Số phát sinh gấp bấy nhiêu lần đơn vị ở giữa thì cảnh báo", description="Mã XA04."
    )
    chenh_toi_thieu: Annotated[int, Field(ge=1, le=1_000_000)] | None = Field(
        default=None,
        title="Hai số chênh nhau ít hơn thế thì không xét",
        description="Mã KY12, XA04: số nhỏ gấp nhiều lần vẫn là chuyện thường.",
    )
    diem_ky_truoc: Diem | None = Field(
        default=None, title="Tỷ lệ đổi bấy nhiêu điểm phần trăm so với kỳ trước thì cảnh báo", description="Mã KY13."
    )
    diem_don_vi_giua: Diem | None = Field(
        default=None, title="Tỷ lệ khác đơn vị ở giữa bấy nhiêu điểm phần trăm thì cảnh báo", description="Mã XA05."
    )
    mau_toi_thieu: Annotated[int, Field(ge=1, le=1_000_000)] | None = Field(
        default=None, title="Tỷ lệ trên ít hồ sơ hơn thế thì không xét", description="Mã KY13, XA05."
    )
    so_trung: Annotated[int, Field(ge=1, le=1_000)] | None = Field(
        default=None, title="Bấy nhiêu số lớn trùng với kỳ trước thì cảnh báo", description="Mã KY02."
    )
    phan_giong: Diem | None = Field(
        default=None,
        title="Từ bấy nhiêu phần trăm giống hệt thì cảnh báo",
        description="Mã XA01: số lớn của hai đơn vị; KY10: số đoạn văn xuôi của hai kỳ.",
    )

    def tren(self, chung: "Nguong") -> "Dat":
        """These bounds, and those of *chung*, which has all, where there is none."""
        both = {name: getattr(self, name) or getattr(chung, name) for name in type(self).model_fields}
        return Dat.model_construct(**both)


class Dat(Nguong):
    """Bounds of which each is given."""

    gap_ky_truoc: int
    gap_don_vi_giua: int
    chenh_toi_thieu: int
    diem_ky_truoc: int
    diem_don_vi_giua: int
    mau_toi_thieu: int
    so_trung: int
    phan_giong: int


CHUNG = Nguong.model_construct(  # known to be right: no schema is built for it at each start
    gap_ky_truoc=5,
    gap_don_vi_giua=10,
    chenh_toi_thieu=50,
    diem_ky_truoc=40,
    diem_don_vi_giua=40,
    mau_toi_thieu=30,
    so_trung=3,
    phan_giong=50,
)
"""The bounds of a report that names none."""
