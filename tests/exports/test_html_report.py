"""The printable report: everything said once, everything escaped, nothing referred to."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from gxdesk import check
from gxdesk.exports.html import html_report

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """Collects tags, attributes and text, and complains about tags that are not closed in order."""

    def __init__(self, source: bytes) -> None:
        super().__init__()
        self.tags, self.attributes, self.words, self._open = [], [], [], []
        self.feed(source.decode("utf-8"))
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*年报告*")))
def test_a_report_tells_verdict_findings_and_items(name):
    result = check(SAMPLES / name)
    page = Page(html_report(result))

    assert result.checklist.verdict in page.text
    assert result.sha256 in page.text
    for finding in result.checklist.findings:
        assert finding.title in page.text
        assert finding.message.split("\n")[0] in page.text
    for item in result.checklist.items:
        assert item.title in page.text
    for table in result.report.tables:
        for cell in table.cells.values():
            assert cell.text in page.text


def test_the_page_stands_alone():
    source = html_report(check(next(SAMPLES.glob("*2024*有错*.docx"))))
    page = Page(source)

    assert not {"script", "link", "img", "iframe", "object", "a"} & set(page.tags)
    assert not re.search(rb"url\(|@import|https?://|javascript:", source.replace(b"http-equiv", b""))
    assert not {name for name, _ in page.attributes} & {"src", "href", "style", "onload", "onclick"}
    assert ("charset", "utf-8") in page.attributes


def test_the_suspected_cell_is_marked_in_colour_and_in_words():
    source = html_report(check(next(SAMPLES.glob("*2024*有错*.docx")))).decode()

    assert re.search(r'<td class="n error"[^>]*><b>✗ 74</b></td>', source)
    assert "可能应为 47" in source


def test_markup_of_a_draft_stays_text(make_result, make_finding):
    nasty = "<script>alert(1)</script>&\"'<img src=x onerror=1>\ud800"
    result = make_result(
        [make_finding("a", title=nasty, message=nasty)], {"new.natural": "<b>9</b>"}, name="<i>.txt"
    )
    page = Page(html_report(result))

    assert "script" not in page.tags
    assert "img" not in page.tags
    assert "i" not in page.tags
    assert "<script>alert(1)</script>" in page.text
    assert "<b>9</b>" in page.text


def test_a_missing_table_and_missing_cells_are_said(make_result):
    page = Page(html_report(make_result()))

    assert "（草稿中没有找到本表）" in page.text  # table four
    assert page.words.count("缺") == 7  # the row 结转下年度
