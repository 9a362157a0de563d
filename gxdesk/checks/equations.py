"""The balance rules' common work: evaluating the equations of a statutory table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from gxdesk.checks.api import Equation, Hit, Rule, Severity, Term, Unchecked
from gxdesk.report.balances import Balance, Evaluation, evaluate, instances
from gxdesk.report.model import Report, StatutoryTable
from gxdesk.standards.model import Standard

Check = Callable[[Report], Iterator[Hit | Unchecked]]


def demanded(rule_id: str) -> Callable[[Standard], bool]:
    """Return whether a format has equations under this rule id."""

    def when(standard: Standard) -> bool:
        return any(equation.rule == rule_id for table in standard.tables for equation in table.equations)

    return when


def checker(rule_id: str) -> Check:
    """Return the check of every equation that a format lists under this rule id."""

    def check(report: Report) -> Iterator[Hit | Unchecked]:
        """Report each equation that does not hold, and say when one cannot be checked."""
        for table in report.tables:
            balances = [b for b in instances(table.form) if b.rule == rule_id]
            if balances and not table.present and table.form.absence:
                yield Unchecked(f"没有找到{table.form.name}，无法核对")
            elif table.present:
                yield from _check(table, balances)

    return check


def _check(table: StatutoryTable, balances: list[Balance]) -> Iterator[Hit | Unchecked]:
    missing: dict[str, None] = {}
    for balance in balances:
        result = evaluate(balance, table)
        if result.holds is None:
            missing.update(dict.fromkeys(result.missing))
        elif not result.holds:
            yield _hit(table, balance, result)
    if missing:
        yield Unchecked(_reason(table, list(missing)))


def _reason(table: StatutoryTable, missing: list[str]) -> str:
    rows = [row.label for row in table.form.rows() if row.id in table.missing_rows]
    if rows:
        return f"{table.form.name}缺少{'、'.join(f'「{row}」' for row in rows)}，无法核对"
    names = "、".join(table.form.cell_name(cell) for cell in missing[:3])
    return f"{table.form.name}{names}{'等' if len(missing) > 3 else ''}没有可用的数，无法核对"


def _hit(table: StatutoryTable, balance: Balance, result: Evaluation) -> Hit:
    equation = _equation(table, balance, result)
    cells = [cell for cell in balance.cells() if table.value(cell)] or list(balance.cells())
    wrong = [cell for cell in balance.left if cell not in cells] + cells
    return Hit(
        f"{table.form.name}{_where(table, balance)}不平：{_side(equation.left, equation.left_sum)}，"
        f"{_side(equation.right, equation.right_sum)}，相差{equation.difference.lstrip('+-')}。",
        tuple(table.cells[cell].place for cell in wrong if cell in table.cells),
        f"{table.id}:{balance.number}:{balance.key}",
        title=f"{table.form.name}勾稽不平",
        basis=f"{table.form.basis}：{balance.text}",
        expected=equation.right_sum,
        actual=equation.left_sum,
        equation=equation,
    )


def _where(table: StatutoryTable, balance: Balance) -> str:
    """Return 「自然人」列 or 「（一）予以公开」行."""
    kind, key = balance.key.split(":")
    if table.form.layout == "wide":
        return f"「{table.form.row(key).name}」一组"
    if kind == "row":
        return f"「{table.form.row(key).name}」行"
    return f"「{table.form.column(balance.left[0]).label}」列"


def _equation(table: StatutoryTable, balance: Balance, result: Evaluation) -> Equation:
    assert result.left_sum is not None and result.right_sum is not None
    left = tuple(_term(table, balance, cell) for cell in balance.left)
    right = tuple(_term(table, balance, cell) for cell in balance.right)
    difference = result.left_sum - result.right_sum
    return Equation(left, right, plain(result.left_sum), plain(result.right_sum), f"{difference:+f}")


def _term(table: StatutoryTable, balance: Balance, cell_id: str) -> Term:
    """Return a term under the name that tells it from the others: its row, or its column."""
    cell = table.cells[cell_id]
    along_row = balance.key.startswith("row:")
    row_id = cell_id.split(".")[0]
    name = table.form.column(cell_id).label if along_row else table.form.row(row_id).name
    return Term(f"{table.id}/{cell_id}", name, plain(cell.value or Decimal(0)), cell.place)


def _side(terms: tuple[Term, ...], total: str) -> str:
    """Return ``「自然人」12＋「商业企业」3＝15``; zeros are left out where other terms remain."""
    shown = [term for term in terms if term.value != "0"]
    if not shown:
        return "各项之和为0" if len(terms) > 1 else f"「{terms[0].name}」为0"
    words = "＋".join(f"「{term.name}」{term.value}" for term in shown)
    return words if len(terms) == 1 else f"{words}＝{total}"


def plain(value: Decimal) -> str:
    """Return a number without exponent or trailing zeros."""
    return f"{value.normalize():f}" if value else "0"


def balance_rule(rule_id: str, title: str, requirement: str, explanation: str, advice: str) -> Rule:
    """Return the rule that checks the equations a format lists under ``rule_id``."""
    return Rule(
        id=rule_id,
        title=title,
        severity=Severity.ERROR,
        requirement=requirement,
        basis="国家统一的年度报告格式所载勾稽关系（国办公开办函〔2019〕60号、〔2021〕30号）",
        explanation=explanation,
        advice=advice,
        check=checker(rule_id),
        when=demanded(rule_id),
    )
