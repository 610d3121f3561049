"""Who sits at the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.dialogs.parts import buttons, faint, filled, title
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row
from gui.names import job_name
from models.people import Assignment
from models.project import DEFAULT_ANNOTATOR, Project
from models.review.assign import people


class AnnotatorDialog(QDialog):
    """The people of the project with their jobs and what waits for them, and a new name by writing it.

    With `starting` it is asked because the project is being opened; `names` limits and orders who is offered.
    """

    def __init__(
        self, parent: QWidget | None, project: Project, names: Sequence[str] | None = None, *, starting: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("谁在用") if starting else self.tr("更换标注员"))
        self.chosen: str | None = None
        known = {person.name: person for person in people(project)}
        if names is None:
            names = [project.annotator, *(name for name, person in known.items() if person.active)]
        self._people = set(known) | set(names)
        self._layers = [i for i in project.store.layers() if i.role == "annotator"]
        self._assigned = Counter(row.annotator for row in project.store.items(Assignment))
        self.list = PickList(self.tr("找人，或写下新的名字") if names else self.tr("写下您的姓名"))
        rows = []
        for name in dict.fromkeys(names):
            job = known[name].job if name in known else "annotator"
            rows.append(Row(name, name, detail="" if job == "annotator" else job_name(job),
                            note=self._note(name, now=name == project.annotator)))  # fmt: skip
        column = QVBoxLayout(self)
        if starting:
            column.addWidget(title(self.tr("现在是谁坐在这里？")))
        column.addWidget(faint(self.tr("每位标注员有自己的标注层，互不相见。"), wrap=True))
        column.addWidget(self.list, 1)
        column.addWidget(buttons(self))
        self.resize(400, 380)
        self.list.chosen.connect(self._choose)
        self.list.set_rows(rows, self._more)
        self.list.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, project: Project, names: Sequence[str] | None = None, *, starting: bool = False
    ) -> str | None:
        """The name of who works from now on; None when nobody was chosen."""
        dialog = cls(parent, project, names, starting=starting)
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def _note(self, name: str, *, now: bool) -> str:
        """Whether it is whoever sits there now, what was sent back, how many bulletins they have."""
        own = [layer for layer in self._layers if layer.annotator == name]
        returned = sum(layer.status == "returned" for layer in own)
        parts = [self.tr("现在")] if now and (own or name != DEFAULT_ANNOTATOR) else []
        parts += [filled(self.tr("退回 %1 篇"), returned)] if returned else []
        count = self._assigned[name] or len(own)
        return "  ".join([*parts, *([self.tr("%n 篇", "", count)] if count else [])])

    def _more(self, typed: str) -> list[Row]:
        if not typed or typed in self._people:
            return []
        return [Row(typed, filled(self.tr("新标注员：%1"), typed))]

    def _choose(self, key: object) -> None:
        self.chosen = str(key)
        self.accept()
