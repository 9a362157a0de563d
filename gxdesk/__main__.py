"""The program's entry: the window, or the command line. Nothing is loaded before it is known which."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

COMMANDS = frozenset({"check", "standards", "rules"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status.

    Without arguments, or with nothing but existing files and folders, the window opens (and opens them);
    anything else is for the command line.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] and given[0] in COMMANDS:
        return _command_line(given)
    if all(os.path.exists(name) for name in given):  # noqa: PTH110 - pathlib costs time at start-up
        from gxdesk.ui.app import run_window

        return run_window(given)
    return _command_line(given)


def _command_line(given: list[str]) -> int:
    from gxdesk.cli.main import main as command_line

    return command_line(given)


if __name__ == "__main__":
    sys.exit(main())
