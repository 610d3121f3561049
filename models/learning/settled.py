"""The settled work of a project, as an engine can learn from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.bulletins import LayerInfo
from models.learning.teaching import teaching
from models.mentions import Mention
from models.outline import Section
from models.prelabel.engine import section_text
from models.prelabel.entities.samples import Example
from models.prelabel.suggestions import SuggestedSection
from models.project import Project

THEMED = ("article", "brief")


@dataclass(frozen=True, slots=True)
class Settled:
    """One bulletin: its mentions; (words, themes) of its articles and briefs; (start, level, kind) of its sections."""

    bulletin: str
    example: Example
    themed: tuple[tuple[str, tuple[str, ...]], ...]
    sections: tuple[tuple[int, int, str], ...]


def settled(project: Project) -> list[Settled]:
    """All bulletins with finished work, in library order, as the layer of each that teaches has it."""
    return [_settled(project, bulletin, layer) for bulletin, layer in teaching(project).layers.items()]


def _settled(project: Project, bulletin: str, layer: LayerInfo) -> Settled:
    sections, mentions = project.store.sections(layer.id), project.store.mentions(layer.id)
    content = project.store.content(bulletin)
    return Settled(
        bulletin,
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
