"""Two layers of one bulletin side by side: one scroll, every paragraph beside its like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.review.pair_painter import PairPainter
from gui.review.pair_sheet import ReadForms, SideSheet
from gui.review.sides import Cut
from gui.text.faces import MEASURE, SPACING, Role, face
from gui.text.marks import Facts, Marks, Ranges
from gui.text.reflowing import Found, Reflowing
from gui.text.scrolling import BEGINNING, Anchor, Scroller
from gui.theme import LIGHT, Theme
from models.display import DisplayMap
from models.labels import LabelSet
from models.session import Session
from models.text import Span

LEFT, RIGHT = 34, 24
_OVERHANG = 14
"""Room beside the text of each page."""
SMALLER = 15.5 / 17
"""Text beside text is set a little smaller than text alone."""


class PairView(QAbstractScrollArea):
    """Shows two sessions of the same text; nothing can be changed here. Offsets are code points."""

    place_clicked = Signal(int, int)
    """An offset, and on which page: 0 or 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(self.tr("两份标注并排"))
        self.sessions: tuple[Session, Session] | None = None
        self.sheets: tuple[SideSheet, SideSheet] | None = None
        self.marks = (Marks(), Marks())
        self.cuts: Mapping[int, tuple[Cut, Cut]] = {}
        self.current: tuple[Span, ...] = ()
        self.theme: Theme = LIGHT
        self.spacing = SPACING
        self.zoom = SMALLER
        self.name_cut: Callable[[Cut], str] = lambda cut: cut.kind
        self._page_breaks = True
        self._labels: LabelSet | None = None
        self._display: DisplayMap | None = None
        self.scroller = Scroller(self)
        self._reflowing = Reflowing(self._take_breaks, self)
        self._facts: tuple[dict[int, Facts], dict[int, Facts]] = ({}, {})
        self._scrap = QImage(1, 1, QImage.Format.Format_RGB32)

    @property
    def sheet(self) -> SideSheet | None:
        """The left page, whose heights are those of both."""
        return self.sheets[0] if self.sheets else None

    # What is shown ----------------------------------------------------------------------------------------------

    def set_sessions(
        self, sessions: tuple[Session, Session] | None, labels: LabelSet | None,
        cuts: Mapping[int, tuple[Cut, Cut]] | None = None,
    ) -> None:  # fmt: skip
        """Show two layers; the bulletin that is shown already keeps its place. None shows nothing."""
        before = self.sessions
        stays = bool(before and sessions and before[0].bulletin.id == sessions[0].bulletin.id)
        anchor = self.scroller.anchor() if stays else BEGINNING
        self.sessions, self._labels, self.cuts = sessions, labels, cuts or {}
        kept = self.marks
        self.marks = (Marks(labels=labels), Marks(labels=labels))
        if stays:
            for mine, old in zip(self.marks, kept, strict=True):
                mine.hatched = old.hatched
        else:
            self.current = ()
        if sessions is None:
            self.sheets = self._display = None
            self._reflowing.stop()
            self.scroller.fit()
            self.viewport().update()
            return
        content = sessions[0].text.content
        starts = sorted({start for session in sessions for start in session.outline.starts})
        if self._display is not None and self._display.content == content:
            if self._display.cuts != tuple(starts):
                self._display = self._display.with_cuts(starts)
        else:
            found = self._reflowing.begin(content)
            self._display = DisplayMap(content, *found, starts, marks=self._page_breaks)
        self._set_pages(anchor)

    def _set_pages(self, anchor: Anchor | None = None) -> None:
        """Set both pages anew; `anchor` or the top line stays where it is."""
        if self.sessions is None or self._display is None:
            return
        anchor = anchor or self.scroller.anchor()
        display, width = self._display, self.text_width()
        self._facts = ({}, {})
        room = {display.starts[display.paragraph(start)] for start in self.cuts}
        left, right = (
            SideSheet(display, ReadForms(display, session.outline, self._labels, ""), self.theme, width, self.zoom,
                      self.spacing, room)
            for session in self.sessions
        )  # fmt: skip
        SideSheet.pair(left, right)
        self.sheets = left, right
        self.scroller.restore(anchor)
        self.viewport().update()

    def _take_breaks(self, content: str, found: Found) -> None:
        """All the page's own line breaks of the text are known."""
        if self._display is not None and self._display.content == content:
            anchor = self.scroller.anchor()
            self._display = DisplayMap(content, *found, self._display.cuts, marks=self._page_breaks)
            self._set_pages(anchor)

    def set_look(self, theme: Theme, zoom: float, spacing: float, page_breaks: bool) -> None:
        """Take over how texts are set; `zoom` is that of a text alone."""
        if self._display is not None and page_breaks != self._page_breaks:
            self._display = self._display.with_marks(page_breaks)
        self._page_breaks = page_breaks
        # Half the words may be hatched while a review begins: softer than in a text that is annotated.
        self.theme = replace(theme, hatch=theme.tint(theme.accent, 0.42))
        self.zoom, self.spacing = zoom * SMALLER, spacing
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.paper))
        self.setPalette(palette)
        self._set_pages()
        self.viewport().update()

    def set_hatched(self, spans: Sequence[Span]) -> None:
        """Hatch on both pages what is not settled."""
        for marks in self.marks:
            marks.hatched = Ranges(spans)
        self.viewport().update()

    def set_current(self, spans: tuple[Span, ...], mentions: tuple[str | None, str | None]) -> None:
        """Frame the present difference: its ranges, and the mention that each side has there."""
        for span in {*self.current, *spans}:
            self._update_range(*span)
        self.current = spans
        for marks, mention in zip(self.marks, mentions, strict=True):
            marks.mention = mention

    def _update_range(self, start: int, end: int) -> None:
        """Draw the paragraphs that show [start, end) anew."""
        sheet = self.sheet
        if sheet is None:
            return
        rows = sheet.paragraphs(start, end)
        top, bottom = (round(sheet.top(n) - self.scroller.top) for n in (rows.start, rows.stop))
        if bottom > -_OVERHANG and top < self.viewport().height() + _OVERHANG:
            self.viewport().update(0, top - _OVERHANG, self.viewport().width(), bottom - top + 2 * _OVERHANG)

    # Places -----------------------------------------------------------------------------------------------------

    def column_width(self) -> float:
        """How wide each page is, margins included."""
        return self.viewport().width() / 2

    def text_width(self) -> float:
        """How wide lines are: a whole number of characters, 40 at most."""
        em = face(Role.BODY, self.zoom, self.spacing).em
        return max(6, min(MEASURE, int((self.column_width() - LEFT - RIGHT) / em))) * em + 1.0

    def text_left(self, page: int) -> float:
        """Where the words of a page begin in the viewport."""
        rest = self.column_width() - LEFT - RIGHT - self.text_width()
        return float(round(page * self.column_width() + LEFT + max(0.0, rest / 2)))

    def place_at(self, point: QPoint) -> tuple[int, int]:
        """The offset nearest to a viewport point, and the page it lies on."""
        page = int(point.x() >= self.column_width())
        if self.sheets is None:
            return 0, page
        return self.sheets[page].hit(point.x() - self.text_left(page), point.y() + self.scroller.top)[0], page

    def top_offset(self) -> int:
        """What stands at the top of the pages."""
        return self.scroller.anchor()[0]

    def screen_point(self, offset: int) -> QPoint:
        """The place on the screen just below a character of the left page."""
        if self.sheet is None:
            return self.mapToGlobal(QPoint(0, 0))
        spot = self.sheet.spot(offset)
        at = QPoint(round(spot.x + self.text_left(0)), round(spot.top - self.scroller.top + spot.pitch + 6))
        return self.viewport().mapToGlobal(at)

    def show_place(self, offset: int) -> None:
        """Bring a place to the middle of both pages, unless it can be seen well already."""
        sheet = self.sheet
        if sheet is None:
            return
        spot, height = sheet.spot(offset), self.viewport().height()
        if not 0.2 * height < spot.top - self.scroller.top < 0.75 * height:
            self.scroller.show(offset, 0.38)

    def prepare(self, offset: int) -> None:
        """Lay out what will be seen when a place is shown: going there is the quicker. What is seen stays."""
        sheet = self.sheet
        if sheet is None:
            return
        spot, height = sheet.spot(offset), self.viewport().height()
        low, high = spot.top - 0.4 * height, spot.top + 0.7 * height
        # Drawn on a scrap: that lays it out, and what drawing looks up is known afterwards.
        painter = QPainter(self._scrap)
        for page in (0, 1):
            self._paint_page(painter, page, low, high)
        painter.end()
        self.scroller.absorb()

    # Events -----------------------------------------------------------------------------------------------------

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        self.scroller.scrolled(dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.theme.paper))
        middle = self.column_width()
        if self.sessions is not None and self.sheets is not None:
            self.scroller.painted()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            low, high = (y + self.scroller.top for y in (event.rect().top(), event.rect().bottom()))
            for page in (0, 1):
                painter.save()
                painter.setClipRect(QRectF(page * middle, 0, middle, self.viewport().height()))
                painter.translate(self.text_left(page), -self.scroller.top)
                self._paint_page(painter, page, low, high)
                painter.restore()
        painter.fillRect(QRectF(round(middle), 0, 1, self.viewport().height()), QColor(self.theme.line))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, low: float, high: float) -> None:
        """Draw what stands between two heights of a page, onto a painter whose origin is the top left of its text."""
        if self.sessions is not None and self.sheets is not None:
            one = PairPainter(painter, self.sheets[page], self.sessions[page], self.marks[page], page, self.name_cut,
                              self._facts[page])  # fmt: skip
            one.paint(low, high, self.cuts, self.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.sheet is not None and self.sheet.width != self.text_width():
            self._set_pages()
        else:
            self.scroller.fit()
            self.scroller.settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.sheets is not None:
            self.place_clicked.emit(*self.place_at(event.position().toPoint()))
        super().mousePressEvent(event)
