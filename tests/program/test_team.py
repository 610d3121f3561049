"""A team's whole way by keys and mouse: people, assignment, packages out, work, packages back, merge, undo, redo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from gui.dialogs.annotator import AnnotatorDialog
from gui.dialogs.merge import MergeDialog
from gui.dialogs.package import PackageDialog
from gui.dialogs.parts import accepting
from gui.dialogs.people import PeopleDialog
from gui.dialogs.spread import SpreadDialog
from gui.dialogs.submit import SubmitDialog
from models.people import Assignment
from models.project import Project
from models.review.assign import progress
from tests.gui.dialogs_kit import LEFT, drop_files, press, while_open, write
from tests.program.hands import Hands

NAMES = ("陈思远", "林小川")
WORDS = "一次没有人标过的文字"


def awake(dialog) -> None:
    """Without a window manager nobody makes a window active."""
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    QApplication.processEvents()


def trigger(hands: Hands, action: str) -> None:
    """Choose an entry of the menu."""
    hands.wake()
    hands.program.window.action_table[action].trigger()


def layers(hands: Hands) -> dict[tuple[str, str], str]:
    """The status of each annotator's layer, by person and bulletin."""
    project = hands.program.workspace.project
    names = {b.id: b.name[:3] for b in project.store.bulletins()}
    found = (i for i in project.store.layers() if i.role == "annotator" and i.annotator in NAMES)
    return {(i.annotator, names[i.bulletin]): i.status for i in found}


def add_people_and_spread(hands: Hands) -> None:
    """Two people, two a bulletin for half of the bulletins."""

    def spread(asked: SpreadDialog) -> None:
        awake(asked)
        for _ in NAMES:
            press(asked, "Down")
        press(asked, "Space")  # the one who sits here was not entered and stands last, and takes no part
        assert asked.chosen == set(NAMES)
        asked.each.choose(2)
        asked.overlap.choose(50)
        QTest.mouseClick(accepting(asked._box), LEFT)

    def act(dialog: PeopleDialog) -> None:
        awake(dialog)
        for name in NAMES:
            write(dialog, name)
            press(dialog, "Return")
        dialog.tabs.setCurrentIndex(1)
        while_open(SpreadDialog, spread)
        QTest.mouseClick(dialog.assignments.spread_button, LEFT)
        awake(dialog)
        press(dialog, "Esc")

    while_open(PeopleDialog, act)
    trigger(hands, "project.people")


def make_package(hands: Hands, name: str) -> Path:
    """A package with what is assigned to somebody; the file it was written to."""
    made = []

    def act(dialog: PackageDialog) -> None:
        awake(dialog)
        dialog.person.choose(name)
        made.append(Path(dialog.target.text()))
        QTest.mouseClick(accepting(dialog._box), LEFT)

    while_open(PackageDialog, act)
    trigger(hands, "project.package")
    return made[0]


def open_project(hands: Hands, path: Path, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path), ""))
    trigger(hands, "project.open")


def annotate_and_submit_all(hands: Hands) -> int:
    """Tag a place of each bulletin by a key, and submit it with all that is still open; how many bulletins."""
    count = len(hands.program.window.library.turns())
    for _ in range(count):
        start = hands.session.outline[1].start
        hands.mark((start, start + 4))
        hands.press("1")
        while_open(SubmitDialog, lambda d: (awake(d), press(d, "Return")))
        hands.press("Ctrl+Return")
    return count


@contextmanager
def merging(act: Callable[[MergeDialog], object]) -> Iterator[None]:
    def look(dialog: MergeDialog) -> None:
        awake(dialog)
        act(dialog)

    while_open(MergeDialog, look)
    yield


@pytest.fixture
def sent(hands, monkeypatch):
    """The project's file and two packages that were worked on; the window has the project open again."""
    home = hands.program.workspace.project.path
    add_people_and_spread(hands)
    files = [make_package(hands, name) for name in NAMES]
    for name, path in zip(NAMES, files, strict=True):
        open_project(hands, path, monkeypatch)
        assert hands.program.window.person.text() == f"{name} ▾"
        assert hands.program.workspace.project.path == path
        annotate_and_submit_all(hands)
    while_open(AnnotatorDialog, lambda d: (awake(d), press(d, "Return")))
    open_project(hands, home, monkeypatch)
    return home, files


def test_a_team_works_apart_and_its_work_is_merged_undone_and_redone(hands, sent, monkeypatch):
    _home, files = sent
    project = hands.program.workspace.project
    assigned = {(a.annotator, a.bulletin) for a in project.store.items(Assignment)}
    assert len(assigned) == 5 + 2
    assert layers(hands) == {}
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(f) for f in files], ""))

    def act(dialog: MergeDialog) -> None:
        press(dialog, "Ctrl+O")
        assert dialog._sum.text() == f"将会：新增 {len(assigned)} 个标注层"
        assert layers(hands) == {}
        QTest.mouseClick(accepting(dialog._box), LEFT)

    with merging(act):
        trigger(hands, "project.merge")
    merged = layers(hands)
    assert len(merged) == len(assigned)
    assert set(merged.values()) == {"submitted"}
    by_person = {row.name: dict(row.statuses)["submitted"] for row in progress(project)}
    assert sum(by_person[name] for name in NAMES) == len(assigned)
    assert hands.program.window.action_table["edit.undo"].text() == f"撤销 合并 {len(assigned)} 个标注层"
    hands.press("Ctrl+Z")
    assert layers(hands) == {}
    hands.press("Ctrl+Shift+Z")
    assert layers(hands) == merged
    kept = Project.open(files[0])
    for bulletin in kept.store.bulletins():
        there = kept.layer_of(bulletin.id, NAMES[0])
        here = project.layer_of(bulletin.id, NAMES[0])
        assert {m.fragments for m in kept.store.mentions(there.id)} == {
            m.fragments for m in project.store.mentions(here.id)
        }
    kept.close()


