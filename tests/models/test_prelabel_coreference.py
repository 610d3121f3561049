"""Mentions of one entity linked: what the same words, declared and short forms give, and what is left alone."""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import replace
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.prelabel.coreference import LINKED, with_entities
from models.prelabel.engine import prelabel
from models.prelabel.suggestions import SuggestedMention
from models.text import normalise

LABELS = ("PER", "ORG", "LOC", "TIME", "TITLE", "EVENT", "DOC")


def read(marked: str) -> tuple[str, list[SuggestedMention]]:
    """A text with its mentions, which are written [ORG 区委] in it."""
    text, mentions, here = "", [], 0
    for match in re.finditer(r"\[([A-Z]+) ([^\]]+)\]", marked):
        text += marked[here : match.start()]
        span = len(text), len(text) + len(match[2])
        mentions.append(SuggestedMention(match[1], (span,), 0.9, "builtin", "model", None))
        text, here = text + match[2], match.end()
    return text + marked[here:], mentions


def entities(marked: str) -> list[str | None]:
    """The entity of each mention, in order."""
    return [mention.entity for mention in with_entities(*read(marked))]


# The same words -------------------------------------------------------------------------------------------------------


def test_the_same_name_twice_is_one_entity_and_a_name_alone_is_none():
    assert entities("[PER 李芬华]主持，[PER 余晨]出席，[PER 李芬华]讲话") == ["李芬华", None, "李芬华"]


def test_page_breaks_and_padding_are_no_part_of_the_name():
    assert entities("[PER 邓  艳]发言。[PER 邓艳]说。") == ["邓艳"] * 2
    assert entities("[EVENT 党史⏎学习教育]，[EVENT 党史学习教育]".replace("⏎", "\n  ")) == ["党史学习教育"] * 2
    assert entities("[PER Maria  Lau]，[PER Maria\nLau]") == ["Maria Lau"] * 2


def test_script_width_figures_and_quotation_marks_make_no_other_name():
    assert entities("[PER 劉惠儀]，[PER 刘惠仪]，[PER 劉惠儀]") == ["劉惠儀"] * 3
    assert entities("[ORG 虹桥7组]，[ORG 虹桥七组]，[ORG 虹桥７组]") == ["虹桥7组"] * 3
    assert (
        entities("[EVENT “不忘初心，牢记使命”主题教育]，[EVENT 不忘初心、牢记使命主题教育]")
        == ["“不忘初心，牢记使命”主题教育"] * 2
    )
    assert entities("[LOC A1棟]，[LOC A7棟]，[LOC 12号]，[LOC 1、2号]") == [None] * 4


@pytest.mark.parametrize("label", ["TIME", "TITLE"])
def test_times_and_job_titles_are_never_linked(label):
    assert entities(f"[{label} 主任]，[{label} 主任]") == [None, None]


def test_two_labels_are_never_one_entity():
    assert entities("[ORG 花木街道]，[LOC 花木街道]") == [None, None]


@pytest.mark.parametrize(
    ("label", "words"),
    [("PER", "王"), ("PER", "李某"), ("PER", "王女士"), ("EVENT", "座谈会"), ("DOC", "《通知》"), ("ORG", "高级中学")],
)
def test_words_that_may_name_another_one_each_time_are_not_linked(label, words):
    assert entities(f"[{label} {words}]来了，[{label} {words}]也来了") == [None, None]


# What the text declares -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "（以下简称“防控办”）",
        "(以下简称防控办)",
        "（简称：防控办）",
        "，简称“防控办”，",
        "（下稱「防控辦」）",
        "（以下稱為防控办）",
    ],
)
def test_a_short_form_that_the_text_declares_is_the_same_entity(said):
    long = "虹口区疫情防控工作领导小组办公室"
    assert entities(f"[ORG {long}]{said}成立。会后，[ORG 防控办]部署工作。") == [long, long]


def test_a_short_form_in_brackets_is_made_of_the_names_characters_in_their_order():
    assert entities("[ORG 台湾电力公司]（[ORG 台电]）表示") == ["台湾电力公司"] * 2
    assert entities("[ORG 台湾电力公司]（[ORG 中油]）表示") == [None, None]


def test_latin_capitals_in_brackets():
    full = "World Health Organization"
    assert entities(f"[ORG {full}] ([ORG WHO])，[ORG WHO]") == [full] * 3
    assert entities("[ORG 世卫组织]（[ORG WHO]），[ORG WHO]") == ["世卫组织"] * 3
    assert entities(f"[ORG {full}] ([ORG UNICEF])") == [None, None]


def test_a_short_form_declared_for_two_names_names_neither():
    text = "[ORG 花木社区中心]（以下简称“中心”）…[ORG 中心]…[ORG 联洋社区中心]（以下简称“中心”）…[ORG 中心]"
    assert entities(text) == [None] * 4


