"""Lets a list of rows become another one by as few row signals as possible."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

T = TypeVar("T")


def follow(
    model: QAbstractItemModel, rows: list[T], wanted: Sequence[T], key: Callable[[T], Hashable], top: QModelIndex
) -> bool:
    """Turn `rows`, the children of `top` in a model of one column, into `wanted`, in place.

    Rows that go, come or differ are signalled as such; views keep selection and scroll place. Returns False and does
    nothing where rows that stay have changed their order: the model must be reset then.
    """
    new = [key(row) for row in wanted]
    kept = set(new)
    stay = [key(row) for row in rows if key(row) in kept]
    stayed = set(stay)
    if stay != [k for k in new if k in stayed]:
        return False
    _remove(model, rows, kept, key, top)
    at = 0
    while at < len(wanted):
        if at < len(rows) and key(rows[at]) == new[at]:
            at += 1
            continue
        stop = at
        while stop < len(wanted) and new[stop] not in stayed:
            stop += 1
        model.beginInsertRows(top, at, stop - 1)
        rows[at:at] = wanted[at:stop]
        model.endInsertRows()
        at = stop
    changed = [n for n, row in enumerate(wanted) if rows[n] != row]
    for first, last in runs(changed):
        rows[first : last + 1] = wanted[first : last + 1]
        model.dataChanged.emit(model.index(first, 0, top), model.index(last, 0, top))
    return True


def _remove(
    model: QAbstractItemModel, rows: list[T], kept: set[Hashable], key: Callable[[T], Hashable], top: QModelIndex
) -> None:
    for first, last in reversed(runs([n for n, row in enumerate(rows) if key(row) not in kept])):
        model.beginRemoveRows(top, first, last)
        del rows[first : last + 1]
        model.endRemoveRows()


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending numbers as runs of neighbours: [1, 2, 5] is [(1, 2), (5, 5)]."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and place == found[-1][1] + 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