def test_a_package_that_comes_again_changes_nothing_and_later_work_in_it_is_taken(hands, sent, monkeypatch, qtbot):
    home, files = sent

    def merge_dropped(seen: list[str]) -> None:
        with merging(lambda d: (seen.append(d._sum.text()), press(d, "Return"), press(d, "Esc"))):
            while_open(QMessageBox, lambda box: (awake(box), press(box, "Return")))
            before = len(seen)
            drop_files(hands.program.window, files, 300)
            qtbot.waitUntil(lambda: len(seen) > before and QApplication.activeModalWidget() is None)

    seen: list[str] = []
    merge_dropped(seen)
    merge_dropped(seen)
    assert seen == ["将会：新增 7 个标注层", "将会：7 个没有变化"]
    open_project(hands, files[1], monkeypatch)
    start = hands.session.outline[2].start
    hands.mark((start, start + 3))
    hands.press("2")
    while_open(AnnotatorDialog, lambda d: (awake(d), press(d, "Return")))
    open_project(hands, home, monkeypatch)
    merge_dropped(seen)
    assert seen[2] == "将会：更新 1 个、6 个没有变化"


def test_a_bulletin_sent_back_is_shown_mended_and_submitted_again(hands, monkeypatch):
    from models.review.decisions import send_back

    workspace = hands.program.workspace
    while_open(SubmitDialog, lambda d: (awake(d), press(d, "Return")))
    first = hands.session.layer
    hands.press("Ctrl+Return")
    name = workspace.project.annotator
    layer = next(i for i in workspace.project.store.layers() if i.id == first.id)
    assert layer.status == "submitted"
    workspace.project.set_annotator("周老师")
    workspace.apply(send_back(layer, "周老师", "第二段漏了机构"))
    workspace.project.set_annotator(name)
    hands.press("Ctrl+PgUp")
    bar = hands.program.window.returned_bar
    assert bar.isVisible()
    assert bar.reason.text() == "周老师 退回：第二段漏了机构"
    assert hands.program.window.library.model.rows()[0].reason == "第二段漏了机构"
    start = hands.session.outline[1].start
    hands.mark((start, start + 4))
    hands.press("2")
    while_open(SubmitDialog, lambda d: (awake(d), press(d, "Return")))
    QTest.mouseClick(bar.again, LEFT)
    assert {i.id: i.status for i in workspace.project.store.layers()}[first.id] == "submitted"
    hands.press("Ctrl+PgUp")
    assert not bar.isVisible()


def test_submitting_leads_to_the_first_thing_that_is_left(hands):
    first = next(m for m in hands.session.mentions if not m.confirmed)

    def act(dialog: SubmitDialog) -> None:
        awake(dialog)
        line = next(n for n, text in enumerate(dialog.left) if "实体" in text)
        QTest.mouseClick(dialog.go_buttons[line], LEFT)

    while_open(SubmitDialog, act)
    hands.press("Ctrl+Return")
    assert hands.program.workspace.mention.id == first.id
    assert hands.session.layer.status != "submitted"


def test_nothing_of_a_colleague_is_on_the_desk_before_one_has_submitted(hands):
    """The colleague's words reach neither text nor panels, counts included."""
    from models import mentions
    from models.bulletins import comment_on, set_status

    workspace, window = hands.program.workspace, hands.program.window
    own = sorted(m.id for m in hands.session.mentions)
    bulletin, name = hands.session.bulletin, workspace.project.annotator
    before = window.library.model.counts(window.library.model.rows()[0])
    workspace.project.set_annotator("乙")
    workspace.open_bulletin(bulletin.id)
    theirs = workspace.session
    workspace.apply(mentions.add(theirs.text.content, theirs.layer.id, "EVENT", [(3, 11)]))
    workspace.apply(theirs.outline.split(theirs.outline[1].start + 5))
    workspace.apply(comment_on(theirs.layer.id, "", "乙", "2026-01-01T00:00:00Z", WORDS))
    workspace.apply(lambda: set_status(theirs.layer, "submitted"))
    workspace.project.set_annotator(name)
    workspace.open_bulletin(bulletin.id)
    assert sorted(m.id for m in hands.session.mentions) == own
    assert len(hands.session.outline) == len(theirs.outline) - 1
    assert window.library.model.counts(window.library.model.rows()[0]) == before
    assert window.comments.model.rowCount() == 0
    window.tools.setCurrentWidget(window.history)
    window.history.project.click()
    told = [window.history.model.index(n).data() for n in range(window.history.model.rowCount())]
    assert not [line for line in told if WORDS[:10] in line or "标为活动" in line]
