"""Agreement on mentions equals independent implementations, on random and on degenerate layers."""

import itertools
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching
from sklearn.metrics import precision_recall_fscore_support

from models.review.measures.spans import Hits, characters, covered, overlap, overlap_pairs, strict
from models.review.measures.unitizing import alpha_u, disagreement

LABELS = st.sampled_from(["PER", "ORG"])
SPAN = st.builds(lambda start, size: (start, start + size), st.integers(0, 60), st.integers(1, 9))


@st.composite
def fragmented(draw):
    ends = sorted(draw(st.sets(st.integers(0, 70), min_size=2, max_size=6)))
    ends = ends[: len(ends) // 2 * 2]
    return tuple(zip(ends[::2], ends[1::2], strict=True))


MENTIONS = st.lists(st.tuples(LABELS, fragmented() | SPAN.map(lambda s: (s,))), max_size=14)


def total(found):
    return sum(found.values(), Hits())


@st.composite
def separate(draw, most=8):
    """Mentions that keep apart, so that nervaluate's greedy pairing has no choice to make."""
    spans, at = [], 0
    for _ in range(draw(st.integers(0, most))):
        at += draw(st.integers(2, 6))
        size = draw(st.integers(1, 3))
        spans.append((draw(LABELS), ((at, at + size),)))
        at += size + 2
    return spans


def shifted(draw, mentions):
    """The same mentions with ends moved by at most one character, some relabelled, some gone."""
    found = []
    for label, ((start, end),) in mentions:
        fate = draw(st.sampled_from(["same", "start", "end", "label", "gone"]))
        start -= fate == "start"
        end += fate == "end"
        if fate != "gone":
            found.append(("TIME" if fate == "label" else label, ((start, end),)))
    return found


PERTURBED = st.composite(lambda draw: (rows := draw(separate()), shifted(draw, rows)))()


@given(PERTURBED)
def test_strict_and_overlap_are_those_of_nervaluate(layers):
    a, b = layers
    if not a and not b:
        return
    # nervaluate's ends are inclusive.
    sides = [[[{"label": label, "start": s, "end": e - 1} for label, ((s, e),) in rows]] for rows in (a, b)]
    if not a or not b:
        assert total(strict(a, b)).hits == total(overlap(a, b)).hits == 0
        return
    theirs = Evaluator(*sides, tags=["PER", "ORG", "TIME"], loader="dict").evaluate()["overall"]
    ours = total(strict(a, b))
    assert ours.hits == theirs["strict"].correct
    assert ours.precision.number == pytest.approx(theirs["strict"].precision)
    assert ours.recall.number == pytest.approx(theirs["strict"].recall)
    assert (ours.f1.number or 0) == pytest.approx(theirs["strict"].f1)
    assert total(overlap(a, b)).hits == theirs["ent_type"].correct


@given(MENTIONS, MENTIONS)
def test_overlap_pairs_as_many_as_a_maximum_matching(a, b):
    meets = np.array(
        [[x == y and any(s < f and t < e for s, e in p for t, f in q) for y, q in b] for x, p in a], dtype=bool
    ).reshape(len(a), len(b))
    pairs = overlap_pairs(a, b)
    assert all(meets[n, m] for n, m in pairs)
    assert len({n for n, _ in pairs}) == len({m for _, m in pairs}) == len(pairs)
    best = maximum_bipartite_matching(csr_matrix(meets)) if a and b else np.array([])
    assert len(pairs) == (best >= 0).sum() == total(overlap(a, b)).hits


@given(MENTIONS, MENTIONS)
def test_strict_and_overlap_do_not_depend_on_order_or_side(a, b):
    assert strict(a, b) == strict(a[::-1], b)
    assert overlap(a, b) == overlap(a[::-1], b[::-1])
    for measure in (strict, overlap, characters):
        there, back = total(measure(a, b)), total(measure(b, a))
        assert (there.hits, there.a, there.b) == (back.hits, back.b, back.a)


@given(MENTIONS, MENTIONS)
def test_characters_are_those_of_scikit_learn(a, b):
    marks = [Counter() for _ in range(2)]
    for side, rows in zip(marks, (a, b), strict=True):
        for label, fragments in rows:
            side.update({(label, at): 1 for s, e in fragments for at in range(s, e)})
    places = sorted(marks[0] | marks[1])
    ours = total(characters(a, b))
    if not places:
        assert ours.f1.reason == "nothing"
        return
    truth, guess = ([int(place in side) for place in places] for side in marks)
    precision, recall, f1, _ = precision_recall_fscore_support(truth, guess, average="binary", zero_division=0)
    assert (ours.precision.number or 0) == pytest.approx(precision)
    assert (ours.recall.number or 0) == pytest.approx(recall)
    assert ours.f1.number == pytest.approx(f1)


def test_unitized_alpha_of_krippendorffs_own_example():
    # Krippendorff (2004), Content Analysis, p. 254: a text from 150 on, 300 long, two observers, categories c and k.
    c = [[(225, 295), (370, 400)], [(220, 300), (355, 375), (400, 420)]]
    k = [[(180, 240), (300, 350)], [(180, 240), (300, 350)]]
    c, k = ([[(s - 150, e - 150) for s, e in side] for side in label] for label in (c, k))
    observed, expected = disagreement(c, 300)
    assert observed / 300**2 == pytest.approx(0.0144, abs=1e-4)
    assert expected / 300**2 == pytest.approx(0.0532, abs=1e-4)
    assert alpha_u([c], 300).number == pytest.approx(0.7286, abs=1e-4)
    assert alpha_u([k], 300).number == 1
    assert alpha_u([c, k], 300).number == pytest.approx(0.8591, abs=5e-4)


def distance(g, h):
    """Krippendorff's squared difference of two stretches (start, end, whether a unit), by his four cases."""
    (b, e, unit), (c, f, other) = g, h
    if unit and other and b < f and c < e:
        return (b - c) ** 2 + (e - f) ** 2
    if unit and not other and c <= b and e <= f:
        return (e - b) ** 2
    if other and not unit and b <= c and f <= e:
        return (f - c) ** 2
    return 0


def stretches(units, length):
    marks = sorted({0, length, *(at for unit in units for at in unit)})
    return [(s, e, (s, e) in units) for s, e in itertools.pairwise(marks)]


def by_definition(layers, length):
    """Observed: all stretches against all. Expected: every unit slid over every other stretch, place by place."""
    rows = [stretches(layer, length) for layer in layers]
    m = len(layers)
    observed = sum(distance(g, h) for i in range(m) for j in range(m) if i != j for g in rows[i] for h in rows[j])
    units = [(i, n) for i in range(m) for n, row in enumerate(rows[i]) if row[2]]
    expected = 0
    for i, n in units:
        start, end, _ = rows[i][n]
        size = end - start
        for j in range(m):
            for k, (s, e, other) in enumerate(rows[j]):
                if (i, n) == (j, k):
                    continue
                places = range(s - size + 1, e) if other else range(s, e - size + 1)
                slid = sum(distance((p, p + size, True), (s, e, other)) for p in places)
                expected += slid if other else 2 * slid
    below = m * length * (m * length - 1) - sum((e - s) * (e - s - 1) for layer in layers for s, e in layer)
    return observed / (m * (m - 1)), length * expected / below if below else 0


@given(st.lists(st.lists(SPAN, max_size=5), min_size=2, max_size=3), st.integers(0, 5))
def test_unitized_alpha_follows_its_definition_place_by_place(layers, rest):
    layers = [covered([("X", tuple(spans))]).get("X", []) for spans in layers]
    length = max((e for layer in layers for _, e in layer), default=1) + rest
    observed, expected = disagreement(layers, length)
    if not any(layers):
        assert alpha_u([layers], length).reason == "nothing"
        return
    assert (observed, expected) == pytest.approx(by_definition(layers, length))


def test_unitized_alpha_is_one_for_equal_layers_and_low_for_strangers():
    units = [(3, 9), (20, 24), (24, 30)]
    assert alpha_u([[units, units]], 100).number == 1
    assert alpha_u([[units, [(40, 46)]]], 100).number < 0.2
    assert alpha_u([[units, []]], 100).number < 0.2
