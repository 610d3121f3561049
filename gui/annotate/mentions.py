"""Tagging mentions: label, relabel, resize, fragments, all occurrences, links."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui import ask
from gui.actions import Actions, ActionSpec
from gui.names import label_name
from gui.text.view import ReadingView
from gui.workspace import Workspace
from models import mentions
from models.changes import Change, joined
from models.labels import LabelSet
from models.mentions import Mention
from models.session import Session
from models.text import Span


class MentionCommands(QObject):
    """Mention actions: on the selected text, else on the selected mention, else on the mention under the caret."""

    def __init__(self, workspace: Workspace, view: ReadingView, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._view, self._actions, self._window = workspace, view, actions, window
        self._labels: list[str] = []
        for name, slot in {
            "mention.select": self.select,
            "mention.remove": self.remove,
            "mention.start_left": lambda: self._resize(-1, start=True, word=True),
            "mention.start_right": lambda: self._resize(1, start=True, word=True),
            "mention.end_left": lambda: self._resize(-1, start=False, word=True),
            "mention.end_right": lambda: self._resize(1, start=False, word=True),
            "mention.start_left_char": lambda: self._resize(-1, start=True, word=False),
            "mention.start_right_char": lambda: self._resize(1, start=True, word=False),
            "mention.end_left_char": lambda: self._resize(-1, start=False, word=False),
            "mention.end_right_char": lambda: self._resize(1, start=False, word=False),
            "mention.fragment": self.add_fragment,
            "mention.all": self.tag_all,
            "mention.link": self.link,
        }.items():
            actions.connect(name, slot)
        self._last: str | None = None
        """The mention that was selected last in this bulletin: to select words elsewhere is to leave it."""
        view.mention_clicked.connect(self._pick)
        workspace.mention_selected.connect(self._remember)
        workspace.bulletin_opened.connect(self._forget)

    def take_labels(self, labels: LabelSet) -> None:
        """Make two actions for every label: its digit tags, Shift with it tags all occurrences."""
        for name in self._labels:
            self._actions.remove(name)
        self._labels = []
        for label in labels.labels:
            if label.retired:
                continue
            shown = label_name(labels, label.id)
            for prefix, key, text in (
                ("label", label.key, self.tr("标为%1").replace("%1", shown)),
                ("label_all", f"Shift+{label.key}", self.tr("所有相同文字标为%1…").replace("%1", shown)),
            ):
                name = f"{prefix}.{label.id}"
                self._actions.add(ActionSpec(name, "annotate", name, (key,) if label.key else ()), text)
                self._labels.append(name)
            self._actions.connect(f"label.{label.id}", lambda key=label.id: self.label(key))
            self._actions.connect(f"label_all.{label.id}", lambda key=label.id: self.label_all(key))

    def target(self) -> Mention | None:
        """The mention that a key would act on: the selected one, else the shortest under the caret."""
        session = self._workspace.session
        if session is None:
            return None
        if (chosen := self._workspace.mention) is not None:
            return chosen
        under = session.mentions.at(self._view.caret)
        return under[0] if under else None

    def select(self) -> None:
        """Select the mention at the caret, the shortest first; once more the next one around it."""
        session, chosen = self._view.session, self._view.marks.mention  # as they are shown: now, or in the past
        if session is None:
            return
        under = session.mentions.at(self._view.caret)
        if not under:
            self._workspace.told.emit(self.tr("光标处没有实体标注。"))
            return
        ids = [mention.id for mention in under]
        place = ids.index(chosen) + 1 if chosen in ids else 0
        self._pick(ids[place % len(ids)])

    def _pick(self, mention_id: str) -> None:
        """Select a mention; one of the past is only framed."""
        if self._workspace.past:
            self._view.set_current_mention(mention_id)
        else:
            self._workspace.select_mention(mention_id)

    def _step(self, session: Session, label: str) -> Change | None:
        """Tag the selection, or give the mention at hand another label."""
        spans = self._view.selection
        if not spans:
            mention = self.target()
            return None if mention is None else session.relabel([mention], label)
        content = session.text.content
        fragments = mentions.tidy(content, spans)
        same = [m for m in session.mentions.window(*fragments[0]) if m.fragments == fragments]
        if same:
            return session.relabel(same[:1], label)
        return mentions.add(content, session.layer.id, label, fragments)

    def label(self, label: str) -> None:
        """Tag the selection or relabel; the mention becomes the selected one."""
        session = self._workspace.session
        if session is None:
            return
        made: list[Change] = []

        def make() -> Change:
            step = self._step(session, label)
            made.extend([step] if step is not None else [])
            return step or Change("", (), ())

        if self._workspace.apply(make, self):
            self._choose(made[0])
        elif not made:
            self._workspace.told.emit(self.tr("先选中文字，再按数字键标注。"))

    def _choose(self, step: Change) -> None:
        mention = next((m for m in step.after if isinstance(m, Mention)), None)
        self._view.clear_selection()
        if mention is not None:
            self._view.set_caret(mention.start)
            self._workspace.select_mention(mention.id)

    def label_all(self, label: str) -> None:
        """Tag the selection and, after a preview, every other place with the same words: one change."""
        session = self._workspace.session
        if session is None:
            return
        step = self._step(session, label)
        if step is None:
            self._workspace.told.emit(self.tr("先选中文字，再按数字键标注。"))
            return
        mention = next((m for m in step.after if isinstance(m, Mention)), None) or self.target()
        if mention is not None:
            self._spread(session, mention, step)

    def tag_all(self) -> None:
        """Tag every other place where the words of the mention at hand stand, after a preview."""
        session, mention = self._workspace.session, self.target()
        if session is None or mention is None:
            self._workspace.told.emit(self.tr("先选中一处实体标注。"))
            return
        self._spread(session, mention, Change("", (), ()))

    def _spread(self, session: Session, mention: Mention, first: Change) -> None:
        labels = self._workspace.labels
        if labels is None:
            return
        content = session.text.content
        if not mentions.occurrences(content, mention):
            if not self._workspace.apply(first, self):
                self._workspace.told.emit(self.tr("没有别处出现这些文字。"))
            return
        places = ask.occurrences(self._window, session, mention, labels)
        if places is None:
            return
        more = mentions.tag_all(content, session.mentions, mention, places)
        step = joined(more.name, [first, more], args=more.args, layer=session.layer.id)
        if self._workspace.apply(step, self):
            self._view.clear_selection()
            self._workspace.select_mention(mention.id)

    def remove(self) -> None:
        """Take the mention at hand away."""
        mention = self.target()
        if mention is not None:
            self._workspace.apply(lambda: mentions.remove([mention]), self)

    def _resize(self, by: int, *, start: bool, word: bool) -> None:
        session, view = self._workspace.session, self._view
        mention = None if self._workspace.past else self._workspace.mention
        if session is None:
            return
        go = view.navigator
        if word:
            step = go.next_word if by > 0 else go.previous_word
        else:
            step = go.next_character if by > 0 else go.previous_character
        if mention is None:
            if word:
                view.set_caret(step(view.caret), extend=start)
            return
        a, b = (step(mention.start), mention.end) if start else (mention.start, step(mention.end))
        self._workspace.apply(lambda: mentions.resize(session.text.content, mention, a, b), self)

    def _remember(self) -> None:
        mention = self._workspace.mention
        self._last = self._last if mention is None else mention.id

    def _forget(self) -> None:
        self._last = None

    def _to_extend(self, session: Session, spans: Sequence[Span]) -> Mention | None:
        """The mention that selected text is to be added to: the selected one, else the last one of the same section."""
        mention = self._workspace.mention
        if mention is None and spans and self._last is not None and self._last in session.mentions:
            last = session.mentions[self._last]
            mention = last if session.outline.at(last.start) == session.outline.at(spans[0][0]) else None
        return mention

    def add_fragment(self) -> None:
        """Add the selected text to the mention selected before, which becomes discontinuous."""
        session, spans = self._workspace.session, self._view.selection
        mention = self._to_extend(session, spans) if session is not None else None
        if session is None or mention is None or not spans:
            self._workspace.told.emit(self.tr("先点选一处实体标注，再选中要并入的文字。"))
            return
        content = session.text.content
        if self._workspace.apply(lambda: mentions.add_fragment(content, mention, *spans[0]), self):
            self._view.clear_selection()
            self._workspace.select_mention(mention.id)

    def link(self) -> None:
        """Ask which entity the mention at hand names."""
        session, mention, labels = self._workspace.session, self.target(), self._workspace.labels
        if session is None or mention is None or labels is None:
            self._workspace.told.emit(self.tr("先选中一处实体标注。"))
            return
        step = ask.entity(self._window, session, [mention], labels)
        if step is not None:
            self._workspace.apply(step, self)
