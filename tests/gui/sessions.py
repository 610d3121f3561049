"""Sessions made from the seeds and their gold, for tests of a window."""

from __future__ import annotations

import json
from importlib import resources

from models.bulletins import Bulletin, LayerInfo
from models.mentions import Mention
from models.outline import Section
from models.session import Session
from models.text import Text, normalise

LAYER = "layer"


def make_session(content: str, sections=(), mentions=(), *, key: str = "bulletin") -> Session:
    """A session on a text of one's own. Its layer's id is "layer"."""
    text = Text(normalise(content)[0])
    bulletin = Bulletin(key, key, text.sha256, len(text))
    return Session(bulletin, text, LayerInfo(LAYER, key, "tester"), sections, mentions, [], [])


def seed_session(number: str) -> Session:
    """A seed with its gold sections and mentions: sections are "s0", "s1" …, mentions "m0", "m1" …"""
    entry = next(e for e in resources.files("seeds").iterdir() if e.name.startswith(number))
    gold = json.loads((resources.files("resources") / "gold" / f"{number}.json").read_text(encoding="utf-8"))
    themes = {row["section"]: tuple(row["themes"]) for row in gold["themes"]}
    sections = [
        Section(
            f"s{n}", LAYER, row["start"], row["level"],
            "article" if row["kind"] == "continuation" else row["kind"],
            row["start"] + len(row["heading"]) if row["heading"] else None,
            themes.get(n, ()),
        )
        for n, row in enumerate(gold["sections"])
    ]  # fmt: skip
    mentions = [
        Mention(f"m{n}", LAYER, row["label"], ((row["start"], row["end"]),)) for n, row in enumerate(gold["entities"])
    ]
    return make_session(entry.read_bytes().decode("utf-8-sig"), sections, mentions, key=entry.name)
