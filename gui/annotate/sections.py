"""Correcting sections: split, merge, move, promote, kinds, headings, continuations."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui import ask
from gui.actions import Actions, ActionSpec
from gui.names import kind_name
from gui.text.view import ReadingView
from gui.workspace import Workspace
from models.changes import Change
from models.errors import UserError
from models.labels import LabelSet
from models.outline import CONTINUATION, Section
from models.session import Session
from models.text import landing, trim


class SectionCommands(QObject):
    """Section actions on the open bulletin. The current section is the one the caret stands in."""

    def __init__(self, workspace: Workspace, view: ReadingView, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._view, self._actions, self._window = workspace, view, actions, window
        self._kinds: list[str] = []
        for name, slot in {
            "section.next": lambda: self._go(1),
            "section.previous": lambda: self._go(-1),
            "section.split": self.split,
            "section.merge": self.merge,
            "section.line_up": lambda: self._move(lambda at: self._view.navigator.line_start_before(at)),
            "section.line_down": lambda: self._move(lambda at: self._view.navigator.line_start_after(at)),
            "section.word_left": lambda: self._move(lambda at: self._view.navigator.previous_word(at)),
            "section.word_right": lambda: self._move(lambda at: self._view.navigator.next_word(at)),
            "section.char_left": lambda: self._move(lambda at: self._view.navigator.previous_character(at)),
            "section.char_right": lambda: self._move(lambda at: self._view.navigator.next_character(at)),
            "section.promote": lambda: self._relevel(-1),
            "section.demote": lambda: self._relevel(1),
            "section.heading": self.end_heading,
            "section.no_heading": lambda: self._on_current(lambda s, c: s.outline.set_heading(c, None)),
            "section.continue": self.pick_continued,
            "section.accept": lambda: self._on_current(lambda s, c: s.outline.accept([c])),
            "edit.select_all": self.select_section,
        }.items():
            actions.connect(name, slot)
        view.boundary_dropped.connect(self.drop)
        view.boundary_clicked.connect(lambda key: workspace.select_section(key, reveal=True))

    def take_kinds(self, labels: LabelSet) -> None:
        """Make an action for every kind of the label set, with its key."""
        for name in self._kinds:
            self._actions.remove(name)
        self._kinds = []
        for kind in labels.kinds:
            if kind.retired:
                continue
            name = f"kind.{kind.id}"
            spec = ActionSpec(name, "annotate", name, (kind.key,) if kind.key else ())
            self._actions.add(spec, self.tr("类型：%1").replace("%1", kind_name(labels, kind.id)))
            self._actions.connect(name, lambda key=kind.id: self.set_kind(key))
            self._kinds.append(name)

    # ------------------------------------------------------------------------------------------------------------

    def _current(self) -> tuple[Session, Section] | None:
        session = self._workspace.session
        if session is None:
            return None
        section = self._workspace.section or session.outline.at(self._view.caret)
        return None if section is None else (session, section)

    def _on_current(self, make: Callable[[Session, Section], Change]) -> bool:
        found = self._current()
        if found is None:
            return False
        return self._workspace.apply(lambda: make(*found), self)

    def _go(self, by: int) -> None:
        session = self._view.session  # as it is shown: the past can be gone through too
        if session is None or not len(session.outline):
            return
        here = session.outline.at(self._view.caret)
        place = session.outline.place(here.id) if here else -1
        if by < 0 and here is not None and self._view.caret > here.start:
            by = 0
        target = session.outline[max(0, min(len(session.outline) - 1, place + by))]
        self._view.set_caret(target.start)
        if not self._workspace.past:
            self._workspace.select_section(target.id)
        self._view.scroll_to(target.start, centre=False)

    def split(self) -> None:
        """A boundary at the caret (or where the selection begins); the new section becomes the current one."""
        session = self._workspace.session
        if session is None:
            return
        at = self._view.selection[0][0] if self._view.selection else self._view.caret
        at = landing(session.text.content, at)
        if self._workspace.apply(lambda: session.outline.split(at), self):
            self._view.clear_selection()
            self._put_caret(at)

    def merge(self) -> None:
        """Take the current section's boundary away, when the caret stands on it."""
        found = self._current()
        if found is None:
            return
        session, section = found
        if landing(session.text.content, self._view.caret) != section.start:
            self._workspace.told.emit(self.tr("光标不在边界上。按 K 回到本段开头，再按退格并入上一段。"))
            return
        start = section.start
        if self._workspace.apply(lambda: session.outline.merge(section), self):
            self._put_caret(start)

    def _move(self, target: Callable[[int], int]) -> None:
        found = self._current()
        if found is None:
            return
        session, section = found
        at = target(section.start)
        content, go = session.text.content, self._view.navigator
        step = go.next_character if at > section.start else go.previous_character
        while 0 < at < len(content) and content[at].isspace() and step(at) != at:
            at = step(at)
        if self._workspace.apply(lambda: session.outline.move(section, at), self):
            self._put_caret(at)

    def drop(self, section_id: str, offset: int) -> None:
        """A boundary was dragged to `offset`."""
        session = self._workspace.session
        if session is None or section_id not in session.outline:
            return
        section = session.outline[session.outline.place(section_id)]
        if self._workspace.apply(lambda: session.outline.move(section, offset), self):
            self._put_caret(offset)

    def _put_caret(self, offset: int) -> None:
        session = self._workspace.session
        self._view.set_caret(offset)
        section = session.outline.at(offset) if session else None
        self._workspace.select_section(section.id if section else None)

    def _relevel(self, by: int) -> None:
        self._on_current(lambda session, section: session.outline.relevel(section, by))

    def set_kind(self, kind: str) -> None:
        """Give the current section another kind."""
        self._on_current(lambda session, section: session.outline.set_kind(section, kind))

    def end_heading(self) -> None:
        """The heading runs to the caret, or to the end of the selection."""
        end = self._view.selection[-1][1] if self._view.selection else self._view.caret

        def make(session: Session, section: Section) -> Change:
            start, stop = trim(session.text.content, section.start, max(section.start, end))
            if stop <= start:
                raise UserError("Put the caret behind the heading's last character.", code="heading.empty")
            return session.outline.set_heading(section, stop)

        self._on_current(make)

    def pick_continued(self) -> None:
        """Ask which earlier section the current one continues."""
        found = self._current()
        labels = self._workspace.labels
        if found is None or labels is None:
            return
        session, section = found
        if not session.outline.resumable(section):
            self._workspace.apply(lambda: session.outline.set_kind(section, CONTINUATION), self)
            return
        chosen = ask.continued(self._window, session, section, labels)
        if chosen is not None:
            self._workspace.apply(lambda: session.outline.resume(section, chosen), self)

    def select_section(self) -> None:
        """Select the words of the current section."""
        found = self._current()
        if found is not None:
            session, section = found
            span = trim(session.text.content, section.start, session.outline.end(section))
            self._view.select(span)
