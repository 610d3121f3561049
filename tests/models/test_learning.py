"""What a project's settled work teaches its engine, and what it can never break."""

import base64
import json
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import worker
from models.changes import change
from models.errors import UserError
from models.learning import engine, lexicon
from models.learning.effort import Effort
from models.learning.learned import Figures, Learned, Score, read_learned
from models.learning.rehearsal import rehearsed
from models.learning.settled import Settled, settled
from models.learning.teaching import Teaching, teaching
from models.learning.training import lessens, proposed, train, trained_on
from models.prelabel.entities.fitting import Settings, fit
from models.prelabel.entities.model import shipped
from models.prelabel.entities.samples import Example, samples
from models.prelabel.entities.tagger import tag
from models.prelabel.suggestions import SuggestedMention
from models.prelabel.themes import ThemeModel
from models.prelabel.training.written import every
from models.project import Imported
from models.storage.engines import MOST
from models.storage.replay import differences
from tests.models.review_kit import annotate, mention, named, new_project, section

TEXT = "街道简报\n昨天，朵甲村来了客人。朵甲村的村民很高兴。\n朵甲村举办了活动，王小明出席。"
NONE = Figures(Score(), Score(), Score(), Score())


def new(folder):
    texts = [TEXT, TEXT.replace("王小明", "李大年"), TEXT.replace("客人", "专家"), TEXT + "\n完。"]
    return new_project(folder, texts=texts)


@pytest.fixture
def project(tmp_path):
    made = new(tmp_path)
    yield made
    made.close()


def tagged(project, bulletin, **more):
    """A layer with one article and every place of the village."""
    text = project.store.content(project.store.bulletins()[bulletin].id)
    places = [(*named(text, "朵甲村", n), "LOC") for n in range(3)]
    return annotate(project, "甲", [(0, 1, "article", 4, ["party.study"])], places, bulletin=bulletin, **more)


@pytest.fixture
def worked(project):
    for n in range(3):
        tagged(project, n)
    return project


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """What the three bulletins teach, and the steps that training told of."""
    project = new(tmp_path_factory.mktemp("trained"))
    for n in range(3):
        tagged(project, n)
    steps = []
    learned = train(settled(project), project.labels.taxonomy, lambda done, of: steps.append((done, of)))
    project.close()
    return learned, steps


# Settled work ---------------------------------------------------------------------------------------------------------


def test_only_submitted_work_teaches(project):
    tagged(project, 0)
    tagged(project, 1, status="in_progress")
    tagged(project, 2, status="returned")
    (one,) = settled(project)
    assert one.bulletin == project.store.bulletins()[0].id
    assert [one.example.text[a:b] for _, a, b in one.example.mentions] == ["朵甲村"] * 3
    assert [themes for _, themes in one.themed] == [("party.study",)]


def test_the_adjudicated_layer_teaches_rather_than_an_annotators(project):
    layer = tagged(project, 0)
    gold = replace(layer, id="gold", role="gold", annotator="", status="adjudicated")
    one = mention("gold", *named(TEXT, "王小明"), "PER")
    project.apply(change("section.edit", [], [gold, section("gold", 0), one]))
    assert [label for label, _, _ in settled(project)[0].example.mentions] == ["PER"]


def test_work_that_was_submitted_without_a_look_teaches_nothing(project):
    layer = tagged(project, 0)
    rows = [replace(m, confirmed=False) for m in project.store.mentions(layer.id)]
    annotate(project, "甲", [(0, 1, "article", 4, [])], rows)
    assert settled(project) == []
    assert teaching(project) == Teaching({}, 1)


def test_what_teaches_is_counted_by_the_same_rule_as_it_is_learned_from(project):
    for n in range(3):
        tagged(project, n, status="in_progress" if n == 2 else "submitted")
    found = teaching(project)
    assert list(found.layers) == [one.bulletin for one in settled(project)]
    assert (len(found.layers), found.left_out) == (2, 0)


# Training -------------------------------------------------------------------------------------------------------------


