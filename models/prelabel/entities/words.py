"""Words of a piece with rjieba's tags, the class each belongs to, and whether the dictionary has it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import rjieba

from models.prelabel.entities.lexicons import lexicons


class Word(NamedTuple):
    """A word: its range in the piece, rjieba's part of speech, its class ("" for most), and whether it is KNOWN to the
    dictionary rather than put together by rjieba's guess."""

    start: int
    end: int
    string: str
    tag: str
    kind: str
    known: bool


def words_of(piece: str) -> list[Word]:
    """The words of a piece, in order, all of it."""
    found = []
    here = 0
    for string, tag in rjieba.tag(piece):
        end = here + len(string)
        found.append(Word(here, end, string, *_facts(string, tag)))
        here = end
    return found


_NAMES = frozenset(("nr", "nrt", "nrfg"))
_WRITTEN = frozenset(("m", "eng", "x"))
"""Numbers, Latin words, signs: no question of a dictionary."""


@lru_cache(maxsize=65536)
def _facts(string: str, tag: str) -> tuple[str, str, bool]:
    """Of a word and rjieba's tag for it: what it is, its class, and whether the dictionary knows it."""
    if tag in _NAMES:
        tag = _ordinary().get(string, tag)
    known = len(string) == 1 or tag in _WRITTEN or len(rjieba.cut(string, False)) == 1
    return tag, _classes().get(string, ""), known


@cache
def _ordinary() -> dict[str, str]:
    """Words that the dictionary calls names and that are none, with what they are."""
    tags = {"nouns": "n", "verbs": "v", "adjectives": "a"}
    return {word: tag for section, tag in tags.items() for word in lexicons().words("ordinary", section)}


@cache
def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for section in ("credit", "member", "lead", "praise", "study", "whole", "prep", "link", "speak", "attend", "hold"):
        for word in lexicons().words("classes", section):
            found[word] = section
    return found
