"""What the genre writes at the head of things: numbering, bylines, captions, imprint. Patterns are short."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

STOPS = "。！？!?…"
_HAN_NUMBERS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {
    c: n % 10 + 1 for n, c in enumerate("壹贰叁肆伍陆柒捌玖拾")
} | {"貳": 2, "參": 3, "参": 3, "叄": 3, "陸": 6, "〇": 0, "两": 2, "兩": 2}  # fmt: skip
_ROMAN = {"i": 1, "v": 5, "x": 10}
_N = "一二三四五六七八九十"
_FORMAL = "壹贰叁参肆伍陆柒捌玖拾貳參叄陸"

STYLES = (
    ("part", re.compile(rf"第([{_N}百零〇\d]{{1,4}})[编篇部編](?![分门族])[\s：:、]?")),
    ("chapter", re.compile(rf"第([{_N}百零〇\d]{{1,4}})章\s?")),
    ("clause", re.compile(rf"第([{_N}百零〇\d]{{1,5}})[条條](?![例龙狗路线])[\s：:]?")),
    ("annex", re.compile(r"附(?:件|录|表)?\s?(\d{0,2})\s?[：:]\s?(?=[^\d\s，。]{4,24}$)")),
    ("ordinal", re.compile(rf"第([{_N}]{{1,3}})[，,、：:]")),
    ("formal", re.compile(rf"([{_FORMAL}]{{1,3}})\s?[、.．]")),
    ("han", re.compile(rf"([{_N}]{{1,3}})\s?[、.．](?![{_N}]{{1,2}}[、是要])")),
    ("han-bracket", re.compile(rf"[（(]\s?([{_N}]{{1,3}})\s?[)）]、?")),
    ("case", re.compile(rf"第([{_N}]{{1,3}}|\d{{1,2}})案[\s：:]?")),
    ("named", re.compile(
        rf"(?:案由|情境|案例|镜头|鏡頭|故事|议题|議題|动议|動議|讨论|提案|专题|專題|话题|經驗|经验|做法|任务|问题|亮点|举措|[场場]景|篇章|专栏|活动)"
        rf"\s?[（(]?([{_N}]{{1,3}}|\d{{1,2}})[）)]?\s?[：:、.．\s]")),
    ("roman", re.compile(r"([IVX]{1,4}|[Ⅰ-Ⅻ])\s?(?:[、．：)）]|\.(?=\s))\s*")),
    ("digit", re.compile(r"(\d{1,2})\s?[、.．](?:(?![\d\s]{0,1}\d)|(?=\d{1,2}月|\s\d{1,2}[/月])|(?<=、)(?=\d{1,2}日))\s?")),
    ("decimal", re.compile(r"\d{1,2}[.．](\d{1,2})\s+(?=[\u3400-\u9fff])")),
    ("digit-bracket", re.compile(r"[（(]\s?(\d{1,2})\s?[)）]、?")),
    ("half-bracket", re.compile(r"([\d]{1,2}|[a-h])[)）]\s?")),
    ("ring", re.compile(r"([①-⑳])")),
    ("small-roman", re.compile(r"([ivx]{1,4})[.．、]\s+")),
    ("letter", re.compile(r"([A-Ha-h])[.、．]\s?")),
)  # fmt: skip
"""Numbering styles, the outer ones first."""
RANK = {name: n for n, (name, _) in enumerate(STYLES)}

HEADLINE_BULLETS = frozenset("◆◇■□★☆◎●")
MARKDOWN = re.compile(r"(?!#+\s*tags?\s?[:：])(#{1,6}(?=\s)|#{2,6}(?=[\w@【《“「][^#\n]*$))\s*(?=\S)")
BULLETS = r"\x80-\x9f§▍▎▌◎◆◇●○■□▲△★☆➢※➤▶►❖✦•·‧・\uf000-\uf0ff\u2700-\u27bf\U0001f300-\U0001faff"
"""What stands before an item or a heading, as part of a character class: signs, dingbats, pictures."""
BULLET = re.compile(rf"[{BULLETS}]\ufe0f?\s?")


@dataclass(frozen=True, slots=True)
class Number:
    """A numbered opening: its style, its ordinal (0 where it has none) and how many characters it takes."""

    style: str
    value: int
    length: int


def ordinal(digits: str) -> int:
    """The value of an ordinal below a hundred in Chinese or Arabic figures; 0 when it is none."""
    if digits.isascii() and digits.isdigit():
        return int(digits)
    if len(digits) == 1 and "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
    if len(digits) == 1 and "Ⅰ" <= digits <= "Ⅻ":
        return ord(digits) - ord("Ⅰ") + 1
    values = [_ROMAN.get(letter, 0) for letter in digits.lower()]
    if values and all(values):
        return sum(-a if a < b else a for a, b in pairwise([*values, 0]))
    if len(digits) == 1 and digits.isascii():
        return ord(digits.lower()) - ord("a") + 1
    total = 0
    for character in digits:
        value = _HAN_NUMBERS.get(character)
        if value is None:
            return 0
        total = (total or 1) * 10 if value == 10 else total + value
    return total


def number(head: str) -> Number | None:
    """The numbering that a block opens with, after a bullet or Markdown mark."""
    skipped = 0
    for mark in (MARKDOWN, BULLET, re.compile(r"\*\*|__")):
        match = mark.match(head, skipped)
        if match:
            skipped = match.end()
    for name, pattern in STYLES:
        match = pattern.match(head, skipped)
        if match:
            return Number(name, ordinal(match.group(1)), match.end())
    return None


COLUMN = re.compile(
    r"[★☆◆◇■※=~－—·]+\s*[^\s★☆◆◇■※=~－—，。：·\d]{2,10}\s*[★☆◆◇■※=~－—·]+|[◆◇●■★\s]*[【\[［〖『](?!\s?(?:(?:本报|本刊|特约|特派|实习)?(?:记者|通讯员)|打印|关闭|返回))\s?[^】\]］〗』]{2,14}\s?[】\]］〗』]\s*"
)
NEWS = r"动态|动向|要闻|新闻|简\s?讯|短讯|快讯|零讯|短波|短消息|消息|信息|资讯|播报|传真|速递|速览|快递|快报|简报|预告|花絮|头条|头版|要事"
"""What columns of news are called."""
COLUMN_NAMES = re.compile(
    rf"{NEWS}|园地|之窗|风采|聚焦|专栏|专题|导读|经验|天地|广角|典型|案例|公告|投稿|视点|论坛|之声|在线|直通车|文苑|副刊|回声|榜样"
    r"|人物|纪实|特写|一线|基层|链接|交流|回顾|活动|服务|公示"
)
BRIEF_COLUMNS = re.compile("简讯|短讯|快讯|短波|一句话|要闻|动态|动向|速递|信息")

RUN_TOGETHER = re.compile(r"(?:简\s?讯|短讯|快讯|短波|短消息|一句话(?:新闻)?|短新闻|简明新闻|零讯|速览|简讯集锦)\W*$")
"""Columns whose items may stand in one paragraph, a sentence each."""

BYLINE = re.compile(
    r"[【\[（(]\s?(?:本报|本刊|特约|特派|实习)?(?:记者|通讯员)[^】\])）\n]{1,24}(?:报导|报道|电|讯)\s?[】\])）]\s*$|"
    r"□\s?[\u3400-\u9fff·]{2,4}(?:\s|$)|[□■◎○▲]\s?(?:文|图|記者|记者|本报|通讯员)|(?:本报|本刊)?(?:记者|記者|通讯员|作者|撰稿|供稿|文|图文|文图|文/图|撰文|编写|整理)\s?[:：/／|丨]\s?\S"
    r"|(?:本报|本刊|[\u3400-\u9fff]{2,6}[报台社])(?:记者|通讯员)\s|(?:记者|通讯员)\s\S{2,4}\s*(?:$|\s)"
)
FULL_DATE = (
    r"(?:\d{2,4}|[二一三四五六七八九〇零○OＯ]{2,4}|民国\s?[一二三四五六七八九十百〇零○]{1,5})\s?[-./年]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[-./月]"
    r"\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日?"
)
MONTH = r"(?:\d{4}|[二一三四五六七八九〇零○]{4}|民国\s?(?:\d{2,3}|[一二三四五六七八九十百〇零○]{1,5}))\s?年\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?月"
ERA = r"(?:(?:中华民国|民国|主[后历曆]|公元|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[^\s，。\d]{0,4})\s{0,2})"
DATE_LINE = re.compile(
    rf"[（(\[【]?\s?{ERA}?(?:(?:发布|發布|更新|日期|时间|時間|成文|发文)[^:：]{{0,4}}[:：]\s?)?"
    r"(?:\d{2,4}|[二一三四五六七八九〇零○OＯ]{2,4})\s?[-./年]\s?(?:0?[1-9](?!\d)|1[0-2]|[一二三四五六七八九十]{1,3})\s?[-./月]\s?"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日?)?"
)
FIELD = re.compile(
    r"(?:\*\*)?\s?(?:时\s*间|地\s*点|主\s*旨|决\s*议|提案人|附议人?|主\s*持\s*人|记\s*录\s*人?|参\s*会\s*人\s*员|参加会议人员|与会人员|时间|時間|地点|地點|主持人?|主席|记录人?|記錄人?|紀錄|出席(?:人员|委員|人員|者)?|列席(?:人员|人員|者)?|参加(?:人员)?"
    r"|与会人员|缺席|请假|请假人员|会议(?:时间|地点|主题|议题)|日期|主题|主題|议题|議題|嘉宾|形式|发文字号|文号|索引号|主题分类|发文机关|成文日期|标题|来源|作者|学校|(?:发布|供稿|报送|来稿)单位|撰稿人|发布人"
    r"|type|title|date|author|speakers|tags|categories|layout)\s?(?:\*\*)?\s?[:：]"
)
TELLING = re.compile(r"日\s*期|时\s*间|地\s*点|主\s*席|[记纪]录人?|(?:出席|列席|缺席|请假)(?:人员|委员|者)")
"""A label by itself in minutes, above when, where and who was there."""
LABEL_ALONE = re.compile(
    rf"(?:决\s*议|办\s*法|主\s*旨|案\s*由|拟\s*办|说\s*明|结\s*论|提案(?:原因|内容))\s*[：:]?|(?:方\s*式|对\s*象|费\s*用|名\s*额)\s*[：:]|{TELLING.pattern}"
)
"""What stands in minutes above what was said of a motion, or one of those labels."""
DOCUMENT = re.compile(
    r"(?:通知|公告|通报|通報|报告|報告|请示|批复|意见|意見|决定|決定|决议|決議|方案|办法|辦法|通告|倡议书|公示|总结|總結|纪要|紀要|紀錄|规定"
    r"|細則|细则|条例|计划|要点|章程|函|启事|啟事)(?:[（(].{1,16}[)）])?$"
)
"""How the title of a document ends."""
DOCUMENT_NUMBER = re.compile(
    r"[（(]?\s?[\u3400-\u9fffA-Z]{0,14}\s?[〔\[［（(【]\s?\d{4}\s?[〕\]］)）】]\s?第?\s?\d{1,4}\s?[号號]\s?[)）]?"
)
LABELLED = re.compile(r"[\[［][^\[\]［］]{2,10}[\]］]\s?\S.{0,40}")
"""A field whose label stands in square brackets: [服务人数]17."""
PAIR = re.compile(r"(?:[^\s，。；：:（(]{1,10}|[\u3400-\u9fff][ \t\u3000]{1,4}[\u3400-\u9fff])\s?[:：]\s*\S.{0,40}")
"""A field by its form alone: counts beside others of its kind."""
LABEL = re.compile(r"\*\*\s?[^*\n]{1,12}(?:[:：]\s?\*\*|\*\*\s?[:：])\s*\S")
DIALOGUE = re.compile(r"(?:[^\s：:]|[^\s：:]{2}(?=.*[。！？；…”]$))\s*[：:]\s*\S", re.DOTALL)
STAMP = re.compile(
    r"(?:[^\s，。：:\d]{2,14}\s{1,3}){0,2}(?:发布|發布|更新|发表)?(?:于|於)?\s?(?:(?:日期|时间|時間)?\s?[：:]\s?)?"
    rf"(?:{FULL_DATE}|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}})"
    r"(?:[T\s]\s?\d{1,2}:\d{2}(?::\d{2})?)?(?:\s?[（(]?(?:星期|周|週)[一二三四五六日天][）)]?)?"
)
"""A line that says when an item appeared, perhaps with whose it is, and nothing else."""
SIZES = re.compile(r"\W*(?:字\s?[体号]|文字大小)\s?[:：]?(?:[\W]*[特超大中小缩放]号?){2,5}\W*")
"""In what sizes a page of the net sets its letters."""
SOURCE_LINE = re.compile(
    r"(?:信息)?(?:来源|來源|作者|发布人|(?:浏览|点击|阅读)(?:人次|人数|次数|[量率数])?|字号|编辑|责编)\s?[:：]"
)

CREDIT = re.compile(
    r"[（(]\s?[^（）()。，,]{2,30}\s?[)）]|[（(]\s?(?:文|图|文图|供稿|来源|撰稿|摄影|记者|本报记者|通讯员|特约|作者|编辑|责任编辑)[^（）()]{0,50}[)）]"
)
_CREDITED = (
    r"(?:信息|稿件)?(?:来源|來源|供稿|撰稿|撰文|文稿|文字|文案|图片|圖片|供图|摄影|攝影|编辑|編輯|责编|責編|责任编辑|美编|排版|校对|校對|审核|审核发布|審核"
    r"|终审|初审|复审|三审|二审|一审|审稿|审校|审定|审签|编审|签发|发布|视频|副主编|负责|主办|主编|主編|总编|總編|监制|策划|出品|通讯员|图文|文图|文源|图源|文|图|审|访)(?:人|者)?"
)
CREDIT_FIELD = re.compile(rf"(?:\*\*\s?)?{_CREDITED}(?:\s?[及和与、]\s?{_CREDITED})?\s?[:：丨∣|｜/／]")
IMPRINT = re.compile(
    r"(?:主?\s?[报報]|主?\s?送|[报報呈抄分发發印]\s?[报報送]|[发發]|上\s?[报報]|下\s?[发發]|正本|副本|主题词|主題詞)\s?[:：]\s?\S|[（(]?(?:共印|印发|印數|印数|份数)|.{0,30}\d{4}年\d{1,2}月\d{1,2}日印发"
    r"|(?:联系(?:电话|人|方式|地址)|聯絡|电话|電話|传真|傳真|邮编|邮箱|投稿(?:邮箱|热线)|热线|地址|网址|網址|(?:原文)?链接(?:地址)?|电子邮箱|E-?mail|URL|Address|Tel)\s?[:：]"
    r"|(?:欢迎.{0,8}(?:投稿|来稿|来电)|编辑出版|承印|印刷\s?(?:厂|[单單]位|[:：])|准印证|内部资料|本期编辑|责任编辑|编委会|编辑部)"
)

CAPTION = re.compile(
    r"图为|圖為|图说\s?[：:]|照片[一二三四五六七八九十\d]{1,2}\s|图[一二三四五六七八九十\d①-⑳]{1,2}[：:为\s]|[图照圖]片?[:：]|(?:左|右|上|下)[图圖][:：为]|资料图"
    r"|(?:左|右)起\s?[：:）)]|[从由自]左[至到往向起]右?\s?[：:）)]|\d{1,2}\s?[-–—~至]\s?\d{1,2}\s?依次[是为]"
)
PICTURE = re.compile(
    r">\s?(?i:photos?|images?|pictures?)\s(?i:by|from|:)|!\[[^\]]{0,80}\]\([^)]{1,300}\)\s*\S|[*_]{1,2}(?:图|图片|图为)\s?[：:为]"
)
"""A picture in Markdown with words beside it, or a caption set in italics."""
CAPTION_PLACE = re.compile(
    r"[（(](?:(?:前|后|二|第[一二三]|中)?排?(?:左|右)[起数一二三四五六七八]?[一二三四五六七八]?|中|居中|前中)(?:为[^（）()]{0,10})?[)）]|[（(](?:摄影|摄|供图|图)[：:/／][^（）()]{2,12}[)）]$"
)
"""Who stands where in a picture, or who took it."""
PICTURE_OF = re.compile(r"(?:图片|照片|图源)(?:来源|提供)?\s?[：:/]\s?\S{2,14}$")
"""Whose picture it is."""
PICTURE_FILE = re.compile(
    r"(?i:dscn?|dscf|img|mg|p\d)[_-]?\d{3,8}(?:\.\w{3,4})?|微信[图圖]片_?\d{6,20}(?:\.\w{3,4})?"
    r"|[^\s，。；：！？/]{1,40}\.(?i:jpe?g|png|gif|bmp|webp|heic)(?![^\s])|https?://[^\s，。]{4,200}\.(?i:jpe?g|png|gif|webp)(?![A-Za-z0-9])"
)
"""What a camera, or who put it on a page, calls a picture."""
CAPTION_MARK = re.compile(r"[▲△↑↓←→☝👆]\s{0,3}\S")
CAPTION_END = re.compile(r"(?:供图|供圖|摄|攝|摄影|攝影)\s?[)）]?$|(?:摄影|供图)\s?[/／]\s?[\u3400-\u9fff]{2,4}$")
CAPTION_SCENE = re.compile(r"(?:合影|合照|留影|留念|现场|現場|剪影|掠影|剧照|演出照)$")
CAPTION_ACT = re.compile(
    "[（(][^（）()。：:]{4,40}(?:讲话|致[辞词]|发言|主持[^（）()]{0,4}|宣读[^（）()]{2,16}|揭牌|剪彩|颁奖|合影|签约|启动|授[牌旗]|现场|代表)[）)]"
)
"""Who does what in a picture, told in brackets on a line of its own."""
CAPTION_POSE = re.compile("(?:合影|合照|留影)$")
CAPTION_DATE = re.compile(r"(?:\d{2,4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日(?:[上下]午|晚)?[,，]")

NOTICE = re.compile(
    r"^(?=.*[\u3400-\u9fff])(?:打印(?:正文|本文)?|分享|收藏|关闭|大号|中号|小号|字号|字体|纠错|[\W_])+$|(?:^|我要|提交|发表)评论区?$|扫一扫|扫描二维码|分享本页|分享[到至]|版权(?:所有|声明|归)|未经(?:本[网站]|授权|许可)|更多精彩|点击(?:查看|阅读)原文|阅读原文|原文链接$|返?回(?:顶部|首页|首頁|列表|上一?[页頁])|浏览器不支持|(?i:read|see) more|[上下]一[篇则]|打印本页|关闭窗口"
    r"|您(?:当前)?所?在?(?:的)?位置|当前位置|相关(?:新闻|阅读|链接)|网站地图|备案号|网安备|ICP|长按|关注我们|官\s?方\s?公\s?众\s?号|转载请(?:注明|联系)|下载.{0,12}客户端|本文转自|声明[:：]|(?:特别|免责|郑重)声明|侵犯[^，。]{0,8}权益|侵权申诉"
)
READ_ON = re.compile(
    r"[\s\[【（(>»…]*(?:(?:查看|点击|阅读|浏览)?(?:详\s?情|详细|全文|原文|更\s?多)|(?i:(?:read )?more))[\s\]】）)>»…]*"
)
"""The link from a teaser to its text."""
REGISTERED = re.compile("备案|网安备|ICP|版权所有|(?i:copyright)|©")
"""The numbers under which a site is registered, and whose it is, stand in its imprint."""
NEIGHBOURS = re.compile(r"相关(?:新闻|阅读|链接|推荐|文章|报道|信息)|推荐阅读|热门|上一[篇条则]|下一[篇条则]|友情链接")
"""What opens the list of other pages below an article on the net."""
PATH = re.compile(
    r"(?:[您你]?(?:当前|现在)(?:所在)?(?:的)?位置|当前位置)\s?[:：>＞»]|(?:[您你]?(?:当前|现在)?(?:所在)?(?:的)?位置\s?[:：])?\s?(?:网站)?[首主]\s?页\s?(?:[>＞»›/\\|•-]|&gt;)"
    r"|[^\s，。：>]{2,10}\s?(?:>>?|＞＞?|»)\s?[^\s，。：>]{2,10}\s?(?:>>?|＞＞?|»)\s?[^\s，。：>]{2,40}\s*$"
)
NAVIGATION = re.compile(
    r"\W*(?:跳(?:到|至|转到)?主?要?(?:内容|選單|选单|导览)(?:区块|区)?|(?i:top of page|bottom of page|skip to (?:main )?content|search|menu|toggle navigation|login|sign in)"
    r"|(?i:home|loading)|跑马灯|放大\s缩小(?:\s默认)?|滑动查看[^，。]{2,10}图片|本版导读|跟帖评论自律管理承诺书[^，。]{0,40}|进入后台"
    r"|扫一?[扫码]{1,2}[^，。]{0,8}手机[^，。]{0,6}|(?:(?:首页|[上下]一?页|尾页|末页|返回第一页|共\d{1,3}页|\d{1,3})(?:\s+|$)){4,}"
    r"|相关附件\s?[:：][^，。：]{0,60}|打印本页(?:\s返回)?|全文下载|字号\s?[:：]?|[A-Z]\d{12,24}\.(?i:docx?|xlsx?|pdf|zip)"
    r"|网站(?:导览|地图)|搜[索寻]|登[录入]|注册|设为首页(?:\W*(?:加入)?收藏(?:本站)?)?|加入收藏(?:\W*设为首页)?)\W*|:{3,}"
)
"""What a page of the net has for moving about, a line by itself."""
SITE_LABEL = re.compile("(?:新闻|文章|通知|公告|动态|信息|活动|内容)(?:详情|正文)")
"""What a site calls the page that holds one text."""
WELCOME = re.compile("\\W*(?:亲|您好|你好)?[，,！!]?欢迎(?:您|你)?(?:访问|来到|光临)")
"""How a site greets who opens it."""
LINK_ITEM = re.compile(r"[-*+]\s*\[[^\]]+\]\([^)\s]+\)\s*")
"""An item of a list that is nothing but a link to another page."""
KICKER = re.compile(
    "(?:聚焦|筑牢|强化|推进|打造|弘扬|凝聚|凝心|践行|深化|夯实|激发|助力|守护|落实|坚持|加强|创新|传承|共建|共创|齐心|心系|关爱|温暖|优化|提升|狠抓|做实|走进)"
    "(?=..)"
)
"""Phrases that stand above a headline open with a verb; columns do not."""
PAGE_OF = r"共?[\d一二三四五六七八九十]{1,3}[页頁]?之"
"""Of how many pages one is, before its number: 共二页之第一页."""
PAGE_NUMBER = re.compile(
    rf"[-—–－·~～\s]*(?:(?:{PAGE_OF})?第\s?[\d一二三四五六七八九十]{{1,3}}\s?[页頁版]|[Pp]age\s?\d{{1,3}}|\d{{1,3}})(?:\s?/\s?\d{{1,3}}|[,，\s]*共\s?\d{{1,3}}\s?[页頁])?[-—–－·~～\s]*"
)
PAGE_HEAD = (
    re.compile(r"第\s?[\d一二三四五六七八九十]{1,3}\s?版|[A-D]?\d{1,2}\s?版|版\s?[面次]"),
    re.compile(FULL_DATE),
    re.compile("星期[一二三四五六日天]"),
    re.compile(r"(?:责任编辑|責任編輯|责编|美编|主编|编辑|版式|校对|电话|熱線|热线|E-?mail)\s?[:：/]"),
    re.compile(r"总?第\s?\d{1,4}\s?期"),
    re.compile(r"第\s?\d{1,3}\s?页|[Pp]age\s?\d{1,3}"),
)
"""What the head of a newspaper's page holds; a line with two of these is one."""
PAGED = re.compile(
    r"[·—－-]?\s?\d{1,3}\s?[·—－-]?\s{2,}\S{2,16}(?:\s+\S{2,8})?|\S{3,24}\s{2,}(?:第\s?[\d一二三四五六七八九十]{1,3}\s?[页版]|[·—－-]?\s?\d{1,3}\s?[·—－-]?)"
    r"|第\s?[\d一二三四五六七八九十]{1,2}\s?[页版]"
)
"""A page's head or foot: the bulletin's name and the page's number set apart."""
TURN = re.compile(
    r"[（(【\[]?\s?(?:(?P<back>[上承续紧]接)|下[转接]|转)(?:自|至)?\s?第?\s?[\d一二三四五六七八A-D]{1,3}\s?[版页面][^，。]{0,8}?\s?[）)】\]]?"
)
"""Where an article breaks off and goes on: （下转第2版）, （上接第1版）."""
RULE = re.compile(r"[-=_*~—－─━·.\s]{3,}")

