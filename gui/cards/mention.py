"""The card of the selected mention: its words, what it points to, where it comes from, and its label."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.cards.flow import FlowLayout
from gui.cards.parts import Card, Choice, Choices, Fact, Line, command
from gui.dialogs.key_names import key_name
from gui.names import label_name, origin_name
from gui.theme import LIGHT, Theme
from gui.workspace import Workspace
from models import mentions
from models.mentions import Mention
from models.session import Session
from models.text import quote


def mention_words(session: Session, mention: Mention) -> str:
    """The words of a mention on one line; what lies between its fragments is left out."""
    return "…".join(quote(session.text.content, a, b) for a, b in mention.fragments)


class MentionCard(Card):
    """Shows `workspace.mention`, hidden while none is selected; its buttons request the same changes as the keys."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = LIGHT
        self._key_of: Callable[[str], str] = lambda _action: ""
        self.setAccessibleName(self.tr("所选实体"))
        self._words = Line(name="mentionWords", align=Qt.AlignmentFlag.AlignRight)
        self._link = Fact(self.tr("指向"))
        self._origin = Fact(self.tr("来历"))
        self.labels = Choices(self.tr("标签"))
        self.link = command(self.tr("指向"), self._ask_link, self.tr("指向同一实体，给出规范名称"))
        self.accept = command(self.tr("接受"), self._accept, self.tr("接受这处预标注"))
        self.reject = command(self.tr("否决"), self._reject, self.tr("否决这处预标注"))
        self.unsure = command(self.tr("存疑"), self._toggle_unsure, self.tr("标为存疑，或去掉存疑标记"))
        self.unsure.setCheckable(True)
        self.remove = command(self.tr("删除"), self._remove, self.tr("删除这处实体标注"))
        self._lay_out()
        self.labels.asked.connect(self._relabel)
        self.refresh()

    def _lay_out(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(QLabel(self.tr("所选实体"), objectName="factName"))
        row.addWidget(self._words, 1)
        commands = QWidget()
        flow = FlowLayout(commands)
        for button in (self.accept, self.reject, self.link, self.unsure, self.remove):
            flow.addWidget(button)
        for part in (head, self._link, self._origin, self.labels):
            self.body.addWidget(part)
        self.body.addSpacing(3)
        self.body.addWidget(commands)
        self._commands = commands

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.refresh()

    def set_keys(self, key_of: Callable[[str], str]) -> None:
        """Show keys as they are now: `key_of(action id)` is a key such as "Alt+Up", or empty."""
        self._key_of = key_of
        self.refresh()

    def refresh(self) -> None:
        """Show the selected mention as it is."""
        session, mention, labels = self._workspace.session, self._workspace.mention, self._workspace.labels
        self.setVisible(session is not None and mention is not None)
        if session is None or mention is None or labels is None:
            return
        self._words.setText(mention_words(session, mention))
        self._words.setStyleSheet(f"color: {self._theme.label(mention.label)}; font-weight: 600;")
        self._words.setAccessibleName(f"{label_name(labels, mention.label)} {self._words.text()}")
        entity = session.entities.get(mention.entity or "")
        if entity is None:
            self._link.show_value(self.tr("未指向"))
        else:
            count = sum(m.entity == entity.id for m in session.mentions)
            places = self.tr("%1 处").replace("%1", str(count))
            self._link.show_value(f"{entity.canonical} · {places}")
        said = origin_name(mention.origin)
        self._origin.show_value(said if mention.confirmed else self.tr("%1 · 待确认").replace("%1", said))
        self.labels.set_choices(
            Choice(
                x.id,
                label_name(labels, x.id),
                key_name(self._key_of(f"label.{x.id}") or x.key),
                x.guideline,
                key_first=True,
            )
            for x in labels.labels
            if not x.retired or x.id == mention.label
        )
        self.labels.show_chosen(mention.label)
        self._show_commands(mention)

    def _show_commands(self, mention: Mention) -> None:
        self.accept.setVisible(not mention.confirmed)
        self.reject.setVisible(not mention.confirmed)
        self.unsure.setChecked(mention.unsure)
        for button, text, action in (
            (self.accept, self.tr("接受"), "suggestion.accept"),
            (self.reject, self.tr("否决"), "suggestion.reject"),
            (self.link, self.tr("指向"), "mention.link"),
            (self.unsure, self.tr("存疑"), "mark.unsure"),
        ):
            button.setText(f"{text} {key_name(self._key_of(action))}".rstrip())
        self._commands.layout().invalidate()

    # Requests ---------------------------------------------------------------------------------------------------

    def _relabel(self, label: str) -> None:
        mention = self._workspace.mention
        session = self._workspace.session
        if session is not None and mention is not None and (mention.label != label or not mention.confirmed):
            self._workspace.apply(session.relabel([mention], label), self)

    def _accept(self) -> None:
        if (mention := self._workspace.mention) is not None:
            self._workspace.apply(mentions.accept([mention]), self)

    def _reject(self) -> None:
        if (mention := self._workspace.mention) is not None:
            self._workspace.apply(mentions.reject([mention]), self)

    def _toggle_unsure(self) -> None:
        if (mention := self._workspace.mention) is not None:
            self._workspace.apply(mentions.set_unsure(mention, not mention.unsure), self)
        self.refresh()

    def _remove(self) -> None:
        if (mention := self._workspace.mention) is not None:
            self._workspace.apply(mentions.remove([mention]), self)

    def _ask_link(self) -> None:
        session, mention, labels = self._workspace.session, self._workspace.mention, self._workspace.labels
        if session is None or mention is None or labels is None:
            return
        at = self.link.mapToGlobal(self.link.rect().bottomLeft())
        # Dialogs are loaded when first asked for: the window opens the sooner.
        from gui.dialogs.entity_picker import EntityPicker

        step = EntityPicker.ask(self.window(), session, [mention], labels, at)
        if step is not None:
            self._workspace.apply(step, self)
