"""What a difference is called, what it is about, and who said what: the words of the list and of the decision bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gui.names import fill, kind_name, label_name, theme_name
from models.labels import LabelSet
from models.outline import CONTINUATION
from models.review.clashes import Say
from models.review.differences import BOUNDARIES, Difference
from models.review.matters import Outcome, fragments_of, thaw
from models.review.sides import Side
from models.text import landing, quote

KINDS = {
    "missing": QT_TRANSLATE_NOOP("Differences", "缺边界"),
    "near": QT_TRANSLATE_NOOP("Differences", "近失"),
    "level": QT_TRANSLATE_NOOP("Differences", "级别"),
    "kind": QT_TRANSLATE_NOOP("Differences", "类型"),
    "heading": QT_TRANSLATE_NOOP("Differences", "标题"),
    "themes": QT_TRANSLATE_NOOP("Differences", "主题"),
    "label": QT_TRANSLATE_NOOP("Differences", "标签"),
    "extent": QT_TRANSLATE_NOOP("Differences", "范围"),
    "only": QT_TRANSLATE_NOOP("Differences", "独有"),
}
_NONE = QT_TRANSLATE_NOOP("Differences", "–")
_LEVEL = QT_TRANSLATE_NOOP("Differences", "第 {n} 级")
_NO_HEADING = QT_TRANSLATE_NOOP("Differences", "无标题")
_NO_THEMES = QT_TRANSLATE_NOOP("Differences", "无主题")
_NO_VOTE = QT_TRANSLATE_NOOP("Differences", "无此分段")
_LINE_APART = QT_TRANSLATE_NOOP("Differences", "差 1 行")
_LINES_APART = QT_TRANSLATE_NOOP("Differences", "差 {n} 行")
_CHARACTER_APART = QT_TRANSLATE_NOOP("Differences", "差 1 字")
_CHARACTERS_APART = QT_TRANSLATE_NOOP("Differences", "差 {n} 字")
_CUT = QT_TRANSLATE_NOOP("Differences", "{kind} · 第 {n} 级")
_NO_CUT = QT_TRANSLATE_NOOP("Differences", "无边界")
_RESUMES = QT_TRANSLATE_NOOP("Differences", "{kind}（接“{words}”）")
_MARK = QT_TRANSLATE_NOOP("Differences", "{words}（{labels}）")
_COMMA = QT_TRANSLATE_NOOP("Differences", "、")
_LONG = 24


def _tr(text: str) -> str:
    return QCoreApplication.translate("Differences", text)


_EACH = 12
"""How many characters of each side's value a short line has room for."""


def brief(text: str, most: int = _LONG) -> str:
    """A few characters on one line."""
    line = "".join(text.split()) if not text.isascii() else " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def cut_name(labels: LabelSet | None, kind: str, level: int | None) -> str:
    """What stands at a boundary: its kind and level, or that there is none."""
    return fill(_tr(_CUT), kind=kind_name(labels, kind), n=str(level)) if kind else _tr(_NO_CUT)


def apart(lines: int, characters: int) -> str:
    """How far two boundaries are from each other."""
    one, many = (_LINE_APART, _LINES_APART) if lines else (_CHARACTER_APART, _CHARACTERS_APART)
    n = lines or characters
    return _tr(one) if n == 1 else fill(_tr(many), n=str(n))


def kind_names() -> list[str]:
    """What kinds of difference are called."""
    return [_tr(name) for name in KINDS.values()]


