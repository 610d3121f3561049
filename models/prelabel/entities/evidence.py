"""A bulletin as the tagger sees it: pieces of whole lines, each with its words, cues, units and fingerprints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.prelabel.engines import LAC
from models.prelabel.entities.cues import Found, Index, find, index_of, lookup
from models.prelabel.entities.features import rows_of
from models.prelabel.entities.lac import lac
from models.prelabel.entities.proposals import propose
from models.prelabel.entities.view import units
from models.prelabel.entities.words import Word, words_of

PIECE = 6000
"""How many characters of the view are worked on at once, give or take a unit."""


@dataclass(frozen=True)
class Piece:
    """A run of whole units that begins at START of the view."""

    start: int
    string: str
    words: list[Word]
    found: Found
    units: list[tuple[int, int]]
    """Ranges of STRING that are decoded each by itself."""

    def rows(self, evidence: Sequence[str] = ()) -> npt.NDArray[np.uint32]:
        """Its fingerprints. EVIDENCE names the engines whose say is added; raises UserError where one is not there."""
        seen = lac().seen(self.string, self.units) if LAC in evidence else None
        return rows_of(self.string, self.words, self.found, seen)


def pieces(content: str, own: Mapping[str, str] | None = None) -> list[Piece]:
    """The pieces of a view's content. OWN gives the labels of strings that a project knows."""
    found = [_piece(content, start, cut) for start, cut in _cuts(content)]
    index = index_of((string, f"own:{label}") for string, label in (own or {}).items())
    names = index_of((name, "again") for piece in found for name in _names(piece))
    for piece in found:
        _recall(piece, names, index)
    return found


def _cuts(content: str) -> list[tuple[int, list[tuple[int, int]]]]:
    """Units by piece: a piece ends with a line where it can."""
    found: list[tuple[int, list[tuple[int, int]]]] = []
    for start, end in units(content):
        full = (
            found
            and start - found[-1][0] >= PIECE
            and (content[start - 1] == "\n" or start - found[-1][0] >= 2 * PIECE)
        )
        if not found or full:
            found.append((start, []))
        found[-1][1].append((start - found[-1][0], end - found[-1][0]))
    return found


def _piece(content: str, start: int, cut: list[tuple[int, int]]) -> Piece:
    string = content[start : start + cut[-1][1]]
    words = words_of(string)
    found = find(string, words)
    found.cues.update(propose(string, words, found))
    return Piece(start, string, words, found, cut)


def _names(piece: Piece) -> list[str]:
    """Persons whom the piece names in a person's context, so that they are known everywhere in the bulletin."""
    return [piece.string[start:end] for start, end in piece.found.cues["person"]]


def _recall(piece: Piece, names: Index, own: Index) -> None:
    if names.kinds:
        lookup(piece.string, names, piece.found.cues)
    if own.kinds:
        lookup(piece.string, own, piece.found.cues)
