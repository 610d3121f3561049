"""How well mentions fit a gold: strict counts by label, and how often a suggestion of some confidence is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any

from models.prelabel.entities.spans import LABELS
from models.prelabel.suggestions import SuggestedMention
from models.text import Span, trim

Tag = Callable[[str], Sequence[SuggestedMention]]


@dataclass(frozen=True)
class Gold:
    """A bulletin with what a gold file says of it.

    ALSO: other labels that are right too. LEEWAY: spans that count neither way.
    """

    name: str
    text: str
    mentions: dict[Span, str]
    also: dict[Span, frozenset[str]]
    leeway: frozenset[Span]


@dataclass(frozen=True)
class Outcome:
    """COUNTS: right, proposed and wanted by label. JUDGED: (label, confidence, whether right, why) of each proposal."""

    counts: dict[str, tuple[int, int, int]]
    judged: list[tuple[str, float, bool, str]]

    def f1(self, *labels: str) -> float:
        """The F1 of some labels together, of all where none is given."""
        chosen = [self.counts[label] for label in labels or LABELS]
        right, proposed, wanted = (sum(column) for column in zip(*chosen, strict=True))
        return 2 * right / (proposed + wanted) if proposed + wanted else 1.0


def gold_of(document: Mapping[str, Any], text: str) -> Gold:
    """The gold of a document as a gold file holds it (`entities`, `optional`; see the gold format)."""
    mentions: dict[Span, str] = {}
    also: dict[Span, frozenset[str]] = {}
    for entity in document["entities"]:
        span = trim(text, entity["start"], entity["end"])
        mentions[span] = entity["label"]
        also[span] = frozenset(str(entity.get("alt") or "").split("|")) - {""}
    leeway = frozenset(trim(text, each["start"], each["end"]) for each in document.get("optional") or ())
    return Gold(document["file"], text, mentions, also, leeway - mentions.keys())


def measure(golds: Iterable[Gold], tag: Tag) -> Outcome:
    """What TAG proposes for the texts of GOLDS, against them; white space round a mention does not count."""
    counts = dict.fromkeys(LABELS, (0, 0, 0))
    judged: list[tuple[str, float, bool, str]] = []
    for gold in golds:
        for label in gold.mentions.values():
            counts[label] = _added(counts[label], (0, 0, 1))
        for mention in tag(gold.text):
            span = trim(gold.text, mention.fragments[0][0], mention.fragments[-1][1])
            if span in gold.leeway:
                continue
            wanted = gold.mentions.get(span, "")
            right = mention.label == wanted or mention.label in gold.also.get(span, ())
            label = wanted if right else mention.label
            counts[label] = _added(counts[label], (int(right), 1, 0))
            judged.append((mention.label, mention.confidence, right, mention.why))
    return Outcome(counts, judged)


def figures(outcome: Outcome) -> dict[str, float]:
    """Strict F1 of all labels and by label, to three places."""
    return {"all": round(outcome.f1(), 3)} | {label: round(outcome.f1(label), 3) for label in LABELS}


def pooled(outcomes: Iterable[Outcome]) -> Outcome:
    """Several outcomes as one."""
    counts = dict.fromkeys(LABELS, (0, 0, 0))
    judged: list[tuple[str, float, bool, str]] = []
    for outcome in outcomes:
        for label, row in outcome.counts.items():
            counts[label] = _added(counts[label], row)
        judged += outcome.judged
    return Outcome(counts, judged)


GRID = (
    0.0,
    0.2,
    0.4,
    0.5,
    0.6,
    0.7,
    0.8,
    0.85,
    0.9,
    0.93,
    0.95,
    0.97,
    0.98,
    0.985,
    0.99,
    0.993,
    0.995,
    0.997,
    0.999,
    1.0,
)
"""The probabilities at which a calibration is stored; between them it is straight."""


def calibrated(judged: Iterable[tuple[float, bool]], trust: float) -> tuple[tuple[float, float], ...]:
    """(raw, confidence) points, rising, of (raw, whether right) pairs: a logistic curve over the raw log-odds.

    Platt 1999, with his smoothed targets. TRUST is the share of the curve's log-odds that is believed.
    """
    rows = [(log_odds(raw), right) for raw, right in judged]
    rights = sum(right for _, right in rows)
    high, low = (rights + 1) / (rights + 2), 1 / (len(rows) - rights + 2)
    slope, offset = 1.0, 0.0
    for _ in range(50):
        to_slope, to_offset, ss, so, oo = 0.0, 0.0, 1e-6, 0.0, 1e-6
        for x, right in rows:
            chance = _chance(slope * x + offset)
            miss, spread = chance - (high if right else low), chance * (1 - chance)
            to_slope, to_offset = to_slope + miss * x, to_offset + miss
            ss, so, oo = ss + spread * x * x, so + spread * x, oo + spread
        most = max(ss * oo - so * so, 1e-9)
        slope -= min(1.0, max(-1.0, (oo * to_slope - so * to_offset) / most))
        offset -= min(1.0, max(-1.0, (ss * to_offset - so * to_slope) / most))
    slope = min(5.0, max(0.1, slope))
    return tuple((raw, round(_chance(trust * (slope * log_odds(raw) + offset)), 3)) for raw in GRID)


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a chance, which counts as no nearer to 0 or 1 than a thousandth."""
    held = min(0.999, max(0.001, chance))
    return log(held / (1 - held))


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-min(30.0, max(-30.0, odds))))


def _added(row: tuple[int, int, int], more: tuple[int, int, int]) -> tuple[int, int, int]:
    return row[0] + more[0], row[1] + more[1], row[2] + more[2]
