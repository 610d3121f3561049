"""Which entity do mentions name: one of the layer, a new one, or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.dialogs.parts import as_popup, faint, filled, plain, run_popup
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row
from gui.names import label_name
from models import mentions as operations
from models.changes import Change
from models.labels import LabelSet
from models.mentions import Entity, Mention
from models.session import Session
from models.text import new_id, quote

_NEW, _NONE, _RENAME = "new", "none", "rename"


class EntityPicker(QDialog):
    """The entities of the layer, the likeliest first; what is typed can become a new one."""

    def __init__(self, parent: QWidget | None, session: Session, mentions: Sequence[Mention], labels: LabelSet) -> None:
        super().__init__(parent)
        as_popup(self)
        self.setWindowTitle(self.tr("指向实体"))
        self._session, self._mentions, self._labels = session, list(mentions), labels
        self._words = quote(session.text.content, mentions[0].start, mentions[0].end)
        self._counts: Counter[str | None] = Counter(m.entity for m in session.mentions if m.entity)
        self.change: Change | None = None
        self.list = PickList(self.tr("找实体，或写下新的规范名称"))
        shown = filled(self.tr("“%1”指向哪个实体？"), self._words[:30])
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        for part in (plain(shown), self.list, faint(self.tr("回车：选定    Esc：不改"))):
            column.addWidget(part)
        self.setMinimumSize(460, 420)
        self.list.chosen.connect(self._choose)
        self.list.set_rows(self._rows(), self._more)
        self.list.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        session: Session,
        mentions: Sequence[Mention],
        labels: LabelSet,
        at: QPoint | None = None,
    ) -> Change | None:
        """The change that links the mentions as the person chose; None when nothing was chosen."""
        dialog = cls(parent, session, mentions, labels)
        run_popup(dialog, at)
        return dialog.change

    def _rows(self) -> Iterator[Row]:
        """What they name now with the way to name nothing, then the others; what nothing names any more is left out."""
        here = {m.entity for m in self._mentions} - {None}
        ranked = sorted(self._named(), key=self._likelihood)
        for entity in (e for e in ranked if e.id in here):
            yield self._row(entity, self.tr("现在指向"))
        if here:
            yield Row((_NONE, ""), self.tr("不指向任何实体"), names=("none",))
        for entity in (e for e in ranked if e.id not in here):
            yield self._row(entity)

    def _row(self, entity: Entity, said: str = "") -> Row:
        note = self.tr("%n 处", "", self._counts[entity.id])
        return Row(entity.id, entity.canonical, label_name(self._labels, entity.label), f"{said}  {note}".strip())

    def _named(self) -> list[Entity]:
        return [entity for entity in self._session.entities.values() if self._counts[entity.id]]

    def _likelihood(self, entity: Entity) -> tuple[bool, int, bool, int, str]:
        """Entities of the same name, those with characters in common, those of the same label, the frequent ones."""
        words, same = self._words, entity.label in ("", self._mentions[0].label)
        common = len(set(words) & set(entity.canonical)) if same else 0
        return words != entity.canonical, -common, not same, -self._counts[entity.id], entity.canonical

    def _more(self, typed: str) -> Iterable[Row]:
        names = {e.canonical for e in self._named()}
        wanted = typed or self._words
        if wanted and wanted not in names:
            yield Row((_NEW, wanted), filled(self.tr("新实体：%1"), wanted))
        present = {m.entity for m in self._mentions}
        entity = self._session.entities.get(present.pop() or "") if len(present) == 1 else None
        if typed and entity is not None and typed not in names:
            shown = filled(self.tr("把“%1”改名为“%2”"), entity.canonical, typed)
            yield Row((_RENAME, typed), shown)

    def _choose(self, key: object) -> None:
        if isinstance(key, str):
            entity = self._session.entities[key]
            self.change = operations.link(self._mentions, entity, existing=entity)
        elif isinstance(key, tuple):
            self.change = self._made(*key)
        self.accept()

    def _made(self, verb: str, words: str) -> Change:
        if verb == _NONE:
            return operations.link(self._mentions, None)
        first = self._mentions[0]
        if verb == _RENAME:
            old = self._session.entities[first.entity or ""]
            return operations.link(self._mentions, replace(old, canonical=words), existing=old)
        return operations.link(self._mentions, Entity(new_id(), first.layer, words, first.label))
