"""Agreement between the annotators of a project: overall, by pair, by label, by bulletin, with the places counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from models.bulletins import Bulletin
from models.labels import LabelSet
from models.people import Order, in_order
from models.project import Project
from models.review.comparison import Compared, Met, compare
from models.review.figures import Figure, Values, reason_of
from models.review.lines import Lines
from models.review.measures import bootstrap
from models.review.measures.distances import Distance, masi, nominal, taxonomy
from models.review.measures.value import Numbers, Value, divided
from models.review.sides import Side, all_sides

Pair = tuple[str, str]
"""Two annotators, in the order of `Store.names`: the first is `a`, the second `b`."""

Cell = tuple[Hashable, Hashable]
"""What the first of a pair has at a place, and the second."""

Watch = Callable[[int, int], None]
"""Is told how many bulletins are done, and of how many."""

BY_NAME = in_order(())
"""The order of annotators of whom nothing but their names is known."""

CONFUSIONS = ("levels", "kinds", "labels", "themes")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a bulletin that a cell of a matrix counts."""

    bulletin: str
    start: int
    end: int
    pair: Pair


class Agreement:
    """The figures of a project. A figure's name is its path in `jiaozhu agreement --json`, such as boundaries.f1."""

    def __init__(self, compared: dict[Pair, dict[str, Compared]], scheme: LabelSet, order: Order = BY_NAME) -> None:
        self._compared = compared
        met = [pair for pair, found in compared.items() if found]
        self.pairs = tuple(sorted(met, key=lambda pair: tuple(map(order, pair))))
        self.annotators = tuple(sorted({name for pair in self.pairs for name in pair}, key=order))
        self.bulletins = tuple(dict.fromkeys(key for pair in self.pairs for key in compared[pair]))
        everything = [c for pair in self.pairs for c in compared[pair].values()]
        self.values = Values.of(everything, [label.id for label in scheme.labels], _distances(scheme))
        self.figures = {figure.name: figure for figure in self.values.figures()}
        self._rows = {pair: self._stacked(pair) for pair in self.pairs}

    def _stacked(self, pair: Pair) -> dict[str, Numbers]:
        """The sums of each bulletin, one row each; zeros where the pair did not both annotate it."""
        found = {key: self.values.rows(c) for key, c in self._compared[pair].items()}
        names = next(iter(found.values()))
        blank = {name: np.zeros_like(row) for name, row in names.items()}
        return {name: np.array([found.get(key, blank)[name] for key in self.bulletins]) for name in names}

    def of_pair(self, name: str, pair: Pair) -> Value:
        """A figure of two annotators over all their bulletins."""
        figure = self.figures[name]
        return self._value(figure, self._rows[pair][figure.sums].sum(axis=0))

    def of_bulletin(self, name: str, bulletin: str) -> Value:
        """A figure of one bulletin, averaged over the pairs that annotated it."""
        figure, place = self.figures[name], self.bulletins.index(bulletin)
        pairs = [pair for pair in self.pairs if bulletin in self._compared[pair]]
        return _mean([self._value(figure, self._rows[pair][figure.sums][place]) for pair in pairs])

    def by_bulletin(self, name: str) -> list[Value]:
        """The figure of each of `bulletins`, as `of_bulletin` gives it, in one go."""
        figure = self.figures[name]
        rows = [self._rows[pair][figure.sums] for pair in self.pairs]
        numbers = np.array([figure.of(each) for each in rows])
        known = ~np.isnan(numbers)
        means = divided(np.where(known, numbers, 0).sum(axis=0), known.sum(axis=0).astype(np.float64))
        return [
            self.of_bulletin(name, key) if np.isnan(mean) else Value(float(mean))
            for key, mean in zip(self.bulletins, means, strict=True)
        ]

    def overall(self, name: str) -> Value:
        """A figure of the whole project: the mean of the pairs for which it is defined."""
        return _mean([self.of_pair(name, pair) for pair in self.pairs])

    def _value(self, figure: Figure, sums: Numbers) -> Value:
        number = float(figure.of(sums))
        return Value(None, reason_of(figure, sums)) if np.isnan(number) else Value(number)

    @cached_property
    def intervals(self) -> dict[str, tuple[float, float] | None]:
        """The 95 % bootstrap interval over bulletins of every figure; None where there is none."""
        if len(self.bulletins) < 2:
            return dict.fromkeys(self.figures)
        weights = bootstrap.weights(len(self.bulletins))
        drawn = {pair: {name: weights @ rows for name, rows in found.items()} for pair, found in self._rows.items()}
        found: dict[str, tuple[float, float] | None] = {}
        for figure in self.figures.values():
            samples = np.array([figure.of(drawn[pair][figure.sums]) for pair in self.pairs])
            known = ~np.isnan(samples)
            means = divided(np.where(known, samples, 0).sum(axis=0), known.sum(axis=0).astype(np.float64))
            found[figure.name] = bootstrap.interval(means)
        return found

    # Where the figures come from --------------------------------------------------------------------------------

    def confusions(self, what: str, pair: Pair | None = None) -> dict[Cell, list[Place]]:
        """For each (value of a, value of b) the places counted: levels, kinds, labels or themes; all pairs or one.

        Theme sets are compared theme by theme: those only one has stand beside each other's, "" where nothing does.
        """
        found: dict[Cell, list[Place]] = defaultdict(list)
        for chosen in [pair] if pair else self.pairs:
            for key, each, cell in self._cells(what, chosen):
                found[cell].append(Place(key, each.start, each.end, chosen))
        return dict(found)

    def counts(self, what: str) -> dict[Pair, Counter[Cell]]:
        """How many places `confusions` has for each pair, in less time."""
        return {pair: Counter(cell for _, _, cell in self._cells(what, pair)) for pair in self.pairs}

    def _cells(self, what: str, pair: Pair) -> Iterator[tuple[str, Met, Cell]]:
        if what not in CONFUSIONS:
            raise ValueError(what)
        for key, compared in self._compared[pair].items():
            met: Sequence[Met] = getattr(compared, what)
            for each in met:
                for cell in _themes(each) if what == "themes" else ((each.a, each.b),):
                    yield key, each, cell

    def compared(self, pair: Pair, bulletin: str) -> Compared | None:
        """What was counted of one bulletin for one pair; None where they did not both annotate it."""
        return self._compared[pair].get(bulletin)


