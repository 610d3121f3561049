"""Themes of a section, ranked, with the words that speak for each.

Evidence comes from the taxonomy's own names, from a keyword lexicon (`resources/lexicons/themes.json`) and, once a
project has gold, from the words that its annotators' sections share. A theme that a user adds works by its name alone.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import rjieba

from models.errors import UserError
from models.prelabel.suggestions import SuggestedTheme

Taxonomy = Sequence[tuple[str, str]]
"""(theme id, Chinese name) pairs."""

READ = 6000
"""How many characters of a section are read."""
STRONG, WEAK, NAME = 2.2, 0.4, 3.0
_HEADING, _OPENING = 60, 220
_FIRST, _AT_LEAST, _SHARE, _MOST = 2.5, 6.0, 0.65, 3
_STEEP, _EVEN = 0.42, 6.4
_TRADITIONAL = re.compile("[會們這學與為體說對開國時義區業務員書畫聯動專題環務組織構總監選舉環]")
_KEPT = 80
_WORD = re.compile(r"[\u3400-\u9fff]{2,6}")
_NAME_SPLIT = re.compile(r"[、/／·,，与和及\s]+")


@dataclass(frozen=True, slots=True)
class ThemeModel:
    """What a project's own gold teaches: for each theme its telling words with their weights. Plain data."""

    words: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = ()
    sections: int = 0

    def to_data(self) -> dict[str, object]:
        """The model as JSON-ready data."""
        return {"sections": self.sections, "words": {theme: dict(rows) for theme, rows in self.words}}

    @staticmethod
    def from_data(data: Mapping[str, object]) -> ThemeModel:
        """The model that `to_data` wrote. Raises UserError where the data is of another shape."""
        words, sections = data.get("words"), data.get("sections")
        if not isinstance(words, dict) or not isinstance(sections, int):
            raise UserError("The theme model is damaged. Train it again.", code="prelabel.theme_model")
        found = []
        for theme, rows in words.items():
            if not isinstance(rows, dict) or not all(isinstance(value, int | float) for value in rows.values()):
                raise UserError("The theme model is damaged. Train it again.", code="prelabel.theme_model")
            found.append((str(theme), tuple((str(word), float(value)) for word, value in rows.items())))
        return ThemeModel(tuple(found), sections)


def learn(sections: Iterable[tuple[str, Iterable[str]]]) -> ThemeModel:
    """A model from (text, theme ids) of settled sections.

    A word's weight for a theme is the smoothed log odds of its standing in the theme's sections rather than in others;
    words seen in fewer than two of the theme's sections teach nothing.
    """
    rows = [(_terms(text), frozenset(themes)) for text, themes in sections]
    everywhere = Counter(word for words, _ in rows for word in words)
    found = []
    for theme in sorted({theme for _, themes in rows for theme in themes}):
        inside = [words for words, themes in rows if theme in themes]
        counts = Counter(word for words in inside for word in words)
        weights = [
            (word, round(_log_odds(n, len(inside), everywhere[word] - n, len(rows) - len(inside)), 3))
            for word, n in counts.items()
            if n >= 2
        ]
        telling = sorted((row for row in weights if row[1] > 1.0), key=lambda row: (-row[1], row[0]))[:_KEPT]
        if telling:
            found.append((theme, tuple(telling)))
    return ThemeModel(tuple(found), len(rows))


def _log_odds(inside: int, all_inside: int, outside: int, all_outside: int) -> float:
    return math.log((inside + 0.3) / (all_inside + 0.6)) - math.log((outside + 0.3) / (all_outside + 0.6))


