"""Background work: the worker process, its queue, and the answers with their job numbers."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, Signal

from gui.sentences import sentence
from models.errors import UserError

Answer = Callable[[Any], None]
Watch = Callable[[int, int], None]
"""Hears how many steps of a job are done, and of how many."""
KILLED = 30_000  # milliseconds in which the system ends a killed process, however busy it is


@dataclass(frozen=True, slots=True)
class _Job:
    number: int
    request: dict[str, Any]
    done: Answer
    watch: Watch | None = None
    lost: Callable[[], object] | None = None
    again: bool = False


class Worker(QObject):
    """One process of `models.worker`, started with the first job. Jobs wait their turn; urgent ones come first."""

    failed = Signal(str)  # a sentence, when a job or the process failed
    progress = Signal(int, int)  # jobs done and asked for since the queue was last empty

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[_Job] = deque()
        self._running: _Job | None = None
        self._next = 1
        self._done = self._asked = 0
        self._buffer = b""
        self._process = self._made()
        # Whoever drops a worker without closing it leaves no process behind.
        self.destroyed.connect(partial(_end, self._process))
        self._closed = False

    def ask(
        self, do: str, done: Answer, *, urgent: bool = False, watch: Watch | None = None,
        lost: Callable[[], object] | None = None, again: bool = False, **request: object,
    ) -> int:  # fmt: skip
        """Queue a job; `done(answer)` is called in this thread, or `lost()` where it fails. Returns the job's number.

        With `again` the job is done once more where the process ends in the midst of it.
        `watch(done, of)` is called before that, as often as the job says how far it is.
        A worker that is closed takes no job: what a window still asks for while it goes is dropped.
        """
        job = _Job(self._next, {"job": self._next, "do": do, **request}, done, watch, lost, again)
        self._next += 1
        if self._closed:
            return job.number
        self._asked += 1
        if urgent:
            self._waiting.appendleft(job)
        else:
            self._waiting.append(job)
        self.progress.emit(self._done, self._asked)
        self._feed()
        return job.number

    def hasten(self, number: int) -> None:
        """Let a job that waits be the next."""
        job = next((job for job in self._waiting if job.number == number), None)
        if job is not None:
            self._waiting.remove(job)
            self._waiting.appendleft(job)

    def cancel(self, do: str) -> None:
        """Forget the waiting jobs of one kind; an answer under way is dropped."""
        kept = deque(job for job in self._waiting if job.request["do"] != do)
        self._asked -= len(self._waiting) - len(kept)
        self._waiting = kept
        if self._running is not None and self._running.request["do"] == do:
            self._running = _Job(self._running.number, self._running.request, lambda _answer: None)
        self.progress.emit(self._done, self._asked)

    @property
    def busy(self) -> bool:
        return self._running is not None or bool(self._waiting)

    def stop(self) -> None:
        """End the process and forget what waits; the next job starts another."""
        self._waiting.clear()
        self._running = None
        self._buffer = b""
        _end(self._process)

    def close(self) -> None:
        """End the process for good."""
        self._closed = True
        self.stop()

    def _feed(self) -> None:
        if self._running is not None or not self._waiting:
            return
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._process.start(sys.executable, module("models.worker"))
        if not self._waiting:
            return  # the process could not be started
        self._running = self._waiting.popleft()
        self._process.write(json.dumps(self._running.request).encode("ascii") + b"\n")

    def _made(self) -> QProcess:
        process = QProcess(self)
        process.setProcessEnvironment(environment())
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._on_end)
        process.errorOccurred.connect(self._on_error)
        return process

    def _read(self) -> None:
        self._buffer += bytes(self._process.readAllStandardOutput().data())
        *lines, self._buffer = self._buffer.split(b"\n")
        for line in lines:
            self._take(json.loads(line))

    def _take(self, reply: dict[str, Any]) -> None:
        job = self._running
        if job is None or reply["job"] != job.number:
            return  # of a process that was stopped in the meantime
        if "done" in reply:
            if job.watch is not None:
                job.watch(reply["done"], reply["of"])
            return
        self._running = None
        self._done += 1
        if "error" in reply:
            error = UserError(reply["error"], code=reply.get("code", ""), **reply.get("facts", {}))
            _tell(job)
            self.failed.emit(sentence(error))
        else:
            job.done(reply["answer"])
        if not self.busy:
            self._done = self._asked = 0
        self.progress.emit(self._done, self._asked)
        self._feed()

    def _on_end(self) -> None:
        """The process ended by itself: say so, and go on in a new one; the job it died of is dropped or done again."""
        job = self._running
        if job is not None and job.again:  # the system may have ended it for want of memory
            self._waiting.appendleft(replace(job, again=False))
            job = None
        self._drop([job] if job is not None else [])
        self._say(end_of(self._process))
        self._feed()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        """A process that cannot be started: say so once, and drop all jobs."""
        if error == QProcess.ProcessError.FailedToStart:
            jobs = [*self._waiting] if self._running is None else [self._running, *self._waiting]
            self._waiting.clear()
            self._drop(jobs)
            self._say(self._process.errorString())

    def _drop(self, jobs: Sequence[_Job]) -> None:
        self._running = None
        self._done += len(jobs)
        self._buffer = b""
        for job in jobs:
            _tell(job)

    def _say(self, why: str) -> None:
        self.failed.emit(self.tr("后台进程意外结束：%1").replace("%1", why))
        if not self.busy:
            self._done = self._asked = 0
        self.progress.emit(self._done, self._asked)


def _tell(job: _Job) -> None:
    """Let who asked know that there will be no answer."""
    if job.lost is not None:
        job.lost()


def end_of(process: QProcess) -> str:
    """Why a process ended by itself: the last that it said, else the signal that ended it, or its exit code."""
    trace = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
    if trace:
        return trace.splitlines()[-1]
    code = process.exitCode()
    name = {each.value: each.name for each in signal.Signals}.get(code)
    if process.exitStatus() == QProcess.ExitStatus.CrashExit and name is not None:
        return QCoreApplication.translate("Worker", "被信号 %1 终止").replace("%1", name)
    return QCoreApplication.translate("Worker", "退出码 %1").replace("%1", str(code))


def module(name: str, *words: str) -> list[str]:
    """The interpreter's arguments that run a module of the program, whatever lies in the current folder."""
    return ["-P", "-m", name, *words]


def environment() -> QProcessEnvironment:
    """The environment in which such a module finds what this process has found."""
    found = QProcessEnvironment.systemEnvironment()
    found.insert("PYTHONPATH", os.pathsep.join(path or os.getcwd() for path in sys.path))
    found.insert("PYTHONWARNINGS", "ignore")
    return found


def _end(process: QProcess, *_: object) -> None:
    """End a process at once and hear no more of it."""
    if process.state() == QProcess.ProcessState.NotRunning:
        return
    process.blockSignals(True)
    process.kill()
    process.waitForFinished(KILLED)
    process.blockSignals(False)
