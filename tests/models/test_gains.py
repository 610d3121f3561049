"""What each part of the engine adds: the figures that the program carries."""

from __future__ import annotations

from models.learning.engine import PARTS
from models.learning.gains import MEASURES, Gain, gains


def test_every_part_that_can_be_measured_is_there_with_its_figures():
    found = gains()
    assert set(MEASURES) <= set(found) <= set(PARTS)
    assert all(found[part].measure == measure for part, measure in MEASURES.items())
    assert all(0 <= value <= 1 for gain in found.values() for value in (gain.with_it, gain.without))


def test_what_nothing_can_do_without_is_worth_most():
    found = gains()
    assert found["model"].points > 10
    assert found["sections"].points > 50


def test_a_part_that_does_harm_has_less_than_nothing():
    assert round(Gain("entities", 0.8, 0.81).points, 1) == -1.0
