"""A linear-chain CRF on numpy: decoding of many units at once, exact probabilities of spans, gradients for training.

Lafferty, McCallum and Pereira 2001; scaled forward-backward as in Rabiner 1989. Written here rather than taken from a
library because a bulletin is scored as whole arrays (no string per character and feature), because a span's exact
probability is wanted, and because a project's own work trains on from the weights that the program carries.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
_NEVER = -(10**8)
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
    """Forward and backward sums of padded units, as exact as EMISSIONS are."""
    time, width, _ = emissions.shape
    kind = emissions.dtype
    peak = emissions.max(axis=2, keepdims=True)
    emit = np.exp(emissions - peak)
    step = np.exp(chain.trans.astype(kind))
    alpha = np.empty_like(emit)
    beta = np.empty_like(emit)
    scale = np.ones((time, width, 1), kind)
    now = np.exp(chain.start.astype(kind))[None, :] * emit[0]
    for t in range(time):
        if t:
            now = np.where(mask[t][:, None], (now @ step) * emit[t], now)
        scale[t] = np.where(mask[t][:, None], now.sum(axis=1, keepdims=True), 1)
        now = now / scale[t]
        alpha[t] = now
    last = np.exp(chain.end.astype(kind))[None, :]
    total = (now * last).sum(axis=1)
    back = np.repeat(last, width, axis=0)
    for t in range(time - 1, -1, -1):
        beta[t] = back
        if t:
            back = np.where(mask[t][:, None], (back * emit[t] / scale[t]) @ step.T, back)
    beta /= total[None, :, None]
    log_z = (np.log(scale[:, :, 0]) + np.where(mask, peak[:, :, 0], 0)).sum(axis=0) + np.log(total)
    return Lattice(alpha, beta, emit, scale, log_z)


@dataclass(frozen=True)
class Steps:
    """A chain's scores as whole steps, and which labels may follow which: decoding that is exact on every machine.

    FREE: labels after which a mention or nothing may begin. BEGIN: labels that may follow those. PAIRS: for each kind
    of mention its (first, inner) labels, and AFTER: its (inner, last) ones, which follow them alone.
    """

    trans: Ints
    start: Ints
    end: Ints
    free: npt.NDArray[np.intp]
    begin: npt.NDArray[np.intp]
    pairs: npt.NDArray[np.intp]
    after: npt.NDArray[np.intp]


def best(steps: Steps, emissions: Ints, mask: npt.NDArray[np.bool_]) -> list[Ints]:
    """The highest scoring well-formed labels of each unit (Viterbi); of equal ones always the same.

    The units stand in the order of their lengths, as `batches` gives them: those that have ended are passed over.
    """
    time, width, labels = emissions.shape
    outer = steps.trans[np.ix_(steps.free, steps.begin)].T.copy()
    inner = steps.trans[steps.pairs[:, :, None], steps.after[:, None, :]].transpose(0, 2, 1).copy()
    back = np.zeros((time, width, labels), np.int8)
    first = np.full(labels, _NEVER, np.int32)
    first[steps.begin] = steps.start[steps.begin]
    score = first[None, :] + emissions[0]
    ended = np.searchsorted(mask.sum(axis=0), np.arange(time), side="right").tolist()
    for t in range(1, time):
        live = score[ended[t] :]
        moved = np.empty_like(live)
        paths = live[:, None, steps.free] + outer
        chosen = paths.argmax(axis=2)
        came = back[t, ended[t] :]
        came[:, steps.begin] = steps.free[chosen]
        moved[:, steps.begin] = paths.max(axis=2)
        into = live[:, steps.pairs][:, :, None, :] + inner
        second = into[:, :, :, 1] > into[:, :, :, 0]
        came[:, steps.after] = np.where(second, steps.pairs[:, 1:], steps.pairs[:, :1])
        moved[:, steps.after] = into.max(axis=3)
        score[ended[t] :] = moved + emissions[t, ended[t] :]
    last = np.full(labels, _NEVER, np.int32)
    last[steps.free] = steps.end[steps.free]
    here = (score + last[None, :]).argmax(axis=1)
    return _walked(back, here, mask)


def _walked(back: npt.NDArray[np.int8], here: npt.NDArray[np.intp], mask: npt.NDArray[np.bool_]) -> list[Ints]:
    found = np.zeros(mask.shape, np.int32)
    column = np.arange(mask.shape[1])
    for t in range(len(mask) - 1, -1, -1):
        found[t] = here
        if t:
            here = np.where(mask[t], back[t, column, here], here)
    return [found[:length, n].copy() for n, length in enumerate(mask.sum(axis=0))]


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
