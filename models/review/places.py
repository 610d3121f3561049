"""The places that a figure of agreement counts for one pair in one bulletin, with what each has there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from models.mentions import Mention
from models.review.comparison import Compared, Met
from models.review.measures.spans import Labelled, covered, overlap_pairs
from models.review.sides import Side
from models.text import Span

MET = {
    "boundaries.level_kappa": "levels",
    "boundaries.kind_kappa": "kinds",
    "mentions.label_kappa": "labels",
}
"""The figures that count what `Compared` keeps under a name."""


def subject(figure: str) -> str:
    """What the values of a figure's places are: boundary (true, false), levels, kinds, labels or themes (sets)."""
    if figure in MET:
        return MET[figure]
    return {"boundaries": "boundary", "themes": "themes"}.get(figure.partition(".")[0], "labels")


def places(figure: str, a: Side, b: Side, compared: Compared) -> list[Met]:
    """What a figure counts here, agreed or not, in text order; a value is None (boundaries: false) where one side has
    nothing.

    For `overlap` a mention without a partner stands alone; for `characters` and `alpha_u` a place is a longest range
    in which neither side begins or ends a label.
    """
    if figure in MET:
        return list(getattr(compared, MET[figure]))
    match figure.split("."):
        case ["boundaries", *_]:
            return _boundaries(a, b)
        case ["themes", *_]:
            return list(compared.themes)
        case ["mentions", "labels", *label, way, _]:
            return _mentions(way, a, b, ".".join(label))
        case ["mentions", way, *_]:
            return _mentions(way, a, b, None)
        case _:
            raise KeyError(figure)


def _boundaries(a: Side, b: Side) -> list[Met]:
    left, right = set(a.boundaries), set(b.boundaries)
    ends = {at: s.heading_end or at + 1 for side in (a, b) for at, s in side.starts.items()}
    return [Met(at, max(at + 1, ends[at]), at in left, at in right) for at in sorted(left | right)]


def _mentions(way: str, a: Side, b: Side, label: str | None) -> list[Met]:
    mine = [m for m in a.mentions if label in (None, m.label)]
    theirs = [m for m in b.mentions if label in (None, m.label)]
    if way == "strict":
        found = _strict(mine, theirs)
    elif way == "overlap":
        found = _overlap(mine, theirs)
    else:
        found = _characters(_labelled(mine), _labelled(theirs))
    return sorted(found, key=lambda met: (met.start, met.end))


def _strict(mine: Sequence[Mention], theirs: Sequence[Mention]) -> list[Met]:
    """Mentions that both have, then those of one extent whose labels differ beside each other, then what is left."""
    left, right = Counter(_labelled(mine)), Counter(_labelled(theirs))
    both = left & right
    found = [Met(spans[0][0], spans[-1][1], label, label) for label, spans in both.elements()]
    rest: dict[tuple[Span, ...], tuple[list[str], list[str]]] = {}
    for side, counts in enumerate((left - both, right - both)):
        for label, spans in sorted(counts.elements()):
            rest.setdefault(spans, ([], []))[side].append(label)
    for spans, (ours, others) in rest.items():
        values = [(_nth(ours, n), _nth(others, n)) for n in range(max(len(ours), len(others)))]
        found += [Met(spans[0][0], spans[-1][1], a, b) for a, b in values]
    return found


def _nth(labels: Sequence[str], n: int) -> str | None:
    return labels[n] if n < len(labels) else None


def _overlap(mine: Sequence[Mention], theirs: Sequence[Mention]) -> list[Met]:
    pairs = overlap_pairs(_labelled(mine), _labelled(theirs))
    found = [
        Met(min(mine[n].start, theirs[m].start), max(mine[n].end, theirs[m].end), mine[n].label, theirs[m].label)
        for n, m in pairs
    ]
    paired, partners = {n for n, _ in pairs}, {m for _, m in pairs}
    found += [Met(m.start, m.end, m.label, None) for n, m in enumerate(mine) if n not in paired]
    return found + [Met(m.start, m.end, None, m.label) for n, m in enumerate(theirs) if n not in partners]


def _characters(mine: Sequence[Labelled], theirs: Sequence[Labelled]) -> list[Met]:
    left, right = covered(mine), covered(theirs)
    found: list[Met] = []
    for label in sorted(left.keys() | right.keys()):
        ours, others = left.get(label, []), right.get(label, [])
        edges = sorted({edge for span in (*ours, *others) for edge in span})
        inside = [_inside(edges, spans) for spans in (ours, others)]
        for n, (start, end) in enumerate(pairwise(edges)):
            if inside[0][n] or inside[1][n]:
                found.append(Met(start, end, *(label if side[n] else None for side in inside)))
    return found


def _inside(edges: Sequence[int], spans: Iterable[Span]) -> list[bool]:
    """For each stretch between two edges whether a span covers it. The spans are in order and do not overlap."""
    rest = iter(spans)
    span = next(rest, None)
    found: list[bool] = []
    for start, _end in pairwise(edges):
        while span is not None and span[1] <= start:
            span = next(rest, None)
        found.append(span is not None and span[0] <= start)
    return found


def _labelled(mentions: Iterable[Mention]) -> list[Labelled]:
    return [(m.label, m.fragments) for m in mentions]