def agreement(project: Project, watch: Watch = lambda _done, _all: None) -> Agreement:
    """Compare all layers of the project that are submitted or adjudicated, pair by pair."""
    return agreement_of(all_sides(project), project.labels, watch, in_order(project.store.names()))


def agreement_of(
    found: Sequence[tuple[Bulletin, Sequence[Side]]], scheme: LabelSet, watch: Watch = lambda _done, _all: None,
    order: Order = BY_NAME,
) -> Agreement:  # fmt: skip
    """Compare the given sides of each bulletin, pair by pair; `order` is that of the annotators."""
    compared: dict[Pair, dict[str, Compared]] = defaultdict(dict)
    for n, (bulletin, sides) in enumerate(found, 1):
        for pair, each in compare_pairs(sides, order).items():
            compared[pair][bulletin.id] = each
        watch(n, len(found))
    return Agreement(dict(compared), scheme, order)


def compare_pairs(sides: Sequence[Side], order: Order = BY_NAME) -> dict[Pair, Compared]:
    """The sides of one bulletin (at least one), compared two by two."""
    lines = Lines(sides[0].content)
    pairs = combinations(sorted(sides, key=lambda side: order(side.annotator)), 2)
    return {(a.annotator, b.annotator): compare(a, b, lines) for a, b in pairs}


def _distances(scheme: LabelSet) -> dict[str, Distance]:
    paths = {theme.id: tuple(node.id for node in scheme.path(theme.id)) for theme in scheme.themes}
    return {"nominal": nominal, "masi": masi, "taxonomy": taxonomy(paths)}


def _mean(values: Sequence[Value]) -> Value:
    known = [value.number for value in values if value.number is not None]
    if known:
        return Value(sum(known) / len(known))
    return values[0] if values else Value(None, "layers")


def _themes(met: Met) -> list[tuple[Hashable, Hashable]]:
    a, b = met.a, met.b
    if not isinstance(a, frozenset) or not isinstance(b, frozenset):
        raise TypeError(met)
    same = [(theme, theme) for theme in sorted(a & b)]
    mine, theirs = sorted(a - b), sorted(b - a)
    return [*same, *((x, y) for x in mine or [""] for y in theirs or [""] if x or y)]
