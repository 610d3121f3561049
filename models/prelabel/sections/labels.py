"""The labels that blocks are given, and which may follow which."""

from __future__ import annotations

MASTHEAD, COLUMN, HEADLINE, DECK, BYLINE = "masthead", "column", "headline", "deck", "byline"
SUBHEAD, RUN_IN, BODY, CAPTION, BRIEF = "subhead", "run-in", "body", "caption", "brief"
CREDIT, FOOTER, BOILERPLATE = "credit", "footer", "boilerplate"

ALL = (MASTHEAD, COLUMN, HEADLINE, DECK, BYLINE, SUBHEAD, RUN_IN, BODY, CAPTION, BRIEF, CREDIT, FOOTER, BOILERPLATE)

NEVER = -1e6
"""What no sum of scores outweighs."""
UNFIT = -9.0
"""What a label is worth where it cannot be."""

START = {MASTHEAD: -0.3, COLUMN: -0.2, HEADLINE: 1.0, BRIEF: -1.0, BODY: -1.5, SUBHEAD: -2.5, BOILERPLATE: -1.0}
END = {HEADLINE: -1.5, SUBHEAD: -0.8, COLUMN: -1.5, DECK: -2.0, BYLINE: -0.5}

_TABLE: dict[str, dict[str, float]] = {
    MASTHEAD: {MASTHEAD: 0.4, BODY: -0.3, SUBHEAD: -3, CREDIT: -3, CAPTION: -2, RUN_IN: -1},
    COLUMN: {COLUMN: -1.5, HEADLINE: 1.0, BRIEF: 1.0, BODY: -0.5, SUBHEAD: -3, CREDIT: -3, RUN_IN: -1.5},
    HEADLINE: {HEADLINE: -3.0, COLUMN: -3.0, DECK: -0.2, SUBHEAD: -1.0, BRIEF: -2, CREDIT: -2.5, FOOTER: -3},
    DECK: {DECK: -0.7, HEADLINE: -3.0, COLUMN: -3.0, SUBHEAD: -1.0, BRIEF: -2, CREDIT: -2.5, FOOTER: -3},
    BYLINE: {BYLINE: 0.5, HEADLINE: -2.0, COLUMN: -2.0, SUBHEAD: -0.3},
    SUBHEAD: {SUBHEAD: -0.6, HEADLINE: -3.0, COLUMN: -4.0, BRIEF: -3, CREDIT: -2},
    RUN_IN: {},
    BODY: {HEADLINE: -0.3},
    CAPTION: {BODY: 0.3, HEADLINE: -0.3},
    BRIEF: {HEADLINE: -0.3, BRIEF: 0.3},
    CREDIT: {HEADLINE: 1.5, COLUMN: 0.6, BRIEF: 1.0, BODY: -1.5, SUBHEAD: -2.5, RUN_IN: -1.0, CREDIT: 0.3, FOOTER: 0.3},
    FOOTER: {FOOTER: 0.8, BODY: -3.0, HEADLINE: -2.0, SUBHEAD: -3.0, RUN_IN: -3.0, CREDIT: -1.0},
    BOILERPLATE: {HEADLINE: 0.4, SUBHEAD: -0.3, BOILERPLATE: 0.2},
}


def follows(before: str, after: str) -> float:
    """What it costs or gains that AFTER stands below BEFORE."""
    if after == MASTHEAD and before != MASTHEAD:
        return NEVER
    if after == DECK and before not in (HEADLINE, DECK, BRIEF):
        return NEVER
    if after == BYLINE and before not in (HEADLINE, DECK, BYLINE, BRIEF, SUBHEAD):
        return -6.0
    return _TABLE[before].get(after, 0.0)


def opens(before: str | None, after: str) -> bool:
    """Whether a section begins at a block labelled AFTER that stands below one labelled BEFORE."""
    if before is None:
        return True
    if after in (COLUMN, HEADLINE, SUBHEAD, RUN_IN, CAPTION, BRIEF):
        return True
    if after in (FOOTER, BOILERPLATE):
        return before != after
    if after in (BODY, CREDIT):
        return before in (CAPTION, BOILERPLATE, MASTHEAD, FOOTER, COLUMN)
    return False
