"""Projects and bulletins: new, open, sample, import, export, copies, people, going on to the next bulletin."""

from __future__ import annotations

from os.path import exists
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from gui import ask
from gui.dialogs.parts import project_file
from gui.dialogs.undoing import let_through
from gui.main_window import MainWindow
from gui.prelabelling import Prelabelling
from gui.sentences import sentence
from gui.team.seat import offered, sit_down, to_be_asked
from models.bulletins import set_status
from models.errors import UserError
from models.review.assign import job_of
from models.review.packages import PACKAGE
from models.sample import create_sample

RECENT = 8


def sample_path() -> Path:
    """Where the sample project lives."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(folder) / "sample.jiaozhu"


class ProjectCommands(QObject):
    """Actions of the project menu, and moving between bulletins."""

    def __init__(self, window: MainWindow, prelabelling: Prelabelling) -> None:
        super().__init__(window)
        self._window, self._workspace, self._settings = window, window.workspace, window.settings
        self._prelabelling = prelabelling
        self._asking = False
        self._workspace.leaves = self.leaves
        table = window.action_table
        for name, slot in {
            "project.new": self.new,
            "project.open": self.choose,
            "project.sample": self.open_sample,
            "project.welcome": lambda: window.show_desk(False),
            "project.import": self.import_,
            "project.export": self.export,
            "project.backup": self.save_copy,
            "project.annotator": self.change_annotator,
            "project.labels": self.edit_labels,
            "project.quit": window.close,
            "edit.undo": self._workspace.undo,
            "edit.redo": self._workspace.redo,
            "bulletin.next": lambda: self.step(1),
            "bulletin.previous": lambda: self.step(-1),
            "bulletin.submit": self.submit,
        }.items():
            table.connect(name, slot)
        let_through(window)
        window.person.clicked.connect(self.change_annotator)
        window.welcome.sample_requested.connect(self.open_sample)
        window.welcome.new_requested.connect(self.new)
        window.welcome.open_requested.connect(self.choose)
        window.welcome.recent_requested.connect(lambda path: self.open(Path(path), asking=True))
        window.library.import_requested.connect(self.import_)
        window.returned_bar.submit_requested.connect(self.submit)
        self._workspace.project_opened.connect(self._on_opened)
        self._workspace.project_closed.connect(lambda: window.show_desk(False))
        self._workspace.failed.connect(self._on_failed)
        self._workspace.changed.connect(lambda *_: self.name_undo())
        window.stack.currentChanged.connect(self.name_undo)

    # Projects ---------------------------------------------------------------------------------------------------

    def open(self, path: Path, *, asking: bool = False) -> bool:
        """Open a project file and its first bulletin; with `asking` whoever opens it may be asked who they are."""
        self._asking = asking
        try:
            return self._workspace.open_project(path)
        finally:
            self._asking = False

    def open_sample(self) -> bool:
        """Open the sample project, made at the first time."""
        path = sample_path()
        if not path.exists():
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                create_sample(path)
            except (UserError, OSError) as error:
                ask.tell(self._window, error if isinstance(error, UserError) else UserError(str(error)))
                return False
        return self.open(path)

    def new(self) -> None:
        """Ask for a file name and make a project there."""
        name, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("新建项目"), "", self.tr("校注项目 (*.jiaozhu)")
        )
        if name:
            self._asking = True
            self._workspace.create_project(project_file(name))
            self._asking = False

    def choose(self) -> None:
        """Ask for a project file and open it."""
        name, _filter = QFileDialog.getOpenFileName(
            self._window, self.tr("打开项目"), "", self.tr("校注项目 (*.jiaozhu)")
        )
        if name:
            self.open(Path(name), asking=True)

    def _on_opened(self) -> None:
        project = self._workspace.project
        if project is None:
            return
        self._remember(str(project.path))
        title = self.tr("%1（只读） — 校注") if self._workspace.read_only else self.tr("%1 — 校注")
        self._window.setWindowTitle(title.replace("%1", project.path.stem))
        self._window.show_desk(True)
        if self._asking and not self._workspace.read_only and to_be_asked(project):
            # Before a bulletin is opened: that makes a layer for whoever sits there.
            names = offered(project, self._settings)
            name = ask.annotator(self._window, project, names, starting=True)
            if name:
                sit_down(project, self._settings, name)
                self._window.library.reload()
        self._window.person.setText(f"{project.annotator} ▾".replace("&", "&&"))
        turns = self._window.library.turns()
        if turns:
            self._workspace.open_bulletin((self._to_do(turns) or turns)[0])
        self._go_to_work()
        self.name_undo()
        if self._workspace.refuses():
            return
        if project.store.setting(PACKAGE):
            self._workspace.told.emit(self.tr("这是给 %1 的工作包。都提交以后，把这个文件发回去。")
                                      .replace("%1", project.store.setting(PACKAGE)))  # fmt: skip

    def _to_do(self, bulletins: list[str]) -> list[str]:
        """Those of the bulletins (ids) that wait for whoever sits there."""
        project = self._workspace.project
        layers = project.store.layers() if project else []
        own = [i for i in layers if project and i.role == "annotator" and i.annotator == project.annotator]
        done = {i.bulletin for i in own if i.status in ("submitted", "adjudicated")}
        return [key for key in bulletins if key not in done]

    def _go_to_work(self) -> None:
        """A reviewer reviews, everybody else annotates; the switch in the header leads to the other."""
        project = self._workspace.project
        reviews = project is not None and job_of(project, project.annotator) == "reviewer"
        if reviews or self._window.stack.currentWidget() is self._window.review:
            self._window.mode.review_requested.emit(reviews)

    def recent(self) -> list[str]:
        """The project files opened last, the newest first."""
        value = self._settings.value("project/recent", [])
        return [str(p) for p in value] if isinstance(value, list) else [str(value)] if value else []

    def _remember(self, path: str) -> None:
        """The next start opens this project."""
        recent = [path, *(p for p in self.recent() if p != path)][:RECENT]
        self._settings.setValue("project/recent", recent)
        self._settings.setValue("project/last", path)

    def leaves(self) -> bool:
        """Whether the project may be closed: where its file is gone, the person is told and may save a copy first."""
        project = self._workspace.project
        while project is not None and project.store.file.lost:
            copying = ask.gone(self._window, project.path)
            if not copying:
                return copying is False
            self.save_copy()
        return True

    def save_copy(self) -> None:
        """Write a consistent copy of the project to another file."""
        project = self._workspace.project
        if project is None:
            return
        name, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("另存副本"), "", self.tr("校注项目 (*.jiaozhu)")
        )
        if name:
            target = project_file(name)
            try:
                if target != Path(name) and exists(target):  # another one than whoever chose the name was asked about
                    raise UserError(
                        f"{target} exists already. Choose another name.", code="project.exists", path=str(target)
                    )
                project.store.file.copy(target)
            except UserError as error:
                ask.tell(self._window, error)
                return
            gone = project.store.file.moved
            told = self.tr("副本已写到 %1。请打开它继续工作。") if gone else self.tr("副本已写到 %1")
            self._workspace.told.emit(told.replace("%1", str(target)))
            if gone:
                self._remember(str(target))

    # Bulletins --------------------------------------------------------------------------------------------------

    def import_(self) -> None:
        """Ask for texts or annotation files and take them in."""
        if self._workspace.project is not None and ask.imports(self._window, self._workspace):
            self._workspace.bulletins_changed.emit()
            self._prelabelling.fill()
            bulletins = self._workspace.bulletins()
            if self._workspace.session is None and bulletins:
                self._workspace.open_bulletin(bulletins[0].id)

    def export(self) -> None:
        """Ask for format, layer and file, and write it."""
        if self._workspace.project is not None:
            ask.export(self._window, self._workspace)

    def step(self, by: int) -> None:
        """Open the next or previous bulletin of the library."""
        session, ids = self._workspace.session, self._window.library.turns()
        if session is None or not ids:
            return
        if session.bulletin.id not in ids:
            # It is none of those that are shown: on to the next of them in library order.
            every = [b.id for b in self._workspace.bulletins()]
            ids = [key for key in every if key in {*ids, session.bulletin.id}]
        place = ids.index(session.bulletin.id) if session.bulletin.id in ids else 0
        if 0 <= place + by < len(ids):
            self._workspace.open_bulletin(ids[place + by])
        else:
            self._workspace.told.emit(self.tr("这已是最后一篇。") if by > 0 else self.tr("这已是第一篇。"))

    def submit(self) -> None:
        """Submit the open bulletin after a look at what is still open, and open the next one."""
        session = self._workspace.session
        if session is None:
            return
        status = session.layer.status
        if status in ("submitted", "adjudicated"):
            told = self.tr("这篇已提交。") if status == "submitted" else self.tr("这篇已裁定，不用再提交。")
            self._workspace.told.emit(told)
            self.step(1)
        elif ask.submission(self._window, self._workspace) and self._workspace.apply(
            lambda: set_status(session.layer, "submitted"), self
        ):
            turns = self._window.library.turns()
            left = self._to_do(turns)
            if left and self._window.library.sieve_button.doubtful:
                self._workspace.open_bulletin(left[0])
            elif left:
                here = turns.index(session.bulletin.id) if session.bulletin.id in turns else -1
                self._workspace.open_bulletin(next((key for key in turns[here + 1 :] if key in left), left[0]))
            else:
                self._tell_all_done()

    def _tell_all_done(self) -> None:
        project = self._workspace.project
        if project is not None:
            back = self.tr("都已提交。请把 %1 发回去合并。").replace("%1", str(project.path))
            self._workspace.told.emit(back if project.store.setting(PACKAGE) else self.tr("都已提交。"))

    # People, labels, messages -----------------------------------------------------------------------------------

    def change_annotator(self) -> None:
        """Ask who sits at the desk; the open bulletin is shown in that person's layer."""
        project, session = self._workspace.project, self._workspace.session
        if project is None:
            return
        name = ask.annotator(self._window, project)
        if not name:
            return
        try:
            sit_down(project, self._settings, name)
        except UserError as error:
            ask.tell(self._window, error)
            return
        self._workspace.annotator_changed.emit()
        self._window.person.setText(f"{project.annotator} ▾".replace("&", "&&"))
        if session is not None:
            self._workspace.open_bulletin(session.bulletin.id)
        self._go_to_work()
        self.name_undo()

    def edit_labels(self) -> None:
        """The label set and the taxonomy."""
        if self._workspace.project is not None:
            ask.label_set(self._window, self._workspace, self._window.action_table)

    def name_undo(self) -> None:
        """Let undo and redo say what they would do."""
        from gui.names import change_name

        project, table = self._workspace.project, self._window.action_table
        for name, plain in (("edit.undo", self.tr("撤销")), ("edit.redo", self.tr("重做"))):
            entry = None
            if project is not None:
                entry = project.history.undo if name == "edit.undo" else project.history.redo
            seen = self._window.stack.currentWidget() is not self._window.welcome
            table[name].setEnabled(entry is not None and seen)
            if entry is not None and project is not None:
                table[name].setText(f"{plain} {change_name(entry.name, entry.args, project.labels)}")
            else:
                table[name].setText(plain)

    def _on_failed(self, error: UserError) -> None:
        """Refusals of a step go to the status bar; what the disk or a file refuses is worth a dialog."""
        self.name_undo()
        if error.code.startswith(("project.", "storage.")):
            ask.tell(self._window, error)
        else:
            self._workspace.told.emit(sentence(error))
