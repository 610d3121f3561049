"""The shipped theme model: which words of the written bulletins tell of which theme."""

from __future__ import annotations

import json

from models.prelabel.engine import section_text
from models.prelabel.suggestions import SuggestedSection
from models.prelabel.themes import WRITTEN, learn
from models.prelabel.training.written import Written, every

_THEMED = ("article", "brief")


def themed(bulletin: Written) -> list[tuple[str, tuple[str, ...]]]:
    """The words and the themes of a bulletin's articles and briefs."""
    sections = [
        SuggestedSection(
            part.start, part.level, part.kind, None, 0 if part.kind == "continuation" else None, (), 1.0, ""
        )
        for part in bulletin.sections
    ]
    return [
        (section_text(bulletin.text, sections, n), part.themes)
        for n, part in enumerate(bulletin.sections)
        if part.kind in _THEMED
    ]


def theme_model() -> bytes:
    """The model as the program carries it: of the bulletins that may teach."""
    model = learn((row for each in every() if not each.kept_back for row in themed(each)), WRITTEN)
    return (json.dumps(model.to_data(), ensure_ascii=False, indent=0, sort_keys=True) + "\n").encode()
