"""Pre-annotation beside jieba's part-of-speech tagging of the same text: one process, one thread, measured in turn.

    python -m bench.tagging

The text is the five seed bulletins, joined until there is enough. Times are the processor's. Load times and memory
(resident, as Linux tells it) come from fresh processes, beside those of jieba's dictionary and tables. The plain model
stands beside the same with the network that reads along, and where LAC is added (`jiaozhu engines add lac`) beside the
one that heeds it.
"""

from __future__ import annotations

import logging
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUNDS = 5
CHARACTERS = 60_000

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
JIEBA = f"import logging, jieba.posseg\njieba.setLogLevel(logging.ERROR)\njieba.posseg.lcut({SENTENCE!r})"


def loading(work: str) -> tuple[float, float]:
    """Seconds and MB that WORK takes in a fresh process, the best of three."""
    rows = []
    for _ in range(3):
        command = [sys.executable, "-W", "ignore", "-c", LOADED.format(work=work)]
        out = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
        rows.append((float(out[0]), float(out[1])))
    return min(rows)


def rate(work: Callable[[], object], characters: int) -> float:
    """Characters a second of processor time."""
    begin = time.process_time()
    work()
    return characters / (time.process_time() - begin)


def main() -> None:
    """Print rates, load times and memory."""
    from models.prelabel.engine import prelabel
    from models.prelabel.entities import suggest_mentions
    from models.prelabel.entities.lac import usable
    from models.prelabel.entities.model import carried
    from models.prelabel.entities.net import heard

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba.posseg
    jieba.setLogLevel(logging.ERROR)
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    text = "\n".join(seeds * (1 + CHARACTERS // sum(map(len, seeds))))
    works: dict[str, Callable[[], object]] = {
        "whole engine": lambda: prelabel(text, entity_model=carried(())),
        "mentions alone": lambda: suggest_mentions(text, carried(())),
        "jieba.posseg.lcut": lambda: jieba.posseg.lcut(text),
    }
    loads = [
        ("the model", MODEL),
        ("first mentions of a process", FIRST.format(text=SENTENCE, evidence=())),
        ("jieba.posseg", JIEBA),
    ]
    works["whole engine with the network"] = lambda: prelabel(text, entity_model=carried(("net",)))
    loads += [("the network alone", NET), ("first mentions with it", FIRST.format(text=SENTENCE, evidence=("net",)))]
    if usable():
        works["whole engine with LAC"] = lambda: prelabel(text, entity_model=carried(("lac",)))
        works["mentions with LAC"] = lambda: suggest_mentions(text, carried(("lac",)))
        loads += [("LAC alone", LAC), ("first mentions with LAC", FIRST.format(text=SENTENCE, evidence=("lac",)))]
    for work in works.values():
        work()
        heard.cache_clear()
    rates: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            rates[name].append(rate(work, len(text)))
            heard.cache_clear()
    middle = {name: statistics.median(values) for name, values in rates.items()}
    bare = middle["jieba.posseg.lcut"]
    for name, value in middle.items():
        print(f"{name}: {value:,.0f} characters a second; ratio to jieba {value / bare:.2f}")
    for name, work_ in loads:
        seconds, size = loading(work_)
        print(f"loading {name}: {seconds:.2f} s, {size:.0f} MB")


if __name__ == "__main__":
    main()
