"""The command line: parse, run one command, and answer with the contract's exit status."""

from __future__ import annotations

import traceback
from argparse import Namespace
from collections.abc import Sequence

from gxdesk.cli.parser import parse
from gxdesk.cli.streams import close_quietly, complain, prepare
from gxdesk.errors import GxError, UsageError

USAGE = 2  # also when a result could not be written, or the program itself failed: nothing was answered
STOPPED = 130
PIPE_CLOSED = 141
COMMANDS = ("check", "template", "ledger", "standards", "rules")


def main(arguments: Sequence[str]) -> int:
    """Run a command line (without the program's name) and return the exit status."""
    prepare()
    try:
        _refuse_strangers(arguments)
        return _run(parse(arguments))
    except UsageError as error:
        complain(f"{error}\n用法见：gxdesk --help")
    except GxError as error:
        complain(str(error))
    except BrokenPipeError:
        close_quietly()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        complain("已停止。")
        return STOPPED
    except SystemExit as end:  # --help and --version
        return end.code if isinstance(end.code, int) else 0
    except Exception as error:  # a status of 1 would say that the draft has errors
        traceback.print_exc()
        complain(f"程序出错，没有得出结论。请把以上内容交给维护人员（{type(error).__name__}）。")
    return USAGE


def _refuse_strangers(arguments: Sequence[str]) -> None:
    first = arguments[0] if arguments else "-"
    if first not in COMMANDS and not first.startswith("-"):
        known = "、".join(COMMANDS)
        raise UsageError(f"没有“{first}”这个文件，也没有这个命令。能用的命令：{known}。")


def _run(arguments: Namespace) -> int:
    from gxdesk.cli.lists import rules, standards

    if arguments.command == "check":
        from gxdesk.cli.check import check

        return check(arguments)
    if arguments.command in ("template", "ledger"):
        from gxdesk.cli import office

        return {"template": office.template, "ledger": office.ledger}[arguments.command](arguments)
    return {"standards": standards, "rules": rules}[arguments.command](arguments)
