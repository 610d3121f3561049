"""The agreement measures equal independent implementations, on random and on degenerate layers."""

import itertools
import random
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import masi_distance
from sklearn.metrics import cohen_kappa_score

from models.review.measures import bootstrap
from models.review.measures.alpha import alpha
from models.review.measures.distances import masi, nominal, taxonomy
from models.review.measures.kappa import cohen_kappa, fleiss_kappa
from models.review.measures.segmentation import edits, similarity, window, window_errors

with warnings.catch_warnings():
    # segeval 2.0.11 is of 2013: it writes regular expressions in plain strings and compares numbers with `is`.
    warnings.simplefilter("ignore")
    import segeval

VALUES = st.sampled_from(["article", "brief", "caption", "column"])
PAIRS = st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=60)
TAXONOMY = {"p": ("p",), "p.a": ("p", "p.a"), "p.b": ("p", "p.b"), "q": ("q",), "q.a": ("q", "q.a")}
THEMES = st.frozensets(st.sampled_from(sorted(TAXONOMY)), max_size=3)


def rated(items):
    """Items as nltk takes them: (annotator, item, value), missing values left out."""
    rows = [(f"c{c}", f"i{i}", value) for i, item in enumerate(items) for c, value in enumerate(item)]
    return [row for row in rows if row[2] is not None]


@given(PAIRS)
def test_cohen_kappa_is_that_of_scikit_learn(pairs):
    found = cohen_kappa(pairs)
    if len({value for pair in pairs for value in pair}) == 1:
        assert found.number is None
        assert found.reason == "one_value"
    else:
        assert found.number == pytest.approx(cohen_kappa_score(*zip(*pairs, strict=True)), abs=1e-12)


@given(st.lists(st.tuples(VALUES, VALUES, VALUES), min_size=1, max_size=40))
def test_fleiss_kappa_is_the_multi_pi_of_nltk(items):
    found = fleiss_kappa(items)
    if len({value for item in items for value in item}) == 1:
        assert found.reason == "one_value"
    else:
        assert found.number == pytest.approx(AnnotationTask(rated(items)).pi(), abs=1e-12)


def test_fleiss_kappa_passes_over_missing_values():
    whole = [("a", "a", "b"), ("b", "b", "b"), ("a", "b", "b")]
    assert fleiss_kappa([*whole, (None, "a", None), (None, None, None)]) == fleiss_kappa(whole)
    # By hand: shares 1, 0, chance 0.5 from one each of a and b beside two of a.
    assert fleiss_kappa([("a", "a", None), ("a", "b", None)]).number == pytest.approx((0.5 - 10 / 16) / (1 - 10 / 16))


def missing(values):
    return st.lists(st.tuples(*[st.none() | values] * 3), max_size=30)


@pytest.mark.parametrize(
    ("values", "distance", "theirs"),
    [
        (VALUES, nominal, lambda a, b: float(a != b)),
        # nltk divides by nothing where both sets are empty.
        (THEMES, masi, lambda a, b: masi_distance(a, b) if a | b else 0.0),
        (THEMES, taxonomy(TAXONOMY), taxonomy(TAXONOMY)),
    ],
    ids=["nominal", "masi", "taxonomy"],
)
def test_alpha_is_that_of_nltk_also_with_missing_values(values, distance, theirs):
    @given(missing(values))
    def check(items):
        found = alpha(items, distance)
        pairable = [v for item in items if len([v for v in item if v is not None]) > 1 for v in item if v is not None]
        if not pairable:
            assert found.reason == "nothing"
        elif len(set(pairable)) == 1:
            assert found.reason == "one_value"
        else:
            task = AnnotationTask(rated(items), distance=theirs)
            assert found.number == pytest.approx(task.alpha(), abs=1e-9)

    check()


def test_alpha_of_krippendorffs_own_example():
    # Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section C: four observers, twelve units.
    rows = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."]
    units = [[None if v == "." else v for v in unit] for unit in zip(*(row.split() for row in rows), strict=True)]
    assert alpha(units, nominal).number == pytest.approx(0.743, abs=5e-4)


