"""The engine as a project wants it: which parts propose anything, the trained weights in use, the known names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import uuid4

from models.errors import UserError
from models.learning.learned import Figures, Learned, evidence_of, read_learned
from models.learning.lexicon import known, names, with_known
from models.learning.lines import known_lines
from models.learning.settled import settled
from models.prelabel.coreference import with_entities
from models.prelabel.engine import prelabel
from models.prelabel.engines import LAC, NET
from models.prelabel.entities.model import Model, beside_net, missing, shipped
from models.prelabel.sections.recurring import Known
from models.prelabel.suggestions import SuggestedMention, Suggestions
from models.prelabel.themes import Taxonomy
from models.project import Project, now
from models.storage import EngineRow

PARTS = ("sections", "lines", "themes", "model", NET, LAC, "rules", "document", "lexicon", "coreference", "learned")
"""What can be switched off one by one: sections, what lines were in settled work, themes, the tagger, what the network
and LAC say in it, rules for names, names found again in the same bulletin, the project's lexicon, mentions linked to
one entity, what was learned from the project's work."""

OFF = "engine.off"
"""The setting that lists the parts that are switched off."""
VERSION = "engine.version"
"""The setting that names the trained engine in use; empty for the shipped one."""


@dataclass(frozen=True)
class Engine:
    """Ready to propose. LEARNED is None where the shipped engine is in use."""

    off: frozenset[str] = frozenset()
    learned: Learned | None = None
    lexicon: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, Known] = field(default_factory=dict)

    @property
    def entities(self) -> Model:
        """The tagger: what was learned, or the shipped one where that needs an engine that is off or not there.

        The network reads along with what was learned without it too, as it came to the program later.
        """
        taught = self.learned.entities if self.learned else None
        if taught is None or missing(taught.evidence, self.off):
            return shipped(self.off)
        return taught if NET in taught.evidence or missing((NET,), self.off) else beside_net(taught)

    def suggest(self, text: str, taxonomy: Taxonomy | None = None) -> Suggestions:
        """Everything that the parts in use propose for a text."""
        found = prelabel(
            text, themes=taxonomy, theme_model=self.learned.themes if self.learned else None,
            entity_model=self.entities, known_lines=None if "lines" in self.off else self.lines,
        )  # fmt: skip
        mentions = tuple(m for m in found.mentions if _part(m) not in self.off)
        if "lexicon" not in self.off and self.lexicon:
            mentions = with_known(text, mentions, self.lexicon)
        if "coreference" in self.off:
            mentions = tuple(replace(m, entity=None) for m in mentions)
        elif mentions != found.mentions:
            mentions = with_entities(text, mentions)
        sections = found.sections
        if "sections" in self.off:
            sections = tuple(
                replace(s, level=1, kind="article", heading_end=None, themes=()) for s in found.sections[:1]
            )
        if "themes" in self.off:
            sections = tuple(replace(s, themes=()) for s in sections)
        return replace(found, sections=sections, mentions=mentions)


def _part(mention: SuggestedMention) -> str:
    """Which part proposed a mention."""
    return {"model": "model", "document": "document"}.get(mention.why, "rules")


def off(project: Project) -> frozenset[str]:
    """The parts that the project does without."""
    return frozenset(part for part in project.store.setting(OFF).split() if part in PARTS)


def switch_parts(project: Project, parts: frozenset[str]) -> None:
    """Do without these parts from the next bulletin on."""
    project.store.set_setting(OFF, " ".join(part for part in PARTS if part in parts))


def engine_of(project: Project) -> Engine:
    """The engine that the project uses. A trained one that cannot be read gives way to the shipped one."""
    parts = off(project)
    names_known: dict[str, str] = {}
    work = settled(project) if not {"lexicon", "lines"} <= parts else []
    if "lexicon" not in parts:
        labels = {label.id for label in project.labels.labels if not label.retired}
        found = known(names(project, work))
        names_known = {string: label for string, label in found.items() if label in labels}
    lines = {} if "lines" in parts else known_lines(work)
    return Engine(parts, None if "learned" in parts else in_use(project), names_known, lines)


def in_use(project: Project) -> Learned | None:
    """The trained engine that was taken over; None for the shipped one."""
    version = project.store.setting(VERSION)
    row = next((row for row in project.store.engines.rows() if row.id == version), None)
    if row is None:
        return None
    try:
        return read_learned(project.store.engines.data(row.id), Figures.from_json(row.figures))
    except (UserError, ValueError, KeyError, TypeError):
        return None  # made by another version of the program; training makes a new one


def lacking(project: Project) -> tuple[str, ...]:
    """The engines that are off or not here and without which the trained engine in use cannot be used."""
    version, without = project.store.setting(VERSION), off(project)
    if "learned" in without or version not in {row.id for row in project.store.engines.rows()}:
        return ()
    needed = evidence_of(project.store.engines.data(version))
    return missing(needed, without)


def keep(project: Project, data: bytes, figures: Figures, bulletins: int, *, better: bool) -> EngineRow:
    """Keep what training gave (`Learned.to_bytes`), and use it where it is better in anything."""
    row = EngineRow(uuid4().hex, now(), project.annotator, bulletins, figures.to_json())
    project.store.engines.add(row, data, project.store.setting(VERSION))
    if better:
        use(project, row.id)
    return row


def use(project: Project, version: str) -> None:
    """Use another engine: one of the project's, or with an empty id the shipped one."""
    project.store.set_setting(VERSION, version)
