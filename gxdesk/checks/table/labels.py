"""Rule table.labels: row and column names are written in full (M19)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import LabelProblem, Report

WORDS = {
    "truncated": ("行名列名不完整", "缺字"),
    "mistyped": ("行名列名有错字", "写错"),
    "noted": ("列名后并入了说明", "后面并入了别的文字"),
}


def check(report: Report) -> Iterator[Hit]:
    """Report labels that are cut short or mistyped, one finding for each official label."""
    for table in report.tables:
        grouped: dict[tuple[str, str], list[LabelProblem]] = defaultdict(list)
        for problem in table.label_problems:
            grouped[problem.kind, problem.official].append(problem)
        for (kind, official), problems in grouped.items():
            title, word = WORDS[kind]
            written = problems[0].written.strip()
            times = f"（{len(problems)}处）" if len(problems) > 1 else ""
            yield Hit(
                f"{table.form.name}的“{written}”{word}{times}，规定的名称是“{official}”。",
                tuple(problem.place for problem in problems),
                f"{table.id}:{official}",
                severity=Severity.INFO if kind == "noted" else Severity.ERROR,
                title=title,
                basis=table.form.basis,
                item=f"table.{table.id}",
                expected=official,
                actual=written,
            )


RULE = Rule(
    id="table.labels",
    title="行名列名不完整或有错字",
    severity=Severity.ERROR,
    requirement="行名、列名与规定格式一致",
    basis="国家统一的年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）",
    explanation="名称分成两行、带空格、全角半角不同都不报；程序仍按认出的名称核对数据。",
    advice="按规定的名称改正。",
    check=check,
    item="table",
)
