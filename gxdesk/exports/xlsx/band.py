"""The band on top of one draft's sheets."""

from __future__ import annotations

from gxdesk.checklist.result import Result
from gxdesk.checks.api import Severity
from gxdesk.exports.words import about, amounts, moment
from gxdesk.exports.xlsx.look import AMBER, GREEN, RED, Tone
from gxdesk.exports.xlsx.page import Band


def band(result: Result, name: str) -> Band:
    """Return the band of one draft's sheet ``name``."""
    return Band(
        f"{name}　{result.path.name}",
        result.checklist.verdict,
        tone(result),
        f"{about(result.report)}　·　{amounts(result)}　·　检查时间 {moment(result)}",
    )


def tone(result: Result) -> Tone:
    """Return the colour of the verdict."""
    if not result.checklist.publishable:
        return RED
    doubtful = result.checklist.count(Severity.WARNING) or not result.report.is_annual_report
    return AMBER if doubtful else GREEN
