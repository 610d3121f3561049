"""All benchmarks in one run (`python -m bench`), each figure beside a bare counterpart measured in turn with it."""

from __future__ import annotations

from bench import commit, reading_view, review, start, tagging


def main() -> None:
    """Print the ratios."""
    start.main()
    commit.main()
    reading_view.main()
    review.main()
    tagging.main()


if __name__ == "__main__":
    main()
