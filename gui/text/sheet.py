"""The page without a window: which paragraph stands where, one QTextLayout each, laid out when it is looked at.

Coordinates: x from the left edge of the text column, y from the top of the first paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextFormat, QTextLayout, QTextLine, QTextOption

from gui.text.chip_row import ChipBox, chip_boxes
from gui.text.faces import SPACING, Face, Role, face
from gui.text.flow import Flow
from gui.text.forms import Form, Forms
from gui.theme import Theme
from models.display import DisplayMap
from models.text import Span

MARK_SIZE = 0.62
"""How large signs that are no text of the bulletin are, in characters."""
_KEPT = 400
"""Paragraphs whose layouts are kept; a screenful is about ten."""


@dataclass(slots=True)
class Laid:
    """A paragraph laid out. `first` is where its first line begins, below what stands above it."""

    form: Form
    face: Face
    layout: QTextLayout
    first: float
    height: float
    chips: list[ChipBox]
    parts: dict[Span, tuple[Segment, ...]] = field(default_factory=dict, init=False, compare=False)
    """The parts of ranges that were asked for: the same ones are drawn again and again."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the page: paragraph, UTF-16 unit, line, and where the caret stands there."""

    paragraph: int
    unit: int
    line: int
    x: float
    top: float
    pitch: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A range's part on one line. Heights are from the top of the paragraph's first line."""

    left: float
    right: float
    top: float
    baseline: float
    face: Face
    begins: bool
    ends: bool

    @property
    def whole(self) -> QRectF:
        """The box from this line's top to its bottom."""
        return QRectF(self.left, self.top, self.right - self.left, self.face.pitch)


