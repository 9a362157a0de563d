"""Results as Excel workbooks: the checklist of one draft, the overview of many."""

from __future__ import annotations

from collections.abc import Sequence

from gxdesk.checklist.result import Result, Unreadable


def checklist_workbook(result: Result) -> bytes:
    """Return the workbook of one draft.

    Sheets: 检查清单, 问题明细, 已忽略 (if any), 表格数据, 上年比对 (if known), 审签单, 说明.
    """
    from gxdesk.exports.cached import saved
    from gxdesk.exports.xlsx.checklist import add_checklist, add_findings
    from gxdesk.exports.xlsx.ignored import add_ignored
    from gxdesk.exports.xlsx.links import link_items
    from gxdesk.exports.xlsx.page import new_book
    from gxdesk.exports.xlsx.previous import NAME, add_previous
    from gxdesk.exports.xlsx.signoff import add_about, add_signoff
    from gxdesk.exports.xlsx.tables import add_tables

    book = new_book(f"检查清单 {result.path.name}")
    add_checklist(book, result)
    add_findings(book, result)
    add_ignored(book, result)
    results = {"表格数据": add_tables(book, result), NAME: add_previous(book, result)}
    add_signoff(book, result)
    add_about(book, result)
    link_items(book, result)
    return saved(book, results)


def overview_workbook(results: Sequence[Result], unreadable: Sequence[Unreadable] = ()) -> bytes:
    """Return the workbook of a batch: 汇总 (one row a draft), 全部问题, 汇总核对 and 数据汇总.

    The last two add up the tables of all drafts of one year, as far as there are at least two.
    """
    from gxdesk.exports.cached import saved
    from gxdesk.exports.xlsx.overview import add_overview
    from gxdesk.exports.xlsx.page import new_book
    from gxdesk.exports.xlsx.sums import add_sums

    book = new_book("政府信息公开工作年度报告草稿检查汇总")
    add_overview(book, results, unreadable)
    return saved(book, add_sums(book, results, unreadable))
