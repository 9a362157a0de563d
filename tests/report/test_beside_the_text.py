"""What the reader knows to stand beside the text: page furniture, footnotes, headers and footers."""

from __future__ import annotations

from gxdesk.checks.runner import run
from gxdesk.document.model import FURNITURE, MARGIN, Document, Paragraph
from gxdesk.document.place import PageOrigin, ParagraphOrigin, PartOrigin
from gxdesk.report.recognise import recognise

TITLE = "云州市教育局2024年政府信息公开工作年度报告"
TEXT = (
    TITLE,
    "一、总体情况",
    "2024年，本机关主动公开政府信息12条。",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "公开的内容还不够全面，今后将进一步充实。",
    "六、其他需要报告的事项",
    "没有其他需要报告的事项。",
)


def report_of(*beside: Paragraph, first: tuple[Paragraph, ...] = ()):
    text = tuple(Paragraph(line, ParagraphOrigin(n)) for n, line in enumerate(TEXT))
    return recognise(Document((*first, *text, *beside), "docx"))


def margin(text: str) -> Paragraph:
    return Paragraph(text, PartOrigin("footer1", "页脚"), role=MARGIN)


def furniture(number: int, text: str) -> Paragraph:
    return Paragraph(text, PageOrigin(number), role=FURNITURE)


def test_margins_change_neither_sections_nor_identity():
    bare = report_of()
    report = report_of(margin("七、页脚里的话"), margin("云州市卫生局2019年政府信息公开工作年度报告"))
    assert report.sections == bare.sections
    assert report.identity == bare.identity
    assert report.section("other").end == len(TEXT)


def test_margins_are_read_by_the_rules_on_wording():
    report = report_of(margin("联系人手机：13912345678"))
    assert any(block == len(TEXT) for block, _ in report.prose)
    (finding,) = [found for found in run(report).findings if found.rule == "privacy.phone"]
    assert finding.places[0].label == "页脚"


def test_a_header_that_repeats_the_title_is_no_repeated_text():
    rules = {finding.rule for finding in run(report_of(margin(TITLE), margin(TEXT[2]))).findings}
    assert "structure.duplicate" not in rules


def test_a_long_menu_before_the_title_hides_nothing():
    menu = tuple(furniture(n, f"栏目{n}") for n in range(40))
    report = report_of(first=menu)
    assert report.identity.title == TITLE
    assert report.furniture == frozenset(range(40))
    assert not {block for block, _ in report.prose} & report.furniture
    (finding,) = [found for found in run(report).findings if found.rule == "leftover.web"]
    assert finding.severity.name == "INFO" and "40处" in finding.message
