"""Engines that are added to the program: fetched in the background by a process of its own, which can be stopped."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from gui.prelabelling import Prelabelling
from gui.sentences import sentence
from gui.tasks import end_of, environment, module
from gui.workspace import Workspace
from models.errors import UserError

_PATIENCE = 3000  # milliseconds in which a process that is told to stop ends by itself


class Engines(QObject):
    """Adds and removes engines. One at a time; it goes on while its dialog is closed."""

    changed = Signal()  # an engine came or went, or a work began or ended
    progress = Signal()  # `step` has changed

    def __init__(self, workspace: Workspace, prelabelling: Prelabelling, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._prelabelling = workspace, prelabelling
        self._process = self._made()
        self.destroyed.connect(partial(_end, self._process))
        self._buffer = b""
        self._ended = self._added = False
        self.adding = ""
        """The engine that is being added; empty when there is none."""
        self.step: tuple[str, int, int] = ("", 0, 0)
        """What is done now ("fetch", "build", "convert"), how much of it, and of how much (0: that is not known)."""
        self.failure = ""
        """Why the last work failed, in a sentence."""

    def add(self, name: str, source: Path | None = None) -> None:
        """Fetch an engine, or take it from a file, where nothing else is being added."""
        if self.adding:
            return
        self.adding, self.step, self.failure, self._buffer = name, ("", 0, 0), "", b""
        self._ended = self._added = False
        self._process.setProcessEnvironment(environment())
        words = module("models.prelabel.engines", "add", name, "--lines")
        self._process.start(sys.executable, words + (["--from", str(source)] if source else []))
        self.changed.emit()

    def stop(self) -> None:
        """Give up what is being added; nothing of it stays."""
        if self.adding:
            self._process.closeWriteChannel()

    def remove(self, name: str) -> None:
        """Take an engine away."""
        from models.prelabel.engines.adding import remove

        self.failure = ""
        try:
            remove(name)
        except UserError as error:
            self.failure = sentence(error)
        self._prelabelling.renew()
        self.changed.emit()

    def close(self) -> None:
        """End what is under way, for good."""
        self._process.blockSignals(True)
        _end(self._process)

    def _made(self) -> QProcess:
        process = QProcess(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broken)
        return process

    def _read(self) -> None:
        self._buffer += bytes(self._process.readAllStandardOutput().data())
        *lines, self._buffer = self._buffer.split(b"\n")
        for line in lines:
            row = json.loads(line)
            if "step" in row:
                self.step = row["step"], row["done"], row["all"]
                self.progress.emit()
            elif "error" in row:
                self.failure = sentence(UserError(row["error"], code=row["code"], **row["facts"]))
            self._ended, self._added = "step" not in row, "added" in row

    def _finished(self) -> None:
        self._read()
        if not self._ended:
            self.failure = self.tr("后台进程意外结束：%1").replace("%1", end_of(self._process))
        self._rest()

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.failure = self.tr("后台进程意外结束：%1").replace("%1", self._process.errorString())
            self._rest()

    def _rest(self) -> None:
        """The work has ended, well or not: say so, and let the pre-annotation know."""
        self.adding = ""
        if self.failure:
            self._workspace.told.emit(self.failure)
        elif self._added:
            self._workspace.told.emit(self.tr("引擎已添加；还没有开始标注的刊物会重新预标注。"))
            self._prelabelling.renew()
        self.changed.emit()


def _end(process: QProcess, *_: object) -> None:
    """Let a process end by itself, with all that it started; at last end it."""
    if process.state() == QProcess.ProcessState.NotRunning:
        return
    process.closeWriteChannel()
    if not process.waitForFinished(_PATIENCE):
        process.kill()
        process.waitForFinished(_PATIENCE)
