"""Training on a project's settled work, and the proof that it helps: cross-validation over whole bulletins.

The tagger goes on from shipped weights in small steps, and the result is mixed with them: a few bulletins teach
much that holds for them alone, and the mean of old and new weights keeps what holds elsewhere (Wortsman et al.,
Robust fine-tuning of zero-shot models, CVPR 2022). How much of the new is taken is chosen by the cross-validation too:
where bulletins have little in common, what was learned about their words is left out, and habits alone are taken.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from models.errors import UserError
from models.learning import LEAST
from models.learning.effort import Effort, mention_effort
from models.learning.learned import Figures, Learned, Score
from models.learning.settled import Settled
from models.prelabel.entities.crf import Chain, Floats
from models.prelabel.entities.features import PLAIN
from models.prelabel.entities.fitting import Sample, Settings, fit
from models.prelabel.entities.model import Model, shipped
from models.prelabel.entities.samples import samples
from models.prelabel.entities.tagger import tag
from models.prelabel.themes import Taxonomy, ThemeModel, attached_themes, learn

FOLDS = 5
_LATEST = 60
"""The latest bulletins, which training takes seconds with, are enough."""


@dataclass(frozen=True, slots=True)
class Blend:
    """How much of the new weights is taken: of what is known about characters and words, and of all else."""

    words: float
    habits: float


_BLENDS = (Blend(0.0, 0.3), Blend(0.5, 0.5), Blend(1.0, 1.0))
"""The first, the most careful, stays unless another is surely better."""
_SETTINGS = Settings(epochs=3, rate=0.02, l2=0.1, drop=0.3, least=1)
_GAIN = 0.002
"""By how much the F1 of themes must rise for a change of engine."""
_SURE = 1.5

Watch = Callable[[int, int], None]


def train(
    settled: Sequence[Settled],
    taxonomy: Taxonomy,
    watch: Watch = lambda _done, _all: None,
    base: Model | None = None,
) -> Learned:
    """What the work teaches, with the figures for and against it. `watch(done, all)` hears of the steps.

    BASE: the weights that training goes on from and is compared with, the shipped ones when None.
    Raises UserError where there are fewer than LEAST settled bulletins.
    """
    if len(settled) < LEAST:
        raise UserError(
            f"Training needs {LEAST} submitted bulletins; there are {len(settled)}.",
            code="learning.few", least=LEAST, count=len(settled),
        )  # fmt: skip
    work = list(settled)[-_LATEST:]
    base = base or shipped()
    lessons = [samples(one.example, evidence=base.evidence) for one in work]
    folds = min(FOLDS, len(work))
    before, after = _Tally(), {blend: _Tally() for blend in _BLENDS}
    themes_before = themes_after = Score()
    for fold in range(folds):
        watch(fold, folds + 1)
        taught = [n for n in range(len(work)) if n % folds != fold]
        models = _models([lessons[n] for n in taught], base)
        theme_model = _theme_model([work[n] for n in taught])
        for one in (work[n] for n in range(len(work)) if n % folds == fold):
            before.add(one, base)
            for blend, model in models.items():
                after[blend].add(one, model)
            themes_before += theme_score(one, taxonomy, None)
            themes_after += theme_score(one, taxonomy, theme_model)
    watch(folds, folds + 1)
    best = _BLENDS[0]
    for blend in _BLENDS[1:]:
        if _surely_less(after[best], after[blend]):
            best = blend
    better = _lessens(before, after[best])
    return Learned(
        Figures(before.score, after[best].score, themes_before, themes_after, before.effort, after[best].effort),
        _models(lessons, base)[best] if better else None,
        _theme_model(work) if _gains(themes_before, themes_after) else None,
    )


@dataclass
class _Tally:
    """How a tagger did on bulletins that it had not seen."""

    score: Score = field(default_factory=Score)
    effort: Effort = field(default_factory=Effort)
    actions: list[int] = field(default_factory=list)
    """The effort by bulletin."""

    def add(self, one: Settled, model: Model) -> None:
        found = proposed(one, model)
        self.score += _compared(found, set(one.example.mentions))
        work = mention_effort(one.example.text, found, one.example.mentions)
        self.effort += work
        self.actions.append(work.actions)


def _gains(before: Score, after: Score) -> bool:
    return (after.f1 or 0.0) > (before.f1 or 0.0) + _GAIN


def _lessens(before: _Tally, after: _Tally) -> bool:
    """Whether less work was left and no more was wrong. A careful blend needs no more than that."""
    return sum(after.actions) < sum(before.actions) and (after.score.f1 or 0.0) >= (before.score.f1 or 0.0)


def _surely_less(before: _Tally, after: _Tally) -> bool:
    """Whether the work fell by more than chance explains: by _SURE standard errors over the bulletins.

    (A rule of standard errors: Breiman et al., Classification and Regression Trees, 1984, 3.4.3.)
    """
    saved = [old - new for old, new in zip(before.actions, after.actions, strict=True)]
    return sum(saved) > _SURE * math.sqrt(sum(each * each for each in saved))


def _models(lessons: Sequence[list[Sample]], base: Model) -> dict[Blend, Model]:
    """A model for each blend of what the lessons teach with the weights of BASE."""
    trained = fit([sample for lesson in lessons for sample in lesson], _SETTINGS, base)
    words = np.unique(np.concatenate([sample.rows[:, :PLAIN].ravel() for lesson in lessons for sample in lesson]))
    return {blend: mixed(trained, blend, words, base) for blend in _BLENDS}


def _theme_model(work: Sequence[Settled]) -> ThemeModel:
    return learn(row for one in work for row in one.themed)


def mixed(trained: Model, blend: Blend, words: npt.NDArray[np.uint32], base: Model) -> Model:
    """New weights as far as BLEND says, those of BASE for the rest. TRAINED went on from those.

    WORDS: the fingerprints that look at characters and words alone.
    """
    weights = np.zeros_like(trained.weights)
    weights[np.searchsorted(trained.keys, base.keys) + 1] = base.weights[1:]
    share = np.full((len(weights), 1), blend.habits, np.float32)
    share[1:][np.isin(trained.keys, words)] = blend.words

    def between(new: Floats, old: Floats, part: Floats | np.float32) -> Floats:
        return (old + part * (new - old)).astype(np.float32)

    a, b, half = trained.chain, base.chain, np.float32(blend.habits)
    chain = Chain(between(a.trans, b.trans, half), between(a.start, b.start, half), between(a.end, b.end, half))
    return replace(base, keys=trained.keys, weights=between(trained.weights, weights, share), chain=chain)


def proposed(one: Settled, model: Model) -> set[tuple[str, int, int]]:
    """The model's mentions of a bulletin."""
    return {(m.label, *m.fragments[0]) for m in tag(one.example.text, model) if len(m.fragments) == 1}


def entity_score(one: Settled, model: Model) -> Score:
    """How the model's mentions of a bulletin agree with those that were settled: same label, same range."""
    return _compared(proposed(one, model), set(one.example.mentions))


def _compared(found: set[tuple[str, int, int]], gold: set[tuple[str, int, int]]) -> Score:
    return Score(len(found & gold), len(found), len(gold))


def theme_score(one: Settled, taxonomy: Taxonomy, model: ThemeModel | None) -> Score:
    """How the themes proposed for a bulletin's sections agree with those that were settled."""
    score = Score()
    for words, themes in one.themed:
        found, gold = {theme.id for theme in attached_themes(words, taxonomy, model)}, set(themes)
        score += Score(len(found & gold), len(found), len(gold))
    return score
