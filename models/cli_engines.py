"""`jiaozhu engines`: what can be added to the pre-annotation of entities, with licence, size and measured gain."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from threading import Thread

from models.cli_console import bar, note, say
from models.errors import UserError
from models.prelabel.engines import ENGINES, FOLDER, place, state
from models.prelabel.engines.figures import gains

_STEPS = {"fetch": "Fetching", "build": "Building", "convert": "Converting"}


def run(action: str, names: list[str], source: Path | None = None, lines: bool = False) -> int:
    """Do ACTION with the engines NAMES, all of them where none is named. LINES: say how it goes as JSON, for a window.

    With LINES the work stops when standard input ends.
    """
    from models.prelabel.engines.adding import known

    chosen = [known(name).id for name in names] or [each.id for each in ENGINES]
    if action == "list":
        for name in chosen:
            say(_described(name))
    elif action == "remove":
        for name in chosen:
            _remove(name)
    elif lines:
        return _add_for_window(chosen[0], source)
    else:
        for name in chosen:
            _add(name, source)
    return 0


def _described(name: str) -> str:
    from models.prelabel.engines.adding import known

    wanted = known(name)
    said = {
        "absent": "not added", "off": f"switched off ({FOLDER} is empty)", "carried": "comes with the program",
        "added": f"added: {place(name)}", "damaged": f"damaged, add it again: {place(name)}",
    }[state(name)]  # fmt: skip
    rows = [
        f"{wanted.id}: {wanted.name} {wanted.version} ({wanted.maker}, {wanted.released}), {said}",
        f"    licence {wanted.licence}; {wanted.download / 1e6:.0f} MB to fetch, {wanted.size / 1e6:.1f} MB on disk",
    ]
    found = gains(name)
    if found:
        changed = [f"{g.label} {g.without:.3f} -> {g.with_it:.3f}" for g in found if g.without != g.with_it]
        rows.append("    F1 on the written bulletins kept back, beside the network: " + ", ".join(changed))
    return "\n".join(rows)


def _remove(name: str) -> None:
    from models.prelabel.engines.adding import known, remove

    say(f"{known(name).name} removed." if remove(name) else f"{known(name).name} was not there.")


def _add(name: str, source: Path | None) -> None:
    from models.prelabel.engines.adding import Adding, Stopped, known

    now = ""

    def told(step: str, done: int, of: int) -> None:
        nonlocal now
        if step != now and not (sys.stderr.isatty() and of):
            note(f"{_STEPS[step]} {known(name).name} …")
        now = step
        if of:
            bar(done // 1_000_000, of // 1_000_000, _STEPS[step])

    adding = Adding(told)
    there = place(name)
    try:
        path = adding.add(name, source)
    except Stopped as stop:
        raise UserError("Stopped; nothing was changed.") from stop
    say(f"{known(name).name} is there already: {path}" if path == there else f"{known(name).name} added: {path}")


def _add_for_window(name: str, source: Path | None) -> int:
    from models.prelabel.engines.adding import Adding, Stopped

    def out(**row: object) -> None:
        print(json.dumps(row), flush=True)

    adding = Adding(lambda step, done, of: out(step=step, done=done, all=of))

    def watch() -> None:
        sys.stdin.read()
        adding.stop()

    Thread(target=watch, daemon=True).start()
    try:
        adding.add(name, source)
    except Stopped:
        out(stopped=True)
        return 1
    except UserError as error:
        out(error=error.sentence, code=error.code, facts={key: str(value) for key, value in error.facts.items()})
        return 1
    out(added=True)
    return 0
