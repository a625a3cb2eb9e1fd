"""A warning that somebody has checked and acknowledged, with the reason in writing."""

from pydantic import Field

from cqtt.models.ban_ghi import MoHinh
from cqtt.models.van_ban import MotDong


class ChapNhan(MoHinh):
    """One acknowledgement. It holds for the warnings of that code in its own file, at *tai* where that is given."""

    ma: str = Field(title="Mã cảnh báo", description="Ví dụ TB01.", pattern=r"^[A-Z]+[0-9]{2}$")
    tai: MotDong | None = Field(
        default=None,
        title="Tại khóa nào",
        description="Đường dẫn của khóa; không ghi thì cho mọi chỗ của mã này trong tệp.",
    )
    ly_do: MotDong = Field(title="Lý do", description="Ai đã kiểm tra, vì sao đúng; in trong bản rà soát.")
