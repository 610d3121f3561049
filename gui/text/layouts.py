"""Where everything stands: one QTextLayout a paragraph, laid out when first needed, heights estimated before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from gui.text.old_display import DisplayMap
from gui.text.style import FACES, TextStyle, role_of
from gui.theme import Theme
from models.outline import Section
from models.reflow import leftovers, soft_breaks
from models.session import Session
from models.text import Span, landing

_KEPT = 600
THEMED_KINDS = ("article", "brief")


@dataclass(frozen=True, slots=True)
class Band:
    """A section in the gutter: from paragraph `first` to before `last`, at a depth."""

    section: Section
    first: int
    last: int
    depth: int


class Layouts:
    """Paragraphs of one session with their roles, heights and layouts. Coordinates: text column, top of the text."""

    def __init__(self, session: Session, theme: Theme, style: TextStyle, width: float, *, mark: str) -> None:
        self.session, self.theme, self.style, self.width = session, theme, style, width
        content = session.text.content
        self._leftovers = leftovers(content)
        self._leftover_starts = [a for a, _ in self._leftovers]
        self.map = DisplayMap(content, soft_breaks(content), session.outline.starts, mark=mark)
        self._cache: OrderedDict[tuple[int, int, str, int], QTextLayout] = OrderedDict()
        self._known: dict[tuple[int, int, str, int], float] = {}
        self.dirty = False
        self._structure()

    # Structure --------------------------------------------------------------------------------------------------

    def restructure(self) -> None:
        """Take over another outline: cuts, roles and chips; layouts of untouched paragraphs are kept."""
        self.map.set_cuts(self.session.outline.starts)
        self._structure()

    def resize(self, width: float, style: TextStyle, theme: Theme) -> None:
        """Lay out anew for another width, zoom or theme."""
        self.width, self.style, self.theme = width, style, theme
        self._cache.clear()
        self._known.clear()
        self._structure()

    def _structure(self) -> None:
        outline, content = self.session.outline, self.session.text.content
        count = len(self.map.paragraphs)
        self._sections: list[Section | None] = [None] * count
        self.chips_above: dict[int, Section] = {}
        self.chips_below: dict[int, Section] = {}
        firsts = [self.map.paragraph_at(landing(content, s.start)) for s in outline]
        for n, section in enumerate(outline):
            first = firsts[n]
            last = firsts[n + 1] if n + 1 < len(firsts) else count
            self._sections[first:last] = [section] * (last - first)
            if section.kind in THEMED_KINDS or section.themes or section.suggested:
                heads = self._heading_paragraphs(section, first, last)
                if heads:
                    self.chips_below[first + heads - 1] = section
                else:
                    self.chips_above[first] = section
        self.bands = list(self._bands(firsts, count))
        self._estimate()

    def _heading_paragraphs(self, section: Section, first: int, last: int) -> int:
        """How many whole paragraphs the heading takes."""
        if section.heading_end is None:
            return 0
        n = first
        while n < last and self.map.paragraphs[n].end <= section.heading_end:
            n += 1
        return n - first

    def _bands(self, firsts: list[int], count: int) -> list[Band]:
        """A section's band runs over its children; the masthead's only over itself."""
        outline = self.session.outline
        found: list[Band] = []
        ends: list[tuple[int, int]] = []
        last_at: dict[int, int] = {}
        for n in range(len(outline) - 1, -1, -1):
            level = outline[n].level
            own = max(level, 1)
            end = min((place for lower, place in last_at.items() if lower <= own), default=count)
            ends.append((n, end))
            for lower in [x for x in last_at if x >= level]:
                del last_at[lower]
            last_at[level] = firsts[n]
        for n, end in reversed(ends):
            found.append(Band(outline[n], firsts[n], end, max(0, outline[n].level - 1)))
        return found

    def section_of(self, n: int) -> Section | None:
        """The section that paragraph `n` belongs to."""
        return self._sections[n] if n < len(self._sections) else None

    def role(self, n: int) -> tuple[str, int]:
        """The face of paragraph `n`, and up to which offset a run-in heading makes it bold (0: not at all)."""
        section, paragraph = self.section_of(n), self.map.paragraphs[n]
        if section is None:
            return "body", 0
        end = section.heading_end
        if end is not None and paragraph.end <= end:
            return role_of(section.kind, heading=True), 0
        role = role_of(section.kind, heading=False)
        if end is not None and paragraph.start < end:
            return role, end
        return role, 0

    # Heights ----------------------------------------------------------------------------------------------------

    def _estimate(self) -> None:
        per_line = max(1, int(self.width / self.style.em))
        self.heights = []
        for n, paragraph in enumerate(self.map.paragraphs):
            role, bold = self.role(n)
            known = self._known.get((paragraph.start, paragraph.end, role, bold))
            if known is None:
                lines = -(-(paragraph.end - paragraph.start + 2) // per_line)
                known = max(1, lines) * self.style.pitch(role)
            self.heights.append(known + self._around(n, role))
        self.retop()

    def _around(self, n: int, role: str) -> float:
        """The room above and below a paragraph's lines."""
        above, below = self._above(n, role), FACES[role].below * self.style.zoom
        return above + below + (self.style.chip_row if n in self.chips_below else 0)

    def _above(self, n: int, role: str) -> float:
        above = FACES[role].above * self.style.zoom
        before = self.section_of(n - 1) if n else None
        if role.startswith("heading.") and before is self.section_of(n):
            above = min(above, 2 * self.style.zoom)  # the second line of a heading block
        return above + (self.style.chip_row if n in self.chips_above else 0)

    def retop(self) -> None:
        """Bring the tops up to date with the heights."""
        self.tops = [0.0, *accumulate(self.heights)]
        self.dirty = False

    @property
    def height(self) -> float:
        return self.tops[-1]

    def paragraph_at_y(self, y: float) -> int:
        """The paragraph at a height."""
        return max(0, min(len(self.map.paragraphs) - 1, bisect_right(self.tops, y) - 1))

    def text_top(self, n: int) -> float:
        """Where the lines of paragraph `n` begin."""
        return self.tops[n] + self._above(n, self.role(n)[0])

    def chips_top(self, n: int, *, below: bool) -> float:
        """Where the row of chips above or below paragraph `n` begins."""
        if not below:
            return self.tops[n] + (self._above(n, self.role(n)[0]) - self.style.chip_row)
        return self.tops[n] + self.heights[n] - self.style.chip_row - FACES[self.role(n)[0]].below * self.style.zoom

    # Layouts ----------------------------------------------------------------------------------------------------

    def layout(self, n: int) -> QTextLayout:
        """The layout of paragraph `n`; its true height replaces the estimate (`dirty` says so)."""
        paragraph = self.map.paragraphs[n]
        role, bold = self.role(n)
        key = (paragraph.start, paragraph.end, role, bold)
        made = self._cache.get(key)
        if made is not None:
            self._cache.move_to_end(key)
            return made
        made = QTextLayout(self.map.shown(n), self.style.font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(option)
        made.setFormats(self._formats(n, role, bold))
        made.setCacheEnabled(True)
        height = self._set_lines(made, role, indent=paragraph.opens and FACES[role].indent)
        self._cache[key] = made
        if len(self._cache) > _KEPT:
            self._cache.popitem(last=False)
        self._known[key] = height
        whole = height + self._around(n, role)
        if abs(whole - self.heights[n]) > 0.5:
            self.heights[n] = whole
            self.dirty = True
        return made

    def _set_lines(self, layout: QTextLayout, role: str, *, indent: bool) -> float:
        pitch = self.style.pitch(role)
        shift = 2 * self.style.em if indent else 0.0
        y = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self.style.em * 4, self.width - shift))
            line.setPosition(QPointF(shift, y + (pitch - line.height()) / 2))
            y += pitch
            shift = 0.0
        layout.endLayout()
        return max(y, pitch)

    def _formats(self, n: int, role: str, bold: int) -> list[QTextLayout.FormatRange]:
        paragraph = self.map.paragraphs[n]
        found = []
        if FACES[role].ink != "ink":
            found.append(_format(0, 1 << 20, QColor(getattr(self.theme, FACES[role].ink))))
        if bold:
            start, end = self.map.units(n, paragraph.start, bold)
            made = _format(start, end - start, QColor(self.theme.ink))
            made.format.setFontWeight(700)
            found.append(made)
        low = max(0, bisect_left(self._leftover_starts, paragraph.start) - 1)
        high = bisect_left(self._leftover_starts, paragraph.end)
        for a, b in self._leftovers[low:high]:
            start, end = self.map.units(n, a, b)
            if end > start:
                found.append(_format(start, end - start, QColor(self.theme.ghost)))
        found += [_format(a, b - a, QColor(self.theme.ghost)) for a, b in self.map.marks(n)]
        return found

    # Places -----------------------------------------------------------------------------------------------------

    def rects(self, n: int, start: int, end: int) -> list[QRectF]:
        """The boxes that [start, end) takes in paragraph `n`, one a line: from the line's top to its bottom."""
        a, b = self.map.units(n, start, end)
        if b <= a:
            return []
        layout, top = self.layout(n), self.text_top(n)
        found: list[QRectF] = []
        for k in range(layout.lineForTextPosition(a).lineNumber(), layout.lineCount()):
            line = layout.lineAt(k)
            first = line.textStart()
            if first >= b:
                break
            x0 = x_of(line, max(a, first))
            x1 = x_of(line, min(b, first + line.textLength()))
            found.append(QRectF(x0, top + line.y(), x1 - x0, line.height()))
        return found

    def caret(self, offset: int) -> QRectF:
        """Where the caret stands before the character at `offset`."""
        n, units = self.map.to_screen(offset)
        layout = self.layout(n)
        line = layout.lineForTextPosition(units)
        if not line.isValid():
            line = layout.lineAt(max(0, layout.lineCount() - 1))
        return QRectF(x_of(line, units), self.text_top(n) + line.y(), 2, line.height())

    def offset_at(self, x: float, y: float) -> int:
        """The offset of the character edge nearest to a point."""
        n = self.paragraph_at_y(y)
        layout, inside = self.layout(n), y - self.text_top(n)
        if inside < 0:
            return self.map.paragraphs[n].start
        pitch = self.style.pitch(self.role(n)[0])
        line = layout.lineAt(max(0, min(layout.lineCount() - 1, int(inside // pitch))))
        found = line.xToCursor(x)
        return self.map.to_text(n, found[0] if isinstance(found, tuple) else found)

    def paragraphs_in(self, start: int, end: int) -> range:
        """The paragraphs that a range of text meets."""
        return range(self.map.paragraph_at(start), self.map.paragraph_at(max(start, end - 1)) + 1)

    def line_edges(self, offset: int) -> Span:
        """The first and the last offset of the screen line that `offset` stands on."""
        n, units = self.map.to_screen(offset)
        line = self.layout(n).lineForTextPosition(units)
        first = line.textStart()
        last = first + line.textLength()
        if line.lineNumber() + 1 < self.layout(n).lineCount():
            last -= 1
        return self.map.to_text(n, first), self.map.to_text(n, last)


def x_of(line: QTextLine, units: int) -> float:
    """The x of a position in a line (PySide6 answers with a pair)."""
    found = line.cursorToX(units)
    return found[0] if isinstance(found, tuple) else found


def _format(start: int, length: int, color: QColor) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    form = QTextCharFormat()
    form.setForeground(color)
    made.format = form
    return made
