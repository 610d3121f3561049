"""What a project's annotators wrote into its lexicon of names, beside what is learned from their work."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """A name with the label it is to have, entered by hand. `active` is False for one that is not to be proposed."""

    id: str
    string: str
    label: str
    active: bool = True
