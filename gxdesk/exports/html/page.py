"""The parts of the printable report in their order."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import gxdesk
from gxdesk.checklist.model import Item, Status
from gxdesk.checklist.result import Result
from gxdesk.checks.api import Finding, Severity
from gxdesk.exports.html.style import STYLE
from gxdesk.exports.html.tables import statutory_tables
from gxdesk.exports.words import LEVELS, amounts, by_gravity, cause, moment, places

ROLES = ("撰稿", "校对", "一审", "二审", "三审", "保密审查")
STATUS_CLASSES = {
    Status.FAIL: "error",
    Status.WARN: "warning",
    Status.PASS: "pass",
    Status.MANUAL: "manual",
    Status.NOT_APPLICABLE: "grey",
    Status.NOT_CHECKABLE: "violet",
}
_ITEM_COLUMNS = (
    ("序号", 6), ("分组", 9), ("检查事项", 27), ("依据", 27), ("结果", 10), ("问题", 13), ("确认", 8),
)  # fmt: skip
_SIGN_COLUMNS = (("环节", 14), ("姓名", 18), ("日期", 18), ("意见", 50))
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(result: Result) -> str:
    """Return the whole page."""
    name = text(result.path.name)
    body = "\n".join(
        (
            *_head(result),
            *_facts(result),
            *_findings(result),
            *statutory_tables(result),
            *_items(result),
            *_sign_off(),
            f'<p class="foot">由 GxDesk {gxdesk.__version__} 在 {moment(result)} 离线检查生成。'
            f"文件校验值（SHA-256）：{result.sha256}。草稿再有改动，应重新检查。</p>",
        )
    )
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>检查报告 {name}</title>\n'
        f"<style>\n{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def text(words: str) -> str:
    """Return words of the draft as HTML text; line ends stay."""
    return escape(words).replace("\n", "<br>")


def badge(word: str, kind: str) -> str:
    """Return a coloured word."""
    return f'<span class="badge {kind}">{text(word)}</span>'


def _head(result: Result) -> Iterator[str]:
    checklist = result.checklist
    doubtful = checklist.count(Severity.WARNING) or not result.report.is_annual_report
    tone = "error" if not checklist.publishable else "warning" if doubtful else "pass"
    yield "<h1>政府信息公开工作年度报告草稿检查报告</h1>"
    yield f'<p class="file">{text(result.path.name)}</p>'
    yield f'<div class="verdict {tone}">{text(checklist.verdict)}</div>'
    yield f"<p>{text(amounts(result))}。</p>"


def _facts(result: Result) -> Iterator[str]:
    report = result.report
    identity = report.identity
    pairs = (
        ("报告单位", f"{identity.authority or '没有识别到'}（{LEVELS.get(identity.level, '层级不明')}）"),
        ("报告年度", f"{identity.year}年" if identity.year else "没有识别到"),
        ("适用格式", f"{report.standard.name}（{report.standard.citation}）"),
        ("选用原因", report.standard_reason),
        ("检查时间", moment(result)),
    )
    yield '<table class="facts" width="100%">'
    yield from (f'<tr><th width="14%">{name}</th><td>{text(value)}</td></tr>' for name, value in pairs)
    yield "</table>"


def _findings(result: Result) -> Iterator[str]:
    findings = by_gravity(result.checklist.findings)
    yield "<h2>发现的问题</h2>"
    if not findings:
        yield "<p>没有发现问题。</p>"
    numbers = {finding.id: number for number, finding in enumerate(findings, 1)}
    for finding in findings:
        yield from _finding(finding, numbers, result)


def _finding(finding: Finding, numbers: dict[str, int], result: Result) -> Iterator[str]:
    mark = badge(finding.severity.word, finding.severity.value)
    yield '<div class="finding">'
    yield f"<h3>{numbers[finding.id]}. {mark} {text(finding.title)}</h3>"
    yield '<table width="100%">'
    follows = finding.cause in numbers
    rows = (
        ("位置", places(finding)),
        ("问题", finding.message),
        ("应为", finding.expected or ""),
        ("实为", finding.actual or ""),
        ("原因", cause(finding, result.report, numbers)),
        ("处理", "" if follows else finding.suggestion),
        ("依据", "" if follows else finding.basis),
    )
    for name, words in rows:
        if words:
            yield f'<tr><th width="8%">{name}</th><td>{text(words)}</td></tr>'
    yield "</table></div>"


def _items(result: Result) -> Iterator[str]:
    findings = by_gravity(result.checklist.findings)
    numbers = {finding.id: number for number, finding in enumerate(findings, 1)}
    yield '<h2 class="newpage">检查清单</h2>'
    yield (
        '<p class="note">“通过”指程序没有发现问题；“待人工”的事项由承办人核对后打钩；'
        "“无法核对”不等于没有问题。</p>"
    )
    names = "".join(f'<th width="{width}%">{name}</th>' for name, width in _ITEM_COLUMNS)
    yield f'<table class="items" width="100%"><thead><tr>{names}</tr></thead><tbody>'
    for number, item in enumerate(result.checklist.items, 1):
        yield _item(number, item, numbers)
    yield "</tbody></table>"


def _item(number: int, item: Item, numbers: dict[str, int]) -> str:
    listed = "、".join(f"第{numbers[finding.id]}条" for finding in by_gravity(item.findings))
    box = "□" if item.status is Status.MANUAL else ""
    said = "。".join(part for part in (listed, item.note) if part)
    return (
        f'<tr><td class="c">{number}</td><td class="c">{text(item.group)}</td><td>{text(item.title)}</td>'
        f'<td>{text(item.basis)}</td><td class="c {STATUS_CLASSES[item.status]}">{item.status.word}</td>'
        f'<td>{text(said)}</td><td class="c">{box}</td></tr>'
    )


def _sign_off() -> Iterator[str]:
    yield "<h2>审签</h2>"
    yield '<table class="sign" width="100%"><thead><tr>'
    yield from (f'<th width="{width}%">{name}</th>' for name, width in _SIGN_COLUMNS)
    yield "</tr></thead>"
    yield from (f'<tr><td class="c">{role}</td><td></td><td></td><td></td></tr>' for role in ROLES)
    yield "</table>"
