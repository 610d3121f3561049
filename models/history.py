"""Undo and redo, read off the journal: what one person could take back, across bulletins and restarts."""

from __future__ import annotations

from collections.abc import Iterable

from models.storage import JournalEntry


class History:
    """The undo and redo stacks of one person, kept up by the entries of the journal in their order."""

    def __init__(self, who: str, entries: Iterable[JournalEntry] = ()) -> None:
        self.who = who
        self._done: list[JournalEntry] = []
        self._undone: list[JournalEntry] = []
        for entry in entries:
            self.record(entry)

    def record(self, entry: JournalEntry) -> None:
        """Take note of one more journal entry; others' and those that cannot be undone are passed over."""
        if entry.who != self.who or not entry.undoable:
            return
        if entry.kind == "do":
            self._done.append(entry)
            self._undone.clear()
        elif entry.kind == "undo" and self._done and self._done[-1].id == entry.target:
            self._undone.append(self._done.pop())
        elif entry.kind == "redo" and self._undone and self._undone[-1].id == entry.target:
            self._done.append(self._undone.pop())

    def pass_over(self, entry: JournalEntry) -> None:
        """Offer an entry no more: what it changed was changed again by something that undo does not reach."""
        for stack in (self._done, self._undone):
            if stack and stack[-1].id == entry.id:
                stack.pop()

    @property
    def undo(self) -> JournalEntry | None:
        """The entry that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def redo(self) -> JournalEntry | None:
        """The entry that redo would do again."""
        return self._undone[-1] if self._undone else None
