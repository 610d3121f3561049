"""More layouts: web pages, newspapers, school and hospital briefs, wrapped lines. All texts are made up."""

from tests.models.test_prelabel_sections_genre import A, B, C, P, check, outline

LONG = A + B + C


def wrapped(paragraph: str, width: int, indent: str = "　　") -> str:
    """A paragraph cut into lines of WIDTH characters, as a page's column cuts it."""
    line = indent + paragraph
    return "\n".join(line[n : n + width] for n in range(0, len(line), width))


def test_a_news_page_with_its_source_line_and_neighbours() -> None:
    text = (
        f"红枫社区举办“邻里一家亲”活动\n发布日期：2021-09-18  来源：青松街道  浏览次数：213\n{P}"
        "上一篇：青松街道召开安全生产会议\n下一篇：白杨社区开展义诊\n"
    )
    check(text, ["1 article 红枫社区举办", "2 boilerplate 上一篇"])


def test_newspaper_pages_with_their_heads() -> None:
    text = (
        "青松校报\n2023年5月10日  星期三  第4期（总第118期）  青松中学主办\n\n我校举行春季运动会\n"
        f"本报讯（记者 李晓红）{A}\n{B}\n"
        f"第2版  综合新闻  2023年5月10日  责任编辑：陈东\n数学组赴红枫中学交流\n{LONG}\n学生社团喜获佳绩\n{C}\n{B}\n"
    )
    kinds = [line for line in outline(text) if "boilerplate" not in line]
    assert [line[:14] for line in kinds] == [
        "0 masthead 青松校",
        "1 article 我校举行",
        "1 article 数学组赴",
        "1 article 学生社团",
    ]


def test_paragraphs_wrapped_without_blank_lines_are_joined() -> None:
    body = "\n".join(wrapped(paragraph, 25) for paragraph in (LONG, B + C, A + C))
    text = f"青松街道开展便民服务活动\n{body}\n红枫社区召开居民议事会\n{body}\n"
    check(text, ["1 article 青松街道开展", "1 article 红枫社区召开"])


def test_centred_heads_over_wrapped_paragraphs() -> None:
    body = "\n".join(wrapped(paragraph, 30) for paragraph in (LONG, B + A))
    text = f"          青松街道开展便民服务活动\n{body}\n          红枫社区召开居民议事会\n{body}\n"
    check(text, ["1 article 青松街道开展", "1 article 红枫社区召开"])


def test_a_deck_with_a_dash_belongs_to_its_headline() -> None:
    text = f"二十年如一日  热心为邻里\n——记红枫社区志愿者王建国\n{P}家有一老，如有一宝\n——白杨社区重阳节侧记\n{P}"
    check(text, ["1 article 二十年如一日", "1 article 家有一老"])


def test_captions_with_a_mark_or_a_credit() -> None:
    text = (
        f"红枫社区开展义诊活动\n{A}\n{B}\n▲志愿者在为老人量血压\n{C}\n{A}\n图1：活动现场\n{B}\n（摄影：陈东）\n"
        f"白杨社区举办读书会\n{LONG}\n居民们在读书会上交流  王明/摄\n{B}\n"
    )
    kinds = [line.split()[1] for line in outline(text)]
    assert kinds.count("article") == 2
    assert kinds.count("caption") == 3


def test_briefs_with_dates_under_a_plain_column() -> None:
    text = (
        f"青松街道信息\n第6期\n街道动态\n青松街道召开工作例会\n{P}简讯\n"
        "● 3月2日，红枫社区开展义诊活动，服务居民50余人。\n"
        "● 3月5日，白杨社区组织学雷锋活动，20名志愿者参加。\n● 3月8日，银杏社区举办插花活动，庆祝妇女节。\n"
    )
    check(
        text,
        [
            "0 masthead 青松街道信息",
            "1 column 街道动态",
            "2 article 青松街道召开",
            "1 column 简讯",
            "2 brief ● 3月2日",
            "2 brief ● 3月5日",
            "2 brief ● 3月8日",
        ],
    )


def test_numbered_news_in_one_bulletin_are_parts_of_it_only_below_a_headline() -> None:
    text = (
        "青松区校园安全工作简报\n第9期\n青松区教育局办公室          2022年11月3日\n本期要目\n"
        "◆红枫小学开展消防演练\n◆白杨中学召开安全会议\n"
        f"\n红枫小学开展消防演练\n{P}白杨中学召开安全会议\n{P}"
    )
    check(text, ["0 masthead 青松区校园", "1 article 红枫小学", "1 article 白杨中学"])


