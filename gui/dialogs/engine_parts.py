"""The parts of the engine with their switches, what each does, and what it adds as measured."""

from __future__ import annotations

from importlib import resources

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.cards.check_box import CheckBox
from gui.dialogs.parts import faint, filled, title
from models.learning.engine import PARTS
from models.learning.gains import Gain, gains
from models.prelabel.engines import LAC, NET

MEASURES = {
    "boundaries": QT_TRANSLATE_NOOP("Measures", "边界"),
    "themes": QT_TRANSLATE_NOOP("Measures", "主题"),
    "entities": QT_TRANSLATE_NOOP("Measures", "实体"),
}

_SEEN = 0.05
"""Less than this shows as 0.0."""


def _size(name: str) -> str:
    """How large a shipped model is."""
    model = resources.files("resources") / "models" / f"{name}.bin"
    return f"{len(model.read_bytes()) / 1e6:.1f} MB"


class EngineParts(QWidget):
    """A box a part. `off` are the parts that are switched off at first."""

    switched = Signal()

    def __init__(self, off: frozenset[str]) -> None:
        super().__init__()
        self.boxes: dict[str, CheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        grid.addWidget(title(self.tr("由哪些部分提出")), 0, 0, 1, 2)
        grid.addWidget(faint(self.tr("去掉它，F1")), 0, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        measured = gains()
        for n, part in enumerate(PARTS, 1):
            name, said = self._named(part)
            shown, told = self._gain(part, measured.get(part))
            box = CheckBox(name)
            box.setChecked(part not in off)
            box.setAccessibleDescription("，".join(filter(None, (said, told))))
            box.toggled.connect(lambda _on: self.switched.emit())
            self.boxes[part] = box
            gain = faint(shown)
            gain.setToolTip(told)
            grid.addWidget(box, n, 0)
            grid.addWidget(faint(said, wrap=True), n, 1)
            grid.addWidget(gain, n, 2, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(
            faint(
                self.tr(
                    "F1 满分 100 分，在五篇示例刊物上量得：轮流留出一篇，由没学过它的引擎来标。"
                    "神经网络和附加引擎在 241 篇没学过的自拟刊物上量。"
                ),
                wrap=True,
            )
        )

    @property
    def off(self) -> frozenset[str]:
        """The parts that are switched off now."""
        return frozenset(part for part, box in self.boxes.items() if not box.isChecked())

    def _gain(self, part: str, gain: Gain | None) -> tuple[str, str]:
        """What a part adds in a few words, and in a sentence."""
        if gain is None:
            why = {
                "coreference": self.tr("示例刊物的金标没有标同指，量不出来"),
                "lines": self.tr("示例刊物各出一家，没有往期可量"),
                "learned": self.tr("每次训练都在本项目的刊物上量，见下表"),
            }.get(part, "")
            return self.tr("见下表") if part == "learned" else self.tr("没有量过"), why
        name = QCoreApplication.translate("Measures", MEASURES[gain.measure])
        shown = self.tr("%1少 %2 分") if gain.points >= 0 else self.tr("%1多 %2 分")
        told = self.tr("去掉它，%1 F1 从 %2 变成 %3")
        if part == "lexicon":
            told = self.tr("各篇分两半，知道前一半的名称，来标后一半；去掉它，%1 F1 从 %2 变成 %3")
        if part in (NET, LAC):
            told = self.tr("在没学过的自拟刊物上；去掉它，%1 F1 从 %2 变成 %3")
        whole, without = f"{100 * gain.with_it:.1f}", f"{100 * gain.without:.1f}"
        if abs(gain.points) < _SEEN:
            shown = self.tr("%1不变")
        return filled(shown, name, f"{abs(gain.points):.1f}"), filled(told, name, whole, without)

    def _named(self, part: str) -> tuple[str, str]:
        return {
            "sections": (self.tr("分段"), self.tr("整篇一起判断边界、类型、级别和标题")),
            "lines": (self.tr("往期的行"), self.tr("已提交的刊物里判过的栏目名、页眉、套话，再出现就照办")),
            "themes": (self.tr("主题"), self.tr("主题名、规范和关键词")),
            "model": (
                self.tr("实体模型"),
                filled(self.tr("用自拟的刊物训练，自带，Apache-2.0，%1"), _size("entities")),
            ),
            "net": (
                self.tr("神经网络"),
                filled(
                    self.tr("自带，从 multilingual-e5-small 教出来，MIT，%1；实体和分段都听它的，关掉会快些"),
                    _size("net"),
                ),
            ),
            "lac": ("LAC", self.tr("加了 LAC 的机器上，实体模型也听它的（项目 › 附加引擎）")),
            "rules": (self.tr("实体规则"), self.tr("日期、书名号等一看就知的写法")),
            "document": (self.tr("本篇别处"), self.tr("一处认出的名称，本篇其他地方也标")),
            "lexicon": (self.tr("项目词典"), self.tr("已提交的刊物里标过的名称，可改")),
            "coreference": (self.tr("同指"), self.tr("同一实体的各处连起来，给出规范名称；拿不准的不连")),
            "learned": (self.tr("训练所得"), self.tr("下表中使用的引擎；关掉就用出厂的")),
        }[part]
