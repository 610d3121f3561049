"""Engines that make the pre-annotation of entities better: what they are, what they bring, added or removed here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.parts import buttons, faint, filled, plain, run, title
from gui.dialogs.rows_view import rows_view
from gui.engines import Engines
from gui.tables.engines import ID, EnginesModel, GainsModel
from models.prelabel.engines import engine, state
from models.prelabel.engines.figures import gains


class EnginesDialog(QDialog):
    """The engines with licence, size and state; below them what the chosen one adds, as it was measured."""

    def __init__(self, parent: QWidget | None, engines: Engines) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("附加引擎"))
        self._engines = engines
        self.model, self.gains = EnginesModel(self), GainsModel(self)
        self.view = rows_view(self.model, self.tr("引擎"))
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self.measured = rows_view(self.gains, self.tr("实测的 F1"))
        self.measured.setSelectionMode(self.measured.SelectionMode.NoSelection)
        self._measured_title = title(self.tr("加上以后"))
        self._measured_how = faint(wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("添加的进度"))
        self.state = plain(wrap=True)
        self.change = QPushButton()
        self.file = QPushButton(self.tr("从文件添加…"))
        self._lay_out()
        for button, slot in ((self.change, self._change), (self.file, self._from_file)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        engines.changed.connect(self.refresh)
        engines.progress.connect(self._show_progress)
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_chosen())
        self.view.doubleClicked.connect(lambda _index: self.change.isEnabled() and self._change())
        self.view.setCurrentIndex(self.model.index(1, 0))
        self.refresh()
        self.view.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, engines: Engines) -> None:
        """Show the engines until the window is closed; what is being added goes on in the background."""
        dialog = cls(parent, engines)
        run(dialog)
        dialog.deleteLater()

    @property
    def chosen(self) -> str:
        """The id of the chosen engine; empty for the program's own."""
        return str(self.view.currentIndex().data(ID) or "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(
            faint(
                self.tr(
                    "实体预标注不加引擎也能用。加上的引擎对这台机器上的所有项目有效，某个项目不想用，就在“预标注引擎”里关掉；"
                    "跟着项目训练过的引擎，再训练一次才会用上它。"
                ),
                wrap=True,
            )
        )
        self.view.setFixedHeight(30 * self.model.rowCount() + 44)
        column.addWidget(self.view)
        column.addWidget(self._measured_title)
        column.addWidget(self._measured_how)
        column.addWidget(self.measured, 1)
        column.addWidget(self.bar)
        column.addWidget(self.state)
        foot = QHBoxLayout()
        foot.addWidget(self.change)
        foot.addWidget(self.file)
        foot.addWidget(buttons(self), 1)
        column.addLayout(foot)
        self.resize(660, 700)

    def refresh(self) -> None:
        """Show the engines as they are now."""
        row = self.view.currentIndex().row()
        self.model.refresh()
        self.view.setCurrentIndex(self.model.index(max(row, 0), 0))
        self._show_chosen()

    def _show_chosen(self) -> None:
        """The chosen engine's gain, and what can be done with it."""
        name, busy = self.chosen, bool(self._engines.adding)
        found = gains(name) if name else ()
        self.gains.set_gains(found)
        self.measured.setVisible(bool(found))
        self._measured_title.setVisible(bool(name))
        self._measured_how.setText(self._how(name, bool(found)))
        now = state(name) if name else "carried"
        if busy:
            self.change.setText(self.tr("停止"))
        else:
            self.change.setText(self.tr("移除") if now == "added" else self.tr("添加"))
        self.change.setEnabled(busy or now in ("absent", "added", "damaged"))
        self.file.setEnabled(not busy and now in ("absent", "damaged"))
        self._show_progress()

    def _how(self, name: str, measured: bool) -> str:
        known = engine(name)
        if known is None:
            return self.tr("用自拟的刊物训练，装好就能用，不用联网。")
        if not measured:
            return self.tr("还没有测过。")
        return filled(
            self.tr("在 241 篇没学过的自拟刊物上，严格 F1（%）：用自带的模型和神经网络，和同时听 %1 的意见时。"),
            known.name,
        )

    def _show_progress(self) -> None:
        """Say how far the adding is, or how it ended."""
        busy = bool(self._engines.adding)
        self.bar.setVisible(busy)
        step, done, of = self._engines.step
        self.bar.setRange(0, of // 1000 if busy and step == "fetch" else 0)
        self.bar.setValue(done // 1000)
        if not busy:
            self.state.setText(self._engines.failure or self._resting())
            return
        said = {
            "fetch": filled(self.tr("正在下载：%1 / %2 MB。"), round(done / 1e6), round(of / 1e6)),
            "build": self.tr("正在打开下载的包。"),
            "convert": self.tr("正在取出要用的部分。"),
        }
        self.state.setText(said.get(step, self.tr("正在准备。")) + self.tr("可以关上窗口继续工作。"))

    def _resting(self) -> str:
        """What there is to know about the chosen engine while nothing is done."""
        known = engine(self.chosen)
        if known is None:
            return ""
        return {
            "absent": filled(
                self.tr("添加时用 pip 下载 %1，只留下要用的部分，不装别的。没有网络时，可以用同事的 %2 添加。"),
                known.name, f"{known.id}.bin",
            ),
            "off": self.tr("环境变量 JIAOZHU_ENGINES 是空的，所以不用任何附加引擎。"),
            "added": "",
            "carried": self.tr("随程序一起来的，不能移除；不想用，就在“预标注引擎”里关掉。"),
            "damaged": self.tr("文件已损坏，现在用的是自带的模型。请重新添加。"),
        }[state(known.id)]  # fmt: skip

    def _change(self) -> None:
        if self._engines.adding:
            self._engines.stop()
        elif state(self.chosen) == "added":
            self._engines.remove(self.chosen)
        else:
            self._engines.add(self.chosen)

    def _from_file(self) -> None:
        kinds = self.tr("引擎或它的安装包 (*.bin *.whl *.tar.gz);;所有文件 (*)")
        name, _filter = QFileDialog.getOpenFileName(self, self.tr("从文件添加"), "", kinds)
        if name:
            self._engines.add(self.chosen, Path(name))
