"""The default label set's guidelines in Chinese; a project's own words go before them."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources

from gui.i18n import CHINESE, current
from models.labels import Kind, Label, Theme, default_label_set


def guideline(row: Label | Kind | Theme) -> str:
    """What to show as the row's guideline: what the project wrote, or the default's in the interface language."""
    key = f"{type(row).__name__.lower()}:{row.id}"
    if current() == CHINESE and row.guideline and row.guideline == _default().get(key):
        return _chinese().get(key, row.guideline)
    return row.guideline


@lru_cache(maxsize=1)
def _chinese() -> dict[str, str]:
    file = resources.files("resources") / "labels" / "guidelines_zh.json"
    return {str(key): str(text) for key, text in json.loads(file.read_text(encoding="utf-8")).items()}


@lru_cache(maxsize=1)
def _default() -> dict[str, str]:
    labels = default_label_set()
    rows: list[Label | Kind] = [*labels.labels, *labels.kinds]
    return {f"{type(row).__name__.lower()}:{row.id}": row.guideline for row in rows}
