"""The English catalogue kept in step with the source: extracted by Qt's lupdate, compiled by its lrelease.

`python -m gui.catalogue` updates and compiles it; with --check it changes nothing and says what is wrong.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from gui.i18n import QM, TS


def _tool(name: str, *words: str | Path) -> None:
    folder = Path(PySide6.__file__).parent
    found = next((p for p in (folder / name, folder / f"{name}.exe") if p.exists()), Path(name))
    done = subprocess.run([found, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name} failed: {done.stderr or done.stdout}")


def extract(ts: Path) -> None:
    """Bring a .ts up to date with the source: what is new is added unfinished, what vanished goes."""
    source = Path(__file__).parent
    files = [str(p) for p in sorted(source.rglob("*.py"))]
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "files.lst"
        listed.write_text("\n".join(files), encoding="utf-8")
        _tool("lupdate", "-silent", "-no-obsolete", "-locations", "none", "-source-language", "zh_CN",
              "-target-language", "en", f"@{listed}", "-ts", ts)  # fmt: skip


def compile_ts(ts: Path, qm: Path) -> None:
    """Compile a .ts to the .qm that the program loads; unfinished translations stay out."""
    _tool("lrelease", "-silent", ts, "-qm", qm)


def messages(ts: Path) -> dict[tuple[str, str, str], tuple[str, ...] | None]:
    """Context, source and remark of every message of a .ts, with its translation's forms; None where unfinished."""
    found: dict[tuple[str, str, str], tuple[str, ...] | None] = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            node = message.find("translation")
            forms = [f.text or "" for f in node.iter("numerusform")] if node is not None else []
            if node is not None and not forms:
                forms = [node.text or ""]
            done = node is not None and node.get("type") is None and all(forms)
            found[key] = tuple(forms) if done else None
    return found


def problems() -> list[str]:
    """What is wrong with the catalogue: source strings it lacks, unfinished ones, a stale .qm."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        fresh, compiled = Path(folder) / TS.name, Path(folder) / QM.name
        extract(fresh)
        known = messages(TS) if TS.exists() else {}
        source = messages(fresh)
        found += [f"missing: {c}: {s}" for c, s, r in source if (c, s, r) not in known]
        found += [f"not in the source any more: {c}: {s}" for c, s, r in known if (c, s, r) not in source]
        found += [f"unfinished: {c}: {s}" for (c, s, _r), forms in known.items() if forms is None]
        if TS.exists():
            compile_ts(TS, compiled)
            if not QM.exists() or QM.read_bytes() != compiled.read_bytes():
                found.append(f"{QM.name} is not {TS.name} compiled")
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Update and compile the catalogue, or check it. Returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m gui.catalogue", description="Keep the English catalogue up to date."
    )
    parser.add_argument("--check", action="store_true", help="change nothing, say what is wrong")
    if parser.parse_args(argv).check:
        found = problems()
        print("\n".join(found) or "The catalogue is complete.")
        return 1 if found else 0
    extract(TS)
    compile_ts(TS, QM)
    rows = messages(TS)
    print(f"{len(rows)} messages, {sum(forms is None for forms in rows.values())} unfinished")
    return 0


if __name__ == "__main__":
    sys.exit(main())
