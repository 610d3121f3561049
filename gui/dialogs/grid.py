"""A table as every dialog shows it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QHeaderView, QTableView


def grid(model: QAbstractItemModel, name: str, *, stretched: int = 0, by_row: bool = True) -> QTableView:
    """A table view without lines; the column `stretched` takes the room that the others leave."""
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(31)
    view.setShowGrid(False)
    view.setMouseTracking(True)
    view.setTabKeyNavigation(False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.setWordWrap(False)
    view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    behaviour = QTableView.SelectionBehavior
    view.setSelectionBehavior(behaviour.SelectRows if by_row else behaviour.SelectItems)
    head = view.horizontalHeader()
    head.setHighlightSections(False)
    head.setMinimumSectionSize(56)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    return view
