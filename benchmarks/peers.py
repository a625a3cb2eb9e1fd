"""The same work with other tools, in an environment of their own: ``peers.py docxtpl|pandoc WORKSPACE TEMPLATE OUT``.

Read with PyYAML's C loader, validated by plain Pydantic models, printed by docxtpl, or by Jinja2 and pandoc.
"""

import sys
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment

from benchmarks.records import BaoCao, DiaPhuong, DonVi, PhuongXa
from benchmarks.sums import figures, grouped, percent


def _read(path: Path) -> Any:
    with path.open("rb") as file:
        return yaml.load(file, yaml.CSafeLoader)


def _row(number: int, unit: DonVi, record: PhuongXa) -> dict[str, Any]:
    settled = record.ho_so.da_giai_quyet
    return {
        "tt": number,
        "ten": f"{unit.loai} {unit.ten}",
        "so_lieu": record,
        "ty_le": percent(settled.truoc_han + settled.dung_han, settled.tong),
        "gan_sao": "x" if record.cong_nhan.da_gan_sao else "",
    }


def context(workspace: Path) -> dict[str, Any]:
    """What the templates print."""
    data = workspace / "data"
    units = [unit for unit in DiaPhuong.model_validate(_read(data / "don_vi.yaml")).xa_phuong if not unit.den_ngay]
    own, folder = BaoCao.model_validate(_read(data / "2024Q1" / "bao_cao.yaml")), data / "2024Q1" / "xa_phuong"
    records = [PhuongXa.model_validate(_read(folder / f"{unit.ma}.yaml")) for unit in units]
    so_lieu, don_vi = figures(units, records, own)
    rows = [_row(*pair) for pair in zip(range(1, len(units) + 1), units, records, strict=True)]
    return {"rows": rows, "so_lieu": so_lieu, "don_vi": don_vi}


def main(tool: str, workspace: str, template: str, out: str) -> None:
    """Make *out* with *tool*."""
    names = context(Path(workspace))
    environment = Environment(trim_blocks=True, autoescape=tool == "docxtpl")
    environment.filters["so"] = lambda value: "–" if value is None else grouped(value)
    if tool == "docxtpl":
        from docxtpl import DocxTemplate

        document = DocxTemplate(template)
        document.render(names, environment)
        document.save(out)
    else:
        import pypandoc

        filled = environment.from_string(Path(template).read_text(encoding="utf-8")).render(names)
        pypandoc.convert_text(filled, "docx", "markdown", outputfile=out)


if __name__ == "__main__":
    main(*sys.argv[1:])
