"""Which layers of a project an export takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.bulletins import Bulletin, LayerInfo
from models.errors import UserError
from models.exchange.annotated import Annotated, accepted, stored
from models.people import in_order
from models.project import SUGGESTION, Project
from models.review.proof import without_proof

GOLD = "gold"
ALL = "all"
_ORDER = {"gold": 0, "annotator": 1, SUGGESTION: 2}


@dataclass(frozen=True, slots=True)
class Selection:
    """The layers to export, bulletins in library order; `without` are the bulletins that have none of them."""

    layers: tuple[tuple[Bulletin, LayerInfo], ...]
    without: tuple[Bulletin, ...] = ()

    def read(self, project: Project, *, accepted_only: bool = False, proofs: bool = True) -> Iterator[Annotated]:
        """The layers' contents, one at a time; with `accepted_only` open suggestions stay out.

        Without `proofs` gold items do not say who had what and who decided.
        """
        for bulletin, layer in self.layers:
            found = stored(project, bulletin, layer)
            if not proofs:
                found = replace(
                    found,
                    sections=tuple(map(without_proof, found.sections)),
                    mentions=tuple(map(without_proof, found.mentions)),
                )
            yield accepted(found) if accepted_only else found


def select(project: Project, layer: str | None = None) -> Selection:
    """The layers called `layer`: "gold", "suggestion", "all" or an annotator's name.

    Without a name: each bulletin's gold layer where it has one, else its only annotator's. Suggestion layers stand in
    for bulletins that nobody opened: under "all", and without a name where the project has no other layer. Archived
    bulletins stay out. Raises UserError where nothing is there to export, or where a bulletin has several annotators
    and none is named.
    """
    bulletins = [b for b in project.store.bulletins() if not b.archived]
    layers: dict[str, list[LayerInfo]] = {b.id: [] for b in bulletins}
    order = in_order(project.store.names())
    for info in sorted(project.store.layers(), key=lambda i: (_ORDER[i.role], order(i.annotator), i.id)):
        if info.bulletin in layers:
            layers[info.bulletin].append(info)
    untouched = all(info.role == SUGGESTION for rows in layers.values() for info in rows)
    chosen: list[tuple[Bulletin, LayerInfo]] = []
    without: list[Bulletin] = []
    for bulletin in bulletins:
        found = _of(bulletin, layers[bulletin.id], layer, untouched)
        chosen.extend((bulletin, info) for info in found)
        if not found:
            without.append(bulletin)
    if not chosen:
        raise _nothing(layer, layers)
    return Selection(tuple(chosen), tuple(without))


def _of(bulletin: Bulletin, layers: list[LayerInfo], name: str | None, untouched: bool) -> list[LayerInfo]:
    people = [info for info in layers if info.role == "annotator"]
    gold = [info for info in layers if info.role == GOLD]
    if name == ALL:
        return gold + people or layers
    if name == GOLD:
        return gold
    if name is not None:
        named = [info for info in people if info.annotator == name]
        return named or ([info for info in layers if info.role == SUGGESTION] if name == SUGGESTION else [])
    if gold:
        return gold
    if len(people) > 1:
        names = ", ".join(info.annotator for info in people)
        raise UserError(
            f"{bulletin.name} has no gold layer and several annotators: {names}. Name the layer to export "
            "(--layer NAME), or take all of them (--layer all).",
            code="export.choose", name=bulletin.name, names=names,
        )  # fmt: skip
    return people or (layers if untouched else [])


def _nothing(name: str | None, layers: dict[str, list[LayerInfo]]) -> UserError:
    found = [i for rows in layers.values() for i in rows]
    people = dict.fromkeys(i.annotator for i in found if i.role == "annotator")
    names = [*people, *sorted({i.role for i in found if i.role != "annotator"})]
    if not names:
        return UserError(
            "There is nothing to export: no bulletin has been annotated or pre-annotated yet.", code="export.nothing"
        )
    return UserError(
        f"No bulletin has a layer {name or GOLD}. There are: {', '.join(names)}. Name one of them.",
        code="export.layer", name=name or GOLD, names=", ".join(names),
    )  # fmt: skip
