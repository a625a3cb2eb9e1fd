"""The texts of a seal's own files, as a person reads them.

# Báo cáo quý I năm 2024 đã niêm phong. …
phien_ban: "0.1.0"
ngay_niem_phong: "05/4/2024"
…
tep:
  data/2024Q1/bao_cao.yaml: "1d5e…"
"""

from collections.abc import Iterator

from cqtt.models.ky import Ky
from cqtt.models.niem_phong import MoNiemPhong, NiemPhong
from cqtt.names import nfc
from cqtt.sealing.seal import unseal_call
from cqtt.source.placeholders import PLACEHOLDER
from cqtt.source.rewrite import scalar
from cqtt.source.text import FORBIDDEN

LONGEST = 400
"""Characters of a sentence from elsewhere that are written down."""


def one_line(text: str) -> str:
    """*text* from elsewhere as a value may hold it: on one line, without what cannot be printed, not without end."""
    words = " ".join(FORBIDDEN.sub(" ", nfc(text)).split()) or "?"
    if words.casefold() == PLACEHOLDER:  # a reader would take it for a value that waits to be filled in
        words = f"“{words}”"
    return f"{words[: LONGEST - 1]}…" if len(words) > LONGEST else words


def seal_file(record: NiemPhong, ky: Ky) -> str:
    """The text of ``niem_phong.yaml`` that reads as *record*."""
    return "\n".join([*_head(record, ky), *_signed(record), *_files(record), ""])


def unsealed_file(opened: MoNiemPhong, ky: Ky) -> str:
    """The text of ``mo_niem_phong.yaml`` that reads as *opened*."""
    return f"# {ky.ma} được mở niêm phong.\nngay: {scalar(opened.ngay)}\nly_do: {scalar(opened.ly_do)}\n"


def _head(record: NiemPhong, ky: Ky) -> Iterator[str]:
    yield f"# Báo cáo {ky.ten} đã niêm phong: bao_cao.docx là báo cáo đã lập, ban_giu là bản giữ lại của các tệp."
    yield "# Do cqtt seal ghi; đừng sửa tệp nào ở đây. Cần sửa số liệu thì trước hết:"
    yield f"# {unseal_call(ky)}"
    yield f"phien_ban: {scalar(record.phien_ban)}  # bản phần mềm đã lập báo cáo"
    yield f"ngay_niem_phong: {scalar(record.ngay_niem_phong)}"
    yield f"so: {record.so or 'null'}"
    yield f"ngay: {scalar(record.ngay)}"
    yield f"bieu_do: {'true' if record.bieu_do else 'false'}"
    yield f'bao_cao: "{record.bao_cao}"  # SHA-256 của bao_cao.docx'


def _signed(record: NiemPhong) -> Iterator[str]:
    signed = record.tep_da_ky
    if signed is None:
        yield "tep_da_ky: null"
        return
    yield "tep_da_ky:"
    yield f"  ten: {scalar(signed.ten)}"
    yield f'  bam: "{signed.bam}"'
    yield from _list("  khac", signed.khac)


def _files(record: NiemPhong) -> Iterator[str]:
    yield from _list("ghep_tu", record.ghep_tu)
    yield "# SHA-256 của chữ trong từng tệp: dấu xuống dòng LF, không có BOM"
    yield "tep:"
    yield from (f'  {scalar(path)}: "{digest}"' for path, digest in record.tep.items())


def _list(key: str, items: list[str]) -> Iterator[str]:
    indent = " " * (len(key) - len(key.lstrip()))
    yield f"{key}:" if items else f"{key}: []"
    yield from (f"{indent}  - {scalar(item)}" for item in items)