def test_marked_heads_without_blank_lines() -> None:
    text = f"■红枫社区开展敬老活动\n{A}\n{B}\n■白杨社区完成换届选举\n{B}\n{C}\n■银杏社区举办纳凉晚会\n{C}\n{A}\n"
    check(text, ["1 article ■红枫", "1 article ■白杨", "1 article ■银杏"])


def test_half_width_marks_and_numbers() -> None:
    def narrow(part: str) -> str:
        return part.replace("，", ",").replace("。", ".").replace("、", ",").replace("：", ":")

    text = (
        f"青松街道召开平安建设推进会\n{narrow(A)}\n(一)加强领导,落实责任\n{narrow(B)}\n"
        f"(二)广泛宣传,营造氛围\n{narrow(C)}\n"
        f"(三)强化督查,务求实效\n{narrow(A)}\n"
    )
    check(text, ["1 article 青松街道", "2 subsection (一)", "2 subsection (二)", "2 subsection (三)"])


def test_a_report_in_parts_with_lead_ins_of_three_ranks() -> None:
    text = (
        f"青松街道社区工作总结\n{A}\n一、强化党建引领。{B}{C}\n（一）抓学习。{A}{B}\n（二）抓队伍。{B}{C}\n"
        f"二、优化社区服务。{C}{A}\n（一）办实事。{A}{C}\n（二）解难题。{B}{A}\n"
    )
    check(
        text,
        [
            "1 article 青松街道",
            "2 subsection 一、",
            "3 subsection （一）",
            "3 subsection （二）",
            "2 subsection 二、",
            "3 subsection （一）",
            "3 subsection （二）",
        ],
    )


def test_page_numbers_between_dots_interrupt_nothing_but_their_page() -> None:
    text = f"青松街道召开年度总结大会\n{P}· 1 ·\n\f{P}· 2 ·\n\f{P}· 3 ·\n"
    kinds = [line.split()[1] for line in outline(text)]
    assert kinds == ["article", "boilerplate", "continuation", "boilerplate", "continuation", "boilerplate"]


def test_a_traditional_newsletter_with_columns() -> None:
    a = "本中心於五月十日舉辦長者健康講座，邀得註冊護士主講，出席長者六十餘人，反應熱烈。"
    b = "參加者表示講座內容實用，希望日後繼續舉辦同類活動，中心職員會積極跟進大家的意見。"
    text = (
        f"松柏長者中心通訊\n2021年6月號\n督印人：陳大文  地址：青松道十號  電話：2345 6789\n【主任的話】\n{a}\n{b}\n"
        f"【活動花絮】\n長者健康講座\n{a}\n{b}\n端午樂聚粽飄香\n{b}\n{a}\n【活動預告】\n夏日郊遊樂\n"
        "日期：7月3日\n地點：海濱公園\n費用：五十元\n名額：四十人\n"
    )
    found = outline(text)
    assert found[0].startswith("0 masthead 松柏")
    assert [line for line in found if "column" in line] == [
        "1 column 【主任的話】",
        "1 column 【活動花絮】",
        "1 column 【活動預告】",
    ]
    assert [line for line in found if "article" in line][1:] == [
        "2 article 長者健康講座",
        "2 article 端午樂聚粽飄香",
        "2 article 夏日郊遊樂",
    ]


def test_text_without_any_heading_is_one_article() -> None:
    check(f"{P}{P}", ["1 article 近日"])
    check(LONG, ["1 article 近日"])


def test_a_headline_in_one_line_with_a_wide_gap_between_its_halves() -> None:
    text = (
        f"凝聚邻里真情          共建和谐家园\n红枫社区举办邻里节\n{P}强化责任担当          筑牢安全防线\n"
        f"白杨社区开展消防演练\n{P}"
    )
    check(text, ["1 article 凝聚邻里", "1 article 强化责任"])


def test_a_red_letterhead_is_a_masthead_and_its_notice_an_article() -> None:
    text = (
        f"青松市民政局文件\n青民发〔2022〕31号\n关于做好社区志愿服务工作的通知\n各区民政局：\n{A}\n"
        f"一、提高认识\n{B}\n二、落实责任\n{C}\n"
        "三、加强宣传\n"
        f"{A}\n青松市民政局\n2022年6月1日\n抄送：市委办公室，市政府办公室。\n"
    )
    check(
        text,
        [
            "0 masthead 青松市民政局文件",
            "1 article 关于做好",
            "2 subsection 一、",
            "2 subsection 二、",
            "2 subsection 三、",
            "1 footer 抄送",
        ],
    )


