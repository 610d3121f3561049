"""What each part of the outline and of the themes adds: scores with all parts, then without one after the other.

    python -m bench.parts [written | GOLD_FOLDER [TEXT_FOLDER]]

The bulletins are those of `bench.calibration`; without arguments the seeds. F1 of boundaries, of boundaries with their
kind and with their level, of themes, and of boundaries in the same texts with half-width marks; the last column counts
the made-up layouts of `tests/models` that come out as they should. The network is heeded in the last row alone. Below:
the thresholds of themes chosen on all bulletins but one and tried on that one, by turns.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import product
from pathlib import Path
from unittest.mock import patch

from bench.calibration import ROOT, Example, examples, kept_back
from models import reflow
from models.prelabel import engine, sections, theme_words, themes
from models.prelabel.entities.net import beginnings, usable
from models.prelabel.sections import (
    anchored,
    closing,
    columns,
    contents,
    decoding,
    joining,
    numbering,
    page,
    pictures,
    records,
    runon,
    scoring,
    tables,
)
from models.text import landing
from tests.models import test_prelabel_sections as plain
from tests.models import test_prelabel_sections_columns as standing
from tests.models import test_prelabel_sections_furniture as furnished
from tests.models import test_prelabel_sections_genre as genre
from tests.models import test_prelabel_sections_layouts as layouts
from tests.models import test_prelabel_sections_lists as lists
from tests.models import test_prelabel_sections_notices as notices
from tests.models import test_prelabel_sections_pages as pages
from tests.models import test_prelabel_sections_paper as papers
from tests.models import test_prelabel_sections_records as recorded

Change = tuple[object, str, object]
"""A part's owner, its name there, and what stands in for it."""

NARROW = str.maketrans("，。：；！？（）", ",.:;!?()")
NOTHING: frozenset[int] = frozenset()


JOINS = reflow.joins


def _line_by_line(text: str) -> reflow.Joins:
    read = JOINS(text)
    return replace(read, scores=(-1.0,) * len(read.scores))


def _by_line(rows: Sequence[dict[str, float]]) -> list[str]:
    return [max(row, key=lambda label: row[label]) for row in rows]


def _first_label_masthead(rows: Sequence[dict[str, float]]) -> list[str]:
    """Each line's best label by itself; a masthead ends where another label stands."""
    found = _by_line(rows)
    end = next((n for n, label in enumerate(found) if label != "masthead"), len(found))
    return [label if label != "masthead" or n < end else "body" for n, label in enumerate(found)]


PARTS: tuple[tuple[str, tuple[Change, ...]], ...] = (
    ("all parts", ()),
    ("one width, one script", ((sections, "folded", lambda text: text),)),
    ("wrapped lines joined", ((reflow, "joins", _line_by_line),)),
    ("captions in mid-sentence", ((reflow, "joins", lambda text: replace(JOINS(text), cutting=NOTHING)),)),
    ("numbers and boxes joined", ((joining, "with_markers", list),)),
    ("lists of contents", ((contents, "entries", lambda heads, short: (NOTHING, NOTHING)),)),
    ("title block", ((page, "masthead_end", lambda rows: 0),)),
    (
        "page numbers, running heads",
        ((page, "page_numbers", lambda rows: NOTHING), (page, "_with_running_heads", lambda rows, tops: rows)),
    ),
    (
        "numbered rows",
        ((scoring, "together", lambda page, fits: fits), (numbering, "inside", lambda rows, found: NOTHING)),
    ),
    (
        "tables and rosters",
        ((tables, "cells", lambda rows: NOTHING), (tables, "with_tables", lambda rows, top, names: rows)),
    ),
    ("items built alike", ((records, "places", lambda rows, top: {}), (records, "headed", lambda rows: {}))),
    ("items that one line marks", ((page, "anchored", lambda rows: anchored.Anchored()),)),
    (
        "words under pictures",
        ((pictures, "captions", lambda rows, collects: NOTHING), (pictures, "statements", lambda rows: NOTHING)),
    ),
    ("a site's furniture", ((page, "furniture", lambda rows, end: NOTHING),)),
    (
        "lines built alike",
        ((page, "parallels", lambda built: [0] * len(built)), (page, "_like_leads", lambda rows, built, top: NOTHING)),
    ),
    ("best sequence", ((decoding, "best", _first_label_masthead),)),
    ("run-on briefs", ((runon, "starts", lambda text, block, *rest: [block.start]),)),
    ("columns by name and items", ((columns, "places", lambda rows, top, collects, minutes=False: NOTHING),)),
    ("imprint from the end", ((closing, "begins", lambda rows, last: len(rows)),)),
    ("theme vocabulary", ((themes, "_lexicon", dict),)),
    ("words taught by bulletins", ((theme_words, "shipped", lambda: theme_words.WordModel({}, {}, {})),)),
    ("heading and opening", ((themes, "_HEADING", 0), (themes, "_OPENING", 0))),
    ("second theme", ((themes, "_MOST", 1),)),
    ("themes of parts", ((engine, "_LONG", 10**9),)),
)  # fmt: skip


