"""The reading view with a long bulletin beside a bare QPlainTextEdit: `python bench/reading_view.py`.

Figures are medians of processor time in milliseconds (memory in MB); each side shows the same text in a process of its
own, one after the other. The bare editor shows the text alone: no sections, no mentions, no joined lines. The word
dictionary that tells soft line breaks is loaded once in a program, with the first bulletin; its memory is counted in.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SIZE = (862, 834)
ROWS = ("dictionary, once", "open", "scroll a line", "jump anywhere", "relabel a mention", "repaint all")
ROWS += ("resident memory",)


def text_of(length: int) -> str:
    """The seeds one after another until the text is as long as asked for."""
    from models.sample import seed_texts

    seeds = "\n".join(item.content for item in seed_texts())
    return (seeds * (length // len(seeds) + 1))[:length]


def least(act: Callable[[], object], times: int = 1) -> float:
    """The least processor time of an act, in milliseconds."""
    found = []
    for _ in range(times):
        began = time.process_time()
        act()
        found.append((time.process_time() - began) * 1000)
    return min(found)


def middle(act: Callable[[], object], times: int) -> float:
    """The median processor time of an act, in milliseconds."""
    return sorted(least(act) for _ in range(times))[times // 2]


def resident() -> float:
    """The memory this process holds, in MB; 0 where the system does not say."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if status.exists() else 0.0


def measure(widget, show: Callable[[], object], relabel: Callable[[], object]) -> dict[str, float]:
    """The figures of one widget. `show` gives it its text, `relabel` changes one mention in view."""
    from PySide6.QtWidgets import QApplication

    draw = QApplication.processEvents
    widget.resize(*SIZE)
    widget.show()
    draw()
    empty = resident()
    bar = widget.verticalScrollBar()
    chance = random.Random(1)
    found = {"open": least(lambda: (show(), draw()))}

    def step(value: int) -> None:
        bar.setValue(value)
        draw()

    found["resident memory"] = resident() - empty
    found["scroll a line"] = middle(lambda: step(bar.value() + bar.singleStep()), 200)
    found["jump anywhere"] = middle(lambda: step(chance.randrange(bar.maximum())), 40)
    step(bar.maximum() // 2)
    found["relabel a mention"] = middle(lambda: (relabel(), draw()), 60)
    found["repaint all"] = middle(lambda: (widget.viewport().update(), draw()), 30)
    return found


def bare(characters: int, _mentions: int) -> dict[str, float]:
    """A QPlainTextEdit. For the relabelled mention it repaints the line the mention would stand on."""
    from PySide6.QtWidgets import QPlainTextEdit

    text, editor = text_of(characters), QPlainTextEdit()
    editor.setReadOnly(True)

    def relabel() -> None:
        line = editor.cursorRect(editor.cursorForPosition(editor.viewport().rect().center()))
        editor.viewport().update(0, line.top(), editor.viewport().width(), line.height())

    return measure(editor, lambda: editor.setPlainText(text), relabel)


def reading(characters: int, count: int) -> dict[str, float]:
    """The reading view, with a section every 2,500 characters; one mention in five lies within another."""
    from gui.text.view import ReadingView
    from models import mentions
    from models.bulletins import Bulletin, LayerInfo
    from models.labels import default_label_set
    from models.mentions import Mention
    from models.outline import Section
    from models.reflow import soft_breaks
    from models.session import Session
    from models.text import Text, landing

    content, chance, layer, labels = text_of(characters), random.Random(2), "layer", default_label_set()
    starts = sorted({landing(content, at) for at in range(0, characters - 50, 2_500)})
    sections = [Section(f"s{n}", layer, at, 1 + n % 3, "article", at + 12) for n, at in enumerate(starts)]
    rows, ids = [], [label.id for label in labels.labels]
    for n in range(count):
        at = rows[-1].start if rows and n % 5 == 4 else chance.randrange(characters - 20)
        end = at + chance.randint(2, 12)
        rows.append(Mention(f"m{n}", layer, chance.choice(ids), ((at, end),), None, n % 3 > 0))
    session = Session(Bulletin("b", "b", "", len(content)), Text(content), LayerInfo(layer, "b", "a"), sections, rows,
                      [], [])  # fmt: skip
    view = ReadingView()
    before = resident()
    dictionary = least(lambda: soft_breaks(text_of(3_000)))
    words = resident() - before

    def relabel() -> None:
        start, end = (view.offset_at(view.viewport().rect().center()) + by for by in (0, 400))
        mention = session.mentions.window(start, end)[0]
        step = mentions.relabel([mention], ids[(ids.index(mention.label) + 1) % len(ids)])
        session.update(step)
        view.apply_change(step)

    found = measure(view, lambda: view.set_session(session, labels), relabel)
    return {**found, "dictionary, once": dictionary, "resident memory": found["resident memory"] + words}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--mentions", type=int, default=20_000)
    parser.add_argument("--side", choices=("bare", "reading"), help="measure one side and print JSON")
    args = parser.parse_args()
    if args.side:
        from PySide6.QtWidgets import QApplication

        app = QApplication([])
        figures = {"bare": bare, "reading": reading}[args.side](args.characters, args.mentions)
        app.processEvents()
        print(json.dumps(figures))
        return
    asked = ["--characters", str(args.characters), "--mentions", str(args.mentions)]
    sides = {}
    for side in ("bare", "reading"):
        done = subprocess.run([sys.executable, __file__, *asked, "--side", side], check=True, capture_output=True)
        sides[side] = json.loads(done.stdout)
    print(f"{args.characters:,} characters, {args.mentions:,} mentions, {SIZE[0]} x {SIZE[1]} pixels")
    print(f"{'':20}{'QPlainTextEdit':>16}{'reading view':>16}{'ratio':>9}")
    for row in ROWS:
        one, other, unit = sides["bare"].get(row, 0.0), sides["reading"][row], "MB" if "memory" in row else "ms"
        ratio = f"{other / one:.2f}" if one else ""
        print(f"{row:20}{one:>13.2f} {unit}{other:>13.2f} {unit}{ratio:>9}")


if __name__ == "__main__":
    main()
