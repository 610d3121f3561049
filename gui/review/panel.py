"""The right side of the review screen: which bulletin, the differences by stage, the figures, the decision."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from gui.actions import Actions
from gui.cards.parts import EmptyState, TitleButton, command
from gui.dialogs.choice import Choice
from gui.review.decision_bar import DecisionBar
from gui.review.figures import Figures
from gui.review.sides import annotators, short_names
from gui.review.state import ReviewState
from gui.tables.differences import DifferencesModel, Listed
from gui.tables.differences_delegate import DifferencesDelegate
from gui.tables.differences_words import DifferenceWords
from gui.tasks import Worker
from gui.theme import Theme
from models.review.differences import STAGES
from models.review.matters import ALL, MAJORITY

WIDTH = 400


class ReviewPanel(QWidget):
    """Follows the state; asks of it and of the actions."""

    def __init__(self, state: ReviewState, actions: Actions, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._actions = state, actions
        self.words: DifferenceWords | None = None
        self._names: list[str] = []
        self._listed = ""
        self.bulletin = TitleButton("bulletinChoice")
        self.policy = Choice(self.tr("何为一致"))
        self.tabs = QTabBar(objectName="stages")
        self.figures = Figures(state.workspace, worker)
        self.model = DifferencesModel(self)
        self.view = QListView()
        self.delegate = DifferencesDelegate(self.view)
        self.settled = command(self.tr("已裁定的"), lambda: actions["review.settled"].trigger(),
                               self.tr("连同已裁定的一起列出，可以重新裁定"))  # fmt: skip
        self.done = EmptyState()
        self.bar = DecisionBar(actions)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.policy.addItem(self.tr("全体一致"), ALL)
        self.policy.addItem(self.tr("多数一致"), MAJORITY)
        self.policy.setToolTip(self.tr("何为一致：一致的标注直接并入金标"))
        self.policy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.settled.setCheckable(True)
        self.tabs.setExpanding(True)
        self.tabs.setDrawBase(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setUsesScrollButtons(False)
        for _ in STAGES:
            self.tabs.addTab("")
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("差异"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.done)
        head = QWidget(objectName="reviewHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head.setFixedHeight(37)
        row = QHBoxLayout(head)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(6)
        row.addWidget(self.bulletin, 1)
        row.addWidget(self.policy)
        row.addWidget(self.settled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, self.tabs, self.figures):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)
        self.setFixedWidth(WIDTH)

    def _connect(self) -> None:
        state = self._state
        self.bulletin.clicked.connect(self._actions["review.bulletins"].trigger)
        self.policy.activated.connect(lambda _n: state.set_policy(str(self.policy.currentData())))
        self.tabs.tabBarClicked.connect(lambda place: state.show_stage(STAGES[place]) if place >= 0 else None)
        self.view.selectionModel().currentChanged.connect(self._on_row)
        self.done.asked.connect(lambda: self._actions["review.finish"].trigger())
        state.opened.connect(self._on_opened)
        state.refreshed.connect(self._on_refreshed)
        state.moved.connect(self._on_moved)
        state.chosen_changed.connect(self._show_bar)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.delegate.theme = theme
        self.view.viewport().update()

    # Following --------------------------------------------------------------------------------------------------

    def _on_opened(self) -> None:
        review = self._state.review
        if review is None:
            self.words = None
            return
        names = short_names(annotators(review))
        self._names = list(names.values())
        self.words = DifferenceWords(review.sides, names, self._state.workspace.labels)
        self.bulletin.set_title(review.bulletin.title, review.bulletin.name)
        self.policy.choose(review.policy)
        self.bar.set_sides(list(names))
        self.figures.refresh()

    def _on_refreshed(self) -> None:
        self._list()
        counts = self._state.tally.open_counts
        titles = (self.tr("① 边界"), self.tr("② 主题"), self.tr("③ 实体"))
        for place, (stage, name) in enumerate(zip(STAGES, titles, strict=True)):
            count = counts[stage]
            self.tabs.setTabText(place, f"{name} {count}" if count else f"{name} ✓")
        self._show_bar()

    def _list(self) -> None:
        """Show the differences of the stage."""
        state = self._state
        blocked = self.view.selectionModel().blockSignals(True)
        rows = state.tally.rows(state.stage)
        self.model.set_listed(Listed(rows, self.words, state.tally.alike, state.tally.commented()))
        self.view.selectionModel().blockSignals(blocked)
        self._listed = state.stage
        self._stack.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._say_done()
        self.settled.setChecked(state.settled_shown)

    def _say_done(self) -> None:
        left = self._state.tally.left
        key = self._actions["review.finish"].shortcut().toString()
        if left:
            self.done.say(self.tr("这一步没有待裁定的差异"), self.tr("还剩 %n 处", "", left))
        else:
            self.done.say(
                self.tr("全部差异都已裁定"),
                self.tr("完成后，金标和各份标注的状态都是“已裁定”。"),
                self.tr("完成审核 %1").replace("%1", key),
            )

    def _on_moved(self) -> None:
        state = self._state
        place = STAGES.index(state.stage)
        if self.tabs.currentIndex() != place:
            self.tabs.setCurrentIndex(place)
        if self._listed != state.stage:
            self._list()
        row = self.model.place(state.current.id) if state.current else None
        index = QModelIndex() if row is None else self.model.index(row)
        selection = self.view.selectionModel()
        before = self.view.currentIndex()
        blocked = selection.blockSignals(True)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(blocked)
        room = self.view.viewport().rect()
        if index.isValid() and not room.contains(self.view.visualRect(index)):
            # To the middle: what comes next is in view for a while, and nothing scrolls at each step.
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        for changed in (before, index):
            self.view.update(changed)
        self._show_bar()

    def _on_row(self, now: QModelIndex) -> None:
        if now.isValid():
            self._state.select(self.model.rows()[now.row()])

    def _show_bar(self) -> None:
        state = self._state
        current = state.current
        alike = state.tally.alike[current.pattern] if current else 0
        self.bar.show_difference(current, self.words, self._names, state.chosen or state.taken(), alike)

    def told(self) -> str:
        """Where the review stands, for the status bar."""
        review = self._state.review
        if review is None:
            return ""
        agreed = self.tr("一致 %n 处已入金标", "", self._state.tally.agreed)
        left = self.tr("剩余 %n 处", "", self._state.tally.left)
        return f"{agreed} · {left}"
