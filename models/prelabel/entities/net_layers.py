"""A small transformer in whole numbers (Vaswani et al., Attention Is All You Need, 2017; layer norms behind the sums).

What is multiplied are whole numbers of so few bits that every sum of products is exact, in whatever order it is made;
a layer norm's sums are of whole numbers as well, curves are read from tables, and all else goes one number at a time.
So the same text is read alike on every machine, with any number of threads. (Kim et al., I-BERT: Integer-only BERT
Quantization, ICML 2021, does the same with polynomials.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import erf, exp, sqrt

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Codes = npt.NDArray[np.intp]

EXACT = (1 << 24) - 1
"""Whole numbers up to this are exact in single precision."""
_FINEST = 1023
"""No number that enters a product has more steps from 0 to its row's largest."""
_GRID = np.float32(1024)
"""A layer norm sees its input in steps of one 1024th."""
_EPSILON = 1e-12 * 1024**2
_BEND, _BENT = 128, 8
"""The gelu's table has 128 places from one whole number to the next and ends at 8, from where on it is the identity."""
_FALL, _FLOOR, _SHARE = 64, 1023, 4095
"""The softmax's table: places from one whole number to the next, how many, and the largest share."""
_WHOLE = np.float32(EXACT // _FINEST)
"""All shares together are at most so many, so that their products with values add up exactly."""


def _gelu(x: float) -> float:
    return round(x * (1 + erf(x / sqrt(2))) / 2 * 4096) / 4096


_GELU = np.array([_gelu(n / _BEND) for n in range(-_BENT * _BEND, _BENT * _BEND + 1)], np.float32)
_SHARES = np.array([round(_SHARE * exp(-n / _FALL)) for n in range(_FLOOR + 1)], np.float32)


@dataclass(frozen=True)
class Linear:
    """WHOLE [from, to] times SCALE [to], and BIAS [to]."""

    whole: Floats
    scale: Floats
    bias: Floats

    @cached_property
    def steps(self) -> int:
        """How many steps from 0 to the largest number of a row may enter, so that all sums are exact."""
        most = float(np.abs(self.whole).sum(axis=0, dtype=np.float64).max(axis=0, initial=1))
        return int(min(_FINEST, EXACT // most))

    def __call__(self, rows: Floats) -> Floats:
        whole, step = stepped(rows, self.steps)
        found: Floats = whole @ self.whole
        found *= step * self.scale
        found += self.bias
        return found


@dataclass(frozen=True)
class Norm:
    """A layer norm."""

    weight: Floats
    bias: Floats

    def __call__(self, rows: Floats) -> Floats:
        whole: Doubles = np.rint(rows * _GRID).astype(np.float64)
        size = rows.shape[1]
        mean = whole.sum(axis=1, keepdims=True) / size
        spread = np.square(whole).sum(axis=1, keepdims=True) / size - mean * mean
        whole -= mean
        whole /= np.sqrt(spread + _EPSILON)
        whole *= self.weight
        whole += self.bias
        return whole.astype(np.float32)


@dataclass(frozen=True)
class Layer:
    """Attention and, place by place, two linear maps; each added to what came in and normed."""

    attend: Linear
    gather: Linear
    first: Norm
    widen: Linear
    narrow: Linear
    second: Norm

    def __call__(self, rows: Floats, heads: int) -> Floats:
        rows = self.first(rows + self.gather(_attended(self.attend(rows), heads)))
        return self.second(rows + self.narrow(_bent(self.widen(rows))))


@dataclass(frozen=True)
class Net:
    """VECTORS [character, n] times SIZES [character] and PLACES [place, n] enter; OUTWARD leads to the labels, BEGINS
    to the kinds of sections that may begin at a place."""

    vectors: npt.NDArray[np.int8]
    sizes: Floats
    places: Floats
    entry: Norm
    layers: tuple[Layer, ...]
    heads: int
    outward: Linear
    begins: Linear

    def __call__(self, characters: Sequence[int]) -> tuple[Floats, Floats]:
        """Scores [place, label] and [place, kind] of one run of characters, given as numbers; no longer than PLACES."""
        chosen = np.array(characters, np.intp)
        rows = self.vectors[chosen].astype(np.float32) * self.sizes[chosen, None] + self.places[: len(chosen)]
        rows = self.entry(rows)
        for layer in self.layers:
            rows = layer(rows, self.heads)
        return self.outward(rows), self.begins(rows)


def stepped(rows: Floats, steps: int) -> tuple[Floats, Floats]:
    """The numbers along the last axis in so many whole steps, and how large the step is."""
    largest: Floats = np.abs(rows).max(axis=-1, keepdims=True)
    largest[largest == 0] = 1
    step: Floats = largest / np.float32(steps)
    whole = rows / step
    return np.rint(whole, out=whole), step


def _attended(rows: Floats, heads: int) -> Floats:
    """What each place takes from all others; ROWS hold queries, keys and values side by side."""
    count, width = rows.shape
    size = width // 3 // heads
    query, key, value = np.ascontiguousarray(rows.reshape(count, 3, heads, size).transpose(1, 2, 0, 3))
    steps = int(sqrt(EXACT // size))
    (query, asked), (key, told) = stepped(query, steps), stepped(key, steps)
    value, step = stepped(value.transpose(0, 2, 1).reshape(heads, -1), _FINEST)
    value = value.reshape(heads, size, count).transpose(0, 2, 1)
    asked *= np.float32(_FALL / sqrt(size))
    found = np.empty((count, heads, size), np.float32)
    for head in range(heads):  # one after another: what a head works on fits into a processor's own memory
        scores = query[head] @ key[head].T
        scores *= asked[head]
        scores *= told[head].T
        shares = _shared(scores)
        found[:, head] = shares @ value[head] * (step[head] / shares.sum(axis=1, keepdims=True))
    return found.reshape(count, heads * size)


def _shared(scores: Floats) -> Floats:
    """The softmax of each row, in whole shares; the scores are used up."""
    np.subtract(scores.max(axis=1, keepdims=True), scores, out=scores)
    np.rint(scores, out=scores)
    shares: Floats = _SHARES.take(scores.astype(np.intp), mode="clip")
    shares *= _WHOLE / shares.sum(axis=1, keepdims=True)
    return np.floor(shares, out=shares)


def _bent(rows: Floats) -> Floats:
    """The gelu of each number."""
    at = np.rint(rows * np.float32(_BEND)).astype(np.intp)
    at += _BENT * _BEND
    found: Floats = _GELU.take(at, mode="clip")
    np.copyto(found, rows, where=rows > _BENT)
    return found
