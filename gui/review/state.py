"""Which bulletin is under review, which difference is the current one, and what has been settled meanwhile."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gui.review.tally import Tally, order
from gui.workspace import Workspace
from models.bulletins import Bulletin, Comment, LayerInfo
from models.changes import Change
from models.decision import Decision
from models.errors import UserError
from models.labels import Kind, Label, Theme
from models.mentions import Entity, Mention
from models.outline import Section
from models.review.differences import STAGES, Difference
from models.review.gold import flow
from models.review.matters import thaw
from models.review.reviewing import POLICY, Review, open_review
from models.review.stamps import MERGE

_ROWS = (Section, Mention, Entity, Decision, Comment)


class ReviewState(QObject):
    """The review on screen. Views read it and hear of it here; everything is changed through the workspace."""

    opened = Signal()
    """Another bulletin is under review, or other layers of it, or none."""
    refreshed = Signal()
    """Its differences have changed."""
    moved = Signal()
    """Another difference is the current one."""
    chosen_changed = Signal()
    """Other annotators are chosen together."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.review: Review | None = None
        self.current: Difference | None = None
        self.stage = STAGES[0]
        self.settled_shown = False
        self.chosen: frozenset[str] = frozenset()
        self.comments: tuple[Comment, ...] = ()
        self.tally = Tally()
        self._busy = False
        workspace.changed.connect(self._on_change)
        workspace.project_closed.connect(self.close)

    # Opening ----------------------------------------------------------------------------------------------------

    def open(self, bulletin: str) -> bool:
        """Put a bulletin under review and let what is agreed into its gold layer; says whether it could be."""
        project = self.workspace.project
        found = next((b for b in self.workspace.bulletins() if b.id == bulletin), None)
        if project is None or found is None:
            return False
        try:
            review = open_review(project, found)
        except UserError as error:
            self.workspace.failed.emit(error)
            return False
        self.review, self.current, self.chosen = review, None, frozenset()
        self._take_agreement()
        self.stage = STAGES[0]
        self.opened.emit()
        self._announce()
        self.go_to_next()
        return True

    def _take_agreement(self) -> None:
        """What is agreed flows into the gold layer; nobody is asked, and it is no step that one takes back."""
        project, review = self.workspace.project, self.review
        if project is None or review is None:
            return
        self._take(lambda: flow(project, review), undoable=False)

    def close(self) -> None:
        """Nothing is under review."""
        self.review = self.current = None
        self.opened.emit()
        self._announce()
        self.moved.emit()

    def set_policy(self, policy: str) -> None:
        """What counts as agreed in this project from now on: all layers, or most of them."""
        project, review = self.workspace.project, self.review
        if project is None or project.store.setting(POLICY) == policy:
            return
        project.store.set_setting(POLICY, policy)
        if review is not None:
            self.open(review.bulletin.id)

    # What there is ----------------------------------------------------------------------------------------------

    def taken(self) -> frozenset[str]:
        """Whose side the current difference was decided for; nobody's while it is open."""
        current = self.current
        if current is None or not current.settled or not current.decisions:
            return frozenset()
        decided = {d.key: thaw(d.outcome) for d in current.decisions}
        wanted = tuple(decided.get(key) for key in current.keys)
        return frozenset(name for say in current.says if say.values == wanted for name in say.annotators)

    # Going about ------------------------------------------------------------------------------------------------

    def select(self, difference: Difference | None) -> None:
        """Make a difference the current one; its stage is shown."""
        if difference is not None and difference.stage != self.stage:
            self.stage = difference.stage
        if self.chosen:
            self.chosen = frozenset()
        self.current = difference
        self.moved.emit()

    def show_stage(self, stage: str) -> None:
        """Show the differences of a stage; the first that can be decided is the current one."""
        self.stage = stage
        rows = self.tally.rows(stage)
        self.select(next((d for d in rows if d.ready and not d.settled), rows[0] if rows else None))

    def show_settled(self, on: bool) -> None:
        """Show what is settled too, or only what is open."""
        self.settled_shown = on
        self._announce()
        self.moved.emit()

    def step(self, by: int) -> bool:
        """To the next difference or the one before, past those that wait; says whether there was one."""
        found = self.beyond(by)
        if found is not None:
            self.select(found)
        return found is not None

    def beyond(self, by: int) -> Difference | None:
        """The next difference that one steps to, or the one before."""
        here, stops = order(self.current) if self.current else (-1,), self.tally.stops
        place = bisect_right(stops, here, key=order) if by > 0 else bisect_left(
            stops, here, key=order) - 1  # fmt: skip
        return stops[place] if 0 <= place < len(stops) else None

    def go_to_next(self, start: tuple[object, ...] = (-1,)) -> None:
        """To the first difference from a place on that can be decided, else to the first of all: what earlier stages
        still leave open comes before the next one."""
        found = [d for d in self.review.open if d.ready] if self.review else []
        stage = STAGES[start[0]] if isinstance(start[0], int) and start[0] >= 0 else None
        later = [d for d in found if order(d) >= start and (stage is None or d.stage == stage)]
        self.select(next(iter(later or found), None))

    def choose(self, annotator: str) -> None:
        """Add somebody to those whose votes are taken together, or leave them out again."""
        self.chosen = self.chosen ^ {annotator}
        self.chosen_changed.emit()

    # Following --------------------------------------------------------------------------------------------------

    def apply(self, make: Callable[[], Change]) -> bool:
        """Take a step and go on to what is open next; says whether anything changed."""
        here = order(self.current) if self.current else (-1,)
        done = self._take(make)
        if done:
            self._announce()
            self.go_to_next(here)
        return done

    def _take(self, make: Callable[[], Change], *, undoable: bool = True) -> bool:
        """Take a step that alters no layer under review; says whether anything changed."""
        self._busy = True
        try:
            return self.workspace.apply(make, self, undoable=undoable)
        finally:
            self._busy = False

    def _on_change(self, step: Change, _initiator: object) -> None:
        review = self.review
        if self.workspace.project is None or review is None:
            return
        if self._busy:
            self.review = review.after(step)
            return
        layers = {side.layer.id for side in review.sides}
        rows = (*step.before, *step.after)
        theirs = any(i.id in layers or i.bulletin == review.bulletin.id for i in rows if isinstance(i, LayerInfo)
                     and i.role == "annotator")  # fmt: skip
        theirs = theirs or any(isinstance(i, _ROWS) and i.layer in layers for i in rows)
        theirs = theirs or any(isinstance(i, Bulletin) and i.id == review.bulletin.id for i in rows)
        theirs = theirs or step.name == MERGE
        if theirs or any(isinstance(i, Label | Kind | Theme) for i in rows):
            self._reopen(step)
        elif any(isinstance(i, _ROWS) and i.layer == review.gold.layer.id for i in rows):
            self.review = review.after(step)
            self._announce()
            self._return_to(step)

    def _reopen(self, step: Change) -> None:
        """Other layers: read them, keep the place."""
        here = order(self.current) if self.current else (-1,)
        project, review = self.workspace.project, self.review
        if project is None or review is None:
            return
        try:
            self.review = open_review(project, review.bulletin)
        except UserError:
            self.close()  # a layer was taken back: there are too few again
            return
        self._take_agreement()
        self.opened.emit()
        self._announce()
        self.go_to_next(here)
        self._return_to(step)

    def _return_to(self, step: Change) -> None:
        """Show the difference that a step taken back or done again is about; else stay."""
        keys = {i.key for i in (*step.before, *step.after) if isinstance(i, Decision)}
        found = self.review.differences if self.review else ()
        about = next((d for d in found if keys & set(d.keys)), None)
        if about is None and self.current is not None and self.review is not None:
            about = self.review.difference(self.current.id)
        if about is not None and (self.settled_shown or not about.settled):
            self.select(about)
        else:
            self.go_to_next(order(about) if about else (-1,))

    def _announce(self) -> None:
        """Read the comments, count anew, and say that the differences have changed."""
        project, review = self.workspace.project, self.review
        self.comments = ()
        if project is not None and review is not None and review.gold.stored:
            self.comments = tuple(project.store.comments(review.gold.layer.id))
        before = self.tally.review
        same = review is not None and before is not None and review.counted is before.counted
        self.tally = Tally(review, self.settled_shown, self.comments, self.tally.known if same else {})
        self.refreshed.emit()
