"""What is left before a bulletin is submitted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.parts import Button, buttons, faint, plain, title
from gui.workspace import Workspace
from models.bulletins import why_returned
from models.mentions import Mention
from models.outline import Section
from models.review.submitting import left
from models.session import Session

Places = Sequence[Section | Mention]


class SubmitDialog(QDialog):
    """Lists what is left and leads to the first of each; the bulletin can be submitted all the same."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("提交"))
        things = self._open_things(session)
        self.left = [line for line, _places in things]
        self.place: Section | Mention | None = None
        self.go_buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(title(self.tr("还有这些没有处理")))
        for line, places in things:
            column.addLayout(self._line(line, places))
        if left(session).open:
            column.addSpacing(4)
            column.addWidget(faint(self.tr("未确认的预标注不会作为您的标注导出。"), wrap=True))
        column.addSpacing(8)
        box = buttons(self, accept=self.tr("仍然提交"))
        box.button(Button.Cancel).setText(self.tr("回去处理"))
        column.addWidget(box)
        self.setMinimumWidth(380)
        next((b for b in box.buttons() if b.isDefault()), box).setFocus()

    @classmethod
    def ask(cls, parent: QWidget, workspace: Workspace) -> bool:
        """Whether to submit the open bulletin. Nobody is asked where nothing is left; the first of what is left is
        selected and shown where the person asked to go there."""
        session = workspace.session
        if session is None:
            return False
        dialog = cls(parent, session)
        done = not dialog.left or bool(dialog.exec())
        place = dialog.place
        dialog.deleteLater()
        if isinstance(place, Mention):
            workspace.select_mention(place.id, reveal=True)
        elif place is not None:
            workspace.select_section(place.id, reveal=True)
        return done

    def _line(self, text: str, places: Places) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(plain("·  " + text), 1)
        if places:
            go = QPushButton(self.tr("去看"))
            go.setAutoDefault(False)
            go.setAccessibleName(self.tr("去看：%1").replace("%1", text))
            go.clicked.connect(lambda: self._go(places[0]))
            row.addWidget(go)
            self.go_buttons.append(go)
        return row

    def _go(self, place: Section | Mention) -> None:
        self.place = place
        self.reject()

    def _open_things(self, session: Session) -> list[tuple[str, Places]]:
        found = left(session)
        proposed = sum(len(s.suggested) for s in found.themes)
        sections, mentions, unsure = len(found.sections), len(found.mentions), len(found.unsure)
        why = why_returned(session.layer, session.comments.values())  # it is what the work since then answers
        comments = sum(not c.resolved and c != why for c in session.comments.values())
        things: tuple[tuple[str, Places, int], ...] = (
            (self.tr("%n 条边界待确认", "", sections), found.sections, sections),
            (self.tr("%n 个推荐主题待确认", "", proposed), found.themes, proposed),
            (self.tr("%n 处实体预标注待确认", "", mentions), found.mentions, mentions),
            (self.tr("%n 处标为存疑", "", unsure), found.unsure, unsure),
            (self.tr("%n 条批注未解决", "", comments), (), comments),
        )
        return [(line, places) for line, places, count in things if count]
