"""Which bulletin to review: those that are ready, with what is left in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QWidget

from gui.dialogs.parts import filled
from gui.dialogs.rows import Row
from gui.names import status_name
from gui.review.ready import Ready
from gui.review.row_picker import RowPicker
from models.project import Project
from models.review.reviewing import Review, all_reviews


class BulletinPicker(RowPicker):
    """The differences left are counted bulletin by bulletin while one looks."""

    def __init__(self, parent: QWidget | None, project: Project, ready: Sequence[Ready], here: str) -> None:
        self._ready = ready
        self._left: dict[str, int] = {}
        super().__init__(parent, self.tr("审核哪一篇？"), self.tr("键入筛选，回车打开"), self._rows(), here)
        self._reviews: Iterator[Review] = all_reviews(project)
        self._counting = QTimer(self, interval=0)
        self._counting.timeout.connect(self._count)
        self._counting.start()

    def _rows(self) -> list[Row]:
        return [self._row(row) for row in self._ready]

    def _row(self, ready: Ready) -> Row:
        bulletin = ready.bulletin
        layers = filled(self.tr("%1 份"), len(ready.layers))
        if ready.gold == "adjudicated":
            state = status_name(ready.gold)
        elif bulletin.id in self._left:
            state = self.tr("剩 %n 处", "", self._left[bulletin.id])
        else:
            state = "…"
        return Row(bulletin.id, bulletin.title, note=f"{layers} · {state}", names=(bulletin.name,))

    def _count(self) -> None:
        review = next(self._reviews, None)
        if review is None:
            self._counting.stop()
            return
        self._left[review.bulletin.id] = len(review.open)
        self.list.set_rows(self._rows())

    @staticmethod
    def choose(
        parent: QWidget, project: Project, ready: Sequence[Ready], here: str, at: QPoint | None = None
    ) -> str | None:
        """The id of the bulletin to review; None when withdrawn."""
        from gui.dialogs.parts import run_popup

        dialog = BulletinPicker(parent, project, ready, here)
        run_popup(dialog, at)
        return str(dialog.chosen) if dialog.chosen is not None else None
