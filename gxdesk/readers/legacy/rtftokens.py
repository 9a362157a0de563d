"""RTF as a run of tokens: groups, control words, control signs, bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.errors import ReadError
from gxdesk.readers.package import TRUNCATED

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z'])"
    rb"|(?P<group>[{}])"
    rb"|(?P<text>[^\\{}]+)",
    re.DOTALL,
)
WORD, HEX, SIGN, GROUP, TEXT = 1, 3, 4, 5, 6
_LINE_ENDS = b"\r\n"

Token = tuple[int, bytes, int | None]


def tokens(data: bytes) -> Iterator[Token]:
    """Yield ``(kind, content, number)``; ``number`` is the parameter of a control word, if it has one.

    Line ends are no text in RTF and left out; raw bytes announced by ``\\bin`` are passed over. Ends with the
    last group; raises :class:`ReadError` when groups are still open at the end.
    """
    at = depth = 0
    while at < len(data):
        skip = 0
        for match in _TOKEN.finditer(data, at):
            kind = match.lastindex or 0
            if kind == TEXT:
                text = match[TEXT].translate(None, _LINE_ENDS)
                if text:
                    yield TEXT, text, None
            elif kind in (WORD, 2):
                number = None if match[2] is None else int(match[2])
                if match[1] == b"bin":
                    at = match.end()
                    skip = max(0, number or 0)
                    break
                yield WORD, match[1], number
            elif kind == GROUP:
                depth += 1 if match[GROUP] == b"{" else -1
                yield GROUP, match[GROUP], None
                if depth <= 0:
                    return
            elif kind:
                yield kind, match[kind], None
        else:
            break
        at += skip
    if depth > 0:
        raise ReadError(TRUNCATED)
