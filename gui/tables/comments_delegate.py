"""How a comment looks: its place, its words in as many lines as they take, who wrote it and when."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.tables import paint
from gui.tables.comments import NOTE, CommentsModel, Note
from gui.theme import LIGHT, Theme

Index = QModelIndex | QPersistentModelIndex
_PAD, _SIDE = 7, 12
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TALL = 100_000


class CommentsDelegate(QStyledItemDelegate):
    """Draws a `Note`."""

    theme: Theme = LIGHT

    @staticmethod
    def _text(option: QStyleOptionViewItem, note: Note, width: int) -> QRect:
        if note.comment is None:
            return QRect()
        return QFontMetrics(option.font).boundingRect(QRect(0, 0, width, _TALL), _WRAP, note.comment.text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        note, view = index.data(NOTE), option.widget
        if not isinstance(note, Note):
            return QSize()
        width = view.viewport().width() if view is not None and hasattr(view, "viewport") else option.rect.width()
        line = QFontMetrics(paint.small(option.font)).height()
        text = self._text(option, note, max(60, width - 2 * _SIDE)).height()
        return QSize(100, 2 * _PAD + 2 * line + 4 + (text + 4 if text else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        note, model = index.data(NOTE), index.model()
        if not isinstance(note, Note) or not isinstance(model, CommentsModel):
            return
        theme, small = self.theme, paint.small(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.ground(painter, option, theme)
        line = QFontMetrics(small).height()
        rect = option.rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD)
        paint.words(painter, QRect(rect.left(), rect.top(), rect.width(), line), note.place, small, QColor(theme.faint))
        at = rect.top() + line + 4
        text = self._text(option, note, max(60, rect.width()))
        if note.comment is not None:
            painter.setFont(paint.struck(option.font) if note.settled else option.font)
            painter.setPen(paint.colour(theme, "faint" if note.settled else "ink"))
            painter.drawText(QRect(rect.left(), at, rect.width(), text.height()), _WRAP, note.comment.text)
            at += text.height() + 4
        foot = QRect(rect.left(), at, rect.width(), line)
        if note.settled:
            right = QPoint(rect.right(), foot.center().y())
            paint.pill(painter, right, self.tr("已了结"), small, QColor(theme.good), QColor(theme.line))
        paint.words(painter, foot, model.head(note), small, paint.colour(theme, "soft" if note.comment else "warning"))
        painter.restore()