def test_training_says_how_many_bulletins_it_needs(project):
    tagged(project, 0)
    with pytest.raises(UserError, match="needs 3 submitted bulletins; there are 1") as caught:
        train(settled(project), [])
    assert caught.value.code == "learning.few"


def test_a_place_that_the_project_tags_again_and_again_is_learned(trained):
    learned, steps = trained
    assert steps == [(0, 4), (1, 4), (2, 4), (3, 4)]
    figures = learned.figures
    assert figures.entities_before.gold == figures.entities_after.gold == 9
    if learned.entities is None:
        assert figures.entities_after.f1 <= figures.entities_before.f1 + 0.002
    else:
        assert figures.entities_after.f1 > figures.entities_before.f1
        assert len([m for m in tag(TEXT, learned.entities) if m.label == "LOC"]) >= 2


def test_marking_nothing_in_a_few_bulletins_does_not_teach_to_mark_nothing_elsewhere():
    silent = [samples(Example(text, ())) for text in (TEXT, TEXT * 2, TEXT * 3)]
    known = [sample for one in rehearsed() for sample in samples(one)]
    others = [each.example for each in every() if each.kept_back][:20]

    def right(model):
        return sum(len(proposed(Settled("", one, (), ()), model) & set(one.mentions)) for one in others)

    forgetful, mindful = right(trained_on(silent, [], shipped())), right(trained_on(silent, known, shipped()))
    assert mindful > forgetful
    assert mindful > 0.97 * right(shipped())


# Keeping engines ------------------------------------------------------------------------------------------------------


@cache
def tiny():
    """A tagger that was trained on next to nothing."""
    return fit(samples(Example(TEXT, (("LOC", 8, 11),))), Settings(epochs=1))


def trained_engine(*, better=True):
    return Learned(NONE, tiny() if better else None, ThemeModel((("party.study", (("学习", 2.0),)),), 3))


def kept(project, learned, bulletins):
    return engine.keep(project, learned.to_bytes(), learned.figures, bulletins, better=learned.better)


def test_a_better_engine_is_used_and_the_shipped_one_is_a_way_back(project):
    row = kept(project, trained_engine(), 3)
    learned = engine.in_use(project)
    assert learned is not None
    assert learned.themes == trained_engine().themes
    assert tag(TEXT, learned.entities) == tag(TEXT, tiny())
    engine.use(project, "")
    assert engine.in_use(project) is None
    engine.use(project, row.id)
    assert engine.in_use(project) is not None


def test_an_engine_that_is_no_better_is_kept_with_its_figures_and_not_used(project):
    kept(project, Learned(NONE), 3)
    assert engine.in_use(project) is None
    assert [row.bulletins for row in project.store.engines.rows()] == [3]


def test_old_engines_go_but_never_the_one_in_use(project):
    first = kept(project, trained_engine(better=False), 3)
    for _ in range(MOST + 2):
        kept(project, Learned(NONE), 4)
    rows = project.store.engines.rows()
    assert len(rows) <= MOST + 1
    assert first.id in {row.id for row in rows}


def test_an_engine_whose_data_is_damaged_gives_way_to_the_shipped_one(project):
    kept(project, trained_engine(), 3)
    project.store._db.execute_sql("UPDATE engine SET data = x'00'")
    assert engine.in_use(project) is None
    assert engine.engine_of(project).suggest(TEXT).mentions == engine.Engine().suggest(TEXT).mentions


def test_what_was_learned_is_read_back_as_it_was():
    learned = trained_engine()
    again = read_learned(learned.to_bytes(), NONE)
    assert again.themes == learned.themes
    assert again.to_bytes() == learned.to_bytes()


@given(st.binary(max_size=60), st.sampled_from([b"", b"JIAOZHU-LEARNED 1\n", b'JIAOZHU-LEARNED 1\n{"size": 0}\n']))
def test_bytes_that_are_no_engine_are_refused_with_a_sentence(data, head):
    with pytest.raises(UserError, match="damaged"):
        read_learned(head + data, NONE)


