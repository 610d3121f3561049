<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>关于校注</source>
        <translation>About Jiaozhu</translation>
    </message>
    <message>
        <source>校注</source>
        <translation>Jiaozhu</translation>
    </message>
    <message>
        <source>版本 %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>把中文刊物标注成金标准：分段、主题、实体，校勘与注释，两件事都做。</source>
        <translation>Turns Chinese bulletins into a gold standard: sections, themes and entities. 校注, to collate and to annotate.</translation>
    </message>
    <message>
        <source>按 %1 许可发布。</source>
        <translation>Released under the %1 licence.</translation>
    </message>
    <message>
        <source>Qt %1，经 PySide6（LGPL）。分词 jieba，存储 SQLite 与 peewee，拼音 pypinyin，简繁 OpenCC。</source>
        <translation>Qt %1 through PySide6 (LGPL). Words by jieba, storage by SQLite and peewee, pinyin by pypinyin, scripts by OpenCC.</translation>
    </message>
    <message>
        <source>由用户添加的引擎：%1。</source>
        <translation>Engines that users add: %1.</translation>
    </message>
    <message>
        <source>%1（%2，%3）</source>
        <translation>%1 (%2, %3)</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>项目</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>标注</source>
        <translation>Annotate</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>新建项目…</source>
        <translation>New Project…</translation>
    </message>
    <message>
        <source>打开项目…</source>
        <translation>Open Project…</translation>
    </message>
    <message>
        <source>打开示例项目</source>
        <translation>Open Sample Project</translation>
    </message>
    <message>
        <source>欢迎页</source>
        <translation>Welcome Page</translation>
    </message>
    <message>
        <source>导入刊物…</source>
        <translation>Import Bulletins…</translation>
    </message>
    <message>
        <source>导出金标…</source>
        <translation>Export Gold…</translation>
    </message>
    <message>
        <source>另存副本…</source>
        <translation>Save a Copy…</translation>
    </message>
    <message>
        <source>更换标注员…</source>
        <translation>Change Annotator…</translation>
    </message>
    <message>
        <source>人员与分派…</source>
        <translation>People and assignment…</translation>
    </message>
    <message>
        <source>制作工作包…</source>
        <translation>Make a work package…</translation>
    </message>
    <message>
        <source>合并工作包…</source>
        <translation>Merge work packages…</translation>
    </message>
    <message>
        <source>标签与主题…</source>
        <translation>Labels and Themes…</translation>
    </message>
    <message>
        <source>预标注引擎…</source>
        <translation>Suggestion Engine…</translation>
    </message>
    <message>
        <source>附加引擎…</source>
        <translation>More Engines…</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>选中本段</source>
        <translation>Select Section</translation>
    </message>
    <message>
        <source>查找…</source>
        <translation>Find…</translation>
    </message>
    <message>
        <source>查找下一处</source>
        <translation>Find Next</translation>
    </message>
    <message>
        <source>查找上一处</source>
        <translation>Find Previous</translation>
    </message>
    <message>
        <source>命令面板…</source>
        <translation>Command Palette…</translation>
    </message>
    <message>
        <source>下一段</source>
        <translation>Next Section</translation>
    </message>
    <message>
        <source>上一段</source>
        <translation>Previous Section</translation>
    </message>
    <message>
        <source>在光标处设边界</source>
        <translation>Boundary at Caret</translation>
    </message>
    <message>
        <source>并入上一段</source>
        <translation>Merge with Section Before</translation>
    </message>
    <message>
        <source>边界上移一行</source>
        <translation>Move Boundary Up a Line</translation>
    </message>
    <message>
        <source>边界下移一行</source>
        <translation>Move Boundary Down a Line</translation>
    </message>
    <message>
        <source>边界左移一词</source>
        <translation>Move Boundary Left a Word</translation>
    </message>
    <message>
        <source>边界右移一词</source>
        <translation>Move Boundary Right a Word</translation>
    </message>
    <message>
        <source>边界左移一字</source>
        <translation>Move Boundary Left a Character</translation>
    </message>
    <message>
        <source>边界右移一字</source>
        <translation>Move Boundary Right a Character</translation>
    </message>
    <message>
        <source>升级（连同下级）</source>
        <translation>Promote with Subsections</translation>
    </message>
    <message>
        <source>降级（连同下级）</source>
        <translation>Demote with Subsections</translation>
    </message>
    <message>
        <source>标题到光标为止</source>
        <translation>End Heading at Caret</translation>
    </message>
    <message>
        <source>本段无标题</source>
        <translation>No Heading</translation>
    </message>
    <message>
        <source>续接哪一段…</source>
        <translation>Continue Which Section…</translation>
    </message>
    <message>
        <source>确认本段边界</source>
        <translation>Confirm Boundary</translation>
    </message>
    <message>
        <source>选主题…</source>
        <translation>Choose Themes…</translation>
    </message>
    <message>
        <source>选中光标处的实体，再按选外层</source>
        <translation>Select the mention at the caret, again the outer one</translation>
    </message>
    <message>
        <source>删除实体标注</source>
        <translation>Delete Mention</translation>
    </message>
    <message>
        <source>起点左移一词</source>
        <translation>Move Start Left a Word</translation>
    </message>
    <message>
        <source>起点右移一词</source>
        <translation>Move Start Right a Word</translation>
    </message>
    <message>
        <source>终点左移一词</source>
        <translation>Move End Left a Word</translation>
    </message>
    <message>
        <source>终点右移一词</source>
        <translation>Move End Right a Word</translation>
    </message>
    <message>
        <source>起点左移一字</source>
        <translation>Move Start Left a Character</translation>
    </message>
    <message>
        <source>起点右移一字</source>
        <translation>Move Start Right a Character</translation>
    </message>
    <message>
        <source>终点左移一字</source>
        <translation>Move End Left a Character</translation>
    </message>
    <message>
        <source>终点右移一字</source>
        <translation>Move End Right a Character</translation>
    </message>
    <message>
        <source>把所选并入当前实体标注</source>
        <translation>Add Selection to Mention</translation>
    </message>
    <message>
        <source>标注所有相同文字…</source>
        <translation>Tag All Occurrences…</translation>
    </message>
    <message>
        <source>指向实体…</source>
        <translation>Link to Entity…</translation>
    </message>
    <message>
        <source>下一处预标注</source>
        <translation>Next Suggestion</translation>
    </message>
    <message>
        <source>上一处预标注</source>
        <translation>Previous Suggestion</translation>
    </message>
    <message>
        <source>接受预标注</source>
        <translation>Accept Suggestion</translation>
    </message>
    <message>
        <source>否决预标注</source>
        <translation>Reject Suggestion</translation>
    </message>
    <message>
        <source>接受本段全部预标注</source>
        <translation>Accept All in Section</translation>
    </message>
    <message>
        <source>先看最没把握的</source>
        <translation>Least Certain First</translation>
    </message>
    <message>
        <source>补入预标注</source>
        <translation>Bring in New Suggestions</translation>
    </message>
    <message>
        <source>标为存疑</source>
        <translation>Mark as Unsure</translation>
    </message>
    <message>
        <source>批注…</source>
        <translation>Comment…</translation>
    </message>
    <message>
        <source>提交并打开下一篇</source>
        <translation>Submit and Open Next</translation>
    </message>
    <message>
        <source>下一篇</source>
        <translation>Next Bulletin</translation>
    </message>
    <message>
        <source>上一篇</source>
        <translation>Previous Bulletin</translation>
    </message>
    <message>
        <source>标注与审核之间切换</source>
        <translation>Switch between annotating and reviewing</translation>
    </message>
    <message>
        <source>下一处差异</source>
        <translation>Next difference</translation>
    </message>
    <message>
        <source>上一处差异</source>
        <translation>Previous difference</translation>
    </message>
    <message>
        <source>都不取</source>
        <translation>None of them</translation>
    </message>
    <message>
        <source>取选中的几方</source>
        <translation>Take the chosen sides</translation>
    </message>
    <message>
        <source>改…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>在金标里改</source>
        <translation>Edit in the gold layer</translation>
    </message>
    <message>
        <source>同类一并裁定…</source>
        <translation>Settle all alike…</translation>
    </message>
    <message>
        <source>写裁定理由</source>
        <translation>Write the reason</translation>
    </message>
    <message>
        <source>批注这一处…</source>
        <translation>Comment on this…</translation>
    </message>
    <message>
        <source>退回…</source>
        <translation>Send back…</translation>
    </message>
    <message>
        <source>显示已裁定的</source>
        <translation>Show what is settled</translation>
    </message>
    <message>
        <source>边界差异</source>
        <translation>Boundary differences</translation>
    </message>
    <message>
        <source>主题差异</source>
        <translation>Theme differences</translation>
    </message>
    <message>
        <source>实体差异</source>
        <translation>Mention differences</translation>
    </message>
    <message>
        <source>选择要审核的刊物…</source>
        <translation>Choose a bulletin to review…</translation>
    </message>
    <message>
        <source>下一篇待审</source>
        <translation>Next bulletin to review</translation>
    </message>
    <message>
        <source>上一篇待审</source>
        <translation>Previous bulletin to review</translation>
    </message>
    <message>
        <source>完成审核并打开下一篇</source>
        <translation>Finish the review and open the next</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom In</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom Out</translation>
    </message>
    <message>
        <source>原始大小</source>
        <translation>Actual Size</translation>
    </message>
    <message>
        <source>显示页面换行 ¶</source>
        <translation>Show Page Breaks ¶</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>刊物栏</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>工具栏</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>刊物栏：最不确定的在前</source>
        <translation>Library: Least Certain First</translation>
    </message>
    <message>
        <source>回到正文</source>
        <translation>Back to Text</translation>
    </message>
    <message>
        <source>修改历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>项目概况…</source>
        <translation>Project Overview…</translation>
    </message>
    <message>
        <source>一致性…</source>
        <translation>Agreement…</translation>
    </message>
    <message>
        <source>自查报告…</source>
        <translation>Self-check…</translation>
    </message>
    <message>
        <source>我与金标…</source>
        <translation>The gold and I…</translation>
    </message>
    <message>
        <source>快捷键…</source>
        <translation>Keys…</translation>
    </message>
    <message>
        <source>标注规范…</source>
        <translation>Guidelines…</translation>
    </message>
    <message>
        <source>关于校注…</source>
        <translation>About Jiaozhu…</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>边界 F1</source>
        <translation>Boundary F1</translation>
    </message>
    <message>
        <source>边界相似度 B</source>
        <translation>Boundary similarity B</translation>
    </message>
    <message>
        <source>WindowDiff</source>
        <translation>WindowDiff</translation>
    </message>
    <message>
        <source>Pk</source>
        <translation>Pk</translation>
    </message>
    <message>
        <source>级别 κ</source>
        <translation>Level κ</translation>
    </message>
    <message>
        <source>类型 κ</source>
        <translation>Kind κ</translation>
    </message>
    <message>
        <source>主题 α（整组）</source>
        <translation>Theme α (whole sets)</translation>
    </message>
    <message>
        <source>主题 α（MASI）</source>
        <translation>Theme α (MASI)</translation>
    </message>
    <message>
        <source>主题 α（主题表）</source>
        <translation>Theme α (taxonomy)</translation>
    </message>
    <message>
        <source>主题 F1</source>
        <translation>Theme F1</translation>
    </message>
    <message>
        <source>实体精确率（严格）</source>
        <translation>Mention precision (strict)</translation>
    </message>
    <message>
        <source>实体召回率（严格）</source>
        <translation>Mention recall (strict)</translation>
    </message>
    <message>
        <source>实体 F1（严格）</source>
        <translation>Mention F1 (strict)</translation>
    </message>
    <message>
        <source>实体精确率（重叠）</source>
        <translation>Mention precision (overlap)</translation>
    </message>
    <message>
        <source>实体召回率（重叠）</source>
        <translation>Mention recall (overlap)</translation>
    </message>
    <message>
        <source>实体 F1（重叠）</source>
        <translation>Mention F1 (overlap)</translation>
    </message>
    <message>
        <source>实体精确率（按字）</source>
        <translation>Mention precision (characters)</translation>
    </message>
    <message>
        <source>实体召回率（按字）</source>
        <translation>Mention recall (characters)</translation>
    </message>
    <message>
        <source>实体 F1（按字）</source>
        <translation>Mention F1 (characters)</translation>
    </message>
    <message>
        <source>标签 κ</source>
        <translation>Label κ</translation>
    </message>
    <message>
        <source>实体 α_U</source>
        <translation>Mention α_U</translation>
    </message>
    <message>
        <source>严格</source>
        <translation>Strict</translation>
    </message>
    <message>
        <source>重叠</source>
        <translation>Overlap</translation>
    </message>
    <message>
        <source>按字</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>落在同一个字上的边界所占的比例。1 最好。</source>
        <translation>The share of boundaries at exactly the same character. 1 is best.</translation>
    </message>
    <message>
        <source>两人的边界合在一起，一致的占多少；差一行的算半个。没有差一行的时，F1 = 2B/(1+B)。1 最好。</source>
        <translation>Of all boundaries of both, the share that both have; one a line off counts half. Without those F1 = 2B/(1+B). 1 is best.</translation>
    </message>
    <message>
        <source>一个窗口里两人的边界数不同的机会。0 最好。</source>
        <translation>How often a window of lines holds different numbers of boundaries. 0 is best.</translation>
    </message>
    <message>
        <source>相隔一个窗口的两行，一人分开、一人没分开的机会。比 WindowDiff 宽。0 最好。</source>
        <translation>How often two lines a window apart are divided by one and not by the other. More lenient than WindowDiff. 0 is best.</translation>
    </message>
    <message>
        <source>两人都设了的边界上，除去碰巧之外的一致。1 最好，0 等于碰巧。</source>
        <translation>Agreement beyond chance at the boundaries that both have. 1 is best, 0 is chance.</translation>
    </message>
    <message>
        <source>整组主题完全相同才算一致。0.8 以上可靠，0.667 以下不足为凭。</source>
        <translation>Only the same set of themes is agreement. From 0.8 reliable, below 0.667 no conclusions.</translation>
    </message>
    <message>
        <source>有共同主题的，按共同的多少算部分一致。0.8 以上可靠。</source>
        <translation>Sets that share themes get partial credit. From 0.8 reliable.</translation>
    </message>
    <message>
        <source>主题表里相近的算部分一致。比整组的 α 高很多，说明大类一致、小类不一。</source>
        <translation>Themes near each other in the taxonomy get credit. High beside a low α of whole sets: same branch, other leaf.</translation>
    </message>
    <message>
        <source>两人都给了的主题所占的比例。1 最好。</source>
        <translation>The share of themes that both gave. 1 is best.</translation>
    </message>
    <message>
        <source>范围和标签都相同才算。1 最好。</source>
        <translation>Same extent and same label. 1 is best.</translation>
    </message>
    <message>
        <source>标签相同、至少有一个字重叠就算。比严格的高出的部分，是范围之差。1 最好。</source>
        <translation>Same label and at least a character in common; the gap to strict is a matter of extents. 1 is best.</translation>
    </message>
    <message>
        <source>逐字算：两人标成同一标签的字所占的比例。1 最好。</source>
        <translation>By character: the share that both gave the same label. 1 is best.</translation>
    </message>
    <message>
        <source>后一人标的，前一人也标了多少。先后按姓名的次序。</source>
        <translation>How much of what the second has the first has too. First and second by name.</translation>
    </message>
    <message>
        <source>前一人标的，后一人也标了多少。先后按姓名的次序。</source>
        <translation>How much of what the first has the second has too. First and second by name.</translation>
    </message>
    <message>
        <source>范围相同的实体，标签上除去碰巧之外的一致。1 最好，0 等于碰巧。</source>
        <translation>Agreement beyond chance on the label, where the extent is the same. 1 is best, 0 is chance.</translation>
    </message>
    <message>
        <source>实体在文中的位置，对照它可能落在的一切位置。1 最好，0 等于碰巧。</source>
        <translation>Where mentions lie in the text, against all places they could lie. 1 is best, 0 is chance.</translation>
    </message>
    <message>
        <source>没有一篇刊物有两份已提交或已裁定的标注层。</source>
        <translation>No bulletin has two layers that are submitted or adjudicated.</translation>
    </message>
    <message>
        <source>两人都没有标过这项指标要数的东西。</source>
        <translation>Neither annotator marked anything that this measure counts.</translation>
    </message>
    <message>
        <source>没有一篇刊物的行数多过一个窗口。</source>
        <translation>No bulletin has more lines than a window is long.</translation>
    </message>
    <message>
        <source>没有两人都设了的边界。</source>
        <translation>There is no boundary that both set.</translation>
    </message>
    <message>
        <source>没有两人范围相同的实体。</source>
        <translation>There is no mention with the same extent in both layers.</translation>
    </message>
    <message>
        <source>没有两人起点相同的分段。</source>
        <translation>There is no section whose start both agree on.</translation>
    </message>
    <message>
        <source>其中一人没有标过，没有可以算比例的。</source>
        <translation>One of the two marked nothing, so there is nothing to take a share of.</translation>
    </message>
    <message>
        <source>从头到尾只有一种取值，分不清是一致还是碰巧。</source>
        <translation>Only one value was ever given, so agreement cannot be told from chance.</translation>
    </message>
    <message>
        <source>区间要有两篇以上的刊物，而且多数抽样有值。</source>
        <translation>An interval needs at least two bulletins, and most samples of them must have a value.</translation>
    </message>
    <message>
        <source>实体标签</source>
        <translation>Mention labels</translation>
    </message>
    <message>
        <source>分段类型</source>
        <translation>Section kinds</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Levels</translation>
    </message>
    <message>
        <source>对角线上是一致的。其余的格子颜色越浓，这样混淆的越多。</source>
        <translation>On the diagonal they agree. Elsewhere: the stronger the colour, the more often this is confused.</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>有边界</source>
        <translation>boundary</translation>
    </message>
    <message>
        <source>无边界</source>
        <translation>no boundary</translation>
    </message>
    <message>
        <source>第 %1 级</source>
        <translation>level %1</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>AgreementCells</name>
    <message>
        <source>%1 与 %2</source>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>%1：没有两人都提交的刊物</source>
        <translation>%1: no bulletin that both submitted</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>前者%1，后者%2</source>
        <translation>first: %1, second: %2</translation>
    </message>
