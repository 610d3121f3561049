"""What things are called on screen: labels, kinds, themes, statuses, changes, and why something was proposed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gui.i18n import named
from models.changes import Origin
from models.labels import Kind, Label, LabelSet, Theme

STATUSES = {
    "new": QT_TRANSLATE_NOOP("Names", "未开始"),
    "in_progress": QT_TRANSLATE_NOOP("Names", "进行中"),
    "submitted": QT_TRANSLATE_NOOP("Names", "已提交"),
    "returned": QT_TRANSLATE_NOOP("Names", "已退回"),
    "adjudicated": QT_TRANSLATE_NOOP("Names", "已裁定"),
}

JOBS = {
    "annotator": QT_TRANSLATE_NOOP("Names", "标注员"),
    "reviewer": QT_TRANSLATE_NOOP("Names", "审核员"),
    "manager": QT_TRANSLATE_NOOP("Names", "管理员"),
}

CHANGES = {
    "section.split": QT_TRANSLATE_NOOP("Names", "设边界"),
    "section.merge": QT_TRANSLATE_NOOP("Names", "并入上一段"),
    "section.move": QT_TRANSLATE_NOOP("Names", "移动边界"),
    "section.promote": QT_TRANSLATE_NOOP("Names", "升级"),
    "section.demote": QT_TRANSLATE_NOOP("Names", "降级"),
    "section.kind": QT_TRANSLATE_NOOP("Names", "类型改为{kind}"),
    "section.continue": QT_TRANSLATE_NOOP("Names", "标为续接"),
    "section.heading": QT_TRANSLATE_NOOP("Names", "改标题范围"),
    "section.accept": QT_TRANSLATE_NOOP("Names", "确认分段"),
    "section.themes": QT_TRANSLATE_NOOP("Names", "加主题{themes}"),
    "section.theme.reject": QT_TRANSLATE_NOOP("Names", "否决主题“{theme}”"),
    "section.unsure": QT_TRANSLATE_NOOP("Names", "改分段的存疑标记"),
    "mention.add": QT_TRANSLATE_NOOP("Names", "标为{label}“{text}”"),
    "mention.relabel": QT_TRANSLATE_NOOP("Names", "改标为{label}"),
    "mention.remove": QT_TRANSLATE_NOOP("Names", "删除实体标注"),
    "mention.accept": QT_TRANSLATE_NOOP("Names", "接受预标注"),
    "mention.reject": QT_TRANSLATE_NOOP("Names", "否决预标注"),
    "mention.resize": QT_TRANSLATE_NOOP("Names", "实体标注的范围改为“{text}”"),
    "mention.fragment": QT_TRANSLATE_NOOP("Names", "并入一截文字"),
    "mention.unsure": QT_TRANSLATE_NOOP("Names", "改实体标注的存疑标记"),
    "mention.all": QT_TRANSLATE_NOOP("Names", "{count} 处“{text}”标为{label}"),
    "mention.link": QT_TRANSLATE_NOOP("Names", "指向实体“{text}”"),
    "suggestion.accept_all": QT_TRANSLATE_NOOP("Names", "接受本段全部预标注（{count} 处）"),
    "suggestion.take": QT_TRANSLATE_NOOP("Names", "补入 {count} 处预标注"),
    "comment.add": QT_TRANSLATE_NOOP("Names", "写批注“{text}”"),
    "comment.edit": QT_TRANSLATE_NOOP("Names", "改批注“{text}”"),
    "comment.remove": QT_TRANSLATE_NOOP("Names", "删除批注“{text}”"),
    "comment.resolve": QT_TRANSLATE_NOOP("Names", "了结或重开批注“{text}”"),
    "layer.status": QT_TRANSLATE_NOOP("Names", "状态改为{status}"),
    "layer.start": QT_TRANSLATE_NOOP("Names", "开始标注"),
    "layer.suggest": QT_TRANSLATE_NOOP("Names", "存入预标注"),
    "layer.fill": QT_TRANSLATE_NOOP("Names", "填入预标注"),
    "bulletin.import": QT_TRANSLATE_NOOP("Names", "导入 {count} 篇刊物"),
    "bulletin.archive": QT_TRANSLATE_NOOP("Names", "归档刊物“{text}”"),
    "bulletin.restore": QT_TRANSLATE_NOOP("Names", "恢复刊物“{text}”"),
    "bulletin.meta": QT_TRANSLATE_NOOP("Names", "改“{text}”的刊物信息"),
    "project.create": QT_TRANSLATE_NOOP("Names", "新建项目"),
    "person.add": QT_TRANSLATE_NOOP("Names", "加入人员“{text}”"),
    "person.edit": QT_TRANSLATE_NOOP("Names", "修改人员“{text}”"),
    "assignment.add": QT_TRANSLATE_NOOP("Names", "分派 {count} 篇"),
    "assignment.remove": QT_TRANSLATE_NOOP("Names", "收回“{text}”的分派"),
    "layer.merge": QT_TRANSLATE_NOOP("Names", "合并 {count} 个标注层"),
    "package.make": QT_TRANSLATE_NOOP("Names", "制作工作包"),
    "decision.missing": QT_TRANSLATE_NOOP("Names", "裁定有无边界“{text}”"),
    "decision.near": QT_TRANSLATE_NOOP("Names", "裁定边界位置“{text}”"),
    "decision.level": QT_TRANSLATE_NOOP("Names", "裁定级别“{text}”"),
    "decision.kind": QT_TRANSLATE_NOOP("Names", "裁定类型“{text}”"),
    "decision.heading": QT_TRANSLATE_NOOP("Names", "裁定标题“{text}”"),
    "decision.themes": QT_TRANSLATE_NOOP("Names", "裁定主题“{text}”"),
    "decision.label": QT_TRANSLATE_NOOP("Names", "裁定标签“{text}”"),
    "decision.extent": QT_TRANSLATE_NOOP("Names", "裁定实体范围“{text}”"),
    "decision.only": QT_TRANSLATE_NOOP("Names", "裁定有无实体“{text}”"),
    "decision.alike": QT_TRANSLATE_NOOP("Names", "同样裁定 {count} 处"),
    "gold.flow": QT_TRANSLATE_NOOP("Names", "把“{text}”的一致之处并入金标"),
    "review.finish": QT_TRANSLATE_NOOP("Names", "完成“{text}”的审核"),
    "lexicon.add": QT_TRANSLATE_NOOP("Names", "词典加入“{text}”"),
    "lexicon.edit": QT_TRANSLATE_NOOP("Names", "词典中“{text}”改标签"),
    "lexicon.on": QT_TRANSLATE_NOOP("Names", "词典启用 {count} 个名称"),
    "lexicon.off": QT_TRANSLATE_NOOP("Names", "词典停用 {count} 个名称"),
    "lexicon.forget": QT_TRANSLATE_NOOP("Names", "词典还原 {count} 个名称"),
    "label.add": QT_TRANSLATE_NOOP("Names", "新增标签“{text}”"),
    "label.edit": QT_TRANSLATE_NOOP("Names", "修改标签“{text}”"),
    "label.retire": QT_TRANSLATE_NOOP("Names", "停用标签“{text}”"),
    "label.restore": QT_TRANSLATE_NOOP("Names", "恢复标签“{text}”"),
    "label.move": QT_TRANSLATE_NOOP("Names", "移动标签“{text}”"),
    "label.merge": QT_TRANSLATE_NOOP("Names", "把标签“{text}”并入“{other}”"),
    "kind.add": QT_TRANSLATE_NOOP("Names", "新增分段类型“{text}”"),
    "kind.edit": QT_TRANSLATE_NOOP("Names", "修改分段类型“{text}”"),
    "kind.retire": QT_TRANSLATE_NOOP("Names", "停用分段类型“{text}”"),
    "kind.restore": QT_TRANSLATE_NOOP("Names", "恢复分段类型“{text}”"),
    "kind.move": QT_TRANSLATE_NOOP("Names", "移动分段类型“{text}”"),
    "kind.merge": QT_TRANSLATE_NOOP("Names", "把分段类型“{text}”并入“{other}”"),
    "theme.add": QT_TRANSLATE_NOOP("Names", "新增主题“{text}”"),
    "theme.edit": QT_TRANSLATE_NOOP("Names", "修改主题“{text}”"),
    "theme.retire": QT_TRANSLATE_NOOP("Names", "停用主题“{text}”"),
    "theme.restore": QT_TRANSLATE_NOOP("Names", "恢复主题“{text}”"),
    "theme.move": QT_TRANSLATE_NOOP("Names", "移动主题“{text}”"),
    "theme.merge": QT_TRANSLATE_NOOP("Names", "把主题“{text}”并入“{other}”"),
}
"""What each change is called; the words in braces are filled from its args, in the order of `_ARGS`."""

BARE = {
    "section.themes": QT_TRANSLATE_NOOP("Names", "改主题"),
    "section.theme.reject": QT_TRANSLATE_NOOP("Names", "否决推荐的主题"),
    "mention.link": QT_TRANSLATE_NOOP("Names", "取消实体指向"),
    "suggestion.accept_all": QT_TRANSLATE_NOOP("Names", "接受本段全部预标注"),
}
"""The same for changes whose args are empty."""

_ARGS: dict[str, tuple[str, ...]] = {
    "section.kind": ("kind",),
    "section.themes": ("themes",),
    "section.theme.reject": ("theme",),
    "mention.add": ("label", "text"),
    "mention.relabel": ("label",),
    "mention.all": ("label", "text", "count"),
    "suggestion.accept_all": ("count",),
    "suggestion.take": ("count",),
    "layer.status": ("status",),
    "bulletin.import": ("count",),
    "decision.alike": ("count",),
    "assignment.add": ("count",),
    "layer.merge": ("count",),
    "lexicon.on": ("text", "count"),
    "lexicon.off": ("text", "count"),
    "lexicon.forget": ("text", "count"),
}
_OTHER_ARGS = ("text", "other")

WHYS = {
    "rule": QT_TRANSLATE_NOOP("Names", "规则"),
    "lexicon": QT_TRANSLATE_NOOP("Names", "词典"),
    "gazetteer": QT_TRANSLATE_NOOP("Names", "名录"),
    "model": QT_TRANSLATE_NOOP("Names", "模型"),
    "net": QT_TRANSLATE_NOOP("Names", "神经网络"),
    "repeat": QT_TRANSLATE_NOOP("Names", "同文"),
    "propagated": QT_TRANSLATE_NOOP("Names", "同文"),
    "masthead": QT_TRANSLATE_NOOP("Names", "刊头"),
    "column": QT_TRANSLATE_NOOP("Names", "栏目名"),
    "headline": QT_TRANSLATE_NOOP("Names", "标题行"),
    "subhead": QT_TRANSLATE_NOOP("Names", "小标题"),
    "numbering": QT_TRANSLATE_NOOP("Names", "编号"),
    "markdown": QT_TRANSLATE_NOOP("Names", "标记符号"),
    "brief": QT_TRANSLATE_NOOP("Names", "简讯"),
    "run-on": QT_TRANSLATE_NOOP("Names", "连排简讯"),
    "caption": QT_TRANSLATE_NOOP("Names", "图注"),
    "footer": QT_TRANSLATE_NOOP("Names", "刊尾"),
    "body": QT_TRANSLATE_NOOP("Names", "正文"),
    "boilerplate": QT_TRANSLATE_NOOP("Names", "重复的套话"),
    "speaker": QT_TRANSLATE_NOOP("Names", "发言人"),
    "document": QT_TRANSLATE_NOOP("Names", "本篇别处"),
    "project": QT_TRANSLATE_NOOP("Names", "本项目"),
    "date": QT_TRANSLATE_NOOP("Names", "日期"),
    "name": QT_TRANSLATE_NOOP("Names", "人名"),
    "organisation": QT_TRANSLATE_NOOP("Names", "机构名"),
    "place": QT_TRANSLATE_NOOP("Names", "地名"),
    "title": QT_TRANSLATE_NOOP("Names", "职务名"),
    "event": QT_TRANSLATE_NOOP("Names", "活动名"),
    "doc": QT_TRANSLATE_NOOP("Names", "书名号"),
    "credit": QT_TRANSLATE_NOOP("Names", "署名行"),
    "latin": QT_TRANSLATE_NOOP("Names", "英文姓名"),
    "address": QT_TRANSLATE_NOOP("Names", "门牌地址"),
    "quoted": QT_TRANSLATE_NOOP("Names", "引号里的活动名"),
    "earlier": QT_TRANSLATE_NOOP("Names", "往期"),
    "resumes": QT_TRANSLATE_NOOP("Names", "正文接续"),
    "all": QT_TRANSLATE_NOOP("Names", "全体一致"),
    "majority": QT_TRANSLATE_NOOP("Names", "多数一致"),
    "decided": QT_TRANSLATE_NOOP("Names", "裁定"),
    "hand": QT_TRANSLATE_NOOP("Names", "手工改定"),
    "open": QT_TRANSLATE_NOOP("Names", "待裁定"),
    "continues": QT_TRANSLATE_NOOP("Names", "正文接续"),
}
"""The parts of a reason code: "rule:numbering" is 规则「编号」."""

ORIGINS = {
    "auto": QT_TRANSLATE_NOOP("Names", "预标注"),
    "manual": QT_TRANSLATE_NOOP("Names", "人工"),
    "import": QT_TRANSLATE_NOOP("Names", "导入"),
    "adjudicated": QT_TRANSLATE_NOOP("Names", "裁定"),
}


_RETIRED = QT_TRANSLATE_NOOP("Names", "{name}（已停用）")
_QUOTED = QT_TRANSLATE_NOOP("Names", "“{name}”")
_REASON = QT_TRANSLATE_NOOP("Names", "{head}「{rest}」")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Names", text)


def fill(pattern: str, **values: str) -> str:
    """A translated sentence with its {words} filled in; what is filled in is never looked at again."""
    return re.sub(r"\{(\w+)\}", lambda hit: values.get(hit[1], ""), pattern)


def _row_name(row: Label | Kind | Theme | None, row_id: str) -> str:
    if row is None:
        return row_id
    name = named(row) or row_id
    return fill(_tr(_RETIRED), name=name) if row.retired else name


def label_name(labels: LabelSet | None, label: str) -> str:
    """The entity label in the interface language; an unknown id as it is."""
    return _row_name(labels.label_by_id.get(label) if labels else None, label)


def kind_name(labels: LabelSet | None, kind: str) -> str:
    """The section kind in the interface language; an unknown id as it is."""
    return _row_name(labels.kind_by_id.get(kind) if labels else None, kind)


def theme_name(labels: LabelSet | None, theme: str) -> str:
    """The theme in the interface language; an unknown id as it is."""
    return _row_name(labels.theme_by_id.get(theme) if labels else None, theme)


def status_name(status: str) -> str:
    """A layer's status; an unknown one as it is."""
    return _tr(STATUSES[status]) if status in STATUSES else status