MASTHEAD = re.compile(
    r"二维码|公众号|公眾號|扫描|掃描|主办|主辦|编印|編印|主管|承办单位|联合出版|出版|总第|總第|第\s?[\d一二三四五六七八九十〇○]{1,4}\s?期|内部(?:资料|刊物)|免费赠阅|准印证"
    r"|办公室编|编辑部|NEWS|News|Newsletter|NEWSLETTER|WEEKLY|Weekly|BULLETIN|www\.|http|@|Tel|Address|本期(?:导读|导读|目录|要目)|目\s?录|目\s?次"
)
MASTHEAD_NAME = re.compile(
    r"(?:简\s?报|簡\s?報|快\s?报|周\s?报|週\s?報|月\s?报|晨\s?报|社区\s?报|专\s?报|通\s?讯|通\s?訊|會\s?訊|会\s?讯|季\s?刊|月\s?刊|校\s?报|院\s?报|动态信息|工作动态|信息动态|教育动态|动\s?态|专\s?刊"
    r"|週\s?刊|周\s?刊|信\s?息)(?:\s*[（(]?\s?(?:第|总第|增刊|特刊|[\d一二三四五六七八九十〇零○]{2,4}年).{0,16}|\s*[|｜·].{1,20})?$"
)
ISSUE = re.compile(
    r"第\s?([\d一二三四五六七八九十百〇○零]{1,4})\s?期|([\d一二三四五六七八九十〇零]{2,4}年[\d一二三四五六七八九十]{1,3}月)[号號]"
    r"|\b(?:Vol|No|Issue)[.．]?\s?\d{1,4}|第\s?[\d一二三四五六七八九十]{1,4}\s?[号號](?!\S)|\d{4}\s?年\s?\d{1,2}\s?月刊"
    r"|(?:\d{4}|[二一三四五六七八九〇零○]{4}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])年?[·\s]{0,2}(?:[春夏秋冬]季?|新春|中秋|国庆|迎春)[号卷刊]|创刊号|[（(].{0,12}(?:合刊|特刊|专刊|增刊)[）)]$|[《》\s].{0,6}(?:春分|夏至|秋分|冬至|新春|中秋|端午|重阳|春节)号$|[|｜]\s?\S{0,6}(?:专号|专刊|特刊)|·.{0,12}特刊$"
)