</context>
<context>
    <name>AgreementWindow</name>
    <message>
        <source>一致性</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>重新计算</source>
        <translation>Compute again</translation>
    </message>
    <message>
        <source>回车去右边，再回车打开 · Ctrl+1…5 换页</source>
        <translation>Enter: to the places; again: open · Ctrl+1…5: pages</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>两两对照</source>
        <translation>Pairs</translation>
    </message>
    <message>
        <source>按标签</source>
        <translation>By label</translation>
    </message>
    <message>
        <source>按刊物</source>
        <translation>By bulletin</translation>
    </message>
    <message>
        <source>混淆</source>
        <translation>Confusions</translation>
    </message>
    <message>
        <source>按现在的标注再算一遍（F5）</source>
        <translation>Compute again from the layers as they are now (F5)</translation>
    </message>
    <message>
        <source>复制表格</source>
        <translation>Copy table</translation>
    </message>
    <message>
        <source>把眼前的表格复制到剪贴板（Ctrl+C）</source>
        <translation>Copy the table that is shown (Ctrl+C)</translation>
    </message>
    <message>
        <source>导出报告…</source>
        <translation>Export report…</translation>
    </message>
    <message>
        <source>存成 JSON，与 jiaozhu agreement --json 相同（Ctrl+S）</source>
        <translation>Save as JSON, the same as jiaozhu agreement --json (Ctrl+S)</translation>
    </message>
    <message>
        <source>正在读取标注层…</source>
        <translation>Reading the layers…</translation>
    </message>
    <message>
        <source>正在比较：%1 / %2 篇</source>
        <translation>Comparing: %1 of %2 bulletins</translation>
    </message>
    <message>
        <source>还没有可以比较的标注</source>
        <translation>Nothing to compare yet</translation>
    </message>
    <message>
        <source>要有一篇刊物由两位以上标注员提交，才能算一致性。进行中和退回的不算。</source>
        <translation>Agreement needs a bulletin that two annotators have submitted. Layers in progress or returned do not count.</translation>
    </message>
    <message>
        <source>%1 篇刊物 · %2</source>
        <translation>%1 bulletins · %2</translation>
    </message>
    <message>
        <source>只计已提交和已裁定的标注层</source>
        <translation>Only submitted and adjudicated layers count</translation>
    </message>
    <message>
        <source>没能算出来</source>
        <translation>It could not be computed</translation>
    </message>
    <message>
        <source>标注有改动，按 F5 重新计算</source>
        <translation>Layers have changed: press F5 to compute again</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 与 %2</source>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>导出一致性报告</source>
        <translation>Export the agreement report</translation>
    </message>
    <message>
        <source>报告已写到 %1</source>
        <translation>The report was written to %1</translation>
    </message>
</context>
<context>
    <name>AlikeDialog</name>
    <message>
        <source>同类一并裁定</source>
        <translation>Settle all alike</translation>
    </message>
    <message>
        <source>如何裁定</source>
        <translation>How to settle them</translation>
    </message>
    <message>
        <source>同类的差异</source>
        <translation>Differences alike</translation>
    </message>
    <message>
        <source>一并裁定</source>
        <translation>Settle them</translation>
    </message>
    <message>
        <source>%1：同类的一并这样裁定</source>
        <translation>%1: settle all alike in this way</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>None</translation>
    </message>
    <message>
        <source>%1 / %2 处</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>带不过去</source>
        <translation>cannot be carried over</translation>
    </message>
</context>
<context>
    <name>AnnotatorDialog</name>
    <message>
        <source>更换标注员</source>
        <translation>Change annotator</translation>
    </message>
    <message>
        <source>谁在用</source>
        <translation>Who is here</translation>
    </message>
    <message>
        <source>找人，或写下新的名字</source>
        <translation>Find a person, or write a new name</translation>
    </message>
    <message>
        <source>写下您的姓名</source>
        <translation>Write your name</translation>
    </message>
    <message>
        <source>现在是谁坐在这里？</source>
        <translation>Who sits here now?</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>now</translation>
    </message>
    <message>
        <source>退回 %1 篇</source>
        <translation>%1 sent back</translation>
    </message>
    <message numerus="yes">
        <source>%n 篇</source>
        <translation>
            <numerusform>%n bulletin</numerusform>
            <numerusform>%n bulletins</numerusform>
        </translation>
    </message>
    <message>
        <source>每位标注员有自己的标注层，互不相见。</source>
        <translation>Every annotator works in a layer of their own, unseen by the others.</translation>
    </message>
    <message>
        <source>新标注员：%1</source>
        <translation>New annotator: %1</translation>
    </message>
</context>
<context>
    <name>AssignmentsModel</name>
    <message>
        <source>刊物</source>
        <translation>Bulletin</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message numerus="yes">
        <source>%n 篇</source>
        <translation>
            <numerusform>%n bulletin</numerusform>
            <numerusform>%n bulletins</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 字</source>
        <translation>%1 characters</translation>
    </message>
    <message>
        <source>已分派</source>
        <translation>assigned</translation>
    </message>
    <message>
        <source>未分派</source>
        <translation>not assigned</translation>
    </message>
</context>
<context>
    <name>AssignmentsPage</name>
    <message>
        <source>筛选刊物</source>
        <translation>Filter bulletins</translation>
    </message>
    <message>
        <source>按人数筛选</source>
        <translation>Filter by number of people</translation>
    </message>
    <message>
        <source>全部刊物</source>
        <translation>All bulletins</translation>
    </message>
    <message>
        <source>没有分派的</source>
        <translation>Not assigned</translation>
    </message>
    <message>
        <source>人数不足的</source>
        <translation>Too few people</translation>
    </message>
    <message>
        <source>人数已足的</source>
        <translation>Enough people</translation>
    </message>
    <message>
        <source>平均分派…</source>
        <translation>Spread evenly…</translation>
    </message>
    <message>
        <source>分派表</source>
        <translation>Table of assignments</translation>
    </message>
    <message>
        <source>%1 篇</source>
        <translation>%1 bulletins</translation>
    </message>
    <message>
        <source>%1 篇没有分派</source>
        <translation>%1 not assigned</translation>
    </message>
    <message>
        <source>%1 篇人数不足</source>
        <translation>%1 with too few</translation>
    </message>
    <message>
        <source>还没有人员，请先在“人员”里加入。</source>
        <translation>There is nobody yet. Add people on the page “People” first.</translation>
    </message>
    <message>
        <source>点一格分派或收回；选中多格，按空格一起改。</source>
        <translation>Click a cell to assign or take back; choose several and press Space to change all of them.</translation>
    </message>
</context>
<context>
    <name>BulletinMenu</name>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>改标题…</source>
        <translation>Change Title…</translation>
    </message>
    <message>
        <source>复制名称</source>
        <translation>Copy Name</translation>
    </message>
    <message>
        <source>改标题</source>
        <translation>Change title</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
</context>
<context>
    <name>BulletinPicker</name>
    <message>
        <source>审核哪一篇？</source>
        <translation>Review which bulletin?</translation>
    </message>
    <message>
        <source>键入筛选，回车打开</source>
        <translation>Type to filter, Enter opens</translation>
    </message>
    <message>
        <source>%1 份</source>
        <translation>%1 layers</translation>
    </message>
    <message numerus="yes">
        <source>剩 %n 处</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulletinsPage</name>
    <message>
        <source>按刊物</source>
        <translation>By bulletin</translation>
    </message>
    <message>
        <source>刊物</source>
        <translation>Bulletin</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>走势</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>较早</source>
        <translation>earlier</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>latest</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>找命令：名称、拼音首字母或代号</source>
        <translation>Find a command by name or id</translation>
    </message>
    <message>
        <source>最近用过</source>
        <translation>Recently used</translation>
    </message>
    <message>
        <source>全部命令</source>
        <translation>All commands</translation>
    </message>
</context>
<context>
    <name>CommentDialog</name>
    <message>
        <source>批注</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>写给同事，也写给自己。Ctrl+回车保存。</source>
        <translation>For colleagues, and for yourself. Ctrl+Enter saves.</translation>
    </message>
    <message>
        <source>写下的还没有保存。再按一次 Esc 或取消就丢弃。</source>
        <translation>What you wrote is not saved. Esc or Cancel once more gives it up.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>CommentsDelegate</name>
    <message>
        <source>已了结</source>
        <translation>settled</translation>
    </message>
</context>
<context>
    <name>CommentsModel</name>
    <message>
        <source>所批之处已不在</source>
        <translation>What this was about is gone</translation>
    </message>
    <message>
        <source>全篇</source>
        <translation>Whole bulletin</translation>
    </message>
    <message>
        <source>第 %1 段</source>
        <translation>Section %1</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>unsure</translation>
    </message>
    <message>
        <source>已了结</source>
        <translation>settled</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>连同已了结的</source>
        <translation>Include settled ones</translation>
    </message>
    <message>
        <source>写批注</source>
        <translation>Write a comment</translation>
    </message>
    <message>
        <source>给所选实体或当前分段写批注</source>
        <translation>Comment on the selected mention or the current section</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>没有打开的刊物</source>
        <translation>No bulletin is open</translation>
    </message>
    <message>
        <source>在左边的刊物栏里打开一篇。</source>
        <translation>Open one in the library on the left.</translation>
    </message>
    <message>
        <source>批注都已了结</source>
        <translation>All comments are settled</translation>
    </message>
    <message>
        <source>勾选上面的“连同已了结的”可以重看。</source>
        <translation>Tick &quot;Include settled ones&quot; above to see them again.</translation>
    </message>
    <message>
        <source>没有批注</source>
        <translation>No comments</translation>
    </message>
    <message>
        <source>拿不准的地方，在正文里按 U 标为存疑，按 C 写批注，都会列在这里。</source>
        <translation>Where you are in doubt, press U in the text to mark it as unsure or C to comment. It will all be listed here.</translation>
    </message>
    <message>
        <source>还没有批注</source>
        <translation>No comments yet</translation>
    </message>
    <message>
        <source>去掉存疑标记</source>
        <translation>Remove the unsure mark</translation>
    </message>
    <message>
        <source>重开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>了结</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>修改…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>ConfusionsPage</name>
    <message>
        <source>混淆</source>
        <translation>Confusions</translation>
    </message>
    <message>
        <source>看什么</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>哪两位</source>
        <translation>Which two</translation>
    </message>
    <message>
        <source>全部标注员</source>
        <translation>All annotators</translation>
    </message>
    <message>
        <source>%1 与 %2</source>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>姓名在前者</source>
        <translation>first by name</translation>
    </message>
    <message>
        <source>姓名在后者</source>
        <translation>second by name</translation>
    </message>
    <message>
        <source>行 %1 · 列 %2</source>
        <translation>rows: %1 · columns: %2</translation>
    </message>
</context>
<context>
    <name>ConsistencyWindow</name>
    <message>
        <source>自查报告</source>
        <translation>Self-check</translation>
    </message>
    <message>
        <source>查哪一层</source>
        <translation>Which layer to check</translation>
    </message>
    <message>
        <source>金标</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>我的标注</source>
        <translation>My layer</translation>
    </message>
    <message>
        <source>查出的地方</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>重新检查</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>按现在的标注再查一遍（F5）</source>
        <translation>Check the layers as they are now (F5)</translation>
    </message>
    <message>
        <source>复制表格</source>
        <translation>Copy table</translation>
    </message>
    <message>
        <source>把列出的复制到剪贴板（Ctrl+C）</source>
        <translation>Copy what is listed (Ctrl+C)</translation>
    </message>
    <message>
        <source>导出表格…</source>
        <translation>Export table…</translation>
    </message>
    <message>
        <source>把列出的存成 CSV 或 TSV（Ctrl+S）</source>
        <translation>Save what is listed as CSV or TSV (Ctrl+S)</translation>
    </message>
    <message>
        <source>回车打开那一处。查出的不一定是错，看过觉得对的，不用改。</source>
        <translation>Enter opens the place. Not everything found is wrong: what is right can stay as it is.</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>看了 %1 篇，查出 %2 处</source>
        <translation>%1 bulletins looked through, %2 places found</translation>
    </message>
    <message>
        <source>没有查出什么</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>同样的文字标得一样，标题都分了段，稿件和简讯都有主题。</source>
        <translation>The same words have the same label, every heading has its section, articles and briefs have themes.</translation>
    </message>
    <message>
        <source>还没有金标</source>
        <translation>There is no gold yet</translation>
    </message>
    <message>
        <source>审核一篇刊物以后，一致的和裁定的进入金标，就可以在这里自查。</source>
        <translation>Once a bulletin is reviewed, what is agreed or decided goes into the gold and can be checked here.</translation>
    </message>
    <message>
        <source>您还没有标注</source>
        <translation>You have not annotated yet</translation>
    </message>
    <message>
        <source>打开一篇刊物开始标注，就可以在这里自查。</source>
        <translation>Open a bulletin and begin; then you can check it here.</translation>
    </message>
    <message>
        <source>没能检查</source>
        <translation>It could not be checked</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>刊物</source>
        <translation>Bulletin</translation>
    </message>
    <message>
        <source>起</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>止</source>
        <translation>End</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>CSV 表格</source>
        <translation>CSV table</translation>
    </message>
    <message>
        <source>TSV 表格</source>
        <translation>TSV table</translation>
    </message>
    <message>
        <source>导出自查报告</source>
        <translation>Export the self-check</translation>
    </message>
    <message>
        <source>报告已写到 %1</source>
        <translation>The report was written to %1</translation>
    </message>
</context>
<context>
    <name>ContinuePicker</name>
    <message>
        <source>续接</source>
        <translation>Continuation</translation>
    </message>
    <message>
        <source>找分段</source>
        <translation>Find a section</translation>
    </message>
    <message>
        <source>第 %1 段</source>
        <translation>Section %1</translation>
    </message>
    <message>
        <source>现在续接</source>
        <translation>continues now</translation>
    </message>
    <message>
        <source>本段接着前面哪一段？</source>
        <translation>Which earlier section does this one continue?</translation>
    </message>
    <message>
        <source>回车：选定    Esc：不改</source>
        <translation>Enter: choose    Esc: leave as it is</translation>
    </message>
</context>
<context>
    <name>CountModel</name>
    <message>
        <source>合计</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>裁定理由（可不写，随下一次裁定记下）</source>
        <translation>Reason (optional, kept with the next decision)</translation>
    </message>
    <message>
        <source>裁定理由</source>
        <translation>Reason for the decision</translation>
    </message>
    <message>
        <source>取%1</source>
        <translation>Take %1</translation>
    </message>
    <message>
        <source>都不取</source>
        <translation>None of them</translation>
    </message>
    <message>
        <source>改…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>退回…</source>
        <translation>Send back…</translation>
    </message>
    <message>
        <source>同类 %1 处一并如此…</source>
        <translation>All %1 alike so…</translation>
    </message>
    <message>
        <source>同类一并如此…</source>
        <translation>All alike so…</translation>
    </message>
</context>
<context>
    <name>DecisionCommands</name>
    <message>
        <source>先用 Shift+数字选几方，再按回车一起取。</source>
        <translation>Choose sides with Shift and their number first, then press Enter to take them together.</translation>
    </message>
    <message>
        <source>这一处要等本段的边界裁定后再处理。</source>
        <translation>This one waits until the boundaries of its section are settled.</translation>
    </message>
    <message>
        <source>没有可以退回的：只有已提交的标注才能退回。</source>
        <translation>Nothing to send back: only submitted layers can be.</translation>
    </message>
    <message>
        <source>已退回给%1。</source>
        <translation>Sent back to %1.</translation>
    </message>
    <message numerus="yes">
        <source>一并裁定了 %n 处，可一次撤销。</source>
        <translation>
            <numerusform>%n difference was settled; one undo takes it back.</numerusform>
            <numerusform>%n differences were settled; one undo takes them all back.</numerusform>
        </translation>
    </message>
    <message>
        <source>照刚才的裁定</source>
        <translation>As decided just now</translation>
    </message>
    <message>
        <source>取%1</source>
        <translation>Take %1</translation>
    </message>
    <message>
        <source>都不取</source>
        <translation>None of them</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>实体</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Comments</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>缺边界</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>近失</source>
        <translation>Near miss</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Extent</translation>
    </message>
    <message>
        <source>独有</source>
        <translation>One only</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>第 {n} 级</source>
        <translation>Level {n}</translation>
    </message>
    <message>
        <source>无标题</source>
        <translation>no heading</translation>
    </message>
    <message>
        <source>无主题</source>
        <translation>no themes</translation>
    </message>
    <message>
        <source>无此分段</source>
        <translation>no such section</translation>
    </message>
    <message>
        <source>差 1 行</source>
        <translation>1 line off</translation>
    </message>
    <message>
        <source>差 {n} 行</source>
        <translation>{n} lines off</translation>
    </message>
    <message>
        <source>差 1 字</source>
        <translation>1 character off</translation>
    </message>
    <message>
        <source>差 {n} 字</source>
        <translation>{n} characters off</translation>
    </message>
    <message>
        <source>{kind} · 第 {n} 级</source>
        <translation>{kind} · level {n}</translation>
    </message>
    <message>
        <source>无边界</source>
        <translation>no boundary</translation>
    </message>
    <message>
        <source>{kind}（接“{words}”）</source>
        <translation>{kind} (of “{words}”)</translation>
    </message>
    <message>
        <source>{words}（{labels}）</source>
        <translation>{words} ({labels})</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>DifferencesModel</name>
    <message>
        <source>已裁定：%1</source>
        <translation>Settled: %1</translation>
    </message>
    <message>
        <source>裁定后有人改动</source>
        <translation>changed since it was settled</translation>
    </message>
    <message>
        <source>待边界裁定后处理</source>
        <translation>waits for a boundary</translation>
    </message>
    <message>
        <source>同类 %1 处</source>
        <translation>%1 alike</translation>
    </message>
    <message>
        <source>批注：%1</source>
        <translation>Comment: %1</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>键入筛选，回车选定</source>
        <translation>Type to filter, Enter chooses</translation>
    </message>
    <message>
        <source>已有边界</source>
        <translation>has a boundary</translation>
    </message>
    <message>
        <source>边界设在哪一行之前？</source>
        <translation>Before which line does the section begin?</translation>
    </message>
    <message>
        <source>第 %1 级</source>
        <translation>Level %1</translation>
    </message>
    <message>
        <source>第几级？</source>
        <translation>Which level?</translation>
    </message>
    <message>
        <source>%1：接“%2”</source>
        <translation>%1: of “%2”</translation>
    </message>
    <message>
        <source>什么类型？</source>
        <translation>What kind?</translation>
    </message>
    <message>
        <source>无标题</source>
        <translation>no heading</translation>
    </message>
    <message>
        <source>标题到哪里为止？</source>
        <translation>Where does the heading end?</translation>
    </message>
