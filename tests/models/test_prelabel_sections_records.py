"""Items that are built alike, pictures' words, minutes, notices: layouts of pages of the net. All texts are made up."""

from tests.models.test_prelabel_sections_genre import A, B, C, P, check

SHORT = "5月6日上午，红枫社区组织居民在活动室学习垃圾分类，二十余名居民参加了活动，大家都说学到了新知识。"


def test_items_with_their_dates_below_begin_at_their_headlines_under_the_names_of_columns() -> None:
    text = (
        f"邻里互助\n\n红枫社区走访独居老人\n{SHORT}\n2018.12.17\n\n白杨社区送医上门受欢迎\n{SHORT}\n2018.12.15\n\n"
        f"外来人口\n\n银杏社区帮务工人员找工作\n{SHORT}\n2018.12.14\n"
    )
    expected = ["1 column 邻里互助", "2 brief 红枫", "2 brief 白杨", "1 column 外来人口", "2 brief 银杏"]
    check(text, expected)


def test_items_with_their_dates_above_begin_at_the_dates() -> None:
    body = A * 4
    text = (
        f"5-11-2024\n红枫佛堂举行祈福活动\n红枫关怀协会\n{body}\n5-4-2024\n母亲节献花活动\n红枫关怀协会\n{body}\n"
        f"4-28-2024\n欢喜乐团到访红枫\n红枫关怀协会\n{body}"
    )
    check(text, ["1 article 5-11", "1 article 5-4", "1 article 4-28"])
    check(
        text.replace("\n5-", "\n\n5-").replace("\n4-", "\n\n4-"), ["1 article 5-11", "1 article 5-4", "1 article 4-28"]
    )


def test_parts_of_an_article_that_blank_lines_part_are_no_items() -> None:
    text = f"红枫社区这一年\n{P}\n邻里守望\n{A}\n文明新风\n{B}\n安居乐业\n{C}"
    check(text, ["1 article 红枫", "2 subsection 邻里", "2 subsection 文明", "2 subsection 安居"])


def test_narrow_lines_between_a_headline_and_its_date_belong_to_its_heading() -> None:
    head = "活动\n红枫在线\n记者综合报道\n2026-06-07T12:00:00\n"
    text = f"红枫文化协会第一届会员大会圆满举行\n{head}{P}{P}\n白杨同乡会第十届会员大会顺利召开\n{head}{P}{P}"
    check(text, ["1 article 红枫", "1 article 白杨"])


def test_a_text_that_opens_with_its_date_and_office_has_its_headline_below() -> None:
    head = "2021-01-01\n科研部\n转发《关于开展红枫青年人才推荐工作的通知》\n各单位：\n"
    text = f"{head}{P}一、推荐条件\n{A}\n二、申报要求\n{B}\n"
    check(text, ["1 article 2021-01-01", "2 subsection 一、", "2 subsection 二、"])


def test_a_last_part_that_says_whom_to_ask_holds_the_numbers_and_the_annexes_too() -> None:
    text = (
        f"关于开展红枫青年人才推荐工作的通知\n各单位：\n{P}一、推荐条件\n{A}\n二、联系方式：\n红枫学会秘书处\n"
        "联系人：张老师\n联系电话：010-68475052\n邮箱：hf@example.com\n附件1：红枫人才候选人申报书\n"
    )
    check(text, ["1 article 关于", "2 subsection 一、", "2 subsection 二、"])


def test_several_reports_in_one_line_each_begin_where_the_paper_names_itself() -> None:
    text = (
        f"桂花生活网讯(通讯员李芳)近日，{A * 3} 　　本报讯(记者张明)10月18日，{B * 3} 　　"
        f"开展扶贫攻坚 加快小康进程 　　本报讯(记者王强)10月16日，{C * 3}\n"
    )
    check(text, ["1 article 桂花", "1 article 本报讯(记者张明)", "1 article 开展扶贫"])


