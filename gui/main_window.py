"""The window: places the header, the library, the text and the tools. No logic of its own."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenuBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.actions import MENUS, Actions
from gui.find_bar import FindBar
from gui.mode_switch import ModeSwitch
from gui.panels.comments import CommentsPanel
from gui.panels.history import HistoryPanel
from gui.panels.library import LibraryPanel
from gui.panels.mentions import MentionsPanel
from gui.panels.outline import OutlinePanel
from gui.panels.themes import ThemesPanel
from gui.past_bar import PastBar
from gui.returned_bar import ReturnedBar
from gui.status import StatusBar
from gui.text.view import ReadingView
from gui.welcome import WelcomePage
from gui.workspace import Workspace


class MainWindow(QMainWindow):
    """Header, library, reading view, tools, status bar."""

    def __init__(self, workspace: Workspace, settings: QSettings) -> None:
        super().__init__()
        self.workspace, self.settings = workspace, settings
        self.setWindowTitle(self.tr("校注"))
        self.view = ReadingView()
        self.review = QWidget(objectName="review")
        """Where the review screen stands; it is built when it is first asked for."""
        self.action_table = Actions(self, self.view, settings, self.review)
        self.mode = ModeSwitch()
        self.welcome = WelcomePage(settings)
        self.find_bar = FindBar(workspace)
        self.past_bar = PastBar()
        self.returned_bar = ReturnedBar(workspace)
        self.library = LibraryPanel(workspace)
        self.outline = OutlinePanel(workspace)
        self.mentions = MentionsPanel(workspace)
        self.themes = ThemesPanel(workspace)
        self.comments = CommentsPanel(workspace)
        self.history = HistoryPanel(workspace)
        self.person = QPushButton(objectName="person")
        self._menus = QMenuBar()
        self._lay_out()
        self.setStatusBar(StatusBar(workspace, self.action_table, self))
        self.resize(1440, 900)
        geometry = settings.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _lay_out(self) -> None:
        self.setMenuWidget(self._header())
        reading = QWidget(objectName="reading")
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.past_bar, self.returned_bar, self.find_bar, self.view):
            column.addWidget(part)
        self.find_bar.hide()
        self.past_bar.hide()
        self.tools = QTabWidget(objectName="tools")
        self.tools.setDocumentMode(True)
        self.tools.tabBar().setDrawBase(False)
        self.tools.tabBar().setUsesScrollButtons(False)
        self.tools.setElideMode(Qt.TextElideMode.ElideRight)
        for panel, name in (
            (self.outline, self.tr("大纲")),
            (self.mentions, self.tr("实体")),
            (self.themes, self.tr("主题")),
            (self.comments, self.tr("批注")),
            (self.history, self.tr("历史")),
        ):
            self.tools.addTab(panel, name)
        self.desk = QSplitter(Qt.Orientation.Horizontal, objectName="desk")
        for part, stretch in ((self.library, 0), (reading, 1), (self.tools, 0)):
            self.desk.addWidget(part)
            self.desk.setStretchFactor(self.desk.count() - 1, stretch)
        names = [self.tools.tabText(n) for n in range(self.tools.count())]
        width = max(332, self.fontMetrics().horizontalAdvance("".join(names)) + 27 * len(names) + 36)  # with counts
        self.desk.setSizes([248, 1192 - width, width])
        self.desk.setHandleWidth(1)
        self.desk.setChildrenCollapsible(False)
        self.stack = QStackedWidget()
        self.stack.addWidget(QWidget())  # until it is known what there is to show
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.desk)
        self.stack.addWidget(self.review)
        self.setCentralWidget(self.stack)

    def _header(self) -> QWidget:
        header = QWidget(objectName="header")
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(QLabel(self.tr("校注"), objectName="logo"))
        row.addWidget(self._menus, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignVCenter)
        self.person.setToolTip(self.tr("更换标注员"))
        row.addWidget(self.person)
        return header

    def fill_menus(self) -> None:
        """Put every action of the table into its menu, those of the label set included."""
        self._menus.clear()
        for menu_id, title in MENUS:
            menu = self._menus.addMenu(self.action_table.translated(title))
            group = ""
            for spec in self.action_table.specs():
                if spec.menu != menu_id:
                    continue
                head = spec.id.partition(".")[0]
                if group and head != group:
                    menu.addSeparator()
                group = head
                menu.addAction(self.action_table[spec.id])

    def show_desk(self, on: bool) -> None:
        """The desk with library, text and tools, or the welcome page."""
        self.stack.setCurrentWidget(self.desk if on else self.welcome)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.workspace.leaves():
            event.ignore()
            return
        self.settings.setValue("window/geometry", self.saveGeometry())
        self.workspace.close_project()
        super().closeEvent(event)
