"""What is known about every character, as rows of 32-bit fingerprints: a column a template, 0 where it says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from models.prelabel.entities.cues import Found
from models.prelabel.entities.lac import Seen
from models.prelabel.entities.words import Word

Bits = npt.NDArray[np.uint64]
Codes = npt.NDArray[np.int64]

_KINDS = ("", "hold", "attend", "speak", "member", "link", "prep", "study", "praise", "lead", "whole", "credit")
_KIND_CODES = {kind: code for code, kind in enumerate(_KINDS)}
_CLAUSE = re.compile("[，。、；：！？\n“”（）《》]")

GROUPS: tuple[tuple[str, ...], ...] = (
    ("place", "placeshort"),
    ("site",),
    ("known", "short", "body"),
    ("numbered", "weak"),
    ("happening", "party", "head"),
    ("title",),
    ("famous", "person", "perhaps", "nick"),
    ("time", "vague"),
    ("doc",),
    ("quoted", "quotedbody", "quote"),
    ("org",),
    ("event",),
    ("site+",),
    ("again",),
    ("post",),
    ("own:PER", "own:ORG", "own:LOC", "own:TIME", "own:TITLE", "own:EVENT", "own:DOC"),
)
"""Kinds of cues that share a column; where two cover a character the earlier one counts."""
PLACE, SITE, BODY, WEAK, HEAD, TITLE, PERSON, TIME, DOC, QUOTE, ORG, EVENT, SPOT, AGAIN, POST, OWN = range(len(GROUPS))

_SPREAD, _HALF, _LOW, _NEVER_NONE = np.uint64(0xBF58476D1CE4E5B9), np.uint64(29), np.uint64(16), np.uint32(1)
"""How the bits of a fingerprint are spread; its last bit is set, as 0 says nothing."""
PLAIN = 17
"""How many templates, the first ones, look at characters and words alone, not at lexicons and rules."""


@lru_cache(maxsize=65536)
def _word_code(string: str) -> int:
    return crc32(string.encode("utf-8", "surrogatepass"))


def rows_of(piece: str, words: list[Word], found: Found, seen: Seen | None = None) -> npt.NDArray[np.uint32]:
    """The fingerprints [character, template] of a piece, all of whose characters are in WORDS.

    SEEN, what LAC says of it, has templates of its own behind all others.
    """
    size = len(piece)
    chars = _characters(piece)
    place, word, tag, kind, before, after = _word_columns(size, words)
    cues = np.stack([_marks(size, found, group) for group in GROUPS])
    ahead, line = _ahead(piece, found), _line(piece)
    return _fingerprints(chars, place, word, tag, kind, before, after, cues, ahead, line, seen)


def _characters(piece: str) -> Codes:
    codes = np.frombuffer(piece.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    codes = np.where((codes >= 48) & (codes <= 57), 48, codes)
    codes = np.where((codes >= 97) & (codes <= 122), 97, codes)
    return np.where((codes >= 65) & (codes <= 90), 65, codes)


def _word_columns(size: int, words: list[Word]) -> tuple[Codes, Codes, Codes, Codes, list[Codes], list[Codes]]:
    count = len(words)
    lengths = np.fromiter([word.end - word.start for word in words], np.int64, count)
    code = np.fromiter([_word_code(word.string) for word in words], np.int64, count)
    tags = np.fromiter([_word_code(word.tag if word.known else word.tag + "?") for word in words], np.int64, count)
    kinds = np.fromiter([_KIND_CODES[word.kind] for word in words], np.int64, count)
    index = np.repeat(np.arange(count), lengths)
    offset = np.arange(size) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    length = np.repeat(lengths, lengths)
    place = np.where(length == 1, 0, np.where(offset == 0, 1, np.where(offset == length - 1, 3, 2)))
    place += 4 * np.minimum(length, 4)

    def shifted(column: Codes, by: int) -> Codes:
        wide = np.concatenate([np.full(2, -1, np.int64), column, np.full(2, -1, np.int64)])
        return wide[2 + by : 2 + by + count][index]

    before = [shifted(code, -1), shifted(tags, -1), shifted(kinds, -1), shifted(tags, -2)]
    after = [shifted(code, 1), shifted(tags, 1), shifted(kinds, 1), shifted(tags, 2)]
    return place, code[index], tags[index], kinds[index], before, after


def _marks(size: int, found: Found, group: tuple[str, ...]) -> Codes:
    """For each character 0 outside, else which kind of the group and whether its first, inner, last or only one."""
    column = np.zeros(size, np.int64)
    for rank in range(len(group) - 1, -1, -1):
        base = 1 + 4 * rank
        for start, end in found.cues.get(group[rank], ()):
            if end - start == 1:
                column[start] = base + 3
            else:
                column[start] = base
                column[start + 1 : end - 1] = base + 1
                column[end - 1] = base + 2
    return column


def _ahead(piece: str, found: Found) -> tuple[Codes, Codes]:
    """For each character the nearest head of its clause at or after it, and the nearest that ended before it."""
    marks = [(match.start(), match.end(), 0) for match in _CLAUSE.finditer(piece)]
    for code, kind in enumerate(("title", "body", "head", "site", "weak", "person"), 1):
        marks += [(start, end, code) for start, end in found.cues.get(kind, ())]
    starts, _, heads = np.array([*sorted(marks), (len(piece), 0, 0)], np.int64).T
    ends, tails = np.array([(0, 0), *sorted((end, code) for _, end, code in marks)], np.int64).T
    at = np.arange(len(piece))
    return heads[np.searchsorted(starts, at, "right")], tails[np.searchsorted(ends, at, "right") - 1]


def _line(piece: str) -> Codes:
    """How long the line is and how near the character stands to its beginning or end."""
    sizes = np.fromiter(map(len, piece.splitlines(keepends=True)), np.int64)
    size = np.repeat(sizes, sizes)
    column = np.arange(len(piece)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    length = np.searchsorted((8, 16, 30), size, "right")
    return 1 + length * 4 + np.where(column < 2, column, np.where(column >= size - 3, 3, 2))


def _fingerprints(
    chars: Codes, place: Codes, word: Codes, tag: Codes, kind: Codes, before: list[Codes], after: list[Codes],
    cues: npt.NDArray[np.int64], ahead: tuple[Codes, Codes], line: Codes, seen: Seen | None,
) -> npt.NDArray[np.uint32]:  # fmt: skip
    columns: list[npt.NDArray[np.uint32]] = []

    def add(*values: Codes, when: Codes | None = None) -> None:
        columns.append(_mixed(len(columns) + 1, values, when))

    c = [near(chars, by) for by in range(-2, 3)]
    for values in ((c[2],), (c[1],), (c[3],), (c[0], c[1]), (c[1], c[2]), (c[2], c[3]), (c[3], c[4])):
        add(*values)
    add(word, place)
    add(before[0])
    add(after[0])
    add(tag, place)
    add(before[1], tag, place)
    add(tag, place, after[1])
    add(before[3], before[1], place)
    add(kind, place, when=kind)
    add(before[2], place)
    add(after[2], place)
    for group in range(len(GROUPS)):
        add(cues[group], when=cues[group])
    add(cues[BODY], cues[TITLE])
    add(cues[PERSON], cues[TITLE])
    add(cues[ORG], tag, place, when=cues[ORG])
    add(cues[ORG], cues[EVENT], cues[PERSON])
    add(cues[EVENT], cues[QUOTE], when=cues[EVENT])
    add(cues[PLACE], cues[SITE], cues[BODY])
    add(cues[PERSON], before[2], after[2])
    add(cues[TIME], cues[EVENT], when=cues[TIME])
    add(cues[ORG], near(cues[BODY], 1), near(cues[TITLE], 1))
    add(cues[SPOT], before[2], when=cues[SPOT])
    add(cues[SITE], cues[WEAK], after[1])
    add(near(cues[TITLE], -1), cues[PERSON])
    add(near(cues[PERSON], -1), near(cues[PERSON], 1))
    add(ahead[0], ahead[1])
    add(ahead[0], place, tag)
    add(line)
    add(line, cues[PERSON], when=cues[PERSON])
    add(cues[PERSON], tag, place, when=cues[PERSON])
    if seen is not None:
        _add_seen(add, seen, cues, place, tag)
    return np.stack(columns).T


def near(column: Codes, by: int) -> Codes:
    """The column of the characters BY places on, -1 past the ends; no more than two."""
    wide = np.concatenate([np.full(2, -1, np.int64), column, np.full(2, -1, np.int64)])
    return wide[2 + by : 2 + by + len(column)]


def _add_seen(add: Callable[..., None], seen: Seen, cues: npt.NDArray[np.int64], place: Codes, tag: Codes) -> None:
    """The templates of LAC: its words with their neighbours, its persons with the cues, and how likely they are."""
    starts = np.flatnonzero(np.append(True, seen.word[1:] != seen.word[:-1]))
    lengths = np.diff(np.append(starts, len(seen.word)))
    index, length = np.repeat(np.arange(len(starts)), lengths), np.repeat(lengths, lengths)
    offset = np.arange(len(index)) - np.repeat(starts, lengths)
    part = np.where(length == 1, 3, np.where(offset == 0, 0, np.where(offset == length - 1, 2, 1)))
    label = seen.label
    before2, before, after = (near(label[starts], by)[index] for by in (-2, -1, 1))
    name = np.where(seen.person, 1 + part, 0)
    add(name, when=name)
    add(label, part)
    add(before, label, part)
    add(label, part, after)
    add(before2, before, label)
    add(name, cues[ORG], when=name | cues[ORG])
    add(name, cues[PERSON], when=name | cues[PERSON])
    add(name, cues[BODY], cues[TITLE], when=name)
    add(name, cues[SITE], cues[PLACE], when=name)
    add(name, tag, place, when=name)
    add(near(name, -1), name, near(name, 1), when=name)
    add(seen.chance, when=seen.chance)
    add(seen.chance, label, part, when=seen.chance)


def _mixed(template: int, values: tuple[Codes, ...], when: Codes | None) -> npt.NDArray[np.uint32]:
    """One fingerprint a row, never 0 but where WHEN is."""
    if when is not None:
        said = np.flatnonzero(when)
        found = np.zeros(len(when), np.uint32)
        found[said] = _mixed(template, tuple(value.take(said) for value in values), None)
        return found
    mixed: Bits = np.full(len(values[0]), template * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF, np.uint64)
    for value in values:
        mixed ^= value.view(np.uint64)
        mixed *= _SPREAD
        mixed ^= mixed >> _HALF
    mixed >>= _LOW
    return mixed.astype(np.uint32) | _NEVER_NONE
