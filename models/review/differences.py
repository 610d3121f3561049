"""The differences between the layers of a bulletin, in dependency order, each with who said what."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.decision import Decision, Key
from models.review import patterns
from models.review.lines import Lines
from models.review.matters import Fragments, Matter, Outcome, Settlement, fragments_of
from models.review.sides import Side

BOUNDARIES, THEMES, MENTIONS = "boundaries", "themes", "mentions"
STAGES = (BOUNDARIES, THEMES, MENTIONS)
"""The order in which differences are settled."""

NEAR_LINES = 2
"""Two boundaries no further apart than this are one near miss, not two missing ones."""


@dataclass(frozen=True, slots=True)
class Say:
    """What some annotators have: a value for each of the difference's keys. `unsure` are those who marked it so."""

    annotators: tuple[str, ...]
    values: tuple[Outcome, ...]
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the votes alone settle nothing.

    `kind` is missing, near, level, kind or heading (boundaries), themes, or label, extent or only (mentions). `keys`
    are the matters that a decision settles, `says` the sides in an order that does not depend on who they are.
    `distance` of a near miss is (lines, characters). `ready` is False while a boundary of its section is open.
    `changed` says that it is decided, but somebody's vote is another since.
    """

    id: str
    bulletin: str
    stage: str
    kind: str
    start: int
    end: int
    keys: tuple[Key, ...]
    says: tuple[Say, ...]
    pattern: str
    decisions: tuple[Decision, ...] = ()
    settled: bool = False
    changed: bool = False
    ready: bool = True
    distance: tuple[int, int] | None = None


class Differences:
    """Finds the differences of one settlement."""

    def __init__(self, bulletin: str, sides: Sequence[Side], lines: Lines, found: Settlement) -> None:
        self._bulletin = bulletin
        self._content = sides[0].content
        self._sides = sides
        self._lines = lines
        self._found = found
        groups = self._boundary_groups()
        self._open = sorted(m.start for group in groups for m in group if not m.settled)
        rows = [self._boundary(group) for group in groups]
        for attribute in ("level", "kind", "heading", "themes"):
            rows += self._attributes(attribute)
        rows += [self._mention(group) for group in self._mention_groups()]
        self.rows = tuple(sorted(rows, key=lambda d: (STAGES.index(d.stage), d.start, d.end, d.id)))

    def _make(self, stage: str, kind: str, matters: Sequence[Matter], pattern: str, says: tuple[Say, ...],
              distance: tuple[int, int] | None = None) -> Difference:  # fmt: skip
        keys = tuple(m.key for m in matters)
        start, end = min(m.start for m in matters), max(m.end for m in matters)
        return Difference(
            ":".join([self._bulletin, *(f"{matter} {place}" for matter, place in keys)]),
            self._bulletin, stage, kind, start, end, keys, says, pattern,
            tuple(m.decision for m in matters if m.decision is not None),
            all(m.settled for m in matters), any(m.changed for m in matters),
            stage == BOUNDARIES or self._is_ready(start), distance,
        )  # fmt: skip

    def _is_ready(self, at: int) -> bool:
        """Whether no open boundary lies in the settled section that holds `at`."""
        n = bisect_right(self._found.starts, at)
        low = self._found.starts[n - 1] if n else -1
        high = self._found.starts[n] if n < len(self._found.starts) else len(self._content)
        first = bisect_right(self._open, low)
        return first >= len(self._open) or self._open[first] >= high

    # Boundaries -------------------------------------------------------------------------------------------------

    def _boundary_groups(self) -> list[list[Matter]]:
        """Contested boundaries, near misses together: neighbours that nobody has both of, at most two lines apart."""
        groups: list[list[Matter]] = []
        taken: set[str] = set()
        last: Matter | None = None
        for matter in (m for m in self._found.matters.values() if m.matter == "boundary"):
            holders = _holders(matter)
            joins = (
                matter.contested and last is not None and last.contested and bool(holders) and not holders & taken
                and self._lines.number(matter.start) - self._lines.number(groups[-1][0].start) <= NEAR_LINES
            )  # fmt: skip
            if joins:
                groups[-1].append(matter)
                taken |= holders
            elif matter.contested:
                groups.append([matter])
                taken = set(holders)
            last = matter
        return groups

    def _boundary(self, group: list[Matter]) -> Difference:
        kind = "near" if len(group) > 1 else "missing"
        starts = [m.start for m in group]
        kinds = [side.starts[at].kind for side in self._sides for at in starts if at in side.starts]
        pattern = patterns.boundary(self._content, self._lines, kind, starts, kinds)
        distance = None
        if len(group) > 1:
            distance = self._lines.number(starts[-1]) - self._lines.number(starts[0]), starts[-1] - starts[0]
        return self._make(BOUNDARIES, kind, group, pattern, _says(group), distance)

    def _attributes(self, attribute: str) -> Iterator[Difference]:
        stage = THEMES if attribute == "themes" else BOUNDARIES
        for start in self._found.starts:
            matter = self._found.at(attribute, start)
            if matter is None or not matter.contested:
                continue
            says = _says([matter])
            kind = self._found.matters["kind", str(start)].outcome[0]
            shapes = [self._shape(attribute, start, say.values[0]) for say in says]
            yield self._make(stage, attribute, [matter], patterns.attribute(attribute, kind, shapes), says)

    def _shape(self, attribute: str, start: int, value: Outcome) -> Outcome:
        """A vote without its place in the text."""
        if attribute == "kind":
            return value[0], value[1] is not None
        if attribute == "heading" and value is not None:
            return self._lines.number(value - 1) - self._lines.number(start) + 1
        return value

    # Mentions ---------------------------------------------------------------------------------------------------

    def _mention_groups(self) -> list[list[Matter]]:
        """Contested extents, those together that overlap and that nobody has both of, the longest overlap first."""
        left = [m for m in self._found.matters.values() if m.matter == "mention" and m.contested]
        near: dict[int, list[int]] = defaultdict(list)
        reach: list[int] = []
        for n, matter in enumerate(left):
            reach = [m for m in reach if left[m].end > matter.start]
            for m in reach:
                near[m].append(n)
                near[n].append(m)
            reach.append(n)
        groups: list[list[Matter]] = []
        used: set[int] = set()
        for n, matter in enumerate(left):
            if n in used:
                continue
            used.add(n)
            group, holders = [matter], _holders(matter)
            for m in sorted(near[n], key=lambda m: (-_common(left[m], matter), m)):
                other = _holders(left[m])
                if m not in used and other and holders and not other & holders and _common(left[m], matter):
                    used.add(m)
                    group.append(left[m])
                    holders |= other
            groups.append(sorted(group, key=lambda m: (m.start, -m.end)))
        return groups

    def _mention(self, group: list[Matter]) -> Difference:
        says = _says(group)
        extents: list[Fragments] = [fragments_of(m.place) for m in group]
        votes = {value for _, value in group[0].votes if value}
        kind = "extent" if len(group) > 1 else "label" if len(votes) > 1 else "only"
        shapes = [tuple(tuple(label for label, _ in value) for value in say.values) for say in says]
        return self._make(MENTIONS, kind, group, patterns.mention(self._content, extents, shapes), says)


def _holders(matter: Matter) -> set[str]:
    return {annotator for annotator, value in matter.votes if value}


def _common(a: Matter, b: Matter) -> int:
    x, y = fragments_of(a.place), fragments_of(b.place)
    return sum(max(0, min(f, t) - max(s, e)) for s, f in x for e, t in y)


def _says(matters: Sequence[Matter]) -> tuple[Say, ...]:
    """The votes on these matters together, equal ones joined; sorted by what is said, not by who says it."""
    votes: dict[str, list[Outcome]] = {}
    for n, matter in enumerate(matters):
        for annotator, value in matter.votes:
            votes.setdefault(annotator, [None] * n).append(value)
    joined: dict[tuple[Outcome, ...], list[str]] = defaultdict(list)
    for annotator, values in votes.items():
        joined[tuple(values)].append(annotator)
    unsure = {annotator for matter in matters for annotator in matter.unsure}
    return tuple(
        Say(tuple(names), values, tuple(name for name in names if name in unsure))
        for values, names in sorted(joined.items(), key=lambda row: (not any(row[0]), [_rank(v) for v in row[0]]))
    )


def _rank(value: Outcome) -> str:
    """Numbers by their size, everything else by its words."""
    return f"{value:12d}" if isinstance(value, int) else str(value)