def test_a_letter_stays_one_article_to_its_signature() -> None:
    text = (
        f"致全体居民的一封信\n亲爱的居民朋友们：\n{A}\n{B}\n{C}\n祝大家身体健康，阖家幸福！\n"
        "红枫社区居民委员会\n2022年3月1日\n"
    )
    check(text, ["1 article 致全体居民的一封信"])


def test_stories_with_colon_heads_in_one_report() -> None:
    text = (
        f"党建引领聚合力  社区治理谱新篇\n红枫社区\n{A}\n强组织：筑牢战斗堡垒\n{B}\n{C}\n"
        f"优服务：解决急难愁盼\n{A}\n{C}\n"
        f"重共治：激发内生动力\n{B}\n{A}\n"
    )
    check(text, ["1 article 党建引领", "2 subsection 强组织", "2 subsection 优服务", "2 subsection 重共治"])


def test_a_minutes_header_belongs_to_the_minutes() -> None:
    text = (
        "红枫社区居民议事会会议纪要\n时间：2022年4月6日下午\n地点：社区会议室\n主持人：王建国\n"
        "参加人员：李晓红、陈东、赵小燕\n"
        f"{A}\n一、关于加装电梯\n{B}\n二、关于停车管理\n{C}\n"
    )
    check(text, ["1 article 红枫社区", "2 subsection 一、", "2 subsection 二、"])


def test_lists_of_short_items_are_no_heads() -> None:
    text = (
        f"红枫社区暑期活动安排\n{A}\n7月5日  书法班\n7月6日  合唱班\n7月7日  太极拳班\n7月8日  编织班\n"
        "7月9日  摄影班\n7月10日  朗诵班\n"
        f"欢迎居民踊跃报名参加。\n白杨社区开展垃圾分类宣传\n{P}"
    )
    check(text, ["1 article 红枫社区", "1 article 白杨社区"])


def test_articles_under_the_names_of_units_after_an_editors_note() -> None:
    text = (
        "青松区卫生健康系统工作简报\n（第18期）\n青松区卫健委办公室  2022年12月5日\n"
        "------------------------------------\n"
        f"编者按：{B}\n区人民医院：打造“五心”服务  提升患者满意度\n{A}\n{C}\n区中医院：传承精华守正创新\n{B}\n{A}\n"
        "主题词：卫生  工作  简报\n报：市卫健委\n送：区委办、区政府办\n"
    )
    check(
        text,
        ["0 masthead 青松区", "1 article 编者按", "1 article 区人民医院", "1 article 区中医院", "1 footer 主题词"],
    )


def test_numbered_parts_right_below_the_title_block_are_articles() -> None:
    text = (
        "社工服务月报\n2023年9月  总第36期\n承办单位：青松社会工作服务中心\n一、服务概况\n"
        "本月共开展社区活动5场，服务居民1200余人次。\n"
        f"二、活动回顾\n（一）“粽情端午”社区活动\n{A}\n（二）“快乐暑假”儿童小组\n{C}\n三、社工感悟\n{B}\n"
    )
    check(
        text,
        [
            "0 masthead 社工服务月报",
            "1 article 一、",
            "1 article 二、",
            "2 subsection （一）",
            "2 subsection （二）",
            "1 article 三、",
        ],
    )


def test_letter_spaced_names_and_decorated_columns() -> None:
    text = (
        "青 松 校 讯\n第 6 期\n青松小学教导处 编\n二〇二二年五月三十日\n★ 本 期 要 闻 ★\n学校举行庆“六一”文艺汇演\n"
        f"{P}一（2）班召开主题班会\n{P}★ 教 学 园 地 ★\n浅谈低年级识字教学\n李晓红\n{P}"
    )
    check(
        text,
        [
            "0 masthead 青 松 校 讯",
            "1 column ★ 本 期",
            "2 article 学校举行",
            "2 article 一（2）班",
            "1 column ★ 教 学",
            "2 article 浅谈",
        ],
    )


