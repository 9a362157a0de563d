"""What people decided about the drafts, as the window uses it: opened on first use, put into every result."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from gxdesk.errors import WriteError

if TYPE_CHECKING:
    from gxdesk.checklist.model import Ignore
    from gxdesk.checklist.store import Store
    from gxdesk.checks.api import Finding
    from gxdesk.jobs.model import Result


class Checked(NamedTuple):
    """A result as the engine gave it, and with people's decisions in it."""

    raw: Result
    result: Result


class Decisions:
    """A cover over the store. ``trouble`` is a sentence to show once, ``""`` when all is well."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self._lock = Lock()
        self._store: Store | None = None
        self.trouble = ""

    def _opened(self) -> Store:
        """Return the store. Raises :class:`gxdesk.errors.WriteError`."""
        from gxdesk.checklist.store import Store
        from gxdesk.jobs.paths import data_folder

        with self._lock:
            if self._store is None:
                self._store = Store(data_folder())
                self.trouble = self._store.notice
            return self._store

    def decide(self, raw: Result) -> Result:
        """Return a result with the decisions in it; without them when they cannot be read (any thread)."""
        try:
            checklist = self._opened().apply(_key(raw), raw.checklist, raw.report)
        except WriteError as error:
            self.trouble = str(error)
            return raw
        return replace(raw, checklist=checklist)

    def confirm(self, result: Result, item: str, who: str, note: str) -> None:
        """Record that a person confirmed an item. Raises :class:`gxdesk.errors.GxError`."""
        self._opened().confirm(_key(result), item, who, note)

    def unconfirm(self, result: Result, item: str) -> None:
        """Take a confirmation back. Raises :class:`gxdesk.errors.GxError`."""
        self._opened().unconfirm(_key(result), item)

    def ignore(self, result: Result, finding: Finding, reason: str, who: str) -> None:
        """Ignore a finding of this draft. Raises :class:`gxdesk.errors.GxError`."""
        self._opened().ignore_finding(_key(result), finding, reason, who)

    def ignore_rule(self, result: Result, finding: Finding, reason: str, who: str) -> None:
        """Ignore all that a finding's rule finds in this draft. Raises :class:`gxdesk.errors.GxError`."""
        self._opened().ignore_rule(_key(result), finding.rule, reason, who, finding.title)

    def restore(self, result: Result, ignore: Ignore) -> None:
        """Stop ignoring. Raises :class:`gxdesk.errors.GxError`."""
        self._opened().undo(_key(result), ignore)

    def told(self) -> str:
        """Return the trouble to show, once."""
        trouble, self.trouble = self.trouble, ""
        return trouble

    def close(self) -> None:
        """Close the store."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None


def _key(result: Result) -> str:
    from gxdesk.checklist.store import draft_key

    return draft_key(result.report, result.path)
