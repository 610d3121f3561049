"""Operations on the label set that reach further than one row: merge, order, retire with what hangs below.

Each returns a `Change` and alters nothing. No tag is ever lost: what is merged is rewritten everywhere, what is retired
stays on the sections and mentions that carry it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.changes import Change, Item, change
from models.errors import UserError
from models.labels import Kind, Label, LabelSet, Theme, check_parent
from models.outline import Section, ThemeSuggestion
from models.project import Project
from models.review.proof import with_theme_merged


def merge_theme(project: Project, source: str, target: str) -> Change:
    """Let `target` take over all tags of `source`, on every layer of the project, proposed ones too.

    A section that carried both keeps `target` once, where the first of them stood. The themes below `source` move below
    `target`; `source` is retired and says what it was merged into. Raises UserError when the two cannot be merged.
    """
    scheme = project.labels
    old, new = scheme.theme_by_id.get(source), scheme.theme_by_id.get(target)
    if old is None or new is None:
        raise UserError("There is no such theme any more.", code="theme.unknown")
    if source == target:
        raise UserError("A theme cannot be merged into itself.", code="theme.merge_self")
    if new.retired:
        raise UserError("A retired theme cannot take over tags. Restore it first.", code="theme.merge_retired")
    themes = _themes_after_merge(scheme, old, new)
    sections = [s for s in project.store.sections(None) if source in s.themes or source in {t.id for t in s.suggested}]
    after: list[Item] = [*themes.values(), *(_retagged(s, source, target) for s in sections)]
    before: list[Item] = [*(scheme.theme_by_id[key] for key in themes), *sections]
    return change("theme.merge", before, after, args=(_name(old), _name(new)))


def _themes_after_merge(scheme: LabelSet, old: Theme, new: Theme) -> dict[str, Theme]:
    rows = {old.id: replace(old, retired=True, merged_into=new.id)}
    if old.id in {t.id for t in scheme.path(new.id)}:
        rows[new.id] = replace(new, parent=old.parent)
    for child in scheme.children(old.id):
        if child.id not in rows:
            rows[child.id] = replace(child, parent=new.id)
    for theme in scheme.themes:
        if theme.merged_into == old.id:
            rows[theme.id] = replace(rows.get(theme.id, theme), merged_into=new.id)
    return rows


def _retagged(section: Section, source: str, target: str) -> Section:
    themes = tuple(dict.fromkeys(target if t == source else t for t in section.themes))
    suggested: dict[str, ThemeSuggestion] = {}
    for row in section.suggested:
        row = replace(row, id=target) if row.id == source else row
        known = suggested.get(row.id)
        if known is not None:
            best = max((c for c in (known.confidence, row.confidence) if c is not None), default=None)
            row = ThemeSuggestion(row.id, best, tuple(dict.fromkeys((*known.words, *row.words))))
        if row.id not in themes:
            suggested[row.id] = row
    return with_theme_merged(replace(section, themes=themes, suggested=tuple(suggested.values())), source, target)


def use_of_theme(project: Project, theme: str) -> tuple[int, int]:
    """How many sections of all layers carry the theme, and for how many it is only proposed."""
    rows = project.store.sections(None)
    return sum(theme in s.themes for s in rows), sum(any(t.id == theme for t in s.suggested) for s in rows)


def place_theme(scheme: LabelSet, theme: str, parent: str | None, place: int) -> Change:
    """Hang the theme with all below it under `parent` (None: at the top) as its child number `place` (0 is first).

    Raises UserError when that would put it below itself, or out of use with a retired theme.
    """
    moved = scheme.theme_by_id[theme]
    if not moved.retired:
        check_parent(scheme, parent)
    if parent is not None and theme in {t.id for t in scheme.path(parent)}:
        raise UserError("A theme cannot be moved below itself.", code="theme.loop")
    siblings = [t for t in scheme.children(parent) if t.id != theme]
    siblings.insert(max(0, min(place, len(siblings))), replace(moved, parent=parent))
    order: list[Theme] = []

    def walk(rows: Iterable[Theme]) -> None:
        for row in rows:
            order.append(row)
            walk(siblings if row.id == parent else [t for t in scheme.children(row.id) if t.id != theme])

    walk(siblings if parent is None else [t for t in scheme.children(None) if t.id != theme])
    after = [replace(row, position=n) for n, row in enumerate(order)]
    return change("theme.move", [scheme.theme_by_id[row.id] for row in after], after, args=(_name(moved),))


def place_row(rows: Sequence[Label] | Sequence[Kind], row_id: str, place: int) -> Change:
    """Put a label or a kind at `place` of its own list (0 is first)."""
    order: list[Label | Kind] = [row for row in rows if row.id != row_id]
    moved = next(row for row in rows if row.id == row_id)
    order.insert(max(0, min(place, len(order))), moved)
    after = [replace(row, position=n) for n, row in enumerate(order)]
    return change(f"{type(moved).__name__.lower()}.move", rows, after, args=(_name(moved),))


def add_row(rows: Sequence[Label] | Sequence[Kind], row: Label | Kind) -> Change:
    """A new label or kind at the end. Raises UserError when its id is taken or empty, or it has no name."""
    if not row.zh.strip() and not row.en.strip():
        raise UserError("A label needs a name.", code="label.unnamed")
    if not row.id or any(char.isspace() for char in row.id):
        raise UserError("A label's id is a word without spaces.", code="label.bad_id")
    if any(other.id == row.id for other in rows):
        raise UserError(f"A label with the id {row.id} exists already.", code="label.exists", id=row.id)
    last = max((other.position for other in rows), default=-1)
    made = replace(row, position=last + 1)
    return change(f"{type(row).__name__.lower()}.add", [], [made], args=(_name(row),))


def retire_theme(scheme: LabelSet, theme: str) -> Change:
    """Offer the theme and those below it no more. Sections that carry them keep them."""
    rows = [t for t in scheme.themes if not t.retired and theme in {up.id for up in scheme.path(t.id)}]
    after = [replace(t, retired=True) for t in rows]
    return change("theme.retire", rows, after, args=(_name(scheme.theme_by_id[theme]),))


def restore_theme(scheme: LabelSet, theme: str) -> Change:
    """Offer the theme again, with those above it. One that was merged comes back without tags."""
    rows = [t for t in scheme.path(theme) if t.retired]
    after = [replace(t, retired=False, merged_into=None) for t in rows]
    return change("theme.restore", rows, after, args=(_name(scheme.theme_by_id[theme]),))


def free_theme_id(scheme: LabelSet, parent: str | None) -> str:
    """An id that no theme has: the parent's with a number."""
    stem = f"{parent}." if parent else "theme."
    return next(f"{stem}{n}" for n in range(1, len(scheme.themes) + 2) if f"{stem}{n}" not in scheme.theme_by_id)


def key_conflicts(scheme: LabelSet) -> dict[str, tuple[str, ...]]:
    """For each key that several labels and kinds in use claim, the ids of those."""
    users: dict[str, list[str]] = {}
    rows: list[Label | Kind] = [*scheme.labels, *scheme.kinds]
    for row in rows:
        if row.key and not row.retired:
            users.setdefault(row.key.upper(), []).append(row.id)
    return {key: tuple(ids) for key, ids in users.items() if len(ids) > 1}


def _name(row: Label | Kind | Theme) -> str:
    return row.zh or row.en