def test_a_declaration_goes_before_what_the_characters_say():
    text = "[ORG 母佑會中華區支會]（下簡稱[ORG 舊生會]）與[ORG 聖母書院舊生會]，[ORG 舊生會]"
    assert entities(text) == ["母佑會中華區支會", "母佑會中華區支會", None, "母佑會中華區支會"]


# Short forms ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "full", "short"),
    [
        ("ORG", "上海市虹口区纪委监委", "虹口区纪委监委"),
        ("ORG", "上海市虹口区纪委监委", "区纪委监委"),
        ("ORG", "虹口区委", "区委"),
        ("ORG", "天山路街道党工委", "街道党工委"),
        ("ORG", "金叶集团党委", "集团党委"),
        ("ORG", "中华人民共和国教育部", "教育部"),
        ("ORG", "聖母書院舊生會", "舊生會"),
        ("ORG", "市场监督管理局", "市场监管局"),
        ("ORG", "虹口区市场监督管理局", "区市场监管局"),
        ("ORG", "虹口商业集团党委", "虹商集团党委"),
        ("ORG", "公共管理学院", "公管学院"),
        ("ORG", "市委“不忘初心、牢记使命”主题教育第四巡回指导组", "市委第四巡回指导组"),
        ("LOC", "上海市长宁区", "长宁区"),
        ("LOC", "上海市长宁区", "长宁"),
        ("LOC", "虹口区", "虹口"),
        ("LOC", "江苏省", "江苏"),
        ("LOC", "武侯区玉林街道黉门街社区", "玉林街道黉门街社区"),
        ("PER", "哈里·波特", "波特"),
        ("PER", "阿依古丽•买买提", "阿依古丽"),
        ("EVENT", "党的十九届四中全会", "十九届四中全会"),
        ("DOC", "《中华人民共和国职业教育法》", "《职业教育法》"),
    ],
)
def test_a_short_form_that_fits_one_name_is_that_names(label, full, short):
    assert entities(f"[{label} {short}]在前，[{label} {full}]在后，又见[{label} {short}]。") == [full] * 3


@pytest.mark.parametrize(
    ("label", "full", "other"),
    [
        ("ORG", "虹口区监委", "虹口区委"),
        ("ORG", "上海交通大学", "上海大学"),
        ("ORG", "中国人民银行", "中国银行"),
        ("ORG", "新长宁集团", "长宁集团"),
        ("ORG", "哈尔滨市南岗区博物馆", "哈尔滨市博物馆"),
        ("ORG", "天山路街道党工委", "天山路街道"),
        ("ORG", "高铁二队", "高铁队"),
        ("ORG", "国际航空物流", "航空物流"),
        ("LOC", "江川路街道", "江川路"),
        ("LOC", "天山四村", "天山"),
        ("PER", "哈里·波特", "哈"),
        ("PER", "李芬华", "芬华"),
        ("EVENT", "第三次党代会", "第二次党代会"),
    ],
)
def test_names_that_only_look_alike_stay_apart(label, full, other):
    assert entities(f"[{label} {full}]与[{label} {other}]") == [None, None]


def test_the_fuller_forms_of_one_name_are_one():
    text = "[ORG 区纪委监委]，[ORG 虹口区纪委监委]，[ORG 上海市虹口区纪委监委]"
    assert entities(text) == ["上海市虹口区纪委监委"] * 3


def test_a_short_form_that_fits_two_names_is_linked_to_neither():
    assert entities("[LOC 吉林省]，[LOC 吉林市]，[LOC 吉林]") == [None] * 3
    assert entities("[PER 詹姆·波特]，[PER 哈里·波特]，[PER 波特]") == [None] * 3


def test_a_kind_of_body_that_fits_two_names_may_be_another_one_each_time():
    text = "[ORG 江湾街道党工委]，[ORG 街道党工委]。[ORG 花木街道党工委]，[ORG 街道党工委]"
    assert entities(text) == [None] * 4


# What holds for any mentions ------------------------------------------------------------------------------------------

BITS = (
    "上海市虹口区纪委监委 虹口区纪委监委 区纪委监委 纪委 上海市 上海 虹口区 虹口 哈里·波特 波特 WHO"
    " 市场监督管理局 市场监管局 邓艳 鄧艳 （简称“虹口”） （波特） ， ** 七组 7组 《法》 · “”"
)
NAMES = st.sampled_from([*BITS.split(), " ", "\n", "\u3000"])


