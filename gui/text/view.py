"""The reading view: what keys and mouse do in it. Commands are actions that others add to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.text import keys, speech
from gui.text.caret_view import CaretView
from gui.text.mouse import Mouse
from gui.text.navigator import WordsOf
from models.labels import LabelSet
from models.session import Session
from models.text import Span

_ZOOM_STEP = 1.1
SMALLEST, LARGEST = 0.5, 4.0
"""The zooms the wheel stops at."""


class ReadingView(CaretView):
    """Reading, selecting and pointing. Every offset is a code point of the stored text."""

    mention_clicked = Signal(str)
    boundary_dropped = Signal(str, int)
    """A section's boundary was dragged to an offset."""
    boundary_clicked = Signal(str)
    chip_clicked = Signal(str, str)
    """Section and theme; no theme for the chip that adds one."""
    context_requested = Signal(QPoint, int)
    """A menu is asked for at a point of the screen, for an offset."""
    zoom_changed = Signal(float)
    """The wheel has set another zoom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Plain letters are commands: no input method may take them for the beginning of a word.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(self.tr("正文"))
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._mouse = Mouse(self)
        self._mouse.mention_clicked.connect(self.mention_clicked)
        self._mouse.boundary_dropped.connect(self.boundary_dropped)
        self._mouse.boundary_clicked.connect(self.boundary_clicked)
        self._mouse.chip_clicked.connect(self.chip_clicked)
        self._rest = QTimer(self, singleShot=True, interval=150)
        self._rest.timeout.connect(self._ask_words)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._rest.start())
        self._said = 0
        self.caret_moved.connect(self._say)

    def set_session(self, session: Session | None, labels: LabelSet | None) -> None:
        self._mouse.cancel()
        super().set_session(session, labels)
        self._rest.start()

    def set_words(self, words: WordsOf) -> None:
        super().set_words(words)
        self._rest.start()

    def _ask_words(self) -> None:
        """Once the view has come to rest, ask for the words in it, so that they are known when they are wanted."""
        if self.sheet is not None:
            for n in self.scroller.visible():
                self._words(self.sheet.display.bare(n)[0])

    def _say(self, offset: int) -> None:
        """Tell a screen reader where the caret is now."""
        if self.sheet is None:
            return
        before, self._said = self._said, offset
        display = self.sheet.display
        if display.paragraph(before) != display.paragraph(offset) or not self.accessibleDescription():
            self.setAccessibleDescription(speech.paragraph(self.sheet, offset))
        speech.announce(self, speech.spoken(self.sheet, before, self.caret_place))

    # Where to go ------------------------------------------------------------------------------------------------

    def next_word(self, offset: int) -> int:
        """The next edge of a word; `offset` itself where nothing is shown."""
        return offset if self.sheet is None else self.navigator.next_word(offset)

    def previous_word(self, offset: int) -> int:
        """The edge of a word before `offset`."""
        return offset if self.sheet is None else self.navigator.previous_word(offset)

    def words_around(self, offset: int) -> Span:
        """The word over the character at `offset`."""
        return (offset, offset) if self.sheet is None else self.navigator.word_at(offset)

    def line_start_after(self, offset: int) -> int:
        """Where the next line of the stored text begins."""
        return offset if self.sheet is None else self.navigator.line_start_after(offset)

    def line_start_before(self, offset: int) -> int:
        """Where the stored line begins, or the one before it when `offset` is there already."""
        return offset if self.sheet is None else self.navigator.line_start_before(offset)

    # Keys and mouse ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cancelled = event.key() == Qt.Key.Key_Escape and self._mouse.cancel()
        if not cancelled and not keys.press(self, event):
            event.ignore()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab belongs to the suggestions; Ctrl+Tab and F6 leave the text."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._mouse.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(min(LARGEST, max(SMALLEST, self.zoom * _ZOOM_STEP ** (event.angleDelta().y() / 120))))
            self.zoom_changed.emit(self.zoom)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.sheet is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.caret_rect().bottomLeft())
            self.context_requested.emit(at, self.caret)
            return
        offset = self.offset_at(event.pos())
        if not any(a <= offset <= b for a, b in self.selection):
            self.set_caret(offset)
        self.context_requested.emit(event.globalPos(), offset)

    def paint_over(self, painter: QPainter) -> None:
        super().paint_over(painter)
        self._mouse.paint(painter)
