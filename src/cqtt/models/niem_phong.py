"""What a seal says of a signed period: ``data/<period>/niem_phong/lan_1/niem_phong.yaml``, written by ``cqtt seal``."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from cqtt.models.ban_ghi import MoHinh
from cqtt.models.ngay import Ngay
from cqtt.models.van_ban import MotDong

Bam = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 digest in hexadecimal digits."""


def _in_workspace(path: str) -> str:
    parts = path.split("/")
    if parts[0] not in ("data", "templates") or ".." in parts or "\\" in path:
        raise PydanticCustomError("duong_dan_la", "not a file of a workspace")
    return path


TrongThuMuc = Annotated[str, AfterValidator(_in_workspace)]
"""A file's path in the workspace, with forward slashes, as findings name it."""


class TepDaKy(MoHinh):
    """The signed file that was given. *khac* says where its text is not that of the built report, in plain words."""

    ten: MotDong = Field(title="Tên tệp")
    bam: Bam = Field(title="Mã băm", description="SHA-256 của tệp, 64 chữ số hệ 16.")
    khac: list[str] = Field(default_factory=list, title="Khác báo cáo đã lập ở đâu")


class NiemPhong(MoHinh):
    """A sealed period. Digests of text files are of the text: line ends LF, no byte order mark."""

    phien_ban: MotDong = Field(title="Bản phần mềm đã lập báo cáo")
    ngay_niem_phong: Ngay = Field(title="Ngày niêm phong")
    so: Annotated[int, Field(ge=1, le=99_999)] | None = Field(default=None, title="Số văn bản")
    ngay: Ngay | None = Field(default=None, title="Ngày ban hành")
    bieu_do: bool = Field(title="Báo cáo có phụ lục biểu đồ")
    bao_cao: Bam = Field(title="Mã băm của báo cáo", description="SHA-256 của tệp, 64 chữ số hệ 16.")
    tep_da_ky: TepDaKy | None = Field(default=None, title="Tệp đã ký")
    ghep_tu: list[str] = Field(default_factory=list, title="Các kỳ ngắn được cộng lại")
    tep: dict[TrongThuMuc, Bam] = Field(
        title="Mã băm của từng tệp", description="SHA-256 của chữ, 64 chữ số hệ 16.", min_length=1
    )


class MoNiemPhong(MoHinh):
    """Why a period was opened again."""

    ngay: Ngay = Field(title="Ngày mở")
    ly_do: MotDong = Field(title="Vì sao")
