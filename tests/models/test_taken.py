"""What holds which characters."""

from hypothesis import given
from hypothesis import strategies as st

from models.taken import Taken

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: (pair[0], sum(pair))), max_size=12)


def meets(one, other):
    return one[0] < other[1] and other[0] < one[1]


@given(SPANS, st.integers(0, 30), st.integers(1, 10))
def test_what_a_range_meets_is_told_from_left_to_right_and_later_ones_displace_earlier(spans, start, length):
    taken, kept = Taken(), []
    for n, span in enumerate(spans):
        taken.put(n, span)
        kept = [(m, other) for m, other in kept if not meets(span, other)] + [(n, span)]
    assert list(taken) == [n for n, _ in kept]
    over = sorted((span, n) for n, span in kept if meets(span, (start, start + length)))
    assert taken.over(start, start + length) == [n for _, n in over]


def test_what_is_in_several_pieces_goes_as_a_whole():
    taken = Taken()
    taken.put("a", (0, 2), (5, 7))
    assert taken.over(2, 5) == []
    taken.put("b", (6, 9))
    assert taken.over(0, 9) == ["b"]
