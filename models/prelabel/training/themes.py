"""The shipped theme model: which words of the written bulletins tell of which theme."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

import rjieba

from models.prelabel.engine import default_taxonomy, section_text
from models.prelabel.folding import folded
from models.prelabel.suggestions import SuggestedSection
from models.prelabel.theme_words import SCALE, leads, terms
from models.prelabel.themes import READ, scored
from models.prelabel.training.written import Written, every

_THEMED = ("article", "brief")
_SEEN, _SECTIONS = 4, 8
"""In how many sections a word must stand, and how many sections a theme must have, to be learned."""
_FREE = 4.0
"""How little the weights are held back (C of scikit-learn)."""
_SMALL = 0.5
"""Smaller weights change nothing that could be measured, and are left out."""


def themed(bulletin: Written) -> list[tuple[str, tuple[str, ...]]]:
    """The words and the themes of a bulletin's articles and briefs."""
    sections = [
        SuggestedSection(
            part.start, part.level, part.kind, None, 0 if part.kind == "continuation" else None, (), 1.0, ""
        )
        for part in bulletin.sections
    ]
    return [
        (section_text(bulletin.text, sections, n), part.themes)
        for n, part in enumerate(bulletin.sections)
        if part.kind in _THEMED
    ]


def theme_model() -> bytes:
    """The model as the program carries it: of the bulletins that may teach."""
    from scipy.sparse import csr_matrix, hstack  # these two are wanted for training alone
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    taxonomy = tuple(default_taxonomy())
    rows = [row for each in every() if not each.kept_back for row in themed(each)]
    read = [_read(text, taxonomy) for text, _ in rows]
    vectors = TfidfVectorizer(analyzer=lambda each: each[0].elements(), min_df=_SEEN, sublinear_tf=True)
    words = vectors.fit_transform(read)
    names = [str(name) for name in vectors.get_feature_names_out()]
    ahead = [leads([theme for theme, _ in taxonomy], scores) for _, scores in read]
    themes: dict[str, list[float]] = {}
    told: dict[str, dict[str, float]] = {}
    for theme, _ in taxonomy:
        right = [theme in given for _, given in rows]
        if sum(right) < _SECTIONS:
            continue
        said = csr_matrix([[SCALE * value for value in each[theme]] for each in ahead])
        model = LogisticRegression(C=_FREE, max_iter=1000, tol=1e-6).fit(hstack([words, said]).tocsr(), right)
        *weights, own, lead = model.coef_[0]
        themes[theme] = [round(float(value), 3) for value in (model.intercept_[0], own, lead)]
        for name, weight in zip(names, weights, strict=True):
            if abs(weight) >= _SMALL:
                told.setdefault(name, {})[theme] = round(float(weight), 2)
    seldom = {name: round(float(value), 2) for name, value in zip(names, vectors.idf_, strict=True)}
    data = {"themes": themes, "seldom": seldom, "told": told}
    return (json.dumps(data, ensure_ascii=False, indent=0, sort_keys=True) + "\n").encode()


def _read(text: str, taxonomy: Sequence[tuple[str, str]]) -> tuple[Counter[str], dict[str, float]]:
    """A section's words, and the scores that themes have without the words that are taught."""
    source = text[:READ]
    plain = folded(source)
    cut = tuple(rjieba.cut(plain, False))
    scores, _, _ = scored(plain, source, tuple(taxonomy), None, cut)
    return terms(cut), {taxonomy[place][0]: score for place, score in scores.items()}
