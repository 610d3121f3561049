"""Finding words in a text whatever their width, case or script: full and half width, traditional and simplified."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from opencc import OpenCC

from models.text import Span


def find_all(content: str, query: str) -> list[Span]:
    """Every place where `query` stands in `content`, in order, none overlapping another.

    Width, case and traditional or simplified forms do not matter, nor do line breaks that the page put between two
    characters. White space at the query's ends is left out; an empty query is found nowhere.
    """
    words = fold(query).split()
    if not words:
        return []
    gap = r"(?:[^\S\n]*\n\s*)?"
    pattern = r"\s+".join(gap.join(re.escape(char) for char in word) for word in words)
    return [hit.span() for hit in re.finditer(pattern, fold(content))]


def holds(content: str, query: str) -> bool:
    """Whether `query` stands in `content`, as `find_all` finds it; an empty query always does."""
    words = fold(query).split()
    return not words or bool(fold(query).strip() in fold(content) or find_all(content, query))


@lru_cache(maxsize=32)
def fold(text: str) -> str:
    """The text with every character in its plain form, as many characters as before."""
    return text.translate(_table(frozenset(text)))


def _table(chars: Iterable[str]) -> dict[int, str]:
    return {
        ord(char): plain for char in chars if not char.isascii() or char.isupper() if (plain := _plain(char)) != char
    }


@lru_cache(maxsize=40_000)
def _plain(char: str) -> str:
    """One character for one: where a plain form has several, the character stays."""
    if "\u4e00" <= char <= "\u9fff" or ord(char) > 0x33FF:
        simple = _converter().convert(char)
        char = simple if len(simple) == 1 else char
    wide = unicodedata.normalize("NFKC", char) if char not in "\u2028\u2029" else char
    char = wide if len(wide) == 1 else char
    lower = char.lower()
    return lower if len(lower) == 1 else char


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")
