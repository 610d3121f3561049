"""The program learns from what is submitted in it, by itself and with a way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gui.dialogs.learning import LearningDialog
from gui.dialogs.submit import SubmitDialog
from gui.program import Program
from models.learning.engine import VERSION
from models.learning.learned import Figures
from tests.gui.dialogs_kit import while_open


def accept_and_submit(hands, program):
    """Accept every suggestion of the open bulletin by keys, and submit it."""
    hands.press("Ctrl+Home")
    for _ in range(200):
        if not any(not m.confirmed for m in hands.session.mentions) and all(s.confirmed for s in hands.session.outline):
            break
        hands.press("A")
    hands.press("Ctrl+Return")


@pytest.fixture
def submit_unread(program, hands):
    """Submits the open bulletin with all its suggestions as they are, and opens the next."""

    def submit() -> None:
        def agree(dialog: SubmitDialog) -> None:
            accept = next(b for b in dialog.findChildren(QPushButton) if "提交" in b.text())
            QTest.mouseClick(accept, Qt.MouseButton.LeftButton)

        while_open(SubmitDialog, agree)
        hands.press("Ctrl+Return")

    return submit


def test_three_submitted_bulletins_train_the_engine_in_the_background(qtbot, program, hands):
    store = program.workspace.project.store
    told = []
    program.workspace.told.connect(told.append)
    for bulletin in [b for b in program.workspace.bulletins() if b.chars < 5_000][:3]:
        program.workspace.open_bulletin(bulletin.id)
        accept_and_submit(hands, program)
    assert program.learning.busy
    bar, seen = program.window.statusBar().training, []
    program.learning.progress.connect(lambda: seen.append((program.learning.steps, bar.words.text(), bar.bar.value())))
    assert bar.isVisible()
    qtbot.waitUntil(lambda: not program.learning.busy, timeout=120_000)
    of = len(seen) - 1
    assert seen == [*(((n, of), f"训练引擎 {n} / {of}", n) for n in range(of)), (None, "", 0)]
    assert of > 2
    assert not bar.isVisible()
    (row,) = store.engines.rows()
    assert row.bulletins == 3
    figures = Figures.from_json(row.figures)
    gains = [figures.entities_after.f1 - figures.entities_before.f1, figures.themes_after.f1 - figures.themes_before.f1]
    assert store.setting(VERSION) == (row.id if max(gains) > 0.002 else "")
    assert any("用 3 篇训练好了" in sentence for sentence in told)

    def look(dialog):
        assert dialog.model.index(0, 2).data() == "3"
        assert dialog.train.isEnabled()

    while_open(LearningDialog, look)
    program.window.action_table["project.learning"].trigger()
    QApplication.processEvents()


def test_bulletins_that_were_submitted_unread_start_no_training_and_that_is_said_once(program, hands, submit_unread):
    told = []
    program.workspace.told.connect(told.append)
    for _ in range(4):
        submit_unread()
        assert not program.learning.busy
    assert told == ["已提交 3 篇，其中 3 篇未确认的预标注超过一成，不能用来训练。"]

    def look(dialog):
        assert dialog.state.text() == (
            "已提交 4 篇，其中 4 篇未确认的预标注超过一成，不能用来训练。能用的满 3 篇就可以训练。"
        )
        assert not dialog.train.isEnabled()

    while_open(LearningDialog, look)
    program.window.action_table["project.learning"].trigger()


def test_a_training_that_is_stopped_leaves_everything_as_it_was(qtbot, program):
    bar = program.window.statusBar().training
    assert not bar.isVisible()
    program.learning.train()
    assert program.learning.busy
    assert bar.words.text() == "训练引擎…"
    QTest.mouseClick(bar.stop, Qt.MouseButton.LeftButton)
    assert not program.learning.busy
    assert not bar.isVisible()
    assert program.workspace.project.store.engines.rows() == []


def test_too_little_work_is_said_in_the_windows_language(qtbot, program):
    with qtbot.waitSignal(program.workspace.told, timeout=60_000) as said:
        program.learning.train()
    assert said.args == ["训练至少要有 3 篇已提交的刊物，未确认的预标注超过一成的不算；现在有 0 篇。"]


def test_the_least_certain_suggestion_comes_first_where_that_is_wanted(program, hands):
    program.window.action_table["suggestion.uncertain"].trigger()
    session = hands.session
    seen = []
    for _ in range(12):
        hands.press("Tab")
        mention, section = program.workspace.mention, program.workspace.section
        sure = mention.origin.confidence if mention else section.origin.confidence
        themes = [] if mention else [theme.confidence for theme in section.suggested]
        seen.append(min([sure, *themes]))
    assert seen == sorted(seen)
    assert seen[0] == min([m.origin.confidence for m in session.mentions] + seen)
    hands.press("Shift+Tab")
    hands.press("Space")
    assert len({round(x, 3) for x in seen}) > 1


def test_one_goes_through_the_bulletins_from_the_least_certain_on_where_that_is_wanted(program, hands):
    action, library = program.window.action_table["view.doubtful"], program.window.library
    before = library.turns()
    action.trigger()
    doubts = {row.id: row.doubt for row in library._library.rows()}
    assert library.turns() == sorted(before, key=lambda key: -doubts[key]) != before
    program.workspace.open_bulletin(library.turns()[1])
    accept_and_submit(hands, program)
    assert hands.session.bulletin.id == max(doubts, key=doubts.get)
    again = Program(program.settings)
    assert again.window.library.sieve_button.doubtful
    again.stop()
    action.trigger()
    assert library.turns() == before


def test_the_key_for_the_order_of_suggestions_says_which_it_is_now(program, hands):
    told = []
    program.workspace.told.connect(told.append)
    hands.press("Shift+D")
    hands.press("Shift+D")
    assert told == ["下一处预标注：最没把握的先来。", "下一处预标注：按文中的次序。"]
