"""How a difference looks in the list: its kind, the words, who said what at the right, and what else below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.tables import paint
from gui.tables.differences import DETAIL, KIND, NOTE, ROW
from gui.tables.differences_words import kind_names
from gui.theme import LIGHT, Theme
from models.review.differences import Difference

Index = QModelIndex | QPersistentModelIndex
_PAD, _SPACE = 14, 10
_DONE = "✓ "


@dataclass(frozen=True)
class _Set:
    """How rows are set in a font: worked out once, for thousands of rows."""

    words: QFont
    small: QFont
    kind: QFont
    high: int
    small_high: int
    kind_wide: int

    @staticmethod
    def of(font: QFont) -> _Set:
        high, small, kind = QFontMetrics(font).height(), paint.small(font), paint.small(font, bold=True)
        kind.setPixelSize(high * 13 // 19 or 13)
        # The longest of them in the present language, so that none is cut and all words begin in one line.
        wide = max(QFontMetrics(kind).horizontalAdvance(_DONE + name) for name in kind_names())
        return _Set(QFont(font), small, kind, high, QFontMetrics(small).height(), wide + _SPACE)


class DifferencesDelegate(QStyledItemDelegate):
    """Draws a `Difference`. All rows are equally high, so that thousands of them cost nothing."""

    theme: Theme = LIGHT
    _known: _Set | None = None

    def _set(self, font: QFont) -> _Set:
        if self._known is None or self._known.words != font:
            self._known = _Set.of(font)
        return self._known

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = self._set(option.font)
        return QSize(200, look.high + look.small_high + 21)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, Difference):
            return
        theme, rect, look = self.theme, option.rect, self._set(option.font)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, QColor(theme.selected))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        if (row.settled or not row.ready) and not chosen:
            painter.setOpacity(0.62)
        detail = str(index.data(DETAIL) or "")
        above = 9 if detail else (rect.height() - look.high) // 2
        top = QRect(rect.left() + _PAD, rect.top() + above, rect.width() - 2 * _PAD, look.high)
        kind = (_DONE if row.settled else "") + str(index.data(KIND) or "")
        ink = theme.good if row.settled else theme.warning if row.changed else theme.accent
        paint.line(painter, QRect(top.left(), top.top(), look.kind_wide, top.height()), kind, look.kind, QColor(ink))
        top.setLeft(top.left() + look.kind_wide)
        right = paint.note(painter, top, str(index.data(NOTE) or ""), look.small, QColor(theme.faint))
        paint.line(painter, right, str(index.data() or ""), look.words, QColor(theme.ink))
        below = QRect(top.left(), top.bottom() + 3, top.width(), look.small_high)
        paint.line(painter, below, detail, look.small, QColor(theme.faint))
        painter.restore()
