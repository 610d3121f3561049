"""The journal alone, played from its beginning: it must give the rows that stand in the tables."""

from __future__ import annotations

from models.changes import Item
from models.decision import Decision
from models.lexicon import LexiconEntry
from models.people import Assignment, Person
from models.storage.rows import BY_TYPE, TABLES
from models.storage.store import Store

Tables = dict[str, dict[str, Item]]
"""The items of each table by their ids."""


def replay(store: Store) -> Tables:
    """The tables as the journal's changes make them, one after another."""
    return _played(store)[0]


def present(store: Store) -> Tables:
    """The tables as they stand."""
    labels = store.label_set()
    found: Tables = {table.name: {} for table in TABLES}
    items: list[Item] = [
        *labels.labels, *labels.kinds, *labels.themes, *store.bulletins(), *store.layers(), *store.entities(None),
        *store.sections(None), *store.mentions(None), *store.comments(None),
        *store.items(Decision), *store.items(Person), *store.items(Assignment),
        *store.items(LexiconEntry),
    ]  # fmt: skip
    for item in items:
        found[BY_TYPE[type(item)].name][item.id] = item
    return found


def differences(store: Store) -> list[str]:
    """What the journal and the rows disagree about, one English sentence each; empty when they tell the same."""
    told, found = _played(store)
    have = present(store)
    for name, items in told.items():
        for key in sorted(items.keys() | have[name].keys()):
            old, new = items.get(key), have[name].get(key)
            if old == new:
                continue
            if new is None:
                found.append(f"The journal knows the {name} {key}, but its row is missing.")
            elif old is None:
                found.append(f"The {name} {key} has a row that the journal does not know.")
            else:
                found.append(f"The row of the {name} {key} differs from what the journal says.")
    return found


def _played(store: Store) -> tuple[Tables, list[str]]:
    tables: Tables = {table.name: {} for table in TABLES}
    faults: list[str] = []
    for entry in store.journal():
        step = store.change_of(entry.id)
        for item in step.before:
            if tables[BY_TYPE[type(item)].name].pop(item.id, None) != item:
                table = BY_TYPE[type(item)].name
                faults.append(f"Journal entry {entry.id} changes the {table} {item.id} from what it never was.")
        for item in step.after:
            tables[BY_TYPE[type(item)].name][item.id] = item
    return tables, faults
