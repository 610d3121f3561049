"""Layouts that bulletins of the genre come in, one a test. All texts are made up."""

from itertools import zip_longest

from models.prelabel.sections import suggest_sections

A = "近日，青松街道组织党员志愿者走进社区，为居民提供义诊、理发、家电维修等便民服务，受到大家的欢迎。"
B = "居民们纷纷表示，这样的活动办到了心坎上，希望今后常办长办，让更多人受益。街道将认真听取意见，不断改进。"
C = "活动现场气氛热烈，志愿者耐心解答居民提出的问题，并发放宣传资料三百余份。大家说，家门口的服务越来越好了。"
P = f"{A}\n{B}\n{C}\n"


def outline(text: str) -> list[str]:
    """ "level kind first line" of every section."""
    return [f"{s.level} {s.kind} {text[s.start :].split(chr(10))[0].strip()}" for s in suggest_sections(text)]


def check(text: str, expected: list[str]) -> None:
    """Each section opens as the list says; a line of the list may be cut short."""
    found = outline(text)
    assert [line[: len(known)] for line, known in zip_longest(found, expected, fillvalue="-")] == expected


def test_an_editors_note_belongs_to_the_article_that_it_opens() -> None:
    text = (
        "青松区社会工作简报\n第8期\n青松区民政局编                2022年5月6日\n\n"
        f"社工服务进楼宇  便民利民暖人心\n【编者按】{B}现将有关做法刊发，供各地学习借鉴。\n{A}\n"
        f"一、建好一支队伍\n{B}\n二、用好一个平台\n{C}\n三、办好一批实事\n{A}\n"
        "报：市民政局\n发：各街道、镇\n"
    )
    check(
        text,
        [
            "0 masthead 青松区社会工作简报",
            "1 article 社工服务进楼宇  便",
            "2 subsection 一、建好一支队伍",
            "2 subsection 二、用好一个平台",
            "2 subsection 三、办好一批实事",
            "1 footer 报：市民政局",
        ],
    )


def test_a_contents_list_stays_in_the_masthead() -> None:
    heads = ["青松街道召开平安建设推进会", "红枫社区开展敬老活动", "白杨居民区完成换届选举", "银杏小区加装电梯开工"]
    contents = "".join(f"{head}{'…' * 6}{n + 1}\n" for n, head in enumerate(heads))
    text = f"青松社工通讯\n2021年第3期（总第27期）\n目  录\n{contents}" + "".join(f"\n{head}\n{P}" for head in heads)
    check(text, ["0 masthead 青松社工通讯", *(f"1 article {head[:9]}" for head in heads)])


def test_a_contents_list_without_figures_stays_in_the_masthead() -> None:
    heads = ["青松街道召开平安建设推进会", "红枫社区开展敬老活动", "白杨居民区完成换届选举"]
    listed = "".join(f"◆{head}\n" for head in heads)
    text = f"青松街道信息简报\n第15期\n本期要目\n{listed}\n" + "".join(f"{head}\n{P}" for head in heads)
    check(text, ["0 masthead 青松街道信息简报", *(f"1 article {head[:9]}" for head in heads)])


def test_columns_with_plain_names_group_their_articles() -> None:
    text = (
        f"红枫中学校园简报\n（2023年第2期）\n红枫中学办公室主编\n\n工作动态\n学校召开新学期教职工大会\n{P}"
        f"我校举行消防疏散演练\n{P}教研之窗\n数学组开展公开课研讨活动\n{P}校园风采\n我校学生在市运动会上获佳绩\n{P}"
    )
    check(
        text,
        [
            "0 masthead 红枫中学校园简报",
            "1 column 工作动态",
            "2 article 学校召开新学期教职工",
            "2 article 我校举行消防疏散演练",
            "1 column 教研之窗",
            "2 article 数学组开展公开课研讨",
            "1 column 校园风采",
            "2 article 我校学生在市运动会上",
        ],
    )


def test_bylines_in_brackets_under_a_headline_belong_to_the_heading() -> None:
    text = (
        f"青松医院开展义诊进社区活动\n（通讯员 李晓红 王建国）{A}\n{B}\n"
        f"护理部举办技能竞赛\n本报记者 陈东\n{C}\n{A}\n（本报记者 周明 通讯员 赵小燕）\n"
        f"医院召开质量安全会议\n文/图 孙丽\n{B}\n{C}\n"
    )
    check(
        text,
        [
            "1 article 青松医院开展义诊进社",
            "1 article 护理部举办技能竞赛",
            "1 article 医院召开质量安全会议",
        ],
    )


