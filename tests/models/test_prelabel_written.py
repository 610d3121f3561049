"""The bulletins that were written for the project: their notation, and what their gold promises."""

from __future__ import annotations

from importlib import resources

import pytest

from models.labels import default_label_set
from models.learning.rehearsal import rehearsed
from models.prelabel.entities.spans import LABELS
from models.prelabel.training.rehearsal import BULLETINS, rehearsal
from models.prelabel.training.sections import certainty_model
from models.prelabel.training.themes import theme_model, themed
from models.prelabel.training.written import KINDS, every, files, read, written


def test_marks_are_taken_out_of_the_text_and_become_sections_mentions_and_spans_that_do_not_count():
    found = read("x", "<0 masthead>[川沙镇|ORG|LOC]简报\n<1 article party.study exchange>[今年|?][李芬华|PER]说[注]。")
    assert found.text == "川沙镇简报\n今年李芬华说[注]。"
    assert [(p.start, p.level, p.kind, p.themes) for p in found.sections] == [
        (0, 0, "masthead", ()),
        (6, 1, "article", ("party.study", "exchange")),
    ]
    assert found.mentions == (("ORG", 0, 3), ("PER", 8, 11))
    assert found.second == (("LOC", 0, 3),)
    assert found.optional == ((6, 8),)


def test_gold_leaves_white_space_aside_and_lets_a_second_label_pass():
    gold = read("x", "<1 article>在[ 川沙镇|ORG|LOC]和[今年|?]").gold
    assert gold.mentions == {(2, 5): "ORG"}
    assert gold.also == {(2, 5): frozenset(("LOC",))}
    assert gold.leeway == {(6, 8)}


@pytest.mark.parametrize("file", files())
def test_no_mark_is_left_in_a_written_bulletin(file):
    for each in written(file):
        for label in (*LABELS, "?"):
            assert f"|{label}]" not in each.text, each.name
        assert not any(f"<{level} {kind}" in each.text for level in range(6) for kind in KINDS), each.name


@pytest.mark.parametrize("file", files())
def test_written_bulletins_hold_mentions_apart_sections_in_order_and_themes_of_the_taxonomy(file):
    themes = {theme for theme, _ in default_label_set().taxonomy}
    for each in written(file):
        here = 0
        for label, start, end in each.mentions:
            assert label in LABELS
            assert here <= start < end <= len(each.text), each.name
            here = end
        starts = [part.start for part in each.sections]
        assert starts == sorted(set(starts)), each.name
        assert not each.text[: min(starts)].strip(), each.name
        assert themes.issuperset(theme for part in each.sections for theme in part.themes), each.name


def test_about_a_fifth_is_kept_back_and_names_are_each_used_once():
    names = [each.name for each in every()]
    assert len(names) == len(set(names))
    assert 0.15 < sum(each.kept_back for each in every()) / len(names) < 0.3


def test_an_article_is_read_for_its_themes_with_its_parts_and_without_captions():
    bulletin = read(
        "x", "<1 article party.study>学习\n<2 subsection>一、读书\n<2 caption>图为\n<1 continuation>续\n<1 brief>讯"
    )
    assert themed(bulletin) == [("学习\n一、读书\n续\n", ("party.study",)), ("讯", ())]


@pytest.mark.parametrize(
    ("name", "made"),
    [("sections.json", certainty_model), ("themes.json", theme_model), ("rehearsal.json", rehearsal)],
)
def test_the_tables_that_the_program_carries_are_what_the_written_bulletins_teach(name, made):
    assert (resources.files("resources") / "models" / name).read_bytes() == made()


def test_training_reads_again_none_of_the_bulletins_that_are_kept_back():
    again = {one.text for one in rehearsed()}
    assert len(again) == BULLETINS
    assert again <= {one.text for one in every() if not one.kept_back}
