"""What is a time and what only looks like one; events that are one and ranks behind names. All texts are made up."""

from __future__ import annotations

import pytest

from tests.models.test_prelabel_settling import settled


@pytest.mark.parametrize("day", ["5/13 (Wed)", "2月1日 （星期天）", "5月3日（六）"])
def test_the_weekday_in_brackets_behind_a_day_belongs_to_it(day):
    start = day.partition(" " if " " in day else "（")[0]
    assert settled(f"聚会时间是 {day} 欢迎参加", ("TIME", start)) == [("TIME", day)]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("基督也是这样（林前12：12）。", "12：12"),
        ("经文：约翰福音3：16节", "3：16"),
        ("1 Samuel 1:10; 1:24 by all", "1:24"),
        ("讲题：尼希米记2:17-20", "2:17-20"),
    ],
)
def test_where_words_stand_in_the_bible_is_no_time(text, time):
    assert ("TIME", time) not in settled(text, ("TIME", time))


@pytest.mark.parametrize("text", ["提前12：12到场", "会议前9：30签到", "李书记9：30到场"])
def test_an_hour_behind_a_word_that_no_book_is_called_stays_a_time(text):
    hour = text[-7:-2] if "12" in text else "9：30"
    assert ("TIME", hour) in settled(text, ("TIME", hour))


@pytest.mark.parametrize(
    ("text", "years"), [("我们党走过100年，不容易", "100年"), ("34年的磨合", "34年"), ("25年来", "25年")]
)
def test_years_that_are_counted_are_no_time(text, years):
    assert settled(text, ("TIME", years)) == []


@pytest.mark.parametrize(
    ("text", "year"), [("本社区114年的收支", "114年"), ("见17年的纪要", "17年"), ("始于17年", "17年")]
)
def test_a_year_that_is_named_by_its_last_figures_is_a_time(text, year):
    assert settled(text, ("TIME", year)) == [("TIME", year)]


def test_two_events_that_are_held_as_one_are_one():
    found = settled(
        "红枫学会第一次代表大会暨红枫学会成立大会举行",
        ("EVENT", "红枫学会第一次代表大会"),
        ("EVENT", "红枫学会成立大会"),
    )
    assert found == [("EVENT", "红枫学会第一次代表大会暨红枫学会成立大会")]


@pytest.mark.parametrize("rank", ["上将", "少将", "大校"])
def test_a_military_rank_behind_a_full_name_is_a_title(rank):
    assert settled(f"会长朱文远{rank}讲话", ("PER", "朱文远")) == [
        ("TITLE", "会长"),
        ("PER", "朱文远"),
        ("TITLE", rank),
    ]


@pytest.mark.parametrize("claim", ["All Rights Reserved", "all right reserved", "Powered by"])
def test_whose_a_page_is_in_english_names_no_body(claim):
    assert settled(f"Copyright 红枫集团 {claim}.", ("ORG", claim)) == []


@pytest.mark.parametrize("year", ["1720年", "上世纪八十年"])
def test_a_decade_is_told_whole(year):
    assert settled(f"那是{year}代的照片", ("TIME", year)) == [("TIME", f"{year}代")]
    assert settled(f"那是{year}的照片", ("TIME", year)) == [("TIME", year)]


def test_a_body_s_full_name_is_named_without_the_marks_around_it_and_a_coined_one_with_them():
    text = "“红枫基金会”与“不锈钢班”"
    for found in ("“红枫基金会”", "“红枫基金会"):
        assert settled(text, ("ORG", found), ("ORG", "“不锈钢班”")) == [
            ("ORG", "红枫基金会"),
            ("ORG", "“不锈钢班”"),
        ]


def test_what_all_bodies_of_a_sort_are_called_is_no_body():
    assert settled("市教育部门表示", ("ORG", "市教育部")) == []
