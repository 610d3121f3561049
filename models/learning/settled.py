"""The settled work of a project, as an engine can learn from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.bulletins import Bulletin, LayerInfo
from models.learning import DONE
from models.mentions import Mention
from models.outline import Section
from models.prelabel.engine import section_text
from models.prelabel.entities.samples import Example
from models.prelabel.suggestions import SuggestedSection
from models.project import Project

GOLD = "gold"
THEMED = ("article", "brief")
_UNDECIDED = 0.1
"""Work of which a larger share was never confirmed teaches the engine its own mistakes, and is left out."""


@dataclass(frozen=True, slots=True)
class Settled:
    """One bulletin: its mentions; (words, themes) of its articles and briefs; (start, level, kind) of its sections."""

    bulletin: str
    example: Example
    themed: tuple[tuple[str, tuple[str, ...]], ...]
    sections: tuple[tuple[int, int, str], ...]


def settled(project: Project) -> list[Settled]:
    """All bulletins with finished work, in library order: the gold layer where it is adjudicated, else a submitted one.

    Of several submitted layers the first by annotator counts: each bulletin teaches once.
    """
    layers: dict[str, list[LayerInfo]] = {}
    for layer in project.store.layers():
        if layer.status in DONE and layer.role in ("annotator", GOLD):
            layers.setdefault(layer.bulletin, []).append(layer)
    found = []
    for bulletin in project.store.bulletins():
        for layer in sorted(layers.get(bulletin.id, ()), key=lambda i: (i.role != GOLD, i.annotator)):
            if not bulletin.archived and (one := _settled(project, bulletin, layer)) is not None:
                found.append(one)
                break
    return found


def _settled(project: Project, bulletin: Bulletin, layer: LayerInfo) -> Settled | None:
    sections, mentions = project.store.sections(layer.id), project.store.mentions(layer.id)
    undecided = sum(not s.confirmed for s in sections) + sum(not m.confirmed for m in mentions)
    if not sections or undecided > _UNDECIDED * (len(sections) + len(mentions)):
        return None
    content = project.store.content(bulletin.id)
    return Settled(
        bulletin.id,
        Example(content, tuple(_ranges(mentions))),
        tuple(_themed(content, sections)),
        tuple((section.start, section.level, section.kind) for section in sorted(sections, key=lambda s: s.start)),
    )


def _ranges(mentions: Iterable[Mention]) -> list[tuple[str, int, int]]:
    """What the tagger can learn: mentions in one piece."""
    return sorted((m.label, m.start, m.end) for m in mentions if m.confirmed and len(m.fragments) == 1)


def _themed(content: str, sections: Sequence[Section]) -> Iterable[tuple[str, tuple[str, ...]]]:
    ordered = sorted(sections, key=lambda s: s.start)
    place = {section.id: n for n, section in enumerate(ordered)}
    plain = [
        SuggestedSection(s.start, s.level, s.kind, s.heading_end, place.get(s.continues or ""), (), 1.0, "")
        for s in ordered
    ]
    for n, section in enumerate(ordered):
        if section.kind in THEMED:
            yield section_text(content, plain, n), section.themes
