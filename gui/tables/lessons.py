"""What an annotator can learn, as the lines of a report: by bulletin, boundaries first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gui.names import fill, kind_name, label_name, theme_name
from gui.tables.findings import ReportLine
from models.labels import LabelSet

STAGES = {
    "boundaries": QT_TRANSLATE_NOOP("LessonStages", "边界"),
    "themes": QT_TRANSLATE_NOOP("LessonStages", "主题"),
    "mentions": QT_TRANSLATE_NOOP("LessonStages", "实体"),
}
_STAGE = {"themes": "themes", "mention": "mentions"}
MATTERS = {
    "boundary": QT_TRANSLATE_NOOP("Lessons", "边界"),
    "level": QT_TRANSLATE_NOOP("Lessons", "级别"),
    "kind": QT_TRANSLATE_NOOP("Lessons", "类型"),
    "heading": QT_TRANSLATE_NOOP("Lessons", "标题"),
    "themes": QT_TRANSLATE_NOOP("Lessons", "主题"),
    "mention": QT_TRANSLATE_NOOP("Lessons", "实体"),
}
_HEAD = QT_TRANSLATE_NOOP("Lessons", "{day} · {count} 处")
_SAID = QT_TRANSLATE_NOOP("Lessons", "{matter}：我 {mine} → 金标 {gold}")
_WHY = QT_TRANSLATE_NOOP("Lessons", "{decider}：{reason}")
_DECIDED = QT_TRANSLATE_NOOP("Lessons", "{decider}裁定，没有写理由")
_AGREED = QT_TRANSLATE_NOOP("Lessons", "其他人一致，没有另作裁定")
_YES = QT_TRANSLATE_NOOP("Lessons", "有")
_NO = QT_TRANSLATE_NOOP("Lessons", "无")
_QUOTED = QT_TRANSLATE_NOOP("Lessons", "“{words}”")
_COMMA = QT_TRANSLATE_NOOP("Lessons", "、")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lessons", text)


def stage_names() -> list[tuple[str, str]]:
    """What the lines can be narrowed to, with its name."""
    return [(key, QCoreApplication.translate("LessonStages", name)) for key, name in STAGES.items()]


def outcome_name(matter: str, value: Any, labels: LabelSet | None) -> str:  # noqa: ANN401  an outcome
    """What somebody has in a matter, in words; headings come as their words."""
    match matter:
        case "boundary":
            return _tr(_YES) if value else _tr(_NO)
        case "level":
            return str(value)
        case "kind":
            return kind_name(labels, str(value[0]))
        case "heading":
            return fill(_tr(_QUOTED), words=str(value)) if value else _tr(_NO)
        case "themes":
            return _tr(_COMMA).join(theme_name(labels, str(theme)) for theme in value) or _tr(_NO)
        case _:
            return _tr(_COMMA).join(label_name(labels, str(label)) for label, _ in value) or _tr(_NO)


def lines_of(
    lessons: Iterable[dict[str, Any]], points: Sequence[dict[str, Any]], labels: LabelSet | None
) -> list[ReportLine]:
    """The lessons under their bulletins, the bulletin that was adjudicated last first."""
    by_bulletin: dict[str, list[dict[str, Any]]] = {}
    for lesson in lessons:
        by_bulletin.setdefault(lesson["bulletin"], []).append(lesson)
    lines: list[ReportLine] = []
    for point in reversed(points):
        rows = by_bulletin.get(point["bulletin"], [])
        if rows:
            note = fill(_tr(_HEAD), day=point["at"][:10], count=str(len(rows)))
            lines.append(ReportLine(point["title"], note=note))
        lines += [_line(row, labels) for row in rows]
    return lines


def _line(row: dict[str, Any], labels: LabelSet | None) -> ReportLine:
    matter = row["matter"]
    mine, gold = (outcome_name(matter, row[side], labels) for side in ("mine", "gold"))
    said = fill(_tr(_SAID), matter=_tr(MATTERS[matter]), mine=mine, gold=gold)
    pattern = _WHY if row["reason"] else _DECIDED if row["decider"] else _AGREED
    reason = fill(_tr(pattern), decider=row["decider"], reason=row["reason"])
    return ReportLine(row["words"], _STAGE.get(matter, "boundaries"), row["bulletin"], row["start"], row["end"],
                      said=said, reason=reason)  # fmt: skip
