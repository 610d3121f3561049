"""What the slots of bulletin patterns say: persons, bodies, places, dates, meetings, documents."""

from __future__ import annotations

from functools import cache
from importlib import resources
from random import Random

import rjieba

from models.prelabel.entities.lexicons import lexicons, sections
from models.prelabel.training.grammar import Scene, Slot


@cache
def vocabulary() -> dict[str, tuple[str, ...]]:
    """The word lists of `bulletins/words.txt`."""
    return dict(sections((resources.files(__package__) / "bulletins" / "words.txt").read_text(encoding="utf-8")))


_SYLLABLES = {
    "stems": (
        "青红金银玉紫翠碧白黄丹彩云月星晨晓春秋冬夏东西南北上下中前后新古老大小长高平安和永福康宁宝德仁义文武明光华荣兴盛龙凤鹤鹭鹿马牛羊"
        "天地石山水泉溪河湖江海沙洲岛湾林松柏竹梅兰菊荷桂桃李杏枫柳榆槐桐樟杨",
        "山水泉溪河湖江海塘浦泾浜沟湾洲岛桥渡口坝堤闸井石岩峰岭坡岗坪塬川谷林园苑庄村寨屯堡集店铺街巷门台楼阁亭塔寺庙营盘场坊湖桥城关庭源庆",
    ),
    "brands": (
        "华康大恒瑞德信诚达通远博智创联新金银天海江山东方亚太国民百千万亿安泰盛隆昌茂源润泽丰富春晨旭朝凯胜卓越精良优启航宇辰星月光辉",
        "华康邦兴业景泰盛隆昌茂源润泽丰和顺利捷飞腾宇宙辰光辉耀凯达通远博智创联信诚德瑞恒基石桥林森木立方圆球地天元亨贞吉祥",
    ),
}
"""First and second characters of invented names, so that no list of names is learnt by heart."""


def word(scene: Scene, section: str) -> str:
    """Any word of a section; half of the places and firms are put together anew."""
    if section in _SYLLABLES and scene.rng.random() < 0.5:
        first, second = _SYLLABLES[section]
        return scene.rng.choice(first) + scene.rng.choice(second)
    return scene.rng.choice(vocabulary()[section])


def person(rng: Random, separate: str = "") -> str:
    """A name of two or three characters, now and then with a compound surname; seldom one that is a word as well."""
    while True:
        name = _person(rng, separate)
        tagged = rjieba.tag(name)
        if len(tagged) > 1 or tagged[0][1] in ("nr", "x") or rng.random() < 0.05:
            return name


def _person(rng: Random, separate: str) -> str:
    names = lexicons()
    common = "".join(names.sections["names", "common"])
    rare = "".join(names.sections["names", "surnames"])
    roll = rng.random()
    surname = (
        rng.choice(names.sections["names", "compound"][:10]) if roll < 0.02
        else rng.choice(common[:60]) if roll < 0.55 else rng.choice(common) if roll < 0.85 else rng.choice(rare)
    )  # fmt: skip
    given = (
        "".join(names.sections["names", "female"]) if rng.random() < 0.4 else "".join(names.sections["names", "given"])
    )
    if separate:
        return surname + separate + rng.choice(given)
    first = rng.choice(given)
    return surname + first + (rng.choice(given) if rng.random() < 0.72 else "")


def _nickname(scene: Scene) -> str:
    character = scene.rng.choice("".join(lexicons().sections["names", "female"]))
    return scene.say("{小/阿}") + character if scene.rng.random() < 0.2 else character * 2


def _level(scene: Scene) -> str:
    return scene.say("{区/区/区/市/市/县/省/{D}/{Y}/{YS}市}") if scene.rng.random() < 0.9 else ""


def _company(scene: Scene) -> str:
    return scene.say(
        "{{YS}/{stem}/{brand}/}{brand}{industry}{集团/有限公司/集团有限公司/股份有限公司/有限责任公司/公司/总公司/}"
        if scene.rng.random() < 0.7 else "{YS}{industry}{集团/公司/集团有限公司/总公司}"
    )  # fmt: skip


