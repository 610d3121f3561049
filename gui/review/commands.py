"""What the keys of review do, and how one gets there and back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from gui.actions import ActionSpec
from gui.dialogs.undoing import let_through
from gui.main_window import MainWindow
from gui.preferences import PAGE_BREAKS, SPACING, ZOOM, is_dark, number
from gui.review.bulletin_picker import BulletinPicker
from gui.review.deciding import DecisionCommands
from gui.review.gold_desk import GoldDesk
from gui.review.ready import Standing, standing
from gui.review.screen import ReviewScreen
from gui.review.sides import annotators, short_names
from gui.review.state import ReviewState
from gui.tasks import Worker
from gui.theme import DARK, LIGHT
from models.review.decisions import finish
from models.review.differences import STAGES


class ReviewCommands(QObject):
    """Actions of the review menu. The screen is built when it is first asked for."""

    def __init__(self, window: MainWindow, worker: Worker) -> None:
        super().__init__(window)
        self._window, self._workspace, self._worker = window, window.workspace, worker
        self._table = window.action_table
        self.state = ReviewState(self._workspace, self)
        self.screen: ReviewScreen | None = None
        self.decisions = DecisionCommands(window, self.state, lambda: self.screen)
        self.gold = GoldDesk(window, self.state)
        self._sides = 0
        self._desk_bulletin = ""
        for name, slot in {
            "review.next": lambda: self.step(1),
            "review.previous": lambda: self.step(-1),
            "review.settled": lambda: self.state.show_settled(not self.state.settled_shown),
            "review.boundaries": lambda: self.state.show_stage(STAGES[0]),
            "review.themes": lambda: self.state.show_stage(STAGES[1]),
            "review.mentions": lambda: self.state.show_stage(STAGES[2]),
            "review.next_bulletin": lambda: self.go(1),
            "review.previous_bulletin": lambda: self.go(-1),
            "review.finish": self.finish,
            "review.bulletins": self.choose_bulletin,
            "review.gold": self.edit_gold,
        }.items():
            self._table.connect(name, slot)
        self.gold.back_requested.connect(lambda: self.show(True))
        self._workspace.bulletin_opened.connect(self._on_bulletin)
        window.stack.currentChanged.connect(self._on_page)
        self.state.opened.connect(self._take_sides)
        self._workspace.project_opened.connect(lambda: self.show(False))

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
        if (on and self.shown) or (not on and self._window.stack.currentWidget() is self._window.desk):
            return
        if not on:
            self._window.show_desk(project is not None)
            if project is not None:
                self.gold.leave()
                self._window.view.setFocus()
            return
        self._workspace.present_requested.emit()
        screen = self._built()
        self.gold.rest()
        self._window.stack.setCurrentWidget(self._window.review)
        self._open_fitting()
        screen.focus()

    def _on_page(self) -> None:
        """Another page of the window is shown, whoever wanted it."""
        self._window.mode.show_review(self.shown)
        self._show_status()

    def _built(self) -> ReviewScreen:
        if self.screen is None:
            self.screen = ReviewScreen(self.state, self._table, self._worker)
            let_through(self.screen)
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

    def _show_status(self) -> None:
        told = self.screen.panel.told() if self.screen is not None and self.shown else ""
        self._window.statusBar().show_review(self.shown, told)

    def _take_sides(self) -> None:
        """An action a layer; the first nine have the keys 1 to 9."""
        review = self.state.review
        names = annotators(review) if review else []
        shorts = short_names(names)
        for n in range(1, max(len(names), self._sides) + 1):
            for action, key, text, slot in (
                (f"review.take.{n}", str(n), self.tr("取%1"), lambda n=n: self.decisions.take(n)),
                (f"review.with.{n}", f"Shift+{n}", self.tr("连同%1一起取"), lambda n=n: self.decisions.choose(n)),
            ):
                if n > len(names):
                    self._table.remove(action)
                    continue
                shown = text.replace("%1", shorts[names[n - 1]])
                if action in self._table:
                    self._table[action].setText(shown)
                    continue
                self._table.add(ActionSpec(action, "review", text, (key,) if n < 10 else (), "review"), shown)
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

    def _open_fitting(self) -> None:
        """Go on where one was; another bulletin opened at the desk meanwhile is reviewed if it can be, and where there
        is nothing to go on with, the first that is not done."""
        found, session, review = self.standing(), self._workspace.session, self.state.review
        ready = {row.bulletin.id: row for row in found.ready} if found else {}
        here = session.bulletin.id if session else ""
        moved, self._desk_bulletin = here != self._desk_bulletin, here
        if review is not None and review.bulletin.id in ready and not (moved and here in ready):
            return
        best = sorted(ready.values(), key=lambda row: (row.bulletin.id != here, row.gold == "adjudicated"))
        if best and self.state.open(best[0].bulletin.id):
            return
        self.state.close()
        if self.screen is not None:
            self.screen.say_empty(found)

    def _on_bulletin(self) -> None:
        """Another layer is open at the desk, perhaps for somebody else, who may not see what is under review."""
        if self.shown:
            self._open_fitting()

    def go(self, by: int) -> None:
        """Review the next bulletin that is ready, or the one before."""
        found, review = self.standing(), self.state.review
        ids = [row.bulletin.id for row in found.ready] if found else []
        place = ids.index(review.bulletin.id) if review and review.bulletin.id in ids else -1
        if 0 <= place + by < len(ids):
            self.state.open(ids[place + by])
        else:
            self._workspace.told.emit(self.tr("这已是最后一篇。") if by > 0 else self.tr("这已是第一篇。"))

    def travel(self, role: str, bulletin: str) -> None:
        """Undo and redo go to where they change something."""
        if role == "gold":
            self.show(True)
            if self.state.review is None or self.state.review.bulletin.id != bulletin:
                self.state.open(bulletin)
        else:
            self.show(False)

    def choose_bulletin(self) -> None:
        """Let the person choose which bulletin to review."""
        project, found, review = self._workspace.project, self.standing(), self.state.review
        if project is None or found is None or self.screen is None or not found.ready:
            return
        button = self.screen.panel.bulletin
        here = review.bulletin.id if review else ""
        at = button.mapToGlobal(button.rect().bottomLeft())
        chosen = BulletinPicker.choose(self._window, project, found.ready, here, at)
        if chosen is not None:
            self.state.open(chosen)
        self.screen.focus()

    def edit_gold(self) -> None:
        """Open the gold layer at the desk, where everything can be changed, at the current difference."""
        review, current = self.state.review, self.state.current
        if review is not None:
            offset = current.start if current else self.screen.pages.top_offset() if self.screen else 0
            self._window.show_desk(True)
            self.gold.open(review, offset)

    def step(self, by: int) -> None:
        """To the next difference, or the one before."""
        if self.state.review is not None and not self.state.step(by):
            said = self.tr("后面没有待裁定的差异了，还剩 %n 处。", "", self.state.tally.left)
            if not self.state.tally.left:
                said = self.tr("差异都已裁定。")
            elif by < 0:
                said = self.tr("这已是第一处差异。")
            self._workspace.told.emit(said)

    def finish(self) -> None:
        """Close the bulletin when nothing is open any more, and go on to the next."""
        project, review = self._workspace.project, self.state.review
        if project is None or review is None:
            return
        if self.state.tally.left:
            self._workspace.told.emit(self.tr("还剩 %n 处差异没有裁定。", "", self.state.tally.left))
            self.state.go_to_next()
            return
        if self.state.apply(lambda: finish(project, review)):
            self._workspace.told.emit(self.tr("“%1”审核完成。").replace("%1", review.bulletin.title))
            found = self.standing()
            rest = [row for row in found.ready if row.gold != "adjudicated"] if found else []
            if rest:
                self.state.open(rest[0].bulletin.id)
