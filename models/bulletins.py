"""Bulletins, layers and comments as a project keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.changes import Change, change
from models.text import new_id

STATUSES = ("new", "in_progress", "submitted", "returned", "adjudicated")


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One imported text without its characters. `meta` holds what is known of title, issue, date and publisher."""

    id: str
    name: str
    sha256: str
    chars: int
    meta: tuple[tuple[str, str], ...] = ()
    position: int = 0
    archived: bool = False
    extra: str = ""

    @property
    def title(self) -> str:
        """What the library shows: the title where it is known, else the file's name."""
        return dict(self.meta).get("title") or self.name


@dataclass(frozen=True, slots=True)
class LayerInfo:
    """One annotator's layer on one bulletin, or its suggestion or gold layer, without what is in it."""

    id: str
    bulletin: str
    annotator: str
    role: str = "annotator"
    status: str = "new"
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on a section, a mention or (empty target) the whole layer. `created` is UTC in ISO 8601."""

    id: str
    layer: str
    target: str
    author: str
    created: str
    text: str
    resolved: bool = False
    extra: str = ""


def comment_on(layer: str, target: str, author: str, created: str, text: str) -> Change:
    """Write a comment."""
    made = Comment(new_id(), layer, target, author, created, text)
    return change("comment.add", [], [made], args=(text[:20],), layer=layer)


def edit_comment(comment: Comment, text: str) -> Change:
    """Change a comment's words; without any the comment goes."""
    after = [replace(comment, text=text)] if text.strip() else []
    name = "comment.edit" if after else "comment.remove"
    return change(name, [comment], after, args=(comment.text[:20],), layer=comment.layer)


def resolve_comment(comment: Comment, resolved: bool) -> Change:
    """Mark a comment as settled, or open it again."""
    after = replace(comment, resolved=resolved)
    return change("comment.resolve", [comment], [after], args=(comment.text[:20],), layer=comment.layer)


def why_returned(layer: LayerInfo, comments: Iterable[Comment]) -> Comment | None:
    """What the reviewer wrote when a layer was sent back; None where it was not, or nothing was written.

    It is the last remark of somebody else on the layer as a whole.
    """
    if layer.status != "returned":
        return None
    said = [c for c in comments if not c.target and c.author != layer.annotator]
    return max(said, key=lambda c: c.created, default=None)


def set_status(layer: LayerInfo, status: str) -> Change:
    """Move a layer along: new, in_progress, submitted, returned, adjudicated."""
    if status not in STATUSES:
        raise ValueError(status)
    return change("layer.status", [layer], [replace(layer, status=status)], args=(status,), layer=layer.id)


def archive(bulletin: Bulletin, archived: bool) -> Change:
    """Take a bulletin out of the library, or bring it back. Nothing of it is deleted."""
    name = "bulletin.archive" if archived else "bulletin.restore"
    return change(name, [bulletin], [replace(bulletin, archived=archived)], args=(bulletin.title,))


def set_meta(bulletin: Bulletin, meta: tuple[tuple[str, str], ...]) -> Change:
    """Give a bulletin other metadata (title, issue, date, publisher)."""
    return change("bulletin.meta", [bulletin], [replace(bulletin, meta=meta)], args=(bulletin.title,))
