"""What the measures of agreement are called on screen, how each is read, and why one may have no value."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gui.dialogs.parts import filled, listed
from gui.names import kind_name, label_name, theme_name
from models.labels import LabelSet

LOWER = frozenset({"boundaries.windowdiff", "boundaries.pk"})
"""The measures of which less is better."""

NAMES = {
    "boundaries.f1": QT_TRANSLATE_NOOP("Agreement", "边界 F1"),
    "boundaries.similarity": QT_TRANSLATE_NOOP("Agreement", "边界相似度 B"),
    "boundaries.windowdiff": QT_TRANSLATE_NOOP("Agreement", "WindowDiff"),
    "boundaries.pk": QT_TRANSLATE_NOOP("Agreement", "Pk"),
    "boundaries.level_kappa": QT_TRANSLATE_NOOP("Agreement", "级别 κ"),
    "boundaries.kind_kappa": QT_TRANSLATE_NOOP("Agreement", "类型 κ"),
    "themes.alpha_nominal": QT_TRANSLATE_NOOP("Agreement", "主题 α（整组）"),
    "themes.alpha_masi": QT_TRANSLATE_NOOP("Agreement", "主题 α（MASI）"),
    "themes.alpha_taxonomy": QT_TRANSLATE_NOOP("Agreement", "主题 α（主题表）"),
    "themes.f1": QT_TRANSLATE_NOOP("Agreement", "主题 F1"),
    "mentions.strict.precision": QT_TRANSLATE_NOOP("Agreement", "实体精确率（严格）"),
    "mentions.strict.recall": QT_TRANSLATE_NOOP("Agreement", "实体召回率（严格）"),
    "mentions.strict.f1": QT_TRANSLATE_NOOP("Agreement", "实体 F1（严格）"),
    "mentions.overlap.precision": QT_TRANSLATE_NOOP("Agreement", "实体精确率（重叠）"),
    "mentions.overlap.recall": QT_TRANSLATE_NOOP("Agreement", "实体召回率（重叠）"),
    "mentions.overlap.f1": QT_TRANSLATE_NOOP("Agreement", "实体 F1（重叠）"),
    "mentions.characters.precision": QT_TRANSLATE_NOOP("Agreement", "实体精确率（按字）"),
    "mentions.characters.recall": QT_TRANSLATE_NOOP("Agreement", "实体召回率（按字）"),
    "mentions.characters.f1": QT_TRANSLATE_NOOP("Agreement", "实体 F1（按字）"),
    "mentions.label_kappa": QT_TRANSLATE_NOOP("Agreement", "标签 κ"),
    "mentions.alpha_u": QT_TRANSLATE_NOOP("Agreement", "实体 α_U"),
}
"""The measures in the order in which they are shown."""

WAYS = {
    "strict": QT_TRANSLATE_NOOP("Agreement", "严格"),
    "overlap": QT_TRANSLATE_NOOP("Agreement", "重叠"),
    "characters": QT_TRANSLATE_NOOP("Agreement", "按字"),
}

_F1 = QT_TRANSLATE_NOOP("Agreement", "落在同一个字上的边界所占的比例。1 最好。")
_B = QT_TRANSLATE_NOOP(
    "Agreement", "两人的边界合在一起，一致的占多少；差一行的算半个。没有差一行的时，F1 = 2B/(1+B)。1 最好。"
)
_WD = QT_TRANSLATE_NOOP("Agreement", "一个窗口里两人的边界数不同的机会。0 最好。")
_PK = QT_TRANSLATE_NOOP("Agreement", "相隔一个窗口的两行，一人分开、一人没分开的机会。比 WindowDiff 宽。0 最好。")
_KAPPA = QT_TRANSLATE_NOOP("Agreement", "两人都设了的边界上，除去碰巧之外的一致。1 最好，0 等于碰巧。")
_NOMINAL = QT_TRANSLATE_NOOP("Agreement", "整组主题完全相同才算一致。0.8 以上可靠，0.667 以下不足为凭。")
_MASI = QT_TRANSLATE_NOOP("Agreement", "有共同主题的，按共同的多少算部分一致。0.8 以上可靠。")
_TAXONOMY = QT_TRANSLATE_NOOP("Agreement", "主题表里相近的算部分一致。比整组的 α 高很多，说明大类一致、小类不一。")
_THEMES = QT_TRANSLATE_NOOP("Agreement", "两人都给了的主题所占的比例。1 最好。")
_STRICT = QT_TRANSLATE_NOOP("Agreement", "范围和标签都相同才算。1 最好。")
_OVERLAP = QT_TRANSLATE_NOOP("Agreement", "标签相同、至少有一个字重叠就算。比严格的高出的部分，是范围之差。1 最好。")
_CHARS = QT_TRANSLATE_NOOP("Agreement", "逐字算：两人标成同一标签的字所占的比例。1 最好。")
_PRECISION = QT_TRANSLATE_NOOP("Agreement", "后一人标的，前一人也标了多少。先后按姓名的次序。")
_RECALL = QT_TRANSLATE_NOOP("Agreement", "前一人标的，后一人也标了多少。先后按姓名的次序。")
_LABEL = QT_TRANSLATE_NOOP("Agreement", "范围相同的实体，标签上除去碰巧之外的一致。1 最好，0 等于碰巧。")
_ALPHA_U = QT_TRANSLATE_NOOP("Agreement", "实体在文中的位置，对照它可能落在的一切位置。1 最好，0 等于碰巧。")

READINGS = {
    "boundaries.f1": _F1, "boundaries.similarity": _B, "boundaries.windowdiff": _WD, "boundaries.pk": _PK,
    "boundaries.level_kappa": _KAPPA, "boundaries.kind_kappa": _KAPPA,
    "themes.alpha_nominal": _NOMINAL, "themes.alpha_masi": _MASI, "themes.alpha_taxonomy": _TAXONOMY,
    "themes.f1": _THEMES,
    "mentions.label_kappa": _LABEL, "mentions.alpha_u": _ALPHA_U,
    **{f"mentions.{way}.precision": _PRECISION for way in WAYS},
    **{f"mentions.{way}.recall": _RECALL for way in WAYS},
    "mentions.strict.f1": _STRICT, "mentions.overlap.f1": _OVERLAP, "mentions.characters.f1": _CHARS,
}  # fmt: skip
"""One line on how to read each measure."""

REASONS = {
    "layers": QT_TRANSLATE_NOOP("Agreement", "没有一篇刊物有两份已提交或已裁定的标注层。"),
    "nothing": QT_TRANSLATE_NOOP("Agreement", "两人都没有标过这项指标要数的东西。"),
    "short": QT_TRANSLATE_NOOP("Agreement", "没有一篇刊物的行数多过一个窗口。"),
    "shared": QT_TRANSLATE_NOOP("Agreement", "没有两人都设了的边界。"),
    "extents": QT_TRANSLATE_NOOP("Agreement", "没有两人范围相同的实体。"),
    "sections": QT_TRANSLATE_NOOP("Agreement", "没有两人起点相同的分段。"),
    "one_side": QT_TRANSLATE_NOOP("Agreement", "其中一人没有标过，没有可以算比例的。"),
    "one_value": QT_TRANSLATE_NOOP("Agreement", "从头到尾只有一种取值，分不清是一致还是碰巧。"),
    "few": QT_TRANSLATE_NOOP("Agreement", "区间要有两篇以上的刊物，而且多数抽样有值。"),
}
"""Why a value is undefined."""

CONFUSED = {
    "labels": QT_TRANSLATE_NOOP("Agreement", "实体标签"),
    "kinds": QT_TRANSLATE_NOOP("Agreement", "分段类型"),
    "levels": QT_TRANSLATE_NOOP("Agreement", "级别"),
    "themes": QT_TRANSLATE_NOOP("Agreement", "主题"),
}
"""What may be confused with another, in the order in which it is offered."""

MATRIX = QT_TRANSLATE_NOOP("Agreement", "对角线上是一致的。其余的格子颜色越浓，这样混淆的越多。")
"""How a confusion matrix is read."""

_NOTHING = QT_TRANSLATE_NOOP("Agreement", "无")
_BOUNDARY = QT_TRANSLATE_NOOP("Agreement", "有边界")
_NO_BOUNDARY = QT_TRANSLATE_NOOP("Agreement", "无边界")
_LEVEL = QT_TRANSLATE_NOOP("Agreement", "第 %1 级")
_OF_LABEL = QT_TRANSLATE_NOOP("Agreement", "%1：%2")


def tr(text: str) -> str:
    """A text of the tables above in the interface language."""
    return QCoreApplication.translate("Agreement", text)


def figure_name(figure: str, labels: LabelSet | None = None) -> str:
    """A measure's name; that of one label has the label before it."""
    if figure.startswith("mentions.labels."):
        label, way, part = figure.removeprefix("mentions.labels.").rsplit(".", 2)
        return filled(tr(_OF_LABEL), label_name(labels, label), tr(NAMES[f"mentions.{way}.{part}"]))
    return tr(NAMES[figure]) if figure in NAMES else figure


