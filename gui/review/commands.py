"""What the keys of review do, and how one gets there and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from gui import ask
from gui.actions import ActionSpec
from gui.main_window import MainWindow
from gui.preferences import PAGE_BREAKS, SPACING, ZOOM, is_dark, number
from gui.review.ready import Standing, standing
from gui.review.screen import ReviewScreen
from gui.review.sides import annotators, short_names, target_of
from gui.review.state import ReviewState
from gui.tasks import Worker
from gui.theme import DARK, LIGHT
from models.bulletins import comment_on
from models.project import now
from models.review.decisions import NOTHING, Verdict, decide, finish, side
from models.review.differences import STAGES

_DESK_ONLY = ("bulletin.next", "bulletin.previous", "bulletin.submit", "edit.find", "edit.find_next",
              "edit.find_previous", "view.library", "view.tools", "view.text", "view.history")  # fmt: skip


class ReviewCommands(QObject):
    """Actions of the review menu. The screen is built when it is first asked for."""

    def __init__(self, window: MainWindow, worker: Worker) -> None:
        super().__init__(window)
        self._window, self._workspace, self._worker = window, window.workspace, worker
        self._table = window.action_table
        self.state = ReviewState(self._workspace, self)
        self.screen: ReviewScreen | None = None
        self._sides = 0
        for name, slot in {
            "review.toggle": lambda: self.show(not self.shown),
            "review.next": lambda: self.step(1),
            "review.previous": lambda: self.step(-1),
            "review.none": lambda: self.decide(NOTHING),
            "review.together": self.take_chosen,
            "review.reason": self.write_reason,
            "review.comment": self.comment,
            "review.settled": lambda: self.state.show_settled(not self.state.settled_shown),
            "review.boundaries": lambda: self.state.show_stage(STAGES[0]),
            "review.themes": lambda: self.state.show_stage(STAGES[1]),
            "review.mentions": lambda: self.state.show_stage(STAGES[2]),
            "review.next_bulletin": lambda: self.go(1),
            "review.previous_bulletin": lambda: self.go(-1),
            "review.finish": self.finish,
        }.items():
            self._table.connect(name, slot)
        window.mode.review_requested.connect(self.show)
        window.stack.currentChanged.connect(self._on_page)
        self.state.opened.connect(self._take_sides)
        self._workspace.travelled.connect(self._travel)
        self._workspace.project_opened.connect(lambda: self.show(False))
        self._enable(False)

    # There and back ---------------------------------------------------------------------------------------------

    @property
    def shown(self) -> bool:
        """Whether the window reviews."""
        return self._window.stack.currentWidget() is self._window.review

    def show(self, on: bool) -> None:
        """Review, or annotate."""
        project = self._workspace.project
        if on and project is None:
            on = False
        self._window.mode.show_review(on)
        if on == self.shown:
            return
        if not on:
            self._window.show_desk(project is not None)
            self._window.view.setFocus()
            return
        screen = self._built()
        self._window.stack.setCurrentWidget(self._window.review)
        if self.state.review is None:
            self._open_first()
        screen.focus()

    def _on_page(self) -> None:
        """Another page of the window is shown, whoever wanted it."""
        self._window.mode.show_review(self.shown)
        self._enable(self.shown)
        self._show_status()

    def _built(self) -> ReviewScreen:
        if self.screen is None:
            self.screen = ReviewScreen(self.state, self._table, self._worker)
            column = QVBoxLayout(self._window.review)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self.screen)
            self.screen.merge_requested.connect(self._table["project.merge"].trigger)
            self.screen.panel.bar.left.connect(self.screen.focus)
            for signal in (self.state.refreshed, self.state.moved):
                signal.connect(self._show_status)
            self.apply_look()
        return self.screen

    def apply_look(self) -> None:
        """Bring colours and sizes to what the settings say."""
        if self.screen is not None:
            stored = self._window.settings
            theme = DARK if is_dark(stored) else LIGHT
            self.screen.set_look(theme, number(stored, ZOOM, 1.0), number(stored, SPACING, 1.6),
                                 bool(stored.value(PAGE_BREAKS, True, bool)))  # fmt: skip

    def _enable(self, on: bool) -> None:
        """Either the keys of review act or those of the desk."""
        for name in _DESK_ONLY:
            self._table[name].setEnabled(not on)
        for spec in self._table.specs():
            if spec.place == "review":
                self._table[spec.id].setEnabled(on)

    def _show_status(self) -> None:
        told = self.screen.panel.told() if self.screen is not None and self.shown else ""
        self._window.statusBar().show_review(self.shown, told)

    def _take_sides(self) -> None:
        """The keys 1 to 9 for as many layers as there are."""
        review = self.state.review
        names = annotators(review)[:9] if review else []
        shorts = short_names(names)
        for n in range(1, max(len(names), self._sides) + 1):
            for action, key, text, slot in (
                (f"review.take.{n}", str(n), self.tr("取%1"), lambda n=n: self.take(n)),
                (f"review.with.{n}", f"Shift+{n}", self.tr("连同%1一起取"), lambda n=n: self.choose(n)),
            ):
                if n > len(names):
                    self._table.remove(action)
                    continue
                shown = text.replace("%1", shorts[names[n - 1]])
                if action in self._table:
                    self._table[action].setText(shown)
                    continue
                self._table.add(ActionSpec(action, "review", text, (key,), "review"), shown)
                self._table.connect(action, slot)
        if len(names) != self._sides:
            self._sides = len(names)
            self._window.fill_menus()
            self._table.keys_changed.emit()

    # Which bulletin ---------------------------------------------------------------------------------------------

    def standing(self) -> Standing | None:
        """What can be reviewed now."""
        project = self._workspace.project
        return standing(project) if project is not None else None

    def _open_first(self) -> None:
        """The bulletin that is open at the desk if it can be reviewed, else the first that is not done."""
        found, session = self.standing(), self._workspace.session
        rows = found.ready if found else ()
        here = session.bulletin.id if session else ""
        best = sorted(rows, key=lambda row: (row.bulletin.id != here, row.gold == "adjudicated"))
        if not (best and self.state.open(best[0].bulletin.id)) and self.screen is not None:
            self.screen.say_empty(found)

    def go(self, by: int) -> None:
        """Review the next bulletin that is ready, or the one before."""
        found, review = self.standing(), self.state.review
        ids = [row.bulletin.id for row in found.ready] if found else []
        place = ids.index(review.bulletin.id) if review and review.bulletin.id in ids else -1
        if 0 <= place + by < len(ids):
            self.state.open(ids[place + by])
        else:
            self._workspace.told.emit(self.tr("这已是最后一篇。") if by > 0 else self.tr("这已是第一篇。"))

    def _travel(self, role: str, bulletin: str) -> None:
        """Undo and redo go to where they change something."""
        if role == "gold":
            self.show(True)
            if self.state.review is None or self.state.review.bulletin.id != bulletin:
                self.state.open(bulletin)
        else:
            self.show(False)

    # Deciding ---------------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """To the next difference, or the one before."""
        if not self.state.step(by):
            said = self.tr("后面没有待裁定的差异了，还剩 %n 处。", "", self.state.left)
            if not self.state.left:
                said = self.tr("差异都已裁定。")
            elif by < 0:
                said = self.tr("这已是第一处差异。")
            self._workspace.told.emit(said)

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
        done = self.state.apply(
            lambda: decide(project, review, current, verdict if isinstance(verdict, Verdict) else verdict(), reason)
        )
        if done:
            self.clear_reason()
        return done

    @property
    def reason(self) -> str:
        """What is written as the reason for the next decision."""
        return self.screen.panel.bar.reason.text().strip() if self.screen else ""

    def clear_reason(self) -> None:
        """The reason is used up."""
        if self.screen is not None:
            self.screen.panel.bar.reason.clear()

    def write_reason(self) -> None:
        """To the field for the reason."""
        if self.screen is not None:
            self.screen.panel.bar.reason.setFocus()

    def comment(self) -> None:
        """Write a comment on what the current difference is about."""
        project, review, current = self._workspace.project, self.state.review, self.state.current
        if project is None or review is None or current is None:
            return
        text = ask.comment(self._window)
        if text:
            layer, target = review.gold.layer.id, target_of(review, current)
            self._workspace.apply(comment_on(layer, target, project.annotator, now(), text), self)

    def finish(self) -> None:
        """Close the bulletin when nothing is open any more, and go on to the next."""
        project, review = self._workspace.project, self.state.review
        if project is None or review is None:
            return
        if self.state.left:
            self._workspace.told.emit(self.tr("还剩 %n 处差异没有裁定。", "", self.state.left))
            self.state.go_to_next()
            return
        if self.state.apply(lambda: finish(project, review)):
            self._workspace.told.emit(self.tr("“%1”审核完成。").replace("%1", review.bulletin.title))
            found = self.standing()
            rest = [row for row in found.ready if row.gold != "adjudicated"] if found else []
            if rest:
                self.state.open(rest[0].bulletin.id)
