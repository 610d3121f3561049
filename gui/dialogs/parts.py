"""What several dialogs are built of: plain labels, button rows, headings, popups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, Qt
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QWidget

Button = QDialogButtonBox.StandardButton


def filled(pattern: str, *values: object) -> str:
    """A translated sentence with its %1, %2 … filled in; what is filled in is never looked at again."""
    return re.sub(r"%([1-9])", lambda hit: str(values[int(hit[1]) - 1]), pattern)


def listed(items: Iterable[str]) -> str:
    """The items one after another, with the comma of the interface language."""
    return QCoreApplication.translate("Lists", "、").join(items)


def project_file(name: str) -> Path:
    """A chosen name with the ending by which project files are found."""
    return Path(name if name.lower().endswith(".jiaozhu") else f"{name}.jiaozhu")


def plain(text: str = "", *, name: str = "", wrap: bool = False) -> QLabel:
    """A label that shows its text as it is, never as markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if name:
        label.setObjectName(name)
    return label


def faint(text: str = "", *, wrap: bool = False) -> QLabel:
    """A label for what matters less."""
    label = plain(text, wrap=wrap)
    soften(label)
    return label


def soften(widget: QWidget) -> None:
    """Let the widget's text take the palette's colour for what matters less."""
    widget.setStyleSheet("color: palette(placeholder-text); background: transparent;")


def title(text: str) -> QLabel:
    """The heading of a dialog or of a part of it."""
    label = plain(text, name="dialogTitle")
    label.setStyleSheet("font-size: 15px; font-weight: 600;")
    return label


def scaled(font: QFont, factor: float) -> QFont:
    """The font in another size, whether its size was given in points or in pixels."""
    made = QFont(font)
    made.setPixelSize(max(1, round(QFontInfo(font).pixelSize() * factor)))
    return made


def buttons(dialog: QDialog, *, accept: str = "", cancel: bool = True) -> QDialogButtonBox:
    """The row at the foot: the accepting button with a verb of its own, and cancel; or close alone."""
    box = QDialogButtonBox()
    if accept:
        box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        if cancel:
            box.addButton(Button.Cancel)
    else:
        box.addButton(Button.Close)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def accepting(box: QDialogButtonBox) -> QWidget:
    """The button of the row that accepts."""
    return next(b for b in box.buttons() if box.buttonRole(b) == QDialogButtonBox.ButtonRole.AcceptRole)


def run(dialog: QDialog) -> int:
    """Show the dialog, with the margins that all of them have, until it is closed; its result."""
    layout = dialog.layout()
    if layout is not None:
        layout.setContentsMargins(18, 16, 18, 14)
    return dialog.exec()


class _Outside(QObject):
    """Closes a popup when another window of the program is made active."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate and isinstance(watched, QDialog) and watched.isVisible():
            active = QApplication.activeWindow()
            if active is not None and active is not watched and not watched.isAncestorOf(active):
                watched.reject()
        return False


def as_popup(dialog: QDialog) -> None:
    """Make the dialog a frameless sheet. No Qt popup: input methods cannot write into those on every platform."""
    dialog.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
    dialog.setObjectName("popup")


def run_popup(dialog: QDialog, at: QPoint | None = None) -> int:
    """Show the sheet at a place of the screen (else near the top of its parent) until it is closed; its result."""
    watcher = _Outside(dialog)
    dialog.installEventFilter(watcher)
    dialog.adjustSize()
    parent = dialog.parentWidget()
    if at is None and parent is not None:
        frame = parent.window()
        corner = QPoint((frame.width() - dialog.width()) // 2, max(40, frame.height() // 9))
        at = frame.mapToGlobal(corner)
    if at is not None:
        dialog.move(_inside(dialog, at))
    loop = QEventLoop()
    dialog.finished.connect(loop.quit)
    dialog.show()
    dialog.activateWindow()
    loop.exec()
    dialog.deleteLater()
    return dialog.result()


def _inside(dialog: QDialog, at: QPoint) -> QPoint:
    """The place, moved so that the sheet lies on the screen."""
    screen = QApplication.screenAt(at) or dialog.screen()
    room = screen.availableGeometry()
    x = max(room.left(), min(at.x(), room.right() - dialog.width()))
    y = max(room.top(), min(at.y(), room.bottom() - dialog.height()))
    return QPoint(x, y)
