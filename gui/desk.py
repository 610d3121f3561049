"""What ties the desk together: the reading view follows the workspace, the tools follow the text, and back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from gui.main_window import MainWindow
from gui.words import Words
from models.changes import Change, Item
from models.labels import Kind, Label, Theme
from models.mentions import Mention
from models.outline import Section
from models.session import Session


class Desk(QObject):
    """Keeps the reading view, the find bar and the past bar in step with the workspace."""

    def __init__(self, window: MainWindow, words: Words) -> None:
        super().__init__(window)
        self._window, self._words = window, words
        self._view, self._workspace = window.view, window.workspace
        self._places: dict[str, tuple[int, int]] = {}
        self._shown: str | None = None
        """The bulletin that is shown."""
        self._layer: str | None = None
        workspace, view = self._workspace, self._view
        view.set_words(words.words)
        view.caret_moved.connect(self._on_caret)
        view.selection_changed.connect(self._on_selection)
        workspace.bulletin_opened.connect(self._on_opened)
        for signal in (workspace.bulletins_changed, workspace.project_opened, workspace.project_closed):
            signal.connect(self._count_tabs)
        workspace.project_closed.connect(self._on_closed)
        workspace.changed.connect(self._on_change)
        workspace.reveal.connect(self._on_reveal)
        workspace.section_selected.connect(self._on_section)
        workspace.mention_selected.connect(self._on_mention)
        view.context_requested.connect(self._show_menu)
        window.history.past_requested.connect(self.show_past)
        window.history.present_requested.connect(self.show_present)
        window.past_bar.present_requested.connect(self.show_present)
        workspace.present_requested.connect(self.show_present)

    def _on_opened(self) -> None:
        session = self._workspace.session
        if session is None:
            return
        self._leave_past()
        self._remember()
        stays = self._shown == session.bulletin.id
        again = self._layer == session.layer.id
        self._shown, self._layer = session.bulletin.id, session.layer.id
        self._view.set_session(session, self._workspace.labels)
        if not stays:
            self._go_back(session)
        self._follow_caret()
        if not again:  # what is opened again may be so in the background, while somebody types elsewhere
            self._view.setFocus()

    def _go_back(self, session: Session) -> None:
        """To where one was in the bulletin, else to its beginning."""
        place = self._places.get(session.bulletin.id)
        if place is not None:
            self._view.set_caret(place[0])
            self._view.scroll_to(place[1], centre=False)
        elif len(session.outline):
            self._view.set_caret(session.outline[0].start)

    def _count_tabs(self) -> None:
        """How many mentions and open comments there are, on their tabs."""
        session, tools = self._workspace.session, self._window.tools
        mentions = len(session.mentions) if session else 0
        comments = sum(not c.resolved for c in session.comments.values()) if session else 0
        for panel, name, count in (
            (self._window.mentions, self.tr("实体"), mentions),
            (self._window.comments, self.tr("批注"), comments),
        ):
            tools.setTabText(tools.indexOf(panel), f"{name} {count}" if count else name)

    def _remember(self) -> None:
        """Keep where one was in the bulletin shown so far."""
        if self._shown is not None:
            self._places[self._shown] = (self._view.caret, self._view.offset_at(QPoint(60, 4)))

    def _on_closed(self) -> None:
        self._shown = self._layer = None
        self._places.clear()
        self._leave_past()
        self._view.set_session(None, None)

    def _on_change(self, step: Change, _initiator: object) -> None:
        if step.touches(Label) or step.touches(Kind) or step.touches(Theme):
            self._leave_past()
            self._view.set_session(self._workspace.session, self._workspace.labels)
            self._follow_caret()
        elif not self._workspace.past:
            self._view.apply_change(step)
            if _starts(step.before) != _starts(step.after):
                self._follow_caret()

    def _follow_caret(self) -> None:
        """The caret stays where it is; which section it stands in, and what is there, may be another."""
        self._on_caret(self._view.caret)
        if not self._workspace.past:
            self._on_section()
            self._on_mention()

    def _on_caret(self, offset: int) -> None:
        session = self._view.session if self._workspace.past else self._workspace.session
        if session is None:
            return
        section = session.outline.at(offset)
        if self._workspace.past:
            self._view.set_current_section(section.id if section else None)
            framed = self._view.marks.mention
            if framed not in session.mentions or not _holds(session.mentions[framed], offset):
                self._view.set_current_mention(None)
            return
        self._workspace.select_section(section.id if section else None)
        mention = self._workspace.mention
        if mention is not None and not _holds(mention, offset):
            self._workspace.select_mention(None)

    def _on_selection(self) -> None:
        if self._view.selection and self._workspace.mention is not None and len(self._view.selection) == 1:
            a, b = self._view.selection[0]
            mention = self._workspace.mention
            if not (mention.start < b and a < mention.end):
                return
            if (a, b) != (mention.start, mention.end):
                self._workspace.select_mention(None)

    def _on_reveal(self, offset: int) -> None:
        self._view.set_caret(offset)
        self._view.ensure_visible(offset)
        self._follow_caret()

    def _on_section(self) -> None:
        section = self._workspace.section
        self._view.set_current_section(section.id if section else None)

    def _on_mention(self) -> None:
        mention = self._workspace.mention
        self._view.set_current_mention(mention.id if mention else None)

    def _show_menu(self, place: QPoint, offset: int) -> None:
        """What can be done here, as a menu: labels for the selection, the section's and the mention's commands."""
        session, table = self._workspace.session, self._window.action_table
        if session is None or self._workspace.past:
            return
        if not any(a <= offset <= b for a, b in self._view.selection):
            self._view.set_caret(offset)
            under = session.mentions.at(offset)
            self._workspace.select_mention(under[0].id if under else None)
        menu = QMenu(self._window)
        groups = (
            [spec.id for spec in table.specs() if spec.id.startswith("label.")],
            ["mention.all", "mention.link", "mention.remove"] if self._workspace.mention else [],
            ["section.split", "section.merge", "section.heading", "theme.pick"],
            ["mark.unsure", "mark.comment", "edit.copy"],
        )
        for names in groups:
            for name in names:
                menu.addAction(table[name])
            menu.addSeparator()
        menu.exec(place)
        menu.deleteLater()

    # The past ---------------------------------------------------------------------------------------------------

    def show_past(self, entry: int) -> None:
        """Show a bulletin as it was right after a journal entry; nothing can be changed meanwhile.

        That is the bulletin that the entry changed, else the open one.
        """
        project = self._workspace.project
        if project is None:
            return
        line = next((line for line in project.store.journal(after=entry - 1) if line.id == entry), None)
        self._open_changed(line.layer if line is not None else None)
        session = self._workspace.session
        if session is None:
            return
        past: Session = project.session_at(session, entry)
        at = datetime.fromisoformat(line.at).astimezone() if line is not None else None
        self._window.past_bar.show_moment(at.strftime("%Y-%m-%d %H:%M:%S") if at is not None else "")
        self._set_editable(False)
        self._view.set_session(past, self._workspace.labels)
        self._follow_caret()

    def _open_changed(self, layer: str | None) -> None:
        """Open the bulletin that a step on this layer changed, where the annotator has begun it."""
        project, session = self._workspace.project, self._workspace.session
        if project is None or session is None or layer is None:
            return
        changed = next((i.bulletin for i in project.store.layers() if i.id == layer), session.bulletin.id)
        if changed != session.bulletin.id and project.layer_of(changed, project.annotator) is not None:
            self._window.past_bar.hide()
            self._set_editable(True)
            self._workspace.open_bulletin(changed)

    def show_present(self) -> None:
        """Back to the bulletin as it is."""
        if self._workspace.past:
            self._leave_past()
            self._view.set_session(self._workspace.session, self._workspace.labels)
            self._follow_caret()

    def _leave_past(self) -> None:
        """Let the present be changed again; what the view shows stays."""
        if self._workspace.past:
            self._window.past_bar.hide()
            self._window.history.show_present()
            self._set_editable(True)

    def _set_editable(self, on: bool) -> None:
        self._workspace.set_past(not on)
        for panel in (self._window.outline, self._window.mentions, self._window.themes, self._window.comments):
            panel.setEnabled(on)


def _holds(mention: Mention, offset: int) -> bool:
    """Whether the caret stands in the mention or at one of its ends."""
    return mention.start <= offset <= mention.end


def _starts(rows: Iterable[Item]) -> set[int]:
    """Where the sections among the rows begin."""
    return {row.start for row in rows if isinstance(row, Section)}
