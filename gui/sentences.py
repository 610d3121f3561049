"""What a `UserError` says on screen: one sentence a code, with the facts it mentions."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.errors import UserError

SENTENCES = {
    "annotator.unnamed": QT_TRANSLATE_NOOP("Sentences", "请写上标注员的名字。"),
    "continue.later": QT_TRANSLATE_NOOP("Sentences", "续接只能接在前面的分段之后。"),
    "continue.none": QT_TRANSLATE_NOOP("Sentences", "前面没有可以续接的分段。"),
    "demote.bottom": QT_TRANSLATE_NOOP("Sentences", "已是最深一级，不能再降。"),
    "encoding.unheard": QT_TRANSLATE_NOOP("Sentences", "不能按 {encoding} 读取文本，请换一种编码。"),
    "encoding.unknown": QT_TRANSLATE_NOOP(
        "Sentences", "{path} 不是 UTF-8、UTF-16、GB18030 或 Big5 文本。请另存为 UTF-8 文本，或手动选择编码。"
    ),
    "heading.empty": QT_TRANSLATE_NOOP("Sentences", "请把光标放在标题最后一个字之后。"),
    "heading.outside": QT_TRANSLATE_NOOP("Sentences", "标题必须在本段之内结束。"),
    "import.empty": QT_TRANSLATE_NOOP("Sentences", "{path} 里没有文字。"),
    "import.kind": QT_TRANSLATE_NOOP("Sentences", "{path} 不是可以作为刊物读取的文件（{ending}）。"),
    "import.missing": QT_TRANSLATE_NOOP("Sentences", "找不到文件或文件夹 {path}，请检查名称。"),
    "import.unreadable": QT_TRANSLATE_NOOP("Sentences", "读不了 {path}：{reason}。请检查文件是否存在、是否有权读取。"),
    "label.bad_id": QT_TRANSLATE_NOOP("Sentences", "标签代号不能为空，也不能有空格。"),
    "label.exists": QT_TRANSLATE_NOOP("Sentences", "代号 {id} 已被使用，请换一个。"),
    "label.unnamed": QT_TRANSLATE_NOOP("Sentences", "请给标签起个名字。"),
    "mention.empty": QT_TRANSLATE_NOOP("Sentences", "没有选中可以标注的文字。"),
    "merge.first": QT_TRANSLATE_NOOP("Sentences", "这是第一段，前面没有可并入的分段。"),
    "move.neighbour": QT_TRANSLATE_NOOP("Sentences", "边界不能越过相邻的边界。"),
    "project.exists": QT_TRANSLATE_NOOP("Sentences", "{path} 已经存在。请换一个名字，或直接打开它。"),
    "project.foreign": QT_TRANSLATE_NOOP("Sentences", "{path} 不是校注项目。"),
    "project.missing": QT_TRANSLATE_NOOP("Sentences", "找不到项目 {path}，它可能被移动或改名了。"),
    "project.newer": QT_TRANSLATE_NOOP("Sentences", "{path} 由更新版本的校注写成，请先升级本程序。"),
    "project.unreadable": QT_TRANSLATE_NOOP("Sentences", "读不了项目 {path}，请检查文件是否完好、是否有权读写。"),
    "promote.top": QT_TRANSLATE_NOOP("Sentences", "已是最高一级，不能再升。"),
    "split.exists": QT_TRANSLATE_NOOP("Sentences", "这里已经有边界了。"),
    "split.outside": QT_TRANSLATE_NOOP("Sentences", "这里没有可以切分的文字。"),
    "storage.failed": QT_TRANSLATE_NOOP("Sentences", "没能写入 {where}，这一步没有生效。请检查磁盘空间和写入权限。"),
    "storage.stale": QT_TRANSLATE_NOOP("Sentences", "项目在别处被改动过。请重新打开这篇刊物，再做一次。"),
    "theme.exists": QT_TRANSLATE_NOOP("Sentences", "主题代号 {id} 已被使用，请换一个。"),
    "theme.loop": QT_TRANSLATE_NOOP("Sentences", "主题不能移到它自己的下级。"),
    "theme.merge_retired": QT_TRANSLATE_NOOP("Sentences", "已停用的主题不能接收标注，请先恢复它。"),
    "theme.merge_self": QT_TRANSLATE_NOOP("Sentences", "主题不能并入它自己。"),
    "theme.unknown": QT_TRANSLATE_NOOP("Sentences", "这个主题已经不在了。"),
    "theme.unnamed": QT_TRANSLATE_NOOP("Sentences", "请给主题起个名字。"),
}
"""The sentence of each code; {words} in braces are facts of the error."""


def sentence(error: UserError) -> str:
    """The error in the interface language; the error's own English sentence where its code is not known here.

    A fact that the sentence mentions and the error lacks shows the English sentence too, rather than a gap.
    """
    pattern = SENTENCES.get(error.code)
    if pattern is None:
        return error.sentence
    translated = QCoreApplication.translate("Sentences", pattern)
    if any(name not in error.facts for name in re.findall(r"\{(\w+)\}", translated)):
        return error.sentence
    return re.sub(r"\{(\w+)\}", lambda hit: str(error.facts[hit[1]]), translated)
