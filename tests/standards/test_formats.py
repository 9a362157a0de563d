"""The three formats in resources/standards say what the official formats say."""

import re

import pytest

from gxdesk.document.text import fold, label_key
from gxdesk.report.balances import instances
from gxdesk.standards.load import known, load
from gxdesk.standards.model import SectionForm, Standard

SECTIONS = ["overview", "disclosure", "applications", "review_litigation", "problems", "other"]
COLUMNS = ["natural", "business", "research", "nonprofit", "legal", "other", "total"]
RESULTS = [
    "granted",
    "partial",
    "denied_secret",
    "denied_law",
    "denied_security",
    "denied_third_party",
    "denied_internal",
    "denied_process",
    "denied_enforcement",
    "denied_inquiry",
    "unable_not_held",
    "unable_to_create",
    "unable_unclear",
    "refused_petition",
    "refused_repeat",
    "refused_publication",
    "refused_excessive",
    "refused_reissue",
]
OTHERS = {"2019": ["other"], "2021": ["other_uncorrected", "other_unpaid", "other_other"]}
DISCLOSURE = {
    "2021": [
        "rules.made",
        "rules.abolished",
        "rules.in_force",
        "normative.made",
        "normative.abolished",
        "normative.in_force",
        "licensing.decisions",
        "penalty.decisions",
        "coercion.decisions",
        "fees.amount",
    ],
    "2019": [
        "rules.made",
        "rules.published",
        "rules.total",
        "normative.made",
        "normative.published",
        "normative.total",
        "licensing.last_year",
        "licensing.change",
        "licensing.decisions",
        "other_services.last_year",
        "other_services.change",
        "other_services.decisions",
        "penalty.last_year",
        "penalty.change",
        "penalty.decisions",
        "coercion.last_year",
        "coercion.change",
        "coercion.decisions",
        "fees.last_year",
        "fees.change",
        "procurement.items",
        "procurement.amount",
    ],
}
FIXED = ["2019", "2021"]


def recognised(standard: Standard, heading: str) -> list[str]:
    folded = fold(heading).text
    return [s.id for s in standard.sections if any(re.search(word, folded) for word in s.keywords)]


def without_number(title: str) -> str:
    return re.sub(r"^[一二三四五六七]、", "", title)


def test_known_formats_oldest_first_cover_every_year_once():
    assert [(s.id, s.since, s.until) for s in known()] == [
        ("2008", 2008, 2018),
        ("2019", 2019, 2020),
        ("2021", 2021, None),
    ]


@pytest.mark.parametrize("name", FIXED)
def test_fixed_formats_have_the_six_sections_and_three_tables(name: str):
    standard = load(name)
    assert [s.id for s in standard.sections] == SECTIONS
    assert [t.id for t in standard.tables] == ["disclosure", "applications", "review_litigation"]
    assert all(s.absence == "error" for s in standard.sections)
    assert [t.section for t in standard.tables] == ["disclosure", "applications", "review_litigation"]
    assert standard.deadlines == {"government": "03-31", "department": "01-31"}
    assert [aspect for aspect, _ in standard.aspects] == [
        "主动公开",
        "依申请公开",
        "政府信息管理",
        "政府信息公开平台建设",
        "监督保障",
    ]


def test_the_official_titles_of_2021():
    assert [s.title for s in load("2021").sections] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]


@pytest.mark.parametrize(("name", "cells"), [("2019", 161), ("2021", 175)])
def test_applications_has_exactly_the_official_cells(name: str, cells: int):
    table = load(name).table("applications")
    rows = ["new", "carried_in", *RESULTS, *OTHERS[name], "total", "carried_out"]
    assert list(table.cell_ids()) == [f"{row}.{column}" for row in rows for column in COLUMNS]
    assert len(table.cell_ids()) == cells
    assert "第一项加第二项之和" in table.header_note
    assert table.row("denied_secret").groups == ("三、本年度办理结果", "（三）不予公开")