def test_bullets_of_one_kind_head_articles_alike() -> None:
    text = f"社区一周要闻\n◎红枫社区开展反诈宣传\n{A}{P}◎白杨社区组织消防培训\n{B}{P}◎银杏社区举办健康讲座\n{C}{P}"
    check(text, ["1 column 社区一周", "2 article ◎红枫", "2 article ◎白杨", "2 article ◎银杏"])


def test_an_authors_line_below_a_title_opens_an_article() -> None:
    text = f"难忘的支教生活\n青松大学 2020级 李晓红\n{P}{P}我的母亲\n白杨中学八（3）班 王小明\n{P}{P}"
    check(text, ["1 article 难忘的", "1 article 我的母亲"])


def test_contents_that_name_columns_and_articles() -> None:
    lines = "院务动态\n医院召开年中工作会议{0}\n我院通过胸痛中心认证{1}\n护理天地\n护士节表彰大会举行{2}\n"
    text = (
        "青松医讯\n2022年第4期（总第48期）\n目录\n"
        + lines.format("………1", "………2", "………3")
        + "\n"
        + lines.format(*(f"\n{part}".rstrip("\n") for part in (P, P, P)))
    )
    check(
        text,
        [
            "0 masthead 青松医讯",
            "1 column 院务动态",
            "2 article 医院召开",
            "2 article 我院通过",
            "1 column 护理天地",
            "2 article 护士节",
        ],
    )


def test_running_heads_with_page_numbers_interrupt_and_are_no_heads() -> None:
    text = f"青松工运  第3期  第1页\n工会召开职代会\n{P}青松工运  第3期  第2页\n{A}\n女工委举办插花活动\n{P}"
    check(
        text,
        [
            "0 masthead 青松工运",
            "1 article 工会召开",
            "2 boilerplate 青松工运",
            "1 continuation 近日",
            "1 article 女工委",
        ],
    )


def test_contact_lines_of_several_fields_are_one_footer() -> None:
    text = (
        f"青松街道召开党建工作会议\n{P}编辑：青松街道党建办　　电话：021-12345678\n地址：青松路100号　邮编：200000\n"
        "欢迎投稿，邮箱：abc@example.com\n"
    )
    check(text, ["1 article 青松街道", "1 footer 编辑"])


def test_a_line_that_opens_with_a_particle_goes_on_with_the_one_above() -> None:
    text = (
        f"红枫社区居民谈书法\n{A}\n学习书法有很多好处和乐趣，以上只是我\n的一些体会，祝各位身心康泰。\n"
        f"白杨社区开展义诊\n{P}"
    )
    check(text, ["1 article 红枫社区", "1 article 白杨社区"])


def test_addresses_on_the_net_head_nothing() -> None:
    text = f"红枫社区举办读书会\n{A}\n更多照片请浏览本会网页：\nhttp://www.example.com/pp/\n{B}\nabc@example.com\n{C}\n"
    check(text, ["1 article 红枫社区"])


def test_the_lines_of_a_notices_head_are_one_heading() -> None:
    text = (
        f"青松中学校董会\n2014/15 至2015/16 年度\n校董会“校友校董”选举通告\n{A}{B}\n{C}\n特此通告\n选举主任\n李晓红\n"
        "2015年1月6日\n"
    )
    check(text, ["1 article 青松中学"])


def test_a_title_parted_inside_its_quotation_is_one_heading() -> None:
    text = (
        "青松市人民政府关于印发《社区服务\n设施管理办法》的通知\n青政发〔2020〕5号\n各区人民政府：\n"
        f"{A}\n青松市人民政府\n2020年12月7日\n（此件公开发布）\n社区服务设施管理办法\n第一条\n{B}\n"
        f"第二条\n{C}\n第三条\n{A}\n"
    )
    check(
        text,
        ["1 article 青松市", "1 article 社区服务", "2 subsection 第一条", "2 subsection 第二条", "2 subsection 第三条"],
    )


def test_boxes_and_long_rows_keep_their_levels_when_a_line_in_them_reads_like_a_headline() -> None:
    text = (
        f"青松市社区服务规划\n{A}\n一、发展基础\n{B}\n二、重点任务\n（一）优化布局\n{C}\n"
        f"红枫社区开展试点工作\n{A}\n（二）提升能力\n{B}\n"
        f"三、组织实施\n{C}\n"
    )
    assert [line[:12] for line in outline(text) if "、" in line[:16] or "（" in line] == [
        "2 subsection",
        "2 subsection",
        "3 subsection",
        "3 subsection",
        "2 subsection",
    ]
