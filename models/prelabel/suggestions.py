"""What pre-annotation proposes for one bulletin: plain values, offsets in code points of the imported text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SuggestedTheme:
    """A theme proposed for a section. WORDS are the strings of the section that speak for it, strongest first."""

    id: str
    confidence: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SuggestedSection:
    """A section that starts at START and runs to the next one's start.

    HEADING_END closes the heading block [start, heading_end); None where the section has no heading.
    CONTINUES is the index, in the same tuple of sections, of the section that a continuation resumes.
    THEMES are those above the threshold, best first. CONFIDENCE is the chance that a boundary belongs here.
    WHY is a short code ("rule:numbering"; "rule:caption+net" where heeding the network made it one), put into words by
    whoever shows it.
    """

    start: int
    level: int
    kind: str
    heading_end: int | None
    continues: int | None
    themes: tuple[SuggestedTheme, ...]
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class SuggestedMention:
    """A labelled string: one or more ranges [start, end) in order. Mentions with the same ENTITY name one entity."""

    label: str
    fragments: tuple[tuple[int, int], ...]
    confidence: float
    engine: str
    why: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Everything proposed for one bulletin. META: pairs of title, issue, date (ISO), publisher."""

    sections: tuple[SuggestedSection, ...]
    mentions: tuple[SuggestedMention, ...]
    meta: tuple[tuple[str, str], ...]
    engine: str
