"""Working days from Monday to Friday. Public holidays and shifted weekends are not known offline."""

from __future__ import annotations

from datetime import date, timedelta

LIMIT = 20  # 条例第三十三条：自收到申请之日起20个工作日内答复；经同意可延长，延长不超过20个工作日
EXTENSION = 20


def working_days(start: date, end: date) -> int:
    """Return the weekdays after ``start`` up to and including ``end``; 0 when ``end`` is not later."""
    if end <= start:
        return 0
    weeks, rest = divmod((end - start).days, 7)
    extra = sum((start + timedelta(days=n)).weekday() < 5 for n in range(1, rest + 1))
    return weeks * 5 + extra
