"""What words tell of the themes of the default taxonomy."""

import json
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from models.prelabel.engine import default_taxonomy
from models.prelabel.theme_words import Theme, WordModel, leads, read, shipped, terms
from models.prelabel.themes import attached_themes, suggest_themes

MODEL = WordModel(
    {"a": Theme(-1.0, 2.0, 0.0), "b": Theme(-1.0, 0.0, 0.0)},
    {"老人": 1.0, "^老人": 1.0, "植树": 2.0},
    {"老人": (("a", 1.0),), "^老人": (("a", 3.0),), "植树": (("b", 2.0), ("a", -1.0))},
)


def test_words_scores_and_what_a_theme_has_by_itself_add_up():
    found = MODEL.odds(Counter(["植树"]), {"a": 0.0})
    assert {theme: odds for theme, (odds, _) in found.items()} == {"a": -2.0, "b": 1.0}
    assert found["b"][1] == [(2.0, "植树")]
    assert found["a"][1] == []


def test_a_score_of_its_own_makes_a_theme_likelier():
    low, high = (MODEL.odds(Counter(), {"a": score})["a"][0] for score in (1.0, 5.0))
    assert low < high


def test_a_word_of_the_heading_counts_once_more_and_is_quoted_as_it_stands():
    assert terms(["看望", "老人", "\n", "老人", "高兴"]) == {"看望": 1, "^看望": 1, "老人": 2, "^老人": 1, "高兴": 1}
    (first, *_) = MODEL.odds(terms(["老人", "\n"]), {})["a"][1]
    assert first[1] == "老人"


@given(st.dictionaries(st.sampled_from("abc"), st.floats(0, 50), max_size=3))
def test_a_theme_leads_by_as_much_as_its_best_rival_is_behind(scores):
    own, lead = leads("ab", scores)["a"]
    assert own >= 0
    assert (lead >= 0) == (scores.get("a", 0.0) >= max((v for k, v in scores.items() if k != "a"), default=0.0))


def test_a_model_is_read_as_it_was_written():
    data = {"themes": {"a": [0.5, 1, 2]}, "seldom": {"老人": 2.5}, "told": {"老人": {"a": 1.5}}}
    assert read(json.dumps(data)) == WordModel({"a": Theme(0.5, 1.0, 2.0)}, {"老人": 2.5}, {"老人": (("a", 1.5),)})


def test_the_shipped_model_knows_themes_of_the_default_taxonomy_alone():
    themes = {theme for theme, _ in default_taxonomy()}
    assert shipped().themes.keys() <= themes
    assert {theme for row in shipped().told.values() for theme, _ in row} <= themes


def test_a_theme_that_no_list_of_words_names_is_found_by_what_bulletins_like_it_say():
    text = "老人们笑了\n志愿者给老人理发、量血压，送去长寿面，陪老人说说话。老人们拉着她们的手，舍不得放开。"
    assert attached_themes(text, default_taxonomy())[0].id == "welfare.elderly"


def test_the_words_named_stand_in_the_section():
    text = "敬老院裡喜洋洋\n志願者陪長者包餃子、唱老歌，長者們十分高興。"
    for theme in suggest_themes(text, default_taxonomy()):
        assert theme.words
        assert all(word in text for word in theme.words)
