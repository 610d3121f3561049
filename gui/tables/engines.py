"""The engines that there are, the program's own first, and what one of them adds."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.names import label_name
from models.labels import default_label_set
from models.prelabel.engines import ENGINES, Engine, place, state
from models.prelabel.engines.figures import Gain

Index = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole + 1
_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft


def megabytes(size: float) -> str:
    """A size on screen."""
    return f"{size / 1e6:.1f} MB" if size < 1e7 else f"{size / 1e6:.0f} MB"


def own_size() -> int:
    """How large the shipped models of the tagger are."""
    models = resources.files("resources") / "models"
    return sum(len(path.read_bytes()) for path in models.iterdir() if path.name.endswith(".bin"))


class _Table(QAbstractTableModel):
    """Rows of words under heads, some columns to the right."""

    right: tuple[int, ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: list[tuple[str, ...]] = []

    def heads(self) -> tuple[str, ...]:
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.heads())

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return self.heads()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[index.row()][index.column()]
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return (_RIGHT if column in self.right else _LEFT) | Qt.AlignmentFlag.AlignVCenter


class EnginesModel(_Table):
    """Name, licence, how much is fetched, how much it takes, and its state."""

    right = (2, 3)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self.refresh()

    def refresh(self) -> None:
        """Show the engines as they are now."""
        self.beginResetModel()
        own = (self.tr("自带的模型"), "Apache-2.0", "—", megabytes(own_size()), self.tr("自带"))
        self._ids = ["", *(engine.id for engine in ENGINES)]
        self._cells = [own, *map(self._row, ENGINES)]
        self.endResetModel()

    def heads(self) -> tuple[str, ...]:
        return self.tr("引擎"), self.tr("许可"), self.tr("下载"), self.tr("占用"), self.tr("状态")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._ids[index.row()] if role == ID and index.isValid() else super().data(index, role)

    def _row(self, engine: Engine) -> tuple[str, ...]:
        path = place(engine.id)
        size = path.stat().st_size if path else engine.size
        name = f"{engine.name} {engine.version} · {engine.maker} · {engine.released}"
        return name, engine.licence, megabytes(engine.download), megabytes(size), self._state(engine.id)

    def _state(self, name: str) -> str:
        return {
            "absent": self.tr("未添加"),
            "off": self.tr("已停用"),
            "added": self.tr("已添加"),
            "carried": self.tr("随程序"),
            "damaged": self.tr("已损坏"),
        }[state(name)]


class GainsModel(_Table):
    """F1 by label, without the engine and with it."""

    right = (1, 2, 3)

    def set_gains(self, gains: Sequence[Gain]) -> None:
        """Show what was measured."""
        labels = default_label_set()
        self.beginResetModel()
        self._cells = []
        for gain in gains:
            name = self.tr("全部") if gain.label == "all" else label_name(labels, gain.label)
            more = 100 * (gain.with_it - gain.without)
            change = f"{more:+.1f}".replace("-", "−") if abs(more) >= 0.05 else "0"
            self._cells.append((name, f"{100 * gain.without:.1f}", f"{100 * gain.with_it:.1f}", change))
        self.endResetModel()

    def heads(self) -> tuple[str, ...]:
        return self.tr("标签"), self.tr("不加"), self.tr("加上"), self.tr("相差")
