"""Pages of the net, of newspapers and of schools: more layouts that the outline knows. All texts are made up."""

import pytest

from tests.models.test_prelabel_sections_genre import A, B, C, P, check, outline
from tests.models.test_prelabel_sections_layouts import LONG, wrapped


def test_the_path_above_and_the_links_below_an_article_on_the_net_are_boilerplate() -> None:
    text = (
        f"首页 > 新闻中心 > 基层动态\n红枫社区开展“浓情端午”主题活动\n2022-06-02 10:15 来源：青松区融媒体中心\n{P}"
        "扫一扫在手机打开当前页\n相关新闻\n白杨社区开展消防演练\n银杏社区举办健康讲座\n版权所有：青松区人民政府\n"
    )
    check(text, ["1 boilerplate 首页", "1 article 红枫社区", "1 boilerplate 扫一扫", "1 footer 版权所有"])


def test_units_of_one_kind_head_articles_alike() -> None:
    text = (
        "红枫小学德育简报\n（第5期）\n红枫小学德育处            2023年4月\n\n一年级：养成教育从小抓\n"
        f"{A}{P}二年级：劳动最光荣\n{B}{P}"
        f"三年级：书香伴成长\n{C}{P}四年级：科技筑梦\n{A}{P}"
    )
    check(text, ["0 masthead 红枫", "1 article 一年级", "1 article 二年级", "1 article 三年级", "1 article 四年级"])


def test_a_kicker_that_opens_with_a_verb_belongs_to_its_headline() -> None:
    text = (
        f"聚焦民生实事\n我区老旧小区改造惠及万余户居民\n年底前将完成加装电梯120台\n本报讯 （记者 李晓红）{LONG}\n"
        f"筑牢安全底线\n区应急局开展燃气安全检查\n本报讯 （通讯员 王建国）{A}\n{C}\n"
    )
    check(text, ["1 article 聚焦民生实事", "1 article 筑牢安全底线"])


def test_the_front_page_of_a_community_paper() -> None:
    text = (
        "青松社区报\nQING SONG SHE QU BAO\n2021年3月25日  星期四  农历辛丑年二月十三\n第58期  本期4版\n"
        "青松街道党工委  青松街道办事处  主办\n扫一扫，关注我们\n导读\n街道代表会议召开 >>2版\n最美志愿者 >>3版\n"
        f"推进“一网统管”  提升治理效能\n青松街道召开城运工作推进会\n{P}街道代表会议召开\n{P}"
    )
    check(text, ["0 masthead 青松社区报", "1 article 推进", "1 article 街道代表会议召开"])


def test_pages_that_cut_an_article_leave_it_to_be_continued() -> None:
    text = (
        f"青松街道社区动态\n2022 年第 6 期\n青松街道办事处主办 2022 年 6 月 30 日\n\n青松街道召开半年工作会议\n"
        f"{wrapped(LONG, 28)}\n1\n\f{wrapped(C + A, 28)}\n红枫社区：党员志愿者冲锋在前\n"
        f"{wrapped(LONG, 28)}\n2\n\f{wrapped(B, 28)}\n"
        f"白杨社区：睦邻活动聚人心\n{wrapped(A + B, 28)}\n3\n"
    )
    check(
        text,
        [
            "0 masthead 青松街道",
            "1 article 青松街道召开",
            "2 boilerplate 1",
            "1 continuation",
            "1 article 红枫社区",
            "2 boilerplate 2",
            "1 continuation",
            "1 article 白杨社区",
            "2 boilerplate 3",
        ],
    )


def test_a_report_to_a_superior_with_its_parts() -> None:
    text = (
        f"关于青松街道上半年工作情况的报告\n青松街道办事处\n（2022年7月5日）\n区政府：\n{A}现将有关情况报告如下。\n"
        f"一、上半年工作情况\n（一）强化党建引领，筑牢战斗堡垒。一是抓学习。{A}二是抓阵地。{B}\n"
        f"（二）强化民生保障，提升服务水平。一是抓就业。{C}二是抓养老。{A}\n二、存在问题\n{B}\n"
        f"三、下半年打算\n{C}\n专此报告。\n"
    )
    check(
        text,
        [
            "1 article 关于青松街道",
            "2 subsection 一、",
            "3 subsection （一）",
            "3 subsection （二）",
            "2 subsection 二、",
            "2 subsection 三、",
        ],
    )


