"""The project in numbers, in plain tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.cards.parts import EmptyState
from gui.dialogs.choice import Choice
from gui.dialogs.parts import Button, buttons, faint, filled, plain, run
from gui.names import kind_name, label_name, status_name, theme_name
from gui.workspace import Workspace
from models.labels import LabelSet
from models.overview import Count, overview
from models.people import in_order
from models.review.blind import own_only

Index = QModelIndex | QPersistentModelIndex


class CountModel(QAbstractTableModel):
    """Counts as a table: name, settled, open, the share of the settled ones; below several of them their sum."""

    def __init__(self, heads: Iterable[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = list(heads)
        self._rows: list[tuple[str, Count]] = []
        self._total = self._counted = 0

    def set_counts(self, counts: Iterable[Count], name: Callable[[str], str]) -> None:
        """Show other counts; what there is none of is left out."""
        self.beginResetModel()
        self._rows = [(name(count.id), count) for count in counts if count.settled or count.open]
        self._total = sum(count.settled for _name, count in self._rows)
        self._counted = len(self._rows)
        if self._counted > 1:
            waiting = sum(count.open for _name, count in self._rows)
            self._rows.append((self.tr("合计"), Count("", self._total, waiting)))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way == Qt.Orientation.Horizontal and 0 <= section < len(self._heads):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._heads[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._aligned(section)
        return None

    @staticmethod
    def _aligned(column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._aligned(index.column())
        if role == Qt.ItemDataRole.FontRole and index.row() >= self._counted:
            return _bold()
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        name, count = self._rows[index.row()]
        share = f"{count.settled / self._total:.0%}" if self._total else "—"
        cells = [name, f"{count.settled:,}", share, f"{count.open:,}"]
        return cells[index.column()]

    def as_text(self) -> str:
        """The table as tab-separated lines, for a spreadsheet, which sums by itself."""
        rows = ["\t".join(self._heads)]
        for n in range(self._counted):
            cells = [str(self.data(self.index(n, c))).replace(",", "") for c in range(len(self._heads))]
            rows.append("\t".join(cells))
        return "\n".join(rows)


class StatisticsDialog(QDialog):
    """Bulletins by status, sections by kind, mentions by label, themes: of one annotator or of all."""

    def __init__(self, parent: QWidget | None, workspace: Workspace) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("项目概况"))
        self._workspace = workspace
        self.people = Choice(self.tr("标注员"))
        self._sum = plain()
        self.tabs = QTabWidget()
        two = [self.tr("已定"), self.tr("占比"), self.tr("待确认")]
        self.models = {
            "statuses": CountModel([self.tr("状态"), self.tr("篇数"), self.tr("占比")], self),
            "kinds": CountModel([self.tr("分段类型"), *two], self),
            "labels": CountModel([self.tr("实体标签"), *two], self),
            "themes": CountModel([self.tr("主题"), *two], self),
        }
        names = (self.tr("进度"), self.tr("分段"), self.tr("实体"), self.tr("主题"))
        for model, name in zip(self.models.values(), names, strict=True):
            page, empty = QStackedWidget(), EmptyState()
            empty.say(
                self.tr("还没有可数的"),
                self.tr("打开一篇刊物，预标注就数在“待确认”里；确认过的数在“已定”里。"),
            )
            page.addWidget(empty)
            page.addWidget(self._table(model, name))
            self.tabs.addTab(page, name)
        self._fill_people()
        head = QHBoxLayout()
        head.addWidget(self._sum, 1)
        head.addWidget(faint(self.tr("标注员")))
        head.addWidget(self.people)
        box = buttons(self)
        copy = box.addButton(self.tr("复制表格"), box.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        copy.setAutoDefault(False)
        box.button(Button.Close).setDefault(True)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        column.addWidget(box)
        self.resize(620, 600)
        QShortcut(QKeySequence.StandardKey.Copy, self).activated.connect(self.copy)
        self.people.currentIndexChanged.connect(self._refresh)
        self._refresh()
        self.tabs.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, workspace: Workspace) -> None:
        """Show the numbers."""
        dialog = cls(parent, workspace)
        run(dialog)
        dialog.deleteLater()

    def _table(self, model: CountModel, name: str) -> QTableView:
        view = QTableView()
        view.setModel(model)
        view.setAccessibleName(name)
        view.verticalHeader().hide()
        view.setShowGrid(False)
        view.setAlternatingRowColors(False)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setTabKeyNavigation(False)
        view.setFrameShape(QTableView.Shape.NoFrame)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setMinimumSectionSize(84)
        return view

    def _fill_people(self) -> None:
        project = self._workspace.project
        if project is None:
            return
        people = {project.annotator, *(i.annotator for i in project.store.layers() if i.role == "annotator")}
        if own_only(project):
            self.people.addItem(project.annotator, project.annotator)
            return
        self.people.addItem(self.tr("全部"), None)
        for name in sorted(people, key=in_order(project.store.names())):
            self.people.addItem(name, name)
        self.people.choose(project.annotator)

    def _refresh(self) -> None:
        project = self._workspace.project
        if project is None:
            return
        found = overview(project, self.people.currentData())
        self._sum.setText(filled(self.tr("%1 篇刊物，%2 字"), f"{found.bulletins:,}", f"{found.chars:,}"))
        labels = project.labels
        self.models["statuses"].set_counts(found.statuses, status_name)
        self.models["kinds"].set_counts(found.kinds, lambda key: kind_name(labels, key))
        self.models["labels"].set_counts(found.labels, lambda key: label_name(labels, key))
        self.models["themes"].set_counts(found.themes, lambda key: _path(labels, key))
        for n, model in enumerate(self.models.values()):
            page = self.tabs.widget(n)
            if isinstance(page, QStackedWidget):
                page.setCurrentIndex(1 if model.rowCount() else 0)

    def copy(self) -> None:
        """Put the table that is shown on the clipboard."""
        model = list(self.models.values())[self.tabs.currentIndex()]
        QGuiApplication.clipboard().setText(model.as_text())


def _bold() -> QFont:
    font = QFont()  # all else as the view has it
    font.setBold(True)
    return font


def _path(labels: LabelSet, key: str) -> str:
    return " › ".join(theme_name(labels, t.id) for t in labels.path(key)) or key
