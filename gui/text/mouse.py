"""The mouse on the text: caret, selection, mentions, chips, and boundaries that are dragged."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from gui.text.caret_view import CaretView
from gui.text.chip_row import ChipBox
from gui.text.page_view import redraw_mention
from models.text import landing

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_SNAP_REACH = 4_000
"""How many characters around the pointer are searched for the beginning of a line."""


@dataclass(frozen=True, slots=True)
class Drag:
    """A boundary under the mouse: whose it is, where it was grasped, where it would fall (None: nowhere yet)."""

    section: str
    grasped: QPoint
    offset: int | None = None


class Mouse(QObject):
    """What the mouse does in one reading view. Sections, themes and mentions are named by their ids."""

    mention_clicked = Signal(str)
    boundary_dropped = Signal(str, int)
    """A section's boundary was dragged to an offset."""
    boundary_clicked = Signal(str)
    chip_clicked = Signal(str, str)
    """Section and theme; no theme for the chip that adds one."""

    def __init__(self, view: CaretView) -> None:
        super().__init__(view)
        self._view = view
        self._selecting = False
        self._pressed_at: QPoint | None = None
        self._clicked_twice: QPoint | None = None
        self._point = QPoint()
        self._scroller = QTimer(self, interval=30)
        self._scroller.timeout.connect(self._scroll_on)
        self._twice = QTimer(self, singleShot=True)
        self.drag: Drag | None = None

    # What is under the pointer ----------------------------------------------------------------------------------

    def chip_at(self, point: QPoint) -> ChipBox | None:
        """The chip under a point."""
        sheet = self._view.sheet
        if sheet is None:
            return None
        x, y = self._view.page_point(point)
        n = sheet.flow.at(y)
        place = QPointF(x, y - sheet.top(n))
        return next((item for item in sheet.laid(n).chips if item.box.contains(place)), None)

    def mention_at(self, point: QPoint, *, after: str | None = None) -> str | None:
        """The shortest mention under a point; when that is `after`, the next longer one there."""
        view = self._view
        if view.sheet is None or view.session is None:
            return None
        offset = view.sheet.character_at(*view.page_point(point))
        keys = [] if offset is None else [m.id for m in view.session.mentions.at(offset)]
        if not keys:
            return None
        return keys[(keys.index(after) + 1) % len(keys)] if after in keys else keys[0]

    # Buttons ----------------------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        view, point = self._view, event.position().toPoint()
        self._point = point
        if event.button() != Qt.MouseButton.LeftButton or view.sheet is None or view.bands is None:
            return
        handle = view.bands.handle_at(*view.page_point(point))
        if handle is not None:
            self.drag = Drag(handle.section.id, point)
            return
        if (chip := self.chip_at(point)) is not None:
            self.chip_clicked.emit(chip.chip.section, chip.chip.theme)
            return
        if (band := view.bands.section_at(*view.page_point(point))) is not None:
            self.boundary_clicked.emit(band.id)
            return
        self._selecting, self._pressed_at = True, point
        place = view.sheet.hit(*view.page_point(point))
        if self._twice.isActive() and self._clicked_twice is not None and _near(point, self._clicked_twice):
            self._selecting = False
            view.select(*self._kept(event), view.navigator.paragraph_at(place[0]))
        elif event.modifiers() & _CONTROL:
            view.begin_range(place[0])
        else:
            view.move_caret(place, extend=bool(event.modifiers() & _SHIFT), keep_view=True)

    def _kept(self, event: QMouseEvent) -> tuple[tuple[int, int], ...]:
        return self._view.ranges[:-1] if event.modifiers() & _CONTROL else ()

    def double_click(self, event: QMouseEvent) -> None:
        """Take the word; a third click soon after takes the paragraph."""
        view, point = self._view, event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or view.sheet is None or self.chip_at(point) is not None:
            return
        offset = view.sheet.character_at(*view.page_point(point))
        word = view.navigator.word_at(view.offset_at(point) if offset is None else offset)
        view.select(*(view.ranges if event.modifiers() & _CONTROL else ()), word)
        self._selecting = False
        self._clicked_twice = point
        self._twice.start(QApplication.doubleClickInterval())

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        view = self._view
        self._point = event.position().toPoint()
        if self.drag is not None:
            self._drag_on(by_character=bool(event.modifiers() & _CONTROL))
        elif self._selecting and view.sheet is not None:
            if self._pressed_at is not None and _near(self._point, self._pressed_at):
                return
            self._pressed_at = None
            view.move_caret(view.sheet.hit(*view.page_point(self._point)), extend=True, keep_view=True)
        else:
            self._hover()
            return
        outside = not 0 <= self._point.y() < view.viewport().height()
        if outside != self._scroller.isActive():
            if outside:
                self._scroller.start()
            else:
                self._scroller.stop()

    def release(self, event: QMouseEvent) -> None:
        """A button came up: a click on a mention, or the end of a drag."""
        view = self._view
        drag, self.drag = self.drag, None
        clicked = self._selecting and self._pressed_at is not None
        self._selecting, self._pressed_at = False, None
        self._scroller.stop()
        if drag is not None:
            view.viewport().update()
            if drag.offset is None:
                self.boundary_clicked.emit(drag.section)
            else:
                self.boundary_dropped.emit(drag.section, drag.offset)
        elif clicked and not event.modifiers() & (_SHIFT | _CONTROL):
            key = self.mention_at(event.position().toPoint(), after=view.marks.mention)
            if key is not None:
                self.mention_clicked.emit(key)

    def cancel(self) -> bool:
        """Let go of a boundary that is being dragged; says whether there was one."""
        drag, self.drag = self.drag, None
        self._scroller.stop()
        if drag is not None:
            self._view.viewport().update()
        return drag is not None

    def leave(self) -> None:
        """The pointer has left the view."""
        self._show_hovered(None, None)

    # While it moves ---------------------------------------------------------------------------------------------

    def _drag_on(self, *, by_character: bool) -> None:
        if self.drag is None or (self.drag.offset is None and _near(self._point, self.drag.grasped)):
            return
        offset = self._snapped(by_character)
        if offset != self.drag.offset:
            self.drag = replace(self.drag, offset=offset)
            self._view.viewport().update()

    def _snapped(self, by_character: bool) -> int:
        """The offset a boundary would fall to: the nearest beginning of a line of the text, or the very character."""
        view = self._view
        offset = view.offset_at(QPoint(max(self._point.x(), int(view.text_left())), self._point.y()))
        session = view.session
        if by_character or session is None or view.sheet is None:
            return landing(session.text.content, offset) if session is not None else offset
        y = view.page_point(self._point)[1]
        go, sheet = view.navigator, view.sheet
        before = go.line_start_before(offset + 1)
        found = [before, go.line_start_after(offset)]
        near = [at for at in found if abs(at - offset) < _SNAP_REACH and at < len(session.text)] or [before]
        return min(near, key=lambda at: abs(sheet.spot(at).top - y))

    def _hover(self) -> None:
        view = self._view
        if view.bands is None:
            return
        chip = self.chip_at(self._point)
        page = view.page_point(self._point)
        shape = Qt.CursorShape.IBeamCursor
        if view.bands.handle_at(*page) is not None:
            shape = Qt.CursorShape.SplitVCursor
        elif chip is not None or view.bands.section_at(*page) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif page[0] < -4:
            shape = Qt.CursorShape.ArrowCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)
        self._show_hovered(self.mention_at(self._point), chip)

    def _show_hovered(self, mention: str | None, chip: ChipBox | None) -> None:
        view = self._view
        if mention != view.marks.hovered:
            for key in (view.marks.hovered, mention):
                redraw_mention(view, key)
            view.marks.hovered = mention
        shown = None if chip is None else (chip.chip.section, chip.chip.theme)
        if shown != view.marks.chip:
            view.marks.chip = shown
            view.viewport().update()

    def _scroll_on(self) -> None:
        """Scroll while the pointer is held above or below the view."""
        view, y = self._view, self._point.y()
        over = y if y < 0 else max(0, y - view.viewport().height())
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + max(-80, min(80, over)))
        if self.drag is not None:
            self._drag_on(by_character=bool(QGuiApplication.keyboardModifiers() & _CONTROL))
        elif view.sheet is not None:
            view.move_caret(view.sheet.hit(*view.page_point(self._point)), extend=True, keep_view=True)

    def paint(self, painter: QPainter) -> None:
        """Draw where the dragged boundary would fall."""
        sheet = self._view.sheet
        if self.drag is None or self.drag.offset is None or sheet is None:
            return
        spot = sheet.spot(self.drag.offset)
        accent = QColor(sheet.theme.accent)
        painter.setPen(QPen(accent, 1.5))
        painter.drawLine(QPointF(-30, spot.top), QPointF(sheet.width, spot.top))
        painter.drawLine(QPointF(spot.x, spot.top), QPointF(spot.x, spot.top + spot.pitch))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(QPointF(-30, spot.top), 3.5, 3.5)


def _near(one: QPoint, other: QPoint) -> bool:
    return (one - other).manhattanLength() < QApplication.startDragDistance() // 2