</context>
<context>
    <name>EngineParts</name>
    <message>
        <source>由哪些部分提出</source>
        <translation>What makes suggestions</translation>
    </message>
    <message>
        <source>去掉它，F1</source>
        <translation>Without it, F1 of</translation>
    </message>
    <message>
        <source>F1 满分 100 分，在五篇示例刊物上量得：轮流留出一篇，由没学过它的引擎来标。神经网络和附加引擎在 241 篇没学过的自拟刊物上量。</source>
        <translation>F1, of 100, measured on the five sample bulletins: each left out in turn and tagged by an engine that has not learned it. The network and added engines are measured on 241 bulletins written for the project that they have not learned.</translation>
    </message>
    <message>
        <source>示例刊物的金标没有标同指，量不出来</source>
        <translation>The gold of the sample bulletins does not link mentions, so this cannot be measured</translation>
    </message>
    <message>
        <source>每次训练都在本项目的刊物上量，见下表</source>
        <translation>Each training measures it on the project&apos;s own bulletins, see the table below</translation>
    </message>
    <message>
        <source>见下表</source>
        <translation>see below</translation>
    </message>
    <message>
        <source>没有量过</source>
        <translation>not measured</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>%1少 %2 分</source>
        <translation>%1 %2 lower</translation>
    </message>
    <message>
        <source>示例刊物各出一家，没有往期可量</source>
        <translation>The samples come from different papers; there are no earlier issues to measure with</translation>
    </message>
    <message>
        <source>%1多 %2 分</source>
        <translation>%1 %2 higher</translation>
    </message>
    <message>
        <source>去掉它，%1 F1 从 %2 变成 %3</source>
        <translation>Without it, F1 of %1 goes from %2 to %3</translation>
    </message>
    <message>
        <source>各篇分两半，知道前一半的名称，来标后一半；去掉它，%1 F1 从 %2 变成 %3</source>
        <translation>Each bulletin cut in two, the names of the first half known, the second half tagged: without it, F1 of %1 goes from %2 to %3</translation>
    </message>
    <message>
        <source>在没学过的自拟刊物上；去掉它，%1 F1 从 %2 变成 %3</source>
        <translation>On written bulletins that it has not learned; without it F1 of %1 goes from %2 to %3</translation>
    </message>
    <message>
        <source>%1不变</source>
        <translation>%1 unchanged</translation>
    </message>
    <message>
        <source>分段</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>整篇一起判断边界、类型、级别和标题</source>
        <translation>boundaries, kinds, levels and headings, decided over the whole bulletin</translation>
    </message>
    <message>
        <source>往期的行</source>
        <translation>Known lines</translation>
    </message>
    <message>
        <source>已提交的刊物里判过的栏目名、页眉、套话，再出现就照办</source>
        <translation>columns, running heads and notices as in submitted bulletins</translation>
    </message>
    <message>
        <source>主题名、规范和关键词</source>
        <translation>names, guidelines and keywords of the themes</translation>
    </message>
    <message>
        <source>实体模型</source>
        <translation>Entity model</translation>
    </message>
    <message>
        <source>用自拟的刊物训练，自带，Apache-2.0，%1</source>
        <translation>trained on composed bulletins, built in, Apache-2.0, %1</translation>
    </message>
    <message>
        <source>神经网络</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>自带，从 multilingual-e5-small 教出来，MIT，%1；实体和分段都听它的，关掉会快些</source>
        <translation>Comes with the program, taught from multilingual-e5-small, MIT, %1; heeded for entities and sections; faster when off</translation>
    </message>
    <message>
        <source>加了 LAC 的机器上，实体模型也听它的（项目 › 附加引擎）</source>
        <translation>where LAC is added, the entity model heeds it (Project › More Engines)</translation>
    </message>
    <message>
        <source>实体规则</source>
        <translation>Entity rules</translation>
    </message>
    <message>
        <source>日期、书名号等一看就知的写法</source>
        <translation>dates, book titles and other forms that speak for themselves</translation>
    </message>
    <message>
        <source>本篇别处</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>一处认出的名称，本篇其他地方也标</source>
        <translation>a name found once is found all over the bulletin</translation>
    </message>
    <message>
        <source>项目词典</source>
        <translation>Project lexicon</translation>
    </message>
    <message>
        <source>已提交的刊物里标过的名称，可改</source>
        <translation>names tagged in submitted bulletins; can be edited</translation>
    </message>
    <message>
        <source>同指</source>
        <translation>Same entity</translation>
    </message>
    <message>
        <source>同一实体的各处连起来，给出规范名称；拿不准的不连</source>
        <translation>mentions of the same are linked under one canonical name; doubtful ones are left alone</translation>
    </message>
    <message>
        <source>训练所得</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>下表中使用的引擎；关掉就用出厂的</source>
        <translation>the engine in use below; off means the shipped one</translation>
    </message>
</context>
<context>
    <name>EngineVersionsModel</name>
    <message>
        <source>出厂</source>
        <translation>Shipped</translation>
    </message>
    <message>
        <source>使用中</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>训练者</source>
        <translation>Trained by</translation>
    </message>
    <message>
        <source>篇数</source>
        <translation>Bulletins</translation>
    </message>
    <message>
        <source>实体 F1</source>
        <translation>Entity F1</translation>
    </message>
    <message>
        <source>主题 F1</source>
        <translation>Theme F1</translation>
    </message>
    <message>
        <source>还要改</source>
        <translation>Left to do</translation>
    </message>
    <message>
        <source>本项目已提交的刊物交叉验证：出厂引擎 → 训练后</source>
        <translation>Cross-validated on this project&apos;s submitted bulletins: shipped engine → trained</translation>
    </message>
    <message>
        <source>把预标注的实体改对要几步，是从头标的几成：出厂引擎 → 训练后</source>
        <translation>Steps to put the suggested mentions right, as a share of tagging from nothing: shipped engine → trained</translation>
    </message>
</context>
<context>
    <name>Engines</name>
    <message>
        <source>后台进程意外结束：%1</source>
        <translation>The background process ended unexpectedly: %1</translation>
    </message>
    <message>
        <source>引擎已添加；还没有开始标注的刊物会重新预标注。</source>
        <translation>The engine is added; bulletins that nobody has begun are pre-annotated anew.</translation>
    </message>
</context>
<context>
    <name>EnginesDialog</name>
    <message>
        <source>附加引擎</source>
        <translation>More engines</translation>
    </message>
    <message>
        <source>引擎</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>实测的 F1</source>
        <translation>Measured F1</translation>
    </message>
    <message>
        <source>加上以后</source>
        <translation>What it adds</translation>
    </message>
    <message>
        <source>添加的进度</source>
        <translation>How far the adding is</translation>
    </message>
    <message>
        <source>从文件添加…</source>
        <translation>Add from File…</translation>
    </message>
    <message>
        <source>实体预标注不加引擎也能用。加上的引擎对这台机器上的所有项目有效，某个项目不想用，就在“预标注引擎”里关掉；跟着项目训练过的引擎，再训练一次才会用上它。</source>
        <translation>Entities are pre-annotated without any of these too. An added engine serves all projects on this machine; a project that does not want it switches it off under “Suggestion Engine”. What was trained on a project&apos;s work uses it once it is trained again.</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>用自拟的刊物训练，装好就能用，不用联网。</source>
        <translation>Trained on composed bulletins; ready without a network.</translation>
    </message>
    <message>
        <source>还没有测过。</source>
        <translation>Not measured yet.</translation>
    </message>
    <message>
        <source>在 241 篇没学过的自拟刊物上，严格 F1（%）：用自带的模型和神经网络，和同时听 %1 的意见时。</source>
        <translation>Strict F1 (%) on 241 bulletins written for the project that nothing has learned: the program&apos;s own model with the network, and the same heeding %1 too.</translation>
    </message>
    <message>
        <source>正在下载：%1 / %2 MB。</source>
        <translation>Downloading: %1 of %2 MB. </translation>
    </message>
    <message>
        <source>正在打开下载的包。</source>
        <translation>Opening the package. </translation>
    </message>
    <message>
        <source>正在取出要用的部分。</source>
        <translation>Taking out what is needed. </translation>
    </message>
    <message>
        <source>正在准备。</source>
        <translation>Preparing. </translation>
    </message>
    <message>
        <source>可以关上窗口继续工作。</source>
        <translation>You may close the window and go on working.</translation>
    </message>
    <message>
        <source>添加时用 pip 下载 %1，只留下要用的部分，不装别的。没有网络时，可以用同事的 %2 添加。</source>
        <translation>%1 is fetched with pip; only what is needed is kept and nothing else is installed. Without a network, add it from a colleague&apos;s %2.</translation>
    </message>
    <message>
        <source>环境变量 JIAOZHU_ENGINES 是空的，所以不用任何附加引擎。</source>
        <translation>The environment variable JIAOZHU_ENGINES is empty, so no further engine is used.</translation>
    </message>
    <message>
        <source>随程序一起来的，不能移除；不想用，就在“预标注引擎”里关掉。</source>
        <translation>It came with the program and stays; switch it off under “Suggestion Engine”.</translation>
    </message>
    <message>
        <source>文件已损坏，现在用的是自带的模型。请重新添加。</source>
        <translation>The file is damaged and the program&apos;s own model is used. Add it again.</translation>
    </message>
    <message>
        <source>引擎或它的安装包 (*.bin *.whl *.tar.gz);;所有文件 (*)</source>
        <translation>Engine or its package (*.bin *.whl *.tar.gz);;All files (*)</translation>
    </message>
    <message>
        <source>从文件添加</source>
        <translation>Add from file</translation>
    </message>
</context>
<context>
    <name>EnginesModel</name>
    <message>
        <source>自带的模型</source>
        <translation>The program&apos;s own model</translation>
    </message>
    <message>
        <source>自带</source>
        <translation>Built in</translation>
    </message>
    <message>
        <source>引擎</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>许可</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>下载</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>占用</source>
        <translation>On disk</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>未添加</source>
        <translation>Not added</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Switched off</translation>
    </message>
    <message>
        <source>已添加</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>随程序</source>
        <translation>Came with the program</translation>
    </message>
    <message>
        <source>已损坏</source>
        <translation>Damaged</translation>
    </message>
</context>
<context>
    <name>EntityPicker</name>
    <message>
        <source>指向实体</source>
        <translation>Link to entity</translation>
    </message>
    <message>
        <source>找实体，或写下新的规范名称</source>
        <translation>Find an entity, or write a new canonical name</translation>
    </message>
    <message>
        <source>“%1”指向哪个实体？</source>
        <translation>Which entity does &quot;%1&quot; name?</translation>
    </message>
    <message>
        <source>回车：选定    Esc：不改</source>
        <translation>Enter: choose    Esc: leave as it is</translation>
    </message>
    <message numerus="yes">
        <source>%n 处</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message>
        <source>现在指向</source>
        <translation>linked now</translation>
    </message>
    <message>
        <source>不指向任何实体</source>
        <translation>No entity</translation>
    </message>
    <message>
        <source>新实体：%1</source>
        <translation>New entity: %1</translation>
    </message>
    <message>
        <source>把“%1”改名为“%2”</source>
        <translation>Rename &quot;%1&quot; to &quot;%2&quot;</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>标注层</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>只导出已确认的（不含待确认的预标注）</source>
        <translation>Confirmed work only, without open suggestions</translation>
    </message>
    <message>
        <source>金标附裁定依据（各人的标注、谁裁定的、理由）</source>
        <translation>Proof with gold items (everybody&apos;s tags, who decided, why)</translation>
    </message>
    <message>
        <source>写到</source>
        <translation>Write to</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open Folder</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>金标 JSON</source>
        <translation>Gold JSON</translation>
    </message>
    <message>
        <source>金标 JSONL（每篇一行）</source>
        <translation>Gold JSONL, one bulletin a line</translation>
    </message>
    <message>
        <source>doccano JSONL（只有实体）</source>
        <translation>doccano JSONL, mentions only</translation>
    </message>
    <message>
        <source>BIO（每字一行）</source>
        <translation>BIO, one character a line</translation>
    </message>
    <message>
        <source>CSV 表格（分段与实体）</source>
        <translation>CSV table of sections and mentions</translation>
    </message>
    <message>
        <source>自动：有金标取金标，否则取唯一标注员的</source>
        <translation>Automatic: the gold layer, or else the only annotator&apos;s</translation>
    </message>
    <message>
        <source>金标层</source>
        <translation>Gold layer</translation>
    </message>
    <message>
        <source>标注员 %1</source>
        <translation>Annotator %1</translation>
    </message>
    <message>
        <source>预标注层</source>
        <translation>Suggestion layer</translation>
    </message>
    <message>
        <source>全部标注层</source>
        <translation>All layers</translation>
    </message>
    <message>
        <source>这个文件已存在，导出会换掉它。</source>
        <translation>This file exists already; exporting replaces it.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>✓ 已写出 %n 个标注层，读回核对无误。</source>
        <translation>
            <numerusform>✓ Wrote %n layer, read back and found the same.</numerusform>
            <numerusform>✓ Wrote %n layers, read back and found the same.</numerusform>
        </translation>
    </message>
    <message>
        <source>没有这一层的刊物：%1</source>
        <translation>Bulletins without this layer: %1</translation>
    </message>
    <message>
        <source>不连续的实体标注</source>
        <translation>discontinuous mentions</translation>
    </message>
    <message>
        <source>嵌套或交叠的实体标注</source>
        <translation>nested or overlapping mentions</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>comments</translation>
    </message>
    <message>
        <source>分段</source>
        <translation>sections</translation>
    </message>
    <message>
        <source>这种格式写不下 %1 %2</source>
        <translation>Left out, for want of a place in this format: %1 %2</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>边界相似度 B</source>
        <translation>Boundary B</translation>
    </message>
    <message>
        <source>主题 α (MASI)</source>
        <translation>Themes α (MASI)</translation>
    </message>
    <message>
        <source>实体 F1 严格</source>
        <translation>Mentions F1</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>在本篇中查找：不分全角半角、简体繁体</source>
        <translation>Find in this bulletin; width and script make no difference</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>第 %1 / %2 处</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>看哪一类</source>
        <translation>Which kind to see</translation>
    </message>
    <message>
        <source>全部 %1</source>
        <translation>All %1</translation>
    </message>
    <message>
        <source>没有符合的</source>
        <translation>Nothing fits</translation>
    </message>
    <message>
        <source>换个词，或清空筛选。</source>
        <translation>Try another word, or clear the filter.</translation>
    </message>
</context>
<context>
    <name>GainsModel</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>不加</source>
        <translation>Without</translation>
    </message>
    <message>
        <source>加上</source>
        <translation>With</translation>
    </message>
    <message>
        <source>相差</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>GoldBar</name>
    <message>
        <source>正在改金标：这里的每一步都记为您的裁定</source>
        <translation>This is the gold layer: every step here is recorded as your decision</translation>
    </message>
    <message>
        <source>回到审核 F6</source>
        <translation>Back to review F6</translation>
    </message>
</context>
<context>
    <name>Gone</name>
    <message>
        <source>项目文件不在原处</source>
        <translation>The project file is not in its place</translation>
    </message>
    <message>
        <source>%1 已被移走、改名、替换或删除。</source>
        <translation>%1 was moved, renamed, replaced or deleted.</translation>
    </message>
    <message>
        <source>如果只是换了地方或名字，做过的都在那个文件里。如果已被删除，关闭之后就找不回来了，请先另存副本。</source>
        <translation>If it only has another place or name, your work is all in that file. If it was deleted, your work is gone once you close: save a copy first.</translation>
    </message>
    <message>
        <source>另存副本…</source>
        <translation>Save a Copy…</translation>
    </message>
    <message>
        <source>不存，关闭项目</source>
        <translation>Close Without a Copy</translation>
    </message>
</context>
<context>
    <name>GuidelinesDialog</name>
    <message>
        <source>标注规范</source>
        <translation>Guidelines</translation>
    </message>
    <message>
        <source>找标签、类型或主题</source>
        <translation>Find a label, kind or theme</translation>
    </message>
    <message>
        <source>规范</source>
        <translation>Guideline</translation>
    </message>
    <message>
        <source>实体标签</source>
        <translation>Entity labels</translation>
    </message>
    <message>
        <source>分段类型</source>
        <translation>Section kinds</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>还没有写规范。在“标签与主题”里可以补上。</source>
        <translation>No guideline yet. Write one under Labels and Themes.</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>撤销：%1</source>
        <translation>Undone: %1</translation>
    </message>
    <message>
        <source>重做：%1</source>
        <translation>Redone: %1</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>undone</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>还没有历史</source>
        <translation>No history yet</translation>
    </message>
    <message>
        <source>打开一篇刊物，每一步修改都会记在这里。</source>
        <translation>Open a bulletin; every change made to it is kept here.</translation>
    </message>
    <message>
        <source>本篇</source>
        <translation>This bulletin</translation>
    </message>
    <message>
        <source>只看打开的这篇刊物</source>
        <translation>Show the open bulletin only</translation>
    </message>
    <message>
        <source>整个项目</source>
        <translation>Whole project</translation>
    </message>
    <message>
        <source>看项目里的所有修改</source>
        <translation>Show all changes in the project</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>选一行，看那一刻的样子</source>
        <translation>Choose a line to see things as they were</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>导入刊物</source>
        <translation>Import bulletins</translation>
    </message>
    <message>
        <source>筛选文件</source>
        <translation>Filter files</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>添加文件…</source>
        <translation>Add Files…</translation>
    </message>
    <message>
        <source>添加文件夹…</source>
        <translation>Add Folder…</translation>
    </message>
    <message>
        <source>也可以把文件或文件夹拖到这里。</source>
        <translation>Or drag files and folders here.</translation>
    </message>
    <message>
        <source>刊物与标注文件</source>
        <translation>Bulletins and annotation files</translation>
    </message>
    <message>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>添加文件</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>添加文件夹</source>
        <translation>Add folder</translation>
    </message>
    <message numerus="yes">
        <source>还要看 %n 个文件…</source>
        <translation>
            <numerusform>%n file left to read…</numerusform>
            <numerusform>%n files left to read…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1；还有 %n 个文件没有导入。</source>
        <translation>
            <numerusform>%1; %n file not imported yet.</numerusform>
            <numerusform>%1; %n files not imported yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>可导入 %1 个</source>
        <translation>To import: %1</translation>
    </message>
    <message>
        <source>，略过 %1 个</source>
        <translation>, to skip: %1</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>不能导入</source>
        <translation>cannot be imported</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>标注文件</source>
        <translation>annotations</translation>
    </message>
    <message numerus="yes">
        <source>%n 字无法读出</source>
        <translation>
            <numerusform>%n unreadable character</numerusform>
            <numerusform>%n unreadable characters</numerusform>
        </translation>
    </message>
    <message>
        <source>请核对</source>
        <translation>please check</translation>
    </message>
    <message>
        <source>还没有文件。</source>
        <translation>No files yet.</translation>
    </message>
    <message>
        <source>与“%1”内容相同，不会重复导入。</source>
        <translation>The same text as &quot;%1&quot;. It will not be imported twice.</translation>
    </message>
    <message>
        <source>标注文件：其中的标注层会一并导入。</source>
        <translation>An annotation file: the layers in it are imported too.</translation>
    </message>
    <message numerus="yes">
        <source>%n 字</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个字符（控制字符或读不出来的）显示为 �。看着不对就换一种编码。</source>
        <translation>
            <numerusform>%n character (a control character or unreadable) is shown as �. Where it looks wrong, try another encoding.</numerusform>
            <numerusform>%n characters (control characters or unreadable) are shown as �. Where they look wrong, try another encoding.</numerusform>
        </translation>
    </message>
    <message>
        <source>编码不能肯定，也可能是 %1。</source>
        <translation>The encoding is not certain. It could also be %1.</translation>
    </message>
    <message numerus="yes">
        <source>导入了 %n 篇刊物</source>
        <translation>
            <numerusform>Imported %n bulletin</numerusform>
            <numerusform>Imported %n bulletins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个标注层</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message>
        <source>新标签 %1</source>
        <translation>new labels %1</translation>
    </message>
