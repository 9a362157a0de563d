"""Making the annotated copy of a checked draft: from the very bytes that were checked."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from gxdesk.checklist.result import Result
from gxdesk.errors import ReadError
from gxdesk.exports.annotate import annotated_copy, suffix
from gxdesk.readers import load

__all__ = ["annotate", "copy_name", "suffix"]


def annotate(result: Result, summary: bool = False, again: str = "请重新检查后再导出。") -> bytes:
    """Return the annotated copy of a checked draft. Nothing is written.

    ``again`` tells the user how to check a draft again that was changed meanwhile.

    Raises :class:`~gxdesk.errors.ReadError` when the draft was changed since it was checked (comments would
    stand at wrong words) or can no longer be read.
    """
    data = load(result.path)
    if sha256(data).hexdigest() != result.sha256:
        raise ReadError(f"草稿“{result.path.name}”在检查以后又改过，批注会对不上，没有生成批注稿。{again}")
    copy, kind = annotated_copy(result, data, summary)
    if kind != suffix(result):
        raise ReadError(
            f"“{result.path.name}”的存储方式特殊，不能直接加批注。请用 Excel 或 WPS 另存为普通的 .xlsx 文件，"
            "检查新文件后再导出。"
        )
    return copy


def copy_name(result: Result) -> Path:
    """Return the file name proposed for the annotated copy, without a folder."""
    return Path(f"{result.path.stem}（批注稿）{suffix(result)}")
