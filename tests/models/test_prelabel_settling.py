"""What the rules do to the tagger's mentions: names that touch, posts that were missed, words that are no names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.prelabel.entities.cues import find
from models.prelabel.entities.doubts import closed, plausible, termlike
from models.prelabel.entities.evidence import pieces
from models.prelabel.entities.forms import formed
from models.prelabel.entities.settling import consistent, with_rules
from models.prelabel.entities.spans import Candidate
from models.prelabel.entities.words import words_of


def settled(text: str, *mentions: tuple[str, str]) -> list[tuple[str, str]]:
    """Label and string of what the rules make of mentions, given by label and string in the order of the text."""
    piece = pieces(text)[0]
    found, here = [], 0
    for label, string in mentions:
        start = text.index(string, here)
        here = start + len(string)
        found.append(Candidate(start, here, label, 0.95, "model"))
    return [(c.label, piece.string[c.start : c.end]) for c in with_rules(found, piece)]


@pytest.mark.parametrize(
    ("text", "mentions", "name"),
    [
        ("参加者有机务二队龙桥四组。", [("ORG", "机务二队"), ("ORG", "龙桥四组")], ("ORG", "机务二队龙桥四组")),
        ("他住在江苏省常州市。", [("LOC", "江苏省"), ("LOC", "常州市")], ("LOC", "江苏省常州市")),
        ("我们在常州一中念书。", [("LOC", "常州"), ("ORG", "一中")], ("ORG", "常州一中")),
        ("明德同学会\n九龙支会\n会讯", [("ORG", "明德同学会"), ("ORG", "九龙支会")], ("ORG", "明德同学会\n九龙支会")),
        (
            "Old Girls Association， Mercy School 会讯",
            [("ORG", "Old Girls Association"), ("ORG", "Mercy School")],
            ("ORG", "Old Girls Association， Mercy School"),
        ),
        ("明德同学会-九龙支会通告", [("ORG", "明德同学会"), ("ORG", "九龙支会")], ("ORG", "明德同学会-九龙支会")),
    ],
)  # fmt: skip
def test_bodies_and_places_that_touch_are_one_name(text, mentions, name):
    assert settled(text, *mentions) == [name]


def test_who_lives_at_an_address_is_another_name():
    found = settled("地址：幸福路三号明德书院。", ("LOC", "幸福路三号"), ("ORG", "明德书院"))
    assert found == [("LOC", "幸福路三号"), ("ORG", "明德书院")]


def test_bodies_on_lines_of_their_own_stay_apart_unless_the_second_is_a_branch():
    found = settled("区民政局\n区财政局\n", ("ORG", "区民政局"), ("ORG", "区财政局"))
    assert found == [("ORG", "区民政局"), ("ORG", "区财政局")]


def test_a_named_body_takes_in_the_bare_one_that_opens_the_post():
    found = settled("宏远公司党支部书记王建国到会。", ("ORG", "宏远公司"), ("TITLE", "党支部书记"), ("PER", "王建国"))
    assert found == [("ORG", "宏远公司党支部"), ("TITLE", "书记"), ("PER", "王建国")]


@pytest.mark.parametrize("post", ["书记", "副书记", "成员"])
def test_a_leading_group_belongs_to_the_body_as_in_the_seeds(post):
    expected = [("ORG", "省司法厅党组"), ("TITLE", post), ("PER", "王建国")]
    text = f"省司法厅党组{post}王建国到会。"
    assert settled(text, ("ORG", "省司法厅党组"), ("TITLE", post), ("PER", "王建国")) == expected
    assert settled(text, ("ORG", "省司法厅"), ("TITLE", f"党组{post}"), ("PER", "王建国")) == expected


@pytest.mark.parametrize(
    ("text", "label", "string"),
    [
        ("今年正值本会成立三十周年。", "EVENT", "成立三十周年"),
        ("庆祝20 周年的晚会", "EVENT", "20 周年"),
        ("学以致用，服务社会，回报家乡。", "ORG", "服务社会"),
        ("为经济社会发展贡献力量。", "ORG", "经济社会"),
    ],
)
def test_years_alone_are_no_event_and_society_is_no_body(text, label, string):
    assert settled(text, (label, string)) == []
    assert settled("庆祝建党百周年。", ("EVENT", "建党百周年")) == [("EVENT", "建党百周年")]


def test_posts_before_a_person_and_behind_a_body_at_the_line_s_end_are_found():
    assert settled("副队长   王建国：\n大家好。", ("PER", "王建国"))[0] == ("TITLE", "副队长")
    assert settled("机务二队四组车长\n大家好。", ("ORG", "机务二队四组")) == [
        ("ORG", "机务二队四组"),
        ("TITLE", "车长"),
    ]
    assert (
        settled(
            "班长不在。",
        )
        == []
    )


def test_how_a_person_with_a_full_name_is_addressed_is_a_title():
    assert settled("李慧敏牧师来了。", ("PER", "李慧敏")) == [("PER", "李慧敏"), ("TITLE", "牧师")]
    assert settled("李牧师来了。", ("PER", "李")) == [("PER", "李")]


@pytest.mark.parametrize("courtesy", ["先生", "女士", "小姐", "太太"])
def test_a_courtesy_is_nobodys_post(courtesy):
    assert settled(f"李慧敏{courtesy}来了。", ("PER", "李慧敏"), ("TITLE", courtesy)) == [("PER", "李慧敏")]


def test_a_class_of_students_and_a_stage_of_a_contest_belong_to_the_name():
    assert settled("来自软件1803的曹阳获一等奖。", ("ORG", "软件")) == [("ORG", "软件1803")]
    assert settled("来自软件1803年的项目。", ("ORG", "软件")) == [("ORG", "软件")]
    text = "参加中国化学奥林匹克（决赛）。"
    assert settled(text, ("EVENT", "中国化学奥林匹克")) == [("EVENT", "中国化学奥林匹克（决赛）")]


@pytest.mark.parametrize(
    ("text", "start", "end", "left"),
    [
        ("迎来“十一黄金周”了", 2, 8, "“十一黄金周”"),
        ("迎来“十一黄金周”了", 3, 9, "“十一黄金周”"),
        ("“和谐行动", 0, 5, "和谐行动"),
        ("和谐行动”", 0, 5, "和谐行动"),
        ("“和谐”行动", 0, 6, "“和谐”行动"),
    ],
)
def test_a_mention_holds_both_marks_of_a_quotation_or_none(text, start, end, left):
    found = closed(text, Candidate(start, end, "EVENT", 0.8, "model"))
    assert text[found.start : found.end] == left


def test_words_that_the_dictionary_knows_are_no_persons_where_they_name_something_else_or_are_unsure():
    piece = pieces("孩子们画出和平的样子，药名是石斛。")[0]
    peace, herb = piece.string.index("和平"), piece.string.index("石斛")
    assert termlike(piece, Candidate(peace, peace + 2, "PER", 0.95, "model"))
    assert termlike(piece, Candidate(herb, herb + 2, "PER", 0.6, "model"))
    assert not termlike(piece, Candidate(herb, herb + 2, "PER", 0.95, "model"))


@pytest.mark.parametrize("string", ["31.6%", "501.2", "0559-23", "704-010-00528-3"])
def test_figures_are_no_time(string):
    assert not plausible(string, Candidate(0, len(string), "TIME", 0.9, "model"))


def test_the_leader_s_name_inside_a_doctrine_s_is_not_found_again():
    text = "习近平到会。学习习近平新时代中国特色社会主义思想。"
    assert consistent(text, [Candidate(0, 3, "PER", 0.99, "model")]) == [Candidate(0, 3, "PER", 0.99, "model")]


@pytest.mark.parametrize(
    "time",
    [
        "2011年3月25日 至 4月10日", "本年11月26日（星期六）", "12/11/2011", "2/21 ～ 2/23",
        "2014/15 至2015/16 年度", "2023-2024学年第一学期", "112学年度第一学期", "1935年秋", "2024年春季",
        "农历正月廿一", "上午八时", "下午三时至四时半", "108年9月21日（六）下午二时至四时", "7月6日8时至10日8时",
        "12：45 p.m.", "111.11.28-111.12.31", "29 November 2014",
    ],
)  # fmt: skip
def test_dates_hours_and_ranges_are_one_time_each(time):
    text = f"时间是{time}，请准时。"
    assert [text[start:end] for start, end in find(text, words_of(text)).of("time")] == [time]


@pytest.mark.parametrize("text", ["电话2019-2020-33", "面积501.2平方米", "正确率31.6%", "编号0559-23"])
def test_numbers_that_are_no_dates_give_no_time(text):
    assert find(text, words_of(text)).of("time") == []


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("见Hong Kong Baptist Church的通告", "ORG", "Hong Kong Baptist Church"),
        ("由Lions Club of Kowloon West主办", "ORG", "Lions Club of Kowloon West"),
        ("MERCY GIRLS' SCHOOL ALUMNAE ASSOCIATION 会讯", "ORG", "MERCY GIRLS' SCHOOL ALUMNAE ASSOCIATION"),
        ("迎接国庆黄金周的到来", "EVENT", "国庆黄金周"),
        ("庆祝建党100周年", "EVENT", "建党100周年"),
    ],
)
def test_english_bodies_golden_weeks_and_jubilees_are_found_by_their_form(text, label, name):
    piece = pieces(text)[0]
    assert (label, name) in {(c.label, piece.string[c.start : c.end]) for c in formed(piece.string, piece.found)}


def test_our_school_in_english_is_no_body():
    piece = pieces("Our School is here")[0]
    assert not list(formed(piece.string, piece.found))


def test_three_places_named_by_a_character_each_are_three():
    piece = pieces("走遍港、澳、台各地")[0]
    assert [piece.string[c.start : c.end] for c in formed(piece.string, piece.found)] == ["港", "澳", "台"]


def test_a_word_put_together_by_guess_is_not_known_and_one_of_the_dictionary_is():
    known = {word.string: word.known for word in words_of("高三学生卜凡霖到会，2024年OK。")}
    assert known["高三"]
    assert known["学生"]
    assert not next(known[string] for string in known if "卜" in string and len(string) > 1)
    assert known["2024"]
    assert known["OK"]


@given(st.text(alphabet="“”机务二队四组党支部书记王建国-\n 老师,。", max_size=60), st.data())
def test_what_the_rules_make_of_any_mentions_never_overlaps_and_is_never_empty(text, data):
    piece = pieces(text or "x")[0]
    size = len(piece.string)
    cuts = sorted(data.draw(st.lists(st.integers(0, size), max_size=10, unique=True)))
    labels = st.sampled_from(("PER", "ORG", "LOC", "TIME", "TITLE", "EVENT"))
    spans = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if piece.string[a:b].strip()]
    found = with_rules([Candidate(a, b, data.draw(labels), 0.9, "model") for a, b in spans], piece)
    assert all(0 <= c.start < c.end <= size for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "详见http://www.example.com/2021/05/06/news.html。",
        "![合影](https://example.com/img/2021-05-06/李晓红.jpg)",
        "文件在docs/2021-05-06/news/index.md里。",
        "slug: 83385ad3e4dc677be2441fdc3cd61673",
    ],
)
def test_nothing_is_named_inside_an_address_a_path_or_a_key(text):
    assert not any(c.isascii() and c.isalnum() for _, found in settled(text) for c in found)


@pytest.mark.parametrize("time", ["2016年度", "10月16及17日", "5月6日和7日", "2016/7/14 16：52：59"])
def test_a_year_of_account_joined_days_and_seconds_belong_to_the_time(time):
    assert ("TIME", time) in settled(f"会议听取{time}工作安排。")


@pytest.mark.parametrize(
    ("post", "unit", "rest"),
    [
        ("器官移植科主任", "青松医院器官移植科", "主任"),
        ("办公室副主任", "青松医院办公室", "副主任"),
        ("院长", "青松医院", "院长"),
    ],
)
def test_the_unit_that_a_post_behind_a_body_opens_with_belongs_to_the_body(post, unit, rest):
    found = settled(f"青松医院{post}李晓红出席。", ("ORG", "青松医院"), ("TITLE", post), ("PER", "李晓红"))
    assert found == [("ORG", unit), ("TITLE", rest), ("PER", "李晓红")]
