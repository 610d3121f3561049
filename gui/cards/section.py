"""The card of the current section: what it is, where it lies, where it comes from, and what can be made of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gui.cards.flow import FlowLayout
from gui.cards.parts import Card, Choice, Choices, Fact, command
from gui.dialogs.key_names import key_name
from gui.names import kind_name, origin_name
from gui.tables.outline import section_words
from gui.workspace import Workspace
from models.changes import Change
from models.outline import Section, descendants, parts
from models.session import Session
from models.text import quote

KeyOf = Callable[[str], str]


class SectionCard(Card):
    """Shows `workspace.section`; its buttons request the same changes as the keys."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._key_of: KeyOf = lambda _action: ""
        self.setAccessibleName(self.tr("当前分段"))
        self._kind = Fact(self.tr("分段"), strong=True)
        self.kinds = Choices(self.tr("类型"))
        self._extent = Fact(self.tr("范围"))
        self._heading = Fact(self.tr("标题"))
        self._origin = Fact(self.tr("来历"))
        self._continues = Fact(self.tr("续接"))
        self._parts = Fact(self.tr("分几处"))
        self.promote = command(self.tr("升级"), lambda: self._relevel(-1), self.tr("升一级，连同下级"))
        self.demote = command(self.tr("降级"), lambda: self._relevel(1), self.tr("降一级，连同下级"))
        self.merge = command(self.tr("并入上段"), self._merge, self.tr("去掉本段的边界，并入上一段"))
        self.accept = command(self.tr("确认"), self._accept, self.tr("确认本段的边界"))
        self.unsure = command(self.tr("存疑"), self._toggle_unsure, self.tr("标为存疑，或去掉存疑标记"))
        self.unsure.setCheckable(True)
        self._commands = QWidget()
        flow = FlowLayout(self._commands)
        for button in (self.promote, self.demote, self.merge, self.accept, self.unsure):
            flow.addWidget(button)
        for part in (self._kind, self.kinds, self._extent, self._heading, self._continues, self._parts, self._origin):
            self.body.addWidget(part)
        self.body.addSpacing(3)
        self.body.addWidget(self._commands)
        self.kinds.asked.connect(self._set_kind)

    def set_keys(self, key_of: KeyOf) -> None:
        """Show keys as they are now: `key_of(action id)` is a key such as "Alt+Up", or empty."""
        self._key_of = key_of
        self.refresh()

    def refresh(self) -> None:
        """Show the current section as it is."""
        session, section, labels = self._workspace.session, self._workspace.section, self._workspace.labels
        self.setVisible(session is not None and section is not None)
        if session is None or section is None or labels is None:
            return
        level = self.tr("第 %1 级").replace("%1", str(section.level))
        self._kind.show_value(f"{kind_name(labels, section.kind)} · {level}")
        self.kinds.set_choices(
            Choice(
                kind.id,
                kind_name(labels, kind.id),
                key_name(self._key_of(f"kind.{kind.id}") or kind.key),
                kind.guideline,
            )
            for kind in labels.kinds
            if not kind.retired or kind.id == section.kind
        )
        self.kinds.show_chosen(section.kind)
        self._show_facts(session, section)
        self._show_commands(session, section)

    def _show_facts(self, session: Session, section: Section) -> None:
        outline, end = session.outline, session.outline.end(section)
        chars = self.tr("%1 字").replace("%1", f"{end - section.start:,}")
        self._extent.show_value(f"{section.start:,} – {end:,} · {chars}")
        heading = section.heading
        self._heading.show_value(quote(session.text.content, *heading) if heading else self.tr("无标题"))
        resumed = section.continues
        known = resumed is not None and resumed in outline
        self._continues.show_value(section_words(session, outline[outline.place(resumed)]) if known and resumed else "")
        count = len(parts(outline, section))
        self._parts.show_value(self.tr("共 %1 处").replace("%1", str(count)) if count > 1 else "")
        said = origin_name(section.origin)
        self._origin.show_value(said if section.confirmed else self.tr("%1 · 待确认").replace("%1", said))

    def _show_commands(self, session: Session, section: Section) -> None:
        family = (section, *descendants(session.outline, section))
        self.promote.setEnabled(min(s.level for s in family) > 0)
        self.merge.setEnabled(session.outline.place(section.id) > 0)
        self.accept.setVisible(not section.confirmed)
        self.unsure.setChecked(section.unsure)
        for button, text, action in (
            (self.promote, self.tr("升级"), "section.promote"),
            (self.demote, self.tr("降级"), "section.demote"),
            (self.accept, self.tr("确认"), "section.accept"),
            (self.unsure, self.tr("存疑"), "mark.unsure"),
        ):
            button.setText(f"{text} {key_name(self._key_of(action))}".rstrip())
        self._commands.layout().invalidate()

    # Requests ---------------------------------------------------------------------------------------------------

    def _ask(self, make: Callable[[Session, Section], Change]) -> None:
        session, section = self._workspace.session, self._workspace.section
        if session is not None and section is not None:
            self._workspace.apply(lambda: make(session, section), self)
        self.refresh()

    def _set_kind(self, kind: str) -> None:
        section = self._workspace.section
        if section is not None and section.kind != kind:
            self._ask(lambda s, c: s.outline.set_kind(c, kind))

    def _relevel(self, by: int) -> None:
        self._ask(lambda s, c: s.outline.relevel(c, by))

    def _merge(self) -> None:
        self._ask(lambda s, c: s.outline.merge(c))

    def _accept(self) -> None:
        self._ask(lambda s, c: s.outline.accept([c]))

    def _toggle_unsure(self) -> None:
        self._ask(lambda s, c: s.outline.set_unsure(c, not c.unsure))