@given(THEMES, THEMES)
def test_distances_are_symmetric_and_within_bounds(a, b):
    for distance in (nominal, masi, taxonomy(TAXONOMY)):
        assert distance(a, a) == 0
        assert distance(a, b) == pytest.approx(distance(b, a))
        assert (distance(a, b) > 0) == (a != b)
        assert distance(a, b) <= 1


def test_taxonomy_distance_gives_credit_for_a_common_parent():
    near = taxonomy(TAXONOMY)
    same, sister, other = frozenset({"p.a"}), frozenset({"p.b"}), frozenset({"q.a"})
    assert near(same, sister) == pytest.approx(1 - 2 * 1 / 4)
    assert near(same, frozenset({"p"})) == pytest.approx(1 - 2 * 1 / 3)
    assert near(same, other) == 1
    assert near(same, frozenset()) == 1
    assert near(same, same | other) == pytest.approx(1 - (1 + 1 + 0) / 3)


@st.composite
def segmentations(draw):
    length = draw(st.integers(2, 40))
    sides = [draw(st.sets(st.integers(1, length - 1), max_size=12)) for _ in range(2)]
    return length, *sides


def masses(positions, length):
    marks = [0, *sorted(positions), length]
    return tuple(end - start for start, end in itertools.pairwise(marks))


@given(segmentations(), st.integers(2, 4))
def test_boundary_similarity_is_that_of_segeval(layers, span):
    length, a, b = layers
    agreement, of = similarity(edits(a, b, span), span)
    if not of:
        assert not a | b  # segeval raises where both see one section, a common and perfect case.
    else:
        theirs = segeval.boundary_similarity(masses(a, length), masses(b, length), n_t=span)
        assert agreement / of == pytest.approx(float(theirs), abs=1e-12)


@given(segmentations())
def test_windowdiff_and_pk_are_those_of_segeval_averaged_over_both_directions(layers):
    length, a, b = layers
    k = window(length, len(a) + 1, len(b) + 1)
    differ, probes, windows = window_errors(a, b, length, k)
    if not windows:
        assert length <= k
        return
    both = [(masses(a, length), masses(b, length)), (masses(b, length), masses(a, length))]
    theirs = [segeval.window_diff(x, y, window_size=k) for x, y in both]
    assert differ / windows == pytest.approx(float(sum(theirs)) / 2, abs=1e-12)
    theirs = [segeval.pk(x, y, window_size=k) for x, y in both]
    assert probes / windows == pytest.approx(float(sum(theirs)) / 2, abs=1e-12)


def test_near_misses_missed_boundaries_and_agreement_are_told_apart():
    found = edits({3, 7, 12}, {3, 8, 20})
    assert found.matches == (3,)
    assert found.near == ((7, 8),)
    assert (found.only_a, found.only_b) == ((12,), (20,))


def test_measures_of_nothing_say_why():
    assert cohen_kappa([]).reason == "nothing"
    assert fleiss_kappa([("a", None)]).reason == "nothing"
    assert "by chance" in cohen_kappa([("a", "a")]).sentence
    assert cohen_kappa([("a", "b"), ("a", "a")]).sentence == ""


def test_bootstrap_repeats_itself_and_holds_the_true_mean_as_often_as_it_says():
    assert np.array_equal(bootstrap.weights(20), bootstrap.weights(20))
    draw = random.Random(5)
    held = 0
    for trial in range(200):
        rows = np.array([draw.gauss(0.7, 0.2) for _ in range(30)])
        w = bootstrap.weights(30, samples=400, seed=trial)
        low, high = bootstrap.interval(w @ rows / w.sum(axis=1))
        held += low <= 0.7 <= high
    assert 0.88 <= held / 200 <= 0.99


def test_an_interval_needs_a_majority_of_defined_samples():
    assert bootstrap.interval(np.array([0.5, np.nan, np.nan, 0.5])) is None
    assert bootstrap.interval(np.array([0.5, np.nan, 0.5])) == (0.5, 0.5)
