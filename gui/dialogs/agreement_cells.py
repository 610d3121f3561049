"""The agreement window's tables, made of what the worker answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.dialogs.agreement_names import (
    LOWER,
    figure_name,
    number_name,
    reading,
    reason_name,
    value_name,
)
from gui.dialogs.parts import filled
from gui.names import label_name
from gui.tables.agreement import Cell, Question
from models.labels import LabelSet

Plain = dict[str, Any]
Pair = tuple[str, str]
BY_LABEL = (
    "strict.f1", "strict.precision", "strict.recall", "overlap.f1", "characters.f1",
)  # fmt: skip
"""The figures that are shown of each label."""

_UNKNOWN = -2.0
"""Where an undefined value is sorted: below every value."""


def value_cell(figure: str, value: Sequence[Any], question: Question | None = None) -> Cell:
    """A value, or a dash with the reason why there is none."""
    number, reason = value
    if number is None:
        return Cell("—", _UNKNOWN, reason_name(reason), question, faint=True)
    good = 1 - number if figure in LOWER else number
    return Cell(number_name(number), float(number), reading(figure), question, strength=good)


def interval_name(interval: Sequence[float] | None) -> str:
    """An interval as it is written in tables."""
    return f"{number_name(interval[0])} – {number_name(interval[1])}" if interval else "—"


def overview(answer: Plain) -> list[list[Cell]]:
    """A row for each measure: name, value, interval, and both drawn (or why there is no value)."""
    rows: list[list[Cell]] = []
    for figure in answer["figures"]:
        if figure.startswith("mentions.labels."):
            continue
        question = Question(figure=figure)
        value, interval = answer["overall"][figure], answer["intervals"].get(figure)
        shown = value_cell(figure, value, question)
        said = interval_name(interval)
        why = "" if interval else reason_name("few" if value[0] is not None else value[1])
        drawn = Cell("" if value[0] is not None else shown.about, 0.0, reading(figure), question,
                     strength=value[0], span=tuple(interval) if interval else None, faint=value[0] is None)  # fmt: skip
        rows.append([
            Cell(figure_name(figure), figure_name(figure), reading(figure), question),
            replace(shown, strength=None, about=shown.about if value[0] is None else reading(figure)),
            Cell(said, _UNKNOWN, why or reading(figure), question, faint=True),
            drawn,
        ])  # fmt: skip
    return rows


def by_label(answer: Plain, labels: LabelSet | None) -> list[list[Cell]]:
    """A row for each label that occurs."""
    rows: list[list[Cell]] = []
    for label in answer["labels"]:
        first = f"mentions.labels.{label}.strict.f1"
        row = [Cell(label_name(labels, label), label_name(labels, label), reading(first), Question(figure=first))]
        for n, part in enumerate(BY_LABEL):
            figure = f"mentions.labels.{label}.{part}"
            cell = value_cell(figure, answer["overall"][figure])
            row.append(replace(cell, question=Question(figure=figure), strength=None))
            if n == 0:
                interval = answer["intervals"].get(figure)
                about = reading(figure) if interval else reason_name("few")
                row.append(Cell(interval_name(interval), _UNKNOWN, about, Question(figure=figure), faint=True))
        rows.append(row)
    return rows


def by_bulletin(answer: Plain, figures: Sequence[str]) -> list[list[Cell]]:
    """A row for each bulletin that two annotators have submitted."""
    rows: list[list[Cell]] = []
    for bulletin in answer["bulletins"]:
        row = [Cell(bulletin["title"], bulletin["title"], bulletin["name"])]
        for figure in figures:
            cell = value_cell(figure, bulletin["values"][figure])
            row.append(replace(cell, question=Question(figure=figure, bulletin=bulletin["id"]), strength=None))
        rows.append(row)
    return rows


def pair_matrix(answer: Plain, figure: str) -> list[list[Cell]]:
    """A measure of every two annotators; what is recall one way round is precision the other."""
    names = answer["report"]["annotators"]
    values = {tuple(pair["pair"]): pair["values"] for pair in answer["pairs"]}
    return [[_pair_cell(values, figure, a, b) for b in names] for a in names]


def _pair_cell(values: dict[Pair, Plain], figure: str, a: str, b: str) -> Cell:
    if a == b:
        return Cell(about=a, diagonal=True)
    pair = (a, b) if (a, b) in values else (b, a)
    between = filled(QCoreApplication.translate("AgreementCells", "%1 与 %2"), a, b)
    if pair not in values:
        return Cell(
            "",
            _UNKNOWN,
            filled(QCoreApplication.translate("AgreementCells", "%1：没有两人都提交的刊物"), between),
            diagonal=True,
        )
    asked = figure if pair == (a, b) else _turned(figure)
    cell = value_cell(asked, values[pair][asked])
    about = filled(
        QCoreApplication.translate("AgreementCells", "%1：%2"),
        between,
        cell.text if cell.strength is not None else cell.about,
    )
    return replace(cell, about=about, question=Question(figure=asked, pair=pair))


def _turned(figure: str) -> str:
    head, _, part = figure.rpartition(".")
    other = {"precision": "recall", "recall": "precision"}.get(part, part)
    return f"{head}.{other}"


def confusions(
    answer: Plain, what: str, pair: Pair | None, labels: LabelSet | None
) -> tuple[list[str], list[list[Cell]]]:
    """Names and rows of a confusion matrix: how often the first has the row's value and the second the column's."""
    wanted = list(pair) if pair else None
    cells = next(row["cells"] for row in answer["confusions"] if row["what"] == what and row["pair"] == wanted)
    counts: dict[tuple[object, object], int] = {(a, b): count for a, b, count in cells}
    values = _ordered({value for key in counts for value in key}, what, labels)
    most = max((n for (a, b), n in counts.items() if a != b), default=0)
    names = [value_name(what, value, labels) for value in values]

    def made(a: object, b: object) -> Cell:
        count = counts.get((a, b), 0)
        question = Question(what=what, cell=(a, b), pair=pair) if count else None
        both = [value_name(what, value, labels) for value in (a, b)]
        about = filled(QCoreApplication.translate("AgreementCells", "前者%1，后者%2"), *both)
        strength = count / most if a != b and count else None
        return Cell(f"{count:,}" if count else "", float(count), about, question, strength, a == b)

    return names, [[made(a, b) for b in values] for a in values]


def _ordered(values: Iterable[object], what: str, labels: LabelSet | None) -> list[object]:
    """Values in the order of the label set, those that it does not know after them, nothing last."""
    known: dict[str, Sequence[str]] = {}
    if labels is not None:
        known = {
            "labels": [row.id for row in labels.labels],
            "kinds": [row.id for row in labels.kinds],
            "themes": [row.id for row in labels.themes],
        }
    place = {key: n for n, key in enumerate(known.get(what, ()))}

    def order(value: object) -> tuple[bool, int, str]:
        return value in ("", None), value if isinstance(value, int) else place.get(str(value), len(place)), str(value)

    return sorted(values, key=order)
