"""The pages of the agreement window: each a table whose cells can be asked for the places that they count."""

from __future__ import annotations

from itertools import chain
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from gui.dialogs import agreement_cells as cells
from gui.dialogs.agreement_names import CONFUSED, NAMES, figure_name, tr
from gui.dialogs.agreement_scale import Scale
from gui.dialogs.choice import Choice
from gui.dialogs.grid import grid
from gui.dialogs.parts import faint, filled
from gui.tables.agreement import CELL, SORT, Cell, FiguresModel
from gui.tables.agreement_heat import HeatDelegate
from gui.tables.agreement_interval import IntervalDelegate
from models.labels import LabelSet

Plain = dict[str, Any]

_MEASURED = 60
"""How many rows are measured to fit a column: measuring a thousand takes a second."""


class FigurePage(QWidget):
    """A table of `Cell`s. Moving to a cell tells of it; Enter asks to go on to its places."""

    chosen = Signal(object)  # Cell
    entered = Signal()

    def __init__(self, name: str, *, by_row: bool = False, sorted_by: bool = False) -> None:
        super().__init__()
        self._last = (0, 0)
        self.model = FiguresModel(self)
        shown: FiguresModel | QSortFilterProxyModel = self.model
        if sorted_by:
            shown = QSortFilterProxyModel(self)
            shown.setSourceModel(self.model)
            shown.setSortRole(SORT)
        self.view: QTableView = grid(shown, name, by_row=by_row)
        self.view.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setSortingEnabled(sorted_by)
        if sorted_by:
            self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.foot = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self.view, 1)
        column.addLayout(self.foot)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.installEventFilter(self)
        self.setFocusProxy(self.view)

    @property
    def cell(self) -> Cell | None:
        """The cell the keyboard is at."""
        found = self.view.currentIndex().data(CELL)
        return found if isinstance(found, Cell) else None

    def stretch(self, column: int) -> None:
        """Give a column the room that the others leave; the head forgets it with each new table."""
        head = self.view.horizontalHeader()
        for n in range(head.count()):
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(n, mode.Stretch if n == column else mode.ResizeToContents)

    def choose(self) -> None:
        """Go to the cell where one was before other figures came, else to the first that counts something."""
        shown = self.view.model()
        every = ((row, column) for row in range(shown.rowCount()) for column in range(shown.columnCount()))
        for row, column in chain([self._last], every):
            index = shown.index(row, column)
            cell = index.data(CELL)
            if isinstance(cell, Cell) and cell.question is not None:
                self.view.setCurrentIndex(index)
                return

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        cell = index.data(CELL)
        if isinstance(cell, Cell):
            self._last = index.row(), index.column()
            self.chosen.emit(cell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is self.view and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def as_text(self) -> str:
        """The table as tab-separated lines, in the order shown."""
        shown = self.view.model()
        if not isinstance(shown, QSortFilterProxyModel):
            return self.model.as_text()
        return self.model.as_text([shown.mapToSource(shown.index(n, 0)).row() for n in range(shown.rowCount())])


class OverviewPage(FigurePage):
    """Every measure over all pairs, with its interval."""

    def __init__(self) -> None:
        super().__init__(self.tr("总览"), by_row=True)
        self.view.setItemDelegateForColumn(3, IntervalDelegate(self.view))

    def fill(self, answer: Plain, _labels: LabelSet | None) -> None:
        """Show these figures."""
        heads = [self.tr("指标"), self.tr("值"), self.tr("95% 区间"), "0 … 1"]
        self.model.show_cells(heads, cells.overview(answer))
        self.stretch(3)


class LabelsPage(FigurePage):
    """The mentions of each label."""

    def __init__(self) -> None:
        super().__init__(self.tr("按标签"), sorted_by=True)

    def fill(self, answer: Plain, labels: LabelSet | None) -> None:
        """Show these figures."""
        heads = [
            self.tr("标签"), self.tr("F1（严格）"), self.tr("95% 区间"), self.tr("精确率"), self.tr("召回率"),
            self.tr("F1（重叠）"), self.tr("F1（按字）"),
        ]  # fmt: skip
        self.model.show_cells(heads, cells.by_label(answer, labels))
        self.stretch(0)


def _in_two_lines(name: str) -> str:
    """A measure's name broken before what stands in brackets, else at its first space, else not at all."""
    for mark in (" (", "（", " "):
        head, found, rest = name.partition(mark)
        if found:
            return f"{head}\n{mark.strip()}{rest}"
    return name


class BulletinsPage(FigurePage):
    """Each bulletin; a click on a head sorts."""

    def __init__(self) -> None:
        super().__init__(self.tr("按刊物"), sorted_by=True)

    def fill(self, answer: Plain, _labels: LabelSet | None) -> None:
        """Show these figures."""
        figures = list(answer["bulletins"][0]["values"]) if answer["bulletins"] else []
        names = [figure_name(figure) for figure in figures]
        heads = [self.tr("刊物"), *(_in_two_lines(name) for name in names)]
        self.model.show_cells(heads, cells.by_bulletin(answer, figures), tips=["", *names])
        self.stretch(0)


class MatrixPage(FigurePage):
    """A matrix whose cells are as large as there is room for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.head.setContentsMargins(4, 4, 4, 8)
        self.view.setItemDelegate(HeatDelegate(self.view))
        self.view.verticalHeader().show()
        self.view.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        for head in (self.view.horizontalHeader(), self.view.verticalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setHighlightSections(True)

    def set_matrix(self, names: list[str], rows: list[list[Cell]]) -> None:
        """Show a square matrix whose rows and columns have these names."""
        self.model.show_cells(names, rows, names)
        bold = QFont(self.view.font())
        bold.setBold(True)
        longest = max((QFontMetrics(bold).horizontalAdvance(name) for name in names), default=0) + 20
        wide = max(132 if len(names) <= 4 else 92 if len(names) <= 7 else 72, min(longest, 150))
        self.view.horizontalHeader().setDefaultSectionSize(wide)
        self.view.verticalHeader().setDefaultSectionSize(66 if len(names) <= 4 else 44 if len(names) <= 7 else 36)
        self.view.verticalHeader().setMaximumWidth(180)
        self.choose()


class PairsPage(MatrixPage):
    """One measure between every two annotators, as a heat map."""

    def __init__(self) -> None:
        super().__init__(self.tr("两两对照"))
        self.figure = Choice(self.tr("指标"))
        for figure in NAMES:
            self.figure.addItem(figure_name(figure), figure)
        self.scale = Scale()
        self.head.addWidget(faint(self.tr("指标")))
        self.head.addWidget(self.figure)
        self.head.addStretch(1)
        self.head.addWidget(self.scale)
        self._answer: Plain | None = None
        self.figure.currentIndexChanged.connect(lambda _n: self._show())
        self.figure.choose("boundaries.similarity")

    def fill(self, answer: Plain, _labels: LabelSet | None) -> None:
        """Show these figures."""
        self._answer = answer
        self._show()

    def _show(self) -> None:
        figure = str(self.figure.currentData())
        self.scale.show_figure(figure)
        if self._answer is not None:
            self.set_matrix(list(self._answer["report"]["annotators"]), cells.pair_matrix(self._answer, figure))


class ConfusionsPage(MatrixPage):
    """What is taken for what."""

    def __init__(self) -> None:
        super().__init__(self.tr("混淆"))
        self.what, self.pair = Choice(self.tr("看什么")), Choice(self.tr("哪两位"))
        for key, name in CONFUSED.items():
            self.what.addItem(tr(name), key)
        self._note = faint()
        for part in (self.what, self.pair, self._note):
            self.head.addWidget(part)
        self.head.addStretch(1)
        self._answer: Plain | None = None
        self._labels: LabelSet | None = None
        self.what.currentIndexChanged.connect(lambda _n: self._show())
        self.pair.currentIndexChanged.connect(lambda _n: self._show())

    def fill(self, answer: Plain, labels: LabelSet | None) -> None:
        """Show these figures; the pair stays chosen where it is still there."""
        before = self.pair.currentData()
        self._answer, self._labels = answer, labels
        self.pair.blockSignals(True)
        self.pair.clear()
        self.pair.addItem(self.tr("全部标注员"), None)
        for row in answer["pairs"]:
            pair = tuple(row["pair"])
            self.pair.addItem(filled(self.tr("%1 与 %2"), *pair), pair)
        self.pair.setCurrentIndex(max(0, self.pair.findData(before)) if before else 0)
        self.pair.blockSignals(False)
        self._show()

    def _show(self) -> None:
        if self._answer is None:
            return
        pair = self.pair.currentData()
        names = tuple(pair) if pair else (self.tr("姓名在前者"), self.tr("姓名在后者"))
        self._note.setText(filled(self.tr("行 %1 · 列 %2"), *names))
        what = str(self.what.currentData())
        self.set_matrix(*cells.confusions(self._answer, what, tuple(pair) if pair else None, self._labels))


Page = OverviewPage | LabelsPage | BulletinsPage | PairsPage | ConfusionsPage