def test_figures_are_read_back_as_they_were():
    figures = Figures(Score(1, 2, 3), Score(2, 2, 3), Score(), Score(1, 1, 1))
    assert Figures.from_json(figures.to_json()) == figures
    assert (Score(1, 2, 3).f1, Score().f1) == (0.4, None)


# The parts ------------------------------------------------------------------------------------------------------------


def test_a_part_that_is_switched_off_proposes_nothing(project):
    text = "社区简报\n6月1日，天山路街道召开2020年全国文明城区创评工作推进会，区委书记王为人出席。天山路街道也来人了。"
    everything = engine.Engine().suggest(text)
    assert {engine._part(m) for m in everything.mentions} >= {"model"}
    assert any(m.entity == "天山路街道" for m in everything.mentions)
    for part in ("model", "rules", "document"):
        found = engine.Engine(frozenset([part])).suggest(text)
        left = [m for m in everything.mentions if engine._part(m) != part]
        assert [replace(m, entity=None) for m in left] == [replace(m, entity=None) for m in found.mentions]
    apart = engine.Engine(frozenset(["coreference"])).suggest(text)
    assert apart.mentions == tuple(replace(m, entity=None) for m in everything.mentions)
    bare = engine.Engine(frozenset(engine.PARTS)).suggest(text)
    assert bare.mentions == ()
    assert [(s.start, s.kind, s.level, s.themes) for s in bare.sections] == [(0, "article", 1, ())]


def test_names_of_the_lexicon_are_linked_with_the_others():
    text = "社区简报\n6月1日，天山路街道召开推进会。甲乙丙队来了，甲乙丙队又走了。"
    found = engine.Engine(lexicon={"甲乙丙队": "ORG"}).suggest(text)
    assert [m.entity for m in found.mentions if text[slice(*m.fragments[0])] == "甲乙丙队"] == ["甲乙丙队"] * 2


def test_the_parts_a_project_does_without_are_remembered(project):
    engine.switch_parts(project, frozenset(["themes", "lexicon"]))
    assert engine.engine_of(project).off == {"themes", "lexicon"}
    engine.switch_parts(project, frozenset())
    assert engine.off(project) == frozenset()


# The lexicon ----------------------------------------------------------------------------------------------------------


def lines(project):
    return [(n.string, n.label, n.count, n.active) for n in lexicon.names(project, settled(project))]


def test_the_lexicon_holds_the_names_of_settled_work(worked):
    assert lines(worked) == [("朵甲村", "LOC", 9, True)]
    assert engine.engine_of(worked).lexicon == {"朵甲村": "LOC"}


def test_a_name_that_the_program_knows_anyway_is_not_learned_but_can_be_entered(project):
    text = "街道简报\n昨天，上海来了客人。朵甲村的村民很高兴。"
    (bulletin,) = project.add_bulletins([Imported("上海.txt", text)])
    number = project.store.bulletins().index(bulletin)
    places = [(*named(text, "上海"), "LOC"), (*named(text, "朵甲村"), "LOC")]
    annotate(project, "甲", [(0, 1, "article", 4, [])], places, bulletin=number)
    assert lines(project) == [("朵甲村", "LOC", 1, True)]
    project.apply(lexicon.enter(project, "上海", "LOC"))
    assert engine.engine_of(project).lexicon == {"上海": "LOC", "朵甲村": "LOC"}


def test_a_name_with_two_labels_is_not_learned(worked):
    places = [(*named(TEXT, "朵甲村", n), label) for n, label in enumerate(("LOC", "ORG", "ORG"))]
    annotate(worked, "甲", [(0, 1, "article", 4, [])], places, bulletin=0)
    assert lines(worked) == []


def test_what_is_entered_by_hand_counts_more_and_is_undone_like_all_else(worked):
    worked.apply(lexicon.enter(worked, " 朵甲村 ", "ORG"))
    worked.apply(lexicon.enter(worked, "村民议事会", "ORG"))
    assert lines(worked) == [("朵甲村", "ORG", 9, True), ("村民议事会", "ORG", 0, True)]
    rows = lexicon.names(worked, settled(worked))
    worked.apply(lexicon.switch(rows, active=False))
    assert [active for *_, active in lines(worked)] == [False, False]
    assert engine.engine_of(worked).lexicon == {}
    worked.undo()
    assert [active for *_, active in lines(worked)] == [True, True]
    worked.apply(lexicon.forget(lexicon.names(worked, settled(worked))))
    assert lines(worked) == [("朵甲村", "LOC", 9, True)]
    assert differences(worked.store) == []


