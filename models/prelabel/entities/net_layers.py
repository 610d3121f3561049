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
        most = float(np.abs(self.whole).sum(axis=0, dtype=np.float64).max(initial=1))
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
        whole = np.rint(rows * _GRID).astype(np.float64)
        size = rows.shape[1]
        mean = whole.sum(axis=1, keepdims=True) / size
        spread = np.square(whole).sum(axis=1, keepdims=True) / size - mean * mean
        normed: Doubles = (whole - mean) / np.sqrt(spread + _EPSILON) * self.weight + self.bias
        return normed.astype(np.float32)


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
    return np.rint(rows / step), step


def _attended(rows: Floats, heads: int) -> Floats:
    """What each place takes from all others, head by head; ROWS hold queries, keys and values side by side."""
    count, width = rows.shape
    size = width // 3 // heads
    query, key, value = np.ascontiguousarray(rows.reshape(count, 3, heads, size).transpose(1, 2, 0, 3))
    steps = int(sqrt(EXACT // size))
    (query, asked), (key, told) = stepped(query, steps), stepped(key, steps)
    scores = query @ key.transpose(0, 2, 1)
    scores *= asked * np.float32(_FALL / sqrt(size))
    scores *= told.transpose(0, 2, 1)
    below = np.rint(scores.max(axis=2, keepdims=True) - scores)
    shares = _SHARES.take(np.minimum(below, _FLOOR).astype(np.intp))
    shares *= _WHOLE / shares.sum(axis=2, keepdims=True)
    np.floor(shares, out=shares)
    whole, step = stepped(value.transpose(0, 2, 1).reshape(heads, -1), _FINEST)
    found: Floats = shares @ whole.reshape(heads, size, count).transpose(0, 2, 1)
    found *= step[:, :, None] / shares.sum(axis=2, keepdims=True)
    return found.transpose(1, 0, 2).reshape(count, heads * size)


def _bent(rows: Floats) -> Floats:
    """The gelu of each number."""
    at = np.rint(np.clip(rows, -_BENT, _BENT) * np.float32(_BEND)).astype(np.intp) + _BENT * _BEND
    return np.where(rows > _BENT, rows, _GELU.take(at))