def job_name(job: str) -> str:
    """What somebody is to do in the project; an unknown job as it is."""
    return _tr(JOBS[job]) if job in JOBS else job


def change_name(name: str, args: tuple[str, ...], labels: LabelSet | None) -> str:
    """What a change is called in the undo menu and in the history; a name not known here as it is."""
    pattern = CHANGES.get(name)
    if pattern is None:
        return name
    if name in BARE and not any(args):
        return _tr(BARE[name])
    words: Mapping[str, Callable[[str], str]] = {
        "label": lambda arg: label_name(labels, arg),
        "kind": lambda arg: kind_name(labels, arg),
        "theme": lambda arg: theme_name(labels, arg),
        "status": status_name,
    }
    names = _ARGS.get(name, _OTHER_ARGS)
    if names == ("themes",):
        return fill(_tr(pattern), themes="".join(fill(_tr(_QUOTED), name=theme_name(labels, a)) for a in args))
    values = {key: words.get(key, _brief)(arg) for key, arg in zip(names, args, strict=False)}
    return fill(_tr(pattern), **values)


def _brief(text: str) -> str:
    """A few characters of a bulletin or a comment on one line."""
    line = "".join(text.split()) if not text.isascii() else " ".join(text.split())
    return line if len(line) <= 20 else line[:19] + "…"


def why_name(code: str) -> str:
    """A suggestion's reason code in words: "rule:numbering" is 规则「编号」, several are joined with +."""
    return " + ".join(_why_part(part) for part in code.split("+") if part)


def _why_part(code: str) -> str:
    head, _, rest = code.partition(":")
    named_head = _tr(WHYS[head]) if head in WHYS else head
    if not rest:
        return named_head
    return fill(_tr(_REASON), head=named_head, rest=_tr(WHYS[rest]) if rest in WHYS else rest)


def origin_name(origin: Origin) -> str:
    """Where something comes from, in one line: 规则「编号」 0.97; who made it where no reason is known."""
    said = why_name(origin.why) or (_tr(ORIGINS[origin.by]) if origin.by in ORIGINS else origin.by)
    return said if origin.confidence is None else f"{said} {origin.confidence:.2f}"


def moment_name(moment: str, today: datetime) -> str:
    """A stored moment (UTC, ISO 8601) on the local clock: the time alone when it is of `today`, else with its date."""
    try:
        at = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return moment
    here = today.astimezone()
    if at.date() == here.date():
        return at.strftime("%H:%M")
    return at.strftime("%m-%d %H:%M") if at.year == here.year else at.strftime("%Y-%m-%d %H:%M")
