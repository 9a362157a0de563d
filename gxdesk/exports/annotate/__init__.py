"""The annotated copy: the draft itself with comments at the very words and shaded cells, else untouched."""

from __future__ import annotations

from gxdesk.checklist.result import Result

__all__ = ["annotated_copy", "suffix"]

_WORD = (".docx", ".docm", ".dotx", ".dotm")
_EXCEL = (".xlsx", ".xlsm", ".xltx", ".xltm")


def annotated_copy(result: Result, data: bytes, summary: bool = False) -> tuple[bytes, str]:
    """Return the annotated copy of a checked draft and its file suffix (``.docx``, ``.xlsx``...).

    ``data`` are the bytes the result speaks of. A Word draft gets comments and shading, a workbook notes and
    fills; every other part of the file stays as it is. Any other format becomes a Word file made from what
    was read, as does an Office file of an unusual kind. ``summary`` puts a box with the verdict and what must
    be mended on the first page of a Word file. Nothing is written. Raises
    :class:`~gxdesk.errors.ReadError` when ``data`` is damaged.
    """
    from gxdesk.exports.annotate.oox import Unusual
    from gxdesk.exports.annotate.remarks import remarks

    if result.report.document.format in ("docx", "xlsx") and not (summary or remarks(result)):
        return data, suffix(result)  # nothing to say: the copy is the draft
    try:
        if result.report.document.format == "docx":
            from gxdesk.exports.annotate.word import annotate_word

            return annotate_word(result, data, summary), suffix(result)
        if result.report.document.format == "xlsx":
            from gxdesk.exports.annotate.sheets import annotate_workbook

            return annotate_workbook(result, data), suffix(result)
    except Unusual:
        pass
    from gxdesk.exports.annotate.plain import annotate_plain

    return annotate_plain(result, summary), ".docx"


def suffix(result: Result) -> str:
    """Return the suffix the annotated copy of a draft will have (for proposing a file name)."""
    own, kind = result.path.suffix.lower(), result.report.document.format
    if kind == "xlsx":
        return own if own in _EXCEL else ".xlsx"
    return own if kind == "docx" and own in _WORD else ".docx"
