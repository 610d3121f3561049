"""How sure the sections of the outline are: logistic regressions over those of the written bulletins."""

from __future__ import annotations

import json

from models.prelabel.folding import folded
from models.prelabel.sections import outlined
from models.prelabel.sections.certainty import NAMES, PARTS, facts
from models.prelabel.training.written import Written, every
from models.text import landing

_PRIOR = 1.0
"""How much the weights are held back (the inverse of their variance)."""

_OF_BOUNDARY = ("boundary", "near")

Right = tuple[bool, bool, bool]
"""Whether boundary, kind and level are right; kind and level count where the boundary is."""


def certainty_model() -> bytes:
    """The weights as the program carries them: of the bulletins that may teach."""
    from sklearn.linear_model import LogisticRegression  # wanted for training alone

    rows = [row for each in every() if not each.kept_back for row in judged(each)]
    weights = {}
    for n, part in enumerate(PARTS):
        # That a section begins here says nothing of its kind once it does.
        told = [name not in _OF_BOUNDARY or n == 0 for name in NAMES]
        counted = [
            ([fact * used for fact, used in zip(known, told, strict=True)], right[n])
            for known, right in rows
            if n == 0 or right[0]
        ]
        model = LogisticRegression(C=1 / _PRIOR, fit_intercept=False, max_iter=10_000, tol=1e-8)
        model.fit([known for known, _ in counted], [right for _, right in counted])
        weights[part] = {name: round(float(weight), 3) for name, weight in zip(NAMES, model.coef_[0], strict=True)}
    return (json.dumps(weights, indent=1) + "\n").encode()


def judged(bulletin: Written) -> list[tuple[tuple[float, ...], Right]]:
    """What is known of each section after the first that the outline proposes, and what is right of it."""
    places = {landing(bulletin.text, part.start): (part.kind, part.level) for part in bulletin.sections}
    read = outlined(folded(bulletin.text), {})
    found = []
    for draft, row in zip(read.drafts[1:], facts(read.boundaries), strict=True):
        start = landing(bulletin.text, draft.start)
        kind, level = places.get(start, ("", -1))
        found.append((row, (start in places, kind == draft.kind, level == draft.level)))
    return found
