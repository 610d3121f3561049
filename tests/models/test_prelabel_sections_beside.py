"""What the network says of the beginnings of sections, beside the outline's own rules."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, fsum, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.names import why_name
from models.prelabel.engine import prelabel
from models.prelabel.entities import net
from models.prelabel.entities.model import carried
from models.prelabel.sections import suggest_sections
from models.prelabel.suggestions import SuggestedSection
from models.prelabel.training.written import KINDS, every
from models.text import landing

TEXT = """社区简报

近日，桃源社区开展了环境整治活动。

活动现场

党员志愿者走上街头，清理了卫生死角，居民纷纷点赞。

社区还将继续开展此类活动，共同建设美好家园。
"""
LINE = TEXT.index("活动现场")


def saying(kind: str, at: int = LINE) -> Callable[[int], dict[str, float]]:
    """One that is nearly certain of what begins at a place, and has not read the others."""
    chances = {other: log(0.999 if other == kind else 0.001 / len(KINDS)) for other in (net.NOTHING, *KINDS)}
    return lambda offset: chances if offset == at else {}


def at_line(found: tuple[SuggestedSection, ...]) -> list[tuple[str, str]]:
    return [(section.kind, section.why) for section in found if section.start == LINE]


def test_a_line_that_may_be_one_thing_or_another_is_what_the_network_says_and_tells_so() -> None:
    assert at_line(suggest_sections(TEXT)) == [("subsection", "rule:subhead")]
    assert at_line(suggest_sections(TEXT, None, saying("caption"))) == [("caption", "rule:caption+net")]
    assert why_name("rule:caption+net") == "规则「图注」 + 神经网络"


def test_where_both_agree_the_rule_alone_is_told() -> None:
    assert at_line(suggest_sections(TEXT, None, saying("subsection"))) == [("subsection", "rule:subhead")]


def test_what_leaves_rules_no_choice_the_network_cannot_change() -> None:
    text = TEXT.replace("活动现场", "第1页共4页") * 2
    for kind in KINDS:
        found = suggest_sections(text, None, saying(kind, text.index("第1页")))
        assert [(s.start, s.kind) for s in found] == [(s.start, s.kind) for s in suggest_sections(text)]


def test_where_it_has_read_nothing_the_outline_is_that_of_the_rules() -> None:
    assert suggest_sections(TEXT, None, lambda _offset: {}) == suggest_sections(TEXT)


@given(st.text(alphabet="社区活动。，\n 一、图1【】", max_size=200), st.sampled_from(("", *KINDS)))
def test_whatever_it_says_the_outline_is_in_order_and_begins_with_the_first_word(text: str, kind: str) -> None:
    said = saying(kind)(LINE)
    starts = [section.start for section in suggest_sections(text, None, lambda _offset: said)]
    assert starts == sorted(set(starts))
    assert starts[:1] == ([landing(text, 0)] if text.strip() else [])


def test_all_that_may_begin_at_a_line_is_told_and_the_chances_add_up_to_one() -> None:
    said = net.beginnings(TEXT)(LINE)
    assert set(said) == {net.NOTHING, *KINDS}
    assert fsum(map(exp, said.values())) == pytest.approx(1)


def test_a_line_is_told_of_alike_in_both_scripts_and_behind_an_indent() -> None:
    told = net.beginnings(TEXT)(LINE)
    traditional = TEXT.translate(str.maketrans("简报区开环动现场党员轮", "簡報區開環動現場黨員輪"))
    assert traditional != TEXT
    assert net.beginnings(traditional)(LINE) == told
    indented = TEXT.replace("活动现场", "　　活动现场")
    assert net.beginnings(indented)(LINE + 2)["caption"] == pytest.approx(told["caption"], abs=2)


def test_what_lies_beyond_the_part_that_is_read_is_not_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(net, "_LONGEST", LINE)
    net.heard.cache_clear()
    assert net.beginnings(TEXT)(LINE) == {}
    assert net.beginnings(TEXT)(0)
    net.heard.cache_clear()


def test_with_the_network_more_boundaries_of_what_is_kept_back_are_right() -> None:
    some = [bulletin for bulletin in every() if bulletin.kept_back][::12]
    wrong = []
    for evidence in ((), ("net",)):
        misses = 0
        for each in some:
            gold = {landing(each.text, part.start) for part in each.sections}
            found = prelabel(each.text, entity_model=carried(evidence)).sections
            misses += len(gold ^ {landing(each.text, section.start) for section in found})
        wrong.append(misses)
    assert wrong[1] < wrong[0]