def reading(figure: str) -> str:
    """One line on how to read a measure."""
    if figure.startswith("mentions.labels."):
        _, way, part = figure.rsplit(".", 2)
        figure = f"mentions.{way}.{part}"
    return tr(READINGS[figure]) if figure in READINGS else ""


def reason_name(reason: str) -> str:
    """Why a value is undefined; an unknown reason as it is."""
    return tr(REASONS[reason]) if reason in REASONS else reason


def number_name(number: float | None) -> str:
    """A value as it is written in tables; a dash where there is none."""
    return "—" if number is None else f"{number:.3f}"


def value_name(subject: str, value: object, labels: LabelSet | None) -> str:
    """What somebody has at a place: a boundary or none, a level, a kind, a label, themes."""
    if subject == "boundary":
        return tr(_BOUNDARY) if value else tr(_NO_BOUNDARY)
    if value is None or value == "" or value == []:
        return tr(_NOTHING)
    if subject == "levels":
        return filled(tr(_LEVEL), value)
    if subject == "kinds":
        return kind_name(labels, str(value))
    if subject == "labels":
        return label_name(labels, str(value))
    return listed(theme_name(labels, str(v)) for v in _each(value))


def _each(value: object) -> Iterable[object]:
    return value if isinstance(value, list | tuple) else (value,)
