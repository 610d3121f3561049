"""Type to find: characters, pinyin, initials, English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.labels import default_label_set
from models.pinyin import match, readings


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("主题", "主题教育"),
        ("教育", "主题教育"),
        ("zt jy", "主题教育"),
        ("ztjy", "主题教育"),
        ("ZTJY", "主题教育"),
        ("ｚｔｊｙ", "主题教育"),
        ("zhutijiaoyu", "主题教育"),
        ("zhut", "主题教育"),
        ("zhtjy", "主题教育"),
        ("主题jy", "主题教育"),
        ("jiaoyu", "主题教育"),
        ("field", "Field research"),
        ("fie res", "Field research"),
        ("party.camp", "party.campaign"),
        ("sjpfsj", "深（井）“排”放、设计"),
    ],
)
def test_a_name_is_found_by_whatever_comes_to_mind(query, name):
    assert match(query, [name]) is not None


@pytest.mark.parametrize("query", ["zhongqing", "chongqing", "zq", "cq"])
def test_every_reading_of_a_polyphone_counts(query):
    assert match(query, ["重庆"]) is not None


@pytest.mark.parametrize(("query", "name"), [("ztx", "主题教育"), ("tz", "主题"), ("research field", "Field research")])
def test_what_does_not_fit_is_not_found(query, name):
    assert match(query, [name]) is None


def test_an_empty_query_fits_everything_alike():
    assert match("  ", ["主题教育"]) == match("", ["x"]) == 0


def test_characters_come_before_pinyin_and_beginnings_before_the_middle():
    scores = [match(q, ["主题教育"]) for q in ("主题教育", "主题", "教育", "ztjy", "jy")]
    assert scores == sorted(scores)
    assert len(set(scores)) == len(scores)


def test_initials_find_every_theme_of_the_default_label_set():
    for theme in default_label_set().themes:
        initials = "".join(readings(char)[0][0] for char in theme.zh)
        assert match(initials, [theme.zh]) is not None, theme.zh


@given(st.text(max_size=12), st.text(max_size=12))
def test_no_text_upsets_it_and_a_name_finds_itself(query, name):
    match(query, [name])
    if "".join(name.split()):
        assert match(name, [name]) is not None
