"""People, work packages and merging: what their actions do, and what becomes of project files dropped on the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMessageBox

from gui import ask
from gui.main_window import MainWindow

ENDING = ".jiaozhu"


class TeamCommands(QObject):
    """Actions of the project menu that concern colleagues. `open_file` opens a project in the window."""

    def __init__(self, window: MainWindow, open_file: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._window, self._workspace, self._open = window, window.workspace, open_file
        for name, slot in {
            "project.people": self.see_people,
            "project.package": self.make_package,
            "project.merge": self.merge,
        }.items():
            window.action_table.connect(name, slot)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def see_people(self) -> None:
        """Who works here, on what, and how far they are."""
        if self._workspace.project is not None:
            ask.people(self._window, self._workspace)

    def make_package(self) -> None:
        """Put bulletins into a file for a colleague."""
        if self._workspace.project is not None:
            ask.package(self._window, self._workspace)

    def merge(self, paths: Sequence[Path] = ()) -> None:
        """Take what colleagues sent back."""
        if self._workspace.project is not None:
            ask.merge(self._window, self._workspace, paths)

    # Files dropped on the window --------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if projects_in(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = projects_in(event.mimeData())
            if paths:
                event.acceptProposedAction()
                # Whoever is dragged from waits until the drop has been dealt with: it must not wait for a question.
                QTimer.singleShot(0, self, lambda: self.take(paths))
                return True
        return super().eventFilter(watched, event)

    def take(self, paths: Sequence[Path]) -> None:
        """Project files came in: merge them, or open the one, as the person says."""
        if self._workspace.project is None:
            self._open(paths[0])
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("拖入的项目文件"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        names = "\n".join(path.name for path in paths)
        box.setText(self.tr("要把这些文件怎么办？") if len(paths) > 1 else self.tr("要把这个文件怎么办？"))
        box.setInformativeText(names)
        merging = box.addButton(self.tr("合并到当前项目…"), QMessageBox.ButtonRole.AcceptRole)
        opening = box.addButton(self.tr("打开"), QMessageBox.ButtonRole.ActionRole) if len(paths) == 1 else None
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(merging)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        if chosen is merging:
            self.merge(paths)
        elif opening is not None and chosen is opening:
            self._open(paths[0])


def projects_in(data: QMimeData) -> list[Path]:
    """The project files among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.casefold() == ENDING]
