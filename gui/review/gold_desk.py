"""The gold layer at the desk: what all annotators have alike can be changed there too, and lasts as a decision."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from gui.main_window import MainWindow
from gui.review.state import ReviewState
from models.changes import Change
from models.review.by_hand import recorded
from models.review.reviewing import Review, open_review


class GoldBar(QWidget):
    """The strip above the text while it is the gold layer that is changed."""

    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("past")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        told = QLabel(self.tr("正在改金标：这里的每一步都记为您的裁定"))
        told.setTextFormat(Qt.TextFormat.PlainText)
        back = QPushButton(self.tr("回到审核 F6"))
        back.clicked.connect(self.back_requested)
        row.addWidget(told, 1)
        row.addWidget(back)


class GoldDesk(QObject):
    """Opens the gold layer of the bulletin under review with the tools of annotation."""

    back_requested = Signal()

    def __init__(self, window: MainWindow, state: ReviewState) -> None:
        super().__init__(window)
        self._window, self._workspace, self._state = window, window.workspace, state
        self.bar = GoldBar()
        self.bar.hide()
        self.bar.back_requested.connect(self.back_requested)
        reading = window.view.parentWidget()
        layout = reading.layout() if reading is not None else None
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(0, self.bar)
        self._workspace.bulletin_opened.connect(self._on_opened)
        self._workspace.project_closed.connect(self._on_opened)

    @property
    def shown(self) -> bool:
        """Whether it is a gold layer that is open at the desk."""
        session = self._workspace.session
        return session is not None and session.layer.role == "gold"

    def open(self, review: Review, offset: int) -> None:
        """Open the gold layer of a review at a place."""
        self._workspace.open_gold(review.bulletin, review.gold.layer, lambda step: self._recorded(review, step))
        self._window.view.set_caret(offset)
        self._window.view.scroll_to(offset)
        self._window.view.setFocus()

    def rest(self) -> None:
        """Nothing is changed at the desk while one reviews: the decisions of review are decisions already."""
        self._workspace.recorder = None

    def leave(self) -> None:
        """The annotator's own layer again."""
        session = self._workspace.session
        if session is not None and self.shown:
            self._workspace.open_bulletin(session.bulletin.id)

    def _recorded(self, begun: Review, step: Change) -> Change:
        """The step with the decisions it amounts to, where it is one on this gold layer."""
        project, review = self._workspace.project, self._state.review
        if project is None or step.layer != begun.gold.layer.id or not step:
            return step
        if review is None or review.bulletin.id != begun.bulletin.id:
            review = open_review(project, begun.bulletin)
        return recorded(project, review, step)

    def _on_opened(self) -> None:
        self.bar.setVisible(self.shown)
