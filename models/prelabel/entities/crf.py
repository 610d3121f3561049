"""A linear-chain CRF on numpy: decoding of many units at once, exact probabilities of spans, gradients for training.

Lafferty, McCallum and Pereira 2001; scaled forward-backward as in Rabiner 1989. Written here rather than taken from a
library because a bulletin is scored as whole arrays (no string per character and feature), because a span's exact
probability is wanted, and because a project's own work trains on from the weights that the program carries.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
NEVER = -(10**8)
"""A score that no path outweighs."""


Reals = npt.NDArray[np.floating[Any]]
Scores = TypeVar("Scores", Floats, Ints)


@dataclass(frozen=True)
class Chain:
    """Transition scores [from, to], and those of beginning and ending with a label."""

    trans: Floats
    start: Floats
    end: Floats


@dataclass(frozen=True)
class Lattice:
    """Scaled forward and backward sums of units padded to one length: [time, unit, label]."""

    alpha: Reals
    beta: Reals
    emit: Reals
    """exp of the emissions, each row scaled to a maximum of one."""
    scale: Reals
    log_z: Reals


def padded(scores: Scores, units: Sequence[tuple[int, int]]) -> tuple[Scores, npt.NDArray[np.bool_]]:
    """Emissions [time, unit, label] of the rows that each unit takes in SCORES, and where they are no padding."""
    longest = max(end - start for start, end in units)
    emissions = np.zeros((longest, len(units), scores.shape[1]), scores.dtype)
    mask = np.zeros((longest, len(units)), np.bool_)
    for n, (start, end) in enumerate(units):
        emissions[: end - start, n] = scores[start:end]
        mask[: end - start, n] = True
    return emissions, mask


def lattice(chain: Chain, emissions: Reals, mask: npt.NDArray[np.bool_]) -> Lattice:
    """Forward and backward sums of padded units in the order of their lengths, as exact as EMISSIONS are."""
    time, width, _ = emissions.shape
    kind, ended = emissions.dtype, _ended(mask)
    peak = emissions.max(axis=2, keepdims=True)
    emit = np.exp(emissions - peak)
    step = np.exp(chain.trans.astype(kind))
    alpha, beta = np.empty_like(emit), np.empty_like(emit)
    scale = np.ones((time, width, 1), kind)
    now = np.exp(chain.start.astype(kind))[None, :] * emit[0]
    room = np.empty_like(now)
    for t in range(time):
        live, scaled = now[ended[t] :], scale[t, ended[t] :]
        if t:  # all units are multiplied: products of fewer rows may be rounded otherwise
            np.matmul(now, step, out=room)
            np.multiply(room[ended[t] :], emit[t, ended[t] :], out=live)
        np.add.reduce(live, axis=1, keepdims=True, out=scaled)
        live /= scaled
        alpha[t] = now
    last = np.exp(chain.end.astype(kind))[None, :]
    total = (now * last).sum(axis=1)
    back, ahead = np.repeat(last, width, axis=0), np.empty_like(now)
    for t in range(time - 1, 0, -1):
        beta[t] = back
        np.multiply(back, emit[t], out=room)
        room /= scale[t]
        np.matmul(room, step.T, out=ahead)
        back[ended[t] :] = ahead[ended[t] :]
    beta[0] = back
    beta /= total[None, :, None]
    log_z = (np.log(scale[:, :, 0]) + np.where(mask, peak[:, :, 0], 0)).sum(axis=0) + np.log(total)
    return Lattice(alpha, beta, emit, scale, log_z)


@dataclass(frozen=True)
class Steps:
    """A chain's scores as whole steps, and which labels may follow which: decoding that is exact on every machine.

    TRANS holds NEVER where a label may not follow, START and END where none may begin or end. ORDER: the labels as
    decoding has them, so that those which may follow others stand together: for each kind of mention its inner one, for
    each its last one, the one outside, then for each kind its only and its first one.
    """

    trans: Ints
    start: Ints
    end: Ints
    order: npt.NDArray[np.intp]

    @cached_property
    def outer(self) -> Ints:
        """Scores [from, to, 1] between what ends a mention or is outside and what begins one or is outside."""
        return self.trans[np.ix_(self.order[self.ending], self.order[self.beginning])][:, :, None]

    @cached_property
    def inner(self) -> Ints:
        """Scores [first or inner, inner or last, kind, 1] within mentions."""
        inner, last = self.order[: self.kinds], self.order[self.kinds : 2 * self.kinds]
        first = self.order[-self.kinds :]
        return np.stack([[self.trans[a, b] for b in (inner, last)] for a in (first, inner)])[..., None]

    @cached_property
    def ending(self) -> slice:
        """The places in ORDER of what a mention may end with, and of what is outside."""
        return slice(self.kinds, 3 * self.kinds + 1)

    @cached_property
    def beginning(self) -> slice:
        """The places in ORDER of what is outside, and of what a mention may begin with."""
        return slice(2 * self.kinds, None)

    @property
    def kinds(self) -> int:
        """How many kinds of mention there are."""
        return len(self.order) // 4


def best(steps: Steps, emissions: Ints, mask: npt.NDArray[np.bool_]) -> list[Ints]:
    """The highest scoring well-formed labels of each unit (Viterbi); of equal ones always the same.

    The units stand in the order of their lengths, as `batches` gives them: those that have ended are passed over.
    """
    kinds, lengths, ended = steps.kinds, mask.sum(axis=0), _ended(mask)
    ways = np.ascontiguousarray(emissions.transpose(0, 2, 1)[:, steps.order])  # units last: they are worked on at once
    was = ways[0]
    was += steps.start[steps.order][:, None]
    for gone, now in zip(np.diff(ended).tolist(), ways[1:], strict=True):
        was = was[:, gone:]
        now = now[:, -was.shape[1] :]
        open_ = np.maximum(was[-kinds:] + steps.inner[0], was[:kinds] + steps.inner[1])
        into, out = now[: 2 * kinds], now[steps.beginning]
        np.add(into, open_.reshape(into.shape), out=into)
        np.add(out, np.maximum.reduce(was[steps.ending, None] + steps.outer, axis=0), out=out)
        was = now
    scores = np.ascontiguousarray(ways.transpose(0, 2, 1)[:, :, np.argsort(steps.order)])
    here = (scores[lengths - 1, np.arange(len(lengths))] + steps.end).argmax(axis=1)
    return _walked(steps, scores, here, lengths, ended)


def _walked(
    steps: Steps, scores: Ints, here: npt.NDArray[np.intp], lengths: npt.NDArray[np.intp], ended: Sequence[int]
) -> list[Ints]:
    """The way back from the labels HERE of the last positions; SCORES are those of the best way to each label."""
    found = np.zeros(scores.shape[:2], np.int32)
    into = steps.trans.T.copy()
    for t in range(len(scores) - 1, 0, -1):
        live = here[ended[t] :]
        found[t, ended[t] :] = live
        here[ended[t] :] = (scores[t - 1, ended[t] :] + into.take(live, axis=0)).argmax(axis=1)
    found[0] = here
    return [found[:length, n].copy() for n, length in enumerate(lengths)]


def _ended(mask: npt.NDArray[np.bool_]) -> list[int]:
    """For each position how many of the units, which stand in the order of their lengths, have ended before it."""
    ended: list[int] = np.searchsorted(mask.sum(axis=0), np.arange(len(mask)), side="right").tolist()
    return ended


def span_probability(chain: Chain, sums: Lattice, unit: int, start: int, labels: Sequence[int]) -> float:
    """The probability that UNIT has LABELS, in order, from its position START on."""
    value = float(sums.alpha[start, unit, labels[0]])
    for n in range(1, len(labels)):
        at = start + n
        move = exp(chain.trans[labels[n - 1], labels[n]])
        value *= move * float(sums.emit[at, unit, labels[n]]) / float(sums.scale[at, unit, 0])
    return min(1.0, value * float(sums.beta[start + len(labels) - 1, unit, labels[-1]]))


def batches(units: Sequence[tuple[int, int]], size: int) -> list[list[int]]:
    """Places in UNITS grouped by length so that a group padded has at most SIZE positions (or is a single unit)."""
    order = sorted(range(len(units)), key=lambda n: (units[n][1] - units[n][0], n))
    found: list[list[int]] = []
    for n in order:
        length = units[n][1] - units[n][0]
        if found and length * (len(found[-1]) + 1) <= size:
            found[-1].append(n)
        else:
            found.append([n])
    return found
