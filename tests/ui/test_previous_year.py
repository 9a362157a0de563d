"""Last year's report beside this year's: offered when it is open, its values in the details."""

from dataclasses import replace

from fake_result import fake_result
from PySide6.QtWidgets import QPushButton

from gxdesk.document.numbers import parse_number
from gxdesk.document.place import Place
from gxdesk.report.model import CellValue
from gxdesk.ui import engine


def of_year(path, year, previous=None):
    """The hand-made result of another year, with a figure in the cell the balance suspects."""
    result = fake_result(path)
    report = result.report
    text = str(year)
    cells = {"r4.c0": CellValue("r4.c0", text, parse_number(text), Place("表三", 7, 7, 2))}
    tables = (replace(report.tables[0], cells=cells), *report.tables[1:])
    report = replace(report, identity=replace(report.identity, year=year), tables=tables)
    if previous is not None:
        report = replace(report, previous=of_year(previous, year - 1).report)
    return replace(result, report=report)


def check(path, how, cancelled):
    return of_year(path, 2024 if "今年" in path.name else 2023, how.previous)


def test_last_years_report_dropped_beside_this_years_is_offered_for_comparison(
    window, make_drafts, qtbot, monkeypatch
):
    monkeypatch.setattr(engine, "check", check)
    this, last = make_drafts("今年.docx", "去年.docx")
    for path in (this, last):
        window.open_paths([path])
        qtbot.waitUntil(
            lambda path=path: (
                window.pages.review.result is not None and window.pages.review.result.path == path
            )
        )
    notice = window.pages.notice
    assert notice.isVisible() and "同一机关上一年度的报告" in notice.label.text()
    next(button for button in notice.findChildren(QPushButton) if button.text() == "对照检查").click()
    review = window.pages.review
    qtbot.waitUntil(lambda: review.result.path == this and review.result.report.previous is not None)
    assert "已对照 去年.docx" in review.verdict.facts.text()
    review.select_finding("f-balance")
    page = review.details.page.toPlainText()
    assert "今年 2024，上年 2023" in page and "「（七）总计」行「自然人」列" in page


def test_without_last_years_report_nothing_is_said_of_it(opened):
    opened.pages.review.select_finding("f-balance")
    assert "上年 " not in opened.pages.review.details.page.toPlainText()
