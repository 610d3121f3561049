"""Training of the tagger's weights: stochastic gradients of the likelihood, AdaGrad steps, averaged at the end.

The same examples, seed and numpy give the same weights. `start` lets training go on from weights that are there: then
L2 pulls towards them rather than towards zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.prelabel.entities.crf import Chain, Floats, Ints, Lattice, batches, lattice, padded
from models.prelabel.entities.model import TAGS, Model

_BATCH = 4096


@dataclass(frozen=True)
class Sample:
    """Units for training: ROWS of fingerprints and GOLD tags of all their characters, one after another."""

    rows: npt.NDArray[np.uint32]
    gold: npt.NDArray[np.int64]
    units: list[tuple[int, int]]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train. DROP is the share of features left out at each step, so that none comes to be trusted alone."""

    epochs: int = 12
    rate: float = 0.25
    l2: float = 0.02
    drop: float = 0.15
    least: int = 2
    seed: int = 1


@dataclass(frozen=True)
class _Batch:
    places: Ints
    """[character, template] rows of the weights."""
    gold: npt.NDArray[np.int64]
    spans: list[tuple[int, int]]
    order: npt.NDArray[np.int64]
    """The cells of PLACES sorted by the row they name."""
    touched: Ints
    bounds: npt.NDArray[np.int64]
    weight: float


def fit(
    samples: Sequence[Sample], settings: Settings, start: Model | None = None, evidence: tuple[str, ...] = ()
) -> Model:
    """A model of the samples; calibration and evidence are left as START has them, else EVIDENCE is what they hold."""
    keys = _keys(samples, settings.least, start)
    width = len(TAGS)
    weights = np.zeros((len(keys) + 1, width), np.float32)
    chain = np.zeros((width + 2, width), np.float32)
    if start is not None and len(start.keys):
        weights[np.searchsorted(keys, start.keys) + 1] = start.weights[1:]
        chain[:] = np.concatenate([start.chain.trans, start.chain.start[None], start.chain.end[None]])
    evidence = start.evidence if start else evidence
    empty = Model(keys, weights, _chain(chain), start.calibration if start else {}, evidence)
    train = [batch for sample in samples for batch in _prepared(sample, empty)]
    _descend(train, weights, chain, settings)
    return Model(keys, weights, _chain(chain), empty.calibration, evidence)


def averaged(models: Sequence[Model]) -> Model:
    """The mean of models: as one linear model it judges as all of them together do. Without calibration.

    It needs the evidence of all of them; what one has no weights for weighs so much less.
    """
    keys = np.unique(np.concatenate([model.keys for model in models]))
    weights = np.zeros((len(keys) + 1, len(TAGS)), np.float32)
    chain = np.zeros((len(TAGS) + 2, len(TAGS)), np.float32)
    for model in models:
        weights[np.searchsorted(keys, model.keys) + 1] += model.weights[1:]
        chain += np.concatenate([model.chain.trans, model.chain.start[None], model.chain.end[None]])
    count = np.float32(len(models))
    evidence = tuple(dict.fromkeys(name for model in models for name in model.evidence))
    return Model(keys, weights / count, _chain(chain / count), {}, evidence)


def _chain(values: Floats) -> Chain:
    return Chain(values[:-2], values[-2], values[-1])


def _keys(samples: Sequence[Sample], least: int, start: Model | None) -> npt.NDArray[np.uint32]:
    found, counts = np.unique(np.concatenate([sample.rows.ravel() for sample in samples]), return_counts=True)
    kept = found[(counts >= least) & (found != 0)]
    return kept if start is None else np.union1d(kept, start.keys)


def _prepared(sample: Sample, model: Model) -> list[_Batch]:
    found = []
    for group in batches(sample.units, _BATCH):
        chosen = [sample.units[n] for n in group]
        cells = np.concatenate([np.arange(start, end) for start, end in chosen])
        places = model.places(sample.rows[cells])
        flat = places.ravel()
        order = np.argsort(flat, kind="stable")
        touched, bounds = np.unique(flat[order], return_index=True)
        ends = np.cumsum([end - start for start, end in chosen])
        spans = [(int(end) - (b - a), int(end)) for end, (a, b) in zip(ends, chosen, strict=True)]
        found.append(_Batch(places, sample.gold[cells], spans, order, touched, bounds, sample.weight))
    return found


def _descend(train: list[_Batch], weights: Floats, chain: Floats, settings: Settings) -> None:
    """Changes WEIGHTS and CHAIN in place."""
    rng = np.random.default_rng(settings.seed)
    prior, base = weights.copy(), chain.copy()
    visits = np.zeros(len(weights), np.float32)
    for batch in train:
        visits[batch.touched] += 1
    squares = np.full_like(weights, 1e-2)
    squares_chain = np.full_like(chain, 1e-2)
    total, total_chain, counted = np.zeros_like(weights), np.zeros_like(chain), 0
    for epoch in range(settings.epochs):
        for n in rng.permutation(len(train)):
            batch = train[n]
            keep = (rng.random(batch.places.shape, np.float32) >= settings.drop).astype(np.float32)
            keep /= 1 - settings.drop
            step, step_chain = _gradient(batch, weights, chain, keep)
            rows = batch.touched
            step += settings.l2 * (weights[rows] - prior[rows]) / visits[rows][:, None]
            squares[rows] += step * step
            weights[rows] -= settings.rate * step / np.sqrt(squares[rows])
            step_chain += settings.l2 * (chain - base) / len(train)
            squares_chain += step_chain * step_chain
            chain -= settings.rate * step_chain / np.sqrt(squares_chain)
            weights[0] = 0
        if epoch >= settings.epochs // 2:
            total += weights
            total_chain += chain
            counted += 1
    weights[:] = total / counted
    chain[:] = total_chain / counted


def _gradient(batch: _Batch, weights: Floats, chain: Floats, keep: Floats) -> tuple[Floats, Floats]:
    """The gradient of the negative log likelihood: of the batch's touched weights, and of the chain."""
    scores = np.einsum("ntl,nt->nl", weights[batch.places], keep)
    links = _chain(chain)
    emissions, mask = padded(scores, batch.spans)
    sums = lattice(links, emissions, mask)
    chances = sums.alpha * sums.beta
    flat = np.concatenate([chances[: end - start, n] for n, (start, end) in enumerate(batch.spans)])
    step_chain = np.zeros_like(chain)
    step_chain[:-2] = _moves(links, sums, mask)
    step_chain[-2] = chances[0].sum(axis=0)
    flat[np.arange(len(flat)), batch.gold] -= 1
    for n, (start, end) in enumerate(batch.spans):
        gold = batch.gold[start:end]
        np.subtract.at(step_chain, (gold[:-1], gold[1:]), 1)
        step_chain[-2, gold[0]] -= 1
        step_chain[-1, gold[-1]] -= 1
        step_chain[-1] += chances[end - start - 1, n]
    cells = flat[batch.order // batch.places.shape[1]] * keep.ravel()[batch.order][:, None]
    step = np.add.reduceat(cells, batch.bounds, axis=0)
    return (step * batch.weight).astype(np.float32), (step_chain * batch.weight).astype(np.float32)


def _moves(links: Chain, sums: Lattice, mask: npt.NDArray[np.bool_]) -> Floats:
    """Expected counts of transitions."""
    step = np.exp(links.trans)
    found = np.zeros_like(step)
    for t in range(1, len(mask)):
        live = mask[t]
        right = (sums.emit[t] * sums.beta[t] / sums.scale[t])[live]
        found += sums.alpha[t - 1][live].T @ right
    return found * step
