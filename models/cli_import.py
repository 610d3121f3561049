"""`jiaozhu import`: bulletins and annotation files into a project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.bulletins import Bulletin
from models.cli_console import bar, counted, note, progress, project_path, say
from models.cli_prelabel import note_doubts
from models.errors import UserError
from models.exchange import texts
from models.exchange.importing import AnnotationFile, check_file, import_file
from models.exchange.table import READABLE
from models.exchange.texts import Found, ImportReport
from models.project import SUGGESTION, Project


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    annotator: str | None = None
    format: str | None = None
    encoding: str | None = None
    prelabel: bool = True


def run(project_word: str, paths: list[Path], options: Options) -> int:
    """Read everything first, so that a file that cannot be used stops the work before the project is touched."""
    path = project_path(project_word)
    found = texts.find(paths, (*texts.ENDINGS, *READABLE))
    if not found:
        raise UserError(f"There is nothing to import in {', '.join(map(str, paths))}.", code="import.none")
    existing = Project.open(path) if path.exists() else None
    try:
        known = {b.sha256: b.name for b in existing.store.bulletins()} if existing else {}
        report, files = _read(found, known, options)
        project = existing or Project.create(path)
    except BaseException:
        if existing is not None:
            existing.close()
        raise
    try:
        _take(project, report, files, options)
    finally:
        project.close()
    return 0


def _read(found: list[Found], known: dict[str, str], options: Options) -> tuple[ImportReport, list[AnnotationFile]]:
    report = ImportReport()
    files: list[AnnotationFile] = []
    for each in progress(found, "Reading"):
        if each.path.suffix.casefold() in READABLE:
            try:
                files.append(check_file(each.path, options.format))
            except UserError as error:
                if each.named or error.code != "format.unknown":
                    raise
                note(f"Left out: {error.sentence}")
            continue
        before = len(report.skipped), len(report.texts)
        texts.take(report, each.path, known, options.encoding)
        if len(report.skipped) > before[0]:
            reason = report.skipped[-1].reason
            if each.named:
                raise reason
            note(f"Left out: {reason.sentence}")
        if len(report.texts) > before[1]:
            note_doubts(report.texts[-1])
    for path, other in report.duplicates:
        note(f"{path} has the same text as {other}; it is in the project once.")
    return report, files


def _take(project: Project, report: ImportReport, files: list[AnnotationFile], options: Options) -> None:
    made = project.add_bulletins([text.imported for text in report.texts])
    layers = same = 0
    for file in files:
        for taken in import_file(project, file, annotator=options.annotator):
            if file.documents:
                bar(len(taken.layers) + taken.same, file.documents, "Importing")
        if not file.documents:
            note(f"{file.path} holds no documents.")
            continue
        made += taken.bulletins
        layers += len(taken.layers)
        same += taken.same
        if taken.labels:
            note(f"{file.path} brings new labels: {', '.join(taken.labels)}.")
    if options.prelabel:
        _prelabel(project, made)
    say(f"{counted(len(made), 'bulletin')} and {counted(layers, 'layer')} added to {project.path}.")
    if same:
        say(f"{counted(same, 'layer')} there already, with the same content.")


def _prelabel(project: Project, made: list[Bulletin]) -> None:
    have = {layer.bulletin for layer in project.store.layers() if layer.role == SUGGESTION}
    new = [bulletin for bulletin in made if bulletin.id not in have]
    if not new:
        return
    from models.learning.engine import engine_of

    engine, themes = engine_of(project), project.labels.taxonomy
    for bulletin in progress(new, "Pre-annotating"):
        # A file of annotations may have told the title since.
        current = next(b for b in project.store.bulletins() if b.id == bulletin.id)
        project.store_suggestions(current, engine.suggest(project.store.content(bulletin.id), themes))
