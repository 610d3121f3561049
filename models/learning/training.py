"""Training on a project's settled work, and the proof that it helps: cross-validation over whole bulletins.

The tagger goes on from the weights in use, in small steps, over the project's bulletins and others that it knows: a few
bulletins alone teach much that holds for them only, above all to mark less.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from models.errors import UserError
from models.learning import LEAST
from models.learning.effort import Effort, mention_effort
from models.learning.learned import Figures, Learned, Score
from models.learning.rehearsal import rehearsed
from models.learning.settled import Settled
from models.prelabel.entities.fitting import Sample, Settings, fit
from models.prelabel.entities.model import Model, shipped
from models.prelabel.entities.samples import samples
from models.prelabel.entities.tagger import tag
from models.prelabel.themes import Taxonomy, ThemeModel, attached_themes, learn

FOLDS = 5
_LATEST = 60
"""The latest bulletins, which training takes seconds with, are enough."""
_SETTINGS = Settings(epochs=6, rate=0.02, l2=0.1, drop=0.3, least=1)
_GAIN = 0.002
"""By how much the F1 of themes must rise for a change of engine, and that of mentions may fall where less is left to
do."""

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
            f"Training needs {LEAST} submitted bulletins; there are {len(settled)} with little left unconfirmed.",
            code="learning.few", least=LEAST, count=len(settled),
        )  # fmt: skip
    work = list(settled)[-_LATEST:]
    base = base or shipped()
    lessons = [samples(one.example, evidence=base.evidence) for one in work]
    known = [sample for one in rehearsed() for sample in samples(one, evidence=base.evidence)]
    folds = min(FOLDS, len(work))
    before, after = _Tally(), _Tally()
    themes_before = themes_after = Score()
    for fold in range(folds):
        watch(fold, folds + 1)
        taught = [n for n in range(len(work)) if n % folds != fold]
        model = trained_on([lessons[n] for n in taught], known, base)
        theme_model = _theme_model([work[n] for n in taught])
        for one in (work[n] for n in range(len(work)) if n % folds == fold):
            before.add(one, base)
            after.add(one, model)
            themes_before += theme_score(one, taxonomy, None)
            themes_after += theme_score(one, taxonomy, theme_model)
    watch(folds, folds + 1)
    return Learned(
        Figures(before.score, after.score, themes_before, themes_after, before.effort, after.effort),
        trained_on(lessons, known, base) if _better(before, after) else None,
        _theme_model(work) if _gains(themes_before, themes_after) else None,
    )


@dataclass
class _Tally:
    """How a tagger did on bulletins that it had not seen."""

    score: Score = field(default_factory=Score)
    effort: Effort = field(default_factory=Effort)

    def add(self, one: Settled, model: Model) -> None:
        found = proposed(one, model)
        self.score += _compared(found, set(one.example.mentions))
        self.effort += mention_effort(one.example.text, found, one.example.mentions)


def _gains(before: Score, after: Score) -> bool:
    return (after.f1 or 0.0) > (before.f1 or 0.0) + _GAIN


def _better(before: _Tally, after: _Tally) -> bool:
    """Whether less work is left, and F1 is no lower than chance makes it: the work is what counts."""
    return lessens(before.effort, after.effort) and (after.score.f1 or 0.0) >= (before.score.f1 or 0.0) - _GAIN


def lessens(before: Effort, after: Effort) -> bool:
    """Whether AFTER is less work than BEFORE by more than chance: by the square root of the count at least."""
    less = before.actions - after.actions
    return less > 0 and less * less >= before.actions


def trained_on(lessons: Sequence[list[Sample]], known: Sequence[Sample], base: Model) -> Model:
    """What the lessons teach who goes on from BASE and reads again what is KNOWN."""
    return fit([*known, *(sample for lesson in lessons for sample in lesson)], _SETTINGS, base)


def _theme_model(work: Sequence[Settled]) -> ThemeModel:
    return learn(row for one in work for row in one.themed)


def proposed(one: Settled, model: Model) -> set[tuple[str, int, int]]:
    """The model's mentions of a bulletin."""
    return {(m.label, *m.fragments[0]) for m in tag(one.example.text, model) if len(m.fragments) == 1}


def _compared(found: set[tuple[str, int, int]], gold: set[tuple[str, int, int]]) -> Score:
    return Score(len(found & gold), len(found), len(gold))


def theme_score(one: Settled, taxonomy: Taxonomy, model: ThemeModel | None) -> Score:
    """How the themes proposed for a bulletin's sections agree with those that were settled."""
    score = Score()
    for words, themes in one.themed:
        found, gold = {theme.id for theme in attached_themes(words, taxonomy, model)}, set(themes)
        score += Score(len(found & gold), len(found), len(gold))
    return score
