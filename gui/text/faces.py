"""How each kind of paragraph is set: sizes, spacing, indents. Lengths are pixels at a zoom of 1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtGui import QFont, QFontMetricsF

from gui.theme import SANS, SERIF

GUTTER = 54.0
"""Room for bands and handles at the left of the text."""
MEASURE = 40
"""Characters of body text in a full line."""
SPACING = 1.72
"""From one line of body text to the next, over the size of a character."""


class Role(Enum):
    """What a paragraph is, for the eye."""

    TITLE = "title"
    COLUMN = "column"
    HEADING = "heading"
    SUBHEADING = "subheading"
    BODY = "body"
    ASIDE = "aside"
    """Captions, mastheads' small print, footers: not read in the flow of the text."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a role is set. `indent` is in characters; `ink` names a colour role of the theme."""

    size: float
    leading: float
    above: float
    below: float
    bold: bool = False
    sans: bool = False
    indent: int = 0
    spacing: float = 0.0
    ink: str = "ink"


LOOKS = {
    Role.TITLE: Look(23, 1.4, 2, 2, bold=True),
    Role.COLUMN: Look(15, 1.4, 16, 4, bold=True, sans=True, spacing=1.0, ink="accent"),
    Role.HEADING: Look(18.5, 1.45, 10, 2, bold=True),
    Role.SUBHEADING: Look(17, 1.5, 6, 2, bold=True),
    Role.BODY: Look(17, SPACING, 2, 8, indent=2),
    Role.ASIDE: Look(15, SPACING, 1, 3, ink="soft"),
}


@dataclass(frozen=True)
class Face:
    """A role at one zoom: its font, and the font's measures in pixels."""

    role: Role
    look: Look
    font: QFont
    ascent: float
    descent: float
    em: float
    pitch: float
    """From one line to the next."""
    above: float
    below: float

    @property
    def indent(self) -> float:
        return self.look.indent * self.em

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline."""
        return (self.pitch - self.ascent - self.descent) / 2 + self.ascent


@cache
def face(role: Role, zoom: float, spacing: float = SPACING) -> Face:
    """The face of a role; `zoom` 1 is the size as designed, `spacing` that of body text, which the others follow."""
    look = LOOKS[role]
    font = family(look.sans, look.size * zoom)
    font.setBold(look.bold)
    if look.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look.spacing * zoom)
    metrics = QFontMetricsF(font)
    em = metrics.horizontalAdvance("国")
    pitch = round(look.size * look.leading * zoom * spacing / SPACING)
    return Face(role, look, font, metrics.ascent(), metrics.descent(), em, pitch, look.above * zoom, look.below * zoom)


@cache
def _small(size: int, bold: bool) -> QFont:
    font = family(True, size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def small(size: float, *, bold: bool = False) -> QFont:
    """The tools' font at `size` pixels, for chips and marks."""
    return _small(max(7, round(size)), bold)


def family(sans: bool, size: float) -> QFont:
    """The text's font, or the tools', at `size` pixels."""
    font = QFont()
    font.setFamilies(list(SANS if sans else SERIF))
    font.setPixelSize(max(6, round(size)))
    return font