</context>
<context>
    <name>KeyNames</name>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>退格</source>
        <translation>Backspace</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>找操作或按键：名称、拼音首字母、Ctrl+K…</source>
        <translation>Find an action or a key: Undo, Ctrl+K…</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>回车或双击：换一个键    Ctrl+Del：恢复默认</source>
        <translation>Enter or double click: another key    Ctrl+Del: reset</translation>
    </message>
    <message>
        <source>分段</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>分段类型</source>
        <translation>Section kinds</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>实体标注</source>
        <translation>Tagging</translation>
    </message>
    <message>
        <source>标注所有相同文字</source>
        <translation>Tag all occurrences</translation>
    </message>
    <message>
        <source>调整实体标注</source>
        <translation>Adjusting mentions</translation>
    </message>
    <message>
        <source>预标注</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>存疑与批注</source>
        <translation>Doubts and comments</translation>
    </message>
    <message>
        <source>刊物</source>
        <translation>Bulletins</translation>
    </message>
    <message>
        <source>已改</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>这些键已从“%1”取回。</source>
        <translation>Taken back from &quot;%1&quot;.</translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>按一个键；退格清除</source>
        <translation>Press a key; Backspace clears</translation>
    </message>
    <message>
        <source>什么算，什么不算，举例。预标注会读；写一行“关键词：甲、乙”，这些词更管用。</source>
        <translation>What counts, what does not, examples. Pre-annotation reads it; words in a line &quot;Keywords: …, …&quot; weigh more.</translation>
    </message>
    <message>
        <source>什么算，什么不算，举例</source>
        <translation>What counts, what does not, examples</translation>
    </message>
    <message>
        <source>代号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>中文名</source>
        <translation>Chinese name</translation>
    </message>
    <message>
        <source>英文名</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>规范</source>
        <translation>Guideline</translation>
    </message>
    <message>
        <source>中文名和英文名至少要有一个，空着的已恢复原名。</source>
        <translation>There has to be a Chinese or an English name; the empty one is back as it was.</translation>
    </message>
</context>
<context>
    <name>LabelSetEditor</name>
    <message>
        <source>标签与主题</source>
        <translation>Labels and themes</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>实体标签</source>
        <translation>Entity labels</translation>
    </message>
    <message>
        <source>分段类型</source>
        <translation>Section kinds</translation>
    </message>
    <message>
        <source>改动立即生效，Ctrl+Z 撤销。停用和合并都不会丢掉已标注的内容。</source>
        <translation>Changes hold at once; Ctrl+Z takes them back. Retiring and merging never lose a tag.</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>按标签</source>
        <translation>By label</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>F1（严格）</source>
        <translation>F1 (strict)</translation>
    </message>
    <message>
        <source>95% 区间</source>
        <translation>95% interval</translation>
    </message>
    <message>
        <source>精确率</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>召回率</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>F1（重叠）</source>
        <translation>F1 (overlap)</translation>
    </message>
    <message>
        <source>F1（按字）</source>
        <translation>F1 (characters)</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>zh</source>
        <translation>en</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>用 %1 篇训练好了：实体 %2，主题 %3。%4</source>
        <translation>Trained on %1 bulletins: entities %2, themes %3. %4</translation>
    </message>
    <message>
        <source>较好的部分已启用。</source>
        <translation>What is better is in use.</translation>
    </message>
    <message>
        <source>没有更好，仍用原来的引擎。</source>
        <translation>No better: the engine stays as it was.</translation>
    </message>
    <message>
        <source>已提交 %1 篇，其中 %2 篇未确认的预标注超过一成，不能用来训练。</source>
        <translation>%1 submitted; %2 of them have more than a tenth of the suggestions unconfirmed and cannot be trained on.</translation>
    </message>
</context>
<context>
    <name>LearningDialog</name>
    <message>
        <source>预标注引擎</source>
        <translation>Suggestion engine</translation>
    </message>
    <message>
        <source>训练过的引擎</source>
        <translation>Trained engines</translation>
    </message>
    <message>
        <source>每新交 %1 篇就在后台训练一次</source>
        <translation>Train in the background after every %1 newly submitted bulletins</translation>
    </message>
    <message>
        <source>训练进度</source>
        <translation>Progress of the training</translation>
    </message>
    <message>
        <source>现在训练</source>
        <translation>Train Now</translation>
    </message>
    <message>
        <source>改用这一个</source>
        <translation>Use This One</translation>
    </message>
    <message>
        <source>项目词典…</source>
        <translation>Project Lexicon…</translation>
    </message>
    <message>
        <source>跟着本项目学</source>
        <translation>Learning from this project</translation>
    </message>
    <message>
        <source>使用中的引擎要用 %1，这台机器上没有或已关掉，实体暂用自带的模型。要用它，就在 项目 › 附加引擎 里添加。</source>
        <translation>The engine in use needs %1, which is not on this machine or switched off; entities come from the program&apos;s own model meanwhile. Add it under Project › More Engines.</translation>
    </message>
    <message>
        <source>正在训练，第 %1 步，共 %2 步。</source>
        <translation>Training, step %1 of %2. </translation>
    </message>
    <message>
        <source>正在准备训练。</source>
        <translation>Preparing to train. </translation>
    </message>
    <message>
        <source>可以关上窗口继续工作。</source>
        <translation>You can close this window and go on working.</translation>
    </message>
    <message>
        <source>训练后在没学过的刊物上比较，更好才启用。</source>
        <translation> After training, engines are compared on bulletins not learned from, and the new one is used only if better.</translation>
    </message>
    <message>
        <source>能用的满 %1 篇就可以训练。</source>
        <translation> Training is possible once %1 can be used.</translation>
    </message>
    <message>
        <source>已提交 %1 篇；交满 %2 篇就可以训练。</source>
        <translation>Submitted bulletins: %1. Training is possible from %2 on.</translation>
    </message>
    <message>
        <source>已提交 %1 篇。训练后在没学过的刊物上比较，更好才启用。</source>
        <translation>Submitted bulletins: %1. What is trained is compared on bulletins it has not seen, and used only where better.</translation>
    </message>
    <message>
        <source>停止训练</source>
        <translation>Stop Training</translation>
    </message>
</context>
<context>
    <name>LessonStages</name>
    <message>
        <source>边界</source>
        <translation>Boundaries</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>实体</source>
        <translation>Mentions</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>边界</source>
        <translation>Boundary</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>实体</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>{day} · {count} 处</source>
        <translation>{day} · places: {count}</translation>
    </message>
    <message>
        <source>{matter}：我 {mine} → 金标 {gold}</source>
        <translation>{matter}: mine {mine} → gold {gold}</translation>
    </message>
    <message>
        <source>{decider}：{reason}</source>
        <translation>{decider}: {reason}</translation>
    </message>
    <message>
        <source>{decider}裁定，没有写理由</source>
        <translation>Decided by {decider}, without a reason</translation>
    </message>
    <message>
        <source>其他人一致，没有另作裁定</source>
        <translation>The others agreed; there was no decision</translation>
    </message>
    <message>
        <source>有</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>LessonsWindow</name>
    <message>
        <source>我与金标</source>
        <translation>The gold and I</translation>
    </message>
    <message>
        <source>只有您自己看得到</source>
        <translation>Only you see this</translation>
    </message>
    <message>
        <source>重新读取</source>
        <translation>Read Again</translation>
    </message>
    <message>
        <source>金标与我不同的地方</source>
        <translation>Where the gold differs from my layers</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message numerus="yes">
        <source>已裁定 %n 篇</source>
        <translation>
            <numerusform>%n bulletin adjudicated</numerusform>
            <numerusform>%n bulletins adjudicated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 处与金标不同</source>
        <translation>
            <numerusform>%n place differs from the gold</numerusform>
            <numerusform>%n places differ from the gold</numerusform>
        </translation>
    </message>
    <message>
        <source>与金标完全一致</source>
        <translation>No difference from the gold</translation>
    </message>
    <message>
        <source>裁定过的刊物里，您的标注和金标没有一处不同。</source>
        <translation>In the adjudicated bulletins your layers and the gold are the same everywhere.</translation>
    </message>
    <message>
        <source>您提交的刊物还没有裁定。裁定以后，金标与您不同的地方和理由会列在这里。</source>
        <translation>The bulletins you submitted are not adjudicated yet. Afterwards, where the gold differs from your layers, and why, is listed here.</translation>
    </message>
    <message>
        <source>您还没有提交过刊物。标完一篇按 Ctrl+回车 提交，裁定以后就能在这里看到金标与您不同的地方和理由。</source>
        <translation>You have not submitted a bulletin yet. Submit one with Ctrl+Enter; once it is adjudicated, you see here where the gold differs from your layer, and why.</translation>
    </message>
    <message>
        <source>现在还没有可看的</source>
        <translation>Nothing to see yet</translation>
    </message>
    <message>
        <source>没能读取</source>
        <translation>It could not be read</translation>
    </message>
</context>
<context>
    <name>LexiconDialog</name>
    <message>
        <source>项目词典</source>
        <translation>Project lexicon</translation>
    </message>
    <message>
        <source>词典</source>
        <translation>Lexicon</translation>
    </message>
    <message>
        <source>筛选名称…</source>
        <translation>Filter names…</translation>
    </message>
    <message>
        <source>新的名称</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>写入</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>改成“%1”</source>
        <translation>Make It &quot;%1&quot;</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Switch Off</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Switch On</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>%1 个名称里没有符合筛选的。</source>
        <translation>None of the %1 names fits the filter.</translation>
    </message>
    <message>
        <source>%1 个名称，%2 个在用。改动从还没有人动过的刊物起生效。</source>
        <translation>Names: %1, in use: %2. Changes hold from bulletins on that nobody has begun.</translation>
    </message>
    <message>
        <source>词典还是空的：提交几篇刊物，标过的人名、机构、地点和活动会自己进来；也可以在上面写入。</source>
        <translation>The lexicon is empty. Names of people, organisations, places and events come in from submitted bulletins; or enter one above.</translation>
    </message>
</context>
<context>
    <name>LexiconModel</name>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>标过</source>
        <translation>Tagged</translation>
    </message>
    <message>
        <source>来历</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>switched off</translation>
    </message>
    <message>
        <source>标注所得</source>
        <translation>from annotations</translation>
    </message>
    <message>
        <source>手工写入</source>
        <translation>entered by hand</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>分派给我</source>
        <translation>assigned to me</translation>
    </message>
    <message>
        <source>%1 段</source>
        <translation>sections %1</translation>
    </message>
    <message>
        <source>平均把握 %1</source>
        <translation>mean certainty %1</translation>
    </message>
    <message>
        <source>预标注完成</source>
        <translation>suggestions ready</translation>
    </message>
    <message>
        <source>等待预标注</source>
        <translation>waiting for suggestions</translation>
    </message>
    <message>
        <source>%1 实体</source>
        <translation>mentions %1</translation>
    </message>
    <message>
        <source>%1 待确认</source>
        <translation>open %1</translation>
    </message>
    <message>
        <source>已归档</source>
        <translation>archived</translation>
    </message>
    <message>
        <source>%1 字</source>
        <translation>characters %1</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>刊物</source>
        <translation>Bulletins</translation>
    </message>
    <message>
        <source>筛选刊物、正文…</source>
        <translation>Filter titles and text…</translation>
    </message>
    <message>
        <source>筛选刊物、正文</source>
        <translation>Filter titles and text</translation>
    </message>
    <message>
        <source>在名称和正文里找；全角半角、繁体简体都算。回车打开。</source>
        <translation>Searches names and text, whatever the width and script. Enter opens.</translation>
    </message>
    <message>
        <source>没有打开的项目</source>
        <translation>No project is open</translation>
    </message>
    <message>
        <source>在“项目”菜单里新建或打开一个项目。</source>
        <translation>Make or open one from the Project menu.</translation>
    </message>
    <message>
        <source>导入文本文件或整个文件夹，校注会自动分段、预标注。</source>
        <translation>Import text files or whole folders; Jiaozhu finds sections and entities by itself.</translation>
    </message>
    <message>
        <source>还没有刊物</source>
        <translation>No bulletins yet</translation>
    </message>
    <message>
        <source>导入刊物…</source>
        <translation>Import Bulletins…</translation>
    </message>
    <message>
        <source>没有符合筛选的刊物</source>
        <translation>No bulletin matches</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear Filter</translation>
    </message>
    <message>
        <source>刊物都已归档</source>
        <translation>All bulletins are archived</translation>
    </message>
    <message>
        <source>显示已归档的</source>
        <translation>Show archived</translation>
    </message>
    <message>
        <source>%1 篇</source>
        <translation>Bulletins %1</translation>
    </message>
    <message>
        <source>正在找…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>%1 已提交</source>
        <translation>submitted %1</translation>
    </message>
    <message>
        <source>最不确定的在前</source>
        <translation>least certain first</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>校注</source>
        <translation>Jiaozhu</translation>
    </message>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>实体</source>
        <translation>Entities</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>更换标注员</source>
        <translation>Change annotator</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>边界</source>
        <translation>boundaries</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>themes</translation>
    </message>
    <message>
        <source>实体</source>
        <translation>mentions</translation>
    </message>
</context>
<context>
    <name>MentionCard</name>
    <message>
        <source>所选实体</source>
        <translation>Selected mention</translation>
    </message>
    <message>
        <source>指向</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>来历</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>指向同一实体，给出规范名称</source>
        <translation>Link to an entity with a canonical name</translation>
    </message>
    <message>
        <source>接受</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>接受这处预标注</source>
        <translation>Accept this suggestion</translation>
    </message>
    <message>
        <source>否决</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>否决这处预标注</source>
        <translation>Reject this suggestion</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Unsure</translation>
    </message>
    <message>
        <source>标为存疑，或去掉存疑标记</source>
        <translation>Mark as unsure, or remove the mark</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>删除这处实体标注</source>
        <translation>Delete this mention</translation>
    </message>
    <message>
        <source>未指向</source>
        <translation>none</translation>
    </message>
    <message>
        <source>%1 处</source>
        <translation>%1 in all</translation>
    </message>
    <message>
        <source>%1 · 待确认</source>
        <translation>%1 · open</translation>
    </message>
</context>
<context>
    <name>MentionCommands</name>
    <message>
        <source>标为%1</source>
        <translation>Tag as %1</translation>
    </message>
    <message>
        <source>所有相同文字标为%1…</source>
        <translation>Tag All Occurrences as %1…</translation>
    </message>
    <message>
        <source>光标处没有实体标注。</source>
        <translation>There is no mention at the caret.</translation>
    </message>
    <message>
        <source>先选中文字，再按数字键标注。</source>
        <translation>Select some text first, then press a digit to tag it.</translation>
    </message>
    <message>
        <source>先选中一处实体标注。</source>
        <translation>Select a mention first.</translation>
    </message>
    <message>
        <source>没有别处出现这些文字。</source>
        <translation>These words stand nowhere else.</translation>
    </message>
    <message>
        <source>先点选一处实体标注，再选中要并入的文字。</source>
        <translation>Click a mention first, then select the text to add to it.</translation>
    </message>
</context>
<context>
    <name>MentionEditor</name>
    <message>
        <source>改实体标注</source>
        <translation>Edit the mention</translation>
    </message>
    <message>
        <source>上下文</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>就这样裁定</source>
        <translation>Decide so</translation>
    </message>
    <message>
        <source>◂ 起</source>
        <translation>◂ start</translation>
    </message>
    <message>
        <source>起 ▸</source>
        <translation>start ▸</translation>
    </message>
    <message>
        <source>◂ 止</source>
        <translation>◂ end</translation>
    </message>
    <message>
        <source>止 ▸</source>
        <translation>end ▸</translation>
    </message>
    <message>
        <source>← → 移动终点，按住 Shift 移动起点；数字给出或去掉标签；回车裁定</source>
        <translation>← → move the end, with Shift the start; digits give or take labels; Enter decides</translation>
    </message>
</context>
<context>
    <name>MentionsBatch</name>
    <message>
        <source>所选的多处实体</source>
        <translation>Selected mentions</translation>
    </message>
    <message>
        <source>已选</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>指向</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>都标为</source>
        <translation>Tag all as</translation>
    </message>
    <message>
        <source>接受</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>接受所选的预标注</source>
        <translation>Accept the selected suggestions</translation>
    </message>
    <message>
        <source>否决</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>否决所选的预标注</source>
        <translation>Reject the selected suggestions</translation>
    </message>
    <message>
        <source>指向…</source>
        <translation>Link…</translation>
    </message>
    <message>
        <source>都指向同一实体</source>
        <translation>Link all to one entity</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>删除所选的实体标注</source>
        <translation>Delete the selected mentions</translation>
    </message>
    <message>
        <source>%1 处</source>
        <translation>mentions %1</translation>
    </message>
    <message>
        <source>%1 待确认</source>
        <translation>open %1</translation>
    </message>
    <message>
        <source>未指向</source>
        <translation>none</translation>
    </message>
    <message>
        <source>%1 个实体</source>
        <translation>%1 entities</translation>
    </message>
