"""The office's own rules: what a superior writes in a sheet is checked like our rules."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from gxdesk.checklist.build import build
from gxdesk.checks.api import Severity, Unchecked
from gxdesk.checks.office import OfficeRule, office_rules, rule_of
from gxdesk.checks.runner import run
from gxdesk.errors import RulesError

HEADER = ("要求", "关键词", "所在章节", "必须/建议", "最少字数", "是否需要数字", "依据")
TRAINING = ("写明培训次数", "培训、轮训", "总体情况", "必须", "", "是", "市政府办通知")


@pytest.fixture
def sheet(tmp_path: Path):
    """``sheet(rows)``: a workbook with a title line, the header and the rows."""

    def write(*rows: tuple[object, ...], header: tuple[str, ...] = HEADER) -> Path:
        book = Workbook()
        ws = book.active
        ws.append(("云州市教育局年度报告编制要求",))
        ws.append(header)
        for row in rows:
            ws.append(row)
        path = tmp_path / "本单位规则.xlsx"
        book.save(path)
        return path

    return write


def check(rule, report):
    return list(rule.check(report))


def test_a_row_becomes_a_rule(sheet):
    (rule,) = office_rules(sheet(TRAINING))
    assert rule.requirement == "写明培训次数" and rule.basis == "市政府办通知"
    assert rule.severity is Severity.ERROR and rule.family == "office"
    assert "“培训”或“轮训”" in rule.explanation


def test_what_the_office_demands_is_looked_for(report_of, draft, sheet):
    (rule,) = office_rules(sheet(TRAINING))
    absent = draft(prose={"overview": "（一）主动公开。全年公开信息20条。"})
    (hit,) = check(rule, report_of(absent))
    assert "没有写到" in hit.message and hit.places[0].block is not None
    (hit,) = check(rule, report_of(draft(prose={"overview": "组织了业务培训。"})))
    assert "没有写明数字" in hit.message
    for told in ("全年组织业务培训3次。", "全年组织轮训两次。", "全年没有组织培训。"):
        assert check(rule, report_of(draft(prose={"overview": told}))) == []


def test_lengths(report_of, draft):
    least = rule_of(OfficeRule("写明平台建设", (("平台",),), "总体情况", must=False, least=20))
    assert least.severity is Severity.WARNING
    (hit,) = check(
        least, report_of(draft(prose={"overview": "平台建设良好。\n其他工作也很多很多很多很多很多很多。"}))
    )
    assert (hit.expected, hit.actual) == ("20", "7")
    most = rule_of(OfficeRule("总体情况不超过30字", (), "总体情况", most=30))
    assert check(most, report_of(draft(prose={"overview": "依法公开。" * 7})))
    assert check(most, report_of(draft(prose={"overview": "依法公开。" * 6}))) == []


def test_words_that_must_stand_together(report_of, draft):
    rule = rule_of(OfficeRule("写明图解", (("解读", "图解"),), "总体情况"))
    assert check(rule, report_of(draft(prose={"overview": "发布解读3篇。\n图解2篇。"})))
    assert check(rule, report_of(draft(prose={"overview": "发布解读3篇，其中图解2篇。"}))) == []


def test_a_missing_section_cannot_be_checked(report_of, draft):
    rule = rule_of(OfficeRule("写明", (("处理费",),), "其他需要报告的事项"))
    (result,) = check(rule, report_of(draft(drop_sections=("other",))))
    assert isinstance(result, Unchecked)


def test_it_stands_in_the_checklist_like_ours(report_of, draft, sheet):
    own = office_rules(sheet(TRAINING, ("写明审查", "审查、审核", "", "", "", "", "")))
    report = report_of(draft(prose={"overview": "组织了业务学习。发布前审核。"}))
    checklist = build(report, run(report, own=own))
    failed, passed = (checklist.item(rule.id) for rule in own)
    assert (
        failed
        and failed.status == "fail"
        and failed.title == "写明培训次数"
        and failed.basis == "市政府办通知"
    )
    assert passed and passed.status == "pass"
    assert any(finding.rule == own[0].id for finding in checklist.findings)


def test_the_id_hangs_on_the_requirement_alone(sheet):
    (first,) = office_rules(sheet(TRAINING))
    other = OfficeRule(TRAINING[0], (("讲座",),), must=False)
    assert rule_of(other).id == first.id


@pytest.mark.parametrize(
    ("row", "where", "what"),
    [
        (("写明培训", "培训", "培训情况", "必须"), "第4行C列（所在章节）", "没有“培训情况”这一章"),
        (("写明培训", "培训", "", "一定"), "第4行D列（必须/建议）", "“必须”或“建议”"),
        (("写明培训", "培训", "", "必须", "很多"), "第4行E列（最少字数）", "应当是整数"),
        (("写明培训", "培训", "", "必须", "", "也许"), "第4行F列（是否需要数字）", "“是”或“否”"),
        (("", "培训", "", "必须"), "第4行", "没有写“要求”"),
        (("写明培训", "", "", "必须"), "第4行", "没有写关键词"),
        (TRAINING, "第4行", "重复"),
    ],
)
def test_a_wrong_entry_is_named_with_row_and_column(sheet, row, where, what):
    with pytest.raises(RulesError) as error:
        office_rules(sheet(TRAINING, row))
    assert where in str(error.value) and what in str(error.value) and "本单位规则.xlsx" in str(error.value)


def test_files_that_hold_no_rules(sheet, tmp_path):
    with pytest.raises(RulesError, match="没有找到规则表"):
        office_rules(sheet(header=("序号", "名称")))
    with pytest.raises(RulesError, match="一条规则也没有"):
        office_rules(sheet())
    with pytest.raises(RulesError, match="找不到"):
        office_rules(tmp_path / "没有.xlsx")
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(RulesError, match="读不出来"):
        office_rules(broken)


TOML = """
[[rule]]
requirement = "写明培训次数"
keywords = ["培训", "轮训"]
section = "总体情况"
demand = "必须"
number = true

[[rule]]
"要求" = "总体情况不超过1000字"
"所在章节" = "总体情况"
"最多字数" = 1000
"""


def test_a_toml_file(tmp_path, sheet):
    path = tmp_path / "规则.toml"
    path.write_text(TOML, encoding="utf-8")
    first, second = office_rules(path)
    assert first.id == office_rules(sheet(TRAINING))[0].id and second.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[[rule]]\nrequirement = '甲'\nkeyword = '乙'", "不认识的项“keyword”"),
        ("[[rule]]\nrequirement = '甲'\nkeywords = '乙'\nleast = '多'", "第1条（最少字数）"),
        ("rule = 3", "[[rule]]"),
        ("[[rule]", "不符合 TOML 写法"),
    ],
)
def test_a_wrong_toml_file(tmp_path, text, what):
    path = tmp_path / "规则.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RulesError) as error:
        office_rules(path)
    assert what in str(error.value)


def test_a_changed_file_is_read_again(sheet):
    import os

    path = sheet(TRAINING)
    assert len(office_rules(path)) == 1
    sheet(TRAINING, ("写明审查", "审查"))
    os.utime(path, ns=(1, 1))
    assert len(office_rules(path)) == 2
