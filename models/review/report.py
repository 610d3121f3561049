"""The agreement of a project as `jiaozhu agreement --json` prints it."""

from __future__ import annotations

from typing import Any

from models.project import Project
from models.review.agreement import Agreement, Watch, agreement
from models.review.measures.value import REASONS, Value

Plain = dict[str, Any]


def agreement_json(project: Project, watch: Watch = lambda _done, _all: None) -> Plain:
    """The JSON object of docs/gold-format.md, keys in its order. Only submitted and adjudicated layers count.

    An undefined value is None, with its reason under "undefined" of the report or of the pair.
    """
    return to_json(agreement(project, watch))


def to_json(found: Agreement) -> Plain:
    """The JSON object of an agreement already computed."""
    if not found.pairs:
        reasons = dict.fromkeys(found.figures, REASONS["layers"])
        return {"documents": 0, "annotators": [], **_tree(dict.fromkeys(found.figures)), "pairs": [], "intervals": {},
                "undefined": reasons}  # fmt: skip
    overall = {name: found.overall(name) for name in found.figures}
    report: Plain = {"documents": len(found.bulletins), "annotators": list(found.annotators), **_numbers(overall)}
    report["pairs"] = [_pair(found, pair) for pair in found.pairs]
    report["intervals"] = {name: list(i) if i else None for name, i in found.intervals.items()}
    missing = {f"intervals.{name}": REASONS["few"] for name, i in found.intervals.items() if i is None}
    report["undefined"] = {**_reasons(overall), **missing}
    return report


def _pair(found: Agreement, pair: tuple[str, str]) -> Plain:
    values = {name: found.of_pair(name, pair) for name in found.figures}
    row: Plain = {"a": pair[0], "b": pair[1], **_numbers(values)}
    if reasons := _reasons(values):
        row["undefined"] = reasons
    return row


def _numbers(values: dict[str, Value]) -> Plain:
    return _tree({name: value.number for name, value in values.items()})


def _reasons(values: dict[str, Value]) -> dict[str, str]:
    return {name: value.sentence for name, value in values.items() if value.number is None}


def _tree(values: dict[str, float | None]) -> Plain:
    """The figures by the parts of their names; a label may hold a dot, so a label's own part is never split."""
    tree: Plain = {"boundaries": {}, "themes": {}, "mentions": {"labels": {}}}
    for name, value in values.items():
        head, _, rest = name.partition(".")
        at = tree[head]
        if rest.startswith("labels."):
            label, way, last = rest.removeprefix("labels.").rsplit(".", 2)
            at["labels"].setdefault(label, {}).setdefault(way, {})[last] = value
        elif "." in rest:
            way, last = rest.split(".")
            at.setdefault(way, {})[last] = value
        else:
            at[rest] = value
    tree["mentions"]["labels"] = tree["mentions"].pop("labels")
    return tree
