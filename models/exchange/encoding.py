"""In which encoding a text file was written: UTF-8, UTF-16, GB18030 or Big5, found by how likely its characters are.

Each candidate that can read the bytes is scored by the log-likelihood of the characters it gives (a Zipf law over the
characters of `resources/encodings/common.txt`, fixed probabilities for everything else). A general detector knows a
hundred encodings that no bulletin is written in, and guesses wrongly on many a short or traditional Chinese text.
"""

from __future__ import annotations

import codecs
import math
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

from models.errors import UserError
from models.text import REPLACEMENT, normalise

ENCODINGS = ("utf-8", "gb18030", "big5", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
"""What a dialog offers. cp950 is Big5 as Windows writes it, big5hkscs Big5 with Hong Kong's characters."""

_ALIASES = ("utf-8-sig", "utf-16", "gbk", "gb2312", "hz")

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 8192
_UNREADABLE = 0.1
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
        return _forced(raw, encoding)
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _as(raw, name, 1.0, ())
    if raw.isascii() and not normalise(raw.decode("ascii"))[1]:
        return Decoded(raw.decode("ascii"), "utf-8", 1.0)
    ranked = _ranked(raw)
    best, confidence = ranked[0]
    found = _as(raw, best, confidence, tuple(ranked[1:]))
    wrong = found.replaced + normalise(found.text)[1]
    if wrong > _UNREADABLE * len(found.text):
        raise UserError(
            "This is no text in UTF-8, UTF-16, GB18030 or Big5. Save it as UTF-8 text, or name its encoding.",
            code="encoding.unknown",
        )
    return found


def _forced(raw: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        name = encoding
    if name not in ENCODINGS + _ALIASES:
        raise UserError(
            f"Texts cannot be read as {encoding}. Use one of {', '.join(ENCODINGS)}.",
            code="encoding.unheard", encoding=encoding,
        )  # fmt: skip
    return _as(raw, "utf-8" if name == "utf-8-sig" else name, 1.0, ())


def _as(raw: bytes, name: str, confidence: float, alternatives: tuple[tuple[str, float], ...]) -> Decoded:
    try:
        return Decoded(raw.decode(name), name, confidence, alternatives)
    except UnicodeDecodeError:
        text = raw.decode(name, "replace")
        return Decoded(text, name, confidence, alternatives, text.count(REPLACEMENT))


def _ranked(raw: bytes) -> list[tuple[str, float]]:
    """The encodings that can read the bytes with their probabilities, the likeliest first; all where none can."""
    strict = [name for name in ENCODINGS if _readable(raw, name)]
    sample = _sample(raw)
    scored: dict[str, tuple[str, float]] = {}
    for name in strict or ENCODINGS:
        text = codecs.getincrementaldecoder(name)("strict" if strict else "replace").decode(sample, final=not strict)
        # Two encodings that read the same characters are one answer, under the first one's name.
        score = _likelihood(text) + _PRIOR.get(name, 0.0)
        if name == "utf-8":
            score += _EACH * sum(not char.isascii() for char in text)
        scored.setdefault(text, (name, score))
    top = max(score for _, score in scored.values())
    weights = [(name, math.exp(max(score - top, -700.0))) for name, score in scored.values()]
    total = sum(weight for _, weight in weights)
    return sorted(((name, round(weight / total, 4)) for name, weight in weights), key=lambda pair: -pair[1])


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