def test_words_under_pictures_are_known_by_their_marks_their_sources_and_what_is_done() -> None:
    arrows = f"红枫大学举行聘书颁授典礼\n{P}▲  谢校长获聘为讲座教授\n▲  谢校长于启用典礼致词。\n{P}"
    check(arrows, ["1 article 红枫", "2 caption ▲  谢校长获聘", "2 caption ▲  谢校长于", "1 continuation"])
    sources = f"红枫代表团启程仪式\n{P}{P}授旗仪式\n图片：红枫事务局\n选手宣誓\n图片：红枫事务局\n{P}"
    check(sources, ["1 article 红枫", "2 caption 授旗", "2 caption 选手", "1 continuation"])
    brackets = f"红枫医学中心在我院揭牌\n{P}（院长赵国安发表讲话）\n（党委书记张国明主持仪式）\n{P}"
    check(brackets, ["1 article 红枫", "2 caption （院长", "2 caption （党委", "1 continuation"])
    acts = (
        f"红枫学会正式成立\n{P}{P}会长李延锋教授作任职讲话\n监事长李继来教授作任职讲话\n民政局程明军处长宣读文件\n{P}"
    )
    check(acts, ["1 article 红枫", "2 caption 会长", "2 caption 监事长", "2 caption 民政局", "1 continuation"])


def test_what_a_line_with_a_colon_announces_is_a_list() -> None:
    prizes = (
        "1、智能垃圾分类系统，队员：张明、李芳，指导老师：王强\n2、社区养老平台，队员：赵刚、孙丽，指导老师：周敏\n"
    )
    text = f"红枫学院代表队再创佳绩\n{P}一等奖：\n{prizes}二等奖：\n{prizes}{P}"
    check(text, ["1 article 红枫"])


def test_motions_of_minutes_are_no_columns() -> None:
    text = (
        f"红枫学生联合会第一届第八次理事会会议记录\n时间：2020年3月8日\n壹、报告事项\n{A}\n贰、讨论事项\n讨论一：拟订学生自治决议文\n"
        f"说明：{A}\n【修正动议一】\n主旨：提出修正第一案\n说明：如主旨所述。\n决议：通过。\n"
    )
    check(
        text, ["1 article 红枫", "2 subsection 壹、", "2 subsection 贰、", "3 subsection 讨论一", "4 subsection 【修正"]
    )


def test_a_second_report_that_opens_with_its_day_is_an_article_as_the_first_is() -> None:
    first = f"红枫学院与白杨重工签订校企合作协议\n4月17日上午，{A}\n{P}"
    text = f"{first}银杏学院与青松集团进行校企合作洽谈\n4月18日上午，{B}\n{P}"
    check(text, ["1 article 红枫", "1 article 银杏"])


def test_short_lines_on_end_that_tell_what_is_seen_are_words_under_pictures() -> None:
    seen = "苏荣厅长出席会议并讲话\n\n会议主席台\n\n签订党建目标责任书\n\n会场\n\n"
    text = f"司法厅党建工作会议召开\n来源：红枫在线　　发布时间：2017/3/10 14:41:46\n\n{seen}{P}"
    expected = [
        "1 article 司法厅",
        "2 caption 苏荣",
        "2 caption 会议主席台",
        "2 caption 签订",
        "2 caption 会场",
        "1 continuation",
    ]
    check(text, expected)


def test_a_line_that_tells_whose_it_is_and_when_belongs_to_the_headline_above() -> None:
    first = f"红枫养老与七院党建共建签约\n红枫养老 2023-11-27 12:03\n{P}{P}\n"
    text = f"{first}女医师云集红枫公益咨询\n红枫养老 2023-11-06 16:05\n{P}{P}"
    check(text, ["1 article 红枫养老与", "1 article 女医师"])


def test_the_name_of_a_picture_belongs_to_its_words() -> None:
    text = f"陈书记到学院调研党建工作\n{P}DSC_8945\n谢曼华书记作报告\n{P}DSC_8957\n钱德沛院长发言\n{P}"
    check(text, ["1 article 陈书记", "2 caption DSC_8945", "1 continuation", "2 caption DSC_8957", "1 continuation"])


def test_minutes_whose_parts_begin_right_below_their_title_have_no_title_block() -> None:
    text = f"红枫社区第五届第一次会议纪要\n一、开会时间：2024年5月16日\n二、开会地点：二楼会议室\n三、工作报告：\n{P}"
    check(text, ["1 article 红枫", "2 subsection 一、", "2 subsection 二、", "2 subsection 三、"])
