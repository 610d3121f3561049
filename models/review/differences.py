"""The differences between the layers of a bulletin, in dependency order, each with who said what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.decision import Decision, Key
from models.review import patterns
from models.review.clashes import Clash, Say, holders, says
from models.review.matters import Matter, Outcome, Settlement
from models.review.votes import Counted
from models.text import Span

BOUNDARIES, THEMES, MENTIONS = "boundaries", "themes", "mentions"
STAGES = (BOUNDARIES, THEMES, MENTIONS)
"""The order in which differences are settled."""

NEAR_LINES = 2
"""Two boundaries no further apart than this are one near miss, not two missing ones."""


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
    """Finds the differences of one settlement of the votes."""

    def __init__(self, bulletin: str, counted: Counted, found: Settlement) -> None:
        self._bulletin = bulletin
        self._sides, self._lines = counted.sides, counted.lines
        self._content = self._sides[0].content
        self._found = found
        groups = self._boundary_groups()
        self._open = sorted(m.start for group in groups for m in group if not m.settled)
        rows = [self._boundary(group) for group in groups]
        for attribute in ("level", "kind", "heading", "themes"):
            rows += self._attributes(attribute)
        rows += [self._mention(clash) for clash in counted.clashes]
        self.rows = tuple(sorted(rows, key=lambda d: (STAGES.index(d.stage), d.start, d.end, d.id)))

    def _make(self, stage: str, kind: str, span: Span, matters: Sequence[Matter], said: tuple[Say, ...], pattern: str,
              distance: tuple[int, int] | None = None) -> Difference:  # fmt: skip
        keys = tuple(m.key for m in matters)
        return Difference(
            ":".join([self._bulletin, *(f"{matter} {place}" for matter, place in keys)]),
            self._bulletin, stage, kind, *span, keys, said, pattern,
            tuple(m.decision for m in matters if m.decision is not None),
            all(m.settled for m in matters), any(m.changed for m in matters),
            stage == BOUNDARIES or self._is_ready(span[0]), distance,
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
            has = holders(matter)
            joins = (
                matter.contested and last is not None and last.contested and bool(has) and not has & taken
                and self._lines.number(matter.start) - self._lines.number(groups[-1][0].start) <= NEAR_LINES
            )  # fmt: skip
            if joins:
                groups[-1].append(matter)
                taken |= has
            elif matter.contested:
                groups.append([matter])
                taken = set(has)
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
        return self._make(BOUNDARIES, kind, (starts[0], group[-1].end), group, says(group), pattern, distance)

    def _attributes(self, attribute: str) -> Iterator[Difference]:
        stage = THEMES if attribute == "themes" else BOUNDARIES
        for start in self._found.starts:
            matter = self._found.at(attribute, start)
            if matter is None or not matter.contested:
                continue
            said = says([matter])
            kind = self._found.matters["kind", str(start)].outcome[0]
            shapes = [self._shape(attribute, start, say.values[0]) for say in said]
            pattern = patterns.attribute(attribute, kind, shapes)
            yield self._make(stage, attribute, (matter.start, matter.end), [matter], said, pattern)

    def _shape(self, attribute: str, start: int, value: Outcome) -> Outcome:
        """A vote without its place in the text."""
        if attribute == "kind":
            return value[0], value[1] is not None
        if attribute == "heading" and value is not None:
            return self._lines.number(value - 1) - self._lines.number(start) + 1
        return value

    def _mention(self, clash: Clash) -> Difference:
        group = [self._found.matters[key] for key in clash.keys]
        return self._make(MENTIONS, clash.kind, clash.span, group, clash.says, clash.pattern)
