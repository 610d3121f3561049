"""What can be done with several mentions at once; each is one change, and one step to undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gui.cards.flow import FlowLayout
from gui.cards.parts import Card, Choice, Choices, Fact, command
from gui.names import label_name
from gui.workspace import Workspace
from models import mentions
from models.mentions import Mention


class MentionsBatch(Card):
    """Acts on what `chosen()` gives."""

    def __init__(self, workspace: Workspace, chosen: Callable[[], list[Mention]]) -> None:
        super().__init__()
        self._workspace, self._chosen = workspace, chosen
        self.setAccessibleName(self.tr("所选的多处实体"))
        self._count = Fact(self.tr("已选"), strong=True)
        self._link = Fact(self.tr("指向"))
        self.labels = Choices(self.tr("都标为"))
        self.accept_button = command(self.tr("接受"), self.accept, self.tr("接受所选的预标注"))
        self.reject_button = command(self.tr("否决"), self.reject, self.tr("否决所选的预标注"))
        link = command(self.tr("指向…"), self.link, self.tr("都指向同一实体"))
        remove = command(self.tr("删除"), self.remove, self.tr("删除所选的实体标注"))
        commands = QWidget()
        flow = FlowLayout(commands)
        for button in (self.accept_button, self.reject_button, link, remove):
            flow.addWidget(button)
        for part in (self._count, self._link, self.labels):
            self.body.addWidget(part)
        self.body.addSpacing(3)
        self.body.addWidget(commands)
        self.labels.asked.connect(self.relabel)

    def refresh(self) -> None:
        """Say how many are chosen."""
        rows, labels = self._chosen(), self._workspace.labels
        waiting = sum(not m.confirmed for m in rows)
        said = self.tr("%1 处").replace("%1", str(len(rows)))
        if waiting:
            said += " · " + self.tr("%1 待确认").replace("%1", str(waiting))
        self._count.show_value(said)
        self._link.show_value(self._linked(rows))
        self.accept_button.setEnabled(bool(waiting))
        self.reject_button.setEnabled(bool(waiting))
        if labels is not None:
            self.labels.set_choices(
                Choice(x.id, label_name(labels, x.id), x.key, x.guideline, key_first=True)
                for x in labels.labels
                if not x.retired
            )
        kinds = {m.label for m in rows}
        self.labels.show_chosen(kinds.pop() if len(kinds) == 1 else "")

    def _linked(self, rows: list[Mention]) -> str:
        """What they all name, or how many entities they name."""
        session = self._workspace.session
        found = {m.entity: e.canonical for m in rows if session and (e := session.entities.get(m.entity or ""))}
        if not found:
            return self.tr("未指向")
        if len(found) > 1:
            return self.tr("%1 个实体").replace("%1", str(len(found)))
        named = sum(m.entity in found for m in rows)
        places = self.tr("%1 处").replace("%1", str(named))
        return next(iter(found.values())) + (f" · {places}" if named < len(rows) else "")

    def relabel(self, label: str) -> None:
        """Give all of them one label."""
        session = self._workspace.session
        if session is not None and (rows := self._chosen()):
            self._workspace.apply(session.relabel(rows, label), self)

    def accept(self) -> None:
        """Confirm the suggestions among them."""
        self._workspace.apply(mentions.accept(self._chosen()), self)

    def reject(self) -> None:
        """Refuse the suggestions among them."""
        self._workspace.apply(mentions.reject(self._chosen()), self)

    def remove(self) -> None:
        """Take them away."""
        if rows := self._chosen():
            self._workspace.apply(mentions.remove(rows), self)

    def link(self) -> None:
        """Ask which entity they name."""
        session, labels, rows = self._workspace.session, self._workspace.labels, self._chosen()
        if session is None or labels is None or not rows:
            return
        # Dialogs are loaded when first asked for: the window opens the sooner.
        from gui.dialogs.entity_picker import EntityPicker

        step = EntityPicker.ask(self.window(), session, rows, labels)
        if step is not None:
            self._workspace.apply(step, self)
