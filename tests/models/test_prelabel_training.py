"""Training data and measures: what composed bulletins promise, and how a confidence is made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.prelabel.entities.lexicons import lexicons
from models.prelabel.entities.samples import Example
from models.prelabel.entities.spans import LABELS
from models.prelabel.suggestions import SuggestedMention
from models.prelabel.training.corpus import seed_examples, seed_golds
from models.prelabel.training.generate import GENRES, bulletins, patterns
from models.prelabel.training.measure import calibrated, gold_of, measure, pooled
from models.prelabel.training.slots import slots
from models.prelabel.training.variants import variants


@pytest.mark.parametrize("genre", GENRES)
def test_composed_bulletins_hold_mentions_that_lie_in_them_apart_and_not_empty(genre):
    for example in bulletins(30, 5, (genre,)):
        here = 0
        for label, start, end in example.mentions:
            assert label in LABELS
            assert here <= start < end <= len(example.text)
            assert example.text[start:end].strip()
            here = end
        assert not any(mark in example.text for mark in "{}|#") or "|" in example.text or "##" in example.text


@pytest.mark.parametrize("genre", GENRES)
def test_every_pattern_can_be_expanded(genre):
    from random import Random

    from models.prelabel.training.grammar import Scene

    for pattern in patterns(genre):
        assert Scene(Random(1), slots()).say(pattern)


def test_the_same_seed_composes_the_same_bulletins():
    assert bulletins(5, 5) == bulletins(5, 5)
    assert bulletins(5, 5) != bulletins(5, 6)


def test_a_variant_keeps_the_sentences_and_names_the_same_alike():
    example = Example("王建国到会。大家听王建国讲话。", (("PER", 0, 3), ("PER", 9, 12)))
    for variant in variants(example, 20, 3):
        (_, a, b), (_, c, d) = variant.mentions
        assert variant.text[a:b] == variant.text[c:d]
        assert variant.text[b:c] == "到会。大家听"
        assert variant.text[d:] == "讲话。"


def test_variants_of_the_seeds_name_other_persons():
    example = seed_examples()[0]
    old = {example.text[a:b] for label, a, b in example.mentions if label == "PER"}
    (variant,) = variants(example, 1, 3)
    new = {variant.text[a:b] for label, a, b in variant.mentions if label == "PER"}
    assert len(new - old) > len(new & old)


def test_a_perfect_reading_measures_one_and_leeway_counts_neither_way():
    text = "区教育局局长陈建国到会。"
    document = {
        "file": "a.txt",
        "entities": [{"start": 0, "end": 4, "label": "ORG", "alt": "LOC"}, {"start": 6, "end": 9, "label": "PER"}],
        "optional": [{"start": 4, "end": 6}],
    }
    rows = [("LOC", 0, 4), ("TITLE", 4, 6), ("PER", 6, 9)]
    mentions = [SuggestedMention(label, ((a, b),), 0.9, "builtin", "model", None) for label, a, b in rows]
    outcome = measure([gold_of(document, text)], lambda _: mentions)
    assert outcome.f1() == 1.0
    assert [right for _, _, right, _ in outcome.judged] == [True, True]
    assert pooled([outcome, outcome]).counts["PER"] == (2, 2, 2)


def test_a_wrong_extent_is_neither_right_nor_found():
    gold = gold_of({"file": "a.txt", "entities": [{"start": 0, "end": 4, "label": "ORG"}]}, "区教育局到会。")
    outcome = measure([gold], lambda _: [SuggestedMention("ORG", ((1, 4),), 0.9, "builtin", "model", None)])
    assert outcome.counts["ORG"] == (0, 1, 1)
    assert outcome.f1("ORG") == 0.0


@given(st.lists(st.tuples(st.integers(0, 1000).map(lambda n: n / 1000), st.booleans()), max_size=60))
def test_a_calibration_rises_and_never_promises_certainty(judged):
    points = calibrated(judged, 0.5)
    assert list(points) == sorted(points)
    assert [right for _, right in points] == sorted(right for _, right in points)
    assert (points[0][0], points[-1][0]) == (0.0, 1.0)
    assert all(0 <= right <= 1 for _, right in points)


def test_a_calibration_follows_what_was_right_and_believes_only_a_share_of_it():
    judged = [(0.9, n % 10 > 0) for n in range(200)] + [(0.6, n % 2 > 0) for n in range(200)]
    whole, half = dict(calibrated(judged, 1.0)), dict(calibrated(judged, 0.5))
    assert whole[0.9] == pytest.approx(0.9, abs=0.02)
    assert whole[0.6] == pytest.approx(0.5, abs=0.02)
    assert 0.5 < half[0.9] < whole[0.9]


def test_the_gold_of_the_seeds_lies_on_their_texts():
    for gold in seed_golds():
        assert all(gold.text[a:b].strip() for a, b in gold.mentions)
        assert not gold.leeway & gold.mentions.keys()


def test_no_ordinary_word_is_listed_twice_or_is_a_known_name():
    words = lexicons().words("ordinary", "nouns", "verbs", "adjectives")
    assert len(words) == len(set(words))
    assert set(words) & lexicons().names.known == {"庄子"}, "a hamlet and a philosopher; no other word is both"
