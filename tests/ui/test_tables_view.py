"""The statutory tables as grids: sums beside the figures, blank told from zero, copying to a spreadsheet."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gxdesk.document.numbers import parse_number
from gxdesk.document.place import Place
from gxdesk.report.model import CellValue
from gxdesk.ui.models.grid import ABSENT, BLANK, SUM, VALUE, lines
from gxdesk.ui.models.gridmodel import tsv


@pytest.fixture
def tables(real, open_sample, qtbot):
    open_sample(real)
    qtbot.keyClick(real, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    return real.pages.review.centre.tables


def row_of(tables, text):
    return next(n for n, line in enumerate(tables.model.lines) if text in line.cells[0].text)


def test_ctrl_2_shows_every_table_with_titles_and_no_ids(tables, real):
    assert tables.isVisible()
    shown = [cell.text for line in tables.model.lines for cell in line.cells]
    for table in real.pages.review.result.report.tables:
        assert any(table.form.title in text for text in shown)
        assert not any(row.id in shown for row in table.form.rows())
    assert any("自然人" in text for text in shown) and any("予以公开" in text for text in shown)


def test_sums_stand_beside_what_the_draft_says(tables, real):
    report = real.pages.review.result.report
    table = report.table("applications")
    line = tables.model.lines[row_of(tables, table.form.row("new").label)]
    people = sum(
        (table.value(f"new.{column}") for column in ("natural", "business", "research", "nonprofit")),
        Decimal(0),
    )
    people += table.value("new.legal") + table.value("new.other")
    assert line.cells[-1].kind == SUM and line.cells[-1].copy == f"{people:f}"
    failed = [
        cell
        for line in tables.model.lines
        for cell in line.cells
        if cell.kind == SUM and cell.state == "error"
    ]
    assert failed and all("差" in cell.text or "≠" in cell.text for cell in failed)


def test_a_coloured_cell_leads_to_its_finding_and_the_finding_to_its_cell(tables, real):
    review = real.pages.review
    row, column, cell = next(
        (row, column, cell)
        for row, line in enumerate(tables.model.lines)
        for (column, _), cell in zip(line.spans(tables.model.columnCount()), line.cells, strict=True)
        if cell.finding
    )
    tables.grid.setCurrentIndex(tables.model.index(row, column))
    assert review.finding.id == cell.finding
    assert tables.isVisible()  # the tables stay in view
    prose = next(f for f in review.result.checklist.findings if not tables.model.find(f.id).isValid())
    review.select_finding(prose.id)
    assert review.draft.isVisible()


def changed(result, cell_id, text):
    """The result with another text in a cell of table three."""
    report = result.report
    table = report.table("applications")
    cells = dict(table.cells)
    if text is None:
        del cells[cell_id]
    else:
        cells[cell_id] = CellValue(cell_id, text, parse_number(text), Place("表三"))
    others = tuple(replace(t, cells=cells) if t.id == "applications" else t for t in report.tables)
    return replace(result, report=replace(report, tables=others))


@pytest.mark.parametrize(
    ("text", "kind", "shown", "copied"),
    [("", BLANK, "（空）", ""), ("0", VALUE, "0", "0"), ("/", VALUE, "/", "/"), (None, ABSENT, "（缺）", "")],
)
def test_blank_zero_and_absent_look_different(tables, real, text, kind, shown, copied):
    result = changed(real.pages.review.result, "granted.business", text)
    label = result.report.table("applications").form.row("granted").label
    line = next(line for line in lines(result) if line.cells[0].text == label)
    assert (line.cells[2].kind, line.cells[2].text) == (kind, shown)
    assert tsv([line.cells]).split("\t")[2] == copied
    if kind != VALUE or text == "/":
        assert line.cells[-1].text == "不能算"  # never counted as zero


def test_a_whole_table_is_copied_as_tab_separated_text(tables, real):
    row = row_of(tables, "一、本年新收")
    tables.grid.setCurrentIndex(tables.model.index(row, 1))
    tables.copy_button.click()
    copied = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    report = real.pages.review.result.report
    assert "表三" in copied[0][0]
    line = next(line for line in copied if line[0].startswith("一、本年新收"))
    assert line[1] == report.table("applications").cells["new.natural"].text
    assert "粘贴到 Excel" in real.statusBar().currentMessage()


def test_selected_cells_are_copied_with_ctrl_c(tables, qtbot):
    row = row_of(tables, "一、本年新收")
    tables.grid.setFocus()
    tables.grid.setCurrentIndex(tables.model.index(row, 1))
    model, chosen = tables.model, tables.grid.selectionModel()
    chosen.select(model.index(row, 2), chosen.SelectionFlag.Select)
    qtbot.keyClick(tables.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    cells = model.lines[row].cells
    assert QGuiApplication.clipboard().text() == f"{cells[1].copy}\t{cells[2].copy}"


def test_a_text_that_looks_like_a_formula_is_not_pasted_as_one(tables, real):
    result = changed(real.pages.review.result, "granted.business", "=1+1")
    label = result.report.table("applications").form.row("granted").label
    line = next(line for line in lines(result) if line.cells[0].text == label)
    assert tsv([line.cells]).split("\t")[2] == "'=1+1"


def test_last_years_figures_stand_below_when_known(tables, real):
    assert tables.last.isHidden()
    result = real.pages.review.result
    last = changed(result, "new.natural", "777").report
    real.pages.review.centre.show_result(replace(result, report=replace(result.report, previous=last)), True)
    assert tables.last.isVisible()
    tables.last.setChecked(True)
    row = row_of(tables, "一、本年新收")
    assert tables.model.index(row, 1).data().endswith("\n上年 777")


def test_tables_of_few_columns_share_the_whole_width(tables):
    width = tables.model.columnCount()
    for line in tables.model.lines:
        spans = line.spans(width)
        assert sum(columns for _, columns in spans) == width
        assert [start for start, _ in spans[1:]] == [start + columns for start, columns in spans[:-1]]
