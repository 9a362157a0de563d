"""The first year of the trial format: 国办公开办函〔2019〕60号 let bodies follow it by reference."""

from __future__ import annotations

from gxdesk.checks.api import Severity
from gxdesk.report.model import Report

FIRST_YEAR = 2019


def first_year_lenient(report: Report, severity: Severity) -> Severity:
    """Return a warning instead of an error for report year 2019 (“确有困难的，可参照”)."""
    if report.identity.year == FIRST_YEAR and severity is Severity.ERROR:
        return Severity.WARNING
    return severity
