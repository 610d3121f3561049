"""Deciding: take a side, several or none, edit, the same for all alike, comment, send back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication

from gui import ask
from gui.dialogs.parts import listed
from gui.main_window import MainWindow
from gui.review.alike import AlikeDialog, Way
from gui.review.editing import Editing
from gui.review.screen import ReviewScreen
from gui.review.send_back import SendBackDialog
from gui.review.sides import annotators, short_names, target_of
from gui.review.state import ReviewState
from gui.tables.differences_words import DifferenceWords
from models.bulletins import comment_on
from models.changes import Change
from models.project import now
from models.review.decisions import NOTHING, Alike, Verdict, alike, decide, decide_alike, send_back, side
from models.review.differences import Difference


class DecisionCommands(QObject):
    """What the keys of review do with the current difference."""

    def __init__(self, window: MainWindow, state: ReviewState, screen: Callable[[], ReviewScreen | None]) -> None:
        super().__init__(window)
        self._window, self._workspace, self.state, self._screen = window, window.workspace, state, screen
        self._last: tuple[Difference, Verdict] | None = None
        for name, slot in {
            "review.none": lambda: self.decide(NOTHING),
            "review.together": self.take_chosen,
            "review.edit": self.edit,
            "review.alike": self.decide_alike,
            "review.reason": self.write_reason,
            "review.comment": self.comment,
            "review.return": self.send_back,
        }.items():
            window.action_table.connect(name, slot)

    def take(self, number: int) -> None:
        """Take over what one annotator has; with others chosen already, what all of them have."""
        review, current = self.state.review, self.state.current
        if review is not None and current is not None:
            names = {annotators(review)[number - 1]} | self.state.chosen
            self.decide(lambda: side(current, *sorted(names)))

    def choose(self, number: int) -> None:
        """Choose an annotator's side to be taken together with others."""
        if self.state.review is not None and self.state.current is not None:
            self.state.choose(annotators(self.state.review)[number - 1])

    def take_chosen(self) -> None:
        """Take over what all chosen annotators have."""
        current, chosen = self.state.current, self.state.chosen
        if current is None:
            return
        if not chosen:
            self._workspace.told.emit(self.tr("先用 Shift+数字选几方，再按回车一起取。"))
            return
        self.decide(lambda: side(current, *sorted(chosen)))

    def decide(self, verdict: Verdict | Callable[[], Verdict]) -> bool:
        """Settle the current difference and go on to the next; says whether it was."""
        project, review, current = self._workspace.project, self.state.review, self.state.current
        if project is None or review is None or current is None:
            return False
        if not current.ready and not current.settled:
            self._workspace.told.emit(self.tr("这一处要等本段的边界裁定后再处理。"))
            return False
        reason = self.reason
        chosen: list[Verdict] = []

        def step() -> Change:
            chosen.append(verdict if isinstance(verdict, Verdict) else verdict())
            return decide(project, review, current, chosen[-1], reason)

        done = self.state.apply(step)
        if done:
            self._last = current, chosen[-1]
            self.clear_reason()
        return done

    def edit(self) -> None:
        """Settle the current difference by hand."""
        review, current, labels = self.state.review, self.state.current, self._workspace.labels
        if review is None or current is None or labels is None:
            return
        verdict = Editing(self._window, review, labels, self._below(current)).ask(current)
        if verdict is not None:
            self.decide(verdict)
        self._focus()

    def _below(self, difference: Difference) -> QPoint | None:
        """The place on the screen below the words of a difference."""
        screen = self._screen()
        return screen.pages.screen_point(difference.end - 1) if screen else None

    def _focus(self) -> None:
        if (screen := self._screen()) is not None:
            screen.focus()

    @property
    def reason(self) -> str:
        """What is written as the reason for the next decision."""
        screen = self._screen()
        return screen.panel.bar.reason.text().strip() if screen else ""

    def clear_reason(self) -> None:
        """The reason is used up."""
        if (screen := self._screen()) is not None:
            screen.panel.bar.reason.clear()

    def write_reason(self) -> None:
        """To the field for the reason."""
        if (screen := self._screen()) is not None:
            screen.panel.bar.reason.setFocus()

    def comment(self) -> None:
        """Write a comment on what the current difference is about."""
        project, review, current = self._workspace.project, self.state.review, self.state.current
        if project is None or review is None or current is None:
            return
        text = ask.comment(self._window)
        if text:
            layer, target = review.gold.layer.id, target_of(review, current)
            self._workspace.apply(comment_on(layer, target, project.annotator, now(), text), self)
        self._focus()

    def send_back(self) -> None:
        """Return a layer to its annotator with a reason."""
        project, review = self._workspace.project, self.state.review
        if project is None or review is None:
            return
        sides = {side.layer.id for side in review.sides}
        layers = [i for i in project.store.layers(review.bulletin.id) if i.id in sides and i.status == "submitted"]
        if not layers:
            self._workspace.told.emit(self.tr("没有可以退回的：只有已提交的标注才能退回。"))
            return
        screen = self._screen()
        found = SendBackDialog.ask(self._window, layers, screen.shown[1] if screen and screen.shown else "")
        if found is not None and self._workspace.apply(lambda: send_back(found[0], project.annotator, found[1]), self):
            self._workspace.told.emit(self.tr("已退回给%1。").replace("%1", found[0].annotator))
        self._focus()

    # The same for all alike -------------------------------------------------------------------------------------

    def decide_alike(self) -> None:
        """Settle every difference of the project that is like the current one, after a look at them."""
        project, review, current = self._workspace.project, self.state.review, self.state.current
        if project is None or review is None or current is None:
            return
        known: dict[str, DifferenceWords] = {}

        def words_of(each: Alike) -> DifferenceWords:
            key = each.review.bulletin.id
            if key not in known:
                known[key] = DifferenceWords(each.review.sides, short_names(annotators(each.review)), project.labels)
            return known[key]

        def find(way: Way) -> list[Alike]:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                found = alike(project, way.first, way.verdict)
            finally:
                QApplication.restoreOverrideCursor()
            return [a for a in found if not a.difference.settled or a.difference.id == current.id]

        ways, start = self._ways(current)
        words = DifferenceWords(review.sides, short_names(annotators(review)), project.labels)
        reason = self.reason
        chosen = AlikeDialog.ask(self._window, words, ways, start, find, words_of) if ways else None
        if chosen and self.state.apply(lambda: decide_alike(project, chosen, current.pattern, reason)):
            self.clear_reason()
            self._workspace.told.emit(self.tr("一并裁定了 %n 处，可一次撤销。", "", len(chosen)))
        self._focus()

    def _ways(self, current: Difference) -> tuple[list[Way], int]:
        """The ways to settle a difference that hold for those like it too, and which of them is meant to begin with."""
        review = self.state.review
        if review is None:
            return [], 0
        ways: list[Way] = []
        names = short_names(annotators(review))
        wanted, start = self.state.chosen or self.state.taken(), 0
        if self._last is not None and self._last[0].pattern == current.pattern:
            first, verdict = self._last
            ways.append(Way(self.tr("照刚才的裁定"), "", first, verdict))
        if len(wanted) > 1:
            both = listed(names[name] for name in sorted(wanted))
            ways.append(Way(self.tr("取%1").replace("%1", both), "", current, side(current, *wanted)))
        for number, (annotator, name) in enumerate(names.items(), 1):
            if any(annotator in say.annotators for say in current.says):
                if wanted == {annotator}:
                    start = len(ways)
                text = self.tr("取%1").replace("%1", name)
                ways.append(Way(text, str(number) if number < 10 else "", current, side(current, annotator)))
        if current.keys[0][0] not in ("level", "kind"):
            ways.append(Way(self.tr("都不取"), "0", current, NOTHING))
        return ways, start
