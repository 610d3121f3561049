"""Themes, unsure marks and comments: what is said about a section or a mention."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from gui import ask
from gui.actions import Actions
from gui.text.view import ReadingView
from gui.workspace import Workspace
from models import mentions
from models.bulletins import comment_on
from models.outline import Section
from models.project import now


class MarkCommands(QObject):
    """T, U and C on the open bulletin, and clicks on theme chips."""

    def __init__(self, workspace: Workspace, view: ReadingView, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._view, self._window = workspace, view, window
        actions.connect("theme.pick", self.pick_themes)
        actions.connect("mark.unsure", self.toggle_unsure)
        actions.connect("mark.comment", self.comment)
        view.chip_clicked.connect(self.click_chip)

    def pick_themes(self) -> None:
        """The picker for the current section; each choice is applied at once."""
        section, project = self._workspace.section, self._workspace.project
        if section is None or project is None:
            return
        ask.themes(
            self._window, project.labels, section, lambda themes: self._set(section.id, themes), self._below(section)
        )

    def _below(self, section: Section) -> QPoint:
        """The place on the screen just below the section's beginning."""
        self._view.ensure_visible(section.start)
        rect = self._view.rect_of(section.start)
        return self._view.viewport().mapToGlobal(rect.bottomLeft() + QPoint(0, 8))

    def _set(self, section_id: str, themes: tuple[str, ...]) -> None:
        session = self._workspace.session
        if session is not None and section_id in session.outline:
            section = session.outline[session.outline.place(section_id)]
            self._workspace.apply(lambda: session.outline.set_themes(section, themes), self)

    def click_chip(self, section_id: str, theme: str) -> None:
        """A chip: a proposed theme is accepted, an accepted one opens the picker, as does the plus."""
        session = self._workspace.session
        if session is None or self._workspace.past or section_id not in session.outline:
            return
        self._workspace.select_section(section_id)
        section = session.outline[session.outline.place(section_id)]
        if theme and theme not in section.themes:
            self._set(section_id, (*section.themes, theme))
        else:
            self.pick_themes()

    def _target(self) -> tuple[str, bool] | None:
        """The id of the mention or section at hand, and whether it is marked unsure."""
        mention = self._workspace.mention
        if mention is not None:
            return mention.id, mention.unsure
        section = self._workspace.section
        return None if section is None else (section.id, section.unsure)

    def toggle_unsure(self) -> None:
        """Mark the selected mention, else the current section, as unsure, or take the mark away."""
        session, mention, section = self._workspace.session, self._workspace.mention, self._workspace.section
        if session is None:
            return
        if mention is not None:
            self._workspace.apply(lambda: mentions.set_unsure(mention, not mention.unsure), self)
        elif isinstance(section, Section):
            self._workspace.apply(lambda: session.outline.set_unsure(section, not section.unsure), self)

    def comment(self) -> None:
        """Write a comment on the selected mention, else on the current section."""
        session, project, target = self._workspace.session, self._workspace.project, self._target()
        if session is None or project is None or target is None:
            return
        text = ask.comment(self._window)
        if text:
            step = comment_on(session.layer.id, target[0], project.annotator, now(), text)
            self._workspace.apply(step, self)
