"""The learning curve: the work that is left on later bulletins, once the first ones have been corrected.

    python -m bench.learning [GOLD_FOLDER TEXT_FOLDER [--orders N] [--parts N]]

Without folders: three papers written for this project, five issues of each (`bench/series.txt`, seen by no training),
as a project mostly holds the issues of one paper. The first issues are corrected one after another and the last one
is proposed anew, with all that was learned, and without what was learned of lines.

GOLD_FOLDER holds one JSON file a bulletin: {"file", "sections", "entities", "optional", "themes"}; TEXT_FOLDER the
texts. The first half by name is corrected one after another, each time the engine learns as it does in a project, and
the second half is proposed anew: the share of actions left (`models.learning.effort`), F1 of mentions and themes, and
the seconds that training took. With --orders the mean over further, seeded orders of the bulletins follows, which says
what one order cannot. With --parts each bulletin is cut in so many at its sections: all but the last parts are
corrected round by round, the last ones proposed, as a project mostly holds several bulletins of one source.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from bench.calibration import Example, example_of, examples
from models.learning import EVERY, LEAST
from models.learning.effort import Effort, mention_effort, section_effort
from models.learning.engine import Engine
from models.learning.learned import Score
from models.learning.lexicon import known, learned
from models.learning.lines import known_lines
from models.learning.settled import THEMED, Settled
from models.learning.training import train
from models.prelabel.engine import default_taxonomy, section_text
from models.prelabel.entities.samples import Example as Mentions
from models.prelabel.suggestions import SuggestedSection, Suggestions
from models.prelabel.training.written import numbered
from models.text import landing

SERIES = Path(__file__).parent / "series.txt"
ISSUES = 5
"""How many issues of each paper there are."""

Row = tuple[Effort, Score, Score, float, str]
"""Work left, mentions, themes, seconds of training, what was taken over."""


def settled(example: Example) -> Settled:
    """A bulletin as a project holds it when its gold is settled."""
    rows = sorted(example.gold["sections"], key=lambda row: int(str(row["start"])))
    sections = [
        SuggestedSection(int(str(r["start"])), int(str(r["level"])), str(r["kind"]), None, None, (), 1.0, "")
        for r in rows
    ]
    themes: dict[int, list[str]] = {}
    for start, theme in sorted(example.themes()):
        themes.setdefault(start, []).append(theme)
    themed = tuple(
        (section_text(example.text, sections, n), tuple(themes.get(landing(example.text, section.start), ())))
        for n, section in enumerate(sections)
        if section.kind in THEMED
    )
    kinds = tuple((section.start, section.level, section.kind) for section in sections)
    return Settled(example.name, entities_example(example), themed, kinds)


def entities_example(example: Example) -> Mentions:
    """A bulletin's mentions."""
    return Mentions(example.text, tuple(sorted(gold_mentions(example))))


def gold_mentions(example: Example) -> set[tuple[str, int, int]]:
    """(label, start, end) of the mentions by their first labels."""
    return {
        (str(row["label"]), int(str(row["start"])), int(str(row["end"]))) for row in example.gold.get("entities") or []
    }


def judged(example: Example, found: Suggestions) -> tuple[Effort, Score, Score]:
    """The work left, and how mentions and themes agree with the gold; second labels and optional spans pass."""
    text, gold = example.text, gold_mentions(example)
    allowed, free = example.mentions()
    spans = {(start, end): label for label, start, end in gold}
    mentions = set()
    for mention in found.mentions:
        start, end = mention.fragments[0][0], mention.fragments[-1][1]
        right = (start, end) in spans and (start, end, mention.label) in allowed
        if right or (start, end) in spans or (start, end) not in free:
            mentions.add((spans[start, end] if right else mention.label, start, end))
    work = mention_effort(text, mentions, gold) + section_effort(
        text,
        {section.start: (section.level, section.kind) for section in found.sections},
        example.sections(),
    )
    themes = {(landing(text, s.start), theme.id) for s in found.sections for theme in s.themes}
    right_themes = example.themes()
    return (
        work,
        Score(len(mentions & gold), len(mentions), len(gold)),
        Score(len(themes & right_themes), len(themes), len(right_themes)) if example.gold.get("themes") else Score(),
    )


def rows_of(
    rounds: Sequence[Sequence[Example]], later: Sequence[Example], off: frozenset[str] = frozenset()
) -> list[Row]:
    """What the later bulletins cost after no, one, two … ROUNDS were corrected, with some parts of the engine off.

    As in a project: EVERY newly corrected bulletins start a training; what it gave is used until another gives better.
    """
    work: list[Settled] = []
    last, taught = 0, None
    rows = []
    for corrected in ([], *rounds):
        work += [settled(example) for example in corrected]
        seconds, parts = 0.0, ""
        if corrected and len(work) >= max(LEAST, last + EVERY):
            began = time.perf_counter()
            new = train(work, default_taxonomy())
            seconds, last = time.perf_counter() - began, len(work)
            if new.better:
                taught = new
                parts = ", ".join(name for name in ("entities", "themes") if getattr(new, name) is not None)
        engine = Engine(off, learned=taught, lexicon=known(learned(work)), lines=known_lines(work))
        effort, mentions, themes = Effort(), Score(), Score()
        for example in later:
            e, m, t = judged(example, engine.suggest(example.text))
            effort, mentions, themes = effort + e, mentions + m, themes + t
        rows.append((effort, mentions, themes, seconds, parts))
    return rows


