"""What LAC says as evidence: the same everywhere, asked for by the models that need it, never in the way of others."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from math import exp, tanh

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.learning import engine
from models.learning.learned import Figures, Learned, Score, evidence_of, read_learned
from models.learning.settled import Settled
from models.learning.training import train
from models.prelabel.engine import ENGINE, prelabel
from models.prelabel.entities.evidence import pieces
from models.prelabel.entities.fitting import Settings, averaged, fit
from models.prelabel.entities.lac import _LIKELY, from_bytes, lac, usable
from models.prelabel.entities.lac_net import _GRID, _REACH, EXACT, ONE, STEPS
from models.prelabel.entities.model import Model, carried, missing, shipped, to_bytes
from models.prelabel.entities.model import from_bytes as model_from
from models.prelabel.entities.samples import Example, samples
from models.prelabel.entities.tagger import tag
from models.prelabel.entities.view import view_of
from models.prelabel.training.corpus import seed_golds
from tests.models.engine_kit import LABELS, VOCABULARY, put, tiny_lac
from tests.models.review_kit import new_project

TINY = from_bytes(tiny_lac())
TEXT = "王小明在街道开会。\n社区与村民开会，王小明參加。\n\n ab12 会。"
words = st.text(alphabet="王小明村社区街道开会，。a1 与B\n", min_size=1, max_size=40)


@pytest.fixture
def added(engines):
    """The tiny engine stands where LAC would."""
    return put(engines)


# Reading --------------------------------------------------------------------------------------------------------------


@given(st.lists(words, min_size=1, max_size=20))
def test_a_sentence_is_told_the_same_alone_and_among_others(sentences):
    string, units = "", []
    for sentence in sentences:
        units.append((len(string), len(string) + len(sentence)))
        string += sentence
    found = TINY.seen(string, units)
    for start, end in units:
        alone = TINY.seen(string[start:end], [(0, end - start)])
        assert found.label[start:end].tolist() == alone.label.tolist()
        assert found.chance[start:end].tolist() == alone.chance.tolist()
        assert found.person[start:end].tolist() == alone.person.tolist()
        assert np.diff(found.word[start:end]).tolist() == np.diff(alone.word).tolist()


@given(st.text(max_size=60))
def test_any_text_is_told_of_to_its_last_character(text):
    found = TINY.seen(text, [(0, len(text))])
    assert len(found.label) == len(found.word) == len(found.chance) == len(found.person) == len(text)
    assert ((found.chance >= 0) & (found.chance <= 4)).all()
    if text and not text.isspace():
        assert (np.diff(found.word) >= 0).all()
        assert sum(TINY.numbers(text)[1]) == len("".join(TINY.cut(text))) == len(text)


def test_words_are_cut_into_as_few_pieces_as_can_be_and_letters_stay_together():
    assert TINY.cut("小明开会") == ["小明", "开会"]
    assert TINY.cut("街道开会") == ["街道", "开会"]
    assert TINY.cut("王在社区ab12村") == ["王", "在", "社区", "ab12", "村"]
    assert TINY.numbers("社区村民") == ([VOCABULARY.index("社区"), VOCABULARY.index("村"), 0], [2, 1, 1])


def test_a_character_of_another_width_or_script_is_read_as_its_fellow():
    assert TINY.numbers("ａ與")[0] == TINY.numbers("a与")[0] == [VOCABULARY.index("a"), VOCABULARY.index("与")]


def test_weights_whose_sums_would_not_be_exact_are_refused():
    wide = np.full((1000, 1), 127, np.float32)
    assert wide.sum() * ONE > EXACT
    net = TINY.net
    assert all(part.exact for pair in net.layers for way in pair for part in (way.inward, way.gates, way.fresh))
    assert not replace(net.outward, whole=wide).exact


def test_no_entry_of_the_tables_hangs_on_the_last_bit_of_a_curve():
    """Then every machine's tanh and exp give the same tables."""
    places = [n / _GRID for n in range(-_REACH, _REACH + 1)]
    values = [ONE * tanh(x) for x in places if x] + [ONE / (1 + exp(-x)) for x in places]
    values += [exp(-n / STEPS) * (1 << 30) for n in range(1, 20 * STEPS)]
    assert min(abs(value % 1 - 0.5) for value in values) > 1e-6
    assert (np.diff(_LIKELY) <= 0).all()


def test_the_real_engine_says_the_same_of_the_seeds_on_every_machine(own_engines):
    """The digest was made with one thread and with two, in batches of one and of many."""
    if not usable():
        pytest.skip("LAC is not there; `jiaozhu engines add lac` adds it")
    digest = hashlib.sha256()
    for gold in seed_golds():
        ends = [match.end() for match in re.finditer(r"[^。\n]+[。\n]*", gold.text)]
        found = lac().seen(gold.text, list(zip([0, *ends], ends, strict=False)))
        for column in (found.label, found.word, found.chance):
            digest.update(column.astype("<i4").tobytes())
    assert digest.hexdigest()[:16] == "487c90424c083e17"


