"""A small project to open dialogs on, and hands to drive them with."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gui.program import Program
from gui.workspace import Workspace
from models.changes import change
from models.mentions import Entity, Mention
from models.outline import Section, ThemeSuggestion
from models.project import Imported, Project

CONTENT = (
    "社区简报\n"
    "第一篇 志愿服务进楼组\n"
    "李明在花木街道组织志愿服务。花木街道很热闹，花木街道也很美。\n"
    "第二篇 垃圾分类\n"
    "王芳参加。"
)


def places(words: str) -> list[tuple[int, int]]:
    found, at = [], CONTENT.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = CONTENT.find(words, at + 1)
    return found


def make_workspace(folder: Path) -> Workspace:
    """A project with one bulletin: three sections, four mentions, two entities, one theme and two proposed ones."""
    path = folder / "dialogs.jiaozhu"
    Project.create(path).close()
    workspace = Workspace()
    assert workspace.open_project(path)
    project = workspace.project
    assert project is not None
    (bulletin,) = project.add_bulletins([Imported("简报.txt", CONTENT)])
    assert workspace.open_bulletin(bulletin.id)
    layer = project.session.layer.id
    second, third = CONTENT.index("第一篇"), CONTENT.index("第二篇")
    proposed = (
        ThemeSuggestion("governance.volunteer", 0.9, ("志愿服务", "楼组")),
        ThemeSuggestion("city.waste", 0.4, ("分类",)),
    )
    rows = [
        Entity("e1", layer, "花木街道", "ORG"),
        Entity("e2", layer, "李明", "PER"),
        Section("s1", layer, 0, 0, "masthead"),
        Section("s2", layer, second, 1, "article", CONTENT.index("\n李明"), ("party.lead",), proposed),
        Section("s3", layer, third, 1, "article", confirmed=False, unsure=True),
        Mention("m1", layer, "ORG", (places("花木街道")[0],), "e1"),
        Mention("m2", layer, "LOC", (places("花木街道")[1],), confirmed=False),
        Mention("m3", layer, "PER", (places("李明")[0],), "e2"),
        Mention("m4", layer, "PER", (places("王芳")[0],)),
    ]
    project.apply(change("layer.start", [], rows, layer=layer), undoable=False)
    assert workspace.open_bulletin(bulletin.id)
    return workspace


def settings_in(folder: Path) -> QSettings:
    return QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)


def started(qtbot, path: Path, settings: Path | None = None) -> Program:
    """The program, never run before, with its window open and active on a project; whoever wants it stops it."""
    made = Program(settings_in(settings or path.parent))
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.start(path)
    return made


def press(widget: QWidget, keys: str) -> None:
    """Press a key such as "Ctrl+Return" in the widget, or in whatever of its window has the focus."""
    combination = QKeySequence(keys)[0]
    target = widget.focusWidget() or widget
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def write(widget: QWidget, text: str) -> None:
    """Type characters into whatever has the focus; Chinese comes as an input method commits it."""
    target = widget.focusWidget() or widget
    if text.isascii():
        QTest.keyClicks(target, text)
    else:
        target.insert(text) if hasattr(target, "insert") else target.insertPlainText(text)


def shown(qtbot, dialog: QWidget) -> QWidget:
    """The dialog on the screen, active."""
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def while_open(kind: type[QWidget], act: Callable[[QDialog], object]) -> None:
    """Once another window of this kind is open, act on it, and close it if that did not."""
    before = {id(w) for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()}
    tries = 400

    def look() -> None:
        nonlocal tries
        tries -= 1
        assert tries, f"no {kind.__name__} was opened"
        windows = (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
        found = next((w for w in windows if id(w) not in before), None)
        if found is None:
            QTimer.singleShot(5, look)
            return
        try:
            act(found)
        finally:
            if found.isVisible():
                found.close()

    QTimer.singleShot(0, look)


def titles(picklist) -> list[str]:
    """What a list shows, headings left out."""
    return [row.title for row in picklist.model.rows if row.key is not None]


LEFT = Qt.MouseButton.LeftButton


def drop_files(widget: QWidget, paths: Sequence[Path], at: int) -> None:
    """Drag files on a widget, which has to take them, and let them go AT so many points from its corner."""
    data, copy, none = QMimeData(), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    with warnings.catch_warnings():  # Qt 6.12 asks for another constructor, which 6.11 has not
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(QPoint(at, at), copy, data, LEFT, none)
    QGuiApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QGuiApplication.sendEvent(widget, QDropEvent(QPointF(at, at), copy, data, LEFT, none))
