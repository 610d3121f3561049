"""A tree whose rows are drawn by their delegate alone, indentation and triangles too."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTreeView, QWidget

BARE = "QTreeView::item, QTreeView::item:selected, QTreeView::item:hover { background: transparent; padding: 0; }"


@runtime_checkable
class Branching(Protocol):
    """A delegate that says where a click on a row opens or closes it."""

    def branch(self, index: QModelIndex | QPersistentModelIndex) -> tuple[int, int]: ...


class PaintedTree(QTreeView):
    """Arrows walk and open, a click on the triangle opens, the keyboard's place is always shown."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(BARE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        delegate = self.itemDelegate()
        # Not hasChildren(): PySide 6.11 crashes when Python asks a list model for it.
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self.model().rowCount(index):
            low, high = delegate.branch(index) if isinstance(delegate, Branching) else (0, 0)
            if low <= at.x() - self.visualRect(index).left() < high:
                self.setExpanded(index, not self.isExpanded(index))
                return
        super().mousePressEvent(event)
