"""Deciding on suggestions: from one open place to the next, accept, reject, accept all in a section."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QWidget

from gui.actions import Actions
from gui.preferences import UNCERTAIN_FIRST
from gui.text.view import ReadingView
from gui.workspace import Workspace
from models import mentions
from models.changes import Change, change
from models.layers import taken
from models.mentions import Mention
from models.outline import Section
from models.project import SUGGESTION
from models.session import Session


@dataclass(frozen=True, slots=True, order=True)
class Stop:
    """One place where a decision is open: a boundary or proposed themes (rank 0), or a mention (rank 1)."""

    offset: int
    rank: int
    id: str
    confidence: float = field(default=1.0, compare=False)

    @property
    def doubt(self) -> tuple[float, Stop]:
        """What stops are ordered by where the least certain comes first."""
        return self.confidence, self


def is_open(section: Section) -> bool:
    """Whether the section's boundary or one of its proposed themes waits for a decision."""
    return not section.confirmed or bool(section.suggested)


def open_stops(session: Session) -> list[Stop]:
    """All open places of a layer in text order."""
    stops = [Stop(s.start, 0, s.id, _surety(s)) for s in session.outline if is_open(s)]
    stops += [Stop(m.start, 1, m.id, m.origin.confidence or 0.0) for m in session.mentions if not m.confirmed]
    return sorted(stops)


def _surety(section: Section) -> float:
    """The least of the confidences that a decision about a section is open on."""
    boundary = [section.origin.confidence or 0.0] if not section.confirmed else []
    return min(boundary + [theme.confidence or 0.0 for theme in section.suggested])


