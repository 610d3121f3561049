"""How paragraphs are set: fonts, sizes and spacing by what a paragraph is, at a zoom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QFont, QFontMetricsF

from gui.theme import SANS, SERIF

MEASURE = 40
"""Full-width characters in a line."""


@dataclass(frozen=True, slots=True)
class Face:
    """How one kind of paragraph looks. `size` in pixels at zoom 1; `lead` is line pitch over size."""

    size: float
    lead: float = 1.68
    bold: bool = False
    sans: bool = False
    indent: bool = False
    ink: str = "ink"
    above: float = 2
    below: float = 6
    spaced: float = 0


FACES = {
    "body": Face(17, indent=True),
    "masthead": Face(14, sans=True, ink="soft", above=0, below=1),
    "heading.masthead": Face(23, 1.4, bold=True, above=0, below=2),
    "heading.column": Face(15, 1.5, bold=True, sans=True, ink="accent", above=14, below=2, spaced=1),
    "heading.article": Face(18.5, 1.45, bold=True, above=8, below=1),
    "heading.subsection": Face(17, 1.5, bold=True, above=4, below=1),
    "heading.brief": Face(17, 1.5, bold=True, above=6, below=1),
    "heading.caption": Face(15, 1.55, sans=True, ink="soft", above=4, below=4),
    "caption": Face(15, 1.55, sans=True, ink="soft", above=4, below=4),
    "small": Face(14, 1.55, sans=True, ink="soft", above=2, below=2),
}
SMALL_KINDS = ("boilerplate", "footer")


def role_of(kind: str, *, heading: bool) -> str:
    """The name of the face for a paragraph of a section of this kind."""
    if heading:
        return f"heading.{kind}" if f"heading.{kind}" in FACES else "heading.subsection"
    if kind in ("masthead", "caption"):
        return kind
    return "small" if kind in SMALL_KINDS else "body"


class TextStyle:
    """Fonts and distances in pixels at one zoom."""

    def __init__(self, zoom: float = 1.0, spacing: float = 1.6) -> None:
        self.zoom, self.spacing = zoom, spacing
        self._fonts: dict[tuple[str, bool], QFont] = {}

    def font(self, role: str, *, bold: bool = False) -> QFont:
        """The font of a face; `bold` for a heading run into its paragraph."""
        key = (role, bold)
        if key not in self._fonts:
            face = FACES[role]
            font = QFont()
            font.setFamilies(SANS if face.sans else SERIF)
            font.setPixelSize(max(6, round(face.size * self.zoom)))
            font.setWeight(QFont.Weight.Bold if face.bold or bold else QFont.Weight.Normal)
            if face.spaced:
                font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spaced * self.zoom)
            self._fonts[key] = font
        return self._fonts[key]

    def small(self, size: float, *, bold: bool = False) -> QFont:
        """A font of the tools' family, for chips and marks."""
        key = (f"tool{size}", bold)
        if key not in self._fonts:
            font = QFont()
            font.setFamilies(SANS)
            font.setPixelSize(max(6, round(size * self.zoom)))
            font.setBold(bold)
            self._fonts[key] = font
        return self._fonts[key]

    def pitch(self, role: str) -> float:
        """From one line to the next."""
        face = FACES[role]
        return round(face.size * face.lead * self.zoom * self.spacing / 1.6)

    @cached_property
    def em(self) -> float:
        """The width of a full-width character of the body."""
        return QFontMetricsF(self.font("body")).horizontalAdvance("国")

    @property
    def measure(self) -> float:
        """The width of the text at its widest."""
        return MEASURE * self.em + 1

    @property
    def gutter(self) -> float:
        """The room left of the text for bands and handles."""
        return 56.0

    @property
    def chip_row(self) -> float:
        """The height of a row of theme chips."""
        return round(26 * self.zoom)
