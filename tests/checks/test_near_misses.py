"""Pairs of drafts that look alike: one with a fault that its rule catches, one that is right.

Each pair differs in what the rule is about and in nothing else, so that a rule that looks at the surface
only fails one of the two.
"""

# ruff: noqa: E501 - the drafts are running text

import pytest


def cells(table, **values):
    """The arguments of a draft with these cells of a table; ``__`` stands for the dot."""
    return {"cells": {table: {key.replace("__", "."): value for key, value in values.items()}}}


def trial(year=2020, **values):
    """A draft of the trial format of 2019 with these cells of table two."""
    return {"standard": "2019", "year": year, **cells("disclosure", **values)}


def requests(**values):
    return cells("applications", **values)


def courts(**values):
    return cells("review_litigation", **values)


def says(overview="", **prose):
    """A draft in whose overview, or in other sections, this is said."""
    return {"prose": prose or {"overview": overview}}


def edited(*changes):
    """The plain draft with words exchanged."""
    return {"changes": changes}


def after(then, now):
    """A draft checked against last year's."""
    return {**now, "then": {"year": 2023, **then}}


HEADINGS = ("三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况")
SUPERVISION = "（五）监督保障。开展业务培训，接受社会监督。"
WATER = "全年完成河道清淤，加固堤防，新建泵站，改造老旧管网，扩大供水范围，开展汛前检查，落实防汛物资，组织抗旱演练，保障农田灌溉，推进节水型单位建设。"
FEE = "本年度{}，没有其他需要报告的事项。"
LONG = "各科室按照目录逐项梳理应当公开的事项，明确责任人和时限，办公室每{}汇总一次并在内部通报，发现逾期未更新的当日督促补正，年底统一归档备查。"
COPIED = "".join(LONG.format(word) for word in ("周", "月", "季"))
COURT_FIGURES = {
    "review__upheld": 3, "review__corrected": 1, "review__total": 4, "suit__upheld": 2, "suit__total": 2,
}  # fmt: skip
LESS = {"review__upheld": 5, "review__corrected": 0, "review__total": 5, "suit__upheld": 1, "suit__total": 1}

