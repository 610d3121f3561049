"""The worker process: whatever needs jieba or takes long runs here, so that the window never waits.

One JSON object a line on standard input, one a line back: {"job": 1, "do": "prelabel", "text": …} is answered by
{"job": 1, "answer": …}, or by {"job": 1, "error": "a sentence"},
with the code and the facts of a `UserError`. Jobs are done in their order. A long one may say how far it is before it
answers: {"job": 1, "done": 2, "of": 6}.
"""

from __future__ import annotations

import base64
import json
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from models import threads
from models.errors import UserError
from models.prelabel.suggestions import SuggestedMention, SuggestedSection, SuggestedTheme, Suggestions
from models.text import Span

if TYPE_CHECKING:
    from models.learning.engine import Engine
    from models.review.inquiry import Inquiries


Watch = Callable[[int, int], None]
"""Hears how many steps of a job are done, and of how many."""


def words(text: str) -> list[Span]:
    """The words of a text by jieba, as ranges; white space is left out."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    found = jieba.tokenize(text)
    return [(start, end) for word, start, end in found if not word.isspace()]


def _words(request: dict[str, Any], _watch: Watch) -> list[list[list[int]]]:
    return [[[a, b] for a, b in words(text)] for text in request["texts"]]


def _prelabel(request: dict[str, Any], _watch: Watch) -> dict[str, Any]:
    """The suggestions for a text. With a project, as its engine makes them; `state` changes when that engine does."""
    themes = [(key, name) for key, name in request["themes"]] if request.get("themes") else None
    engine = _engine(request.get("project", ""), request.get("state", 0))
    return to_json(engine.suggest(request["text"], themes))


@lru_cache(maxsize=1)
def _engine(project: str, _state: int) -> Engine:
    """The engine of a project file, the shipped one without a project."""
    from models.learning.engine import Engine, engine_of
    from models.project import Project

    if not project:
        return Engine()
    opened = Project.open(Path(project))
    try:
        return engine_of(opened)
    finally:
        opened.close()


def _learn(request: dict[str, Any], watch: Watch) -> dict[str, Any]:
    """Train on a project's settled work: the figures, how many bulletins, and the engine's bytes in base 64."""
    from models.learning.engine import off
    from models.learning.settled import settled
    from models.learning.training import train
    from models.prelabel.entities.model import shipped
    from models.project import Project

    project = Project.open(Path(request["project"]))
    try:
        work, without = settled(project), off(project)
        themes = project.labels.taxonomy
    finally:
        project.close()
    learned = train(work, themes, watch, shipped(without))
    return {
        "bulletins": len(work),
        "figures": learned.figures.to_json(),
        "better": learned.better,
        "data": base64.b64encode(learned.to_bytes()).decode("ascii"),
    }


@cache
def _inquiries() -> Inquiries:
    """The comparison of layers that this process keeps, to be asked about again."""
    from models.review.inquiry import Inquiries

    return Inquiries()


def _consistency(request: dict[str, Any], _watch: Watch) -> dict[str, Any]:
    from models.review.reports import consistency_answer

    return consistency_answer(request)


def _lessons(request: dict[str, Any], _watch: Watch) -> dict[str, Any]:
    from models.review.reports import lessons_answer

    return lessons_answer(request)


def _figures(request: dict[str, Any], _watch: Watch) -> dict[str, Any]:
    from models.project import Project
    from models.review.report import agreement_json

    project = Project.open(Path(request["project"]))
    try:
        return agreement_json(project)
    finally:
        project.close()


JOBS: dict[str, Callable[[dict[str, Any], Watch], object]] = {
    "words": _words,
    "prelabel": _prelabel,
    "learn": _learn,
    "agreement": lambda request, _watch: _inquiries().answer(request),
    "consistency": _consistency,
    "lessons": _lessons,
    "figures": _figures,
}


def to_json(found: Suggestions) -> dict[str, Any]:
    """Suggestions as plain JSON values."""
    return asdict(found)


def from_json(value: dict[str, Any]) -> Suggestions:
    """The suggestions that `to_json` wrote."""
    sections = []
    for row in value["sections"]:
        themes = tuple(SuggestedTheme(t["id"], t["confidence"], tuple(t["words"])) for t in row["themes"])
        sections.append(SuggestedSection(**{**row, "themes": themes}))
    mentions = [
        SuggestedMention(**{**row, "fragments": tuple((a, b) for a, b in row["fragments"])})
        for row in value["mentions"]
    ]
    meta = tuple((key, text) for key, text in value["meta"])
    return Suggestions(sections=tuple(sections), mentions=tuple(mentions), meta=meta, engine=value["engine"])


def answer(line: str, say: Callable[[dict[str, Any]], None] = lambda _reply: None) -> dict[str, Any]:
    """What to say to one request. A fault of the program is answered too, so that the window can report it.

    `say` hears how far the job is before it is answered.
    """
    request = json.loads(line)
    job = request["job"]

    def watch(done: int, of: int) -> None:
        say({"job": job, "done": done, "of": of})

    try:
        return {"job": job, "answer": JOBS[request["do"]](request, watch)}
    except UserError as error:
        facts = {name: str(value) for name, value in error.facts.items()}
        return {"job": job, "error": error.sentence, "code": error.code, "facts": facts}
    except Exception as error:  # noqa: BLE001  the border of the process: nothing may be lost in silence
        return {"job": job, "error": f"{type(error).__name__}: {error}"}


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer requests until the input ends."""

    def say(reply: dict[str, Any]) -> None:
        answers.write(json.dumps(reply, ensure_ascii=True) + "\n")
        answers.flush()

    for line in requests:
        if line.strip():
            say(answer(line, say))


if __name__ == "__main__":
    if sys.platform != "win32":
        os.nice(5)  # the window comes first
    threads.one()
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    serve(sys.stdin, sys.stdout)
