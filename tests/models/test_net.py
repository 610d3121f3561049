"""The network that reads along: the same everywhere, local in what it looks at, out of the way where unwanted."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import threads
from models.errors import UserError
from models.learning import engine
from models.learning.effort import Effort
from models.learning.learned import Figures, Learned, Score
from models.prelabel.engine import ENGINE, prelabel
from models.prelabel.entities.model import beside_net, carried, missing, shipped
from models.prelabel.entities.net import (
    _GROUP,
    _LONGEST,
    _RESTS,
    BLANK,
    CLOSING,
    NOTHING,
    UNKNOWN,
    Reader,
    from_bytes,
    reader,
    to_bytes,
    usable,
    windows,
)
from models.prelabel.entities.net_layers import EXACT, Layer, Linear, Net, Norm, stepped
from models.prelabel.entities.tagger import tag
from models.prelabel.entities.view import view_of
from models.prelabel.training.corpus import seed_golds
from tests.models.review_kit import new_project

TEXT = "区委组织部副部长李明到桃源社区调研。\n\n社区党总支书记王芳参加。\n"
prose = st.text(alphabet="区委书记李明到桃源社区。，\n 12", max_size=900)


def tiny(width: int = 8, inner: int = 16, labels: int = 29) -> Reader:
    """A network of next to nothing, its numbers by chance but the same each time."""
    rng = np.random.default_rng(3)

    def linear(into: int, out: int) -> Linear:
        whole = rng.integers(-63, 64, (into, out)).astype(np.float32)
        scale, bias = rng.random(out, np.float32) / 100, rng.random(out, np.float32)
        return Linear(whole, scale, bias)

    def norm() -> Norm:
        return Norm(rng.random(width, np.float32), rng.random(width, np.float32))

    layer = Layer(linear(width, 3 * width), linear(width, width), norm(), linear(width, inner), linear(inner, width),
                  norm())  # fmt: skip
    places = rng.random((512, width), np.float32).astype(np.float16).astype(np.float32)
    vectors = rng.integers(-127, 128, (8, width)).astype(np.int8)
    outward, begins = linear(width, labels), linear(width, 3)
    net = Net(vectors, rng.random(8, np.float32), places, norm(), (layer,), 2, outward, begins)
    return Reader(
        {"区": 4, "委": 5, "李": 6, "明": 7}, (NOTHING, "column", "article"), net, {"": ((0.0, 0.1), (1.0, 0.9))}
    )


TINY = tiny()


@pytest.fixture
def wanted(tmp_path, monkeypatch):
    """Engines are on, and none is added."""
    monkeypatch.setenv("JIAOZHU_ENGINES", str(tmp_path))


# Numbers --------------------------------------------------------------------------------------------------------------


@given(st.integers(1, 40), st.integers(0, 2**32))
def test_a_product_is_that_of_the_whole_numbers_in_whatever_order_it_is_made(rows, seed):
    rng = np.random.default_rng(seed)
    linear = Linear(
        rng.integers(-127, 128, (1536, 4)).astype(np.float32), np.ones(4, np.float32), np.zeros(4, np.float32)
    )
    assert linear.steps * np.abs(linear.whole).sum(axis=0).max() <= EXACT
    given_ = rng.standard_normal((rows, 1536)).astype(np.float32)
    whole, step = stepped(given_, linear.steps)
    exact = whole.astype(np.int64) @ linear.whole.astype(np.int64)
    assert np.array_equal(linear(given_), exact.astype(np.float32) * step)
    order = rng.permutation(1536)
    turned = Linear(linear.whole[order], linear.scale, linear.bias)
    assert np.array_equal(turned(given_[:, order]), linear(given_))


@given(st.integers(0, 2**32), st.floats(0.01, 50))
def test_a_norm_gives_what_its_formula_says(seed, size):
    rng = np.random.default_rng(seed)
    rows = (rng.standard_normal((3, 384)) * size).astype(np.float32)
    norm = Norm(rng.random(384, np.float32), rng.random(384, np.float32))
    mean, spread = rows.mean(axis=1, keepdims=True), rows.std(axis=1, keepdims=True)
    assert np.allclose(norm(rows), (rows - mean) / spread * norm.weight + norm.bias, atol=0.2 if size < 0.1 else 0.02)


def test_a_run_of_nothing_but_one_character_is_read():
    assert [part.shape for part in TINY.net([6])] == [(1, 29), (1, 3)]


# Reading --------------------------------------------------------------------------------------------------------------


@given(prose)
def test_every_character_that_is_not_blank_is_told_of_once_and_no_run_is_too_long(content):
    told = [n for _above, start, end in windows(content) for n in range(start, end)]
    assert len(told) == len(set(told))
    assert {n for n, character in enumerate(content) if not character.isspace()} <= set(told)
    assert all(
        end - start <= _GROUP and end - above <= len(TINY.net.places) - 1 for above, start, end in windows(content)
    )


def test_runs_are_read_side_by_side_where_a_product_takes_one_thread_and_say_the_same(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3}, raising=False)
    content = "区委李明出席。\n" * 200
    said = []
    for given_, beside in (("4", 1), ("1", 3)):
        monkeypatch.setenv(threads.NAME, given_)
        assert threads.side_by_side() == beside
        said.append(TINY.read(content))
    assert said[0].labels.any()
    assert all(np.array_equal(one, other) for one, other in zip(*said, strict=True))


@given(prose, prose, st.text(alphabet="区委李明。\n", max_size=60))
def test_what_is_changed_far_above_changes_nothing_below_the_next_rest(above, below, other):
    """The runs below a line at which they rest are the same whatever stands far above it."""
    line = next(line for n in range(99) if not crc32((line := f"街道{n}。\n").encode()) % _RESTS)
    rest = "\n" + line * 20
    first, second = (
        {(len(text) - a, len(text) - s, len(text) - e) for a, s, e in windows(text) if s > len(text) - len(below)}
        for text in (above + rest + below, other + rest + below)
    )
    assert first == second


@given(st.text(max_size=300))
def test_any_text_has_a_score_for_each_character_and_the_same_each_time(text):
    found = TINY.read(text)
    assert [part.shape for part in found] == [(len(text), 29), (len(text), 3)]
    assert all(map(np.array_equal, found, TINY.read(text)))


def test_a_text_without_end_is_read_along_for_so_far():
    for found in TINY.read("李" * (_LONGEST + 10)):
        assert found[_LONGEST - 1].any()
        assert not found[_LONGEST:].any()


def test_spaces_line_ends_and_strange_characters_are_read_as_such():
    assert [TINY.number(character) for character in "\u3000\n蹚李"] == [BLANK, CLOSING, UNKNOWN, 6]


# The file -------------------------------------------------------------------------------------------------------------


def test_a_network_is_the_same_once_stored():
    again = from_bytes(to_bytes(TINY))
    assert to_bytes(again) == to_bytes(TINY)
    assert again.calibration == TINY.calibration
    assert again.kinds == TINY.kinds
    assert all(map(np.array_equal, again.read(TEXT), TINY.read(TEXT)))


@pytest.mark.parametrize("cut", [5, 40, -3])
def test_a_damaged_file_is_refused_with_a_sentence(cut):
    with pytest.raises(UserError, match="damaged"):
        from_bytes(to_bytes(TINY)[:cut])


def test_the_carried_network_says_the_same_of_the_seeds_on_every_machine():
    """The digest was made with one thread and with two, and with the products of processors of three generations."""
    digest = hashlib.sha256()
    for gold in seed_golds():
        for part in reader().read(view_of(gold.text).content[:1500]):
            digest.update(part.astype("<i4").tobytes())
    assert digest.hexdigest()[:16] == "53578abd5792e38d"


# In the engine --------------------------------------------------------------------------------------------------------


def test_the_network_is_heeded_unless_engines_or_it_are_switched_off(wanted, monkeypatch):
    assert shipped().evidence == ("net",)
    assert shipped({"net"}) is carried(())
    monkeypatch.setenv("JIAOZHU_ENGINES", "")
    assert not usable()
    assert missing(("net",)) == ("net",)
    assert shipped() is carried(())


def test_what_was_learned_before_there_was_a_network_is_read_along_with_it_too(wanted):
    figures = Figures(Score(), Score(), Score(), Score(), Effort(), Effort())
    taught = replace(carried(()), weights=carried(()).weights.copy())
    old = Learned(figures, taught, None)
    found, expected = engine.Engine(learned=old).entities, beside_net(taught)
    assert found is not None
    assert found.weights is expected.weights
    assert (found.evidence, found.calibration) == (expected.evidence, expected.calibration)
    assert engine.Engine(learned=old).entities.calibration == carried(("net",)).calibration
    assert engine.Engine(frozenset({"net"}), old).entities is taught
    with_it = Learned(figures, beside_net(taught), None)
    assert engine.Engine(learned=with_it).entities is with_it.entities


def test_a_damaged_network_is_as_good_as_none(wanted, monkeypatch):
    def damaged():
        return from_bytes(to_bytes(TINY)[:40])

    monkeypatch.setattr("models.prelabel.entities.net.reader", damaged)
    assert missing(("net",)) == ("net",)
    assert shipped() is carried(())
    assert prelabel(TEXT).engine == ENGINE


def test_suggestions_say_that_the_network_was_heeded(wanted):
    assert prelabel(TEXT).engine == f"{ENGINE}+net"


def test_with_the_network_more_of_what_is_kept_back_is_right(wanted):
    from models.prelabel.training.corpus import kept_back
    from models.prelabel.training.measure import measure

    some = kept_back()[::24]
    plain = measure(some, lambda text: tag(text, carried(()))).f1()
    assert measure(some, tag).f1() > plain


def test_a_project_does_without_the_network_where_its_part_is_off(wanted, tmp_path):
    project = new_project(tmp_path / "one", texts=[TEXT])
    assert engine.engine_of(project).entities.evidence == ("net",)
    engine.switch_parts(project, frozenset({"net"}))
    assert engine.engine_of(project).entities is carried(())
    project.close()


def test_what_a_project_trains_beside_the_network_needs_it(wanted):
    taught = replace(carried(()), evidence=("net",))
    assert missing(taught.evidence) == ()
    assert missing(taught.evidence, {"net"}) == ("net",)
