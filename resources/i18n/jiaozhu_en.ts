<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编辑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>统计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>帮助</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建项目…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开项目…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开示例项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>欢迎页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入刊物…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出金标…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存副本…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更换标注员…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标签与主题…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设置…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重做</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选中本段</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找下一处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找上一处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>命令面板…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一段</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一段</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在光标处设边界</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>并入上一段</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>边界上移一行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>边界下移一行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>边界左移一词</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>边界右移一词</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>边界左移一字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>边界右移一字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>升级（连同下级）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>降级（连同下级）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题到光标为止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本段无标题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>续接哪一段…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认本段边界</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选主题…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除实体标注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起点左移一词</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起点右移一词</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>终点左移一词</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>终点右移一词</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起点左移一字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起点右移一字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>终点左移一字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>终点右移一字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把所选并入当前实体标注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标注所有相同文字…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指向实体…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一处预标注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一处预标注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接受预标注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>否决预标注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接受本段全部预标注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补入预标注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标为存疑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批注…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提交并打开下一篇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一篇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一篇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放大</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缩小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原始大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>显示页面换行 ¶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>深色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>刊物栏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工具栏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回到正文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改历史</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目概况…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标注规范…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关于校注…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>校注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大纲</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>历史</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更换标注员</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MentionCommands</name>
    <message>
        <source>标为%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所有相同文字标为%1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先选中文字，再按数字键标注。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先选中一处实体标注。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有别处出现这些文字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先点选一处实体标注，再选中要并入的文字。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastBar</name>
    <message>
        <source>回到现在</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在看 %1 时的样子（只读）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProjectCommands</name>
    <message>
        <source>新建项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校注项目 (*.jiaozhu)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — 校注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存副本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>副本已写到 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这已是最后一篇。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这已是第一篇。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重做</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionCommands</name>
    <message>
        <source>类型：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>光标不在边界上。按 K 回到本段开头，再按退格并入上一段。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>请写上标注员的名字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>续接只能接在前面的分段之后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前面没有可以续接的分段。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已是最深一级，不能再降。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能按 {encoding} 读取文本，请换一种编码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 不是 UTF-8、UTF-16、GB18030 或 Big5 文本。请另存为 UTF-8 文本，或手动选择编码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请把光标放在标题最后一个字之后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题必须在本段之内结束。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 里没有文字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 不是可以作为刊物读取的文件（{ending}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到文件或文件夹 {path}，请检查名称。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读不了 {path}：{reason}。请检查文件是否存在、是否有权读取。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标签代号不能为空，也不能有空格。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代号 {id} 已被使用，请换一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请给标签起个名字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有选中可以标注的文字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是第一段，前面没有可并入的分段。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>边界不能越过相邻的边界。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 已经存在。请换一个名字，或直接打开它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 不是校注项目。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到项目 {path}，它可能被移动或改名了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 由更新版本的校注写成，请先升级本程序。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读不了项目 {path}，请检查文件是否完好、是否有权读写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已是最高一级，不能再升。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里已经有边界了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里没有可以切分的文字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没能写入 {where}，这一步没有生效。请检查磁盘空间和写入权限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目在别处被改动过。请重新打开这篇刊物，再做一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主题代号 {id} 已被使用，请换一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主题不能移到它自己的下级。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已停用的主题不能接收标注，请先恢复它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主题不能并入它自己。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个主题已经不在了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请给主题起个名字。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>✓ 已保存 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ 已保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 %1 / %2 段</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有待确认的预标注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接受</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>否决</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 处预标注待确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>后台处理 %1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestionCommands</name>
    <message>
        <source>本篇的预标注都已确认。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里没有待确认的预标注。按 Tab 到下一处。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本段没有待确认的预标注。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本篇的预标注还没有做好，请稍候再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可补入的预标注。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Worker</name>
    <message>
        <source>后台进程意外结束：%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
