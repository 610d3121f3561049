"""Where one of many words may begin in a text, told for all of it at once by the two characters that each begins with.

A Bloom filter with one hash (Bloom 1970): a place may be told at which none begins, none is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_SPREAD, _BITS = 0x9E5F, 17
"""What the first code is multiplied with, odd so that no bit is lost, and how many bits of the sum make the hash."""


@dataclass(frozen=True, eq=False)
class Pairs:
    """Which pairs of characters words begin with, by their hash, and by its code each character that is a word."""

    begun: npt.NDArray[np.bool_]
    alone: npt.NDArray[np.uint32]

    def places(self, text: str) -> list[int]:
        """The places of TEXT, in order, that a word may begin at."""
        codes = _codes(text)
        hit = self.begun.take(_hashes(codes, _codes(text[1:] + "\n")))
        if self.alone.size:
            hit |= np.isin(codes, self.alone)
        places: list[int] = hit.nonzero()[0].tolist()
        return places


def pairs_of(words: Iterable[str]) -> Pairs:
    """The pairs that words begin with."""
    kept = sorted(filter(None, words))
    longer = [word for word in kept if len(word) > 1]
    begun = np.zeros(1 << _BITS, np.bool_)
    firsts, seconds = (_codes("".join(word[n] for word in longer)) for n in (0, 1))
    begun[_hashes(firsts, seconds)] = True
    return Pairs(begun, _codes("".join(word for word in kept if len(word) == 1)))


def _codes(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))


def _hashes(firsts: npt.NDArray[np.uint32], seconds: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    found: npt.NDArray[np.uint32] = (firsts * np.uint32(_SPREAD) + seconds) & np.uint32((1 << _BITS) - 1)
    return found