def _school(scene: Scene) -> str:
    return scene.say(
        "{{YS}大学/{PRS}师范大学/{YS}{industry}学院/{stem}{小学/中学/幼儿园/学校/职业技术学校}/{D}{stem}{小学/中学}/{YS}第{ordinal}中学/"
        "{YS}市实验{小学/中学}/{PRS}{majors}大学/{YS}{工业/理工/财经/农业/医科}大学/{区/市}{实验小学/教育学院/青少年活动中心}}"
    )


_BUREAUS = (
    "民政局 教育局 司法局 财政局 公安局 应急局 应急管理局 房管局 建管委 卫健委 卫生健康委 文旅局 文化旅游局 文化和旅游局 体育局 统计局 审计局 税务局 "
    "人社局 发改委 科委 经委 商务委 国资委 市场监管局 市场监督管理局 城管执法局 绿化市容局 生态环境局 退役军人事务局 信访局 医保局 机管局 规划资源局 "
    "水务局 农业农村局 住建局 交通局 气象局 档案局 民宗局 民宗委 残联 妇联 总工会 团委 科协 侨联 工商联 文联 红十字会 人民法院 法院 检察院 人民检察院 "
    "消防救援支队 交警大队 疾控中心 融媒体中心 行政服务中心 城运中心 法律援助中心 人武部 人大常委会 政协 文明办 创建办 扫黑办 文明委 志愿者协会 慈善基金会 "
    "精神文明建设委员会办公室 烟草专卖局 供电公司 邮政局 图书馆 文化馆 少年宫 党史研究室 地方志办公室 大数据中心 招商局 乡村振兴局"
).split()


def _bureau(scene: Scene) -> str:
    return (_level(scene) or "区") + scene.rng.choice(_BUREAUS)


def _party_body(scene: Scene) -> str:
    body = scene.rng.choice(
        "组织部 宣传部 统战部 政法委 办公室 党校 老干部局 政策研究室 巡察办 讲师团 网信办 编办 外事办 台办 社会工作部 文明办 调研办".split()
    )
    return scene.say("{区委/市委/县委/省委/区委/市委/{D}委}") + body


def _group(scene: Scene) -> str:
    return scene.say(
        "{“{slogan}”{志愿服务队/工作室/议事会/宣讲团/党员突击队/志愿者团队}/{stem}{志愿服务队/合唱队/舞蹈队/艺术团/书画社/读书会/沙龙/太极队}/"
        "{YS}{志愿服务队/讲师团/考察团/参访团/代表团}/{person}{工作室/劳模创新工作室/法律工作室}/{C}{志愿服务队/议事会/平安志愿者队}}"
    )


def _association(scene: Scene) -> str:
    return scene.say(
        "{{区/市}{志愿者协会/书法家协会/慈善总会/老年协会/计生协/社工协会/体育总会}/{YS}{市/}{industry}{行业协会/商会/协会}/{PRS}省{总工会/妇联/慈善总会}/"
        "中国{industry}{协会/学会/联合会}/{stem}{社工服务中心/公益服务中心/社会组织服务中心}/{brand}公益基金会}"
    )


def _street(scene: Scene, number: str) -> str:
    return scene.recall("stem", number, lambda: word(scene, "stems")) + scene.recall(
        "unit", number, lambda: scene.say("{街道/街道/街道/路街道/镇/新村街道/乡}")
    )


