"""In which encoding a text file was written: UTF-8, UTF-16, GB18030 or Big5, found by how likely its characters are.

Each candidate that can read the bytes is scored by the log-likelihood of the characters it gives (a Zipf law over the
characters of `resources/encodings/common.txt`, fixed probabilities for everything else). A general detector knows a
hundred encodings that no bulletin is written in, and guesses wrongly on many a short or traditional Chinese text.
"""

from __future__ import annotations

import codecs
import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from models.errors import UserError
from models.text import REPLACEMENT, normalise

ENCODINGS = ("utf-8", "gb18030", "big5", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
"""What a dialog offers. cp950 is Big5 as Windows writes it, big5hkscs Big5 with Hong Kong's characters."""

_ALIASES = ("utf-8-sig", "utf-16", "utf-32", "utf-32-le", "utf-32-be", "gbk", "gb2312", "hz")

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WIDE_MARKS = ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"))
"""What programs write seldom, and begins like UTF-16 whose first character is NUL, which no text holds."""
_SAMPLE = 8192
_WORST = -12.0
"""The mean log-likelihood of the characters beyond ASCII that no text falls below; Chinese ones have about -7."""
_UNREADABLE = 0.1
"""The share of control characters and unreadable bytes from which on a file is no text."""
_PRIOR = {"utf-8": 12.0, "utf-16-le": -5.0, "utf-16-be": -5.0, "big5": 0.2, "cp950": 0.3, "big5hkscs": 0.1}
_EACH = 2.0
"""Bytes that pass as UTF-8 hardly ever do so by chance, the less the more of them there are; of Big5's dialects the one
of Windows is the commonest."""

_PUNCTUATION = "，。、：；“”（）《》！？…—·‧•「」『』【】‘’～〈〉％－／"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's characters as one encoding reads them (a byte-order mark still in front).

    `confidence` is the probability of `encoding` among those that can read the bytes, `alternatives` are the others
    that give other characters, best first. `replaced` counts what could not be read and became U+FFFD.
    """

    text: str
    encoding: str
    confidence: float
    alternatives: tuple[tuple[str, float], ...] = ()
    replaced: int = 0


def decode(raw: bytes, encoding: str | None = None) -> Decoded:
    """The characters of a file, in `encoding` where one is given, else in the likeliest.

    Raises UserError for an unknown encoding and, where none is given, for bytes that are no text.
    """
    if encoding is not None:
        return _as(raw, known(encoding), 1.0, ())
    for mark, name in (*_WIDE_MARKS, *_MARKS):
        if raw.startswith(mark) and (len(mark) < 4 or len(raw) % 4 == 0):
            return _as(raw, name, 1.0, ())
    if raw.isascii() and not normalise(raw.decode("ascii"))[1]:
        return Decoded(raw.decode("ascii"), "utf-8", 1.0)
    sample = _sample(raw)
    readings = _readings(sample, [name for name in ENCODINGS if _readable(raw, name)], strict=True)
    if not readings or not readings[0].plausible:
        # A byte was damaged, or UTF-16, which can read nearly anything, read what it should not.
        readings = _readings(sample, ENCODINGS, strict=False)
    best, *others = readings
    if not best.plausible:
        raise UserError(
            "This is no text in UTF-8, UTF-16, GB18030 or Big5. Save it as UTF-8 text, or name its encoding.",
            code="encoding.unknown",
        )
    weights = [math.exp(other.score - best.score) if other.plausible else 0.0 for other in others]
    total = 1 + sum(weights)
    chances = [(other.encoding, round(weight / total, 4)) for other, weight in zip(others, weights, strict=True)]
    return _as(raw, best.encoding, round(1 / total, 4), tuple(chances))


def known(encoding: str) -> str:
    """The encoding as Python calls it. Raises UserError for one that texts cannot be read in."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        name = encoding
    if name not in ENCODINGS + _ALIASES:
        raise UserError(
            f"Texts cannot be read as {encoding}. Use one of {', '.join(ENCODINGS)}.",
            code="encoding.unheard", encoding=encoding,
        )  # fmt: skip
    return "utf-8" if name == "utf-8-sig" else name


def _as(raw: bytes, name: str, confidence: float, alternatives: tuple[tuple[str, float], ...]) -> Decoded:
    try:
        return Decoded(raw.decode(name), name, confidence, alternatives)
    except UnicodeDecodeError:
        text = raw.decode(name, "replace")
        return Decoded(text, name, confidence, alternatives, text.count(REPLACEMENT))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What an encoding makes of the sample: its score, and whether a text could look like that."""

    encoding: str
    score: float
    plausible: bool


def _readings(sample: bytes, encodings: Iterable[str], *, strict: bool) -> list[_Reading]:
    """The readings of the sample, the likeliest first."""
    found: dict[str, _Reading] = {}
    for name in encodings:
        decoder = codecs.getincrementaldecoder(name)("strict" if strict else "replace")
        text = decoder.decode(sample, final=not strict)
        score = _likelihood(text)
        telling = "".join(char for char in text if not " " <= char <= "~")
        # Whatever passes as UTF-8 is UTF-8, of whatever script.
        plausible = _likelihood(telling) >= _WORST * len(telling) or (strict and name == "utf-8")
        plausible &= normalise(text)[1] + text.count(REPLACEMENT) <= _UNREADABLE * len(text)
        score += _PRIOR.get(name, 0.0)
        if name == "utf-8" and strict:
            score += _EACH * sum(not char.isascii() for char in text)
        # Two encodings that read the same characters are one answer, under the first one's name.
        found.setdefault(text, _Reading(name, score, plausible))
    return sorted(found.values(), key=lambda reading: (not reading.plausible, -reading.score))


def _readable(raw: bytes, name: str) -> bool:
    try:
        raw.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _sample(raw: bytes) -> bytes:
    """A stretch with bytes that tell encodings apart, from an even place for the sake of UTF-16."""
    first = next((at for at, byte in enumerate(raw) if byte >= 0x80 or byte == 0), 0)
    start = 0 if first < _SAMPLE // 2 else first - first % 2
    return raw[start : start + _SAMPLE]


def _likelihood(text: str) -> float:
    return sum(_log_p(char) for char in text)


@cache
def _ranks() -> dict[str, int]:
    text = (resources.files("resources") / "encodings" / "common.txt").read_text(encoding="utf-8")
    return {char: rank for rank, char in enumerate("".join(text.split()))}


@cache
def _log_p(char: str) -> float:
    """The logarithm of how often a character occurs in a Chinese text, in orders of magnitude."""
    rank = _ranks().get(char)
    if rank is not None:
        return math.log(0.1 / (rank + 10))
    code = ord(char)
    category = unicodedata.category(char)
    if char in _PUNCTUATION or char in "\u3000\n":
        exponent = -2.0
    elif 0x20 <= code < 0x7F or char in "\t\r\ufeff":
        exponent = -2.5
    elif 0xC0 <= code < 0x180:
        exponent = -3.0
    elif 0xFF01 <= code < 0xFF5F:
        exponent = -4.0
    elif 0x391 <= code < 0x3CA or 0x410 <= code < 0x450:
        exponent = -5.5
    elif category in ("Cc", "Cn", "Co", "Cs") or char == REPLACEMENT:
        exponent = -11.0
    elif 0x4E00 <= code < 0xA000:
        exponent = -7.0
    elif code >= 0x2000 and category in ("So", "Sm", "Po", "Ps", "Pe", "Pd", "Nl", "No", "Zs", "Cf"):
        exponent = -5.0
    else:
        exponent = -8.0
    return exponent * math.log(10)
