"""The mentions list: groups, filter, order, and small changes."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from gui.tables import mentions as table
from gui.tables.mention_groups import SORTS, MentionFilter
from gui.tables.mentions import LINE, MentionsModel
from models import mentions as operations
from models.errors import UserError
from models.mentions import Entity
from models.text import new_id
from tests.gui import panels_kit as kit


@pytest.fixture
def model(workspace, qtmodeltester):
    made = MentionsModel()
    made.set_session(workspace.session, workspace.labels)
    qtmodeltester.check(made)
    return made


def titles(model):
    return [index.data() for index in kit.children(model)]


def test_the_same_words_stand_in_one_group_in_the_order_of_their_first_place(model):
    assert titles(model) == ["5月6日", "青山街道", "街道党工委", "书记", "林小川", "林家村"]
    group = kit.children(model)[4]
    assert group.data(LINE).places == 2
    assert [i.data(LINE).after[:2] for i in kit.children(model, group)] == ["出席", "走访"]


def test_linked_mentions_stand_under_their_canonical_form(model, workspace):
    session = workspace.session
    rows = [m for m in session.mentions if m.label == "ORG"]
    step = operations.link(rows, Entity(new_id(), session.layer.id, "中共青山街道工作委员会", "ORG"))
    workspace.apply(step)
    assert model.apply(step)
    group = kit.children(model)[1]
    assert group.data() == "中共青山街道工作委员会"
    assert [i.data() for i in kit.children(model, group)] == ["青山街道", "街道党工委"]


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (MentionFilter(labels=frozenset({"PER", "LOC"})), ["林小川", "林家村"]),
        (MentionFilter(text="林"), ["林小川", "林家村"]),
        (MentionFilter(text="５月"), ["5月6日"]),
        (MentionFilter(text="街道", labels=frozenset({"PER"})), []),
    ],
)
def test_label_and_words_filter(model, chosen, shown):
    model.show_only(chosen)
    assert titles(model) == shown


def test_only_what_waits_is_shown_where_asked_for_and_goes_when_it_is_decided(model, workspace):
    model.show_only(MentionFilter(waiting=True))
    first = next(iter(workspace.session.mentions))
    step = operations.accept([first])
    workspace.apply(step)
    model.apply(step)
    assert titles(model)[0] == "青山街道"
    assert model.totals() == (5, 6, 6)


def test_names_are_sorted_by_pinyin_and_counts_by_the_most(model):
    model.show_only(MentionFilter(), "name")
    assert titles(model) == ["5月6日", "街道党工委", "林家村", "林小川", "青山街道", "书记"]
    model.show_only(MentionFilter(), "count")
    assert titles(model)[0] == "林小川"


def test_a_relabelled_mention_redraws_its_own_row_alone(model, workspace):
    redrawn, resets = [], []
    model.dataChanged.connect(lambda a, _b, _roles: redrawn.append(a.data()))
    model.modelReset.connect(lambda: resets.append(1))
    step = operations.relabel([next(iter(workspace.session.mentions))], "DOC")
    workspace.apply(step)
    model.apply(step)
    assert (redrawn, resets) == (["5月6日"], [])


def any_change(chance, session):
    """One of the things that people do to mentions; nothing where it cannot be done."""
    rows = list(session.mentions)
    some = chance.sample(rows, min(len(rows), chance.randrange(1, 4)))
    a = chance.randrange(len(kit.TEXT) - 4)
    if not some or chance.random() < 0.3:
        return operations.add(kit.TEXT, session.layer.id, "LOC", [(a, a + chance.randrange(1, 4))])
    steps = [
        lambda: operations.remove(some[:1]),
        lambda: operations.accept(some),
        lambda: operations.relabel(some, "ORG"),
        lambda: operations.resize(kit.TEXT, some[0], some[0].start, some[0].end + 1),
    ]
    return chance.choice(steps)()


def run(model, workspace, seed):
    """Forty changes by chance; after each the model must be what a fresh one would be."""
    chance = random.Random(seed)
    chosen, sort = MentionFilter(waiting=chance.random() < 0.3), chance.choice(SORTS)
    model.show_only(chosen, sort)
    for _ in range(40):
        held = {model.group_key(index): QPersistentModelIndex(index) for index in kit.children(model)}
        try:
            step = any_change(chance, workspace.session)
        except UserError:
            continue
        if workspace.apply(step):
            model.apply(step)
        for key, index in held.items():
            assert not index.isValid() or model.group_key(index) == key
        check_like_a_fresh_one(model, workspace, chosen, sort)


@pytest.mark.parametrize("seed", range(10))
def test_whatever_is_done_the_list_is_what_a_fresh_one_would_be(model, workspace, seed):
    run(model, workspace, seed)


@pytest.mark.parametrize("page", [1, 3])
@pytest.mark.parametrize("seed", range(6))
def test_the_same_holds_while_only_some_pages_have_been_read(workspace, monkeypatch, page, seed):
    # Without Qt's model tester: it reads on in the middle of a change, which no view does.
    monkeypatch.setattr(table, "PAGE", page)
    made = MentionsModel()
    made.set_session(workspace.session, workspace.labels)
    run(made, workspace, seed)


def everything(model):
    """The rows of all pages."""
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    return kit.tree(model)


def check_like_a_fresh_one(model, workspace, chosen, sort):
    fresh = MentionsModel()
    fresh.set_session(workspace.session, workspace.labels)
    fresh.show_only(chosen, sort)
    assert model.totals() == fresh.totals()
    assert model.rowCount() >= min(table.PAGE, model.totals()[0])
    for mention in workspace.session.mentions:
        assert model.mentions(model.index_of(mention.id)) == fresh.mentions(fresh.index_of(mention.id))
    # Groups that begin at one place may stand in either order.
    assert sorted(map(str, everything(model))) == sorted(map(str, everything(fresh)))
    assert [rank(model, i, sort) for i in kit.children(model)] == [rank(fresh, i, sort) for i in kit.children(fresh)]


def rank(model, index, sort):
    rows = model.mentions(index)
    return index.data() if sort == "name" else (len(rows) if sort == "count" else 0, rows[0].start)
