"""Training on a project's settled work, and the proof that it helps: cross-validation over whole bulletins.

The tagger goes on from the shipped weights in small steps, and the result is mixed with them: a few bulletins teach
much that holds for them alone, and the mean of old and new weights keeps what holds elsewhere (Wortsman et al.,
Robust fine-tuning of zero-shot models, CVPR 2022). How much of the new is taken is chosen by the cross-validation too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from models.errors import UserError
from models.learning import LEAST
from models.learning.learned import Figures, Learned, Score
from models.learning.settled import Settled
from models.prelabel.entities.crf import Chain, Floats
from models.prelabel.entities.fitting import Sample, Settings, fit
from models.prelabel.entities.model import Model, shipped
from models.prelabel.entities.samples import samples
from models.prelabel.entities.tagger import tag
from models.prelabel.themes import Taxonomy, ThemeModel, attached_themes, learn

FOLDS = 5
_LATEST = 60
"""The latest bulletins, which training takes seconds with, are enough."""
_SHARES = (0.5, 1.0)
_SETTINGS = Settings(epochs=6, rate=0.03, l2=0.05, drop=0.3, least=1)
_GAIN = 0.002
"""By how much F1 must rise for a change of engine."""

Watch = Callable[[int, int], None]


def train(settled: Sequence[Settled], taxonomy: Taxonomy, watch: Watch = lambda _done, _all: None) -> Learned:
    """What the work teaches, with the figures for and against it. `watch(done, all)` hears of the steps.

    Raises UserError where there are fewer than LEAST settled bulletins.
    """
    if len(settled) < LEAST:
        raise UserError(
            f"Training needs {LEAST} submitted bulletins; there are {len(settled)}.",
            code="learning.few", least=LEAST, count=len(settled),
        )  # fmt: skip
    work = list(settled)[-_LATEST:]
    lessons = [samples(one.example) for one in work]
    folds = min(FOLDS, len(work))
    before, after = Score(), dict.fromkeys(_SHARES, Score())
    themes_before = themes_after = Score()
    for fold in range(folds):
        watch(fold, folds + 1)
        taught = [n for n in range(len(work)) if n % folds != fold]
        trained = _fit([lessons[n] for n in taught])
        theme_model = _theme_model([work[n] for n in taught])
        models = {share: mixed(trained, share) for share in _SHARES}
        for one in (work[n] for n in range(len(work)) if n % folds == fold):
            before += entity_score(one, shipped())
            for share, model in models.items():
                after[share] += entity_score(one, model)
            themes_before += theme_score(one, taxonomy, None)
            themes_after += theme_score(one, taxonomy, theme_model)
    watch(folds, folds + 1)
    best = max(_SHARES, key=lambda share: after[share].f1 or 0.0)
    return Learned(
        Figures(before, after[best], themes_before, themes_after),
        mixed(_fit(lessons), best) if _gains(before, after[best]) else None,
        _theme_model(work) if _gains(themes_before, themes_after) else None,
    )


def _gains(before: Score, after: Score) -> bool:
    return (after.f1 or 0.0) > (before.f1 or 0.0) + _GAIN


def _fit(lessons: Sequence[list[Sample]]) -> Model:
    return fit([sample for lesson in lessons for sample in lesson], _SETTINGS, shipped())


def _theme_model(work: Sequence[Settled]) -> ThemeModel:
    return learn(row for one in work for row in one.themed)


def mixed(trained: Model, share: float) -> Model:
    """SHARE of the trained weights, the rest of the shipped ones. TRAINED went on from those."""
    base = shipped()
    weights = np.zeros_like(trained.weights)
    weights[np.searchsorted(trained.keys, base.keys) + 1] = base.weights[1:]

    def between(new: Floats, old: Floats) -> Floats:
        return (old + np.float32(share) * (new - old)).astype(np.float32)

    a, b = trained.chain, base.chain
    chain = Chain(between(a.trans, b.trans), between(a.start, b.start), between(a.end, b.end))
    return Model(trained.keys, between(trained.weights, weights), chain, base.calibration)


def entity_score(one: Settled, model: Model) -> Score:
    """How the model's mentions of a bulletin agree with those that were settled: same label, same range."""
    found = {(m.label, *m.fragments[0]) for m in tag(one.example.text, model) if len(m.fragments) == 1}
    gold = set(one.example.mentions)
    return Score(len(found & gold), len(found), len(gold))


def theme_score(one: Settled, taxonomy: Taxonomy, model: ThemeModel | None) -> Score:
    """How the themes proposed for a bulletin's sections agree with those that were settled."""
    score = Score()
    for words, themes in one.themed:
        found, gold = {theme.id for theme in attached_themes(words, taxonomy, model)}, set(themes)
        score += Score(len(found & gold), len(found), len(gold))
    return score
