"""Reports of other years of the same body: for the chart of the years, and to compare this year's with."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gxdesk.ui import engine
from gxdesk.ui.desk import Draft
from gxdesk.ui.models.years import years

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result
    from gxdesk.report.model import Report
    from gxdesk.ui.pages import Pages


class OtherYears(QObject):
    """Looks for them among the open drafts, in the batch and in the draft's folder."""

    def __init__(self, pages: Pages) -> None:
        """Serve ``pages``."""
        super().__init__(pages)
        self._pages = pages

    def show(self) -> None:
        """Show this body's figures: of open drafts at once, of the folder's drafts when they are read."""
        draft = self._pages.current
        if draft is None or draft.result is None:
            return
        self._put(draft, [])
        path = draft.path
        job = self._pages.jobs.prepare("years", lambda job: engine.reports_beside(path, job.cancelled))
        job.answered.connect(partial(self._put, draft))
        self._pages.jobs.start(job, aside=True)

    def _put(self, draft: Draft, beside: list[Report]) -> None:
        pages = self._pages
        if draft is not pages.current or draft.result is None:
            return
        own = draft.result.report
        known = [own, *([own.previous] if own.previous is not None else [])]
        known += [other.result.report for other in pages.desk.drafts.values() if other.result is not None]
        known += [result.report for result in pages.batch.model.outcomes()[0]]
        body = own.identity.authority
        pages.review.centre.years.show_years(years([*known, *beside], body), body or "")

    def offer(self, draft: Draft) -> None:
        """Offer to compare, when reports of one body and of two years in a row are on the desk."""
        for other in self._pages.desk.drafts.values():
            for newer, older in ((draft, other), (other, draft)):
                if newer.how.previous is None and _follows(newer.result, older.result):
                    text = f"“{older.path.name}”是同一机关上一年度的报告，可以与“{newer.path.name}”对照检查。"
                    compare = ("对照检查", partial(self._compare, newer, older.path))
                    self._pages.notice.tell(text, actions=[compare])
                    return

    def _compare(self, draft: Draft, previous: Path) -> None:
        pages = self._pages
        pages.notice.hide()
        draft.how = draft.how._replace(previous=previous)
        pages.current = draft
        pages.refresh()
        pages.desk.check(draft)


def _follows(newer: Result | None, older: Result | None) -> bool:
    if newer is None or older is None:
        return False
    now, then = newer.report.identity, older.report.identity
    same = now.authority is not None and now.authority == then.authority
    return same and now.year is not None and then.year == now.year - 1
