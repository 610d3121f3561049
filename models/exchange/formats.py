"""What a format is: its name, its endings, how it is read and written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from models.exchange.annotated import Annotated
from models.exchange.label_sets import Scheme
from models.exchange.whole_file import Whole


@dataclass
class Losses:
    """What a format cannot hold: counts by a short reason ("nested", "discontinuous", "unsaid") and label."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, reason: str, label: str, number: int = 1) -> None:
        self.counts[reason, label] += number

    def __bool__(self) -> bool:
        return any(self.counts.values())

    def lines(self) -> list[str]:
        """One English sentence a reason, with the numbers by label."""
        found = []
        for reason in dict.fromkeys(reason for reason, _ in self.counts):
            by = {label: n for (r, label), n in self.counts.items() if r == reason}
            parts = ", ".join(f"{label} {n}" for label, n in sorted(by.items()))
            found.append(f"{sum(by.values())} {reason} left out ({parts}).")
        return found


Writer = Callable[[Iterable[Annotated], Scheme, Whole, Losses], None]
Reader = Callable[[Path], Iterator[Annotated]]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format. `endings` are those of its files, the first one its usual; `read` is None where it only writes.

    `recognises` tells from a file's beginning whether it is of this format; `describes` is an English name for it.
    """

    name: str
    describes: str
    endings: tuple[str, ...]
    write: Writer
    read: Reader | None = None
    recognises: Callable[[Path], bool] | None = None