@pytest.mark.parametrize(("name", "cells"), [("2019", 22), ("2021", 10)])
def test_disclosure_has_exactly_the_official_cells(name: str, cells: int):
    table = load(name).table("disclosure")
    assert list(table.cell_ids()) == DISCLOSURE[name]
    assert len(table.cell_ids()) == cells
    assert all(part.title.startswith("第二十条第（") for part in table.parts)


def test_amounts_allow_decimals_and_changes_allow_signs():
    assert not load("2021").table("disclosure").column("fees.amount").integer
    table = load("2019").table("disclosure")
    assert not table.column("procurement.amount").integer
    assert table.column("procurement.amount").unit == "万元"
    signed = {cell for cell in table.cell_ids() if table.column(cell).signed}
    assert signed == {cell for cell in table.cell_ids() if cell.endswith(".change")}


@pytest.mark.parametrize("name", FIXED)
def test_review_litigation_lies_on_its_side(name: str):
    table = load(name).table("review_litigation")
    assert table.layout == "wide"
    assert [(r.id, r.label, r.groups) for r in table.rows()] == [
        ("review", "行政复议", ()),
        ("suit", "未经复议直接起诉", ("行政诉讼",)),
        ("suit_after_review", "复议后起诉", ("行政诉讼",)),
    ]
    assert [c.id for c in table.parts[0].columns] == ["upheld", "corrected", "other", "pending", "total"]
    assert len(table.cell_ids()) == 15


def test_the_labels_only_the_2021_format_uses():
    old = {label_key(r.label) for t in load("2019").tables for r in t.rows()}
    assert "行政规范性文件" not in old and "其他对外管理服务事项" in old
    new = {label_key(r.label) for t in load("2021").tables for r in t.rows()}
    assert "行政规范性文件" in new and "政府集中采购" not in new


@pytest.mark.parametrize(("name", "rows"), [("2019", 23), ("2021", 25)])
def test_equations_run_along_every_column_and_row(name: str, rows: int):
    standard = load(name)
    counts: dict[str, int] = {}
    for table in standard.tables:
        for cells in instances(table):
            counts[cells.rule] = counts.get(cells.rule, 0) + 1
            assert set(cells.left + cells.right) <= set(table.cell_ids())
    assert counts == {
        "balance.applications.column": 7,
        "balance.applications.total": 7,
        "balance.applications.row": rows,
        "balance.review_litigation": 3,
    }


def test_the_total_equation_adds_every_result():
    (total,) = (e for e in load("2021").table("applications").equations if e.number == "B2")
    assert list(total.right) == RESULTS + OTHERS["2021"]
    column = next(c for c in instances(load("2021").table("applications")) if c.number == "B1")
    assert (column.key, column.left) == ("column:natural", ("new.natural", "carried_in.natural"))
    assert column.right == ("total.natural", "carried_out.natural")


@pytest.mark.parametrize("name", ["2008", *FIXED])
def test_labels_are_unique_within_their_group(name: str):
    for table in load(name).tables:
        keys = [(row.groups, label_key(row.label)) for row in table.rows()]
        assert len(keys) == len(set(keys)), table.id
        assert all(key for _, key in keys)


@pytest.mark.parametrize("name", FIXED)
def test_labels_of_fixed_tables_are_unique_without_their_groups(name: str):
    for table in load(name).tables:
        keys = [label_key(label) for row in table.rows() for label in (row.label, *row.variants)]
        assert len(keys) == len(set(keys)), table.id
        assert not set(keys) & {label_key(group) for group in table.groups}


@pytest.mark.parametrize("name", ["2008", *FIXED])
def test_every_title_and_variant_is_recognised_as_its_own_section(name: str):
    standard = load(name)
    for section in standard.sections:
        for title in (section.title, *section.variants):
            assert recognised(standard, without_number(title)) == [section.id], title


@pytest.mark.parametrize("name", FIXED)
@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("行政复议、行政许可等情况", "review_litigation"),
        ("政府信息公开复议、诉讼情况", "review_litigation"),
        ("收到和处理政府信息公开的申请有关情况", "applications"),
        ("收到和处理信息公开申请", "applications"),
        ("依申请公开政府信息办理情况", "applications"),
        ("主动公开政府信息的有关情况", "disclosure"),
        ("工作总体情况", "overview"),
        ("存在问题和下一步改进措施", "problems"),
        ("其它需要报告的事项", "other"),
    ],
)
def test_misworded_headings_are_recognised(name: str, heading: str, section: str):
    assert recognised(load(name), heading) == [section]


