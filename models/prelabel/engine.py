"""Pre-annotation as a whole: sections with their themes, mentions, and what the masthead tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from models.labels import default_label_set
from models.prelabel.coreference import with_entities
from models.prelabel.engines import NET
from models.prelabel.entities import suggest_mentions
from models.prelabel.sections import suggest_sections
from models.prelabel.sections.meta import bulletin_meta
from models.prelabel.sections.recurring import Known
from models.prelabel.suggestions import SuggestedSection, SuggestedTheme, Suggestions
from models.prelabel.themes import Taxonomy, ThemeModel, attached_themes

if TYPE_CHECKING:
    from models.prelabel.entities.model import Model

ENGINE = "jiaozhu-15"
"""Names the engine in exported files; raised when its suggestions change."""
_THEMED = ("article", "brief")
_TITLED = ("rule:subhead", "rule:markdown")
_LONG = 250
_READ_OVER = ("caption", "boilerplate", "footer", "masthead")


def default_taxonomy() -> Taxonomy:
    """The themes that a new project starts with."""
    return default_label_set().taxonomy


def prelabel(
    text: str,
    *,
    themes: Taxonomy | None = None,
    theme_model: ThemeModel | None = None,
    entity_model: Model | None = None,
    known_lines: Mapping[str, Known] | None = None,
) -> Suggestions:
    """Everything proposed for a bulletin's (normalised) text.

    THEMES: the project's taxonomy, the default when None. THEME_MODEL: what the project's gold taught. ENTITY_MODEL:
    the tagger's weights, the shipped ones when None; the engine's name says which further engines they heed.
    KNOWN_LINES: what lines were in earlier issues of the same paper (`sections.recurring`).
    The same input gives the same answer.
    """
    from models.prelabel.entities.model import shipped
    from models.prelabel.entities.net import beginnings

    model = entity_model or shipped()
    taxonomy = default_taxonomy() if themes is None else themes
    begins = beginnings(text) if NET in model.evidence else None
    sections = with_themes(text, suggest_sections(text, known_lines, begins), taxonomy, theme_model)
    mentions = with_entities(text, suggest_mentions(text, model))
    return Suggestions(sections, mentions, bulletin_meta(text, sections), "+".join((ENGINE, *model.evidence)))


def with_themes(
    text: str, sections: Sequence[SuggestedSection], taxonomy: Taxonomy, theme_model: ThemeModel | None = None
) -> tuple[SuggestedSection, ...]:
    """The sections with themes attached: articles and briefs by their words.

    A remark under its speaker's name is an item of its own and takes the first theme of the article it stands in. In a
    bulletin that is one article, its long parts under a title of their own (not 一、 alone) have themes too, but for
    those that have parts themselves.
    """
    alone = sum(section.kind in _THEMED for section in sections) == 1
    found: list[SuggestedSection] = []
    over: tuple[SuggestedTheme, ...] = ()
    for n, section in enumerate(sections):
        themes: tuple[SuggestedTheme, ...] = ()
        rule = section.why.split("+")[0]
        if section.kind in _THEMED:
            themes = over = attached_themes(section_text(text, sections, n), taxonomy, theme_model)
        elif rule == "rule:speaker":
            themes = over[:1]
        elif alone and section.level == 2 and (rule in _TITLED or text.startswith("#", section.start)):
            part = section_text(text, sections, n)
            parted = (
                n + 1 < len(sections) and sections[n + 1].kind == "subsection" and sections[n + 1].level > section.level
            )
            themes = attached_themes(part, taxonomy, theme_model) if len(part) >= _LONG and not parted else ()
        found.append(replace(section, themes=themes))
    return tuple(found)


def section_text(text: str, sections: Sequence[SuggestedSection], n: int) -> str:
    """The words of a section with its parts and continuations; other items, captions and notices are left out."""
    own = sections[n]
    parts: list[str] = []
    for m in range(n, len(sections)):
        section = sections[m]
        if m > n and (section.kind in _THEMED or section.level <= own.level) and section.continues is None:
            break
        if section.kind not in _READ_OVER:
            parts.append(text[section.start : sections[m + 1].start if m + 1 < len(sections) else len(text)])
    return "".join(parts)
