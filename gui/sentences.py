"""What a `UserError` says on screen: one sentence a code, with the facts it mentions."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.errors import UserError
from models.text import readable

SENTENCES = {
    "agreement.early": QT_TRANSLATE_NOOP("Sentences", "还没有比较完，请重新计算。"),
    "annotator.unnamed": QT_TRANSLATE_NOOP("Sentences", "请写上标注员的名字。"),
    "continue.later": QT_TRANSLATE_NOOP("Sentences", "续接只能接在前面的分段之后。"),
    "continue.none": QT_TRANSLATE_NOOP("Sentences", "前面没有可以续接的分段。"),
    "demote.bottom": QT_TRANSLATE_NOOP("Sentences", "已是最深一级，不能再降。"),
    "doccano.span": QT_TRANSLATE_NOOP(
        "Sentences", "{where}：标注范围 [{start}, {end}) 不在文本之内。doccano 须按码点导出（关闭 grapheme 模式）。"
    ),
    "doccano.text": QT_TRANSLATE_NOOP(
        "Sentences", "{where}：文本里有回车符或字节序标记，偏移会错位。请去掉后重新导出。"
    ),
    "encoding.unheard": QT_TRANSLATE_NOOP("Sentences", "不能按 {encoding} 读取文本，请换一种编码。"),
    "encoding.unknown": QT_TRANSLATE_NOOP(
        "Sentences", "{path} 不是 UTF-8、UTF-16、GB18030 或 Big5 文本。请另存为 UTF-8 文本，或手动选择编码。"
    ),
    "engine.absent": QT_TRANSLATE_NOOP("Sentences", "这台机器上没有 {name} 引擎。请在 项目 › 附加引擎 里添加。"),
    "engine.carried": QT_TRANSLATE_NOOP("Sentences", "{name} 是随程序来的，不能移除。"),
    "engine.damaged": QT_TRANSLATE_NOOP("Sentences", "{name} 的文件已损坏，请重新添加。"),
    "engine.failed": QT_TRANSLATE_NOOP("Sentences", "pip 没能取得 {name}：{reason}"),
    "engine.network": QT_TRANSLATE_NOOP(
        "Sentences", "没能下载 {name}。请检查网络，以及 pip 能否下载；没有网络时，可以从文件添加。"
    ),
    "engine.off": QT_TRANSLATE_NOOP("Sentences", "附加引擎已停用：环境变量 {variable} 是空的。"),
    "engine.pip": QT_TRANSLATE_NOOP("Sentences", "这里的 Python 没有 pip，不能下载。请先装 pip，或者从文件添加。"),
    "engine.source": QT_TRANSLATE_NOOP("Sentences", "这不是要的 {name} 安装包，或者已经损坏。"),
    "engine.unknown": QT_TRANSLATE_NOOP("Sentences", "没有叫 {name} 的引擎。"),
    "export.choose": QT_TRANSLATE_NOOP(
        "Sentences", "{name} 没有金标层，却有多位标注员：{names}。请选定要导出的标注层，或导出全部。"
    ),
    "export.layer": QT_TRANSLATE_NOOP("Sentences", "没有刊物有“{name}”这一层。现有：{names}。"),
    "export.nothing": QT_TRANSLATE_NOOP("Sentences", "没有可以导出的：还没有刊物被标注或预标注。"),
    "export.project": QT_TRANSLATE_NOOP("Sentences", "{path} 就是项目本身，请换一个名字。"),
    "export.text": QT_TRANSLATE_NOOP("Sentences", "输出文件正是其中一个文本，请换一个名字。"),
    "format.unknown": QT_TRANSLATE_NOOP(
        "Sentences", "{path} 不是可以导入的标注文件。可以导入的有金标 JSON、金标 JSONL 和 doccano JSONL。"
    ),
    "format.write_only": QT_TRANSLATE_NOOP("Sentences", "{name} 格式只能导出，不能导入。"),
    "gold.canonical": QT_TRANSLATE_NOOP("Sentences", "{where}：同一实体有两个规范名称（{what}）。请统一。"),
    "gold.text": QT_TRANSLATE_NOOP("Sentences", "{where}：文本里有回车符或控制字符，导入后会变样。请去掉后重新导出。"),
    "gold.entity.fragments": QT_TRANSLATE_NOOP(
        "Sentences", "{where}：实体的片段不对（{what}）。片段须依次排列、互不相接，并在文本之内。"
    ),
    "gold.entity.id": QT_TRANSLATE_NOOP("Sentences", "{where}：实体的 id 重复（{what}）。"),
    "gold.entity.text": QT_TRANSLATE_NOOP(
        "Sentences", "{where}：实体的文字与偏移处的文字不符（{what}）。偏移按 Unicode 码点计。"
    ),
    "gold.format": QT_TRANSLATE_NOOP("Sentences", "{path} 不是金标 JSON。请选别的文件。"),
    "gold.newer": QT_TRANSLATE_NOOP("Sentences", "{path} 的金标格式版本是 {version}，本程序还不认识，请先升级本程序。"),
    "gold.section.continues": QT_TRANSLATE_NOOP("Sentences", "{where}：续接关系不对（{what}）。"),
    "gold.section.end": QT_TRANSLATE_NOOP("Sentences", "{where}：分段的终点不对（{what}）。"),
    "gold.section.heading": QT_TRANSLATE_NOOP("Sentences", "{where}：标题范围不对（{what}）。"),
    "gold.section.id": QT_TRANSLATE_NOOP("Sentences", "{where}：分段的 id 重复（{what}）。"),
    "gold.section.parent": QT_TRANSLATE_NOOP("Sentences", "{where}：分段的上级不对（{what}）。"),
    "gold.section.start": QT_TRANSLATE_NOOP("Sentences", "{where}：分段的起点不对（{what}）。"),
    "gold.sha256": QT_TRANSLATE_NOOP(
        "Sentences", "{where}：sha256 与文本不符，文本或校验值被改动过。请从原处重新导出。"
    ),
    "heading.empty": QT_TRANSLATE_NOOP("Sentences", "请把光标放在标题最后一个字之后。"),
    "heading.outside": QT_TRANSLATE_NOOP("Sentences", "标题必须在本段之内结束。"),
    "history.stale": QT_TRANSLATE_NOOP(
        "Sentences", "这一步改过的内容后来又在别处被改动，因此略过这一步；撤销和重做从它前后的步骤继续。"
    ),
    "import.conflict": QT_TRANSLATE_NOOP(
        "Sentences", "{path}：{name} 已有 {annotator} 的标注层，内容不同。这个文件没有导入。"
    ),
    "import.empty": QT_TRANSLATE_NOOP("Sentences", "{path} 里没有文字。"),
    "import.kind": QT_TRANSLATE_NOOP("Sentences", "{path} 不是可以作为刊物读取的文件（{ending}）。"),
    "import.missing": QT_TRANSLATE_NOOP("Sentences", "找不到文件或文件夹 {path}，请检查名称。"),
    "import.none": QT_TRANSLATE_NOOP("Sentences", "没有找到可以导入的文件。"),
    "import.several": QT_TRANSLATE_NOOP("Sentences", "{path} 里有 {name} 的多个标注层，不能都归到 {annotator} 名下。"),
    "import.twice": QT_TRANSLATE_NOOP("Sentences", "{path}：里面有两份 {name} 的同一标注层，请去掉一份。"),
    "import.unreadable": QT_TRANSLATE_NOOP("Sentences", "读不了 {path}：{reason}。请检查文件是否存在、是否有权读取。"),
    "json.broken": QT_TRANSLATE_NOOP("Sentences", "{where} 不是正确的 JSON，请改正或重新导出。"),
    "json.encoding": QT_TRANSLATE_NOOP("Sentences", "{where} 不是 UTF-8，请另存为 UTF-8。"),
    "json.surrogate": QT_TRANSLATE_NOOP("Sentences", "{where} 里有半个字符，请重新写出这个文件。"),
    "label.bad_id": QT_TRANSLATE_NOOP("Sentences", "标签代号不能为空，也不能有空格。"),
    "label.exists": QT_TRANSLATE_NOOP("Sentences", "代号 {id} 已被使用，请换一个。"),
    "decision.needed": QT_TRANSLATE_NOOP("Sentences", "分段总要有级别和类型。请取一方，或者修改。"),
    "decision.no_vote": QT_TRANSLATE_NOOP("Sentences", "这个人在这里没有意见。"),
    "decision.place": QT_TRANSLATE_NOOP("Sentences", "这里没有可以裁定的文字。"),
    "decision.several": QT_TRANSLATE_NOOP("Sentences", "这几方不能都对。请取其中一方，或者修改。"),
    "review.early": QT_TRANSLATE_NOOP(
        "Sentences",
        "《{title}》已提交 {layers} 份，本项目要有 {least} 份才审核。请等其他人提交，或者减少每篇的标注人数。",
    ),
    "review.open": QT_TRANSLATE_NOOP("Sentences", "还有 {count} 处差异没有裁定。"),
    "return.reason": QT_TRANSLATE_NOOP("Sentences", "请写明退回的理由。"),
    "return.status": QT_TRANSLATE_NOOP("Sentences", "只有已提交的标注层才能退回。"),
    "assign.few": QT_TRANSLATE_NOOP("Sentences", "每篇 {each} 人标注，要先选够人：现在只选了 {people} 人。"),
    "assign.overlap": QT_TRANSLATE_NOOP("Sentences", "重叠的份额在 0 到 1 之间。"),
    "package.empty": QT_TRANSLATE_NOOP("Sentences", "工作包要有收件人，也至少要有一篇刊物。"),
    "person.exists": QT_TRANSLATE_NOOP("Sentences", "已经有一位叫 {name} 的人。"),
    "learning.few": QT_TRANSLATE_NOOP(
        "Sentences", "训练至少要有 {least} 篇已提交的刊物，未确认的预标注超过一成的不算；现在有 {count} 篇。"
    ),
    "learning.damaged": QT_TRANSLATE_NOOP("Sentences", "本项目训练出的引擎已损坏，请重新训练。"),
    "lexicon.short": QT_TRANSLATE_NOOP("Sentences", "名称至少要有两个字，并写在一行里。"),
    "label.unnamed": QT_TRANSLATE_NOOP("Sentences", "请给标签起个名字。"),
    "mention.empty": QT_TRANSLATE_NOOP("Sentences", "没有选中可以标注的文字。"),
    "merge.itself": QT_TRANSLATE_NOOP("Sentences", "{path} 就是打开的这个项目，不用合并。"),
    "merge.first": QT_TRANSLATE_NOOP("Sentences", "这是第一段，前面没有可并入的分段。"),
    "move.neighbour": QT_TRANSLATE_NOOP("Sentences", "边界不能越过相邻的边界。"),
    "package.damaged": QT_TRANSLATE_NOOP("Sentences", "{path} 已损坏，没有从中取任何内容。请对方重新发一份。"),
    "prelabel.entity_model": QT_TRANSLATE_NOOP("Sentences", "实体模型已损坏，请重新训练。"),
    "prelabel.net": QT_TRANSLATE_NOOP("Sentences", "预标注的神经网络文件已损坏，请重新安装程序。"),
    "prelabel.theme_model": QT_TRANSLATE_NOOP("Sentences", "主题模型已损坏，请重新训练。"),
    "project.exists": QT_TRANSLATE_NOOP("Sentences", "{path} 已经存在。请换一个名字，或直接打开它。"),
    "project.foreign": QT_TRANSLATE_NOOP("Sentences", "{path} 不是校注项目。"),
    "project.missing": QT_TRANSLATE_NOOP("Sentences", "找不到项目 {path}，它可能被移动或改名了。"),
    "project.newer": QT_TRANSLATE_NOOP("Sentences", "{path} 由更新版本的校注写成，请先升级本程序。"),
    "project.protected": QT_TRANSLATE_NOOP(
        "Sentences",
        "{path} 不允许写入，而打开前要先整理它：它由较早的版本写成，或上次没有正常关闭。"
        "请把它（旁边有 -wal 文件的，连同那个文件）复制到可以写入的文件夹，再打开。",
    ),
    "project.unreadable": QT_TRANSLATE_NOOP("Sentences", "读不了项目 {path}，请检查文件是否完好、是否有权读写。"),
    "project.url": QT_TRANSLATE_NOOP(
        "Sentences", "这个版本还不能打开 PostgreSQL 数据库里的项目，请用项目文件（.jiaozhu）。"
    ),
    "program.failed": QT_TRANSLATE_NOOP(
        "Sentences", "程序内部出错：{what}。先前做的都已保存；请把这句话告诉开发者，必要时重开程序。"
    ),
    "promote.top": QT_TRANSLATE_NOOP("Sentences", "已是最高一级，不能再升。"),
    "schema.broken": QT_TRANSLATE_NOOP("Sentences", "{where} 的 {place} 处不合格式：{reason}"),
    "split.exists": QT_TRANSLATE_NOOP("Sentences", "这里已经有边界了。"),
    "split.outside": QT_TRANSLATE_NOOP("Sentences", "这里没有可以切分的文字。"),
    "storage.failed": QT_TRANSLATE_NOOP("Sentences", "没能写入 {where}，这一步没有生效。请检查磁盘空间和写入权限。"),
    "storage.full": QT_TRANSLATE_NOOP("Sentences", "磁盘满了，没能写入 {where}，这一步没有生效。腾出空间后再试。"),
    "storage.locked": QT_TRANSLATE_NOOP("Sentences", "另一个程序正在写 {where}，这一步没有生效。请稍候再试。"),
    "storage.moved": QT_TRANSLATE_NOOP(
        "Sentences",
        "{path} 已被移走、改名、替换或删除，这一步没有生效。请放回原处、改回原名，或用 项目 › 另存副本 存到别处。",
    ),
    "storage.protected": QT_TRANSLATE_NOOP("Sentences", "{where} 不允许写入，这一步没有生效。请检查写入权限。"),
    "storage.read_only": QT_TRANSLATE_NOOP(
        "Sentences",
        "{path} 不允许写入，这一步没有生效。可以看和导出；要修改，请用 项目 › 另存副本 存到别处，再打开副本。",
    ),
    "storage.stale": QT_TRANSLATE_NOOP("Sentences", "项目在别处被改动过。请重新打开这篇刊物，再做一次。"),
    "theme.below_retired": QT_TRANSLATE_NOOP("Sentences", "主题不能放在已停用的主题之下，请先恢复它。"),
    "theme.exists": QT_TRANSLATE_NOOP("Sentences", "主题代号 {id} 已被使用，请换一个。"),
    "theme.loop": QT_TRANSLATE_NOOP("Sentences", "主题不能移到它自己的下级。"),
    "theme.merge_retired": QT_TRANSLATE_NOOP("Sentences", "已停用的主题不能接收标注，请先恢复它。"),
    "theme.merge_self": QT_TRANSLATE_NOOP("Sentences", "主题不能并入它自己。"),
    "theme.unknown": QT_TRANSLATE_NOOP("Sentences", "这个主题已经不在了。"),
    "theme.unnamed": QT_TRANSLATE_NOOP("Sentences", "请给主题起个名字。"),
    "write.different": QT_TRANSLATE_NOOP("Sentences", "{path} 没有写成：磁盘读回的内容与写入的不同，请检查磁盘。"),
    "write.no_file": QT_TRANSLATE_NOOP("Sentences", "{path} 不是可以写入的文件，请换一个名字。"),
    "write.failed": QT_TRANSLATE_NOOP("Sentences", "没能写入 {path}：{reason}。原来的内容没有动。"),
    "write.folder": QT_TRANSLATE_NOOP("Sentences", "没有文件夹 {path}。请先建好，或换一个地方。"),
    "write.unequal": QT_TRANSLATE_NOOP(
        "Sentences", "{name} 没有写出：写出后读回会不一样。请用 jiaozhu check 检查这个项目。"
    ),
}
"""The sentence of each code; {words} in braces are facts of the error."""


SYSTEM = {
    "File name too long": QT_TRANSLATE_NOOP("Sentences", "名字太长"),
    "Input/output error": QT_TRANSLATE_NOOP("Sentences", "磁盘读写出错"),
    "Is a directory": QT_TRANSLATE_NOOP("Sentences", "这是一个文件夹"),
    "No space left on device": QT_TRANSLATE_NOOP("Sentences", "磁盘满了"),
    "No such file or directory": QT_TRANSLATE_NOOP("Sentences", "没有这个文件或文件夹"),
    "Permission denied": QT_TRANSLATE_NOOP("Sentences", "没有权限"),
    "Read-only file system": QT_TRANSLATE_NOOP("Sentences", "磁盘不允许写入"),
}
"""What the operating system says when it refuses something."""


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
    return re.sub(r"\{(\w+)\}", lambda hit: _fact(str(error.facts[hit[1]])), translated)


def _fact(words: str) -> str:
    """A fact as it is; a path as it can be read, what the operating system says in the interface language."""
    said = SYSTEM.get(words)
    return readable(words) if said is None else QCoreApplication.translate("Sentences", said)
