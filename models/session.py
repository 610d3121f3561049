"""One open layer of one bulletin in memory. It is changed by `Project.apply` alone, after the disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from models.bulletins import Bulletin, Comment, LayerInfo
from models.changes import Change, change
from models.mentions import Entity, Mention, MentionIndex, relabel
from models.outline import Outline, Section
from models.text import Span, Text


class Session:
    """The text and the layer that is being looked at: what every view reads."""

    def __init__(
        self,
        bulletin: Bulletin,
        text: Text,
        layer: LayerInfo,
        sections: Iterable[Section],
        mentions: Iterable[Mention],
        entities: Iterable[Entity],
        comments: Iterable[Comment],
    ) -> None:
        self.bulletin = bulletin
        self.text = text
        self.layer = layer
        self.outline = Outline.of(layer.id, len(text), sections)
        self.mentions = MentionIndex(mentions)
        self.entities = {e.id: e for e in entities}
        self.comments = {c.id: c for c in comments}

    def update(self, step: Change) -> bool:
        """Take over a change that is on disk; says whether it concerned this layer or its bulletin."""
        hit = any(self._owns(item) for item in (*step.before, *step.after))
        if not hit:
            return False
        if step.touches(Section):
            self.outline = self.outline.applied(step)
        if step.touches(Mention):
            self.mentions.apply(step, self.layer.id)
        for kind, rows in ((Entity, self.entities), (Comment, self.comments)):
            for item in step.before:
                if isinstance(item, kind) and item.layer == self.layer.id:
                    rows.pop(item.id, None)
            for item in step.after:
                if isinstance(item, kind) and item.layer == self.layer.id:
                    rows[item.id] = item  # type: ignore[assignment]
        for item in step.after:
            if isinstance(item, LayerInfo) and item.id == self.layer.id:
                self.layer = item
            elif isinstance(item, Bulletin) and item.id == self.bulletin.id:
                self.bulletin = item
        return True

    def _owns(self, item: object) -> bool:
        if isinstance(item, Section | Mention | Entity | Comment):
            return item.layer == self.layer.id
        if isinstance(item, LayerInfo):
            return item.id == self.layer.id
        return isinstance(item, Bulletin) and item.id == self.bulletin.id

    def followed(self, step: Change) -> Change:
        """What a change leaves to do: comments on a section that goes follow its text to the section that has it then.

        Empty when there is none. Comments on a mention that goes keep naming it: an undo brings it back.
        """
        mine = [item for item in step.before if isinstance(item, Section) and item.layer == self.layer.id]
        stay = {item.id for item in step.after if isinstance(item, Section)}
        gone = {item.id: item.start for item in mine if item.id not in stay}
        touched = {item.id for item in (*step.before, *step.after) if isinstance(item, Comment)}
        old = [c for c in self.comments.values() if c.target in gone and c.id not in touched]
        if not old:
            return Change("", (), ())
        outline = self.outline.applied(step)
        hosts = {c.id: outline.at(gone[c.target]) for c in old}
        new = [replace(c, target=host.id if (host := hosts[c.id]) else "") for c in old]
        return change("", old, new, layer=self.layer.id)

    def extent(self, step: Change) -> Span | None:
        """The range of text a change concerns in this layer; None where it concerns no text of it."""
        found: list[Span] = []
        for item in (*step.before, *step.after):
            if isinstance(item, Mention) and item.layer == self.layer.id:
                found.append((item.start, item.end))
            elif isinstance(item, Section) and item.layer == self.layer.id:
                end = self.outline.end(item) if item.id in self.outline else len(self.text)
                found.append((item.start, max(end, item.heading_end or 0)))
        if not found:
            return None
        return min(a for a, _ in found), max(b for _, b in found)

    def relabel(self, rows: Iterable[Mention], label: str) -> Change:
        """Give mentions another label; an entity that nothing else names takes it too."""
        step = relabel(rows, label)
        moved = {m.id for m in step.after}
        named = {m.entity for m in step.after if isinstance(m, Mention) and m.entity in self.entities}
        named -= {m.entity for m in self.mentions if m.id not in moved} if named else set()
        old = [entity for key, entity in self.entities.items() if key in named]
        new = [replace(entity, label=label) for entity in old]
        return change(step.name, [*old, *step.before], [*new, *step.after], args=step.args, layer=self.layer.id)

    def open_mentions(self, start: int = 0, end: int | None = None) -> list[Mention]:
        """The suggested mentions nobody has decided on, in text order, between `start` and `end`."""
        rows = self.mentions.window(start, len(self.text) if end is None else end)
        return [m for m in rows if not m.confirmed and m.start >= start]
