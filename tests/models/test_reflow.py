"""Soft breaks, leftovers, interruptions and the unwrapped form of a bulletin's text."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.reflow import Unwrapped, interruptions, leftovers, lines, soft_breaks

ALPHABET = st.sampled_from("中文街道会的，,。：“”（）一二、1月日 \t\n\n\n\f\u3000\xa0aZ.[#*◆\U00020bb7")
TEXTS = st.one_of(st.text(max_size=300), st.text(ALPHABET, max_size=400))

WRAPPED = """  本周社区志愿者走进青松居民区开展义诊服务，为行动不便的老人测量血
压、讲解用药常识，并逐户登记健康需求。活动由街道社区卫生服务中心牵头
组织，十二名医护人员参加。居民们说，家门口的服务越来越贴心，希望常来
看看。
  下一步，街道将把义诊固定在每月第一个星期三，由各居民区轮流承办，让
更多老人受益。
"""


def parts(text: str) -> list[str]:
    return Unwrapped.of(text).content.split("\n")


def test_hard_wrapped_lines_become_paragraphs() -> None:
    first, second = (part.strip() for part in parts(WRAPPED) if part.strip())
    assert first.startswith("本周")
    assert first.endswith("希望常来看看。")
    assert "测量血压、讲解" in first
    assert second.startswith("下一步")
    assert second.endswith("更多老人受益。")


def test_wrapped_lines_with_blank_lines_between_are_joined_too() -> None:
    spread = "\n\n".join(line.strip() for line in WRAPPED.splitlines()[:4])
    assert parts(spread) == ["".join(line.strip() for line in WRAPPED.splitlines()[:4])]


def test_a_sentence_cut_by_a_column_goes_on() -> None:
    text = "居民代表对改造方案提出了意见,社区逐条记录。工作人员表示将尽快反馈,请大家放心,确保小区\n\n\n\n安全整洁。\n"
    assert parts(text)[0].endswith("确保小区安全整洁。")


def test_headlines_bylines_and_numbered_items_keep_their_line_breaks() -> None:
    text = "红松街道召开安全生产会议\n本报讯 5月3日，会议召开。\n一、压实责任\n各单位要落实责任。\n二、排查隐患\n排查。"
    assert soft_breaks(text) == ()


def test_latin_words_cut_by_a_line_end_stay_two_words() -> None:
    text = (
        "The committee thanked every volunteer who had helped to\nclean the river bank and\nasked them to come again.\n"
    )
    assert "who had helped to clean the river bank" in Unwrapped.of(text).content


def test_a_caption_in_mid_sentence_is_found() -> None:
    text = (
        "会议还提出具体措施。加法:坚持问题导向,对标查漏补缺,对要\n\n\n\n6月4日,青松小区居委整治楼道\n\n"
        "修、要补、要改的问题抓紧解决。减法:清理顽症,做好清除工作。\n"
    )
    (span,) = interruptions(text)
    assert text[slice(*span)] == "6月4日,青松小区居委整治楼道"


@pytest.mark.parametrize("junk", ["[bookmark: _GoBack]", 'HYPERLINK "http://a.example/b"', "_Toc123456789", "\ufffc"])
def test_extraction_leftovers_are_found_and_left_out(junk: str) -> None:
    text = f"前文\n{junk}街道召开会议。"
    ((start, end),) = leftovers(text)
    assert text[start:end].strip() == junk
    assert "街道召开会议。" in Unwrapped.of(text).content
    assert junk not in Unwrapped.of(text).content


def test_ordinary_brackets_are_no_leftovers() -> None:
    assert leftovers("[注] 见《办法》{附件}，第1页") == ()


@given(TEXTS)
def test_soft_breaks_are_white_space_round_a_line_break_in_order(text: str) -> None:
    before = -1
    for start, end in soft_breaks(text):
        assert before < start < end <= len(text)
        assert text[start:end].strip() == ""
        assert not text[start - 1].isspace()
        assert not text[end].isspace()
        before = end


@given(TEXTS)
def test_every_unwrapped_character_maps_back_exactly(text: str) -> None:
    found = Unwrapped.of(text)
    last = -1
    for n, character in enumerate(found.content):
        start, end = found.to_source(n, n + 1)
        assert end == start + 1
        assert start > last
        assert text[start] == character or (character == " " and text[start].isspace())
        assert found.from_source(start) == n
        last = start


@given(TEXTS)
def test_a_range_of_the_unwrapped_text_holds_its_characters_in_the_source(text: str) -> None:
    found = Unwrapped.of(text)
    start, end = found.to_source(0, len(found.content))
    assert [c for c in text[start:end] if not c.isspace()][:1] == [c for c in found.content if not c.isspace()][:1]
    with pytest.raises(ValueError):
        found.to_source(0, len(found.content) + 1)


@given(TEXTS)
def test_lines_hold_all_text_and_nothing_else(text: str) -> None:
    rows = lines(text)
    assert "".join("".join(text[r.start : r.end].split()) for r in rows) == "".join(text.split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(rows))


@settings(max_examples=25)
@given(st.text(ALPHABET, min_size=1, max_size=60), st.integers(0, 40))
def test_a_change_far_away_moves_no_soft_break(other: str, at: int) -> None:
    far = "\n".join(f"第{n}段的话说完了，下面换一个题目继续往下讲。" * 3 for n in range(30)) + "\n"
    with_change = other + "\n" + far + WRAPPED
    without = "\n" + far + WRAPPED
    start, other_start = len(with_change) - len(WRAPPED), len(without) - len(WRAPPED)
    assert [(a - start, b - start) for a, b in soft_breaks(with_change) if a >= start] == [
        (a - other_start, b - other_start) for a, b in soft_breaks(without) if a >= other_start
    ]


@pytest.mark.parametrize(
    "text", ["", "中" * 1_000_000, "x" * 1_000_000, "“" * 500_000 + "\n" + "（" * 500_000, "中\n" * 50_000]
)
def test_any_length_is_read_in_bounded_time(text: str) -> None:
    began = time.process_time()
    assert len(Unwrapped.of(text).content) <= len(text)
    assert time.process_time() - began < 10
