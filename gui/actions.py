"""The one table of actions: id, text, key, menu. Everything that can be done by key or menu has its line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `place` is where its keys act: text (while the text has the focus), desk (while annotating), review
    (while the review screen has the focus) or window (everywhere). Menus list their ids."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    place: str = "text"


MENUS = (
    ("project", QT_TRANSLATE_NOOP("Actions", "项目")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "编辑")),
    ("annotate", QT_TRANSLATE_NOOP("Actions", "标注")),
    ("review", QT_TRANSLATE_NOOP("Actions", "审核")),
    ("view", QT_TRANSLATE_NOOP("Actions", "查看")),
    ("statistics", QT_TRANSLATE_NOOP("Actions", "统计")),
    ("help", QT_TRANSLATE_NOOP("Actions", "帮助")),
)

ACTIONS = (
    ActionSpec("project.new", "project", QT_TRANSLATE_NOOP("Actions", "新建项目…"), ("Ctrl+N",), "window"),
    ActionSpec("project.open", "project", QT_TRANSLATE_NOOP("Actions", "打开项目…"), ("Ctrl+O",), "window"),
    ActionSpec("project.sample", "project", QT_TRANSLATE_NOOP("Actions", "打开示例项目"), (), "window"),
    ActionSpec("project.welcome", "project", QT_TRANSLATE_NOOP("Actions", "欢迎页"), (), "window"),
    ActionSpec("project.import", "project", QT_TRANSLATE_NOOP("Actions", "导入刊物…"), ("Ctrl+I",), "window"),
    ActionSpec("project.export", "project", QT_TRANSLATE_NOOP("Actions", "导出金标…"), ("Ctrl+E",), "window"),
    ActionSpec("project.backup", "project", QT_TRANSLATE_NOOP("Actions", "另存副本…"), (), "window"),
    ActionSpec("project.annotator", "project", QT_TRANSLATE_NOOP("Actions", "更换标注员…"), (), "window"),
    ActionSpec("project.people", "project", QT_TRANSLATE_NOOP("Actions", "人员与分派…"), (), "window"),
    ActionSpec("project.package", "project", QT_TRANSLATE_NOOP("Actions", "制作工作包…"), (), "window"),
    ActionSpec("project.merge", "project", QT_TRANSLATE_NOOP("Actions", "合并工作包…"), (), "window"),
    ActionSpec("project.labels", "project", QT_TRANSLATE_NOOP("Actions", "标签与主题…"), (), "window"),
    ActionSpec("project.learning", "project", QT_TRANSLATE_NOOP("Actions", "预标注引擎…"), (), "window"),
    ActionSpec("project.engines", "project", QT_TRANSLATE_NOOP("Actions", "附加引擎…"), (), "window"),
    ActionSpec("project.settings", "project", QT_TRANSLATE_NOOP("Actions", "设置…"), ("Ctrl+,",), "window"),
    ActionSpec("project.quit", "project", QT_TRANSLATE_NOOP("Actions", "退出"), ("Ctrl+Q",), "window"),
    ActionSpec("edit.undo", "edit", QT_TRANSLATE_NOOP("Actions", "撤销"), ("Ctrl+Z",), "window"),
    ActionSpec("edit.redo", "edit", QT_TRANSLATE_NOOP("Actions", "重做"), ("Ctrl+Shift+Z", "Ctrl+Y"), "window"),
    ActionSpec("edit.copy", "edit", QT_TRANSLATE_NOOP("Actions", "复制"), ("Ctrl+C",)),
    ActionSpec("edit.select_all", "edit", QT_TRANSLATE_NOOP("Actions", "选中本段"), ("Ctrl+A",)),
    ActionSpec("edit.find", "edit", QT_TRANSLATE_NOOP("Actions", "查找…"), ("Ctrl+F",), "window"),
    ActionSpec("edit.find_next", "edit", QT_TRANSLATE_NOOP("Actions", "查找下一处"), ("F3",), "window"),
    ActionSpec("edit.find_previous", "edit", QT_TRANSLATE_NOOP("Actions", "查找上一处"), ("Shift+F3",), "window"),
    ActionSpec("edit.palette", "edit", QT_TRANSLATE_NOOP("Actions", "命令面板…"), ("Ctrl+K",), "window"),
    ActionSpec("section.next", "annotate", QT_TRANSLATE_NOOP("Actions", "下一段"), ("J",)),
    ActionSpec("section.previous", "annotate", QT_TRANSLATE_NOOP("Actions", "上一段"), ("K",)),
    ActionSpec("section.split", "annotate", QT_TRANSLATE_NOOP("Actions", "在光标处设边界"), ("Return", "Enter")),
    ActionSpec("section.merge", "annotate", QT_TRANSLATE_NOOP("Actions", "并入上一段"), ("Backspace",)),
    ActionSpec("section.line_up", "annotate", QT_TRANSLATE_NOOP("Actions", "边界上移一行"), ("Alt+Up",)),
    ActionSpec("section.line_down", "annotate", QT_TRANSLATE_NOOP("Actions", "边界下移一行"), ("Alt+Down",)),
    ActionSpec("section.word_left", "annotate", QT_TRANSLATE_NOOP("Actions", "边界左移一词"), ("Alt+Left",)),
    ActionSpec("section.word_right", "annotate", QT_TRANSLATE_NOOP("Actions", "边界右移一词"), ("Alt+Right",)),
    ActionSpec("section.char_left", "annotate", QT_TRANSLATE_NOOP("Actions", "边界左移一字"), ("Alt+Shift+Left",)),
    ActionSpec("section.char_right", "annotate", QT_TRANSLATE_NOOP("Actions", "边界右移一字"), ("Alt+Shift+Right",)),
    ActionSpec("section.promote", "annotate", QT_TRANSLATE_NOOP("Actions", "升级（连同下级）"), ("[",)),
    ActionSpec("section.demote", "annotate", QT_TRANSLATE_NOOP("Actions", "降级（连同下级）"), ("]",)),
    ActionSpec("section.heading", "annotate", QT_TRANSLATE_NOOP("Actions", "标题到光标为止"), ("H",)),
    ActionSpec("section.no_heading", "annotate", QT_TRANSLATE_NOOP("Actions", "本段无标题"), ("Shift+H",)),
    ActionSpec("section.continue", "annotate", QT_TRANSLATE_NOOP("Actions", "续接哪一段…"), ("Shift+O",)),
    ActionSpec("section.accept", "annotate", QT_TRANSLATE_NOOP("Actions", "确认本段边界"), ("V",)),
    ActionSpec("theme.pick", "annotate", QT_TRANSLATE_NOOP("Actions", "选主题…"), ("T",)),
    ActionSpec("mention.select", "annotate", QT_TRANSLATE_NOOP("Actions", "选中光标处的实体，再按选外层"), ("M",)),
    ActionSpec("mention.remove", "annotate", QT_TRANSLATE_NOOP("Actions", "删除实体标注"), ("Delete",)),
    ActionSpec("mention.start_left", "annotate", QT_TRANSLATE_NOOP("Actions", "起点左移一词"), ("Ctrl+Shift+Left",)),
    ActionSpec("mention.start_right", "annotate", QT_TRANSLATE_NOOP("Actions", "起点右移一词"), ("Ctrl+Shift+Right",)),
    ActionSpec("mention.end_left", "annotate", QT_TRANSLATE_NOOP("Actions", "终点左移一词"), ("Ctrl+Left",)),
    ActionSpec("mention.end_right", "annotate", QT_TRANSLATE_NOOP("Actions", "终点右移一词"), ("Ctrl+Right",)),
    ActionSpec(
        "mention.start_left_char", "annotate", QT_TRANSLATE_NOOP("Actions", "起点左移一字"), ("Ctrl+Alt+Shift+Left",)
    ),
    ActionSpec(
        "mention.start_right_char", "annotate", QT_TRANSLATE_NOOP("Actions", "起点右移一字"), ("Ctrl+Alt+Shift+Right",)
    ),
    ActionSpec("mention.end_left_char", "annotate", QT_TRANSLATE_NOOP("Actions", "终点左移一字"), ("Ctrl+Alt+Left",)),
    ActionSpec("mention.end_right_char", "annotate", QT_TRANSLATE_NOOP("Actions", "终点右移一字"), ("Ctrl+Alt+Right",)),
    ActionSpec("mention.fragment", "annotate", QT_TRANSLATE_NOOP("Actions", "把所选并入当前实体标注"), ("+", "=")),
    ActionSpec("mention.all", "annotate", QT_TRANSLATE_NOOP("Actions", "标注所有相同文字…"), ("Shift+A",)),
    ActionSpec("mention.link", "annotate", QT_TRANSLATE_NOOP("Actions", "指向实体…"), ("L",)),
    ActionSpec("suggestion.next", "annotate", QT_TRANSLATE_NOOP("Actions", "下一处预标注"), ("Tab",)),
    ActionSpec(
        "suggestion.previous", "annotate", QT_TRANSLATE_NOOP("Actions", "上一处预标注"), ("Shift+Tab", "Backtab")
    ),
    ActionSpec("suggestion.accept", "annotate", QT_TRANSLATE_NOOP("Actions", "接受预标注"), ("Space",)),
    ActionSpec("suggestion.reject", "annotate", QT_TRANSLATE_NOOP("Actions", "否决预标注"), ("X",)),
    ActionSpec("suggestion.accept_all", "annotate", QT_TRANSLATE_NOOP("Actions", "接受本段全部预标注"), ("A",)),
    ActionSpec("suggestion.uncertain", "annotate", QT_TRANSLATE_NOOP("Actions", "先看最没把握的"), ("Shift+D",)),
    ActionSpec("suggestion.take", "annotate", QT_TRANSLATE_NOOP("Actions", "补入预标注"), ()),
    ActionSpec("mark.unsure", "annotate", QT_TRANSLATE_NOOP("Actions", "标为存疑"), ("U",)),
    ActionSpec("mark.comment", "annotate", QT_TRANSLATE_NOOP("Actions", "批注…"), ("C",)),
    ActionSpec(
        "bulletin.submit", "annotate", QT_TRANSLATE_NOOP("Actions", "提交并打开下一篇"), ("Ctrl+Return",), "desk"
    ),
    ActionSpec("bulletin.next", "view", QT_TRANSLATE_NOOP("Actions", "下一篇"), ("Ctrl+PgDown",), "desk"),
    ActionSpec("bulletin.previous", "view", QT_TRANSLATE_NOOP("Actions", "上一篇"), ("Ctrl+PgUp",), "desk"),
    ActionSpec("review.toggle", "review", QT_TRANSLATE_NOOP("Actions", "标注与审核之间切换"), ("F6",), "window"),
    ActionSpec("review.next", "review", QT_TRANSLATE_NOOP("Actions", "下一处差异"), ("J",), "review"),
    ActionSpec("review.previous", "review", QT_TRANSLATE_NOOP("Actions", "上一处差异"), ("K",), "review"),
    ActionSpec("review.none", "review", QT_TRANSLATE_NOOP("Actions", "都不取"), ("0",), "review"),
    ActionSpec(
        "review.together", "review", QT_TRANSLATE_NOOP("Actions", "取选中的几方"), ("Return", "Enter"), "review"
    ),
    ActionSpec("review.edit", "review", QT_TRANSLATE_NOOP("Actions", "改…"), ("E",), "review"),
    ActionSpec("review.gold", "review", QT_TRANSLATE_NOOP("Actions", "在金标里改"), ("Shift+E",), "review"),
    ActionSpec("review.alike", "review", QT_TRANSLATE_NOOP("Actions", "同类一并裁定…"), ("G",), "review"),
    ActionSpec("review.reason", "review", QT_TRANSLATE_NOOP("Actions", "写裁定理由"), ("N",), "review"),
    ActionSpec("review.comment", "review", QT_TRANSLATE_NOOP("Actions", "批注这一处…"), ("C",), "review"),
    ActionSpec("review.return", "review", QT_TRANSLATE_NOOP("Actions", "退回…"), ("R",), "review"),
    ActionSpec("review.settled", "review", QT_TRANSLATE_NOOP("Actions", "显示已裁定的"), ("S",), "review"),
    ActionSpec("review.boundaries", "review", QT_TRANSLATE_NOOP("Actions", "边界差异"), ("Alt+1",), "review"),
    ActionSpec("review.themes", "review", QT_TRANSLATE_NOOP("Actions", "主题差异"), ("Alt+2",), "review"),
    ActionSpec("review.mentions", "review", QT_TRANSLATE_NOOP("Actions", "实体差异"), ("Alt+3",), "review"),
    ActionSpec("review.bulletins", "review", QT_TRANSLATE_NOOP("Actions", "选择要审核的刊物…"), ("B",), "review"),
    ActionSpec(
        "review.next_bulletin", "review", QT_TRANSLATE_NOOP("Actions", "下一篇待审"), ("Ctrl+PgDown",), "review"
    ),
    ActionSpec(
        "review.previous_bulletin", "review", QT_TRANSLATE_NOOP("Actions", "上一篇待审"), ("Ctrl+PgUp",), "review"
    ),
    ActionSpec(
        "review.finish", "review", QT_TRANSLATE_NOOP("Actions", "完成审核并打开下一篇"), ("Ctrl+Return",), "review"
    ),
    ActionSpec("view.zoom_in", "view", QT_TRANSLATE_NOOP("Actions", "放大"), ("Ctrl++", "Ctrl+="), "window"),
    ActionSpec("view.zoom_out", "view", QT_TRANSLATE_NOOP("Actions", "缩小"), ("Ctrl+-",), "window"),
    ActionSpec("view.zoom_reset", "view", QT_TRANSLATE_NOOP("Actions", "原始大小"), ("Ctrl+0",), "window"),
    ActionSpec("view.page_breaks", "view", QT_TRANSLATE_NOOP("Actions", "显示页面换行 ¶"), (), "window"),
    ActionSpec("view.dark", "view", QT_TRANSLATE_NOOP("Actions", "深色"), (), "window"),
    ActionSpec("view.library", "view", QT_TRANSLATE_NOOP("Actions", "刊物栏"), ("Ctrl+1",), "window"),
    ActionSpec("view.tools", "view", QT_TRANSLATE_NOOP("Actions", "工具栏"), ("Ctrl+2",), "window"),
    ActionSpec("view.doubtful", "view", QT_TRANSLATE_NOOP("Actions", "刊物栏：最不确定的在前"), (), "window"),
    ActionSpec("view.text", "view", QT_TRANSLATE_NOOP("Actions", "回到正文"), ("Esc",), "window"),
    ActionSpec("view.history", "view", QT_TRANSLATE_NOOP("Actions", "修改历史"), ("Ctrl+H",), "window"),
    ActionSpec("statistics.project", "statistics", QT_TRANSLATE_NOOP("Actions", "项目概况…"), (), "window"),
    ActionSpec("statistics.agreement", "statistics", QT_TRANSLATE_NOOP("Actions", "一致性…"), (), "window"),
    ActionSpec("statistics.consistency", "statistics", QT_TRANSLATE_NOOP("Actions", "自查报告…"), (), "window"),
    ActionSpec("statistics.lessons", "statistics", QT_TRANSLATE_NOOP("Actions", "我与金标…"), (), "window"),
    ActionSpec("help.keys", "help", QT_TRANSLATE_NOOP("Actions", "快捷键…"), ("F1",), "window"),
    ActionSpec("help.guidelines", "help", QT_TRANSLATE_NOOP("Actions", "标注规范…"), ("Shift+F1",), "window"),
    ActionSpec("help.about", "help", QT_TRANSLATE_NOOP("Actions", "关于校注…"), (), "window"),
)
"""The actions whatever the label set. Labels and kinds add theirs: label.PER, label_all.PER, kind.article."""


class Actions(QObject):
    """The QActions of the window, by id; their keys come from the settings where the user has changed them."""

    keys_changed = Signal()

    def __init__(self, window: QWidget, text: QWidget, settings: QSettings, review: QWidget | None = None) -> None:
        super().__init__(window)
        self._window, self._text, self._settings = window, text, settings
        self._review = review or QWidget(window)
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}
        self.acts: Callable[[ActionSpec], bool] = lambda _spec: True
        """Whether an action can be used now: what is added is enabled accordingly."""
        self.refuses: Callable[[ActionSpec], bool] = lambda _spec: False
        """Whether an action that is triggered is to do nothing, for a reason that has been told."""
        for spec in ACTIONS:
            self.add(spec)

    def add(self, spec: ActionSpec, shown: str | None = None) -> QAction:
        """Make an action; `shown` overrides the translated text (for names that come from the label set).

        Such an action goes without the keys of its own that another has already: two that share one would both be dead.
        """
        self.remove(spec.id)
        if shown is not None and not self.changed(spec.id):
            spec = replace(spec, keys=tuple(key for key in spec.keys if not self.users_of(key, spec.place)))
        action = QAction(shown or QCoreApplication.translate("Actions", spec.text), self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in self.keys(spec)])
        if spec.place == "text":
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._text.addAction(action)
        elif spec.place == "review":
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._review.addAction(action)
        else:
            self._window.addAction(action)
        action.setEnabled(self.acts(spec))
        self._specs[spec.id], self._actions[spec.id] = spec, action
        return action

    @staticmethod
    def translated(text: str) -> str:
        """A text of the tables above in the interface language."""
        return QCoreApplication.translate("Actions", text)

    def remove(self, action_id: str) -> None:
        """Take an action away (a label that is retired)."""
        action = self._actions.pop(action_id, None)
        self._specs.pop(action_id, None)
        if action is not None:
            self._text.removeAction(action)
            self._review.removeAction(action)
            self._window.removeAction(action)
            action.deleteLater()

    def connect(self, action_id: str, slot: Callable[[], object]) -> None:
        """Let the action do something. `slot` takes no arguments and is kept alive."""
        spec = self._specs[action_id]
        self._actions[action_id].triggered.connect(lambda _checked=False: None if self.refuses(spec) else slot())

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __contains__(self, action_id: object) -> bool:
        return action_id in self._actions

    def specs(self) -> list[ActionSpec]:
        """All specs, in their order."""
        return list(self._specs.values())

    def keys(self, spec: ActionSpec) -> tuple[str, ...]:
        """The keys of an action as they are now: the user's where set, else its own."""
        stored = self._settings.value(f"keys/{spec.id}")
        return spec.keys if stored is None else tuple(k for k in str(stored).split(" ") if k)

    def changed(self, action_id: str) -> bool:
        """Whether the user gave the action keys."""
        return self._settings.contains(f"keys/{action_id}")

    def set_keys(self, action_id: str, keys: tuple[str, ...] | None) -> None:
        """Give an action other keys for good; None brings its own back."""
        if keys is None:
            self._settings.remove(f"keys/{action_id}")
        else:
            self._settings.setValue(f"keys/{action_id}", " ".join(keys))
        spec = self._specs[action_id]
        self._actions[action_id].setShortcuts([QKeySequence(key) for key in self.keys(spec)])
        self.keys_changed.emit()

    def users_of(self, key: str, place: str) -> list[str]:
        """The actions that a key would trigger in the same place: what a remapping would collide with."""
        wanted = QKeySequence(key)
        return [
            spec.id
            for spec in self._specs.values()
            if wanted in self._actions[spec.id].shortcuts() and _meet(place, spec.place)
        ]


def _meet(one: str, other: str) -> bool:
    """Whether keys of these two places can act at the same time: one annotates or reviews."""
    return "window" in (one, other) or (one == "review") == (other == "review")
