"""Is it an annual report, whose, and of which year?"""

import pytest

from gxdesk.document.model import Document, Paragraph
from gxdesk.document.place import LineOrigin
from gxdesk.report.identity import identify
from gxdesk.report.recognise import recognise


def document(*lines: str) -> Document:
    return Document(tuple(Paragraph(line, LineOrigin(n)) for n, line in enumerate(lines, 1)), "txt")


@pytest.mark.parametrize(
    ("title", "authority", "year", "level"),
    [
        ("云州市教育局2024年政府信息公开工作年度报告", "云州市教育局", 2024, "department"),
        ("2023年望川县人民政府政府信息公开工作年度报告", "望川县人民政府", 2023, "government"),
        ("云州市教育局二〇二二年政府信息公开工作年度报告", "云州市教育局", 2022, "department"),
        ("岚溪市教育厅2017年度政务公开信息公开年报", "岚溪市教育厅", 2017, "department"),
        ("云州市教育局政府信息公开工作2024年度报告", "云州市教育局", 2024, "department"),
        ("2024年云州市政府信息公开工作年度报告", "云州市", 2024, "government"),
        ("望川县柳河镇2023年政府信息公开工作年度报告", "望川县柳河镇", 2023, "government"),
        ("2015年望川县人民政府信息公开年度报告", "望川县人民政府", 2015, "government"),
        ("云州市高新区2023年政府信息公开工作年度报告", "云州市高新区", 2023, "unknown"),
        ("云州市水利局（机关）2023年政府信息公开工作年度报告", "云州市水利局(机关)", 2023, "department"),
        ("云州市水利局机关2023年政府信息公开工作年度报告", "云州市水利局机关", 2023, "department"),
        ("望川县人民政府机关2023年政府信息公开工作年度报告", "望川县人民政府机关", 2023, "unknown"),
        ("云州海关关区2023年政府信息公开工作年度报告", "云州海关关区", 2023, "unknown"),
        ("云州市城关区2023年政府信息公开工作年度报告", "云州市城关区", 2023, "government"),
        ("云州市水利局2014年度政府信息公开的报告", "云州市水利局", 2014, "department"),
        ("【图解】云州市水利局2022年政府信息公开工作年度报告", "云州市水利局", 2022, "department"),
        (
            "云州市水利局办公室关于2016年云州市水利局政府信息公开工作年度报告的公告",
            "云州市水利局",
            2016,
            "department",
        ),
        ("云州市水利局关于2017年度政府信息公开工作情况的报告", "云州市水利局", 2017, "department"),
    ],
)
def test_title_tells_body_year_and_level(title, authority, year, level):
    identity = identify(document(title, "本报告依据条例编制。"))
    assert (identity.kind, identity.authority, identity.year, identity.level) == (
        "annual-report",
        authority,
        year,
        level,
    )
    assert title in identity.year_evidence[0].text


def test_a_title_whose_year_lost_its_word():
    identity = identify(document("云州市水利局2023", "政府信息公开工作年度报告", "一、总体情况"))
    assert (identity.authority, identity.year) == ("云州市水利局", 2023)


def test_title_whose_kind_stands_on_the_line_below():
    for below in ("年度报告", "年度工作报告"):
        identity = identify(document("2020年云州市水利局政府信息公开工作", below, "一、总体情况"))
        assert (identity.authority, identity.year, identity.title_block) == ("云州市水利局", 2020, 0)


def test_title_broken_off_within_its_kind():
    identity = identify(document("云州市水利局2020年政府信息", "公开工作年度报告", "一、总体情况"))
    assert (identity.authority, identity.year, identity.title_block) == ("云州市水利局", 2020, 0)


def test_a_line_that_ends_with_information_and_no_title_below():
    identity = identify(document("望川县政府信息", "公开目录", "云州市水利局2020年政府信息公开工作年度报告"))
    assert identity.authority == "云州市水利局"


