"""Writes resources/encodings/common.txt: the characters of Chinese texts, the most frequent first.

Frequencies are those of the words in jieba's dictionary (MIT), each counted as it stands and in traditional characters
as OpenCC (Apache-2.0) converts it.
"""

from __future__ import annotations

from collections import Counter
from importlib import resources
from pathlib import Path

import opencc

KEPT = 6000


def main() -> None:
    traditional = opencc.OpenCC("s2t")
    counts: Counter[str] = Counter()
    with (resources.files("jieba") / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, number, *_ = line.split()
            for char in (*word, *traditional.convert(word)):
                if "\u4e00" <= char <= "\u9fff":
                    counts[char] += int(number)
    ranked = sorted(counts, key=lambda char: (-counts[char], char))[:KEPT]
    rows = ["".join(ranked[at : at + 100]) for at in range(0, len(ranked), 100)]
    target = Path(__file__).parents[1] / "resources" / "encodings" / "common.txt"
    target.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