@pytest.mark.parametrize("name", FIXED)
def test_labels_of_tables_are_no_section_headings(name: str):
    standard = load(name)
    for table in standard.tables:
        labels = [row.label for row in table.rows()] + list(table.groups)
        labels += [column.label for part in table.parts for column in part.columns]
        for label in labels:
            stripped = re.sub(r"^(?:[一二三四]、|（.）|\d\.)", "", label)
            assert recognised(standard, stripped) == [], label


def test_the_free_era_demands_what_article_32_demands():
    standard = load("2008")
    assert not standard.sections_fixed
    assert standard.deadlines == {"government": "03-31", "department": "03-31"}
    demanded = [s.id for s in standard.sections if s.absence == "error"]
    assert demanded == ["disclosure", "applications", "fees", "review_litigation", "problems"]
    assert {s.id for s in standard.sections if not s.absence} == {"overview", "other"}
    assert all("第三十二条" in standard.section(name).basis for name in demanded)


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("政府信息公开总体工作情况", "overview"),
        ("重点领域信息公开情况", "disclosure"),
        ("依申请公开信息的情况", "applications"),
        ("政府信息公开支出和收费情况", "fees"),
        ("因政府信息公开申请行政复议、提起行政诉讼的情况", "review_litigation"),
        ("下一步工作打算", "problems"),
        ("需要说明的事项与附表", "other"),
        ("政府信息公开会议和培训情况", "other"),
    ],
)
def test_common_headings_of_the_free_era(heading: str, section: str):
    assert recognised(load("2008"), heading) == [section]


def evidence(section: str, text: str) -> bool:
    form: SectionForm = load("2008").section(section)
    return bool(re.search(form.evidence, fold(text).text))


@pytest.mark.parametrize(
    ("section", "text", "shown"),
    [
        ("fees", "提供政府信息未收取检索、复制、邮寄费用。", True),
        ("fees", "本年度未对申请人收取任何费用，也无减免。", True),
        ("fees", "我局没有就信息公开收费。", True),
        ("fees", "各学校办事均不收费，并公示教育收费标准。", False),
        ("fees", "对家庭困难学生减免学费。", False),
        ("fees", "通过信息公开栏公布义务教育免费政策。", False),
        ("applications", "全年未收到公开政府信息的申请。", True),
        ("applications", "2015年共受理政府信息公开申请１２件，均已答复。", True),
        ("applications", "全年收到3件公民提出的公开申请。", True),
        ("applications", "明确了依申请公开的受理机构、申请流程和答复时限。", False),
        ("applications", "网站设有依申请公开栏目。", False),
        ("review_litigation", "未发生行政复议。", True),
        ("review_litigation", "未发生举报。", False),
        ("problems", "工作中还存在一些不足。", True),
        ("problems", "解决群众的实际问题。", False),
    ],
)
def test_evidence_in_running_text(section: str, text: str, shown: bool):
    assert evidence(section, text) is shown


def test_statistics_table_is_optional_and_has_units():
    table = load("2008").table("statistics")
    assert table.absence == "" and len(table.parts) == 1
    assert [(c.id, c.label) for c in table.parts[0].columns] == [("value", "统计数")]
    assert all(row.unit for row in table.rows())
    assert table.row("fees").unit == "万元" and table.row("trained").unit == "人次"
    assert {e.rule for e in table.equations} == {"balance.statistics"}
    assert len(instances(table)) == 7
    assert not set(table.groups) & {row.label for row in table.rows()}


@pytest.mark.parametrize("name", ["2008", *FIXED])
def test_manual_items_say_what_to_do_and_why(name: str):
    items = load(name).manual
    assert {"ledger", "confidentiality", "position", "signed"} <= {item.id for item in items}
    assert all(item.group == "发布前" and item.requirement.endswith("。") and item.basis for item in items)
