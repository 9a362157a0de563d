"""``gxdesk template`` and ``gxdesk ledger``: empty drafts, and tables filled from the register."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from gxdesk.errors import UsageError

OK, FOUND = 0, 1
_SHOWN = 20


def template(arguments: Namespace) -> int:
    """Write an empty draft in the official layout, an empty register, or a sheet for own rules."""
    from gxdesk.exports.atomic import write

    target = Path(arguments.out)
    if arguments.ledger:
        from gxdesk.exports.ledger import ledger_template

        if target.suffix.lower() != ".xlsx":
            raise UsageError("空白台账是 Excel 文件，请把文件名的后缀写成 .xlsx。")
        data = ledger_template()
    elif arguments.rules:
        from gxdesk.exports.rules_sheet import rules_sheet

        if target.suffix.lower() != ".xlsx":
            raise UsageError("本单位规则的示例是 Excel 文件，请把文件名的后缀写成 .xlsx。")
        data = rules_sheet()
    else:
        from gxdesk.exports.template import template as draft

        data = draft(arguments.standard, target.suffix.lower().lstrip("."), arguments.year)
    if target.exists():
        raise UsageError(f"“{target}”已经存在，没有覆盖。请另起一个文件名。")
    write(target, data)
    print(f"已生成：{target}")
    return OK


def ledger(arguments: Namespace) -> int:
    """Count a register, show the outcome, write it; answers 1 when a row or a cell is to be looked at."""
    from gxdesk.jobs.ledger import count_ledger

    _refuse(arguments)
    counted = count_ledger(arguments.register, arguments.against, arguments.year, arguments.standard)
    tally = counted.tally
    print(f"{counted.path}：{tally.year}年，共{len(tally.rows)}行，{len(tally.doubtful)}行需要人工核对。")
    for row in tally.doubtful[:_SHOWN]:
        print(f"  {row.entry.where}：{''.join(row.problems)}")
    if len(tally.doubtful) > _SHOWN:
        print(f"  另有{len(tally.doubtful) - _SHOWN}行，见导出的“逐行核对”工作表。")
    if counted.differences is not None and counted.draft is not None:
        print(f"与草稿“{counted.draft.name}”比对：{len(counted.differences)}格不一致。")
        for one in counted.differences[:_SHOWN]:
            shown = "没有这一格" if one.draft is None else one.draft or "空白"
            print(f"  {one.name}：台账{one.ledger}，草稿{shown}")
        if len(counted.differences) > _SHOWN:
            print(f"  另有{len(counted.differences) - _SHOWN}格，见导出的“与草稿比对”工作表。")
    for note in tally.notes:
        print(f"说明：{note}")
    if arguments.out:
        _write(arguments, counted)
    return FOUND if tally.doubtful or counted.differences else OK


def _refuse(arguments: Namespace) -> None:
    if not arguments.out:
        return
    target = Path(arguments.out)
    given = [Path(name).resolve() for name in (arguments.register, arguments.against) if name]
    if target.resolve() in given:
        raise UsageError(f"“{target}”是台账或者草稿，不能把结果写进去。请另起一个文件名。")
    if target.suffix.lower() not in (".xlsx", ".docx"):
        raise UsageError("统计结果可以写成 .xlsx（表格和逐行核对）或 .docx（只有表格），请改文件名的后缀。")


def _write(arguments: Namespace, counted: object) -> None:
    from gxdesk.exports.atomic import write
    from gxdesk.exports.ledger import ledger_workbook, tables_docx
    from gxdesk.jobs.ledger import Ledger

    assert isinstance(counted, Ledger)
    target = Path(arguments.out)
    if target.suffix.lower() == ".docx":
        write(target, tables_docx(counted.tally))
    else:
        draft = counted.draft.name if counted.draft else ""
        write(target, ledger_workbook(counted.tally, counted.differences, draft))
    print(f"已写出：{target}")
