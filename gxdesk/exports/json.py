"""Results as the JSON document other programs read (``schema`` 1). Fields are added, never renamed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

import gxdesk
from gxdesk.checklist.model import Ignored, Item
from gxdesk.checklist.result import Result, Unreadable
from gxdesk.report.model import Section, StatutoryTable

SCHEMA = 1


def result_json(results: Iterable[Result], unreadable: Iterable[Unreadable] = ()) -> dict[str, Any]:
    """Return the JSON object for checked and unreadable drafts."""
    results = tuple(results)
    moments = [result.checked_at.astimezone() for result in results]
    return {
        "schema": SCHEMA,
        "gxdesk": gxdesk.__version__,
        "checked_at": _moment(min(moments, default=datetime.now().astimezone())),
        "documents": [_document(result) for result in results],
        "unreadable": [{"path": str(one.path), "reason": one.reason} for one in unreadable],
    }


def encoded(document: dict[str, Any]) -> bytes:
    """Return a JSON object as UTF-8 with a final line end.

    Half characters (in odd file names) are written as ``\\udc80``: valid JSON, where UTF-8 has no way.
    """
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _moment(moment: datetime) -> str:
    return moment.astimezone().isoformat(timespec="seconds")


def _document(result: Result) -> dict[str, Any]:
    report, checklist = result.report, result.checklist
    identity = report.identity
    return {
        "path": str(result.path),
        "sha256": result.sha256,
        "format": report.document.format,
        "encoding": report.document.encoding,
        "kind": identity.kind,
        "kind_reason": identity.kind_reason,
        "title": identity.title,
        "authority": identity.authority,
        "level": identity.level,
        "report_year": identity.year,
        "standard": report.standard.id,
        "standard_name": report.standard.name,
        "standard_reason": report.standard_reason,
        "checked_at": _moment(result.checked_at),
        "seconds": round(result.seconds, 3),
        "verdict": checklist.verdict,
        "publishable": checklist.publishable,
        "sections": [_section(section) for section in report.sections],
        "tables": [_table(table) for table in report.tables],
        "checklist": [_item(item) for item in checklist.items],
        "findings": [finding.to_json() for finding in checklist.findings],
        "counts": checklist.counts,
        "ignored": [_ignored(one) for one in checklist.ignored],
    }


def _ignored(one: Ignored) -> dict[str, Any]:
    ignore = one.ignore
    why = {"reason": ignore.reason, "who": ignore.who, "at": ignore.at, "by": ignore.kind}
    return one.finding.to_json() | {"ignored": why}


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "heading": section.heading,
        "present": section.present,
        "place": section.place.to_json(),
        "characters": section.characters,
    }


def _table(table: StatutoryTable) -> dict[str, Any]:
    return {
        "id": table.id,
        "title": table.form.title,
        "name": table.form.name,
        "present": table.present,
        "place": table.place.to_json(),
        "missing_rows": list(table.missing_rows),
        "missing_columns": list(table.missing_columns),
        "cells": {
            cell.id: {"text": cell.text, "value": _number(cell.value), "place": cell.place.to_json()}
            for cell in table.cells.values()
        },
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title,
        "group": item.group,
        "requirement": item.requirement,
        "status": item.status.value,
        "basis": item.basis,
        "note": item.note,
        "findings": [finding.id for finding in item.findings],
    }
