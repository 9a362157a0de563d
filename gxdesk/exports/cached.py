"""Results beside formulas: openpyxl stores none, and viewers that do not calculate would show blanks."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from openpyxl import Workbook

Results = Mapping[str, Mapping[str, str | int | float]]


def saved(book: Workbook, results: Results) -> bytes:
    """Return the bytes of a workbook; ``results`` are the results of its formulas by sheet and address."""
    stream = io.BytesIO()
    book.save(stream)
    parts = {f"xl/worksheets/sheet{n}.xml": ws.title for n, ws in enumerate(book.worksheets, 1)}
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            wanted = results.get(parts.get(entry.filename, ""), {})
            new.writestr(entry, _with_results(data, wanted) if wanted else data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _with_results(data: bytes, results: Mapping[str, str | int | float]) -> bytes:
    def put(match: re.Match[str]) -> str:
        value = results.get(match["at"])
        if value is None:
            return match[0]
        kind = ' t="str"' if isinstance(value, str) else ""
        return f'<c r="{match["at"]}"{match["rest"]}{kind}>{match["formula"]}<v>{escape(str(value))}</v></c>'

    return _FORMULA.sub(put, data.decode("utf-8")).encode("utf-8")


_FORMULA = re.compile(
    r'<c r="(?P<at>[A-Z]+\d+)"(?P<rest>(?: s="\d+")?)>(?P<formula><f>[^<]*</f>)<v\s*(?:/>|></v>)</c>'
)