def test_the_offices_of_a_body_above_the_title():
    identity = identify(document("望川县人民政府机关", "2020年政府信息公开工作年度报告", "一、总体情况"))
    assert identity.authority == "望川县人民政府机关"


def test_the_title_below_the_letter_the_report_was_sent_with():
    identity = identify(
        document(
            "云州市水利局关于报送2020年政府信息公开工作年度报告的函",
            "市政府办公室：",
            "按照通知要求，我局编制了《云州市水利局2020年政府信息公开工作年度报告》，现报送你办。",
            "云州市水利局2020年政府信息公开工作年度报告",
            "一、总体情况",
        )
    )
    assert (identity.authority, identity.title_block) == ("云州市水利局", 3)


def test_a_letter_without_a_title_below_names_its_sender():
    identity = identify(document("云州市水利局关于报送2020年政府信息公开工作年度报告的函", "一、总体情况"))
    assert identity.authority == "云州市水利局"


def test_the_report_of_a_school_is_of_another_kind():
    text = "学校按照《高等学校信息公开办法》的要求，编制2020年度（2019年9月1日至2020年8月31日）报告。"
    school = identify(document("云州师范学院2020年度信息公开工作年度报告", text))
    assert school.kind == "other" and "学校" in school.kind_reason
    office = identify(document("云州市教育局2020年政府信息公开工作年度报告", text))
    assert office.kind == "annual-report"


def test_the_path_of_a_web_page_is_no_title():
    path = "当前位置：首页 > 政府信息公开 > 政府信息公开年报 > 正文"
    identity = identify(document(path, "一、总体情况", "二、主动公开政府信息情况", "六、其他需要报告的事项"))
    assert identity.title_block is None and identity.authority is None


def test_title_over_two_lines():
    identity = identify(document("云州市教育局", "2024年政府信息公开工作年度报告", "一、总体情况"))
    assert (identity.authority, identity.year) == ("云州市教育局", 2024)


def test_the_last_of_repeated_titles_is_the_title():
    title = "云州市教育局2024年政府信息公开工作年度报告"
    assert identify(document("首页", f"• {title}", title, "一、总体情况")).title_block == 2


def test_year_from_the_period_when_there_is_no_title():
    lines = (
        "一、总体情况",
        "统计期限自2023年1月1日起至2023年12月31日止。",
        "二、主动公开政府信息情况",
        "六、其他需要报告的事项",
    )
    identity = identify(document(*lines))
    assert (identity.kind, identity.year) == ("annual-report", 2023)


def test_year_from_the_text_and_the_file_name_come_last():
    lines = ["一、总体情况", "二、主动公开政府信息情况", "六、其他需要报告的事项"]
    body = "2022年，我局认真落实各项要求，积极推进信息公开工作；2022年共发布信息若干条。"
    assert identify(document(*lines, body)).year == 2022
    assert identify(document(*lines), "教育局2021年报").year == 2021
    assert identify(document(*lines)).year is None


def test_an_article_about_disclosure_is_no_annual_report():
    identity = identify(
        document(
            "云州市教育局多措并举推进信息公开工作",
            "2024年以来，我局强化信息公开。",
            "一、提高认识",
            "二、突出重点",
        )
    )
    assert identity.kind == "other" and identity.year is None


def test_the_user_overrides_standard_and_level():
    draft = document("云州市教育局2024年政府信息公开工作年度报告", "一、总体情况")
    report = recognise(draft, standard="2019", level="government")
    assert report.standard.id == "2019" and "用户指定" in report.standard_reason
    assert report.identity.level == "government"


@pytest.mark.parametrize(
    ("year", "standard"),
    [(2010, "2008"), (2018, "2008"), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2025, "2021")],
)
def test_the_report_year_decides_the_standard(year, standard):
    report = recognise(document(f"云州市教育局{year}年政府信息公开工作年度报告", "一、总体情况"))
    assert report.standard.id == standard and str(year) in report.standard_reason
