"""The network of LAC in whole numbers: two bidirectional layers of gated units, then a chain of labels.

Weights are whole numbers of 8 bits and what flows between them whole numbers of 10, so that every sum of products is
exact in single precision whatever its order: the same text has the same labels on every machine, with any number of
threads, in any batch. (Jacob et al., Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only
Inference, CVPR 2018; the gated unit is that of Cho et al. 2014 with the gate on the new state, as LAC has it.)
What is not a product of matrices goes one number at a time, in the order written here, and is never left to a library
whose last bit depends on the machine: curves are read from tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, tanh

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.int8]
Ints = npt.NDArray[np.int32]

ONE = 512
"""How many steps a state has from 0 to 1."""
EXACT = 1 << 24
"""Whole numbers below this are exact in single precision."""
STEPS = 1024
"""Emissions and the chain are counted in steps of 1 / STEPS."""
_MOST = 100_000
"""No emission is larger, in steps: sums over a sentence stay whole numbers of 32 bits."""
_GRID, _REACH = 128, 1024
"""The curves' tables: _GRID places from one whole number to the next, _REACH places on either side of 0."""


@dataclass(frozen=True)
class Matrix:
    """WHOLE [from, to] times SCALE [to] is the matrix."""

    whole: Floats
    scale: Floats

    @property
    def exact(self) -> bool:
        """Whether every sum of its products with steps of a state is exact."""
        return bool(np.abs(self.whole).sum(axis=0, dtype=np.float64).max(axis=0, initial=0) * ONE < EXACT)


@dataclass(frozen=True)
class Gated:
    """One direction of one layer: what comes in, and what the last state says to the gates and to the new state."""

    inward: Matrix
    bias: Floats
    gates: Matrix
    fresh: Matrix


@dataclass(frozen=True)
class Net:
    """VECTORS [word, n] times SCALE enter the layers; OUTWARD and BIAS lead to the labels, CHAIN links those.

    CHAIN [from, to] in steps, its last two rows the scores of beginning and ending with a label.
    """

    vectors: Bytes
    scale: np.float32
    layers: tuple[tuple[Gated, Gated], ...]
    outward: Matrix
    bias: Floats
    chain: Ints

    def emissions(self, sentences: Sequence[Sequence[int]]) -> Ints:
        """Scores [time, sentence, label], in steps, of sentences given as numbers of words; none counts past an end."""
        longest, count = max(map(len, sentences)), len(sentences)
        words = np.zeros((longest, count), np.intp)
        back = np.repeat(np.arange(longest)[:, None], count, axis=1)
        for n, sentence in enumerate(sentences):
            words[: len(sentence), n] = sentence
            back[: len(sentence), n] = np.arange(len(sentence))[::-1]
        column = np.arange(count)[None, :]
        state, scale = self.vectors[words].astype(np.float32), self.scale
        for ahead, behind in self.layers:
            forward = _states(ahead, _into(ahead, state, scale))
            backward = _states(behind, _into(behind, state, scale)[back, column])[back, column]
            state, scale = np.concatenate([forward, backward], axis=2), np.float32(1 / ONE)
        found = ((state @ self.outward.whole) * (self.outward.scale * scale) + self.bias) * np.float32(STEPS)
        steps: Ints = np.rint(np.clip(found, -_MOST, _MOST)).astype(np.int32)
        return steps

    def labels(self, emissions: Ints, lengths: Sequence[int]) -> list[Ints]:
        """The best labels of each sentence (Viterbi); of equal ones always the same."""
        time, count, width = emissions.shape
        links, first, last = self.chain[:-2].T.copy(), self.chain[-2], self.chain[-1]
        back = np.zeros((time, count, width), np.int16)
        score = first[None, :] + emissions[0]
        ends = np.array(lengths)
        for t in range(1, time):
            paths = score[:, None, :] + links[None, :, :]
            back[t] = paths.argmax(axis=2)
            moved = paths.max(axis=2) + emissions[t]
            score = np.where((t < ends)[:, None], moved, score)
        here = (score + last[None, :]).argmax(axis=1)
        found = np.zeros((time, count), np.int32)
        column = np.arange(count)
        for t in range(time - 1, -1, -1):
            found[t] = here
            if t:
                here = np.where(t < ends, back[t, column, here], here)
        return [found[:length, n].copy() for n, length in enumerate(lengths)]


def _into(part: Gated, state: Floats, scale: np.float32) -> Floats:
    """What a layer is told from below, of all places at once, in places of the curves' tables."""
    time, count, width = state.shape
    found: Floats = state.reshape(time * count, width) @ part.inward.whole
    found *= part.inward.scale * (scale * np.float32(_GRID))
    found += part.bias * np.float32(_GRID)
    return found.reshape(time, count, -1)


def _states(part: Gated, told: Floats) -> Floats:
    """The states, in whole steps, from the first place to the last."""
    time, count, width = told.shape
    size = width // 3
    gate_scale, fresh_scale = (matrix.scale * np.float32(_GRID / ONE) for matrix in (part.gates, part.fresh))
    exact = whole = np.zeros((count, size), np.float32)
    found = np.empty((time, count, size), np.float32)
    share = np.float32(1 / ONE)
    for t in range(time):
        gates = whole @ part.gates.whole
        gates *= gate_scale
        gates += told[t, :, : 2 * size]
        gates = _read(_SIGMOID, gates)
        heard = gates[:, size:] * whole
        heard *= share
        fresh = np.rint(heard, out=heard) @ part.fresh.whole
        fresh *= fresh_scale
        fresh += told[t, :, 2 * size :]
        fresh = _read(_TANH, fresh)
        fresh -= exact
        fresh *= gates[:, :size]
        fresh *= share
        exact = exact + fresh
        whole = np.rint(exact, out=found[t])
    return found


def _read(table: Floats, places: Floats) -> Floats:
    """A curve at these places of its table, counted from 0; PLACES is used up."""
    np.rint(places, out=places)
    np.maximum(places, -_REACH, out=places)
    np.minimum(places, _REACH, out=places)
    places += np.float32(_REACH)
    return table.take(places.astype(np.intp))


_PLACES = [n / _GRID for n in range(-_REACH, _REACH + 1)]
_TANH = np.array([round(ONE * tanh(x)) for x in _PLACES], np.float32)
_SIGMOID = np.array([round(ONE / (1 + exp(-x))) for x in _PLACES], np.float32)
