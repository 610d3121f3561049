"""Which layers teach the engine: one a bulletin, submitted or adjudicated, with little left unconfirmed in it."""

from __future__ import annotations

from dataclasses import dataclass

from models.bulletins import LayerInfo
from models.learning import DONE
from models.project import Project

GOLD = "gold"
_UNDECIDED = 0.1
"""Work of which a larger share was never confirmed teaches the engine its own mistakes, and is left out."""


@dataclass(frozen=True, slots=True)
class Teaching:
    """By bulletin (id), in library order, the layer that teaches; and how many submitted bulletins are left out because
    too much in them was never confirmed."""

    layers: dict[str, LayerInfo]
    left_out: int


def teaching(project: Project) -> Teaching:
    """The gold layer where a bulletin is adjudicated, else a submitted one: of several the first by annotator.

    Found from counts alone, so that a large project can be asked after every submission.
    """
    done: dict[str, list[LayerInfo]] = {}
    for layer in project.store.layers():
        if layer.status in DONE and layer.role in ("annotator", GOLD):
            done.setdefault(layer.bulletin, []).append(layer)
    counts = project.store.tallies.undecided()
    found: dict[str, LayerInfo] = {}
    left_out = 0
    for bulletin in project.store.bulletins():
        layers = [layer for layer in done.get(bulletin.id, ()) if layer.id in counts and not bulletin.archived]
        settled = [layer for layer in layers if counts[layer.id][0] <= _UNDECIDED * counts[layer.id][1]]
        if settled:
            found[bulletin.id] = min(settled, key=lambda layer: (layer.role != GOLD, layer.annotator))
        elif layers:
            left_out += 1
    return Teaching(found, left_out)
