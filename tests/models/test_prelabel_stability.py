"""What must not move a boundary does not: marks, scripts, wraps, blank lines, far changes, other articles, hashes."""

import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from importlib import resources

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.prelabel.engine import prelabel
from models.prelabel.folding import folded
from models.prelabel.sections import suggest_sections
from models.text import normalise

SEEDS = sorted(
    (path.name, path.read_bytes()) for path in resources.files("seeds").iterdir() if path.name.endswith(".txt")
)
PARAGRAPHS = (
    "近日，青松街道组织党员志愿者走进社区，为居民提供义诊、理发、家电维修等便民服务，受到大家的欢迎，现场气氛十分热烈。",
    "居民们纷纷表示，这样的活动办到了心坎上，希望今后常办长办，让更多人受益；街道将认真听取意见，不断改进工作。",
    "活动现场，志愿者耐心解答居民提出的问题，并发放宣传资料三百余份。大家说，家门口的服务越来越好了，日子越过越舒心。",
)
ARTICLES = (
    "青松街道召开平安建设推进会\n{0}\n{1}\n（街道平安办）\n",
    "凝聚邻里情  共建好家园\n红枫社区举办邻里节\n{1}\n一、广泛发动，形成合力\n{2}\n{0}\n"
    "二、精心组织，确保实效\n{1}\n三、总结经验，长效常态\n{2}\n",
    "白杨社区开展敬老月系列活动\n本报讯（记者 李晓红）{0}\n{2}\n图为志愿者为老人理发。 王明 摄\n{1}\n",
    "我校举行消防疏散演练\n{2}\n{0}\n{1}\n",
)
HEAD = "青松社区工作简报\n第12期（总第45期）\n青松街道党政办公室编            2021年3月18日\n\n"
FOOT = "报：区委办公室、区政府办公室\n送：各街道、镇\n（共印50份）\n"


def bulletin(articles: tuple[str, ...] = ARTICLES) -> str:
    return HEAD + "".join(article.format(*PARAGRAPHS) for article in articles) + FOOT


def shown(text: str) -> list[tuple[str, int, str]]:
    """Each section by its first characters, white space aside, its level and its kind."""
    return [
        (folded("".join(text[s.start :][:40].split())[:8]), s.level, s.kind) for s in suggest_sections(text)
    ]  # fmt: skip


def texts() -> list[str]:
    return [bulletin(), *(normalise(raw.decode("utf-8-sig"))[0] for _, raw in SEEDS)]


NARROW = str.maketrans("，：；！？（）", ",:;!?()")


@pytest.mark.parametrize("number", range(6))
def test_half_width_marks_move_no_boundary(number: int) -> None:
    text = texts()[number]
    narrow = text.translate(NARROW)
    moved = {s.start for s in suggest_sections(text)} ^ {s.start for s in suggest_sections(narrow)}
    assert len(moved) <= (1 if number else 0)


@pytest.mark.parametrize("number", range(6))
def test_traditional_characters_move_no_boundary(number: int) -> None:
    text = texts()[number]
    traditional = "".join(
        new if len(new) == 1 else old
        for old, new in zip(text, map(opencc.OpenCC("s2t").convert, text), strict=True)
    )  # fmt: skip
    assert [(s.start, s.level, s.kind) for s in suggest_sections(traditional)] == [
        (s.start, s.level, s.kind) for s in suggest_sections(text)
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: re.sub(r"\n+", "\n\n", text),
        lambda text: re.sub(r"\n+", "\n\n\n", text),
        lambda text: text.replace("\n", "  \n"),
        lambda text: text.replace("\n", "\u3000\n"),
        lambda text: re.sub(r"(?m)^(?=.{30})", "\u3000\u3000", text),
        lambda text: "\n\n" + text + "\n\n\n",
    ],
    ids=["blank", "blanks", "trailing", "ideographic", "indented", "outer"],
)
def test_blank_lines_and_margins_change_no_section(change: Callable[[str], str]) -> None:
    assert shown(change(bulletin())) == shown(bulletin())


@pytest.mark.parametrize("width", range(20, 46, 3))
@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
def test_lines_wrapped_at_another_width_change_no_section(width: int, indent: str) -> None:
    def wrap(line: str) -> str:
        if len(line) < 45:
            return line
        line = indent + line
        return "\n".join(line[n : n + width] for n in range(0, len(line), width))

    text = bulletin()
    assert shown("\n".join(map(wrap, text.split("\n")))) == shown(text)


