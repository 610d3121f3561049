"""Who sits at the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.dialogs.parts import buttons, faint, filled, run
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row
from models.project import Project


class AnnotatorDialog(QDialog):
    """The people who have worked in the project, and a new name by writing it."""

    def __init__(self, parent: QWidget | None, project: Project) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("更换标注员"))
        self.chosen: str | None = None
        layers = [i for i in project.store.layers() if i.role == "annotator"]
        people = dict.fromkeys([project.annotator, *sorted(i.annotator for i in layers)])
        self.list = PickList(self.tr("找人，或写下新的名字"))
        rows = []
        for name in people:
            count = sum(i.annotator == name for i in layers)
            now = self.tr("现在") + "  " if name == project.annotator else ""
            rows.append(Row(name, name, note=now + self.tr("%n 篇", "", count)))
        self._people = set(people)
        column = QVBoxLayout(self)
        column.addWidget(faint(self.tr("每位标注员有自己的标注层，互不相见。"), wrap=True))
        column.addWidget(self.list, 1)
        column.addWidget(buttons(self))
        self.resize(380, 360)
        self.list.chosen.connect(self._choose)
        self.list.set_rows(rows, self._more)
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, project: Project) -> str | None:
        """The name of who works from now on; None when nobody was chosen."""
        dialog = cls(parent, project)
        run(dialog)
        dialog.deleteLater()
        return dialog.chosen

    def _more(self, typed: str) -> list[Row]:
        if not typed or typed in self._people:
            return []
        return [Row(typed, filled(self.tr("新标注员：%1"), typed))]

    def _choose(self, key: object) -> None:
        self.chosen = str(key)
        self.accept()