def _venue(scene: Scene) -> str:
    return scene.say(
        "{{YS}{规划展示馆/博物馆/图书馆/大剧院/体育中心/国际会展中心/植物园/烈士陵园/革命历史纪念馆}/{stem}{公园/广场/文化广场/党群服务中心/影剧院/"
        "体育馆/湿地公园/生态园/农场/水库/书院/美术馆/小剧场/食堂/邻里中心/睦邻点}/{person}{故居/纪念馆/烈士纪念馆}/中共{ordinal}大会址纪念馆/"
        "{stem}{街道/镇/小区/社区}{活动室/文化活动中心/多功能厅/会议室/境外人员服务站/老年活动室}/{区/市}{图书馆/体育场/文化馆/少年宫/会议中心}/"
        "{brand}{工业园/科技园/产业园/创意园/大厦/商厦/购物中心}/{YS}{stem}{教育基地/废弃物处置基地/示范基地}/{num}号楼{会议室/报告厅/}/公司{num}楼会议室/"
        "国防教育基地/烈士纪念馆/中共一大会址/龙华烈士陵园/{majors}馆/{stem}{古镇/村史馆/风景区/旅游区}}"
    )


def _museum(scene: Scene) -> str:
    return scene.say(
        "{{Y}博物馆/{YS}{革命/历史/民俗/抗战/抗日战争}{纪念馆/博物馆/陈列馆}/{person}纪念馆/{PRS}{革命历史/烈士/抗战}纪念馆/{D}{博物馆/文化馆/档案馆}}"
    )


def _meeting(scene: Scene) -> str:
    return scene.say(
        "{{year}年{D/}{topic}{工作会议/推进会/动员大会/部署会/工作推进会/动员部署会/培训会}/{D}{topic}{工作会议/推进会/座谈会/联席会议/现场会}/"
        "{全区/全市/全省/全国}{topic}{工作会议/推进会/电视电话会议/现场推进会/工作部署会}/{topic}{工作推进会/专题会议/专题推进会/协调会/专题研讨会/工作座谈会}/"
        "“{slogan}”{主题教育/活动/专项行动/}{动员部署会/推进会/总结大会/工作会议/启动仪式/部署会}/{区委/市委/县委/省委}{农村/经济/人大/政法/统战/人才}工作会议/"
        "{year}年{topic}{工作推进会暨业务培训会/总结表彰大会/专题培训会暨动员会}/{topic}专题{会/讲座/报告会/培训班}/{庆/庆祝/纪念}“{五一/七一/八一/三八/五四}”"
        "{座谈会/表彰大会/升旗仪式/茶话会}/第{ordinal}次{党代会/妇女代表大会/工会会员代表大会/党员代表大会/团代会/职工代表大会}/第{ordinal}届{ordinal}次{职代会/理事会/会员大会}/"
        "{区委/市委/县委}{常委会/常委会会议/理论学习中心组学习会/{ordinal}届{ordinal}次全会}/{year}年度{民主评议大会/述职评议会/总结表彰会}/中央经济工作会议/"
        "全国{宣传思想/组织/教育/卫生}工作会议/中央政治局第{ordinal}次集体学习/党组理论学习中心组{专题/}学习会}"
    ).replace("D}", "")


def _campaign(scene: Scene) -> str:
    return scene.say(
        "{“{slogan}”{主题教育/主题教育/主题活动/主题党日活动/志愿服务活动/系列活动/专项行动/实践活动/宣传活动/主题团日/活动/行动/大走访/公益活动/教育实践活动/主题实践活动}/"
        "“{slogan}”{主题教育/学习教育/活动/主题教育活动}/党史学习教育/“四史”学习教育/“两学一做”学习教育/{topic}{专项行动/专项整治行动/宣传周活动/“回头看”行动/百日行动/集中整治行动}/"
        "庆祝{中国共产党成立/新中国成立/建党/建军}{num}周年{活动/主题活动/文艺汇演/系列活动}/“{slogan}”{topic}{宣传活动/知识竞赛/专题调研/主题活动}}"
    )


