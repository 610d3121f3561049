"""The surface a text is shown on: scrolling, zoom, painting, places. It takes no input and has no caret."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.text.bands import Bands
from gui.text.faces import GUTTER, MEASURE, SPACING, Role, face
from gui.text.forms import Forms
from gui.text.marks import Marks, Ranges, commented, named_otherwise
from gui.text.page_painter import PagePainter
from gui.text.reflowing import Found, Reflowing
from gui.text.scrolling import BEGINNING, Anchor, Scroller
from gui.text.sheet import Sheet
from gui.theme import LIGHT, Theme
from models.bulletins import Comment
from models.changes import Change
from models.display import DisplayMap
from models.labels import LabelSet
from models.mentions import Mention
from models.outline import Section
from models.session import Session
from models.text import Span

RIGHT = 28
_OVERHANG = 14
"""How far shapes may stand out of their paragraph."""


class PageView(QAbstractScrollArea):
    """Shows one session. Offsets are code points; points are viewport coordinates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.session: Session | None = None
        self.sheet: Sheet | None = None
        self.bands: Bands | None = None
        self.marks = Marks()
        self.theme = LIGHT
        self.zoom = 1.0
        self.page_breaks_shown = True
        self.spacing = SPACING
        self._display: DisplayMap | None = None
        self.scroller = Scroller(self)
        self._reflowing = Reflowing(self._take_breaks, self)

    # What is shown ----------------------------------------------------------------------------------------------

    def set_session(self, session: Session | None, labels: LabelSet | None) -> None:
        """Show a session from its beginning; the bulletin that is shown already keeps its place. None shows nothing."""
        before = self.session
        stays = before is not None and session is not None and before.bulletin.id == session.bulletin.id
        anchor = self.scroller.anchor() if stays else None
        self.session = session
        kept = self.marks
        self.marks = Marks(labels=labels)
        if stays:
            self.marks.section, self.marks.mention, self.marks.selection = kept.section, kept.mention, kept.selection
            self.marks.hits, self.marks.hit = kept.hits, kept.hit
        if session is None:
            self.sheet = self.bands = self._display = None
            self._reflowing.stop()
            self.scroller.fit()
        else:
            self.marks.commented = commented(session)
            content = session.text.content
            if self._display is not None and self._display.content == content:
                self._take_outline(session, anchor or BEGINNING)
            else:
                found = self._reflowing.begin(content)
                self._display = DisplayMap(content, *found, session.outline.starts, marks=self.page_breaks_shown)
                self._set_page(BEGINNING)
        self.viewport().update()

    def _set_page(self, anchor: Anchor | None = None) -> None:
        """Set the page anew for the present width, zoom, theme and text; `anchor` or the top line stays where it is."""
        session, display = self.session, self._display
        if session is None or display is None:
            return
        anchor = anchor or self.scroller.anchor()
        forms = Forms(display, session.outline, self.marks.labels, add_chip())
        width = text_width(self.viewport().width(), self.zoom, self.spacing)
        self.sheet = Sheet(display, forms, self.theme, width, self.zoom, self.spacing)
        self.bands = Bands(self.sheet, session.outline)
        self.scroller.restore(anchor)
        self.viewport().update()

    def _take_breaks(self, content: str, found: Found) -> None:
        """All the page's own line breaks of the text are known."""
        if self._display is not None and self._display.content == content:
            anchor = self.scroller.anchor()
            self._display = DisplayMap(content, *found, self._display.cuts, marks=self.page_breaks_shown)
            self._set_page(anchor)

    def _take_outline(self, session: Session, anchor: Anchor) -> None:
        """The same text under another outline: what is laid out and stays as it is is kept."""
        if self._display is None or self.sheet is None:
            return
        if self._display.cuts != session.outline.starts:
            self._display = self._display.with_cuts(session.outline.starts)
        self.sheet.restructure(self._display, Forms(self._display, session.outline, self.marks.labels, add_chip()))
        self.bands = Bands(self.sheet, session.outline)
        self.marks.named.clear()
        self.scroller.restore(anchor)
        self.viewport().update()

    def apply_change(self, step: Change) -> None:
        """Show a change that the session has taken over already; only what it concerns is drawn anew."""
        session, sheet = self.session, self.sheet
        if session is None or sheet is None or self._display is None:
            return
        if step.touches(Section):
            self._take_outline(session, self.scroller.anchor())
        if step.touches(Comment):
            self.marks.commented = commented(session)
            self.viewport().update()
        for item in (*step.before, *step.after):
            if isinstance(item, Mention) and item.layer == session.layer.id:
                self.update_range(item.start, item.end)
        if step.touches(Mention):
            for n in named_otherwise(session, sheet.display, self.marks, self.scroller.visible()):
                self.update_range(*sheet.display.span(n))

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme = theme
        if self.sheet is not None:
            self.sheet.theme = theme
            self.sheet.forget()
        self.viewport().update()

    def set_zoom(self, factor: float) -> None:
        """Show the text larger or smaller; 1 is its natural size. The line at the top stays."""
        if factor != self.zoom:
            self.zoom = factor
            self._set_page()

    def set_spacing(self, spacing: float) -> None:
        """From one line of body text to the next, over the size of a character."""
        if spacing != self.spacing:
            self.spacing = spacing
            self._set_page()

    def set_page_breaks_shown(self, on: bool) -> None:
        """Show the page's own line breaks as ¶ or not at all."""
        if on != self.page_breaks_shown:
            anchor = self.scroller.anchor()
            self.page_breaks_shown = on
            if self._display is not None:
                self._display = self._display.with_marks(on)
                self._set_page(anchor)

    def set_find_hits(self, spans: Sequence[Span], current: int | None) -> None:
        """Mark the places that were found, one of them as the present one, which is brought into view."""
        self.marks.hits = Ranges(spans)
        self.marks.hit = spans[current] if current is not None and 0 <= current < len(spans) else None
        if self.marks.hit is not None:
            self.ensure_visible(self.marks.hit[0])
        self.viewport().update()

    def set_hatched(self, spans: Sequence[Span]) -> None:
        """Hatch ranges: where layers differ."""
        self.marks.hatched = Ranges(spans)
        self.viewport().update()

    def set_current_section(self, section_id: str | None) -> None:
        """Show which section is the current one."""
        if section_id != self.marks.section:
            self.marks.section = section_id
            self.viewport().update(0, 0, int(self.text_left()), self.viewport().height())

    def set_current_mention(self, mention_id: str | None) -> None:
        """Frame the selected mention; None frames none."""
        if mention_id != self.marks.mention:
            for key in (self.marks.mention, mention_id):
                redraw_mention(self, key)
            self.marks.mention = mention_id

    # Places -----------------------------------------------------------------------------------------------------

    def text_left(self) -> float:
        """Where the text column begins in the viewport."""
        rest = self.viewport().width() - GUTTER - text_width(self.viewport().width(), self.zoom, self.spacing) - RIGHT
        return float(round(max(0.0, rest / 2) + GUTTER))

    def page_point(self, point: QPoint) -> tuple[float, float]:
        """A viewport point in the coordinates of the sheet."""
        return point.x() - self.text_left(), float(point.y() + self.scroller.top)

    def offset_at(self, point: QPoint) -> int:
        """The offset of the character edge nearest to a viewport point."""
        return 0 if self.sheet is None else self.sheet.hit(*self.page_point(point))[0]

    def rect_of(self, offset: int, *, line_end: bool = False) -> QRect:
        """Where the caret stands before the character at `offset`."""
        if self.sheet is None:
            return QRect()
        self.sheet.spot(offset)
        self.scroller.absorb()
        spot = self.sheet.spot(offset, line_end=line_end)
        y = spot.top - self.scroller.top
        return QRect(round(spot.x + self.text_left()), round(y), 2, round(spot.pitch))

    def update_range(self, start: int, end: int) -> None:
        """Draw the paragraphs that show [start, end) anew."""
        if self.sheet is None:
            return
        rows = self.sheet.paragraphs(start, end)
        shift = -self.scroller.top
        top, bottom = self.sheet.top(rows.start) + shift, self.sheet.top(rows.stop) + shift
        if bottom > -_OVERHANG and top < self.viewport().height() + _OVERHANG:
            high = max(0, int(top) - _OVERHANG)
            low = min(self.viewport().height(), int(bottom) + _OVERHANG)
            self.viewport().update(0, high, self.viewport().width(), low - high)

    def scroll_to(self, offset: int, *, centre: bool = True) -> None:
        """Bring `offset` to the middle of the view, or near its top."""
        self.scroller.show(offset, 0.42 if centre else 0.08)

    def ensure_visible(self, offset: int) -> None:
        """Scroll only when `offset` is out of view: a little when it is near, else to the middle."""
        rect, height = self.rect_of(offset), self.viewport().height()
        if rect.top() < -height // 2 or rect.bottom() > height + height // 2:
            self.scroll_to(offset)
        else:
            self.scroller.reveal(rect.top(), rect.bottom())

    # Events -----------------------------------------------------------------------------------------------------

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        self.scroller.scrolled(dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.theme.paper))
        session, sheet = self.session, self.sheet
        if session is None or sheet is None or self.bands is None:
            return
        self.scroller.painted()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.text_left(), -self.scroller.top)
        low = event.rect().top() + self.scroller.top - _OVERHANG
        high = event.rect().bottom() + self.scroller.top + _OVERHANG
        self.bands.paint(painter, low, high, self.marks)
        page = PagePainter(painter, sheet, session, self.marks)
        n = sheet.flow.at(low)
        while n < len(sheet.display) and sheet.top(n) <= high:
            page.paragraph(n, low, high)
            n += 1
        self.paint_over(painter)

    def paint_over(self, painter: QPainter) -> None:
        """What else is drawn over the text, in the coordinates of the sheet."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.sheet is not None and self.sheet.width != text_width(self.viewport().width(), self.zoom, self.spacing):
            self._set_page()
        else:
            self.scroller.fit()
            self.scroller.settle()


def add_chip() -> str:
    """What the chip says that adds a theme."""
    return QCoreApplication.translate("PageView", "＋ 主题 T")


def redraw_mention(view: PageView, mention_id: str | None) -> None:
    """Draw a mention anew, if it is one of the layer that is shown."""
    if mention_id is not None and view.session is not None and mention_id in view.session.mentions:
        mention = view.session.mentions[mention_id]
        view.update_range(mention.start, mention.end)


def text_width(room: int, zoom: float, spacing: float) -> float:
    """How wide lines are in a viewport of this width: a whole number of characters, 40 at most."""
    em = face(Role.BODY, zoom, spacing).em
    return max(6, min(MEASURE, int((room - GUTTER - RIGHT) / em))) * em + 1.0
