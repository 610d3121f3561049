"""Edit a difference by hand: the small editor that is right for its matter, and the verdict that comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from gui.dialogs.parts import filled, listed, run_popup
from gui.dialogs.rows import Row
from gui.dialogs.theme_picker import ThemePicker
from gui.i18n import named
from gui.names import kind_name
from gui.review.mention_editor import MentionEditor
from gui.review.row_picker import RowPicker
from gui.tables.differences_words import brief
from models.decision import Key
from models.labels import LabelSet
from models.outline import CONTINUATION, DEEPEST, Section
from models.review.decisions import Verdict
from models.review.differences import MENTIONS, Difference
from models.review.matters import ATTRIBUTES, Outcome, value_of
from models.review.reviewing import Review
from models.review.sides import Side
from models.text import landing, quote

_AROUND = 5
"""Lines before and after a contested boundary that are offered for it."""
_HEADING_LINES = 4
_BREAK = re.compile(r"[\s。！？；：，、,:;!?）)】》”]+")


class Editing(QObject):
    """The editors for one review. Each returns the verdict, None when it was withdrawn."""

    def __init__(self, parent: QWidget, review: Review, labels: LabelSet, at: QPoint | None = None) -> None:
        super().__init__()
        self._parent, self._review, self._labels, self._at = parent, review, labels, at
        self._content = review.content

    def ask(self, difference: Difference) -> Verdict | None:
        """The editor for this difference's matter."""
        if difference.stage == MENTIONS:
            return MentionEditor.ask(self._parent, self._content, difference, self._labels, self._at)
        match difference.kind:
            case "level":
                return self._level(difference)
            case "kind":
                return self._kind(difference)
            case "heading":
                return self._heading(difference)
            case "themes":
                return self._themes(difference)
            case _:
                return self._boundary(difference)

    def _pick(self, title: str, rows: list[Row], start: object = None) -> object:
        return RowPicker.ask(self._parent, title, self.tr("键入筛选，回车选定"), rows, start, self._at)

    def _provisional(self, difference: Difference) -> Outcome:
        return self._review.settlement.matters[difference.keys[0]].outcome

    # Boundaries -------------------------------------------------------------------------------------------------

    def _boundary(self, difference: Difference) -> Verdict | None:
        lines, starts = self._review.counted.lines, [int(place) for _, place in difference.keys]
        low = max(0, lines.number(starts[0]) - _AROUND)
        found = set(lines.starts[low : lines.number(starts[-1]) + _AROUND + 1]) | set(starts)
        taken = set(self._review.settlement.starts) - set(starts)
        rows = []
        for start in sorted(found):
            who = listed(s.annotator for s in self._review.sides if start in s.starts)
            note = self.tr("已有边界") if start in taken else who
            rows.append(Row(start, brief(self._line(start), 40), note=note, enabled=start not in taken))
        chosen = self._pick(self.tr("边界设在哪一行之前？"), rows, starts[0])
        if not isinstance(chosen, int):
            return None
        edits: list[tuple[Key, Outcome]] = [(("boundary", str(chosen)), True)]
        if chosen not in starts:
            edits += self._as_there(chosen, starts)
        return Verdict(edits=tuple(edits))

    def _as_there(self, start: int, starts: list[int]) -> Iterator[tuple[Key, Outcome]]:
        """A boundary where nobody has one becomes what the section is that somebody has close by; without heading."""
        held = ((side, side.starts[at]) for at in starts for side in self._review.sides if at in side.starts)
        for side, section in held:
            for name in ATTRIBUTES:
                yield (name, str(start)), None if name == "heading" else self._value(name, section, side, start)
            return

    @staticmethod
    def _value(name: str, section: Section, side: Side, start: int) -> Outcome:
        value = value_of(name, section, side)
        if name == "kind" and value[1] is not None and value[1] >= start:
            return value[0], None
        return value

    def _line(self, start: int) -> str:
        end = self._content.find("\n", start)
        return self._content[start : end if end >= 0 else len(self._content)].strip()

    # What a section is ------------------------------------------------------------------------------------------

    def _level(self, difference: Difference) -> Verdict | None:
        rows = []
        for level in range(DEEPEST + 1):
            who = self._who(difference, level)
            rows.append(Row(f"level {level}", filled(self.tr("第 %1 级"), level), note=who, number=str(level)))
        chosen = self._pick(self.tr("第几级？"), rows, f"level {self._provisional(difference)}")
        return self._edit(difference, int(chosen.removeprefix("level "))) if isinstance(chosen, str) else None

    def _kind(self, difference: Difference) -> Verdict | None:
        known = [kind for kind in self._labels.kinds if not kind.retired and kind.id != CONTINUATION]
        outcomes: list[tuple[Outcome, str]] = [((kind.id, None), named(kind)) for kind in known]
        resumed = kind_name(self._labels, CONTINUATION)
        outcomes.append(((CONTINUATION, None), resumed))
        earlier = (s for s in self._review.gold.sections if s.start < difference.start and s.kind != CONTINUATION)
        for section in sorted(earlier, key=lambda s: -s.start):
            start = landing(self._content, section.start)
            words = brief(self._line(start), 30)
            outcomes.append(((CONTINUATION, start), filled(self.tr("%1：接“%2”"), resumed, words)))
        rows = [Row(value, name, note=self._who(difference, value)) for value, name in outcomes]
        chosen = self._pick(self.tr("什么类型？"), rows, self._provisional(difference))
        return self._edit(difference, chosen) if isinstance(chosen, tuple) else None

    def _who(self, difference: Difference, value: Outcome) -> str:
        return listed(name for say in difference.says if say.values == (value,) for name in say.annotators)

    def _heading(self, difference: Difference) -> Verdict | None:
        start = difference.start
        later = [s for s in self._review.settlement.starts if s > start]
        limit = later[0] if later else len(self._content)
        ends = {end for say in difference.says for end in say.values if end is not None}
        at = start
        for _ in range(_HEADING_LINES):
            end = self._content.find("\n", at, limit)
            end = limit if end < 0 else end
            if self._content[at:end].strip():
                ends.add(start + len(self._content[start:end].rstrip()))
            at = end + 1
            if at >= limit:
                break
        first = self._content.find("\n", start, limit)
        first = limit if first < 0 else first
        for hit in _BREAK.finditer(self._content, start, min(first, start + 80)):
            ends |= {hit.start(), hit.end()}
        rows = [Row("none", self.tr("无标题"), note=self._who(difference, None))]
        rows += [
            Row(end, brief(quote(self._content, start, end), 44), note=self._who(difference, end))
            for end in sorted(e for e in ends if start < e <= limit)
        ]
        chosen = self._pick(self.tr("标题到哪里为止？"), rows, self._provisional(difference) or "none")
        if chosen is None:
            return None
        return self._edit(difference, chosen if isinstance(chosen, int) else None)

    def _themes(self, difference: Difference) -> Verdict | None:
        themes = tuple(self._provisional(difference))
        section = Section("", "", difference.start, 1, "article", themes=themes)
        dialog = ThemePicker(self._parent, self._labels, section, lambda _themes: None)
        done = run_popup(dialog, self._at)
        if not done and set(dialog.themes) == set(themes):
            return None
        return self._edit(difference, tuple(sorted(dialog.themes)))

    @staticmethod
    def _edit(difference: Difference, outcome: Outcome) -> Verdict:
        return Verdict(edits=((difference.keys[0], outcome),))
