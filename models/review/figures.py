"""The agreement figures of one pair of annotators: sums a document, which may be added and drawn from, and what they
come to."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from models.review.comparison import Compared, Met, theme_sets
from models.review.measures.alpha import Scale
from models.review.measures.distances import Distance, Themes
from models.review.measures.kappa import confusions, kappa_of
from models.review.measures.segmentation import similarity
from models.review.measures.spans import Hits
from models.review.measures.value import Numbers, divided


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name in the report, whose sums it reads, what they come to, why it may be undefined."""

    name: str
    sums: str
    of: Callable[[Numbers], Numbers]
    reason: str


@dataclass(frozen=True)
class Values:
    """All values that occur in a project, so that every pair's sums have the same columns."""

    levels: Sequence[int]
    kinds: Sequence[str]
    labels: Sequence[str]
    scales: dict[str, Scale[Themes]]

    @staticmethod
    def of(compared: Sequence[Compared], labels: Sequence[str], distances: dict[str, Distance]) -> Values:
        """The values of these comparisons; `labels` is the label set's order, `distances` those between theme sets."""
        sets = [themes for c in compared for met in c.themes for themes in theme_sets(met)]
        used = {label for c in compared for label in c.strict}
        order = [label for label in labels if label in used]
        return Values(
            sorted({int(str(x)) for c in compared for met in c.levels for x in (met.a, met.b)}),
            sorted({str(x) for c in compared for met in c.kinds for x in (met.a, met.b)}),
            order + sorted(used - set(order)),
            {name: Scale(sets, distance) for name, distance in distances.items()},
        )

    def rows(self, c: Compared) -> dict[str, Numbers]:
        """The sums of one comparison."""
        agreement, of = similarity(c.edits)
        sets = [theme_sets(met) for met in c.themes]
        themes = Hits(sum(len(x & y) for x, y in sets), sum(len(x) for x, _ in sets), sum(len(y) for _, y in sets))
        found = {
            "boundaries": _hits(c.boundaries),
            "similarity": np.array([agreement, of], dtype=np.float64),
            "windows": np.array(c.windows, dtype=np.float64),
            "levels": _table(c.levels, self.levels),
            "kinds": _table(c.kinds, self.kinds),
            "labels": _table(c.labels, self.labels),
            "themes": _hits(themes),
            "unitized": np.array(c.unitized),
        }
        for name, scale in self.scales.items():
            found[f"alpha_{name}"] = scale.row(sets)
        for name, hits in (("strict", c.strict), ("overlap", c.overlap), ("characters", c.characters)):
            found[name] = _hits(sum(hits.values(), Hits()))
            for label in self.labels:
                found[f"{name}.{label}"] = _hits(hits.get(label, Hits()))
        return found

    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the report, in its order."""
        found = [
            Figure("boundaries.f1", "boundaries", _f1, "nothing"),
            Figure("boundaries.similarity", "similarity", _first, "nothing"),
            Figure("boundaries.windowdiff", "windows", partial(_share, 0), "short"),
            Figure("boundaries.pk", "windows", partial(_share, 1), "short"),
            Figure("boundaries.level_kappa", "levels", _kappa, "shared"),
            Figure("boundaries.kind_kappa", "kinds", _kappa, "shared"),
            *(Figure(f"themes.alpha_{n}", f"alpha_{n}", s.alphas, "sections") for n, s in self.scales.items()),
            Figure("themes.f1", "themes", _f1, "nothing"),
            *_span_figures("mentions", ""),
            Figure("mentions.label_kappa", "labels", _kappa, "extents"),
            Figure("mentions.alpha_u", "unitized", _one_minus, "nothing"),
        ]
        for label in self.labels:
            found += _span_figures(f"mentions.labels.{label}", f".{label}")
        return tuple(found)


def _span_figures(name: str, label: str) -> list[Figure]:
    parts = (("precision", _precision), ("recall", _recall), ("f1", _f1))
    ways = ("strict", "overlap", "characters")
    return [Figure(f"{name}.{way}.{part}", f"{way}{label}", of, "nothing") for way in ways for part, of in parts]


def reason_of(figure: Figure, sums: Numbers) -> str:
    """Why a figure that is undefined is so: nothing to count, nothing on one side, or always the same value."""
    counts = sums[1:] if figure.sums.startswith("alpha_") else sums
    if counts.any() and figure.of in (_precision, _recall):
        return "one_side"
    return "one_value" if counts.any() and figure.reason in ("shared", "extents", "sections") else figure.reason


def _hits(hits: Hits) -> Numbers:
    return np.array([hits.hits, hits.a, hits.b], dtype=np.float64)


def _table(met: Sequence[Met], values: Sequence[Hashable]) -> Numbers:
    return confusions(((m.a, m.b) for m in met), values).ravel()


def _kappa(rows: Numbers) -> Numbers:
    size = round(rows.shape[-1] ** 0.5)
    return kappa_of(rows.reshape((*rows.shape[:-1], size, size)))


def _precision(rows: Numbers) -> Numbers:
    return divided(rows[..., 0], rows[..., 2])


def _recall(rows: Numbers) -> Numbers:
    return divided(rows[..., 0], rows[..., 1])


def _f1(rows: Numbers) -> Numbers:
    return divided(2 * rows[..., 0], rows[..., 1] + rows[..., 2])


def _first(rows: Numbers) -> Numbers:
    return divided(rows[..., 0], rows[..., 1])


def _share(place: int, rows: Numbers) -> Numbers:
    return divided(rows[..., place], rows[..., 2])


def _one_minus(rows: Numbers) -> Numbers:
    return np.asarray(1 - divided(rows[..., 0], rows[..., 1]))
