"""What is wrong with each faulty sample: the change, and the findings it must lead to."""

from __future__ import annotations

import sample_faults as spoil
from sample_draft import Fault, Flaw

ERROR, WARNING, INFO = "error", "warning", "info"


def fault(change: spoil.Spoil, *flaws: tuple[str, str, str, str]) -> Fault:
    return Fault(change, tuple(Flaw(*flaw) for flaw in flaws))


BUREAU = (
    fault(
        spoil.text(
            "〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）",
            "〈中华人民共和国政府信息公开工作年度报告格式（试行）〉的通知》（国办公开办函〔2019〕60号）",
        ),
        ("citation.outdated", ERROR, "国办公开办函〔2019〕60号", "2024年度报告引用已被取代的试行格式"),
    ),
    fault(
        spoil.text("（岚政办发〔2024〕23号）", "（岚政办发〔2024〕）"),
        ("citation.number", ERROR, "岚政办发〔2024〕", "文号缺少顺序号"),
    ),
    fault(
        spoil.skipped_number("依申请公开"),
        ("structure.numbering.gap", ERROR, "（四）政府信息管理", "小标题由（二）跳到（四），缺（三）"),
    ),
    fault(
        spoil.text("本年度新收政府信息公开申请130件", "本年度新收政府信息公开申请143件"),
        ("prose.table", ERROR, "新收政府信息公开申请143件", "正文写新收143件，表三为130件"),
    ),
    fault(
        spoil.text("全年举办政府信息公开专题培训4次", "全年举办政府信息公开专题培训XX次"),
        ("leftover.placeholder", ERROR, "XX次", "占位符没有换成实际次数"),
    ),
    fault(
        spoil.cell("applications/granted.natural", "74"),
        ("balance.applications.total", ERROR, "applications/granted.natural", "47误为74，自然人列总计不平"),
        ("balance.applications.row", ERROR, "applications/granted.natural", "47误为74，予以公开行总计不平"),
    ),
    fault(
        spoil.cell("disclosure/penalty.decisions", "12件"),
        ("number.format", ERROR, "disclosure/penalty.decisions", "数字格中混入单位“件”"),
    ),
    fault(
        spoil.without_table("review_litigation", "本年度行政复议、行政诉讼办理结果见总体情况。"),
        ("table.missing", ERROR, "review_litigation", "第四部分没有统一格式的表格"),
    ),
)

COUNTY = (
    fault(
        spoil.text("自2024年1月1日起至2024年12月31日止", "自2024年1月1日起至2024年11月30日止"),
        ("date.period", ERROR, "至2024年11月30日止", "统计期限没有到年末"),
    ),
    fault(
        spoil.text("其中文字解读31篇", "其中文字解读36篇"),
        ("prose.sum", ERROR, "政策解读材料84篇", "分项36＋40＋13＝89，多于总数84"),
    ),
    fault(
        spoil.text("生态环境，按月公布", "生态环境，亚博体育官方网站按月公布"),
        ("injection.spam", ERROR, "亚博体育官方网站", "正文被塞入博彩网站名称"),
    ),
    fault(
        spoil.repeated("强化日常监测，", "抓好制度执行和队伍建设"),
        ("structure.duplicate", ERROR, "强化日常监测", "整段文字重复"),
    ),
    fault(
        spoil.cell("applications/carried_in.legal", "8"),
        ("balance.applications.column", ERROR, "applications/carried_in.legal", "3误为8，法律服务机构列不平"),
        ("balance.applications.row", ERROR, "applications/carried_in.legal", "3误为8，上年结转行总计不平"),
    ),
    fault(
        spoil.cell("applications/refused_reissue.research", ""),
        ("number.blank", WARNING, "applications/refused_reissue.research", "空格，由等式可知应填0"),
    ),
    fault(
        spoil.cell("review_litigation/suit_after_review.other", "2"),
        ("balance.review_litigation", ERROR, "review_litigation/suit_after_review.other", "3误为2，合计不平"),
    ),
    fault(
        spoil.swapped_sections("存在的主要问题及改进情况", "其他需要报告的事项"),
        ("structure.section.order", ERROR, "存在的主要问题及改进情况", "第五、第六部分次序颠倒"),
    ),
)

TRIAL = (
    fault(
        spoil.text("2020年，我局坚持以人民为中心", "2019年，我局坚持以人民为中心"),
        ("date.year", ERROR, "2019年，我局坚持", "章首年份与标题年份不符"),
    ),
    fault(
        spoil.text("聘请义务监督员不定期", "聘请某某义务监督员【】不定期"),
        ("leftover.placeholder", ERROR, "某某义务监督员", "“某某”没有换成实际内容"),
        ("leftover.placeholder", ERROR, "【】", "空的方头括号没有填写"),
    ),
    fault(
        spoil.without_rows("applications/refused_repeat", "applications/refused_publication"),
        ("table.rows.missing", ERROR, "applications", "表三缺“2.重复申请”“3.要求提供公开出版物”两行"),
    ),
    fault(
        spoil.label("applications/denied_third_party", "4.保护第三方合法权"),
        ("table.labels", ERROR, "4.保护第三方合法权", "行名被截断，缺“益”字"),
    ),
    fault(
        spoil.cell("applications/total.natural", "46"),
        ("balance.applications.column", ERROR, "applications/total.natural", "64误为46，自然人列不平"),
        ("balance.applications.row", ERROR, "applications/total.natural", "64误为46，总计行合计不平"),
    ),
    fault(
        spoil.without_section("其他需要报告的事项"),
        ("structure.section.missing", ERROR, "other", "缺第六部分“其他需要报告的事项”"),
    ),
    fault(
        spoil.trailing("撰稿：", "校对：", "一审："),
        ("leftover.signoff", WARNING, "撰稿：", "审签栏没有填写"),
    ),
    fault(
        spoil.trailing("扫一扫在手机打开当前页", "打印本页 关闭本页"),
        ("leftover.web", INFO, "扫一扫在手机打开当前页", "网页按钮文字没有删去"),
    ),
)
