"""The peers of ``make bench`` do the same work: their figures are the report's, by code of their own."""

import ast
from pathlib import Path

from benchmarks import peers
from cqtt.models.ky import Ky
from cqtt.pipeline.gather import gather
from cqtt.pipeline.read import Reader

ROOT = Path(__file__).parents[1]


def test_every_figure_that_the_peers_print_is_that_of_the_report() -> None:
    tong_hop = gather(Reader(ROOT), Ky(2024, 1, 3)).tong_hop
    assert tong_hop is not None
    printed = peers.context(ROOT)
    assert len(printed["rows"]) == len(tong_hop.units)
    assert printed["so_lieu"] == {path: tong_hop.so_lieu[path].in_ra for path in printed["so_lieu"]}
    names = {path: ", ".join(u.ten for u in tong_hop.so_lieu[path].don_vi or ()) for path in printed["don_vi"]}
    assert printed["don_vi"] == names


def test_the_peers_import_nothing_of_the_program() -> None:
    for name in ("peers", "records", "sums"):
        tree = ast.parse((ROOT / "benchmarks" / f"{name}.py").read_text(encoding="utf-8"))
        imported = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        imported += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
        assert not [module for module in imported if module.startswith("cqtt")]
