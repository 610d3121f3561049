"""One change to a durable commit, beside a bare sqlite3 commit of the same rows with the same pragmas."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from models import mentions
from models.changes import change
from models.mentions import Mention
from models.project import Imported, Project
from models.session import Session

MENTIONS, ROUNDS = 20_000, 400


def project_of(path: Path) -> tuple[Project, Session]:
    """A project with one bulletin of 1,000,000 characters and 20,000 mentions."""
    project = Project.create(path)
    (bulletin,) = project.add_bulletins([Imported("long.txt", ("社区工作" * 24 + "。\n") * 10_204)])
    session = project.open_session(bulletin)
    layer = session.layer.id
    rows = [Mention(f"m{n}", layer, "ORG", ((n * 49, n * 49 + 4),)) for n in range(MENTIONS)]
    project.apply(change("fill", [], rows, layer=layer), undoable=False)
    return project, session


def bare(path: Path) -> sqlite3.Connection:
    """A database of the same shape: a mention to update, a journal to append to."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = wal", "synchronous = full", "foreign_keys = 1"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE mention (id TEXT PRIMARY KEY, label TEXT, fragments TEXT)")
    connection.execute("CREATE TABLE journal (id INTEGER PRIMARY KEY, at TEXT, payload TEXT)")
    connection.execute("BEGIN")
    rows = [(f"m{n}", "ORG", f"{n * 49} {n * 49 + 4}") for n in range(MENTIONS)]
    connection.executemany("INSERT INTO mention VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    return connection


def main() -> None:
    """Print both medians and their ratio, measured in turn."""
    with tempfile.TemporaryDirectory() as folder:
        project, session = project_of(Path(folder) / "p.jiaozhu")
        connection = bare(Path(folder) / "bare.db")
        ours: list[float] = []
        theirs: list[float] = []
        memory: list[float] = []
        for n in range(ROUNDS):
            row = session.mentions[f"m{n * 37 % MENTIONS}"]
            step = mentions.relabel([row], "PER" if row.label == "ORG" else "ORG")
            payload = "x" * 260
            begin = time.perf_counter()
            project.apply(step)
            ours.append(time.perf_counter() - begin)
            begin = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE mention SET label = ? WHERE id = ?", ("PER", row.id))
            connection.execute("INSERT INTO journal (at, payload) VALUES (?, ?)", ("2026", payload))
            connection.execute("COMMIT")
            theirs.append(time.perf_counter() - begin)
            begin = time.perf_counter()
            session.mentions.apply(replace(step), session.layer.id)
            memory.append(time.perf_counter() - begin)
        a, b, c = (statistics.median(x) * 1000 for x in (ours, theirs, memory))
        print(f"one change, to durable commit and into memory: {a:.3f} ms; bare sqlite3 commit {b:.3f} ms; "
              f"ratio {a / b:.2f} (of it memory {c:.3f} ms)")  # fmt: skip
        connection.close()
        project.close()


if __name__ == "__main__":
    main()
