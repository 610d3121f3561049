"""Type to find: does what was typed mean this name, by its characters, its pinyin, its initials or its English?"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from types import ModuleType

_EXACT, _START, _INSIDE, _PINYIN_START, _PINYIN_INSIDE, _WORDS = range(6)
_STEP = 10_000
_PLAIN = re.compile(r"[a-z0-9]+")


def match(query: str, names: Iterable[str]) -> int | None:
    """How well `query` fits the best of `names`: 0 is exact, larger is looser, None is not at all.

    Case, full width and white space in the query do not matter. A Chinese name is met by a part of it, by full pinyin,
    by initials or by any mixture, and every reading of a polyphone counts; other names are met by a part or by the
    beginnings of their words. An empty query fits everything equally.
    """
    typed = _folded(query)
    solid = "".join(typed.split())
    if not solid:
        return 0
    found = [score for name in names if name and (score := _score(typed, solid, _folded(name))) is not None]
    return min(found, default=None)


def _score(typed: str, solid: str, name: str) -> int | None:
    near = min(len(name), 99)
    if solid == name or typed.strip() == name:
        return _EXACT
    at = name.find(typed.strip())
    at = name.find(solid) if at < 0 else at
    if at >= 0:
        return (_INSIDE if at else _START) * _STEP + min(at, 99) * 100 + near
    if _PLAIN.search(solid) and not name.isascii():
        heard = _pinyin_at(solid, name)
        if heard is not None:
            return (_PINYIN_INSIDE if heard else _PINYIN_START) * _STEP + min(heard, 99) * 100 + near
    return _WORDS * _STEP + near if _words_begin(typed, name) else None


def _words_begin(typed: str, name: str) -> bool:
    """Whether every typed word begins a word of `name`, in the order of the name's words."""
    words = iter(re.findall(r"\w+", name))
    return all(any(word.startswith(part) for word in words) for part in typed.split())


def _pinyin_at(solid: str, name: str) -> int | None:
    """The first character from which on `solid` can be read as beginnings of the characters' readings."""
    for start in range(len(name)):
        reached = {0}
        for char in name[start:]:
            reached = {n for at in reached for n in _eaten(solid, at, char)}
            if len(solid) in reached:
                return start
            if not reached:
                break
    return None


def _eaten(solid: str, at: int, char: str) -> Iterable[int]:
    """How far the typed letters may reach once `char` has taken its share of them: at least one, punctuation none."""
    if not char.isalnum():
        yield at
        return
    for reading in (char, *readings(char)):
        taken = at
        for letter in reading:
            if taken == len(solid) or solid[taken] != letter:
                break
            taken += 1
            yield taken


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


@lru_cache(maxsize=20_000)
def readings(char: str) -> tuple[str, ...]:
    """Every reading of a character without tones, ü as v; empty for what has none."""
    if char.isascii():
        return ()
    found = _load().pinyin(char, style=_load().Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(dict.fromkeys(r.lower() for r in found[0] if r)) if found else ()


@lru_cache(maxsize=1)
def _load() -> ModuleType:
    """pypinyin, on first need: without its phrases it loads in half the time, and single characters need none."""
    before = os.environ.get("PYPINYIN_NO_PHRASES")
    os.environ["PYPINYIN_NO_PHRASES"] = "1"
    try:
        import pypinyin
    finally:
        if before is None:
            del os.environ["PYPINYIN_NO_PHRASES"]
        else:
            os.environ["PYPINYIN_NO_PHRASES"] = before
    return pypinyin