def test_numbering_of_four_ranks_nests() -> None:
    text = (
        f"青松街道关于加强社区治理的实施意见\n{B}\n一、总体要求\n（一）指导思想\n{A}\n（二）工作目标\n{B}\n"
        f"二、重点任务\n（一）健全组织体系\n1.优化网格设置\n{A}\n2.配强工作力量\n{B}\n（二）完善服务功能\n{C}\n三、保障措施\n{A}\n"
    )
    check(
        text,
        [
            "1 article 青松街道关于加强社区",
            "2 subsection 一、总体要求",
            "3 subsection （一）指导思想",
            "3 subsection （二）工作目标",
            "2 subsection 二、重点任务",
            "3 subsection （一）健全组织体系",
            "4 subsection 1.优化网格设置",
            "4 subsection 2.配强工作力量",
            "3 subsection （二）完善服务功能",
            "2 subsection 三、保障措施",
        ],
    )


def test_a_document_with_its_number_and_signature_is_an_article() -> None:
    text = (
        "青松市教育局办公室关于开展家庭教育\n宣传周活动的通知\n青教办〔2022〕15号\n各区教育局，各直属学校：\n"
        f"{A}现将有关事项通知如下。\n一、活动主题\n家校共育，协同成长。\n二、活动时间\n2022年5月9日至15日。\n"
        f"三、活动要求\n{B}\n特此通知。\n青松市教育局办公室\n2022年4月28日\n（此件公开发布）\n"
    )
    check(
        text,
        [
            "1 article 青松市教育局办公室关",
            "2 subsection 一、活动主题",
            "2 subsection 二、活动时间",
            "2 subsection 三、活动要求",
            "1 continuation 特此通知",
        ],
    )


def test_a_box_with_a_number_of_its_own_line_is_one_part() -> None:
    text = (
        f"青松市社区服务规划\n{A}\n一、发展基础\n{B}\n专栏\n1\n社区食堂建设工程\n{C}\n"
        f"二、重点任务\n{A}\n专栏\n2\n志愿服务提质工程\n{B}\n三、组织实施\n{C}\n"
    )
    check(
        text,
        [
            "1 article 青松市社区服务规划",
            "2 subsection 一、发展基础",
            "3 subsection 专栏",
            "2 subsection 二、重点任务",
            "3 subsection 专栏",
            "2 subsection 三、组织实施",
        ],
    )


def test_a_number_on_a_line_of_its_own_belongs_to_the_heading_below() -> None:
    text = (
        f"青松校友会全年工作报告\n{A}\n一、\n会员联络\n{B}\n{C}\n二、\n奖学金评选\n{C}\n{A}\n三、\n财务情况\n{B}\n{A}\n"
    )
    check(
        text,
        [
            "1 article 青松校友会全年工作报",
            "2 subsection 一、",
            "2 subsection 二、",
            "2 subsection 三、",
        ],
    )


def test_all_items_of_one_numbering_are_parts_or_none_is() -> None:
    items = "".join(
        f"（{n}）{lead}\n{A}{B}\n{C}\n"
        for n, lead in enumerate(
            [
                "首先，我们建立了工作群，把任务分给每一位队员，大家很快行动起来了，准备也很充分。",
                "然后，我们联系了社区。",
                "接着，到了活动当天，我们布置会场，摆好桌椅，挂上横幅，等候居民的到来，心里有些紧张。",
                "最后是总结。",
            ],
            1,
        )
    )
    kinds = [
        line.split()[1] for line in outline(f"暑期社会实践总结报告\n{A}\n一、前期准备\n{items}二、活动体会\n{B}\n")
    ]
    assert kinds.count("subsection") in (2, 6)


def test_figures_in_a_table_are_neither_page_numbers_nor_heads() -> None:
    rows = "".join(f"{name}\n{value}\n" for name, value in
                   [("会费收入", "12,300.00"), ("捐款收入", "8,050.50"), ("活动支出", "6,120.00"), ("印刷费", "980.00"),
                    ("场地费", "1,200.00"), ("结余", "12,050.50")])  # fmt: skip
    head = f"青松校友会周年大会召开\n{P}财务报告\n收支表\n项目\n金额\n"
    text = f"{head}{rows}以上账目已经会计师审核，会员如有疑问，可向司库查询。\n"
    found = outline(text)
    assert found[0] == "1 article 青松校友会周年大会召开"
    assert not [line for line in found if line.split()[1] in ("boilerplate", "caption", "continuation", "column")]
    assert len(found) <= 2


def test_page_numbers_without_form_feeds_interrupt_the_article() -> None:
    text = f"青松街道召开年度总结大会\n{P}1\n{P}2\n{P}3\n{P}"
    assert [line.rsplit(" ", 1)[0] for line in outline(text)] == [
        "1 article",
        *["2 boilerplate", "1 continuation"] * 3,
    ]


def test_a_roster_of_names_and_posts_is_no_row_of_speakers() -> None:
    names = ["陈小明", "李晓红", "王建国", "赵小燕", "孙丽", "周明", "吴芳", "郑洁"]
    posts = ["主席", "副主席", "秘书", "司库", "活动策划", "活动策划", "宣传", "活动策划"]
    roster = "".join(f"{post}\n{name}\n" for post, name in zip(posts, names, strict=True))
    text = f"校友会举行换届选举\n{P}新一届干事名单\n{roster}"
    found = outline(text)
    assert found[0] == "1 article 校友会举行换届选举"
    assert len(found) <= 2


