"""How sure the boundaries of the outline are: a logistic regression over those of the written bulletins."""

from __future__ import annotations

import json

from models.prelabel.folding import folded
from models.prelabel.sections import outlined
from models.prelabel.sections.certainty import NAMES, facts
from models.prelabel.training.written import Written, every
from models.text import landing

_PRIOR = 1.0
"""How much the weights are held back (the inverse of their variance)."""


def certainty_model() -> bytes:
    """The weights as the program carries them: of the bulletins that may teach."""
    from sklearn.linear_model import LogisticRegression  # wanted for training alone

    rows, right = [], []
    for each in every():
        if not each.kept_back:
            for row, rightly in judged(each):
                rows.append(row)
                right.append(rightly)
    model = LogisticRegression(C=1 / _PRIOR, fit_intercept=False, max_iter=10_000, tol=1e-8).fit(rows, right)
    weights = {name: round(float(weight), 3) for name, weight in zip(NAMES, model.coef_[0], strict=True)}
    return (json.dumps(weights, indent=1) + "\n").encode()


def judged(bulletin: Written) -> list[tuple[tuple[float, ...], bool]]:
    """What is known of each boundary that the outline proposes, and whether it is right."""
    starts = {landing(bulletin.text, part.start) for part in bulletin.sections}
    read = outlined(folded(bulletin.text), {})
    return [
        (row, landing(bulletin.text, draft.start) in starts)
        for draft, row in zip(read.drafts[1:], facts(read.boundaries), strict=True)
    ]
