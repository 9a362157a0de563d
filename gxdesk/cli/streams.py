"""Standard output and error as the contract wants them: UTF-8 wherever they go."""

from __future__ import annotations

import io
import os
import sys


def prepare() -> None:
    """Make stdout and stderr UTF-8, whatever the locale; give a windowed program somewhere to write."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(sentence: str) -> None:
    """Say on stderr what went wrong."""
    print(sentence, file=sys.stderr, flush=True)


def close_quietly() -> None:
    """Forget what could not be written because nobody reads any more (``gxdesk ... | head``)."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
