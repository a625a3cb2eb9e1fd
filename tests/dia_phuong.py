"""Workspaces of authorities that do not exist, made by ``cqtt init`` and filled with numbers that fit together."""

from collections.abc import Mapping
from pathlib import Path

from cqtt.cli.main import run

DAU = ("An", "Bình", "Cẩm", "Đông", "Hòa", "Kim", "Long", "Minh", "Phú", "Tân", "Yên")
CUOI = ("Hà", "Lạc", "Lộc", "Lương", "Mỹ", "Ninh", "Sơn", "Thịnh", "Vân")


def danh_sach() -> list[str]:
    """Ninety-nine communes: a special zone, every third of the others a ward."""
    names = [f"{dau} {cuoi}" for dau in DAU for cuoi in CUOI]
    kinds = ["đặc khu" if i == 98 else "xã" if i % 3 else "phường" for i in range(99)]
    return [f"{kind} {name}" for kind, name in zip(kinds, names, strict=True)]


def province(folder: Path) -> Path:
    """A province of 99 communes, its period 2025Q3 filled in."""
    listed = folder / "danh_sach.txt"
    listed.write_text("\n".join(danh_sach()), encoding="utf-8", newline="\n")
    return made(folder / "tinh", "tỉnh", "Hải Vân", "--danh-sach", str(listed))


def made(root: Path, loai: str, ten: str, *options: str) -> Path:
    """The authority's workspace below *root*, its period 2025Q3 filled in."""
    assert (
        run(["init", str(root), "--loai", loai, "--ten", ten, "--ky", "2025Q3", "--nguoi-ky", "Lê Văn Nam", *options])
        == 0
    )
    report = root / "data" / "2025Q3" / "bao_cao.yaml"
    report.write_text(filled(report.read_text(encoding="utf-8"), {}, 1), encoding="utf-8", newline="\n")
    for i, file in enumerate(sorted((root / "data" / "2025Q3" / "xa_phuong").iterdir())):
        file.write_text(filled(file.read_text(encoding="utf-8"), dossiers(i), i), encoding="utf-8", newline="\n")
    return root


def filled(text: str, values: Mapping[str, str], i: int) -> str:
    """*text* with its placeholders filled in: from *values* by path, prose with a sentence, the rest from *i*."""
    path: list[str] = []
    lines = []
    for line in text.split("\n"):
        key = line.split(":")[0].strip()
        if key.isidentifier():
            path = [*path[: (len(line) - len(line.lstrip())) // 2], key]
        if "chưa điền" in line and not line.startswith("#"):
            line = line.replace("chưa điền", values.get(".".join(path)) or rest(path, line, i))
        lines.append(line)
    return "\n".join(lines)


def rest(path: list[str], line: str, i: int) -> str:
    if "true | false" in line:
        return "true" if i % 4 or path[-1] == "phong_lanh_dao_lien_ke" else "false"
    if path[0] == "van_xuoi":
        return "Tiếp tục thực hiện tại {{ don_vi.cac_don_vi }}."
    return {
        "sang_kien": "[]",
        "dau_tu": ("không", "xây mới", "cải tạo")[i % 3],
        "dang_ky": "null",
        "kinh_phi": "25000000000",
    }.get(path[-1], str(1 + i % 4))


def dossiers(i: int) -> dict[str, str]:
    """Figures that add up."""
    opening, online, direct, pending, overdue, returned = 5 + i % 4, 100 + i, i % 3, 3 + i % 5, i % 2, i % 2
    settled = opening + online + direct - pending - overdue - returned
    recognised = i % 2 == 0
    numbers = {
        "ho_so.tiep_nhan.ky_truoc": opening,
        "ho_so.tiep_nhan.truc_tuyen": online,
        "ho_so.tiep_nhan.truc_tiep": direct,
        "ho_so.da_giai_quyet.truoc_han": settled - 4,
        "ho_so.da_giai_quyet.dung_han": 3,
        "ho_so.da_giai_quyet.qua_han": 1,
        "ho_so.dang_giai_quyet.trong_han": pending,
        "ho_so.dang_giai_quyet.qua_han": overdue,
        "ho_so.tra_lai": returned,
        "so_hoa.ho_so": online,
        "so_hoa.ket_qua": settled - 1,
        "mot_cua.tthc_phai_niem_yet": 142,
        "mot_cua.tthc_da_niem_yet": 142,
    }
    recognition = {
        "cong_nhan.nam": "2024" if recognised else "null",
        "cong_nhan.muc_sao": "4" if recognised else "null",
        "cong_nhan.da_gan_sao": "true" if recognised else "false",
    }
    return {path: str(number) for path, number in numbers.items()} | recognition