</context>
<context>
    <name>MentionsDelegate</name>
    <message>
        <source>待定</source>
        <translation>open</translation>
    </message>
    <message>
        <source>%1 待定</source>
        <translation>open %1</translation>
    </message>
</context>
<context>
    <name>MentionsModel</name>
    <message>
        <source>%1 处</source>
        <translation>mentions %1</translation>
    </message>
    <message>
        <source>%1 处待确认</source>
        <translation>open %1</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>unsure</translation>
    </message>
</context>
<context>
    <name>MentionsPanel</name>
    <message>
        <source>实体</source>
        <translation>Entities</translation>
    </message>
    <message>
        <source>筛选实体</source>
        <translation>Filter entities</translation>
    </message>
    <message>
        <source>仅待确认</source>
        <translation>Open only</translation>
    </message>
    <message>
        <source>只看还没有确认的预标注</source>
        <translation>Show open suggestions only</translation>
    </message>
    <message>
        <source>只看这些标签</source>
        <translation>Show these labels only</translation>
    </message>
    <message>
        <source>排列次序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>按位置</source>
        <translation>By place</translation>
    </message>
    <message>
        <source>按名称</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>按次数</source>
        <translation>By count</translation>
    </message>
    <message>
        <source>全部标签</source>
        <translation>All labels</translation>
    </message>
    <message>
        <source>没有打开的刊物</source>
        <translation>No bulletin is open</translation>
    </message>
    <message>
        <source>在左边的刊物栏里打开一篇。</source>
        <translation>Open one in the library on the left.</translation>
    </message>
    <message>
        <source>没有实体标注</source>
        <translation>No mentions</translation>
    </message>
    <message>
        <source>项目只能看。要分段、标注，请另存副本。</source>
        <translation>This project is read-only. To annotate, save a copy.</translation>
    </message>
    <message>
        <source>还没有实体标注</source>
        <translation>No mentions yet</translation>
    </message>
    <message>
        <source>在正文里选中文字，按数字键标注。</source>
        <translation>Select words in the text and press a digit to tag them.</translation>
    </message>
    <message>
        <source>没有符合筛选的实体</source>
        <translation>No entity matches</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear Filter</translation>
    </message>
    <message>
        <source>%1 个实体 · %2 处</source>
        <translation>Entities %1 · mentions %2</translation>
    </message>
    <message>
        <source>%1 待确认</source>
        <translation>open %1</translation>
    </message>
    <message>
        <source>接受</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>否决</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>指向…</source>
        <translation>Link…</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>不能合并</source>
        <translation>Not merged</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>保留本项目的</source>
        <translation>Kept as here</translation>
    </message>
    <message>
        <source>没有变化</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>正文与本项目的不同，被改动过。请重新制作工作包发出。</source>
        <translation>The text is not the one of this project: it was changed. Send the package out again.</translation>
    </message>
    <message>
        <source>本项目没有这篇正文。请先导入正文，再合并。</source>
        <translation>This project has no bulletin with this text. Import the text, then merge again.</translation>
    </message>
    <message>
        <source>用到了本项目标签集里没有的 {facts}。请先补上，再合并。</source>
        <translation>It uses what this project&apos;s label set does not have: {facts}. Add that, then merge again.</translation>
    </message>
    <message>
        <source>对方的标签集更新，用到了这里没有的 {facts}。请在这里补上，或合并到标签集更新的项目里。</source>
        <translation>Its label set is newer and has what is missing here: {facts}. Add that here, or merge into the project with the newer label set.</translation>
    </message>
    <message>
        <source>标注层不合规则，文件可能损坏了。请对方重新发一份。</source>
        <translation>The layer breaks a rule; the file may be damaged. Ask for it again.</translation>
    </message>
    <message>
        <source>金标层</source>
        <translation>gold layer</translation>
    </message>
    <message>
        <source>这里的改动更晚</source>
        <translation>the work here is later</translation>
    </message>
    <message>
        <source>状态改为“{status}”</source>
        <translation>status becomes &quot;{status}&quot;</translation>
    </message>
    <message>
        <source>带来批注 {count} 条</source>
        <translation>brings {count} comments</translation>
    </message>
    <message>
        <source>带来裁定 {count} 项</source>
        <translation>brings {count} decisions</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>合并工作包</source>
        <translation>Merge work packages</translation>
    </message>
    <message>
        <source>合并会做的事</source>
        <translation>What the merge will do</translation>
    </message>
    <message>
        <source>添加文件…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>移去这个文件</source>
        <translation>Leave out this file</translation>
    </message>
    <message>
        <source>复制报告</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>保存报告…</source>
        <translation>Save report…</translation>
    </message>
    <message>
        <source>同事发回的工作包（.jiaozhu），可以一次多个，也可以拖到这里。</source>
        <translation>Work packages (.jiaozhu) that colleagues sent back, several at once if you like; or drop them here.</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>校注项目 (*.jiaozhu)</source>
        <translation>Jiaozhu projects (*.jiaozhu)</translation>
    </message>
    <message>
        <source>还没有文件。</source>
        <translation>No files yet.</translation>
    </message>
    <message>
        <source>这些文件里没有做过的标注。</source>
        <translation>Nothing was annotated in these files.</translation>
    </message>
    <message>
        <source>新增 %1 个标注层</source>
        <translation>%1 new layers</translation>
    </message>
    <message>
        <source>更新 %1 个</source>
        <translation>%1 updated</translation>
    </message>
    <message>
        <source>%1 个保留本项目的</source>
        <translation>%1 kept as here</translation>
    </message>
    <message>
        <source>%1 个没有变化</source>
        <translation>%1 unchanged</translation>
    </message>
    <message>
        <source>%1 项不能合并</source>
        <translation>%1 not merged</translation>
    </message>
    <message>
        <source>已合并：%1</source>
        <translation>Merged: %1</translation>
    </message>
    <message>
        <source>将会：%1</source>
        <translation>This will be: %1</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>关闭后可用 Ctrl+Z 撤销整个合并。没有合并的可以复制或保存下来，发给同事。</source>
        <translation>After closing, Ctrl+Z takes the whole merge back. What was not merged can be copied or saved for your colleague.</translation>
    </message>
    <message>
        <source>保存报告</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>合并报告.txt</source>
        <translation>merge report.txt</translation>
    </message>
    <message>
        <source>文本文件 (*.txt)</source>
        <translation>Text files (*.txt)</translation>
    </message>
</context>
<context>
    <name>MergeModel</name>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>刊物</source>
        <translation>Bulletin</translation>
    </message>
    <message>
        <source>标注层</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>MineButton</name>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>只看分派给我的</source>
        <translation>Only what is assigned to me</translation>
    </message>
</context>
<context>
    <name>ModeSwitch</name>
    <message>
        <source>标注</source>
        <translation>Annotate</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>标注与审核之间切换</source>
        <translation>Switch between annotating and reviewing</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>未开始</source>
        <translation>not started</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>已提交</source>
        <translation>submitted</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>已裁定</source>
        <translation>settled</translation>
    </message>
    <message>
        <source>标注员</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>审核员</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>管理员</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>设边界</source>
        <translation>Set boundary</translation>
    </message>
    <message>
        <source>并入上一段</source>
        <translation>Merge with section before</translation>
    </message>
    <message>
        <source>移动边界</source>
        <translation>Move boundary</translation>
    </message>
    <message>
        <source>升级</source>
        <translation>Promote</translation>
    </message>
    <message>
        <source>降级</source>
        <translation>Demote</translation>
    </message>
    <message>
        <source>类型改为{kind}</source>
        <translation>Make it {kind}</translation>
    </message>
    <message>
        <source>标为续接</source>
        <translation>Mark as continuation</translation>
    </message>
    <message>
        <source>改标题范围</source>
        <translation>Change heading</translation>
    </message>
    <message>
        <source>确认分段</source>
        <translation>Confirm section</translation>
    </message>
    <message>
        <source>加主题{themes}</source>
        <translation>Add theme {themes}</translation>
    </message>
    <message>
        <source>否决主题“{theme}”</source>
        <translation>Reject theme &quot;{theme}&quot;</translation>
    </message>
    <message>
        <source>改分段的存疑标记</source>
        <translation>Change unsure mark of section</translation>
    </message>
    <message>
        <source>标为{label}“{text}”</source>
        <translation>Tag &quot;{text}&quot; as {label}</translation>
    </message>
    <message>
        <source>改标为{label}</source>
        <translation>Relabel as {label}</translation>
    </message>
    <message>
        <source>删除实体标注</source>
        <translation>Delete mention</translation>
    </message>
    <message>
        <source>接受预标注</source>
        <translation>Accept suggestion</translation>
    </message>
    <message>
        <source>否决预标注</source>
        <translation>Reject suggestion</translation>
    </message>
    <message>
        <source>实体标注的范围改为“{text}”</source>
        <translation>Change mention to &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>并入一截文字</source>
        <translation>Add fragment</translation>
    </message>
    <message>
        <source>改实体标注的存疑标记</source>
        <translation>Change unsure mark of mention</translation>
    </message>
    <message>
        <source>{count} 处“{text}”标为{label}</source>
        <translation>Tag &quot;{text}&quot; as {label} ({count})</translation>
    </message>
    <message>
        <source>指向实体“{text}”</source>
        <translation>Link to &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>接受本段全部预标注（{count} 处）</source>
        <translation>Accept all in section ({count})</translation>
    </message>
    <message>
        <source>补入 {count} 处预标注</source>
        <translation>Bring in suggestions ({count})</translation>
    </message>
    <message>
        <source>写批注“{text}”</source>
        <translation>Comment &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>改批注“{text}”</source>
        <translation>Edit comment &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>删除批注“{text}”</source>
        <translation>Delete comment &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>了结或重开批注“{text}”</source>
        <translation>Settle or reopen comment &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>状态改为{status}</source>
        <translation>Set status: {status}</translation>
    </message>
    <message>
        <source>开始标注</source>
        <translation>Start annotating</translation>
    </message>
    <message>
        <source>存入预标注</source>
        <translation>Store suggestions</translation>
    </message>
    <message>
        <source>填入预标注</source>
        <translation>Fill in suggestions</translation>
    </message>
    <message>
        <source>导入 {count} 篇刊物</source>
        <translation>Import bulletins ({count})</translation>
    </message>
    <message>
        <source>归档刊物“{text}”</source>
        <translation>Archive &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>恢复刊物“{text}”</source>
        <translation>Restore &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>改“{text}”的刊物信息</source>
        <translation>Change metadata of &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>新建项目</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>加入人员“{text}”</source>
        <translation>add &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>修改人员“{text}”</source>
        <translation>edit &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>分派 {count} 篇</source>
        <translation>assign {count} bulletins</translation>
    </message>
    <message>
        <source>收回“{text}”的分派</source>
        <translation>take back what was assigned to &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>合并 {count} 个标注层</source>
        <translation>Merge {count} layers</translation>
    </message>
    <message>
        <source>制作工作包</source>
        <translation>make a work package</translation>
    </message>
    <message>
        <source>裁定有无边界“{text}”</source>
        <translation>settle whether a boundary stands at &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>裁定边界位置“{text}”</source>
        <translation>settle the boundary at &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>裁定级别“{text}”</source>
        <translation>settle the level of &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>裁定类型“{text}”</source>
        <translation>settle the kind of &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>裁定标题“{text}”</source>
        <translation>settle the heading &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>裁定主题“{text}”</source>
        <translation>settle the themes of &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>裁定标签“{text}”</source>
        <translation>settle the label of &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>裁定实体范围“{text}”</source>
        <translation>settle the extent of &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>裁定有无实体“{text}”</source>
        <translation>settle whether &quot;{text}&quot; is tagged</translation>
    </message>
    <message>
        <source>同样裁定 {count} 处</source>
        <translation>settle {count} places alike</translation>
    </message>
    <message>
        <source>把“{text}”的一致之处并入金标</source>
        <translation>take over what agrees in &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>完成“{text}”的审核</source>
        <translation>finish the review of &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>词典加入“{text}”</source>
        <translation>add &quot;{text}&quot; to the lexicon</translation>
    </message>
    <message>
        <source>词典中“{text}”改标签</source>
        <translation>relabel &quot;{text}&quot; in the lexicon</translation>
    </message>
    <message>
        <source>词典启用 {count} 个名称</source>
        <translation>switch on {count} names of the lexicon</translation>
    </message>
    <message>
        <source>词典停用 {count} 个名称</source>
        <translation>switch off {count} names of the lexicon</translation>
    </message>
    <message>
        <source>词典还原 {count} 个名称</source>
        <translation>restore {count} names of the lexicon</translation>
    </message>
    <message>
        <source>新增标签“{text}”</source>
        <translation>Add label &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>修改标签“{text}”</source>
        <translation>Edit label &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>停用标签“{text}”</source>
        <translation>Retire label &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>恢复标签“{text}”</source>
        <translation>Restore label &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>移动标签“{text}”</source>
        <translation>Move label &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>把标签“{text}”并入“{other}”</source>
        <translation>Merge label &quot;{text}&quot; into &quot;{other}&quot;</translation>
    </message>
    <message>
        <source>新增分段类型“{text}”</source>
        <translation>Add kind &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>修改分段类型“{text}”</source>
        <translation>Edit kind &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>停用分段类型“{text}”</source>
        <translation>Retire kind &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>恢复分段类型“{text}”</source>
        <translation>Restore kind &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>移动分段类型“{text}”</source>
        <translation>Move kind &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>把分段类型“{text}”并入“{other}”</source>
        <translation>Merge kind &quot;{text}&quot; into &quot;{other}&quot;</translation>
    </message>
    <message>
        <source>新增主题“{text}”</source>
        <translation>Add theme &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>修改主题“{text}”</source>
        <translation>Edit theme &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>停用主题“{text}”</source>
        <translation>Retire theme &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>恢复主题“{text}”</source>
        <translation>Restore theme &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>移动主题“{text}”</source>
        <translation>Move theme &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>把主题“{text}”并入“{other}”</source>
        <translation>Merge theme &quot;{text}&quot; into &quot;{other}&quot;</translation>
    </message>
    <message>
        <source>改主题</source>
        <translation>Change themes</translation>
    </message>
    <message>
        <source>否决推荐的主题</source>
        <translation>Reject proposed themes</translation>
    </message>
    <message>
        <source>取消实体指向</source>
        <translation>Unlink from entity</translation>
    </message>
    <message>
        <source>接受本段全部预标注</source>
        <translation>Accept all in section</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>rule</translation>
    </message>
    <message>
        <source>词典</source>
        <translation>lexicon</translation>
    </message>
    <message>
        <source>名录</source>
        <translation>gazetteer</translation>
    </message>
    <message>
        <source>模型</source>
        <translation>model</translation>
    </message>
    <message>
        <source>神经网络</source>
        <translation>network</translation>
    </message>
    <message>
        <source>同文</source>
        <translation>same words</translation>
    </message>
    <message>
        <source>刊头</source>
        <translation>masthead</translation>
    </message>
    <message>
        <source>栏目名</source>
        <translation>column name</translation>
    </message>
    <message>
        <source>标题行</source>
        <translation>headline</translation>
    </message>
    <message>
        <source>小标题</source>
        <translation>subheading</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>numbering</translation>
    </message>
    <message>
        <source>标记符号</source>
        <translation>markup</translation>
    </message>
    <message>
        <source>简讯</source>
        <translation>brief</translation>
    </message>
    <message>
        <source>连排简讯</source>
        <translation>run-on briefs</translation>
    </message>
    <message>
        <source>图注</source>
        <translation>caption</translation>
    </message>
    <message>
        <source>刊尾</source>
        <translation>footer</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>text</translation>
    </message>
    <message>
        <source>重复的套话</source>
        <translation>repeated line</translation>
    </message>
    <message>
        <source>发言人</source>
        <translation>speaker</translation>
    </message>
    <message>
        <source>本篇别处</source>
        <translation>elsewhere in the bulletin</translation>
    </message>
    <message>
        <source>本项目</source>
        <translation>this project</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>date</translation>
    </message>
    <message>
        <source>人名</source>
        <translation>personal name</translation>
    </message>
    <message>
        <source>机构名</source>
        <translation>organisation name</translation>
    </message>
    <message>
        <source>地名</source>
        <translation>place name</translation>
    </message>
    <message>
        <source>职务名</source>
        <translation>job title</translation>
    </message>
    <message>
        <source>活动名</source>
        <translation>event name</translation>
    </message>
    <message>
        <source>书名号</source>
        <translation>title marks</translation>
    </message>
    <message>
        <source>署名行</source>
        <translation>credit line</translation>
    </message>
    <message>
        <source>英文姓名</source>
        <translation>romanised name</translation>
    </message>
    <message>
        <source>门牌地址</source>
        <translation>address</translation>
    </message>
    <message>
        <source>引号里的活动名</source>
        <translation>quoted event</translation>
    </message>
    <message>
        <source>往期</source>
        <translation>earlier issues</translation>
    </message>
    <message>
        <source>正文接续</source>
        <translation>text resumes</translation>
    </message>
    <message>
        <source>全体一致</source>
        <translation>all agree</translation>
    </message>
    <message>
        <source>多数一致</source>
        <translation>most agree</translation>
    </message>
    <message>
        <source>手工改定</source>
        <translation>edited by hand</translation>
    </message>
    <message>
        <source>待裁定</source>
        <translation>not settled</translation>
    </message>
    <message>
        <source>预标注</source>
        <translation>suggestion</translation>
    </message>
    <message>
        <source>人工</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>裁定</source>
        <translation>settled</translation>
    </message>
    <message>
        <source>{name}（已停用）</source>
        <translation>{name} (retired)</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>&quot;{name}&quot;</translation>
    </message>
    <message>
        <source>{head}「{rest}」</source>
        <translation>{head} &quot;{rest}&quot;</translation>
    </message>
