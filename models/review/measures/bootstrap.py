"""Bootstrap intervals over documents (Efron 1979): how far a figure could be off with other bulletins of the kind."""

from __future__ import annotations

import numpy as np

from models.review.measures.value import Numbers

SAMPLES = 1000
SEED = 20191115
"""Fixed, so that the same project gives the same intervals."""


def weights(documents: int, samples: int = SAMPLES, seed: int = SEED) -> Numbers:
    """For each sample how often it takes each document: as many as there are, with replacement."""
    draw = np.random.Generator(np.random.PCG64(seed))
    chances = np.full(documents, 1 / documents)
    return draw.multinomial(documents, chances, size=samples).astype(np.float64)


def interval(values: Numbers, level: float = 0.95) -> tuple[float, float] | None:
    """The percentile interval of the samples' values; None where half of them or more are undefined."""
    known = values[~np.isnan(values)]
    if 2 * len(known) <= len(values):
        return None
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
