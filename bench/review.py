"""A review of a long bulletin beside one plain reading view of the same text: `python bench/review.py`.

100,000 characters and 3 layers of 3,000 mentions each: setting up the review with its pages, stepping to the next
difference, deciding one. Milliseconds of processor time, repaint included; the reading view shows one of the layers
alone. The same steps are taken several times, from a review opened anew: of each step the least counts, since other
work on the machine slows any of them.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

CHARACTERS, LAYERS, MENTIONS = 100_000, 3, 3_000
SIZE = (1440, 900)
STEPS, ROUNDS = 60, 4
DECISIONS = 15
FRAME = 16.0
PAUSE = 100
"""Milliseconds between two steps."""


def text_of(length: int) -> str:
    """The seeds one after another until the text is as long as asked for."""
    from models.sample import seed_texts

    seeds = "\n".join(item.content for item in seed_texts())
    return (seeds * (length // len(seeds) + 1))[:length]


def make_project(path: Path) -> None:
    """A project with one bulletin and the submitted layers of annotators who mostly agree."""
    from models.bulletins import LayerInfo
    from models.changes import change
    from models.labels import default_label_set
    from models.mentions import Mention
    from models.outline import Section
    from models.project import Imported, Project
    from models.text import derived_id, landing

    draw, content = random.Random(3), text_of(CHARACTERS)
    ids = [label.id for label in default_label_set().labels]
    starts = sorted({landing(content, at) for at in range(0, CHARACTERS - 50, 1_500)})
    spots = sorted(draw.sample(range(CHARACTERS // 16), MENTIONS))
    marks = [(spot * 16, spot * 16 + draw.randint(2, 8), draw.choice(ids)) for spot in spots]
    project = Project.create(path)
    bulletin = project.add_bulletins([Imported("long.txt", content)])[0]
    for n in range(LAYERS):
        layer = LayerInfo(derived_id("bench", str(n)), bulletin.id, f"anno-{n + 1}", "annotator", "submitted")
        rows: list[Section | Mention | LayerInfo] = [layer]
        for at in starts:
            if draw.random() < 0.95 or at == starts[0]:
                level = 1 + (draw.random() < 0.1)
                rows.append(
                    Section(derived_id(layer.id, str(at)), layer.id, at, level, "article", at + 12, ("party.study",))
                )
        for k, (start, end, label) in enumerate(marks):
            end += draw.random() < 0.05
            label = label if draw.random() < 0.97 else draw.choice(ids)
            rows.append(Mention(derived_id(layer.id, f"m{k}"), layer.id, label, ((start, end),)))
        project.apply(change("layer.merge", [], rows, layer=layer.id), undoable=False)
    project.set_annotator("reviewer")
    project.close()


def cost(act: Callable[[], object]) -> float:
    """The processor time of an act, in milliseconds."""
    began = time.process_time()
    act()
    return (time.process_time() - began) * 1000


def middle(found: list[float]) -> float:
    return sorted(found)[len(found) // 2]


def one_view(path: Path) -> tuple[float, float]:
    """What a reading view takes to show one of the layers, and to repaint it."""
    from PySide6.QtWidgets import QApplication

    from gui.text.view import ReadingView
    from models.project import Project

    project = Project.open(path)
    layer = next(i for i in project.store.layers() if i.annotator == "anno-1")
    session = project.read_session(project.store.bulletins()[0], layer)
    view = ReadingView()
    view.resize(SIZE[0] // 2, SIZE[1])
    view.show()
    QApplication.processEvents()
    opened = cost(lambda: (view.set_session(session, project.labels), view.viewport().repaint()))
    repainted = middle([cost(view.viewport().repaint) for _ in range(STEPS)])
    project.close()
    view.close()
    return opened, repainted


def main() -> None:
    """Print what takes how long, and its ratio to the plain reading view."""
    from PySide6.QtCore import QSettings
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from gui.program import Program, collect_seldom
    from models.reflow import soft_breaks

    collect_seldom()
    app = QApplication.instance() or QApplication([])
    draw = QApplication.processEvents
    soft_breaks(text_of(3_000))  # loads the dictionary, which every program has loaded by then
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.jiaozhu"
        make_project(path)
        plain_open, plain = one_view(path)
        program = Program(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        program.window.resize(*SIZE)
        program.window.show()
        program.start(path)
        draw()
        review = program.review
        first = cost(lambda: (review.show(True), program.window.repaint()))
        again = cost(lambda: (review.state.open(review.state.review.bulletin.id), program.window.repaint()))

        def next_one() -> float:
            """Nobody reads faster than the program lays out the place of the next difference."""
            QTest.qWait(PAUSE)
            return cost(lambda: (review.step(1), draw()))

        rounds, stages = [], []
        for _ in range(ROUNDS):
            review.state.open(review.state.review.bulletin.id)
            QTest.qWait(1_000)
            taken = [next_one() for _ in range(STEPS)]
            stages.append(cost(lambda: (review.state.show_stage("mentions"), draw())))
            QTest.qWait(PAUSE)
            rounds.append(taken + [next_one() for _ in range(STEPS)])
        steps = [min(each) for each in zip(*rounds, strict=True)]
        left = review.state.tally.left
        decided = [cost(lambda: (review.decisions.take(1), draw())) for _ in range(DECISIONS)]
        print(f"review: {CHARACTERS:,} characters, {LAYERS} layers of {MENTIONS:,} mentions, {left} differences")
        print(f"  open the first time {first:.0f} ms, again {again:.0f} ms (aim 1,000)")
        print(f"    one reading view {plain_open:.0f} ms, ratio {again / plain_open:.1f}")
        print(f"  next difference {middle(steps):.1f} ms, slowest {max(steps):.1f} ms (aim {FRAME:.0f})")
        print(f"    repainting the reading view {plain:.1f} ms, ratio {middle(steps) / plain:.1f}")
        print(f"  another stage {min(stages):.1f} ms; take a side {min(decided):.0f} to {max(decided):.0f} ms, "
              f"median {middle(decided):.0f} ms")  # fmt: skip
        program.stop()
        program.window.close()
    app.processEvents()


if __name__ == "__main__":
    main()
