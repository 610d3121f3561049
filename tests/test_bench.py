"""The benches leave out parts of the program by their names: each must be there."""

from bench.parts import PARTS


def test_every_part_that_the_bench_leaves_out_is_there():
    missing = [f"{part}: {name}" for part, changes in PARTS for owner, name, _ in changes if not hasattr(owner, name)]
    assert missing == []