class SuggestionCommands(QObject):
    """Tab, Space, X and A on the open bulletin."""

    def __init__(
        self, workspace: Workspace, view: ReadingView, actions: Actions, window: QWidget, settings: QSettings
    ) -> None:
        super().__init__(window)
        self._workspace, self._view = workspace, view
        self._uncertain = actions["suggestion.uncertain"]
        self._uncertain.setCheckable(True)
        self._uncertain.setChecked(settings.value(UNCERTAIN_FIRST, False, bool))
        self._uncertain.toggled.connect(lambda on: settings.setValue(UNCERTAIN_FIRST, on))
        self._uncertain.toggled.connect(self._tell_order)
        self._last: Stop | None = None
        """Where one was last, in the order of doubt: a place that is decided is not among the open ones any more."""
        self._uncertain.toggled.connect(self._forget)
        workspace.bulletin_opened.connect(self._forget)
        actions.connect("suggestion.next", lambda: self.go(1))
        actions.connect("suggestion.previous", lambda: self.go(-1))
        actions.connect("suggestion.accept", lambda: self._decide(accept=True))
        actions.connect("suggestion.reject", lambda: self._decide(accept=False))
        actions.connect("suggestion.accept_all", self.accept_all)
        actions.connect("suggestion.take", self.take)

    def go(self, by: int) -> None:
        """To the next (1) or previous (-1) open place, round the end; says so when none is left."""
        session = self._view.session  # as it is shown: the past can be gone through too
        if session is None:
            return
        stops = open_stops(session)
        if not stops:
            self._pick(None)
            self._workspace.told.emit(self._why_none(session))
            return
        if self._uncertain.isChecked():
            self._visit(session, self._doubtful(stops, by))
            return
        here = self._here(session)
        n = bisect_right(stops, here) if by > 0 else bisect_left(stops, here) - 1
        self._visit(session, stops[n % len(stops)])

    def _why_none(self, session: Session) -> str:
        project = self._workspace.project
        if project is not None and project.layer_of(session.bulletin.id, "", SUGGESTION) is None:
            return self.tr("本篇的预标注还没有做好，请稍候再试。")
        return self.tr("本篇的预标注都已确认。")

    def _doubtful(self, stops: list[Stop], by: int) -> Stop:
        """The next or previous stop where those come first that the engine is least sure of."""
        stops = sorted(stops, key=lambda stop: stop.doubt)
        if self._last is None:
            return stops[0 if by > 0 else -1]
        here = self._last.doubt
        keys = [stop.doubt for stop in stops]
        n = bisect_right(keys, here) if by > 0 else bisect_left(keys, here) - 1
        return stops[n % len(stops)]

    def _tell_order(self, on: bool) -> None:
        told = self.tr("下一处预标注：最没把握的先来。") if on else self.tr("下一处预标注：按文中的次序。")
        self._workspace.told.emit(told)

    def _forget(self) -> None:
        self._last = None

    def _here(self, session: Session) -> Stop:
        chosen = self._view.marks.mention
        if chosen in session.mentions:
            mention = session.mentions[chosen]
            return Stop(mention.start, 1, mention.id)
        section = session.outline.at(self._view.caret)
        if section is not None and section.start == self._view.caret:
            return Stop(section.start, 0, section.id)
        return Stop(self._view.caret, -1, "")

    def _visit(self, session: Session, stop: Stop) -> None:
        self._last = stop
        self._view.clear_selection()
        self._view.set_caret(stop.offset)
        if not self._workspace.past:
            section = session.outline.at(stop.offset)
            self._workspace.select_section(section.id if section else None)
        self._pick(stop.id if stop.rank else None)
        self._view.ensure_visible(stop.offset)

    def _pick(self, mention_id: str | None) -> None:
        """Select a mention, or none; one of the past is only framed."""
        if self._workspace.past:
            self._view.set_current_mention(mention_id)
        else:
            self._workspace.select_mention(mention_id)

    def _decide(self, *, accept: bool) -> None:
        session, mention, section = self._workspace.session, self._workspace.mention, self._workspace.section
        if session is None:
            return
        if mention is None:
            under = [m for m in session.mentions.at(self._view.caret) if not m.confirmed]
            at_boundary = section is not None and section.start == self._view.caret and is_open(section)
            mention = under[0] if under and not at_boundary else None
        if mention is not None:
            done = self._mention(mention, accept=accept)
        elif section is not None and is_open(section):
            done = self._workspace.apply(lambda: _section_step(session, section, accept=accept), self)
        else:
            done = False
        if done:
            self.go(1)
        else:
            self._workspace.told.emit(self.tr("这里没有待确认的预标注。按 Tab 到下一处。"))

    def _mention(self, mention: Mention, *, accept: bool) -> bool:
        here = mention.start
        step = mentions.accept([mention]) if accept else mentions.reject([mention])
        if not self._workspace.apply(step, self):
            return False
        self._workspace.select_mention(mention.id if accept else None)
        self._view.set_caret(here)
        return True

    def accept_all(self) -> None:
        """Accept the boundary, the proposed themes and every suggested mention of the current section: one change."""
        session, section = self._workspace.session, self._workspace.section
        if session is None:
            return
        if section is None:  # the caret stands before the first section
            self.go(1)
            return
        end = session.outline.end(section)
        open_rows = [m for m in session.open_mentions(section.start, end) if m.start < end]
        taken = [replace(m, confirmed=True) for m in open_rows]
        step = change(
            "suggestion.accept_all", [section, *open_rows], [_accepted(section), *taken],
            args=(str(len(open_rows)),), layer=session.layer.id,
        )  # fmt: skip
        if self._workspace.apply(step, self):
            self.go(1)
        else:
            self._workspace.told.emit(self.tr("本段没有待确认的预标注。"))

    def take(self) -> None:
        """Bring in the suggestions that the layer lacks."""
        project, session = self._workspace.project, self._workspace.session
        if project is None or session is None:
            return
        source = project.layer_of(session.bulletin.id, "", SUGGESTION)
        if source is None:
            self._workspace.told.emit(self.tr("本篇的预标注还没有做好，请稍候再试。"))
        elif not self._workspace.apply(lambda: taken(project.store, source.id, session), self):
            self._workspace.told.emit(self.tr("没有可补入的预标注。"))


def _accepted(section: Section) -> Section:
    themes = section.themes + tuple(t.id for t in section.suggested if t.id not in section.themes)
    return replace(section, confirmed=True, themes=themes, suggested=())


def _section_step(session: Session, section: Section, *, accept: bool) -> Change:
    """Accept: boundary and proposed themes. Reject: the boundary while it is open, else the proposed themes."""
    if accept:
        return change("section.accept", [section], [_accepted(section)], layer=session.layer.id)
    if not section.confirmed and session.outline.place(section.id) > 0:
        return session.outline.merge(section)
    after = replace(section, suggested=(), confirmed=True)
    return change("section.theme.reject", [section], [after], args=("",), layer=session.layer.id)
