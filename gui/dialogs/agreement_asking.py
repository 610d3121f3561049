"""The agreement window's talk with the worker: compare bulletin by bulletin, then figures, then places."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.tables.agreement import Question
from gui.tasks import Worker

STEP = 8
"""How many bulletins are compared between two looks at the progress."""

PAGE = 200
"""How many places are asked for at once."""


class AgreementAsking(QObject):
    """Only the answer to the question asked last is told; a new comparison drops the one under way."""

    progressed = Signal(int, int)  # bulletins compared, of how many
    ready = Signal(object)  # the figures, as models.review.inquiry gives them
    found = Signal(object, int)  # a page of places, and at which place it begins
    failed = Signal(str)  # a sentence

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._turn = 0
        self._total = 0
        self._busy = False
        worker.failed.connect(self._on_failed)

    def begin(self, project: str) -> None:
        """Compare the layers of a project file anew."""
        self.cancel()
        self._busy = True
        self._ask(self._begun, ask="begin", project=project)

    def cancel(self) -> None:
        """Forget what was asked."""
        self._worker.cancel("agreement")
        self._busy = False

    def drop_places(self) -> None:
        """Tell no answer to what was asked so far: something else is chosen."""
        self._turn += 1

    def places(self, question: Question, agreed: bool, first: int = 0) -> None:
        """Ask for a page of places, from the place `first` on."""
        self._turn += 1
        turn = self._turn
        self._ask(
            lambda answer: self.found.emit(answer, first) if turn == self._turn else None,
            ask="places", asked=question.asked(agreed), first=first, count=PAGE,
        )  # fmt: skip

    def _ask(self, done: Any, **request: object) -> None:  # noqa: ANN401  what the worker takes
        self._worker.ask("agreement", done, **request)

    def _begun(self, answer: dict[str, Any]) -> None:
        self._total = answer["total"]
        self._stepped({"done": 0})

    def _stepped(self, answer: dict[str, Any]) -> None:
        self.progressed.emit(answer["done"], self._total)
        if answer["done"] < self._total:
            self._ask(self._stepped, ask="step", count=STEP)
        else:
            self._ask(self._figures, ask="figures")

    def _figures(self, answer: dict[str, Any]) -> None:
        self._busy = False
        self.ready.emit(answer)

    def _on_failed(self, sentence: str) -> None:
        if self._busy:
            self._busy = False
            self.failed.emit(sentence)
