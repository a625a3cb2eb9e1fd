"""JSON Schemas of the files that people write, so that an editor can complete keys and show what each one means.

They say what a schema can say; sums, names and the way a number is typed are for ``cqtt check``.
"""

from typing import Any

from pydantic import BaseModel

from cqtt.models.report_type import ReportType

DIALECT = "http://json-schema.org/draft-07/schema#"


def schemas(report: ReportType) -> dict[str, dict[str, Any]]:
    """The schema of each kind of file, by its name: of a unit, of the period's document, of the authority. In draft 7,
    which editors know."""
    return {
        report.unit_name: _schema(report.record, f"Số liệu một {report.kinds_noun} trong một kỳ"),
        "bao_cao": _schema(report.document, "Báo cáo của kỳ"),
        "don_vi": _schema(report.authority, "Đơn vị báo cáo"),
    }


def _schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    made = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = made.pop("$defs", {})
    made = _cleaned(made)
    made["title"] = title
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
