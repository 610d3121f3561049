"""The review screen: two layers side by side, their differences, the decision."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.actions import Actions
from gui.cards.parts import EmptyState
from gui.dialogs.parts import listed
from gui.review.heads import SideHead
from gui.review.pair_view import PairView
from gui.review.panel import ReviewPanel
from gui.review.ready import Standing
from gui.review.sides import Cut, cuts_of, mention_of, session_of
from gui.review.state import ReviewState
from gui.tables.differences_words import cut_name
from gui.tasks import Worker
from gui.theme import Theme
from models.review.sides import Side
from models.session import Session


class ReviewScreen(QWidget):
    """Follows the state of a review."""

    merge_requested = Signal()

    def __init__(self, state: ReviewState, actions: Actions, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self._actions = state, actions
        self.pages = PairView()
        self.heads = (SideHead(), SideHead())
        self.panel = ReviewPanel(state, actions, worker)
        self.empty = EmptyState()
        self.shown: tuple[str, str] | None = None
        self._sessions: dict[str, Session] = {}
        self._ahead = QTimer(self, singleShot=True, interval=40)
        self._ahead.timeout.connect(self._prepare)
        self._lay_out()
        self.setFocusProxy(self.pages)
        self.pages.name_cut = self._name_cut
        self.pages.place_clicked.connect(self._on_click)
        self.empty.asked.connect(self.merge_requested)
        for place, head in enumerate(self.heads):
            head.shown_requested.connect(lambda name, place=place: self.show_side(place, name))
            head.taken.connect(lambda place=place: self._take(place))
        state.opened.connect(self._on_opened)
        state.refreshed.connect(self._on_refreshed)
        state.moved.connect(self._on_moved)
        actions.keys_changed.connect(self._show_heads)

    def _lay_out(self) -> None:
        heads = QHBoxLayout()
        heads.setSpacing(0)
        for head in self.heads:
            heads.addWidget(head, 1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(heads)
        left.addWidget(self.pages, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def set_look(self, theme: Theme, zoom: float, spacing: float, page_breaks: bool) -> None:
        """Take over how things look; `zoom` is that of a text alone."""
        self.pages.set_look(theme, zoom, spacing, page_breaks)
        self.panel.set_theme(theme)

    # Following --------------------------------------------------------------------------------------------------

    def _on_opened(self) -> None:
        review = self.state.review
        self._sessions.clear()
        if review is None:
            self.shown = None
            self.pages.set_sessions(None, None)
            self._stack.setCurrentIndex(0)
            return
        self._stack.setCurrentIndex(1)
        names = [side.annotator for side in review.sides]
        if self.shown is None or not set(self.shown) <= set(names):
            self.shown = names[0], names[min(1, len(names) - 1)]
        self._show_pages()

    def _side(self, annotator: str) -> Side:
        review = self.state.review
        assert review is not None
        return next(side for side in review.sides if side.annotator == annotator)

    def _session(self, side: Side) -> Session:
        found = self._sessions.get(side.annotator)
        if found is None:
            review = self.state.review
            assert review is not None
            found = self._sessions[side.annotator] = session_of(review.bulletin, side)
        return found

    def _show_pages(self) -> None:
        """Show the two chosen layers."""
        if self.state.review is None or self.shown is None:
            return
        one, other = (self._side(name) for name in self.shown)
        cuts = cuts_of(one, other)
        self.pages.set_sessions((self._session(one), self._session(other)), self.state.workspace.labels, cuts)
        self._show_heads()

    def _show_heads(self) -> None:
        review = self.state.review
        if review is None or self.shown is None:
            return
        names = [side.annotator for side in review.sides]
        if not set(self.shown) <= set(names):
            return  # other layers have just come under review: their pages are shown next
        for name, head in zip(self.shown, self.heads, strict=True):
            action = f"review.take.{names.index(name) + 1}"
            key = self._actions[action].shortcut().toString() if action in self._actions else ""
            head.show_side(self._side(name), names, key)

    def show_side(self, place: int, annotator: str) -> None:
        """Show somebody's layer on the left (0) or the right (1) page; the two change places if need be."""
        if self.shown is None:
            return
        other = self.shown[1 - place]
        pair = (annotator, other if other != annotator else self.shown[place])
        self.shown = pair if place == 0 else (pair[1], pair[0])
        self._show_pages()
        self._on_moved()

    def _on_refreshed(self) -> None:
        review = self.state.review
        if review is not None:
            spans = {span for d in review.open for span in self.state.tally.spans(d)}
            self.pages.set_hatched(sorted(spans))

    def _on_moved(self) -> None:
        review, current = self.state.review, self.state.current
        if review is None or self.shown is None:
            return
        if current is None:
            self.pages.set_current((), (None, None))
            return
        mentions = mention_of(self._side(self.shown[0]), current), mention_of(self._side(self.shown[1]), current)
        self.pages.set_current(self.state.tally.spans(current), mentions)
        self.pages.show_place(current.start)
        words = self.panel.words
        if words is not None:
            # For those who do not see the pages.
            told = (words.kind(current), words.title(current), words.said(current))
            self.pages.setAccessibleDescription(listed(told))
        self._ahead.start()

    def _prepare(self) -> None:
        """Lay out where the next difference is, while nothing else is to be done."""
        beyond = self.state.beyond(1)
        if beyond is not None:
            self.pages.prepare(beyond.start)

    def _name_cut(self, cut: Cut) -> str:
        return cut_name(self.state.workspace.labels, cut.kind, cut.level)

    # Requests ---------------------------------------------------------------------------------------------------

    def _take(self, place: int) -> None:
        review = self.state.review
        if review is not None and self.shown is not None:
            names = [side.annotator for side in review.sides]
            self._actions[f"review.take.{names.index(self.shown[place]) + 1}"].trigger()

    def _on_click(self, offset: int, _page: int) -> None:
        """A click on words that are differed about makes that difference the current one."""
        review = self.state.review
        if review is None:
            return
        found = []
        for difference in review.differences:
            if difference.settled and not self.state.settled_shown:
                continue
            for a, b in self.state.tally.spans(difference):
                if a <= offset <= b:
                    found.append((difference.stage != self.state.stage, b - a, difference.id, difference))
        if found:
            self.state.select(min(found, key=lambda row: row[:3])[3])

    # Nothing to review ------------------------------------------------------------------------------------------

    def say_empty(self, now: Standing | None) -> None:
        """Say what is missing before there is anything to review, and what to do."""
        if now is None:
            self.empty.say(self.tr("没有打开的项目"), self.tr("在“项目”菜单里新建或打开一个项目。"))
            return
        if now.own:
            text = self.tr(
                "有 %n 篇已交齐，但您自己还在标注它们：盲标的项目里，交了自己的一份才看得到别人的。", "", now.own
            )
        else:
            text = self.tr("一篇刊物交齐 %1 份标注，就可以审核。还差标注的有 %2 篇。").replace("%1", str(now.least))
            text = text.replace("%2", str(now.waiting))
            text += "\n" + self.tr(
                "请标注员在标注界面按 Ctrl+回车提交；或合并同事寄回的工作包；"
                "每篇要几份，在“项目 › 人员与分派”的规则里改。"
            )
        self.empty.say(self.tr("还没有刊物可审核"), text, self.tr("合并工作包…"))
        self._stack.setCurrentIndex(0)

    def focus(self) -> None:
        """Give the keys to the pages."""
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
