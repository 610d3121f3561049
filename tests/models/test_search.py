"""Finding words whatever their width, case or script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.search import find_all, fold, holds


@pytest.mark.parametrize(
    ("content", "query", "found"),
    [
        ("主题教育，主题党日", "主题", [(0, 2), (5, 7)]),
        ("本次活動於臺灣舉辦", "活动", [(2, 4)]),
        ("本次活动", "活動", [(2, 4)]),
        ("頭髮發展", "发", [(1, 2), (2, 3)]),
        ("２０１９年第１期", "2019", [(0, 4)]),
        ("2019年", "２０１９", [(0, 4)]),
        ("社区ＡＰＰ上线", "app", [(2, 5)]),
        ("（一）", "(一)", [(0, 3)]),
        ("志愿\n  服务", "志愿服务", [(0, 7)]),
        ("𠮷野家", "野家", [(1, 3)]),
        ("a.b", ".", [(1, 2)]),
        ("啊啊啊", "啊啊", [(0, 2)]),
        ("甲 乙", " 甲 乙 ", [(0, 3)]),
        ("甲乙", "  ", []),
        ("甲乙", "丙", []),
    ],
)
def test_words_are_found_in_every_guise_at_their_own_offsets(content, query, found):
    assert find_all(content, query) == found
    assert holds(content, query) == (bool(found) or not query.strip())


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="甲乙發发ＡaＢb \n", max_size=20), st.integers(0, 19), st.integers(1, 4))
def test_any_words_of_a_text_are_found_where_they_stand(text, start, length):
    words = text[start : start + length]
    if not words.strip() or "\n" in words.strip():
        return
    spans = find_all(text, words)
    assert any(fold("".join(text[a:b].split())) == fold("".join(words.split())) for a, b in spans)
