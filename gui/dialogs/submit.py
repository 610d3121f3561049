"""What is still open before a bulletin is submitted."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.dialogs.parts import buttons, faint, plain, run, title
from models.session import Session


class SubmitDialog(QDialog):
    """Lists what is open; the bulletin can be submitted all the same."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("提交"))
        self.left = self._open_things(session)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(title(self.tr("还有这些没有处理")))
        for line in self.left:
            column.addWidget(plain("·  " + line))
        column.addSpacing(4)
        column.addWidget(faint(self.tr("未确认的预标注不会作为您的标注导出。"), wrap=True))
        column.addSpacing(8)
        column.addWidget(buttons(self, accept=self.tr("仍然提交")))
        self.setMinimumWidth(360)

    @classmethod
    def ask(cls, parent: QWidget, session: Session) -> bool:
        """Whether to submit. Nobody is asked where nothing is open."""
        dialog = cls(parent, session)
        done = not dialog.left or bool(run(dialog))
        dialog.deleteLater()
        return done

    def _open_things(self, session: Session) -> list[str]:
        sections = list(session.outline)
        boundaries = sum(not s.confirmed for s in sections)
        proposed = sum(len(s.suggested) for s in sections)
        mentions = sum(not m.confirmed for m in session.mentions)
        unsure = sum(s.unsure for s in sections) + sum(m.unsure for m in session.mentions)
        comments = sum(not c.resolved for c in session.comments.values())
        found = (
            (boundaries, self.tr("%n 条边界待确认", "", boundaries)),
            (proposed, self.tr("%n 个推荐主题待确认", "", proposed)),
            (mentions, self.tr("%n 处实体预标注待确认", "", mentions)),
            (unsure, self.tr("%n 处标为存疑", "", unsure)),
            (comments, self.tr("%n 条批注未解决", "", comments)),
        )
        return [line for count, line in found if count]
