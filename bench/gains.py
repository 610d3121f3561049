"""What each part of the engine that can be switched off adds: F1 with all parts, then without one after the other.

    python -m bench.gains [--bulletins N] [--write]

On the seeds, each left out in turn: its tagger has learned from composed bulletins and the other four. The parts go by
the very switches that the window has. Boundaries, themes or mentions are compared, whichever a part is for. What the
lexicon of names adds shows where bulletins have one source: each seed is cut in two, the names of the first halves are
known, the second halves are compared. --write keeps the figures in `resources/models/parts.json`, which the window
shows. N composed bulletins train each base model, as many as for the shipped one where none is named.

What is not here: LAC, which `python -m models.prelabel.training` measures; what a project's own work teaches, which
each training measures; links between mentions, which the seeds' gold does not hold.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace

from bench.calibration import ROOT, Example, examples
from bench.learning import parted, settled
from models.learning.engine import Engine
from models.learning.gains import FILE, MEASURES
from models.learning.learned import Figures, Learned, Score
from models.learning.lexicon import known, learned
from models.prelabel.entities.model import from_bytes, shipped, to_bytes
from models.prelabel.suggestions import Suggestions
from models.prelabel.training.corpus import seed_examples
from models.prelabel.training.measure import gold_of, measure
from models.prelabel.training.train import BULLETINS, adapted, base
from models.text import landing

NONE = Figures(Score(), Score(), Score(), Score())


def engines(seeds: Sequence[Example], bulletins: int) -> list[Engine]:
    """For each seed an engine that has not seen it."""
    start, golds = base(bulletins, say=print), seed_examples()
    found = []
    for n in range(len(seeds)):
        model = from_bytes(to_bytes(replace(adapted(start, golds[:n] + golds[n + 1 :]), calibration={})))
        tagger = replace(model, calibration=shipped().calibration)
        found.append(Engine(frozenset(), Learned(NONE, entities=tagger)))
        print(f"left out {seeds[n].name}")
    return found


def scores(seed: Example, found: Suggestions) -> dict[str, Score]:
    """How boundaries, themes and mentions agree with the gold; the first section's start is no boundary."""
    gold = set(seed.sections())
    ours = {landing(seed.text, section.start) for section in found.sections}
    first = min(gold)
    themes = {(landing(seed.text, s.start), theme.id) for s in found.sections for theme in s.themes}
    right, proposed, wanted = (
        sum(column)
        for column in zip(
            *measure(
                [gold_of({"file": seed.name, **seed.gold}, seed.text)], lambda _text: found.mentions
            ).counts.values(),
            strict=True,
        )
    )
    return {
        "boundaries": _compared(ours - {first}, gold - {first}),
        "themes": _compared(themes, seed.themes()),
        "entities": Score(right, proposed, wanted),
    }


def _compared(ours: set[object], gold: set[object]) -> Score:
    return Score(len(ours & gold), len(ours), len(gold))


def reached(seeds: Sequence[Example], made: Sequence[Engine], off: frozenset[str]) -> dict[str, float]:
    """F1 of each measure over all seeds, with some parts off."""
    total: dict[str, Score] = {}
    for seed, engine in zip(seeds, made, strict=True):
        for name, score in scores(seed, replace(engine, off=off).suggest(seed.text)).items():
            total[name] = total.get(name, Score()) + score
    return {name: round(score.f1 or 0.0, 4) for name, score in total.items()}


def halved(seeds: Sequence[Example], made: Sequence[Engine]) -> tuple[list[Example], list[Engine]]:
    """The second halves of the seeds, with engines that know the names of the first halves."""
    halves = [parted(seed, 2) for seed in seeds]
    names = known(learned([settled(half[0]) for half in halves]))
    return [half[-1] for half in halves], [replace(engine, lexicon=names) for engine in made]


def main() -> None:
    """Print the table, and keep it where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bulletins", type=int, default=BULLETINS)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    seeds = sorted(examples(ROOT / "resources" / "gold", ROOT / "seeds"), key=lambda seed: seed.name)
    made = engines(seeds, arguments.bulletins)
    whole = reached(seeds, made, frozenset())
    rows = {}
    print(f"{'':12} {'measure':12} {'with':>7} {'without':>7}")
    for part, name in MEASURES.items():
        on = halved(seeds, made) if part == "lexicon" else (seeds, made)
        with_it = reached(*on, frozenset())[name] if part == "lexicon" else whole[name]
        without = reached(*on, frozenset([part]))[name]
        rows[part] = {"measure": name, "with": with_it, "without": without}
        print(f"{part:12} {name:12} {with_it:7.4f} {without:7.4f}", flush=True)
    if arguments.write:
        text = json.dumps({"composed": arguments.bulletins, "parts": rows}, indent=1)
        (ROOT / "resources" / "models" / FILE).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
