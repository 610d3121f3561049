"""The label guidelines of the project, beside each other and easy to find."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gui.dialogs.key_names import key_names
from gui.dialogs.parts import buttons, faint, run, title
from gui.dialogs.pick_list import PickList
from gui.dialogs.rows import Row
from gui.guidelines import guideline
from gui.i18n import named
from models.labels import Kind, Label, LabelSet, Theme


class GuidelinesDialog(QDialog):
    """Kinds, labels and themes on the left, what the project's guideline says of the current one on the right."""

    def __init__(self, parent: QWidget | None, labels: LabelSet) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("标注规范"))
        self._labels = labels
        self._items: dict[str, Label | Kind | Theme] = {}
        self.list = PickList(self.tr("找标签、类型或主题"))
        self._title, self._id = title(""), faint()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.setAccessibleName(self.tr("规范"))
        right = QVBoxLayout()
        right.addWidget(self._title)
        right.addWidget(self._id)
        right.addWidget(self.text, 1)
        body = QHBoxLayout()
        body.setSpacing(18)
        body.addWidget(self.list, 2)
        body.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.addLayout(body, 1)
        column.addWidget(buttons(self))
        self.resize(760, 520)
        self.list.moved.connect(self._show)
        self.list.chosen.connect(lambda _key: self.text.setFocus())
        self.list.set_rows(self._rows())
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, labels: LabelSet) -> None:
        """Show the guidelines."""
        dialog = cls(parent, labels)
        run(dialog)
        dialog.deleteLater()

    def _rows(self) -> list[Row]:
        groups: tuple[tuple[str, tuple[Label | Kind | Theme, ...]], ...] = (
            (self.tr("实体标签"), self._labels.labels),
            (self.tr("分段类型"), self._labels.kinds),
            (self.tr("主题"), self._labels.themes),
        )
        rows: list[Row] = []
        for name, items in groups:
            rows.append(Row(None, name))
            for item in items:
                if item.retired:
                    continue
                key = f"{type(item).__name__}:{item.id}"
                self._items[key] = item
                depth = len(self._labels.path(item.id)) - 1 if isinstance(item, Theme) else 0
                keys = () if isinstance(item, Theme) or not item.key else key_names((item.key,))
                rows.append(Row(key, named(item), keys=keys, names=(item.zh, item.en, item.id), depth=depth))
        return rows

    def _show(self, key: object) -> None:
        item = self._items.get(str(key))
        if item is None:
            return
        path = [named(t) for t in self._labels.path(item.id)] if isinstance(item, Theme) else [named(item)]
        self._title.setText(" › ".join(path))
        self._id.setText(item.id)
        self.text.setPlainText(guideline(item) or self.tr("还没有写规范。在“标签与主题”里可以补上。"))
