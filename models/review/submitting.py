"""What is left to do in a layer before it is submitted."""

from __future__ import annotations

from dataclasses import dataclass

from models.mentions import Mention
from models.outline import Section
from models.session import Session


@dataclass(frozen=True)
class Left:
    """What an annotator has not decided or is unsure of, in text order."""

    sections: tuple[Section, ...]
    themes: tuple[Section, ...]
    mentions: tuple[Mention, ...]
    unsure: tuple[Section | Mention, ...]

    @property
    def open(self) -> int:
        """How many suggestions are open."""
        return len(self.sections) + len(self.themes) + len(self.mentions)

    def __bool__(self) -> bool:
        """Whether anything is left at all."""
        return bool(self.open or self.unsure)


def left(session: Session) -> Left:
    """What is left in the open layer: boundaries, sections with proposed themes, mentions, unsure marks."""
    sections = tuple(s for s in session.outline if not s.confirmed)
    themes = tuple(s for s in session.outline if s.suggested)
    rows = tuple(session.mentions)
    marks: list[Section | Mention] = [item for item in (*session.outline, *rows) if item.unsure]
    return Left(sections, themes, tuple(m for m in rows if not m.confirmed), tuple(sorted(marks, key=_place)))


def _place(item: Section | Mention) -> tuple[int, str]:
    return item.start, item.id
