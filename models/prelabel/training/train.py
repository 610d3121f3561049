"""The shipped model: the mean of models of composed and written bulletins, adapted to the seeds, calibrated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from multiprocessing import get_context

from models.prelabel.entities.fitting import Sample, Settings, averaged, fit
from models.prelabel.entities.model import Model, from_bytes, to_bytes
from models.prelabel.entities.samples import Example, samples
from models.prelabel.entities.spans import LABELS
from models.prelabel.entities.tagger import tag
from models.prelabel.training.corpus import (
    SEEDS,
    composed,
    joined,
    kept_back,
    seed_examples,
    seed_golds,
    written_samples,
)
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
TRUST = 0.72
"""How much of the log-odds measured holds elsewhere: other people's bulletins are less like those that taught. Chosen
with real pages in view: where four fifths were believed, what was told to be .7 to .93 was right in 4 to 9 of 100
less."""
Say = Callable[[str], None]
Evidence = tuple[str, ...]


def made(start: Model, say: Say = lambda _: None) -> tuple[bytes, Outcome, Outcome]:
    """The model that START becomes, and what it reaches.

    That is: on the seeds, each left out in turn, and on the written bulletins kept back. SAY hears how far it is.
    """
    reached = pooled(outcome for _, outcome in left_out(start, say=say))
    model = adapted(start, seed_examples())
    stored = from_bytes(to_bytes(replace(model, calibration={})))
    unseen = measure(kept_back(), lambda text: tag(text, stored))
    say(f"kept back: F1 {unseen.f1():.3f}")
    return to_bytes(replace(model, calibration=calibration(pooled((reached, unseen))))), reached, unseen


def base(bulletins: int = BULLETINS, evidence: Evidence = (), say: Say = lambda _: None) -> Model:
    """The mean of the models of composed bulletins, all of which see the written ones too.

    With EVIDENCE, of as many models that heed it and of those that do not: these hold what it would mislead.
    """
    models = [model for part in dict.fromkeys(((), evidence)) for model in _members(part, bulletins)]
    say(f"{len(models)} models of composed bulletins")
    return averaged(models)


@cache
def _members(evidence: Evidence, bulletins: int) -> list[Model]:
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        wanted = [pool.submit(_member, evidence, bulletins, seed, genres) for seed, genres in BASES]
        return [each.result() for each in wanted]


def _member(evidence: Evidence, bulletins: int, seed: int, genres: tuple[str, ...]) -> Model:
    known = [composed(bulletins, seed, genres, evidence), written_samples(evidence)]
    return fit(known, replace(BASE, seed=seed), evidence=evidence)


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
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        found = list(pool.map(_without, *zip(*((start, n, adapt) for n in range(len(SEEDS))), strict=True)))
    for name, outcome in found:
        say(f"left out {name}: F1 {outcome.f1():.3f}")
    return found


def _without(start: Model, n: int, adapt: bool) -> tuple[str, Outcome]:
    examples, gold = seed_examples(), seed_golds()[n]
    model = adapted(start, examples[:n] + examples[n + 1 :]) if adapt else start
    stored = from_bytes(to_bytes(replace(model, calibration={})))
    return gold.name, measure([gold], lambda text: tag(text, stored))


def calibration(outcome: Outcome) -> dict[str, tuple[tuple[float, float], ...]]:
    """What turns a probability into a confidence: the same for all labels, of which some are seldom."""
    points = calibrated(((raw, right) for _, raw, right, why in outcome.judged if why == "model"), TRUST)
    return dict.fromkeys(LABELS, points)
