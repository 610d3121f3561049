"""Whatever the text, sections form a valid outline, the same every time, in bounded time; changes stay local."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.outline import DEEPEST, Outline, Section
from models.prelabel.sections import suggest_sections
from models.prelabel.sections.meta import bulletin_meta
from models.prelabel.suggestions import SuggestedSection
from models.text import landing

KINDS = {"masthead", "column", "article", "subsection", "brief", "caption", "boilerplate", "footer", "continuation"}
BANK = """【工作动态】
◆青松街道召开会议
一、加强领导
（一）健全制度。
1. 做好宣传
第三条
## 议题一
又讯 昨日，街道
青松一 | 邻里节
近日，街道开展活动，居民参加。
本报讯 5月3日，青松街道召开推进会，部署工作。会议要求抓好落实。
6月4日,小区居委整治楼道
图为活动现场。 王小明 摄
（街道党工办）
来源：街道
编辑：王小明
□文 王小明
2021-05-06  王小明
队长  王  明：
第 3 页
青松社区报
扫一扫分享本页
======
* 列表
<td>表</td>
Newsletter, June 2021
简讯
要做到有声有色,确保辖区
安全稳定。
7
"""
LINES = st.sampled_from([*BANK.split("\n"), "\f青松社区报", "\f8", "\u3000\u3000街道开展活动，"])
BULLETINS = st.lists(LINES, max_size=40).map("\n".join)
TEXTS = st.one_of(st.text(max_size=200), BULLETINS)


def check(text: str, found: tuple[SuggestedSection, ...]) -> None:
    if not text.strip():
        assert found == ()
        return
    assert found[0].start == landing(text, 0)
    for n, section in enumerate(found):
        end = found[n + 1].start if n + 1 < len(found) else len(text)
        assert section.start < end
        assert not text[section.start].isspace()
        assert section.kind in KINDS
        assert 0 <= section.level <= DEEPEST
        assert 0 < section.confidence <= 1
        assert section.heading_end is None or section.start < section.heading_end <= end
        assert (section.continues is not None) == (section.kind == "continuation")
        if section.continues is not None:
            assert section.continues < n
            assert found[section.continues].kind != "continuation"
            assert found[section.continues].level == section.level


def as_outline(text: str, found: tuple[SuggestedSection, ...]) -> Outline:
    rows = [
        Section(str(n), "layer", s.start, s.level, s.kind, s.heading_end,
                continues=None if s.continues is None else str(s.continues))
        for n, s in enumerate(found)
    ]  # fmt: skip
    return Outline.of("layer", len(text), rows)


@settings(max_examples=300)
@given(TEXTS)
def test_any_text_gives_a_valid_outline_and_the_same_again(text: str) -> None:
    found = suggest_sections(text)
    check(text, found)
    assert len(as_outline(text, found)) == len(found)
    assert suggest_sections(text) == found


@given(TEXTS)
def test_what_the_masthead_tells_is_plain_text_of_one_line(text: str) -> None:
    for key, value in bulletin_meta(text, suggest_sections(text)):
        assert key in {"title", "issue", "date", "publisher"}
        assert value
        assert "\n" not in value


FAR = "".join(f"第{n}件事近日已经办好，居民们都说满意，街道也将继续把好事办实。\n" for n in range(60))


@settings(max_examples=60)
@given(BULLETINS, st.integers(2, len(FAR) // 3), st.sampled_from("事，Z"))
def test_a_character_changed_far_away_moves_no_boundary(bulletin: str, at: int, character: str) -> None:
    if FAR[at] == "\n":
        return
    changed = FAR[:at] + character + FAR[at + 1 :]
    head = "青松街道开展便民服务\n"
    before = [s for s in suggest_sections(head + FAR + bulletin) if s.start > len(head + FAR)]
    after = [s for s in suggest_sections(head + changed + bulletin) if s.start > len(head + FAR)]
    assert [(s.start, s.level, s.kind) for s in before] == [(s.start, s.level, s.kind) for s in after]


@pytest.mark.parametrize(
    "text",
    [
        "中" * 1_000_000,
        "a b" * 300_000,
        "“（" * 400_000,
        "第一章" * 200_000,
        "一、好\n" * 20_000,
        "好事近日已经办好。\n扫一扫分享本页\n" * 10_000,
        "=" * 500_000,
        ("甲   " * 50 + "乙丙\n") * 500,
        ("######" + " " * 50 + "标题甲: a\n") * 2_000,
        "".join(chr(n % 0x2FA1) for n in range(32, 300_000) if not 0xD800 <= n % 0x2FA1 < 0xE000),
    ],
    ids=["han", "latin", "brackets", "numbers", "lines", "notices", "rule", "set-wide", "blanks", "any"],
)
def test_a_long_text_is_read_in_bounded_time(text: str) -> None:
    began = time.process_time()
    check(text, suggest_sections(text))
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    "text",
    [
        "The residents met on Monday.\n\nThey agreed to plant trees along the river.\n",
        "اجتمع السكان يوم الاثنين.\n\nواتفقوا على زراعة الأشجار.\n",
        "\ufffd\ufffd\x7f\x80\u2028PK\n\ufffd\ufffd",
    ],
    ids=["english", "arabic", "binary"],
)
def test_other_scripts_and_binary_files_are_one_outline(text: str) -> None:
    check(text, suggest_sections(text))
