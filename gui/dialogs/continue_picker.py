"""Which earlier section does this one continue?"""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.dialogs.parts import as_popup, faint, plain, run_popup
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row
from gui.names import kind_name
from models.labels import LabelSet
from models.outline import Section
from models.session import Session
from models.text import quote

_SHOWN = 40


class ContinuePicker(QDialog):
    """The earlier sections, the likeliest first."""

    def __init__(self, parent: QWidget | None, session: Session, section: Section, labels: LabelSet) -> None:
        super().__init__(parent)
        as_popup(self)
        self.setWindowTitle(self.tr("续接"))
        self.chosen: Section | None = None
        self._sections = {s.id: s for s in session.outline.resumable(section)}
        self.list = PickList(self.tr("找分段"))
        rows = []
        for earlier in self._sections.values():
            end = earlier.heading_end or min(earlier.start + _SHOWN, session.outline.end(earlier))
            words = quote(session.text.content, earlier.start, end)
            place = self.tr("第 %1 段").replace("%1", str(session.outline.place(earlier.id) + 1))
            now = self.tr("现在续接") + "  " if earlier.id == section.continues else ""
            detail = kind_name(labels, earlier.kind)
            rows.append(Row(earlier.id, words[:_SHOWN], detail=detail, note=now + place))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        question = plain(self.tr("本段接着前面哪一段？"))
        for part in (question, self.list, faint(self.tr("回车：选定    Esc：不改"))):
            column.addWidget(part)
        self.setMinimumSize(560, 420)
        self.list.chosen.connect(self._choose)
        self.list.set_rows(rows)
        self.list.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, session: Session, section: Section, labels: LabelSet, at: QPoint | None = None
    ) -> Section | None:
        """The earlier section that `section` is to continue; None when nothing was chosen."""
        dialog = cls(parent, session, section, labels)
        run_popup(dialog, at)
        return dialog.chosen

    def _choose(self, key: object) -> None:
        self.chosen = self._sections[str(key)]
        self.accept()