def parted(example: Example, count: int) -> list[Example]:
    """A bulletin cut at the sections that begin nearest to equal parts; fewer where it has too few sections."""
    size = len(example.text)
    starts = sorted(_start(row) for row in example.gold["sections"])[1:]
    cuts = {min(starts, key=lambda start: abs(start - size * n // count)) for n in range(1, count) if starts}
    return [_part(example, left, right) for left, right in pairwise([0, *sorted(cuts), size])]


def _start(row: dict[str, object]) -> int:
    return int(str(row["start"]))


def _part(example: Example, left: int, right: int) -> Example:
    rows = example.gold["sections"]
    inside = [n for n, row in enumerate(rows) if left <= _start(row) < right]

    def moved(name: str) -> list[dict[str, object]]:
        found = []
        for row in example.gold.get(name) or []:
            start, end = _start(row), int(str(row["end"]))
            if left <= start and end <= right:
                found.append({**row, "start": start - left, "end": end - left})
        return found

    gold: dict[str, list[dict[str, object]]] = {
        "sections": [{**rows[n], "start": _start(rows[n]) - left} for n in inside],
        "entities": moved("entities"),
        "optional": moved("optional"),
        "themes": [
            {**row, "section": inside.index(int(str(row["section"])))}
            for row in example.gold.get("themes") or []
            if int(str(row["section"])) in inside
        ],
    }
    return Example(example.name, example.text[left:right], gold)


def same_sources(bulletins: Sequence[Example], count: int) -> list[Row]:
    """A row for none, one, two … rounds of parts corrected; the last parts of all are proposed."""
    split = [parts for parts in (parted(example, count) for example in bulletins) if len(parts) > 1]
    later = [parts[-1] for parts in split]
    rounds = [[part for parts in split for part in parts[:-1][n : n + 1]] for n in range(count - 1)]
    return rows_of(rounds, later)


def curve(order: Sequence[Example]) -> list[Row]:
    """A row for none, one, two … of the first half corrected."""
    half = len(order) // 2
    return rows_of([[example] for example in order[:half]], order[half:])


def show(title: str, rows: Sequence[Row]) -> None:
    """Print a curve."""
    print(title)
    print(f"{'corrected':>9} {'work left':>10} {'mentions':>9} {'themes':>7} {'seconds':>8}  taken over")
    for count, (effort, mentions, themes, seconds, parts) in enumerate(rows):
        cells = f"{count:9} {_exact(effort):>10} {mentions.shown:>9} {themes.shown:>7} {seconds:8.1f}"
        print(f"{cells}  {parts}", flush=True)


def _exact(effort: Effort) -> str:
    return "—" if effort.ratio is None else f"{effort.ratio:.3f}"


def papers() -> list[list[Example]]:
    """The issues of each paper, in order."""
    issues = [example_of(each) for each in numbered("series", SERIES.read_text(encoding="utf-8"))]
    return [issues[n : n + ISSUES] for n in range(0, len(issues), ISSUES)]


def series(bulletins: Sequence[Sequence[Example]], off: frozenset[str] = frozenset()) -> list[Row]:
    """A row for none, one, two … issues of each paper corrected; the last issue of each is proposed."""
    each = [rows_of([[issue] for issue in issues[:-1]], issues[-1:], off) for issues in bulletins]
    total = each[0]
    for rows in each[1:]:
        total = [_added(one, other) for one, other in zip(total, rows, strict=True)]
    return total


def _added(one: Row, other: Row) -> Row:
    parts = ", ".join(sorted({*filter(None, one[4].split(", ")), *filter(None, other[4].split(", "))}))
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3], parts


def main() -> None:
    """Print the curves."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("texts", type=Path, nargs="?")
    parser.add_argument("--orders", type=int, default=0)
    parser.add_argument("--parts", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.gold is None or arguments.texts is None:
        show("issues of three papers corrected, the last issue of each proposed", series(papers()))
        show("the same, without what is known of lines", series(papers(), frozenset(["lines"])))
        return
    bulletins = list(examples(arguments.gold, arguments.texts))
    show("the first half of the bulletins corrected, the others proposed", curve(bulletins))
    if arguments.parts > 1:
        show("rounds of parts corrected, the last parts proposed", same_sources(bulletins, arguments.parts))
    total: list[Effort] = []
    for seed in range(arguments.orders):
        rows = [row[0] for row in curve(random.Random(seed).sample(bulletins, len(bulletins)))]
        total = [a + b for a, b in zip(total, rows, strict=True)] if total else rows
        print(f"order {seed + 1}: " + " ".join(map(_exact, rows)), flush=True)
    if total:
        print("mean: " + " ".join(map(_exact, total)))


if __name__ == "__main__":
    main()
