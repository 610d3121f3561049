"""A change is a value that knows its inverse: the unit of undo, of the journal and of refresh."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


class Item(Protocol):
    """Anything a project stores in a row of its own: a frozen dataclass with an id."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a section or a mention comes from.

    `by` is auto, manual, import or adjudicated; `engine` and `why` say which part proposed it and for what reason;
    `confidence` is a probability or None where nobody gave one.
    """

    by: str = "manual"
    engine: str = ""
    confidence: float | None = None
    why: str = ""


MANUAL = Origin()


@dataclass(frozen=True, slots=True)
class Change:
    """Rows as they were and as they are to be; an id in both is an update. Ids are of one type: a label and a
    theme may share one.

    `name` is the key of what the change is called on screen (such as "section.split"), `args` what that name
    mentions (a label, a few characters of text), `layer` the layer it belongs to when it belongs to one alone.
    """

    name: str
    before: tuple[Item, ...]
    after: tuple[Item, ...]
    args: tuple[str, ...] = ()
    layer: str | None = None

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.name, self.after, self.before, self.args, self.layer)

    def __bool__(self) -> bool:
        """Whether anything differs at all."""
        return bool(self.before or self.after)

    def touches(self, kind: type) -> bool:
        """Whether a row of this type is among those changed."""
        return any(isinstance(item, kind) for item in (*self.before, *self.after))


def change(
    name: str,
    before: Iterable[Item],
    after: Iterable[Item],
    *,
    args: tuple[str, ...] = (),
    layer: str | None = None,
) -> Change:
    """A `Change` without the rows that stay as they are."""
    # A label and a theme, or a section and a mention of an imported file, may have the same id.
    old = {(type(item), item.id): item for item in before}
    new = {(type(item), item.id): item for item in after}
    same = {key for key, item in old.items() if (now := new.get(key)) is item or now == item}
    return Change(
        name,
        tuple(item for key, item in old.items() if key not in same),
        tuple(item for key, item in new.items() if key not in same),
        args,
        layer,
    )


def joined(name: str, changes: Iterable[Change], *, args: tuple[str, ...] = (), layer: str | None = None) -> Change:
    """Several changes made one after another, as one: the first `before` and the last `after` of every id."""
    first: dict[tuple[type, str], Item | None] = {}
    last: dict[tuple[type, str], Item | None] = {}
    for step in changes:
        old = {(type(item), item.id): item for item in step.before}
        new = {(type(item), item.id): item for item in step.after}
        for key in old.keys() | new.keys():
            first.setdefault(key, old.get(key))
            last[key] = new.get(key)
    return change(
        name,
        [item for item in first.values() if item is not None],
        [item for item in last.values() if item is not None],
        args=args,
        layer=layer,
    )