def _festivity(scene: Scene) -> str:
    return scene.say(
        "{{year}年{stem}{邻里节/文化节/读书节/运动会/美食节}/第{ordinal}届{stem}{文化节/艺术节/运动会/读书节/丰收节/邻里节}/“{slogan}”{文艺汇演/书画展/摄影展/演讲比赛/歌咏比赛/"
        "知识竞赛/音乐会/朗诵会/联欢会/诗歌朗诵会/元宵晚会/游园会/周年庆/表彰会}/{YS}{国际马拉松/国际艺术节/旅游节/科技节/职工运动会/读书节}/{topic}{技能竞赛/知识竞赛/技能大赛/演讲比赛}/"
        "第{ordinal}届{进博会/中国国际进口博览会/世界互联网大会/中国{industry}博览会}/{YS}市{industry}{技能大赛/职业技能竞赛}/世界人工智能大会/{YS}新春{团拜会/音乐会/联欢会}}"
    )


def _book(scene: Scene) -> str:
    return scene.say(
        "{《{titles}》/《{titles}》/《{YS}市{topic}{条例/管理办法/实施细则/规定}》/《关于{进一步/}{加强/做好/推进}{topic}{工作的/的}{实施意见/通知/若干意见/工作方案/指导意见}》/"
        "《{year}年{topic}{工作要点/实施方案/工作计划}》/《{topic}{手册/倡议书/工作指南/责任书/承诺书/告知书/登记表/三年行动计划}》/《关于“{slogan}”{主题教育/}的{重要论述/讲话/实施方案}》/"
        "《{slogan}》/《{党委/工会/纪委/总经理/政府}工作报告》/《{stem}{报/通讯/动态/时讯}》}"
    )


def _date(scene: Scene, number: str) -> str:
    return scene.recall(
        "T", number,
        lambda: scene.say(
            "{{m}月{d}日/{m}月{d}日/{m}月{d}日/{m}月{d}日{上午/下午/晚/晚上}/{year}年{m}月{d}日/{year}年{m}月{d}日{上午/下午}/{m}月{d}日至{d}日/{year}-{mm}-{mm}/"
            "{year}年{m}月/{m}月{底/初/中旬/下旬}}"
        ),
    )  # fmt: skip


def _team(scene: Scene, number: str) -> str:
    return scene.recall(
        "XT", number,
        lambda: scene.say("{X" + number + "}{{majors}学院/}{“{slogan}”/}{社会实践团/实践队/志愿服务队/暑期实践团/团队/宣讲团}"),
    )  # fmt: skip


def _short_company(scene: Scene, number: str) -> str:
    return scene.recall(
        "KS", number, lambda: scene.say("{{YS}{钢/电/港/化/汽/重/铁}/{brand}集团/{brand}{industry}/{brand}}")
    )


def _unit(scene: Scene) -> str:
    return scene.say(
        "{{ordinal}{车间/分厂/工段/车队/项目部/分公司}/{YS}{分公司/项目部/工务段/车务段/供电段/客运段}/{冲压/装配/焊接/热电/动力}{事业部/分厂/车间}/{运转/检修/乘务/装卸}{ordinal}队/"
        "{综合/生产/安全/技术/质量}{管理部/部}/{brand}{项目部/车间}}"
    )


def simple(pattern: str) -> Slot:
    """A slot that is a pattern."""

    def slot(scene: Scene, number: str) -> str:
        return scene.recall(pattern, number, lambda: scene.say(pattern))

    return slot


def made(kind: str, make: object) -> Slot:
    """A slot that a function of the scene makes."""
    assert callable(make)

    def slot(scene: Scene, number: str) -> str:
        return scene.recall(kind, number, lambda: str(make(scene)))

    return slot


