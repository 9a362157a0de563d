"""The printed report: rows stay whole, a table's header stands on every sheet the table goes on."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QTextDocument

from gxdesk.ui import engine
from gxdesk.ui.printing import document
from gxdesk.ui.sheets import sheets

WIDTH, HEIGHT = 600, 800


@pytest.fixture
def cut(application):
    def cut(html):
        paper = QTextDocument()
        paper.setHtml(html)
        return paper, sheets(paper, WIDTH, HEIGHT)

    return cut


def table(rows, words="一行"):
    body = "".join(f"<tr><td>{number}</td><td>{words}</td></tr>" for number in range(rows))
    return f"<table width='100%' border='1'><thead><tr><th>序号</th><th>事项</th></tr></thead>{body}</table>"


def lines(paper):
    """The top and bottom of every line of text in the column."""
    layout, found = paper.documentLayout(), []
    block = paper.begin()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if block.text():
            found.append((rect.top(), rect.bottom(), block.text()))
        block = block.next()
    return found


def shown(paper, sheet):
    """The texts a sheet shows whole, below its header."""
    return [
        text for top, bottom, text in lines(paper) if sheet.body.top <= top and bottom <= sheet.body.bottom
    ]


def test_a_long_table_shows_its_header_on_every_sheet_and_each_row_once(cut):
    paper, found = cut("<p>前言</p>" + table(200, "要求写明的事项<br>第二行"))
    assert len(found) > 5
    assert found[0].header is None and shown(paper, found[0])[:3] == ["前言", "序号", "事项"]
    (header,) = {sheet.header for sheet in found[1:]}
    assert [text for top, bottom, text in lines(paper) if header.top <= top and bottom <= header.bottom] == [
        "序号",
        "事项",
    ]
    numbers = [text for sheet in found for text in shown(paper, sheet) if text.isdigit()]
    assert numbers == [str(number) for number in range(200)]
    assert all(sheet.body.height + sheet.header.height <= HEIGHT for sheet in found[1:])


def test_a_heading_goes_with_what_follows_it(cut):
    paper, found = cut("<h2>一</h2>" + table(18) + "<h2>二</h2>" + table(25))
    assert [shown(paper, sheet)[0] for sheet in found] == ["一", "二"]


def test_a_table_that_fits_on_a_sheet_is_not_cut_unless_that_leaves_one_half_empty(cut):
    paper, found = cut("<p>前言</p>" * 25 + table(20))
    assert [sheet.header for sheet in found] == [None, None] and shown(paper, found[1])[0] == "序号"
    paper, found = cut("<p>前言</p>" * 9 + table(27))
    assert len(found) == 2 and found[1].header is not None


@pytest.mark.parametrize("before", range(2, 26, 2))
def test_a_heading_and_the_note_below_it_stand_on_the_sheet_where_their_table_begins(cut, before):
    paper, found = cut("<p>前言</p>" * before + "<h2>检查清单</h2><p>说明</p>" + table(60))
    (sheet,) = [sheet for sheet in found if "检查清单" in shown(paper, sheet)]
    assert {"说明", "序号", "0"} <= set(shown(paper, sheet))


def test_a_row_higher_than_a_sheet_is_still_printed_to_its_end(cut):
    paper, found = cut(table(1, "<br>".join(["很长的一格"] * 120)))
    assert len(found) > 2
    assert found[-1].body.bottom >= max(bottom for _, bottom, _ in lines(paper))
    for before, after in pairwise(found[1:]):
        assert before.body.bottom == after.body.top


def test_the_report_of_a_faulty_draft_has_the_checklists_header_on_every_sheet_of_it(application):
    result = engine.check(engine.sample(), engine.How(), lambda: False)
    paper = document(result)
    found = sheets(paper, 670, 980)
    numbers = [item.title for item in result.checklist.items]
    printed = [text for sheet in found for text in shown(paper, sheet)]
    assert all(title in printed for title in numbers)
    assert sum(sheet.header is not None for sheet in found) >= 5
