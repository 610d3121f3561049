"""Our agreement measures beside independent implementations: 1,000 bulletins by 3 annotators, ratios from one run.

    python -m bench.agreement [BULLETINS]

Needs the packages of the extra "dev". Both sides get the same bulletins and do the same from lists of boundaries,
values and spans on; a ratio above 1 says how many times longer the other one takes.
"""

from __future__ import annotations

import random
import sys
import time
import warnings
from collections.abc import Callable
from itertools import combinations, pairwise

from nervaluate import Evaluator
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import masi_distance
from sklearn.metrics import cohen_kappa_score

from models.bulletins import Bulletin, LayerInfo
from models.labels import default_label_set
from models.mentions import Mention
from models.outline import Section
from models.review.agreement import agreement_of
from models.review.measures.alpha import alpha
from models.review.measures.distances import masi, nominal
from models.review.measures.kappa import cohen_kappa
from models.review.measures.segmentation import edits, similarity, window, window_errors
from models.review.measures.spans import Hits, overlap, strict
from models.review.report import to_json
from models.review.sides import Side

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import segeval

ANNOTATORS = ("anno-1", "anno-2", "anno-3")
LINES, SECTIONS, MENTIONS = 60, 12, 60
THEMES = ("party.study", "party.life", "culture.red", "safety.flood", "city.waste")
LABELS = ("PER", "ORG", "LOC", "TIME", "TITLE")


