"""The box on the first page of an annotated Word file: the verdict and what must be mended."""

from __future__ import annotations

from gxdesk.checklist.result import Result
from gxdesk.checks.api import Severity
from gxdesk.exports.annotate.oox import SPACE, Tree, parse, writable
from gxdesk.exports.words import about, amounts, by_gravity, moment
from gxdesk.readers.word.names import T, W

MOST = 12
_FONT = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/>'
_GRAVE = {Severity.ERROR: "9C0006", Severity.WARNING: "7F4F00", Severity.INFO: "1F4E79"}


def add_summary(body: Tree, result: Result) -> None:
    """Insert the box before everything else, with a small paragraph that keeps it apart from the draft."""
    box = parse(_FRAME.encode())
    cell = next(box.iter(W + "tc"))
    for text, size, bold, colour in _lines(result):
        cell.append(_paragraph(text, size, bold, colour))
    body.insert(0, parse(_GAP.encode()))
    body.insert(0, box)


def _lines(result: Result) -> list[tuple[str, int, bool, str]]:
    """Return the lines of the box: text, size in half points, bold, colour."""
    checklist = result.checklist
    findings = by_gravity(checklist.findings)
    ink = "9C0006" if not checklist.publishable else "00561B"
    lines = [
        ("GxDesk 检查摘要（由程序添加，定稿前请删除本框和批注）", 18, False, "595959"),
        (checklist.verdict, 24, True, ink),
        (about(result.report), 18, False, "262626"),
        (f"{amounts(result)}。检查时间 {moment(result)}。", 18, False, "262626"),
    ]
    shown = [one for one in enumerate(findings, 1) if one[1].cause is None][:MOST]
    for number, one in shown:
        where = f"（{one.places[0].label}）" if one.places else ""
        lines.append(
            (f"〔{number}〕{one.severity.word}　{one.title}{where}", 18, False, _GRAVE[one.severity])
        )
    if len(findings) > len(shown):
        lines.append((f"共{len(findings)}处，其余见批注和检查清单。", 18, False, "595959"))
    return lines


def _paragraph(text: str, size: int, bold: bool, colour: str) -> Tree:
    weight = "<w:b/>" if bold else ""
    paragraph = parse(
        (
            f'<w:p xmlns:w="{W[1:-1]}"><w:pPr>'
            '<w:spacing w:before="20" w:after="20" w:line="260" w:lineRule="auto"/>'
            '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
            f'<w:r><w:rPr>{_FONT}{weight}<w:color w:val="{colour}"/><w:sz w:val="{size}"/></w:rPr>'
            "<w:t/></w:r></w:p>"
        ).encode()
    )
    words = next(paragraph.iter(T))
    words.text = writable(" ".join(text.split("\n")))
    words.set(SPACE, "preserve")
    return paragraph


_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="1F4E79"/>'
    for side in ("top", "left", "bottom", "right")
)
_FRAME = (
    f'<w:tbl xmlns:w="{W[1:-1]}"><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/>'
    f"<w:tblBorders>{_SIDES}</w:tblBorders></w:tblPr>"
    '<w:tblGrid><w:gridCol w:w="8800"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>'
    '<w:tcW w:w="5000" w:type="pct"/><w:shd w:val="clear" w:color="auto" w:fill="F5F8FC"/></w:tcPr>'
    "</w:tc></w:tr></w:tbl>"
)
_GAP = (
    f'<w:p xmlns:w="{W[1:-1]}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    "</w:pPr></w:p>"
)
