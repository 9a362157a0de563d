"""How large a table of a draft may be. Beyond, a file is a mistake or an attack, and is refused in time."""

from __future__ import annotations

from gxdesk.errors import ReadError

MAX_COLUMNS = 1000  # Word draws 63, statutory tables have at most 15
MAX_POSITIONS = 200_000  # rows times columns of one table
TOO_LARGE = (
    f"文件里有大得不正常的表格（超过 {MAX_COLUMNS} 列或 {MAX_POSITIONS} 格），不像报告草稿，没有读取。"
    "请只保留报告内容，另存后再检查。"
)


def check_table(rows: int, columns: int, cells: int = 0) -> None:
    """Raise :class:`ReadError` for a table of an absurd size."""
    if columns > MAX_COLUMNS or rows * columns > MAX_POSITIONS or cells > MAX_POSITIONS:
        raise ReadError(TOO_LARGE)