DATELINE = re.compile(
    r"(?:本报讯|本刊讯|本網訊|本网讯|讯\s|日前|近日|连日来|\d{1,4}年\d{1,2}月|\d{1,2}月\d{1,2}日|\d{1,2}日[，,上下]|为(?:了|进一步|切实|深入|认真|贯彻|全面|充分|加强|深化|庆祝)"
    r"|为[^，,。]{4,40}[，,]|在[^，,。]{2,30}(?:之际|到来|前夕)|今年是|第[一二]批|自[^，,。]{2,20}以来|[^，,。]{2,14}开展以来)"
)
TELEGRAM = re.compile(r"[^，。]{0,16}讯\s?[（(\s]|本报[^，。]{2,10}电|[【\[（(]?(?:记者|通讯员)")
BY_REPORTER = r"[^\s，。]{2,8}讯\s?[（(](?:本报|特约|实习)?(?:记者|通讯员)"
REPORTED = re.compile(rf"{BY_REPORTER}|本报讯\s")
"""How a report opens that names its paper and its reporter: it is one of its own without any headline."""
ADDRESS = re.compile(r"\s*(?:https?://|www\.|[\w.+-]+@[\w-]+\.)", re.ASCII)
LINK = re.compile(r"https?://|www\.\w", re.ASCII)
SECOND_NEWS = re.compile(r"(?:又讯|又訊|另讯|另訊|相关链接|相关新闻)[\s:：]")
READ_COUNT = re.compile("(?:来源|浏览|点击|阅读|字号|作者|编辑|发布时间)[^，。]{0,6}[:：]")
DAY = re.compile(r"\d{1,2}\s?月\s?\d{1,2}\s?日")
MOMENT = re.compile(
    rf"{DAY.pattern}\s?(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?\s?(?:[上下]午|晚)?(?:\s?\d{{1,2}}[:：]\d{{2}}.{{0,12}})?|(?:[上下]午|晚)?\s?\d{{1,2}}[:：]\d{{2}}.{{0,12}})"
)
"""A line that says when something begins: 10月11日（周五）19:30."""
LED = re.compile(r"(?=[\u3400-\u9fff“《])[^，。；：:！？\s](?:[^，。；：:！？\s]| (?! )){6,40}(?=[ \u3000]{3,}\S)")
"""A headline that only wide spaces part from its text on the same line."""
SLUG = re.compile(r"[^|｜丨\s][^|｜丨]{0,9}\s?[|｜丨]\s?[^|｜丨]{2,24}")
EVENT_VERB = re.compile(
    r"召开|举行|舉行|举办|舉辦|开展|組織|组织|参观|走访|调研|检查|慰问|启动|揭牌|部署|推进|学习|传达|会见|座谈|看望|受邀|被授予|荣获|获评|获|赴|到|来|为|成立|参加|签约|发布|印发|关于|迎|率队|督导|走进|助力|完成|通过"
)
REPORT_VERB = re.compile(
    r"召开|召開|举行|舉行|举办|舉辦|开展|開展|组织|組織|参观|參觀|走访|走訪|调研|检查|慰问|慰問|启动|啟動|揭牌|荣获|榮獲|获评|完成|参加|參加|签约|发布|發布|成立"
)
"""What only a report's headline says in its middle."""
ORGANISATION = re.compile(
    r"(?:党工委|党委|党组|党总支|党支部|街道|办事处|居委会?|社区|委员会|管理中心|服务中心|中心|学院|办公厅|政府|总部|总局|总队|支队|大队|大学|学校|集团|公司|工会|团委|妇联|协会|办公室|联合会|局|办|处|科|所|站|队|部|委|组)"
)
UNIT_END = re.compile(
    r"(?:医院|卫生院|学校|中学|小学|幼儿园|大学|学院|公司|集团|街道|[镇乡村县市区局委办站所处科部队]|社区|中心|协会|支部|工会|妇联|年级|[班组系室])$"
)
"""How the name of a unit ends where a headline opens with it and a colon."""
RESUMES = re.compile(
    r"从以上|以上|上述|会议(?:还|最后|要求|强调|指出|认为)|会后|会上|最后|大会|座谈会|随后|此外|同时|下一步|接下来|活动|据悉|[^，,。]{1,8}(?:强调|表示|要求|指出|最后)"
)
CLOSES = re.compile(
    r"(?:下一步|下阶段|下一阶段|接下来|最后)[，,]|会议(?:最后|强调|要求|指出|认为|还)|会议于[^，。]{2,14}(?:结束|散会)|特此(?:通知|报告|公告|通报|函告)"
    r"|[^，。：]{2,14}(?:最后(?:强调|指出|要求|表示)|[在作]总结讲话|(?:在|作)(?:会议)?总结)"
    r"|(?:[\u3400-\u9fff]{2,4}们[、，]){1,3}|以上(?:问题|意见|事项|通报|各项|内容)|各(?:单位|部门|支部|社区|街道|镇|乡镇)(?:要|应)"
)
"""How a report or a document speaks again after the last of its numbered parts."""
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武"
    "钱戴严莫孔向常汤康易乔赖文温芦伍牛鲁葛殷欧盛戚祝左岳庞耿关焦竺房俞柳聂童毕樊颜倪柯翟霍肖張劉陳楊黃趙吳孫馬羅鄭謝許鄧馮韓蕭葉蔣蘇呂盧鍾譚陸賈鄒龍賀顧龔邵萬錢嚴湯賴溫歐龐關聶顏"
)
_SELDOM = "宫宮苗纪紀尤卓阮游祁储儲申梅邢施鲍鮑喻詹褚冼骆駱邝鄺麦麥滕柴阎閻臧卜冉鄢季桂蓝藍岑应應甘包解连連习習丛叢商官封印明晏佟闵尚闻时滑苑幸窦鞠敖冷卞逯亓仝仲冀况匡巩扈揭敬景楚牟甄瞿禹简綦缪翁胥茅荀荆荣蒙蔺许谌谷贡郜郗隋霍靳饶鱼麻黎"
"""Surnames that begin many an ordinary word: they count behind a post alone."""
PERSON_LINE = re.compile(
    rf"[“\"]?\s?(?:\*\*)?(?:[^\s，。、,：:*]{{2,16}}\s+){{0,2}}[{_SURNAMES}][\s\u3000]{{0,4}}[\u4e00-\u9fff](?:[\s\u3000]{{0,2}}[\u4e00-\u9fff])?\s?(?:\*\*)?\s?[:：]?"
)
POSED = re.compile(
    rf"[^\s，。：:；！？“”《》（）()—–-]{{2,30}}(?:书记|書記|主任|主席|[院校局处處科所站队隊镇鎮乡鄉县縣市区區部会會组組村社董事]长|[院校局处處科所站队隊镇鎮乡鄉县縣市区區部会會组組村社董事]長|教授|博士|经理|經理|代表|委员|委員|理事|干事|幹事|医师|醫師)"
    rf"\s?([{_SURNAMES}{_SELDOM}][\s\u3000]{{0,2}}[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{2,3}}(?:先生|女士))(?:教授|博士|老师|老師|先生|女士|同志)?(?:讲话|致辞|致词|发言|主持)?"
)
"""A line that says who is seen in a picture, with the post: 市委副书记、市长某某."""
SAID = re.compile(rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}[：:]\s?[^\s：:]{{4,}}")
"""A line that gives what a person says in short."""
HONORIFIC = re.compile(r"(?:\S+\s+)?(?:Mr|Ms|Mrs|Miss|Dr|Prof|Rev|Fr|Sr)\.?\s[A-Z]")
"""How a line opens that names a person in Latin letters."""
BYLINE_WORD = re.compile("记者|通讯员|撰稿|作者|摄影")
SPACED_NAME = re.compile(rf"(?<![^\s、：:])[{_SURNAMES}][ \u3000]{{1,3}}[\u4e00-\u9fff](?![^\s、（(])")
"""A name of two characters that is set apart to the width of three."""
CELL = re.compile(
    rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?:[（(][^（）()]{{1,12}}[)）])?|[A-Z][a-z]+(?: [A-Z][A-Za-z.-]*){{0,3}}"
    r"|(?:[$¥￥]|US\$|RM|港币|人民币)?\d[\d,，.]*(?:元|人|票|名|%|分)?"
)
"""A person's name, or a figure, alone in its cell."""
AMOUNT = re.compile(
    r"(?:[$¥￥]|NT\$?|港币|人民币)?\s?\d[\d,，.]*\s?(?:万?元|万?[港欧美]元|块)(?:/[人次天日年月台张份])?"
)
"""A sum of money alone in its cell."""
ASKS_FOR_PARTS = re.compile(r"(?:如下|感想|感言|体会|要求|方面|意见|寄语|心声|发言|方案|内容)[^。]{0,6}[:：]?$")
NAMED = re.compile(rf"[{_SURNAMES}{_SELDOM}][\s\u3000]{{0,2}}[\u4e00-\u9fff]{{1,2}}")
"""What may be a person's name."""
SIGNATURE = re.compile(
    rf"[^\s，。：:]{{2,14}}(?:[\s\u3000]+[{_SURNAMES}][^\s，。：:]{{1,2}}){{1,4}}|[{_SURNAMES}][^\s，。：:]{{1,2}}(?:[\s\u3000]+[{_SURNAMES}][^\s，。：:]{{1,2}}){{1,4}}"
)
GOES_ON = re.compile(
    r"随后|接着|接下来|之后|当[天日晚][，上下]|返程|[上下]午，|活动(?:中|现场|最后|结束)|会后|仪式(?:上|后)|最后，|期间"
)
"""How running text goes on after a picture."""
ENTRY = re.compile(
    r"\S.*?(?:\s|[\u3400-\u9fff（(]|[$¥￥])\d[\d,，.]*\s?(?:元|万元|欧元|美元|港元|港币|块|包|袋|箱|台|条|盒|册|件|份|瓶|票|斤|公斤)?[）)]?$"
    r"|[\u3400-\u9fff]{0,8}\s{2,}\S.{1,24}(?:先生|女士|小姐|太太|老师|伉俪)(?:\s*[（(][^（）()]{1,16}[）)])?$"
)
"""A line of a roster or of a list of gifts: a name and what it stands for."""
SALUTATION = re.compile(
    r"(?:亲爱的|尊敬的|敬爱的|各位|全体)[^，。]{1,24}[：:！!]$|[^，。：:]{2,30}(?:同志|朋友|居民|业主|家长|同学|校友|员工|委员会|学校|单位|政府)们?[：:]$"
)
"""Whom a letter or a notice speaks to."""
SIGNED = re.compile(r"(?:谨启|敬上|谨上|谨识|敬启|敬贺|谨致|拜上)$")
ANNEX = re.compile(r"附(?:件|表)\s?[：:]\s?1\s?[.．、]|(?:会址|地址|通讯处|电\s*话)\s?[：:]")
"""A list of annexes, or where to write to: neither heads anything."""
ANNEXED = re.compile(r"附\s?(?:件|表)\s?[一二三四五六七八九十\d]{0,2}\s?[：:.、．]|附\s?[：:]")
"""One of the annexes that a document names at its end."""
CONTACTS = re.compile(r"联\s?系\s?(?:方\s?式|人|电话|我们|办法)|联络(?:方式|人)|咨询(?:方式|电话)")
"""What a part is called that says whom to ask."""
BRACKETED = re.compile(r"[（(][^（）()]{2,60}[）)]")
TOLD = re.compile(
    r"(?:的话|寄语|致辞|贺词|感言|手记|随笔|随想|心得|体会|故事|专访|人物|卷首语?|编者按|导语|前言|后记|来信|日记|文苑|诗歌|副刊)\W*$"
)
"""Columns whose paragraphs are one text, not one item each."""
ASKS = re.compile(r"\W*联系人")
"""Whom a notice tells its readers to call."""
GREETING = re.compile(r"谢谢|感谢大家|大家.{0,4}好|各位.{2,20}好[！!]|.{0,6}祝[愿福大您你各全]")
CLOSING = re.compile(r"特此(?:通告|通知|公告|报告|報告|函告)|此致|敬礼|敬禮|顺颂|謹啟|谨启")
MARKUP = re.compile(
    r"<[/a-zA-Z!]|:::|\{[%{]|\||[-*+–](?:\s+(?=\S)|(?=[\u3400-\u9fff]))|-$|!\[|>\s?|```|\$\w|\[[^\]]{1,80}\]\(|&nbsp;|[un][ \xa0\u3000]{2,}(?=[\u3400-\u9fff])|/[\w./-]{4,200}\.(?i:jpe?g|png|gif|bmp|webp)\s*$"
)
AGENDA = re.compile(
    r"(?:主席|理事长|会长|校长|工作|会务|财务|业务|各组|监事|秘书长?)(?:工作)?(?:报告|致[词辞])|(?:报告|讨论|决议|提案|选举|表决|确认|承认)(?:[与及和](?:讨论|决议|表决))?事项"
    r"|(?:提案讨论|议题讨论|讨论提案|临时[动提][议案]|上次会议(?:纪录|记录)?(?:确认|追踪|决议)?\S{0,6})"
)
"""What the parts of minutes are called."""
PUBLISHED = re.compile(r"(?:联合|出)版$|主办$|编印$|编$|主辦$|出品$")
