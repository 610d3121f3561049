"""The mentions of the bulletin by what they name: filter, sort, go to each, decide on many at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gui.cards.batch import MentionsBatch
from gui.cards.mention import MentionCard
from gui.cards.parts import EmptyState, Line
from gui.cards.tree import PaintedTree
from gui.names import label_name
from gui.tables.mention_groups import SORTS, MentionFilter
from gui.tables.mentions import MentionsModel
from gui.tables.mentions_delegate import MentionsDelegate
from gui.theme import Theme
from gui.workspace import Workspace
from models.changes import Change
from models.labels import Label
from models.mentions import Entity, Mention

_PAUSE = 150
KEYS = {"suggestion.accept": "Space", "suggestion.reject": "X", "mention.remove": "Delete", "mention.link": "L"}


class MentionsPanel(QWidget):
    """Choosing a row goes to its place; with several rows chosen, buttons and keys act on all of them."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._following = False
        self._stale = True
        self._opened: set[tuple[str, str]] = set()
        self._key_of: Callable[[str], str] = lambda _action: ""
        self._shortcuts: list[QShortcut] = []
        self.model = MentionsModel(self)
        self.tree = PaintedTree(self.tr("实体"))
        self.tree.setModel(self.model)
        self.tree.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self._delegate = MentionsDelegate(self.tree)
        self.tree.setItemDelegate(self._delegate)
        self.card = MentionCard(workspace)
        self.batch = MentionsBatch(workspace, self.chosen)
        self._empty = EmptyState()
        self._foot = Line(name="foot")
        self.field = QLineEdit()
        self.waiting = QToolButton(objectName="choice")
        self.label_menu, self.sort_menu = QMenu(self), QMenu(self)
        self._sorts = QActionGroup(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self._on_opened()

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(self.tr("筛选实体"))
        self.field.setAccessibleName(self.tr("筛选实体"))
        self.field.setClearButtonEnabled(True)
        self.waiting.setText(self.tr("仅待确认"))
        self.waiting.setCheckable(True)
        self.waiting.setToolTip(self.tr("只看还没有确认的预标注"))
        tools = QHBoxLayout()
        tools.setContentsMargins(2, 0, 2, 0)
        tools.setSpacing(4)
        tools.addWidget(self.waiting)
        for button, menu, tip in (
            (QToolButton(objectName="choice"), self.label_menu, self.tr("只看这些标签")),
            (QToolButton(objectName="choice"), self.sort_menu, self.tr("排列次序")),
        ):
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setToolTip(tip)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tools.addWidget(button)
            menu.setProperty("button", button)
        tools.addStretch(1)
        names = {"place": self.tr("按位置"), "name": self.tr("按名称"), "count": self.tr("按次数")}
        for key in SORTS:
            action = self.sort_menu.addAction(names[key])
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == SORTS[0])
            self._sorts.addAction(action)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addLayout(tools)
        for part, stretch in ((self._stack, 1), (self._foot, 0), (self.card, 0), (self.batch, 0)):
            column.addWidget(part, stretch)
        self._foot.setContentsMargins(8, 0, 8, 6)
        self.setFocusProxy(self.tree)

    def _connect(self) -> None:
        workspace = self._workspace
        self._pause.timeout.connect(self._filter)
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.field.returnPressed.connect(self.tree.setFocus)
        self.waiting.toggled.connect(lambda _on: self._filter())
        self._sorts.triggered.connect(lambda _action: self._filter())
        self._empty.asked.connect(self.clear_filter)
        self.tree.selectionModel().currentChanged.connect(self._on_current)
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._show_cards())
        self.tree.clicked.connect(self._reveal)
        self.tree.activated.connect(self._reveal)
        self.tree.collapsed.connect(lambda index: self._remember(index, opened=False))
        self.tree.expanded.connect(lambda index: self._remember(index, opened=True))
        for signal in (workspace.bulletin_opened, workspace.project_opened, workspace.project_closed):
            signal.connect(self._on_opened)
        workspace.mention_selected.connect(self._on_mention)
        workspace.changed.connect(self._on_change)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._delegate.theme = theme
        self.card.set_theme(theme)
        self.tree.viewport().update()

    def set_keys(self, key_of: Callable[[str], str]) -> None:
        """Let the keys of the text act on the chosen rows: `key_of(action id)` is a key such as "Alt+Up", or empty."""
        self._key_of = key_of
        self.card.set_keys(key_of)
        self._make_keys()

    def _make_keys(self) -> None:
        labels = self._workspace.labels
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)  # two for one key are ambiguous until the old one is gone
            shortcut.deleteLater()
        self._shortcuts = []
        batch = self.batch
        slots: list[tuple[str, Callable[[], object]]] = [
            (self._key_of(action) or KEYS[action], slot)
            for action, slot in (
                ("suggestion.accept", batch.accept),
                ("suggestion.reject", batch.reject),
                ("mention.remove", batch.remove),
                ("mention.link", batch.link),
            )
        ]
        slots += [
            (key, lambda chosen=label.id: batch.relabel(chosen))
            for label in (labels.labels if labels else ())
            if not label.retired and (key := self._key_of(f"label.{label.id}") or label.key)
        ]
        for key, slot in slots:
            shortcut = QShortcut(QKeySequence(key), self.tree)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
            self._shortcuts.append(shortcut)

    # Following the workspace ------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._fill()
        self._on_mention()

    def _on_opened(self) -> None:
        self._fill_labels()
        self._make_keys()
        self._opened.clear()
        self._stale = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        """Read the open layer anew; 20,000 mentions take a tenth of a second, so it waits until somebody looks."""
        self._stale = False
        self.model.set_session(self._workspace.session, self._workspace.labels)
        self._show_state()

    def _on_change(self, step: Change, _initiator: object) -> None:
        if step.touches(Label):
            self._on_opened()
        elif not (step.touches(Mention) or step.touches(Entity)):
            return
        elif not self.isVisible():
            self._stale = True
        else:
            if self.model.apply(step):
                self._reopen()
                self._on_mention()
            self._show_state()

    def _remember(self, index: QModelIndex, *, opened: bool) -> None:
        key = self.model.group_key(index)
        if key is not None and not self._following:
            (self._opened.add if opened else self._opened.discard)(key)

    def _reopen(self) -> None:
        """Open the groups again that were open before everything was read anew."""
        self._following = True
        for key in self._opened:
            self.tree.setExpanded(self.model.index_of_group(key), True)
        self._following = False

    def _on_mention(self) -> None:
        mention = self._workspace.mention
        if not self.isVisible():
            return
        index = self.model.index_of(mention.id) if mention else QModelIndex()
        if index.parent().isValid() and not self.tree.isExpanded(index.parent()):
            index = index.parent()
        held = self.model.mentions(self.tree.currentIndex())
        if mention is not None and all(m.id != mention.id for m in held):
            self._following = True
            self.tree.setCurrentIndex(index)
            self._following = False
            if index.isValid():
                self.tree.scrollTo(index)
        self._show_cards()

    # The filter -------------------------------------------------------------------------------------------------

    def _fill_labels(self) -> None:
        labels, held = self._workspace.labels, {a.data() for a in self.label_menu.actions() if a.isChecked()}
        self.label_menu.clear()
        for label in labels.labels if labels else ():
            action = self.label_menu.addAction(label_name(labels, label.id).replace("&", "&&"))
            action.setData(label.id)
            action.setCheckable(True)
            action.setChecked(label.id in held)
            action.toggled.connect(lambda _on: self._filter())
        self._name_menus()

    def _name_menus(self) -> None:
        chosen = [a.text() for a in self.label_menu.actions() if a.isChecked()]
        self.label_menu.property("button").setText((" ".join(chosen[:2]) or self.tr("全部标签")) + " ▾")
        self.sort_menu.property("button").setText(self._sorts.checkedAction().text() + " ▾")

    def _filter(self) -> None:
        self._pause.stop()
        labels = frozenset(str(a.data()) for a in self.label_menu.actions() if a.isChecked())
        chosen = MentionFilter(self.field.text(), labels, self.waiting.isChecked())
        self.model.show_only(chosen, str(self._sorts.checkedAction().data()))
        self._reopen()
        self._name_menus()
        self._show_state()

    def clear_filter(self) -> None:
        """Show all mentions again."""
        self.field.clear()
        self.waiting.setChecked(False)
        for action in self.label_menu.actions():
            action.setChecked(False)
        self._filter()

    def _show_state(self) -> None:
        session = self._workspace.session
        whole = len(session.mentions) if session else 0
        if session is None:
            self._empty.say(self.tr("没有打开的刊物"), self.tr("在左边的刊物栏里打开一篇。"))
        elif not whole and self._workspace.read_only:
            self._empty.say(self.tr("没有实体标注"), self.tr("项目只能看。要分段、标注，请另存副本。"))
        elif not whole:
            self._empty.say(self.tr("还没有实体标注"), self.tr("在正文里选中文字，按数字键标注。"))
        else:
            self._empty.say(self.tr("没有符合筛选的实体"), "", self.tr("清除筛选"))
        self._stack.setCurrentIndex(1 if self.model.rowCount() else 0)
        groups, shown, waiting = self.model.totals()
        said = self.tr("%1 个实体 · %2 处").replace("%1", str(groups)).replace("%2", str(shown))
        if waiting:
            said += " · " + self.tr("%1 待确认").replace("%1", str(waiting))
        self._foot.setText(said if whole else "")
        self._show_cards()

    # The chosen rows --------------------------------------------------------------------------------------------

    def chosen(self) -> list[Mention]:
        """The mentions of the chosen rows, in text order, each once."""
        found = {m.id: m for i in self.tree.selectionModel().selectedIndexes() for m in self.model.mentions(i)}
        return sorted(found.values(), key=lambda m: (m.start, m.end))

    def _show_cards(self) -> None:
        several = len(self.chosen()) > 1
        self.batch.setVisible(several)
        if several:
            self.batch.refresh()
            self.card.hide()
        else:
            self.card.refresh()

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not self._following and self.tree.selectionModel().isSelected(index):
            self._reveal(index)

    def _reveal(self, index: QModelIndex) -> None:
        rows = self.model.mentions(index)
        if rows:
            self._workspace.select_mention(rows[0].id, reveal=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.chosen():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, slot in (
            (self.tr("接受"), self.batch.accept),
            (self.tr("否决"), self.batch.reject),
            (self.tr("指向…"), self.batch.link),
            (self.tr("删除"), self.batch.remove),
        ):
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
            menu.addAction(action)
        menu.popup(event.globalPos())
