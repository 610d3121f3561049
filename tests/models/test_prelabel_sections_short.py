"""Short items, papers in Markdown, what stands beside headings, credits: layouts of the net. All texts are made up."""

from tests.models.test_prelabel_sections_genre import A, B, C, P, check

SHORT = "5月6日上午，红枫社区组织居民在活动室学习垃圾分类，二十余名居民参加了活动，大家都说学到了新知识。"


def test_titled_items_of_one_short_paragraph_are_briefs_where_there_are_three() -> None:
    text = f"红枫社区组织分类学习\n{SHORT}\n\n白杨社区开展消防演练\n{SHORT}\n\n银杏社区举办健康讲座\n{SHORT}\n"
    check(text, ["1 brief 红枫", "1 brief 白杨", "1 brief 银杏"])


def test_two_such_items_or_long_ones_are_articles() -> None:
    check(f"红枫社区组织分类学习\n{SHORT}\n\n白杨社区开展消防演练\n{SHORT}\n", ["1 article 红枫", "1 article 白杨"])
    long = f"{P}{P}"
    text = f"红枫社区组织分类学习\n{long}\n白杨社区开展消防演练\n{long}\n银杏社区举办健康讲座\n{long}\n"
    check(text, ["1 article 红枫", "1 article 白杨", "1 article 银杏"])


def test_a_link_to_more_belongs_to_the_name_of_its_column() -> None:
    text = (
        f"红枫街道\n更多>>\n红枫街道召开安置工作会议\n{SHORT}\n红枫街道举办招聘会\n{SHORT}\n"
        f"白杨镇\n更多>>\n白杨镇举行点验大会\n{SHORT}\n白杨镇慰问老兵\n{SHORT}\n"
    )
    expected = [
        "1 column 红枫街道",
        "2 brief 红枫街道召开",
        "2 brief 红枫街道举办",
        "1 column 白杨镇",
        "2 brief 白杨镇举行",
        "2 brief 白杨镇慰问",
    ]
    check(text, expected)


def test_a_line_of_names_heads_nothing() -> None:
    text = (
        "红枫街道党工委会议记录\n时间：2024年5月6日\n出席人员：\n张明远、徐建平、苏江、李　兵、孙秀兰\n"
        "列席人员：\n李国安、朱芳\n"
        f"一、学习上级会议精神\n{A}\n二、研究防汛工作\n{B}\n"
    )
    check(text, ["1 article 红枫", "2 subsection 一、", "2 subsection 二、"])


def test_what_a_page_declares_below_its_credits_belongs_to_them() -> None:
    text = (
        f"红枫社区加装电梯\n{P}{P}\n记者：张明远\n\n编辑：李芳\n\n校对：王建国\n\n审校：苏江\n\n"
        "转载请注明来自红枫发布\n\n"
        "特别声明：本文经授权发布，仅代表发布单位的观点，不代表本平台的立场，欢迎指正。\n"
    )
    check(text, ["1 article 红枫", "1 footer 记者"])


def test_credits_a_line_each_close_an_article_in_the_midst() -> None:
    credits = "文：李芳\n编辑：王建国\n责任编辑：苏江\n\n"
    text = f"红枫社区召开议事会\n2024-05-06\n{P}{P}{credits}白杨社区开展消防演练\n2024-05-07\n{P}{P}{credits}"
    check(text, ["1 article 红枫", "1 footer 文：", "1 article 白杨", "1 footer 文："])


def test_front_matter_with_a_title_opens_the_article_whatever_stands_below() -> None:
    front = "---\ntitle: 红枫中学学生会上半学期工作总结\ntags:\n- 学生会\n- 总结\ndate: 2024-05-06\n---\n\n"
    text = f"{front}编写：李芳\n\n# 工作总结\n\n{A}\n\n# 工作计划\n\n{B}\n"
    check(text, ["1 article ---", "2 subsection # 工作总结", "2 subsection # 工作计划"])
    again = f"{front}# 红枫中学学生会上半学期工作总结\n\n{P}### 取得的成绩\n\n{A}\n"
    check(again, ["1 article ---", "2 subsection ### 取得"])


def test_keys_of_front_matter_are_lines_of_their_own_however_long() -> None:
    front = f"---\ntags: community, club\ndescription: {A}\n---\n\n"
    items = f"## 新项目\n\n### 修理铺\n\n{P}### 共享书架\n\n{P}## 活动\n\n### 读书会\n\n{P}"
    text = f"{front}# 红枫社群月报 - 2024/05\n\n{C}\n\n{items}"
    expected = [
        "0 masthead ---",
        "1 column ## 新项目",
        "2 article ### 修理铺",
        "2 article ### 共享书架",
        "1 column ## 活动",
        "2 article ### 读书会",
    ]
    check(text, expected)


def test_a_weekly_in_markdown_opens_with_its_name_and_date() -> None:
    items = "".join(f"### {name}\n\n{P}{P}" for name in ("编译器", "虚拟机", "运行库", "文档"))
    told = "小组在各个方向的进展更新。往期公开在\n\nhttps://example.org/weekly\n\n"
    text = f"# 开源小组每周进展 2024/05/06\n\n{told}{items}"
    expected = [
        "0 masthead # 开源",
        "1 article ### 编译器",
        "1 article ### 虚拟机",
        "1 article ### 运行库",
        "1 article ### 文档",
    ]
    check(text, expected)


def test_minutes_in_markdown_are_one_article() -> None:
    text = f"# 业主委员会会议记录 2024/05/06\n\n{A}\n\n## 议题一\n\n{P}## 议题二\n\n{P}## 议题三\n\n{P}"
    check(text, ["1 article # 业主", "2 subsection ## 议题一", "2 subsection ## 议题二", "2 subsection ## 议题三"])


def test_fields_that_markdown_sets_as_headings_are_fields() -> None:
    text = (
        "# 红枫苑业主大会会议记录\n\n#### 主持：张明远主席\n#### 统筹：苏江副主席\n"
        "#### 司仪：李建国先生\n#### 纪录：王芳女士\n\n"
        f"## 会议记录\n\n### 1）业主登记\n\n{P}### 2）表决\n\n{P}"
    )
    check(text, ["1 article # 红枫苑", "2 subsection ## 会议记录", "3 subsection ### 1", "3 subsection ### 2"])


def test_a_headline_parted_from_its_text_by_spaces_alone_opens_its_item() -> None:
    text = (
        f"【工作动态】\n青松县重点项目建设实现开门红    2月8日，{A}{B}{C}{A}\n"
        f"红枫区立体停车场建设加快    2月14日，{A}{B}{C}{A}\n白杨镇举办劳务供需会    2月15日，{SHORT}\n"
    )
    check(text, ["1 column 【工作动态】", "2 article 青松县", "2 article 红枫区", "2 brief 白杨镇"])


def test_the_days_of_a_chronicle_are_no_parts() -> None:
    days = "".join(f"{n}月{n}日\n本会召开第{n}次理事会议。\n" for n in range(1, 7))
    found = f"历年重要记事\n\n{days}"
    check(found, ["1 article 历年"])


def test_lines_that_name_scenes_are_words_under_pictures() -> None:
    text = (
        f"红枫社区电梯更新记\n2024-05-06\n{P}{P}\n电梯更新签约仪式\n\n{C}\n\n{P}\n在白杨社区考察\n\n{P}{P}\n"
        f"加装电梯启动仪式\n\n{P}"
    )
    expected = [
        "1 article 红枫",
        "2 caption 电梯",
        "1 continuation",
        "2 caption 在白杨",
        "1 continuation",
        "2 caption 加装",
        "1 continuation",
    ]
    check(text, expected)
