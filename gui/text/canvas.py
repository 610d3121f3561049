"""The surface a text is shown on: scrolling, zoom, painting, places. It takes no input and has no caret."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.text.gutter import Gutter
from gui.text.layouts import Layouts
from gui.text.painter import Marks, Painter
from gui.text.style import TextStyle
from gui.theme import LIGHT, Theme
from models.changes import Change
from models.labels import LabelSet
from models.outline import Section
from models.session import Session
from models.text import Span

_TOP, _BOTTOM, _RIGHT = 22.0, 120.0, 28.0
MARK = "¶"


class Canvas(QAbstractScrollArea):
    """Shows one session. Offsets are code points; points are viewport coordinates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.session: Session | None = None
        self.layouts: Layouts | None = None
        self.marks = Marks()
        self.theme = LIGHT
        self.section: str | None = None
        self._style = TextStyle()
        self._mark = MARK
        self._gutter: Gutter | None = None

    # What is shown ----------------------------------------------------------------------------------------------

    def set_session(self, session: Session | None, labels: LabelSet | None) -> None:
        """Show a session from its beginning; None shows nothing."""
        self.session = session
        self.marks = Marks(labels=labels)
        self.layouts = self._gutter = None
        if session is not None:
            self._build()
            self._take_comments()
        self._fit_bar()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def _build(self) -> None:
        if self.session is not None:
            self.layouts = Layouts(self.session, self.theme, self._style, self._text_width(), mark=self._mark)
            self._gutter = Gutter(self.layouts)

    def _take_comments(self) -> None:
        if self.session is not None:
            rows = self.session.comments.values()
            self.marks.commented = frozenset(c.target for c in rows if not c.resolved)

    def apply_change(self, step: Change) -> None:
        """Show a change that the session has taken over already; only what it concerns is drawn anew."""
        if self.session is None or self.layouts is None:
            return
        self._take_comments()
        if step.touches(Section):
            with_anchor = self._anchor()
            self.layouts.restructure()
            self._restore(with_anchor)
            self.viewport().update()
            return
        extent = self.session.extent(step)
        if extent is None:
            self.viewport().update()
            return
        paragraphs = self.layouts.paragraphs_in(*extent)
        top = self.layouts.tops[paragraphs.start] - self._scrolled() + _TOP
        bottom = self.layouts.tops[paragraphs.stop] - self._scrolled() + _TOP
        self.viewport().update(QRect(0, int(top) - 8, self.viewport().width(), int(bottom - top) + 18))

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme = theme
        self._relayout()

    def set_zoom(self, factor: float) -> None:
        """Show the text larger or smaller; 1 is its natural size. The line at the top stays."""
        self._style = TextStyle(factor, self._style.spacing)
        self._relayout()

    def set_spacing(self, spacing: float) -> None:
        """Set the lines closer or wider apart: line pitch over character size."""
        if spacing != self._style.spacing:
            self._style = TextStyle(self._style.zoom, spacing)
            self._relayout()

    @property
    def zoom(self) -> float:
        return self._style.zoom

    def set_page_breaks_shown(self, on: bool) -> None:
        """Show the page's own line breaks as ¶ or not at all."""
        mark = MARK if on else ""
        if mark != self._mark:
            self._mark = mark
            anchor = self._anchor()
            self._build()
            self._restore(anchor)
            self.viewport().update()

    @property
    def page_breaks_shown(self) -> bool:
        return bool(self._mark)

    def set_find_hits(self, spans: Sequence[Span], current: int | None) -> None:
        """Mark the places that were found, one of them as the present one, which is brought into view."""
        self.marks.hits, self.marks.hit = list(spans), current
        if current is not None and current < len(spans):
            self.ensure_visible(spans[current][0])
        self.viewport().update()

    def set_hatched(self, spans: Sequence[Span]) -> None:
        """Hatch ranges: where layers differ."""
        self.marks.hatched = list(spans)
        self.viewport().update()

    def set_current_section(self, section_id: str | None) -> None:
        """Show which section is the current one."""
        if section_id != self.section:
            self.section = section_id
            self.viewport().update()

    def set_current_mention(self, mention_id: str | None) -> None:
        """Frame the selected mention."""
        if mention_id != self.marks.mention:
            self.marks.mention = mention_id
            self.viewport().update()

    # Geometry ---------------------------------------------------------------------------------------------------

    def _text_width(self) -> float:
        room = self.viewport().width() - self._style.gutter - _RIGHT
        return max(self._style.em * 8, min(self._style.measure, room))

    def _text_left(self) -> float:
        width = self._text_width() + self._style.gutter
        return max(0.0, (self.viewport().width() - width - _RIGHT) / 2) + self._style.gutter

    def _scrolled(self) -> int:
        return self.verticalScrollBar().value()

    def to_text_point(self, point: QPoint) -> tuple[float, float]:
        """A viewport point in the coordinates of the text column."""
        return point.x() - self._text_left(), point.y() + self._scrolled() - _TOP

    def offset_at(self, point: QPoint) -> int:
        """The offset of the character edge nearest to a viewport point."""
        return 0 if self.layouts is None else self.layouts.offset_at(*self.to_text_point(point))

    def rect_of(self, offset: int) -> QRect:
        """Where the caret would stand before the character at `offset`."""
        if self.layouts is None:
            return QRect()
        self.layouts.caret(offset)
        self._settle()
        box = self.layouts.caret(offset).translated(self._text_left(), _TOP - self._scrolled())
        return box.toAlignedRect()

    def visible_paragraphs(self) -> range:
        """The paragraphs in view."""
        if self.layouts is None:
            return range(0)
        top = self._scrolled() - _TOP
        first = self.layouts.paragraph_at_y(top)
        last = self.layouts.paragraph_at_y(top + self.viewport().height())
        return range(first, last + 1)

    def scroll_to(self, offset: int, *, centre: bool = True) -> None:
        """Bring `offset` to the middle of the view, or near its top."""
        if self.layouts is None:
            return
        for _ in range(3):  # laying out what comes into view may correct estimates above it
            box = self.layouts.caret(offset)
            share = 0.5 if centre else 0.12
            self.verticalScrollBar().setValue(int(box.center().y() + _TOP - self.viewport().height() * share))
            self._settle()

    def ensure_visible(self, offset: int) -> None:
        """Scroll only when `offset` is out of view."""
        rect = self.rect_of(offset)
        if rect.top() < 24 or rect.bottom() > self.viewport().height() - 40:
            self.scroll_to(offset, centre=True)

    def _anchor(self) -> tuple[int, float]:
        """The offset at the top of the view, and how far its paragraph is scrolled out."""
        if self.layouts is None:
            return 0, 0.0
        top = self._scrolled() - _TOP
        n = self.layouts.paragraph_at_y(top)
        return self.layouts.map.paragraphs[n].start, top - self.layouts.tops[n]

    def _restore(self, anchor: tuple[int, float]) -> None:
        self._fit_bar()
        if self.layouts is not None:
            n = self.layouts.map.paragraph_at(anchor[0])
            self.verticalScrollBar().setValue(round(self.layouts.tops[n] + anchor[1] + _TOP))

    def _relayout(self) -> None:
        anchor = self._anchor()
        if self.layouts is not None:
            self.layouts.resize(self._text_width(), self._style, self.theme)
            self._gutter = Gutter(self.layouts)
        self._restore(anchor)
        self.viewport().update()

    def _fit_bar(self) -> None:
        bar = self.verticalScrollBar()
        height = 0 if self.layouts is None else self.layouts.height + _TOP + _BOTTOM
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(self._style.pitch("body")))
        bar.setRange(0, max(0, int(height - self.viewport().height())))

    def _settle(self) -> None:
        """Lay out what is in view; where a true height replaces an estimate, the top line stays where it is."""
        if self.layouts is None:
            return
        for _ in range(4):
            for n in self.visible_paragraphs():
                self.layouts.layout(n)
            if not self.layouts.dirty:
                return
            anchor = self._anchor()
            self.layouts.retop()
            self._restore(anchor)

    # Events -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settle()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.theme.paper))
        if self.layouts is None or self._gutter is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._scrolled() - _TOP
        first = self.layouts.paragraph_at_y(top + event.rect().top())
        last = self.layouts.paragraph_at_y(top + event.rect().bottom())
        painter.translate(QPointF(self._text_left(), _TOP - self._scrolled()))
        paragraphs = range(first, last + 1)
        self._gutter.paint(painter, paragraphs, self.section)
        Painter(self.layouts, self.marks).paint(painter, paragraphs)
        self.paint_over(painter)

    def paint_over(self, painter: QPainter) -> None:
        """What else is to be drawn over the text, in the coordinates of the text column."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.layouts is not None and abs(self.layouts.width - self._text_width()) > 0.5:
            self._relayout()
        else:
            self._fit_bar()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()
