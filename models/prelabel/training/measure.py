"""How well mentions fit a gold: strict counts by label, and how often a suggestion of some confidence is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
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


def pooled(outcomes: Iterable[Outcome]) -> Outcome:
    """Several outcomes as one."""
    counts = dict.fromkeys(LABELS, (0, 0, 0))
    judged: list[tuple[str, float, bool, str]] = []
    for outcome in outcomes:
        for label, row in outcome.counts.items():
            counts[label] = _added(counts[label], row)
        judged += outcome.judged
    return Outcome(counts, judged)


def rising(judged: Iterable[tuple[float, bool]], doubt: float = 2.0) -> tuple[tuple[float, float], ...]:
    """(raw, right) points, rising, of (raw, whether right) pairs: isotonic regression by pooling adjacent violators.

    (Ayer and others 1955.) DOUBT is how many wrong ones are added to every block, so that few cases promise little.
    """
    blocks: list[list[float]] = []
    for raw, right in sorted(judged):
        blocks.append([float(right), 1.0, raw, raw])
        while len(blocks) > 1 and blocks[-2][0] * blocks[-1][1] >= blocks[-1][0] * blocks[-2][1]:
            right_, count, _, high = blocks.pop()
            blocks[-1] = [blocks[-1][0] + right_, blocks[-1][1] + count, blocks[-1][2], high]
    points: list[tuple[float, float]] = []
    floor = 0.0
    for right_, count, low, high in blocks:
        floor = max(floor, round(right_ / (count + doubt), 3))
        points += [(round(low, 3), floor), (round(high, 3), floor)]
    return tuple(sorted(set(points)))


def _added(row: tuple[int, int, int], more: tuple[int, int, int]) -> tuple[int, int, int]:
    return row[0] + more[0], row[1] + more[1], row[2] + more[2]
