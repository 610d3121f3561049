"""A linear-chain CRF on numpy: decoding of many units at once, exact probabilities of spans, gradients for training.

Lafferty, McCallum and Pereira 2001; scaled forward-backward as in Rabiner 1989. Written here rather than taken from a
library because a bulletin is scored as whole arrays (no string per character and feature), because a span's exact
probability is wanted, and because a project's own work trains on from the weights that the program carries.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Chain:
    """Transition scores [from, to], and those of beginning and ending with a label."""

    trans: Floats
    start: Floats
    end: Floats


@dataclass(frozen=True)
class Lattice:
    """Scaled forward and backward sums of units padded to one length: [time, unit, label]."""

    alpha: Floats
    beta: Floats
    emit: Floats
    """exp of the emissions, each row scaled to a maximum of one."""
    scale: Floats
    log_z: Floats


def padded(scores: Floats, units: Sequence[tuple[int, int]]) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Emissions [time, unit, label] of the rows that each unit takes in SCORES, and where they are no padding."""
    longest = max(end - start for start, end in units)
    emissions = np.zeros((longest, len(units), scores.shape[1]), np.float32)
    mask = np.zeros((longest, len(units)), np.bool_)
    for n, (start, end) in enumerate(units):
        emissions[: end - start, n] = scores[start:end]
        mask[: end - start, n] = True
    return emissions, mask


def lattice(chain: Chain, emissions: Floats, mask: npt.NDArray[np.bool_]) -> Lattice:
    """Forward and backward sums of padded units."""
    time, width, labels = emissions.shape
    peak = emissions.max(axis=2, keepdims=True)
    emit = np.exp(emissions - peak)
    step = np.exp(chain.trans)
    alpha = np.empty_like(emit)
    beta = np.empty_like(emit)
    scale = np.ones((time, width, 1), np.float32)
    now = np.exp(chain.start)[None, :] * emit[0]
    for t in range(time):
        if t:
            now = np.where(mask[t][:, None], (now @ step) * emit[t], now)
        scale[t] = np.where(mask[t][:, None], now.sum(axis=1, keepdims=True), 1)
        now = now / scale[t]
        alpha[t] = now
    last = np.exp(chain.end)[None, :]
    total = (now * last).sum(axis=1)
    back = np.repeat(last, width, axis=0)
    for t in range(time - 1, -1, -1):
        beta[t] = back
        if t:
            back = np.where(mask[t][:, None], (back * emit[t] / scale[t]) @ step.T, back)
    beta /= total[None, :, None]
    log_z = (np.log(scale[:, :, 0]) + np.where(mask, peak[:, :, 0], 0)).sum(axis=0) + np.log(total)
    return Lattice(alpha, beta, emit, scale, log_z)


def best(chain: Chain, emissions: Floats, mask: npt.NDArray[np.bool_]) -> list[Ints]:
    """The most probable labels of each unit (Viterbi)."""
    time, width, labels = emissions.shape
    back = np.zeros((time, width, labels), np.int32)
    score = chain.start[None, :] + emissions[0]
    for t in range(1, time):
        paths = score[:, :, None] + chain.trans[None, :, :]
        back[t] = paths.argmax(axis=1)
        moved = np.take_along_axis(paths, back[t][:, None, :], axis=1)[:, 0, :] + emissions[t]
        score = np.where(mask[t][:, None], moved, score)
    last = (score + chain.end[None, :]).argmax(axis=1)
    lengths = mask.sum(axis=0)
    found = np.zeros((time, width), np.int32)
    here = last.astype(np.int32)
    column = np.arange(width)
    for t in range(time - 1, -1, -1):
        found[t] = here
        if t:
            here = np.where(mask[t], back[t, column, here], here)
    return [found[: lengths[n], n].copy() for n in range(width)]


def span_probability(chain: Chain, sums: Lattice, unit: int, start: int, labels: Sequence[int]) -> float:
    """The probability that UNIT has LABELS, in order, from its position START on."""
    value = float(sums.alpha[start, unit, labels[0]])
    for n in range(1, len(labels)):
        at = start + n
        move = float(np.exp(chain.trans[labels[n - 1], labels[n]]))
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