</context>
<context>
    <name>NewRowDialog</name>
    <message>
        <source>新增标签</source>
        <translation>New label</translation>
    </message>
    <message>
        <source>如 LAW；文件里用它，以后不能改</source>
        <translation>Such as LAW; files carry it, so it stays</translation>
    </message>
    <message>
        <source>如 法规</source>
        <translation>Such as 法规</translation>
    </message>
    <message>
        <source>代号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>中文名</source>
        <translation>Chinese name</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>标签只会停用，不会删除：标过的不会丢。</source>
        <translation>Labels are retired, never deleted: no tag is lost.</translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message>
        <source>标注所有相同文字</source>
        <translation>Tag all occurrences</translation>
    </message>
    <message>
        <source>出现之处</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>标注</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>“%1”标为%2</source>
        <translation>Tag &quot;%1&quot; as %2</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>None</translation>
    </message>
    <message>
        <source>%1 / %2 处</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>已标注</source>
        <translation>tagged</translation>
    </message>
    <message>
        <source>现为%1</source>
        <translation>now %1</translation>
    </message>
    <message>
        <source>预标注%1</source>
        <translation>suggested %1</translation>
    </message>
</context>
<context>
    <name>OutlineDelegate</name>
    <message>
        <source>%1 条</source>
        <translation>%1</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>续 %1</source>
        <translation>continues %1</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>open</translation>
    </message>
    <message>
        <source>第 %1 级</source>
        <translation>level %1</translation>
    </message>
    <message>
        <source>%1 个主题</source>
        <translation>themes %1</translation>
    </message>
    <message>
        <source>边界待确认</source>
        <translation>boundary open</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>unsure</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>没有打开的刊物</source>
        <translation>No bulletin is open</translation>
    </message>
    <message>
        <source>在左边的刊物栏里打开一篇。</source>
        <translation>Open one in the library on the left.</translation>
    </message>
    <message>
        <source>没有分段</source>
        <translation>No sections</translation>
    </message>
    <message>
        <source>项目只能看。要分段、标注，请另存副本。</source>
        <translation>This project is read-only. To annotate, save a copy.</translation>
    </message>
    <message>
        <source>还没有分段</source>
        <translation>No sections yet</translation>
    </message>
    <message>
        <source>把光标放在一段开头，按回车设边界；预标注完成后会自动分段。</source>
        <translation>Put the caret where a section begins and press Enter; once pre-annotation is done, sections appear by themselves.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>95% 区间</source>
        <translation>95% interval</translation>
    </message>
</context>
<context>
    <name>PackageDialog</name>
    <message>
        <source>制作工作包</source>
        <translation>Make a work package</translation>
    </message>
    <message>
        <source>给谁</source>
        <translation>For</translation>
    </message>
    <message>
        <source>选一位，或写下姓名</source>
        <translation>Choose somebody, or write a name</translation>
    </message>
    <message>
        <source>不带别人的标注和金标（盲标）</source>
        <translation>Without others&apos; layers and the gold (blind)</translation>
    </message>
    <message>
        <source>没有分派给这位的，一并分派</source>
        <translation>Assign to them what is not assigned yet</translation>
    </message>
    <message>
        <source>筛选刊物</source>
        <translation>Filter bulletins</translation>
    </message>
    <message>
        <source>写到</source>
        <translation>Write to</translation>
    </message>
    <message>
        <source>制作</source>
        <translation>Make</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>None</translation>
    </message>
    <message>
        <source>工作包是一个项目文件。同事打开它标注，再发回来合并。</source>
        <translation>A package is a project file. Your colleague opens it, annotates, and sends it back to be merged.</translation>
    </message>
    <message>
        <source>校注项目 (*.jiaozhu)</source>
        <translation>Jiaozhu projects (*.jiaozhu)</translation>
    </message>
    <message>
        <source>已分派</source>
        <translation>assigned</translation>
    </message>
    <message>
        <source>%1 字</source>
        <translation>%1 characters</translation>
    </message>
    <message>
        <source>%1 / %2 篇，%3 字</source>
        <translation>%1 of %2 bulletins, %3 characters</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>＋ 主题 T</source>
        <translation>＋ theme T</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>两份标注并排</source>
        <translation>Two layers side by side</translation>
    </message>
</context>
<context>
    <name>PairsPage</name>
    <message>
        <source>两两对照</source>
        <translation>Pairs</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Measure</translation>
    </message>
</context>
<context>
    <name>PastBar</name>
    <message>
        <source>回到现在</source>
        <translation>Back to Now</translation>
    </message>
    <message>
        <source>正在看 %1 时的样子（只读）</source>
        <translation>As it was at %1 (read-only)</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>人员与分派</source>
        <translation>People and assignment</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>分派</source>
        <translation>Assignment</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>改动立即生效，Ctrl+Z 撤销。</source>
        <translation>Changes hold at once; Ctrl+Z takes them back.</translation>
    </message>
    <message>
        <source>改动立即生效。</source>
        <translation>Changes hold at once.</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>分派</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>已提交</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>已裁定</source>
        <translation>Adjudicated</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>两次修改相隔五分钟以内的时间；更长的停顿不算。</source>
        <translation>The time between changes at most five minutes apart; longer pauses do not count.</translation>
    </message>
    <message>
        <source>%1（已停用）</source>
        <translation>%1 (inactive)</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>新人员的姓名</source>
        <translation>Name of a new person</translation>
    </message>
    <message>
        <source>新人员的角色</source>
        <translation>Role of the new person</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>所选人员的角色</source>
        <translation>Role of the chosen person</translation>
    </message>
    <message>
        <source>复制表格</source>
        <translation>Copy table</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Deactivate</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Reactivate</translation>
    </message>
    <message>
        <source>停用的人员不再参加分派；做过的标注都留着。</source>
        <translation>Inactive people are not assigned anything any more; all their annotation stays.</translation>
    </message>
</context>
<context>
    <name>PickList</name>
    <message>
        <source>没有找到。</source>
        <translation>Nothing found.</translation>
    </message>
</context>
<context>
    <name>PlacesPane</name>
    <message>
        <source>列出哪些地方</source>
        <translation>Which places to list</translation>
    </message>
    <message>
        <source>只看分歧</source>
        <translation>Differences only</translation>
    </message>
    <message>
        <source>连同一致的</source>
        <translation>Agreed ones too</translation>
    </message>
    <message>
        <source>数到的地方</source>
        <translation>The places counted</translation>
    </message>
    <message>
        <source>地方</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>选一个格子</source>
        <translation>Choose a cell</translation>
    </message>
    <message>
        <source>这里列出它数到的每一处，按 Enter 打开。</source>
        <translation>Every place that it counts is listed here; Enter opens one.</translation>
    </message>
    <message>
        <source>这一格没有数到什么</source>
        <translation>This cell counts nothing</translation>
    </message>
    <message>
        <source>正在查找…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>%1 处</source>
        <translation>%1 places</translation>
    </message>
    <message>
        <source>另有 %1 处在你还没提交的刊物里，提交后可看</source>
        <translation>%1 more are in bulletins that you have not submitted yet; you can see them afterwards</translation>
    </message>
    <message>
        <source>现在不能看</source>
        <translation>Not to be seen now</translation>
    </message>
    <message>
        <source>没有分歧</source>
        <translation>No differences</translation>
    </message>
    <message>
        <source>这一格里，大家都一样。</source>
        <translation>Everybody has the same here.</translation>
    </message>
    <message>
        <source>%1：%2 · %3：%4</source>
        <translation>%1: %2 · %3: %4</translation>
    </message>
</context>
<context>
    <name>Prelabelling</name>
    <message>
        <source>本篇的预标注做好了，可以用“补入预标注”补上。</source>
        <translation>The suggestions for this bulletin are ready; “Bring in New Suggestions” takes them in.</translation>
    </message>
</context>
<context>
    <name>ProjectCommands</name>
    <message>
        <source>新建项目</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>校注项目 (*.jiaozhu)</source>
        <translation>Jiaozhu projects (*.jiaozhu)</translation>
    </message>
    <message>
        <source>打开项目</source>
        <translation>Open project</translation>
    </message>
    <message>
        <source>%1 — 校注</source>
        <translation>%1 — Jiaozhu</translation>
    </message>
    <message>
        <source>%1（只读） — 校注</source>
        <translation>%1 (read-only) — Jiaozhu</translation>
    </message>
    <message>
        <source>这是给 %1 的工作包。都提交以后，把这个文件发回去。</source>
        <translation>This is the work package for %1. When everything is submitted, send this file back.</translation>
    </message>
    <message>
        <source>另存副本</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>副本已写到 %1</source>
        <translation>A copy was written to %1</translation>
    </message>
    <message>
        <source>副本已写到 %1。请打开它继续工作。</source>
        <translation>Copy written to %1. Open it to go on working.</translation>
    </message>
    <message>
        <source>这已是最后一篇。</source>
        <translation>This is the last bulletin.</translation>
    </message>
    <message>
        <source>这已是第一篇。</source>
        <translation>This is the first bulletin.</translation>
    </message>
    <message>
        <source>这篇已提交。</source>
        <translation>This bulletin is submitted already.</translation>
    </message>
    <message>
        <source>这篇已裁定，不用再提交。</source>
        <translation>This bulletin is adjudicated; there is nothing to submit.</translation>
    </message>
    <message>
        <source>都已提交。请把 %1 发回去合并。</source>
        <translation>Everything is submitted. Send %1 back to be merged.</translation>
    </message>
    <message>
        <source>都已提交。</source>
        <translation>Everything is submitted.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>RecordKeyDialog</name>
    <message>
        <source>换一个键</source>
        <translation>Another key</translation>
    </message>
    <message>
        <source>新的按键</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>按下新的按键</source>
        <translation>Press the new key</translation>
    </message>
    <message>
        <source>使用</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>不设按键</source>
        <translation>No Key</translation>
    </message>
    <message>
        <source>现在是 %1</source>
        <translation>Now %1</translation>
    </message>
    <message>
        <source>现在没有按键</source>
        <translation>No key now</translation>
    </message>
    <message>
        <source>%1 现在用于“%2”。使用后，那一项不再有这个键。</source>
        <translation>%1 belongs to &quot;%2&quot; now. If you use it here, it is taken away there.</translation>
    </message>
    <message>
        <source>%1 没有被占用</source>
        <translation>%1 is free</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>没有做成</source>
        <translation>That did not work</translation>
    </message>
</context>
<context>
    <name>ReturnedBar</name>
    <message>
        <source>重新提交</source>
        <translation>Submit again</translation>
    </message>
    <message>
        <source>改好以后再交一次</source>
        <translation>Submit once more when it is mended</translation>
    </message>
    <message>
        <source>这篇被退回了，没有写理由。</source>
        <translation>This bulletin was sent back without a reason.</translation>
    </message>
    <message>
        <source>%1 退回：</source>
        <translation>Sent back by %1: </translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>取%1</source>
        <translation>Take %1</translation>
    </message>
    <message>
        <source>连同%1一起取</source>
        <translation>Take %1 together with others</translation>
    </message>
    <message>
        <source>这已是最后一篇。</source>
        <translation>This is the last bulletin.</translation>
    </message>
    <message>
        <source>这已是第一篇。</source>
        <translation>This is the first bulletin.</translation>
    </message>
    <message numerus="yes">
        <source>后面没有待裁定的差异了，还剩 %n 处。</source>
        <translation>
            <numerusform>No open difference follows; %n is left.</numerusform>
            <numerusform>No open difference follows; %n are left.</numerusform>
        </translation>
    </message>
    <message>
        <source>差异都已裁定。</source>
        <translation>All differences are settled.</translation>
    </message>
    <message>
        <source>这已是第一处差异。</source>
        <translation>This is the first difference.</translation>
    </message>
    <message numerus="yes">
        <source>还剩 %n 处差异没有裁定。</source>
        <translation>
            <numerusform>%n difference is still open.</numerusform>
            <numerusform>%n differences are still open.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”审核完成。</source>
        <translation>The review of “%1” is finished.</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>何为一致</source>
        <translation>What counts as agreed</translation>
    </message>
    <message>
        <source>已裁定的</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>连同已裁定的一起列出，可以重新裁定</source>
        <translation>List what is settled too; it can be decided anew</translation>
    </message>
    <message>
        <source>全体一致</source>
        <translation>All agree</translation>
    </message>
    <message>
        <source>多数一致</source>
        <translation>Most agree</translation>
    </message>
    <message>
        <source>何为一致：一致的标注直接并入金标</source>
        <translation>What counts as agreed: it goes into the gold layer at once</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>① 边界</source>
        <translation>① Boundaries</translation>
    </message>
    <message>
        <source>② 主题</source>
        <translation>② Themes</translation>
    </message>
    <message>
        <source>③ 实体</source>
        <translation>③ Mentions</translation>
    </message>
    <message>
        <source>这一步没有待裁定的差异</source>
        <translation>Nothing to settle at this stage</translation>
    </message>
    <message numerus="yes">
        <source>还剩 %n 处</source>
        <translation>
            <numerusform>%n is left</numerusform>
            <numerusform>%n are left</numerusform>
        </translation>
    </message>
    <message>
        <source>全部差异都已裁定</source>
        <translation>All differences are settled</translation>
    </message>
    <message>
        <source>完成后，金标和各份标注的状态都是“已裁定”。</source>
        <translation>Finishing marks the gold layer and the layers reviewed as adjudicated.</translation>
    </message>
    <message>
        <source>完成审核 %1</source>
        <translation>Finish the review %1</translation>
    </message>
    <message numerus="yes">
        <source>一致 %n 处已入金标</source>
        <translation>
            <numerusform>%n agreed, in the gold layer</numerusform>
            <numerusform>%n agreed, in the gold layer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>剩余 %n 处</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>没有打开的项目</source>
        <translation>No project is open</translation>
    </message>
    <message>
        <source>在“项目”菜单里新建或打开一个项目。</source>
        <translation>Make or open a project in the Project menu.</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 篇已交齐，但您自己还在标注它们：盲标的项目里，交了自己的一份才看得到别人的。</source>
        <translation>
            <numerusform>%n bulletin is complete, but you are annotating it yourself: in a blind project you see the others&apos; layers once yours is submitted.</numerusform>
            <numerusform>%n bulletins are complete, but you are annotating them yourself: in a blind project you see the others&apos; layers once yours are submitted.</numerusform>
        </translation>
    </message>
    <message>
        <source>一篇刊物交齐 %1 份标注，就可以审核。还差标注的有 %2 篇。</source>
        <translation>A bulletin can be reviewed when %1 layers of it are submitted. Bulletins that lack some: %2.</translation>
    </message>
    <message>
        <source>请标注员在标注界面按 Ctrl+回车提交；或合并同事寄回的工作包；每篇要几份，在“项目 › 人员与分派”的规则里改。</source>
        <translation>Annotators submit with Ctrl+Enter while annotating; or merge the packages that colleagues send back. How many layers a bulletin needs is set under Project › People and assignment.</translation>
    </message>
    <message>
        <source>还没有刊物可审核</source>
        <translation>No bulletin can be reviewed yet</translation>
    </message>
    <message>
        <source>合并工作包…</source>
        <translation>Merge packages…</translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message>
        <source>找标签</source>
        <translation>Find a label</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>retired</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>⚠ 在“快捷键”里另设了按键：%1。</source>
        <translation>⚠ Another key is set under Keys: %1.</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>⚠ 按键 %1 也用于：%2。请换一个。</source>
        <translation>⚠ The key %1 is also used for: %2. Choose another.</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>提交之前，标注员互相看不到对方的标注</source>
        <translation>Annotators do not see each other&apos;s work before they submit</translation>
    </message>
    <message>
        <source>每篇标注人数</source>
        <translation>Annotators a bulletin</translation>
    </message>
    <message>
        <source>何为一致</source>
        <translation>What is agreed</translation>
    </message>
    <message>
        <source>所有人相同</source>
        <translation>All say the same</translation>
    </message>
    <message>
        <source>多数人相同</source>
        <translation>Most say the same</translation>
    </message>
    <message>
        <source>盲标</source>
        <translation>Blind</translation>
    </message>
    <message>
        <source>连同修改历史。审核员和管理员不受限制；工作包默认也不带别人的标注。</source>
        <translation>The history included. Reviewers and managers see everything; work packages leave others&apos; work out too unless told otherwise.</translation>
    </message>
    <message>
        <source>交齐这么多份标注，一篇刊物才进入审核。</source>
        <translation>A bulletin comes to review once this many have submitted it.</translation>
    </message>
    <message>
        <source>一致的标注直接并入金标，其余由审核员裁定。</source>
        <translation>What is agreed goes into the gold at once; the rest is decided by the reviewer.</translation>
    </message>
</context>
<context>
    <name>Scale</name>
    <message>
        <source>颜色越浓越一致</source>
        <translation>The stronger the colour, the more agreement</translation>
    </message>
</context>
<context>
    <name>SectionCard</name>
    <message>
        <source>当前分段</source>
        <translation>Current section</translation>
    </message>
    <message>
        <source>分段</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Range</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>来历</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>续接</source>
        <translation>Continues</translation>
    </message>
    <message>
        <source>分几处</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>升级</source>
        <translation>Promote</translation>
    </message>
    <message>
        <source>升一级，连同下级</source>
        <translation>One level up, with subsections</translation>
    </message>
    <message>
        <source>降级</source>
        <translation>Demote</translation>
    </message>
    <message>
        <source>降一级，连同下级</source>
        <translation>One level down, with subsections</translation>
    </message>
    <message>
        <source>去掉本段的边界，并入上一段</source>
        <translation>Remove this boundary and merge with the section before</translation>
    </message>
    <message>
        <source>并入上段</source>
        <translation>Merge up</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>确认本段的边界</source>
        <translation>Confirm this boundary</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Unsure</translation>
    </message>
    <message>
        <source>标为存疑，或去掉存疑标记</source>
        <translation>Mark as unsure, or remove the mark</translation>
    </message>
    <message>
        <source>第 %1 级</source>
        <translation>level %1</translation>
    </message>
    <message>
        <source>%1 字</source>
        <translation>%1 characters</translation>
    </message>
    <message>
        <source>无标题</source>
        <translation>none</translation>
    </message>
    <message>
        <source>共 %1 处</source>
        <translation>%1 in all</translation>
    </message>
    <message>
        <source>%1 · 待确认</source>
        <translation>%1 · open</translation>
    </message>
</context>
<context>
    <name>SectionCommands</name>
    <message>
        <source>类型：%1</source>
        <translation>Kind: %1</translation>
    </message>
    <message>
        <source>光标不在边界上。按 K 回到本段开头，再按退格并入上一段。</source>
        <translation>The caret is not at a boundary. Press K to go to the section&apos;s start, then Backspace to merge.</translation>
    </message>
