"""A page with a caret and a selection. Offsets are code points of the stored text; the clipboard gets that text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from gui.text.caret import Caret
from gui.text.marks import Ranges
from gui.text.navigator import Navigator, Place, WordsOf, no_words
from gui.text.page_view import PageView
from models.labels import LabelSet
from models.session import Session
from models.text import Span


class CaretView(PageView):
    """Caret and selection, and where they are drawn. Takes no keys and no mouse."""

    caret_moved = Signal(int)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caret = Caret()
        self._selection: tuple[Span, ...] = ()
        self._words: WordsOf = no_words
        self._lit = True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn)

    def set_session(self, session: Session | None, labels: LabelSet | None) -> None:
        """Show a session; the bulletin that is shown already keeps place, caret and selection."""
        stays = self.session is not None and session is not None and self.session.bulletin.id == session.bulletin.id
        super().set_session(session, labels)
        if not stays:
            self._caret = Caret()
            self._show_selection()

    def set_words(self, words: WordsOf) -> None:
        """How a paragraph's words are found: `words(characters)` gives their ranges, nothing while unknown."""
        self._words = words

    @property
    def navigator(self) -> Navigator:
        """Where the caret can go. Only while a session is shown."""
        assert self.sheet is not None
        return Navigator(self.sheet, self._words)

    # Caret and selection ----------------------------------------------------------------------------------------

    @property
    def caret(self) -> int:
        return self._caret.offset

    @property
    def caret_place(self) -> Place:
        """The caret's offset, and whether it stands at the end of a line that goes on below."""
        return self._caret.offset, self._caret.line_end

    @property
    def column(self) -> float | None:
        """Where the caret wants to stand on the lines it passes going up and down."""
        return self._caret.column

    @property
    def ranges(self) -> tuple[Span, ...]:
        """What is selected, with its outer white space."""
        return self._caret.ranges()

    @property
    def selection(self) -> tuple[Span, ...]:
        """What is selected, without outer white space; nothing where only that is selected."""
        return self._selection

    @property
    def text_length(self) -> int:
        return 0 if self.session is None else len(self.session.text)

    def set_caret(self, offset: int, *, extend: bool = False) -> None:
        """Put the caret before the character at `offset`; with `extend` select from where it was. Scrolls nothing."""
        self.move_caret((offset, False), extend=extend, keep_view=True)

    def move_caret(
        self, place: Place, *, extend: bool = False, column: float | None = None, keep_view: bool = False
    ) -> None:
        """Move the caret and, unless `keep_view`, bring it into view."""
        if self.session is None:
            return
        before = self._caret.offset
        self._update_caret()
        self._caret.put(min(max(0, place[0]), self.text_length), extend=extend, line_end=place[1])
        self._caret.column = column
        self._moved(before)
        if not keep_view:
            self.ensure_visible(self._caret.offset)

    def begin_range(self, offset: int) -> None:
        """Begin another selected range at `offset`, which grows with the caret; those selected so far stay."""
        before = self._caret.offset
        self._update_caret()
        self._caret.also(offset)
        self._moved(before)

    def select(self, *spans: Span) -> None:
        """Select ranges; the caret goes to the end of the last one."""
        before = self._caret.offset
        self._update_caret()
        self._caret.select(spans)
        self._moved(before)

    def clear_selection(self) -> None:
        """Let go of the selection; the caret stays."""
        self._caret.put(self._caret.offset, line_end=self._caret.line_end)
        self._show_selection()

    def copy(self) -> None:
        """Put the selected words on the clipboard as they are stored, ranges on lines of their own."""
        if self.session is not None and self.selection:
            content = self.session.text.content
            QGuiApplication.clipboard().setText("\n".join(content[a:b] for a, b in self.selection))

    def _moved(self, before: int) -> None:
        self._show_selection()
        self._show_caret()
        if self._caret.offset != before:
            self.caret_moved.emit(self._caret.offset)

    def _show_selection(self) -> None:
        """Draw what is selected where that has changed, and say so."""
        old, new = set(self.marks.selection.spans), set(self._caret.ranges())
        for a, b in old ^ new:
            self.update_range(a, b)
        self.marks.selection = Ranges(new)
        found = () if self.session is None else self._caret.words(self.session.text.content)
        if found != self._selection:
            self._selection = found
            self.selection_changed.emit()

    def _update_caret(self) -> None:
        self.viewport().update(self.caret_rect().adjusted(-2, -2, 2, 2))

    def caret_rect(self) -> QRect:
        """Where the caret is drawn."""
        return self.rect_of(self._caret.offset, line_end=self._caret.line_end)

    def paint_over(self, painter: QPainter) -> None:
        """Draw the caret."""
        if self.sheet is None or not self._lit or not self.hasFocus():
            return
        spot = self.sheet.spot(self._caret.offset, line_end=self._caret.line_end)
        height = min(spot.pitch - 4, self.sheet.laid(spot.paragraph).face.em * 1.35)
        top = spot.top + (spot.pitch - height) / 2
        wide = max(1.6, 1.6 * self.zoom)
        painter.fillRect(QRectF(spot.x - wide / 2, top, wide, height), QColor(self.theme.accent))

    # Focus ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._blink.stop()
        self._update_caret()

    def _show_caret(self) -> None:
        """Light the caret and let it blink from now on, as the system says."""
        self._lit = True
        time = QApplication.cursorFlashTime()
        if time > 0 and self.hasFocus():
            self._blink.start(time // 2)
        self._update_caret()

    def _turn(self) -> None:
        self._lit = not self._lit
        self._update_caret()