def test_the_real_engine_knows_persons_and_tells_places_from_verbs(own_engines):
    if not usable():
        pytest.skip("LAC is not there; `jiaozhu engines add lac` adds it")
    text = "市委第四巡回指导组组长李芬华来到上海。"
    found = lac().seen(text, [(0, len(text))])
    assert {text[n] for n in np.flatnonzero(found.person)} == set("李芬华")
    assert (found.chance[found.person] >= 2).all()
    place = text.index("上海")
    assert found.label[place] == found.label[place + 1] != found.label[text.index("来")]
    assert found.word[place] == found.word[place + 1]


# Evidence -------------------------------------------------------------------------------------------------------------


def test_templates_of_the_engine_stand_behind_all_others_which_stay_as_they_are(added):
    (piece,) = pieces(view_of(TEXT).content)
    plain, heeding = piece.rows(), piece.rows(("lac",))
    assert np.array_equal(heeding[:, : plain.shape[1]], plain)
    assert heeding.shape[1] > plain.shape[1]


def test_evidence_that_is_not_there_is_said(engines):
    (piece,) = pieces(view_of(TEXT).content)
    with pytest.raises(UserError, match="not there"):
        piece.rows(("lac",))


def heeding() -> Model:
    """A tagger of next to nothing that heeds the engine."""
    example = Example(TEXT, (("PER", 0, 3), ("LOC", 4, 6)))
    return fit(samples(example, evidence=("lac",)), Settings(epochs=2, least=1), evidence=("lac",))


def test_a_model_keeps_what_it_needs_through_training_averaging_and_storage(added):
    model = heeding()
    assert model.evidence == averaged([model, model]).evidence == ("lac",)
    stored = model_from(to_bytes(model))
    assert stored.evidence == ("lac",)
    assert fit(samples(Example(TEXT, ()), evidence=stored.evidence), Settings(epochs=1), stored).evidence == ("lac",)
    assert tag(TEXT, stored) == tag(TEXT, stored)


def test_a_model_without_evidence_is_stored_as_ever_and_one_with_an_unknown_need_refused():
    plain = replace(carried(()), calibration={})
    data = to_bytes(plain)
    assert "evidence" not in json.loads(data.split(b"\n")[1])
    assert model_from(data).evidence == ()
    with pytest.raises(UserError):
        model_from(to_bytes(replace(plain, evidence=("abacus",))))


def test_the_shipped_model_heeds_the_engine_where_it_is_there_and_wanted(added):
    assert shipped().evidence == ("lac", "net")
    assert shipped({"lac"}).evidence == ("net",)
    assert prelabel(TEXT).engine == f"{ENGINE}+lac+net"
    added.unlink()
    assert shipped().evidence == ("net",)
    assert prelabel(TEXT).engine == f"{ENGINE}+net"


def test_a_damaged_engine_is_as_good_as_none(added):
    added.write_bytes(added.read_bytes()[:-4])
    assert missing(("lac",)) == ("lac",)
    assert shipped().evidence == ("net",)


# A project ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path):
    made = new_project(tmp_path, texts=[TEXT])
    yield made
    made.close()


def kept(project, model):
    figures = Figures(Score(8, 10, 10), Score(9, 10, 10), Score(), Score())
    data = Learned(figures, model).to_bytes()
    assert evidence_of(data) == model.evidence == read_learned(data, figures).entities.evidence
    engine.keep(project, data, figures, 3, better=True)


def test_a_trained_engine_that_needs_another_gives_way_where_that_is_off_or_gone(added, project):
    kept(project, heeding())
    assert engine.engine_of(project).entities.evidence == ("lac", "net")
    assert engine.lacking(project) == ()
    engine.switch_parts(project, frozenset({"lac"}))
    assert engine.engine_of(project).entities is carried(("net",))
    assert engine.lacking(project) == ("lac",)
    engine.switch_parts(project, frozenset())
    added.unlink()
    assert engine.engine_of(project).entities is carried(("net",))
    assert engine.lacking(project) == ("lac",)
    assert engine.engine_of(project).suggest(TEXT).engine == f"{ENGINE}+net"
    engine.use(project, "")
    assert engine.lacking(project) == ()


def test_a_trained_engine_that_needs_nothing_stays_whatever_is_added(added, project):
    plain = fit(samples(Example(TEXT, (("PER", 0, 3),))), Settings(epochs=1, least=1))
    kept(project, plain)
    assert engine.engine_of(project).entities.evidence == ("net",)
    engine.switch_parts(project, frozenset({"net"}))
    assert engine.engine_of(project).entities.evidence == ()
    assert engine.lacking(project) == ()


def test_training_goes_on_from_the_model_it_is_given_and_keeps_its_evidence(added):
    places = tuple(("LOC", at, at + 2) for at in (4, 10))
    work = [Settled(str(n), Example(TEXT, places), (), ()) for n in range(3)]
    learned = train(work, [], base=heeding())
    assert learned.entities is None or learned.entities.evidence == ("lac",)
    assert learned.figures.entities_before.gold == 6
    assert len(LABELS) == 11
