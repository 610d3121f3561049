"""A small project with two or three submitted layers, and hands on the review screen of the real program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from gui.program import Program
from models.project import Project
from tests.models.review_kit import STARTS, TEXT, annotate, named, new_project

A, B, C = "标注员甲", "标注员乙", "标注员丙"
EAST = named(TEXT, "东岸社区")
"""In the heading of the first article: its end is contested."""
FIRST = named(TEXT, "李明")
SECOND = named(TEXT, "李明", 1)
VOLUNTEERS = named(TEXT, "志愿者", 1)

HEAD = [
    (STARTS[0], 0, "masthead"),
    (STARTS[1], 1, "column"),
    (STARTS[2], 2, "article", STARTS[3] - 3, ("party.study",)),
]
OF_A = [*HEAD, (STARTS[4], 2, "article"), (STARTS[6], 2, "caption")]
OF_B = [(STARTS[0], 0, "masthead"), (STARTS[1], 2, "column"), (*HEAD[2][:4], ("party.study", "city.waste")),
        (STARTS[5], 2, "article")]  # fmt: skip
MARKS_A = [(*FIRST, "PER"), (*EAST, "LOC"), (*SECOND, "PER"), (*VOLUNTEERS, "PER")]
MARKS_B = [(*FIRST, "ORG"), (EAST[0], EAST[1] - 2, "LOC"), (*VOLUNTEERS, "PER")]


def project_of(folder: Path, *names: str, texts=(TEXT,)) -> Path:
    """A project with layers of these people on each text; the first has what A has, all others what B has."""
    project = new_project(folder, texts=texts)
    for bulletin in range(len(texts)):
        for n, name in enumerate(names):
            annotate(project, name, OF_B if n else OF_A, MARKS_B if n else MARKS_A, bulletin=bulletin)
    project.set_annotator("审核员")
    project.close()
    return folder / "team.jiaozhu"


class Desk:
    """Drives the review screen by keys; reading is allowed everywhere."""

    def __init__(self, program: Program) -> None:
        self.program = program

    @property
    def state(self):
        return self.program.review.state

    @property
    def screen(self):
        return self.program.review.screen

    @property
    def project(self) -> Project:
        return self.program.workspace.project

    @property
    def kinds(self) -> list[str]:
        return [d.kind for d in self.state.review.open]

    @property
    def gold(self):
        """The gold layer on disk: (starts and what they are), (mentions)."""
        layer = self.project.layer_of(self.state.review.bulletin.id, "", "gold")
        sections = {s.start: s for s in self.project.store.sections(layer.id)}
        mentions = {(m.start, m.end, m.label) for m in self.project.store.mentions(layer.id)}
        return sections, mentions

    def press(self, *keys: str) -> None:
        window = self.program.window
        for key in keys:
            for _ in range(200):
                if window.isActiveWindow():
                    break
                window.activateWindow()
                QTest.qWait(5)
            if self.program.review.shown:
                self.screen.pages.setFocus()
            target = window.focusWidget() or window
            combination = QKeySequence(key)[0]
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def go_to(self, kind: str) -> None:
        """Step to the first open difference of a kind."""
        self.state.go_to_next()
        for _ in range(30):
            if self.state.current.kind == kind:
                return
            self.press("J")
        raise AssertionError(f"{kind} is not among {self.kinds}")

    def settle_boundaries(self) -> None:
        """Take the first side wherever a boundary is open, so that nothing waits any more."""
        while any(d.stage == "boundaries" for d in self.state.review.open):
            self.press("1")

    def told(self) -> list[str]:
        """What the status bar says from now on."""
        said: list[str] = []
        self.program.workspace.told.connect(said.append)
        return said
