"""Posts in lists of who serves as what, as the tagger reads them: in simplified characters. All names are made up."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.prelabel.entities.rosters import with_posts
from models.prelabel.entities.spans import Candidate

NAMES = ("林丽芬", "Amy Lim", "刘瑞云", "谢慧珊", "黄文玲", "何洁仪")
POSTS = ("主席", "秘书", "会长")


def told(content: str) -> list[str]:
    """What is a title where the tagger finds the names and the posts that it knows."""
    found = [Candidate(*m.span(), "PER", 0.9, "model") for m in re.finditer("|".join(NAMES), content)]
    found += [Candidate(*m.span(), "TITLE", 0.9, "model") for m in re.finditer("|".join(POSTS), content)]
    after = with_posts(content, sorted(found))
    return [content[c.start : c.end] for c in after if c.label == "TITLE"]


ROSTER = "会长\n林丽芬\n主席\nSr. Amy Lim\n秘书 \n刘瑞云\n"


def test_a_line_above_a_name_is_a_post_where_other_such_lines_are():
    assert told(ROSTER + "活动策划\n谢慧珊\n顾问 / 筹募 \n黄文玲、何洁仪\n")[3:] == ["活动策划", "顾问", "筹募"]


def test_groups_and_heads_of_tables_are_no_posts():
    assert told(ROSTER + "筹款组\n谢慧珊\n干事名单\n黄文玲\n") == ["会长", "主席", "秘书"]


def test_a_line_above_a_name_is_left_alone_where_no_list_of_posts_stands():
    assert told("会长\n林丽芬\n活动策划\n谢慧珊\n") == ["会长"]


def test_a_line_above_a_sentence_about_somebody_is_no_post():
    assert told(ROSTER + "活动策划\n谢慧珊主持了会议\n") == ["会长", "主席", "秘书"]


@given(st.lists(st.sampled_from([*NAMES, *POSTS, "活动策划", "筹款组", "", "举行会议。"]), max_size=14))
def test_nothing_overlaps_and_nothing_is_lost(lines):
    content = "\n".join(lines)
    found = [Candidate(*m.span(), "PER", 0.9, "model") for m in re.finditer("|".join(NAMES), content)]
    found += [Candidate(*m.span(), "TITLE", 0.9, "model") for m in re.finditer("|".join(POSTS), content)]
    after = with_posts(content, sorted(found))
    assert set(found) <= set(after)
    assert all(a.end <= b.start for a, b in pairwise(after))
