"""Spread bulletins evenly over people, with a look at what each would get."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.dialogs.choice import Choice
from gui.dialogs.parts import accepting, buttons, faint, filled, plain, title
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row
from gui.sentences import sentence
from models.bulletins import Bulletin
from models.changes import Change
from models.errors import UserError
from models.people import Assignment, Person
from models.project import Project
from models.review.assign import spread
from models.review.reviewing import required


class SpreadDialog(QDialog):
    """People with check boxes; how many annotate a bulletin, and which share of the bulletins has several."""

    def __init__(
        self, parent: QWidget | None, project: Project, bulletins: Sequence[Bulletin], people: Sequence[Person]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("平均分派"))
        self._project, self._bulletins = project, list(bulletins)
        self._people = [person for person in people if person.active]
        annotators = {p.name for p in self._people if p.job == "annotator"}
        self.chosen = annotators or {p.name for p in self._people}
        self.step: Change | None = None
        self._have = Counter(row.annotator for row in project.store.items(Assignment))
        self.list = PickList(self.tr("找人"), toggling=True)
        self.each = Choice(self.tr("每篇几人标注"))
        for count in range(1, max(1, len(self._people)) + 1):
            self.each.addItem(str(count), count)
        self.each.choose(min(required(project), max(1, len(self.chosen))))
        self.overlap = Choice(self.tr("多人标注的份额"))
        for share in range(100, -1, -10):
            self.overlap.addItem(f"{share}%", share)
        self._told = plain(wrap=True)
        self._box = buttons(self, accept=self.tr("分派"))
        self._lay_out()
        self.list.chosen.connect(self._toggle)
        self.each.currentIndexChanged.connect(self._plan)
        self.overlap.currentIndexChanged.connect(self._plan)
        self._plan()

    @classmethod
    def ask(
        cls, parent: QWidget, project: Project, bulletins: Sequence[Bulletin], people: Sequence[Person]
    ) -> Change | None:
        """The change that assigns; None when it was called off."""
        dialog = cls(parent, project, bulletins, people)
        done = dialog.exec()
        dialog.deleteLater()
        return dialog.step if done else None

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.addRow(self.tr("每篇几人标注"), self.each)
        form.addRow(self.tr("多人标注的份额"), self.overlap)
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addLayout(form)
        side.addWidget(faint(self.tr("其余的每篇一人。多人标注的均匀分布在各篇之间，好让一致性代表全部。已有的分派"
                                     "算在内，不会收回；字数少的人先得。"), wrap=True))  # fmt: skip
        side.addStretch(1)
        side.addWidget(self._told)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(self.list, 1)
        body.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(title(self.tr("把 %n 篇刊物分给", "", len(self._bulletins))))
        column.addLayout(body, 1)
        column.addWidget(self._box)
        self.resize(640, 400)
        self.list.setFocus()

    def _toggle(self, key: object) -> None:
        self.chosen ^= {str(key)}
        self._plan()

    def _plan(self) -> None:
        """Work out who would get what, and show it."""
        names = [p.name for p in self._people if p.name in self.chosen]
        keys = [b.id for b in self._bulletins]
        try:
            self.step = spread(
                self._project, keys, names, int(self.each.currentData()), int(self.overlap.currentData()) / 100
            )
            rows = [row for row in self.step.after if isinstance(row, Assignment)]
            told = filled(self.tr("共新增 %1 份分派。"), len(rows)) if rows else self.tr("都已分派，没有要新增的。")
        except UserError as error:
            self.step, rows, told = None, [], sentence(error)
        gets, chars = Counter(row.annotator for row in rows), Counter[str]()
        size = {b.id: b.chars for b in self._bulletins}
        for row in rows:
            chars[row.annotator] += size[row.bulletin]
        self.list.set_rows(self._row(p, gets[p.name], chars[p.name]) for p in self._people)
        self._told.setText(told)
        accepting(self._box).setEnabled(bool(self.step))

    def _row(self, person: Person, gets: int, chars: int) -> Row:
        note = ""
        if person.name in self.chosen:
            note = filled(self.tr("＋%1 篇  %2 字"), gets, f"{chars:,}")
        have = self._have[person.name]
        detail = filled(self.tr("已有 %1 篇"), have) if have else ""
        return Row(person.name, person.name, detail=detail, note=note, checked=person.name in self.chosen)
