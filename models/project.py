"""A project: bulletins, layers, label set and journal; the one gate through which everything changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from models.bulletins import Bulletin, LayerInfo
from models.changes import Change, Item, change, joined
from models.derived import without_derived
from models.errors import UserError
from models.history import History
from models.labels import LabelSet, default_label_set
from models.layers import copied, freed, suggested_rows
from models.mentions import Entity, Mention
from models.outline import Outline, Section, reshaped
from models.prelabel.suggestions import Suggestions
from models.session import Session
from models.storage import JournalEntry, Store, discard
from models.storage.database import REFUSED
from models.text import Text, derived_id

Listener = Callable[[Change, object], None]

DEFAULT_ANNOTATOR = "标注员"
SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Imported:
    """A text on its way into a project: normalised characters, the file's name, bytes and encoding.

    `id` is the id that an annotation file gives the bulletin; empty for the one that follows from the text.
    """

    name: str
    content: str
    original: bytes = b""
    encoding: str = "utf-8"
    meta: tuple[tuple[str, str], ...] = ()
    extra: str = ""
    id: str = ""


class Project:
    """An open project file. Every change goes: disk, memory, listeners; a failed one leaves all three as they were."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.labels: LabelSet = store.label_set()
        self.annotator = store.setting("annotator", DEFAULT_ANNOTATOR)
        self.session: Session | None = None
        self.history = self._history()
        self._listeners: list[Listener] = []

    @staticmethod
    def open(path: Path) -> Project:
        """Open a project file. Raises UserError when it cannot be."""
        return Project._over(Store(path))

    @staticmethod
    def _over(store: Store) -> Project:
        try:
            return Project(store)
        except BaseException:
            store.close()
            raise

    @staticmethod
    def create(path: Path, labels: LabelSet | None = None) -> Project:
        """Make a new project file with a label set (the default one). Raises UserError when the file exists.

        A file that could not be made whole does not stay.
        """
        project = Project._over(Store(path, create=True))
        start = labels or default_label_set()
        rows: list[Item] = [*start.labels, *start.kinds, *start.themes]
        try:
            project.apply(change("project.create", [], rows), undoable=False)
            project.labels = project.store.label_set()
        except BaseException:
            project.close()
            discard(path)
            raise
        return project

    @property
    def path(self) -> Path:
        return self.store.path

    def close(self) -> None:
        """Close the file. Everything is on disk already."""
        self.session = None
        self.store.close()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(change, initiator)` after each change; returns the way to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def set_annotator(self, name: str) -> None:
        """Who sits at the desk from now on. Raises UserError for an empty name."""
        if not name.strip():
            raise UserError("A person needs a name.", code="annotator.unnamed")
        self.store.set_setting("annotator", name.strip())
        self.annotator = name.strip()
        self.history = self._history()

    def _history(self) -> History:
        return History(self.annotator, self.store.journal(last=20_000))

    # Changing ---------------------------------------------------------------------------------------------------

    def apply(self, step: Change, *, initiator: object = None, undoable: bool = True) -> JournalEntry | None:
        """Apply a change: to disk, then memory, then listeners. An empty change does nothing and returns None.

        Raises UserError when the disk refuses or the result would break an invariant; then nothing has changed.
        """
        if not step:
            return None
        layer = self.session.layer if self.session else None
        if undoable and layer is not None and layer.status == "new" and step.layer == layer.id:
            begun = change("", [layer], [replace(layer, status="in_progress")])
            step = joined(step.name, [begun, step], args=step.args, layer=step.layer)
        if undoable and self.session is not None and (followed := self.session.followed(step)):
            step = joined(step.name, [step, followed], args=step.args, layer=step.layer)
        return self._run(step, "do", None, undoable, initiator)

    def undo(self, *, initiator: object = None) -> Change | None:
        """Take back the annotator's last change, on whatever bulletin. Returns what was applied, None if nothing.

        Raises UserError when the disk refuses (it can be tried again), or when the change cannot be taken back because
        its rows were changed again elsewhere: then the one before it is the next to be taken back.
        """
        return self._travel(self.history.undo, "undo", initiator)

    def redo(self, *, initiator: object = None) -> Change | None:
        """Do again what undo took back. Returns what was applied, None if nothing. Raises UserError as undo does."""
        return self._travel(self.history.redo, "redo", initiator)

    def _travel(self, entry: JournalEntry | None, kind: str, initiator: object) -> Change | None:
        if entry is None:
            return None
        step = self.store.change_of(entry.id)
        step = step.inverse() if kind == "undo" else step
        try:
            self._run(step, kind, entry.id, True, initiator)
            return step
        except UserError as error:
            if error.code in REFUSED:
                raise
            stale = error
        rest = without_derived(self.store, step)
        try:
            if rest and len(rest.before) + len(rest.after) < len(step.before) + len(step.after):
                self._run(rest, kind, entry.id, True, initiator)
                return rest
        except UserError as error:
            if error.code in REFUSED:
                raise
        self.history.pass_over(entry)
        raise UserError(
            "What this step changed was changed again elsewhere, so it is passed over; undo and redo go on.",
            code="history.stale",
        ) from stale

    def _run(self, step: Change, kind: str, target: int | None, undoable: bool, initiator: object) -> JournalEntry:
        self._check_outlines(step)
        entry = self.store.write(step, self.annotator, kind=kind, target=target, undoable=undoable)
        self._took(step, entry, initiator)
        return entry

    def _check_outlines(self, step: Change) -> None:
        """Raise UserError where the step would break an outline, of the open layer or of another."""
        layers = {i.id: i.bulletin for i in step.after if isinstance(i, LayerInfo)}
        lengths = {b.id: b.chars for b in step.after if isinstance(b, Bulletin)}
        for layer in reshaped(step):
            if self.session is not None and self.session.layer.id == layer:
                outline = self.session.outline
            else:
                info = self.store.item(LayerInfo, layer)
                bulletin = layers.get(layer) or (info.bulletin if info else "")
                known = None if bulletin in lengths else self.store.item(Bulletin, bulletin)
                length = known.chars if known else lengths.get(bulletin, 0)
                outline = Outline(layer, length, tuple(self.store.sections(layer)))
            outline.applied(step).check()

    def _took(self, step: Change, entry: JournalEntry, initiator: object) -> None:
        self.history.record(entry)
        self.labels = self.labels.applied(step)
        if self.session is not None:
            self.session.update(step)
        for listener in tuple(self._listeners):
            listener(step, initiator)

    # Bulletins and layers ---------------------------------------------------------------------------------------

    def add_bulletins(self, texts: list[Imported]) -> list[Bulletin]:
        """Take texts in, in their order; those whose text is there already are left out of the result.

        One transaction: all are in or none is.
        """
        known = {b.sha256 for b in self.store.bulletins()}
        place = len(known)
        made: list[Bulletin] = []
        contents: list[tuple[str, str, str, bytes]] = []
        for item in texts:
            text = Text(item.content)
            if text.sha256 in known:
                continue
            known.add(text.sha256)
            key = item.id or text.id
            made.append(Bulletin(key, item.name, text.sha256, len(text), item.meta, place + len(made), False,
                                 item.extra))  # fmt: skip
            contents.append((key, item.content, item.encoding, item.original))
        if made:
            step = change("bulletin.import", [], made, args=(str(len(made)),))
            entry = self.store.write(step, self.annotator, undoable=False, contents=contents)
            self._took(step, entry, None)
        return made

    def layer_of(self, bulletin: str, annotator: str, role: str = "annotator") -> LayerInfo | None:
        """The layer of a person (or the suggestion or gold layer) on a bulletin, if it exists."""
        found = (i for i in self.store.layers(bulletin) if i.role == role)
        return next((i for i in found if role != "annotator" or i.annotator == annotator), None)

    def store_suggestions(self, bulletin: Bulletin, suggestions: Suggestions) -> LayerInfo:
        """Keep what the engine proposes as the bulletin's suggestion layer; an earlier one is replaced.

        What is known of title, issue, date and publisher goes into the bulletin's metadata where it had none.
        """
        layer = LayerInfo(derived_id(bulletin.id, SUGGESTION), bulletin.id, suggestions.engine, SUGGESTION, "submitted")
        old = self.layer_of(bulletin.id, "", SUGGESTION)
        gone: list[LayerInfo | Section | Mention | Entity] = []
        if old is not None:
            gone = [old, *self.store.sections(old.id), *self.store.mentions(old.id), *self.store.entities(old.id)]
        rows = freed(self.store, layer.id, suggested_rows(layer.id, suggestions, self.labels), gone=gone)
        step = change("layer.suggest", gone, [layer, *rows], layer=layer.id)
        bulletin = self.store.item(Bulletin, bulletin.id) or bulletin  # it may have got a title in the meantime
        known = dict(bulletin.meta)
        meta = tuple((key, value) for key, value in suggestions.meta if key not in known)
        if meta:
            titled = replace(bulletin, meta=bulletin.meta + meta)
            step = joined(step.name, [step, change("", [bulletin], [titled])], layer=layer.id)
        self.apply(step, undoable=False)
        return layer

    def open_session(self, bulletin: Bulletin) -> Session:
        """Open the annotator's own layer on a bulletin; made from the suggestions when there is none yet."""
        layer = self.layer_of(bulletin.id, self.annotator)
        self.session = self._begun(bulletin) if layer is None else self.read_session(bulletin, layer)
        return self.session

    def read_session(self, bulletin: Bulletin, layer: LayerInfo) -> Session:
        """A layer read whole, without making it the open one."""
        store = self.store
        return Session(bulletin, Text(store.content(bulletin.id)), layer, store.sections(layer.id),
                       store.mentions(layer.id), store.entities(layer.id), store.comments(layer.id))  # fmt: skip

    def refresh_from_suggestions(self, bulletin: Bulletin) -> None:
        """Fill the annotator's layer from new suggestions while nobody has touched it (status new)."""
        layer = self.layer_of(bulletin.id, self.annotator)
        source = self.layer_of(bulletin.id, "", SUGGESTION)
        if layer is None or source is None or layer.status != "new":
            return
        store = self.store
        old: list[Item] = [*store.sections(layer.id), *store.entities(layer.id), *store.mentions(layer.id)]
        if any(item.confirmed for item in old if isinstance(item, Section | Mention)):
            # It came from a file that calls it new, and holds somebody's work.
            return
        new = freed(store, layer.id, copied(store, source.id, layer.id), gone=old)
        self.apply(change("layer.fill", old, new, layer=layer.id), undoable=False)

    def _begun(self, bulletin: Bulletin) -> Session:
        """The annotator's new layer; in a file that may not be written it is shown as it would begin."""
        layer = LayerInfo(derived_id(bulletin.id, "annotator", self.annotator), bulletin.id, self.annotator)
        source = self.layer_of(bulletin.id, "", SUGGESTION)
        rows = freed(self.store, layer.id, copied(self.store, source.id, layer.id)) if source else []
        step = change("layer.start", [], [layer, *rows], layer=layer.id)
        if not self.store.file.read_only:
            self.apply(step, undoable=False)
            return self.read_session(bulletin, layer)
        session = Session(bulletin, Text(self.store.content(bulletin.id)), layer, (), (), (), ())
        session.update(step)
        return session

    # The past ---------------------------------------------------------------------------------------------------

    def session_at(self, session: Session, entry: int) -> Session:
        """The layer as it was right after journal entry `entry`, read-only."""
        past = self.read_session(session.bulletin, session.layer)
        for line in reversed(self.store.journal(layer=session.layer.id, after=entry)):
            past.update(self.store.change_of(line.id).inverse())
        return past


def now() -> str:
    """The present moment as files and rows carry it: UTC, ISO 8601, seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
