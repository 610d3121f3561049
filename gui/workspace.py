"""What is open: the project, the bulletin, what is selected in it; and the signals every view lives on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.bulletins import Bulletin, LayerInfo
from models.changes import Change
from models.decision import Decision
from models.errors import UserError
from models.labels import LabelSet
from models.mentions import Entity, Mention
from models.outline import Section
from models.project import Project
from models.session import Session

PATIENCE = 500  # milliseconds for which a step may wait, and the window with it, while another program writes


class Workspace(QObject):
    """The open project and bulletin. Views request changes here and hear of them here; they never call each other."""

    project_opened = Signal()
    project_closed = Signal()
    annotator_changed = Signal()  # somebody else sits at the desk of the open project
    bulletin_opened = Signal()
    changed = Signal(object, object)  # Change, initiator: after disk and memory
    bulletins_changed = Signal()  # names, order, status or counts in the library may have changed
    section_selected = Signal()
    mention_selected = Signal()
    reveal = Signal(int)  # a code point the reading view should show
    failed = Signal(object)  # UserError
    told = Signal(str)  # a short sentence for the status bar
    past_changed = Signal()
    present_requested = Signal()  # the past is to be left, if it is shown
    travelled = Signal(str, str)  # role and bulletin of the layer that undo or redo is about to change

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.recorder: Callable[[Change], Change] | None = None
        """What makes of each step on the gold layer the decisions it amounts to; None for any other layer."""
        self.leaves: Callable[[], bool] = lambda: True
        """Whether the open project may be closed; whoever would lose work by it is asked."""
        self.past = False
        """Whether the open bulletin is shown as it was at another time."""
        self._section: str | None = None
        self._mention: str | None = None

    # What is open -----------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session | None:
        """The open layer; None when no bulletin is open."""
        return self.project.session if self.project else None

    @property
    def labels(self) -> LabelSet | None:
        return self.project.labels if self.project else None

    @property
    def read_only(self) -> bool:
        """Whether the project's file may not be written."""
        return self.project is not None and self.project.store.file.read_only

    @property
    def section(self) -> Section | None:
        """The current section of the open bulletin."""
        session = self.session
        if session is None or self._section is None or self._section not in session.outline:
            return None
        return session.outline[session.outline.place(self._section)]

    @property
    def mention(self) -> Mention | None:
        """The selected mention of the open bulletin."""
        session = self.session
        if session is None or self._mention is None or self._mention not in session.mentions:
            return None
        return session.mentions[self._mention]

    def open_project(self, path: Path) -> bool:
        """Open a project file in place of the present one; says whether it could be. The present one stays if not."""
        return self._replace(path, lambda: Project.open(path))

    def create_project(self, path: Path) -> bool:
        """Make a new project file and open it."""
        return self._replace(path, lambda: Project.create(path))

    def _replace(self, path: Path, make: Callable[[], Project]) -> bool:
        if self.project is not None:
            self.project.store.file.fold()  # the other may be the same file under a new name
            if not self.project.store.file.is_at(path) and not self.leaves():
                return False
        try:
            project = _readable(make())
        except UserError as error:
            self.failed.emit(error)
            return False
        self.close_project()
        project.store.file.be_patient(PATIENCE)
        self.project = project
        project.listen(self._on_change)
        self.project_opened.emit()
        return True

    def close_project(self) -> None:
        """Close the project; everything is on disk already."""
        if self.project is None:
            return
        self.project.store.file.fold()  # a worker that still reads keeps SQLite from doing so
        self.project.close()
        self.project = self.recorder = None
        self._section = self._mention = None
        self.project_closed.emit()

    def bulletins(self) -> list[Bulletin]:
        """The project's bulletins that are not archived, in library order."""
        return [b for b in self.project.store.bulletins() if not b.archived] if self.project else []

    def open_bulletin(self, bulletin_id: str) -> bool:
        """Open the annotator's layer on a bulletin; says whether it could be."""
        if self.project is None:
            return False
        found = next((b for b in self.project.store.bulletins() if b.id == bulletin_id), None)
        if found is None:
            return False
        try:
            session = self.project.open_session(found)
        except UserError as error:
            self.failed.emit(error)
            return False
        self._begin(session, None)
        return True

    def open_gold(self, bulletin: Bulletin, layer: LayerInfo, recorder: Callable[[Change], Change]) -> None:
        """Open a bulletin's gold layer; `recorder` makes of each step on it the decisions that it amounts to."""
        if self.project is not None:
            self.project.session = self.project.read_session(bulletin, layer)
            self._begin(self.project.session, recorder)

    def _begin(self, session: Session, recorder: Callable[[Change], Change] | None) -> None:
        self.recorder = recorder
        if self.section is None:  # a layer that is opened again keeps what is selected in it
            self._section = session.outline[0].id if len(session.outline) else None
        if self.mention is None:
            self._mention = None
        self.bulletin_opened.emit()
        self.bulletins_changed.emit()

    # What is selected -------------------------------------------------------------------------------------------

    def select_section(self, section_id: str | None, *, reveal: bool = False) -> None:
        """Make a section the current one; with `reveal` the reading view goes there."""
        if section_id != self._section:
            self._section = section_id
            self.section_selected.emit()
        if reveal and (section := self.section) is not None:
            self.reveal.emit(section.start)

    def select_mention(self, mention_id: str | None, *, reveal: bool = False) -> None:
        """Select a mention; with `reveal` the reading view goes there."""
        if mention_id != self._mention:
            self._mention = mention_id
            self.mention_selected.emit()
        if reveal and (mention := self.mention) is not None:
            self.reveal.emit(mention.start)

    # What changes -----------------------------------------------------------------------------------------------

    def set_past(self, past: bool) -> None:
        """Whether the open bulletin is shown as it was: nothing in it can be changed meanwhile."""
        self.past = past
        self.past_changed.emit()

    def refuses(self) -> bool:
        """Whether nothing can be changed now, which is told."""
        if self.past:
            self.told.emit(self.tr("正在看过去的样子，先回到现在，才能修改。"))
        elif self.read_only:
            self.told.emit(self.tr("项目文件不允许写入，只能看和导出。要修改，请另存副本。"))
        return self.past or self.read_only

    def apply(self, make: Change | Callable[[], Change], initiator: object = None, *, undoable: bool = True) -> bool:
        """Apply a change, or the one that `make` builds; says whether anything changed. Refusals go to `failed`."""
        if self.project is None:
            return False
        try:
            step = make if isinstance(make, Change) else make()
            if step.layer is not None and self.refuses():
                return False
            if self.recorder is not None:
                step = self.recorder(step)
            return self.project.apply(step, initiator=initiator, undoable=undoable) is not None
        except UserError as error:
            self.failed.emit(error)
            return False

    def undo(self) -> None:
        """Take back the last change, on whatever bulletin it was made; that bulletin is opened."""
        self._travel(undo=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._travel(undo=False)

    def _travel(self, *, undo: bool) -> None:
        if self.project is None or self.refuses():
            return
        history = self.project.history
        entry = history.undo if undo else history.redo
        if entry is None:
            return
        if entry.layer is not None and (self.session is None or self.session.layer.id != entry.layer):
            layer = next((i for i in self.project.store.layers() if i.id == entry.layer), None)
            if layer is not None:
                self.travelled.emit(layer.role, layer.bulletin)
            if layer is not None and layer.role != "gold" and not self.open_bulletin(layer.bulletin):
                return
        whole = self.project.store.change_of(entry.id)
        try:
            step = self.project.undo() if undo else self.project.redo()
        except UserError as error:
            self.failed.emit(error)
            return
        if step is not None and len(step.before) + len(step.after) < len(whole.before) + len(whole.after):
            rows = (*whole.before, *whole.after)
            self.follow({i.layer for i in rows if isinstance(i, Section | Mention | Entity | Decision)})
        if step is not None and self.session is not None and (extent := self.session.extent(step)) is not None:
            self.reveal.emit(extent[0])

    def follow(self, layers: Iterable[str]) -> None:
        """Bring these layers, as far as they are gold, up to their decisions: no step that one takes back."""
        from models.review.gold import following  # most starts need no review

        if self.project is None:
            return
        try:
            for step in following(self.project, layers):
                self.project.apply(step, undoable=False)
        except UserError as error:
            self.failed.emit(error)

    def _on_change(self, step: Change, initiator: object) -> None:
        if self._mention is not None and self.mention is None:
            self._mention = None
            self.mention_selected.emit()
        if self._section is not None and self.section is None:
            session = self.session
            gone = next((s for s in step.before if isinstance(s, Section) and s.id == self._section), None)
            host = session.outline.at(gone.start) if session and gone else None
            self._section = host.id if host else None
            self.section_selected.emit()
        self.changed.emit(step, initiator)
        self.bulletins_changed.emit()


def _readable(project: Project) -> Project:
    """The project, once what every view reads of it has been read; UserError where its file is damaged there."""
    try:
        project.store.bulletins()
        project.store.layers()
    except UserError as error:
        path = str(project.path)
        project.close()
        raise UserError(f"{path} cannot be read: {error}", code="project.unreadable", path=path) from error
    return project