def _terms(text: str) -> frozenset[str]:
    return frozenset(word for word in rjieba.cut(simplified(text[:READ]), False) if _WORD.fullmatch(word))


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length; a text that would change its length stays as it is."""
    if not _TRADITIONAL.search(text):
        return text
    found = _converter().convert(text)
    return found if len(found) == len(text) else text


@cache
def _converter():  # type: ignore[no-untyped-def]  # noqa: ANN202
    import opencc  # Half a megabyte of tables, wanted for traditional texts alone.

    return opencc.OpenCC("t2s")


@cache
def _lexicon() -> dict[str, dict[str, float]]:
    raw = (resources.files("resources") / "lexicons" / "themes.json").read_text(encoding="utf-8")
    return {
        theme: dict.fromkeys(rows["strong"], STRONG) | dict.fromkeys(rows["weak"], WEAK)
        for theme, rows in json.loads(raw)["themes"].items()
    }


@cache
def _named(name: str) -> tuple[tuple[str, float], ...]:
    """The words of a theme's name: all of it, its parts, and the words that the parts are made of."""
    bare = simplified(name.strip())
    found = {bare: NAME}
    for part in _NAME_SPLIT.split(bare):
        if len(part) >= 2:
            found.setdefault(part, STRONG)
        for word in rjieba.cut(part, False):
            if len(word) >= 2:
                found.setdefault(word, WEAK)
    return tuple(found.items())


def suggest_themes(
    section_text: str, taxonomy: Taxonomy, project_gold: ThemeModel | None = None
) -> tuple[SuggestedTheme, ...]:
    """All themes that anything in the section speaks for, best first; ties in the taxonomy's order.

    A word counts more in the heading and in the opening than further down. `words` are quoted from the section.
    A theme that others hang below by its id ("party" over "party.study") counts half.
    """
    return tuple(theme for _, theme in _ranked(section_text, taxonomy, project_gold))


def attached_themes(
    section_text: str, taxonomy: Taxonomy, project_gold: ThemeModel | None = None
) -> tuple[SuggestedTheme, ...]:
    """The themes sure enough to be attached to a section: few, and none far behind the first."""
    ranking = _ranked(section_text, taxonomy, project_gold)[:_MOST]
    if not ranking:
        return ()
    least = max(_AT_LEAST, _SHARE * ranking[0][0])
    return tuple(theme for n, (score, theme) in enumerate(ranking) if score >= (least if n else _FIRST))


def _ranked(
    section_text: str, taxonomy: Taxonomy, project_gold: ThemeModel | None
) -> list[tuple[float, SuggestedTheme]]:
    source = section_text[:READ]
    text = simplified(source)
    size = max(0.75, (len(text.strip()) / 350) ** 0.4)
    above = {theme.rsplit(".", 1)[0] for theme, _ in taxonomy if "." in theme}
    learned = {theme: dict(rows) for theme, rows in project_gold.words} if project_gold else {}
    trust = min(1.0, project_gold.sections / 20) if project_gold else 0.0
    found: list[tuple[float, SuggestedTheme]] = []
    for theme, name in taxonomy:
        weights = dict(_named(name)) if name.strip() else {}
        weights.update(_lexicon().get(theme, {}))
        for word, odds in learned.get(theme, {}).items():
            weights[word] = weights.get(word, 0.0) + 0.5 * trust * odds
        total, words = _evidence(text, source, weights)
        if words:
            score = total / size * (0.5 if theme in above else 1.0)
            confidence = 1 / (1 + math.exp(-_STEEP * (score - _EVEN)))
            found.append((score, SuggestedTheme(theme, round(confidence, 3), words)))
    found.sort(key=lambda row: -row[0])
    return found


def _evidence(text: str, source: str, weights: Mapping[str, float]) -> tuple[float, tuple[str, ...]]:
    total = 0.0
    spoken: list[tuple[float, int, str]] = []
    for word, weight in weights.items():
        at = text.find(word)
        if at < 0 or not word:
            continue
        first, presence = at, 0.0
        while at >= 0 and presence < 6:
            presence += 2.5 if at < _HEADING else 1.4 if at < _OPENING else 1.0
            at = text.find(word, at + len(word))
        gain = weight * min(6.0, presence) ** 0.5
        total += gain
        spoken.append((-gain, first, source[first : first + len(word)]))
    spoken.sort()
    return total, tuple(word for _, _, word in spoken[:5])