@pytest.mark.parametrize("dropped", range(len(ARTICLES)))
def test_an_article_taken_out_leaves_the_others_as_they_were(dropped: int) -> None:
    left = tuple(article for n, article in enumerate(ARTICLES) if n != dropped)
    text = bulletin()
    start = text.index(ARTICLES[dropped].split("\n")[0])
    end = start + len(ARTICLES[dropped].format(*PARAGRAPHS))
    kept = [(text[s.start :][:8], s.level, s.kind) for s in suggest_sections(text) if not start <= s.start < end]
    shorter = bulletin(left)
    assert [(shorter[s.start :][:8], s.level, s.kind) for s in suggest_sections(shorter)] == kept


LONG = HEAD + "".join(article.format(*PARAGRAPHS) for _ in range(8) for article in ARTICLES) + FOOT


@cache
def places(text: str) -> tuple[tuple[int, int, str], ...]:
    """Each section by its start, level and kind; kept for texts that are asked about again."""
    return tuple((s.start, s.level, s.kind) for s in suggest_sections(text))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(LONG) - 1), st.sampled_from("，。中Z5 一（"))
def test_a_character_changed_moves_no_boundary_thousands_of_characters_away(at: int, character: str) -> None:
    changed = LONG[:at] + (LONG[at] if LONG[at] == "\n" else character) + LONG[at + 1 :]
    before = {place for place in places(LONG) if abs(place[0] - at) > 3000}
    after = {(s.start, s.level, s.kind) for s in suggest_sections(changed) if abs(s.start - at) > 3000}
    assert before == after


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_character_changed_inside_a_paragraph_moves_no_boundary_of_another_article(data: st.DataObject) -> None:
    text = bulletin()
    starts = [n for n in range(len(text)) if text.startswith(PARAGRAPHS, n)]
    at = data.draw(st.sampled_from(starts)) + data.draw(st.integers(2, 40))
    changed = text[:at] + data.draw(st.sampled_from("的了中大国办")) + text[at + 1 :]
    assert tuple((s.start, s.level, s.kind) for s in suggest_sections(changed)) == places(text)


PROGRAM = """
import sys
from models.prelabel.engine import prelabel
from models.text import normalise
text = normalise(open(sys.argv[1], "rb").read().decode("utf-8-sig"))[0]
sys.stdout.write(ascii(prelabel(text)))
"""


def test_the_answer_does_not_depend_on_the_hash_seed() -> None:
    path = str(resources.files("seeds") / SEEDS[3][0])
    answers = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, path],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "JIAOZHU_ENGINES": ""},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4021")
    ]
    assert answers[0]
    assert len(set(answers)) == 1
    assert answers[0].decode() == ascii(prelabel(normalise(SEEDS[3][1].decode("utf-8-sig"))[0]))


def calls(text: str) -> int:
    """How many functions are called to find the sections of a text."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        suggest_sections(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "一、好\n",
        "好事近日已经办好。\n扫一扫分享本页\n",
        "中",
        "第一章\n",
        "专栏\n1\n",
        "会费\n12\n",
        "# 议题\n",
        "--- | ---\n",
    ],
    ids=["numbers", "notices", "one-line", "chapters", "boxes", "cells", "markdown", "table-rules"],
)
def test_ten_times_the_text_is_ten_times_the_work(unit: str) -> None:
    # What grows with the square adds to the ratio as the text grows: a quarter here would be two at 6,000 characters.
    small = unit * (750 // len(unit))
    calls(small)
    assert calls(10 * small) <= 10.25 * calls(small)


def test_ten_times_a_bulletin_is_at_most_twelve_times_the_work() -> None:
    small = bulletin() * (6_000 // len(bulletin()))
    calls(small)
    assert calls(10 * small) <= 12 * calls(small)


@settings(max_examples=200)
@given(st.text(max_size=120))
def test_folding_keeps_the_length_and_the_lines(text: str) -> None:
    found = folded(text)
    assert len(found) == len(text)
    assert [n for n, character in enumerate(found) if character == "\n"] == [
        n for n, character in enumerate(text) if character == "\n"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议强调,要抓好落实.", "会议强调，要抓好落实。"),
        ("一.加强领导", "一.加强领导"),
        ("時間:19:30", "时间：19:30"),
        ("(一)統一思想", "（一）统一思想"),
        ("１２月３日", "12月3日"),
        ("see (a), b.", "see (a), b."),
        ("⼯作⼈员赴⻓沙，\uf98e\uf9e4", "工作人员赴长沙，年理"),
    ],
)
def test_marks_are_chinese_where_they_touch_a_chinese_character(text: str, expected: str) -> None:
    assert folded(text) == expected
