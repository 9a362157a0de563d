"""The statutory tables of the draft in the official layout, wrong and missing cells marked."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from gxdesk.checklist.result import Result
from gxdesk.exports.layout import Grid, GridCell, grid
from gxdesk.exports.xlsx.marks import Mark, marks
from gxdesk.report.model import StatutoryTable

_KINDS = {"suspect": "error", "wrong": "warning", "unbalanced": "warning"}
_SIGNS = {"suspect": "✗", "wrong": "！", "unbalanced": "≠"}


def statutory_tables(result: Result) -> Iterator[str]:
    """Yield the tables with a legend; nothing when the format has none."""
    tables = result.report.tables
    if not tables:
        return
    found = marks(result)
    yield '<h2 class="newpage">统计表</h2>'
    yield (
        '<p class="note">按规定格式排列草稿中的数字。“✗”红底：最可能填错的格；'
        "“！”“≠”黄底：有问题或勾稽不平的格；“缺”：草稿中没有这一格。</p>"
    )
    for table in tables:
        name = table.form.name
        title = name if name == table.form.title else f"{name}　{table.form.title}"
        yield f"<h3>{escape(title)}{'' if table.present else '（草稿中没有找到本表）'}</h3>"
        if table.present:
            yield from _table(table, found)
            yield from _reasons(table, found)


def _table(table: StatutoryTable, found: dict[str, Mark]) -> Iterator[str]:
    layout = grid(table.form)
    yield (
        '<table class="figures" width="100%"><thead>'
        if layout.header
        else '<table class="figures" width="100%"><tbody>'
    )
    for row in range(layout.rows):
        if layout.header and row == layout.header:
            yield "</thead><tbody>"
        cells = (_cell(cell, table, found, layout) for cell in layout.cells if cell.row == row)
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _cell(cell: GridCell, table: StatutoryTable, found: dict[str, Mark], layout: Grid) -> str:
    span = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    span += f' colspan="{cell.columns}"' if cell.columns > 1 else _width(cell, layout)
    if not cell.id:
        kind = "th" if not cell.label or cell.row < layout.header else "td"
        return f"<{kind}{span}>{escape(cell.text)}</{kind}>"
    value = table.cells.get(cell.id)
    if value is None:
        return f'<td class="n grey"{span}>缺</td>'
    mark = found.get(f"{table.id}/{cell.id}")
    if mark is None:
        return f'<td class="n"{span}>{escape(value.text)}</td>'
    shown = f"{_SIGNS[mark.kind]} {escape(value.text)}"
    return f'<td class="n {_KINDS[mark.kind]}"{span}><b>{shown}</b></td>'


def _width(cell: GridCell, layout: Grid) -> str:
    """Return the width of a cell of one column: little for figures and groups, what is left for labels."""
    figures = layout.columns - layout.labels
    if cell.id or cell.column >= layout.labels:
        return f' width="{max(6, 56 // figures)}%"' if layout.labels else ""
    return ' width="7%"' if cell.column < layout.labels - 1 else ""


def _reasons(table: StatutoryTable, found: dict[str, Mark]) -> Iterator[str]:
    """Yield what is said about the marked cells, which print cannot show on pointing at them."""
    for cell_id in table.form.cell_ids():
        mark = found.get(f"{table.id}/{cell_id}")
        if mark is not None and mark.kind != "unbalanced":
            yield f'<p class="note">{escape(table.form.cell_name(cell_id))}：{escape(mark.text)}</p>'
