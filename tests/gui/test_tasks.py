"""Background work: answers arrive by number, a dead worker is replaced, nothing is waited for."""

from __future__ import annotations

import os

import pytest
import shiboken6
from PySide6.QtCore import QProcess

from gui.tasks import Worker


@pytest.fixture
def worker(qtbot):
    made = Worker()
    yield made
    made.close()


def test_an_answer_reaches_the_one_who_asked(worker, qtbot):
    found = []
    worker.ask("words", found.append, texts=["社区工作"])
    qtbot.waitUntil(lambda: bool(found), timeout=30_000)
    assert found == [[[[0, 2], [2, 4]]]]


def test_urgent_jobs_come_before_those_that_wait(worker, qtbot):
    order = []
    for name in ("first", "second", "third"):
        worker.ask("words", lambda _a, name=name: order.append(name), urgent=name == "third", texts=[name])
    qtbot.waitUntil(lambda: len(order) == 3, timeout=30_000)
    assert order == ["first", "third", "second"]


def test_a_waiting_job_can_be_hastened(worker, qtbot):
    order = []
    jobs = [
        worker.ask("words", lambda _a, name=name: order.append(name), texts=[name])
        for name in ("first", "second", "third")
    ]
    worker.hasten(jobs[2])
    worker.hasten(jobs[0])  # that one is under way
    qtbot.waitUntil(lambda: len(order) == 3, timeout=30_000)
    assert order == ["first", "third", "second"]


def test_cancelled_jobs_are_never_answered(worker, qtbot):
    order = []
    worker.ask("words", lambda _a: order.append("dropped"), texts=["一"])
    worker.ask("words", lambda _a: order.append("forgotten"), texts=["二"])
    worker.cancel("words")
    worker.ask("words", lambda _a: order.append("kept"), texts=["三"])
    qtbot.waitUntil(lambda: not worker.busy, timeout=30_000)
    assert order == ["kept"]


def test_a_failing_job_is_told_and_the_next_one_is_done(worker, qtbot):
    found, lost = [], []
    with qtbot.waitSignal(worker.failed, timeout=30_000) as told:
        worker.ask("no such job", found.append, lost=lambda: lost.append("job"))
        worker.ask("words", found.append, texts=["区"])
    assert "no such job" in told.args[0]
    assert lost == ["job"]
    qtbot.waitUntil(lambda: bool(found), timeout=30_000)
    assert found == [[[[0, 1]]]]


def test_a_worker_that_dies_is_replaced_and_the_waiting_jobs_are_done(worker, qtbot):
    found, lost = [], []
    worker.ask("words", found.append, texts=["甲"], lost=lambda: lost.append("甲"))
    worker.ask("words", found.append, texts=["乙"], lost=lambda: lost.append("乙"))
    with qtbot.waitSignal(worker.failed, timeout=30_000):
        worker._process.kill()
    assert lost == ["甲"]
    qtbot.waitUntil(lambda: bool(found), timeout=30_000)
    assert found == [[[[0, 1]]]]
    assert not worker.busy


def test_a_job_of_which_the_worker_died_is_done_once_more_where_that_was_asked_for(worker, qtbot):
    found, lost = [], []
    worker.ask("words", found.append, texts=["甲"], lost=lambda: lost.append("甲"), again=True)
    worker.ask("words", lambda _answer: found.append("later"), texts=["乙"])
    for _ in range(2):
        assert (found, lost) == ([], [])
        with qtbot.waitSignal(worker.failed, timeout=30_000):
            worker._process.kill()
    assert lost == ["甲"]
    worker.ask("words", found.append, texts=["丙"], again=True, urgent=True)
    with qtbot.waitSignal(worker.failed, timeout=30_000):
        worker._process.kill()  # that dies of 乙, which is gone for good
    qtbot.waitUntil(lambda: not worker.busy, timeout=30_000)
    assert found == [[[[0, 1]]]]


@pytest.mark.skipif(os.name != "posix", reason="signals end processes on POSIX alone")
def test_the_signal_that_ended_a_worker_is_named(worker, qtbot):
    with qtbot.waitSignal(worker.failed, timeout=30_000) as told:
        worker.ask("words", lambda _answer: None, texts=["甲"])
        worker._process.kill()
    assert told.args == ["后台进程意外结束：被信号 SIGKILL 终止"]


def test_the_exit_code_of_a_worker_that_says_nothing_is_named(worker, qtbot, monkeypatch):
    monkeypatch.setattr("gui.tasks.module", lambda _name: ["-c", "raise SystemExit(3)"])
    with qtbot.waitSignal(worker.failed, timeout=30_000) as told:
        worker.ask("words", lambda _answer: None, texts=["甲"])
    assert told.args == ["后台进程意外结束：退出码 3"]


def test_a_stopped_worker_starts_again_and_a_closed_one_takes_no_job(worker, qtbot):
    found = []
    worker.ask("words", found.append, texts=["甲"])
    worker.stop()
    worker.ask("words", found.append, texts=["社区工作"])
    qtbot.waitUntil(lambda: bool(found), timeout=30_000)
    assert found == [[[[0, 2], [2, 4]]]]
    worker.close()
    worker.ask("words", found.append, texts=["丁"])
    assert not worker.busy
    assert worker._process.state() == QProcess.ProcessState.NotRunning


def test_a_worker_that_is_dropped_at_work_leaves_no_process_behind(qtbot):
    dropped = Worker()
    dropped.ask("words", lambda _answer: None, texts=["甲"])
    assert dropped._process.waitForStarted()
    number = dropped._process.processId()
    shiboken6.delete(dropped)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_a_process_that_cannot_be_started_is_told_once_and_all_jobs_are_given_up(worker, qtbot, monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    told, lost = [], []
    worker.failed.connect(told.append)
    for name in ("甲", "乙"):
        worker.ask("words", lambda _answer: None, lost=lambda name=name: lost.append(name), texts=[name])
    qtbot.waitUntil(lambda: not worker.busy, timeout=30_000)
    assert lost == ["甲", "乙"]
    assert len(told) == 1


def test_what_lies_in_the_current_folder_is_never_run(worker, qtbot, tmp_path, monkeypatch):
    for name in ("models", "jieba"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('the wrong code')")
    monkeypatch.chdir(tmp_path)
    found = []
    worker.ask("words", found.append, texts=["社区工作"])
    qtbot.waitUntil(lambda: not worker.busy, timeout=30_000)
    assert found == [[[[0, 2], [2, 4]]]]
