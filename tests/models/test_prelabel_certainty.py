"""How sure the outline says it is of a boundary."""

from hypothesis import given
from hypothesis import strategies as st

from models.prelabel.sections import suggest_sections
from models.prelabel.sections.certainty import NAMES, Seen, certainties, facts
from tests.models.test_prelabel_sections_genre import A, B, C

CHANCES = st.floats(0, 1)
BOUNDARIES = st.lists(
    st.builds(Seen, st.sampled_from(["article", "brief", "caption"]), st.integers(0, 8), st.just("rule:brief"),
              CHANCES, CHANCES, CHANCES),
    max_size=6,
)  # fmt: skip


@given(BOUNDARIES)
def test_every_boundary_has_a_chance_that_is_neither_nothing_nor_certain(boundaries):
    found = certainties(boundaries)
    assert len(found) == len(boundaries)
    assert all(0.05 <= each <= 0.99 for each in found)
    assert all(len(row) == len(NAMES) for row in facts(boundaries))


@given(BOUNDARIES.filter(bool), CHANCES)
def test_the_likelier_a_boundary_the_surer_it_is(boundaries, chance):
    less, more = sorted([boundaries[0].boundary, chance])
    unsure, sure = (certainties([boundaries[0]._replace(boundary=x), *boundaries[1:]])[0] for x in (less, more))
    assert unsure <= sure


def test_a_plain_report_is_surer_of_its_parts_than_a_heap_of_lines():
    plain = f"社区举办邻里节\n{A}\n一、热心帮忙\n{B}\n二、同桌吃饭\n{C}\n三、一起唱歌\n{A}\n"
    heap = f"活动\n邻里\n{A}\n吃饭\n李明\n唱歌\n{B}\n大家\n来吧\n"
    surest = max(s.confidence for s in suggest_sections(heap)[1:])
    assert min(s.confidence for s in suggest_sections(plain)[1:]) > surest


def test_a_first_line_that_might_be_headline_or_title_block_is_not_called_certain():
    report = f"社区举办邻里节\n{A}\n{B}\n{C}\n"
    either = f"杏林书院\n邻里\n\n{A}\n夜谈\n{B}\n"
    assert suggest_sections(either)[0].confidence < 0.9 <= suggest_sections(report)[0].confidence