def test_markdown_heads_of_one_depth_are_alike_below_an_untitled_opening() -> None:
    text = (
        f"**青松社区周报 第15期 | 每周精选**\n\n**欢迎留言互动**\n\n{A}{B}\n\n"
        f"### 居民问答\n\n欢迎大家留言\n我们会挑选问题逐一回复\n\n{C}\n\n"
        f"### 电梯维修\n\n{A}\n\n### 车棚改造\n\n{B}\n"
    )
    assert [line for line in outline(text) if "#" in line] == [
        "1 article ### 居民问答",
        "1 article ### 电梯维修",
        "1 article ### 车棚改造",
    ]


def test_lists_that_repeat_a_number_open_no_part() -> None:
    text = (
        f"# 青松社区服务周报\n\n## 报告事项\n1. **本周三晚举行楼组长会议。**地点在社区活动室，请准时参加。\n"
        f"1. 周五是除夕，活动室停止开放，请大家留意。\n1. 周日举行联欢会，请居民邀请亲友参加。\n\n## 社区动态\n{A}\n"
    )
    check(text, ["1 article # 青松社区服务周报", "2 subsection ## 报告事项", "2 subsection ## 社区动态"])


def test_bulleted_news_items_under_a_column_are_briefs() -> None:
    text = (
        f"青松街道工作简报\n第3期\n【要闻】\n青松街道召开会议\n{P}【简讯】\n◆3月2日，红枫社区开展义诊活动，服务居民50余人。\n"
        "◆3月5日，白杨社区组织学雷锋活动，20名志愿者参加。\n◆3月8日，银杏社区举办插花活动，庆祝妇女节。\n抄送：区委办公室\n"
    )
    check(
        text,
        [
            "0 masthead 青松街道工作简报",
            "1 column 【要闻】",
            "2 article 青松街道召开会议",
            "1 column 【简讯】",
            "2 brief ◆3月2日，红枫社区",
            "2 brief ◆3月5日，白杨社区",
            "2 brief ◆3月8日，银杏社区",
            "1 footer 抄送：区委办公室",
        ],
    )


def test_a_head_that_a_page_broke_in_two_lines_is_one_heading() -> None:
    text = f"青松街道组织机关干部赴红枫村开展“结对共建、\n携手同行”主题活动\n\n{P}"
    check(text, ["1 article 青松街道组织机关干部"])


def test_a_traditional_newsletter_with_pages() -> None:
    a = "本會於五月十日舉行週年聚餐，出席會員三百餘人，場面熱鬧，大家暢談近況，盡興而歸。"
    b = "承蒙各位熱心會員支持，本年度籌款活動順利完成，謹此致謝，並期望來年繼續參與。"
    text = (
        f"青松同學會通訊\n二零二一年六月號\nPine Alumni Newsletter, June 2021\n\n"
        f"會長的話\n{a}\n{b}\n\f青松同學會通訊\n週年聚餐花絮\n{b}\n{a}\n"
        f"\f青松同學會通訊\n會員投稿\n我的母校\n{a}\n{b}\n查詢電話：2345 6789\n"
    )
    found = outline(text)
    assert found[0] == "0 masthead 青松同學會通訊"
    assert "1 article 會長的話" in found
    assert "1 article 週年聚餐花絮" in found
    assert sum("boilerplate" in line for line in found) == 2


def test_a_footer_with_copies_and_print_run() -> None:
    text = (
        f"青松区社会工作\n简  报\n第 21 期\n中共青松区委社会工作部              2024年11月8日\n————————————————\n"
        f"青松区推进社会工作高质量发展\n{P}————————————————\n报送：市委社会工作部，区委、区政府领导。\n"
        "发送：各街道（镇）党（工）委，区直各部门。\n（共印80份）\n"
    )
    check(
        text,
        [
            "0 masthead 青松区社会工作",
            "1 article 青松区推进社会工作高",
            "1 footer 报送：市委社会工作部",
        ],
    )


def test_questions_and_answers_stay_in_their_article() -> None:
    text = (
        f"专访退休教师李晓红\n{A}\n问：您是哪一年到学校任教的？\n答：一九八六年，到现在已经三十多年了。\n"
        "问：退休以后有什么打算？\n答：我想多参加志愿服务，也想学一学书法，陪陪家人。\n"
        "问：有什么话想对年轻教师说？\n答：做人的宗旨是多做事、少计较，把该做的事情做到最好。\n"
    )
    check(text, ["1 article 专访退休教师李晓红"])


def test_an_event_notice_with_its_fields_is_one_article() -> None:
    text = (
        f"青松社区元宵游园会报名通知\n{A}\n时间：2023年2月5日下午2时\n地点：社区广场\n费用：免费\n名额：一百名，先到先得\n"
        f"报名方法：请致电居委会\n{B}\n"
    )
    check(text, ["1 article 青松社区元宵游园会报"])
