"""The words that speak for themes, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.prelabel.pairs import Pairs, pairs_of


@dataclass(frozen=True)
class Index:
    """Every word that speaks for a theme, with the themes' places in the taxonomy and its weight for each."""

    words: dict[str, tuple[tuple[int, float], ...]]
    lengths: dict[str, tuple[int, ...]]
    """How long the words are that begin with two characters, or are one, the longest first."""
    begins: Pairs
    """Where a word may begin."""
    above: frozenset[int]
    """The places of themes that others hang below by their id ("party" over "party.study")."""

    def found(self, text: str) -> dict[str, list[int]]:
        """Where each word stands; of words that overlap the longest is taken, from the left."""
        hits: dict[str, list[int]] = {}
        until = 0
        for at in self.begins.places(text):
            lengths = self.lengths.get(text[at : at + 2]) or self.lengths.get(text[at], ())
            for length in lengths if at >= until else ():
                word = text[at : at + length]
                if word in self.words:
                    hits.setdefault(word, []).append(at)
                    until = at + length
                    break
        return hits


def indexed(words: Mapping[str, Mapping[int, float]], above: frozenset[int]) -> Index:
    """The index of words, each with its weight by place. ABOVE: as there."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[:2], set()).add(len(word))
        if len(word) > 1 and word[0] in words:
            lengths[word[:2]].add(1)
    return Index(
        {word: tuple(rows.items()) for word, rows in words.items()},
        {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()},
        pairs_of(words),
        above,
    )
