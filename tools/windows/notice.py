"""What stands beside ``cqtt.exe`` for whoever unpacks the folder: how to start, what is in it, whose it is."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from tools.windows.components import CPYTHON, rows

README = "DOC_TRUOC.txt"
_TEXT = """cqtt {version} cho Windows
{line}

Cách dùng
  1. Giải nén cả tệp .zip ra một thư mục bất kỳ (bấm chuột phải, Extract All). Không cài đặt gì, không cần quyền quản
     trị.
  2. Kéo thư mục số liệu (có data và templates) thả vào biểu tượng cqtt.exe; hoặc bấm đúp cqtt.exe. Một bảng chọn
     hiện ra.
  3. Quen dùng lệnh thì mở Command Prompt hoặc PowerShell trong thư mục số liệu và gọi cqtt.exe kèm đường dẫn của nó.
  Xóa thư mục này là gỡ xong. Không tách riêng cqtt.exe ra khỏi thư mục {folder} bên cạnh.

Windows hỏi trước khi chạy
  Phần mềm không có chữ ký số, nên lần đầu SmartScreen có thể hiện “Windows protected your PC”: chọn More info, rồi
  Run anyway. Trước đó hãy xem tệp .zip có đúng là tệp đã phát hành không: mở PowerShell ở chỗ có tệp, gõ
      Get-FileHash {archive}
  rồi so với dòng trong {archive}.sha256 lấy từ nơi phát hành (không lấy cùng chỗ với tệp .zip thì mới chắc).
  Tiện hơn: bấm chuột phải vào tệp .zip, Properties, đánh dấu Unblock, rồi mới giải nén.

Python đi kèm
  CPython {python}, gói nhúng (embeddable package) cho Windows 64 bit, phát hành 04/02/2025; chạy từ Windows 10 trở lên.
  Nhánh {branch} được vá lỗi bảo mật đến tháng 10/2029, nhưng bản vá mới hơn bản này không có trong thư mục này: mỗi bản
  phát hành cqtt thay cả thư mục. cqtt không mở kết nối mạng nào và chỉ đọc các tệp mà người dùng chỉ cho nó.
  Gói lấy từ data.zip của tệp {sdist}, do một bên thứ ba đăng lại:
      SHA-256 {sha}
  Mọi tệp .exe, .dll, .pyd trong gói còn nguyên như khi được ký Authenticode bằng tên Python Software Foundation
  (vcruntime140*.dll: Microsoft); chuỗi chứng thư đến gốc của Microsoft thì kiểm tra trên Windows, bằng PowerShell:
      Get-AuthenticodeSignature {folder}\\python.exe
  Thư viện chuẩn python{short}.zip không có chữ ký riêng, chỉ ghim bằng SHA-256 trên.

Thành phần và giấy phép (nguyên văn trong {licences}\\; danh sách cho máy đọc, CycloneDX: {bill})
{components}
"""


def readme(version: str, archive: str, folder: str, licences: str, bill_name: str, sdist: Path, listed: bytes) -> bytes:
    """The text beside ``cqtt.exe``, with the line ends and the mark that Notepad of any Windows understands."""
    import hashlib

    table = "\n".join(f"  {name:<18} {number:<14} {licence}" for name, number, licence in rows(listed))
    branch = CPYTHON.rpartition(".")[0]
    text = _TEXT.format(
        version=version,
        line="=" * len(f"cqtt {version} cho Windows"),
        folder=folder,
        archive=archive,
        python=CPYTHON,
        branch=branch,
        short=branch.replace(".", ""),
        sdist=sdist.name,
        sha=hashlib.sha256(sdist.read_bytes()).hexdigest(),
        licences=licences,
        bill=bill_name,
        components=table,
    )
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def licences(wheels: Iterable[Path], python: bytes, own: bytes) -> dict[str, bytes]:
    """The licences' texts by the path that each gets: of the *wheels*, of *python*, our *own*.

    Raises ``ValueError`` where a wheel has none.
    """
    found = {"cqtt.txt": own, "python.txt": python}
    for wheel in wheels:
        there = _in_wheel(wheel)
        if not there:
            raise ValueError(f"{wheel.name} has no licence in it")
        found |= {f"{wheel.name.partition('-')[0]}/{name}": text for name, text in there.items()}
    return found


def _in_wheel(wheel: Path) -> dict[str, bytes]:
    """The licences' texts in *wheel*, by their names in its metadata, or where older packages put them."""
    pattern = re.compile(r"[^/]+\.dist-info/(?:licenses/(.+)|((?:LICEN[CS]E|COPYING|NOTICE)[^/]*))", re.IGNORECASE)
    with zipfile.ZipFile(wheel) as archive:
        names: Sequence[str] = archive.namelist()
        matched = [(name, found) for name in names if (found := pattern.fullmatch(name))]
        return {found[1] or found[2]: archive.read(name) for name, found in matched}
