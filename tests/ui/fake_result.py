# ruff: noqa: E501
"""A hand-made Result: a report with a missing section, an unbalanced table and a pasted phone."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from gxdesk.checklist.build import verdict
from gxdesk.checklist.model import Checklist, Item, Status
from gxdesk.checks.api import Equation, Finding, Severity, Suspect, Term
from gxdesk.document.model import Block, Cell, Document, Paragraph, Table
from gxdesk.document.place import GridOrigin, ParagraphOrigin, Place
from gxdesk.jobs.model import Result
from gxdesk.report.model import Identity, Report, Section, StatutoryTable
from gxdesk.standards.model import ColumnForm, PartForm, RowForm, SectionForm, Standard, TableForm

COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
ROWS = (
    ("一、本年新收政府信息公开申请数量", (12, 3, 0, 0, 1, 0, 16)),
    ("二、上年结转政府信息公开申请数量", (1, 0, 0, 0, 0, 0, 1)),
    ("（一）予以公开", (6, 1, 0, 0, 1, 0, 8)),
    ("（二）部分公开", (2, 0, 0, 0, 0, 0, 2)),
    ("（七）总计", (12, 3, 0, 0, 1, 0, 16)),
    ("四、结转下年度继续办理", (1, 0, 0, 0, 0, 0, 1)),
)


def paragraph(text: str, index: int, level: int = 0, centered: bool = False) -> Paragraph:
    return Paragraph(text, ParagraphOrigin(index), level, centered)


def table_three(number: int = 0) -> Table:
    cells = [
        Cell(
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            0,
            0,
            GridOrigin(number),
            3,
            2,
        ),
        Cell("申请人情况", 0, 2, GridOrigin(number, 0, 2), 1, 7),
        Cell("自然人", 1, 2, GridOrigin(number, 1, 2), 2, 1),
        Cell("法人或其他组织", 1, 3, GridOrigin(number, 1, 3), 1, 5),
        Cell("总计", 1, 8, GridOrigin(number, 1, 8), 2, 1),
    ]
    cells += [Cell(name, 2, 3 + i, GridOrigin(number, 2, 3 + i)) for i, name in enumerate(COLUMNS[1:6])]
    cells.append(Cell("三、本年度办理结果", 5, 0, GridOrigin(number, 5, 0), 3, 1))
    for at, (label, values) in enumerate(ROWS, start=3):
        grouped = 5 <= at <= 7
        cells.append(Cell(label, at, 1 if grouped else 0, GridOrigin(number, at, 0), 1, 1 if grouped else 2))
        cells += [Cell(str(v), at, 2 + i, GridOrigin(number, at, 2 + i)) for i, v in enumerate(values)]
    return Table(9, 9, tuple(cells), GridOrigin(number))


def blocks() -> tuple[Block, ...]:
    body = (
        "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，全年主动公开政府信息1825条，"
        "其中政务动态1200条、通知公告500条、政策文件120条；新收政府信息公开申请16件，"
        "联系人张某某，电话13800000000。"
    )
    texts: list[tuple[str, int, bool]] = [
        ("某某市教育局2024年政府信息公开工作年度报告", 1, True),
        ("一、总体情况", 1, False),
        (body, 0, False),
        ("按照要求，重点领域信息公开进一步深化，公开平台建设得到加强，监督保障机制不断健全。" * 3, 0, False),
        ("二、主动公开政府信息情况", 1, False),
        ("全年制发行政规范性文件2件，现行有效行政规范性文件15件。", 0, False),
        ("三、收到和处理政府信息公开申请情况", 1, False),
        ("TABLE", 0, False),
        ("五、存在的主要问题及改进情况", 1, False),
        (
            "一是公开内容的深度和广度有待拓展。二是解读材料形式较为单一。下一步将加强培训，提高质量。" * 2,
            0,
            False,
        ),
        ("六、其他需要报告的事项", 1, False),
        ("无其他需要报告的事项。", 0, False),
    ]
    return tuple(
        table_three() if text == "TABLE" else paragraph(text, index, level, centered)
        for index, (text, level, centered) in enumerate(texts)
    )


SECTIONS = (
    ("overview", "一、总体情况", 1),
    ("disclosure", "二、主动公开政府信息情况", 4),
    ("applications", "三、收到和处理政府信息公开申请情况", 6),
    ("review_litigation", "四、政府信息公开行政复议、行政诉讼情况", None),
    ("problems", "五、存在的主要问题及改进情况", 8),
    ("other", "六、其他需要报告的事项", 10),
)


def standard() -> Standard:
    sections = tuple(
        SectionForm(id, title, n, (), (), "", "error", f"应当有“{title}”", "条例第五十条")
        for n, (id, title, _) in enumerate(SECTIONS, start=1)
    )
    columns = tuple(ColumnForm(f"c{i}", name) for i, name in enumerate(COLUMNS))
    rows = tuple(RowForm(f"r{i}", label) for i, (label, _) in enumerate(ROWS))
    form = TableForm(
        "applications", "表三", "收到和处理政府信息公开申请情况", "applications", "rows",
        (PartForm("", columns, rows),), (), "error", "国办公开办函〔2021〕30号",
    )  # fmt: skip
    four = TableForm(
        "review_litigation", "表四", "行政复议、行政诉讼情况", "review_litigation", "wide",
        (PartForm("", columns, rows),), (), "error", "国办公开办函〔2021〕30号",
    )  # fmt: skip
    return Standard(
        "2021", "2021年格式", 2021, None, "国办公开办函〔2021〕30号", "条例第五十条", True,
        sections, (form, four), (), (), {},
    )  # fmt: skip


def report(kind: str = "annual-report") -> Report:
    content = blocks()
    starts = [start for _, _, start in SECTIONS if start is not None] + [len(content)]
    sections = []
    for id, title, start in SECTIONS:
        if start is None:
            gap = Place(f"“{title}”应在的位置", 8, gap=f"section.{id}")
            sections.append(Section(id, title, "", False, gap))
        else:
            end = next(s for s in starts if s > start)
            sections.append(
                Section(id, title, title, True, Place(title, start), start + 1, end, 100, ordinal=1)
            )
    form = standard()
    tables = (
        StatutoryTable(form.tables[0], True, Place("表三", 7), (7,)),
        StatutoryTable(form.tables[1], False, Place("表四应在的位置", 8, gap="table.review_litigation")),
    )
    identity = Identity(
        kind, "标题", "某某市教育局2024年政府信息公开工作年度报告", 0, "某某市教育局", "department", 2024, ()
    )
    document = Document(content, "docx")
    return Report(document, identity, form, "报告年度为2024年", tuple(sections), tables)


def cell(row: int, column: int, label: str) -> Place:
    return Place(f"表三 {label}", 7, row, column)


def findings() -> tuple[Finding, ...]:
    body = blocks()[2]
    assert isinstance(body, Paragraph)
    total, phone = body.text.index("1825条"), body.text.index("13800000000")
    wrong = cell(7, 2, "「（七）总计」行「自然人」列")
    terms = (
        Term("applications/r0.c0", "本年新收", "12", cell(3, 2, "「本年新收」行「自然人」列")),
        Term("applications/r1.c0", "上年结转", "1", cell(4, 2, "「上年结转」行「自然人」列")),
    )
    right = (
        Term("applications/r4.c0", "总计", "12", wrong),
        Term("applications/r5.c0", "结转下年度", "1", cell(8, 2, "「结转下年度」行「自然人」列")),
    )
    basis = "国办公开办函〔2021〕30号附件表三"
    return (
        Finding(
            "f-sum", "prose.sum", Severity.WARNING, "分项之和与总数不符",
            "“1825条，其中……”三个分项相加为1820，与总数1825相差5。", "统计数据应当准确一致",
            (Place("一、总体情况 第1段", 2, start=total, end=total + 5),), "prose.sum",
            "核对分项数字，或补写漏列的分项。", expected="1820", actual="1825",
        ),
        Finding(
            "f-phone", "privacy.phone", Severity.WARNING, "出现个人手机号码", "正文出现手机号码13800000000。",
            "个人信息保护法", (Place("一、总体情况 第1段", 2, start=phone, end=phone + 11),),
            "privacy.phone", "删去手机号码，或改为办公电话。",
        ),
        Finding(
            "f-balance", "balance.applications.column", Severity.ERROR, "表三勾稽不平",
            "“自然人”列：第一项加第二项之和为13，第三项总计加第四项之和为13，但总计应为办理结果各项之和8。", basis,
            (wrong, cell(5, 2, "「予以公开」行「自然人」列")), "balance.applications.column",
            "按最可能出错的一格核对原始台账后改正。", expected="8", actual="12",
            suspects=(Suspect("applications/r4.c0", "12", "8", wrong),),
            equation=Equation(terms, right, "13", "13", "+4"),
        ),
        Finding(
            "f-row", "balance.applications.row", Severity.ERROR, "表三横向合计不符",
            "“（七）总计”行各列之和与总计不符。", basis, (cell(7, 8, "「（七）总计」行「总计」列"),),
            "balance.applications.row", "先改正上面的问题，再重新检查。", cause="f-balance",
        ),
        Finding(
            "f-section", "structure.section.missing", Severity.ERROR, "缺少第四部分",
            "没有找到“四、政府信息公开行政复议、行政诉讼情况”。", "国办公开办函〔2021〕30号",
            (Place("“四、政府信息公开行政复议、行政诉讼情况”应在的位置", 8, gap="section.review_litigation"),),
            "section.review_litigation", "补上这一部分和表四。",
        ),
        Finding(
            "f-table", "table.missing", Severity.ERROR, "缺少表四", "没有找到行政复议、行政诉讼情况表。",
            "国办公开办函〔2021〕30号", (Place("表四应在的位置", 8, gap="table.review_litigation"),),
            "table.review_litigation", "从空白报告模板复制表四后填写。", cause="f-section",
        ),
    )  # fmt: skip


def checklist(found: tuple[Finding, ...], other: bool = False) -> Checklist:
    def item(id: str, title: str, group: str, status: Status, note: str = "") -> Item:
        own = tuple(f for f in found if f.item == id)
        status = Status.PASS if status in (Status.FAIL, Status.WARN) and not own else status
        return Item(id, title, group, f"应当做到：{title}", "国办公开办函〔2021〕30号", status, own, note)

    fail, warn, passed = Status.FAIL, Status.WARN, Status.PASS
    items = [
        item("section.overview", "总体情况", "章节", passed),
        item("section.disclosure", "主动公开政府信息情况", "章节", passed),
        item("section.review_litigation", "行政复议、行政诉讼情况", "章节", fail),
        item("section.problems", "存在的主要问题及改进情况", "章节", passed),
        item("table.applications", "表三齐全", "表格", passed),
        item("table.review_litigation", "表四齐全", "表格", fail),
        item("balance.applications.column", "表三纵向勾稽", "勾稽", fail),
        item("balance.applications.row", "表三横向合计", "勾稽", fail),
        item("balance.review_litigation", "表四勾稽", "勾稽", Status.NOT_CHECKABLE, "缺少表四，无法核对"),
        item("prose.sum", "正文分项与总数一致", "文字", warn),
        item("privacy.phone", "没有个人联系方式", "发布前", warn),
        item("manual.fees", "收费情况已经报告", "发布前", Status.MANUAL),
        item("manual.seal", "已经领导审签", "发布前", Status.MANUAL),
    ]
    if other:
        items, found = [i for i in items if i.group in ("文字", "发布前")], found[:2]
    return Checklist(tuple(items), found, verdict(report("other" if other else "annual-report"), found))


def fake_result(path: Path, kind: str = "annual-report", clean: bool = False) -> Result:
    found = () if clean else findings()
    return Result(
        path, "0" * 64, report(kind), checklist(found, kind == "other"), datetime(2025, 1, 15, 9, 30), 0.12
    )