PAIRS = {
    "balance.applications.row": (
        requests(new__natural=2, new__legal=1, new__total=2),
        requests(new__natural=2, new__legal=1, new__total=3),
    ),
    "balance.carried_out": (
        requests(new__total=33, carried_out__total=10),
        requests(new__total=34, carried_out__total=10),
    ),
    "balance.double_counted": (
        requests(granted__business=3, partial__business=4, unable_not_held__business=4, total__business=7),
        requests(granted__business=3, partial__business=4, unable_not_held__business=4, total__business=11),
    ),
    "balance.in_force": (
        cells("disclosure", rules__made=3, rules__abolished=1, rules__in_force=1),
        cells("disclosure", rules__made=3, rules__abolished=1, rules__in_force=2),
    ),
    "balance.review_litigation": (
        courts(suit__corrected=1, suit__pending=1, suit__total=1),
        courts(suit__corrected=1, suit__pending=1, suit__total=2),
    ),
    "balance.statistics": (
        {"statistics": ("全年公开信息20条。", {"disclosed.value": 20, "via_website.value": 12, "via_weixin.value": 7})},
        {"statistics": ("全年公开信息20条。", {"disclosed.value": 20, "via_website.value": 12, "via_weixin.value": 8})},
    ),
    "balance.suits_after_review": (
        after(courts(review__pending=1), courts(review__total=1, suit_after_review__total=3)),
        after(courts(review__pending=2), courts(review__total=1, suit_after_review__total=3)),
    ),
    "citation.brackets": (
        says("（一）主动公开。落实云政办发（2024）8号文件和《云州市2024年要点》（2024年印发）。"),
        says("（一）主动公开。落实云政办发〔2024〕8号文件和《云州市2024年要点》（2024年8号公告）。"),
    ),
    "date.budget": (
        says("按时公布2024年度财政决算和2025年度部门预算。"),
        says("按时公布2023年度财政决算和2025年度部门预算，2024年度财政决算拟于批复后公布。"),
    ),
    "layout.punctuation": (
        says("健全机制,明确分工,限时更新,定期检查,接受监督。"),
        says("网址www.example.cn/a,b：全年公开1,234条、5,678次、9,012人次，比例3:2:1。"),
    ),
    "layout.spaces": (
        says("（一）主动公开。通过\u2003门户网站\u2003公开。"),
        says("（一）主动公开。通过\u3000门户网站 公开 Word 文档。"),
    ),
    "number.blank": (
        courts(review__upheld="/", review__total=0),
        courts(review__upheld="０", review__total="0件"),
    ),
    "number.decisions": (
        trial(coercion__last_year=12, coercion__change="+3", coercion__decisions=15),
        trial(coercion__last_year=12, coercion__change="+3", coercion__decisions=150),
    ),
    "number.projects": (
        trial(penalty__last_year=2, penalty__change="-3"),
        trial(penalty__last_year=3, penalty__change="-3"),
    ),
    "number.published": (
        trial(rules__made=2, rules__published=2, rules__total=1),
        trial(rules__made=2, rules__published=2, rules__total=2),
    ),
    "prose.fee_scale": (
        says(other=FEE.format("收取信息处理费3.5万元")) | {"cells": {"disclosure": {"fees.amount": "3.4"}}},
        says(other=FEE.format("收取信息处理费3.5元")) | {"cells": {"disclosure": {"fees.amount": "3.4"}}},
    ),
    "prose.statistics": (
        {"statistics": ("2015年共收到政府信息公开申请7件。", {"received.value": 9})},
        {"statistics": ("2015年共收到政府信息公开咨询7件。", {"received.value": 9})},
    ),
    "prose.unit": (
        says("（二）依申请公开。全年收到政府信息公开申请6条，均已答复。"),
        says("（二）依申请公开。全年收到政府信息公开申请6件，公开信息60条。"),
    ),
    "prose.unmentioned": (
        says("（五）监督保障。接受社会监督。") | {"cells": {"review_litigation": {"suit.total": 1}}},
        says("（五）监督保障。应诉行政诉讼案件。") | {"cells": {"review_litigation": {"suit.total": 1}}},
    ),
    "structure.contact": (
        {"append": "咨询电话0431-7654321。\n云州市教育局\n2025年1月"},
        {"append": "咨询电话0431-7654321。\n云州市教育局\n2025年1月10日"},
    ),
    "structure.duplicate": (
        {"append": f"{LONG.format('月')}\n附注。\n{LONG.format('月')}"},
        {"append": f"{LONG.format('月')}\n附注。\n{LONG.format('季')}"},
    ),
    "structure.general_subject": (
        says("各级机关应当重视公开，一些地方更新慢，部分地区解读少，大多数部门尚无专栏。"),
        says("一些地方更新慢，部分地区解读少，大多数部门尚无专栏；我局已建立专栏。"),
    ),
    "structure.problems": (
        says(problems="将按月更新各栏目，开展培训，推进平台建设，请各科室抓好落实。"),
        says(problems="个别栏目更新不够快，将按月更新各栏目，开展培训。"),
    ),
    "structure.section.order": (
        edited((HEADINGS[0], "甲"), (HEADINGS[1], HEADINGS[0]), ("甲", HEADINGS[1])),
        edited((HEADINGS[0], HEADINGS[0].replace("三、", "四、"))),
    ),
    "structure.supervision": (
        {"authority": "岚溪县人民政府"} | edited((SUPERVISION, "（五）监督保障。纳入年度考核，开展评议。")),
        {"authority": "岚溪县人民政府"} | edited((SUPERVISION, "（五）监督保障。纳入年度考核，开展评议，无问责情形。")),
    ),
    "structure.topic": (
        says(f"（一）主动公开。公开信息。\n{WATER * 2}"),
        says(f"（一）主动公开。公开信息。\n{WATER * 2}以上情况均在网站公示。"),
    ),
    "table.columns.missing": (
        edited(("\t商业企业\t", "\t商企\t")),
        edited(("\t商业企业\t", "\t商业 企业\t")),
    ),
    "table.missing": (
        {"standard": "2019", "year": 2020, "drop_tables": ("disclosure",)},
        {"standard": "2019", "year": 2020},
    ),
    "table.rows.extra": (
        edited(("8.属于行政查询事项\t", "9.属于内部管理信息\t0\t0\t0\t0\t0\t0\t0\n8.属于行政查询事项\t")),
        edited(("8.属于行政查询事项\t", "8．属于行政查询事项 \t")),
    ),
    "table.rows.missing": (
        {"drop": ("carried_in",)},
        edited(("二、上年结转政府信息公开申请数量", "二、上年结转\u3000政府信息公开申请数量")),
    ),
    "table.statistics": (
        {"text": "云州市水务局2018年政府信息公开年度报告\n一、概述\n全年公开信息12条。"},
        {"text": "云州市水务局2013年政府信息公开年度报告\n一、概述\n全年公开信息12条。"},
    ),
    "table.version": (
        {"standard": "2019", "year": 2020, "table": ("2021", "disclosure")},
        {"standard": "2019", "year": 2020, "table": ("2019", "disclosure")},
    ),
    "year.abolished": (
        after(cells("disclosure", rules__in_force=2), cells("disclosure", rules__made=1, rules__abolished=4)),
        after(cells("disclosure", rules__in_force=2), cells("disclosure", rules__made=1, rules__abolished=3)),
    ),
    "year.carried": (
        after(requests(carried_out__business=2, carried_out__total=2), requests(carried_in__total=1)),
        after(
            requests(carried_out__business=2, carried_out__total=2),
            requests(carried_in__business="２", carried_in__total="2件"),
        ),
    ),
    "year.copied": (
        {"prose": {"overview": COPIED}, "then": {"year": 2023, "prose": {"overview": COPIED}}},
        {"prose": {"problems": COPIED}, "then": {"year": 2023, "prose": {"overview": COPIED}}},
    ),
    "year.growth": (
        after(requests(new__total=50), requests(new__total=40) | says("新收政府信息公开申请40件，较上年下降25%。")),
        after(requests(new__total=50), requests(new__total=40) | says("新收政府信息公开申请40件，较上年下降20.0%。")),
    ),
    "year.in_force": (
        after(cells("disclosure", normative__in_force=10), cells("disclosure", normative__made=3, normative__abolished=4, normative__in_force=10)),
        after(cells("disclosure", normative__in_force=10), cells("disclosure", normative__made=3, normative__abolished=4, normative__in_force=9)),
    ),
    "year.previous": (
        after({"year": 2022}, {}),
        after({"year": 2023}, {"changes": (("云州市教育局2024年", "2024年云州市教育局"),)}),
    ),
    "year.projects": (
        after(trial(2019, penalty__last_year=30, penalty__change="+5"), trial(penalty__last_year=30)),
        after(trial(2019, penalty__last_year=30, penalty__change="+5"), trial(penalty__last_year=35)),
    ),
    "year.published": (
        after(trial(2019, rules__total=4), trial(rules__published=1, rules__total=4)),
        after(trial(2019, rules__total=4), trial(rules__published=1, rules__total=5)),
    ),
    "year.same_table": (
        after(courts(**COURT_FIGURES), courts(**COURT_FIGURES)),
        after(courts(**LESS), courts(**COURT_FIGURES)),
    ),
}  # fmt: skip


@pytest.fixture
def written(draft, statutory):
    """The text of a draft and of last year's, from the arguments of ``draft`` and what is told beside them."""

    def write(arguments):
        known = dict(arguments)
        then, changes = known.pop("then", None), known.pop("changes", ())
        text, append = known.pop("text", ""), known.pop("append", "")
        if table := known.pop("table", None):
            known["drop_tables"], append = (table[1],), statutory(*table, {})
        if statistics := known.pop("statistics", None):
            prose, values = statistics
            text = f"云州市教育局2015年政府信息公开年度报告\n一、概述\n{prose}\n附：统计表\n"
            append = statutory("2008", "statistics", values)
        text = text or draft(**known)
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        return f"{text}\n{append}", write(then)[0] if then else None

    return write


@pytest.mark.parametrize("rule_id", PAIRS)
def test_a_fault_is_caught_and_what_looks_like_it_is_not(run_rule, written, rule_id):
    wrong, right = ({"text": text, "previous": then} for text, then in map(written, PAIRS[rule_id]))
    assert run_rule(rule_id, **wrong).hits
    outcome = run_rule(rule_id, **right)
    assert outcome.messages == [] and outcome.unchecked == []
