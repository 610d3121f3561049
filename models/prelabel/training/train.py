"""The shipped model: the mean of models of composed and written bulletins, adapted to the seeds, calibrated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from models.prelabel.entities.fitting import Sample, Settings, averaged, fit
from models.prelabel.entities.model import Model, from_bytes, to_bytes
from models.prelabel.entities.samples import Example, samples
from models.prelabel.entities.spans import LABELS
from models.prelabel.entities.tagger import tag
from models.prelabel.training.corpus import composed, joined, kept_back, seed_examples, seed_golds, written_samples
from models.prelabel.training.generate import GENRES
from models.prelabel.training.measure import Outcome, calibrated, measure, pooled
from models.prelabel.training.variants import variants

BULLETINS = 1200
PLAIN = tuple(genre for genre in GENRES if genre != "random")
USUAL = tuple(genre for genre in PLAIN if genre not in ("nested", "plans"))
BASES = ((7, USUAL), (8, (*USUAL, "random")), (10, PLAIN), (11, GENRES))
"""Seed and genres of the models whose mean is the base. They err in different places: some see the names that are
common alone, some those nested in each other and long terms that are none, some names among random words."""
VARIANTS, OTHERS = 3, 300
"""How many variants of each seed, and how many composed bulletins that, with all written ones, keep what is known, the
adaptation sees."""
BASE = Settings(epochs=8, l2=0.04, drop=0.25)
ADAPTED = Settings(epochs=2, rate=0.04, l2=0.05)
TRUST = 0.8
"""How much of the log-odds measured holds elsewhere: other people's bulletins are less like those that taught."""
Say = Callable[[str], None]
Evidence = tuple[str, ...]


def made(
    evidence: Evidence = (), bulletins: int = BULLETINS, say: Say = lambda _: None
) -> tuple[bytes, Outcome, Outcome]:
    """The model of some evidence that the program carries, and what it reaches.

    That is: on the seeds, each left out in turn, and on the written bulletins kept back. SAY hears how far it is.
    """
    start = base(bulletins, evidence, say)
    reached = pooled(outcome for _, outcome in left_out(start, say=say))
    model = adapted(start, seed_examples())
    stored = from_bytes(to_bytes(replace(model, calibration={})))
    unseen = measure(kept_back(), lambda text: tag(text, stored))
    say(f"kept back: F1 {unseen.f1():.3f}")
    return to_bytes(replace(model, calibration=calibration(pooled((reached, unseen))))), reached, unseen


def base(bulletins: int = BULLETINS, evidence: Evidence = (), say: Say = lambda _: None) -> Model:
    """The mean of the models of composed bulletins, all of which see the written ones too."""
    models = []
    own = written_samples(evidence)
    for seed, genres in BASES:
        sample = composed(bulletins, seed, genres, evidence)
        models.append(fit([sample, own], replace(BASE, seed=seed), evidence=evidence))
        say(f"composed bulletins, seed {seed}: {len(models[-1].keys)} features")
    return averaged(models)


@cache
def _others(evidence: Evidence) -> Sample:
    return joined([composed(OTHERS, 99, evidence=evidence), written_samples(evidence)])


def adapted(start: Model, examples: Sequence[Example]) -> Model:
    """START gone on with real bulletins and variants of them."""
    parts: list[Sample] = [_others(start.evidence)]
    for example in examples:
        parts += [joined(_taught([example], start)), joined(_taught(variants(example, VARIANTS, 11), start))]
    return fit(parts, ADAPTED, start)


def _taught(examples: Sequence[Example], start: Model) -> list[Sample]:
    return [part for each in examples for part in samples(each, evidence=start.evidence)]


def left_out(start: Model, adapt: bool = True, say: Say = lambda _: None) -> list[tuple[str, Outcome]]:
    """Each seed by name as a model reads it that START and the other four seeds taught; without calibration."""
    examples, golds = seed_examples(), seed_golds()
    found = []
    for n, gold in enumerate(golds):
        model = adapted(start, examples[:n] + examples[n + 1 :]) if adapt else start
        stored = from_bytes(to_bytes(replace(model, calibration={})))
        found.append((gold.name, measure([gold], lambda text, stored=stored: tag(text, stored))))  # type: ignore[misc]
        say(f"left out {gold.name}: F1 {found[-1][1].f1():.3f}")
    return found


def calibration(outcome: Outcome) -> dict[str, tuple[tuple[float, float], ...]]:
    """What turns a probability into a confidence: the same for all labels, of which some are seldom."""
    points = calibrated(((raw, right) for _, raw, right, why in outcome.judged if why == "model"), TRUST)
    return dict.fromkeys(LABELS, points)