@pytest.mark.parametrize("string", ["", " 甲 ", "甲\n乙"])
def test_what_cannot_be_a_name_is_refused(project, string):
    with pytest.raises(UserError, match="at least two characters"):
        lexicon.enter(project, string, "LOC")


def test_known_names_are_proposed_wherever_nothing_surer_stands():
    sure = SuggestedMention("PER", ((0, 4),), 0.95, "builtin", "model", None)
    unsure = SuggestedMention("LOC", ((10, 12),), 0.3, "builtin", "model", None)
    text = "朵甲村长来了。客人说朵甲村好，朵甲村美。"
    found = lexicon.with_known(text, [sure, unsure], {"朵甲村": "LOC"})
    assert [(m.label, text[m.fragments[0][0] : m.fragments[0][1]], m.why) for m in found] == [
        ("PER", "朵甲村长", "model"), ("LOC", "朵甲村", "lexicon:project"), ("LOC", "朵甲村", "lexicon:project"),
    ]  # fmt: skip


@given(
    st.text("甲乙丙", max_size=30),
    st.dictionaries(st.text("甲乙丙", min_size=2, max_size=4), st.sampled_from(["LOC", "ORG"]), max_size=4),
    st.lists(st.tuples(st.integers(0, 25), st.integers(1, 4), st.floats(0, 1)), max_size=3),
)
def test_known_names_never_overlap_anything(text, words, given_mentions):
    mentions, end = [], 0
    for start, length, confidence in sorted(given_mentions):
        if start >= end and start + length <= len(text):
            end = start + length
            mentions.append(SuggestedMention("PER", ((start, end),), confidence, "builtin", "model", None))
    found = lexicon.with_known(text, mentions, words)
    ranges = [m.fragments[0] for m in found]
    assert all(a[1] <= b[0] for a, b in pairwise(ranges))
    assert all(m in found for m in mentions if m.confidence >= 0.6)


# The worker -----------------------------------------------------------------------------------------------------------


def asked(**request):
    return worker.answer(json.dumps({"job": 1, **request}))


def test_the_worker_proposes_with_the_projects_engine(worked):
    worked.apply(lexicon.enter(worked, "村民很高兴", "EVENT"))
    found = asked(do="prelabel", text=TEXT, project=str(worked.path), state=1)["answer"]
    assert "村民很高兴" in {TEXT[a:b] for m in found["mentions"] for a, b in m["fragments"]}
    worked.apply(lexicon.switch(lexicon.names(worked, ()), active=False))
    found = asked(do="prelabel", text=TEXT, project=str(worked.path), state=2)["answer"]
    assert "村民很高兴" not in {TEXT[a:b] for m in found["mentions"] for a, b in m["fragments"]}


def test_the_worker_trains_anew_and_sends_the_same_engine_as_data(worked, trained):
    found = asked(do="learn", project=str(worked.path))["answer"]
    assert found["bulletins"] == 3
    assert base64.b64decode(found["data"]) == trained[0].to_bytes()
    assert Figures.from_json(found["figures"]) == trained[0].figures
    assert found["better"] == trained[0].better


def test_the_worker_says_why_it_cannot_train(project):
    assert "needs 3 submitted bulletins" in asked(do="learn", project=str(project.path))["error"]


@pytest.mark.parametrize(
    ("before", "after", "less"),
    [(84, 81, False), (93, 87, False), (93, 83, True), (900, 880, False), (900, 870, True), (0, 0, False)],
)
def test_work_is_less_only_where_chance_does_not_explain_it(before, after, less):
    assert lessens(Effort(before, 1000), Effort(after, 1000)) is less