@cache
def slots() -> dict[str, tuple[str | None, Slot]]:
    """Every slot with the label of the mention that it makes."""
    from models.prelabel.training.plain_slots import plain_slots

    def p(scene: Scene, number: str) -> str:
        return scene.recall("P", number, lambda: person(scene.rng))

    return {
        **plain_slots(),
        "P": ("PER", p),
        "PP": ("PER", made("PP", lambda scene: person(scene.rng, scene.rng.choice(("  ", " ", "　", "   "))))),
        "TP": ("PER", p),
        "nick": ("PER", made("nick", _nickname)),
        "S": ("ORG", _street),
        "SP": ("ORG", lambda scene, n: _street(scene, n) + scene.say("{党工委/党委/党工委}")),
        "SO": ("ORG", lambda scene, n: _street(scene, n) + scene.say("{办事处/办事处/人民政府}")),
        "B": ("ORG", made("B", _bureau)),
        "BP": ("ORG", lambda scene, n: scene.recall("B", n, lambda: _bureau(scene)) + scene.say("{党组/党委/党组/机关党委}")),
        "U": ("ORG", made("U", _party_body)),
        "K": ("ORG", made("K", _company)),
        "KP": ("ORG", lambda scene, n: scene.recall("K", n, lambda: _company(scene)) + scene.say("{党委/党总支/党支部}")),
        "KS": ("ORG", _short_company),
        "KG": ("ORG", lambda scene, n: _short_company(scene, n) + scene.say("{工会/工会/团委/工会女职工委员会}")),
        "KU": ("ORG", lambda scene, n: scene.recall("KU", n, lambda: scene.say("{{KS" + n + "}/公司/}") + _unit(scene))),
        "X": ("ORG", made("X", _school)),
        "XT": ("ORG", _team),
        "H": ("ORG", simple("{{区/市/{YS}市}{中心医院/人民医院/中医院/妇幼保健院/第{ordinal}人民医院/口腔病防治院}/{stem}{医院/社区卫生服务中心/街道社区卫生服务中心}}")),
        "Bank": ("ORG", simple("{农业/工商/建设/浦发/交通}银行{stem}支行")),
        "J": ("ORG", simple("{{stem}/{stem}{一/二/三/四/五/六/七/八}/{stem}{小区/新村/居民区/路}}{居委会/居委/居委会/居委}")),
        "JP": ("ORG", simple("{{stem}/{stem}{一/二/三/四/五}/{stem}{新村/小区}}{居民区党总支/居民区党支部/居委会党支部/党总支/社区党委/社区党总支/居委区党组织}")),
        "Z": ("ORG", made("Z", _association)),
        "G": ("ORG", made("G", _group)),
        "MU": ("ORG", made("MU", _museum)),
        "W": ("LOC", made("W", _venue)),
        "C": ("LOC", simple("{stem}{社区/社区/居民区}")),
        "Q": ("LOC", simple("{stem}{小区/新村/花园/家园/公寓/佳苑/名苑/里/{一/二/三/四}村/嘉园/豪庭}")),
        "R": ("LOC", simple("{{YS}{路/东路/西路/南路/北路}/{stem}{路/街/大道/巷/东路/西街/弄}}")),
        "V": ("LOC", simple("{{stem}村/{stem}{镇/乡}{stem}村/{D}{stem}镇{stem}村/{stem}{庄/屯/寨}/{stem}镇}")),
        "M": ("EVENT", made("M", _meeting)),
        "E": ("EVENT", made("E", _campaign)),
        "N": ("EVENT", made("N", _festivity)),
        "PM": ("EVENT", simple(
            "{党的{十八/十九/二十}大/党的{十八/十九/二十}届{一/二/三/四/五/六}中全会/{十八/十九/二十}届{中央纪委/{区委/市委/省委}}{一/二/三/四/五/六}次全会/"
            "{全国/省/市/区}两会/第{ordinal}次党代会/{党的/}{十九/二十}大}"
        )),
        "L": ("DOC", made("L", _book)),
        "T": ("TIME", _date),
        "TT": ("TIME", simple("{{m}月{d}日{上午/下午}{m}{点/时}{半/}/{year}年{m}月{d}日（{星期/周}{一/二/三/五}）{上午/下午/}/{上午/下午/晚上}{m}{点/时/点半}/{m}月{d}日{m}：30}")),
        "TY": ("TIME", simple("{year}年")),
        "TL": ("TIME", simple("{m}月{d}日")),
        "TM": ("TIME", simple("{{year}年{m}月/{m}月/{year}年{底/初}}")),
    }
