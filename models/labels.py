"""The label set: entity labels, section kinds and the theme taxonomy of a project.

Nothing is ever deleted from it: what is no longer wanted is retired and shown as such, so no tag is lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import resources
from typing import Any

from models.changes import Change, change
from models.errors import UserError

STEPS = tuple(
    f"{row}.{verb}"
    for row in ("label", "kind", "theme")
    for verb in ("add", "edit", "retire", "restore", "move", "merge")
)
"""The names of all steps on a label set. A merge whose theme was merged before only rewrites tags: it counts too."""


@dataclass(frozen=True, slots=True)
class Label:
    """An entity label. `id` is what files carry (PER), `key` the digit that tags with it."""

    id: str
    zh: str
    en: str
    key: str = ""
    guideline: str = ""
    position: int = 0
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A section kind. `id` is what files carry (article)."""

    id: str
    zh: str
    en: str
    key: str = ""
    guideline: str = ""
    position: int = 0
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """A node of the theme taxonomy. `merged_into` names the theme that took over its tags."""

    id: str
    zh: str
    en: str
    parent: str | None = None
    guideline: str = ""
    position: int = 0
    retired: bool = False
    merged_into: str | None = None


@dataclass(frozen=True)
class LabelSet:
    """All labels, kinds and themes, in their order. `version` counts the steps (`STEPS`) on them in the project."""

    labels: tuple[Label, ...]
    kinds: tuple[Kind, ...]
    themes: tuple[Theme, ...]
    version: int = 1

    @cached_property
    def label_by_id(self) -> dict[str, Label]:
        return {label.id: label for label in self.labels}

    @cached_property
    def kind_by_id(self) -> dict[str, Kind]:
        return {kind.id: kind for kind in self.kinds}

    @cached_property
    def theme_by_id(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    @property
    def taxonomy(self) -> list[tuple[str, str]]:
        """What sections are ranked by, for each theme in use: its id, its name and on further lines its guideline."""
        used = (theme for theme in self.themes if not theme.retired)
        return [(theme.id, "\n".join(filter(None, (theme.zh or theme.en, theme.guideline)))) for theme in used]

    def children(self, theme: str | None) -> list[Theme]:
        """The themes right below `theme` (None: the top ones), in order."""
        return [t for t in self.themes if t.parent == theme]

    def path(self, theme: str) -> tuple[Theme, ...]:
        """From the top theme down to this one; empty when it is unknown."""
        found: list[Theme] = []
        node = self.theme_by_id.get(theme)
        while node is not None and node not in found:
            found.append(node)
            node = self.theme_by_id.get(node.parent) if node.parent else None
        return tuple(reversed(found))

    def applied(self, step: Change) -> LabelSet:
        """The label set after a change."""
        if step.name not in STEPS and not any(step.touches(kind) for kind in (Label, Kind, Theme)):
            return self
        return LabelSet(
            tuple(_applied(self.labels, Label, step)),
            tuple(_applied(self.kinds, Kind, step)),
            tuple(_applied(self.themes, Theme, step)),
            self.version + (step.name in STEPS),
        )


def _applied(rows: Iterable[Any], kind: type, step: Change) -> list[Any]:
    known = {row.id: row for row in rows}
    for item in step.before:
        if isinstance(item, kind):
            known.pop(item.id, None)
    for item in step.after:
        if isinstance(item, kind):
            known[item.id] = item
    return sorted(known.values(), key=lambda row: (row.position, row.id))


def default_label_set() -> LabelSet:
    """The label set that a new project starts with."""
    folder = resources.files("resources") / "labels"
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    themes = json.loads((folder / "themes.json").read_text(encoding="utf-8"))
    return read_label_set(labels, themes)


KIND_KEYS = {"masthead": "Q", "column": "W", "article": "E", "subsection": "R", "brief": "Y", "caption": "I",
             "boilerplate": "B", "footer": "F", "continuation": "O"}  # fmt: skip


def read_label_set(labels: dict[str, Any], themes: dict[str, Any]) -> LabelSet:
    """A label set from the two JSON objects of docs/gold-format.md. Raises UserError where a part is missing."""
    try:
        return LabelSet(
            tuple(
                Label(row["label"], row["name"]["zh"], row["name"].get("en", ""), row.get("key", ""),
                      row.get("guideline", ""), n, row.get("retired", False))
                for n, row in enumerate(labels["entities"])
            ),
            tuple(
                Kind(row["kind"], row["name"]["zh"], row["name"].get("en", ""),
                     row.get("key", KIND_KEYS.get(row["kind"], "")), row.get("guideline", ""), n,
                     row.get("retired", False))
                for n, row in enumerate(labels["sections"])
            ),
            tuple(_themes(themes["themes"], None, iter(range(1_000_000)))),
        )  # fmt: skip
    except (KeyError, TypeError) as error:
        raise UserError(f"The label set lacks {error}. Compare it with the default label set.") from error


def _themes(rows: list[dict[str, Any]], parent: str | None, places: Iterator[int]) -> Iterator[Theme]:
    for row in rows:
        yield Theme(row["id"], row["name"]["zh"], row["name"].get("en", ""), parent, row.get("guideline", ""),
                    next(places), row.get("retired", False), row.get("merged_into"))  # fmt: skip
        yield from _themes(row.get("children", []), row["id"], places)


def write_label_set(scheme: LabelSet) -> tuple[dict[str, Any], dict[str, Any]]:
    """The two JSON objects of docs/gold-format.md, in a fixed order."""

    def named(row: Label | Kind | Theme) -> dict[str, Any]:
        found: dict[str, Any] = {"name": {"zh": row.zh, "en": row.en}}
        if not isinstance(row, Theme) and row.key:
            found["key"] = row.key
        if row.guideline:
            found["guideline"] = row.guideline
        if row.retired:
            found["retired"] = True
        if isinstance(row, Theme) and row.merged_into:
            found["merged_into"] = row.merged_into
        return found

    def tree(parent: str | None) -> list[dict[str, Any]]:
        rows = []
        for theme in scheme.children(parent):
            children = tree(theme.id)
            rows.append({"id": theme.id, **named(theme), **({"children": children} if children else {})})
        return rows

    labels = {
        "version": scheme.version,
        "entities": [{"label": row.id, **named(row)} for row in scheme.labels],
        "sections": [{"kind": row.id, **named(row)} for row in scheme.kinds],
    }
    return labels, {"themes": tree(None)}


# Operations -----------------------------------------------------------------------------------------------------


def add_theme(scheme: LabelSet, theme: Theme) -> Change:
    """A new theme. Raises UserError when its id is taken, its name is empty, or it is to hang below a retired one."""
    if not theme.zh.strip() and not theme.en.strip():
        raise UserError("A theme needs a name.", code="theme.unnamed")
    if theme.id in scheme.theme_by_id:
        raise UserError(f"A theme with the id {theme.id} exists already.", code="theme.exists", id=theme.id)
    check_parent(scheme, theme.parent)
    last = max((t.position for t in scheme.themes), default=-1)
    return change("theme.add", [], [replace(theme, position=last + 1)], args=(theme.zh or theme.en,))


def check_parent(scheme: LabelSet, parent: str | None) -> None:
    """Raise UserError where a theme below `parent` would not be offered: what is retired is so with all below it."""
    above = scheme.theme_by_id.get(parent or "")
    if above is not None and above.retired:
        raise UserError("A theme cannot stand below a retired one. Restore that one first.", code="theme.below_retired")


def edit(row: Label | Kind | Theme, **values: object) -> Change:
    """Rename, recolour, re-key or retire a label, a kind or a theme: `values` are the fields to set."""
    after = replace(row, **values)  # type: ignore[arg-type]
    kind = type(row).__name__.lower()
    verb = "retire" if after.retired and not row.retired else "restore" if row.retired and not after.retired else "edit"
    return change(f"{kind}.{verb}", [row], [after], args=(row.zh or row.en,))