class DifferenceWords:
    """The words for the differences of one bulletin. `names` are the annotators' short names, in the order in which
    they are told."""

    def __init__(self, sides: Sequence[Side], names: Mapping[str, str], labels: LabelSet | None) -> None:
        self._sides = {side.annotator: side for side in sides}
        self._content = sides[0].content
        self._names, self._labels = names, labels

    def kind(self, difference: Difference) -> str:
        """What kind of difference it is."""
        return _tr(KINDS[difference.kind])

    def title(self, difference: Difference) -> str:
        """The words it is about; of a boundary with the kind of section that begins there."""
        if difference.stage != BOUNDARIES:
            return brief(self._words(difference), 60)
        words = brief(self._line(difference.start), 60)
        if difference.kind == "missing":
            holder = next(
                (s.starts[difference.start] for s in self._sides.values() if difference.start in s.starts), None
            )
            return f"{kind_name(self._labels, holder.kind)} {words}" if holder else words
        return words

    def _words(self, difference: Difference) -> str:
        if difference.kind == "themes":
            return self._line(difference.start)
        return quote(self._content, difference.start, difference.end)

    def _line(self, start: int) -> str:
        end = self._content.find("\n", start)
        return self._content[start : end if end >= 0 else len(self._content)]

    def note(self, difference: Difference) -> str:
        """In a few characters at the right: who has what, or how far they are apart."""
        match difference.kind:
            case "near":
                return apart(*(difference.distance or (0, 0)))
            case "missing":
                return "  ".join(
                    f"{self._names[n]} {'✓' if self._has(say) else _tr(_NONE)}" for n, say in self._votes(difference)
                )
            case "level" | "label" | "only":
                return "  ".join(
                    f"{self._names[n]} {self.value(difference, say)}" for n, say in self._votes(difference)
                )
            case _:
                return ""

    def _votes(self, difference: Difference) -> list[tuple[str, Say]]:
        """Who says what, in the order of the annotators."""
        says = {name: say for say in difference.says for name in say.annotators}
        return [(name, says[name]) for name in self._names if name in says]

    @staticmethod
    def _has(say: Say) -> bool:
        return any(bool(value) for value in say.values)

    def said(self, difference: Difference) -> str:
        """Who said what, in full."""
        parts = []
        for name, say in self._votes(difference):
            unsure = "？" if name in say.unsure else ""
            parts.append(f"{self._names[name]}{unsure} {self.value(difference, say)}")
        return "　".join(parts)

    def said_briefly(self, difference: Difference) -> str:
        """Who said what, each in a few characters."""
        votes = ((self._names[name], self.value(difference, say)) for name, say in self._votes(difference))
        return " · ".join(f"{name} {brief(value, _EACH)}" for name, value in votes)

    def value(self, difference: Difference, say: Say) -> str:
        """What one side has."""
        values = zip(difference.keys, say.values, strict=True)
        found = [self.outcome(key[0], key[1], value) for key, value in values if value or key[0] not in _SILENT]
        return _tr(_COMMA).join(found) or _tr(_NO_CUT if difference.stage == BOUNDARIES else _NONE)

    def vote(self, difference: Difference, annotator: str) -> str:
        """What somebody has; that they have no such section where they cannot have anything."""
        if difference.keys[0][0] == "boundary":
            return self._boundaries(difference, annotator)
        say = next((say for say in difference.says if annotator in say.annotators), None)
        if say is None:
            return _tr(_NO_VOTE)
        if difference.kind == "extent":
            marks = [self._mark(*key, value) for key, value in zip(difference.keys, say.values, strict=True) if value]
            return _tr(_COMMA).join(marks) or _tr(_NONE)
        return self.value(difference, say)

    def _mark(self, matter: str, place: str, value: Outcome) -> str:
        """A mention's words and what they are labelled."""
        words = "".join(quote(self._content, a, b) for a, b in fragments_of(place))
        return fill(_tr(_MARK), words=brief(words, 20), labels=self.outcome(matter, place, value))

    def _boundaries(self, difference: Difference, annotator: str) -> str:
        """What section begins where somebody has a boundary; of several places with the words there."""
        side = self._sides[annotator]
        found = []
        for _, place in difference.keys:
            section = side.starts.get(int(place))
            if section is not None:
                name = cut_name(self._labels, section.kind, section.level)
                found.append(name if len(difference.keys) == 1 else f"{name}  {self._boundary(int(place))}")
        return _tr(_COMMA).join(found) or _tr(_NO_CUT)

    def outcome(self, matter: str, place: str, value: Outcome) -> str:
        """A value of a matter in words."""
        match matter:
            case "boundary":
                return self._boundary(int(place)) if value else _tr(_NO_CUT)
            case "level":
                return str(value)
            case "kind":
                name = kind_name(self._labels, value[0])
                if value[0] != CONTINUATION or value[1] is None:
                    return name
                return fill(_tr(_RESUMES), kind=name, words=brief(self._line(value[1]), 12))
            case "heading":
                return _tr(_NO_HEADING) if value is None else brief(quote(self._content, int(place), value))
            case "themes":
                return _tr(_COMMA).join(theme_name(self._labels, t) for t in value) or _tr(_NO_THEMES)
            case _:
                labels = _tr(_COMMA).join(label_name(self._labels, label) for label, _ in value)
                return labels or _tr(_NONE)

    def _boundary(self, start: int) -> str:
        at = landing(self._content, start)
        return f"“{brief(self._line(at), 12)}”"

    def extents(self, difference: Difference) -> str:
        """Of a mention whose extent differs: who marked which words."""
        parts = []
        for name, say in self._votes(difference):
            for key, value in zip(difference.keys, say.values, strict=True):
                if value:
                    parts.append(f"{self._names[name]} {self._mark(*key, value)}")
        return "　".join(parts)

    def settled(self, difference: Difference) -> str:
        """What was decided."""
        found = []
        for decision in difference.decisions:
            outcome = thaw(decision.outcome)
            if outcome or decision.matter not in _SILENT:
                told = self._mark if difference.kind == "extent" else self.outcome
                found.append(told(decision.matter, decision.place, outcome))
        return _tr(_COMMA).join(dict.fromkeys(found)) or _tr(_NO_CUT if difference.stage == BOUNDARIES else _NONE)


_SILENT = ("boundary", "mention")
"""Matters of which nothing is said where a side does not have them."""
