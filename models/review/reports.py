"""The consistency report and what an annotator can learn, as plain JSON values: the worker answers with them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from models.project import Project
from models.review.blind import hidden_layers
from models.review.consistency import LABELS, NO_SECTION, NO_THEME, TWIN, Finding, of_project
from models.review.learning import lessons, point
from models.text import quote

Plain = dict[str, Any]

WORDS = 60
"""How much of the text a lesson quotes, in characters."""


KINDS = (LABELS, TWIN, NO_SECTION, NO_THEME)

MOST = 2000
"""How many findings of a kind are told: nobody looks through more in one go."""

_SIDES = ("mine", "gold")


def consistency_answer(request: Plain) -> Plain:
    """The findings in the gold layers (`role` gold) or in those of whoever sits at the desk (`role` annotator).

    What an annotator is still blind to is left out. `layers` says how many layers were looked through, `totals` how
    much was found of each kind; of each kind at most MOST are told, in the order of KINDS. Those of the same words
    stand together.
    """
    project = Project.open(Path(request["project"]))
    try:
        role, name = request["role"], project.annotator
        hidden = hidden_layers(project)
        findings = of_project(project, role, name)
        seen = {
            layer.bulletin
            for layer in project.store.layers()
            if layer.role == role
            and (role == "gold" or layer.annotator == name)
            and layer.id not in hidden
            and layer.status != "new"
        }
        titles = {b.id: b.title for b in project.store.bulletins() if b.id in seen and not b.archived}
        groups = {kind: [f for f in findings if f.kind == kind and f.bulletin in titles] for kind in KINDS}
        for kind in (LABELS, TWIN):
            groups[kind].sort(key=lambda f: f.words)
        rows = [_plain(f, titles[f.bulletin]) for group in groups.values() for f in group[:MOST]]
        return {"layers": len(titles), "totals": {k: len(group) for k, group in groups.items()}, "findings": rows}
    finally:
        project.close()


def _plain(finding: Finding, title: str) -> Plain:
    f = finding
    return {"kind": f.kind, "bulletin": f.bulletin, "title": title, "start": f.start, "end": f.end, "words": f.words,
            "label": f.label, "usual": f.usual}  # fmt: skip


def lessons_answer(request: Plain) -> Plain:
    """What the gold has otherwise than whoever sits at the desk, of the bulletins [first, first + count).

    `total` is the number of bulletins; `points` are those of the trend, unordered; `submitted` says whether a layer of
    theirs among these was ever handed in. `mine` and `gold` are outcomes, those of headings their words.
    """
    project = Project.open(Path(request["project"]))
    try:
        store, name = project.store, project.annotator
        bulletins = store.bulletins()
        rows: list[Plain] = []
        points: list[Plain] = []
        submitted = False
        for bulletin in bulletins[request["first"] : request["first"] + request["count"]]:
            found = point(project, name, bulletin)
            own = project.layer_of(bulletin.id, name)
            submitted = submitted or (own is not None and own.status in ("submitted", "returned", "adjudicated"))
            if found is None:
                continue
            content = store.content(bulletin.id)
            points.append({**asdict(found), "title": bulletin.title})
            for lesson in lessons(project, name, bulletin):
                words = quote(content, lesson.start, min(max(lesson.end, lesson.start + 1), lesson.start + WORDS))
                if len(words) <= 1:
                    words = content[lesson.start : lesson.start + WORDS].split("\n")[0]
                row = {**asdict(lesson), "title": bulletin.title, "words": words}
                if lesson.matter == "heading":
                    row |= {side: quote(content, lesson.start, row[side]) if row[side] else "" for side in _SIDES}
                rows.append(row)
        return {"total": len(bulletins), "lessons": rows, "points": points, "submitted": submitted}
    finally:
        project.close()
