"""Rule structure.numbering.gap: headings are numbered without gaps or repeats (M04)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.model import Paragraph
from gxdesk.document.place import Place
from gxdesk.document.text import chinese_ordinal, enumerator
from gxdesk.report.headings import Heading, heading
from gxdesk.report.labels import form_labels
from gxdesk.report.model import Report

DEPTH = {"第一章": 0, "一、": 0, "（一）": 1, "1.": 2, "（1）": 3}
LONGEST_SHOWN = 30  # characters of a numbered paragraph quoted in a message
LONGEST_LEAD = 16  # folded characters of an unnumbered heading before running text


def check(report: Report) -> Iterator[Hit]:
    """Report a number that does not follow the one before it on its level."""
    last: dict[str, Heading] = {}
    for line in _numbered(report):
        number = line.enumerator
        assert number is not None
        for kind in [k for k in last if DEPTH[k] > DEPTH[number.kind]]:
            del last[kind]
        before = last.get(number.kind)
        last[number.kind] = line
        expected = before.enumerator.ordinal + 1 if before and before.enumerator else 1
        if number.ordinal == expected or (number.ordinal == 1 and DEPTH[number.kind] > 0):
            continue
        yield _hit(report, line, before, expected)


def _numbered(report: Report) -> Iterator[Heading]:
    """Yield the numbered paragraphs of the report that are not rows of a table typed as text."""
    forms = [form_labels(form) for form in report.standard.tables]
    chapters = {section.place.block for section in report.sections if section.heading}
    for block, paragraph in report.prose:
        number = enumerator(paragraph.text)
        if number is None:
            continue
        if block not in chapters and any(labels.known(paragraph.text) for labels in forms):
            continue
        yield Heading(block, paragraph.text[:LONGEST_SHOWN], paragraph.text[number.length :], number, 0)


def _hit(report: Report, line: Heading, before: Heading | None, expected: int) -> Hit:
    number = line.enumerator
    assert number is not None
    written, wanted = _shown(number.kind, number.ordinal), _shown(number.kind, expected)
    if before is None:
        what = f"编号从“{written}”开始，前面没有“{wanted}”。"
    elif number.ordinal < expected:
        what = f"“{before.text}”之后又出现编号“{written}”，编号重复或倒退。"
    else:
        what = f"“{before.text}”之后直接是“{written}”，缺少“{wanted}”。"
    suspect = _unnumbered(report, line, before) if number.ordinal > expected else None
    if suspect:
        what += f"疑似“{suspect[1]}”这一段漏了编号。"
    places = (suspect[0],) if suspect else ()
    return Hit(
        what,
        (*places, report.document.place(line.block)),
        f"{number.kind}:{line.title[:20]}",
        severity=Severity.ERROR if DEPTH[number.kind] < 2 else Severity.WARNING,
        expected=wanted,
        actual=written,
    )


def _shown(kind: str, ordinal: int) -> str:
    return kind.replace("一", chinese_ordinal(ordinal)).replace("1", str(ordinal))


def _unnumbered(report: Report, line: Heading, before: Heading | None) -> tuple[Place, str] | None:
    """Return the nearest paragraph before ``line`` that reads like a heading without its number."""
    first = before.block + 1 if before else (report.identity.title_block or -1) + 1
    for block in range(line.block - 1, first - 1, -1):
        paragraph = report.document.blocks[block]
        candidate = heading(block, paragraph) if isinstance(paragraph, Paragraph) else None
        if candidate is None or candidate.enumerator or block == report.identity.title_block:
            continue
        if len(candidate.title) <= LONGEST_LEAD:
            return report.document.place(block), candidate.title
    for block in range(line.block - 1, first - 1, -1):
        lead = report.folded[block].text.split("。", 1)[0] if block in report.folded else ""
        if 0 < len(lead) <= LONGEST_LEAD:
            start, end = report.folded[block].original(0, len(lead))
            return report.document.place(block, start, end), lead
    return None


RULE = Rule(
    id="structure.numbering.gap",
    title="编号缺失或跳号",
    severity=Severity.ERROR,
    requirement="标题编号连续",
    basis="《党政机关公文格式》（GB/T 9704—2012）关于结构层次序数的规定",
    explanation="编号中断常说明漏了一段内容或漏了编号。表格里的行名编号不在此列。",
    advice="补上缺少的编号或内容，并核对后面的编号。",
    check=check,
    any_text=True,
)
