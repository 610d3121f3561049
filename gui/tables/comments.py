"""Comments and unsure marks of the open bulletin in the order of their places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.names import label_name, moment_name
from gui.tables.following import follow
from gui.tables.outline import section_words
from models.bulletins import Comment
from models.labels import LabelSet
from models.mentions import Mention
from models.outline import Section
from models.session import Session
from models.text import quote

NOTE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Note:
    """A comment, or (without one) an unsure mark. `start` is its place in the text, -1 for the whole bulletin.

    `section` and `mention` are the ids of what it stands on, empty where it stands on neither any more.
    """

    key: str
    start: int
    place: str
    section: str = ""
    mention: str = ""
    comment: Comment | None = None

    @property
    def settled(self) -> bool:
        return self.comment is not None and self.comment.resolved


class CommentsModel(QAbstractListModel):
    """One `Note` a row, under the role `NOTE`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Note] = []
        self._settled = False
        self._labels: LabelSet | None = None

    def refresh(self, session: Session | None, labels: LabelSet | None, *, settled: bool) -> None:
        """Show what the layer has now; settled comments only where asked for."""
        self._labels = labels
        rows = [note for note in self._notes(session) if settled or not note.settled] if session else []
        if not follow(self, self._rows, rows, lambda note: note.key, QModelIndex()):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _notes(self, session: Session | None) -> list[Note]:
        if session is None:
            return []
        found = [self._on_target(session, c.target, c) for c in session.comments.values()]
        found += [self._on_section(session, s, None) for s in session.outline if s.unsure]
        found += [self._on_mention(session, m, None) for m in session.mentions if m.unsure]
        return sorted(found, key=lambda n: (n.start, n.comment.created if n.comment else "", n.key))

    def _on_target(self, session: Session, target: str, comment: Comment) -> Note:
        if target in session.outline:
            return self._on_section(session, session.outline[session.outline.place(target)], comment)
        if target in session.mentions:
            return self._on_mention(session, session.mentions[target], comment)
        place = self.tr("所批之处已不在") if target else self.tr("全篇")
        return Note(comment.id, -1, place, comment=comment)

    def _on_section(self, session: Session, section: Section, comment: Comment | None) -> Note:
        number = self.tr("第 %1 段").replace("%1", str(session.outline.place(section.id) + 1))
        place = f"{number} {section_words(session, section)}"
        return Note(comment.id if comment else section.id, section.start, place, section.id, "", comment)

    def _on_mention(self, session: Session, mention: Mention, comment: Comment | None) -> Note:
        words = quote(session.text.content, mention.start, min(mention.end, mention.start + _SHOWN))
        place = f"{label_name(self._labels, mention.label)} {words}"
        section = session.outline.at(mention.start)
        return Note(comment.id if comment else mention.id, mention.start, place, section.id if section else "",
                    mention.id, comment)  # fmt: skip

    def note(self, index: Index) -> Note | None:
        """The note of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def head(self, note: Note) -> str:
        """Who and when; that somebody is unsure."""
        if note.comment is None:
            return self.tr("存疑")
        return f"{note.comment.author} · {moment_name(note.comment.created, datetime.now(UTC))}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        note = self.note(index)
        if note is None:
            return None
        text = note.comment.text if note.comment else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return text or note.place
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("已了结") if note.settled else ""
            return "，".join(part for part in (self.head(note), note.place, text, state) if part)
        return note if role == NOTE else None