@contextmanager
def without(changes: Sequence[Change]) -> Iterator[None]:
    """The program with parts of it left out."""
    themes._index.cache_clear()
    with ExitStack() as stack:
        for owner, name, value in changes:
            stack.enter_context(patch.object(owner, name, value))
        yield
    themes._index.cache_clear()


def f1(right: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (found + wanted) if found + wanted else 1.0


def score(rows: Sequence[Example], *, beside: bool = False) -> tuple[float, float, float, float]:
    """F1 of boundaries, with kind, with level, of themes. BESIDE: the network is heeded."""
    counts = [[0, 0, 0] for _ in range(4)]
    taxonomy = engine.default_taxonomy()
    for row in rows:
        begins = beginnings(row.text) if beside else None
        found = engine.with_themes(row.text, sections.suggest_sections(row.text, None, begins), taxonomy)
        ours = {landing(row.text, s.start): (s.level, s.kind) for s in found}
        gold = row.sections()
        first = min(gold)
        tagged = {(landing(row.text, s.start), theme.id) for s in found for theme in s.themes}
        pairs: list[tuple[set[object], set[object]]] = [
            ({at for at in ours if at > first}, {at for at in gold if at > first}),
            ({(at, kind) for at, (_, kind) in ours.items()}, {(at, kind) for at, (_, kind) in gold.items()}),
            ({(at, level) for at, (level, _) in ours.items()}, {(at, level) for at, (level, _) in gold.items()}),
            (set(tagged), set(row.themes())) if row.gold.get("themes") else (set(), set()),
        ]
        for count, (a, b) in zip(counts, pairs, strict=True):
            count[0] += len(a & b)
            count[1] += len(a)
            count[2] += len(b)
    first_f, kind_f, level_f, theme_f = (f1(*count) for count in counts)
    return first_f, kind_f, level_f, theme_f


def narrowed(rows: Sequence[Example]) -> float:
    """F1 of boundaries in the texts with half-width marks."""
    right = found = wanted = 0
    for row in rows:
        gold = row.sections()
        first = min(gold)
        ours = {landing(row.text, s.start) for s in sections.suggest_sections(row.text.translate(NARROW))} - {first}
        right += len(ours & gold.keys())
        found += len(ours)
        wanted += len(gold) - 1
    return f1(right, found, wanted)


def layouts_right() -> tuple[int, int]:
    """How many of the made-up layouts come out right, of how many."""
    checks: list[Callable[[], None]] = [
        check
        for module in (plain, genre, layouts, pages, standing, papers, furnished, lists, notices, recorded)
        for name, check in vars(module).items()
        if name.startswith("test_") and check.__code__.co_argcount == 0
    ]
    right = 0
    for check in checks:
        try:
            check()
        except (AssertionError, ValueError, IndexError):
            continue
        right += 1
    return right, len(checks)


def left_out(rows: Sequence[Example]) -> float:
    """F1 of themes with the thresholds chosen on the other bulletins."""
    taxonomy = engine.default_taxonomy()
    grid = list(product((0.25, 0.3, 0.36, 0.42, 0.5), (0.4, 0.55, 0.7)))
    counts: dict[tuple[float, float], list[tuple[int, int, int]]] = {}
    tagged = [row for row in rows if row.gold.get("themes")]
    for least, share in grid:
        with without(((themes, "_SECOND", least), (themes, "_SHARE", share))):
            for row in tagged:
                found = engine.with_themes(row.text, sections.suggest_sections(row.text), taxonomy)
                ours = {(landing(row.text, s.start), theme.id) for s in found for theme in s.themes}
                wanted = row.themes()
                counts.setdefault((least, share), []).append((len(ours & wanted), len(ours), len(wanted)))
    total = [0, 0, 0]
    for n in range(len(tagged)):
        best = max(
            grid,
            key=lambda setting: f1(*(sum(c[k] for m, c in enumerate(counts[setting]) if m != n) for k in range(3))),
        )
        for k in range(3):
            total[k] += counts[best][n][k]
    return f1(total[0], total[1], total[2])


def main() -> None:
    """Print the table."""
    words = [Path(word) for word in sys.argv[1:]]
    gold = words[0] if words else ROOT / "resources" / "gold"
    texts = words[1] if len(words) > 1 else gold.parent / "text" if words else ROOT / "seeds"
    rows = list(kept_back() if words == [Path("written")] else examples(gold, texts))
    print(f"{'without':30}  boundary    kind   level   theme  narrow   layouts")
    for name, changes in PARTS:
        with without(changes):
            figures = "  ".join(f"{value:6.3f}" for value in (*score(rows), narrowed(rows)))
            right, of = layouts_right()
        print(f"{name:30}  {figures}   {right}/{of}")
    if usable():
        print(
            f"{'nothing, the network beside':30}  " + "  ".join(f"{value:6.3f}" for value in score(rows, beside=True))
        )
    print(f"themes, thresholds chosen on the other bulletins: {left_out(rows):.3f}")


if __name__ == "__main__":
    main()
