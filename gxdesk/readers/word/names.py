"""The XML names of WordprocessingML that the reader looks at."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"

VAL = W + "val"
BODY = W + "body"
P = W + "p"
PPR = W + "pPr"
R = W + "r"
RPR = W + "rPr"
T = W + "t"
TBL = W + "tbl"
TR = W + "tr"
TC = W + "tc"
SDT = W + "sdt"
SDT_CONTENT = W + "sdtContent"
INS = W + "ins"
DEL = W + "del"
MOVE_TO = W + "moveTo"
MOVE_FROM = W + "moveFrom"
NUM_PR = W + "numPr"
NUM_ID = W + "numId"
ILVL = W + "ilvl"
TEXT_BOX = W + "txbxContent"
ALTERNATE = MC + "AlternateContent"
CHOICE = MC + "Choice"
FALLBACK = MC + "Fallback"

_OFF = frozenset({"0", "false", "off"})


def is_on(value: str | None) -> bool:
    """Read a switch such as ``<w:vanish/>``: on unless its ``val`` says otherwise."""
    return value not in _OFF


def integer(value: str | None, default: int = 0) -> int:
    """Read a whole number of the XML; ``default`` when it is missing or nonsense."""
    try:
        return int(value) if value else default
    except ValueError:
        return default
