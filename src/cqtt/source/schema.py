"""JSON Schemas of the files that people write, so that an editor can complete keys and show what each one means.

They say what a schema can say; sums, names and the way a number is typed are for ``cqtt check``.
"""

from typing import Any

from pydantic import BaseModel

from cqtt.models.bao_cao import BaoCao
from cqtt.models.don_vi import DonVi
from cqtt.models.phuong_xa import PhuongXa

MODELS: dict[str, type[BaseModel]] = {"phuong_xa": PhuongXa, "bao_cao": BaoCao, "don_vi": DonVi}
TITLES = {
    "phuong_xa": "Số liệu một xã, phường trong một kỳ",
    "bao_cao": "Báo cáo của kỳ",
    "don_vi": "Đơn vị báo cáo",
}
DIALECT = "http://json-schema.org/draft-07/schema#"


def schema(name: str) -> dict[str, Any]:
    """The schema of the file kind *name* (``phuong_xa``, ``bao_cao`` or ``don_vi``), in draft 7, which editors know."""
    made = MODELS[name].model_json_schema(ref_template="#/definitions/{model}")
    definitions = made.pop("$defs", {})
    made = _cleaned(made)
    made["title"] = TITLES[name]
    return {"$schema": DIALECT, **made, "definitions": {key: _cleaned(definitions[key]) for key in sorted(definitions)}}


def _cleaned(node: Any) -> Any:
    """*node* without the class names and the English that Pydantic puts in where a model itself says nothing."""
    if isinstance(node, list):
        return [_cleaned(item) for item in node]
    if not isinstance(node, dict):
        return node
    out = {key: _cleaned(value) for key, value in node.items()}
    if out.get("type") == "object" and "properties" in out:
        out.pop("title", None)
        out.pop("description", None)
    return out