</context>
<context>
    <name>SelfCheck</name>
    <message>
        <source>同文异标</source>
        <translation>Same words, other label</translation>
    </message>
    <message>
        <source>同文漏标</source>
        <translation>Untagged twin</translation>
    </message>
    <message>
        <source>标题未分段</source>
        <translation>Heading without section</translation>
    </message>
    <message>
        <source>分段无主题</source>
        <translation>Section without theme</translation>
    </message>
    <message>
        <source>同样的文字，标签不止一种</source>
        <translation>the same words have more than one label</translation>
    </message>
    <message>
        <source>别处标了，这里没有标</source>
        <translation>tagged elsewhere, not here</translation>
    </message>
    <message>
        <source>样子像标题，却没有从这里分段</source>
        <translation>looks like a heading, but no section begins here</translation>
    </message>
    <message>
        <source>稿件或简讯，一个主题也没有</source>
        <translation>an article or brief without any theme</translation>
    </message>
    <message>
        <source>这里标的是%1；总共：%2</source>
        <translation>Here it is %1; in all: %2</translation>
    </message>
    <message>
        <source>别处标为：%1</source>
        <translation>Elsewhere it is: %1</translation>
    </message>
    <message>
        <source>%1 %2 处</source>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>%1，没有主题</source>
        <translation>%1 without a theme</translation>
    </message>
    <message>
        <source>先列 %1 处，共 %2 处</source>
        <translation>%1 listed of %2</translation>
    </message>
    <message>
        <source>没有分段</source>
        <translation>No section</translation>
    </message>
</context>
<context>
    <name>SendBackDialog</name>
    <message>
        <source>退回标注</source>
        <translation>Send a layer back</translation>
    </message>
    <message>
        <source>退回给谁</source>
        <translation>Send back to whom</translation>
    </message>
    <message>
        <source>退回给%1</source>
        <translation>Send back to %1</translation>
    </message>
    <message>
        <source>哪里要改、为什么。写成批注，对方打开时看得到。</source>
        <translation>What to change, and why. It becomes a comment that the annotator sees.</translation>
    </message>
    <message>
        <source>退回的理由</source>
        <translation>Reason for sending it back</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>对方改好再提交之前，现有的这份仍留在审核里。</source>
        <translation>Until it is submitted again, the present layer stays in the review.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>还没有比较完，请重新计算。</source>
        <translation>The comparison is not finished. Compute it again.</translation>
    </message>
    <message>
        <source>请写上标注员的名字。</source>
        <translation>Please write the annotator&apos;s name.</translation>
    </message>
    <message>
        <source>续接只能接在前面的分段之后。</source>
        <translation>A continuation resumes an earlier section.</translation>
    </message>
    <message>
        <source>前面没有可以续接的分段。</source>
        <translation>There is no earlier section to continue.</translation>
    </message>
    <message>
        <source>已是最深一级，不能再降。</source>
        <translation>This is the deepest level already.</translation>
    </message>
    <message>
        <source>{where}：标注范围 [{start}, {end}) 不在文本之内。doccano 须按码点导出（关闭 grapheme 模式）。</source>
        <translation>{where}: the span [{start}, {end}) does not lie in the text. doccano must export code points (grapheme mode off).</translation>
    </message>
    <message>
        <source>{where}：文本里有回车符或字节序标记，偏移会错位。请去掉后重新导出。</source>
        <translation>{where}: the text holds carriage returns or a byte-order mark, so its offsets would shift. Take them out and export again.</translation>
    </message>
    <message>
        <source>不能按 {encoding} 读取文本，请换一种编码。</source>
        <translation>Texts cannot be read as {encoding}. Choose another encoding.</translation>
    </message>
    <message>
        <source>{path} 不是 UTF-8、UTF-16、GB18030 或 Big5 文本。请另存为 UTF-8 文本，或手动选择编码。</source>
        <translation>{path} is no text in UTF-8, UTF-16, GB18030 or Big5. Save it as UTF-8, or choose its encoding.</translation>
    </message>
    <message>
        <source>这台机器上没有 {name} 引擎。请在 项目 › 附加引擎 里添加。</source>
        <translation>{name} is not on this machine. Add it under Project › More Engines.</translation>
    </message>
    <message>
        <source>{name} 是随程序来的，不能移除。</source>
        <translation>{name} came with the program and stays.</translation>
    </message>
    <message>
        <source>{name} 的文件已损坏，请重新添加。</source>
        <translation>The file of {name} is damaged. Add it again.</translation>
    </message>
    <message>
        <source>pip 没能取得 {name}：{reason}</source>
        <translation>pip could not make {name}: {reason}</translation>
    </message>
    <message>
        <source>没能下载 {name}。请检查网络，以及 pip 能否下载；没有网络时，可以从文件添加。</source>
        <translation>{name} could not be fetched. Check the network and whether pip can download; without one, add it from a file.</translation>
    </message>
    <message>
        <source>附加引擎已停用：环境变量 {variable} 是空的。</source>
        <translation>Engines are switched off: the environment variable {variable} is empty.</translation>
    </message>
    <message>
        <source>这里的 Python 没有 pip，不能下载。请先装 pip，或者从文件添加。</source>
        <translation>This Python has no pip to fetch with. Install pip, or add the engine from a file.</translation>
    </message>
    <message>
        <source>这不是要的 {name} 安装包，或者已经损坏。</source>
        <translation>This is not the package of {name} that is wanted, or it is damaged.</translation>
    </message>
    <message>
        <source>没有叫 {name} 的引擎。</source>
        <translation>There is no engine {name}.</translation>
    </message>
    <message>
        <source>{name} 没有金标层，却有多位标注员：{names}。请选定要导出的标注层，或导出全部。</source>
        <translation>{name} has no gold layer and several annotators: {names}. Choose the layer to export, or all of them.</translation>
    </message>
    <message>
        <source>没有刊物有“{name}”这一层。现有：{names}。</source>
        <translation>No bulletin has a layer &quot;{name}&quot;. There are: {names}.</translation>
    </message>
    <message>
        <source>没有可以导出的：还没有刊物被标注或预标注。</source>
        <translation>There is nothing to export: no bulletin has been annotated or pre-annotated yet.</translation>
    </message>
    <message>
        <source>{path} 就是项目本身，请换一个名字。</source>
        <translation>{path} is the project itself. Choose another name.</translation>
    </message>
    <message>
        <source>输出文件正是其中一个文本，请换一个名字。</source>
        <translation>The output is one of the texts. Choose another name.</translation>
    </message>
    <message>
        <source>{path} 不是可以导入的标注文件。可以导入的有金标 JSON、金标 JSONL 和 doccano JSONL。</source>
        <translation>{path} is no annotation file that can be imported; those are gold JSON, gold JSONL and doccano JSONL.</translation>
    </message>
    <message>
        <source>{name} 格式只能导出，不能导入。</source>
        <translation>Files of the format {name} can be exported, not imported.</translation>
    </message>
    <message>
        <source>{where}：同一实体有两个规范名称（{what}）。请统一。</source>
        <translation>{where}: one entity has two canonical names ({what}). Give all its mentions the same.</translation>
    </message>
    <message>
        <source>{where}：文本里有回车符或控制字符，导入后会变样。请去掉后重新导出。</source>
        <translation>{where}: the text holds carriage returns or control characters, which do not survive import. Take them out and export again.</translation>
    </message>
    <message>
        <source>{where}：实体的片段不对（{what}）。片段须依次排列、互不相接，并在文本之内。</source>
        <translation>{where}: {what}. Fragments are in order, do not touch, and lie in the text.</translation>
    </message>
    <message>
        <source>{where}：实体的 id 重复（{what}）。</source>
        <translation>{where}: {what}. Give it an id of its own.</translation>
    </message>
    <message>
        <source>{where}：实体的文字与偏移处的文字不符（{what}）。偏移按 Unicode 码点计。</source>
        <translation>{where}: {what}. Offsets count Unicode code points, ends exclusive.</translation>
    </message>
    <message>
        <source>{path} 不是金标 JSON。请选别的文件。</source>
        <translation>{path} is not gold JSON. Choose another file.</translation>
    </message>
    <message>
        <source>{path} 的金标格式版本是 {version}，本程序还不认识，请先升级本程序。</source>
        <translation>{path} has version {version} of the gold format, which this program does not know. Update the program.</translation>
    </message>
    <message>
        <source>{where}：续接关系不对（{what}）。</source>
        <translation>{where}: {what}. A continuation names an earlier section that is none itself.</translation>
    </message>
    <message>
        <source>{where}：分段的终点不对（{what}）。</source>
        <translation>{where}: {what}. Sections must cover the text.</translation>
    </message>
    <message>
        <source>{where}：标题范围不对（{what}）。</source>
        <translation>{where}: {what}. A heading begins where its section does and ends inside it.</translation>
    </message>
    <message>
        <source>{where}：分段的 id 重复（{what}）。</source>
        <translation>{where}: {what}. Give it an id of its own.</translation>
    </message>
    <message>
        <source>{where}：分段的上级不对（{what}）。</source>
        <translation>{where}: {what}. The parent is the nearest earlier section of a lower level.</translation>
    </message>
    <message>
        <source>{where}：分段的起点不对（{what}）。</source>
        <translation>{where}: {what}. Put the sections in order; no two start at the same place.</translation>
    </message>
    <message>
        <source>{where}：sha256 与文本不符，文本或校验值被改动过。请从原处重新导出。</source>
        <translation>{where}: sha256 is not that of the text. Export the document again from where it came.</translation>
    </message>
    <message>
        <source>请把光标放在标题最后一个字之后。</source>
        <translation>Put the caret behind the heading&apos;s last character.</translation>
    </message>
    <message>
        <source>标题必须在本段之内结束。</source>
        <translation>A heading ends inside its own section.</translation>
    </message>
    <message>
        <source>这一步改过的内容后来又在别处被改动，因此略过这一步；撤销和重做从它前后的步骤继续。</source>
        <translation>What this step changed was changed again elsewhere, so it is passed over. Undo and redo go on beyond it.</translation>
    </message>
    <message>
        <source>{path}：{name} 已有 {annotator} 的标注层，内容不同。这个文件没有导入。</source>
        <translation>{path}: {name} has a layer of {annotator} already, with other content. This file was not imported.</translation>
    </message>
    <message>
        <source>{path} 里没有文字。</source>
        <translation>{path} holds no text.</translation>
    </message>
    <message>
        <source>{path} 不是可以作为刊物读取的文件（{ending}）。</source>
        <translation>{path} is not a kind of file that can be read as a bulletin ({ending}).</translation>
    </message>
    <message>
        <source>找不到文件或文件夹 {path}，请检查名称。</source>
        <translation>There is no file or folder {path}. Check the name.</translation>
    </message>
    <message>
        <source>没有找到可以导入的文件。</source>
        <translation>There is nothing to import there.</translation>
    </message>
    <message>
        <source>{path} 里有 {name} 的多个标注层，不能都归到 {annotator} 名下。</source>
        <translation>{path} has several layers of {name}; they cannot all become {annotator}&apos;s.</translation>
    </message>
    <message>
        <source>{path}：里面有两份 {name} 的同一标注层，请去掉一份。</source>
        <translation>{path} has the same layer of {name} twice. Take one out.</translation>
    </message>
    <message>
        <source>读不了 {path}：{reason}。请检查文件是否存在、是否有权读取。</source>
        <translation>{path} cannot be read: {reason}. Check that it exists and that you may read it.</translation>
    </message>
    <message>
        <source>{where} 不是正确的 JSON，请改正或重新导出。</source>
        <translation>{where} is not correct JSON. Correct it, or export it again.</translation>
    </message>
    <message>
        <source>{where} 不是 UTF-8，请另存为 UTF-8。</source>
        <translation>{where} is not UTF-8. Save it as UTF-8.</translation>
    </message>
    <message>
        <source>{where} 里有半个字符，请重新写出这个文件。</source>
        <translation>{where} holds half a character. Write the file again.</translation>
    </message>
    <message>
        <source>标签代号不能为空，也不能有空格。</source>
        <translation>A label&apos;s id is a word without spaces.</translation>
    </message>
    <message>
        <source>代号 {id} 已被使用，请换一个。</source>
        <translation>The id {id} is taken. Choose another.</translation>
    </message>
    <message>
        <source>分段总要有级别和类型。请取一方，或者修改。</source>
        <translation>A section always has a level and a kind. Take one side, or edit it.</translation>
    </message>
    <message>
        <source>这个人在这里没有意见。</source>
        <translation>This person has no vote here.</translation>
    </message>
    <message>
        <source>这里没有可以裁定的文字。</source>
        <translation>There is no text here that could be decided on.</translation>
    </message>
    <message>
        <source>这几方不能都对。请取其中一方，或者修改。</source>
        <translation>These sides cannot all be right. Take one of them, or edit it.</translation>
    </message>
    <message>
        <source>《{title}》已提交 {layers} 份，本项目要有 {least} 份才审核。请等其他人提交，或者减少每篇的标注人数。</source>
        <translation>{title} has {layers} submitted layers; this project reviews a bulletin when it has {least}. Wait for the others, or ask for fewer annotators a bulletin.</translation>
    </message>
    <message>
        <source>还有 {count} 处差异没有裁定。</source>
        <translation>{count} differences are still open.</translation>
    </message>
    <message>
        <source>请写明退回的理由。</source>
        <translation>Say why the bulletin is sent back.</translation>
    </message>
    <message>
        <source>只有已提交的标注层才能退回。</source>
        <translation>Only a submitted layer can be sent back.</translation>
    </message>
    <message>
        <source>每篇 {each} 人标注，要先选够人：现在只选了 {people} 人。</source>
        <translation>{each} annotators a bulletin need as many people; {people} are chosen.</translation>
    </message>
    <message>
        <source>重叠的份额在 0 到 1 之间。</source>
        <translation>The overlap is a share between 0 and 1.</translation>
    </message>
    <message>
        <source>工作包要有收件人，也至少要有一篇刊物。</source>
        <translation>A package needs a colleague and at least one bulletin.</translation>
    </message>
    <message>
        <source>已经有一位叫 {name} 的人。</source>
        <translation>There is somebody called {name} already.</translation>
    </message>
    <message>
        <source>训练至少要有 {least} 篇已提交的刊物，未确认的预标注超过一成的不算；现在有 {count} 篇。</source>
        <translation>Training needs at least {least} submitted bulletins, not counting those with more than a tenth of the suggestions unconfirmed; there are {count}.</translation>
    </message>
    <message>
        <source>本项目训练出的引擎已损坏，请重新训练。</source>
        <translation>The engine trained on this project is damaged. Train it again.</translation>
    </message>
    <message>
        <source>名称至少要有两个字，并写在一行里。</source>
        <translation>A name has at least two characters and stands on one line.</translation>
    </message>
    <message>
        <source>请给标签起个名字。</source>
        <translation>Please give the label a name.</translation>
    </message>
    <message>
        <source>没有选中可以标注的文字。</source>
        <translation>Nothing is selected that could be tagged.</translation>
    </message>
    <message>
        <source>{path} 就是打开的这个项目，不用合并。</source>
        <translation>{path} is the project that is open; there is nothing to merge.</translation>
    </message>
    <message>
        <source>这是第一段，前面没有可并入的分段。</source>
        <translation>This is the first section; there is none before it to merge with.</translation>
    </message>
    <message>
        <source>边界不能越过相邻的边界。</source>
        <translation>A boundary cannot pass the one next to it.</translation>
    </message>
    <message>
        <source>{path} 已损坏，没有从中取任何内容。请对方重新发一份。</source>
        <translation>{path} is damaged; nothing was taken from it. Ask for it to be sent again.</translation>
    </message>
    <message>
        <source>实体模型已损坏，请重新训练。</source>
        <translation>The entity model is damaged. Train it again.</translation>
    </message>
    <message>
        <source>预标注的神经网络文件已损坏，请重新安装程序。</source>
        <translation>The network of the pre-annotation is damaged. Install the program again.</translation>
    </message>
    <message>
        <source>主题模型已损坏，请重新训练。</source>
        <translation>The theme model is damaged. Train it again.</translation>
    </message>
    <message>
        <source>{path} 已经存在。请换一个名字，或直接打开它。</source>
        <translation>{path} exists already. Choose another name, or open it.</translation>
    </message>
    <message>
        <source>{path} 不是校注项目。</source>
        <translation>{path} is not a Jiaozhu project.</translation>
    </message>
    <message>
        <source>找不到项目 {path}，它可能被移动或改名了。</source>
        <translation>There is no project {path}. It may have been moved or renamed.</translation>
    </message>
    <message>
        <source>{path} 由更新版本的校注写成，请先升级本程序。</source>
        <translation>{path} was written by a newer version of Jiaozhu. Update the program first.</translation>
    </message>
    <message>
        <source>{path} 不允许写入，而打开前要先整理它：它由较早的版本写成，或上次没有正常关闭。请把它（旁边有 -wal 文件的，连同那个文件）复制到可以写入的文件夹，再打开。</source>
        <translation>{path} is write-protected, and has to be written to before it can be read: an older version made it, or it was not closed. Copy it (with the -wal file beside it, if there is one) to a folder that may be written, and open the copy.</translation>
    </message>
    <message>
        <source>读不了项目 {path}，请检查文件是否完好、是否有权读写。</source>
        <translation>The project {path} cannot be read. Check that the file is sound and that you may read and write it.</translation>
    </message>
    <message>
        <source>这个版本还不能打开 PostgreSQL 数据库里的项目，请用项目文件（.jiaozhu）。</source>
        <translation>This version cannot open projects in a PostgreSQL database. Use a project file (.jiaozhu).</translation>
    </message>
    <message>
        <source>程序内部出错：{what}。先前做的都已保存；请把这句话告诉开发者，必要时重开程序。</source>
        <translation>Something went wrong in the program: {what}. What was done before is saved; please tell the developers, and start the program again if need be.</translation>
    </message>
    <message>
        <source>已是最高一级，不能再升。</source>
        <translation>This is the top level already.</translation>
    </message>
    <message>
        <source>{where} 的 {place} 处不合格式：{reason}</source>
        <translation>{where} breaks the format at {place}: {reason}</translation>
    </message>
    <message>
        <source>这里已经有边界了。</source>
        <translation>A boundary stands here already.</translation>
    </message>
    <message>
        <source>这里没有可以切分的文字。</source>
        <translation>There is no text to split here.</translation>
    </message>
    <message>
        <source>没能写入 {where}，这一步没有生效。请检查磁盘空间和写入权限。</source>
        <translation>Writing to {where} failed, and this step was not made. Check the disk&apos;s space and your rights.</translation>
    </message>
    <message>
        <source>磁盘满了，没能写入 {where}，这一步没有生效。腾出空间后再试。</source>
        <translation>The disk is full, so {where} could not be written, and this step was not made. Free some space and try again.</translation>
    </message>
    <message>
        <source>另一个程序正在写 {where}，这一步没有生效。请稍候再试。</source>
        <translation>Another program is writing to {where}, and this step was not made. Try again in a moment.</translation>
    </message>
    <message>
        <source>{path} 已被移走、改名、替换或删除，这一步没有生效。请放回原处、改回原名，或用 项目 › 另存副本 存到别处。</source>
        <translation>{path} was moved, renamed, replaced or deleted, so this step had no effect. Put it back under its old name, or save the work elsewhere with Project › Save a Copy.</translation>
    </message>
    <message>
        <source>{where} 不允许写入，这一步没有生效。请检查写入权限。</source>
        <translation>{where} is write-protected, and this step was not made. Check your rights.</translation>
    </message>
    <message>
        <source>{path} 不允许写入，这一步没有生效。可以看和导出；要修改，请用 项目 › 另存副本 存到别处，再打开副本。</source>
        <translation>{path} is write-protected, so this step had no effect. You can read and export. To change anything, save a copy elsewhere with Project › Save a Copy, and open it.</translation>
    </message>
    <message>
        <source>项目在别处被改动过。请重新打开这篇刊物，再做一次。</source>
        <translation>The project was changed elsewhere in the meantime. Open the bulletin again and repeat the step.</translation>
    </message>
    <message>
        <source>主题不能放在已停用的主题之下，请先恢复它。</source>
        <translation>A theme cannot stand below a retired one. Restore that one first.</translation>
    </message>
    <message>
        <source>主题代号 {id} 已被使用，请换一个。</source>
        <translation>The theme id {id} is taken. Choose another.</translation>
    </message>
    <message>
        <source>主题不能移到它自己的下级。</source>
        <translation>A theme cannot be moved below itself.</translation>
    </message>
    <message>
        <source>已停用的主题不能接收标注，请先恢复它。</source>
        <translation>A retired theme cannot take over tags. Restore it first.</translation>
    </message>
    <message>
        <source>主题不能并入它自己。</source>
        <translation>A theme cannot be merged into itself.</translation>
    </message>
    <message>
        <source>这个主题已经不在了。</source>
        <translation>There is no such theme any more.</translation>
    </message>
    <message>
        <source>请给主题起个名字。</source>
        <translation>Please give the theme a name.</translation>
    </message>
    <message>
        <source>{path} 没有写成：磁盘读回的内容与写入的不同，请检查磁盘。</source>
        <translation>{path} was not written: the disk gave back something else than was written. Check the disk.</translation>
    </message>
    <message>
        <source>{path} 不是可以写入的文件，请换一个名字。</source>
        <translation>{path} is no file that could be replaced. Choose another name.</translation>
    </message>
    <message>
        <source>没能写入 {path}：{reason}。原来的内容没有动。</source>
        <translation>{path} could not be written: {reason}. What was there before is untouched.</translation>
    </message>
    <message>
        <source>没有文件夹 {path}。请先建好，或换一个地方。</source>
        <translation>There is no folder {path}. Make it, or choose another place.</translation>
    </message>
    <message>
        <source>{name} 没有写出：写出后读回会不一样。请用 jiaozhu check 检查这个项目。</source>
        <translation>{name} was not written: it would not read back the same. Run jiaozhu check on the project.</translation>
    </message>
    <message>
        <source>名字太长</source>
        <translation>the name is too long</translation>
    </message>
    <message>
        <source>磁盘读写出错</source>
        <translation>the disk failed</translation>
    </message>
    <message>
        <source>这是一个文件夹</source>
        <translation>it is a folder</translation>
    </message>
    <message>
        <source>磁盘满了</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>没有这个文件或文件夹</source>
        <translation>there is no such file or folder</translation>
    </message>
    <message>
        <source>没有权限</source>
        <translation>you lack the rights</translation>
    </message>
    <message>
        <source>磁盘不允许写入</source>
        <translation>the disk is write-protected</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>下次启动时换成新的语言。</source>
        <translation>The new language comes with the next start.</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>随系统</source>
        <translation>Like the system</translation>
    </message>
    <message>
        <source>正文大小</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>行距</source>
        <translation>Line spacing</translation>
    </message>
    <message>
        <source>用 ¶ 标出原来页面上的换行</source>
        <translation>Mark the page&apos;s own line breaks with ¶</translation>
    </message>
    <message>
        <source>页面换行</source>
        <translation>Page breaks</translation>
    </message>
