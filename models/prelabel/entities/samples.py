"""Accepted mentions of a bulletin as training samples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.prelabel.entities.evidence import pieces
from models.prelabel.entities.fitting import Sample
from models.prelabel.entities.model import TAGS
from models.prelabel.entities.spans import LABELS
from models.prelabel.entities.view import View, view_of

_TAG = {name: n for n, name in enumerate(TAGS)}


@dataclass(frozen=True, slots=True)
class Example:
    """A bulletin's text with its settled mentions: (label, start, end) in code points of TEXT."""

    text: str
    mentions: tuple[tuple[str, int, int], ...]


def samples(
    example: Example, weight: float = 1.0, own: Mapping[str, str] | None = None, evidence: Sequence[str] = ()
) -> list[Sample]:
    """What an example teaches. Of overlapping mentions the longest counts; labels the tagger lacks are left out.

    EVIDENCE: that of the model which is to learn (`Model.evidence`).
    """
    view = view_of(example.text)
    gold = labelled(view, example)
    return [
        Sample(
            piece.rows(evidence),
            gold[piece.start : piece.start + len(piece.string)],
            _whole(piece.units, gold, piece.start),
            weight,
        )
        for piece in pieces(view.content, own)
    ]


def labelled(view: View, example: Example) -> npt.NDArray[np.int64]:
    """The tag of each character of a view's content, by its place in TAGS."""
    gold = np.zeros(len(view.content), np.int64)
    ranges = ((label, *view.place(start, end)) for label, start, end in example.mentions if label in LABELS)
    for label, start, end in sorted(ranges, key=lambda row: (row[1] - row[2], row[1])):
        while start < end and view.content[start].isspace():
            start += 1
        while end > start and view.content[end - 1].isspace():
            end -= 1
        if start < end and not gold[start:end].any():
            gold[start:end] = _tags(label, end - start)
    return gold


def _tags(label: str, length: int) -> list[int]:
    if length == 1:
        return [_TAG[f"S-{label}"]]
    inner = [_TAG[f"I-{label}"]] * (length - 2)
    return [_TAG[f"B-{label}"], *inner, _TAG[f"E-{label}"]]


def _whole(units: Iterable[tuple[int, int]], gold: np.ndarray, start: int) -> list[tuple[int, int]]:
    """Units joined where a mention runs over their seam."""
    found: list[tuple[int, int]] = []
    for left, right in units:
        if found and left and TAGS[gold[start + left - 1]][0] in "BI":
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return found
