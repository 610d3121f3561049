"""`jiaozhu export` and `jiaozhu check`."""

from __future__ import annotations

from pathlib import Path

from models.cli_console import bar, counted, note, open_project, project_path, say
from models.exchange import table


def export(
    project_word: str, name: str, output: Path, layer: str | None, accepted_only: bool, proofs: bool = True
) -> int:
    """Write a project's layers; says what was left out."""
    project = open_project(project_word)
    try:
        done = table.export(project, name, output, layer=layer, accepted_only=accepted_only, proofs=proofs)
    finally:
        project.close()
    for bulletin in done.without:
        note(f"{bulletin} has no such layer and was left out.")
    for line in done.losses.lines():
        note(line)
    say(f"{done.layers} {'layer' if done.layers == 1 else 'layers'} written to {output}.")
    return 0


def check(project_word: str) -> int:
    """Check a project file; 1 when anything is wrong."""
    from models import checking

    path = project_path(project_word)
    found = checking.check(path, lambda done, total: bar(done, total, "Checking"))
    looked = ", ".join(
        (counted(found.bulletins, "bulletin"), counted(found.layers, "layer"),
         counted(found.entries, "journal entry", "journal entries"))
    )  # fmt: skip
    if not found.faults:
        say(f"{path} is sound: {looked}.")
        return 0
    for fault in found.faults:
        note(fault)
    many = "1 fault" if len(found.faults) == 1 else f"{len(found.faults)} faults"
    note(f"{path} has {many} ({looked} looked at).")
    if found.saved_to is not None:
        note(f"{found.saved} of {found.layers} layers can be read and were saved to {found.saved_to}.")
    else:
        note("Nothing could be saved.")
    return 1