def bulletins(count: int) -> list[tuple[Bulletin, list[Side]]]:
    """Seeded bulletins with the layers of three annotators who mostly agree."""
    draw = random.Random(11)
    content = "\n".join("志愿者在社区开展活动，居民纷纷点赞。" * 2 for _ in range(LINES))
    width = len(content) // LINES + 1
    found = []
    for n in range(count):
        truth = sorted(draw.sample(range(1, LINES), SECTIONS - 1))
        themes = {line: draw.sample(THEMES, draw.randint(0, 2)) for line in range(LINES)}
        spots = sorted(draw.sample(range(len(content) // 20), MENTIONS))
        tags = [(spot * 20, spot * 20 + draw.randint(2, 6), draw.choice(LABELS)) for spot in spots]
        sides = []
        for name in ANNOTATORS:
            layer = LayerInfo(f"{n}-{name}", str(n), name, "annotator", "submitted")
            kept = {b if draw.random() < 0.85 else min(LINES - 1, b + 1) for b in truth if draw.random() < 0.95}
            sections = []
            for line in sorted({0, *kept}):
                chosen = themes[line] if draw.random() < 0.8 else draw.sample(THEMES, draw.randint(0, 2))
                kind = ("article", "brief")[(line % 3 == 0) ^ (draw.random() < 0.1)]
                level = 1 + (draw.random() < 0.2)
                key = f"{n}{name}{line}"
                sections.append(Section(key, layer.id, line * width, level, kind, None, tuple(sorted(chosen))))
            mentions = []
            for start, end, label in tags:
                if draw.random() < 0.92:
                    end += draw.random() < 0.1
                    label = label if draw.random() < 0.95 else draw.choice(LABELS)
                    mentions.append(Mention(f"{n}{name}{start}", layer.id, label, ((start, end),)))
            sides.append(Side.of(layer, content, sections, mentions))
        found.append((Bulletin(str(n), f"{n:04}.txt", str(n), len(content)), sides))
    return found


def timed(work: Callable[[], float]) -> tuple[float, float]:
    """The best of three runs in seconds, and what came out."""
    best, value = float("inf"), 0.0
    for _ in range(3):
        start = time.perf_counter()
        value = work()
        best = min(best, time.perf_counter() - start)
    return best, value


def row(name: str, other: str, ours: Callable[[], float], theirs: Callable[[], float]) -> None:
    """One line of the table; stops where the values differ."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        (a, x), (b, y) = timed(ours), timed(theirs)
    if abs(x - y) > 1e-9:
        raise SystemExit(f"{name}: {x} here, {y} by {other}")
    print(f"{name:24} {x:9.6f} {a * 1000:9.1f} ms   {other:14} {b * 1000:9.1f} ms   {b / a:7.1f}x")


def boundaries(found: list[tuple[Bulletin, list[Side]]]) -> None:
    """B, WindowDiff and Pk over the lines, all pairs."""
    width = len(found[0][1][0].content) // LINES + 1
    pairs = []
    for _, sides in found:
        rows = [[section.start // width for section in side.sections[1:]] for side in sides]
        pairs += list(combinations(rows, 2))
    masses = [tuple(tuple(y - x for x, y in pairwise([0, *side, LINES])) for side in pair) for pair in pairs]
    sizes = [window(LINES, len(a) + 1, len(b) + 1) for a, b in pairs]

    def ours_b() -> float:
        sums = [similarity(edits(a, b)) for a, b in pairs]
        return sum(x for x, _ in sums) / sum(y for _, y in sums)

    def theirs_b() -> float:
        parts = [segeval.boundary_similarity(*pair, return_parts=True) for pair in masses]
        return float(sum(p[0] for p in parts)) / sum(p[1] for p in parts)

    def ours_window(place: int) -> float:
        sums = [window_errors(a, b, LINES, k) for (a, b), k in zip(pairs, sizes, strict=True)]
        return sum(s[place] for s in sums) / sum(s[2] for s in sums)

    def theirs_window(measure: Callable[..., tuple[int, int]]) -> float:
        parts = [measure(*m, window_size=k, return_parts=True) for m, k in zip(masses, sizes, strict=True)]
        return sum(p[0] for p in parts) / sum(p[1] for p in parts)

    row("boundary similarity B", "segeval", ours_b, theirs_b)
    # Ours gives both figures in one pass; each is charged the whole of it.
    row("WindowDiff", "segeval", lambda: ours_window(0), lambda: theirs_window(segeval.window_diff))
    row("Pk", "segeval", lambda: ours_window(1), lambda: theirs_window(segeval.pk))


def values(found: list[tuple[Bulletin, list[Side]]]) -> None:
    """Kappa and alpha over the sections whose start all share."""
    kinds: list[tuple[str, str]] = []
    themes: list[tuple[frozenset[str], ...]] = []
    for _, sides in found:
        starts = set.intersection(*(set(side.starts) for side in sides))
        for start in sorted(starts):
            kinds.append((sides[0].starts[start].kind, sides[1].starts[start].kind))
            themes.append(tuple(frozenset(side.starts[start].themes) for side in sides))
    left, right = zip(*kinds, strict=True)
    data = [(f"c{c}", f"i{i}", value) for i, unit in enumerate(themes) for c, value in enumerate(unit)]

    def distance(a: frozenset[str], b: frozenset[str]) -> float:
        return masi_distance(a, b) if a | b else 0.0

    row("Cohen kappa", "scikit-learn", lambda: cohen_kappa(kinds).number or 0,
        lambda: float(cohen_kappa_score(left, right)))  # fmt: skip
    row("alpha nominal", "nltk", lambda: alpha(themes, nominal).number or 0,
        lambda: AnnotationTask(data, distance=nominal).alpha())  # fmt: skip
    row("alpha MASI", "nltk", lambda: alpha(themes, masi).number or 0,
        lambda: AnnotationTask(data, distance=distance).alpha())  # fmt: skip


def spans(found: list[tuple[Bulletin, list[Side]]]) -> None:
    """Strict and overlap F1 of the first two annotators; nervaluate computes its four schemas in one go."""
    layers = [[[(m.label, m.fragments) for m in side.mentions] for side in sides[:2]] for _, sides in found]
    theirs = [
        [[{"label": m.label, "start": m.start, "end": m.end - 1} for m in sides[n].mentions] for _, sides in found]
        for n in range(2)
    ]

    def ours() -> float:
        total = Hits()
        for a, b in layers:
            total += sum(strict(a, b).values(), Hits())
            overlap(a, b)
        return total.f1.number or 0

    def others() -> float:
        return float(Evaluator(*theirs, tags=list(LABELS), loader="dict").evaluate()["overall"]["strict"].f1)

    row("strict and overlap F1", "nervaluate", ours, others)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    found = bulletins(count)
    print(f"{count} bulletins by {len(ANNOTATORS)}, {LINES} lines, {SECTIONS} sections, {MENTIONS} mentions each\n")
    print(f"{'measure':24} {'value':>9} {'here':>12}   {'other':14} {'there':>12}   {'ratio':>8}")
    boundaries(found)
    values(found)
    spans(found)
    start = time.perf_counter()
    made = agreement_of(found, default_label_set())
    middle = time.perf_counter()
    to_json(made)
    end = time.perf_counter()
    print(f"\nthe report, 3 pairs: compared in {middle - start:.2f} s, figures and intervals {end - middle:.2f} s")


if __name__ == "__main__":
    main()
