"""GxDesk checks drafts of the annual report on open government information (政府信息公开工作年度报告).

The library's front door is :func:`check`; everything else is reached through it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from gxdesk.jobs.model import Result

__version__ = "0.1.0"


def check(path: str | Path, **options: Any) -> Result:  # noqa: ANN401 - forwarded to Options
    """Check one draft and return all that was found.

    ``options`` are the fields of :class:`gxdesk.jobs.model.Options`. Raises
    :class:`gxdesk.errors.ReadError` when the draft cannot be read.
    """
    from gxdesk.jobs.check import check_draft
    from gxdesk.jobs.model import Options

    return check_draft(path, Options(**options))
