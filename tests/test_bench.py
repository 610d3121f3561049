"""The benches leave out parts of the program by their names: each must be there, and the rest must do without."""

import pytest

from bench.parts import PARTS, ROOT, Change, without
from models.prelabel.engine import prelabel
from models.prelabel.entities.model import carried


def test_every_part_that_the_bench_leaves_out_is_there():
    missing = [f"{part}: {name}" for part, changes in PARTS for owner, name, _ in changes if not hasattr(owner, name)]
    assert missing == []


@pytest.mark.parametrize("changes", [pytest.param(changes, id=part) for part, changes in PARTS])
def test_a_bulletin_is_read_without_any_part_that_the_bench_leaves_out(changes: tuple[Change, ...]):
    text = sorted((ROOT / "seeds").glob("*.txt"))[1].read_text(encoding="utf-8")
    with without(changes):
        assert prelabel(text, entity_model=carried(())).sections
