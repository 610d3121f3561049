"""`jiaozhu agreement` and `jiaozhu merge`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from models.cli_console import bar, counted, note, open_project, say


def agreement(project_word: str, as_json: bool) -> int:
    """Print how far annotators agree, as the JSON of docs/gold-format.md or as lines to read."""
    from models.review.report import agreement_json

    project = open_project(project_word)
    try:
        found = agreement_json(project, lambda done, total: bar(done, total, "Comparing"))
    finally:
        project.close()
    if as_json:
        say(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    say(f"{counted(found['documents'], 'bulletin')}, annotators: {', '.join(found['annotators']) or 'none'}")
    reasons = found.get("undefined", {})
    for group in ("boundaries", "themes", "mentions"):
        for name, value in _values(group, found.get(group, {})):
            interval = found.get("intervals", {}).get(name)
            shown = f"{value:.3f}" if value is not None else f"undefined: {reasons.get(name, 'no reason known')}"
            between = f"  [{interval[0]:.3f}, {interval[1]:.3f}]" if interval else ""
            say(f"  {name:44} {shown}{between}")
    return 0


def _values(name: str, tree: Any) -> Iterator[tuple[str, float | None]]:  # noqa: ANN401  parsed JSON
    """The figures of a group by their whole names."""
    if isinstance(tree, dict):
        for key, part in tree.items():
            yield from _values(f"{name}.{key}", part)
    else:
        yield name, tree


def merge(project_word: str, others: list[Path]) -> int:
    """Take colleagues' layers in; says of each what became of it. 1 when any was refused."""
    from models.review.gold import following, gold_layers
    from models.review.merge import merge_files

    project = open_project(project_word)
    try:
        plan = merge_files(project, others)
        for step in following(project, gold_layers(plan.step)):
            project.apply(step, undoable=False)
    finally:
        project.close()
    for line in plan.lines:
        (note if line in plan.refused else say)(line.sentence)
    return 1 if plan.refused else 0