@st.composite
def tagged(draw: st.DrawFn) -> tuple[str, list[SuggestedMention]]:
    """Any text with mentions anywhere, also in pieces, overlapping and twice over."""
    text = "".join(draw(st.lists(st.one_of(NAMES, st.text(max_size=5)), max_size=14)))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, 12)).map(lambda s: (s[0], min(len(text), s[0] + s[1])))
    whole = [(m.start(), m.end()) for m in re.finditer(r"[^（）“”，\n]+", text)]
    one = st.one_of(spans, st.sampled_from(whole)) if whole else spans
    mention = st.builds(
        SuggestedMention,
        st.sampled_from(LABELS),
        st.lists(one, min_size=1, max_size=2).map(lambda rows: tuple(sorted(rows))),
        st.just(0.5), st.just("builtin"), st.just("model"), st.sampled_from([None, "虹口"]),
    )  # fmt: skip
    return text, draw(st.lists(mention, max_size=10))


@given(tagged())
def test_nothing_but_the_entity_changes_and_a_second_time_changes_nothing(made):
    text, mentions = made
    found = with_entities(text, mentions)
    assert [replace(m, entity=None) for m in found] == [replace(m, entity=None) for m in mentions]
    assert with_entities(text, found) == found


@given(tagged(), st.randoms(use_true_random=False))
def test_the_order_of_the_mentions_does_not_matter(made, chance):
    text, mentions = made
    order = list(range(len(mentions)))
    chance.shuffle(order)
    found = with_entities(text, mentions)
    assert with_entities(text, [mentions[n] for n in order]) == tuple(found[n] for n in order)


@given(tagged())
def test_an_entity_has_two_mentions_of_one_label_and_is_called_as_one_of_them_is_written(made):
    text, mentions = made
    found = with_entities(text, mentions)
    sizes = Counter((m.label, m.entity) for m in found if m.entity is not None)
    assert all(size > 1 for size in sizes.values())
    assert all(m.entity is None for m in found if m.label not in LINKED)
    for label, entity in sizes:
        bare = ["".join("".join(text[a:b] for a, b in m.fragments).split()) for m in found if m.label == label]
        assert entity
        assert not set(entity) & set("\n\t")
        assert "".join(entity.split()) in (words.replace("*", "") for words in bare) or "*" in text


@given(tagged(), st.sampled_from(sorted(LINKED)))
def test_a_label_is_linked_as_if_it_were_alone(made, label):
    text, mentions = made
    found = [m for m in with_entities(text, mentions) if m.label == label]
    assert with_entities(text, [m for m in mentions if m.label == label]) == tuple(found)


def test_the_seeds_have_the_groups_that_a_reader_finds():
    linked = set()
    for path in resources.files("seeds").iterdir():
        if path.name.endswith(".txt"):
            text, _ = normalise(path.read_bytes().decode("utf-8-sig"))
            found = [(m.label, text[m.fragments[0][0] : m.fragments[-1][1]], m.entity) for m in prelabel(text).mentions]
            linked.update(row for row in found if row[2] not in (None, row[1]))
    assert linked >= {
        ("LOC", "虹口", "虹口区"),
        ("LOC", "徐汇", "徐汇区"),
        ("LOC", "长宁", "长宁区"),
        ("ORG", "虹商集团党委", "虹口商业集团党委"),
        ("ORG", "市委第四巡回指导组", "市委“不忘初心、牢记使命”主题教育第四巡回指导组"),
    }
    assert "集团党委" not in {words for _, words, _ in linked}


def calls(text: str, mentions: list[SuggestedMention]) -> int:
    """How many functions are called to link the mentions."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        with_entities(text, mentions)
    finally:
        sys.setprofile(None)
    return count


def han(number: int) -> str:
    """A character of its own for each number."""
    return chr(0x4E00 + number)


@pytest.mark.parametrize(
    "name",
    [
        lambda n: f"[ORG {han(n)}{han(n * 7 % 5000)}区市场监管局]",
        lambda n: f"[ORG 上{han(n)}{han(n * 7 % 5000)}会]",
        lambda n: f"[ORG {('上海市' * 12 + '局')[-2 - n % 35 :]}]",
        lambda n: f"[LOC {han(n)}{'市区县' * 9}]",
        lambda n: f"[LOC {han(n % 9)}{han(n % 7)}区]",
        lambda n: f"[PER {han(n)}{han(n)}·{han(n % 50)}{han(n % 70)}]",
        lambda n: f"[ORG {han(n)}{han(n)}委员会]（简称“{han(n % 9)}委会”）",
    ],
    ids=["offices", "alike", "tails", "units", "repeated", "foreign", "declared"],
)
def test_ten_times_the_mentions_are_at_most_twelve_times_the_work(name):
    small, large = (read("，".join(map(name, range(count)))) for count in (400, 4000))
    calls(*small)
    assert calls(*large) <= 12 * calls(*small)
