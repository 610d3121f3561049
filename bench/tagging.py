"""Pre-annotation beside jieba's part-of-speech tagging of the same bulletins: one process, one thread, in turn.

    python -m bench.tagging

The bulletins are the seeds and written ones that are kept back, each read by itself: jieba's speed hangs on the text
(it needs far longer for characters that its dictionary lacks), so the middle bulletin's ratio stands beside that of
all. Times are the processor's, the best of the rounds. Load times and memory (resident, as Linux tells it) come from
fresh processes, beside those of jieba's dictionary and tables. The plain model stands beside the same with the network
that reads along, on the seeds alone, and where LAC is added (`jiaozhu engines add lac`) beside the one that heeds it.
"""

from __future__ import annotations

import logging
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from models.prelabel.engine import prelabel
from models.prelabel.entities import suggest_mentions
from models.prelabel.entities.lac import usable
from models.prelabel.entities.model import carried
from models.prelabel.entities.net import heard
from models.prelabel.training.written import every

ROOT = Path(__file__).parents[1]
ROUNDS = 3
WRITTEN = 60
"""How many of the written bulletins are read besides the seeds."""

LOADED = """
import time
import numpy
def resident():
    try:
        rows = open("/proc/self/status").read().splitlines()
    except FileNotFoundError:
        return 0.0
    return next(int(row.split()[1]) / 1024 for row in rows if row.startswith("VmRSS"))
begin, before = time.process_time(), resident()
{work}
print(time.process_time() - begin, resident() - before)
"""
MODEL = "from models.prelabel.entities.model import carried\ncarried(())"
LAC = "from models.prelabel.entities.lac import lac\nlac()"
NET = "from models.prelabel.entities.net import reader\nreader()"
SENTENCE = "3月5日，区委书记李明到社区调研。"
FIRST = """
from models.prelabel.entities import suggest_mentions
from models.prelabel.entities.model import carried
suggest_mentions({text!r}, carried({evidence!r}))
"""
JIEBA = "jieba.posseg"
POSSEG = f"import logging, jieba.posseg\njieba.setLogLevel(logging.ERROR)\njieba.posseg.lcut({SENTENCE!r})"


def loading(work: str) -> tuple[float, float]:
    """Seconds and MB that WORK takes in a fresh process, the best of three."""
    rows = []
    for _ in range(3):
        command = [sys.executable, "-W", "ignore", "-c", LOADED.format(work=work)]
        out = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
        rows.append((float(out[0]), float(out[1])))
    return min(rows)


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time."""
    begin = time.process_time()
    work(text)
    return time.process_time() - begin


def rates(works: Mapping[str, Callable[[str], object]], texts: Sequence[str]) -> None:
    """Print what each does in a second, and its ratio to jieba's: over all texts, and the middle one."""
    for work in works.values():
        work(texts[0])
    best: dict[str, list[float]] = {name: [float("inf")] * len(texts) for name in works}
    for _ in range(ROUNDS):
        for n, text in enumerate(texts):
            for name, work in works.items():
                heard.cache_clear()
                best[name][n] = min(best[name][n], seconds(work, text))
    characters = sum(map(len, texts))
    bare = best[JIEBA]
    print(f"{len(texts)} bulletins of {characters:,} characters")
    for name, each in best.items():
        middle = statistics.median(b / a for a, b in zip(each, bare, strict=True))
        speed, ratio = characters / sum(each), sum(bare) / sum(each)
        print(f"  {name}: {speed:,.0f} characters a second; ratio {ratio:.2f}, middle {middle:.2f}")


def main() -> None:
    """Print rates, load times and memory."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba.posseg
    jieba.setLogLevel(logging.ERROR)
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    written = [bulletin.text for bulletin in every() if bulletin.kept_back][:WRITTEN]
    works: dict[str, Callable[[str], object]] = {
        "whole engine": lambda text: prelabel(text, entity_model=carried(())),
        "mentions alone": lambda text: suggest_mentions(text, carried(())),
        JIEBA: jieba.posseg.lcut,
    }
    loads = [
        ("the model", MODEL),
        ("first mentions of a process", FIRST.format(text=SENTENCE, evidence=())),
        (JIEBA, POSSEG),
        ("the network alone", NET),
        ("first mentions with it", FIRST.format(text=SENTENCE, evidence=("net",))),
    ]
    if usable():
        works["whole engine with LAC"] = lambda text: prelabel(text, entity_model=carried(("lac",)))
        loads += [("LAC alone", LAC), ("first mentions with LAC", FIRST.format(text=SENTENCE, evidence=("lac",)))]
    rates(works, written)
    works["whole engine with the network"] = lambda text: prelabel(text, entity_model=carried(("net",)))
    rates(works, seeds)
    for name, work_ in loads:
        needed, size = loading(work_)
        print(f"loading {name}: {needed:.2f} s, {size:.0f} MB")


if __name__ == "__main__":
    main()
