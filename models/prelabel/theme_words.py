"""Which words tell of which theme: what the written bulletins taught, a linear model a theme.

Logistic regressions (Cox 1958) over the words of a section, weighed by how seldom they are (tf-idf as in scikit-learn:
1 + ln of the count, smoothed inverse document frequency, length 1), and over what the lexicon says of the theme and of
its rivals. `training.themes` makes them.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from importlib import resources
from typing import NamedTuple

FILE = "themes.json"
SCALE = 0.5
"""What the logarithms of scores are multiplied with, so that they and the words are held back alike in training."""
_HEADING = 60
_IN_HEADING = "^"
_TELLING = 0.02
"""From which share of the log-odds on a word is named among those that speak for a theme."""


class Theme(NamedTuple):
    """What a theme has without any word; what its own score adds, and its lead over the best of the others."""

    constant: float
    own: float
    lead: float


Odds = tuple[float, list[tuple[float, str]]]
"""A theme's log-odds, and (part in them, word) of the words that tell of it, in their order in the text."""


@dataclass(frozen=True)
class WordModel:
    """The themes that words were learned for; SELDOM: how seldom a word is; TOLD: (theme id, weight) by word."""

    themes: Mapping[str, Theme]
    seldom: Mapping[str, float]
    told: Mapping[str, Sequence[tuple[str, float]]]

    def odds(self, words: Counter[str], scores: Mapping[str, float]) -> dict[str, Odds]:
        """The log-odds of each theme of the model.

        WORDS: as `terms` counts them; SCORES: by theme, those of the lexicon, of themes with any.
        """
        weighed = {
            word: self.seldom[word] if n == 1 else (1 + math.log(n)) * self.seldom[word]
            for word, n in words.items()
            if word in self.seldom
        }
        length = math.sqrt(math.fsum(value * value for value in weighed.values())) or 1.0
        said = dict.fromkeys(self.themes, 0.0)
        telling: dict[str, list[tuple[float, str]]] = {theme: [] for theme in self.themes}
        for word, value in weighed.items():
            for theme, weight in self.told.get(word, ()):
                part = weight * value / length
                said[theme] += part  # one by one: the last place of what `sum` gives depends on the version of Python
                if part >= _TELLING:
                    telling[theme].append((part, word.lstrip(_IN_HEADING)))
        found = {}
        ahead_of = leads(self.themes, scores)
        for theme, (constant, own, lead) in self.themes.items():
            mine, ahead = ahead_of[theme]
            odds = constant + SCALE * (own * mine + lead * ahead) + said[theme]
            found[theme] = odds, telling[theme]
        return found


def leads(themes: Iterable[str], scores: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """For each theme its own score, as ln(1 + score), and by how much it is ahead of the best of the others."""
    first, second = nlargest(2, scores.values() if len(scores) > 1 else (*scores.values(), 0.0, 0.0))
    found = {}
    for theme in themes:
        mine = math.log1p(scores.get(theme, 0.0))
        found[theme] = mine, mine - math.log1p(second if scores.get(theme) == first else first)
    return found


def terms(cut: Sequence[str]) -> Counter[str]:
    """The words of a text, cut as they stand there, that count: of two characters or more, those of the heading twice,
    once as such."""
    found: Counter[str] = Counter()
    at = read = 0
    for word in cut:
        at += len(word)
        read += 1
        if len(word) > 1 and not word.isspace():
            found[word] += 1
            if at <= _HEADING:
                found[_IN_HEADING + word] += 1
        if at > _HEADING or "\n" in word:
            break
    found.update(word for word in cut[read:] if len(word) > 1 and not word.isspace())
    return found


def read(text: str) -> WordModel:
    """A model as `training.themes` writes it."""
    data = json.loads(text)
    return WordModel(
        {theme: Theme(*map(float, row)) for theme, row in data["themes"].items()},
        {word: float(value) for word, value in data["seldom"].items()},
        {word: tuple((theme, float(weight)) for theme, weight in row.items()) for word, row in data["told"].items()},
    )


@cache
def shipped() -> WordModel:
    """What the written bulletins taught."""
    return read((resources.files("resources") / "models" / FILE).read_text(encoding="utf-8"))
