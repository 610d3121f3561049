"""Words of paragraphs by jieba, asked of the worker and kept; nothing is waited for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gui.tasks import Worker
from models.text import Span

_KEPT = 20_000


class Words(QObject):
    """`words(paragraph)` answers at once: with what is known, else with nothing while the worker is asked."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._known: dict[str, list[Span]] = {}
        self._asked: set[str] = set()

    def words(self, paragraph: str) -> Sequence[Span]:
        """The ranges of the words in `paragraph` (code points); empty until the worker has answered."""
        found = self._known.get(paragraph)
        if found is None:
            self.fetch([paragraph])
            return ()
        return found

    def fetch(self, paragraphs: Sequence[str]) -> None:
        """Ask for the words of paragraphs that are not known yet."""
        texts = [p for p in dict.fromkeys(paragraphs) if p not in self._known and p not in self._asked]
        if not texts:
            return
        self._asked.update(texts)
        self._worker.ask("words", lambda found: self._take(texts, found), urgent=True, texts=texts)

    def _take(self, texts: list[str], found: list[list[list[int]]]) -> None:
        if len(self._known) > _KEPT:
            self._known.clear()
        for text, ranges in zip(texts, found, strict=True):
            self._asked.discard(text)
            self._known[text] = [(a, b) for a, b in ranges]