class Sheet:
    """A text set at one width, zoom and theme."""

    def __init__(self, display: DisplayMap, forms: Forms, theme: Theme, width: float, zoom: float = 1.0,
                 spacing: float = SPACING) -> None:  # fmt: skip
        self.display, self.forms, self.theme = display, forms, theme
        self.width, self.zoom, self.spacing = width, zoom, spacing
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.flow = Flow(self._estimates(0, len(display)))
        self.grown: list[tuple[int, float]] = []
        """(paragraph, by how much) since it was last emptied: heights that turned out other than estimated."""

    # Heights ----------------------------------------------------------------------------------------------------

    def _estimates(self, low: int, high: int) -> list[float]:
        """What the paragraphs may turn out to be, without looking at them."""
        body = face(Role.BODY, self.zoom, self.spacing)
        per_line = max(1, int(self.width / body.em))
        around, pitch = body.above + body.below, body.pitch
        starts, ends = self.display.starts[low:high], self.display.ends[low:high]
        around = float(round(around))
        return [around + pitch * ((b - a + 1) // per_line + 1) for a, b in zip(starts, ends, strict=True)]

    @property
    def height(self) -> float:
        return self.flow.total

    def top(self, n: int) -> float:
        """The top of paragraph `n`."""
        return self.flow.top(n)

    def restructure(self, display: DisplayMap, forms: Forms) -> None:
        """Take over other forms and cuts; what is laid out and stays as it is is kept."""
        old, new = self.display.starts, display.starts
        moved = set(self.display.cuts) ^ set(display.cuts)
        self.forms = forms
        if display is self.display or not moved:
            self.display = display
            return
        low = max(0, min(bisect_left(old, min(moved)), bisect_left(new, min(moved))) - 1)
        old_high, new_high = bisect_left(old, max(moved) + 1), bisect_left(new, max(moved) + 1)
        if len(old) - old_high != len(new) - new_high:
            old_high, new_high = len(old), len(new)
        self.display = display
        heights = self.flow.heights
        self.flow = Flow([*heights[:low], *self._estimates(low, new_high), *heights[old_high:]])

    # Layouts ----------------------------------------------------------------------------------------------------

    def laid(self, n: int) -> Laid:
        """Paragraph `n` laid out. Its height is known from then on."""
        form = self.forms[n]
        found = self._laid.get(form.start)
        if found is None or (found.form is not form and found.form != form):
            found = self._lay(n, form)
            self._laid[form.start] = found
            if len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
        else:
            self._laid.move_to_end(form.start)
        if found.height != self.flow.heights[n]:
            self.grown.append((n, self.flow.set(n, found.height)))
        return found

    def forget(self) -> None:
        """Lay everything out anew when it is next looked at: the colours have changed."""
        self._laid.clear()

    def _lay(self, n: int, form: Form) -> Laid:
        look = face(form.role, self.zoom, self.spacing)
        layout = QTextLayout(self.display.shown(n).text, look.font)
        layout.setTextOption(self._option)
        layout.setCacheEnabled(True)
        layout.setFormats(self._formats(n, form, look))
        above = self._above(form, look)
        chips: list[ChipBox] = []
        if form.chips and form.chips_above:
            chips, below = chip_boxes(form.chips, self.width, above + 4 * self.zoom, self.zoom)
            above = below + 4 * self.zoom
        indent = look.indent if form.indented else 0.0
        y = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(look.em, self.width - indent))
            line.setPosition(QPointF(indent, y + look.baseline - line.ascent()))
            y += look.pitch
            indent = 0.0
        layout.endLayout()
        height = above + max(y, look.pitch)
        if form.chips and not form.chips_above:
            chips, below = chip_boxes(form.chips, self.width, height + 3 * self.zoom, self.zoom)
            height = below + 5 * self.zoom
        else:
            height += look.below
        return Laid(form, look, layout, above, float(round(height)), chips)

    def _above(self, form: Form, look: Face) -> float:
        """The room above a paragraph: none between the lines of one heading, more after a blank line in the text."""
        if form.gap and form.role is Role.ASIDE:
            return look.above + 2 * look.below
        return 0.0 if form.tight else look.above

    def _formats(self, n: int, form: Form, look: Face) -> list[QTextLayout.FormatRange]:
        theme, shown = self.theme, self.display.shown(n)
        found = []
        if look.look.ink != "ink":
            found.append(_format(0, shown.units, colour=getattr(theme, look.look.ink)))
        if form.bold:
            found.append(_format(0, form.bold, bold=True))
        for a, b in shown.quiet:
            found.append(_format(a, b - a, colour=theme.ghost, size=look.em * MARK_SIZE))
        for a, b in self.display.leftovers(n):
            found.append(_format(a, b - a, colour=theme.ghost))
        return found

    # Places -----------------------------------------------------------------------------------------------------

    def spot(self, offset: int, *, line_end: bool = False) -> Spot:
        """Where the character at `offset` stands; with `line_end` behind the one before it, when that ends a line."""
        n, unit = self.display.to_screen(offset)
        return self._spot(n, unit, line_end)

    def _spot(self, n: int, unit: int, line_end: bool = False) -> Spot:
        laid = self.laid(n)
        line = laid.layout.lineForTextPosition(unit)
        k = line.lineNumber() if line.isValid() else max(0, laid.layout.lineCount() - 1)
        if line_end and k and laid.layout.lineAt(k).textStart() == unit:
            k -= 1
        line = laid.layout.lineAt(k)
        x = x_of(line, unit)
        return Spot(n, unit, k, x, self.top(n) + laid.first + k * laid.face.pitch, laid.face.pitch)

    def hit(self, x: float, y: float) -> tuple[int, bool]:
        """The offset nearest to a point, and whether it is behind the last character of a line that goes on."""
        n = self.flow.at(y)
        laid = self.laid(n)
        k = int((y - self.top(n) - laid.first) // laid.face.pitch)
        line = laid.layout.lineAt(max(0, min(k, laid.layout.lineCount() - 1)))
        unit = unit_at(laid.layout, line, x)
        end = line.textStart() + line.textLength()
        return self.display.to_text(n, unit), unit == end and line.lineNumber() + 1 < laid.layout.lineCount()

    def character_at(self, x: float, y: float) -> int | None:
        """The character that a point lies on; None beside the words."""
        n = self.flow.at(y)
        laid = self.laid(n)
        k = int((y - self.top(n) - laid.first) // laid.face.pitch)
        if not 0 <= k < laid.layout.lineCount():
            return None
        line = laid.layout.lineAt(k)
        if not line.x() <= x < line.x() + line.naturalTextWidth():
            return None
        unit = unit_at(laid.layout, line, x)
        if x_of(line, unit) > x:
            unit = laid.layout.previousCursorPosition(unit)
        return self.display.to_text(n, unit)

    def line_of(self, offset: int, *, line_end: bool = False) -> Span:
        """The UTF-16 range of the screen line that `offset` stands on, in its paragraph."""
        spot = self.spot(offset, line_end=line_end)
        line = self.laid(spot.paragraph).layout.lineAt(spot.line)
        return line.textStart(), line.textStart() + line.textLength()

    def paragraphs(self, start: int, end: int) -> range:
        """The paragraphs that [start, end) meets, at least one."""
        first = self.display.paragraph(start)
        return range(first, max(first, self.display.paragraph(max(start, end - 1))) + 1)

    def origin(self, n: int) -> float:
        """The top of the first line of paragraph `n`."""
        return self.top(n) + self.laid(n).first

    def lines(self, n: int, low: float, high: float) -> range:
        """The lines of paragraph `n` between two heights."""
        laid, top = self.laid(n), self.origin(n)
        first, last = (int((y - top) // laid.face.pitch) for y in (low, high))
        return range(laid.layout.lineCount())[max(0, first) : max(0, last + 1)]

    def shown_on(self, n: int, lines: range) -> Span:
        """The range of the text that lines of paragraph `n` show."""
        start, end = self.display.span(n)
        layout = self.laid(n).layout
        if not lines:
            return start, start
        if lines.start:
            start = self.display.to_text(n, layout.lineAt(lines.start).textStart())
        if lines.stop < layout.lineCount():
            end = self.display.to_text(n, layout.lineAt(lines.stop).textStart())
        return start, end

    def segments(self, n: int, spans: Iterable[Span]) -> Iterator[Segment]:
        """The parts of ranges of the text on the lines of paragraph `n`."""
        return self.parts(n, self.laid(n), spans)

    def parts(self, n: int, laid: Laid, spans: Iterable[Span]) -> Iterator[Segment]:
        """As `segments`, of a paragraph that is known to be laid out so."""
        for span in spans:
            parts = laid.parts.get(span)
            if parts is None:
                parts = laid.parts[span] = tuple(self._segments(n, laid, span))
            yield from parts

    def _segments(self, n: int, laid: Laid, span: Span) -> Iterator[Segment]:
        units = self.display.clip(n, *span)
        if units is None:
            return
        begins, ends = self.display.starts[n] <= span[0], span[1] <= self.display.ends[n]
        low, high = units
        layout, look = laid.layout, laid.face
        for k in range(layout.lineForTextPosition(low).lineNumber(), layout.lineCount()):
            line = layout.lineAt(k)
            first = line.textStart()
            last = first + line.textLength()
            if first >= high:
                return
            left, right = sorted((x_of(line, max(low, first)), x_of(line, min(high, last))))
            y = k * look.pitch
            if right > left:
                yield Segment(left, right, y, y + look.baseline, look, begins and low >= first, ends and high <= last)


def x_of(line: QTextLine, unit: int) -> float:
    """Where a UTF-16 unit of a line stands (PySide6 answers with a pair)."""
    found = line.cursorToX(unit)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def unit_at(layout: QTextLayout, line: QTextLine, x: float) -> int:
    """The caret's place on a line that is nearest to `x`.

    Qt's own answer lies far away where a character of no width, such as U+200D, stands alone: it is checked.
    """
    found = int(line.xToCursor(x))
    away = abs(x_of(line, found) - x) - 0.5
    beside = layout.previousCursorPosition(found), layout.nextCursorPosition(found)
    start, end = line.textStart(), line.textStart() + line.textLength()
    if not any(start <= unit <= end and abs(x_of(line, unit) - x) < away for unit in beside):
        return found
    units = [start]
    while units[-1] < end:
        units.append(layout.nextCursorPosition(units[-1]))
    return min((unit for unit in units if unit <= end), key=lambda unit: abs(x_of(line, unit) - x))


def _format(
    start: int, length: int, *, colour: str = "", bold: bool = False, size: float = 0
) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    form = QTextCharFormat()
    if colour:
        form.setForeground(QColor(colour))
    if bold:
        form.setFontWeight(QFont.Weight.Bold)
    if size:
        form.setProperty(QTextFormat.Property.FontPixelSize, round(size))
        form.setFontWeight(QFont.Weight.Normal)
    made.format = form
    return made
