"""The same work with other tools, in an environment of their own: ``peers.py docxtpl|pandoc WORKSPACE TEMPLATE OUT``.

Read with PyYAML's C loader, validated and summed up by the same models, printed by docxtpl, or by Jinja2 and pandoc.
"""

import sys
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment

from cqtt.aggregate import aggregate
from cqtt.models.du_lieu import CoNguon, DuLieu, ReportOf
from cqtt.models.ky import Ky
from cqtt.models.registry import report_type
from cqtt.models.tong_hop import TongHop
from cqtt.numerals import percent
from cqtt.reports.than_thien.bao_cao import BaoCao
from cqtt.reports.than_thien.phuong_xa import PhuongXa
from cqtt.reports.than_thien.rates import DUNG_HAN


def load(workspace: Path) -> TongHop:
    """The figures of the workspace."""
    data, nguon = workspace / "data", Any
    don_vi = report_type("than_thien").authority.model_validate(_read(data / "don_vi.yaml"))
    bao_cao = BaoCao.model_validate(_read(data / "2024Q1" / "bao_cao.yaml"))
    folder, figures = data / "2024Q1" / "xa_phuong", report_type("than_thien").danh_muc
    records = ((xa.don_vi, PhuongXa.model_validate(_read(folder / f"{xa.ma}.yaml"))) for xa in don_vi.units)
    communes = (ReportOf(unit, record, nguon, figures) for unit, record in records)  # type: ignore[arg-type]  # nobody asks for lines
    return aggregate(DuLieu(Ky(2024, 1, 3), CoNguon(don_vi, nguon), CoNguon(bao_cao, nguon), tuple(communes)))  # type: ignore[arg-type]


def _read(path: Path) -> Any:
    with path.open("rb") as file:
        return yaml.load(file, yaml.CSafeLoader)


def context(tong_hop: TongHop) -> dict[str, Any]:
    """What the templates print."""
    figures = tong_hop.so_lieu
    rows = []
    for number, xa in enumerate(tong_hop.units, start=1):
        record = xa.bao_cao.so_lieu
        assert isinstance(record, PhuongXa)
        solved = record.ho_so.da_giai_quyet
        rate = DUNG_HAN.gia_tri(
            {f"ho_so.da_giai_quyet.{name}": getattr(solved, name) for name in type(solved).model_fields}
        )
        rows.append(
            {
                "tt": number,
                "ten": xa.don_vi.ten_day_du,
                "so_lieu": record,
                "ty_le": "–" if rate is None else percent(rate),
                "gan_sao": "x" if record.cong_nhan.da_gan_sao else "",
            }
        )
    return {
        "rows": rows,
        "so_lieu": {path: figure.in_ra for path, figure in figures.items()},
        "don_vi": {path: ", ".join(unit.ten for unit in figure.don_vi or ()) for path, figure in figures.items()},
    }


def main(tool: str, workspace: str, template: str, out: str) -> None:
    """Make *out* with *tool*."""
    names = context(load(Path(workspace)))
    environment = Environment(trim_blocks=True, autoescape=tool == "docxtpl")
    environment.filters["so"] = lambda value: "–" if value is None else f"{value:,}".replace(",", ".")
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