</context>
<context>
    <name>SideHead</name>
    <message>
        <source>看谁的标注</source>
        <translation>Whose layer to show</translation>
    </message>
    <message>
        <source>%1 · %2 段 · %3 实体</source>
        <translation>%1 · %2 sections · %3 mentions</translation>
    </message>
    <message>
        <source>取此</source>
        <translation>take</translation>
    </message>
</context>
<context>
    <name>SieveButton</name>
    <message>
        <source>按状态、主题、标签筛选，选择次序</source>
        <translation>Filter by status, theme, label; choose the order</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>含有</source>
        <translation>Contains</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>次序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>最不确定的在前</source>
        <translation>least certain first</translation>
    </message>
    <message>
        <source>还没有人动过的刊物，预标注最没把握的排在前面：先标它们，引擎学到的最多。</source>
        <translation>Of the bulletins that nobody has begun, those come first whose suggestions are least certain: annotating them teaches the engine the most.</translation>
    </message>
    <message>
        <source>连同已归档的</source>
        <translation>Include archived</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear Filter</translation>
    </message>
</context>
<context>
    <name>SpreadDialog</name>
    <message>
        <source>平均分派</source>
        <translation>Spread evenly</translation>
    </message>
    <message>
        <source>找人</source>
        <translation>Find people</translation>
    </message>
    <message>
        <source>每篇几人标注</source>
        <translation>Annotators a bulletin</translation>
    </message>
    <message>
        <source>多人标注的份额</source>
        <translation>Share with several annotators</translation>
    </message>
    <message>
        <source>分派</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>其余的每篇一人。多人标注的均匀分布在各篇之间，好让一致性代表全部。已有的分派算在内，不会收回；字数少的人先得。</source>
        <translation>The others get one each. Those with several lie evenly among the rest, so that agreement speaks for all of them. What is assigned already counts and stays; whoever has fewest characters is next.</translation>
    </message>
    <message numerus="yes">
        <source>把 %n 篇刊物分给</source>
        <translation>
            <numerusform>Spread %n bulletin over</numerusform>
            <numerusform>Spread %n bulletins over</numerusform>
        </translation>
    </message>
    <message>
        <source>共新增 %1 份分派。</source>
        <translation>%1 new assignments in all.</translation>
    </message>
    <message>
        <source>都已分派，没有要新增的。</source>
        <translation>Everything is assigned already.</translation>
    </message>
    <message>
        <source>＋%1 篇  %2 字</source>
        <translation>+%1  %2 characters</translation>
    </message>
    <message>
        <source>已有 %1 篇</source>
        <translation>has %1</translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>项目概况</source>
        <translation>Project overview</translation>
    </message>
    <message>
        <source>标注员</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>已定</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>占比</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>篇数</source>
        <translation>Bulletins</translation>
    </message>
    <message>
        <source>分段类型</source>
        <translation>Section kind</translation>
    </message>
    <message>
        <source>实体标签</source>
        <translation>Entity label</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>分段</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>实体</source>
        <translation>Entities</translation>
    </message>
    <message>
        <source>还没有可数的</source>
        <translation>Nothing to count yet</translation>
    </message>
    <message>
        <source>打开一篇刊物，预标注就数在“待确认”里；确认过的数在“已定”里。</source>
        <translation>Open a bulletin: its suggestions count as open, and what you confirm as settled.</translation>
    </message>
    <message>
        <source>复制表格</source>
        <translation>Copy Table</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>%1 篇刊物，%2 字</source>
        <translation>Bulletins %1, characters %2</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>✓ 已保存 %1</source>
        <translation>✓ Saved %1</translation>
    </message>
    <message>
        <source>✓ 已保存</source>
        <translation>✓ Saved</translation>
    </message>
    <message>
        <source>第 %1 / %2 段</source>
        <translation>Section %1 of %2</translation>
    </message>
    <message>
        <source>没有待确认的预标注</source>
        <translation>No open suggestions</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>next</translation>
    </message>
    <message>
        <source>后台处理</source>
        <translation>Background work</translation>
    </message>
    <message>
        <source>训练预标注引擎</source>
        <translation>Training of the engine</translation>
    </message>
    <message>
        <source>添加引擎</source>
        <translation>Add an engine</translation>
    </message>
    <message>
        <source>接受</source>
        <translation>accept</translation>
    </message>
    <message>
        <source>否决</source>
        <translation>reject</translation>
    </message>
    <message>
        <source>下一处差异</source>
        <translation>Next difference</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>previous</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>完成审核</source>
        <translation>finish</translation>
    </message>
    <message>
        <source>只读</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>%1 处预标注待确认</source>
        <translation>Open suggestions: %1</translation>
    </message>
    <message>
        <source>后台处理 %1 / %2</source>
        <translation>Working %1 of %2</translation>
    </message>
    <message>
        <source>训练引擎 %1 / %2</source>
        <translation>Training %1 / %2</translation>
    </message>
    <message>
        <source>训练引擎…</source>
        <translation>Training…</translation>
    </message>
    <message>
        <source>添加引擎…</source>
        <translation>Adding an engine…</translation>
    </message>
</context>
<context>
    <name>SubmitDialog</name>
    <message>
        <source>提交</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>还有这些没有处理</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>未确认的预标注不会作为您的标注导出。</source>
        <translation>Suggestions you have not confirmed are not exported as your work.</translation>
    </message>
    <message>
        <source>仍然提交</source>
        <translation>Submit Anyway</translation>
    </message>
    <message>
        <source>回去处理</source>
        <translation>Go back to it</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>去看：%1</source>
        <translation>Go there: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n 条边界待确认</source>
        <translation>
            <numerusform>%n boundary to confirm</numerusform>
            <numerusform>%n boundaries to confirm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个推荐主题待确认</source>
        <translation>
            <numerusform>%n proposed theme to decide on</numerusform>
            <numerusform>%n proposed themes to decide on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 处实体预标注待确认</source>
        <translation>
            <numerusform>%n suggested mention to decide on</numerusform>
            <numerusform>%n suggested mentions to decide on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 处标为存疑</source>
        <translation>
            <numerusform>%n unsure mark</numerusform>
            <numerusform>%n unsure marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 条批注未解决</source>
        <translation>
            <numerusform>%n open comment</numerusform>
            <numerusform>%n open comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionCommands</name>
    <message>
        <source>本篇的预标注都已确认。</source>
        <translation>Every suggestion in this bulletin is decided.</translation>
    </message>
    <message>
        <source>下一处预标注：最没把握的先来。</source>
        <translation>Next suggestion: the least certain first.</translation>
    </message>
    <message>
        <source>下一处预标注：按文中的次序。</source>
        <translation>Next suggestion: in the order of the text.</translation>
    </message>
    <message>
        <source>这里没有待确认的预标注。按 Tab 到下一处。</source>
        <translation>There is no open suggestion here. Tab goes to the next.</translation>
    </message>
    <message>
        <source>本段没有待确认的预标注。</source>
        <translation>There is no open suggestion in this section.</translation>
    </message>
    <message>
        <source>本篇的预标注还没有做好，请稍候再试。</source>
        <translation>The suggestions for this bulletin are not ready yet. Try again in a moment.</translation>
    </message>
    <message>
        <source>没有可补入的预标注。</source>
        <translation>There are no suggestions to bring in.</translation>
    </message>
</context>
<context>
    <name>TeamCommands</name>
    <message>
        <source>拖入的项目文件</source>
        <translation>Project files dropped</translation>
    </message>
    <message>
        <source>要把这些文件怎么办？</source>
        <translation>What is to be done with these files?</translation>
    </message>
    <message>
        <source>要把这个文件怎么办？</source>
        <translation>What is to be done with this file?</translation>
    </message>
    <message>
        <source>合并到当前项目…</source>
        <translation>Merge into this project…</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>ThemeChooser</name>
    <message>
        <source>合并主题</source>
        <translation>Merge themes</translation>
    </message>
    <message>
        <source>找主题</source>
        <translation>Find a theme</translation>
    </message>
    <message>
        <source>把“%1”并入哪个主题？</source>
        <translation>Merge &quot;%1&quot; into which theme?</translation>
    </message>
    <message>
        <source>回车：选定    Esc：不改</source>
        <translation>Enter: choose    Esc: leave as it is</translation>
    </message>
</context>
<context>
    <name>ThemePicker</name>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>找主题：汉字、拼音首字母、英文或代号</source>
        <translation>Find a theme: Chinese, pinyin initials, English or id</translation>
    </message>
    <message>
        <source>空格或回车：选、不选    1–9：推荐    Ctrl+回车：完成</source>
        <translation>Space or Enter: take or drop    1–9: suggested    Ctrl+Enter: done</translation>
    </message>
    <message>
        <source>已选：%1</source>
        <translation>Chosen: %1</translation>
    </message>
    <message>
        <source>还没有主题</source>
        <translation>No themes yet</translation>
    </message>
    <message>
        <source>推荐</source>
        <translation>Suggested</translation>
    </message>
    <message>
        <source>已停用，仍在本段</source>
        <translation>Retired, still on this section</translation>
    </message>
    <message>
        <source>全部主题</source>
        <translation>All themes</translation>
    </message>
</context>
<context>
    <name>ThemeRanksModel</name>
    <message>
        <source>依据：%1</source>
        <translation>Because of: %1</translation>
    </message>
</context>
<context>
    <name>ThemesDelegate</name>
    <message>
        <source>%1 待定</source>
        <translation>open %1</translation>
    </message>
</context>
<context>
    <name>ThemesModel</name>
    <message>
        <source>%1 段</source>
        <translation>sections %1</translation>
    </message>
</context>
<context>
    <name>ThemesPage</name>
    <message>
        <source>找主题</source>
        <translation>Find a theme</translation>
    </message>
    <message>
        <source>新增同级</source>
        <translation>Add Beside</translation>
    </message>
    <message>
        <source>新增下级</source>
        <translation>Add Below</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>并入另一主题…</source>
        <translation>Merge into…</translation>
    </message>
    <message>
        <source>并入%1</source>
        <translation>merged into %1</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>retired</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>%1 个分段标了它，%2 个分段推荐它</source>
        <translation>Sections tagged: %1, sections it is proposed for: %2</translation>
    </message>
    <message>
        <source>新主题</source>
        <translation>New theme</translation>
    </message>
    <message>
        <source>合并主题</source>
        <translation>Merge themes</translation>
    </message>
    <message>
        <source>把“%1”并入“%2”？</source>
        <translation>Merge &quot;%1&quot; into &quot;%2&quot;?</translation>
    </message>
    <message>
        <source>改写 %1 个分段的主题和 %2 个分段的推荐，“%3”随后停用。可以撤销。</source>
        <translation>Sections to rewrite: %1, and proposals for %2 more. &quot;%3&quot; is then retired. This can be undone.</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
</context>
<context>
    <name>ThemesPanel</name>
    <message>
        <source>主题</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>推荐</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>推荐的主题</source>
        <translation>Proposed themes</translation>
    </message>
    <message>
        <source>找主题：汉字、拼音首字母、英文或代号</source>
        <translation>Find a theme: Chinese, pinyin initials, English or id</translation>
    </message>
    <message>
        <source>找主题</source>
        <translation>Find a theme</translation>
    </message>
    <message>
        <source>没有当前分段</source>
        <translation>No current section</translation>
    </message>
    <message>
        <source>打开一篇刊物，把光标放进一个分段。</source>
        <translation>Open a bulletin and put the caret into a section.</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>否决</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>到下一个有此主题的分段</source>
        <translation>To the next section with this theme</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>最近的项目</source>
        <translation>Recent projects</translation>
    </message>
    <message>
        <source>打开示例项目</source>
        <translation>Open the sample project</translation>
    </message>
    <message>
        <source>五篇真实的刊物，已预标注，可以放心试手</source>
        <translation>Five real bulletins, pre-annotated, to try your hand at</translation>
    </message>
    <message>
        <source>新建项目</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>一个项目是一个文件，随做随存</source>
        <translation>A project is one file, saved as you go</translation>
    </message>
    <message>
        <source>打开项目</source>
        <translation>Open project</translation>
    </message>
    <message>
        <source>打开已有的 .jiaozhu 文件</source>
        <translation>Open an existing .jiaozhu file</translation>
    </message>
    <message>
        <source>校其文，注其义。</source>
        <translation>Collate the words, annotate the sense.</translation>
    </message>
    <message>
        <source>校注</source>
        <translation>Jiaozhu</translation>
    </message>
</context>
<context>
    <name>Worker</name>
    <message>
        <source>后台进程意外结束：%1</source>
        <translation>The background process ended unexpectedly: %1</translation>
    </message>
    <message>
        <source>被信号 %1 终止</source>
        <translation>ended by signal %1</translation>
    </message>
    <message>
        <source>退出码 %1</source>
        <translation>exit code %1</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>停止：%1</source>
        <translation>Stop: %1</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>正在看过去的样子，先回到现在，才能修改。</source>
        <translation>You are looking at the past. Go back to the present to change anything.</translation>
    </message>
    <message>
        <source>项目文件不允许写入，只能看和导出。要修改，请另存副本。</source>
        <translation>The project file is write-protected: read and export only. To change anything, save a copy.</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message numerus="yes">
        <source>%n 篇</source>
        <translation>
            <numerusform>%n bulletin</numerusform>
            <numerusform>%n bulletins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>全项目 %n 篇已提交的刊物</source>
        <translation>
            <numerusform>%n submitted bulletin of the project</numerusform>
            <numerusform>%n submitted bulletins of the project</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dialog</name>
    <message>
        <source>给 %1 的工作包已写好，%2 篇：%3</source>
        <translation>The package for %1 is written, %2 bulletins: %3</translation>
    </message>
</context>
</TS>
