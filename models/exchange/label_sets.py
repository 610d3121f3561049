"""The label set of a gold file: written with its unknown keys, and what of it a project lacks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from models.changes import Change, change
from models.exchange.annotated import Annotated
from models.exchange.plain import Known, Plain, dumps, restored, unknown
from models.labels import Kind, Label, LabelSet, Theme, read_label_set, write_label_set
from models.project import Project

_NAME: Known = dict.fromkeys(("zh", "en"))
_LABEL: Known = {**dict.fromkeys(("label", "kind", "key", "guideline", "retired")), "name": _NAME}
_THEME: Known = {**dict.fromkeys(("id", "guideline", "retired", "merged_into", "children")), "name": _NAME}
_FILE: Known = {
    **dict.fromkeys(("format", "version", "documents")),
    "labels": dict.fromkeys(("version", "entities", "sections")),
    "themes": dict.fromkeys(("themes",)),
}
_SETTING = "gold.extra"
"""The project's setting that keeps the unknown keys of imported files."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A label set as a file carries it. `extra` maps "file" and "label:PER"-like keys to unknown keys as JSON."""

    labels: LabelSet
    extra: tuple[tuple[str, str], ...] = ()


def of_project(project: Project) -> Scheme:
    """The project's label set with the unknown keys that imports brought."""
    kept = json.loads(project.store.setting(_SETTING, "{}"))
    return Scheme(project.labels, tuple(sorted(kept.items())))


def keep_extra(project: Project, scheme: Scheme) -> None:
    """Keep a file's unknown keys in the project; of two files' values for one row the later counts."""
    if scheme.extra:
        kept = {**json.loads(project.store.setting(_SETTING, "{}")), **dict(scheme.extra)}
        project.store.set_setting(_SETTING, dumps(kept))


def head(scheme: Scheme) -> Plain:
    """Everything of a gold file but its documents, in the format's order; unknown keys of the file apart."""
    extra = dict(scheme.extra)
    labels, themes = write_label_set(scheme.labels)
    for row in labels["entities"]:
        restored(row, extra.get(f"label:{row['label']}", ""))
    for row in labels["sections"]:
        restored(row, extra.get(f"kind:{row['kind']}", ""))
    for row in _flat(themes["themes"]):
        restored(row, extra.get(f"theme:{row['id']}", ""))
    return {"format": "jiaozhu-gold", "version": 1, "labels": labels, "themes": themes}


def read_head(file: Plain) -> Scheme | None:
    """The label set of a gold file; None where it carries none. Raises UserError where a part is missing."""
    found = {"file": unknown(file, _FILE)}
    if "labels" not in file:
        return Scheme(LabelSet((), (), ()), (("file", found["file"]),)) if found["file"] else None
    for row in file["labels"]["entities"]:
        found[f"label:{row['label']}"] = unknown(row, _LABEL)
    for row in file["labels"]["sections"]:
        found[f"kind:{row['kind']}"] = unknown(row, _LABEL)
    for row in _flat(file["themes"]["themes"]):
        found[f"theme:{row['id']}"] = unknown(row, _THEME)
    extra = tuple((key, value) for key, value in found.items() if value)
    return Scheme(read_label_set(file["labels"], file["themes"]), extra)


def _flat(rows: Iterable[Plain]) -> Iterator[Plain]:
    for row in rows:
        yield row
        yield from _flat(row.get("children", []))


@dataclass
class Used:
    """The labels, kinds and themes that documents use."""

    labels: dict[str, None]
    kinds: dict[str, None]
    themes: dict[str, None]

    @staticmethod
    def none() -> Used:
        return Used({}, {}, {})

    def add(self, annotated: Annotated) -> None:
        """Count in what one more document uses."""
        self.labels.update(dict.fromkeys(mention.label for mention in annotated.mentions))
        for section in annotated.sections:
            self.kinds[section.kind] = None
            self.themes.update(dict.fromkeys((*section.themes, *(theme.id for theme in section.suggested))))


def missing(project: LabelSet, file: LabelSet | None, used: Used) -> Change:
    """What the project's label set lacks of the file's and of what its documents use, as one change.

    What both have stays as the project has it. An id that no label set names gets itself as its name, so that what is
    tagged with it can be seen.
    """
    given = file or LabelSet((), (), ())
    labels = [*given.labels, *(Label(key, key, "") for key in used.labels if key not in given.label_by_id)]
    kinds = [*given.kinds, *(Kind(key, key, "") for key in used.kinds if key not in given.kind_by_id)]
    themes = [*given.themes, *(Theme(key, key, "") for key in used.themes if key not in given.theme_by_id)]
    taken = [*(label.key for label in project.labels), *(kind.key for kind in project.kinds)]
    keys = {key.upper() for key in taken if key}
    rows: list[Any] = [
        *_lacking(project.labels, labels, keys),
        *_lacking(project.kinds, kinds, keys),
        *_lacking(project.themes, themes, keys),
    ]
    name = f"{type(rows[0]).__name__.lower()}.add" if rows else "label.add"
    return change(name, [], rows, args=("、".join(row.zh or row.id for row in rows)[:60],))


def _lacking(have: Iterable[Any], given: Iterable[Any], keys: set[str]) -> list[Any]:
    """What is given and not there, in order behind what is; KEYS are those that labels and kinds have already."""
    rows = list(have)
    known = {row.id for row in rows}
    place = max((row.position for row in rows), default=-1)
    found = []
    for row in given:
        if row.id in known:
            continue
        known.add(row.id)
        place += 1
        row = replace(row, position=place)
        if not isinstance(row, Theme):
            # A key that is taken would tag with two labels at once, a letter may be one of the program's own.
            fits = row.key.isdecimal() if isinstance(row, Label) else bool(row.key)
            row = replace(row, key=row.key if fits and row.key.upper() not in keys else "")
            keys.add(row.key.upper())
        found.append(row)
    return found