def test_a_speech_with_its_speaker_and_date() -> None:
    text = (
        f"在青松街道党建工作会议上的讲话\n王建国\n（2022年3月1日）\n同志们：\n{A}\n一、统一思想，提高认识\n{B}\n"
        f"二、突出重点，狠抓落实\n{C}\n同志们，{A}\n谢谢大家！\n"
    )
    check(text, ["1 article 在青松街道", "2 subsection 一、", "2 subsection 二、", "1 continuation 同志们，"])


def test_columns_in_brackets_on_the_headlines_own_line() -> None:
    text = (
        f"【工作动态】青松街道召开安全生产会议\n{P}【基层风采】红枫社区志愿者的一天\n{P}【健康知识】春季养生小常识\n{P}"
    )
    check(text, ["1 article 【工作动态】青松", "1 article 【基层风采】红枫", "1 article 【健康知识】春季"])


def test_numbered_news_are_articles_where_nothing_stands_above_them() -> None:
    text = f"一、红枫社区开展义诊活动\n{P}二、白杨社区组织学雷锋活动\n{P}三、银杏社区举办插花活动\n{P}"
    check(text, ["1 article 一、红枫", "1 article 二、白杨", "1 article 三、银杏"])


def heads(masthead: str) -> list[str]:
    """The kinds found in a bulletin of two articles below this title block."""
    text = f"{masthead}青松街道召开平安建设推进会\n{P}红枫社区开展义诊活动\n{P}"
    return [" ".join(line.split()[:2]) for line in outline(text)]


@pytest.mark.parametrize(
    "masthead",
    [
        "青松街道工作动态\n",
        "青松街道信息\n2022年5月6日\n",
        "第12期\n青松街道简报\n青松街道办公室编  2022年5月6日\n",
        "内部资料 注意保存\n青松简报\n〔2022〕第3期\n青松区委办公室　　　2022年5月6日\n",
        "青松党建\n（2022年第3期 总第45期）\n",
        "青松校园之声\n厚德 博学 求实 创新\n2022年第5期  总第88期\n主办：青松中学  主编：李晓红\n",
        "青松通讯 Vol.3 No.5\nMay 2022\n",
        "青松区党史学习教育\n简    报\n第15期\n青松区委党史学习教育领导小组办公室  2021年6月10日\n",
        "《青松社工》2022年第2期\n目录\n一、青松街道召开平安建设推进会\n二、红枫社区开展义诊活动\n",
        "青松区妇联信息\n第7期\n签发：李晓红\n青松区妇联办公室      二〇二二年三月八日\n＊＊＊＊＊＊＊＊\n",
        "青松家园报\n共建 共治 共享\n2022.5.6 星期五 第36期\n青松街道社区报编辑部\n欢迎投稿：qs@example.com\n",
        "青松社区报\n扫码关注“青松发布”\n微信公众号\n2022年5月6日\n",
        "青松邨居民通訊\n2022年5月\n青松邨居民協會出版\n",
    ],
)
def test_a_title_block_of_any_make_is_the_masthead(masthead: str) -> None:
    assert heads(masthead) == ["0 masthead", "1 article", "1 article"]


def test_without_a_title_block_there_is_no_masthead() -> None:
    assert heads("") == ["1 article", "1 article"]


def test_a_bulletin_in_half_width_marks_reads_like_one_in_full_width() -> None:
    text = (
        f"青松街道工作简报\n第6期\n【工作动态】\n青松街道召开平安建设推进会\n{LONG}\n"
        f"一、加强领导,落实责任\n{B}\n二、广泛宣传,营造氛围\n{C}\n"
        f"红枫社区举办邻里节\n{wrapped(LONG, 26)}\n报:区委办公室\n送:各街道\n"
    ).translate(str.maketrans("，。：；！？（）", ",.:;!?()"))
    check(
        text,
        [
            "0 masthead 青松街道",
            "1 column 【工作动态】",
            "2 article 青松街道召开",
            "3 subsection 一、",
            "3 subsection 二、",
            "2 article 红枫社区",
            "1 footer 报",
        ],
    )


def test_an_article_that_opens_a_new_page_below_its_running_head() -> None:
    text = (
        f"青松社区报  2022年第3期\n红枫社区举办邻里节\n{P}{A}\n第 1 页\n青松社区报  2022年第4期\n"
        f"白杨社区完成换届选举\n{P}{B}\n第 2 页\n"
        f"青松社区报  2022年第5期\n银杏社区加装电梯\n{P}"
    )
    kinds = [line for line in outline(text) if "boilerplate" not in line]
    assert [line[:14] for line in kinds] == [
        "0 masthead 青松社",
        "1 article 红枫社区",
        "1 article 白杨社区",
        "1 article 银杏社区",
    ]
