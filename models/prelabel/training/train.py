"""The shipped model: its weights and its calibration."""

from __future__ import annotations

from models.prelabel.entities.fitting import Settings, fit
from models.prelabel.entities.model import to_bytes
from models.prelabel.entities.samples import samples
from models.prelabel.training.corpus import composed, joined, seed_examples

BULLETINS = 500
SEED_WEIGHT = 3.0
SETTINGS = Settings(epochs=8)


def shipped_bytes() -> bytes:
    """The model that the program carries, as bytes."""
    seeds = [joined(samples(example), SEED_WEIGHT) for example in seed_examples()]
    return to_bytes(fit([composed(BULLETINS, 7), *seeds], SETTINGS))
