"""The reading view: a canvas with a caret, a selection, mouse and keys. Commands are actions that others add to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gui.text.canvas import Canvas
from gui.text.chips import Chip, chips_of
from gui.text.dragging import Drag
from gui.text.keys import CaretKeys
from gui.text.navigator import Navigator, WordsOf
from models.changes import Change
from models.labels import LabelSet
from models.session import Session
from models.text import Span

_ZOOM_STEP = 1.1


def _no_words(_paragraph: str) -> Sequence[Span]:
    return ()


class ReadingView(Canvas):
    """Reading, selecting and pointing. Every offset is a code point of the stored text."""

    caret_moved = Signal(int)
    selection_changed = Signal()
    mention_clicked = Signal(str)
    boundary_dropped = Signal(str, int)
    boundary_clicked = Signal(str)
    chip_clicked = Signal(str, str)
    context_requested = Signal(QPoint, int)
    zoom_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("正文"))
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.caret = 0
        self.selection: tuple[Span, ...] = ()
        self._origin: int | None = None
        self._kept: tuple[Span, ...] = ()
        self._words: WordsOf = _no_words
        self._drag: Drag | None = None
        self._pressed = False
        self._keys = CaretKeys(self)
        self._scroller = QTimer(self, interval=40)
        self._scroller.timeout.connect(self._autoscroll)
        self._mouse = QPoint()

    def set_session(self, session: Session | None, labels: LabelSet | None) -> None:
        super().set_session(session, labels)
        self.caret, self.selection, self._origin, self._drag = 0, (), None, None

    def apply_change(self, step: Change) -> None:
        super().apply_change(step)
        self.setAccessibleDescription(self._spoken())

    def set_words(self, words: WordsOf) -> None:
        """How a paragraph's words are found: `words(characters)` gives their ranges, nothing while unknown."""
        self._words = words

    @property
    def navigator(self) -> Navigator:
        """Where the caret can go in the text shown. Only while a session is shown."""
        assert self.layouts is not None
        return Navigator(self.layouts, self._words)

    # Caret and selection ----------------------------------------------------------------------------------------

    def set_caret(self, offset: int, *, extend: bool = False) -> None:
        """Put the caret before the character at `offset`; with `extend` select from where it was."""
        if self.session is None:
            return
        offset = min(max(0, offset), len(self.session.text))
        if extend:
            origin = self.caret if self._origin is None else self._origin
            self._set_selection((*self._kept, (min(origin, offset), max(origin, offset))))
            self._origin = origin
        else:
            self._origin, self._kept = None, ()
            self._set_selection(())
        moved = offset != self.caret
        self.caret = offset
        if moved:
            self.caret_moved.emit(offset)
            self.setAccessibleDescription(self._spoken())
        self.viewport().update()

    def select(self, *spans: Span) -> None:
        """Select ranges; the caret goes to the end of the last one."""
        self._kept = tuple(spans[:-1])
        self._origin = spans[-1][0] if spans else None
        self._set_selection(tuple(spans))
        if spans and spans[-1][1] != self.caret:
            self.caret = spans[-1][1]
            self.caret_moved.emit(self.caret)
        self.viewport().update()

    def clear_selection(self) -> None:
        """Let go of the selection; the caret stays."""
        self._origin, self._kept = None, ()
        self._set_selection(())

    def _set_selection(self, spans: tuple[Span, ...]) -> None:
        found = tuple(sorted(span for span in spans if span[0] < span[1]))
        if found != self.selection:
            self.selection = self.marks.selection = found
            self.selection_changed.emit()
            self.viewport().update()

    def copy(self) -> None:
        """Copy the selected words as they are stored, ranges on lines of their own."""
        if self.session is not None and self.selection:
            content = self.session.text.content
            QGuiApplication.clipboard().setText("\n".join(content[a:b] for a, b in self.selection))

    def _spoken(self) -> str:
        """What a screen reader is told: the paragraph with the caret."""
        if self.session is None or self.layouts is None:
            return ""
        return self.layouts.map.shown(self.layouts.map.paragraph_at(self.caret))[:200]

    # Keys -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._drag is not None and event.key() == Qt.Key.Key_Escape:
            self._drag = None
            self.viewport().update()
        elif self.session is None or not self._keys.press(event):
            event.ignore()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab belongs to the suggestions; Ctrl+Tab and F6 leave the text."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Mouse ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.layouts is None or self._gutter is None:
            return
        point = event.position().toPoint()
        handle = self._gutter.handle_at(*self.to_text_point(point), self.visible_paragraphs())
        if handle is not None:
            self._drag = Drag(handle.section, -1)
            self.boundary_clicked.emit(handle.section)
            return
        chip = self._chip_at(point)
        if chip is not None:
            self.chip_clicked.emit(chip.section, chip.theme)
            return
        self._pressed = True
        offset = self.offset_at(point)
        keys = event.modifiers()
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self.set_caret(offset, extend=True)
        elif keys & Qt.KeyboardModifier.ControlModifier and self.selection:
            kept = self.selection
            self.caret, self._origin, self._kept = offset, offset, kept
        else:
            self.set_caret(offset)
            self._point_at_mention(point)

    def _point_at_mention(self, point: QPoint) -> None:
        under = self._mention_at(point)
        if under is not None:
            self.mention_clicked.emit(under)

    def _mention_at(self, point: QPoint) -> str | None:
        """The shortest mention under a point."""
        if self.session is None or self.layouts is None:
            return None
        x, y = self.to_text_point(point)
        offset = self.layouts.offset_at(x, y)
        for place in (offset, offset - 1):
            for mention in self.session.mentions.at(place):
                for n in self.layouts.paragraphs_in(place, place + 1):
                    if any(box.adjusted(0, -2, 0, 6).contains(x, y) for box in self.layouts.rects(n, place, place + 1)):
                        return mention.id
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position().toPoint()
        if self.layouts is None or self._gutter is None:
            return
        if self._drag is not None:
            by_character = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._drag = self._drag.moved(self.layouts, *self.to_text_point(self._mouse), by_character=by_character)
            self.viewport().update()
        elif self._pressed:
            self.set_caret(self.offset_at(self._mouse), extend=True)
        else:
            self._hover()
            return
        outside = not 0 <= self._mouse.y() < self.viewport().height()
        if outside != self._scroller.isActive():
            self._scroller.start() if outside else self._scroller.stop()

    def _hover(self) -> None:
        assert self._gutter is not None
        handle = self._gutter.handle_at(*self.to_text_point(self._mouse), self.visible_paragraphs())
        over = self._chip_at(self._mouse)
        shape = Qt.CursorShape.SizeVerCursor if handle else Qt.CursorShape.PointingHandCursor if over else None
        self.viewport().setCursor(shape or Qt.CursorShape.IBeamCursor)
        hovered = self._mention_at(self._mouse)
        if hovered != self.marks.hovered:
            self.marks.hovered = hovered
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = False
        self._scroller.stop()
        drag, self._drag = self._drag, None
        if drag is not None:
            self.viewport().update()
            if drag.offset >= 0:
                self.boundary_dropped.emit(drag.section, drag.offset)
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click takes the word; on the selected word it takes the paragraph."""
        if self.session is None or event.button() != Qt.MouseButton.LeftButton:
            return
        offset = self.offset_at(event.position().toPoint())
        word = self.navigator.word_at(offset)
        kept = self._kept if event.modifiers() & Qt.KeyboardModifier.ControlModifier else ()
        self.select(*kept, self.navigator.paragraph_of(offset) if self.selection == (word,) else word)

    def _autoscroll(self) -> None:
        """Scroll on while the mouse is held above or below the view."""
        height, y = self.viewport().height(), self._mouse.y()
        distance = y if y < 0 else max(0, y - height)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + max(-60, min(60, distance)))
        if self._drag is None:
            self.set_caret(self.offset_at(self._mouse), extend=True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_requested.emit(event.globalPos(), self.offset_at(event.pos()))

    def _chip_at(self, point: QPoint) -> Chip | None:
        if self.layouts is None:
            return None
        x, y = self.to_text_point(point)
        n = self.layouts.paragraph_at_y(y)
        for found, below in ((self.layouts.chips_above, False), (self.layouts.chips_below, True)):
            section = found.get(n)
            if section is not None:
                top = self.layouts.chips_top(n, below=below)
                for chip in chips_of(section, self.marks.labels, self.layouts.style, top, self.layouts.width):
                    if chip.rect.contains(x, y):
                        return chip
        return None

    def paint_over(self, painter: QPainter) -> None:
        if self.layouts is None:
            return
        if self.hasFocus() and not self.selection:
            painter.fillRect(self.layouts.caret(self.caret), QColor(self.theme.accent))
        if self._drag is not None and self._drag.offset >= 0:
            self._drag.paint(painter, self.layouts)
