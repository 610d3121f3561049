"""What a paper's own columns, running heads and notices were in earlier issues holds for the next one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.learning import engine
from models.learning.lines import known_lines
from models.learning.settled import Settled, settled
from models.prelabel.engine import prelabel
from models.prelabel.entities.samples import Example
from models.prelabel.sections import suggest_sections
from models.prelabel.sections.recurring import KINDS, Known, lines
from models.text import landing
from tests.models.review_kit import annotate, new_project

BODY = "\n    昨天上午，居民们来到小广场，大家一起打扫卫生，还把花坛里的杂草清理干净，忙了整整一个上午才回家。\n"


def issue(number):
    """Of a paper whose column has a name that nobody would know for one, and that ends with a notice of its own."""
    return (
        f"柳荫街道社区报\n第{number}期\n枇杷树下\n社区组织清洁活动{BODY}居民合唱团招新{BODY}桂花雨\n张老师的一天{BODY}"
        f"（本报与您 风雨同行 第{number}期）\n"
    )


def outline(text):
    """(first line, kind, level), as a reader of the paper judges it."""
    marks = [
        ("柳荫街道社区报", 0, "masthead"), ("枇杷树下", 1, "column"), ("社区组织", 2, "article"),
        ("居民合唱团", 2, "article"), ("桂花雨", 1, "column"), ("张老师", 2, "article"),
        ("（本报与您", 1, "boilerplate"),
    ]  # fmt: skip
    return [(text.index(words), level, kind, None, []) for words, level, kind in marks]


@pytest.fixture
def project(tmp_path):
    made = new_project(tmp_path, texts=[issue(1), issue(2), issue(3)])
    yield made
    made.close()


def found(text, known=None):
    return [(s.start, s.level, s.kind) for s in suggest_sections(text, known)]


def test_the_next_issue_has_the_columns_and_notices_that_were_settled_in_the_last(project):
    text = issue(3)
    right = [row[:3] for row in outline(text)]
    assert found(text) != right
    annotate(project, "甲", outline(issue(1)), [], bulletin=0)
    proposed = engine.engine_of(project).suggest(text).sections
    assert [(s.start, s.level, s.kind) for s in proposed] == right
    told = {text[s.start :].split("\n")[0] for s in proposed if s.why == "rule:earlier"}
    assert told == {
        "枇杷树下",
        "桂花雨",
        "社区组织清洁活动",
        "居民合唱团招新",
        "张老师的一天",
        "（本报与您 风雨同行 第3期）",
    }


def test_a_heading_that_was_taken_out_is_not_proposed_again(project):
    wrong = issue(1).index("居民合唱团")
    assert wrong in [start for start, _, _ in found(issue(2))]
    annotate(project, "甲", [row for row in outline(issue(1)) if row[0] != wrong], [], bulletin=0)
    assert wrong not in [s.start for s in engine.engine_of(project).suggest(issue(2)).sections]


def test_work_that_is_not_submitted_teaches_no_lines(project):
    annotate(project, "甲", outline(issue(1)), [], bulletin=0, status="in_progress")
    assert engine.engine_of(project).lines == {}


def test_a_line_that_was_now_this_and_now_that_is_left_to_the_layout(project):
    annotate(project, "甲", outline(issue(1)), [], bulletin=0)
    other = [
        (start, 1, "article" if kind == "column" else kind, end, themes)
        for start, _, kind, end, themes in outline(issue(2))
    ]
    annotate(project, "甲", other, [], bulletin=1)
    known = known_lines(settled(project))
    assert {"枇杷树下", "桂花雨"}.isdisjoint(known)
    assert known["社区组织清洁活动"] == Known("article")


def test_the_part_can_be_switched_off(project):
    annotate(project, "甲", outline(issue(1)), [], bulletin=0)
    engine.switch_parts(project, frozenset(["lines"]))
    ours = engine.engine_of(project)
    assert ours.lines == {}
    assert ours.suggest(issue(2)).sections == prelabel(issue(2), themes=project.labels.taxonomy).sections


def test_figures_marks_and_spaces_make_no_other_line():
    (key,) = {key for text in ("【 邻里情 】第12期", "邻里情　第3期", "鄰里情·第十三期") for _, key in lines(text)}
    assert key == "邻里情第0期"


def test_a_line_that_stands_again_in_the_same_bulletin_is_known_apart():
    text = "柳荫社区报\n\n" + BODY + "\n柳荫社区报\n" + BODY
    keys = [key for start, key in lines(text) if text.startswith("柳荫社区报", start)]
    assert len(keys) == 2
    assert len(set(keys)) == 2


@given(
    st.lists(
        st.sampled_from(["枇杷树下", "桂花雨", "第3期", "", "一、学习", BODY.strip(), "X", "（完）"]), max_size=12
    ),
    st.data(),
)
def test_whatever_is_known_the_outline_stays_valid(rows, data):
    text = "\n".join(rows)
    judgements = st.builds(Known, st.sampled_from(sorted(KINDS)), st.none() | st.integers(0, 8))
    known = {key: data.draw(judgements) for _, key in lines(text)}
    sections = suggest_sections(text, known)
    starts = [s.start for s in sections]
    assert starts == sorted(set(starts))
    assert starts[:1] == ([landing(text, 0)] if text.strip() else [])
    assert all(0 <= s.level <= 8 and 0 < s.confidence <= 1 for s in sections)


def test_below_a_column_that_held_briefs_alone_every_paragraph_is_one(tmp_path):
    def paper(number, *items):
        return f"柳荫街道社区报\n第{number}期\n社区组织清洁活动{BODY}榕须\n" + "".join(f"{item}\n" for item in items)

    news = [
        "王老师与李医生二月二日在大礼堂结婚，本报同人恭贺。",
        "熊家面包店第二分店三月八日在牛角街开张，头三天半价。",
        "周同学入选市田径队，五月出战全国少年锦标赛。",
        "老会长一月二十七日安详辞世，街坊们都很怀念他。",
    ]
    first, second = paper(1, *news[:2]), paper(2, *news[2:])
    made = new_project(tmp_path, texts=[first, second])
    marks = [("柳荫", 0, "masthead"), ("社区组织", 1, "article"), ("榕须", 1, "column"), (news[0], 2, "brief"),
             (news[1], 2, "brief")]  # fmt: skip
    annotate(made, "甲", [(first.index(w), level, kind, None, []) for w, level, kind in marks], [], bulletin=0)
    found = engine.engine_of(made).suggest(second).sections
    made.close()
    assert [(second[s.start :].split("\n")[0], s.kind) for s in found[-3:]] == [
        ("榕须", "column"),
        (news[2], "brief"),
        (news[3], "brief"),
    ]


def test_a_running_head_of_two_lines_is_known_in_both():
    text = f"社区报\n{BODY}\n- 1 -\n柳荫街道社区报\n{BODY}"
    sections = ((0, 1, "article"), (text.index("- 1 -"), 2, "boilerplate"))
    known = known_lines([Settled("1", Example(text, ()), (), sections)])
    assert known["柳荫街道社区报"] == Known("boilerplate")
