"""Results made by hand: a small draft really recognised, its findings invented."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gxdesk.checklist.model import Checklist, Item, Status
from gxdesk.checklist.result import Result
from gxdesk.checks.api import Equation, Finding, Severity, Suspect, Term
from gxdesk.document.place import Place
from gxdesk.readers import read_bytes
from gxdesk.report.recognise import recognise
from gxdesk.standards.load import load


def draw(table: str, cells: dict[str, str], drop: tuple[str, ...] = ()) -> str:
    """A statutory table as text with tabs; ``drop`` leaves rows out."""
    lines = []
    for part in load("2021").table(table).parts:
        lines.append("\t".join(["信息内容", *(column.label for column in part.columns)]))
        for row in part.rows:
            if row.id not in drop:
                figures = [cells.get(f"{row.id}.{column.id}", "0") for column in part.columns]
                lines.append("\t".join([row.label, *figures]))
    return "\n".join(lines)


def draft(cells: dict[str, str]) -> str:
    disclosure = draw("disclosure", {"fees.amount": "12.5"})
    applications = draw("applications", cells, drop=("carried_out",))
    return (
        "云州市水利局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n本年度工作有序开展。\n\n"
        f"二、主动公开政府信息情况\n\n{disclosure}\n\n"
        f"三、收到和处理政府信息公开申请情况\n\n{applications}\n"
    )


@pytest.fixture
def make_finding():
    def make(id: str, **fields) -> Finding:
        finding = Finding(
            id, "number.format", Severity.ERROR, "写法不规范", f"问题{id}", "条例第五十条",
            (Place("全文"),), "table.applications", "请改正。",
        )  # fmt: skip
        return replace(finding, **fields)

    return make


@pytest.fixture
def make_result(tmp_path):
    """``make_result(findings, cells={...}, items=(...), name=...)``."""

    def make(findings=(), cells=None, items=None, name="年报.txt") -> Result:
        report = recognise(read_bytes(draft(cells or {}).encode(), name), "年报")
        found = tuple(findings)
        if items is None:
            items = (
                Item("section.overview", "一、总体情况", "章节", "写明五个方面", "条例", Status.PASS),
                Item("table.applications", "表三", "表格", "齐全", "条例", Status.FAIL, found),
                Item("balance", "表三勾稽", "勾稽", "平衡", "条例", Status.NOT_CHECKABLE, (), "缺少结转行"),
                Item("signed", "负责人已审签", "发布前", "审签", "惯例", Status.MANUAL),
            )
        verdict = f"暂不能发布：{len(found)}处要改。" if found else "没有发现问题。"
        checklist = Checklist(tuple(items), found, verdict)
        moment = datetime(2025, 1, 15, 1, 30, tzinfo=UTC)
        return Result(Path("草稿") / name, "ab" * 32, report, checklist, moment, 0.25)

    return make


@pytest.fixture
def balance_finding(make_finding):
    """The natural column does not balance; ``granted.natural`` is suspected."""

    def make(id: str = "sum", suspects=True, cause=None) -> Finding:
        left = (Term("applications/new.natural", "本年新收", "5"),)
        right = (Term("applications/total.natural", "总计", "4"),)
        suspect = Suspect("applications/granted.natural", "3", "4")
        return make_finding(
            id, rule="balance.applications.column", title="表三勾稽不平",
            equation=Equation(left, right, "5", "4", "+1"), expected="5", actual="4",
            suspects=(suspect,) if suspects else (), cause=cause,
        )  # fmt: skip

    return make


@pytest.fixture
def reopen():
    def reopen(data: bytes):
        from openpyxl import load_workbook

        return load_workbook(io.BytesIO(data))

    return reopen
